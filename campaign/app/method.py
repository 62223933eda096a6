"""How we know: the method in plain words, its errors, estimate against record, and the gaps."""

from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from campaign import days
from campaign.app import wording
from campaign.atlas import Atlas
from campaign.ground import accuracy
from campaign.palette import LOOKS
from campaign.text import words

__all__ = ["REGIONS", "Evidence", "error_table", "gather", "picture", "show"]

COLOURS = {"mainland": LOOKS["soviet"].today, "sakhalin": "#0072B2"}
REGIONS = tuple(COLOURS)
_MARKED_ACROSS = (0, 10, 20)
_MARKED_UP = (0, 5, 10, 15, 20, 25)


@dataclass(frozen=True)
class Evidence:
    """What the panel shows, worked out once: no day changes it."""

    picture: str
    """Estimate against record, as markup."""
    errors: str
    """Tables of the errors by region, as markup."""


@dataclass(frozen=True)
class Dot:
    """A left-out place; lengths are percentages of the picture's, from its top left."""

    left: float
    top: float
    highest: float
    """Where its interval begins."""
    height: float
    """Of its interval."""
    colour: str
    label: str


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
    return Evidence(picture(atlas, left_out, language), _error_tables(left_out, language))


def _error_tables(left_out: pd.DataFrame, language: str) -> str:
    text = words(language)["app"]["method"]
    ours = left_out[left_out["method"] == accuracy.OURS]
    tables = []
    for region in REGIONS:
        count = int((ours["region"] == region).sum())
        errors = error_table(left_out, region, language)
        tables.append(
            {
                "caption": text["table"].format(region=text[region], count=count),
                "heads": [errors.index.name, *errors.columns],
                "rows": list(errors.itertuples()),
            }
        )
    return wording.markup("errors.html", tables=tables)


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


def picture(atlas: Atlas, left_out: pd.DataFrame, language: str = "en") -> str:
    """Every left-out place: the day estimated from all the others against the day on record.

    Parameters
    ----------
    atlas
        For the names of the places.
    left_out
        What :func:`campaign.ground.accuracy.read` gives.
    language
        Language of the labels.

    Returns
    -------
    Markup of the picture with the key to its colours.
    """
    text = words(language)["app"]["method"]
    ours = left_out[left_out["method"] == accuracy.OURS]
    return wording.markup(
        "accuracy.html",
        text=text,
        key={text[region]: colour for region, colour in COLOURS.items()},
        across=[(_percent(number), _named(number, language)) for number in _MARKED_ACROSS],
        up=[(_from_top(number), _named(number, language)) for number in _MARKED_UP],
        dots=[_dot(atlas, row, language) for row in ours.itertuples()],
    )


def _dot(atlas: Atlas, row: Any, language: str) -> Dot:
    place, half = atlas.tables.place(row.place), accuracy.EIGHTY_PERCENT * row.deviation
    highest = _from_top(row.estimated + half)
    return Dot(
        left=_percent(row.recorded),
        top=_from_top(row.estimated),
        highest=highest,
        height=round(_from_top(row.estimated - half) - highest, 1),
        colour=COLOURS[row.region],
        label=f"{place.name_en} · {wording.short_date(place.date, language)}",
    )


def _named(number: int, language: str) -> str:
    return wording.short_date(days.DAYS[number], language)


def _percent(number: float) -> float:
    """Where a day lies between the first and the last; what lies beyond is drawn at the edge."""
    return round(100 * min(max(number / len(days.DAYS), 0), 1), 1)


def _from_top(number: float) -> float:
    return round(100 - _percent(number), 1)


def show(evidence: Evidence, language: str = "en") -> None:
    """Show the whole panel."""
    text: dict[str, Any] = words(language)["app"]["method"]
    told, drawn = st.columns([7, 6], gap="large")
    with told:
        st.header(text["title"], anchor=False)
        st.markdown("\n\n".join(wording.as_markdown(line) for line in text["paragraphs"]))
        st.header(text["unknown_title"], anchor=False)
        st.markdown("\n".join(f"- {wording.as_markdown(line)}" for line in text["unknown"]))
    with drawn:
        st.header(text["picture_title"], anchor=False)
        st.html(evidence.picture)
        st.caption(text["picture_note"])
        st.html(evidence.errors)
