"""GeoJSON after RFC 7946: rounded, wound right, one feature a line."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

__all__ = ["as_geojson"]

_POLYGONS = ("Polygon", "MultiPolygon")


def as_geojson(name: str, rows: Sequence[dict[str, Any]], decimals: int) -> str:
    """Write rows as a feature collection, in the order given.

    Parameters
    ----------
    name
        Name of the collection.
    rows
        Properties of each feature, with its ``geometry``.
    decimals
        Decimals of a coordinate in degrees.
    """
    features = ",\n".join(_feature(row, decimals) for row in rows)
    head = f'{{"type":"FeatureCollection","name":{json.dumps(name)},"features":[\n'
    return f"{head}{features}\n]}}\n"


def _feature(row: dict[str, Any], decimals: int) -> str:
    geometry = _rounded(row["geometry"], decimals)
    shape = shapely.geometry.mapping(geometry)
    coordinates = _plain(shape["coordinates"], decimals)
    properties = {key: value for key, value in row.items() if key != "geometry"}
    feature = {
        "type": "Feature",
        "id": row["id"],
        "properties": properties,
        "geometry": {"type": shape["type"], "coordinates": coordinates},
    }
    return json.dumps(feature, ensure_ascii=False, separators=(",", ":"))


def _rounded(geometry: BaseGeometry, decimals: int) -> BaseGeometry:
    """Round to the grid of the file, keeping polygons valid and outer rings anticlockwise."""
    if geometry.geom_type not in (*_POLYGONS, "GeometryCollection"):
        return geometry
    on_grid = shapely.set_precision(geometry, 10.0**-decimals)
    parts = [part for part in shapely.get_parts(on_grid) if part.geom_type in _POLYGONS]
    joined = parts[0] if len(parts) == 1 else shapely.MultiPolygon(list(_flat(parts)))
    oriented: BaseGeometry = shapely.orient_polygons(shapely.normalize(joined))
    return oriented


def _flat(parts: Iterable[BaseGeometry]) -> Iterable[BaseGeometry]:
    for part in parts:
        yield from shapely.get_parts(part)


def _plain(coordinates: Any, decimals: int) -> Any:
    if isinstance(coordinates[0], float | int):
        return [round(float(value), decimals) for value in coordinates]
    return [_plain(part, decimals) for part in coordinates]
