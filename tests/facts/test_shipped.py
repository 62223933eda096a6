"""What the shipped tables hold: every row fit to be shown, cited and counted."""

import re
from collections import Counter
from datetime import date, timedelta
from itertools import pairwise

import pytest

from campaign import days, files
from campaign.facts import tables
from campaign.facts.records import KINDS, Place

TABLES = tables.load()
FILES = sorted((files.data_folder() / "tables").glob("*.csv"))
NAMED = {
    "Harbin",
    "Hsinking",
    "Mukden",
    "Dairen",
    "Port Arthur",
    "Tsitsihar",
    "Hailar",
    "Mutanchiang",
    "Kirin",
    "Chiamussu",
    "Kalgan",
    "Jehol",
    "Pyongyang",
    "Wonsan",
    "Chongjin",
    "Toyohara",
    "Maoka",
    "Shumshu",
    "Etorofu",
    "Kunashiri",
}

README = (files.data_folder() / "README.md").read_text(encoding="utf-8")


def aug(day: int) -> date:
    return date(1945, 8, 1) + timedelta(day - 1)


def sept(day: int) -> date:
    return date(1945, 9, day)


def test_every_row_that_the_readme_counts_is_there():
    """A row that is lost or won changes what the README says."""

    def lines(rows: tuple) -> int:
        return len({row.line_id for row in rows})

    counted = next(line for line in README.splitlines() if line.startswith("Counts: "))
    assert counted.count(", ") + 1 == len(KINDS)
    assert counted == (
        f"Counts: {len(TABLES.places)} places, {len(TABLES.bounds)} bounds, "
        f"{len(TABLES.islands)} islands, {len(TABLES.axes)} axes, "
        f"{len(TABLES.events)} events, {len(TABLES.hokkaido_plan)} rows of the Hokkaido plan, "
        f"{len(TABLES.communiques)} communiques, {len(TABLES.railways)} railway points on "
        f"{lines(TABLES.railways)} lines, {len(TABLES.routes)} points on "
        f"{len({row.route_id for row in TABLES.routes})} routes, {len(TABLES.boundaries)} points "
        f"on {lines(TABLES.boundaries)} boundaries, {len(TABLES.lakes)} lakes, "
        f"{len(TABLES.labels)} labels, {len(TABLES.regions)} regions, "
        f"{len(TABLES.aliases)} rows of aliases, {len(TABLES.units)} units, "
        f"{len(TABLES.story)} chapters of the story, "
        f"{len(TABLES.sources)} sources."
    )


def test_what_is_known_of_the_places_is_carried_over():
    assert Counter(place.basis for place in TABLES.places) == {
        "documented": 176,
        "recalled": 17,
        "inferred": 51,
    }
    assert Counter(place.confidence for place in TABLES.places) == {
        "high": 65,
        "medium": 91,
        "low": 88,
    }


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_is_plain(path):
    data = path.read_bytes()
    assert not data.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in data
    assert data.endswith(b"\n")
    text = data.decode("utf-8")
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f\u200b\ufeff\ufffd]", text)
    assert not re.search(r'(^|[\s,;"(])/(home|root|tmp|work)/', text)


def test_a_place_can_be_shown(subtests):
    for place in TABLES.places:
        with subtests.test(place.id):
            assert place.note, "every day carries a word on where it comes from"
            assert len(place.note) <= 330, "a note is a sentence or two"
            assert place.note[0].isupper() or not place.note[0].isalpha()
            assert place.note.endswith((".", ".)", "'"))
            assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", place.id)
            assert days.index(place.date_earliest) >= 0
            for name in (place.name_ja, place.name_zh):
                assert not re.search(r"[A-Za-z]", name)


def test_an_inferred_day_never_looks_documented(subtests):
    for place in TABLES.places:
        with subtests.test(place.id):
            if place.basis == "inferred":
                assert place.confidence == "low"
            if place.basis == "recalled":
                assert place.confidence != "high"
            if place.basis == "documented":
                assert place.sources


