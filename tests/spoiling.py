"""Copies of the tables that a test may spoil, and what is then said of them."""

import csv
from pathlib import Path

from campaign.facts import tables


def rows_of(folder: Path, table: str) -> list[list[str]]:
    with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def write(folder: Path, table: str, rows: list[list[str]]) -> None:
    with (folder / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


def where(folder: Path, table: str, name: str) -> int:
    """Return the index of the row whose cells begin or contain the name."""
    rows = rows_of(folder, table)
    return next(n for n, row in enumerate(rows) if n and name in row)


def change(folder: Path, table: str, name: str, /, **cells: str) -> int:
    """Change cells of the row with this name and return its line."""
    rows = rows_of(folder, table)
    n = where(folder, table, name)
    for column, cell in cells.items():
        rows[n][rows[0].index(column)] = cell
    write(folder, table, rows)
    return n + 1


def messages(folder: Path) -> list[str]:
    return [str(fault) for fault in tables.faults(folder)]
