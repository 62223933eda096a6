"""Islands as pieces of ground: each changes hands as a whole, except Shimushu.

A polygon of the shoreline belongs to the recorded island nearest to it, so that rocks go
with their island. Shimushu is cut into the ground nearest to each of its dated places: no
map of its daily front was found.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from shapely import LineString, MultiPoint, Point, Polygon
from shapely.geometry.base import BaseGeometry

from campaign.estimate import shoreline
from campaign.facts.records import Place, PlanStep

__all__ = ["Island", "hokkaido_north", "islands", "karafuto", "layer_of"]

_WINDOW = (145.4, 43.0, 157.2, 51.4)
_MAIN_SHORE = 0.035
"""Islets this near to Hokkaido or Kamchatka, in degrees, belong to those."""
_NEMURO = (145.4, 43.0, 145.83, 43.5)
"""Window of the islets of Nemuro, which are Hokkaido's and lie farther off than that."""
_TOLERANCE = 0.0005
_FEW_VERTICES = 24
"""Polygons up to this many vertices are islets that simplification would deform."""
DECIMALS = 5

_HABOMAI = {
    "shibotsu", "taraku", "harukari", "suisho", "yuri", "akiyuri", "moemoshiri", "kaigara",
}  # fmt: skip
_LAYERS = {
    "shumshu": "shimushu",
    "iturup": "etorofu",
    "kunashir": "kunashiri",
    "shikotan": "shikotan",
    "sakhalin": "southern_sakhalin",
    "moneron": "southern_sakhalin",
    "tyuleny": "southern_sakhalin",
} | dict.fromkeys(_HABOMAI, "habomai")

PUBLISHED_KM2 = {
    "atlasov": 150, "paramushir": 2053, "antsiferov": 7, "makanrushi": 49,
    "onekotan": 425, "kharimkotan": 68, "chirinkotan": 6, "ekarma": 30, "shiashkotan": 122,
    "lovushki": 1.5, "raikoke": 4.6, "matua": 52, "rasshua": 67, "ushishir": 5, "ketoi": 73,
    "simushir": 353, "broton": 7, "chirpoi": 21, "brat-chirpoev": 16, "urup": 1450,
    "iturup": 3166.6, "kunashir": 1489.3, "shikotan": 248.9, "taraku": 10.9, "shibotsu": 58.33,
    "harukari": 1.75, "yuri": 9.90, "akiyuri": 2.11, "suisho": 12.13, "moemoshiri": 0.07,
    "kaigara": 0.0007,
}  # fmt: skip
"""Published areas in km²: Iturup to Zelyony and the larger Habomai islets after the surveys of
Japan's Geospatial Information Authority (2014, 2019), the rest after commonly quoted Russian
figures. Shumshu (388) is cut into parts and takes measured areas."""


@dataclass(frozen=True)
class Island:
    """An island, or a part of Shimushu, with the row that dates it."""

    layer: str
    place: Place
    geometry: BaseGeometry
    published_km2: float | None


def layer_of(place: Place) -> str | None:
    """Layer of an island's place, None on the mainland."""
    return _LAYERS.get(place.island, "kurils") if place.island else None


def islands(places: Sequence[Place]) -> list[Island]:
    """Every Kuril and Habomai island, and Moneron, with its ground.

    Parameters
    ----------
    places
        All places; whole-island rows are those named like their island.
    """
    whole = [place for place in places if _is_whole(place)]
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
        if ground.is_empty:
            continue
        if place.island == "shumshu":
            found += _parts(ground, [p for p in places if p.island == "shumshu"])
        else:
            published = PUBLISHED_KM2.get(place.island)
            found.append(Island(layer_of(place) or "", place, ground, published))
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


def _is_whole(place: Place) -> bool:
    return bool(place.island) and place.id in {
        place.island, f"habomai-{place.island}", f"sakh-{place.island}"
    }  # fmt: skip


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


def _parts(ground: BaseGeometry, places: Sequence[Place]) -> list[Island]:
    points = [Point(place.lon, place.lat) for place in places]
    cells = shapely.get_parts(
        shapely.voronoi_polygons(MultiPoint(points), extend_to=ground.buffer(0.2))
    )
    noded = shapely.union_all(
        [ground.boundary, *(cell.boundary.intersection(ground) for cell in cells)],
        grid_size=10.0**-DECIMALS,
    )
    faces = [
        face
        for face in shapely.get_parts(shapely.polygonize([noded]))
        if ground.contains(face.representative_point())
    ]
    found = []
    for place, point in zip(places, points, strict=True):
        own = [
            face for face in faces if min(points, key=face.representative_point().distance) is point
        ]
        found.append(Island("shimushu", place, shapely.union_all(own), None))
    return found


def _part_of(inside: Point, window: Polygon) -> Polygon:
    whole = next(polygon for polygon in shoreline.land() if polygon.contains(inside))
    parts = shapely.get_parts(whole.intersection(window))
    return max(parts, key=lambda part: part.area)
