"""How a table's file was saved: its text, or the sentence that says why there is none.

The tables are kept in spreadsheets, which save in many ways. What changes no letter is read:
a byte order mark, any line ends, blanks that do not break, signs that cannot be seen. Where
letters are lost or stand in another encoding, the file is told as a whole and not read on.
"""

import codecs
import re
import unicodedata
from collections.abc import Iterator

from campaign.facts.faults import Fault

__all__ = ["AS_CSV", "text_of"]

AS_CSV = (
    "save it as CSV with commas and the character set UTF-8 (Excel: 'CSV UTF-8 (comma delimited)')"
)
"""How spreadsheets name the format of the tables."""

_BACK = "take it back as it was last good"
_FOREIGN = {
    b"PK\x03\x04": (
        f"is a workbook (xlsx or ods), no text; open it in the spreadsheet and {AS_CSV}"
    ),
    b"\xd0\xcf\x11\xe0": f"is a workbook (xls), no text; open it in the spreadsheet and {AS_CSV}",
    b"\x1f\x8b": "is a gzip archive; unpack it",
    b"%PDF": f"is a PDF; {_BACK}",
    b"{\\rtf": f"is a document of a word processor; {_BACK}",
    b"<": f"is a web page or XML, no table; {_BACK}",
    b"version https://git-lfs": "is a pointer of Git LFS; run git lfs pull",
}
_FEW = 3
_TRIED = 60
_MARKS = (7 * "<", 7 * "=", 7 * ">")
_HARD_BLANKS = re.compile("[\u00a0\u2007\u202f]")
_UNSEEN = re.compile("[\u00ad\u200b\u200e\u200f\u2060\ufeff]")
_MISTAKEN = {
    **dict.fromkeys(("cp1252", "cp1251", "koi8-r", "mac_roman", "cp850", "cp437"), 2),
    **dict.fromkeys(("cp932", "gbk", "big5"), 6),
}
"""Encodings that UTF-8 is most often taken for, and how many letters it takes to tell."""
_MIXED = re.compile(r"[a-z][─-╿㐀-鿿｡-ﾟ]|[㐀-鿿｡-ﾟ][a-z]")
"""Latin words that hold a sign of a script which has no small letters."""


def text_of(file: str, data: bytes) -> tuple[str, list[Fault]]:
    """Read the bytes of a table.

    Parameters
    ----------
    file
        Name of the file, for the sentences.
    data
        What it holds.

    Returns
    -------
    Its text, which is empty where the file must be mended as a whole, and the faults.
    """
    if fault := _foreign(file, data):
        return "", [fault]
    faults = list(_strange_bytes(file, data))
    if len(faults) > _FEW:
        text = (
            f"{len(faults)} lines hold letters in another encoding than UTF-8, "
            f"the first of them line {faults[0].line}; open the file in the program that shows its "
            f"names rightly, and {AS_CSV}"
        )
        return "", [Fault(file, None, "", text)]
    text = data.decode("utf-8-sig", errors="replace")
    if fault := _unmerged(file, text) or _mistaken(file, text):
        return "", [fault]
    text = _UNSEEN.sub("", _HARD_BLANKS.sub(" ", text))
    # a Mac may write a letter and its accent as two
    return unicodedata.normalize("NFC", text), faults


def _foreign(file: str, data: bytes) -> Fault | None:
    start = data.removeprefix(codecs.BOM_UTF8).lstrip()[:64]
    if not start:
        return Fault(file, None, "", f"the file is empty; {_BACK}")
    for mark, what in _FOREIGN.items():
        if start.startswith(mark):
            return Fault(file, None, "", f"the file {what}")
    nulls = data.count(0)
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or 4 * nulls > len(data):
        return Fault(file, None, "", f"the file is in UTF-16 ('Unicode text'), not UTF-8; {AS_CSV}")
    if nulls:
        line = data[: data.index(0)].count(b"\n") + 1
        text = f"the file holds {nulls} zero bytes, so it was damaged when it was saved; {_BACK}"
        return Fault(file, line, "", text)
    return None


def _strange_bytes(file: str, data: bytes) -> Iterator[Fault]:
    for line, raw in enumerate(re.split(rb"\r\n|\n|\r", data), start=1):
        try:
            raw.decode()
        except UnicodeDecodeError as error:
            text = (
                f"byte {raw[error.start]:#04x} at position {error.start + 1} is not UTF-8; "
                "write the character anew and save the file as UTF-8"
            )
            yield Fault(file, line, "", text)


def _unmerged(file: str, text: str) -> Fault | None:
    if not any(mark in text for mark in _MARKS):
        return None
    for number, line in enumerate(text.splitlines(), start=1):
        if line.startswith((_MARKS[0], _MARKS[2])) or line == _MARKS[1]:
            fault = "the two sides of a merge stand here; keep one, and delete the lines of marks"
            return Fault(file, number, "", fault)
    return None


def _mistaken(file: str, text: str) -> Fault | None:
    """Say that the letters are bytes of UTF-8 that were read as those of another encoding."""
    runs = re.findall(r"[^\x00-\x7f]{2,}", text)[:_TRIED]
    for encoding, least in _MISTAKEN.items():
        mistaken = [run for run in runs if _read_anew(run, encoding)]
        if len("".join(mistaken)) >= least and 2 * len(mistaken) > len(runs):
            said = f"as {encoding}, '{mistaken[0]}' for '{_read_anew(mistaken[0], encoding)}'"
            return _garbled(file, None, said)
    if mixed := _MIXED.search(text):
        line = text.count("\n", 0, mixed.start()) + 1
        return _garbled(file, line, f"in another encoding, as in '{mixed[0]}'")
    return None


def _garbled(file: str, line: int | None, said: str) -> Fault:
    text = f"letters were garbled when the file was opened {said}; open the last good file as UTF-8"
    return Fault(file, line, "", f"{text} and {AS_CSV}")


def _read_anew(run: str, encoding: str) -> str | None:
    try:
        return b"".join(_bytes_of(letter, encoding) for letter in run).decode()
    except UnicodeError:
        return None


def _bytes_of(letter: str, encoding: str) -> bytes:
    # what an encoding leaves open is kept as it is by most programs
    return letter.encode("latin-1" if "\x80" <= letter <= "\x9f" else encoding)
