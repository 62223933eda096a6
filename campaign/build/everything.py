"""The whole build: tables and shoreline in, every file of ``geodata/`` out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import shapely
from shapely import LineString
from shapely.geometry.base import BaseGeometry

from campaign import tables as tables_module
from campaign.build import base, borders, islands, lines, shoreline
from campaign.build.arrival import krige, observe
from campaign.build.courses import Course, courses, network
from campaign.build.datapackage import describe
from campaign.build.files import write_bytes, write_features
from campaign.build.front import MAINLAND_REACH, SAKHALIN_REACH, Front, Grid, Reach, advance
from campaign.build.ground import Gazetteer, island_row, piece_row, plan_row
from campaign.build.pieces import cut, discs
from campaign.build.projection import MAINLAND, SAKHALIN, Projection
from campaign.layers import LAYERS
from campaign.records import Place
from campaign.tables import Tables

__all__ = ["STEPS", "Region", "build", "mainland", "sakhalin"]

Rows = list[dict[str, Any]]
Progress = Callable[[str], None]

STEPS = (
    "reading the tables",
    "cutting the regions of 1945",
    "estimating the front of the mainland",
    "estimating the front of Sakhalin",
    "placing the islands",
    "drawing fronts, axes and places",
    "drawing the base",
    "shading the relief",
    "writing the files",
)
"""What :func:`build` reports, in order."""

_TOLERANCE = 0.005
"""Simplification of the mainland's regions, in degrees, as a coverage."""
_ISLAND_TOLERANCE = 0.002
"""Simplification of Sakhalin and Hokkaido, in degrees."""
_REGION_DECIMALS, _BASE_DECIMALS = 4, 3
_SMALL_ISLANDS = ("shimushu", "kurils", "etorofu", "kunashiri", "shikotan", "habomai")
_OUTSIDE = ("soviet_union", "mongolia", "china", "southern_korea")
_NORTH_SAKHALIN = (141.0, 50.0, 145.0, 51.0)
_PLAN = "plan-hokkaido"


@dataclass(frozen=True)
class Region:
    """Ground whose front is estimated in one piece."""

    name: str
    ground: dict[str, BaseGeometry]
    """Simplified ground by layer; the Kwantung territory apart from ``manchuria``."""
    home: BaseGeometry
    """Soviet and Mongolian ground that the columns came from."""
    plane: Projection
    reach: Reach
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
            way for way in self.ways if known & set(way.axis.waypoints) and way.axis.id != _PLAN
        ]

    def front(self) -> Front:
        """Estimate the front of the region."""
        grid = Grid.over(self.outline, self.plane, self.cell_km)
        surface = krige(observe(self.places, self.courses, self.plane))
        land = land_of(self.plane)
        return advance(grid, self.reach, surface, self.courses, self.places, self.home, land)


def build(folder: Path, progress: Progress = lambda _: None) -> None:
    """Remake every derived file.

    Parameters
    ----------
    folder
        The ``geodata`` folder; its ``tables`` are read, everything else is replaced.
    progress
        Called with each of :data:`STEPS` as it begins.
    """
    steps = iter(STEPS)
    progress(next(steps))
    tables = tables_module.load(folder / "tables")
    limits = _limits(tables)
    progress(next(steps))
    regions = _simplified(borders.regions(limits).ground)
    rows, fronts = [], []
    for region in (mainland(tables, regions), sakhalin(tables)):
        progress(next(steps))
        front = region.front()
        own = _rows(tables, region, front)
        fronts += lines.front_rows(region.name, own, front, region.outline)
        rows += own
        sailed = [way for way in region.ways if way.axis.id != _PLAN]
        if region.plane is MAINLAND:
            legs = lines.axis_rows(sailed, MAINLAND, land_of(MAINLAND))
    progress(next(steps))
    rows += [island_row(island) for island in islands.islands(tables.places)]
    rows.append(plan_row(tables.hokkaido_plan, _hokkaido(tables)))
    progress(next(steps))
    files: dict[str, tuple[Rows, int]] = {
        name: ([row for row in rows if row["layer"] == name], _decimals(name)) for name in LAYERS
    }
    files["fronts"] = fronts, _REGION_DECIMALS
    files["axes"] = legs + lines.plan_rows(tables), _REGION_DECIMALS
    files["places"] = lines.place_rows(tables.places, rows), _REGION_DECIMALS
    progress(next(steps))
    ground = shapely.union_all([row["geometry"] for row in rows])
    files |= _base(tables, regions, limits, ground)
    progress(next(steps))
    land = [ground, *(row["geometry"] for row in files["base/land"][0])]
    picture, bounds = base.relief(shapely.union_all(land))
    progress(next(steps))
    for name, (features, decimals) in files.items():
        write_features(folder / f"{name}.geojson", features, decimals)
    write_bytes(folder / "base" / "relief.webp", picture)
    write_bytes(folder / "base" / "relief.json", bounds.encode())
    write_bytes(folder / "datapackage.json", describe(folder).encode())


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
    places = tuple(place for place in tables.places if not place.island)
    ways = tuple(_courses(tables, MAINLAND))
    return Region("mainland", ground, home, MAINLAND, MAINLAND_REACH, 5.0, places, ways)


