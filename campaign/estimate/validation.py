"""Leave-one-out: every dated place estimated from all the rest, by our method and by simpler ones.

A place is left out of the courses that it dates as well. Our method estimates a town that a
garrison came to as the garrisons' spread, any other as the columns' arrival. The simpler methods
show what each step of ours gains.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray
from scipy.interpolate import LinearNDInterpolator, RBFInterpolator
from scipy.spatial import cKDTree

from campaign import days
from campaign.estimate.arrival import krige, observe
from campaign.estimate.courses import record_noise, takes_ground, value_of
from campaign.estimate.region import Region
from campaign.facts.records import Place
from campaign.facts.tables import Tables
from campaign.ground.accuracy import COLUMNS, OURS, as_table, summary

__all__ = [
    "METHODS",
    "contradictions",
    "leave_one_out",
    "log_score",
    "report",
    "validate",
    "without",
]

XY = NDArray[np.float64]
Estimate = tuple[float, float]
"""Day and its standard deviation; the deviation is NaN where the method gives none."""

_IDW_POWER = 2.0
_PLATE_SMOOTHING = 100.0
"""Enough that towns a few kilometres and some days apart do not fold the plate."""
_NONE = float("nan")
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
    towns = {town.id for town in region.towns}
    rows = []
    for place in filter(takes_ground, region.places):
        rest = without(region, place)
        here = region.plane.forward(np.array([[place.lon, place.lat]]))
        came_by = "garrison" if place.id in towns else "column"
        day, deviation = estimate(rest, here, came_by)
        spread = float(np.hypot(deviation, record_noise(place)))
        held = rest.ever_holds(place) if method == OURS else None
        day = max(0.0, day)
        known = (region.name, method, place.id, came_by, value_of(place))
        rows.append((*known, round(day, 3), round(spread, 3), held))
    return pd.DataFrame(rows, columns=list(COLUMNS))


def without(region: Region, place: Place) -> Region:
    """A region as it would be known if one place were not.

    Parameters
    ----------
    region
        The mainland or Sakhalin.
    place
        One of its places.
    """
    rest = tuple(other for other in region.places if other.id != place.id)
    return replace(region, places=rest, ways=tuple(way.without({place.id}) for way in region.ways))


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
    """Every dated place that lies in ground with another day, and every bound that it breaks.

    Parameters
    ----------
    ground
        Pieces of the layers.
    tables
        The campaign's tables; places outside every layer are passed over.

    Returns
    -------
    One sentence each.
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
    return found + _broken_bounds(ground, tables)


def _broken_bounds(ground: gpd.GeoDataFrame, tables: Tables) -> list[str]:
    found = []
    for bound in tables.bounds:
        own = ground[ground["layer"] == bound.layer]
        if bound.lon is not None and bound.lat is not None:
            own = ground[ground.geometry.contains(shapely.Point(bound.lon, bound.lat))]
        for row in own.itertuples():
            held = date.fromisoformat(row.soviet_from) if row.soviet_from else date.max
            early = bound.not_before and held < bound.not_before
            late = bound.not_after and held > bound.not_after and bound.not_after <= days.LAST
            if early or late:
                found.append(
                    f"{bound.id} bounds its ground to {bound.not_before or 'any day'} - "
                    f"{bound.not_after or 'any day'}, {row.id} has {row.soviet_from or 'never'}."
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


def _as_the_map(region: Region, here: XY, came_by: str) -> Estimate:
    garrisons = region.garrisons() if came_by == "garrison" else None
    day, deviation = (garrisons or region.arrival()).at(here)
    return float(day[0]), float(deviation[0])


def _kriging_of_places(region: Region, here: XY, _: str) -> Estimate:
    known = observe(region.places, (), region.plane)
    day, deviation = krige(known, region.length_km).at(here)
    return float(day[0]), float(deviation[0])


def _nearest(region: Region, here: XY, _: str) -> Estimate:
    at, value = _dated(region)
    return float(value[cKDTree(at).query(here)[1][0]]), _NONE


def _nearest_three(region: Region, here: XY, _: str) -> Estimate:
    at, value = _dated(region)
    return float(value[cKDTree(at).query(here, k=3)[1][0]].mean()), _NONE


def _inverse_distance(region: Region, here: XY, _: str) -> Estimate:
    at, value = _dated(region)
    weight = np.hypot(*(at - here).T) ** -_IDW_POWER
    return float(np.average(value, weights=weight)), _NONE


def _thin_plate(region: Region, here: XY, _: str) -> Estimate:
    at, value = _dated(region)
    return float(RBFInterpolator(at, value, smoothing=_PLATE_SMOOTHING)(here)[0]), _NONE


def _linear_tin(region: Region, here: XY, came_by: str) -> Estimate:
    at, value = _dated(region)
    day = float(LinearNDInterpolator(at, value)(here)[0])
    # outside the hull of the places a triangulation says nothing
    return _nearest(region, here, came_by) if np.isnan(day) else (day, _NONE)


def _dated(region: Region) -> tuple[XY, NDArray[np.float64]]:
    known = observe(region.places, (), region.plane)
    return known.xy, known.value


METHODS: dict[str, Callable[[Region, XY, str], Estimate]] = {
    OURS: _as_the_map,
    "kriging of the places": _kriging_of_places,
    "linear TIN": _linear_tin,
    "thin-plate spline": _thin_plate,
    "mean of three nearest": _nearest_three,
    "nearest place": _nearest,
    "inverse distance": _inverse_distance,
}
"""Estimators by name, ours first."""
