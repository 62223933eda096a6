"""The front: which ground was held on which day, and by whom, as fields on a grid.

A column takes some 20 km to each side as it passes, and narrow gaps between neighbouring
columns, or between a column and the border behind it, with them (a morphological closing). Over
the following days garrisons spread from there, a fixed number of kilometres a day, to the full
reach. Ground is never held before the estimated arrival day. A dated place that no documented
course passes holds only the ground about it. Ground beyond that reach is outside the corridor;
there only the garrisons that went out along railways and roads may have come.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import shapely
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter, grey_opening
from scipy.spatial import cKDTree
from shapely import Point
from shapely.geometry.base import BaseGeometry

from campaign import days
from campaign.estimate.arrival import ArrivalSurface
from campaign.estimate.courses import Course, takes_ground, value_of
from campaign.estimate.garrisons import BESIDE_LINE_KM, Garrisons
from campaign.estimate.geodesy import Projection
from campaign.estimate.grid import Grid
from campaign.facts.records import Place

__all__ = [
    "MAINLAND_REACH",
    "SAKHALIN_REACH",
    "Front",
    "Reach",
    "Seeds",
    "Spread",
    "advance",
    "away",
    "day_of",
    "seeds_of",
]

_HELD_BEFORE = -1.0
"""Day value of ground that was Soviet or Mongolian before the campaign."""
_FAR_KM = 30.0
"""Ground this far beyond the reach may still lie in a gap that closes; farther it may not."""
_SLIVER_KM = 22.0
"""Strips up to twice this width between two reaches are within them."""
_SMOOTH_CELLS = 0.8
_SMOOTH_SPREAD_CELLS = 2.0


Seeds = dict[str, NDArray[np.float64]]
"""By axis, points from which a column held ground: x, y and day value in the columns."""


@dataclass(frozen=True)
class Reach:
    """How far to the side of a column ground was held."""

    passing_km: float
    full_km: float
    days_to_full: float
    passing_gap_km: float
    """Gaps up to twice this width close as the columns pass."""
    closing_km: float
    """Gaps up to twice this width lie within the corridor, to be held as the garrisons spread."""
    latest: float
    """Day value by which all ground is held, or infinity."""

    def delay(self, distance: NDArray[np.float64]) -> NDArray[np.float64]:
        """Days from a column's passing until ground at a distance is held."""
        pace = (self.full_km - self.passing_km) / self.days_to_full
        return np.maximum(0.0, distance - self.passing_km) / pace


MAINLAND_REACH = Reach(20.0, 60.0, 5.0, 30.0, 60.0, np.inf)
SAKHALIN_REACH = Reach(10.0, 25.0, 4.0, 12.0, 12.0, 16.5)
"""Narrower, after the width of the island; all of it given up by 25 August (day value 16.5)."""


def day_of(value: float) -> date:
    """Campaign day that a day value falls on; the first and the last stand for all beyond them.

    >>> day_of(9.5), day_of(-1.0)
    (datetime.date(1945, 8, 18), datetime.date(1945, 8, 9))
    """
    return days.DAYS[int(np.clip(np.floor(value), 0, len(days.DAYS) - 1))]


@dataclass(frozen=True)
class Front:
    """Fields of one region, each shaped like the grid."""

    grid: Grid
    held: NDArray[np.float64]
    """Day value from which ground within the corridor is Soviet-held."""
    arrival: NDArray[np.float64]
    """Expected arrival day, everywhere."""
    deviation: NDArray[np.float64]
    """Standard deviation of the arrival day, in days."""
    beyond: NDArray[np.float64]
    """Kilometres beyond the corridor; negative within."""
    beyond_columns: NDArray[np.float64]
    """Kilometres beyond the ground that columns took as they passed; negative within."""
    owner_cost: NDArray[np.float64]
    """Day value by which each course reaches a cell, shape (courses, rows, columns)."""
    owners: tuple[str, ...]
    """Axis of each course, in the order of ``owner_cost``."""
    garrisons: "Spread | None"
    """Where garrisons went out along railways and roads after the cease-fire; else None."""

    def held_at(self, at: Point) -> float:
        """Day value from which a point is held, by a column or a garrison."""
        if self.grid.at(self.beyond_columns, at) < 0 or self.garrisons is None:
            return self.grid.at(self.held, at)
        in_corridor = self.grid.at(self.beyond, at) < 0
        return self.grid.at(self.garrisons.near if in_corridor else self.garrisons.held, at)


@dataclass(frozen=True)
class Spread:
    """Fields of the garrisons, each shaped like the grid."""

    held: NDArray[np.float64]
    """Day value from which a garrison that came by railway or road holds ground, everywhere."""
    near: NDArray[np.float64]
    """The same within the corridor, where it may have spread from a column sooner."""
    deviation: NDArray[np.float64]
    beyond: NDArray[np.float64]
    """Kilometres beyond the reach of the garrisons; negative within."""