@pytest.mark.parametrize(
    "air", [place for place in TABLES.places if place.is_airlanding], ids=lambda place: place.id
)
def test_an_airlanding_stands_beside_the_ground_link_up(air: Place):
    link = TABLES.place(air.id.removesuffix("-air") + "-link")
    assert (air.lon, air.lat, air.name_en) == (link.lon, link.lat, link.name_en)
    assert air.rank == 3
    assert link.rank < 3


def test_ranks_leave_room_on_the_map():
    ranks = Counter(place.rank for place in TABLES.places)
    assert ranks[1] == len(NAMED)
    assert 55 <= ranks[2] <= 65


@pytest.mark.parametrize("name", sorted(NAMED))
def test_an_overview_names_each_great_place_once(name):
    first = [place for place in TABLES.places if place.rank == 1 and place.name_en.startswith(name)]
    assert len(first) == 1


@pytest.mark.parametrize(
    ("name", "landed", "day", "earliest", "latest"),
    [
        ("hailar", None, aug(10), aug(9), aug(12)),
        ("mudanjiang", None, aug(16), aug(15), aug(17)),
        ("harbin-air", None, aug(18), aug(18), aug(18)),
        ("harbin-link", None, aug(20), aug(20), aug(21)),
        ("mukden-air", None, aug(19), aug(19), aug(19)),
        ("mukden-link", None, aug(20), aug(20), aug(21)),
        ("changchun-link", None, aug(20), aug(20), aug(21)),
        ("port-arthur-link", None, aug(23), aug(23), aug(24)),
        ("hutou-fr", None, aug(26), aug(22), aug(26)),
        ("inder", None, aug(30), aug(28), aug(30)),
        ("sakh-border-50n", None, aug(11), aug(9), aug(11)),
        ("sakh-toyohara", None, aug(25), aug(23), aug(25)),
        ("shumshu", aug(18), aug(23), aug(21), aug(24)),
        ("urup", aug(29), aug(31), aug(29), sept(1)),
        ("iturup", aug(28), aug(30), aug(28), sept(3)),
        ("kunashir", sept(1), sept(3), sept(1), sept(3)),
        ("shikotan", sept(1), sept(1), sept(1), sept(2)),
        ("habomai-yuri", sept(3), sept(3), sept(3), sept(5)),
        ("habomai-kaigara", None, sept(5), sept(3), sept(5)),
    ],
)
def test_the_days_the_campaign_is_known_by(name, landed, day, earliest, latest):
    place = TABLES.place(name)
    assert (place.date_landed, place.date) == (landed, day)
    assert (place.date_earliest, place.date_latest) == (earliest, latest)


def test_one_village_was_entered_after_the_last_day():
    late = [place.id for place in TABLES.places if place.date > days.LAST]
    assert late == ["kunashir-ueuchi"]


def test_no_soviet_soldier_landed_on_hokkaido():
    states = [step for step in TABLES.hokkaido_plan if step.kind == "state"]
    assert {step.state for step in states} == {
        "proposed",
        "refused",
        "ordered",
        "suspended",
        "cancelled",
    }
    assert min(step.date for step in states if step.state == "suspended") == aug(22)
    assert min(step.date for step in states if step.state == "cancelled") == aug(25)
    assert all(step.state != "ordered" for step in states if step.date > aug(21))
    rumoi = next(step for step in TABLES.hokkaido_plan if step.name_en.startswith("Rumoi ("))
    kushiro = next(step for step in TABLES.hokkaido_plan if step.name_en == "Kushiro")
    for place in TABLES.places:
        # the line Kushiro-Rumoi and all south of it, west of the islets off Nemuro
        assert not (
            place.lat < max(rumoi.lat, kushiro.lat) and 139 < place.lon < kushiro.lon + 1.4
        ), place.id


