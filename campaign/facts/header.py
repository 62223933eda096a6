"""The first line of a table: what parts its cells, and whether its columns are what they should be.

A spreadsheet may part cells by other marks, and people add, move and rename columns. Under
another header no row can be trusted, so its faults are told alone.
"""

import csv
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from difflib import get_close_matches

from campaign.facts.faults import Fault
from campaign.facts.records import KINDS
from campaign.facts.saved import AS_CSV

__all__ = ["faults", "misread"]

_MARKS = {
    ";": "semicolons", "\t": "tabs", "|": "bars", ":": "colons", "，": "wide commas",
}  # fmt: skip
_ABOVE = 6
"""Lines of a title that may stand above a header."""


def misread(table: str, text: str) -> Fault | None:
    """Say what keeps the header of a table from being found, if anything does.

    Parameters
    ----------
    table
        Name of the table.
    text
        What its file holds.
    """
    file, wanted = f"{table}.csv", KINDS[table].model_fields.keys()
    lines = text.splitlines()[:_ABOVE]
    first = lines[0]
    if first.lower().startswith("sep="):
        return Fault(file, 1, "", f"'{first}' is a word to one spreadsheet only; delete the line")
    if (other := _other_table(first.split(","))) and other != table:
        return Fault(file, 1, "", f"the file holds the table {other}; take {file} back")
    if _known(first, ",", wanted) > 1:
        return None
    for mark, name in _MARKS.items():
        if _known(first, mark, wanted) > 1:
            return Fault(file, 1, "", f"the cells are parted by {name}, not by commas; {AS_CSV}")
    if _known(first.replace('"', ""), ",", wanted) > 1:
        told = "each line stands in one cell as a whole; open the file anew with cells parted by"
        return Fault(file, 1, "", f"{told} commas, and {AS_CSV}")
    for number, line in enumerate(lines[1:], start=1):
        if _known(line, ",", wanted) > 1:
            told = f"the header stands on line {number + 1}; delete what stands above it"
            return Fault(file, 1, "", told)
    told = "the header is missing, so no column has a name; put this line above all others"
    return Fault(file, 1, "", f"{told}: {','.join(wanted)}")


def faults(table: str, header: Sequence[str]) -> Iterator[Fault]:
    """Say which columns are missing, renamed, unknown, doubled or moved.

    Parameters
    ----------
    table
        Name of the table.
    header
        Its columns, as they are written.
    """
    for text in _told(table, header):
        yield Fault(f"{table}.csv", 1, "header", text)


def _told(table: str, header: Sequence[str]) -> Iterator[str]:
    wanted = list(KINDS[table].model_fields)
    missing = [column for column in wanted if column not in header]
    unknown = [column for column in header if column not in wanted]
    for column in missing:
        if given := _renamed(column, unknown, wanted, header):
            unknown.remove(given)
            yield f"the column '{column}' is called '{given}'; call it '{column}' again"
        else:
            yield f"the column '{column}' is missing; add it to the header and to every row"
    for column in unknown:
        if column:
            yield f"the column '{column}' is unknown; remove it from the header and from every row"
        else:
            number = header.index("") + 1
            yield f"column {number} has no name; remove it, or give it the name it should have"
    for column, count in Counter(header).items():
        if count > 1 and column in wanted:
            yield f"the column '{column}' stands {count} times; keep the one with the right cells"
    if not missing and not unknown and list(header) != wanted and len(header) == len(wanted):
        moved = next(n for n, column in enumerate(wanted) if header[n] != column)
        yield (
            f"the columns stand in another order, so that names may stand over cells of others; "
            f"'{wanted[moved]}' belongs where '{header[moved]}' is. The order is {','.join(wanted)}"
        )


def _renamed(
    column: str, unknown: Collection[str], wanted: Sequence[str], header: Sequence[str]
) -> str | None:
    """Find the column that was another: by its name, or else by its place."""
    spelt = {_plain(name): name for name in unknown if name}
    near = get_close_matches(_plain(column), spelt, n=1, cutoff=0.6)
    if near:
        return spelt[near[0]]
    place = wanted.index(column)
    there = header[place] if len(header) == len(wanted) else None
    return there if there in unknown and there else None


def _plain(name: str) -> str:
    return "".join(letter for letter in name.casefold() if letter.isalnum())


def _other_table(columns: Collection[str]) -> str | None:
    """Name the table that has just these columns."""
    same = (table for table, kind in KINDS.items() if set(kind.model_fields) == set(columns))
    return next(same, None)


def _known(line: str, mark: str, wanted: Collection[str]) -> int:
    cells = next(csv.reader([line], delimiter=mark), [])
    return sum(cell.strip() in wanted for cell in cells)
