"""Points in the theatre: what is swapped, off the globe, half given, or lies elsewhere."""

from collections import Counter
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from campaign.facts.faults import Fault
from campaign.facts.reading import Row
from campaign.facts.sheets import Sheet
from campaign.theatre import LAYERS, SHEET, THEATRE

__all__ = ["half_a_point", "misplaced"]

Point = tuple[float, float]


def misplaced(sheets: Mapping[str, Sheet]) -> Iterator[Fault]:
    """Report every point that lies where none of its kind can.

    Parameters
    ----------
    sheets
        The tables as read, by name.
    """
    for table in ("places", "hokkaido_plan", "railways", "routes", "boundaries", "lakes", "bounds"):
        for row in sheets[table].rows:
            if point := _point(row):
                yield from _misplaced(row, *point)
    for row in sheets["labels"].rows:
        if (point := _point(row)) and not SHEET.holds(*point):
            yield from _misplaced(row, *point)
    points = Counter(point for row in sheets["events"].rows if (point := _point(row)))
    for row in sheets["events"].rows:
        if point := _point(row):
            yield from _misplaced(row, *point, anywhere=_is_far(row), others=points)
        yield from half_a_point(row)
    for row in sheets["axes"].rows:
        for mark in row.parts("waypoints", "|"):
            if " " in mark:
                yield from _waypoint(row, mark)


def _point(row: Row) -> Point | None:
    lon, lat = row.number("lon"), row.number("lat")
    return None if lon is None or lat is None else (lon, lat)


def half_a_point(row: Row) -> Iterator[Fault]:
    """Report a row that gives only one of longitude and latitude."""
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
