"""A report on two states of the data as plain text."""

from collections.abc import Iterator, Sequence

from campaign.diff.report import Report

__all__ = ["as_text"]


def as_text(report: Report) -> str:
    """Write a report for a terminal.

    Parameters
    ----------
    report
        The report.
    """
    return "\n".join(_lines(report))


def _lines(report: Report) -> Iterator[str]:
    yield from report.summary
    for section in report.sections:
        yield f"\n{section.title}"
        yield from (f"  {line}" for line in section.lines)
        yield from _aligned(section.table)


def _aligned(table: Sequence[Sequence[str]]) -> Iterator[str]:
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    for first, *rest in table:
        cells = (cell.rjust(width) for cell, width in zip(rest, widths[1:], strict=True))
        yield f"  {first.ljust(widths[0])}  {'  '.join(cells)}"
