"""The layers as GeoDataFrames: reading their files, and the columns of a piece of ground."""

from pathlib import Path

import geopandas as gpd
import pandas as pd

from campaign import files, statuses
from campaign.errors import DataError
from campaign.ground import features, package
from campaign.ground.contract import KINDS
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


def check(folder: Path) -> None:
    """Compare every file with what the build noted of it when it wrote them.

    A file may be sound and yet not the one that was built: half of its features may be gone, or
    a day may be another.

    Raises
    ------
    DataError
        When a file is not what the build wrote; the message says what is wrong with it, as
        closely as can be told, and what to do.
    """
    noted = package.read(folder)
    for name in KINDS:
        content, resource = _content(name, folder), noted[f"{name}.geojson"]
        if resource.is_of(content):
            continue
        count = len(features.read(name, content))
        if count != resource.rows:
            what = f"has {count} features where {resource.rows} were built"
        else:
            what = "is not the file that was built, though each of its features could be true"
        raise DataError(f"{name}.geojson {what}: run campaign build.")


def _content(name: str, folder: Path) -> bytes:
    path = folder / f"{name}.geojson"
    if not path.is_file():
        raise DataError(f"{path.name} is missing from {path.parent.name}/: run campaign build.")
    try:
        return path.read_bytes()
    except OSError as fault:
        raise DataError(
            f"{name}.geojson cannot be read ({fault.strerror}): allow reading it."
        ) from fault
