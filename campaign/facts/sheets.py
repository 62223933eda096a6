"""A table as a sheet: its rows as they are written, its sound records, and its faults.

A table is read here without stopping: whatever is wrong with the file, its header, a row or
a cell becomes a fault. Faults that show only between rows are the business of
:mod:`campaign.facts.rules`.
"""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from campaign.facts import header, saved
from campaign.facts.faults import Fault
from campaign.facts.reading import Row, record_of
from campaign.facts.records import KINDS, Record

__all__ = ["Sheet", "read"]

Line = tuple[int, list[str]]


@dataclass(frozen=True)
class Sheet:
    """A table as read: every row, the records of the sound ones, and the faults."""

    rows: tuple[Row, ...] = ()
    records: tuple[Record, ...] = ()
    faults: tuple[Fault, ...] = ()
    has_swallowed: bool = False
    """Whether a row has run into the next, whose name is then not known."""

    def known(self, column: str) -> dict[str, Row]:
        """Return the first row under each value of a column."""
        found: dict[str, Row] = {}
        for row in self.rows:
            found.setdefault(row.text(column), row)
        found.pop("", None)
        return found

    def names(self, column: str) -> dict[str, Row]:
        """Return what rows of other tables may name; nothing where a name is spoilt or lost."""
        if self.has_swallowed or any(fault.column == column for fault in self.faults):
            return {}
        return self.known(column)


def read(folder: Path, table: str) -> Sheet:
    """Read one table, keeping what can be kept and noting every fault.

    Parameters
    ----------
    folder
        Where the tables lie.
    table
        The file's name without ``.csv``, a key of :data:`campaign.facts.records.KINDS`.
    """
    path = folder / f"{table}.csv"
    if not path.exists():
        return _unread(path.name, f"the file is missing from {folder}; put it back")
    try:
        data = path.read_bytes()
    except OSError as fault:
        reason = f"the file cannot be read ({fault.strerror}); put a readable file in its place"
        return _unread(path.name, reason)
    text, faults = saved.text_of(path.name, data)
    if not text:
        return Sheet(faults=tuple(faults))
    if misread := header.misread(table, text):
        return Sheet(faults=(misread,))
    columns, lines, broken = _split_lines(path.name, text)
    if not columns:
        return Sheet(faults=(*faults, *broken))
    columns, lines = _without_empty_ends(columns, lines)
    wrong = list(header.faults(table, columns))
    if wrong:
        return Sheet(_named_rows(table, columns, lines), faults=(*faults, *broken, *wrong))
    if not lines:
        told = "the table has a header and no rows; take them back from the last good copy"
        return Sheet(faults=(*faults, Fault(path.name, None, "", told)))
    rows, records, found = _rows(table, columns, lines)
    has_swallowed = any(len(cells) > len(columns) for _, cells in lines)
    return Sheet(tuple(rows), tuple(records), (*faults, *broken, *found), has_swallowed)


def _named_rows(table: str, columns: list[str], lines: list[Line]) -> tuple[Row, ...]:
    """Rows under another header, as far as a name can only mean its own cells."""
    if len(set(columns)) < len(columns) or set(columns) == set(KINDS[table].model_fields):
        return ()
    return tuple(Row(table, line, dict(zip(columns, cells, strict=False))) for line, cells in lines)


def _unread(file: str, text: str) -> Sheet:
    return Sheet(faults=(Fault(file, None, "", text),))


def _split_lines(file: str, text: str) -> tuple[list[str], list[Line], list[Fault]]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    lines: list[Line] = []
    faults: list[Fault] = []
    begins = 1  # a cell with a line break makes its row longer than a line
    try:
        for cells in reader:
            lines.append((begins, cells))
            begins = reader.line_num + 1
    except csv.Error as error:
        # what follows cannot be told apart any more, and what it would say is missed elsewhere
        return [], [], [Fault(file, begins, "", _unclosed(str(error)))]
    for line, cells in lines:
        if any("\n" in cell or "\r" in cell for cell in cells):
            told = "a cell holds a line break; write the cell on one line"
            faults.append(Fault(file, line, "", told))
    stripped = [(line, [cell.strip() for cell in cells]) for line, cells in lines]
    return (stripped[0][1] if stripped else []), stripped[1:], faults


def _unclosed(error: str) -> str:
    if "limit" in error:
        return "a cell holds more than 100,000 letters; take the file back as it was last good"
    return (
        "a quotation mark is not closed or stands inside a cell, and the file cannot be "
        'read from here on; close it, or write "" for one inside a quoted cell'
    )


def _without_empty_ends(columns: list[str], lines: list[Line]) -> tuple[list[str], list[Line]]:
    """Leave out empty lines below a table and empty columns right of it, which spreadsheets add."""
    while lines and not any(lines[-1][1]):
        lines = lines[:-1]
    width = len(columns)
    while width and not columns[width - 1]:
        width -= 1
    return columns[:width], [
        (line, cells[:width] if not any(cells[width:]) else cells) for line, cells in lines
    ]


def _rows(
    table: str, columns: Sequence[str], lines: Sequence[Line]
) -> tuple[list[Row], list[Record], list[Fault]]:
    rows: list[Row] = []
    records: list[Record] = []
    faults: list[Fault] = []
    for line, cells in lines:
        if not any(cells):
            faults.append(Fault(f"{table}.csv", line, "", "the line is empty; delete it"))
        elif len(cells) != len(columns):
            # only the first cell can be trusted to stand under its own heading
            row = Row(table, line, dict(zip(columns[:1], cells[:1], strict=False)))
            faults.append(row.fault(_wrong_length(cells, len(columns))))
            rows.append(row)
        elif cells == columns:
            told = "the header stands here a second time; delete the line"
            faults.append(Fault(f"{table}.csv", line, "", told))
        else:
            row, record, found = record_of(Row(table, line, dict(zip(columns, cells, strict=True))))
            rows.append(row)
            faults += found
            records += [record] if record else []
    return rows, records, faults


def _wrong_length(cells: Sequence[str], wanted: int) -> str:
    curly = " (straight ones, not “ ”)" if any("“" in cell for cell in cells) else ""
    return (
        f"the row has {len(cells)} cells where the header has {wanted}; "
        f"add or remove commas, and put a cell that holds a comma in quotation marks{curly}"
    )
