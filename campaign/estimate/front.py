"""The front: which ground a column held on which day, as fields on a grid.

Ground is Soviet-held from the day a column is near: some 20 km to each side as it passes,
growing by a fixed number of kilometres a day to the full reach. Gaps between neighbouring
columns, and between a column and the border behind it, close by a morphological closing. Ground is
never held before the estimated arrival day. A dated place that no documented course passes
holds only the ground about it. Ground beyond all reach is outside the corridor.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import contourpy
import numpy as np
import shapely
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter, grey_opening, map_coordinates
from scipy.spatial import cKDTree
from shapely import LineString, Point, Polygon
from shapely.geometry.base import BaseGeometry

from campaign import days
from campaign.estimate.arrival import ArrivalSurface
from campaign.estimate.courses import Course, takes_ground, value_of
from campaign.estimate.geodesy import Projection
from campaign.facts.records import Place

__all__ = ["MAINLAND_REACH", "SAKHALIN_REACH", "Front", "Grid", "Reach", "advance", "day_of"]

_HELD_BEFORE = -1.0
"""Day value of ground that was Soviet or Mongolian before the campaign."""
_FAR_KM = 30.0
"""Ground this far beyond the reach may still lie in a gap that closes; farther it may not."""
_SLIVER_KM = 22.0
"""Strips up to twice this width between two reaches are within them."""
_SMOOTH_CELLS = 0.8
_LINE_TOLERANCE_KM = 1.2


@dataclass(frozen=True)
class Reach:
    """How far to the side of a column ground was held."""

    passing_km: float
    full_km: float
    days_to_full: float
    closing_km: float
    """Gaps up to twice this width close behind the columns."""
    latest: float
    """Day value by which all ground is held, or infinity."""

    def delay(self, distance: NDArray[np.float64]) -> NDArray[np.float64]:
        """Days from a column's passing until ground at a distance is held."""
        pace = (self.full_km - self.passing_km) / self.days_to_full
        return np.maximum(0.0, distance - self.passing_km) / pace


MAINLAND_REACH = Reach(20.0, 60.0, 5.0, 60.0, np.inf)
SAKHALIN_REACH = Reach(10.0, 25.0, 4.0, 12.0, 16.5)
"""Narrower, after the width of the island; all of it given up by 25 August (day value 16.5)."""


@dataclass(frozen=True)
class Grid:
    """A square grid in projected kilometres."""

    projection: Projection
    x: NDArray[np.float64]
    y: NDArray[np.float64]

    @classmethod
    def over(cls, area: BaseGeometry, projection: Projection, cell_km: float) -> "Grid":
        """Grid that covers an area given in degrees, with a margin of ten cells."""
        lonlat = shapely.get_coordinates(area)
        low, high = (f(projection.forward(lonlat), axis=0) for f in (np.min, np.max))
        axes = [
            np.arange(np.floor(a / cell_km) - 10, np.ceil(b / cell_km) + 11) * cell_km
            for a, b in zip(low, high, strict=True)
        ]
        return cls(projection, axes[0], axes[1])

    @property
    def cell_km(self) -> float:
        """Side of a cell."""
        return float(self.x[1] - self.x[0])

    @property
    def cells(self) -> NDArray[np.float64]:
        """Position of every cell, shape (n, 2), rows running east first."""
        east, north = np.meshgrid(self.x, self.y)
        return np.column_stack([east.ravel(), north.ravel()])

    def shaped(self, values: NDArray[np.float64]) -> NDArray[np.float64]:
        """One value a cell as an array of rows from south to north."""
        return values.reshape(len(self.y), len(self.x))

    def sample(
        self, field: NDArray[np.float64], lonlat: NDArray[np.float64]
    ) -> NDArray[np.float64]:
        """Bilinear value of a field at positions in degrees."""
        xy = self.projection.forward(lonlat)
        at = [(xy[:, 1] - self.y[0]) / self.cell_km, (xy[:, 0] - self.x[0]) / self.cell_km]
        values: NDArray[np.float64] = map_coordinates(field, at, order=1, mode="nearest")
        return values

    def at(self, field: NDArray[np.float64], point: Point) -> float:
        """Value of a field at one point in degrees."""
        return float(self.sample(field, np.array([[point.x, point.y]]))[0])

    def contours(self, field: NDArray[np.float64], level: float) -> list[LineString]:
        """Contour of a field in degrees, simplified to about a kilometre."""
        raw = contourpy.contour_generator(self.x, self.y, field).lines(level)
        kept = [
            shapely.simplify(LineString(line), _LINE_TOLERANCE_KM) for line in raw if len(line) > 2
        ]
        return [LineString(self.projection.inverse(shapely.get_coordinates(line))) for line in kept]

    def below(self, field: NDArray[np.float64]) -> BaseGeometry:
        """Ground, in degrees, where a field is negative."""
        walled = np.pad(field[1:-1, 1:-1], 1, constant_values=1.0)
        rings = self.contours(walled, 0.0)
        polygons = shapely.get_parts(shapely.polygonize([shapely.union_all(rings)]))
        points = [polygon.representative_point() for polygon in polygons]
        if not points:
            return Polygon()
        values = self.sample(field, np.array([(point.x, point.y) for point in points]))
        return shapely.union_all(np.asarray(polygons)[values < 0])


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
    owner_cost: NDArray[np.float64]
    """Day value by which each course reaches a cell, shape (courses, rows, columns)."""
    owners: tuple[str, ...]
    """Axis of each course, in the order of ``owner_cost``."""


