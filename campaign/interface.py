"""The public interface: the campaign, loaded, asked about a day, and drawn as a page."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from campaign import files
from campaign.atlas import Atlas
from campaign.facts import tables
from campaign.ground import layers

if TYPE_CHECKING:
    from campaign.page import CampaignMap

__all__ = ["Campaign", "load"]


@dataclass(frozen=True, eq=False)
class Campaign(Atlas):
    """The atlas of the campaign, which can be drawn as a page too."""

    def page(self, language: str = "en") -> "CampaignMap":
        """Make the map as a folium map, which a notebook displays and ``render`` writes.

        Parameters
        ----------
        language
            Language of the interface.
        """
        # folium is slow to import, and who asks only for data should not wait for it
        from campaign.page import build_map

        return build_map(self, language)


def load(folder: Path | None = None) -> Campaign:
    """Read the tables and layers.

    Parameters
    ----------
    folder
        A ``geodata`` folder; the project's own by default.

    Raises
    ------
    campaign.errors.DataError
        When a table is faulty, or a layer missing or not as it was built; the message says what
        to do.
    """
    folder = folder or files.data_folder()
    facts = tables.load(folder / "tables")
    layers.check(folder)
    return Campaign(facts, layers.read_ground(folder), folder)
