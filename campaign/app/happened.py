"""What happened on a day: its events with their sources, and the places that changed hands."""

import re
from datetime import date
from functools import lru_cache
from typing import Any

import streamlit as st

from campaign import days
from campaign.app import wording
from campaign.atlas import Atlas
from campaign.facts.records import Source
from campaign.telling.chronicle import chronicle
from campaign.text import words

__all__ = ["changed_places", "safe_link", "show", "told"]


def show(atlas: Atlas, day: date, language: str = "en") -> None:
    """Show what happened on a day."""
    heading = words(language)["app"]["happened"].format(day=wording.full_date(day, language))
    st.html(wording.heading(heading))
    st.html(told(atlas, day, language))


@lru_cache(maxsize=8 * len(days.DAYS))
def told(atlas: Atlas, day: date, language: str = "en") -> str:
    """Tell what happened on a day, as markup; it is written once and kept."""
    text = words(language)
    said = chronicle(atlas, day, language)
    cited: dict[str, int] = {}
    events = [
        {
            "time": event.time_local,
            "kind": text["kind"][event.kind],
            "title": event.title,
            "place": event.place_name,
            "summary": event.summary,
            "doubt": "" if event.confidence == "high" else text["confidence"][event.confidence],
            "numbers": [cited.setdefault(key, len(cited) + 1) for key in event.sources],
        }
        for event in said.events
    ]
    return wording.markup(
        "happened.html",
        text=text["app"],
        sentence=said.sentence,
        events=events,
        changed=[
            (text["status"][status], names) for status, names in changed_places(atlas, day).items()
        ],
        sources=[_reference(atlas.tables.source(key)) for key in cited],
    )


def changed_places(atlas: Atlas, day: date) -> dict[str, list[str]]:
    """Name the places whose status changed on a day, by their new status.

    Places that only give a route its shape are left out: their day is not documented.
    """
    found: dict[str, list[str]] = {}
    for place in chronicle(atlas, day).places:
        found.setdefault(place.status, []).append(place.name)
    return found


def safe_link(source: Source) -> str | None:
    """Give the address of a source, if it is one that may be opened.

    Returns
    -------
    None for anything but a web page.
    """
    return source.url if re.fullmatch(r"https?://\S+", source.url) else None


def _reference(source: Source) -> dict[str, Any]:
    rest = ", ".join(part for part in (source.year, source.publisher) if part)
    return {"author": source.author, "title": source.title, "rest": rest, "link": safe_link(source)}
