"""The scales of the style sheets: what lies over what, and the windows it is laid out for."""

__all__ = ["HEIGHTS", "LEVELS", "WIDTHS", "levels"]

LEVELS = (
    "legend", "tools", "masthead", "card", "search", "message", "layers", "tip", "skip", "black",
)  # fmt: skip
"""What lies over the map, bottom to top; in a style sheet ``var(--level-legend)`` and so on."""

LOWEST, STEP = 900, 100
"""Leaflet's panes end at 800 and its corners lie at 1000, over the legend and under the tools."""

WIDTHS: dict[str, int] = {
    "phone": 640,  # one column, and what lay on the map rises from its foot
    "beneath": 760,  # panel and story lie under the map
    "small": 900,  # no marks of events, no numbers but the major ones, a legend that scrolls
    "tools": 1020,  # the tools take room from the search box
    "upright": 1099,  # a smaller date; held upright, panel and story lie under the map
    "projector": 1400,  # in lecture mode the date leaves the buttons their place
    "figure": 1500,  # beside the views there is room for one figure
}
"""The widest window of each kind, in CSS pixels; a ``min-width`` is one more."""

HEIGHTS: dict[str, int] = {
    "sideways": 500,  # a phone on its side: one line of head, one of deck
    "slit": 260,  # a frame with no room for a map: a link to one of full size
}
"""The highest window of each kind, in CSS pixels."""


def levels() -> dict[str, int]:
    """Level of each thing over the map, as ``z-index`` takes it.

    >>> levels()["legend"] < levels()["tools"] < levels()["black"]
    True
    """
    return {name: LOWEST + STEP * order for order, name in enumerate(LEVELS)}
