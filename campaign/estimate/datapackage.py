"""The data package: a description of every file in ``geodata/`` that tools can read."""

import hashlib
import json
from pathlib import Path
from typing import Any

from campaign.facts.records import KINDS
from campaign.ground.layers import COLUMNS
from campaign.theatre import BASE, LAYERS

__all__ = ["describe"]

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


def describe(folder: Path) -> str:
    """Describe every table and layer of a folder as a Frictionless data package.

    Parameters
    ----------
    folder
        The ``geodata`` folder with all its files in place.

    Returns
    -------
    The text of ``datapackage.json``.
    """
    names = [*LAYERS, "fronts", "ribbons", "axes", "places", *(f"base/{name}" for name in BASE)]
    resources = [_layer(folder, name) for name in names]
    resources += [_resource(folder, f"tables/{name}.csv", "tables") for name in KINDS]
    resources.append(_resource(folder, "validation.csv", "tables"))
    package = {
        "name": "soviet-far-east-campaign-1945",
        "title": "The Soviet Far East campaign, 9 August - 5 September 1945, day by day",
        "profile": "data-package",
        "licenses": list(_LICENCES.values()),
        "sources": [_COAST],
        "resources": resources,
    }
    return json.dumps(package, ensure_ascii=False, indent=1) + "\n"


def _layer(folder: Path, name: str) -> dict[str, Any]:
    resource = _resource(folder, f"{name}.geojson", "coast")
    resource["rows"] = (folder / resource["path"]).read_bytes().count(b'{"type":"Feature",')
    if name in LAYERS:
        fields = [{"name": c, "type": "number" if c == "area_km2" else "string"} for c in COLUMNS]
        resource["schema"] = {"fields": fields}
    return resource


def _resource(folder: Path, path: str, licence: str) -> dict[str, Any]:
    content = (folder / path).read_bytes()
    return {
        "name": Path(path).stem.replace("_", "-"),
        "path": path,
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "licenses": [_LICENCES[licence]],
    }
