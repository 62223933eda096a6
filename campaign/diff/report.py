"""What is said of two states of the data: sentences and tables, for text and page alike."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import geopandas as gpd
import numpy as np
import pandas as pd

from campaign import days, statuses
from campaign.diff import ground, rows
from campaign.diff.rows import TableDiff
from campaign.diff.state import State
from campaign.facts.records import KINDS
from campaign.ground import accuracy
from campaign.text import in_three_figures, words

__all__ = ["Report", "Section", "report"]

_LONGEST_CELL = 200
_MOST_ROWS = 40
_MOST_PLACES = 60
_MOST_MOVED = 5
_MOST_DAYS = 3
"""Days beyond which a shift is told as so many or more."""
_LEAST_KM2 = 1.0
_TRIFLE = 0.01
_LEAST_MOVED = 0.1
"""Days by which an estimate must have moved to be named."""


@dataclass(frozen=True)
class Section:
    """A heading, sentences, and perhaps a table whose first row is its head."""

    title: str
    lines: tuple[str, ...]
    table: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, eq=False)
class Report:
    """All that is said of two states."""

    old: State
    new: State
    summary: tuple[str, ...]
    sections: tuple[Section, ...]
    patches: gpd.GeoDataFrame | None
    """Ground whose holder differs, None where a state has no layers."""
    places: gpd.GeoDataFrame | None
    """Places that turn on another day, as they are in the new state."""


def report(old: State, new: State) -> Report:
    """Compare two states of the data.

    Parameters
    ----------
    old, new
        The states.
    """
    tables = rows.compare(old.tables, new.tables)
    sections = [_tables(tables)]
    summary = [
        f"{name} ({state.folder}): {remark}."
        for name, state in (("OLD", old), ("NEW", new))
        for remark in state.remarks
    ]
    summary.append(_tables_in_short(tables))
    patches = places = None
    if old.places is not None and new.places is not None:
        turned = ground.turned(old.places, new.places, statuses.COLUMNS)
        places = new.places[new.places["id"].isin(turned)]
        sections.append(_places(turned, new.places))
        summary.append(_count(len(turned), "place turns", "places turn") + " on another day.")
    if old.ground is not None and new.ground is not None:
        patches = ground.patches(old.ground, new.ground)
        sections += _ground(patches, ground.outlines(old.ground, new.ground))
        summary.append(_ground_in_short(patches))
    if old.left_out is not None and new.left_out is not None:
        ours = [left[left["method"] == accuracy.OURS] for left in (old.left_out, new.left_out)]
        edited = [
            change.label for diff in tables if diff.name == "places" for change in diff.changed
        ]
        neighbours = tuple(_neighbours(edited, *ours))
        sections.append(_accuracy(old.left_out, new.left_out, ours, neighbours))
        summary += neighbours[:_MOST_MOVED]
    return Report(old, new, tuple(summary), tuple(sections), patches, places)


def _tables_in_short(tables: Sequence[TableDiff]) -> str:
    if not tables:
        return "No row of any table differs."
    counts = []
    for name, verb in (("added", "added"), ("removed", "removed"), ("changed", "changed")):
        if count := sum(len(getattr(diff, name)) for diff in tables):
            counts.append(f"{_count(count, 'row', 'rows')} {verb}")
    where = ", ".join(f"{diff.name}.csv" for diff in tables)
    return f"{', '.join(counts) or 'Columns or order changed'}, in {where}."


def _tables(tables: Sequence[TableDiff]) -> Section:
    lines = [line for diff in tables for line in _table(diff)]
    return Section("Rows of the tables", tuple(lines or ["No row differs."]))


def _table(diff: TableDiff) -> Iterator[str]:
    file, plural = f"{diff.name}.csv", KINDS[diff.name].plural
    if diff.is_new or diff.is_gone:
        count = len(diff.added) + len(diff.removed)
        yield f"{file}: the whole table is {'new' if diff.is_new else 'gone'} ({count} {plural})."
        return
    for columns, what in ((diff.new_columns, "new"), (diff.lost_columns, "gone")):
        if columns:
            column = _count(len(columns), "column is", "columns are").split(" ", 1)[1]
            yield f"{file}: {column} {what}: {', '.join(columns)}."
    if diff.is_reordered:
        yield f"{file}: rows stand in another order."
    told = [f"{file}, {label}: added." for label in diff.added]
    told += [f"{file}, {label}: removed." for label in diff.removed]
    for change in diff.changed:
        cells = (f"{name} {_was(*cell)}" for name, cell in change.cells.items())
        told.append(f"{file}, {change.label}: {'; '.join(cells)}.")
    yield from _first(told, _MOST_ROWS, f"rows of {file}")


def _was(old: str, new: str) -> str:
    return f"{_cell(new)}, was {_cell(old)}"


def _cell(text: str) -> str:
    if not text:
        return "empty"
    return f"“{text}”" if len(text) <= _LONGEST_CELL else f"“{text[:_LONGEST_CELL]}…”"


def _first(lines: Sequence[str], most: int, what: str) -> Iterator[str]:
    yield from lines[:most]
    if len(lines) > most:
        yield f"And {len(lines) - most} more {what}."


def _places(
    turned: Mapping[str, Mapping[str, tuple[str | None, str | None]]], places: gpd.GeoDataFrame
) -> Section:
    names = dict(zip(places["id"], places["name_en"], strict=True))
    lines = [
        f"{names[place]} ({place}): {'; '.join(_turn(*item) for item in cells.items())}."
        for place, cells in turned.items()
    ]
    told = tuple(_first(lines, _MOST_PLACES, "places"))
    return Section("Places that turn on another day", told or ("None.",))


def _turn(column: str, cell: tuple[str | None, str | None]) -> str:
    status = words()["status"][column.removesuffix("_from")]
    old, new = (date.fromisoformat(day) if day else None for day in cell)
    if old and new:
        return f"{status} from {_day(new)}, was {_day(old)} ({_shift((new - old).days)})"
    return f"{status} from {_day(new)}, was not before" if new else f"no longer {status}"


def _day(day: date) -> str:
    return f"{day.day} {day:%B}"


def _shift(later: int) -> str:
    return f"{_count(abs(later), 'day', 'days')} {'later' if later > 0 else 'earlier'}"


def _count(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"


def _ground_in_short(patches: gpd.GeoDataFrame) -> str:
    if not len(patches):
        return "No ground changes hands on another day."
    kinds = (
        (patches["later"] < 0, "Soviet-held earlier"),
        (patches["later"] > 0, "Soviet-held later"),
        (patches["later"] == 0, "between other statuses"),
    )
    shares = (
        f"{in_three_figures(patches['km2'][of].sum())} km² {what}"
        for of, what in kinds
        if patches["km2"][of].sum() >= _LEAST_KM2
    )
    total = in_three_figures(patches["km2"].sum())
    return f"{total} km² of ground change hands on another day: {', '.join(shares)}."


def _ground(patches: gpd.GeoDataFrame, outlines: Mapping[str, float]) -> Iterator[Section]:
    lines = [f"{layer}: its whole area {_gain(km2)}." for layer, km2 in outlines.items()]
    if not len(patches):
        yield Section("Ground", tuple(lines or ["No ground changes hands on another day."]))
        return
    layers = ground.by_layer(patches.assign(later=patches["later"].clip(-_MOST_DAYS, _MOST_DAYS)))
    shifts = sorted({shift for row in layers["shifts"] for shift in row})
    head = ("km²", "in all", "km² × days", *map(_column, shifts))
    body = [
        (
            layer,
            _km2(row["km2"]),
            _km2(row["km2_days"]),
            *(_km2(row["shifts"].get(shift, 0.0)) for shift in shifts),
        )
        for layer, row in layers.iterrows()
    ]
    lines.append(
        "Earlier and later is when ground becomes Soviet-held. Elsewhere other statuses differ. "
        "A km² that is held otherwise on three days counts three times in km² × days."
    )
    yield Section("Ground that changes hands on another day", tuple(lines), (head, *body))
    table = ground.by_day(patches)
    if not table.empty:
        yield _day_by_day(table)


def _column(shift: int) -> str:
    if not shift:
        return "otherwise"
    return _shift(shift).replace(" ", " or more ", 1) if abs(shift) == _MOST_DAYS else _shift(shift)


def _day_by_day(table: pd.DataFrame) -> Section:
    """Tell the days on which the difference is more than a trifle of its greatest."""
    size = table.abs().max(axis=1)
    told = table[size >= _TRIFLE * size.max()]
    shown = [status for status in statuses.STATUSES if status in table.columns]
    head = ("km², NEW less OLD", *(words()["status"][status] for status in shown))
    body = [
        (_day(date.fromisoformat(day)), *(_signed(row[status]) for status in shown))
        for day, row in told.iterrows()
    ]
    rest = size[size < _TRIFLE * size.max()]
    lines = (
        [f"On {_count(len(rest), 'other day', 'other days')} at most {_km2(rest.max())} km²."]
        if len(rest)
        else []
    )
    return Section("Who holds more, and who less, day by day", tuple(lines), (head, *body))


def _gain(km2: float) -> str:
    return f"{'grows' if km2 > 0 else 'shrinks'} by {_km2(abs(km2))} km²"


def _km2(area: float) -> str:
    return in_three_figures(area) if area else "-"


def _signed(area: float) -> str:
    return f"{'+' if area > 0 else '−'}{in_three_figures(abs(area))}" if abs(area) >= 1 else "-"


def _neighbours(edited: Sequence[str], old: pd.DataFrame, new: pd.DataFrame) -> Iterator[str]:
    """What all other places say of the day of one whose row was added or edited."""
    before, after = old.set_index("place"), new.set_index("place")
    for place in (name for name in edited if name in after.index):
        now = after.loc[place]
        off = abs(now["estimated"] - now["recorded"])
        reach = accuracy.EIGHTY_PERCENT * now["deviation"]
        said = f"{place}: left out, all other places put it on {_moment(now['estimated'])}"
        here = f"The new day, {_moment(now['recorded'])}, lies {off:.1f} days off"
        inside = "inside" if off <= reach else "OUTSIDE"
        within = f"is {inside} their 80 % interval (± {reach:.1f} days)"
        if place not in before.index:
            yield f"{said}. {here} and {within}."
        elif before.loc[place, "recorded"] != now["recorded"]:
            was = before.loc[place]
            was_off = abs(was["estimated"] - was["recorded"])
            fits = "better" if off < was_off else "worse"
            old_day = f"the old, {_moment(was['recorded'])}, {was_off:.1f}"
            yield f"{said}. {here}; {old_day}. It fits them {fits}, and {within}."


def _moment(value: float) -> str:
    return _day(days.FIRST + timedelta(days=int(np.floor(value))))


def _accuracy(
    old: pd.DataFrame, new: pd.DataFrame, ours: Sequence[pd.DataFrame], neighbours: Sequence[str]
) -> Section:
    head = (
        "each dated place left out", "places", "mean error, days", "median", "within 1 day",
        "within 2 days", "80 % interval holds",
    )  # fmt: skip
    body = []
    for region in dict.fromkeys([*old["region"], *new["region"]]):
        for name, left_out in (("old", old), ("new", new)):
            scores = accuracy.summary(left_out, region)
            if accuracy.OURS in scores.index:
                body.append((f"{region}, {name}", *_scores(scores.loc[accuracy.OURS])))
    lines = [*neighbours, *_moved(*ours)]
    return Section("How well the front is estimated", tuple(lines), (head, *body))


def _scores(row: pd.Series) -> tuple[str, ...]:
    shares = (f"{row[name]:.0%}" for name in ("within_1", "within_2", "holds"))
    return f"{row['places']:.0f}", f"{row['mean']:.2f}", f"{row['median']:.2f}", *shares


def _moved(old: pd.DataFrame, new: pd.DataFrame) -> Iterator[str]:
    """Name the places whose own estimate a change elsewhere moves most."""
    before, after = (frame.set_index("place")["estimated"] for frame in (old, new))
    move = (after - before).dropna()
    move = move[move.abs() >= _LEAST_MOVED]
    if move.empty:
        yield "The estimate of no other place moves by a tenth of a day."
        return
    first = move.reindex(move.abs().sort_values(ascending=False, kind="stable").index)
    named = ", ".join(f"{name} {by:+.1f}" for name, by in first.iloc[:_MOST_MOVED].items())
    count = _count(len(move), "place is", "places are")
    yield f"Left out, {count} estimated otherwise than before; by most, in days: {named}."
