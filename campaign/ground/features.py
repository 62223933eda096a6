"""The features of one file, read from its bytes, or the sentence that says why they cannot be.

Layers are made by the build and read by everything: a fault in one is never mended or passed
over here, since building again is the remedy of all of them.
"""

import json
from collections import Counter
from functools import cache
from typing import Any

import geopandas as gpd
import pandas as pd
import shapely
from pydantic import ValidationError
from pydantic_core import ErrorDetails, from_json

from campaign.errors import DataError
from campaign.ground.contract import KINDS, Collection, Properties

__all__ = ["read"]

_BUILD = "run campaign build"
_FOREIGN = {
    b"version https://git-lfs": ("a pointer of Git LFS instead of the layer", "run git lfs pull"),
    b"PK\x03\x04": ("a zip archive", f"unpack it, or {_BUILD}"),
    b"\x1f\x8b": ("a gzip archive", f"unpack it, or {_BUILD}"),
    b"\xff\xfe": ("text in UTF-16", _BUILD),
    b"\xfe\xff": ("text in UTF-16", _BUILD),
    b"<<<<<<<": ("the two sides of a merge that was not ended", _BUILD),
    b"<": ("a web page or XML", _BUILD),
}
"""What other files begin with, what they hold, and the remedy."""


def read(name: str, content: bytes) -> gpd.GeoDataFrame:
    """Read the features of a file.

    Parameters
    ----------
    name
        The file's name in ``geodata/`` without its ending, a key of
        :data:`campaign.ground.contract.KINDS`.
    content
        The bytes of the file.

    Returns
    -------
    One row per feature: its properties, dates as ISO text and what is absent as None, and its
    geometry.

    Raises
    ------
    DataError
        When the file does not hold what the data contract says; the message names the first
        fault, how many features have one, and the remedy.
    """
    content = content.removeprefix(b"\xef\xbb\xbf")
    if not content.strip():
        raise _unusable(name, "is empty")
    for start, (what, remedy) in _FOREIGN.items():
        if content.startswith(start):
            raise _unusable(name, f"holds {what}", remedy)
    try:
        collection = _collection(KINDS[name]).model_validate_json(content)
    except ValidationError as error:
        raise _unusable(name, _explained(name, content, error)) from error
    if fault := _misnamed(name, collection.name):
        raise _unusable(name, fault)
    frame = _frame(name, content, collection)
    if fault := _id_fault(collection) or _layer_fault(name, frame):
        raise _unusable(name, fault)
    return frame


@cache
def _collection(kind: type[Properties]) -> type[Collection[Any]]:
    return Collection[kind]  # type: ignore[valid-type]


def _unusable(name: str, fault: str, remedy: str = _BUILD) -> DataError:
    return DataError(f"{name}.geojson {fault}: {remedy}.")


def _frame(name: str, content: bytes, collection: Collection[Any]) -> gpd.GeoDataFrame:
    kind, features = KINDS[name], collection.features
    for feature in features:
        if feature.geometry.type not in kind.shapes:
            shapes = " or ".join(kind.shapes)
            fault = f"has a {feature.geometry.type} at {feature.id} where {shapes} belongs"
            raise _unusable(name, fault)
    try:
        geometry = shapely.get_parts(shapely.from_geojson(content))
    except shapely.GEOSException as error:
        text = "has coordinates that are no numbers or close no ring"
        raise _unusable(name, text) from error
    if misplaced := _geometry_fault(geometry, [feature.id for feature in features], kind):
        raise _unusable(name, misplaced)
    rows = [feature.properties.__dict__ for feature in features]
    columns = {column: _series([row[column] for row in rows]) for column in kind.model_fields}
    return gpd.GeoDataFrame(columns, geometry=geometry, crs=4326)


def _series(values: list[Any]) -> pd.Series:
    is_text = any(value is None or isinstance(value, str) for value in values)
    return pd.Series(values, dtype=object if is_text else None)


