"""What rows may say about each other: sources that exist, days in order, one row to an island.

The rules read the cells as they are written, so that a row with one bad cell is still
tested for everything else.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from difflib import get_close_matches

from campaign import days
from campaign.facts import placement, sureness
from campaign.facts.faults import Fault
from campaign.facts.reading import Row
from campaign.facts.records import KINDS
from campaign.facts.sheets import Sheet
from campaign.text import words

__all__ = ["broken"]

_CAPTURES = (date(1945, 8, 9), date(1945, 9, 30))
_YEAR = (date(1944, 12, 1), date(1945, 12, 31))
_DAYS = (days.FIRST, days.LAST)
_LONGEST_CHAPTER = 90
_FEW_WHOLE = 3
_MAINLAND_ENDS = 138.0
"""Longitude between the mainland and Sakhalin."""
_PLACE_DAYS = ("date_landed", "date", "date_earliest", "date_latest")
_WITH_SOURCES = (
    "places", "axes", "events", "hokkaido_plan", "routes", "boundaries", "story", "aliases",
    "bounds",
)  # fmt: skip

_PLAN_CELLS = {
    "state": ("date", "state"),
    "place": ("name_en", "lon", "lat"),
    "line": ("name_en", "lon", "lat", "vertex_order"),
    "ground": ("name_en", "name_modern"),
}

Sheets = Mapping[str, Sheet]


def broken(sheets: Sheets) -> Iterator[Fault]:
    """Go through every rule and report each breach.

    Parameters
    ----------
    sheets
        The tables as read, by name.
    """
    for sheet in sheets.values():
        yield from _emptied(sheet)
        yield from _rounded(sheet)
    yield from _repeated(sheets)
    for table in ("hokkaido_plan", "communiques", "labels", "aliases"):
        yield from _doubled(sheets[table])
    yield from _sources(sheets)
    yield from _links(sheets)
    yield from placement.misplaced(sheets)
    for row in sheets["places"].rows:
        yield from _place_days(row)
        yield from sureness.unfounded(row)
    yield from _subjects(sheets["places"])
    yield from sureness.unequal(sheets)
    for row in sheets["bounds"].rows:
        yield from _bound(row)
    yield from _islands(sheets)
    yield from _one_plan(sheets["axes"])
    for row in sheets["labels"].rows:
        yield from _label(row)
    for row in sheets["events"].rows:
        yield from _within(row, "date", _YEAR)
    for row in sheets["communiques"].rows:
        yield from _within(row, "date", _CAPTURES)
    yield from _plan(sheets["hokkaido_plan"])
    yield from _in_order(sheets["railways"], "line_id")
    yield from _in_order(sheets["routes"], "route_id")
    yield from _in_order(sheets["boundaries"], "line_id")
    yield from _story(sheets["story"])


def _emptied(sheet: Sheet) -> Iterator[Fault]:
    """Report the columns that lost all their cells."""
    if len(sheet.rows) <= 1:
        return
    table = sheet.rows[0].table
    for column in sheet.rows[0].cells:
        is_told = any(fault.column == column for fault in sheet.faults)
        is_known = column in KINDS[table].model_fields and column not in KINDS[table].unused
        if is_known and not is_told and not sheet.known(column):
            text = f"the column '{column}' is empty in every row; take it back as it was last good"
            yield Fault(f"{table}.csv", None, "", text)


def _rounded(sheet: Sheet) -> Iterator[Fault]:
    """Report positions that a spreadsheet has shown, and then saved, without decimals."""
    for column in ("lat", "lon"):
        cells = [row.text(column) for row in sheet.rows if row.number(column) is not None]
        whole = sum(float(cell).is_integer() and abs(float(cell)) <= 180 for cell in cells)
        if whole > _FEW_WHOLE and 2 * whole > len(cells):
            told = (
                f"{column} has no decimals in {whole} of {len(cells)} rows, as where a spreadsheet "
                "rounds what it shows; take the column back as it was last good"
            )
            yield Fault(f"{sheet.rows[0].table}.csv", None, "", told)


def _repeated(sheets: Sheets) -> Iterator[Fault]:
    columns = dict.fromkeys(("places", "bounds", "islands", "axes", "events", "story"), "id")
    columns |= {"sources": "key", "lakes": "name", "regions": "view", "units": "name_en"}
    for table, column in columns.items():
        first = sheets[table].known(column)
        for row in sheets[table].rows:
            name = row.text(column)
            if name and first[name] is not row:
                yield row.fault(
                    f"the {column} '{name}' stands already on line {first[name].line}; "
                    f"give one of the two rows another {column} or delete one"
                )


def _doubled(sheet: Sheet) -> Iterator[Fault]:
    """Report a row that says the same as another, where none has an id of its own."""
    first: dict[tuple[str, ...], Row] = {}
    for row in sheet.rows:
        same = first.setdefault(tuple(row.cells.values()), row)
        if same is not row:
            yield row.fault(f"the row stands already on line {same.line}; delete one of the two")


def _sources(sheets: Sheets) -> Iterator[Fault]:
    keys = sheets["sources"].names("key")
    for table in _WITH_SOURCES:
        for row in sheets[table].rows:
            for key in row.parts("sources"):
                yield from _unknown(row, "source", key, keys, "sources.csv")
    for row in sheets["communiques"].rows:
        if key := row.text("source"):
            yield from _unknown(row, "source", key, keys, "sources.csv")


def _links(sheets: Sheets) -> Iterator[Fault]:
    places, axes, islands = (sheets[table].names("id") for table in ("places", "axes", "islands"))
    for row in sheets["places"].rows:
        if axis := row.text("axis"):
            yield from _unknown(row, "axis", axis, axes, "axes.csv")
        if island := row.text("island"):
            yield from _unknown(row, "island", island, islands, "islands.csv")
        if joined := row.text("joined_by"):
            yield from _unknown(row, "place", joined, places, "places.csv")
    views, labels = sheets["regions"].names("view"), words()["names"]
    # with a table gone there is nothing to compare with
    named = {**places, **views, **labels} if places and views else {}
    for row in sheets["aliases"].rows:
        for of in row.parts("of"):
            yield from _unknown(row, "name", of, named, "places.csv, labels.csv or regions.csv")
    for row in sheets["units"].rows:
        for axis in row.parts("axes"):
            yield from _unknown(row, "axis", axis, axes, "axes.csv")
    for row in sheets["events"].rows:
        if place := row.text("place_id"):
            yield from _unknown(row, "place", place, places, "places.csv")
    for row in sheets["axes"].rows:
        for mark in row.parts("waypoints", "|"):
            if " " not in mark:
                yield from _unknown(row, "place", mark, places, "places.csv")


def _unknown(
    row: Row, what: str, name: str, known: Mapping[str, object], file: str
) -> Iterator[Fault]:
    # with the names gone or spoilt there is nothing to compare with, and that is told already
    if not known or name in known:
        return
    near = get_close_matches(name, known, n=1)
    hint = f" (perhaps '{near[0]}')" if near else ""
    yield row.fault(
        f"the {what} '{name}' is not in {file}; correct it{hint} or add a row for it there",
        many=f"correct the names, or take back the rows that {file} has lost",
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


def _bound(row: Row) -> Iterator[Fault]:
    yield from _within(row, "not_before", _CAPTURES)
    yield from _within(row, "not_after", _CAPTURES)
    yield from placement.half_a_point(row)
    first, last = row.day("not_before"), row.day("not_after")
    if first and last and last < first:
        yield row.fault(f"not_after {last} is before not_before {first}; exchange or correct them")
    if {"not_before", "not_after"} <= row.cells.keys() and not (
        row.text("not_before") or row.text("not_after")
    ):
        yield row.fault("the row bounds nothing; fill in not_before or not_after, or delete it")
    if {"lon", "layer"} <= row.cells.keys() and bool(row.text("lon")) == bool(row.text("layer")):
        yield row.fault("a bound is of a point or of a whole layer; fill in the one or the other")


def _subjects(places: Sheet) -> Iterator[Fault]:
    rows = places.known("id")
    for row in places.rows:
        how, subject, joined = row.text("how"), row.text("subject"), row.text("joined_by")
        if how == "fortified-region-reduced" and subject not in ("pocket", ""):
            yield row.fault(f"a fortified region is dated as {subject}; set subject to pocket")
        if subject == "island" and "island" in row.cells and not row.text("island"):
            yield row.fault("a whole island is dated, but island is empty; fill it in")
        lon, is_nowhere = row.number("lon"), "island" in row.cells and not row.text("island")
        if is_nowhere and subject not in ("operation", "") and lon and lon > _MAINLAND_ENDS:
            yield row.fault("the place lies east of the mainland, but island is empty; fill it in")
        if joined and how not in ("airlanding", ""):
            yield row.fault("joined_by is filled in, but nothing was landed by air; empty the cell")
        elif joined in rows and rows[joined].text("how") not in ("linked-up", ""):
            yield row.fault(
                f"joined_by is '{joined}', whose row dates no column that linked up; "
                "name the row of that column or empty the cell"
            )


def _islands(sheets: Sheets) -> Iterator[Fault]:
    dated = Counter(
        island
        for row in sheets["places"].rows
        if (island := row.text("island")) and row.text("subject") == "island"
    )
    for row in sheets["islands"].rows:
        island = row.text("id")
        changes = row.text("changes")
        # with no island dated at all, a table or column is missing, and that is told already
        if dated and island and changes in ("whole", "parts") and dated[island] != 1:
            yield row.fault(
                f"{dated[island]} rows of places.csv date the whole of '{island}'; "
                "let one of its rows have subject island"
            )
        lines = sheets["boundaries"].known("line_id")
        for line in row.parts("cut_by"):
            yield from _unknown(row, "line", line, lines, "boundaries.csv")
        is_cut = {"changes", "cut_by"} <= row.cells.keys() and bool(changes)
        if is_cut and (changes == "parts") != bool(row.parts("cut_by")):
            yield row.fault(
                "an island changes in parts where lines cut it, and only there; "
                "name the lines in cut_by, or empty it and set changes to whole"
            )
        is_whole = {"published_km2", "published_by"} <= row.cells.keys()
        if is_whole and bool(row.text("published_km2")) != bool(row.text("published_by")):
            yield row.fault("an area and who published it go together; fill in both or neither")


def _one_plan(axes: Sheet) -> Iterator[Fault]:
    plans = [row for row in axes.rows if row.text("kind") == "plan"]
    for row in plans[1:]:
        yield row.fault(f"{plans[0].label} is the plan already; set kind to advance or gathering")
    if axes.known("kind") and not plans:
        yield axes.rows[-1].fault("no axis is of kind plan; give that kind to the planned course")


def _label(row: Row) -> Iterator[Fault]:
    if (word := row.text("word")) and word not in words()["names"]:
        near = get_close_matches(word, words()["names"], n=1)
        hint = f" (perhaps '{near[0]}')" if near else ""
        yield row.fault(
            f"the word '{word}' has no name among the words of the interface; "
            f"correct it{hint} or add its name there"
        )
    first, last = row.number("zoom_from"), row.number("zoom_to")
    if first is not None and last is not None and last < first:
        yield row.fault(f"zoom_to {last:g} is below zoom_from {first:g}; exchange or correct them")


def _plan(sheet: Sheet) -> Iterator[Fault]:
    expected = 1
    for row in sheet.rows:
        yield from _within(row, "date", _YEAR)
        kind, order = row.text("kind"), row.text("vertex_order")
        for column in _PLAN_CELLS.get(kind, ()):
            if column in row.cells and not row.text(column):
                yield row.fault(f"{column} is empty in a row of kind {kind}; fill it in")
        if kind == "line":
            if order and row.number("vertex_order") != expected:
                yield row.fault(
                    f"vertex_order is {order} where {expected} comes next; "
                    "number the points of the line 1, 2, 3 in the order of the rows"
                )
            expected += 1
        elif kind in _PLAN_CELLS and order:
            yield row.fault(f"vertex_order is {order} in a row of kind {kind}; empty the cell")
        if kind == "state":
            yield from placement.half_a_point(row)
    if sheet.known("kind") and sum(row.text("kind") == "ground" for row in sheet.rows) != 1:
        yield sheet.rows[-1].fault(
            "the ground of the plan is named by one row of kind ground; give one, and only one"
        )


def _in_order(sheet: Sheet, column: str) -> Iterator[Fault]:
    last: dict[str, float] = {}
    for row in sheet.rows:
        line, seq = row.text(column), row.number("seq")
        if not line or seq is None:
            continue
        expected = last.get(line, 0) + 1
        if seq != expected:
            yield row.fault(
                f"seq is {seq:g} where {expected:g} comes next on '{line}'; "
                "number its points 1, 2, 3 in the order of the rows",
                many="put the rows back in the order of their lines and of seq",
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
