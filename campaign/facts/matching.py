"""Which names a few typed letters mean: in any script, in any order of words, as people spell them.

The page asks the same in its own tongue (``script/base/matching.js``). What both fold stands once,
in ``letters.json``: patterns that Python and JavaScript read alike, and the letters of kana,
Cyrillic and hangul; which character is written for which follows from the dictionaries of OpenCC.
``tests/searches.json`` holds names as people type them, tried on both.
"""

import json
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import opencc

__all__ = ["LETTERS", "Sought", "Spelling", "fit", "fitting", "simplified", "sought", "spellings"]

LETTERS: dict[str, Any] = json.loads(
    Path(__file__).with_name("letters.json").read_text(encoding="utf-8")
)
"""How letters are folded and read, given to the page as it is."""

_APART = re.compile(r"[\W_]+")
_WITHIN = re.compile(r"[()（）/／,]")
_TELLING = re.compile("[0-9]+$|[一-鿿]|[^0-9ᄀ-ᇿ]{3}")
"""What means something in the middle of a name even where it is short."""
_KATAKANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}
_HAN = range(0x3400, 0xA000)
_HANGUL = range(0xAC00, 0xD7A4)
_LOOSE_ELSEWHERE = 7


@dataclass(frozen=True)
class Spelling:
    """One way to write a name, without what few people type."""

    joined: str
    """Its letters and digits, so that "Port-Arthur" and "portarthur" are one."""
    words: tuple[str, ...]


@dataclass(frozen=True)
class Sought:
    """What was typed: as it is written, and as it may sound."""

    plain: Spelling
    loose: tuple[Spelling, ...]


@lru_cache(maxsize=16_384)
def spellings(name: str) -> tuple[tuple[Spelling, Spelling], ...]:
    """Spell a name plain and loose: as a whole, and what stands beside and within its brackets."""
    whole = [name, *_WITHIN.split(name)]
    found = [_plain(_even(part)) for part in dict.fromkeys(whole)]
    return tuple((_spelling(text), _spelling(_loose(text))) for text in found if text)


def sought(text: str) -> Sought:
    """Read what was typed.

    >>> sought("Port-Arthur").plain
    Spelling(joined='portarthur', words=('port', 'arthur'))
    >>> [spelling.joined for spelling in sought("とよはら").loose]
    ['とよはら', 'toyohara']
    """
    even = _even(text)
    plain = _plain(even)
    readings = dict.fromkeys(_spelling(_loose(read)) for read in (plain, _plain(_latin(even))))
    return Sought(_spelling(plain), tuple(reading for reading in readings if reading.joined))


def fit(names: Iterable[str], wanted: Sought) -> int | None:
    """How well names fit what was typed; None if not at all.

    0 for a whole name, 2 for the start of one, 4 for words that begin so, in any order, 6 for what
    stands elsewhere in a name; one more where only the sound is the same.

    >>> fit(["Port Arthur", "旅順"], sought("port-art"))
    2
    """
    if not wanted.plain.joined:
        return None
    spelt = [pair for name in names for pair in spellings(name)]
    grades = [_grade([plain for plain, _ in spelt], wanted.plain)]
    loose = [spelling for _, spelling in spelt]
    grades += [_plus_one(_grade(loose, reading)) for reading in wanted.loose]
    found = [grade for grade in grades if grade not in (None, _LOOSE_ELSEWHERE)]
    return min(found, default=None)


def fitting(things: Iterable[Iterable[str]], text: str) -> list[bool]:
    """Say which things a text means, each given by its names.

    What only sounds so is not meant where something is written so, nor what has the words apart
    where they are a whole name.

    >>> fitting([["Hutou"], ["Futomata"], ["Old Hutou"]], "hutou")
    [True, False, False]
    """
    wanted = sought(text)
    grades = [fit(names, wanted) for names in things]
    written = min((grade for grade in grades if grade is not None and grade % 2 == 0), default=7)
    most = 3 if written == 0 else 7
    return [
        grade is not None and grade <= most and (grade % 2 == 0 or grade < written)
        for grade in grades
    ]


def _plus_one(grade: int | None) -> int | None:
    return None if grade is None else grade + 1


def _grade(spelt: Sequence[Spelling], wanted: Spelling) -> int | None:
    joined = [spelling.joined for spelling in spelt]
    turned = sorted(wanted.words)
    if wanted.joined in joined or any(sorted(spelling.words) == turned for spelling in spelt):
        return 0
    # the 3rd is not the 39th
    if not wanted.joined[-1].isdigit() and any(one.startswith(wanted.joined) for one in joined):
        return 2
    words = {word for spelling in spelt for word in spelling.words}
    if all(any(_begins(word, typed) for word in words) for typed in wanted.words):
        return 4
    return (
        6 if _TELLING.match(wanted.joined) and any(wanted.joined in one for one in joined) else None
    )


def _begins(word: str, typed: str) -> bool:
    return word == typed if typed.isdecimal() else word.startswith(typed)


@cache
def simplified(character: str) -> str:
    """Give the simplified form of a traditional or Japanese character.

    >>> "".join(map(simplified, "滿満满"))
    '满满满'
    """
    found: str = _converter("t2s").convert(_converter("jp2t").convert(character))
    return found if len(found) == 1 else character


@cache
def _converter(name: str) -> opencc.OpenCC:
    return opencc.OpenCC(name)


def _even(text: str) -> str:
    """Write letters of one width and case, kana as hiragana, characters as simplified ones."""
    letters = unicodedata.normalize("NFKC", text).lower().translate(_KATAKANA)
    return "".join(simplified(letter) if ord(letter) in _HAN else letter for letter in letters)


def _plain(even: str) -> str:
    letters = unicodedata.normalize("NFKD", even)
    bare = "".join(letter for letter in letters if unicodedata.category(letter)[0] != "M")
    return _replaced(bare, "plain").strip()


def _loose(plain: str) -> str:
    return _replaced(plain, "loose")


def _latin(even: str) -> str:
    """Read kana, Cyrillic and hangul in Latin letters, and ordinal words in digits."""
    return _replaced("".join(map(_letter, even)), "read")


def _letter(letter: str) -> str:
    if ord(letter) in _HANGUL:
        first, rest = divmod(ord(letter) - _HANGUL.start, 588)
        middle, last = divmod(rest, 28)
        initials, vowels, finals = LETTERS["hangul"]
        return f"{initials[first]}{vowels[middle]}{finals[last]}"
    read = LETTERS["kana"].get(letter, LETTERS["cyrillic"].get(letter, letter))
    return str(read)


def _replaced(text: str, rules: str) -> str:
    for pattern, instead in LETTERS[rules]:
        text = re.sub(pattern, instead, text)
    return text


def _spelling(text: str) -> Spelling:
    words = tuple(word for word in _APART.split(text) if word)
    return Spelling("".join(words), words)