def sakhalin(tables: Tables) -> Region:
    """Sakhalin south of 50° N.

    Parameters
    ----------
    tables
        The campaign's tables.
    """
    ground = {"southern_sakhalin": shapely.simplify(islands.karafuto(), _ISLAND_TOLERANCE)}
    home = shapely.box(*_NORTH_SAKHALIN)
    places = tuple(place for place in tables.places if place.island == "sakhalin")
    ways = tuple(_courses(tables, SAKHALIN))
    return Region("sakhalin", ground, home, SAKHALIN, SAKHALIN_REACH, 2.0, places, ways)


def land_of(plane: Projection) -> BaseGeometry:
    """All land of any size in a plane, coarse: it only tells land from sea."""
    parts = [shapely.simplify(part, 0.02) for part in shoreline.land() if part.area > 0.005]
    return shapely.union_all([shapely.transform(part, plane.forward) for part in parts])


def _courses(tables: Tables, plane: Projection) -> list[Course]:
    return courses(tables, network(tables, plane), plane, land_of(plane))


def _rows(tables: Tables, region: Region, front: Front) -> Rows:
    gazetteer = Gazetteer(region.places, region.plane)
    round_ground = discs(region.places, front)
    pieces = cut(region.ground, front, round_ground)
    rows = [piece_row(piece, tables, gazetteer) for piece in pieces]
    return sorted(rows, key=lambda row: (row["layer"], row["id"]))


def _hokkaido(tables: Tables) -> BaseGeometry:
    return shapely.simplify(islands.hokkaido_north(tables.hokkaido_plan), _ISLAND_TOLERANCE)


def _base(
    tables: Tables,
    regions: dict[str, BaseGeometry],
    limits: dict[str, LineString],
    ground: BaseGeometry,
) -> dict[str, tuple[Rows, int]]:
    outside = shapely.union_all([regions[name] for name in _OUTSIDE])
    return {
        "base/land": (base.land(ground, outside), _BASE_DECIMALS),
        "base/borders": (base.borders(regions, limits), _REGION_DECIMALS),
        "base/rivers": (base.rivers(), _BASE_DECIMALS),
        "base/lakes": (base.lakes(), _BASE_DECIMALS),
        "base/railways": (base.railways(tables), _BASE_DECIMALS),
    }


def _decimals(layer: str) -> int:
    return islands.DECIMALS if layer in _SMALL_ISLANDS else _REGION_DECIMALS


def _limits(tables: Tables) -> dict[str, LineString]:
    points: dict[str, list[tuple[float, float]]] = {}
    for point in tables.boundaries:
        points.setdefault(point.line_id, []).append((point.lon, point.lat))
    return {name: LineString(line) for name, line in points.items()}


def _simplified(regions: dict[str, BaseGeometry]) -> dict[str, BaseGeometry]:
    """Simplify all regions as one coverage, so that neighbours never gape."""
    shapes: Sequence[BaseGeometry] = shapely.coverage_simplify(list(regions.values()), _TOLERANCE)
    return dict(zip(regions, shapes, strict=True))
