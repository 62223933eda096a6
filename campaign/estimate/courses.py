"""The course of each axis of advance: where it ran and on which day it was where.

Between two waypoints a column followed the railway or road of ``railways.csv`` or
``routes.csv`` when one leads there without a great detour, else the straight line. The day
is known at the dated places and interpolated by distance between them. Rows that are only
inferred shape the course; their day is never used.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import shapely
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.sparse.csgraph import dijkstra
from scipy.spatial import cKDTree
from shapely import LineString
from shapely.geometry.base import BaseGeometry

from campaign import days
from campaign.estimate.geodesy import Projection
from campaign.facts.records import Axis, Place
from campaign.facts.tables import Tables
from campaign.ground.accuracy import EIGHTY_PERCENT

__all__ = [
    "CROSS_COUNTRY",
    "Course",
    "Network",
    "courses",
    "network",
    "of_a_garrison",
    "takes_ground",
    "value_of",
]

_SAME_STATION_KM = 4.0
"""Points of two lines nearer than this are one junction; stations are good to 1-5 km."""
_JOIN_KM = 30.0
"""A waypoint off the network joins it across country up to this far."""
CROSS_COUNTRY = 1.3
"""Cost of a kilometre off road or rail against one on it."""
JUNCTIONS_HELD = date(1945, 8, 20)
"""By this day columns stood in Mukden, Hsinking, Harbin, Kirin and Tsitsihar."""
_DETOUR = 1.5
"""A way along the network longer than this times the straight line was not the column's way."""
_STEP_KM = 5.0

LEAST_NOISE = 0.3
"""A day known without doubt is still only known to the day: uniform over 24 h, in days."""


@dataclass(frozen=True)
class Network:
    """Railways and roads of 1945 as a graph in projected kilometres."""

    xy: NDArray[np.float64]
    lengths: csr_array


class Stop(NamedTuple):
    """A waypoint of an axis: a place of the tables or a bare point."""

    lonlat: tuple[float, float]
    place: Place | None


@dataclass(frozen=True)
class Course:
    """An axis as a line of points every few kilometres, each with its day.

    ``value`` counts days since the start of 9 August, noon of a recorded day being
    ``index + 0.5``; it is NaN past the last dated place, where no column is documented.
    """

    axis: Axis
    xy: NDArray[np.float64]
    along: NDArray[np.float64]
    """Kilometres from the start."""
    stops: tuple[Stop, ...]
    at: NDArray[np.float64]
    """Kilometres from the start to each stop."""
    value: NDArray[np.float64]
    doubt: NDArray[np.float64]
    """Standard deviation of the recorded days it runs between, in days, interpolated."""
    gap_km: NDArray[np.float64]
    """Distance along the course to the nearest dated stop."""

    def without(self, unknown: Collection[str]) -> "Course":
        """The course as it would be dated if some places were not known, by their ids."""
        if all(stop.place is None or stop.place.id not in unknown for stop in self.stops):
            return self
        return _dated(self.axis, self.xy, self.along, self.stops, self.at, unknown)


def value_of(place: Place) -> float:
    """Day of a place as a number, at the noon of its day."""
    return days.index(place.date) + 0.5


def arrival(place: Place) -> float:
    """Day a force reached the place: its landing where one is recorded, else its capture."""
    return days.index(place.date_landed or place.date) + 0.5


def record_noise(place: Place) -> float:
    """Standard deviation of a recorded day, in days.

    The range over the sources is read as an 80 % interval about the recorded day; where the
    day stands off the middle of its range, the longer side counts as well.
    """
    spread = (place.date_latest - place.date_earliest).days / 2
    longer = max((place.date_latest - place.date).days, (place.date - place.date_earliest).days)
    return max(LEAST_NOISE, (spread + longer) / 2 / EIGHTY_PERCENT)


