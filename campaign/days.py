"""The 28 days of the campaign: index, parse and format.

Everything in this project is dated by the local day in the Far East. A day is a
:class:`datetime.date`; its index counts from 0 on 9 August 1945.
"""

import re
from datetime import date, datetime, timedelta, timezone
from typing import TypeAlias

import numpy as np

from campaign.errors import DayError

__all__ = [
    "CLOCK",
    "DAYS",
    "FIRST",
    "LAST",
    "DayLike",
    "before",
    "in_words",
    "index",
    "parse",
]

DayLike: TypeAlias = str | date | np.datetime64
"""What is read as a day: ISO text, a date or a time of :mod:`datetime`, pandas or NumPy."""

CLOCK = timezone(timedelta(hours=9))
"""Clock of Manchukuo, Korea, Karafuto and the Kurils in 1945, by which an instant has its day."""

FIRST = date(1945, 8, 9)
LAST = date(1945, 9, 5)
DAYS = tuple(FIRST + timedelta(n) for n in range((LAST - FIRST).days + 1))


def index(day: date) -> int:
    """Days since 9 August 1945; negative before, above 27 after the campaign.

    >>> index(date(1945, 8, 18))
    9
    """
    return (day - FIRST).days


def before(day: date) -> date:
    """Give the day before, which for the first day is the eve of the campaign.

    >>> before(FIRST)
    datetime.date(1945, 8, 8)
    """
    return day - timedelta(days=1)


def parse(given: DayLike, *, or_eve: bool = False) -> date:
    """Read a campaign day.

    Parameters
    ----------
    given
        An ISO date or time, as text or already read. A time without a zone is local time in the
        Far East; one with a zone is an instant, whose day is the one by :data:`CLOCK`.
    or_eve
        Whether the eve of the campaign is a day too, as what was before the first.

    Raises
    ------
    DayError
        When it is no date or lies outside the campaign; the message gives the valid range.

    >>> parse("1945-08-18")
    datetime.date(1945, 8, 18)
    >>> parse("1945-08-18T16:30Z")
    datetime.date(1945, 8, 19)
    """
    try:
        day = _date(given)
    except (ValueError, OverflowError):
        day = None
    if day is None or not (before(FIRST) if or_eve else FIRST) <= day <= LAST:
        kind = "" if isinstance(given, str | date) else f" of type {type(given).__name__}"
        raise DayError(
            f"'{_shortened(str(given))}'{kind} is not a day of the campaign: give a date from "
            f"{FIRST} to {LAST}, for example 1945-08-18."
        )
    return day


def _date(given: object) -> date | None:
    if isinstance(given, np.datetime64) and not _names_a_day(given):
        return None
    if isinstance(given, np.datetime64):
        given = given.astype("datetime64[us]").item()
    if isinstance(given, str):
        text = given.strip()
        given = datetime.fromisoformat(text) if _ISO.match(text) else None
    if isinstance(given, datetime):
        given = (given.astimezone(CLOCK) if given.tzinfo else given).date()
    # what pandas calls no time is a time by its type, and like nothing, not even itself
    return given if isinstance(given, date) and given == given else None


_ISO = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def _names_a_day(instant: np.datetime64) -> bool:
    """Whether it is as fine as a day: NumPy also has weeks, months and years."""
    return np.datetime_data(instant.dtype)[0] not in ("Y", "M", "W", "generic")


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"


_LONGEST = 60


def in_words(day: date) -> str:
    """Format a day for a heading, in English.

    >>> in_words(date(1945, 8, 18))
    'Saturday 18 August 1945 · day 10 of 28'
    """
    return f"{day:%A} {day.day} {day:%B %Y} · day {index(day) + 1} of {len(DAYS)}"
