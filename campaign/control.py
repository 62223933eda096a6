"""Who holds what on a day: status of every piece of ground, area, and what changed."""

from datetime import date, timedelta

import geopandas as gpd
import pandas as pd

from campaign.layers import LAYERS, STATUS_COLUMNS

__all__ = ["DEFAULT", "STATUSES", "area_on", "changed_on", "status_on"]

DEFAULT = "japanese"
"""Status of ground on which nothing has begun yet."""

STATUSES = (DEFAULT, *(column.removesuffix("_from") for column in STATUS_COLUMNS))
"""Every status, in the order that ground can pass through it."""


def status_on(ground: gpd.GeoDataFrame, day: date) -> pd.Series:
    """Status of each piece of ground on a day.

    Parameters
    ----------
    ground
        One row per piece, with a ``<status>_from`` column per status (ISO date or null).
    day
        A day; before the campaign nothing has begun.

    Returns
    -------
    Status names, ``"japanese"`` where nothing has begun yet.
    """
    today = day.isoformat()
    status = pd.Series(DEFAULT, index=ground.index, name="status", dtype=object)
    since = pd.Series("", index=ground.index, dtype=object)
    for column in STATUS_COLUMNS:
        start = ground[column].fillna("").astype(object)
        begun = start.where(start <= today, "")
        # two statuses that begin on one day: the later in the order is where the day ends
        newer = (begun != "") & (begun >= since)
        status = status.mask(newer, column.removesuffix("_from"))
        since = since.mask(newer, begun)
    return status


def area_on(ground: gpd.GeoDataFrame, day: date) -> pd.DataFrame:
    """Area held on a day.

    Parameters
    ----------
    ground
        Pieces of ground with ``layer`` and ``area_km2``.
    day
        A campaign day.

    Returns
    -------
    km² with one row per layer and one column per status, in the orders of
    :data:`campaign.layers.LAYERS` and :data:`STATUSES`.
    """
    held = ground["area_km2"].groupby([ground["layer"], status_on(ground, day)]).sum()
    table = held.unstack(fill_value=0.0)
    present = [name for name in LAYERS if name in table.index]
    return table.reindex(index=present, columns=list(STATUSES), fill_value=0.0)


def changed_on(ground: gpd.GeoDataFrame, day: date) -> gpd.GeoDataFrame:
    """Ground whose status on a day differs from that of the day before.

    Parameters
    ----------
    ground
        Pieces of ground.
    day
        A campaign day; on the first, everything that is not Japanese-held has changed.

    Returns
    -------
    The changed pieces with two more columns, ``before`` and ``status``.
    """
    before, now = (status_on(ground, d) for d in (day - timedelta(days=1), day))
    changed = ground.assign(before=before, status=now)
    return changed[before != now]
