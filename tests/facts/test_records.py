from datetime import date

import pytest
from pydantic import ValidationError

from campaign.facts.records import Axis, Event, Place, PlanStep, RailStation, Source

PLACE = {
    "id": "hailar",
    "name_en": "Hailar (town)",
    "name_modern": "Hailar",
    "name_ja": "ハイラル(海拉爾)",
    "name_zh": "海拉爾",
    "name_ru": "Хайлар",
    "spoken_en": "",
    "lat": "49.212",
    "lon": "119.737",
    "island": "",
    "rank": "1",
    "subject": "place",
    "date_landed": "",
    "date": "1945-08-10",
    "date_earliest": "1945-08-09",
    "date_latest": "1945-08-12",
    "how": "captured",
    "joined_by": "",
    "axis": "36a-main",
    "formation": "36th Army",
    "contested_by": "",
    "basis": "documented",
    "confidence": "high",
    "sources": "tretyak;glantz-lp8",
    "note": "",
}
STEP = {
    "date": "",
    "time_local": "",
    "state": "",
    "summary": "E end of the proposed line",
    "sources": "frus-d450",
    "confidence": "high",
    "kind": "place",
    "name_en": "Kushiro",
    "name_modern": "",
    "name_ja": "",
    "name_ru": "",
    "name_zh": "",
    "lon": "144.375",
    "lat": "42.975",
    "vertex_order": "",
}


def place(**cells):
    return Place.model_validate(PLACE | cells)


def test_cells_become_values():
    hailar = place()
    assert (hailar.lat, hailar.lon, hailar.rank) == (49.212, 119.737, 1)
    assert hailar.date == date(1945, 8, 10)
    assert hailar.date_landed is None
    assert hailar.sources == ("tretyak", "glantz-lp8")


def test_blanks_around_cells_and_keys_do_not_count():
    hailar = place(name_en="  Hailar ", sources=" tretyak ; ;glantz-lp8;", date_landed=" ")
    assert hailar.name_en == "Hailar"
    assert hailar.sources == ("tretyak", "glantz-lp8")
    assert hailar.date_landed is None


def test_a_record_is_frozen():
    with pytest.raises(ValidationError, match="frozen"):
        place().name_en = "Harbin"


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("id", ""),
        ("name_en", "   "),
        ("lat", "north"),
        ("lat", "90.1"),
        ("lat", "nan"),
        ("lon", "181"),
        ("rank", "0"),
        ("rank", "4"),
        ("rank", "1.5"),
        ("date", ""),
        ("date", "10 Aug"),
        ("date", "1945-8-10"),
        ("date", "1945-02-30"),
        ("date", "-768182400"),
        ("date", "1945-08-10T12:00:00"),
        ("how", "bought"),
        ("basis", "estimated"),
        ("confidence", ""),
    ],
)
def test_a_cell_that_cannot_be_used_is_refused(column, cell):
    with pytest.raises(ValidationError, match=column):
        place(**{column: cell})


def test_an_unknown_column_is_refused():
    with pytest.raises(ValidationError, match="mayor"):
        place(mayor="nobody")


@pytest.mark.parametrize(
    ("cells", "pocket", "airlanding", "summary"),
    [
        ({}, False, False, False),
        ({"id": "hailar-fr", "how": "surrendered"}, False, False, False),
        ({"subject": "pocket", "how": "surrendered"}, True, False, False),
        ({"how": "airlanding"}, False, True, False),
        ({"subject": "operation", "how": "linked-up"}, False, False, True),
    ],
)
def test_what_a_place_stands_for(cells, pocket, airlanding, summary):
    row = place(**cells)
    assert (row.is_pocket, row.is_airlanding, row.is_summary) == (pocket, airlanding, summary)


def test_a_point_of_the_plan_has_no_state_and_a_state_no_point():
    kushiro = PlanStep.model_validate(STEP)
    assert (kushiro.date, kushiro.state, kushiro.vertex_order) == (None, None, None)
    cells = {"kind": "state", "date": "1945-08-22", "state": "suspended", "lon": "", "lat": ""}
    step = PlanStep.model_validate(STEP | cells)
    assert (step.state, step.lon, step.lat) == ("suspended", None, None)


def test_a_plan_state_outside_the_vocabulary_is_refused():
    with pytest.raises(ValidationError, match="state"):
        PlanStep.model_validate(STEP | {"state": "executed"})


def test_waypoints_are_places_or_points_in_order():
    axis = {
        "id": "kmg-kalgan",
        "kind": "advance",
        "front": "Transbaikal",
        "formation": "Cavalry-Mechanized Group",
        "from_place": "Zamyn-Uud",
        "description": "",
        "waypoints": "111.90 43.72|erlian|kalgan",
        "drawn": "line",
        "sources": "",
    }
    assert Axis.model_validate(axis).waypoints == ("111.90 43.72", "erlian", "kalgan")
    with pytest.raises(ValidationError, match="waypoints"):
        Axis.model_validate(axis | {"waypoints": "kalgan"})


def test_an_event_names_layers_that_exist_and_at_least_one_source():
    event = {
        "id": "1945-08-09-nagasaki",
        "date": "1945-08-09",
        "time_local": "11:02",
        "title": "Atomic bomb on Nagasaki",
        "summary": "Second atomic bomb.",
        "clause_en": "",
        "actors": "United States",
        "place_name": "Nagasaki",
        "place_id": "",
        "lon": "129.863",
        "lat": "32.774",
        "kind": "battle",
        "layer": "background;kurils",
        "sources": "gellately-2013",
        "confidence": "high",
    }
    assert Event.model_validate(event).layer == ("background", "kurils")
    for column, cell in (("layer", "hokkaido"), ("layer", ""), ("sources", "")):
        with pytest.raises(ValidationError, match=column):
            Event.model_validate(event | {column: cell})


def test_accuracy_is_a_positive_distance():
    station = {
        "line_id": "cer-west",
        "line_name_en": "Chinese Eastern Railway",
        "line_name_ja": "",
        "seq": "1",
        "station_en": "",
        "station_modern": "",
        "lat": "49.594",
        "lon": "117.438",
        "accuracy_km": "2",
        "built": "1901-03",
        "note": "",
        "sources": "",
    }
    assert RailStation.model_validate(station).accuracy_km == 2
    for cell in ("0", "-1", "inf"):
        with pytest.raises(ValidationError, match="accuracy_km"):
            RailStation.model_validate(station | {"accuracy_km": cell})


@pytest.mark.parametrize(("column", "cell"), [("title", ""), ("kind", "rumour"), ("side", "")])
def test_a_source_needs_a_title_a_kind_and_a_side(column, cell):
    source = dict.fromkeys(("author", "year", "publisher", "url", "note"), "")
    source |= {"key": "tretyak", "title": "Trudnyi put", "kind": "secondary", "side": "us"}
    Source.model_validate(source)
    with pytest.raises(ValidationError, match=column):
        Source.model_validate(source | {column: cell})
