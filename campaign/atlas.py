"""The campaign's data as one object: its tables and its layers, asked about a day.

The data do not change while they are loaded, and there are only 28 days: who holds what on a
day is worked out once and kept. What is handed out is a copy, so that nobody changes it.
"""

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd

from campaign import days
from campaign.days import DayLike
from campaign.facts.tables import Tables
from campaign.ground import control, integrity, layers
from campaign.theatre import BASE

__all__ = ["Atlas"]


class _Kept:
    """A part of the data that is read when it is first asked for, and handed out as a copy."""

    def __init__(self, name: str, read: Callable[[Path], Any]) -> None:
        self.name = name
        self.read = read

    def __get__(self, atlas: "Atlas | None", _: type) -> Any:
        return self if atlas is None else deepcopy(self.of(atlas))

    def __set__(self, atlas: "Atlas", value: Any) -> None:
        vars(atlas)[self.name] = value

    def of(self, atlas: "Atlas") -> Any:
        """Give the part itself, to be read only."""
        kept = vars(atlas)
        if self.name not in kept:
            kept[self.name] = self.read(atlas.folder)
        return kept[self.name]


_GROUND = _Kept("ground", layers.read_ground)
_PLACES = _Kept("places", lambda folder: layers.read("places", folder))


@dataclass(frozen=True, eq=False, repr=False)
class Atlas:
    """Everything known of the campaign.

    Every method that takes a day accepts ISO text, a date or a time, as
    :func:`campaign.days.parse` does, and raises :class:`campaign.errors.DayError` with the valid
    range for any other. What is handed out is the caller's own: to change it changes nothing here.
    """

    tables: Tables
    ground: gpd.GeoDataFrame
    """One row per piece of ground, columns after the data contract."""
    folder: Path
    _statuses: dict[tuple[str, date], pd.Series] = field(default_factory=dict, init=False)

    places = _PLACES
    """Every dated place as a point, with the first day of each status."""
    fronts = _Kept("fronts", lambda folder: layers.read("fronts", folder))
    """Front of every day: earliest, probable and latest line."""
    ribbons = _Kept("ribbons", lambda folder: layers.read("ribbons", folder))
    """Ground between the earliest and the latest front of every day."""
    axes = _Kept("axes", lambda folder: layers.read("axes", folder))
    """Legs of the axes of advance, day by day."""
    base = _Kept("base", lambda folder: {n: layers.read(f"base/{n}", folder) for n in BASE})
    """What lies under the layers, by name."""

    def __repr__(self) -> str:
        ground = _GROUND.of(self)
        return (
            f"<{type(self).__name__} {days.FIRST} to {days.LAST}: {len(ground)} pieces of ground "
            f"in {ground['layer'].nunique()} layers, {len(self.tables.places)} places, "
            f"data {self.version} from {self.folder}>"
        )

    @cached_property
    def version(self) -> str:
        """A short name for this state of the data, other for every other state."""
        return integrity.version(self.folder)

    def on(self, day: DayLike) -> gpd.GeoDataFrame:
        """All ground with its ``status`` on a day."""
        return self.ground.assign(status=self.ground_status(days.parse(day)))

    def area(self, day: DayLike) -> pd.DataFrame:
        """Area held on a day in km², one row per layer, one column per status."""
        return control.area_of(_GROUND.of(self), self.ground_status(days.parse(day)))

    def changed(self, day: DayLike) -> gpd.GeoDataFrame:
        """Ground whose status differs from the day before, with ``before`` and ``status``."""
        when = days.parse(day)
        before, now = self.ground_status(days.before(when)), self.ground_status(when)
        return self.ground.assign(before=before, status=now)[before != now]

    def ground_status(self, day: DayLike) -> pd.Series:
        """Status of every piece of ground on a day, which may be the eve of the campaign."""
        return self._status(_GROUND, day)

    def place_status(self, day: DayLike) -> pd.Series:
        """Status of every place on a day, which may be the eve of the campaign."""
        return self._status(_PLACES, day)

    def _status(self, part: _Kept, day: DayLike) -> pd.Series:
        when = days.parse(day, or_eve=True)
        if (part.name, when) not in self._statuses:
            self._statuses[part.name, when] = control.status_on(part.of(self), when)
        return self._statuses[part.name, when].copy()


Atlas.ground = _GROUND  # only now, or a dataclass would take it for a default
