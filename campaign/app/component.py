"""The page as a Streamlit component: one document, mounted once, that owns the day.

The document is written to a folder that Streamlit serves, so the browser fetches it over
HTTP, compressed, once; nothing that a rerun does makes it load again. What the two say:

- The app sends ``asked``, the query parameters as they are; the page alone judges them.
- It counts in ``link`` the links that were followed, so that one can lead back to another.
- It names in ``visit`` the session: a page that outlives one reports to the next what it shows.
- It sends ``day``, on which its panels start, and ``base``, its address for links to readers.
- The page reports once when a day is settled or what is shown changes: ``day`` for the panels,
  and ``address``: every part of its own address, with its text, or null where it has none;
  also null is what a link hurt on its way named a part with, so that it does not stay.
- The page writes the texts to the query of the app, where it may, and says so with ``written``;
  else the app does. Parameters that are no part of ``address`` stay. Streamlit makes an entry
  in the history of every query that it writes, and Back would lead from day to day.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from tempfile import gettempdir, mkdtemp
from typing import Any, NotRequired, TypedDict

from streamlit.components.v1 import declare_component

from campaign.app import link
from campaign.errors import WriteError
from campaign.files import replace
from campaign.interface import Campaign
from campaign.page import render

__all__ = ["MapComponent", "Report", "declare", "publish"]

INDEX = """<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<title>Soviet Far East campaign 1945</title>
<script>location.replace("map.html" + location.search)</script>
</html>
"""
"""Streamlit fetches the index of a component twice, so the index only leads to the document."""

HEIGHT_PX = 640
"""Height without our style sheet, which makes the map as high as the window."""


class Report(TypedDict):
    """What the page says when a day is settled."""

    day: str
    address: dict[str, str | None]
    written: NotRequired[bool]


@dataclass
class MapComponent:
    """The page, ready to be shown and to be saved."""

    html: bytes
    name: str
    folder: Path
    call: Callable[..., Any]

    def show(
        self,
        asked: Mapping[str, str],
        day: date,
        visit: str,
        count: int = 0,
        base: str | None = None,
    ) -> Report | None:
        """Show the map.

        Parameters
        ----------
        asked
            The query parameters; the page obeys what is new in them.
        day
            The day that the panels show as long as the page has not said another.
        visit
            Name of the session.
        count
            How many links were followed.
        base
            Address of the app.

        Returns
        -------
        What the page reported last; none as long as it has said nothing.
        """
        self.keep()
        report: Report | None = self.call(
            visit=visit,
            link=count,
            asked=link.handed(asked),
            day=day.isoformat(),
            base=base,
            height=HEIGHT_PX,
            key="campaign-map",
        )
        return report

    def keep(self) -> None:
        """Write the document again where the folder for temporary files was cleaned."""
        contents = _contents(self.html)
        if not all(_holds(self.folder / name, content) for name, content in contents.items()):
            self.folder = publish(self.html)
            self.call = declare_component(self.name, path=self.folder)

    def saved(self) -> bytes:
        """Give the document to a reader who saves it; until then no browser fetches it again."""
        return self.html


def declare(campaign: Campaign, language: str = "en") -> MapComponent:
    """Draw the page and declare it to Streamlit, once per process and language."""
    html, name = render(campaign.page(language)).encode(), f"map_{language}"
    folder = publish(html)
    return MapComponent(html, name, folder, declare_component(name, path=folder))


def publish(html: bytes, base: Path | None = None) -> Path:
    """Write a document where it can be served from.

    Parameters
    ----------
    html
        The document.
    base
        Folder to write into; the system's folder for temporary files by default.

    Returns
    -------
    A folder named after the content, with the document and the index that leads to it.
    Processes that write it at the same time do not disturb each other's readers.
    """
    folder = (base or Path(gettempdir())) / f"soviet-far-east-{sha256(html).hexdigest()[:16]}"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return _write(html, folder)
    except (OSError, WriteError):  # someone else's folder, or one that cannot be written
        return _write(html, Path(mkdtemp(prefix="soviet-far-east-")))


def _write(html: bytes, folder: Path) -> Path:
    for name, content in _contents(html).items():
        replace(folder / name, content)
    return folder


def _contents(html: bytes) -> dict[str, bytes]:
    return {"map.html": html, "index.html": INDEX.encode()}


def _holds(path: Path, content: bytes) -> bool:
    try:
        return path.stat().st_size == len(content)
    except OSError:
        return False
