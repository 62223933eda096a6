"""Where it happened: the layers of ground, the views of the map, and every box they lie in.

Boxes are in degrees. From the widest to the narrowest: the sheet is what is drawn at all; the
shore is read in full within a box round the theatre; the base is drawn in detail within a
frame; facts may lie in the theatre; the mainland is cut into its regions within a window that
ends beyond all of them.
"""

from typing import Literal, NamedTuple, get_args

__all__ = [
    "BASE",
    "FRAME",
    "FRONT_LAYERS",
    "LAYERS",
    "MAINLAND",
    "PLAN_LAYER",
    "SHEET",
    "SHORE",
    "SMALL_ISLANDS",
    "THEATRE",
    "VIEWS",
    "Box",
    "LayerName",
    "ViewName",
]


class Box(NamedTuple):
    """Sides of a box in degrees, in the order in which shapely takes them."""

    west: float
    south: float
    east: float
    north: float

    def holds(self, lon: float, lat: float) -> bool:
        """Whether a point lies in the box.

        >>> THEATRE.holds(126.6, 45.8)
        True
        """
        return self.west <= lon <= self.east and self.south <= lat <= self.north

    @property
    def width(self) -> float:
        """Degrees from west to east."""
        return self.east - self.west

    def grown(self, share: float) -> "Box":
        """The box with a margin all round, as a share of its size.

        >>> Box(0, 0, 10, 20).grown(0.1)
        Box(west=-1.0, south=-2.0, east=11.0, north=22.0)
        """
        wide, high = share * self.width, share * (self.north - self.south)
        return Box(self.west - wide, self.south - high, self.east + wide, self.north + high)


LayerName = Literal[
    "manchuria",
    "inner_mongolia",
    "northern_korea",
    "southern_sakhalin",
    "shimushu",
    "kurils",
    "etorofu",
    "kunashiri",
    "shikotan",
    "habomai",
    "rumoi_landing",
]

LAYERS: tuple[LayerName, ...] = get_args(LayerName)
"""Layers of ground, in drawing order."""

PLAN_LAYER: LayerName = "rumoi_landing"
"""Ground that was only planned to be taken."""

FRONT_LAYERS: tuple[LayerName, ...] = (
    "manchuria", "inner_mongolia", "northern_korea", "southern_sakhalin",
)  # fmt: skip
"""Layers of ground that a front is estimated on; the others change as islands do."""

SMALL_ISLANDS: tuple[LayerName, ...] = (
    "shimushu", "kurils", "etorofu", "kunashiri", "shikotan", "habomai",
)  # fmt: skip
"""Layers of islands so small that their coordinates have five decimals and their shores are
drawn stronger."""

BASE = ("land", "borders", "rivers", "lakes", "railways")
"""What lies under the layers, in drawing order."""

SHEET = Box(88.0, 14.0, 180.0, 68.0)
"""What is drawn at all: enough to fill any window, upright or wide, that shows the theatre."""

SHORE = Box(100.0, 33.0, 165.0, 60.0)
"""Where the shore, lakes, rivers and borders are read in full resolution."""

FRAME = Box(104.0, 34.0, 162.0, 57.5)
"""The base in detail; coarse land round about."""

THEATRE = Box(105, 36, 162, 57)
"""Where every place and event of the campaign lies."""

MAINLAND = Box(105.0, 36.5, 141.0, 56.0)
"""Where the mainland is cut into the regions of 1945; it ends beyond every one of them."""

ViewName = Literal[
    "theatre", "manchuria", "korea", "sakhalin", "shimushu", "south-kurils", "habomai", "rumoi"
]

VIEWS: dict[ViewName, Box] = {
    "theatre": Box(111.2, 37.9, 157.2, 53.6),
    "manchuria": Box(110.4, 38.5, 135.4, 53.6),
    "korea": Box(124.0, 37.3, 131.2, 43.1),
    "sakhalin": Box(141.0, 45.7, 145.2, 50.6),
    "shimushu": Box(155.85, 50.55, 156.65, 50.95),
    "south-kurils": Box(145.2, 43.25, 149.1, 45.7),
    "habomai": Box(145.45, 43.28, 147.05, 43.95),
    "rumoi": Box(140.9, 42.4, 146.0, 45.7),
}
"""Where the buttons fly to, in their order. The theatre leaves no piece of ground outside:
Manchuria's northern tip, the Great Wall, and Shimushu at the far end of the Kurils."""
