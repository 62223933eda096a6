"""Pieces of ground: regions cut by the front into polygons with one history each.

Borders, day contours, corridors, pockets and airheads are noded together on a grid of four
decimals and polygonised once; every face then takes its history from the fields at a point
within it. So two pieces never overlap and never gape, within a layer or between layers.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

import numpy as np
import shapely
from shapely import Point, Polygon
from shapely.geometry.base import BaseGeometry
from shapely.strtree import STRtree

from campaign import days
from campaign.estimate.courses import of_a_garrison
from campaign.estimate.discs import Disc
from campaign.estimate.front import Front, day_of
from campaign.estimate.geodesy import area_km2
from campaign.ground.accuracy import EIGHTY_PERCENT

__all__ = ["CAPITULATION", "History", "Piece", "corridor", "cut", "interval", "taken_by_columns"]

CAPITULATION = date(1945, 8, 19)
"""The Kwantung Army laid down its arms; ground no column reached is never given up earlier."""
_DOUBTS = (timedelta(2), timedelta(4))
"""Half intervals that the ground of garrisons is parted by."""
_GIVEN_UP_STEP = 2
"""Days in which ground is given up by estimate: it is no surer than that."""
GRID_DEG = 1e-4
"""Decimals of the regions' coordinates, after the data contract."""
_SLIVER_CELLS = 2.4
"""Faces of fewer cells join the neighbour that they share most of their edge with."""
_HOLE_KM2 = 4000.0
"""Smaller holes in the corridor are gaps that closed behind the columns."""


@dataclass(frozen=True)
class History:
    """Which column took a face and when its status changed; equal histories are one piece."""

    layer: str
    axis: str | None = None
    soviet: date | None = None
    taken_by: str | None = None
    """``column``, or ``garrison``: troops that spread over ground behind the front or after it."""
    capitulated: date | None = None
    pocket: date | None = None
    airhead: date | None = None
    contested: date | None = None
    place: str | None = None
    """The place that dates the face, when it is a pocket or contested ground of its own."""
    doubt: timedelta | None = None
    """Half the 80 % interval of the day, where garrisons spread and no axis parts their ground."""


@dataclass(frozen=True)
class Piece:
    """Faces of one history, joined, with the doubt of their day."""

    history: History
    geometry: BaseGeometry
    deviation: float
    """Mean standard deviation of the arrival day over the piece, in days."""


@dataclass
class _Face:
    polygon: Polygon
    history: History
    deviation: float
    area: float = field(init=False)

    def __post_init__(self) -> None:
        self.area = area_km2(self.polygon)


def cut(
    ground: dict[str, BaseGeometry],
    front: Front,
    round_ground: Sequence[Disc],
    complete: Mapping[str, date],
) -> list[Piece]:
    """Cut a region into pieces.

    Parameters
    ----------
    ground
        Layer name to its simplified ground; layers cut together share their edges.
    front
        Front of the region.
    round_ground
        Pockets, airheads and other discs of the region.
    complete
        Layers of which it is known by when all was held.
    """
    outline = shapely.union_all(list(ground.values()))
    shapely.prepare(outline)
    # a place across the border has no ground on this side
    round_ground = [
        disc for disc in round_ground if outline.contains(Point(disc.place.lon, disc.place.lat))
    ]
    lines = [part.boundary for part in ground.values()]
    reached = _Reached.by(front, [ground[name] for name in complete])
    lines += [line.intersection(outline) for line in _front_lines(front, reached)]
    lines += [disc.outline.boundary.intersection(outline) for disc in round_ground]
    noded = shapely.union_all(lines, grid_size=GRID_DEG)
    polygons = shapely.get_parts(shapely.polygonize([noded]))
    faces = _faces(polygons, ground, front, reached, round_ground, complete)
    return _join(_absorb_slivers(faces, _SLIVER_CELLS * front.grid.cell_km**2))


def corridor(front: Front) -> BaseGeometry:
    """Ground within the reach of a documented column, in degrees."""
    return _closed(front.grid.below(front.beyond))


