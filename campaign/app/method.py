"""How we know: the method in plain words, its errors, estimate against record, and the gaps."""

from dataclasses import dataclass
from typing import Any

import altair as alt
import pandas as pd
import streamlit as st

from campaign import days
from campaign.app import wording
from campaign.atlas import Atlas
from campaign.ground import accuracy
from campaign.palette import INK, LOOKS
from campaign.text import words

__all__ = ["REGIONS", "Evidence", "error_table", "gather", "picture", "show"]

_SAKHALIN = "#0072B2"
REGIONS = ("mainland", "sakhalin")
_FEW_DAYS = (0, 5, 10, 15, 20, 25)


@dataclass(frozen=True)
class Evidence:
    """What the panel shows, worked out once: no day changes it."""

    picture: alt.LayerChart
    errors: dict[str, pd.DataFrame]
    """Table of the errors by region."""
    counts: dict[str, int]
    """Number of places left out, by region."""


def gather(atlas: Atlas, language: str = "en") -> Evidence:
    """Work out what the panel shows.

    Parameters
    ----------
    atlas
        Its folder holds the estimates.
    language
        Language of the labels.

    Raises
    ------
    DataError
        When the estimates are missing or cannot be used; the message says what to do.
    """
    left_out = accuracy.read(atlas.folder)
    ours = left_out[left_out["method"] == accuracy.OURS]
    return Evidence(
        picture(atlas, left_out, language),
        {region: error_table(left_out, region, language) for region in REGIONS},
        {region: int((ours["region"] == region).sum()) for region in REGIONS},
    )


def error_table(left_out: pd.DataFrame, region: str, language: str = "en") -> pd.DataFrame:
    """Errors of our method and of simpler ones, as words and numbers ready to show.

    Parameters
    ----------
    left_out
        What :func:`campaign.ground.accuracy.read` gives.
    region
        ``mainland`` or ``sakhalin``.
    language
        Language of the heads.
    """
    text = words(language)["app"]["method"]
    scores = accuracy.summary(left_out, region)
    shown = pd.DataFrame(
        {
            text["column"]["method"]: [text["methods"][name] for name in scores.index],
            text["column"]["mean"]: scores["mean"].map("{:.2f}".format).to_list(),
            text["column"]["median"]: scores["median"].map("{:.2f}".format).to_list(),
            text["column"]["within_1"]: scores["within_1"].map("{:.0%}".format).to_list(),
            text["column"]["within_2"]: scores["within_2"].map("{:.0%}".format).to_list(),
            text["column"]["bias"]: scores["bias"].map("{:+.2f}".format).to_list(),
            text["column"]["holds"]: [
                "–" if pd.isna(share) else f"{share:.0%}" for share in scores["holds"]
            ],
        }
    )
    return shown.set_index(text["column"]["method"])


def picture(atlas: Atlas, left_out: pd.DataFrame, language: str = "en") -> alt.LayerChart:
    """Every left-out place: the day estimated from all the others against the day on record.

    Parameters
    ----------
    atlas
        For the names of the places.
    left_out
        What :func:`campaign.ground.accuracy.read` gives.
    language
        Language of the labels.
    """
    text = words(language)["app"]["method"]
    ours = left_out[left_out["method"] == accuracy.OURS]
    half = accuracy.EIGHTY_PERCENT * ours["deviation"]
    places = [atlas.tables.place(place) for place in ours["place"]]
    points = pd.DataFrame(
        {
            "recorded": ours["recorded"].to_list(),
            "estimated": ours["estimated"].to_list(),
            "low": (ours["estimated"] - half).clip(lower=0).to_list(),
            "high": (ours["estimated"] + half).to_list(),
            "region": [text[region] for region in ours["region"]],
            "name": [place.name_en for place in places],
            "day": [wording.short_date(place.date, language) for place in places],
        }
    )
    x = alt.X("recorded:Q", title=text["recorded"], axis=_days(language), scale=_span())
    y = alt.Y("estimated:Q", title=text["estimated"], axis=_days(language), scale=_span())
    color = alt.Color(
        "region:N",
        title=None,
        scale=alt.Scale(range=[LOOKS["soviet"].today, _SAKHALIN]),
        legend=alt.Legend(orient="top", labelFontSize=12.5, labelColor=INK),
    )
    tooltip = [
        alt.Tooltip("name:N", title=text["place"]),
        alt.Tooltip("day:N", title=text["recorded"]),
    ]
    base = alt.Chart(points)
    whiskers = base.mark_rule(opacity=0.25).encode(
        x=x, y=alt.Y("low:Q", title=text["estimated"]), y2="high:Q", color=color
    )
    dots = base.mark_circle(size=46, opacity=0.85).encode(x=x, y=y, color=color, tooltip=tooltip)
    equal = pd.DataFrame({"recorded": [0, len(days.DAYS)], "estimated": [0, len(days.DAYS)]})
    line = alt.Chart(equal).mark_line(color=INK, strokeDash=[4, 4], strokeWidth=1).encode(x=x, y=y)
    drawn: alt.LayerChart = (
        alt.layer(line, whiskers, dots)
        .properties(height=460, width="container")
        .configure_view(stroke=None)
        .configure_axis(gridColor="#E9E5DA", labelColor=INK, labelFontSize=12, titleColor=INK)
    )
    return drawn


def _days(language: str) -> alt.Axis:
    labels = {n: wording.short_date(days.DAYS[n], language) for n in _FEW_DAYS}
    expression = "".join(f"datum.value == {n} ? {label!r} : " for n, label in labels.items())
    return alt.Axis(values=list(_FEW_DAYS), labelExpr=f"{expression}''")


def _span() -> alt.Scale:
    return alt.Scale(domain=[0, len(days.DAYS)], nice=False, clamp=True)


def show(evidence: Evidence, language: str = "en") -> None:
    """Show the whole panel."""
    text: dict[str, Any] = words(language)["app"]["method"]
    told, drawn = st.columns([7, 6], gap="large")
    with told:
        st.header(text["title"], anchor=False)
        for paragraph in text["paragraphs"]:
            st.markdown(wording.as_markdown(paragraph))
        st.header(text["unknown_title"], anchor=False)
        st.markdown("\n".join(f"- {wording.as_markdown(line)}" for line in text["unknown"]))
    with drawn:
        st.header(text["picture_title"], anchor=False)
        st.altair_chart(evidence.picture, width="stretch", key="accuracy")
        st.caption(text["picture_note"])
        for region in REGIONS:
            count = evidence.counts[region]
            st.markdown(wording.as_markdown(text["table"].format(region=text[region], count=count)))
            st.table(evidence.errors[region])
