"""What a spreadsheet makes of a cell it takes for a date, a number or a formula, and back again.

Everything here only recognises and suggests; nothing is read in another way than it is written.
"""

import re
from collections.abc import Iterable
from datetime import date, timedelta

from campaign import days

__all__ = ["AS_TEXT", "day_meant", "is_suspicious", "lost", "number_meant"]

AS_TEXT = (
    "take the last good copy, import it into the spreadsheet with every column as Text, "
    "and make your changes there"
)
"""What to do where a spreadsheet has rewritten a column."""

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_EPOCH = date(1899, 12, 30)
"""Day 0 of a spreadsheet."""
_YEARS = range(1944, 1946)
_ERROR = re.compile(r"#[^\W\d_]+(/[^\W\d_]+|/0)?[!?]?|#{3,}|Err:\d+")
_NOTHING = {"nan", "none", "null", "nat", "n/a", "na", "<na>", "true", "false", "wahr", "falsch"}
_FORMULA = re.compile(r"[=@+＝＠＋]|-(?![\d.]+$|$)|[\t\r]")
_HOLES = re.compile(r"\?{2,}|(?:^|[;|\s])\?(?=[;|\s]|$)|(?<=[^\W\d_])\?(?=[^\W\d_])")
_BROKEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd\ufffe\uffff]")
_SUSPICIOUS = re.compile(
    "[?#&=@+＝＠＋\t\r\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd\ufffe\uffff]"
    rf"|^-[^\d.\n]|^(?:{'|'.join(sorted(_NOTHING))})$|^err:",
    re.IGNORECASE | re.MULTILINE,
)
"""What nearly every row is free of, so that its cells need not be looked at one by one."""
_MARKUP = re.compile(r"&(?:amp|lt|gt|quot|nbsp|#\d+|#x[0-9a-fA-F]+);")


def day_meant(text: str) -> str | None:
    """Give the day that a rewritten date stands for, where only one can be meant.

    >>> [day_meant(text) for text in ("18/08/1945", "18.8.45", "8/18/1945", "16667", "18-Aug-45")]
    ['1945-08-18', '1945-08-18', '1945-08-18', '1945-08-18', '1945-08-18']
    >>> day_meant("1945-08-18T00:00:00"), day_meant("Aug 18"), day_meant("soon")
    ('1945-08-18', '1945-08-18', None)
    """
    if re.fullmatch(r"\d{4,5}(\.0+)?", text):
        found = {_EPOCH + timedelta(days=int(float(text)))}
    else:
        words = re.findall(r"[^\W\d_]+|\d+", text.partition("T")[0] if "T00" in text else text)
        found = set(_days_of(words))
    likely = {day for day in found if days.FIRST <= day <= date(1945, 9, 30)}
    found = likely or {day for day in found if day.year in _YEARS}
    return found.pop().isoformat() if len(found) == 1 else None


def _days_of(words: list[str]) -> list[date]:
    """Read a day, a month and perhaps a year in any order."""
    if len(words) > 3 and set("".join(words[3:])) <= {"0"}:
        words = words[:3]  # midnight
    months = [n for n, month in enumerate(_MONTHS, 1) for w in words if w.casefold()[:3] == month]
    numbers = [int(word) for word in words if word.isdecimal()]
    years = [number for number in numbers if number in (*_YEARS, *(y - 1900 for y in _YEARS))]
    year = 1900 + years[0] % 100 if years else 1945
    if years:
        numbers.remove(years[0])
    pairs = [(months[0], numbers[0])] if months and len(numbers) == 1 else []
    if not months and len(numbers) == 2 and years:
        pairs = [(numbers[0], numbers[1]), (numbers[1], numbers[0])]
    return [
        date(year, month, day) for month, day in pairs if month <= 12 and _has(year, month, day)
    ]


def _has(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def number_meant(text: str) -> str | None:
    """Give the number that was meant by digits with a decimal comma or thousands apart.

    >>> [number_meant(text) for text in ("49,212", "3 166.6", "3,166.6", "3.166,6", "1,2E+02")]
    ['49.212', '3166.6', '3166.6', '3166.6', None]
    """
    plain = re.sub(r"[\s'’_]", "", text)
    if re.fullmatch(r"-?\d{1,3}(,\d{3})+\.\d+", plain):
        plain = plain.replace(",", "")
    elif re.fullmatch(r"-?\d{1,3}(\.\d{3})+,\d+", plain):
        plain = plain.replace(".", "")
    plain = plain.replace(",", ".")
    return plain if re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", plain) and plain != text else None


def is_suspicious(cells: Iterable[str]) -> bool:
    """Whether any of a row's cells may have lost something."""
    return _SUSPICIOUS.search("\n".join(cells)) is not None


def lost(cell: str, is_address: bool = False) -> tuple[str, str] | None:
    """Say what a cell lost when a spreadsheet or another program wrote it, and the remedy.

    >>> lost("#REF!")
    ("is '#REF!', an error that a spreadsheet puts in place of what stood there", \
'write what stood there')
    >>> lost("???")[0]
    "has '???', whose letters were lost when the file was saved"
    >>> lost("Uennai (?)")
    """
    shown = (cell if len(cell) <= 40 else f"{cell[:40]}…").replace("'", "’")
    if found := _BROKEN.search(cell):
        sign = f"U+{ord(found[0]):04X}"
        return f"has {sign} in it, a letter that was lost or damaged", "write the letter anew"
    if _ERROR.fullmatch(cell):
        told = "an error that a spreadsheet puts in place of what stood there"
        return f"is '{cell}', {told}", "write what stood there"
    if cell.casefold() in _NOTHING:
        told = "which a program put in place of a text or of an empty cell"
        return f"is '{cell}', {told}", "write what belongs there, or leave the cell empty"
    if _FORMULA.match(cell):
        told = "which a spreadsheet takes for a formula"
        return f"is '{shown}', {told}", "begin it with a letter or a digit"
    if not is_address and _HOLES.search(cell):
        told = "whose letters were lost when the file was saved"
        return f"has '{shown}', {told}", "write it anew"
    if found := _MARKUP.search(cell):
        return f"has '{found[0]}', which is markup", "write the sign itself"
    return None
