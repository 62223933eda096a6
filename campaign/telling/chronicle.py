"""What one day says: its sentence, its km² by layer, and what changed, all made from the data."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import pandas as pd

from campaign import days
from campaign.atlas import Atlas
from campaign.facts.records import Event
from campaign.telling.sentence import Facts, write
from campaign.theatre import LAYERS

__all__ = ["Day", "PlaceChange", "chronicle", "chronicles", "events_of"]

_CLOCK = re.compile(r"\b([01]?\d|2[0-3]):([0-5]\d)\b")
_PARTS_OF_DAY = {"night": 1, "dawn": 5, "morning": 8, "noon": 12, "afternoon": 15, "evening": 19}


@dataclass(frozen=True)
class PlaceChange:
    """A place whose status changed, on a day that is documented or recalled."""

    id: str
    name: str
    basis: str
    before: str
    status: str


@dataclass(frozen=True)
class Day:
    """All that a day has to say, areas in km² of Soviet-held ground by layer."""

    day: date
    sentence: str
    held: Mapping[str, float]
    gained: Mapping[str, float]
    spread: Mapping[str, float]
    """Of what was gained, the ground that garrisons spread over and no column took."""
    total_held: float
    total_gained: float
    places: tuple[PlaceChange, ...]
    changed: tuple[str, ...]
    """Ids of the pieces of ground that changed."""
    events: tuple[Event, ...]


def chronicle(atlas: Atlas, day: str | date, language: str = "en") -> Day:
    """Say what one day says; it is worked out once and kept.

    Parameters
    ----------
    atlas
        The campaign.
    day
        A campaign day; the first is measured against the day before the campaign.
    language
        Language of the sentence.
    """
    return _worked_out(atlas, days.parse(day), language)


@lru_cache(maxsize=8 * len(days.DAYS))
def _worked_out(atlas: Atlas, day: date, language: str) -> Day:
    ground = _two_days(atlas.ground, atlas.ground_status, day)
    known = _known(_two_days(atlas.places, atlas.place_status, day))
    changed = known[known["before"] != known["status"]]
    held, before = _soviet(ground, "status"), _soviet(ground, "before")
    gained = {layer: held[layer] - before[layer] for layer in held}
    events = events_of(atlas, day)
    spread = _spread(ground)
    facts = Facts(
        language=language,
        day=day,
        ground=ground,
        places=known,
        held=held,
        gained=gained,
        spread=spread,
        events=events,
        ashore=frozenset(p.id for p in atlas.tables.places if p.date_landed == day),
    )
    rows = changed[["id", "name_en", "basis", "before", "status"]].itertuples(index=False)
    return Day(
        day=day,
        sentence=write(facts),
        held=held,
        gained=gained,
        spread=spread,
        total_held=sum(held.values()),
        total_gained=sum(gained.values()),
        places=tuple(PlaceChange(*row) for row in rows),
        changed=tuple(ground.loc[ground["before"] != ground["status"], "id"]),
        events=events,
    )


def chronicles(atlas: Atlas, language: str = "en") -> tuple[Day, ...]:
    """Say what each day says, first to last."""
    return tuple(chronicle(atlas, day, language) for day in days.DAYS)


def events_of(atlas: Atlas, day: date) -> tuple[Event, ...]:
    """List the events of a day: by the hour where one is known, then the others."""
    today = (event for event in atlas.tables.events if event.date == day)
    return tuple(sorted(today, key=lambda event: _hour(event.time_local)))


def _hour(text: str) -> float:
    """Hour of the day as written; without one, after all others.

    >>> _hour("04:22 Kamchatka") < _hour("about noon") < _hour("")
    True
    """
    if found := _CLOCK.search(text):
        return int(found[1]) + int(found[2]) / 60
    return next((hour for word, hour in _PARTS_OF_DAY.items() if word in text), 24)


def _two_days(
    frame: pd.DataFrame, status_on: Callable[[date], pd.Series], day: date
) -> pd.DataFrame:
    plain = pd.DataFrame(frame.drop(columns="geometry"))
    return plain.assign(before=status_on(days.before(day)), status=status_on(day))


def _known(places: pd.DataFrame) -> pd.DataFrame:
    """Keep the places whose day is documented or recalled, the best known first."""
    # the row of the ground column stands for its city, the airhead there included
    kept = places[(places["basis"] != "inferred") & (places["how"] != "airlanding")]
    return kept.sort_values("rank", kind="stable")


def _spread(ground: pd.DataFrame) -> dict[str, float]:
    new = (ground["before"] != "soviet") & (ground["status"] == "soviet")
    return _by_layer(ground[new & (ground["taken_by"] == "garrison")])


def _soviet(ground: pd.DataFrame, when: str) -> dict[str, float]:
    return _by_layer(ground[ground[when] == "soviet"])


def _by_layer(ground: pd.DataFrame) -> dict[str, float]:
    held = ground.groupby("layer")["area_km2"].sum()
    return {layer: float(held.get(layer, 0.0)) for layer in LAYERS}
