"""The data package: a description of every file in ``geodata/`` that tools can read."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from campaign.ground import integrity
from campaign.ground.layers import COLUMNS
from campaign.theatre import BASE, LAYERS

__all__ = ["LAYER_FILES", "describe"]

LAYER_FILES = tuple(
    f"{name}.geojson"
    for name in (*LAYERS, "fronts", "ribbons", "axes", "places", *(f"base/{n}" for n in BASE))
)
"""Every file of shapes, by its path in the folder."""

_COAST = {
    "title": "GSHHG 2.3.6 and WDB-II: coast, lakes, borders, rivers; changed "
    "(clipped, simplified, patched)",
    "path": "https://www.soest.hawaii.edu/pwessel/gshhg/",
    "citation": "Wessel and Smith (1996), J. Geophys. Res. 101, 8741-8743",
}
_LICENCES = {
    "coast": {
        "name": "LGPL-3.0-or-later",
        "title": "GNU Lesser General Public License 3 or later",
        "path": "LICENSE",
    },
    "tables": {"name": "CC-BY-4.0", "title": "Creative Commons Attribution 4.0"},
}


def describe(contents: Mapping[str, bytes]) -> str:
    """Describe every table and layer as a Frictionless data package.

    Parameters
    ----------
    contents
        What each file holds, the tables as they were read, by its path in the ``geodata`` folder.

    Returns
    -------
    The text of ``datapackage.json``.
    """
    resources = [_layer(path, contents[path]) for path in LAYER_FILES]
    resources += [_resource(path, contents[path], "tables") for path in integrity.TABLES]
    resources.append(_resource("validation.csv", contents["validation.csv"], "tables"))
    package = {
        "name": "soviet-far-east-campaign-1945",
        "title": "The Soviet Far East campaign, 9 August - 5 September 1945, day by day",
        "profile": "data-package",
        "licenses": list(_LICENCES.values()),
        "sources": [_COAST],
        "resources": resources,
    }
    return json.dumps(package, ensure_ascii=False, indent=1) + "\n"


def _layer(path: str, content: bytes) -> dict[str, Any]:
    resource = _resource(path, content, "coast")
    resource["rows"] = content.count(b'{"type":"Feature",')
    if Path(path).stem in LAYERS:
        fields = [{"name": c, "type": "number" if c == "area_km2" else "string"} for c in COLUMNS]
        resource["schema"] = {"fields": fields}
    return resource


def _resource(path: str, content: bytes, licence: str) -> dict[str, Any]:
    return {
        "name": Path(path).stem.replace("_", "-"),
        "path": path,
        "bytes": len(content),
        "hash": integrity.fingerprint(content),
        "licenses": [_LICENCES[licence]],
    }
