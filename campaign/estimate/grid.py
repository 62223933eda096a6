"""A grid of cells in projected kilometres: fields on it, their values at points, their contours."""

from dataclasses import dataclass

import contourpy
import numpy as np
import shapely
from numpy.typing import NDArray
from scipy.ndimage import map_coordinates
from shapely import LineString, Point, Polygon
from shapely.geometry.base import BaseGeometry

from campaign.estimate.geodesy import Projection

__all__ = ["Grid"]

_LINE_TOLERANCE_KM = 2.0


@dataclass(frozen=True)
class Grid:
    """A square grid in projected kilometres."""

    projection: Projection
    x: NDArray[np.float64]
    y: NDArray[np.float64]

    @classmethod
    def over(cls, area: BaseGeometry, projection: Projection, cell_km: float) -> "Grid":
        """Grid that covers an area given in degrees, with a margin of ten cells."""
        lonlat = shapely.get_coordinates(area)
        low, high = (f(projection.forward(lonlat), axis=0) for f in (np.min, np.max))
        axes = [
            np.arange(np.floor(a / cell_km) - 10, np.ceil(b / cell_km) + 11) * cell_km
            for a, b in zip(low, high, strict=True)
        ]
        return cls(projection, axes[0], axes[1])

    @property
    def cell_km(self) -> float:
        """Side of a cell."""
        return float(self.x[1] - self.x[0])

    @property
    def cells(self) -> NDArray[np.float64]:
        """Position of every cell, shape (n, 2), rows running east first."""
        east, north = np.meshgrid(self.x, self.y)
        return np.column_stack([east.ravel(), north.ravel()])

    def shaped(self, values: NDArray[np.float64]) -> NDArray[np.float64]:
        """One value a cell as an array of rows from south to north."""
        return values.reshape(len(self.y), len(self.x))

    def sample(
        self, field: NDArray[np.float64], lonlat: NDArray[np.float64]
    ) -> NDArray[np.float64]:
        """Bilinear value of a field at positions in degrees."""
        xy = self.projection.forward(lonlat)
        at = [(xy[:, 1] - self.y[0]) / self.cell_km, (xy[:, 0] - self.x[0]) / self.cell_km]
        values: NDArray[np.float64] = map_coordinates(field, at, order=1, mode="nearest")
        return values

    def at(self, field: NDArray[np.float64], point: Point) -> float:
        """Value of a field at one point in degrees."""
        return float(self.sample(field, np.array([[point.x, point.y]]))[0])

    def contours(self, field: NDArray[np.float64], level: float) -> list[LineString]:
        """Contour of a field in degrees, simplified to some two kilometres."""
        raw = contourpy.contour_generator(self.x, self.y, field).lines(level)
        kept = [
            shapely.simplify(LineString(line), _LINE_TOLERANCE_KM) for line in raw if len(line) > 2
        ]
        return [LineString(self.projection.inverse(shapely.get_coordinates(line))) for line in kept]

    def below(self, field: NDArray[np.float64]) -> BaseGeometry:
        """Ground, in degrees, where a field is negative."""
        walled = np.pad(field[1:-1, 1:-1], 1, constant_values=1.0)
        rings = self.contours(walled, 0.0)
        polygons = shapely.get_parts(shapely.polygonize([shapely.union_all(rings)]))
        points = [polygon.representative_point() for polygon in polygons]
        if not points:
            return Polygon()
        values = self.sample(field, np.array([(point.x, point.y) for point in points]))
        return shapely.union_all(np.asarray(polygons)[values < 0])
