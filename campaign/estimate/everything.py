"""The whole build: tables and shoreline in, every file of ``geodata/`` out."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import shapely
from shapely import LineString
from shapely.geometry.base import BaseGeometry

from campaign.estimate import base, islands, lines
from campaign.estimate.datapackage import describe
from campaign.estimate.discs import discs
from campaign.estimate.front import Front
from campaign.estimate.geojson import as_geojson
from campaign.estimate.ground import Gazetteer, island_row, piece_row, plan_row
from campaign.estimate.pieces import cut
from campaign.estimate.region import (
    ISLAND_TOLERANCE,
    Region,
    land_of,
    limits_of,
    mainland,
    regions_of,
    sakhalin,
)
from campaign.estimate.validation import validate
from campaign.facts import tables as tables_module
from campaign.facts.tables import Tables
from campaign.files import replace
from campaign.theatre import LAYERS, SMALL_ISLANDS

__all__ = ["STEPS", "build"]

Rows = list[dict[str, Any]]
Files = dict[str, tuple[Rows, int]]
"""Name of a file to its rows and the decimals of its coordinates."""
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
    "leaving out every place to measure the front",
    "writing the files",
)
"""What :func:`build` reports, in order."""

_REGION_DECIMALS, _BASE_DECIMALS = 4, 3
_OUTSIDE = ("soviet_union", "mongolia", "china", "southern_korea")


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
    limits = limits_of(tables)
    progress(next(steps))
    regions = regions_of(limits)
    theatre = (mainland(tables, regions), sakhalin(tables))
    files: Files = {"fronts": ([], _REGION_DECIMALS), "ribbons": ([], _BASE_DECIMALS)}
    rows: Rows = []
    for region in theatre:
        progress(next(steps))
        front = region.front()
        own = _rows(tables, region, front)
        files["fronts"][0].extend(lines.front_rows(region.name, own, front, region.outline))
        files["ribbons"][0].extend(lines.ribbon_rows(region.name, front, region.outline))
        rows += own
    progress(next(steps))
    rows += [island_row(island) for island in islands.islands(tables, limits)]
    rows.append(plan_row(tables, _hokkaido(tables)))
    progress(next(steps))
    files |= {
        name: ([row for row in rows if row["layer"] == name], _decimals(name)) for name in LAYERS
    }
    files["axes"] = _legs(tables, theatre[0]), _REGION_DECIMALS
    files["places"] = lines.place_rows(tables, rows), _REGION_DECIMALS
    progress(next(steps))
    ground = shapely.union_all([row["geometry"] for row in rows])
    files |= _base(tables, regions, limits, ground)
    progress(next(steps))
    land = [ground, *(row["geometry"] for row in files["base/land"][0])]
    picture, bounds = base.relief(shapely.union_all(land))
    progress(next(steps))
    left_out = validate(theatre).to_csv(index=False, lineterminator="\n")
    progress(next(steps))
    (folder / "base").mkdir(exist_ok=True)
    replace(folder / "validation.csv", left_out.encode())
    for name, (features, decimals) in files.items():
        text = as_geojson(Path(name).stem, features, decimals)
        replace(folder / f"{name}.geojson", text.encode())
    replace(folder / "base" / "relief.webp", picture)
    replace(folder / "base" / "relief.json", bounds.encode())
    replace(folder / "datapackage.json", describe(folder).encode())


def _legs(tables: Tables, region: Region) -> Rows:
    """Legs of every axis, the islands' too: one plane serves to draw them all."""
    sailed = [way for way in region.ways if way.axis.kind != "plan"]
    legs = lines.axis_rows(sailed, region.plane, land_of(region.plane))
    return legs + lines.plan_rows(tables)


def _rows(tables: Tables, region: Region, front: Front) -> Rows:
    gazetteer = Gazetteer(region.places, region.plane)
    round_ground = discs(region.places, front)
    pieces = cut(region.ground, front, round_ground, region.complete)
    rows = [piece_row(piece, tables, gazetteer) for piece in pieces]
    return sorted(rows, key=lambda row: (row["layer"], row["id"]))


def _hokkaido(tables: Tables) -> BaseGeometry:
    return shapely.simplify(islands.hokkaido_north(tables.hokkaido_plan), ISLAND_TOLERANCE)


def _base(
    tables: Tables,
    regions: dict[str, BaseGeometry],
    limits: dict[str, LineString],
    ground: BaseGeometry,
) -> Files:
    outside = shapely.union_all([regions[name] for name in _OUTSIDE])
    return {
        "base/land": (base.land(ground, outside), _REGION_DECIMALS),
        "base/borders": (base.borders(regions, limits), _REGION_DECIMALS),
        "base/rivers": (base.rivers(), _BASE_DECIMALS),
        "base/lakes": (base.lakes(tables), _BASE_DECIMALS),
        "base/railways": (base.railways(tables), _BASE_DECIMALS),
    }


def _decimals(layer: str) -> int:
    return islands.DECIMALS if layer in SMALL_ISLANDS else _REGION_DECIMALS
