"""The folium map that renders to the page.

Folium would link seven hosts and write its script from templates. This map keeps
folium's shape (it is a child of a figure, other folium elements can be added to it, a
notebook displays it) and brings its own document, in which everything is inline.
"""

import base64
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import folium
from branca.element import Element, Figure
from markupsafe import Markup
from pydantic import TypeAdapter, ValidationError

from campaign.atlas import Atlas
from campaign.errors import DataError
from campaign.page import parts, payload, stylesheet
from campaign.palette import DOUBTS, LOOKS, RINGS
from campaign.text import words
from campaign.theatre import SHEET, VIEWS, Box

__all__ = ["CampaignMap", "build_map", "render"]

_BOX = TypeAdapter(Box)


@dataclass(frozen=True)
class Relief:
    """The shaded relief: an image as a data address, and where it lies."""

    image: str
    bounds: Box

    @classmethod
    def read(cls, path: Path) -> "Relief":
        """Read an image and the JSON file of its bounds beside it.

        Raises
        ------
        DataError
            When either is no such file; the message says what to do.
        """
        sides = path.with_suffix(".json")
        try:
            bounds, image = _BOX.validate_json(sides.read_bytes()), path.read_bytes()
        except (OSError, ValidationError) as fault:
            raise DataError(
                f"{sides.name} does not hold the four sides of the relief: run campaign build."
            ) from fault
        if not image.startswith(b"RIFF") or image[8:12] != b"WEBP":
            raise DataError(f"{path.name} is no WebP image: run campaign build.")
        if not (SHEET.holds(bounds.west, bounds.south) and SHEET.holds(bounds.east, bounds.north)):
            raise DataError(f"{sides.name} lies outside the map: run campaign build.")
        return cls(f"data:image/webp;base64,{base64.b64encode(image).decode('ascii')}", bounds)


class Verbatim(Element):
    """Text that goes into the document as it is, never read as a template."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text

    def render(self, **kwargs: Any) -> str:  # noqa: ARG002 - the signature is branca's
        """Give the text."""
        return self.text


class Document(Figure):
    """The whole HTML document, with a policy that allows this script and no request."""

    def __init__(self, language: str) -> None:
        super().__init__(title=words(language)["page"]["title"], height="720px", width="100%")
        self.language = language
        self.header._children.clear()

    def render(self, **kwargs: Any) -> str:
        """Write the document."""
        for child in self._children.values():
            child.render(**kwargs)
        script = f"\n{self.script.render(**kwargs)}\n"
        has_strangers = any(child._children for child in self._children.values())
        digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        return parts.markup(
            "document.html",
            language=self.language,
            title=self.title,
            digest=None if has_strangers else digest,
            head=Markup(self.header.render(**kwargs)),
            body=Markup(self.html.render(**kwargs)),
            script=Markup(script),
        )


class CampaignMap(folium.Map):
    """The map of the campaign; display it in a notebook, or :func:`render` it."""

    def __init__(self, data: Mapping[str, Any], relief: Relief | None = None) -> None:
        super().__init__(tiles=None)
        self._id = "campaign"
        self.default_js = []
        self.default_css = []
        self.data = data
        self.relief = relief
        self.document = Document(data["language"])
        self.document.add_child(self)

    def render(self, **kwargs: Any) -> str:
        """Put style, markup and script into the document, then what was added to the map."""
        figure = self.document
        style = (parts.leaflet_style(), stylesheet.rules(), parts.style())
        figure.header.add_child(Verbatim(f"<style>{''.join(style)}</style>"), name="campaign")
        figure.html.add_child(Verbatim(self._body()), name="campaign")
        script = (
            "globalThis.L_NO_TOUCH = false; globalThis.L_DISABLE_3D = false;",
            parts.leaflet_script(),
            parts.script(),
            f"var {self.get_name()} = window.campaign.map;",
        )
        figure.script.add_child(Verbatim("\n".join(script)), name="campaign")
        for child in self._children.values():
            child.render(**kwargs)
        return ""

    def _body(self) -> str:
        return parts.markup(
            "shell.html",
            words=words(self.data["language"]),
            map_id=self.get_name(),
            views=tuple(VIEWS),
            statuses=tuple(LOOKS),
            doubts=tuple(DOUBTS),
            rings=RINGS,
            layers=[shape[0] for shape in self.data["ground"]["shapes"]],
            last=self.data["count"] - 1,
            patterns=Markup(stylesheet.patterns()),
            relief=self.relief,
            payload=Markup(payload.as_json(self.data)),
        )


def build_map(atlas: Atlas, language: str = "en") -> CampaignMap:
    """Make the map of the campaign.

    Parameters
    ----------
    atlas
        The campaign; the relief is left out where its folder has none.
    language
        Language of the interface.
    """
    picture = atlas.folder / "base" / "relief.webp"
    shade = Relief.read(picture) if picture.exists() else None
    return CampaignMap(payload.make(atlas, language, shade.bounds if shade else None), shade)


def render(page: CampaignMap) -> str:
    """Write the whole document; the same map gives the same text each time."""
    return page.document.render()
