"""How much of each layer was held on each day, as a table and as a chart.

Layers differ a ten-thousandfold in size, so every layer has a row of its own in which
its whole area is the full height: the Habomai islets are as easy to read as Manchuria.
"""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

import pandas as pd
import streamlit as st

from campaign import days
from campaign.app import wording
from campaign.atlas import Atlas
from campaign.palette import LOOKS, SEA
from campaign.text import words
from campaign.theatre import PLAN_LAYER

__all__ = ["chart", "show", "table"]

COLOURS = {"soviet": LOOKS["soviet"].today, "capitulated": LOOKS["capitulated"].edge}
"""What is drawn of a layer, from the floor of its row upwards."""
FLOOR, FILL = 0.9, 0.8
"""Where in a row its bars stand, from its top, and the share of it that they may fill."""
GAP = 0.16
"""Share of a day that is left free between two bars."""


@dataclass(frozen=True)
class Bar:
    """What was held of a layer on a day; lengths are percentages of the row's."""

    left: float
    top: float
    height: float
    label: str


@dataclass(frozen=True)
class Row:
    """A layer through the campaign."""

    name: str
    bars: dict[str, dict[int, Bar]]
    """By status and day (from 0), where there is anything to draw."""
    held: pd.DataFrame
    """What :func:`table` says of the layer, by day."""


def table(atlas: Atlas) -> pd.DataFrame:
    """Add up the ground held on every day.

    Returns
    -------
    One row per layer and day: ``layer``, ``day`` (from 0), ``total``, ``soviet`` and
    ``capitulated`` in km². Ground that was only planned to be taken has no row.
    """
    found = []
    for number, day in enumerate(days.DAYS):
        areas = atlas.area(day).drop(index=PLAN_LAYER, errors="ignore")
        part = areas[["soviet", "capitulated"]].assign(day=number, total=areas.sum(axis=1))
        found.append(part.rename_axis("layer").reset_index())
    return pd.concat(found, ignore_index=True)


@lru_cache(maxsize=8 * len(days.DAYS))
def chart(atlas: Atlas, day: date, language: str = "en") -> str:
    """Draw the share of every layer that was held, day by day; it is drawn once and kept.

    Parameters
    ----------
    atlas
        The campaign.
    day
        The day to mark.
    language
        Language of the labels.

    Returns
    -------
    Markup of a table: to each layer its bars and the area held on the day.
    """
    text, shown = words(language), days.index(day)
    return wording.markup(
        "held.html",
        rows=[_on_the_day(row, shown, language) for row in _rows(atlas, language)],
        key={text["status"][status]: colour for status, colour in COLOURS.items()},
        shown={"left": _percent(shown), "width": _percent(1), "colour": SEA},
        bar_width=_percent(1 - GAP),
        marks=_marks(language),
    )


def _on_the_day(row: Row, shown: int, language: str) -> dict[str, Any]:
    """Tell the bars whose days are yet to come from the others, and name what is held."""
    today = row.held.loc[shown]
    head = f"{words(language)['app']['share']}, {wording.short_date(days.DAYS[shown], language)}"
    return {
        "name": row.name,
        "label": f"{head}: {_share(today['soviet'] / today['total'])}",
        "area": wording.area(today["soviet"], language),
        "bars": [
            {
                "colour": COLOURS[status],
                "is_later": is_later,
                "bars": [bar for day, bar in bars.items() if (day > shown) is is_later],
            }
            for status, bars in row.bars.items()
            for is_later in (False, True)
        ],
    }


@lru_cache(maxsize=8)
def _rows(atlas: Atlas, language: str) -> tuple[Row, ...]:
    """Place the bars of every layer, which are the same on every day."""
    names = words(language)["layers"]
    return tuple(
        Row(names[layer], _bars(rows.set_index("day"), language), rows.set_index("day"))
        for layer, rows in table(atlas).groupby("layer", sort=False)
    )


def _bars(held: pd.DataFrame, language: str) -> dict[str, dict[int, Bar]]:
    floor, found = pd.Series(FLOOR, index=held.index), {}
    for status in COLOURS:
        share = held[status] / held["total"]
        top = floor - FILL * share
        found[status] = {
            day: Bar(
                left=_percent(day + GAP / 2),
                top=round(100 * top[day], 1),
                height=round(100 * FILL * share[day], 1),
                label=_label(day, status, held.loc[day, status], share[day], language),
            )
            for day in held.index[share > 0]
        }
        floor = top
    return found


def _label(day: int, status: str, km2: float, share: float, language: str) -> str:
    named, held = wording.short_date(days.DAYS[day], language), words(language)["status"][status]
    return " · ".join((named, held, wording.area(km2, language), _share(share)))


def _marks(language: str) -> list[tuple[float, str]]:
    """Name the first day, one in each week after it, and the first of September."""
    return [
        (_percent(number), wording.short_date(day, language))
        for number, day in enumerate(days.DAYS)
        if day.day in (1, 15, 22) or number == 0
    ]


def _percent(number_of_days: float) -> float:
    return round(100 * number_of_days / len(days.DAYS), 2)


def _share(share: float) -> str:
    return f"{share:.0%}"


def show(atlas: Atlas, day: date, language: str = "en") -> None:
    """Show the chart with its heading and what it counts."""
    text = words(language)["app"]
    st.html(wording.heading(text["held"].format(day=wording.short_date(day, language))))
    st.html(chart(atlas, day, language))
    st.caption(text["held_note"])
