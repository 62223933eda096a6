"""The colours of :mod:`campaign.palette` as CSS rules and SVG patterns.

Rules for the map and swatches for the legend come from one table, so the legend cannot
say anything that the map does not show.
"""

from campaign.page import scales
from campaign.palette import (
    COLOURS,
    DOUBTS,
    INK,
    LOOKS,
    PRINTED,
    STRONG,
    Doubt,
    Look,
    Pattern,
    Texture,
)
from campaign.statuses import DEFAULT

__all__ = ["patterns", "root", "rules"]

_MARKS: dict[Pattern | Texture, tuple[int, str]] = {
    "stripes": (10, '<path d="M-2,2 l4,-4 M0,10 l10,-10 M8,12 l4,-4" stroke-width="4.2"/>'),
    "pocket-dots": (8, '<circle cx="2" cy="2" r="1.5"/><circle cx="6" cy="6" r="1.5"/>'),
    "airhead-dots": (14, '<circle cx="3" cy="3" r="1.9"/><circle cx="10" cy="10" r="1.9"/>'),
    "hatch": (9, '<path d="M-2,7 l4,4 M0,0 l9,9 M7,-2 l4,4" stroke-width="1.5"/>'),
    "dots": (8, '<circle cx="2" cy="2" r="1"/><circle cx="6" cy="6" r="1"/>'),
    "sparse-dots": (14, '<circle cx="3" cy="3" r="1"/><circle cx="10" cy="10" r="1"/>'),
    "grain": (5, '<circle cx="1.2" cy="1.2" r=".7"/><circle cx="3.7" cy="3.7" r=".7"/>'),
    "pale-lines": (
        6,
        '<path d="M-1,1 l2,-2 M0,6 l6,-6 M5,7 l2,-2" stroke-width="1.3" stroke-opacity=".8"/>',
    ),
    "bars": (5, '<path d="M0,2.5 h5" stroke-width=".8"/>'),
    "crosses": (9, '<path d="M2,4.5 h5 M4.5,2 v5" stroke-width="1"/>'),
    "rings": (9, '<path d="M3 4.5a1.5 1.5 0 1 0 3 0a1.5 1.5 0 1 0-3 0" stroke-width="1"/>'),
}

STRONG_SCALE = 1.7
"""How much larger the patterns are for weak projectors."""


_MAGNIFIER = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16' fill='none' "
    f"stroke='%23{INK[1:]}' stroke-width='1.7' stroke-linecap='round'%3E"
    "%3Ccircle cx='6.8' cy='6.8' r='4.3'/%3E%3Cpath d='m10.2 10.2 4 4'/%3E%3C/svg%3E"
)


def root(**others: object) -> str:
    """Colours, and what else is named, as custom properties that every style sheet can use."""
    named: dict[str, object] = {**COLOURS, **others}
    return f":root{{{''.join(f'--{name}:{value};' for name, value in named.items())}}}"


def rules() -> str:
    """CSS that the style sheets build on: what they may name, and how every status is drawn."""
    levels = {f"level-{name}": level for name, level in scales.levels().items()}
    named = root(**levels, magnifier=f'url("{_MAGNIFIER}")')
    looks = [_rule(status, look) for status, look in LOOKS.items()]
    looks += [_rule(status, look, "strong-", ".lecture ") for status, look in STRONG.items()]
    looks += [
        "@media print{",
        *(_rule(status, look, "printed-") for status, look in PRINTED.items()),
    ]
    looks += ["}"]
    doubts = [_doubt_rule(name, doubt) for name, doubt in DOUBTS.items()]
    return "\n".join([named, *looks, *doubts])


def _rule(status: str, look: Look, prefix: str = "", mode: str = "") -> str:
    on = f'[data-status="{status}"]'
    ground = ".leaflet-pane .before" if status == DEFAULT else f".ground{on}"
    dash = f"stroke-dasharray:{look.dash};" if look.dash else ""
    name = prefix + status
    rule = f"{mode}{ground},{mode}.swatch{on}{{{_paint(name, look)};stroke:{look.edge};{dash}}}"
    if status == DEFAULT:  # it begins on no day
        return rule
    first = f"{_paint(name, look, today=True)};stroke:"
    first += look.today if look.edge == look.fill else look.edge
    rule += f"\n{mode}{ground}.today,{mode}.swatch{on}.today{{{first}}}"
    if look.spread:
        quiet = f"fill:{look.spread};stroke:{look.spread}"
        rule += f"\n{mode}{ground}.spread.today,{mode}.swatch{on}.spread.today{{{quiet}}}"
    return rule


def _paint(status: str, look: Look, today: bool = False) -> str:
    if look.pattern is None:
        return f"fill:{look.today if today else look.fill}"
    return f"fill:url(#pattern-{status}{'-today' if today else ''})"


def _doubt_rule(name: str, doubt: Doubt) -> str:
    dash = f"stroke-dasharray:{doubt.dash};" if doubt.dash else ""
    return f".doubt.{name}{{fill:url(#pattern-{name});stroke:{doubt.edge};{dash}}}"


def patterns() -> str:
    """SVG pattern definitions: each patterned status, its first day, each doubt, a difference."""
    found = []
    for prefix, looks, scale in (
        ("", LOOKS, 1.0), ("strong-", STRONG, STRONG_SCALE), ("printed-", PRINTED, 1.0),
    ):  # fmt: skip
        for status, look in looks.items():
            if look.pattern is not None:
                name, motif, mark = prefix + status, look.pattern, look.mark
                found.append(_pattern(name, motif, mark, look.fill, scale))
                if status != DEFAULT:
                    found.append(_pattern(f"{name}-today", motif, mark, look.today, scale))
    for name, doubt in DOUBTS.items():
        found.append(_pattern(name, doubt.texture, doubt.mark, doubt.veil))
    mark, ground = COLOURS["differs-otherwise-mark"], COLOURS["differs-otherwise"]
    found.append(_pattern("differs-otherwise", "dots", mark, ground))
    found.append(_pattern("printed-differs", "crosses", COLOURS["compared"], COLOURS["differs"]))
    return "".join(found)


def _pattern(
    name: str, motif: Pattern | Texture, mark: str | None, ground: str, scale: float = 1
) -> str:
    side, marks = _MARKS[motif]
    size = f'width="{side}" height="{side}"'
    paint = f'fill="none" stroke="{mark}"' if "path" in marks else f'fill="{mark}"'
    larger = f' patternTransform="scale({scale})"' if scale != 1 else ""
    return (
        f'<pattern id="pattern-{name}" {size} patternUnits="userSpaceOnUse"{larger}>'
        f'<rect {size} fill="{ground}"/><g {paint}>{marks}</g></pattern>'
    )
