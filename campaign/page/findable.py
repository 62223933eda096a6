"""What the search of the page finds beside the names that it shows: further names, and units."""

from collections.abc import Iterable
from typing import Any

from campaign.atlas import Atlas
from campaign.days import index, parse
from campaign.facts.matching import LETTERS, simplified
from campaign.facts.records import Unit
from campaign.facts.tables import Tables

__all__ = ["further", "letters", "units"]


def letters(names: Iterable[str]) -> dict[str, Any]:
    """Say how letters are folded, and which characters in these names have a simpler form."""
    characters = sorted(
        {letter for name in names for letter in name if "\u3400" <= letter < "\ua000"}
    )
    simpler = [(one, simple) for one in characters if (simple := simplified(one)) != one]
    return LETTERS | {"han": ["".join(side) for side in zip(*simpler, strict=True)] or ["", ""]}


def further(tables: Tables) -> dict[str, str]:
    """List names that are searched and never shown, by id of a place, word or view."""
    return {of: ";".join(names) for of, names in tables.aliases_by_name.items()}


def units(atlas: Atlas) -> list[dict[str, Any]]:
    """List each army, corps, fleet or front with the first day and the sides of its axes."""
    smallest: dict[str, Unit] = {}
    # a commander is found with his army, not with his front
    for unit in sorted(atlas.tables.units, key=lambda unit: -len(unit.axes)):
        smallest |= dict.fromkeys(unit.axes, unit)
    found = []
    for unit in atlas.tables.units:
        legs = atlas.axes[atlas.axes["axis"].isin(unit.axes)]
        if legs.empty:
            continue
        own = legs[[smallest[axis] is unit for axis in legs["axis"]]]
        west, south, east, north = (round(float(side), 1) for side in legs.total_bounds)
        found.append({
            "name_en": unit.name_en,
            "further": ";".join([*unit.names, *dict.fromkeys(own["formation"])]),
            "day": index(parse(min(legs["date"]))),
            "sides": [south, west, north, east],
        })  # fmt: skip
    return found
