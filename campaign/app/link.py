"""The link to the app: its query parameters, handed on to the page and kept as it reports them.

The page alone judges what a link asks for. Here nothing is known of the address but that it
may name a day, which the panels need before the page has spoken.
"""

from collections.abc import Mapping
from datetime import date
from urllib.parse import urlsplit

from campaign import days
from campaign.errors import DayError

__all__ = ["base", "day", "handed", "kept"]

_LONGEST = 400
"""Whole links that became one value are shorter; the page mends them."""


def base(url: str | None) -> str | None:
    """Give the address of the app without what a link asks for; none where it is not known.

    >>> base("https://example.org/?day=1945-08-18#top")
    'https://example.org/'
    """
    if not url:
        return None
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}{parts.path or '/'}"


def day(parameters: Mapping[str, str]) -> date:
    """Give the day of a link; the first day where it names none.

    >>> day({"day": "1945-08-18"}), day({"day": "soon"})
    (datetime.date(1945, 8, 18), datetime.date(1945, 8, 9))
    """
    try:
        return days.parse(parameters["day"])
    except (KeyError, DayError):
        return days.FIRST


def handed(parameters: Mapping[str, str]) -> dict[str, str]:
    """Give the parameters as the page hears them: as they are, the long ones cut."""
    return {name: _short(value) for name, value in parameters.items()}


def kept(parameters: Mapping[str, str], address: Mapping[str, str | None]) -> dict[str, str]:
    """Give the parameters that lead to what is shown.

    Parameters
    ----------
    parameters
        What the address bar has now; what is not the page's stays.
    address
        Every part of the page's own address, with its text or none.

    >>> kept({"from": "course", "view": "korea"}, {"day": "1945-09-01", "view": None})
    {'from': 'course', 'day': '1945-09-01'}
    """
    others = {name: value for name, value in parameters.items() if name not in address}
    return others | {name: _short(value) for name, value in address.items() if value is not None}


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
