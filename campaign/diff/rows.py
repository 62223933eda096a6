"""The tables compared: rows added and removed, and cells that hold something else."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from campaign.facts.reading import Row
from campaign.facts.records import KINDS
from campaign.facts.sheets import Sheet

__all__ = ["Change", "TableDiff", "compare"]

Key = tuple[str, int]
"""What identifies a row to a reader, and how many rows with the same label stand before it."""


@dataclass(frozen=True)
class Change:
    """A row of both states whose cells differ."""

    label: str
    cells: Mapping[str, tuple[str, str]]
    """Cell before and after, by column."""


@dataclass(frozen=True)
class TableDiff:
    """What differs in one table."""

    name: str
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    changed: tuple[Change, ...] = ()
    new_columns: tuple[str, ...] = ()
    lost_columns: tuple[str, ...] = ()
    is_new: bool = False
    is_gone: bool = False
    is_reordered: bool = False

    def __bool__(self) -> bool:
        return self != TableDiff(self.name)


def compare(old: Mapping[str, Sheet], new: Mapping[str, Sheet]) -> list[TableDiff]:
    """Compare the tables of two states.

    Parameters
    ----------
    old, new
        Sheets by the name of the table.

    Returns
    -------
    One entry per table that differs, in the order of the tables.
    """
    found = [_compare(name, old.get(name), new.get(name)) for name in KINDS]
    return [diff for diff in found if diff]


def _compare(name: str, old: Sheet | None, new: Sheet | None) -> TableDiff:
    before, after = _by_key(old), _by_key(new)
    old_columns, new_columns = _columns(before), _columns(after)
    both = [column for column in new_columns if column in old_columns]
    kept = [key for key in before if key in after]
    changed = (_change(before[key], after[key], both) for key in kept)
    return TableDiff(
        name,
        added=tuple(key[0] for key in after if key not in before),
        removed=tuple(key[0] for key in before if key not in after),
        changed=tuple(change for change in changed if change.cells),
        new_columns=tuple(c for c in new_columns if old_columns and c not in old_columns),
        lost_columns=tuple(c for c in old_columns if new_columns and c not in new_columns),
        is_new=old is None and new is not None,
        is_gone=new is None and old is not None,
        is_reordered=kept != [key for key in after if key in before],
    )


def _by_key(sheet: Sheet | None) -> dict[Key, Row]:
    seen: Counter[str] = Counter()
    found = {}
    for row in sheet.rows if sheet else ():
        found[row.label, seen[row.label]] = row
        seen[row.label] += 1
    return found


def _columns(rows: Mapping[Key, Row]) -> list[str]:
    # a row of the wrong length keeps its first cell alone
    return list(max((row.cells for row in rows.values()), key=len, default=()))


def _change(old: Row, new: Row, columns: list[str]) -> Change:
    cells = {
        column: (old.text(column), new.text(column))
        for column in columns
        if old.text(column) != new.text(column)
    }
    return Change(new.label, cells)