def test_an_axis_is_a_way(subtests):
    for axis in TABLES.axes:
        with subtests.test(axis.id):
            ids = [mark for mark in axis.waypoints if " " not in mark]
            assert ids, "an axis passes at least one dated place"
            assert len(set(axis.waypoints)) == len(axis.waypoints)
            assert axis.description
            # separate landings or posts must never be joined by a line
            assert (axis.drawn == "points") == ("Cluster of separate points" in axis.description)


def test_an_axis_goes_back_in_time_only_where_the_sources_do():
    back = set()
    for axis in TABLES.axes:
        stops = [TABLES.place(mark) for mark in axis.waypoints if " " not in mark]
        dated = [stop for stop in stops if not stop.is_pocket and stop.basis != "inferred"]
        if axis.drawn == "line":
            back |= {(a.id, b.id) for a, b in pairwise(dated) if b.date < a.date}
    assert back == {
        ("kailu", "tongliao"),
        ("taoan", "taonan"),
        ("manzhouli", "zhalainuoer"),
        ("sinmak", "kaesong"),
        ("matua", "simushir"),
        ("habomai-suisho", "habomai-yuri"),
    }


def test_the_lines_of_1945_are_named():
    assert {row.line_id for row in TABLES.boundaries} == {
        "kwantung",
        "manchukuo-west",
        "mengjiang-shown",
        "parallel-38",
        "parallel-50",
        "shimushu-beachhead",
        "shimushu-capes",
        "shimushu-line",
    }


@pytest.mark.parametrize("table", ["railways", "routes"])
def test_a_line_has_no_leap(table):
    for before, after in pairwise(getattr(TABLES, table)):
        if after.seq > 1:
            assert abs(after.lat - before.lat) < 1.5
            assert abs(after.lon - before.lon) < 2


@pytest.mark.parametrize("table", ["railways", "routes"])
def test_a_point_on_a_place_stands_where_the_place_does(table):
    taken = 0
    for row in getattr(TABLES, table):
        if named := re.match(r"coordinates as in places\.csv \(([^)]+)\)", row.note):
            place = TABLES.place(named[1])
            assert (row.lon, row.lat) == (place.lon, place.lat), named[1]
            taken += 1
    assert taken > 100


def test_events_stand_in_their_own_day_and_name():
    for event in TABLES.events:
        assert event.id.startswith(f"{event.date}-"), event.id
        assert len(event.title) <= 60
        assert event.summary.endswith("."), event.id
        assert event.place_name, event.id


def test_every_day_of_the_campaign_has_an_event():
    assert {event.date for event in TABLES.events} >= set(days.DAYS)


def test_a_source_can_be_cited(subtests):
    for source in TABLES.sources:
        with subtests.test(source.key):
            assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", source.key)
            assert source.author or source.publisher
            assert source.note, "how a source was read stands beside it"
            assert source.url == "" or re.fullmatch(r"https?://[^\s/]+\.[^\s]+", source.url)
            assert re.fullmatch(r"(\d{4}(/\d{4})?|n\.d\.)?", source.year)


def test_every_column_is_explained(subtests):
    for column in sorted({column for kind in KINDS.values() for column in kind.model_fields}):
        with subtests.test(column):
            assert f"`{column}`" in README


@pytest.mark.parametrize("table", KINDS)
def test_every_table_has_its_heading(table):
    assert re.search(rf"^### .*\b{table}\.csv", README, re.MULTILINE)


def test_every_key_the_readme_names_is_a_source_or_a_place():
    known = {source.key for source in TABLES.sources} | {place.id for place in TABLES.places}
    known |= {axis.id for axis in TABLES.axes} | {"dossier-places"}
    named = set(re.findall(r"`([a-z0-9]+(?:-[a-z0-9]+)+)`", README))
    assert named <= known


def test_every_advance_belongs_to_a_unit_that_can_be_searched(subtests):
    grouped = {axis for unit in TABLES.units for axis in unit.axes}
    for axis in TABLES.axes:
        with subtests.test(axis.id):
            assert axis.id in grouped or axis.kind == "gathering"
