"""What changed on a day, in one written sentence.

The sentence is put together from clauses, each a template in the words of a language. It
never says more than the data: a place whose day is only inferred is not named, and what
was only planned is told as planned.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from campaign import days
from campaign.facts.records import Event
from campaign.text import in_three_figures, words
from campaign.theatre import SMALL_ISLANDS

__all__ = ["LONGEST", "Facts", "write"]

LONGEST = 320
"""Characters that a sentence may have."""

_SURE = {"high": 0, "medium": 1, "low": 2}
_MOST, _SOME = 0.7, 0.05


@dataclass(frozen=True)
class Facts:
    """What a sentence is made from: ground and places with their status ``before`` and now."""

    language: str
    day: date
    ground: pd.DataFrame
    places: pd.DataFrame
    """Those whose day is documented or recalled, the best known first."""
    held: Mapping[str, float]
    gained: Mapping[str, float]
    spread: Mapping[str, float]
    """Of what was gained, the ground that garrisons spread over."""
    events: tuple[Event, ...]
    ashore: frozenset[str]
    """Places where troops landed on this day."""

    @property
    def text(self) -> Mapping[str, Any]:
        """The templates of the language."""
        return words(self.language)["chronicle"]  # type: ignore[no-any-return]

    def turned(self, before: str, status: str) -> pd.DataFrame:
        """Return the places that went from one status to another and are not told of yet."""
        told = {event.place_id for event in self.events if self.clause(event)}
        places = _spoken(self.places)
        places = places[~places["id"].isin(told)]
        return places[(places["before"] == before) & (places["status"] == status)]

    def clause(self, event: Event) -> str:
        """What the sentence says of an event first; nothing for most."""
        return str(getattr(event, f"clause_{self.language}", ""))

    @property
    def taken(self) -> Mapping[str, float]:
        """Of what was gained, the ground that columns and landings took."""
        return {layer: round(km2 - self.spread[layer], 2) for layer, km2 in self.gained.items()}

    def area(self, km2: float) -> str:
        """Write an area as the page does."""
        return in_three_figures(km2, self.language)

    def name(self, place: Mapping[str, Any]) -> str:
        """Name a place in a sentence: on the islands with the name of today too."""
        if told := place.get(f"spoken_{self.language}"):
            return str(told)
        then = _short(place[f"name_{self.language}"] or place["name_en"])
        now = _short(place["name_modern"])
        if self.language != "en" or place["layer"] not in SMALL_ISLANDS or now == then:
            return then
        return f"{then} ({now})"


def write(facts: Facts) -> str:
    """Write the sentence of a day.

    Parameters
    ----------
    facts
        The day. Where the sentence would grow too long, fewer places are named, and at
        last the lesser clauses are left out.
    """
    sentence = ""
    for most, clauses in _SHORTER:
        told = [clause for says in clauses if (clause := says(facts, most))]
        sentence = facts.text["between"].join(told) + facts.text["end"]
        if len(sentence) <= LONGEST:
            break
    return sentence[:1].upper() + sentence[1:]


def _noted(facts: Facts, _: int) -> str:
    clauses = map(facts.clause, facts.events)
    return str(facts.text["between"].join(filter(None, clauses)))


def _quiet(facts: Facts, _: int) -> str:
    named = (facts.places["before"] != facts.places["status"]).any()
    undated = facts.ground[facts.ground["before"] != facts.ground["status"]]["basis"] == "inferred"
    return "" if named or undated.any() else str(facts.text["quiet"])


def _gained(facts: Facts, _: int) -> str:
    ground = facts.ground
    total = sum(facts.taken.values())
    if not total:
        return ""
    new = ground[(ground["before"] != "soviet") & (ground["status"] == "soviet")]
    new = new[new["taken_by"] != "garrison"]
    template = "gained_about" if "estimated" in set(new["basis"]) else "gained"
    if _quiet(facts, 0):
        template = "gained_estimate"
    said = facts.text[template].format(area=facts.area(total), where=_where(facts, total))
    undated = float(new.loc[new["basis"] == "inferred", "area_km2"].sum())
    if undated > _SOME * total:
        template = "undated_part" if undated < total - 0.01 else "undated_all"
        said += facts.text[template].format(area=facts.area(undated))
    return str(said)


def _where(facts: Facts, total: float) -> str:
    """Say in which regions the ground lies, or most of it."""
    taken = facts.taken
    gained = [layer for layer in sorted(taken, key=lambda layer: -taken[layer]) if taken[layer]]
    named: list[str] = []
    while sum(taken[layer] for layer in named) < _MOST * total:
        named.append(gained[len(named)])
    regions = _listed(facts, [facts.text["in"][layer] for layer in named])
    whole, many = len(named) == len(gained), len(named) > 1
    template = ("all_in" if whole else "mainly_in") if many else ("all_of" if whole else "most_of")
    return str(facts.text[template].format(regions=regions))


def _taken(facts: Facts, most: int) -> str:
    new = facts.turned("japanese", "soviet")
    new = new.assign(sure=new["confidence"].map(_SURE))
    return _clause(facts, "taken", new.sort_values(["rank", "sure"], kind="stable"), most)


def _fell(facts: Facts, most: int) -> str:
    return _clause(facts, "fell", facts.turned("pocket", "soviet"), most)


def _controlled(facts: Facts, most: int) -> str:
    return _clause(facts, "controlled", facts.turned("contested", "soviet"), most)


def _landed(facts: Facts, most: int) -> str:
    new = facts.turned("japanese", "contested")
    ashore = new["id"].isin(facts.ashore)
    landed = _clause(facts, "landed", new[ashore], most)
    contested = _clause(facts, "contested", new[~ashore], most)
    return str(facts.text["between"].join(filter(None, (landed, contested))))


def _flown(facts: Facts, most: int) -> str:
    return _clause(facts, "flown", facts.turned("japanese", "airhead"), most)


def _joined(facts: Facts, most: int) -> str:
    return _clause(facts, "joined", facts.turned("airhead", "soviet"), most)


def _open(facts: Facts, most: int) -> str:
    # what no Soviet column ever held is no unfinished conquest
    still = facts.turned("contested", "contested")
    return _clause(facts, "open", still[still["soviet_from"].notna()], most)


def _spread(facts: Facts, _: int) -> str:
    area = sum(facts.spread.values())
    return str(facts.text["spread"].format(area=facts.area(area))) if area else ""


def _capitulated(facts: Facts, _: int) -> str:
    ground = facts.ground
    new = ground[(ground["before"] != "capitulated") & (ground["status"] == "capitulated")]
    area = float(new["area_km2"].sum())
    return str(facts.text["capitulated"].format(area=facts.area(area))) if area else ""


def _planned(facts: Facts, _: int) -> str:
    plan = facts.ground[facts.ground["before"] != facts.ground["status"]]
    told = (facts.text["plan"].get(status) for status in plan["status"])
    return str(facts.text["between"].join(filter(None, told)))


def _last(facts: Facts, _: int) -> str:
    if facts.day != days.LAST:
        return ""
    return str(facts.text["last"].format(area=facts.area(sum(facts.held.values()))))


_Clauses = tuple[Callable[[Facts, int], str], ...]

_ALL: _Clauses = (
    _noted, _quiet, _gained, _taken, _fell, _controlled, _landed, _flown, _joined, _open,
    _spread, _capitulated, _planned, _last,
)  # fmt: skip
_MAIN: _Clauses = tuple(says for says in _ALL if says is not _spread)
_LEAST: _Clauses = tuple(says for says in _MAIN if says is not _capitulated)
_SHORTER = (
    (4, _ALL), (3, _ALL), (2, _ALL), (3, _MAIN), (2, _MAIN), (3, _LEAST), (2, _LEAST), (1, _LEAST),
)  # fmt: skip


def _clause(facts: Facts, template: str, places: pd.DataFrame, most: int) -> str:
    """Fill a template, which has a form for one place and one for several."""
    names = [facts.name(place) for place in places.to_dict("records")]
    if not names:
        return ""
    form = facts.text[template]["one" if len(names) == 1 else "many"]
    left = len(names) - most
    # the room for "and 1 other place" will do for its name
    if left > 1:
        names = [*names[:most], facts.text["other"].format(count=left)]
    return str(form.format(names=_listed(facts, names)))


def _listed(facts: Facts, names: list[str]) -> str:
    *first, last = names
    return str(facts.text["and"].join([facts.text["comma"].join(first), last])) if first else last


def _spoken(places: pd.DataFrame) -> pd.DataFrame:
    """Leave out the landing points of an island that is itself spoken of."""
    is_island = places["subject"] == "island"
    busy = (places["before"] != places["status"]) | (places["status"] == "contested")
    part = places["island"].isin(set(places.loc[is_island & busy, "island"]))
    return places[~part | is_island]


def _short(name: str) -> str:
    """Name without what stands beside it.

    >>> _short("Huade / Jabsar (Dehua)"), _short("Etorofu (Iturup), whole island")
    ('Huade', 'Etorofu')
    """
    return re.split(r" / |, ", re.sub(r"\s*[(（][^)）]*[)）]", "", name))[0].strip()
