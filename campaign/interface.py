"""The public interface: the campaign, loaded, asked about a day, and drawn as a page."""

from dataclasses import dataclass
from os import PathLike
from typing import TYPE_CHECKING

from campaign import days, files
from campaign.atlas import Atlas
from campaign.facts import tables
from campaign.facts.records import KINDS
from campaign.ground import integrity, layers
from campaign.theatre import LAYERS

if TYPE_CHECKING:
    from campaign.page import CampaignMap

__all__ = ["Campaign", "load"]


@dataclass(frozen=True, eq=False, repr=False)
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

        return build_map(self, str(language))

    def _repr_html_(self) -> str:
        from campaign.page.parts import markup

        return markup(
            "notebook.html",
            first=f"{days.FIRST:%A} {days.FIRST.day} {days.FIRST:%B}",
            last=f"{days.LAST:%A} {days.LAST.day} {days.LAST:%B %Y}, {len(days.DAYS)} days",
            pieces=len(self.ground_status(days.FIRST)),
            layers=len(LAYERS),
            counts=[(KINDS[name].plural, len(getattr(self.tables, name))) for name in _COUNTED],
            version=self.version,
            folder=self.folder,
        )


_COUNTED = ("places", "islands", "axes", "events", "sources")
"""Tables whose rows a notebook counts."""


def load(folder: str | PathLike[str] | None = None) -> Campaign:
    """Read the tables and layers.

    Parameters
    ----------
    folder
        A ``geodata`` folder; the project's own by default.

    Raises
    ------
    campaign.errors.DataError
        When a table is faulty, a layer is missing or not as it was built, or the tables were
        edited since; the message says what to do.
    """
    place = files.data_folder_at(folder)
    integrity.settle(place)
    loaded = Campaign(tables.load(place / "tables"), layers.read_ground(place), place)
    for name, rows in integrity.changed_layers(place).items():
        layers.check(name, place, rows)
    integrity.check(place)
    return loaded