def _geometry_fault(geometry: Any, ids: list[str], kind: type[Properties]) -> str | None:
    if len(geometry) != len(ids):
        return f"has {len(geometry)} shapes for {len(ids)} features"
    box, bounds = kind.box, shapely.bounds(geometry)
    is_good = shapely.is_valid(geometry) & ~shapely.is_empty(geometry) & ~shapely.has_z(geometry)
    for name, good, (west, south, east, north) in zip(ids, is_good, bounds, strict=True):
        if not (box.holds(west, south) and box.holds(east, north)):
            if box.holds(south, west) and box.holds(north, east):
                return f"has longitude and latitude exchanged at {name}"
            return (
                f"has {name} at {west:g} to {east:g} E, {south:g} to {north:g} N, outside "
                f"{box.west:g} to {box.east:g} E, {box.south:g} to {box.north:g} N"
            )
        if not good:
            return f"has a shape at {name} that is empty, crosses itself or has heights"
    return None


def _id_fault(collection: Collection[Any]) -> str | None:
    for feature in collection.features:
        if feature.id != feature.properties.id:
            return f"has a feature {feature.id} whose property id is {feature.properties.id}"
    counts = Counter(feature.id for feature in collection.features)
    doubled = [name for name, count in counts.items() if count > 1]
    return f"has {doubled[0]} more than once{_more(len(doubled) - 1, 'ids')}" if doubled else None


def _misnamed(name: str, given: object) -> str | None:
    wanted = name.rpartition("/")[2]
    return None if given == wanted else f"holds {given}, another file than {wanted}"


def _layer_fault(name: str, frame: gpd.GeoDataFrame) -> str | None:
    if "layer" not in frame or name == "places":
        return None
    wrong = frame[frame["layer"] != name]
    if wrong.empty:
        return None
    first = wrong.iloc[0]
    more = _more(len(wrong) - 1, "features")
    return f"has {first['id']}, which belongs to {first['layer']}{more}"


def _explained(name: str, content: bytes, error: ValidationError) -> str:
    """Say the first fault of a file, and how many features have one."""
    details = error.errors(include_url=False)
    if details[0]["type"] == "json_invalid":
        where = str(details[0].get("ctx", {}).get("error", "")).partition(" at ")[2]
        return f"is not readable as GeoJSON (wrong or cut off at {where})"
    raw = from_json(content)
    given = raw.get("name") if isinstance(raw, dict) else None
    if isinstance(given, str) and (fault := _misnamed(name, given)):
        return fault
    found = {detail["loc"][1] for detail in details if detail["loc"][:1] == ("features",)
             and len(detail["loc"]) > 1}  # fmt: skip
    return _sentence(details[0], raw) + _more(len(found) - 1, "features")


def _sentence(detail: ErrorDetails, raw: Any) -> str:
    loc, column = detail["loc"], detail["loc"][-1] if detail["loc"] else ""
    at = f" of {_label(raw['features'][loc[1]], int(loc[1]))}" if len(loc) > 2 else ""
    match detail["type"]:
        case "missing":
            return f"has no '{column}'{at}"
        case "extra_forbidden":
            return f"has '{column}'{at}, which the contract does not know"
        case "too_short" if column == "features":
            return "has no features"
        case "days":
            return f"has {detail['msg']}{at}"
        case "no_day":
            return f"has {column}{at} {_shown(detail['input'])}, which is {detail['msg']}"
        case _:
            rule = detail["msg"].replace("Input", "it").replace("String", "it")
            return f"has {column}{at} {_shown(detail['input'])}, but {rule}"


def _shown(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= 40 else f"{text[:40]}…"


def _label(feature: Any, number: int) -> str:
    name = feature.get("id") if isinstance(feature, dict) else None
    return name if isinstance(name, str) and name else f"feature {number + 1}"


def _more(count: int, what: str) -> str:
    return f" (and {count} more {what})" if count > 0 else ""
