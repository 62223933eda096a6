"""Where the buttons fly to, and the names that are written on seas and neighbours.

Bounds are south, west, north, east. The theatre leaves no piece of ground outside:
Manchuria's northern tip, the Great Wall, and Shimushu at the far end of the Kurils.
"""

__all__ = ["NAMES", "VIEWS", "Bounds"]

Bounds = tuple[float, float, float, float]

VIEWS: dict[str, Bounds] = {
    "theatre": (37.9, 111.2, 53.6, 157.2),
    "manchuria": (38.5, 110.4, 53.6, 135.4),
    "sakhalin": (45.7, 141.0, 50.6, 145.2),
    "shimushu": (50.55, 155.85, 50.95, 156.65),
    "south-kurils": (43.25, 145.2, 45.7, 149.1),
    "rumoi": (42.4, 140.9, 45.7, 146.0),
}
"""In the order of the buttons."""

NAMES: tuple[tuple[str, float, float, str, float, float], ...] = (
    ("ussr", 131.5, 54.6, "land", 3, 6.4),
    ("mongolia", 110.2, 47.2, "land", 3, 7),
    ("china", 110.2, 39.1, "land", 3, 7),
    ("japan", 140.6, 38.9, "land", 3, 7),
    ("manchukuo", 123.6, 50.7, "held", 3, 6.2),
    ("korea", 127.6, 37.5, "land", 3, 8),
    ("hokkaido", 142.7, 43.2, "land", 5.6, 8.5),
    ("karafuto", 142.72, 48.6, "held", 6.2, 8.5),
    ("parallel-50", 144.9, 50.0, "line", 4.6, 9),
    ("parallel-38", 129.4, 38.0, "line", 4.6, 9),
    ("kamchatka", 157.8, 53.2, "land", 5.5, 8.5),
    ("okhotsk", 149.2, 52.4, "sea", 3, 8),
    ("japan-sea", 135.2, 40.9, "sea", 3, 8),
    ("pacific", 152.4, 44.6, "sea", 5.4, 8),
    ("yellow-sea", 122.6, 37.6, "sea", 4.5, 8),
)
"""Word, longitude, latitude, kind, and the zooms between which it is shown."""
