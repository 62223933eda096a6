"""What each day says, for the panel and the marks along the slider: sentence, km², events."""

from collections.abc import Iterable, Mapping
from typing import Any

from campaign.facts.records import Event
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
        "days": [
            {"sentence": day.sentence, "held": _areas(day.held), "gained": _areas(day.gained)}
            for day in told
        ],
        "events": [
            _event(number, event) for number, day in enumerate(told) for event in day.events
        ],
    }


def cited(chronicles: Iterable[Day]) -> set[str]:
    """Keys of the sources that the events refer to."""
    return {key for day in chronicles for event in day.events for key in event.sources}


def _event(number: int, event: Event) -> dict[str, Any]:
    return {
        "day": number,
        "kind": event.kind,
        "title": event.title,
        "summary": event.summary,
        "time": event.time_local,
        "place": event.place_name,
        "point": None if event.lon is None else [event.lat, event.lon],
        "sources": ";".join(event.sources),
        "confidence": event.confidence,
    }


def _areas(areas: Mapping[str, float]) -> dict[str, float]:
    return {layer: round(km2, 2) for layer, km2 in areas.items() if abs(km2) > LEAST_KM2}
