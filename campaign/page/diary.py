"""What each day says, for the panel and the marks along the slider: sentence, km², events."""

from collections.abc import Iterable, Mapping
from typing import Any

from campaign.telling.chronicle import Day

__all__ = ["cited", "diary"]

LEAST_KM2 = 0.005
"""Less is what adding up leaves over, not ground."""


def diary(chronicles: Iterable[Day]) -> dict[str, Any]:
    """Write the days, and all their events in order.

    Parameters
    ----------
    chronicles
        What each day says, first to last.
    """
    told = tuple(chronicles)
    return {
        "days": [[day.sentence, _areas(day.held), _areas(day.gained)] for day in told],
        "events": [
            [
                number, event.kind, event.title, event.summary, event.time_local,
                event.place_name, event.lon, event.lat, ";".join(event.sources),
                event.confidence,
            ]
            for number, day in enumerate(told)
            for event in day.events
        ],
    }  # fmt: skip


def cited(chronicles: Iterable[Day]) -> set[str]:
    """Keys of the sources that the events refer to."""
    return {key for day in chronicles for event in day.events for key in event.sources}


def _areas(areas: Mapping[str, float]) -> dict[str, float]:
    return {layer: round(km2, 2) for layer, km2 in areas.items() if abs(km2) > LEAST_KM2}
