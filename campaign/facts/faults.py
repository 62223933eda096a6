"""A fault in the tables: one sentence that names the file, the line and the remedy."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

__all__ = ["Fault", "gathered"]

_VALUES = re.compile(r"'[^']*'|[\d.:-]+")
_FEW = 3
_MANY = 10
_SHARE = 3
_CELLS = 5


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong: where it stands and what to do about it."""

    file: str
    line: int | None
    label: str
    text: str
    column: str = ""
    many: str = ""
    """What to do instead where many rows have such a fault."""

    def __str__(self) -> str:
        line = f" line {self.line}" if self.line else ""
        label = f" ({self.label})" if self.label else ""
        column = f"{self.column} " if self.column else ""
        sentence = f"{self.file}{line}{label}: {column}{self.text}."
        return " ".join(sentence.splitlines())  # a cell may hold a line break

    @property
    def cause(self) -> str:
        """What is wrong, whatever the row, the column, the values and the remedy."""
        return _VALUES.sub("", self.text).partition(";")[0]


def gathered(faults: Iterable[Fault], sizes: Mapping[str, int]) -> list[Fault]:
    """Tell once what is wrong with many rows of a file or a good part of them, and how many.

    Parameters
    ----------
    faults
        Faults in any order.
    sizes
        Number of rows of each file.

    >>> found = [Fault("a.csv", n, "", f"is '{n}', no day; mend it", "date") for n in range(2, 6)]
    >>> print(*gathered(found, {"a.csv": 4}))
    a.csv line 2: date is '2', no day, and 4 of 4 rows have this fault, in date; mend it.
    """
    alike: dict[tuple[str, str], list[Fault]] = defaultdict(list)
    for fault in faults:
        alike[fault.file, fault.cause].append(fault)
    told: list[Fault] = []
    for (file, _), group in alike.items():
        count, size = len({fault.line for fault in group}), sizes.get(file, 0)
        is_common = _SHARE * count > size or len(group) > _CELLS
        if count > _MANY or (count >= _FEW and is_common):
            told.append(_once(group, count, size))
        else:
            told += group
    return told


def _once(group: list[Fault], count: int, size: int) -> Fault:
    first = group[0]
    columns = ", ".join(dict.fromkeys(fault.column for fault in group if fault.column))
    where = f", in {columns}" if columns else ""
    what, _, remedy = first.text.partition("; ")
    shared = f"{count} of {size} rows have this fault{where}"
    return replace(first, text=f"{what}, and {shared}; {first.many or remedy}")
