"""Each rule of the tables broken once, and told in one sentence with its remedy."""

import pytest
from spoiling import change, messages

# what is put in, and what the one sentence about it says: table, row, cells, then words of the
# fault and of the remedy
CELLS = [
    ("date in 1946", "places", "hailar", {"date": "1946-08-10"}, "date is 1946-08-10", "correct"),
    ("date before the war", "places", "hailar", {"date_earliest": "1945-08-08"}, "outside", "corr"),
    ("range into October", "places", "hailar", {"date_latest": "1945-10-01"}, "outside", "correct"),
    ("no date", "places", "hailar", {"date": ""}, "date is empty", "fill it in"),
    ("a date in words", "places", "hailar", {"date": "10 Aug"}, "no date", "year-month-day"),
    ("a day that never was", "places", "hailar", {"date": "1945-08-32"}, "no date", "1945-08-18"),
    ("a date as a number", "places", "hailar", {"date": "-768182400"}, "no date", "1945-08-18"),
    ("date outside its range", "places", "hailar", {"date": "1945-08-13"}, "outside", "widen"),
    ("date before its range", "places", "hailar", {"date_earliest": "1945-08-11"}, "lies", "widen"),
    (
        "latest before earliest",
        "places",
        "hailar",
        {"date_earliest": "1945-08-12", "date_latest": "1945-08-09"},
        "date_latest 1945-08-09 is before date_earliest 1945-08-12",
        "exchange or correct",
    ),
    ("landed after", "places", "wonsan", {"date_landed": "1945-08-23"}, "is after date", "correct"),
    ("empty name", "places", "hailar", {"name_en": ""}, "name_en is empty", "fill it in"),
    ("name of blanks", "places", "hailar", {"name_modern": "  "}, "name_modern is empty", "fill"),
    ("swapped", "places", "hailar", {"lon": "49.212", "lat": "119.737"}, "swapped", "exchange"),
    ("outside the theatre", "places", "hailar", {"lon": "19.7"}, "outside the theatre", "correct"),
    ("south of the theatre", "places", "hailar", {"lat": "35.9"}, "outside the theatre", "correct"),
    ("off the globe", "places", "hailar", {"lat": "492.12"}, "no point on the globe", "degrees"),
    ("a latitude in words", "places", "hailar", {"lat": "49 N"}, "no number", "45.757"),
    ("a latitude that is none", "places", "hailar", {"lat": "nan"}, "no number", "45.757"),
    ("unknown source", "places", "hailar", {"sources": "tretiak"}, "'tretiak'", "'tretyak'"),
    ("unknown axis", "places", "hailar", {"axis": "36a-man"}, "not in axes.csv", "'36a-main'"),
    ("no axis", "places", "hailar", {"axis": ""}, "axis is empty", "fill it in"),
    ("inferred, medium", "places", "linxi", {"confidence": "medium"}, "inferred", "set confidence"),
    ("inferred, high", "places", "linxi", {"confidence": "high"}, "inferred", "set confidence"),
    ("recalled, high", "places", "suiyang", {"confidence": "high"}, "recalled", "set confidence"),
    ("documented by nobody", "places", "hailar", {"sources": ""}, "no source", "name one"),
    ("unknown way", "places", "hailar", {"how": "bought"}, "'bought'", "'captured'"),
    ("unknown basis", "places", "hailar", {"basis": "estimated"}, "'estimated'", "'documented'"),
    ("unknown confidence", "places", "hailar", {"confidence": "sure"}, "'sure'", "'high'"),
    ("rank 4", "places", "hailar", {"rank": "4"}, "too large", "3 or less"),
    ("rank 0", "places", "hailar", {"rank": "0"}, "too small", "1 or more"),
    ("rank in words", "places", "hailar", {"rank": "first"}, "no whole number", "for example 3"),
    ("half a rank", "places", "hailar", {"rank": "1.5"}, "no whole number", "for example 3"),
    (
        "axis to nowhere",
        "axes",
        "36a-main",
        {"waypoints": "hailer|qiqihar"},
        "'hailer'",
        "'hailar'",
    ),
    ("axis of one", "axes", "36a-main", {"waypoints": "hailar"}, "too few", "at least 2"),
    ("no waypoint", "axes", "36a-main", {"waypoints": ""}, "waypoints is empty", "fill it in"),
    ("bad point", "axes", "36a-main", {"waypoints": "119 50 2|hailar"}, "neither", "111.90 43.72"),
    (
        "point swapped",
        "axes",
        "36a-main",
        {"waypoints": "50.2 119.3|hailar"},
        "swapped",
        "exchange",
    ),
    ("point away", "axes", "36a-main", {"waypoints": "37.6 55.7|hailar"}, "theatre", "correct"),
    ("axis, unknown source", "axes", "36a-main", {"sources": "xyz"}, "'xyz'", "add a row"),
    ("unknown line", "axes", "36a-main", {"drawn": "dashed"}, "'dashed'", "'line' or 'points'"),
    ("event in 1946", "events", "1945-08-06-hiroshima", {"date": "1946-08-06"}, "outside", "corr"),
    ("event in 1941", "events", "1945-08-06-hiroshima", {"date": "1941-04-13"}, "outside", "corr"),
    ("untitled event", "events", "1945-08-06-hiroshima", {"title": ""}, "title is empty", "fill"),
    ("event without source", "events", "1945-08-06-hiroshima", {"sources": ""}, "empty", "fill"),
    ("event of no layer", "events", "1945-08-06-hiroshima", {"layer": "japan"}, "'japan'", "'kuri"),
    ("event nowhere", "events", "1945-08-10-hailar-entered", {"place_id": "hai"}, "'hai'", "add a"),
    ("event, half a point", "events", "1945-08-06-hiroshima", {"lat": ""}, "only one", "neither"),
    (
        "battle abroad",
        "events",
        "1945-08-10-hailar-entered",
        {"lon": "37.618", "lat": "55.752"},
        "outside the theatre",
        "correct",
    ),
    (
        "event swapped",
        "events",
        "1945-08-10-hailar-entered",
        {"lon": "49.212", "lat": "119.737"},
        "swapped",
        "exchange",
    ),
    (
        "Moscow swapped",
        "events",
        "1945-08-07-attack-advanced",
        {"lon": "55.752", "lat": "37.618"},
        "swapped",
        "exchange",
    ),
    (
        "letter from off the globe",
        "events",
        "1945-08-07-attack-advanced",
        {"lon": "376.18"},
        "no point on the globe",
        "correct",
    ),
    ("state without date", "hokkaido_plan", "1945-08-29", {"date": ""}, "date is empty", "fill"),
    ("state of nothing", "hokkaido_plan", "1945-08-29", {"state": ""}, "state is empty", "fill"),
    ("executed", "hokkaido_plan", "1945-08-29", {"state": "executed"}, "'executed'", "'cancelled'"),
    ("plan in 1946", "hokkaido_plan", "1945-08-29", {"date": "1946-08-29"}, "outside", "correct"),
    ("numbered state", "hokkaido_plan", "1945-08-29", {"vertex_order": "1"}, "state", "empty the"),
    ("half a state", "hokkaido_plan", "1945-08-29", {"lon": "141"}, "only one", "neither"),
    ("third of two", "hokkaido_plan", "Kushiro end", {"vertex_order": "3"}, "where 2", "number"),
    ("unnumbered", "hokkaido_plan", "Kushiro end", {"vertex_order": ""}, "is empty", "fill"),
    ("nameless end", "hokkaido_plan", "Kushiro end", {"name_en": ""}, "name_en is empty", "fill"),
    ("no longitude", "hokkaido_plan", "Kushiro", {"lon": ""}, "lon is empty", "fill it in"),
    ("communique of 1946", "communiques", "Harbin", {"date": "1946-08-20"}, "outside", "correct"),
    ("silent communique", "communiques", "Harbin", {"text": ""}, "text is empty", "fill it in"),
    ("communique by nobody", "communiques", "Harbin", {"source": "tass"}, "'tass'", "add a row"),
    ("no source named", "communiques", "Harbin", {"source": ""}, "source is empty", "fill it in"),
    ("station skipped", "railways", "Chalainor", {"seq": "9"}, "seq is 9 where 2", "number"),
    ("station swapped", "railways", "Chalainor", {"lon": "49.45", "lat": "117.7"}, "swap", "exch"),
    (
        "exact beyond belief",
        "railways",
        "Chalainor",
        {"accuracy_km": "0"},
        "too small",
        "more than",
    ),
    ("nameless railway", "railways", "Chalainor", {"line_name_en": ""}, "is empty", "fill it in"),
    ("route out of order", "routes", "Yutoto valley (approx.)", {"seq": "2"}, "where 3", "number"),
    (
        "route, unknown source",
        "routes",
        "Yutoto valley (approx.)",
        {"sources": "x"},
        "'x'",
        "add a",
    ),
    ("border skipped", "boundaries", "kwantung", {"seq": "2"}, "seq is 2 where 1", "number"),
    ("border away", "boundaries", "kwantung", {"lat": "30"}, "outside the theatre", "correct"),
    ("border, unknown source", "boundaries", "kwantung", {"sources": "x"}, "'x'", "add a row"),
    ("nameless border", "boundaries", "kwantung", {"name": ""}, "name is empty", "fill it in"),
    ("place of no subject", "places", "hailar", {"subject": "town"}, "'town'", "'pocket'"),
    ("fortress as a place", "places", "hutou-fr", {"subject": "place"}, "fortified", "to pocket"),
    (
        "place on no island",
        "places",
        "shikotan-shakotan",
        {"island": "shikota"},
        "'shikota'",
        "'shik",
    ),
    ("joined on foot", "places", "hailar", {"joined_by": "mukden-link"}, "by air", "empty the"),
    ("joined by nobody", "places", "mukden-air", {"joined_by": "siping"}, "linked up", "or empty"),
    ("joined nowhere", "places", "mukden-air", {"joined_by": "mukdn-link"}, "'mukdn-link'", "perh"),
    ("island of no layer", "islands", "shikotan", {"layer": "kuril"}, "'kuril'", "'kurils'"),
    ("area by nobody", "islands", "shikotan", {"published_by": ""}, "go together", "or neither"),
    ("area of nothing", "islands", "shikotan", {"published_km2": "0"}, "too small", "more than"),
    ("no plan", "axes", "plan-hokkaido", {"kind": "advance"}, "no axis is of kind plan", "give"),
    ("axis of no kind", "axes", "36a-main", {"kind": "raid"}, "'raid'", "'gathering'"),
    ("lake at sea", "lakes", "Khanka", {"lat": "4.94"}, "outside the theatre", "correct"),
    ("a lake twice", "lakes", "Kussharo", {"name": "Hulun"}, "stands already on", "another"),
    ("label off the sheet", "labels", "ussr", {"lat": "5"}, "outside the theatre", "correct"),
    ("label without words", "labels", "ussr", {"word": "usr"}, "no name among", "'ussr'"),
    ("label never shown", "labels", "ussr", {"zoom_to": "2"}, "below zoom_from 3", "exchange"),
    ("label of no kind", "labels", "ussr", {"kind": "ocean"}, "'ocean'", "'sea'"),
    ("region of no view", "regions", "korea", {"view": "corea"}, "'corea'", "'korea'"),
    ("alias of nothing", "aliases", "vladivostok", {"of": "vladivostock"}, "'vladiv", "perhaps"),
    ("alias without a name", "aliases", "vladivostok", {"names": ""}, "names is empty", "fill"),
    ("alias of no source", "aliases", "vladivostok", {"sources": "x"}, "'x'", "add a row"),
    ("unit of no axis", "units", "5th Army", {"axes": "5a-mian"}, "'5a-mian'", "'5a-main'"),
    ("a unit twice", "units", "39th Army", {"name_en": "5th Army"}, "stands already", "another"),
    ("source without key", "sources", "rand-r1825", {"key": ""}, "key is empty", "fill it in"),
    ("source without title", "sources", "rand-r1825", {"title": ""}, "title is empty", "fill"),
    ("source of no kind", "sources", "rand-r1825", {"kind": "rumour"}, "'rumour'", "'primary'"),
    ("source of no side", "sources", "rand-r1825", {"side": "british"}, "'british'", "'us'"),
    ("key used twice", "sources", "ww2-22june", {"key": "tretyak"}, "stands already on", "another"),
]


