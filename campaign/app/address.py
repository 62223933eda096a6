"""What a link asks for: a day, a view and how they are shown, from the query parameters and back.

>>> asked = read({"day": "1945-08-18", "view": "shimushu", "mode": "lecture"})
>>> asked.day, asked.view, asked.options, asked.complaint
(datetime.date(1945, 8, 18), 'shimushu', {'mode': 'lecture'}, '')
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from campaign import days
from campaign.errors import DayError
from campaign.text import words
from campaign.theatre import VIEWS

__all__ = ["Address", "parameters", "read"]

OPTIONS = ("at", "sure", "compare", "mode", "story")
"""What only the page understands; it says itself what of it cannot be followed."""

_LONGEST = 40


@dataclass(frozen=True)
class Address:
    """Where a link leads."""

    day: date | None
    """None leaves the choice to the page: a chapter of the story has a day of its own."""
    view: str | None
    """Name of a view; none leaves the choice to the page, which knows its window."""
    options: dict[str, str] = field(default_factory=dict)
    """What of :data:`OPTIONS` the link names."""
    complaint: str = ""
    """What of the link could not be followed, and what is shown instead."""


def read(asked: Mapping[str, str], language: str = "en") -> Address:
    """Follow a link as far as it can be followed.

    Parameters
    ----------
    asked
        Query parameters.
    language
        Language of the complaint.

    Returns
    -------
    What the link asks for; the first day and the whole theatre in place of wrong ones.

    >>> read({"day": "1945-12-24"}).complaint.partition(":")[0]
    '“1945-12-24” is not a day of the campaign'
    """
    messages = words(language)["messages"]
    day, view, complaints = None, asked.get("view"), []
    if "day" in asked:
        try:
            day = days.parse(asked["day"])
        except DayError:
            day = days.FIRST
            complaints.append(messages["bad_day"].format(day=_short(asked["day"])))
    if view is not None and view not in VIEWS:
        known = ", ".join(VIEWS)
        complaints.append(messages["bad_view"].format(view=_short(view), views=known))
        view = "theatre"
    options = {name: _short(asked[name]) for name in OPTIONS if name in asked}
    return Address(day, view, options, " ".join(complaints))


def parameters(shown: Mapping[str, str | None]) -> dict[str, str]:
    """Give the query parameters that lead to what is shown.

    Parameters
    ----------
    shown
        What the page reports: ``day``, ``view`` and what of :data:`OPTIONS` is on.

    >>> parameters({"day": "1945-09-01", "view": None, "story": "13"})
    {'day': '1945-09-01', 'story': '13'}
    """
    found = {name: shown.get(name) for name in ("day", "view", *OPTIONS)}
    return {name: _short(str(value)) for name, value in found.items() if value}


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
