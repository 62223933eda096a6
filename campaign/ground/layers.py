"""The layers as GeoDataFrames: reading their files, and the columns of a piece of ground."""

from pathlib import Path

import geopandas as gpd
import pandas as pd

from campaign import files, statuses
from campaign.errors import DataError
from campaign.theatre import LAYERS

__all__ = ["COLUMNS", "read", "read_ground"]

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
        When the file is missing or cannot be read; the message says what to do.
    """
    path = (folder or files.data_folder()) / f"{name}.geojson"
    if not path.is_file():
        raise DataError(f"{path.name} is missing from {path.parent.name}/: run campaign build.")
    try:
        frame = gpd.read_file(path, engine="pyogrio")
    except Exception as fault:
        raise DataError(
            f"{path.name} is not readable GeoJSON: run campaign build again."
        ) from fault
    return _plain(frame)


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
    frames = [read(name, folder).reindex(columns=[*COLUMNS, "geometry"]) for name in LAYERS]
    # a column that is empty in one layer must not change the type of the whole
    rows = [row for frame in frames for row in frame.astype(object).to_dict("records")]
    ground = gpd.GeoDataFrame(rows, columns=[*COLUMNS, "geometry"], crs=frames[0].crs)
    return _plain(ground).astype({"area_km2": float})


def _plain(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Keep dates as ISO text and absent values as None, whatever the reader made of them."""
    for column in frame.columns.drop("geometry"):
        if pd.api.types.is_datetime64_any_dtype(frame[column]):
            frame[column] = frame[column].dt.strftime("%Y-%m-%d")
        if not pd.api.types.is_numeric_dtype(frame[column]):
            frame[column] = frame[column].astype(object).where(frame[column].notna(), None)
    return frame
