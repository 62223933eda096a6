"""What a day says is what the data say, for each of the 28 days."""

import re
from datetime import date, timedelta
from decimal import Decimal

import pytest

import campaign
from campaign import days
from campaign.errors import DayError
from campaign.ground.control import status_on
from campaign.telling.chronicle import chronicle, chronicles, events_of
from campaign.telling.sentence import LONGEST
from campaign.text import in_three_figures, words

ATLAS = campaign.load()
TOLD = {day.day: day for day in chronicles(ATLAS)}
TEXT = words("en")["chronicle"]
PLACES = {place.id: place for place in ATLAS.tables.places}
NUMBER = re.compile(r"(\d[\d,]*(?:\.\d+)?) km²")

each_day = pytest.mark.parametrize("day", days.DAYS, ids=str)


def soviet(day: date):
    """Km² of Soviet-held ground by layer, from the layers alone."""
    return ATLAS.area(day)["soviet"]


def gained(day: date):
    return soviet(day) - (0 if day == days.FIRST else soviet(day - timedelta(days=1)))


def spread(day: date):
    """Of what was gained, the ground that garrisons spread over, by layer."""
    changed = ATLAS.changed(day)
    own = changed[(changed["status"] == "soviet") & (changed["taken_by"] == "garrison")]
    return own.groupby("layer")["area_km2"].sum().reindex(gained(day).index, fill_value=0.0)


def about(km2: float) -> str:
    """Write in three figures, as the masthead and the panel do."""
    return f"{Decimal(f'{km2:.2e}').normalize():,f}"


@each_day
def test_ground_held_and_gained_is_that_of_the_layers(day):
    told = TOLD[day]
    assert dict(told.held) == pytest.approx(soviet(day).to_dict())
    assert dict(told.gained) == pytest.approx(gained(day).to_dict(), abs=1e-6)
    assert dict(told.spread) == pytest.approx(spread(day).to_dict())
    assert told.total_held == pytest.approx(soviet(day).sum())
    assert told.total_gained == pytest.approx(gained(day).sum(), abs=1e-6)


@each_day
def test_what_changed_is_what_changed(day):
    assert list(TOLD[day].changed) == list(ATLAS.changed(day)["id"])


@each_day
def test_numbers_of_the_sentence_are_those_of_the_layers(day):
    changed = ATLAS.changed(day)
    new = changed[changed["status"] == "soviet"]
    taken, garrisons = (gained(day) - spread(day)).sum(), spread(day).sum()
    allowed = {
        about(taken),
        about(garrisons),
        about(new.loc[new["basis"] == "inferred", "area_km2"].sum()),
        about(changed.loc[changed["status"] == "capitulated", "area_km2"].sum()),
    }
    if day == days.LAST:
        allowed.add(about(soviet(day).sum()))
    numbers = NUMBER.findall(TOLD[day].sentence)
    assert set(numbers) <= allowed
    assert about(taken) in numbers or taken < 0.01


@each_day
def test_regions_of_the_sentence_gained_ground(day):
    taken = gained(day) - spread(day)
    clauses = [part for part in TOLD[day].sentence.split("; ") if "gained" in part]
    assert len(clauses) == (taken.sum() > 0.01)
    for layer, region in TEXT["in"].items():
        assert taken[layer] > 0 or all(region not in clause for clause in clauses)


def test_ground_that_garrisons_spread_over_is_told_apart():
    told = next(told for told in TOLD.values() if sum(told.spread.values()) > 30_000)
    assert f"garrisons spread over about {about(spread(told.day).sum())} km²" in told.sentence


@each_day
def test_places_are_those_whose_day_is_on_record(day):
    told = TOLD[day]
    before, now = (
        dict(zip(ATLAS.places["id"], status_on(ATLAS.places, d), strict=True))
        for d in (day - timedelta(days=1), day)
    )
    expected = {
        (name, before[name], now[name])
        for name in now
        if before[name] != now[name]
        and PLACES[name].basis != "inferred"
        and not PLACES[name].is_airlanding
    }
    assert {(place.id, place.before, place.status) for place in told.places} == expected
    assert all(place.name == PLACES[place.id].name_en for place in told.places)


