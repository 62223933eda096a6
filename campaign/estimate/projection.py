"""Kilometres on an equal-area plane, in which distances and surfaces are computed."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from pyproj import Transformer

__all__ = ["MAINLAND", "SAKHALIN", "Projection"]


@dataclass(frozen=True)
class Projection:
    """Lambert azimuthal equal-area projection about a point, in kilometres.

    >>> abs(float(MAINLAND.forward(np.array([[126.0, 46.0]]))[0, 0])) < 1e-6
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


MAINLAND = Projection(126.0, 46.0)
SAKHALIN = Projection(142.6, 48.0)
