"""Names as people type them find what they mean."""

import json
from pathlib import Path

import pytest

from campaign.facts import tables
from campaign.facts.matching import fit, sought

SEARCHES = json.loads(Path(__file__).parents[1].joinpath("searches.json").read_text("utf-8"))
TABLES = tables.load()
NAMES = ("name_en", "name_modern", "name_ja", "name_ru", "name_zh")


def names_of(place) -> list[str]:
    known = [name for column in NAMES if (name := getattr(place, column))]
    return [*known, *TABLES.aliases_by_name.get(place.id, ())]


PLACES = [(place, names_of(place)) for place in TABLES.places if not place.is_summary]


def test_a_hundred_names_as_people_type_them_find_their_place_first(subtests) -> None:
    for typed, name in SEARCHES["places"]:
        with subtests.test(typed):
            wanted = sought(typed)
            fits = [(fit(names, wanted), place.rank, place.name_en) for place, names in PLACES]
            best = min((found for found in fits if found[0] is not None), default=None)
            assert best is not None
            assert name in best[-1]


@pytest.mark.parametrize("typed", SEARCHES["nothing"])
def test_what_nothing_is_called_is_not_found(typed) -> None:
    assert [place.id for place, names in PLACES if fit(names, sought(typed)) is not None] == []


def test_every_start_of_a_name_finds_it_while_it_is_typed(subtests) -> None:
    for place, names in PLACES:
        with subtests.test(place.id):
            for name in names:
                for end in range(1, len(name) + 1):
                    wanted = sought(name[:end])
                    assert not wanted.plain.joined or fit(names, wanted) is not None, name[:end]
