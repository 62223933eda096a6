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

from campaign import days
from campaign.build.courses import Course, takes_ground, value_of
from campaign.build.projection import Projection
from campaign.records import Place

__all__ = ["ArrivalSurface", "Observations", "krige", "observe"]

LENGTH_KM = 350.0
"""Length scale of the covariance; the design's trial found 250-450 km equally likely."""
SILL_DAYS = 6.0
"""Standard deviation of the arrival day over distances far beyond the length scale."""
_EIGHTY_PERCENT = 1.2816
"""Standard deviations that an 80 % interval of a normal distribution extends to each side."""
_LEAST_NOISE = 0.3
"""A day known without doubt is still only known to the day: uniform over 24 h, in days."""
_COURSE_NOISE = 0.5
_COURSE_NOISE_PER_100KM = 0.6
"""Doubt of a day interpolated along a course, at a dated place and per 100 km from it."""
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
        day = np.concatenate([chunk[0] for chunk in chunks]) + self.mean
        deviation = np.concatenate([chunk[1] for chunk in chunks])
        near, place = self.places.query(xy)
        weight = np.clip(1 - (near / _LOCAL_KM) ** 2, 0, 1) ** 2
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
    noise = np.array([_noise(place) for place in dated])
    between = [_thin(course) for course in lines]
    course_xy = np.vstack([b[0] for b in between])
    course_value = np.concatenate([b[1] for b in between])
    course_noise = np.concatenate([b[2] for b in between])
    keep = _first_arrivals(course_xy, course_value)
    keep &= cKDTree(at).query(course_xy)[0] > _COURSE_SPACING_KM / 2
    return Observations(
        np.vstack([at, course_xy[keep]]),
        np.concatenate([value, course_value[keep]]),
        np.concatenate([noise, course_noise[keep]]),
        np.arange(len(at) + keep.sum()) < len(at),
    )


def krige(known: Observations, length_km: float = LENGTH_KM) -> ArrivalSurface:
    """Fit the surface to what is known.

    Parameters
    ----------
    known
        Observations in projected kilometres.
    length_km
        Length scale of the covariance.
    """
    kernel = ConstantKernel(SILL_DAYS**2, "fixed") * Matern(length_km, "fixed", nu=1.5)
    model = GaussianProcessRegressor(kernel, alpha=known.noise**2, optimizer=None)
    mean = float(np.average(known.value, weights=known.noise**-2))
    model.fit(known.xy, known.value - mean)
    at = known.xy[known.is_place]
    residual = known.value[known.is_place] - mean - model.predict(at)
    return ArrivalSurface(model, mean, cKDTree(at), residual)


def _noise(place: Place) -> float:
    """Standard deviation of a recorded day, from the range over its sources read as 80 %."""
    spread = (place.date_latest - place.date_earliest).days
    off = max(
        days.index(place.date_latest) - days.index(place.date),
        days.index(place.date) - days.index(place.date_earliest),
    )
    return max(_LEAST_NOISE, (spread / 2 + off) / 2 / _EIGHTY_PERCENT)


def _thin(
    course: Course,
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    known = ~np.isnan(course.value)
    xy, value, gap = course.xy[known], course.value[known], course.gap_km[known]
    if len(xy) < 2:
        return xy, value, gap
    along = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(xy, axis=0).T))])
    _, pick = np.unique((along / _COURSE_SPACING_KM).astype(int), return_index=True)
    noise = np.hypot(_COURSE_NOISE, _COURSE_NOISE_PER_100KM * gap[pick] / 100)
    return xy[pick], value[pick], noise


def _first_arrivals(xy: NDArray[np.float64], value: NDArray[np.float64]) -> NDArray[np.bool_]:
    near = cKDTree(xy).query_ball_point(xy, _REDUNDANT_KM)
    return np.array([value[n] <= value[others].min() + 0.5 for n, others in enumerate(near)])


def _chunks(xy: NDArray[np.float64]) -> list[NDArray[np.float64]]:
    return np.array_split(xy, max(1, len(xy) // 20_000 + 1))