@pytest.mark.parametrize(
    ("table", "name", "cells", "fault", "remedy"),
    [case[1:] for case in CELLS],
    ids=[case[0] for case in CELLS],
)
def test_one_wrong_cell_is_one_sentence(folder, table, name, cells, fault, remedy):
    line = change(folder, table, name, **cells)
    found = messages(folder)
    follow = [message for message in found if f"{table}.csv line {line}" not in message]
    # a gap in a numbered line shows again at the next number
    assert len(follow) <= (1 if "seq" in cells else 0), found
    (message,) = (message for message in found if message not in follow)
    assert message.startswith(f"{table}.csv line {line}")
    assert fault in message
    assert remedy in message
    assert message.endswith(".")
    assert "\n" not in message


@pytest.mark.parametrize(
    ("table", "name", "cells", "said"),
    [
        ("places", "shikotan-shakotan", {"subject": "island"}, "2 rows of places.csv date the"),
        ("places", "shikotan", {"subject": "place"}, "0 rows of places.csv date the whole of"),
        ("places", "hailar", {"subject": "island"}, "a whole island is dated, but island is empty"),
        ("islands", "shikotan", {"id": "urup"}, "the id 'urup' stands already on line"),
        ("axes", "36a-main", {"kind": "plan"}, "36a-main is the plan already; set kind to"),
        ("hokkaido_plan", "ground", {"kind": "place"}, "named by one row of kind ground; give one"),
        ("hokkaido_plan", "Kushiro", {"kind": "ground"}, "give one, and only one"),
    ],
)
def test_what_rows_say_together_is_told_at_one_of_them(folder, table, name, cells, said):
    change(folder, table, name, **cells)
    assert sum(said in message for message in messages(folder)) == 1
