"""One table: every colour of the page and the app, and what each status looks like.

Soviet-held vermillion and Japanese-held blue are Okabe and Ito's, which colour-blind
readers can tell apart. The two differ little in lightness, so on a grey projector the
pattern and the outline carry the difference: plain for who holds the ground, stripes,
dots, hatching and dashes for everything in between. What was only planned is hollow,
dashed and purple, so that it can never be taken for something that happened.
"""

from dataclasses import dataclass
from typing import Literal

__all__ = [
    "COLOURS",
    "DOUBTS",
    "INK",
    "LAND",
    "LOOKS",
    "PAPER",
    "PRINTED",
    "RINGS",
    "SEA",
    "STRONG",
    "Doubt",
    "Look",
    "Pattern",
    "Texture",
]

Pattern = Literal[
    "stripes", "pocket-dots", "airhead-dots", "hatch", "dots", "sparse-dots", "bars"
]  # fmt: skip
Texture = Literal["grain", "pale-lines", "crosses", "rings"]

PAPER = "#FBFAF6"
INK = "#1F1D1A"
LAND = "#F4F1E8"
SEA = "#DCE6EC"
SOVIET = "#D55E00"
SOVIET_BEFORE = "#EBA778"
SPREAD = "#E48A4A"
SOVIET_EDGE = "#9A4300"
JAPANESE = "#A9CEE6"
PLANNED = "#CC79A7"
PLANNED_EDGE = "#6E2C52"
FRONT = "#7D2F00"
DOT = "#2B1206"


def _thin(colour: str, percent: int) -> str:
    red, green, blue = bytes.fromhex(colour[1:])
    return f"rgb({red} {green} {blue} / {percent}%)"


COLOURS: dict[str, str] = {
    # the sheet and what is written on it
    "paper": PAPER,
    "ink": INK,
    "body-text": "#3E3B35",
    "muted": "#5D5A53",
    "aside-text": "#55524B",
    "hair": "#D8D3C6",
    "accent": "#B54700",
    "accent-hover": "#8F3800",
    "link": "#0A4A86",  # and the outline of what has the focus
    "white": "#FFFFFF",
    "black": "#000000",
    # controls, lists and what lies over the map
    "edge": "#8D8778",
    "hover": "#ECE7DA",
    "ink-hover": "#4A463F",
    "event-hover": "#F0EBDE",
    "chosen": "#EFE4CF",
    "near": "#F0D9BD",
    "tile": "#EFEADD",
    "invalid": "#A11D1D",
    "panel": _thin(PAPER, 94),
    "panel-edge": "#BDB6A5",
    "masthead": _thin(PAPER, 92),
    "message": "#FFF8E6",
    "message-edge": "#B98A1B",
    "veil": "rgb(20 24 28 / 45%)",
    "shadow-list": "rgb(30 30 30 / 18%)",
    "shadow-card": "rgb(30 30 30 / 20%)",
    "shadow-layers": "rgb(30 30 30 / 28%)",
    "shadow-drawer": "rgb(30 30 30 / 16%)",
    "shadow-tip": "rgb(20 20 20 / 28%)",
    "shadow-message": "rgb(40 30 10 / 16%)",
    "shadow-dialog": "rgb(20 20 20 / 35%)",
    # the days under the map
    "slider": "#A9A290",
    "gain": "#E4DFD2",
    "gain-past": "#EFB48A",
    # base of the map
    "land": LAND,
    "sea": SEA,
    "coast": "#B9B4A5",
    "shore": "#9FB4C0",
    "river": "#7FA3B8",
    "railway": "#4A4640",
    "border": "#5A5148",
    "limit": "#77736C",
    "scale": "#3C3A35",
    "scale-text": "#33312C",
    # what moves over it
    "soviet-today": SOVIET,
    "soviet-edge": SOVIET_EDGE,
    "planned-edge": PLANNED_EDGE,
    "island-japanese": "#4C93C4",
    "landed": "#B5560F",
    "event": "#6B665B",
    "surrender": "#0A5A94",
    "selected": "#111111",
    "front": FRONT,
    "ghost": "#FFFAF0",
    "leg": "#4F1D00",
    "leg-today": "#2B0F00",
    "leg-halo": "#FFF6EE",
    # places and names
    "dot": DOT,
    "dot-before": "#5F7F95",
    "halo": "#FFFDF8",
    "label-before": "#45525B",
    "label-after": "#1B1512",
    "label-today": "#7A2D00",
    "label-today-strong": "#571C00",
    "name": "#5B564B",
    "name-halo": "#F7F4EC",
    "name-sea": "#456577",
    "name-town": "#4B463C",
    "name-line": "#4F483F",
    "name-held": "#2F4A5C",
    # how sure a day is
    "documented": "#DCEBDD",
    "documented-edge": "#4C7C52",
    "documented-text": "#1D4423",
    "recalled": "#FDF4DC",
    "recalled-edge": "#A37A1C",
    "recalled-text": "#54400D",
    "estimated": "#F1ECE0",
    "estimated-edge": "#8A5A00",
    "estimated-text": "#5C3C00",
    "confidence-edge": "#AAA493",
    # two days compared
    "compared": "#5B2300",
    "comparison": "#FDF3D0",
    "comparison-edge": "#D9C37A",
    "differs": "#F6DE57",
    "differs-otherwise": "#F8F0C3",
    "differs-otherwise-mark": "#8A6D1A",
    # pictures of the app
    "grid": "#E9E5DA",
}
"""Every colour that a style sheet may use, by what it is for, as CSS writes it."""


