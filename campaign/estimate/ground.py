"""Rows of the layers: pieces, islands and the Hokkaido plan with all their properties."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

import numpy as np
from scipy.spatial import cKDTree
from shapely.geometry.base import BaseGeometry

from campaign import days
from campaign.estimate.borders import area_km2
from campaign.estimate.courses import takes_ground
from campaign.estimate.islands import Island
from campaign.estimate.pieces import History, Piece, interval
from campaign.estimate.projection import Projection
from campaign.facts.records import Place, PlanStep
from campaign.facts.tables import Tables
from campaign.ground.layers import COLUMNS

__all__ = ["Gazetteer", "island_row", "piece_row", "plan_row"]

Row = dict[str, Any]

_MEDIUM_DAYS = 0.8
"""An estimated day with a standard deviation up to this is of medium confidence; beyond, low."""
_NAMES = ("name_en", "name_modern", "name_ja", "name_ru", "name_zh")
_NO_COLUMN = "Japanese authority ended; no Soviet column is documented here."
_CONTESTED = (
    "Contested between the sources: the Eighth Route Army took or held the town, "
    "Soviet works count it as freed by the Soviet-Mongolian group."
)
_PLAN_NAMES = {
    "name_en": "Northern Hokkaido (Rumoi landing, planned, never made)",
    "name_modern": "Hokkaido north of the line Rumoi - Kushiro",
    "name_ja": "北海道北部(留萌上陸計画)",
    "name_ru": "Северное Хоккайдо (план высадки в Румои)",
    "name_zh": "北海道北部(留萌登陸計劃)",
}


class Gazetteer:
    """Finds the dated place nearest to a point, for the names of estimated ground."""

    def __init__(self, places: Iterable[Place], projection: Projection) -> None:
        self._places = [place for place in places if takes_ground(place)]
        self._projection = projection
        self._at = projection.forward(np.array([(p.lon, p.lat) for p in self._places]))

    def nearest(self, geometry: BaseGeometry, axis: str | None) -> Place:
        """Dated place nearest to a piece's middle, on its own axis where that has one."""
        largest = max(getattr(geometry, "geoms", [geometry]), key=lambda part: part.area)
        middle = largest.representative_point()
        here = self._projection.forward(np.array([[middle.x, middle.y]]))
        own = [n for n, place in enumerate(self._places) if place.axis == axis]
        pool = own or list(range(len(self._places)))
        return self._places[pool[int(cKDTree(self._at[pool]).query(here)[1][0])]]


def piece_row(piece: Piece, tables: Tables, gazetteer: Gazetteer) -> Row:
    """Properties of a piece of the mainland or of Sakhalin.

    Parameters
    ----------
    piece
        Ground with its history.
    tables
        The campaign's tables.
    gazetteer
        Dated places of the region.
    """
    history = piece.history
    row = _blank(piece.geometry)
    row["id"] = _piece_id(history)
    row["layer"] = "manchuria" if history.layer == "kwantung" else history.layer
    for status in ("contested", "pocket", "airhead", "soviet", "capitulated"):
        row[f"{status}_from"] = _iso(getattr(history, status))
    if history.axis:
        axis = tables.axis(history.axis)
        row |= {"axis": axis.id, "formation": axis.formation}
    if history.place:
        return row | _from_place(tables.place(history.place), held=history.soviet is not None)
    near = gazetteer.nearest(piece.geometry, history.axis)
    row |= {name: getattr(near, name) for name in _NAMES}
    row |= {"basis": "estimated", "confidence": _confidence(piece.deviation)}
    nearest = f"nearest dated place: {near.name_en}, {near.date.day} {near.date:%B}"
    if history.soviet:
        earliest, latest = interval(history.soviet, piece.deviation)
        row |= {"soviet_earliest": _iso(earliest), "soviet_latest": _iso(latest)}
        row["note"] = f"Day estimated between dated places; {nearest}."
    else:
        row["confidence"] = "low"
        row["note"] = f"{_NO_COLUMN} Day estimated; {nearest}."
    return row


def island_row(island: Island) -> Row:
    """Properties of an island, from the row that dates it.

    Parameters
    ----------
    island
        Island or part of one.
    """
    place = island.place
    row = _blank(island.geometry) | _from_place(place)
    row |= {
        "id": f"{island.layer.replace('_', '-')}-{place.id.split('-', 1)[-1]}",
        "layer": island.layer,
        "soviet_from": _iso(place.date),
        "axis": place.axis,
        "formation": place.formation or None,
    }
    if place.date_landed and place.date_landed < place.date:
        row["contested_from"] = _iso(place.date_landed)
    if island.published_km2 is not None:
        row["area_km2"] = island.published_km2
    return row


def plan_row(plan: Sequence[PlanStep], geometry: BaseGeometry) -> Row:
    """Properties of northern Hokkaido: planned, suspended, cancelled, and nothing else.

    Parameters
    ----------
    plan
        Steps of the plan.
    geometry
        Hokkaido north of the line.
    """
    steps = [step for step in plan if step.date and step.date >= days.FIRST]
    first = {
        status: min(step.date for step in steps if step.state in states and step.date)
        for status, states in {
            "planned": ("proposed", "ordered"),
            "suspended": ("suspended",),
            "cancelled": ("cancelled",),
        }.items()
    }
    turning = [step for step in steps if step.date in first.values()]
    keys = dict.fromkeys(key for step in turning for key in step.sources)
    return _blank(geometry) | _PLAN_NAMES | {
        "id": "rumoi-landing-hokkaido-north",
        "layer": "rumoi_landing",
        **{f"{status}_from": _iso(day) for status, day in first.items()},
        "basis": "documented",
        "confidence": "medium",
        "axis": "plan-hokkaido",
        "sources": ";".join(keys),
        "note": (
            "No Soviet soldier landed on Hokkaido. The documents name Rumoi and Kushiro only; "
            "the straight line between them is an interpretation. Cancellation: 25 August "
            "(Antonov to Deane) or later; suspension: order no. 677."
        ),
    }  # fmt: skip


def _blank(geometry: BaseGeometry) -> Row:
    row: Row = dict.fromkeys(COLUMNS)
    return row | {"sources": "", "area_km2": round(area_km2(geometry), 1), "geometry": geometry}


def _from_place(place: Place, held: bool = True) -> Row:
    row: Row = {name: getattr(place, name) for name in _NAMES}
    row |= {
        "basis": place.basis,
        "confidence": place.confidence,
        "formation": place.formation or None,
        "sources": ";".join(place.sources),
        "note": " ".join(filter(None, ("" if held else _CONTESTED, place.note))),
    }
    if held:
        row["soviet_earliest"] = _iso(place.date_earliest)
        row["soviet_latest"] = _iso(place.date_latest)
    return row


def _confidence(deviation: float) -> str:
    return "medium" if deviation <= _MEDIUM_DAYS else "low"


def _piece_id(history: History) -> str:
    day = history.soviet or history.capitulated or history.contested
    parts = [history.layer.replace("_", "-"), history.place or history.axis or "beyond"]
    parts += [f"{day:%m%d}" if day else ""]
    if history.airhead:
        parts.append(f"airhead-{history.airhead:%m%d}")
    return "-".join(parts)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
