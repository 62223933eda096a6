"""The campaign as one object: its tables and layers, asked about a day or drawn as a page."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import geopandas as gpd
import pandas as pd

from campaign import control, days, layers, tables
from campaign.tables import Tables

if TYPE_CHECKING:
    from campaign.page import CampaignMap

__all__ = ["Campaign", "load"]


@dataclass(frozen=True)
class Campaign:
    """Everything known of the campaign.

    Every method that takes a day accepts a date or ISO text, and raises
    :class:`campaign.errors.DayError` with the valid range for any other.
    """

    tables: Tables
    ground: gpd.GeoDataFrame
    """One row per piece of ground, columns after the data contract."""
    folder: Path

    def on(self, day: str | date) -> gpd.GeoDataFrame:
        """All ground with its ``status`` on a day."""
        return self.ground.assign(status=control.status_on(self.ground, days.parse(day)))

    def area(self, day: str | date) -> pd.DataFrame:
        """Area held on a day in km², one row per layer, one column per status."""
        return control.area_on(self.ground, days.parse(day))

    def changed(self, day: str | date) -> gpd.GeoDataFrame:
        """Ground whose status differs from the day before, with ``before`` and ``status``."""
        return control.changed_on(self.ground, days.parse(day))

    @cached_property
    def places(self) -> gpd.GeoDataFrame:
        """Every dated place as a point, with the first day of each status."""
        return layers.read("places", self.folder)

    def page(self, language: str = "en") -> "CampaignMap":
        """Make the map as a folium map, which a notebook displays and ``render`` writes.

        Parameters
        ----------
        language
            Language of the interface.
        """
        # folium is slow to import, and who asks only for data should not wait for it
        from campaign.chronicle import chronicles
        from campaign.page import build_map

        return build_map(
            self.ground,
            fronts=layers.read("fronts", self.folder),
            ribbons=layers.read("ribbons", self.folder),
            axes=layers.read("axes", self.folder),
            places=self.places,
            base={name: layers.read(f"base/{name}", self.folder) for name in layers.BASE},
            sources=self.tables.sources,
            language=language,
            relief=self.folder / "base" / "relief.webp",
            chronicles=chronicles(self, language),
            story=self.tables.story,
        )


def load(folder: Path | None = None) -> Campaign:
    """Read the tables and layers.

    Parameters
    ----------
    folder
        A ``geodata`` folder; the project's own by default.

    Raises
    ------
    campaign.errors.DataError
        When a table is faulty or a layer is missing; the message says what to do.
    """
    folder = folder or tables.data_folder()
    return Campaign(tables.load(folder / "tables"), layers.read_ground(folder), folder)
