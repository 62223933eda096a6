"""How far the estimated days can be trusted: leave-one-out against the record.

Each dated place is left out in turn, also from the courses that it dates, and its day is
estimated from all the rest. The same is done with simpler estimators, so that the gain of
each step of the method shows.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray
from scipy.interpolate import LinearNDInterpolator
from scipy.spatial import cKDTree

from campaign.build.arrival import krige, observe
from campaign.build.courses import EIGHTY_PERCENT, record_noise, takes_ground, value_of
from campaign.build.islands import layer_of
from campaign.build.region import Region
from campaign.records import Place

__all__ = [
    "METHODS",
    "OURS",
    "LeftOut",
    "as_table",
    "contradictions",
    "leave_one_out",
    "log_score",
    "report",
    "score",
    "summary",
    "worst",
]

OURS = "kriging with the axes"

XY = NDArray[np.float64]
Estimate = tuple[float, float]
"""Day and its standard deviation; the deviation is NaN where the method gives none."""

_IDW_POWER = 2.0


@dataclass(frozen=True)
class LeftOut:
    """A dated place and the day that the rest of the record gives it."""

    place: Place
    day: float
    deviation: float
    """Standard deviation of the recorded day about the estimate, in days."""

    @property
    def error(self) -> float:
        """Estimated minus recorded day."""
        return self.day - value_of(self.place)

    @property
    def is_covered(self) -> bool:
        """Whether the 80 % interval holds the recorded day."""
        return abs(self.error) <= EIGHTY_PERCENT * self.deviation


def leave_one_out(region: Region, method: str) -> list[LeftOut]:
    """Estimate every dated place of a region from all the others.

    Parameters
    ----------
    region
        The mainland or Sakhalin.
    method
        One of :data:`METHODS`.
    """
    estimate = METHODS[method]
    dated = [place for place in region.places if takes_ground(place)]
    found = []
    for place in dated:
        rest = tuple(other for other in region.places if other.id != place.id)
        ways = tuple(way.without(place.id) for way in region.ways)
        here = region.plane.forward(np.array([[place.lon, place.lat]]))
        day, deviation = estimate(replace(region, places=rest, ways=ways), here)
        spread = float(np.hypot(deviation, record_noise(place)))
        found.append(LeftOut(place, max(0.0, day), spread))
    return found


def score(left_out: Sequence[LeftOut]) -> dict[str, float]:
    """Sum up one run: count, mean, median, shares within 1 and 2 days, bias, coverage.

    Parameters
    ----------
    left_out
        Result of :func:`leave_one_out`.
    """
    error = np.array([each.error for each in left_out])
    size = np.abs(error)
    with_interval = not np.isnan([each.deviation for each in left_out]).any()
    covered = float(np.mean([each.is_covered for each in left_out]))
    return {
        "places": len(left_out),
        "mean": float(size.mean()),
        "median": float(np.median(size)),
        "within 1 day": float((size <= 1).mean()),
        "within 2 days": float((size <= 2).mean()),
        "bias": float(error.mean()),
        "80 % interval holds": covered if with_interval else float("nan"),
    }


def log_score(left_out: Sequence[LeftOut]) -> float:
    """Log-likelihood of the recorded days under their estimates; the higher the better."""
    error = np.array([each.error for each in left_out])
    variance = np.array([each.deviation for each in left_out]) ** 2
    return float(-0.5 * np.sum(np.log(2 * np.pi * variance) + error**2 / variance))


def summary(region: Region) -> pd.DataFrame:
    """Score every method over one region, one row each.

    Parameters
    ----------
    region
        The mainland or Sakhalin.
    """
    runs = {method: score(leave_one_out(region, method)) for method in METHODS}
    return pd.DataFrame.from_dict(runs, orient="index")


def _with_axes(region: Region, here: XY) -> Estimate:
    known = observe(region.places, region.courses, region.plane)
    day, deviation = krige(known, region.length_km).at(here)
    return float(day[0]), float(deviation[0])


def _without_axes(region: Region, here: XY) -> Estimate:
    known = observe(region.places, (), region.plane)
    day, deviation = krige(known, region.length_km).at(here)
    return float(day[0]), float(deviation[0])


def _nearest(region: Region, here: XY) -> Estimate:
    at, value = _dated(region)
    return float(value[cKDTree(at).query(here)[1][0]]), float("nan")


def _inverse_distance(region: Region, here: XY) -> Estimate:
    at, value = _dated(region)
    weight = np.hypot(*(at - here).T) ** -_IDW_POWER
    return float(np.average(value, weights=weight)), float("nan")


def _linear_tin(region: Region, here: XY) -> Estimate:
    at, value = _dated(region)
    day = float(LinearNDInterpolator(at, value)(here)[0])
    # outside the hull of the places a triangulation says nothing
    return _nearest(region, here) if np.isnan(day) else (day, float("nan"))


def _dated(region: Region) -> tuple[XY, NDArray[np.float64]]:
    known = observe(region.places, (), region.plane)
    return known.xy, known.value


METHODS: dict[str, Callable[[Region, XY], Estimate]] = {
    OURS: _with_axes,
    "kriging of the places": _without_axes,
    "linear TIN": _linear_tin,
    "nearest place": _nearest,
    "inverse distance": _inverse_distance,
}
"""Estimators by name, ours first."""


def worst(left_out: Sequence[LeftOut], count: int = 10) -> list[LeftOut]:
    """The places whose day the rest of the record gets most wrong.

    Parameters
    ----------
    left_out
        Result of :func:`leave_one_out`.
    count
        How many.
    """
    return sorted(left_out, key=lambda each: (-abs(each.error), each.place.id))[:count]


def contradictions(ground: gpd.GeoDataFrame, places: Sequence[Place]) -> list[str]:
    """Every dated place that lies in ground with another day, one sentence each.

    Parameters
    ----------
    ground
        Pieces of the layers.
    places
        All places; those outside every layer are passed over.
    """
    tree = shapely.STRtree(ground.geometry.to_list())
    found = []
    for place in places:
        whole_island = layer_of(place) not in (None, "southern_sakhalin", "shimushu")
        if not takes_ground(place) or (whole_island and place.id.split("-")[-1] != place.island):
            continue
        for n in tree.query(shapely.Point(place.lon, place.lat), predicate="intersects"):
            piece = ground.iloc[n]
            if piece["soviet_from"] != place.date.isoformat():
                found.append(
                    f"{place.id} is dated {place.date}, the ground under it "
                    f"({piece['id']}) {piece['soviet_from'] or 'never'}."
                )
    return found


def as_table(scores: pd.DataFrame) -> str:
    """A summary as a Markdown table.

    Parameters
    ----------
    scores
        Result of :func:`summary`.
    """
    head = ["method", "mean error, days", "median", "within 1 day", "within 2 days", "bias",
            "80 % interval holds"]  # fmt: skip
    rows = [head, ["---", *["---:"] * (len(head) - 1)]]
    for method, row in scores.iterrows():
        holds = row["80 % interval holds"]
        rows.append(
            [
                str(method),
                f"{row['mean']:.2f}",
                f"{row['median']:.2f}",
                f"{row['within 1 day']:.0%}",
                f"{row['within 2 days']:.0%}",
                f"{row['bias']:+.2f}",
                "-" if np.isnan(holds) else f"{holds:.0%}",
            ]
        )
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def report(regions: Sequence[Region], ground: gpd.GeoDataFrame) -> Iterator[str]:
    """What ``campaign check --front`` prints, paragraph by paragraph.

    Parameters
    ----------
    regions
        The mainland and Sakhalin.
    ground
        Pieces of the layers.
    """
    for region in regions:
        left_out = leave_one_out(region, OURS)
        yield f"{region.name}: {len(left_out)} dated places, each estimated from all the others"
        yield as_table(summary(region))
        yield "Worst ten, estimated against recorded day:"
        yield "\n".join(
            f"  {each.place.id}: {each.error:+.1f} days from {each.place.date} "
            f"({each.place.date_earliest:%d %b} - {each.place.date_latest:%d %b}; "
            f"{each.place.basis}, {each.place.confidence}; {', '.join(each.place.sources)})"
            for each in worst(left_out)
        )
    places = [place for region in regions for place in region.places]
    wrong = contradictions(ground, places)
    yield "\n".join(wrong) if wrong else "No place is contradicted by the map."
