"""Leave-one-out: every dated place estimated from all the rest, by our method and by simpler ones.

A place is left out of the courses that it dates as well. The simpler methods show what each
step of ours gains.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray
from scipy.interpolate import LinearNDInterpolator
from scipy.spatial import cKDTree

from campaign.estimate.arrival import krige, observe
from campaign.estimate.courses import record_noise, takes_ground, value_of
from campaign.estimate.region import Region
from campaign.facts.records import Place
from campaign.facts.tables import Tables
from campaign.ground.accuracy import COLUMNS, OURS, as_table, summary

__all__ = ["METHODS", "contradictions", "leave_one_out", "log_score", "report", "validate"]

XY = NDArray[np.float64]
Estimate = tuple[float, float]
"""Day and its standard deviation; the deviation is NaN where the method gives none."""

_IDW_POWER = 2.0
_WORST = 10


def validate(regions: Sequence[Region]) -> pd.DataFrame:
    """Leave out every dated place of every region under every method.

    Parameters
    ----------
    regions
        The mainland and Sakhalin.
    """
    runs = [leave_one_out(region, method) for region in regions for method in METHODS]
    return pd.concat(runs, ignore_index=True)


def leave_one_out(region: Region, method: str) -> pd.DataFrame:
    """Estimate every dated place of a region from all the others.

    Parameters
    ----------
    region
        The mainland or Sakhalin.
    method
        One of :data:`METHODS`.

    Returns
    -------
    Rows of :data:`campaign.ground.accuracy.COLUMNS`; the deviation includes the doubt of the
    record.
    """
    estimate = METHODS[method]
    rows = []
    for place in filter(takes_ground, region.places):
        rest = tuple(other for other in region.places if other.id != place.id)
        ways = tuple(way.without(place.id) for way in region.ways)
        here = region.plane.forward(np.array([[place.lon, place.lat]]))
        day, deviation = estimate(replace(region, places=rest, ways=ways), here)
        spread = float(np.hypot(deviation, record_noise(place)))
        day = max(0.0, day)
        rows.append(
            (region.name, method, place.id, value_of(place), round(day, 3), round(spread, 3))
        )
    return pd.DataFrame(rows, columns=list(COLUMNS))


def log_score(left_out: pd.DataFrame) -> float:
    """Log-likelihood of the recorded days under their estimates; the higher the better.

    Parameters
    ----------
    left_out
        Result of :func:`leave_one_out` for a method with a deviation.
    """
    error = left_out["estimated"] - left_out["recorded"]
    variance = left_out["deviation"] ** 2
    return float(-0.5 * (np.log(2 * np.pi * variance) + error**2 / variance).sum())


def contradictions(ground: gpd.GeoDataFrame, tables: Tables) -> list[str]:
    """Every dated place that lies in ground with another day, one sentence each.

    Parameters
    ----------
    ground
        Pieces of the layers.
    tables
        The campaign's tables; places outside every layer are passed over.
    """
    tree = shapely.STRtree(ground.geometry.to_list())
    found = []
    for place in tables.places:
        island = tables.island_of(place)
        # a landing point does not date its island
        is_landing = island and island.changes == "whole" and place.subject != "island"
        if not takes_ground(place) or is_landing:
            continue
        for n in tree.query(shapely.Point(place.lon, place.lat), predicate="intersects"):
            piece = ground.iloc[n]
            if piece["soviet_from"] != place.date.isoformat():
                found.append(
                    f"{place.id} is dated {place.date}, the ground under it "
                    f"({piece['id']}) {piece['soviet_from'] or 'never'}."
                )
    return found


def report(tables: Tables, regions: Sequence[Region], ground: gpd.GeoDataFrame) -> Iterator[str]:
    """What ``campaign check --front`` prints, paragraph by paragraph.

    Parameters
    ----------
    tables
        The campaign's tables.
    regions
        The mainland and Sakhalin.
    ground
        Pieces of the layers.
    """
    left_out = validate(regions)
    for region in regions:
        scores = summary(left_out, region.name)
        yield f"{region.name}: {scores.at[OURS, 'places']:.0f} dated places, each left out in turn"
        yield as_table(scores)
        yield "Worst ten, estimated against recorded day:"
        ours = left_out[(left_out["region"] == region.name) & (left_out["method"] == OURS)]
        yield "\n".join(_worst(ours, {place.id: place for place in region.places}))
    wrong = contradictions(ground, tables)
    yield "\n".join(wrong) if wrong else "No place is contradicted by the map."


def _worst(ours: pd.DataFrame, places: dict[str, Place]) -> Iterator[str]:
    error = ours.set_index("place")["estimated"] - ours.set_index("place")["recorded"]
    for place_id in error.abs().sort_values(ascending=False, kind="stable").index[:_WORST]:
        place = places[place_id]
        yield (
            f"  {place_id}: {error[place_id]:+.1f} days from {place.date} "
            f"({place.date_earliest:%d %b} - {place.date_latest:%d %b}; "
            f"{place.basis}, {place.confidence}; {', '.join(place.sources)})"
        )


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