def advance(
    grid: Grid,
    reach: Reach,
    surface: ArrivalSurface,
    seeds: tuple[Seeds, Seeds],
    home: BaseGeometry,
    garrisons: Garrisons | None,
) -> Front:
    """Work out the front of one region.

    Parameters
    ----------
    grid
        Grid over the region.
    reach
        How far to the side of a column ground was held.
    surface
        Estimated arrival day.
    seeds
        Points that columns held, along their courses and at places off them.
    home
        Soviet and Mongolian ground, in degrees.
    garrisons
        Estimated day of the garrisons; None where none went out.
    """
    columns, lone = seeds
    owned = {
        axis: np.vstack([found[axis] for found in (columns, lone) if axis in found])
        for axis in [*columns, *(axis for axis in lone if axis not in columns)]
    }
    cells = grid.cells
    cost = [_cost(cells, points, reach) for points in owned.values()]
    distance = np.minimum(
        away(cells, columns), away(cells, lone) + reach.full_km - reach.passing_km
    )
    owner_cost = np.stack([grid.shaped(c) for c in cost])
    at_home = grid.shaped(_within(cells, home, grid.projection))
    # closing the set held on each day at once is a grey opening of the day it is held from
    passing, closing = (
        _disk(gap / grid.cell_km) for gap in (reach.passing_gap_km, reach.closing_km)
    )
    near = grid.shaped(distance)
    from_home = np.where(at_home > 0, 0.0, near)
    closed = grey_opening(
        np.where(at_home > 0, _HELD_BEFORE, owner_cost.min(axis=0)), footprint=passing
    )
    arrival, deviation = (grid.shaped(values) for values in surface.at(cells))
    # the arrival day comes last and unsmoothed, for it honours the dated places
    held = np.maximum(gaussian_filter(closed, _SMOOTH_CELLS), arrival)
    held = np.minimum(np.maximum(held, 0.01), reach.latest)
    near_closed = grey_opening(from_home, footprint=closing)
    beyond = np.maximum(near_closed - reach.full_km, near - reach.full_km - _FAR_KM)
    beyond = grey_opening(beyond, footprint=_disk(_SLIVER_KM / grid.cell_km))
    if np.isfinite(reach.latest):
        beyond = np.full_like(beyond, -1.0)
    return Front(
        grid,
        held,
        arrival,
        deviation,
        beyond,
        grey_opening(from_home, footprint=passing) - reach.passing_km,
        owner_cost,
        tuple(owned),
        _spread(garrisons, grid, held) if garrisons else None,
    )


def _spread(garrisons: Garrisons, grid: Grid, held: NDArray[np.float64]) -> Spread:
    day, deviation = (grid.shaped(values) for values in garrisons.at(grid.cells))
    # off the lines the way on foot has corners that no country has
    day = gaussian_filter(day, _SMOOTH_SPREAD_CELLS)
    beyond = grid.shaped(garrisons.away(grid.cells)) - BESIDE_LINE_KM
    # what was left open between spreading garrisons for a day or two is no shape of its own
    near = grey_opening(np.minimum(day, held), footprint=_disk(_SLIVER_KM / grid.cell_km))
    return Spread(day, near, deviation, beyond)


def seeds_of(
    lines: Sequence[Course], places: Sequence[Place], projection: Projection, land: BaseGeometry
) -> tuple[Seeds, Seeds]:
    """Points that columns held: of every course where it is dated and ashore, and off them.

    Parameters
    ----------
    lines
        Courses of the region.
    places
        Places of the region; those on no course are columns of their own.
    projection
        Plane of the region.
    land
        All land in that plane.
    """
    return _seeds_of_columns(lines, land), _seeds_of_lone_places(lines, places, projection)


def _seeds_of_columns(lines: Sequence[Course], land: BaseGeometry) -> Seeds:
    """Points of every course where it is dated and ashore."""
    shore = land.buffer(3.0)
    shapely.prepare(shore)
    seeds: Seeds = {}
    for course in lines:
        known = ~np.isnan(course.value) & shapely.contains_xy(shore, course.xy)
        if known.any():
            seeds[course.axis.id] = np.column_stack([course.xy, course.value])[known]
    return seeds


def _seeds_of_lone_places(
    lines: Sequence[Course], places: Sequence[Place], projection: Projection
) -> Seeds:
    """Dated places that no documented course passes."""
    on_course = {stop for course in lines for stop in course.axis.waypoints}
    seeds: dict[str, list[list[float]]] = {}
    for place in places:
        if takes_ground(place) and place.id not in on_course:
            x, y = projection.forward(np.array([[place.lon, place.lat]]))[0]
            seeds.setdefault(place.axis, []).append([x, y, value_of(place)])
    return {axis: np.array(points) for axis, points in seeds.items()}


def away(cells: NDArray[np.float64], seeds: Seeds) -> NDArray[np.float64]:
    """Kilometres from every cell to the nearest seed.

    Parameters
    ----------
    cells
        Positions in projected kilometres, shape (n, 2).
    seeds
        Points that columns held.
    """
    if not seeds:
        return np.full(len(cells), np.inf)
    distance: NDArray[np.float64] = cKDTree(np.vstack(list(seeds.values()))[:, :2]).query(cells)[0]
    return distance


def _cost(
    cells: NDArray[np.float64], points: NDArray[np.float64], reach: Reach
) -> NDArray[np.float64]:
    """Day value by which one column holds every cell."""
    best = np.full(len(cells), np.inf)
    for x, y, day in points:
        away = np.hypot(cells[:, 0] - x, cells[:, 1] - y)
        np.minimum(best, day + reach.delay(away), out=best)
    return best


def _within(
    cells: NDArray[np.float64], area: BaseGeometry, projection: Projection
) -> NDArray[np.float64]:
    shapely.prepare(area)
    lonlat = projection.inverse(cells)
    inside: NDArray[np.float64] = shapely.contains_xy(area, lonlat).astype("f8")
    return inside


def _disk(radius: float) -> NDArray[np.bool_]:
    span = np.arange(-int(radius), int(radius) + 1)
    disk: NDArray[np.bool_] = np.hypot(*np.meshgrid(span, span)) <= radius
    return disk
