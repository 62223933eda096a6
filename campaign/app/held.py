"""How much of each layer was held on each day, as a table and as a chart.

Layers differ a ten-thousandfold in size, so every layer has a row of its own in which
its whole area is the full height: the Habomai islets are as easy to read as Manchuria.
"""

from datetime import date
from typing import Any, Literal

import altair as alt
import pandas as pd
import streamlit as st

from campaign import days
from campaign.app import wording
from campaign.atlas import Atlas
from campaign.palette import INK, LOOKS, SEA
from campaign.text import words
from campaign.theatre import PLAN_LAYER

__all__ = ["chart", "show", "table"]

SOVIET, CAPITULATED, LATER = LOOKS["soviet"].today, LOOKS["capitulated"].edge, 0.3
HAIR = "#D8D3C6"
ROW_PX = 44
FILL = 0.8
"""Share of a row that its bars may fill."""


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


def chart(held: pd.DataFrame, day: date, language: str = "en") -> alt.LayerChart:
    """Draw the share of every layer that was held, day by day.

    Parameters
    ----------
    held
        What :func:`table` gives.
    day
        The day to mark.
    language
        Language of the labels.
    """
    text, shown = words(language), days.index(day)
    layers = list(dict.fromkeys(held["layer"]))
    rows = _bars(held, layers, text, language)
    today = held[held["day"] == shown].set_index("layer")["soviet"]
    names = [text["layers"][layer] for layer in layers]
    areas = [wording.area(today[layer], language) for layer in layers]
    x = alt.X("day:O", title=None, axis=_day_axis(language), scale=alt.Scale(paddingInner=0.12))
    statuses = [text["status"]["soviet"], text["status"]["capitulated"]]
    bars = (
        alt.Chart(rows)
        .mark_bar()
        .encode(
            x=x,
            y=_row("top", names, "left"),
            y2="bottom:Q",
            color=alt.Color(
                "status:N",
                title=None,
                scale=alt.Scale(domain=statuses, range=[SOVIET, CAPITULATED]),
                legend=alt.Legend(
                    orient="top", symbolType="square", labelColor=INK, labelFontSize=12.5
                ),
            ),
            opacity=alt.condition(f"datum.day <= {shown}", alt.value(1), alt.value(LATER)),
            tooltip=[
                alt.Tooltip("name:N", title=text["app"]["layer"]),
                alt.Tooltip("date:N", title=text["app"]["day"]),
                alt.Tooltip("status:N", title=text["app"]["status"]),
                alt.Tooltip("area:N", title=text["details"]["area"]),
                alt.Tooltip("share:Q", title=text["app"]["share"], format=".0%"),
            ],
        )
    )
    marked = alt.Chart(pd.DataFrame({"day": [shown], "top": [0.0], "bottom": [len(layers)]}))
    band = marked.mark_bar(color=SEA).encode(x=x, y=_row("top", areas, "right"), y2="bottom:Q")
    floors = pd.DataFrame({"floor": [row + (1 + FILL) / 2 for row in range(len(layers))]})
    lines = (
        alt.Chart(floors)
        .mark_rule(color=HAIR)
        .encode(y=alt.Y("floor:Q", axis=None, scale=_rows(layers)))
    )
    drawn: alt.LayerChart = (
        alt.layer(band, lines, bars)
        .resolve_scale(y="independent")
        .properties(height=ROW_PX * len(layers), width="container")
        .configure_view(stroke=None)
        .configure_axis(domain=False, ticks=False, labelColor=INK, labelFontSize=12.5)
    )
    return drawn


def _bars(
    held: pd.DataFrame, layers: list[str], text: dict[str, Any], language: str
) -> pd.DataFrame:
    """Place a bar for every layer, day and status that holds anything."""
    found = []
    for row in held.to_dict("records"):
        floor = layers.index(row["layer"]) + (1 + FILL) / 2
        for status in ("soviet", "capitulated"):
            if row[status] <= 0:
                continue
            share = row[status] / row["total"]
            top = floor - FILL * share
            found.append(
                {
                    "day": row["day"],
                    "status": text["status"][status],
                    "top": top,
                    "bottom": floor,
                    "share": share,
                    "name": text["layers"][row["layer"]],
                    "date": wording.short_date(days.DAYS[row["day"]], language),
                    "area": wording.area(row[status], language),
                }
            )
            floor = top
    return pd.DataFrame(found)


def _row(field: str, labels: list[str], side: Literal["left", "right"]) -> alt.Y:
    """One band to a layer, the first on top, each with a label in its middle."""
    axis = alt.Axis(
        values=[row + 0.5 for row in range(len(labels))],
        labelExpr=f"{labels!r}[floor(datum.value)]",
        labelFontWeight="normal" if side == "left" else "bold",
        orient=side,
        grid=False,
        labelLimit=150,
        labelPadding=8,
    )
    return alt.Y(f"{field}:Q", title=None, axis=axis, scale=_rows(labels))


def _rows(labels: list[str]) -> alt.Scale:
    return alt.Scale(domain=[0, len(labels)], nice=False, reverse=True)


def _day_axis(language: str) -> alt.Axis:
    """Name the first day, one in each week after it, and the first of September."""
    marks = [n for n, day in enumerate(days.DAYS) if day.day in (1, 15, 22) or n == 0]
    labels = {n: wording.short_date(days.DAYS[n], language) for n in marks}
    expression = "".join(f"datum.value == {n} ? {label!r} : " for n, label in labels.items())
    return alt.Axis(values=marks, labelExpr=f"{expression}''", labelAngle=0, labelAlign="left")


def show(held: pd.DataFrame, day: date, language: str = "en") -> None:
    """Show the chart with its heading and what it counts."""
    text = words(language)["app"]
    st.header(text["held"].format(day=wording.short_date(day, language)), anchor=False)
    st.altair_chart(chart(held, day, language), theme="streamlit", width="stretch", key="held")
    st.caption(text["held_note"])
