"""Who holds what on a day: the status of every piece of ground, and the area of each status."""

from datetime import date

import geopandas as gpd
import pandas as pd

from campaign.statuses import COLUMNS, DEFAULT, STATUSES
from campaign.theatre import LAYERS

__all__ = ["area_of", "status_on"]


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
    for column in COLUMNS:
        start = ground[column].fillna("").astype(object)
        begun = start.where(start <= today, "")
        # two statuses that begin on one day: the later in the order is where the day ends
        newer = (begun != "") & (begun >= since)
        status = status.mask(newer, column.removesuffix("_from"))
        since = since.mask(newer, begun)
    return status


def area_of(ground: gpd.GeoDataFrame, status: pd.Series) -> pd.DataFrame:
    """Area of the ground of each status.

    Parameters
    ----------
    ground
        Pieces of ground with ``layer`` and ``area_km2``.
    status
        Status of each piece.

    Returns
    -------
    km² with one row per layer and one column per status, in the orders of
    :data:`campaign.theatre.LAYERS` and :data:`campaign.statuses.STATUSES`.
    """
    held = ground["area_km2"].groupby([ground["layer"], status]).sum()
    table = held.unstack(fill_value=0.0)
    present = [name for name in LAYERS if name in table.index]
    return table.reindex(index=present, columns=list(STATUSES), fill_value=0.0)
