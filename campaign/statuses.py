"""The nine statuses of ground: their names, their order, and the columns that date them.

Ground passes through them in this order, skipping what did not happen there. All else that
is known of a status (what it looks like, what it is called) is kept under its name.
"""

__all__ = ["COLUMNS", "DEFAULT", "PLANNED", "STATUSES", "column_of"]

DEFAULT = "japanese"
"""Status of ground on which nothing has begun yet."""

PLANNED = ("planned", "suspended", "cancelled")
"""Statuses of ground that was only planned to be taken; none of them happened on the ground."""

STATUSES: tuple[str, ...] = (
    DEFAULT,
    "contested",
    "pocket",
    "airhead",
    "soviet",
    "capitulated",
    *PLANNED,
)
"""Every status, in the order that ground can pass through it."""


def column_of(status: str) -> str:
    """Name of the column that holds the first day of a status.

    >>> column_of("soviet")
    'soviet_from'
    """
    return f"{status}_from"


COLUMNS: tuple[str, ...] = tuple(column_of(status) for status in STATUSES if status != DEFAULT)
"""First day of each status, ISO date or null; nothing dates the first."""
