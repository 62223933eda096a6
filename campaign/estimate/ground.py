"""Rows of the layers: pieces, islands and the Hokkaido plan with all their properties."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import numpy as np
from scipy.spatial import cKDTree
from shapely import Point
from shapely.geometry.base import BaseGeometry

from campaign import days
from campaign.estimate.courses import takes_ground
from campaign.estimate.geodesy import Projection, area_km2
from campaign.estimate.islands import IslandGround
from campaign.estimate.pieces import History, Piece, interval
from campaign.facts.records import Bound, Place
from campaign.facts.tables import Tables
from campaign.ground.layers import COLUMNS
from campaign.statuses import column_of
from campaign.text import words
from campaign.theatre import PLAN_LAYER

__all__ = ["Gazetteer", "island_row", "piece_row", "plan_row"]

Row = dict[str, Any]

_MEDIUM_DAYS = 0.8
"""An estimated day with a standard deviation up to this is of medium confidence; beyond, low."""
_NAMES = ("name_en", "name_modern", "name_ja", "name_ru", "name_zh")


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
    row["taken_by"] = history.taken_by
    if history.axis:
        axis = tables.axis(history.axis)
        row |= {"axis": axis.id, "formation": axis.formation}
    if history.place:
        return row | _from_place(tables.place(history.place), held=history.soviet is not None)
    row |= {"basis": "estimated", "confidence": _confidence(piece.deviation)}
    if history.taken_by == "garrison":
        # it lies wherever garrisons spread that day, near no one place
        row["note"] = str(words()["notes"]["garrison"])
    else:
        near = gazetteer.nearest(piece.geometry, history.axis)
        row |= {name: getattr(near, name) for name in _NAMES} | {"near": near.id}
        row["note"] = _note("estimated" if history.soviet else "no_column", near)
    if history.soviet:
        earliest, latest = interval(history.soviet, piece.deviation, history.doubt)
        row |= {"soviet_earliest": _iso(earliest), "soviet_latest": _iso(latest)}
    if history.taken_by != "column":
        row["confidence"] = "low"
        row["note"] = " ".join(filter(None, (row["note"], _known(piece.geometry, tables.bounds))))
    return row


def island_row(ground: IslandGround) -> Row:
    """Properties of an island, from the row that dates it.

    Parameters
    ----------
    ground
        Ground of an island or of a part of one.
    """
    island, place = ground.island, ground.place
    name = island.id if island.changes == "whole" else place.id.removeprefix(f"{island.id}-")
    row = _blank(ground.geometry) | _from_place(place)
    row |= {
        "id": f"{island.layer.replace('_', '-')}-{name}",
        "layer": island.layer,
        "soviet_from": _iso(place.date),
        "axis": place.axis,
        "formation": place.formation or None,
    }
    if place.date_landed and place.date_landed < place.date:
        row["contested_from"] = _iso(place.date_landed)
    if island.changes == "whole" and island.published_km2 is not None:
        row["area_km2"] = island.published_km2
    return row


def plan_row(tables: Tables, geometry: BaseGeometry) -> Row:
    """Properties of northern Hokkaido: planned, suspended, cancelled, and nothing else.

    Parameters
    ----------
    tables
        The campaign's tables.
    geometry
        Hokkaido north of the line.
    """
    plan = tables.hokkaido_plan
    steps = [step for step in plan if step.date and step.date >= days.FIRST]
    ground = next(step for step in plan if step.kind == "ground")
    first = {
        status: min(step.date for step in steps if step.state in states and step.date)
        for status, states in {
            "planned": ("proposed", "ordered"),
            "suspended": ("suspended",),
            "cancelled": ("cancelled",),
        }.items()
    }
    return _blank(geometry) | {name: getattr(ground, name) for name in _NAMES} | {
        "id": "rumoi-landing-hokkaido-north",
        "layer": PLAN_LAYER,
        **{column_of(status): _iso(day) for status, day in first.items()},
        "basis": "documented",
        "confidence": ground.confidence,
        "axis": tables.plan.id,
        "sources": ";".join(ground.sources),
        "note": ground.summary,
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
        "note": " ".join(filter(None, ("" if held else _note("contested", place), place.note))),
    }
    if held:
        row["soviet_earliest"] = _iso(place.date_earliest)
        row["soviet_latest"] = _iso(place.date_latest)
    return row


def _note(kind: str, place: Place) -> str:
    """What a layer says of ground whose day is estimated or contested."""
    day = f"{place.date.day} {place.date:%B}"
    return str(words()["notes"][kind].format(place=place.name_en, day=day, by=place.contested_by))


def _known(geometry: BaseGeometry, bounds: Iterable[Bound]) -> str:
    """What the sources say of places on ground that no column is recorded on."""
    named: dict[str, list[str]] = {}
    for bound in bounds:
        if bound.lon and bound.lat and geometry.contains(Point(bound.lon, bound.lat)):
            named.setdefault(bound.note, []).append(bound.name_en)
    told = " ".join(f"{', '.join(names)}: {note}" for note, names in named.items())
    return str(words()["notes"]["known"].format(known=told)) if told else ""


def _confidence(deviation: float) -> str:
    return "medium" if deviation <= _MEDIUM_DAYS else "low"


def _piece_id(history: History) -> str:
    day = history.soviet or history.capitulated or history.contested
    beyond = "garrison" if history.soviet else "beyond"
    parts = [history.layer.replace("_", "-"), history.place or history.axis or beyond]
    parts += [f"{day:%m%d}" if day else ""]
    if history.airhead:
        parts.append(f"airhead-{history.airhead:%m%d}")
    if history.soviet and history.capitulated:
        parts.append(f"given-up-{history.capitulated:%m%d}")
    if history.doubt is not None:
        parts.append(f"within-{history.doubt.days}")
    return "-".join(parts)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
