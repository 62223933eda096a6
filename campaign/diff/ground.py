"""The ground compared: where its holder differs, on which days, and by how much.

The pieces of two states are cut differently, so they are laid over each other: what one piece
of the old and one of the new have in common is a patch, with a history before and after.
"""

from collections.abc import Sequence

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray

from campaign import days
from campaign.ground import control
from campaign.theatre import LAYERS

__all__ = ["by_day", "by_layer", "outlines", "patches", "turned"]

_EQUAL_AREA = "EPSG:6933"
_SLIVER_KM = 0.02
"""Patches thinner than this come from rounding, not from a correction."""
_LEAST_KM2 = 1.0
_HELD = "soviet"

Statuses = NDArray[np.object_]
"""Status of every piece, one row each, on every day, one column each."""


def statuses_of(frame: gpd.GeoDataFrame) -> Statuses:
    """Status of every row on all the days of the campaign."""
    return np.column_stack([control.status_on(frame, day) for day in days.DAYS])


def patches(old: gpd.GeoDataFrame, new: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Ground that is in both states, with another holder on at least one day.

    Parameters
    ----------
    old, new
        Pieces of ground.

    Returns
    -------
    One row per patch: ``layer``, ``km2``, ``days`` on which the holder differs, ``later`` by how
    many days it is Soviet-held (earlier if negative, 0 where something else differs), the
    statuses ``before`` and ``after`` of every day, and its geometry.
    """
    before, after = statuses_of(old), statuses_of(new)
    one, other = _differing(old, new, before, after)
    shapes = shapely.intersection(old.geometry.to_numpy()[one], new.geometry.to_numpy()[other])
    geometry = gpd.GeoSeries(shapes, crs=new.crs)
    found = gpd.GeoDataFrame(
        {
            "layer": new["layer"].to_numpy()[other],
            "km2": _km2(geometry) * _scale(new)[other],
            "days": (before[one] != after[other]).sum(axis=1),
            "later": (before[one] == _HELD).sum(axis=1) - (after[other] == _HELD).sum(axis=1),
            "before": list(before[one]),
            "after": list(after[other]),
        },
        geometry=geometry,
    )
    return found[~_is_sliver(geometry)].reset_index(drop=True)


def _differing(
    old: gpd.GeoDataFrame, new: gpd.GeoDataFrame, before: Statuses, after: Statuses
) -> tuple[NDArray[np.int_], NDArray[np.int_]]:
    """Positions of the pieces of one layer that meet and whose statuses differ."""
    pairs = [np.empty((2, 0), dtype=int)]
    for layer in LAYERS:
        here, there = _of(old, layer), _of(new, layer)
        tree = shapely.STRtree(new.geometry.to_numpy()[there])
        met = tree.query(old.geometry.to_numpy()[here], predicate="intersects")
        pairs.append(np.stack([here[met[0]], there[met[1]]]))
    one, other = np.concatenate(pairs, axis=1)
    differs = (before[one] != after[other]).any(axis=1)
    return one[differs], other[differs]


def _of(frame: gpd.GeoDataFrame, layer: str) -> NDArray[np.int_]:
    return np.flatnonzero(frame["layer"] == layer)


def _km2(geometry: gpd.GeoSeries) -> NDArray[np.float64]:
    area: NDArray[np.float64] = geometry.to_crs(_EQUAL_AREA).area.to_numpy() / 1e6
    return area


def _scale(frame: gpd.GeoDataFrame) -> NDArray[np.float64]:
    """What turns a measured area into the published one, where an island has one."""
    measured = _km2(frame.geometry)
    known = frame["area_km2"].to_numpy() > 0
    return np.where(known, frame["area_km2"].to_numpy() / np.where(known, measured, 1), 1.0)


def _is_sliver(geometry: gpd.GeoSeries) -> NDArray[np.bool_]:
    plane = geometry.to_crs(_EQUAL_AREA)
    thickness = 2 * plane.area.to_numpy() / np.maximum(plane.length.to_numpy(), 1e-9)
    thin: NDArray[np.bool_] = thickness < _SLIVER_KM * 1e3
    return thin


def by_layer(found: gpd.GeoDataFrame) -> pd.DataFrame:
    """Sum the patches up.

    Parameters
    ----------
    found
        Result of :func:`patches`.

    Returns
    -------
    One row per layer that differs: ``km2`` in all, ``km2_days``, and ``shifts``, km² by the days
    that they turn later.
    """
    rows = {}
    for layer in LAYERS:
        own = found[found["layer"] == layer]
        if len(own):
            shifts = own.groupby("later")["km2"].sum().to_dict()
            rows[layer] = (own["km2"].sum(), (own["km2"] * own["days"]).sum(), shifts)
    return pd.DataFrame.from_dict(rows, orient="index", columns=["km2", "km2_days", "shifts"])


def by_day(found: gpd.GeoDataFrame) -> pd.DataFrame:
    """How much ground each status gains or loses on each day.

    Parameters
    ----------
    found
        Result of :func:`patches`.

    Returns
    -------
    km², one row per day on which anything differs, one column per status that it differs in.
    """
    gain: dict[str, dict[str, float]] = {}
    for n, day in enumerate(days.DAYS):
        for km2, old, new in zip(found["km2"], found["before"], found["after"], strict=True):
            if old[n] != new[n]:
                on_day = gain.setdefault(day.isoformat(), {})
                on_day[new[n]] = on_day.get(new[n], 0.0) + km2
                on_day[old[n]] = on_day.get(old[n], 0.0) - km2
    table = pd.DataFrame.from_dict(gain, orient="index").fillna(0.0)
    return table.loc[:, (table.abs() >= _LEAST_KM2).any()] if len(table) else table


def outlines(old: gpd.GeoDataFrame, new: gpd.GeoDataFrame) -> dict[str, float]:
    """Layers whose whole area differs, with the km² that they gain."""
    totals = [frame.groupby("layer")["area_km2"].sum() for frame in (old, new)]
    gain = totals[1].subtract(totals[0], fill_value=0.0)
    return {str(name): float(km2) for name, km2 in gain.items() if abs(km2) >= _LEAST_KM2}


def turned(
    old: gpd.GeoDataFrame, new: gpd.GeoDataFrame, columns: Sequence[str]
) -> dict[str, dict[str, tuple[str | None, str | None]]]:
    """Places of both states whose dates differ.

    Parameters
    ----------
    old, new
        Places.
    columns
        Columns that hold the first day of each status.

    Returns
    -------
    Day before and after by column, by the id of the place.
    """
    before, after = (frame.set_index("id")[list(columns)].to_dict("index") for frame in (old, new))
    found = {}
    for place in (name for name in after if name in before):
        found[place] = {
            column: (before[place][column], after[place][column])
            for column in columns
            if before[place][column] != after[place][column]
        }
    return {place: cells for place, cells in found.items() if cells}
