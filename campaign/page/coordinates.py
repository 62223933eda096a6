"""Geometry as short text: whole numbers, each the step from the point before.

A shape becomes a row of integers: how many parts it has; for each part how many rings;
for each ring how many points and then the steps in longitude and latitude, counted in
units of the last decimal kept. The integers are written five bits to a character, so a
step of half a kilometre takes one or two. ``script/base/coordinates.js`` reads them back.
"""

from collections.abc import Iterable, Iterator

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

__all__ = ["encode", "numbers"]

ALPHABET = np.frombuffer(
    b"0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_", dtype="S1"
)
Integers = NDArray[np.int64]


def encode(shapes: Iterable[BaseGeometry], decimals: int) -> str:
    """Write shapes one after the other.

    Parameters
    ----------
    shapes
        Points, lines or polygons, single or multiple.
    decimals
        Decimals of a degree to keep.

    >>> encode([shapely.Point(1, 2)], 0)
    '22224'
    """
    here = np.zeros(2, dtype=np.int64)
    pieces: list[Integers] = []
    for shape in shapes:
        parts = [list(_rings(part, decimals)) for part in shapely.get_parts(shape)]
        parts = [part for part in parts if part]
        pieces.append(np.array([len(parts)]))
        for part in parts:
            pieces.append(np.array([len(part)]))
            for ring in part:
                steps = np.diff(ring, axis=0, prepend=[here])
                here = ring[-1]
                pieces += [np.array([len(ring)]), steps.ravel()]
    return numbers(np.concatenate(pieces)) if pieces else ""


def _rings(part: BaseGeometry, decimals: int) -> Iterator[Integers]:
    """Rings or line of one part in whole units, without points that fall together."""
    is_area = part.geom_type == "Polygon"
    lines = [part.exterior, *part.interiors] if is_area else [part]
    for line in lines:
        degrees = shapely.get_coordinates(line)
        units = np.round(degrees * 10**decimals).astype(np.int64)
        moved = np.any(np.diff(units, axis=0) != 0, axis=1)
        ring = units[np.concatenate([[True], moved])]
        if is_area:
            ring = ring[:-1]  # the reader closes it
        if len(ring) >= (3 if is_area else 1):
            yield ring


def numbers(values: Integers) -> str:
    """Write integers, small ones in one character.

    >>> numbers(np.array([0, -1, 1, 16, 1000]))
    '012w1M-1'
    """
    unsigned = (values << 1) ^ (values >> 63)
    shifts = 5 * np.arange(8)
    chunks = (unsigned[:, None] >> shifts) & 31
    more = (unsigned[:, None] >> (shifts + 5)) > 0
    used = np.column_stack([np.ones(len(values), dtype=bool), more[:, :-1]])
    characters: bytes = ALPHABET[(chunks | more << 5)[used]].tobytes()
    return characters.decode("ascii")