@each_day
def test_no_place_is_named_on_a_day_that_is_only_inferred(day):
    inferred = [place for place in PLACES.values() if place.basis == "inferred"]
    for place in inferred:
        assert not re.search(rf"\b{re.escape(place.name_en)}\b", TOLD[day].sentence), place.id


@each_day
def test_a_sentence_reads_as_one(day):
    sentence = TOLD[day].sentence
    assert 40 < len(sentence) <= LONGEST
    assert sentence[0].isupper()
    assert sentence.endswith(".")
    assert not re.search(r"[{}]|  |None|\bnan\b|\.\.|; ;|, ,|\band and\b", sentence)
    assert sentence.count("(") == sentence.count(")")


@each_day
def test_hokkaido_is_only_ever_planned(day):
    for clause in TOLD[day].sentence.split("; "):
        if "Hokkaido" in clause:
            assert "plan" in clause.lower()
            assert "never made" in clause or "given up" in clause


@each_day
def test_events_are_those_of_the_day(day):
    rows = [event for event in ATLAS.tables.events if event.date == day]
    assert sorted(TOLD[day].events, key=lambda event: event.id) == sorted(
        rows, key=lambda event: event.id
    )


def test_events_stand_in_order_of_their_hours():
    hours = [event.time_local for event in events_of(ATLAS, date(1945, 8, 18))]
    assert hours == ["04:22 Kamchatka", "18:00", "19:00", "", "", "", ""]


@pytest.mark.parametrize(
    ("day", "says"),
    [
        ("1945-08-09", "Three Soviet fronts crossed the borders of Manchuria; "),
        ("1945-08-15", "announced the end of the war, but fighting went on"),
        ("1945-08-18", "troops landed at Shimushu (Shumshu); troops were flown into Harbin"),
        ("1945-08-19", "Jehol, Tsitsihar, Tunhua and 5 other places were taken"),
        ("1945-08-19", "troops were flown into Mukden, Hsinking and Kirin"),
        ("1945-08-19", "about 530,000 km² surrendered, no Soviet troops recorded"),
        ("1945-08-22", "the planned landing on Hokkaido, never made, was suspended"),
        ("1945-08-23", "Shimushu (Shumshu) came under Soviet control"),
        ("1945-08-30", "Shanhaikuan was contested"),
        ("1945-08-31", "201 km² of it on islands for which no source gives a day"),
        ("1945-08-21", "resistance ended at Kalgan fortified position"),
        ("1945-08-26", "headquarters of 25th Army came to Pyongyang, where Japanese units were"),
        ("1945-09-02", "the end of the campaign in Soviet accounts"),
        ("1945-09-05", "the end of the campaign in Japanese and Western accounts"),
        ("1945-09-05", "on ground whose own day no source gives"),
    ],
)
def test_the_days_that_matter_say_so(day, says):
    assert says in chronicle(ATLAS, day).sentence


def test_a_clause_of_an_event_is_not_said_again_of_its_place():
    assert chronicle(ATLAS, "1945-08-26").sentence.count("Pyongyang") == 1


def test_one_day_says_what_it_says_among_all():
    assert chronicle(ATLAS, "1945-08-18") == TOLD[date(1945, 8, 18)]


def test_a_day_outside_the_campaign_is_refused():
    with pytest.raises(DayError, match="from 1945-08-09 to 1945-09-05"):
        chronicle(ATLAS, "1945-09-06")


def test_there_are_words_for_every_layer():
    assert set(TEXT["in"]) == set(soviet(days.LAST).index) - {"rumoi_landing"}


@pytest.mark.parametrize(
    "km2", [0.62, 3.93, 9.94, 58.33, 99.4, 101, 9_283, 10_049, 88_555, 387_250, 1_132_412]
)
def test_an_area_is_written_no_more_exactly_than_it_is_known(km2):
    assert in_three_figures(km2) == about(km2)
