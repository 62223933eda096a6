"""A row of a table as it is written: its cells, their record, or what is wrong with them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from campaign.facts import rewritten, saved
from campaign.facts.faults import Fault
from campaign.facts.records import KINDS, Record

__all__ = ["Row", "record_of"]

_BACK = "take the cells back from the last good copy"
_LETTERS_BACK = f"take the last good copy, make your changes there, and {saved.AS_CSV}"
_LONGEST = 5_000
_SHOWN = 60
_UNREAD = {"date_parsing", "date_from_datetime_parsing", "number_form", "whole_form"}
"""Faults of a cell that is no date or no number at all."""
_SHIFTED = 3
"""So many faults in one row make it likely that its cells stand under wrong names."""


@dataclass(frozen=True)
class Row:
    """The cells of one line as they are written, whether they can be used or not."""

    table: str
    line: int
    cells: Mapping[str, str]

    @property
    def label(self) -> str:
        """What identifies the row to a reader."""
        return " ".join(filter(None, (self.text(column) for column in KINDS[self.table].label)))

    def fault(self, text: str, column: str = "", many: str | None = None) -> Fault:
        """Say what is wrong with this row, or with its cell in a column."""
        fault = Fault(f"{self.table}.csv", self.line, self.label, text, column)
        return replace(fault, many=many) if many else fault

    def text(self, column: str) -> str:
        """Return the cell without blanks around it, or nothing if there is no such cell."""
        return self.cells.get(column, "").strip()

    def parts(self, column: str, mark: str = ";") -> list[str]:
        """Return the entries of a cell that holds several."""
        return [part.strip() for part in self.text(column).split(mark) if part.strip()]

    def day(self, column: str) -> date | None:
        """Return the date in a cell, or None if there is none that can be read."""
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", self.text(column)):
            return None
        try:
            return date.fromisoformat(self.text(column))
        except ValueError:
            return None

    def number(self, column: str) -> float | None:
        """Return the number in a cell, or None if there is none that can be read."""
        cell = self.text(column)
        return float(cell) if re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", cell) else None


def record_of(row: Row) -> tuple[Row, Record | None, list[Fault]]:
    """Make the record of a row, or say what is wrong with each of its cells.

    Parameters
    ----------
    row
        A row with every column of its table.

    Returns
    -------
    What of the row stands under its own heading, its record, and its faults.
    """
    try:
        record, details = KINDS[row.table].model_validate(row.cells), []
    except ValidationError as error:
        record, details = None, error.errors(include_url=False)
    unread = {detail["loc"][0] for detail in details if detail["type"] in _UNREAD}
    faults = [fault for fault in _lost(row) if fault.column not in unread]
    told = {fault.column for fault in faults}
    wrong = [
        detail
        for detail in details
        if detail["loc"][0] not in told and not _is_told_elsewhere(detail, row)
    ]
    if len(wrong) >= _SHIFTED and (shifted := _shifted(row)):
        first = next(iter(row.cells))
        return replace(row, cells={first: row.cells[first]}), None, [shifted]
    faults += [_fault(detail, row) for detail in wrong]
    return row, (None if faults else record), faults


def _lost(row: Row) -> Iterator[Fault]:
    is_suspicious = rewritten.is_suspicious(row.cells.values())
    for column, cell in row.cells.items():
        if len(cell) > _LONGEST:
            told = f"has {len(cell):,} letters; shorten it to {_LONGEST:,} or fewer"
            yield row.fault(told, column)
        elif is_suspicious and (found := rewritten.lost(cell, is_address=column == "url")):
            what, remedy = found
            yield row.fault(f"{what}; {remedy}", column, _LETTERS_BACK)


def _shifted(row: Row) -> Fault | None:
    """Say from which column on the cells of a row stand one column off, if that explains them."""
    columns, cells = list(row.cells), list(row.cells.values())
    tried = [
        (_faults_in(row.table, dict(zip(columns, moved, strict=True))), column, sides)
        for n, column in enumerate(columns)
        for moved, sides in (
            ([*cells[:n], *cells[n + 1 :], ""] if not cells[n] else cells, ("right", "left")),
            ([*cells[:n], "", *cells[n:-1]], ("left", "right")),
        )
    ]
    count, column, (side, back) = min(tried, key=lambda one: one[0])
    if count > 1:  # the cell that is gone, or fell off at the end, may be one that must be there
        return None
    told = f"the cells stand one column too far {side} from {column} on"
    return row.fault(f"{told}; move them one to the {back}")


def _faults_in(table: str, cells: Mapping[str, str]) -> int:
    try:
        KINDS[table].model_validate(cells)
    except ValidationError as error:
        return error.error_count()
    return 0


def _is_told_elsewhere(detail: ErrorDetails, row: Row) -> bool:
    # a whole position is judged by the rules
    if detail["type"] in ("greater_than_equal", "less_than_equal"):
        whole = row.number("lon") is not None and row.number("lat") is not None
        return whole and detail["loc"][0] in ("lon", "lat")
    return False


def _fault(detail: ErrorDetails, row: Row) -> Fault:
    column = str(detail["loc"][0])
    cell = row.text(column)
    if not cell:
        return row.fault(
            "is empty; fill it in", column, "take the cells back from the last good file"
        )
    what, remedy = _explained(detail, cell)
    many = rewritten.AS_TEXT if detail["type"] in _UNREAD else None
    return row.fault(f"{what}; {remedy}", column, many)


def _explained(detail: ErrorDetails, cell: str) -> tuple[str, str]:
    """Say what is wrong with a cell, and what to do."""
    context = detail.get("ctx", {})
    begun = cell if len(cell) <= _SHOWN else f"{cell[:_SHOWN]}…"
    shown = "is '{}'".format(begun.replace("'", "’"))
    match detail["type"]:
        case "date_parsing" | "date_from_datetime_parsing":
            day = rewritten.day_meant(cell) or "the day so, for example 1945-08-18"
            return f"{shown}, which is no date written year-month-day", f"write {day}"
        case "number_form" | "float_parsing" | "finite_number":
            if number := rewritten.number_meant(cell):
                return f"{shown}, which is no number with a decimal point", f"write {number}"
            return f"{shown}, which is no number", "write digits and a point, for example 45.757"
        case "int_parsing" | "int_from_float" | "whole_form":
            return f"{shown}, which is no whole number", "write one, for example 3"
        case "written_form":
            return f"{shown}, which is {context['fault']}", str(context["remedy"])
        case "literal_error":
            return f"has '{detail['input']}', which is no such word", f"write {context['expected']}"
        case "greater_than_equal":
            return f"{shown}, which is too small", f"write {context['ge']} or more"
        case "greater_than":
            return f"{shown}, which is too small", f"write more than {context['gt']:g}"
        case "less_than_equal":
            return f"{shown}, which is too large", f"write {context['le']} or less"
        case "too_short":
            least = context["min_length"]
            return f"{shown}, which is too few", f"write at least {least} entries"
        case _:
            return f"{shown}, which cannot be used", "compare the column with geodata/README.md"
