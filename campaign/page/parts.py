"""The script, the style sheets and the markup of the page.

The script is a bundle of the modules in ``script``, committed so that nobody who installs
the package needs Node. ``npm run bundle`` in that folder makes it anew.
"""

import json
from functools import cache
from importlib.resources import files
from pathlib import Path

from jinja2 import Environment
from xstatic.pkg import leaflet

__all__ = ["leaflet_script", "leaflet_style", "markup", "script", "style"]

STYLES = (
    "page", "map", "controls", "legend", "deck", "sources", "details", "doubt", "tooltip", "signs",
    "panel", "compare", "ticks", "story", "search", "lecture", "phone", "forced", "print",
)  # fmt: skip


@cache
def _asset(name: str) -> str:
    return (files("campaign.page") / "assets" / name).read_text(encoding="utf-8")


def script() -> str:
    """Our own script, in a scope that nothing outside can see."""
    return _asset("page.js")


def style() -> str:
    """Our own style sheets."""
    return "\n".join(_asset(f"{name}.css") for name in STYLES)


@cache
def leaflet_script() -> str:
    """Leaflet as the package ships it, without the address of its source map."""
    return _leaflet("leaflet.js").partition("//# sourceMappingURL")[0]


@cache
def leaflet_style() -> str:
    """Leaflet's style sheet without the rules that would fetch pictures we do not use."""
    rules = _leaflet("leaflet.css").split("}")
    return "}".join(rule for rule in rules if "url(" not in rule)


def _leaflet(name: str) -> str:
    return (Path(leaflet.BASE_DIR) / name).read_text(encoding="utf-8")


def markup(name: str, **values: object) -> str:
    """Fill in one of the page's templates; every value is escaped unless marked safe."""
    environment = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    environment.filters["json"] = json.dumps
    return environment.from_string(_asset(name)).render(**values)