def takes_ground(place: Place) -> bool:
    """Whether a row dates ground taken by a column, and not an airlanding or a pocket."""
    return (
        place.basis != "inferred"
        and place.subject != "unlocated"
        and not place.is_airlanding
        and not place.is_pocket
        and not place.is_summary
        and not place.contested_by
        and place.date <= days.LAST
    )


def of_a_garrison(place: Place) -> bool:
    """Whether a row dates a garrison that went out after the junctions were held.

    No column fought its way there: the town was entered unopposed, after the cease-fire.
    """
    return (
        takes_ground(place)
        and not place.island
        and place.how == "entered-unopposed"
        and place.date > JUNCTIONS_HELD
    )


def network(tables: Tables, projection: Projection) -> Network:
    """Join all railways and routes into one graph, junctions merged."""
    chains: dict[str, list[tuple[float, float]]] = {}
    for station in tables.railways:
        chains.setdefault(f"rail {station.line_id}", []).append((station.lon, station.lat))
    for point in tables.routes:
        chains.setdefault(f"road {point.route_id}", []).append((point.lon, point.lat))
    points = projection.forward(np.array([p for chain in chains.values() for p in chain]))
    node = _merge_near(points)
    edges: dict[tuple[int, int], float] = {}
    first = 0
    for chain in chains.values():
        for a, b in pairwise(range(first, first + len(chain))):
            if node[a] != node[b]:
                edges[node[a], node[b]] = float(np.hypot(*(points[a] - points[b])))
        first += len(chain)
    rows, columns = np.array(list(edges)).T
    lengths = csr_array((list(edges.values()), (rows, columns)), shape=(len(points),) * 2)
    return Network(points, lengths)


def _merge_near(points: NDArray[np.float64]) -> list[int]:
    """Index of the first point within the junction distance, for every point."""
    tree = cKDTree(points)
    return [min(near) for near in tree.query_ball_point(points, _SAME_STATION_KM)]


def courses(
    tables: Tables, net: Network, projection: Projection, land: BaseGeometry
) -> list[Course]:
    """Course of every axis that is drawn as a line and that some force is documented on.

    Parameters
    ----------
    tables
        The campaign's tables.
    net
        Railways and roads in the same projection.
    projection
        Plane in which distances are measured.
    land
        All land in projected kilometres: a leg that runs mostly over water goes by sea.
    """
    places = {place.id: place for place in tables.places}
    shapely.prepare(land)
    return [
        _course(
            axis, [_stop(waypoint, places) for waypoint in axis.waypoints], net, projection, land
        )
        for axis in tables.axes
        if axis.drawn == "line" and axis.sources and axis.kind != "gathering"
    ]


def _course(
    axis: Axis, stops: Sequence[Stop], net: Network, projection: Projection, land: BaseGeometry
) -> Course:
    at = projection.forward(np.array([stop.lonlat for stop in stops]))
    ashore = [_by_land(a, b) for a, b in pairwise(stops)]
    legs = [_leg(net, a, b, land, dry) for (a, b), dry in zip(pairwise(at), ashore, strict=True)]
    xy = np.vstack([legs[0][:1], *[leg[1:] for leg in legs]])
    along = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(xy, axis=0).T))])
    ends = np.concatenate([[0], np.cumsum([len(leg) - 1 for leg in legs])]).astype(int)
    return _dated(axis, xy, along, tuple(stops), along[ends])


def _dated(
    axis: Axis,
    xy: NDArray[np.float64],
    along: NDArray[np.float64],
    stops: tuple[Stop, ...],
    at: NDArray[np.float64],
    unknown: Collection[str] = (),
) -> Course:
    """Date every point of a course between its dated stops."""
    places = [stop.place if stop.place and stop.place.id not in unknown else None for stop in stops]
    bare_start = stops[0].place is None
    known = _known_days(places, bare_start)
    dated = [
        (where, day, record_noise(place) if place else LEAST_NOISE)
        for where, day, place in zip(at, known, places, strict=True)
        if day is not None
    ]
    if not dated:
        empty = np.full(len(xy), np.nan)
        return Course(axis, xy, along, stops, at, empty, empty, empty)
    where, when, doubt = np.array(dated).T
    value = np.interp(along, where, when, left=np.nan, right=np.nan)
    gap = np.abs(along[:, None] - where[None, :]).min(axis=1)
    return Course(axis, xy, along, stops, at, value, np.interp(along, where, doubt), gap)


