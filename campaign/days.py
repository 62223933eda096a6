"""The 28 days of the campaign: index, parse and format.

Everything in this project is dated by the local day in the Far East. A day is a
:class:`datetime.date`; its index counts from 0 on 9 August 1945.
"""

from datetime import date, timedelta

from campaign.errors import DayError

__all__ = ["DAYS", "FIRST", "LAST", "before", "in_words", "index", "parse"]

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


def parse(text: str | date) -> date:
    """Read a campaign day.

    Parameters
    ----------
    text
        An ISO date, or a date (or time) already read.

    Raises
    ------
    DayError
        When the text is no date or lies outside the campaign; the message gives the valid range.

    >>> parse("1945-08-18")
    datetime.date(1945, 8, 18)
    """
    try:
        iso = f"{text:%Y-%m-%d}" if isinstance(text, date) else str(text).strip()
        day = date.fromisoformat(iso)
    except ValueError:
        day = None
    if day is None or not FIRST <= day <= LAST:
        raise DayError(
            f"'{text}' is not a day of the campaign: give a date from {FIRST} to {LAST}, "
            "for example 1945-08-18."
        )
    return day


def in_words(day: date) -> str:
    """Format a day for a heading, in English.

    >>> in_words(date(1945, 8, 18))
    'Saturday 18 August 1945 · day 10 of 28'
    """
    return f"{day:%A} {day.day} {day:%B %Y} · day {index(day) + 1} of {len(DAYS)}"
