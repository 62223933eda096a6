"""The dated places as a table that can be sorted, and filtered by any of a place's names."""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Any

import pandas as pd
import streamlit as st

from campaign import days
from campaign.app import wording
from campaign.atlas import Atlas
from campaign.facts.matching import fitting
from campaign.facts.records import Place
from campaign.facts.tables import Tables
from campaign.text import words

__all__ = ["matching", "show", "table"]

NAMES = ("name_en", "name_modern", "name_ja", "name_ru", "name_zh")
REPEATED = ("range", "status", "how", "formation", "basis", "confidence")
"""Columns in which many places say the same, which travel as numbers with a list of words."""
SHOWN = (*NAMES, "date", *REPEATED)
COLUMNS = (*SHOWN, "further")
"""Further names are searched and never shown."""


@lru_cache(maxsize=8 * len(days.DAYS))
def table(atlas: Atlas, day: date, language: str = "en") -> pd.DataFrame:
    """List the places with their status on a day, in the order of their dates.

    The list is made once and kept, so it must not be changed.

    Parameters
    ----------
    atlas
        Tables and layers.
    day
        The day whose status is given.
    language
        Language of the words; names stay as they are.

    Returns
    -------
    One row per place that is drawn on the map. A place that only gives a route its shape has
    no date, since none is documented.
    """
    listed, names = _listed(atlas, language), words(language)["status"]
    status = atlas.place_status(day).map(names)[listed.index]
    dated = listed["date"].notna()
    shown = listed.assign(status=status.where(dated, "").astype("category"))
    return shown[list(COLUMNS)].reset_index(drop=True)


@lru_cache(maxsize=8)
def _listed(atlas: Atlas, language: str) -> pd.DataFrame:
    """List what no day changes, by the row of the place on the map."""
    text = words(language)
    rows = [
        _row(atlas.tables.place(place), text, language)
        | {"further": ";".join(_further(atlas.tables, atlas.tables.place(place), layer, text))}
        for place, layer in zip(atlas.places["id"], atlas.places["layer"], strict=True)
    ]
    listed = pd.DataFrame(rows, index=atlas.places.index).sort_values("date", kind="stable")
    repeated = [column for column in REPEATED if column in listed]
    return listed.astype(dict.fromkeys(repeated, "category"))


def _row(place: Place, text: dict[str, Any], language: str) -> dict[str, Any]:
    is_dated = place.basis != "inferred"
    return {
        **{name: getattr(place, name) for name in NAMES},
        "date": place.date if is_dated else None,
        "range": _range(place, language) if is_dated else "",
        "how": text["how"][place.how],
        "formation": place.formation,
        "basis": text["basis"][place.basis],
        "confidence": text["confidence"][place.confidence],
    }


def _further(tables: Tables, place: Place, layer: str, text: dict[str, Any]) -> Iterator[str]:
    """Go through the names of its town that are not shown, of its region, and of who came."""
    aliases = tables.aliases_by_name
    yield from aliases.get(place.id, ())
    for region in tables.regions:
        if layer in region.layers:
            yield from (text["views"][region.view], *region.names, *aliases.get(region.view, ()))
    yield tables.axis(place.axis).formation
    for unit in tables.units:
        if place.axis in unit.axes:
            yield from (unit.name_en, *unit.names)


def _range(place: Place, language: str) -> str:
    """Days between which the sources put a date; nothing where they agree."""
    first, last = place.date_earliest, place.date_latest
    if first == last:
        return ""
    is_one_month = (first.year, first.month) == (last.year, last.month)
    start = f"{first.day}–" if is_one_month else f"{wording.short_date(first, language)} – "
    return start + wording.short_date(last, language)


def matching(places: pd.DataFrame, name: str) -> pd.DataFrame:
    """Keep the places that a text means, by a name then or now or by the formation that came.

    >>> rows = pd.DataFrame([dict.fromkeys(COLUMNS, "Ōtomari"), dict.fromkeys(COLUMNS, "Maoka")])
    >>> len(matching(rows, " おおとまり"))
    1
    """
    if not name.strip():
        return places
    found = fitting(map(_searched, places.to_dict("records")), name)
    return places[pd.Series(found, index=places.index, dtype=bool)]


def _searched(row: dict[str, Any]) -> list[str]:
    names = [row[name] for name in (*NAMES, "formation") if row[name]]
    return [*names, *row["further"].split(";")]


@st.fragment
def show(atlas: Atlas, day: date, language: str = "en") -> None:
    """Show the table with a box to filter it; typing there reruns nothing else."""
    text = words(language)["app"]
    st.header(text["places"], anchor=False)
    name = st.text_input(text["filter"], placeholder=text["filter_hint"], key="place-name")
    every = table(atlas, day, language)
    found = matching(every, name)
    if found.empty:
        st.html(wording.note(text["no_place"].format(name=name.strip())))
        st.caption(text["searched"])
        return
    st.dataframe(
        found[list(SHOWN)],
        hide_index=True,
        placeholder="",
        height=min(420, 40 + 35 * len(found)),
        key="places",
        column_config={
            column: st.column_config.TextColumn(
                text["column"][column].format(day=wording.short_date(day, language))
            )
            for column in (*NAMES, *REPEATED)
        }
        | {"date": st.column_config.DateColumn(text["column"]["date"], format="D MMM")},
    )
    st.html(wording.note(text["places_note"].format(shown=len(found), count=len(every))))
