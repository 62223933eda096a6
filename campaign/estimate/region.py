"""Regions whose front is estimated in one piece: the mainland, and southern Sakhalin."""

from collections.abc import Sequence
from dataclasses import dataclass

import shapely
from shapely import LineString
from shapely.geometry.base import BaseGeometry

from campaign.estimate import borders, islands, shoreline
from campaign.estimate.arrival import (
    MAINLAND_LENGTH_KM,
    SAKHALIN_LENGTH_KM,
    krige,
    observe,
)
from campaign.estimate.courses import Course, courses, network
from campaign.estimate.front import MAINLAND_REACH, SAKHALIN_REACH, Front, Grid, Reach, advance
from campaign.estimate.geodesy import MAINLAND_PLANE, SAKHALIN_PLANE, Projection
from campaign.facts.records import Place
from campaign.facts.tables import Tables

__all__ = ["Region", "land_of", "limits_of", "mainland", "regions_of", "sakhalin"]

_TOLERANCE = 0.005
"""Simplification of the mainland's regions, in degrees, as a coverage."""
ISLAND_TOLERANCE = 0.002
"""Simplification of Sakhalin and Hokkaido, in degrees."""
_NORTH_SAKHALIN = (141.0, 50.0, 145.0, 51.0)


@dataclass(frozen=True, kw_only=True)
class Region:
    """Ground whose front is estimated in one piece."""

    name: str
    ground: dict[str, BaseGeometry]
    """Simplified ground by layer; the Kwantung territory apart from ``manchuria``."""
    home: BaseGeometry
    """Soviet and Mongolian ground that the columns came from."""
    plane: Projection
    reach: Reach
    length_km: float
    """Length scale of the arrival day's covariance."""
    cell_km: float
    places: tuple[Place, ...]
    ways: tuple[Course, ...]
    """Every course of the campaign, in the plane of the region."""

    @property
    def outline(self) -> BaseGeometry:
        """All ground of the region."""
        return shapely.union_all(list(self.ground.values()))

    @property
    def courses(self) -> list[Course]:
        """Courses that pass a place of the region and were really taken."""
        known = {place.id for place in self.places}
        return [
            way for way in self.ways if known & set(way.axis.waypoints) and way.axis.kind != "plan"
        ]

    def front(self) -> Front:
        """Estimate the front of the region."""
        grid = Grid.over(self.outline, self.plane, self.cell_km)
        surface = krige(observe(self.places, self.courses, self.plane), self.length_km)
        land = land_of(self.plane)
        return advance(grid, self.reach, surface, self.courses, self.places, self.home, land)


def mainland(tables: Tables, regions: dict[str, BaseGeometry]) -> Region:
    """Manchukuo with the Kwantung territory, Mengjiang as far as shown, Korea to 38° N.

    Parameters
    ----------
    tables
        The campaign's tables.
    regions
        Simplified regions of the mainland.
    """
    ground = {"manchuria": regions["manchukuo"]}
    ground |= {name: regions[name] for name in ("kwantung", "inner_mongolia", "northern_korea")}
    home = shapely.union_all([regions["soviet_union"], regions["mongolia"]])
    places = tuple(place for place in tables.places if not place.island and not place.is_summary)
    ways = tuple(_courses(tables, MAINLAND_PLANE))
    return Region(
        name="mainland",
        ground=ground,
        home=home,
        plane=MAINLAND_PLANE,
        reach=MAINLAND_REACH,
        length_km=MAINLAND_LENGTH_KM,
        cell_km=5.0,
        places=places,
        ways=ways,
    )


def sakhalin(tables: Tables) -> Region:
    """Sakhalin south of 50° N.

    Parameters
    ----------
    tables
        The campaign's tables.
    """
    ground = {"southern_sakhalin": shapely.simplify(islands.karafuto(), ISLAND_TOLERANCE)}
    home = shapely.box(*_NORTH_SAKHALIN)
    places = tuple(
        place
        for place in tables.places
        if (island := tables.island_of(place)) and island.changes == "front"
    )
    ways = tuple(_courses(tables, SAKHALIN_PLANE))
    return Region(
        name="sakhalin",
        ground=ground,
        home=home,
        plane=SAKHALIN_PLANE,
        reach=SAKHALIN_REACH,
        length_km=SAKHALIN_LENGTH_KM,
        cell_km=2.0,
        places=places,
        ways=ways,
    )


def land_of(plane: Projection) -> BaseGeometry:
    """All land of any size in a plane, coarse: it only tells land from sea."""
    parts = [shapely.simplify(part, 0.02) for part in shoreline.land() if part.area > 0.005]
    return shapely.union_all([shapely.transform(part, plane.forward) for part in parts])


def _courses(tables: Tables, plane: Projection) -> list[Course]:
    return courses(tables, network(tables, plane), plane, land_of(plane))


def limits_of(tables: Tables) -> dict[str, LineString]:
    """Hand-drawn lines of ``boundaries.csv`` by their id."""
    points: dict[str, list[tuple[float, float]]] = {}
    for point in tables.boundaries:
        points.setdefault(point.line_id, []).append((point.lon, point.lat))
    return {name: LineString(line) for name, line in points.items()}


def regions_of(limits: dict[str, LineString]) -> dict[str, BaseGeometry]:
    """Regions of August 1945, simplified as one coverage so that neighbours never gape."""
    regions = borders.regions(limits)
    shapes: Sequence[BaseGeometry] = shapely.coverage_simplify(list(regions.values()), _TOLERANCE)
    return dict(zip(regions, shapes, strict=True))
