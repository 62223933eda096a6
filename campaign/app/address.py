"""What a link asks for: a day and a view, from the query parameters and back into them.

>>> asked = read({"day": "1945-08-18", "view": "shimushu"})
>>> asked.day, asked.view, asked.complaint
(datetime.date(1945, 8, 18), 'shimushu', '')
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from campaign import days
from campaign.errors import DayError
from campaign.page.views import VIEWS
from campaign.text import words

__all__ = ["Address", "parameters", "read"]

_LONGEST = 40


@dataclass(frozen=True)
class Address:
    """Where a link leads."""

    day: date
    view: str | None
    """Name of a view; none leaves the choice to the page, which knows its window."""
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
    The day and view asked for; the first day and the whole theatre in place of wrong ones.

    >>> read({"day": "1945-12-24"}).complaint.partition(":")[0]
    '“1945-12-24” is not a day of the campaign'
    """
    messages = words(language)["messages"]
    day, view, complaints = days.FIRST, asked.get("view"), []
    if "day" in asked:
        try:
            day = days.parse(asked["day"])
        except DayError:
            complaints.append(messages["bad_day"].format(day=_short(asked["day"])))
    if view is not None and view not in VIEWS:
        known = ", ".join(VIEWS)
        complaints.append(messages["bad_view"].format(view=_short(view), views=known))
        view = "theatre"
    return Address(day, view, " ".join(complaints))


def parameters(day: date, view: str | None) -> dict[str, str]:
    """Give the query parameters that lead to a day and a view.

    >>> parameters(date(1945, 9, 1), None)
    {'day': '1945-09-01'}
    """
    return {"day": day.isoformat()} | ({"view": view} if view else {})


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