@dataclass(frozen=True)
class Look:
    """How ground of one status is drawn."""

    fill: str
    """Colour of the ground, under the pattern when there is one."""
    edge: str
    """Colour of its outline; the fill's own colour where neighbours must run together."""
    today: str
    """Colour of the ground on the first day of the status."""
    pattern: Pattern | None = None
    mark: str | None = None
    """Colour of the pattern's marks."""
    dash: str | None = None
    """Dashes of the outline, as SVG writes them."""
    spread: str | None = None
    """Quieter colour of the first day, where garrisons spread and no column came."""


LOOKS: dict[str, Look] = {
    "japanese": Look(JAPANESE, JAPANESE, JAPANESE),
    "contested": Look(JAPANESE, SOVIET_EDGE, JAPANESE, "stripes", SOVIET),
    "pocket": Look(JAPANESE, SOVIET, JAPANESE, "pocket-dots", SOVIET),
    "airhead": Look(JAPANESE, SOVIET, JAPANESE, "airhead-dots", SOVIET),
    "soviet": Look(SOVIET_BEFORE, SOVIET_BEFORE, SOVIET, spread=SPREAD),
    "capitulated": Look("#EEEBE4", "#8D877A", "#E4E0D6", "hatch", "#A9A294"),
    "planned": Look("#F3DEE9", PLANNED_EDGE, "#F3DEE9", "dots", PLANNED, "6 4"),
    "suspended": Look("#F4EEF1", "#8A5674", "#F4EEF1", "sparse-dots", "#C9A3B8", "3 6"),
    "cancelled": Look(LAND, "#77736C", LAND, None, None, "2 4"),
}
"""Every status a piece of ground can have, in the order in which it can pass through them."""


STRONG: dict[str, Look] = {
    "japanese": Look("#6FB1DC", "#6FB1DC", "#6FB1DC"),
    "contested": Look("#6FB1DC", "#7A2D00", "#6FB1DC", "stripes", "#C23B00"),
    "pocket": Look("#6FB1DC", "#B03A00", "#6FB1DC", "pocket-dots", "#B03A00"),
    "airhead": Look("#6FB1DC", "#B03A00", "#6FB1DC", "airhead-dots", "#B03A00"),
    "soviet": Look("#F0985A", "#F0985A", "#C23B00", spread="#E67A33"),
    "capitulated": Look("#EEEAE0", "#6F695C", "#DDD7C9", "hatch", "#8F8878"),
    "planned": Look("#F1CFE1", PLANNED_EDGE, "#F1CFE1", "dots", "#A8437C", "6 4"),
    "suspended": Look("#F1E3EA", "#8A5674", "#F1E3EA", "sparse-dots", "#A8437C", "3 6"),
    "cancelled": Look(LAND, "#4A463F", LAND, None, None, "2 4"),
}
"""The same statuses for weak projectors: more saturated, what began today darkest of all."""


PRINTED: dict[str, Look] = {
    "japanese": Look("#E3F0F8", "none", "#E3F0F8", "bars", "#5B9CC9"),
    "contested": Look("#E3F0F8", "#7A2D00", "#E3F0F8", "stripes", "#C23B00"),
    "pocket": Look("#E3F0F8", "#7A2D00", "#E3F0F8", "pocket-dots", "#A83600"),
    "airhead": Look("#E3F0F8", "#7A2D00", "#E3F0F8", "airhead-dots", "#A83600"),
    "soviet": Look("#E39A62", "#E39A62", "#B84300", spread="#E39A62"),
    "capitulated": Look("#F6F5F2", "#6F695C", "#EAE7DF", "hatch", "#8F8878"),
}
"""What must look different on paper, where all may be grey: who holds the ground is told by the
lightness alone, which is why the ground that is lightest has a pattern too."""


@dataclass(frozen=True)
class Doubt:
    """What is laid over ground, whatever its status, to say how sure its day is."""

    texture: Texture
    mark: str
    """Colour of the texture's marks."""
    veil: str
    """Colour between the marks, as CSS writes it; lets the status show through."""
    edge: str
    dash: str | None = None
    """Dashes of the outline, as SVG writes them."""


DOUBTS: dict[str, Doubt] = {
    "ribbon": Doubt("grain", FRONT, "rgb(255 252 240 / 46%)", FRONT, "1 3"),
    "unsure": Doubt("pale-lines", "#FFFFFF", "rgb(255 255 255 / 16%)", "#FFFFFF"),
    "recalled": Doubt("crosses", DOT, "rgb(255 255 255 / 12%)", DOT, "8 3"),
    "inferred": Doubt("rings", DOT, "rgb(255 255 255 / 45%)", DOT, "1.5 3"),
}
"""The ground between earliest and latest front; ground whose day may be off by more than two
days; ground whose day is from recollection; ground whose day no source names."""

RINGS: dict[str, str] = {
    "documented": "M12 3.5a8.5 8.5 0 1 1 0 17a8.5 8.5 0 1 1 0-17z",
    "recalled": "M12 1.5 22.5 12 12 22.5 1.5 12z",
    "inferred": "M4 4h16v16H4z",
}
"""The mark around a place, by what its day rests on, as a path in a box of 24 by 24."""
