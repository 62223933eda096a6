"""Regions whose front is estimated in one piece: the mainland, and southern Sakhalin."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache

import numpy as np
import shapely
from shapely import LineString, Point
from shapely.geometry.base import BaseGeometry

from campaign.estimate import borders, islands, shoreline
from campaign.estimate.arrival import (
    MAINLAND_LENGTH_KM,
    SAKHALIN_LENGTH_KM,
    ArrivalSurface,
    krige,
    observe,
)
from campaign.estimate.courses import Course, Network, courses, network, of_a_garrison
from campaign.estimate.front import (
    MAINLAND_REACH,
    SAKHALIN_REACH,
    Front,
    Reach,
    Seeds,
    advance,
    away,
    seeds_of,
)
from campaign.estimate.garrisons import Garrisons, garrisons
from campaign.estimate.geodesy import MAINLAND_PLANE, SAKHALIN_PLANE, Projection
from campaign.estimate.grid import Grid
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
    net: Network | None = None
    """Railways and roads along which garrisons went out after the cease-fire, where they did."""
    complete: dict[str, date] = field(default_factory=dict)
    """Layers of which it is known by when all was held."""

    @property
    def towns(self) -> tuple[Place, ...]:
        """Places that a garrison came to, and no column."""
        return tuple(place for place in self.places if self.net and of_a_garrison(place))

    @property
    def outline(self) -> BaseGeometry:
        """All ground of the region."""
        return shapely.union_all(list(self.ground.values()))

    @property
    def on_columns(self) -> tuple[Place, ...]:
        """Every place but the towns of the garrisons."""
        towns = set(self.towns)
        return tuple(place for place in self.places if place not in towns)

    @property
    def courses(self) -> list[Course]:
        """Courses that columns took past a place of the region, as far as they are dated."""
        known = {place.id for place in self.places}
        towns = {town.id for town in self.towns}
        return [
            way.without(towns)
            for way in self.ways
            if known & set(way.axis.waypoints) and way.axis.kind != "plan"
        ]

    @property
    def seeds(self) -> tuple[Seeds, Seeds]:
        """Points that columns held, along their courses and at places off them."""
        return seeds_of(self.courses, self.on_columns, self.plane, land_of(self.plane))

    def arrival(self) -> ArrivalSurface:
        """Estimate the day on which a column arrived, everywhere."""
        return krige(observe(self.on_columns, self.courses, self.plane), self.length_km)

    def garrisons(self) -> Garrisons | None:
        """Estimate the day on which a garrison came, where garrisons went out."""
        if self.net is None:
            return None
        held = np.vstack([points for seeds in self.seeds for points in seeds.values()])
        return garrisons(self.net, held, self.towns, self.plane, self.length_km)

    def ever_holds(self, place: Place) -> bool:
        """Whether the front, or a garrison, ever comes to where a place lies."""
        here = self.plane.forward(np.array([[place.lon, place.lat]]))
        at = Point(place.lon, place.lat)
        columns, lone = self.seeds
        reach = self.reach
        if (
            np.isfinite(reach.latest)
            or away(here, columns)[0] <= reach.full_km
            or away(here, lone)[0] <= reach.passing_km
            or any(self.ground[layer].contains(at) for layer in self.complete)
        ):
            return True
        spread = self.garrisons()
        return spread is not None and bool(spread.reach(here)[0])

    def front(self) -> Front:
        """Estimate the front of the region."""
        grid = Grid.over(self.outline, self.plane, self.cell_km)
        return advance(grid, self.reach, self.arrival(), self.seeds, self.home, self.garrisons())


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
    net = network(tables, MAINLAND_PLANE)
    ways = tuple(courses(tables, net, MAINLAND_PLANE, land_of(MAINLAND_PLANE)))
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
        net=net,
        complete={
            bound.layer: bound.not_after
            for bound in tables.bounds
            if bound.layer in ground and bound.not_after
        },
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
    net = network(tables, SAKHALIN_PLANE)
    ways = tuple(courses(tables, net, SAKHALIN_PLANE, land_of(SAKHALIN_PLANE)))
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


@cache
def land_of(plane: Projection) -> BaseGeometry:
    """All land of any size in a plane, coarse: it only tells land from sea."""
    parts = [shapely.simplify(part, 0.02) for part in shoreline.land() if part.area > 0.005]
    return shapely.union_all([shapely.transform(part, plane.forward) for part in parts])


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
