"""What rows may say about each other: sources that exist, days in order, points in the theatre.

The rules read the cells as they are written, so that a row with one bad cell is still
tested for everything else.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from difflib import get_close_matches
from types import MappingProxyType

from campaign import days
from campaign.facts.faults import Fault
from campaign.facts.sheets import Row, Sheet
from campaign.theatre import LAYERS, THEATRE

__all__ = ["broken"]

_CAPTURES = (date(1945, 8, 9), date(1945, 9, 30))
_YEAR = (date(1944, 12, 1), date(1945, 12, 31))
_DAYS = (days.FIRST, days.LAST)
_LONGEST_CHAPTER = 90
_PLACE_DAYS = ("date_landed", "date", "date_earliest", "date_latest")
_WITH_SOURCES = ("places", "axes", "events", "hokkaido_plan", "routes", "boundaries", "story")

Sheets = Mapping[str, Sheet]
Point = tuple[float, float]


def broken(sheets: Sheets) -> Iterator[Fault]:
    """Go through every rule and report each breach.

    Parameters
    ----------
    sheets
        The tables as read, by name.
    """
    yield from _repeated(sheets)
    yield from _sources(sheets)
    yield from _links(sheets)
    yield from _positions(sheets)
    for row in sheets["places"].rows:
        yield from _place_days(row)
        yield from _place_basis(row)
    for row in sheets["events"].rows:
        yield from _within(row, "date", _YEAR)
    for row in sheets["communiques"].rows:
        yield from _within(row, "date", _CAPTURES)
    yield from _plan(sheets["hokkaido_plan"])
    yield from _in_order(sheets["railways"], "line_id")
    yield from _in_order(sheets["routes"], "route_id")
    yield from _in_order(sheets["boundaries"], "line_id")
    yield from _story(sheets["story"])


def _repeated(sheets: Sheets) -> Iterator[Fault]:
    columns = {"places": "id", "axes": "id", "events": "id", "sources": "key", "story": "id"}
    for table, column in columns.items():
        first = sheets[table].known(column)
        for row in sheets[table].rows:
            name = row.text(column)
            if name and first[name] is not row:
                yield row.fault(
                    f"the {column} '{name}' stands already on line {first[name].line}; "
                    f"give one of the two rows another {column} or delete one"
                )


def _sources(sheets: Sheets) -> Iterator[Fault]:
    keys = sheets["sources"].known("key")
    for table in _WITH_SOURCES:
        for row in sheets[table].rows:
            for key in row.parts("sources"):
                yield from _unknown(row, "source", key, keys, "sources.csv")
    for row in sheets["communiques"].rows:
        if key := row.text("source"):
            yield from _unknown(row, "source", key, keys, "sources.csv")


def _links(sheets: Sheets) -> Iterator[Fault]:
    places, axes = sheets["places"].known("id"), sheets["axes"].known("id")
    for row in sheets["places"].rows:
        if axis := row.text("axis"):
            yield from _unknown(row, "axis", axis, axes, "axes.csv")
    for row in sheets["events"].rows:
        if place := row.text("place_id"):
            yield from _unknown(row, "place", place, places, "places.csv")
    for row in sheets["axes"].rows:
        for mark in row.parts("waypoints", "|"):
            if " " not in mark:
                yield from _unknown(row, "place", mark, places, "places.csv")


def _unknown(
    row: Row, what: str, name: str, known: Mapping[str, Row], file: str
) -> Iterator[Fault]:
    # with the other table gone there is nothing to compare with, and that is told already
    if not known or name in known:
        return
    near = get_close_matches(name, known, n=1)
    hint = f" (perhaps '{near[0]}')" if near else ""
    yield row.fault(
        f"the {what} '{name}' is not in {file}; correct it{hint} or add a row for it there"
    )


def _positions(sheets: Sheets) -> Iterator[Fault]:
    for table in ("places", "hokkaido_plan", "railways", "routes", "boundaries"):
        for row in sheets[table].rows:
            if point := _point(row):
                yield from _misplaced(row, *point)
    points = Counter(point for row in sheets["events"].rows if (point := _point(row)))
    for row in sheets["events"].rows:
        if point := _point(row):
            yield from _misplaced(row, *point, anywhere=_is_far(row), others=points)
        yield from _half_a_point(row)
    for row in sheets["axes"].rows:
        for mark in row.parts("waypoints", "|"):
            if " " in mark:
                yield from _waypoint(row, mark)


def _point(row: Row) -> Point | None:
    lon, lat = row.number("lon"), row.number("lat")
    return None if lon is None or lat is None else (lon, lat)


def _half_a_point(row: Row) -> Iterator[Fault]:
    if {"lon", "lat"} <= row.cells.keys() and bool(row.text("lon")) != bool(row.text("lat")):
        yield row.fault("only one of lon and lat is given; fill in both or neither")


def _waypoint(row: Row, mark: str) -> Iterator[Fault]:
    try:
        lon, lat = map(float, mark.split())
    except ValueError:
        yield row.fault(
            f"the waypoint '{mark}' is neither a place nor a point; "
            "write an id of places.csv, or longitude and latitude as in '111.90 43.72'"
        )
    else:
        yield from _misplaced(row, lon, lat)


def _is_far(row: Row) -> bool:
    # letters and orders came from Moscow or Washington; background is whatever lies behind them
    on_the_map = any(part in LAYERS for part in row.parts("layer"))
    return row.text("kind") in ("diplomacy", "order", "") or not on_the_map


def _misplaced(
    row: Row,
    lon: float,
    lat: float,
    anywhere: bool = False,
    others: Mapping[Point, int] = MappingProxyType({}),
) -> Iterator[Fault]:
    where = f"longitude {lon:g}, latitude {lat:g}"
    if THEATRE.holds(lon, lat):
        return
    if THEATRE.holds(lat, lon) or others.get((lat, lon), 0) > others.get((lon, lat), 0):
        yield row.fault(f"{where}: longitude and latitude look swapped; exchange the two")
    elif not (abs(lon) <= 180 and abs(lat) <= 90):
        yield row.fault(f"{where} is no point on the globe; correct it to degrees east and north")
    elif not anywhere:
        yield row.fault(
            f"{where} lies outside the theatre "
            f"({THEATRE.west}-{THEATRE.east} E, {THEATRE.south}-{THEATRE.north} N); correct it"
        )


def _within(row: Row, column: str, window: tuple[date, date]) -> Iterator[Fault]:
    day = row.day(column)
    if day and not window[0] <= day <= window[1]:
        yield row.fault(
            f"{column} is {day}, outside {window[0]} to {window[1]}; "
            "correct it to the day that the sources give"
        )


def _place_days(row: Row) -> Iterator[Fault]:
    absurd = [fault for column in _PLACE_DAYS for fault in _within(row, column, _CAPTURES)]
    yield from absurd
    if absurd:
        return
    landed, day, earliest, latest = (row.day(column) for column in _PLACE_DAYS)
    if earliest and latest and latest < earliest:
        yield row.fault(
            f"date_latest {latest} is before date_earliest {earliest}; exchange or correct them"
        )
    elif day and ((earliest and day < earliest) or (latest and day > latest)):
        yield row.fault(
            f"date {day} lies outside date_earliest {earliest} to date_latest {latest}; "
            "widen the range or correct the date"
        )
    if landed and day and landed > day:
        yield row.fault(
            f"date_landed {landed} is after date {day}; nobody controls a place before landing, "
            "so correct one of the two"
        )


def _place_basis(row: Row) -> Iterator[Fault]:
    basis, confidence = row.text("basis"), row.text("confidence")
    if basis == "inferred" and confidence in ("medium", "high"):
        yield row.fault(
            f"an inferred day has confidence {confidence}; set confidence to low, "
            "or name the source that documents the day and change basis"
        )
    if basis == "recalled" and confidence == "high":
        yield row.fault("a recalled day has confidence high; set confidence to medium or low")
    if basis == "documented" and "sources" in row.cells and not row.parts("sources"):
        yield row.fault("a documented day has no source; name one in sources or change basis")


def _plan(sheet: Sheet) -> Iterator[Fault]:
    expected = 1
    for row in sheet.rows:
        yield from _within(row, "date", _YEAR)
        kind, order = row.text("kind"), row.text("vertex_order")
        needed = {"state": ("date", "state"), "place": ("name", "lon", "lat")}
        needed["line"] = (*needed["place"], "vertex_order")
        for column in needed.get(kind, ()):
            if column in row.cells and not row.text(column):
                yield row.fault(f"{column} is empty in a row of kind {kind}; fill it in")
        if kind == "line":
            if order and row.number("vertex_order") != expected:
                yield row.fault(
                    f"vertex_order is {order} where {expected} comes next; "
                    "number the points of the line 1, 2, 3 in the order of the rows"
                )
            expected += 1
        elif kind in needed and order:
            yield row.fault(f"vertex_order is {order} in a row of kind {kind}; empty the cell")
        if kind == "state":
            yield from _half_a_point(row)


def _in_order(sheet: Sheet, column: str) -> Iterator[Fault]:
    last: dict[str, float] = {}
    for row in sheet.rows:
        line, seq = row.text(column), row.number("seq")
        if not line or seq is None:
            continue
        expected = last.get(line, 0) + 1
        if seq != expected:
            yield row.fault(
                f"seq is {seq:g} where {expected:g} comes next on {line}; "
                "number its points 1, 2, 3 in the order of the rows"
            )
        last[line] = seq


def _story(sheet: Sheet) -> Iterator[Fault]:
    latest: date | None = None
    for row in sheet.rows:
        yield from _within(row, "date", _DAYS)
        day = row.day("date")
        if day and latest and day < latest:
            yield row.fault(
                f"date is {day}, before the {latest} of an earlier chapter; "
                "put the chapters in the order of their dates"
            )
        latest = max(filter(None, (latest, day)), default=None)
        if (length := len(row.text("text").split())) > _LONGEST_CHAPTER:
            yield row.fault(f"text has {length} words; shorten it to {_LONGEST_CHAPTER} or fewer")
