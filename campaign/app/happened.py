"""What happened on a day: its events with their sources, and the places that changed hands."""

import re
from datetime import date
from typing import Any

import streamlit as st

from campaign import control
from campaign.app import wording
from campaign.atlas import Campaign
from campaign.records import Event, Source
from campaign.text import words

__all__ = ["changed_places", "events_of", "safe_link", "show"]

_CLOCK = re.compile(r"\b([01]?\d|2[0-3]):([0-5]\d)\b")
_PARTS_OF_DAY = {"night": 1, "dawn": 5, "morning": 8, "noon": 12, "afternoon": 15, "evening": 19}


def show(campaign: Campaign, day: date, language: str = "en") -> None:
    """Show what happened on a day."""
    text = words(language)
    cited: dict[str, int] = {}
    events = [
        {
            "time": event.time_local,
            "kind": text["app"]["kind"][event.kind],
            "title": event.title,
            "place": event.place_name,
            "summary": event.summary,
            "doubt": "" if event.confidence == "high" else text["confidence"][event.confidence],
            "numbers": [cited.setdefault(key, len(cited) + 1) for key in event.sources],
        }
        for event in events_of(campaign, day)
    ]
    heading = text["app"]["happened"].format(day=wording.full_date(day, language))
    st.header(heading, anchor=False)
    st.html(
        wording.markup(
            "happened.html",
            text=text["app"],
            events=events,
            changed=[
                (text["status"][status], names)
                for status, names in changed_places(campaign, day).items()
            ],
            sources=[_reference(campaign.tables.source(key)) for key in cited],
        )
    )


def events_of(campaign: Campaign, day: date) -> list[Event]:
    """List the events of a day: by the hour where one is known, then the others."""
    return sorted(
        (event for event in campaign.tables.events if event.date == day),
        key=lambda event: _hour(event.time_local),
    )


def _hour(text: str) -> float:
    """Hour of the day as written; without one, after all others.

    >>> _hour("04:22 Kamchatka") < _hour("about noon") < _hour("")
    True
    """
    found = _CLOCK.search(text)
    if found:
        return int(found[1]) + int(found[2]) / 60
    return next((hour for word, hour in _PARTS_OF_DAY.items() if word in text), 24)


def changed_places(campaign: Campaign, day: date) -> dict[str, list[str]]:
    """Name the places whose status changed on a day, by their new status.

    Places that only give a route its shape are left out: their day is not documented.
    """
    changed = control.changed_on(campaign.places, day)
    changed = changed[changed["basis"] != "inferred"].sort_values("rank", kind="stable")
    found: dict[str, list[str]] = {}
    for name, status in zip(changed["name_en"], changed["status"], strict=True):
        found.setdefault(status, []).append(name)
    # an airlanding and the place itself may go by one name
    return {status: list(dict.fromkeys(names)) for status, names in found.items()}


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
