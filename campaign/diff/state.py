"""A state of the data: what a folder holds of it, which may be the tables alone or an old form.

Nothing here insists on what the map needs. What is not there is left out, and said.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import geopandas as gpd
import pandas as pd

from campaign import files, statuses
from campaign.errors import DataError
from campaign.facts import sheets
from campaign.facts.records import KINDS
from campaign.facts.sheets import Sheet
from campaign.ground import accuracy, integrity, layers
from campaign.theatre import LAYERS

__all__ = ["State", "read"]

T = TypeVar("T")


@dataclass(frozen=True, eq=False)
class State:
    """What one folder holds, None for what it does not."""

    folder: Path
    tables: dict[str, Sheet]
    """Tables that are there, by name."""
    ground: gpd.GeoDataFrame | None
    places: gpd.GeoDataFrame | None
    left_out: pd.DataFrame | None
    """Estimates of left-out places, as :mod:`campaign.ground.accuracy` reads them."""
    remarks: tuple[str, ...]
    """What is missing, and what does not belong together."""


def read(folder: Path) -> State:
    """Read a state of the data as far as it goes.

    Parameters
    ----------
    folder
        A ``geodata`` folder, or one of tables alone.

    Raises
    ------
    DataError
        When it holds no table.
    """
    beside = folder if (folder / "places.csv").is_file() else folder / "tables"
    is_open = files.is_open(beside)
    names = [name for name in KINDS if is_open and (beside / f"{name}.csv").is_file()]
    if not names:
        raise DataError(
            f"There are no tables that can be read in {folder}: "
            "name a folder that holds tables/places.csv."
        )
    tables = {name: sheets.read(beside, name) for name in names}
    remarks = [
        f"{name}.csv cannot be read as a table; campaign check says why"
        for name, sheet in tables.items()
        if not sheet.rows
    ]
    if beside == folder or not _is_built(folder):
        remarks.append("it has no layers, so that only its tables are compared: run campaign build")
        return State(folder, tables, None, None, None, tuple(remarks))
    try:
        integrity.settle(folder)
        integrity.check(folder)
    except DataError as fault:
        # layers of other tables, or of two builds, would be taken for what these tables give
        remarks.append(f"only its tables are compared. {fault}".removesuffix("."))
        return State(folder, tables, None, None, None, tuple(remarks))
    ground = _attempt(lambda: _ground(folder), remarks)
    places = _attempt(lambda: _features(folder, "places"), remarks)
    left_out = _attempt(lambda: accuracy.read(folder), remarks)
    return State(folder, tables, ground, places, left_out, tuple(remarks))


def _is_built(folder: Path) -> bool:
    return any((folder / f"{name}.geojson").is_file() for name in LAYERS)


def _attempt(read: Callable[[], T], remarks: list[str]) -> T | None:
    try:
        return read()
    except DataError as fault:
        remarks.append(str(fault).removesuffix("."))
        return None


def _ground(folder: Path) -> gpd.GeoDataFrame:
    frames = [_features(folder, name) for name in LAYERS]
    return gpd.GeoDataFrame(pd.concat(frames, ignore_index=True), crs=frames[0].crs)


def _features(folder: Path, name: str) -> gpd.GeoDataFrame:
    """Read a layer with the columns of today, empty where an old form has none."""
    frame = layers.read(name, folder)
    wanted = ["id", "layer", "name_en", *statuses.COLUMNS]
    frame = frame.reindex(columns=[*wanted, "rank", "area_km2", "geometry"])
    frame[wanted] = frame[wanted].astype(object).where(frame[wanted].notna(), None)
    return frame.astype({"area_km2": float})
