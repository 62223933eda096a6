"""Kilometres: areas on the ellipsoid, and equal-area planes in which distances are measured."""

from dataclasses import dataclass, field

import numpy as np
import shapely
from numpy.typing import NDArray
from pyproj import Geod, Transformer
from shapely.geometry.base import BaseGeometry

__all__ = ["MAINLAND_PLANE", "SAKHALIN_PLANE", "Projection", "area_km2"]

_EDGE_DEG = 0.1
"""Longest edge that is taken for a geodesic when areas are measured."""
_GEOD = Geod(ellps="WGS84")


def area_km2(geometry: BaseGeometry) -> float:
    """Geodesic area on WGS 84, in km².

    Edges are straight in longitude and latitude, as RFC 7946 has them, not great circles.
    """
    edged = shapely.segmentize(shapely.orient_polygons(geometry), _EDGE_DEG)
    return abs(_GEOD.geometry_area_perimeter(edged)[0]) / 1e6


@dataclass(frozen=True)
class Projection:
    """Lambert azimuthal equal-area projection about a point, in kilometres.

    >>> abs(float(MAINLAND_PLANE.forward(np.array([[126.0, 46.0]]))[0, 0])) < 1e-6
    True
    """

    lon: float
    lat: float
    _there: Transformer = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        crs = f"+proj=laea +lat_0={self.lat} +lon_0={self.lon} +units=km +ellps=WGS84"
        there = Transformer.from_crs("EPSG:4326", crs, always_xy=True)
        object.__setattr__(self, "_there", there)

    def forward(self, lonlat: NDArray[np.float64]) -> NDArray[np.float64]:
        """Longitudes and latitudes to kilometres east and north, shape (n, 2)."""
        return np.column_stack(self._there.transform(lonlat[:, 0], lonlat[:, 1]))

    def inverse(self, xy: NDArray[np.float64]) -> NDArray[np.float64]:
        """Kilometres back to longitudes and latitudes, shape (n, 2)."""
        return np.column_stack(self._there.transform(xy[:, 0], xy[:, 1], direction="INVERSE"))


MAINLAND_PLANE = Projection(126.0, 46.0)
SAKHALIN_PLANE = Projection(142.6, 48.0)
