"""Round ground: pockets, airheads, towns that the sources contest, and towns the front misses.

The sources give no outlines of such ground, so it is drawn as discs, symbols to scale.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import shapely
from shapely import Point, Polygon

from campaign.estimate.courses import takes_ground, value_of
from campaign.estimate.front import Front, day_of
from campaign.facts.records import Place

__all__ = ["Disc", "discs"]

_RADIUS_KM = {"pocket": 9.0, "airhead": 15.0, "contested": 9.0, "dated": 6.0, "landing": 9.0}
"""Radius of each kind of disc; the sources give no outlines, so these are symbols to scale."""
_STRAY_DAYS = 0.2
"""A place that the front misses by more than this may fall on the wrong side of midnight."""
_APART = 0.8
"""A disc leaves its neighbour's point outside: radius as a share of the distance to it."""


@dataclass(frozen=True)
class Disc:
    """A round piece of ground about a place that has a history of its own."""

    place: Place
    outline: Polygon
    status: str
    """``pocket``, ``airhead``, ``contested``, ``landing`` (ashore before control),
    or ``dated`` for a stray town."""
    passed: date
    """Day on which the front went past the place."""


def discs(places: Sequence[Place], front: Front) -> list[Disc]:
    """Outlines of pockets, airheads, towns contested between the sources, and stray towns.

    A stray town is a dated place that the front, which runs at the resolution of its grid,
    would give to another day; a disc keeps its recorded day.

    Parameters
    ----------
    places
        Places of one region.
    front
        Front of that region.
    """
    projection = front.grid.projection
    at = projection.forward(np.array([(place.lon, place.lat) for place in places]))
    found = []
    for n, place in enumerate(places):
        status = _disc_status(place, front)
        if status is None or place.basis == "inferred" or place.is_summary:
            continue
        away = np.hypot(*(at - at[n]).T)
        neighbour = away[away > 0.5].min(initial=np.inf)
        radius = min(_RADIUS_KM[status], _APART * neighbour)
        circle = Point(at[n]).buffer(radius, quad_segs=6)
        outline = Polygon(projection.inverse(shapely.get_coordinates(circle)))
        passed = day_of(front.held_at(Point(place.lon, place.lat)))
        found.append(Disc(place, outline, status, passed))
    return found


def _disc_status(place: Place, front: Front) -> str | None:
    if place.is_airlanding:
        return "airhead"
    if place.is_pocket:
        return "pocket"
    if place.contested_by:
        return "contested"
    if place.date_landed and place.date_landed < place.date:
        return "landing"
    if takes_ground(place):
        held = front.held_at(Point(place.lon, place.lat))
        return None if abs(held - value_of(place)) < _STRAY_DAYS else "dated"
    return None
