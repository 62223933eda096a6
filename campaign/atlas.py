"""The campaign's data as one object: its tables and its layers, asked about a day.

The data do not change while they are loaded, and there are only 28 days: who holds what on a
day is worked out once and kept.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path

import geopandas as gpd
import pandas as pd

from campaign import days
from campaign.facts.tables import Tables
from campaign.ground import control, layers
from campaign.theatre import BASE

__all__ = ["Atlas"]


@dataclass(frozen=True, eq=False)
class Atlas:
    """Everything known of the campaign.

    Every method that takes a day accepts a date or ISO text, and raises
    :class:`campaign.errors.DayError` with the valid range for any other.
    """

    tables: Tables
    ground: gpd.GeoDataFrame
    """One row per piece of ground, columns after the data contract."""
    folder: Path
    _statuses: dict[tuple[str, date], pd.Series] = field(
        default_factory=dict, init=False, repr=False
    )

    def on(self, day: str | date) -> gpd.GeoDataFrame:
        """All ground with its ``status`` on a day."""
        return self.ground.assign(status=self.ground_status(days.parse(day)))

    def area(self, day: str | date) -> pd.DataFrame:
        """Area held on a day in km², one row per layer, one column per status."""
        return control.area_of(self.ground, self.ground_status(days.parse(day)))

    def changed(self, day: str | date) -> gpd.GeoDataFrame:
        """Ground whose status differs from the day before, with ``before`` and ``status``."""
        when = days.parse(day)
        before, now = self.ground_status(days.before(when)), self.ground_status(when)
        return self.ground.assign(before=before, status=now)[before != now]

    def ground_status(self, day: date) -> pd.Series:
        """Status of every piece of ground on a day, which may be the eve of the campaign."""
        return self._status("ground", self.ground, day)

    def place_status(self, day: date) -> pd.Series:
        """Status of every place on a day, which may be the eve of the campaign."""
        return self._status("places", self.places, day)

    def _status(self, name: str, frame: gpd.GeoDataFrame, day: date) -> pd.Series:
        if (name, day) not in self._statuses:
            self._statuses[name, day] = control.status_on(frame, day)
        return self._statuses[name, day]

    @cached_property
    def places(self) -> gpd.GeoDataFrame:
        """Every dated place as a point, with the first day of each status."""
        return layers.read("places", self.folder)

    @cached_property
    def fronts(self) -> gpd.GeoDataFrame:
        """Front of every day: earliest, probable and latest line."""
        return layers.read("fronts", self.folder)

    @cached_property
    def ribbons(self) -> gpd.GeoDataFrame:
        """Ground between the earliest and the latest front of every day."""
        return layers.read("ribbons", self.folder)

    @cached_property
    def axes(self) -> gpd.GeoDataFrame:
        """Legs of the axes of advance, day by day."""
        return layers.read("axes", self.folder)

    @cached_property
    def base(self) -> Mapping[str, gpd.GeoDataFrame]:
        """What lies under the layers, by name."""
        return {name: layers.read(f"base/{name}", self.folder) for name in BASE}