def taken_by_columns(front: Front) -> BaseGeometry:
    """Ground that columns took as they passed, in degrees."""
    return front.grid.below(front.beyond_columns).intersection(corridor(front))


@dataclass(frozen=True)
class _Reached:
    """Which ground was reached by whom, in degrees."""

    columns: BaseGeometry
    """Taken by columns as they passed."""
    corridor: BaseGeometry
    """Within the reach of the columns, and of the garrisons that spread from them."""
    lines: BaseGeometry
    """Within the reach of garrisons along railways and roads."""

    @classmethod
    def by(cls, front: Front, whole: Sequence[BaseGeometry]) -> "_Reached":
        """Outline what a front reached; of some ground all was."""
        within, columns = corridor(front), taken_by_columns(front)
        lines = within
        if front.garrisons:
            either = np.minimum(front.beyond, front.garrisons.beyond)
            lines = shapely.union_all([_closed(front.grid.below(either)), within, *whole])
        for area in (columns, within, lines):
            shapely.prepare(area)
        return cls(columns, within, lines)


def _closed(area: BaseGeometry) -> BaseGeometry:
    holes = [Polygon(ring) for part in shapely.get_parts(area) for ring in part.interiors]
    closed = [hole for hole in holes if area_km2(hole) < _HOLE_KM2]
    return shapely.union_all([area, *closed])


def _front_lines(front: Front, reached: _Reached) -> list[BaseGeometry]:
    """Edges of what was reached, and contours of the day within: held, spread or given up."""
    grid, within, spread = front.grid, reached.corridor, front.garrisons
    beside = within.difference(reached.columns)
    lines: list[BaseGeometry] = [within.boundary, reached.columns.boundary.intersection(within)]
    for day in range(1, len(days.DAYS)):
        lines += [line.intersection(reached.columns) for line in grid.contours(front.held, day)]
        near = grid.contours(spread.near if spread else front.held, day)
        lines += [line.intersection(beside) for line in near]
    for n in range(len(front.owners)):
        others = np.delete(front.owner_cost, n, axis=0).min(axis=0)
        lead = front.owner_cost[n] - others
        lines += [line.intersection(within) for line in grid.contours(lead, 0.0)]
    if spread:
        lines.append(reached.lines.boundary)
        along = reached.lines.difference(within)
        cease_fire = days.index(CAPITULATION)
        for day in range(cease_fire + 1, len(days.DAYS) + 1):
            lines += [line.intersection(along) for line in grid.contours(spread.held, day)]
        for day in range(cease_fire + 1, len(days.DAYS), _GIVEN_UP_STEP):
            contours = grid.contours(front.arrival, day)
            lines += [line.difference(reached.columns) for line in contours]
    return [line for line in lines if not line.is_empty]


def _faces(
    polygons: Iterable[Polygon],
    regions: dict[str, BaseGeometry],
    front: Front,
    reached: _Reached,
    round_ground: Sequence[Disc],
    complete: Mapping[str, date],
) -> list[_Face]:
    for area in regions.values():
        shapely.prepare(area)
    faces = []
    for polygon in polygons:
        at = polygon.representative_point()
        layer = next((name for name, ground in regions.items() if ground.contains(at)), None)
        if layer is None:
            continue
        history, deviation = _history(layer, at, front, reached, complete.get(layer))
        for disc in round_ground:
            if disc.outline.contains(at):
                history = _in_disc(history, disc)
        faces.append(_Face(polygon, history, max(0.0, deviation)))
    return faces