def advance(
    grid: Grid,
    reach: Reach,
    surface: ArrivalSurface,
    lines: Sequence[Course],
    places: Sequence[Place],
    home: BaseGeometry,
    land: BaseGeometry,
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
    lines
        Courses of the region.
    places
        Places of the region; those on no course are columns of their own.
    home
        Soviet and Mongolian ground, in degrees.
    land
        All land, in projected kilometres.
    """
    columns = _seeds_of_columns(lines, land)
    lone = _seeds_of_lone_places(lines, places, grid.projection)
    seeds = {
        axis: np.vstack([found[axis] for found in (columns, lone) if axis in found])
        for axis in [*columns, *(axis for axis in lone if axis not in columns)]
    }
    cells = grid.cells
    cost = [_cost(cells, points, reach) for points in seeds.values()]
    distance = np.minimum(
        _away(cells, columns), _away(cells, lone) + reach.full_km - reach.passing_km
    )
    owner_cost = np.stack([grid.shaped(c) for c in cost])
    at_home = grid.shaped(_within(cells, home, grid.projection))
    # closing the set held on each day at once is a grey opening of the day it is held from
    disk = _disk(reach.closing_km / grid.cell_km)
    near = grid.shaped(distance)
    closed = grey_opening(
        np.where(at_home > 0, _HELD_BEFORE, owner_cost.min(axis=0)), footprint=disk
    )
    near_closed = grey_opening(np.where(at_home > 0, 0.0, near), footprint=disk)
    arrival, deviation = (grid.shaped(values) for values in surface.at(cells))
    # the arrival day comes last and unsmoothed, for it honours the dated places
    held = np.maximum(gaussian_filter(closed, _SMOOTH_CELLS), arrival)
    held = np.minimum(np.maximum(held, 0.01), reach.latest)
    beyond = np.maximum(near_closed - reach.full_km, near - reach.full_km - _FAR_KM)
    beyond = grey_opening(beyond, footprint=_disk(_SLIVER_KM / grid.cell_km))
    if np.isfinite(reach.latest):
        beyond = np.full_like(beyond, -1.0)
    return Front(grid, held, arrival, deviation, beyond, owner_cost, tuple(seeds))


Seeds = dict[str, NDArray[np.float64]]
"""By axis, points from which a column held ground: x, y and day value in the columns."""


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


def _away(cells: NDArray[np.float64], seeds: Seeds) -> NDArray[np.float64]:
    """Kilometres from every cell to the nearest seed."""
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