def _known_days(stops: Sequence[Place | None], bare_start: bool) -> list[float | None]:
    """Day of each stop where one is known.

    A course that sets out from a bare point does so as the campaign opens: on the mainland
    in the first hour of 9 August, elsewhere as the day of its first dated place begins.
    """
    known = [arrival(place) if place and takes_ground(place) else None for place in stops]
    first = next((n for n, day in enumerate(known) if day is not None), None)
    if bare_start and first is not None:
        place, day = stops[first], known[first]
        known[0] = 0.0 if place and not place.island else float(np.floor(day or 0.0))
    return known


def _stop(waypoint: str, places: dict[str, Place]) -> Stop:
    if waypoint in places:
        place = places[waypoint]
        return Stop((place.lon, place.lat), place)
    lon, lat = waypoint.split()
    return Stop((float(lon), float(lat)), None)


def _by_land(start: Stop, end: Stop) -> bool:
    """Whether two stops may be joined by land: places of one island, or of the mainland."""
    return bool(start.place and end.place and start.place.island == end.place.island)


def _leg(
    net: Network,
    start: NDArray[np.float64],
    end: NDArray[np.float64],
    land: BaseGeometry,
    by_land: bool,
) -> NDArray[np.float64]:
    straight = LineString([start, end])
    over_water = straight.length and straight.intersection(land).length < straight.length / 2
    # a straight line across a bay is no sea passage where a road leads round it
    if over_water and not by_land:
        return _densify(np.array([start, end]))
    return _way(net, start, end)


def _way(net: Network, start: NDArray[np.float64], end: NDArray[np.float64]) -> NDArray[np.float64]:
    """Points every few kilometres from start to end, along the network when it leads there."""
    straight = float(np.hypot(*(end - start)))
    path = _shortest(net, start, end, straight)
    return _densify(path if path is not None else np.array([start, end]))


def _shortest(
    net: Network, start: NDArray[np.float64], end: NDArray[np.float64], straight: float
) -> NDArray[np.float64] | None:
    used = np.unique(net.lengths.indices)
    to_start, to_end = (np.hypot(*(net.xy[used] - p).T) for p in (start, end))
    entries = used[to_start < _JOIN_KM]
    exits = used[to_end < _JOIN_KM]
    if not len(entries) or not len(exits):
        return None
    reach, before = dijkstra(
        net.lengths, directed=False, indices=entries, return_predecessors=True, limit=3 * straight
    )
    enter = CROSS_COUNTRY * to_start[to_start < _JOIN_KM]
    leave = CROSS_COUNTRY * to_end[to_end < _JOIN_KM]
    total = enter[:, None] + reach[:, exits] + leave[None, :]
    row, column = np.unravel_index(np.argmin(total), total.shape)
    if total[row, column] > _DETOUR * straight:
        return None
    nodes = [exits[column]]
    while nodes[-1] != entries[row]:
        nodes.append(before[row, nodes[-1]])
    return np.vstack([start, net.xy[nodes[::-1]], end])


def _densify(path: NDArray[np.float64]) -> NDArray[np.float64]:
    along = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(path, axis=0).T))])
    keep = np.concatenate([[True], np.diff(along) > 1e-6])
    along, path = along[keep], path[keep]
    if len(path) < 2:
        return np.vstack([path, path])
    steps = max(2, int(np.ceil(along[-1] / _STEP_KM)) + 1)
    wanted = np.union1d(along, np.linspace(0, along[-1], steps))
    return np.column_stack([np.interp(wanted, along, path[:, n]) for n in (0, 1)])
