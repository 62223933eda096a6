"""What happened on a day: its events with their sources, and the places that changed hands."""

import re
from datetime import date
from typing import Any

import streamlit as st

from campaign import control
from campaign.app import wording
from campaign.atlas import Campaign
from campaign.chronicle import chronicle
from campaign.records import Source
from campaign.text import words

__all__ = ["changed_places", "safe_link", "show"]


def show(campaign: Campaign, day: date, language: str = "en") -> None:
    """Show what happened on a day."""
    text = words(language)
    told = chronicle(campaign, day, language)
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
        for event in told.events
    ]
    heading = text["app"]["happened"].format(day=wording.full_date(day, language))
    st.header(heading, anchor=False)
    st.html(
        wording.markup(
            "happened.html",
            text=text["app"],
            sentence=told.sentence,
            events=events,
            changed=[
                (text["status"][status], names)
                for status, names in changed_places(campaign, day).items()
            ],
            sources=[_reference(campaign.tables.source(key)) for key in cited],
        )
    )


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