def _history(
    layer: str, at: Point, front: Front, reached: _Reached, complete: date | None
) -> tuple[History, float]:
    """What became of ground, and the standard deviation of its day."""
    grid, spread = front.grid, front.garrisons
    given_up = _given_up(day_of(grid.at(front.arrival, at))) if spread else None
    if reached.corridor.contains(at):
        cost = [grid.at(field, at) for field in front.owner_cost]
        by = "column" if reached.columns.contains(at) else "garrison"
        day_field = front.held if by == "column" or not spread else spread.near
        value = grid.at(day_field, at)
        marched = spread and value < grid.at(front.held, at)
        deviation = grid.at(spread.deviation if spread and marched else front.deviation, at)
        axis = front.owners[int(np.argmin(cost))] if by == "column" else None
        held = History(layer, axis, taken_by=by)
    elif spread and reached.lines.contains(at):
        value, deviation = (grid.at(field, at) for field in (spread.held, spread.deviation))
        held = History(layer, taken_by="garrison")
    else:
        return History(layer, capitulated=given_up), grid.at(front.deviation, at)
    if value >= len(days.DAYS) and not complete:
        return History(layer, capitulated=given_up), deviation
    day = min(day_of(value), complete or days.LAST)
    # what a column took it took from those who held it
    if held.taken_by == "column":
        return replace(held, soviet=day), deviation
    waited = given_up is not None and given_up < day
    held = replace(held, soviet=day, capitulated=given_up if waited else None)
    return replace(held, doubt=_rounded_up(_half_interval(deviation))), deviation


def _in_disc(history: History, disc: Disc) -> History:
    place, held = disc.place, history.soviet
    if disc.status == "airhead":
        return replace(history, airhead=place.date) if held and place.date < held else history
    if disc.status == "contested":
        return History(history.layer, place.axis, contested=place.date_earliest, place=place.id)
    if disc.status in ("dated", "landing"):
        landed = place.date_landed if disc.status == "landing" else None
        given_up = history.capitulated
        return History(
            history.layer,
            place.axis,
            soviet=place.date,
            taken_by="garrison" if of_a_garrison(place) else "column",
            capitulated=given_up if given_up and given_up < place.date else None,
            contested=landed,
            place=place.id,
        )
    began = disc.passed if disc.passed < place.date else None
    return History(
        history.layer,
        place.axis,
        soviet=place.date,
        taken_by="column",
        pocket=began,
        place=place.id,
    )


def _absorb_slivers(faces: list[_Face], sliver_km2: float) -> list[_Face]:
    """Give each sliver the history of the neighbour of its layer that it shares most edge with."""
    tree = STRtree([face.polygon for face in faces])
    for face in sorted(faces, key=lambda f: f.area):
        if face.area >= sliver_km2:
            break
        if face.history.place or face.history.airhead:
            continue
        shared = {
            int(n): face.polygon.boundary.intersection(faces[n].polygon.boundary).length
            for n in tree.query(face.polygon, predicate="intersects")
            if faces[n] is not face
            and faces[n].history.layer == face.history.layer
            and not faces[n].history.place
            and not faces[n].history.airhead
        }
        best = max(shared, key=lambda n: shared[n], default=None)
        if best is not None and shared[best] > 0:
            face.history = faces[best].history
    return faces


def _join(faces: Iterable[_Face]) -> list[Piece]:
    grouped: dict[History, list[_Face]] = {}
    for face in faces:
        grouped.setdefault(face.history, []).append(face)
    pieces = []
    for history, members in grouped.items():
        weight = sum(face.area for face in members)
        deviation = sum(face.area * face.deviation for face in members) / weight
        joined = shapely.coverage_union_all([face.polygon for face in members])
        pieces.append(Piece(history, joined, deviation))
    return pieces


def interval(day: date, deviation: float, doubt: timedelta | None = None) -> tuple[date, date]:
    """80 % interval of an estimated day, in whole days, not before the campaign began."""
    half = _half_interval(deviation) if doubt is None else doubt
    return max(days.FIRST, day - half), day + half


def _given_up(arrival: date) -> date:
    """Day on which ground that nobody reached was given up, from when a front would have come.

    >>> _given_up(date(1945, 8, 12)).day, _given_up(date(1945, 8, 22)).day
    (19, 23)
    """
    late = max(0, (arrival - CAPITULATION).days)
    return CAPITULATION + timedelta(late + late % _GIVEN_UP_STEP)


def _rounded_up(half: timedelta) -> timedelta:
    """Half an interval as one of few, so that neighbours share it; never narrower than it is.

    >>> _rounded_up(timedelta(3)).days
    4
    """
    return next((few for few in _DOUBTS if few >= half), half)


def _half_interval(deviation: float) -> timedelta:
    return timedelta(round(EIGHTY_PERCENT * deviation))
