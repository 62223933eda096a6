"""Islands as pieces of ground: each changes hands as a whole, except Shimushu.

A polygon of the shoreline belongs to the recorded island nearest to it, so that rocks go
with their island. Shimushu is cut by lines drawn by hand after the accounts of both sides: no
map of its daily front was found.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from shapely import LineString, Point, Polygon
from shapely.geometry.base import BaseGeometry

from campaign.estimate import shoreline
from campaign.facts.records import Island, Place, PlanStep
from campaign.facts.tables import Tables

__all__ = ["IslandGround", "hokkaido_north", "islands", "karafuto"]

_WINDOW = (145.4, 43.0, 157.2, 51.4)
_MAIN_SHORE = 0.035
"""Islets this near to Hokkaido or Kamchatka, in degrees, belong to those."""
_NEMURO = (145.4, 43.0, 145.83, 43.5)
"""Window of the islets of Nemuro, which are Hokkaido's and lie farther off than that."""
_TOLERANCE = 0.0005
_FEW_VERTICES = 24
"""Polygons up to this many vertices are islets that simplification would deform."""
DECIMALS = 5


@dataclass(frozen=True)
class IslandGround:
    """Ground of an island, or of a part of one, with the row that dates it."""

    island: Island
    place: Place
    geometry: BaseGeometry


def islands(tables: Tables, limits: Mapping[str, LineString]) -> list[IslandGround]:
    """Every Kuril and Habomai island, and Moneron, with its ground.

    Parameters
    ----------
    tables
        The campaign's tables.
    limits
        Lines of ``boundaries.csv`` by their id.
    """
    whole = [place for place in tables.places if place.subject == "island"]
    grouped: dict[str, list[Polygon]] = {place.island: [] for place in whole}
    at = np.array([(place.lon, place.lat) for place in whole])
    for polygon in _polygons():
        middle = polygon.representative_point()
        stretch = np.cos(np.radians(middle.y))
        away = [polygon.distance(Point(point)) for point in at]
        # rocks far from every row's point still lie in the chain of their neighbour
        nearest = (
            int(np.argmin(away))
            if min(away) < 0.4
            else int(np.argmin(np.hypot((at[:, 0] - middle.x) * stretch, at[:, 1] - middle.y)))
        )
        grouped[whole[nearest].island].append(polygon)
    found = []
    for place in whole:
        ground = shapely.union_all([_simplified(p) for p in grouped[place.island]])
        island = tables.island_of(place)
        if ground.is_empty or island is None:
            continue
        if island.changes == "parts":
            own = [place for place in tables.places if place.island == island.id]
            found += _parts(island, ground, own, [limits[line] for line in island.cut_by])
        else:
            found.append(IslandGround(island, place, ground))
    return found


def karafuto() -> Polygon:
    """Sakhalin south of the 50th parallel, at full resolution."""
    return _part_of(Point(142.74, 46.95), shapely.box(141.0, 45.5, 145.5, 50.0))


def hokkaido_north(plan: Sequence[PlanStep]) -> BaseGeometry:
    """Hokkaido north of the line from Rumoi to Kushiro, with the islands off its north coast."""
    ends = [(step.lon, step.lat) for step in plan if step.kind == "line" and step.lon and step.lat]
    line = LineString([_beyond(ends[-1], ends[0]), _beyond(ends[0], ends[-1])])
    north = Polygon([*line.coords, (146.5, 43.2), (146.5, 46.0), (140.5, 46.0)])
    main = _part_of(Point(142.37, 43.77), north)
    reach = shapely.box(140.8, 43.9, 145.9, 45.7)
    near = [
        polygon
        for polygon in shoreline.land()
        if reach.contains(polygon)
        and polygon.area > 0.0004
        and polygon.centroid.x < 145.0
        and polygon.centroid.y < 45.6
    ]
    return shapely.union_all([main, *near])


def _beyond(start: tuple[float, float], end: tuple[float, float]) -> tuple[float, float]:
    """Carry a line on past its end, out to sea."""
    (x0, y0), (x1, y1) = start, end
    return x1 + 0.1 * (x1 - x0), y1 + 0.1 * (y1 - y0)


def _polygons() -> list[Polygon]:
    window = shapely.box(*_WINDOW)
    moneron = shapely.box(141.1, 46.1, 141.4, 46.4)
    near = [p for p in shoreline.land() if p.intersects(window) or p.intersects(moneron)]
    main = [p for p in near if p.area > 1.5]
    nemuro = shapely.box(*_NEMURO)
    return [
        polygon
        for polygon in near
        if polygon.area <= 1.5
        and not nemuro.contains(polygon)
        and min(polygon.distance(shore) for shore in main) > _MAIN_SHORE
    ]


def _simplified(polygon: Polygon) -> Polygon:
    if len(polygon.exterior.coords) <= _FEW_VERTICES + 1:
        return polygon
    return shapely.simplify(polygon, _TOLERANCE)


def _parts(
    island: Island, ground: BaseGeometry, places: Sequence[Place], lines: Sequence[LineString]
) -> list[IslandGround]:
    """Cut an island by lines; each part has the day of the place in it, the rest the island's."""
    noded = shapely.union_all([ground.boundary, *lines], grid_size=10.0**-DECIMALS)
    faces = [
        face
        for face in shapely.get_parts(shapely.polygonize([noded]))
        if ground.contains(face.representative_point())
    ]
    # the row of the island dates what is left of it, other dated places there included
    dating = sorted(places, key=lambda place: place.subject == "island")
    own: dict[str, list[Polygon]] = {}
    rocks = []
    for face in faces:
        inside = [place.id for place in dating if face.contains(Point(place.lon, place.lat))]
        if inside:
            own.setdefault(inside[-1], []).append(face)
        else:
            rocks.append(face)
    for rock in rocks:
        min(own.values(), key=lambda held: rock.distance(held[0])).append(rock)
    return [
        IslandGround(island, place, shapely.union_all(own[place.id]))
        for place in places
        if place.id in own
    ]


def _part_of(inside: Point, window: Polygon) -> Polygon:
    whole = next(polygon for polygon in shoreline.land() if polygon.contains(inside))
    parts = shapely.get_parts(whole.intersection(window))
    return max(parts, key=lambda part: part.area)
