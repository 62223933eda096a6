"""Lines and points that move: the front of each day, the axes as far as the day, the places."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise
from typing import Any

import numpy as np
import shapely
from shapely import LineString, MultiLineString, Point
from shapely.geometry.base import BaseGeometry

from campaign import days, statuses
from campaign.estimate.courses import Course
from campaign.estimate.front import Front
from campaign.estimate.geodesy import Projection, area_km2
from campaign.estimate.pieces import corridor, taken_by_columns
from campaign.facts.records import Place
from campaign.facts.tables import Tables
from campaign.ground.accuracy import EIGHTY_PERCENT

__all__ = ["axis_rows", "front_rows", "place_rows", "plan_rows", "ribbon_rows"]

Rows = list[dict[str, Any]]

_SHORTEST = 0.02
"""Degrees: a front of less than two kilometres is none."""
_TOLERANCE = 0.004
_RIBBON_TOLERANCE = 0.015
_AT_STOP_KM = 1e-6
_COAST_ROAD_KM = 4.0
"""A leg this near to the coarse coast ran along it on land."""
_AT_SEA_DAYS = 1.0
"""Longest passage drawn; the recorded ones took a night to a day and a half."""
_LEAST_RIBBON_KM2 = 150.0
_OUTLINE = 0.003
"""Edges this near to the outline of the layers, in degrees, are border, not front."""


def front_rows(region: str, ground: Rows, front: Front, area: BaseGeometry) -> Rows:
    """Front of every day: where it probably ran, and its earliest and latest course.

    It runs between those who held ground and those who still defended theirs.

    Parameters
    ----------
    region
        Name of the region.
    ground
        Rows of its layers.
    front
        Its fields.
    area
        Its outline, in degrees.
    """
    border = area.boundary.buffer(_OUTLINE)
    within = corridor(front).intersection(area)
    rows: Rows = []
    for day in days.DAYS:
        today = day.isoformat()
        held = [
            row["geometry"] for row in ground if row["soviet_from"] and row["soviet_from"] <= today
        ]
        given_up = [
            row["geometry"]
            for row in ground
            if (row["capitulated_from"] or "9") <= today < (row["soviet_from"] or "9")
        ]
        # nobody fought along ground that had been given up
        quiet = shapely.union_all([border, *given_up])
        lines = {"probable": _edge(shapely.union_all(held), quiet)} if held else {}
        shift = EIGHTY_PERCENT * front.deviation
        for estimate, field in {
            "earliest": front.held - shift, "latest": front.held + shift
        }.items():  # fmt: skip
            contour = shapely.union_all(front.grid.contours(field, days.index(day) + 1.0))
            lines[estimate] = contour.intersection(within).difference(border)
        rows += [
            {
                "id": f"{region}-{day:%m%d}-{estimate}",
                "region": region,
                "date": today,
                "estimate": estimate,
                "geometry": drawn,
            }
            for estimate, line in lines.items()
            if not (drawn := _drawn(line)).is_empty
        ]
    return rows


def _drawn(line: BaseGeometry) -> BaseGeometry:
    """A front as it is drawn, without the crumbs of cutting it."""
    parts = shapely.get_parts(shapely.simplify(shapely.line_merge(line), _TOLERANCE))
    long = [part for part in parts if part.length > _SHORTEST]
    return long[0] if len(long) == 1 else MultiLineString(long)


def ribbon_rows(region: str, front: Front, area: BaseGeometry) -> Rows:
    """Ground between the earliest and the latest front of every day, whose holder is in doubt.

    Only columns had a front: ground that garrisons spread over says its doubt itself.

    Parameters
    ----------
    region
        Name of the region.
    front
        Its fields.
    area
        Its outline, in degrees.
    """
    within = taken_by_columns(front).intersection(area)
    shift = EIGHTY_PERCENT * front.deviation
    rows: Rows = []
    for day in days.DAYS:
        night = days.index(day) + 1.0
        doubtful = np.maximum(front.held - shift - night, night - front.held - shift)
        ground = front.grid.below(doubtful).intersection(within)
        parts = [part for part in shapely.get_parts(ground) if area_km2(part) > _LEAST_RIBBON_KM2]
        if parts:
            rows.append(
                {
                    "id": f"{region}-{day:%m%d}-ribbon",
                    "region": region,
                    "date": day.isoformat(),
                    "geometry": shapely.simplify(shapely.MultiPolygon(parts), _RIBBON_TOLERANCE),
                }
            )
    return rows


def _edge(held: BaseGeometry, border: BaseGeometry) -> BaseGeometry:
    edge = held.boundary.difference(border)
    parts = [part for part in shapely.get_parts(edge) if part.length > 2 * _OUTLINE]
    return shapely.union_all(parts)


def axis_rows(lines: Iterable[Course], projection: Projection, land: BaseGeometry) -> Rows:
    """Each axis cut into the legs covered day by day.

    Parameters
    ----------
    lines
        Courses with their days.
    projection
        Plane of the courses.
    land
        All land in that plane, to tell sea legs.
    """
    coast = land.buffer(_COAST_ROAD_KM)
    shapely.prepare(coast)
    rows: Rows = []
    for course in lines:
        known = ~np.isnan(course.value)
        xy, value = course.xy[known], _sailed_late(course, land)[known]
        for day in days.DAYS:
            leg = _leg(xy, value, days.index(day))
            if leg is None:
                continue
            line = LineString(projection.inverse(leg))
            at_sea = LineString(leg).intersection(coast).length < LineString(leg).length / 2
            rows.append(
                {
                    "id": f"{course.axis.id}-{day:%m%d}",
                    "axis": course.axis.id,
                    "front": course.axis.front,
                    "formation": course.axis.formation,
                    "date": day.isoformat(),
                    "day_number": days.index(day),
                    "planned": False,
                    "sea": bool(at_sea),
                    "basis": "estimated",
                    "sources": ";".join(course.axis.sources),
                    "geometry": shapely.simplify(line, _TOLERANCE),
                }
            )
    return rows


def _sailed_late(course: Course, land: BaseGeometry) -> np.ndarray:
    """Days of a course, with ships put to sea a day before they land, not when last seen."""
    value = np.maximum(course.value, 0.0)
    dated = np.flatnonzero(course.gap_km < _AT_STOP_KM)
    for start, end in pairwise(dated):
        way = LineString(course.xy[start : end + 1])
        if end > start and way.intersection(land).length < way.length / 2:
            value[start:end] = np.maximum(value[start:end], value[end] - _AT_SEA_DAYS)
    return value


def _leg(xy: np.ndarray, value: np.ndarray, day: int) -> np.ndarray | None:
    """Part of a course covered on one day.

    Sources sometimes make a course step back in time; a point then belongs to the day on
    which the column had certainly come so far.
    """
    so_far = np.maximum.accumulate(value)
    if not len(xy) or so_far[0] >= day + 1 or so_far[-1] < day:
        return None
    along = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(xy, axis=0).T))])
    # a hair of slope makes the inverse single-valued where a column stood still
    rising = so_far + along * 1e-9
    start, end = (float(np.interp(v, rising, along)) for v in (day, day + 1))
    if end - start < 0.5:
        return None
    inside = along[(along > start) & (along < end)]
    cut = np.concatenate([[start], inside, [end]])
    return np.column_stack([np.interp(cut, along, xy[:, n]) for n in (0, 1)])


def plan_rows(tables: Tables) -> Rows:
    """The planned course to Rumoi, which nobody sailed."""
    axis = tables.plan
    points = []
    for waypoint in axis.waypoints:
        if " " in waypoint:
            lon, lat = map(float, waypoint.split())
        else:
            place = tables.place(waypoint)
            lon, lat = place.lon, place.lat
        points.append((lon, lat))
    ordered = min(
        step.date for step in tables.hokkaido_plan
        if step.state == "ordered" and step.date and step.date >= days.FIRST
    )  # fmt: skip
    return [
        {
            "id": axis.id,
            "axis": axis.id,
            "front": axis.front,
            "formation": axis.formation,
            "date": ordered.isoformat(),
            "day_number": days.index(ordered),
            "planned": True,
            "sea": True,
            "basis": "documented",
            "sources": ";".join(axis.sources),
            "geometry": LineString(points),
        }
    ]


def place_rows(tables: Tables, ground: Rows) -> Rows:
    """Every place as a point with the first day of each status, after its own row.

    Inferred places where a front is estimated have no day of their own: they follow it.

    Parameters
    ----------
    tables
        The campaign's tables.
    ground
        Rows of all layers.
    """
    shapes = [row["geometry"] for row in ground]
    tree = shapely.STRtree(shapes)
    airheads = {
        place.joined_by or place.id: place for place in tables.places if place.is_airlanding
    }
    rows: Rows = []
    for place in tables.places:
        if place.is_summary:
            continue
        at = Point(place.lon, place.lat)
        below = [ground[n] for n in tree.query(at, predicate="intersects")]
        row: dict[str, Any] = {"id": place.id, "layer": below[0]["layer"] if below else None}
        row |= {key: getattr(place, key) for key in _COPIED}
        row |= dict.fromkeys(statuses.COLUMNS)
        joined = tables.place(place.joined_by) if place.joined_by else place
        airhead = place if place.is_airlanding else airheads.get(place.id)
        row |= _begun(place, below, joined.date, airhead, _has_front(place, tables))
        row |= {
            "soviet_earliest": place.date_earliest.isoformat(),
            "soviet_latest": place.date_latest.isoformat(),
            "sources": ";".join(place.sources),
            "geometry": at,
        }
        rows.append(row)
    return rows


_COPIED = (
    "name_en", "name_modern", "name_ja", "name_ru", "name_zh", "spoken_en", "rank", "island",
    "subject", "how", "axis", "formation", "basis", "confidence", "note",
)  # fmt: skip


def _begun(
    place: Place,
    below: Sequence[dict[str, Any]],
    held: date,
    airhead: Place | None,
    has_front: bool,
) -> dict[str, str | None]:
    """First day of each status of a place."""
    if place.contested_by:
        return {"contested_from": place.date_earliest.isoformat()}
    if place.basis == "inferred" and has_front and below:
        return {column: below[0][column] for column in statuses.COLUMNS}
    begun: dict[str, str | None] = {}
    if airhead and airhead.date < held:
        begun["airhead_from"] = airhead.date.isoformat()
    if place.is_pocket and below and below[0]["pocket_from"]:
        begun["pocket_from"] = below[0]["pocket_from"]
    if place.date_landed and place.date_landed < held:
        begun["contested_from"] = place.date_landed.isoformat()
    return begun | {"soviet_from": held.isoformat()}


def _has_front(place: Place, tables: Tables) -> bool:
    """Whether a front is estimated where the place lies; other islands change as they are dated."""
    island = tables.island_of(place)
    return island is None or island.changes == "front"
