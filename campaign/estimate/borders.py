"""The regions of August 1945: land cut along the borders of that month.

Borders come from WDB-II where today's line is the line of 1945, and from
``tables/boundaries.csv`` where it is not. All of them and the coast are noded together
once, so that neighbouring regions share their edges exactly.
"""

from collections.abc import Sequence

import shapely
from shapely import LineString, Point, Polygon
from shapely.geometry.base import BaseGeometry

from campaign.errors import DataError
from campaign.estimate import shoreline
from campaign.estimate.geodesy import area_km2
from campaign.theatre import MAINLAND

__all__ = ["regions"]

_BORDER_GAP = 0.03
"""Largest gap, in degrees, between WDB-II lines that meet in truth (16, all under 1.3 km)."""
_COAST_GAP = 0.05
"""Largest gap, in degrees, between the end of a border and the sea."""
_DMZ = (125.5, 37.5, 128.8, 38.75)
"""Window of the armistice line of 1953, which did not exist in 1945."""

_RAOHE = (134.020, 46.801)
"""Raohe, a town on the Manchurian bank that WDB-II, 0.7 km off here, leaves across the river."""
_BANK_DEG = 0.008
_REGION_POINTS = {
    "manchukuo": ((126.64, 45.76), (119.74, 49.21), (117.94, 40.97), (132.97, 45.77), _RAOHE),
    "kwantung": ((121.75, 39.05),),
    "inner_mongolia": ((114.71, 41.16), (112.63, 42.75), (116.04, 43.94)),
    "northern_korea": ((125.75, 39.03), (129.0, 41.5)),
    "southern_korea": ((127.0, 37.3), (125.31, 37.84)),
    "soviet_union": ((113.5, 52.0), (135.1, 48.6), (131.9, 43.5)),
    "mongolia": ((106.9, 47.9), (114.5, 48.0)),
    "china": ((116.4, 39.9), (109.8, 40.6)),
}
"""Longitude and latitude of towns that certainly lie in a region; they pick its polygons."""
_NODING = 1e-6
"""Grid, in degrees, on which lines are noded: 0.1 m, so that an end placed on a line meets it."""
_ISLAND_REACH = 0.35
"""An islet off the coast belongs to the nearest region within this many degrees."""
_LEAST_ISLET_KM2 = 2.0
"""Smaller islets along the coast of the mainland are left out."""
_SLIVER_KM2 = 600.0
"""Faces up to this size that no town picks out (islands in border rivers) join their neighbour."""


def regions(limits: dict[str, LineString]) -> dict[str, BaseGeometry]:
    """Cut the mainland into the regions of August 1945.

    Parameters
    ----------
    limits
        Lines of ``boundaries.csv`` by their id.

    Returns
    -------
    Region name to its polygons, which share their edges exactly.
    """
    window = shapely.box(*MAINLAND)
    mainland, islets = _split_land(window)
    lines = _national_borders(mainland, window)
    lines += [_join_ends(limits["manchukuo-west"], lines)]
    lines += [_join_ends(limits["mengjiang-shown"], lines)]
    lines += [limits["kwantung"], limits["parallel-38"], Point(_RAOHE).buffer(_BANK_DEG).boundary]
    faces = shapely.get_parts(
        shapely.polygonize([shapely.union_all([mainland.boundary, *lines], grid_size=_NODING)])
    )
    faces = [face for face in faces if mainland.contains(face.representative_point())]
    return _name_faces(faces, islets)


def _split_land(window: Polygon) -> tuple[Polygon, list[Polygon]]:
    near = [part for part in shoreline.land() if part.intersects(window)]
    eurasia = max(near, key=lambda part: part.area)
    # the window ends beyond every region, so its edge never becomes a coast
    mainland = max(shapely.get_parts(eurasia.intersection(window)), key=lambda part: part.area)
    islets = [part for part in near if part is not eurasia and window.contains(part)]
    return mainland, islets


def _national_borders(mainland: Polygon, window: Polygon) -> list[LineString]:
    dmz = shapely.box(*_DMZ)
    kept = [line for line in shoreline.lines("countries") if not dmz.contains(line)]
    merged = shapely.line_merge(shapely.union_all(kept).intersection(window))
    pieces = [line for line in shapely.get_parts(merged) if not dmz.contains(line)]
    return [_close_gaps(line, pieces, mainland.exterior) for line in pieces]


def _close_gaps(line: LineString, pieces: Sequence[LineString], coast: BaseGeometry) -> LineString:
    """Carry a free end of a border on to the border or the coast that it stops short of."""
    others = shapely.union_all([piece for piece in pieces if piece is not line])
    coords = list(line.coords)
    for position in (0, -1):
        end = Point(coords[position])
        for target, reach in ((others, _BORDER_GAP), (coast, _COAST_GAP)):
            gap = end.distance(target)
            if gap == 0:
                break
            if gap < reach:
                coords.insert(
                    0 if position == 0 else len(coords),
                    shapely.shortest_line(end, target).coords[-1],
                )
                break
    return LineString(coords)


def _join_ends(line: LineString, borders: Sequence[LineString]) -> LineString:
    """Carry both ends of a hand line to the nearest border when one is within half a degree."""
    network = shapely.union_all(list(borders))
    coords = list(line.coords)
    for position in (0, -1):
        end = Point(coords[position])
        if 0 < end.distance(network) < 0.5:
            near = shapely.shortest_line(end, network).coords[-1]
            coords.insert(0 if position == 0 else len(coords), near)
    return LineString(coords)


def _name_faces(faces: Sequence[Polygon], islets: Sequence[Polygon]) -> dict[str, BaseGeometry]:
    named: dict[str, list[BaseGeometry]] = {name: [] for name in _REGION_POINTS}
    for face in faces:
        for name, points in _REGION_POINTS.items():
            if any(face.contains(Point(point)) for point in points):
                named[name].append(face)
                break
        else:
            if area_km2(face) > _SLIVER_KM2:
                at = face.representative_point()
                raise DataError(
                    f"A face of the mainland at {at.x:.2f} {at.y:.2f} belongs to no region: "
                    "check that the lines of boundaries.csv meet the borders."
                )
            nearest = min(named, key=lambda n: min(map(face.distance, named[n]), default=1e9))
            named[nearest].append(face)
    whole = {name: shapely.union_all(parts) for name, parts in named.items()}
    for islet in islets:
        if area_km2(islet) < _LEAST_ISLET_KM2:
            continue
        nearest = min(whole, key=lambda name: whole[name].distance(islet))
        if whole[nearest].distance(islet) < _ISLAND_REACH:
            named[nearest].append(islet)
    return {name: shapely.union_all(parts) for name, parts in named.items()}
