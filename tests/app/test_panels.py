"""What the panels say agrees with the tables and the layers, and is harmless as markup."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import campaign
from campaign.app import happened, held, places, sources, wording
from campaign.days import DAYS
from campaign.telling.chronicle import events_of
from campaign.text import words
from campaign.theatre import LAYERS

SEARCHES = json.loads(Path(__file__).parents[1].joinpath("searches.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def data() -> campaign.Campaign:
    return campaign.load()


@pytest.fixture(scope="module")
def areas(data: campaign.Campaign) -> pd.DataFrame:
    return held.table(data)


def test_every_event_of_the_campaign_is_shown_on_its_day(data: campaign.Campaign) -> None:
    shown = [event.id for day in DAYS for event in events_of(data, day)]
    expected = [e.id for e in data.tables.events if DAYS[0] <= e.date <= DAYS[-1]]
    assert sorted(shown) == sorted(expected)


def test_events_with_an_hour_come_in_its_order(data: campaign.Campaign) -> None:
    titles = [event.title for event in events_of(data, date(1945, 8, 18))]
    assert titles[0] == "Landing on Shimushu (Shumshu)"
    assert titles.index("Air landing at Harbin") == 2


def test_places_that_give_only_a_route_never_change_hands(data: campaign.Campaign) -> None:
    documented = {p.name_en for p in data.tables.places if p.basis != "inferred"}
    for day in DAYS:
        for names in happened.changed_places(data, day).values():
            assert set(names) <= documented


@pytest.mark.parametrize(
    ("url", "is_safe"),
    [
        ("https://example.org/a", True),
        ("http://example.org", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("https://example.org/ onclick=x", False),
        ("", False),
    ],
)
def test_only_web_pages_are_linked(data: campaign.Campaign, url: str, is_safe: bool) -> None:
    source = data.tables.sources[0].model_copy(update={"url": url})
    assert happened.safe_link(source) == (url if is_safe else None)


def test_texts_of_events_and_sources_are_escaped() -> None:
    evil = "<img src=x onerror=alert(1)>"
    event: dict[str, Any] = dict.fromkeys(
        ("time", "kind", "title", "place", "summary", "doubt"), evil
    )
    written = wording.markup(
        "happened.html",
        text=dict.fromkeys(("no_events", "changed", "no_change", "sources_of_day"), ""),
        events=[event | {"numbers": [1]}],
        changed=[(evil, [evil])],
        sources=[{"author": evil, "title": evil, "rest": evil, "link": 'https://x"><b>'}],
    )
    assert "<img" not in written
    assert "<b>" not in written.split("references")[1]


def test_held_ground_agrees_with_the_layers(data: campaign.Campaign, areas: pd.DataFrame) -> None:
    assert list(dict.fromkeys(areas["layer"])) == [x for x in LAYERS if x != "rumoi_landing"]
    on = areas[areas["day"] == 11].set_index("layer")
    assert (
        on["soviet"].to_dict() == data.area("1945-08-20")["soviet"].drop("rumoi_landing").to_dict()
    )
    assert (areas["soviet"] + areas["capitulated"] <= areas["total"] + 1e-6).all()


def test_a_layer_has_one_size_on_all_days(areas: pd.DataFrame) -> None:
    sizes = areas.groupby("layer")["total"]
    assert (sizes.max() - sizes.min() < 1e-6).all()


@pytest.mark.parametrize("day", [DAYS[0], DAYS[13], DAYS[-1]])
def test_the_chart_draws_what_was_held(
    data: campaign.Campaign, areas: pd.DataFrame, day: date
) -> None:
    drawn = held.chart(data, day)
    bars = re.findall(r'<i style="left:(.*?)%;top:(.*?)%;height:(.*?)%" title="(.*?)">', drawn)
    assert len(bars) == drawn.count("<i style=") - len(held.COLOURS)  # the key's
    assert len(bars) == int((areas["soviet"] > 0).sum() + (areas["capitulated"] > 0).sum())
    highest = 100 * (held.FLOOR - held.FILL)
    for _, top, height, _ in bars:
        assert highest - 0.1 <= float(top) <= float(top) + float(height) <= 100 * held.FLOOR + 0.1


def test_a_bar_says_what_it_draws(data: campaign.Campaign, areas: pd.DataFrame) -> None:
    bar = held._rows(data, "en")[0].bars["soviet"][9]
    manchuria = areas[(areas["layer"] == "manchuria") & (areas["day"] == 9)].iloc[0]
    share = manchuria["soviet"] / manchuria["total"]
    assert bar.height == pytest.approx(100 * held.FILL * share, abs=0.06)
    assert bar.left == pytest.approx(100 * (9 + held.GAP / 2) / len(DAYS), abs=0.01)
    area = wording.area(manchuria["soviet"])
    assert bar.label == f"18 August · Soviet-held · {area} · {share:.0%}"


@pytest.mark.parametrize("number", [0, 13, 27])
def test_bars_of_days_to_come_are_told_apart(data: campaign.Campaign, number: int) -> None:
    for row in held._rows(data, "en"):
        for bars in held._on_the_day(row, number, "en")["bars"]:
            for bar in bars["bars"]:
                assert (bar.left > 100 * (number + 1) / len(DAYS)) is bars["is_later"]


def test_places_are_those_of_the_map_with_their_status(data: campaign.Campaign) -> None:
    rows = places.table(data, date(1945, 8, 23))
    assert len(rows) == len(data.places)
    dated = rows[rows["date"].notna()]
    assert dated["date"].is_monotonic_increasing
    assert dated.loc[dated["name_en"] == "Mukden", "status"].iloc[-1] == "Soviet-held"
    assert set(rows.loc[rows["date"].isna(), ["status", "range"]].to_numpy().ravel()) == {""}


def test_the_status_of_a_place_is_that_of_its_own_row(data: campaign.Campaign) -> None:
    names = words()["status"]
    for day in (DAYS[0], DAYS[9], DAYS[-1]):
        held_by = dict(zip(data.places["id"], data.place_status(day), strict=True))
        expected = sorted(
            (place.name_en, place.date, names[held_by[place.id]])
            for place in map(data.tables.place, held_by)
            if place.basis != "inferred"
        )
        rows = places.table(data, day).dropna(subset="date")[["name_en", "date", "status"]]
        assert sorted(rows.itertuples(index=False, name=None)) == expected


@pytest.mark.parametrize("name", ["шумшу", "SHUMSHU", " shumshu ", "占守"])
def test_a_place_is_found_by_any_name(data: campaign.Campaign, name: str) -> None:
    found = places.matching(places.table(data, DAYS[0]), name)
    assert 0 < len(found) < 12


def test_the_table_is_searched_as_the_page_is(
    data: campaign.Campaign, subtests: pytest.Subtests
) -> None:
    rows = places.table(data, DAYS[0])
    for kind in ("places", "units"):
        for typed, name in SEARCHES[kind]:
            with subtests.test(typed):
                found = places.matching(rows, typed)
                assert 0 < len(found) < (12 if kind == "places" else len(rows))
                if kind == "places":
                    assert name in " ".join(found["name_en"])
    for typed in SEARCHES["nothing"]:
        with subtests.test(typed):
            assert places.matching(rows, typed).empty


@pytest.mark.parametrize("name", ["Südsachalin", "からふと", "16-я армия", "Sixth Guards"])
def test_a_region_or_an_army_filters_its_places(data: campaign.Campaign, name: str) -> None:
    found = places.matching(places.table(data, DAYS[0]), name)
    assert 10 < len(found) < 40


def test_the_fifth_army_is_not_the_twenty_fifth(data: campaign.Campaign) -> None:
    found = places.matching(places.table(data, DAYS[0]), "5th Army")
    assert 5 < len(found) < 20


@pytest.mark.parametrize("name", ["[", "*", "\\", "(a|b)"])
def test_a_name_is_no_pattern(data: campaign.Campaign, name: str) -> None:
    rows = places.table(data, DAYS[0])
    assert len(places.matching(rows, name)) < len(rows)


def test_all_sources_are_listed_and_links_are_web_pages(data: campaign.Campaign) -> None:
    rows = sources.table(data)
    assert len(rows) == len(data.tables.sources)
    assert all(link.startswith(("http://", "https://")) for link in rows["link"].dropna())
