"""Garrisons: the day on which troops came along a railway or main road after the cease-fire.

From the junctions that columns held, garrisons went out along the railways and roads of 1945.
The towns entered unopposed after 20 August date that spread: each is so many days later than a
march from the nearest junction would have brought it, and the delay, kriged between them, is
added to the march everywhere else.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.sparse.csgraph import dijkstra
from scipy.spatial import cKDTree

from campaign import days
from campaign.estimate.arrival import ArrivalSurface, Observations, krige
from campaign.estimate.courses import CROSS_COUNTRY, Network, record_noise, value_of
from campaign.estimate.geodesy import Projection
from campaign.facts.records import Place

__all__ = ["BESIDE_LINE_KM", "CEASE_FIRE", "KM_A_DAY", "Garrisons", "garrisons"]

Points = NDArray[np.float64]

CEASE_FIRE = days.index(days.parse("1945-08-19")) + 0.5
"""Day value on which the Kwantung Army laid down its arms: no garrison set out earlier."""
KM_A_DAY = 150.0
"""Pace along the lines, where the left-out days are likeliest."""
_SILL_DAYS = 3.0
"""Standard deviation of the delay over distances far beyond the length scale."""
_LOCAL_KM = 60.0
"""Range over which the delay bends to honour a town to the day: about half a day by road."""
_JUNCTION_KM = 20.0
"""Points of the network this near to a column were held as it passed."""
BESIDE_LINE_KM = 20.0
"""Ground this near to a railway or road is within reach of the garrisons along it."""
_STEP_KM = 5.0
_NEAREST = 16
"""Points of the network from which a point beside it may have been reached first."""


@dataclass(frozen=True)
class Garrisons:
    """The day on which garrisons came to any point, by its nearest railway or road."""

    lines: cKDTree
    march: Points
    """Day value on which a march from the nearest junction would reach each point of the lines."""
    delay: ArrivalSurface | None
    """Days behind that march; None where no town dates it."""

    def at(self, xy: Points) -> tuple[Points, Points]:
        """Expected day and its standard deviation.

        Parameters
        ----------
        xy
            Positions in projected kilometres, shape (n, 2).
        """
        march = self.marched(xy)
        if self.delay is None:
            return march, np.full(len(xy), np.inf)
        delay, deviation = self.delay.at(xy)
        return march + delay, deviation

    def marched(self, xy: Points) -> Points:
        """Day value on which a march without delay reaches each point, at last across country."""
        away, point = self.lines.query(xy, k=_NEAREST)
        march: Points = (self.march[point] + CROSS_COUNTRY * away / KM_A_DAY).min(axis=1)
        return march

    def reach(self, xy: Points) -> NDArray[np.bool_]:
        """Whether a garrison comes to a point by the last day."""
        return (self.at(xy)[0] < len(days.DAYS)) & (self.away(xy) <= BESIDE_LINE_KM)

    def away(self, xy: Points) -> Points:
        """Kilometres to the nearest railway or road."""
        away: Points = self.lines.query(xy)[0]
        return away


def garrisons(
    net: Network,
    held: Points,
    towns: Sequence[Place],
    projection: Projection,
    length_km: float,
) -> Garrisons:
    """Work out the spread of the garrisons.

    Parameters
    ----------
    net
        Railways and roads.
    held
        Points that columns held: x, y and day value in the columns.
    towns
        Dated towns that garrisons came to.
    projection
        Plane of all of them.
    length_km
        Length scale of the delay's covariance.
    """
    xy, edges = _cut(net)
    march = _march(xy, edges, held)
    reached = np.isfinite(march)
    spread = Garrisons(cKDTree(xy[reached]), march[reached], None)
    if not towns:
        return spread
    at = projection.forward(np.array([(town.lon, town.lat) for town in towns]))
    late = np.array([value_of(town) for town in towns]) - spread.marched(at)
    noise = np.array([record_noise(town) for town in towns])
    known = Observations(at, late, noise, np.ones(len(towns), dtype=bool))
    return Garrisons(spread.lines, spread.march, krige(known, length_km, _SILL_DAYS, _LOCAL_KM))


def _cut(net: Network) -> tuple[Points, Points]:
    """Points every few kilometres along the network, and the edges between them with their km."""
    points, edges = [*net.xy], []
    rows, columns = net.lengths.nonzero()
    for a, b in zip(rows, columns, strict=True):
        length = float(net.lengths[a, b])
        steps = max(1, int(np.ceil(length / _STEP_KM)))
        inner = range(len(points), len(points) + steps - 1)
        points += [net.xy[a] + (net.xy[b] - net.xy[a]) * n / steps for n in range(1, steps)]
        chain = [a, *inner, b]
        edges += [(*pair, length / steps) for pair in pairwise(chain)]
    return np.array(points), np.array(edges)


def _march(xy: Points, edges: Points, held: Points) -> Points:
    """Day value on which a march from the nearest junction reaches each point; else infinity."""
    near = cKDTree(held[:, :2]).query_ball_point(xy, _JUNCTION_KM)
    starts = [(n, max(CEASE_FIRE, held[found, 2].min())) for n, found in enumerate(near) if found]
    # one source before them all, whose way to each junction is the day it was held from
    source = len(xy)
    rows = np.concatenate([edges[:, 0], np.full(len(starts), source)])
    columns = np.concatenate([edges[:, 1], [n for n, _ in starts]])
    time = np.concatenate([edges[:, 2] / KM_A_DAY, [day for _, day in starts]])
    graph = csr_array((time, (rows.astype(int), columns.astype(int))), shape=(source + 1,) * 2)
    day: Points = dijkstra(graph, directed=False, indices=source)[:source]
    return day
