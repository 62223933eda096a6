"""The whole build: tables and shoreline in, every file of ``geodata/`` out."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import shapely
from shapely import LineString
from shapely.geometry.base import BaseGeometry

from campaign.estimate import base, islands, lines, swap
from campaign.estimate.datapackage import LAYER_FILES, describe
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
from campaign.estimate.swap import swap_in
from campaign.estimate.validation import validate
from campaign.facts import tables as tables_module
from campaign.facts.tables import Tables
from campaign.ground import integrity
from campaign.theatre import LAYERS, SMALL_ISLANDS

__all__ = ["FILES", "STEPS", "build"]

Rows = list[dict[str, Any]]
Files = dict[str, tuple[Rows, int]]
"""Name of a file to its rows and the decimals of its coordinates."""
Contents = dict[str, bytes]
"""What each file is to hold, by its path in the folder."""
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

FILES = (*LAYER_FILES, "validation.csv", "base/relief.webp", "base/relief.json", integrity.PACKAGE)
"""Every file that :func:`build` makes, by its path in the folder."""

_REGION_DECIMALS, _BASE_DECIMALS = 4, 3
_OUTSIDE = ("soviet_union", "mongolia", "china", "southern_korea")


def build(folder: Path, progress: Progress = lambda _: None) -> None:
    """Remake every derived file, all of them or none.

    Parameters
    ----------
    folder
        The ``geodata`` folder; its ``tables`` are read, everything else is replaced.
    progress
        Called with each of :data:`STEPS` as it begins.

    Raises
    ------
    campaign.errors.CampaignError
        When the tables are faulty or a file cannot be written; the folder is then as it was.
    """
    steps = iter(STEPS)

    def begin() -> None:
        progress(next(steps))

    begin()
    # their bytes come first: who edits a table from here on is told that the build is older
    read = {path: _bytes(folder / path) for path in integrity.TABLES}
    tables = tables_module.load(folder / "tables")
    swap.check(folder, FILES)
    made = _made(tables, begin)
    begin()
    swap_in(folder, made | {integrity.PACKAGE: describe(made | read).encode()})


def _made(tables: Tables, begin: Callable[[], None]) -> Contents:
    """Everything that is made from the tables, as it is written."""
    begin()
    limits = limits_of(tables)
    regions = regions_of(limits)
    theatre = (mainland(tables, regions), sakhalin(tables))
    files, rows = _estimated(tables, theatre, begin)
    begin()
    rows += [island_row(island) for island in islands.islands(tables, limits)]
    rows.append(plan_row(tables, _hokkaido(tables)))
    begin()
    files |= {
        name: ([row for row in rows if row["layer"] == name], _decimals(name)) for name in LAYERS
    }
    files["axes"] = _legs(tables, theatre[0]), _REGION_DECIMALS
    files["places"] = lines.place_rows(tables, rows), _REGION_DECIMALS
    begin()
    ground = shapely.union_all([row["geometry"] for row in rows])
    files |= _base(tables, regions, limits, ground)
    begin()
    land = [ground, *(row["geometry"] for row in files["base/land"][0])]
    picture, bounds = base.relief(shapely.union_all(land))
    begin()
    left_out = validate(theatre).to_csv(index=False, lineterminator="\n")
    layers = {
        f"{name}.geojson": as_geojson(Path(name).stem, features, decimals).encode()
        for name, (features, decimals) in files.items()
    }
    return layers | {
        "validation.csv": left_out.encode(),
        "base/relief.webp": picture,
        "base/relief.json": bounds.encode(),
    }


def _estimated(
    tables: Tables, theatre: Sequence[Region], begin: Callable[[], None]
) -> tuple[Files, Rows]:
    """Fronts and ribbons of the regions that have a front, and the ground cut by it."""
    fronts: Rows = []
    ribbons: Rows = []
    rows: Rows = []
    for region in theatre:
        begin()
        front = region.front()
        own = _rows(tables, region, front)
        fronts += lines.front_rows(region.name, own, front, region.outline)
        ribbons += lines.ribbon_rows(region.name, front, region.outline)
        rows += own
    return {"fronts": (fronts, _REGION_DECIMALS), "ribbons": (ribbons, _BASE_DECIMALS)}, rows


def _bytes(path: Path) -> bytes:
    # what cannot be read is told by those who read it as a table
    return path.read_bytes() if path.is_file() else b""


def _legs(tables: Tables, region: Region) -> Rows:
    """Legs of every axis, the islands' too: one plane serves to draw them all."""
    sailed = [way for way in region.ways if way.axis.kind != "plan"]
    legs = lines.axis_rows(sailed, region.plane, land_of(region.plane))
    return legs + lines.plan_rows(tables)


def _rows(tables: Tables, region: Region, front: Front) -> Rows:
    gazetteer = Gazetteer(region.places, region.plane)
    round_ground = discs(region.places, front)
    pieces = cut(region.ground, front, round_ground, region.complete)
    # what a stroke of the pen would cover is no ground: its area is written as none
    rows = [row for piece in pieces if (row := piece_row(piece, tables, gazetteer))["area_km2"]]
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
