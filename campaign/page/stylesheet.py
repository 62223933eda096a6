"""The colours of :mod:`campaign.palette` as CSS rules and SVG patterns.

Rules for the map and swatches for the legend come from one table, so the legend cannot
say anything that the map does not show.
"""

from campaign.palette import INK, LAND, LOOKS, PAPER, SEA, Look, Pattern

__all__ = ["patterns", "rules"]

_MARKS: dict[Pattern, tuple[int, str]] = {
    "stripes": (10, '<path d="M-2,2 l4,-4 M0,10 l10,-10 M8,12 l4,-4" stroke-width="4.2"/>'),
    "pocket-dots": (8, '<circle cx="2" cy="2" r="1.5"/><circle cx="6" cy="6" r="1.5"/>'),
    "airhead-dots": (14, '<circle cx="3" cy="3" r="1.9"/><circle cx="10" cy="10" r="1.9"/>'),
    "hatch": (9, '<path d="M-2,7 l4,4 M0,0 l9,9 M7,-2 l4,4" stroke-width="1.5"/>'),
    "dots": (8, '<circle cx="2" cy="2" r="1"/><circle cx="6" cy="6" r="1"/>'),
    "sparse-dots": (14, '<circle cx="3" cy="3" r="1"/><circle cx="10" cy="10" r="1"/>'),
}


def rules() -> str:
    """CSS that draws every status, on the map and in the legend."""
    root = f":root{{--paper:{PAPER};--ink:{INK};--land:{LAND};--sea:{SEA};"
    root += "".join(
        f"--{status}:{look.fill};--{status}-today:{look.today};--{status}-edge:{look.edge};"
        for status, look in LOOKS.items()
    )
    return root + "}\n" + "\n".join(_rule(status, look) for status, look in LOOKS.items())


def _rule(status: str, look: Look) -> str:
    on = f'[data-status="{status}"]'
    dash = f"stroke-dasharray:{look.dash};" if look.dash else ""
    first = f"{_paint(status, look, today=True)};stroke:"
    first += look.today if look.edge == look.fill else look.edge
    return (
        f".ground{on},.swatch{on}{{{_paint(status, look)};stroke:{look.edge};{dash}}}\n"
        f".ground{on}.today,.swatch{on}.today{{{first}}}"
    )


def _paint(status: str, look: Look, today: bool = False) -> str:
    if look.pattern is None:
        return f"fill:{look.today if today else look.fill}"
    return f"fill:url(#pattern-{status}{'-today' if today else ''})"


def patterns() -> str:
    """SVG pattern definitions, one for each patterned status and one for its first day."""
    found = []
    for status, look in LOOKS.items():
        if look.pattern is not None:
            found.append(_pattern(status, look, look.fill))
            found.append(_pattern(f"{status}-today", look, look.today))
    return "".join(found)


def _pattern(name: str, look: Look, ground: str) -> str:
    assert look.pattern is not None
    side, marks = _MARKS[look.pattern]
    size = f'width="{side}" height="{side}"'
    paint = f'stroke="{look.mark}"' if "path" in marks else f'fill="{look.mark}"'
    return (
        f'<pattern id="pattern-{name}" {size} patternUnits="userSpaceOnUse">'
        f'<rect {size} fill="{ground}"/><g {paint}>{marks}</g></pattern>'
    )
