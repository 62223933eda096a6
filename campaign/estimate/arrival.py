"""The day a column arrived, estimated at every point with its standard deviation.

Ordinary kriging, written as a Gaussian process with a Matérn covariance of smoothness 3/2
(scikit-learn), over the dated ground captures and the courses between them. Values are days
since the start of 9 August; noon of a recorded day is ``index + 0.5``, so that the surface
crosses whole numbers at midnight.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree
from sklearn.gaussian_process import GaussianProcessRegressor
from sklearn.gaussian_process.kernels import ConstantKernel, Matern

from campaign.estimate.courses import Course, record_noise, takes_ground, value_of
from campaign.estimate.geodesy import Projection
from campaign.facts.records import Place

__all__ = [
    "MAINLAND_LENGTH_KM",
    "SAKHALIN_LENGTH_KM",
    "ArrivalSurface",
    "Observations",
    "krige",
    "observe",
]

MAINLAND_LENGTH_KM, SAKHALIN_LENGTH_KM = 350.0, 100.0
"""Length scales of the covariance: where the left-out days are likeliest, see
:mod:`campaign.estimate.validation`."""
SILL_DAYS = 8.0
"""Standard deviation of the arrival day over distances far beyond the length scale."""
_COURSE_NOISE = 1.0
_COURSE_NOISE_PER_100KM = 3.0
"""Doubt of a day interpolated along a course, at a dated place and per 100 km from it, in days."""
_COURSE_SPACING_KM = 15.0
_REDUNDANT_KM = 12.0
"""A course point this near to an earlier one of another column is no first arrival."""
_LOCAL_KM = 25.0
"""Range over which the surface bends to honour a documented place to the day."""


@dataclass(frozen=True)
class Observations:
    """Points with a known or interpolated day."""

    xy: NDArray[np.float64]
    value: NDArray[np.float64]
    noise: NDArray[np.float64]
    """Standard deviation of each value, in days."""
    is_place: NDArray[np.bool_]


@dataclass(frozen=True)
class ArrivalSurface:
    """The estimated arrival day as a function of position."""

    model: GaussianProcessRegressor
    mean: float
    places: cKDTree
    residual: NDArray[np.float64]
    local_km: float
    """Range over which the surface bends to honour a place to the day."""

    def at(self, xy: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Expected day and its standard deviation.

        Parameters
        ----------
        xy
            Positions in projected kilometres, shape (n, 2).

        Returns
        -------
        Day and standard deviation, both in days, shape (n,).
        """
        chunks = [self.model.predict(part, return_std=True) for part in _chunks(xy)]
        # nobody was across a border before the campaign began
        day = np.maximum(np.concatenate([chunk[0] for chunk in chunks]) + self.mean, 0.0)
        deviation = np.concatenate([chunk[1] for chunk in chunks])
        near, place = self.places.query(xy)
        weight = np.clip(1 - (near / self.local_km) ** 2, 0, 1) ** 2
        return day + weight * self.residual[place], deviation


def observe(
    places: Sequence[Place], lines: Sequence[Course], projection: Projection
) -> Observations:
    """Gather what is known of the day: dated captures, and points along the courses between.

    Parameters
    ----------
    places
        Places of the region; those that date no ground capture are passed over.
    lines
        Courses of the region.
    projection
        Plane of the region.
    """
    dated = [place for place in places if takes_ground(place)]
    at = projection.forward(np.array([(place.lon, place.lat) for place in dated]))
    value = np.array([value_of(place) for place in dated])
    noise = np.array([record_noise(place) for place in dated])
    between = np.vstack([np.empty((0, 4)), *(_thin(course) for course in lines)])
    keep = _first_arrivals(between[:, :2], between[:, 2])
    keep &= cKDTree(at).query(between[:, :2])[0] > _COURSE_SPACING_KM / 2
    between = between[keep]
    return Observations(
        np.vstack([at, between[:, :2]]),
        np.concatenate([value, between[:, 2]]),
        np.concatenate([noise, between[:, 3]]),
        np.arange(len(at) + len(between)) < len(at),
    )


def krige(
    known: Observations,
    length_km: float,
    sill_days: float = SILL_DAYS,
    local_km: float = _LOCAL_KM,
) -> ArrivalSurface:
    """Fit the surface to what is known.

    Parameters
    ----------
    known
        Observations in projected kilometres.
    length_km
        Length scale of the covariance.
    sill_days
        Standard deviation of the values over distances far beyond the length scale.
    local_km
        Range over which the surface bends to honour a place to the day.
    """
    kernel = ConstantKernel(sill_days**2, "fixed") * Matern(length_km, "fixed", nu=1.5)
    model = GaussianProcessRegressor(kernel, alpha=known.noise**2, optimizer=None)
    mean = float(np.average(known.value, weights=known.noise**-2))
    model.fit(known.xy, known.value - mean)
    at = known.xy[known.is_place]
    residual = known.value[known.is_place] - mean - model.predict(at)
    return ArrivalSurface(model, mean, cKDTree(at), residual, local_km)


def _thin(course: Course) -> NDArray[np.float64]:
    """Points of a course at the spacing of the observations: x, y, day and noise."""
    known = np.flatnonzero(~np.isnan(course.value))
    steps = (course.along[known] / _COURSE_SPACING_KM).astype(int)
    pick = known[np.unique(steps, return_index=True)[1]]
    noise = np.hypot(course.doubt[pick], _COURSE_NOISE)
    noise = np.hypot(noise, _COURSE_NOISE_PER_100KM * course.gap_km[pick] / 100)
    return np.column_stack([course.xy[pick], course.value[pick], noise])


def _first_arrivals(xy: NDArray[np.float64], value: NDArray[np.float64]) -> NDArray[np.bool_]:
    near = cKDTree(xy).query_ball_point(xy, _REDUNDANT_KM) if len(xy) else []
    return np.array(
        [value[n] <= value[others].min() + 0.5 for n, others in enumerate(near)], dtype=bool
    )


def _chunks(xy: NDArray[np.float64]) -> list[NDArray[np.float64]]:
    return np.array_split(xy, max(1, len(xy) // 20_000 + 1))
