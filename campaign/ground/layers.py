"""The layers as GeoDataFrames: reading their files, and the columns of a piece of ground."""

from pathlib import Path

import geopandas as gpd
import pandas as pd

from campaign import files, statuses
from campaign.errors import DataError
from campaign.ground import features
from campaign.theatre import LAYERS

__all__ = ["COLUMNS", "check", "read", "read_ground"]

COLUMNS: tuple[str, ...] = (
    "id",
    "layer",
    "name_en",
    "name_modern",
    "name_ja",
    "name_ru",
    "name_zh",
    *statuses.COLUMNS,
    "soviet_earliest",
    "soviet_latest",
    "basis",
    "confidence",
    "axis",
    "formation",
    "taken_by",
    "near",
    "sources",
    "area_km2",
    "note",
)
"""Properties of a piece of ground, after the data contract."""


def read(name: str, folder: Path | None = None) -> gpd.GeoDataFrame:
    """Read one file of ``geodata/``.

    Parameters
    ----------
    name
        A layer's name, ``fronts``, ``ribbons``, ``axes``, ``places``, or ``base/land`` and so on.
    folder
        Where the files lie; the project's own by default.

    Raises
    ------
    DataError
        When the file is missing or does not hold what it should; the message says what to do.
    """
    return features.read(name, _content(name, folder or files.data_folder()))


def read_ground(folder: Path | None = None) -> gpd.GeoDataFrame:
    """Read every layer of ground into one frame.

    Parameters
    ----------
    folder
        Where the files lie; the project's own by default.

    Returns
    -------
    One row per piece in drawing order, with the columns of :data:`COLUMNS` and its geometry.
    """
    frames = [read(name, folder) for name in LAYERS]
    ground = pd.concat(frames, ignore_index=True)[[*COLUMNS, "geometry"]]
    if doubled := ground["id"][ground["id"].duplicated()].to_list():
        first, second = ground.loc[ground["id"] == doubled[0], "layer"].iloc[:2]
        raise DataError(
            f"{second}.geojson has {doubled[0]}, which {first}.geojson has too: run campaign build."
        )
    return ground


def check(name: str, folder: Path, rows: int | None) -> None:
    """Say what is wrong with a file that is not as it was built, if it can be told.

    Parameters
    ----------
    name, folder
        The file, as in :func:`read`.
    rows
        How many features it had when it was built, where that is known.

    Raises
    ------
    DataError
        When it does not hold what it should, or not as much.
    """
    count = len(read(name, folder))
    if rows is not None and count != rows:
        raise DataError(
            f"{name}.geojson has {count} features where {rows} were built: run campaign build."
        )


def _content(name: str, folder: Path) -> bytes:
    path = folder / f"{name}.geojson"
    if files.is_open(path.parent) and not path.is_file():
        raise DataError(f"{path.name} is missing from {path.parent.name}/: run campaign build.")
    try:
        return path.read_bytes()
    except OSError as fault:
        raise DataError(
            f"{name}.geojson cannot be read ({fault.strerror}): allow reading it."
        ) from fault
