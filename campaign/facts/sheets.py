"""A table as a sheet: its rows as they are written, its sound records, and its faults.

A table is read here without stopping: whatever is wrong with the file, its header, a row or
a cell becomes a fault. Faults that show only between rows are the business of
:mod:`campaign.facts.rules`.
"""

import csv
import io
import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from campaign.facts.faults import Fault
from campaign.facts.records import KINDS, Record

__all__ = ["Row", "Sheet", "read"]


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

    def fault(self, text: str) -> Fault:
        """Say what is wrong with this row."""
        return Fault(f"{self.table}.csv", self.line, self.label, text)

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
        try:
            number = float(self.text(column))
        except ValueError:
            return None
        return number if math.isfinite(number) else None


@dataclass(frozen=True)
class Sheet:
    """A table as read: every row, the records of the sound ones, and the faults."""

    rows: tuple[Row, ...] = ()
    records: tuple[Record, ...] = ()
    faults: tuple[Fault, ...] = ()

    def known(self, column: str) -> dict[str, Row]:
        """Return the first row under each value of a column."""
        found: dict[str, Row] = {}
        for row in self.rows:
            found.setdefault(row.text(column), row)
        found.pop("", None)
        return found


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
    if not path.is_file():
        text = f"the file is missing from {folder}; put it back"
        return Sheet(faults=(Fault(path.name, None, "", text),))
    try:
        data = path.read_bytes()
    except OSError as fault:
        text = f"the file cannot be read ({fault.strerror}); allow reading it, or put it back"
        return Sheet(faults=(Fault(path.name, None, "", text),))
    faults = list(_bytes_faults(path.name, data))
    header, lines, broken = _split_lines(path.name, data.decode("utf-8-sig", errors="replace"))
    faults += [*broken, *_header_faults(path.name, header, table)]
    rows: list[Row] = []
    records: list[Record] = []
    for line, cells in lines:
        if not any(cell.strip() for cell in cells):
            faults.append(Fault(path.name, line, "", "the line is empty; delete it"))
        elif len(cells) != len(header):
            # only the first cell can be trusted to stand under its own heading
            row = Row(table, line, dict(zip(header[:1], cells[:1], strict=False)))
            faults.append(row.fault(_wrong_length(len(cells), len(header))))
            rows.append(row)
        else:
            row = Row(table, line, dict(zip(header, cells, strict=True)))
            rows.append(row)
            record, found = _record(row)
            faults += found
            records += [record] if record else []
    return Sheet(tuple(rows), tuple(records), tuple(faults))


def _bytes_faults(file: str, data: bytes) -> Iterator[Fault]:
    for line, raw in enumerate(data.split(b"\n"), start=1):
        try:
            raw.decode()
        except UnicodeDecodeError as error:
            text = (
                f"byte {raw[error.start]:#04x} at position {error.start + 1} is not UTF-8; "
                "write the character anew and save the file as UTF-8"
            )
            yield Fault(file, line, "", text)


def _split_lines(
    file: str, text: str
) -> tuple[list[str], list[tuple[int, list[str]]], list[Fault]]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    lines: list[tuple[int, list[str]]] = []
    faults: list[Fault] = []
    begins = 1  # a cell with a line break makes its row longer than a line
    try:
        for cells in reader:
            lines.append((begins, cells))
            begins = reader.line_num + 1
    except csv.Error:
        # what follows an open quotation mark cannot be told apart any more
        text = (
            "a quotation mark is not closed or stands inside a cell, and the file cannot be "
            'read from here on; close it, or write "" for one inside a quoted cell'
        )
        faults.append(Fault(file, begins, "", text))
    for line, cells in lines:
        if any("\n" in cell or "\r" in cell for cell in cells):
            text = "a cell holds a line break; write the cell on one line"
            faults.append(Fault(file, line, "", text))
    header = [cell.strip() for cell in lines[0][1]] if lines else []
    return header, lines[1:], faults


def _header_faults(file: str, header: list[str], table: str) -> Iterator[Fault]:
    wanted = Counter(KINDS[table].model_fields.keys())
    given = Counter(header)
    for column in wanted - given:
        text = f"the column '{column}' is missing; add it to the header and to every row"
        yield Fault(file, 1, "header", text)
    for column in given - wanted:
        text = f"the column '{column}' is unknown or stands twice; remove it or correct its name"
        yield Fault(file, 1, "header", text)


def _wrong_length(given: int, wanted: int) -> str:
    return (
        f"the row has {given} cells where the header has {wanted}; "
        "add or remove commas, and put a cell that holds a comma in quotation marks"
    )


def _record(row: Row) -> tuple[Record | None, list[Fault]]:
    kind = KINDS[row.table]
    cells = {column: row.cells[column] for column in row.cells if column in kind.model_fields}
    try:
        return kind.model_validate(cells), []
    except ValidationError as error:
        return None, [
            row.fault(_sentence(detail, row))
            for detail in error.errors()
            if not _is_told_elsewhere(detail, row)
        ]


def _is_told_elsewhere(detail: ErrorDetails, row: Row) -> bool:
    # a missing column is told once, at the header; a whole position is judged by the rules
    if detail["type"] in ("greater_than_equal", "less_than_equal"):
        whole = row.number("lon") is not None and row.number("lat") is not None
        return whole and detail["loc"][0] in ("lon", "lat")
    return detail["type"] == "missing"


def _sentence(detail: ErrorDetails, row: Row) -> str:
    column = str(detail["loc"][0])
    if not row.text(column):
        return f"{column} is empty; fill it in"
    what = f"{column} is '{row.text(column)}'"
    context = detail.get("ctx", {})
    match detail["type"]:
        case "date_parsing" | "date_from_datetime_parsing":
            return f"{what}, which is no date; write year-month-day, for example 1945-08-18"
        case "float_parsing" | "finite_number":
            return f"{what}, which is no number; write digits and a point, for example 45.757"
        case "int_parsing" | "int_from_float":
            return f"{what}, which is no whole number; write one, for example 3"
        case "literal_error":
            wrong = detail["input"]
            return f"{column} has '{wrong}', which is no such word; write {context['expected']}"
        case "greater_than_equal":
            return f"{what}, which is too small; write {context['ge']} or more"
        case "greater_than":
            return f"{what}, which is too small; write more than {context['gt']:g}"
        case "less_than_equal":
            return f"{what}, which is too large; write {context['le']} or less"
        case "too_short":
            return f"{what}, which is too few; write at least {context['min_length']} entries"
        case _:
            return f"{what}, which cannot be used; compare the column with geodata/README.md"
