"""Everything the page needs to know, as one small JSON object.

Columns instead of rows, each text written once, shapes as in
:mod:`campaign.page.coordinates`, and for each piece of ground the days on which its
status changes, worked out here so that the browser only has to look them up.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import chain
from typing import Any

import numpy as np
import pandas as pd
import shapely
from geopandas import GeoDataFrame

from campaign.atlas import Atlas
from campaign.days import DAYS, FIRST, index
from campaign.facts.records import Chapter, Label, Source
from campaign.page.coordinates import encode
from campaign.page.diary import cited, diary
from campaign.page.findable import further, letters, units
from campaign.palette import RINGS
from campaign.statuses import PLANNED, STATUSES, column_of
from campaign.telling.chronicle import chronicles
from campaign.text import words
from campaign.theatre import FRONT_LAYERS, PLAN_LAYER, SHEET, SMALL_ISLANDS, VIEWS, Box

__all__ = ["as_json", "make", "status_runs"]

NOT_OF_THE_PAGE = {"app", "chronicle", "notes"}
GROUND_TEXT = (
    "id", "layer", "name_en", "name_modern", "name_ja", "name_ru", "name_zh", "soviet_earliest",
    "soviet_latest", "basis", "confidence", "formation", "sources", "note",
)  # fmt: skip
PLACE_TEXT = (*(name for name in GROUND_TEXT if name != "layer"), "how")


_LEAST_PATCH_DEG = 0.25
"""Radius of the largest circle within a patch that is named, in degrees."""
_PATCH_WORDS_PX = 36
"""Room that the words on a patch need: most of their width."""
_NAME_DEG = (2.2, 0.6)
"""Half the width and height of a name that is written at the scale of a region."""
_WORLD_PX = 256
"""Width of the world at zoom 0."""


def make(atlas: Atlas, language: str, shaded: Box | None = None) -> dict[str, Any]:
    """Gather what the page shows.

    Parameters
    ----------
    atlas
        The campaign.
    language
        Language of the interface.
    shaded
        Sides of the relief; None without one.
    """
    told = chronicles(atlas, language)
    ground, places, fronts, axes = atlas.ground, atlas.places, atlas.fronts, atlas.axes
    used = {key for frame in (ground, places) for key in _keys(frame)}
    used |= cited(told) | {key for chapter in atlas.tables.story for key in chapter.sources}
    return {
        "first": FIRST.isoformat(),
        "count": len(DAYS),
        "language": language,
        "words": {
            part: entries
            for part, entries in words(language).items()
            if part not in NOT_OF_THE_PAGE
        },
        "statuses": STATUSES,
        "plan_statuses": PLANNED,
        "plan_layer": PLAN_LAYER,
        "front_layers": FRONT_LAYERS,
        "small_islands": SMALL_ISLANDS,
        "sheet": _corners(SHEET),
        "shaded": shaded and _corners(shaded),
        "views": {view: _corners(box) for view, box in VIEWS.items()},
        "names": [
            [label.word, label.lon, label.lat, label.kind, label.zoom_from, label.zoom_to]
            for label in atlas.tables.labels
        ],
        "patches": list(_patches(ground, atlas.tables.labels)),
        "regions": [[region.view, region.layers, region.names] for region in atlas.tables.regions],
        "letters": letters(_searched(atlas)),
        "further": further(atlas.tables),
        "units": units(atlas),
        "ground": _ground(ground, places),
        "places": _table(places, PLACE_TEXT, 3)
        | {"runs": _coded(status_runs(places)), "rank": [int(rank) for rank in places["rank"]]},
        "axes": _by_day(axes) | {"sea": _flags(axes, "sea"), "planned": _flags(axes, "planned")},
        "fronts": _by_day(fronts[fronts["estimate"] == "probable"]),
        "ribbons": _by_day(atlas.ribbons),
        "rings": RINGS,
        "diary": diary(told),
        "story": [_chapter(chapter) for chapter in atlas.tables.story],
        "base": _base(atlas.base),
        "sources": {
            source.key: _source(source) for source in atlas.tables.sources if source.key in used
        },
    }


def as_json(payload: Mapping[str, Any]) -> str:
    """Write a payload so that no text in it can end the script element that holds it.

    A number that is none is refused, since a browser reads no JSON that holds one.
    """
    text = json.dumps(payload, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    for mark in "<>&\u2028\u2029":
        text = text.replace(mark, f"\\u{ord(mark):04x}")
    return text


def status_runs(frame: GeoDataFrame) -> list[tuple[int, ...]]:
    """List the statuses of each row in order: day and number of the status, in turn.

    The day is -1 for what was so before the campaign began.

    >>> status_runs(pd.DataFrame({"soviet_from": ["1945-08-12"]}))
    [(-1, 0, 3, 4)]
    """
    columns = [(number, column_of(status)) for number, status in enumerate(STATUSES)]
    columns = [(number, column) for number, column in columns if column in frame]
    found = []
    for row in frame[[column for _, column in columns]].to_dict("records"):
        starts = {-1: 0}
        for number, column in columns:
            if _is_text(row[column]):
                starts[max(-1, index(date.fromisoformat(row[column][:10])))] = number
        turns = [turn for turn in sorted(starts.items()) if turn[0] < len(DAYS)]
        found.append(tuple(value for turn in turns for value in turn))
    return found


def _patches(
    ground: GeoDataFrame, labels: Iterable[Label]
) -> Iterator[tuple[float, float, float, int]]:
    """Where there is room to write that no column is recorded: middle, least zoom and first day.

    Only on ground that stays without one to the last day, and beside the names written there.
    """
    wide, high = _NAME_DEG
    names = shapely.union_all(
        [
            shapely.box(label.lon - wide, label.lat - high, label.lon + wide, label.lat + high)
            for label in labels
        ]
    )
    stays = ground["soviet_from"].isna() & ground["capitulated_from"].notna()
    for row in ground[stays].itertuples():
        for part in shapely.get_parts(row.geometry.difference(names)):
            circle = shapely.maximum_inscribed_circle(part, tolerance=0.02)
            (lon, lat), radius = circle.coords[0], circle.length
            if radius > _LEAST_PATCH_DEG:
                zoom = np.log2(_PATCH_WORDS_PX / (2 * radius) * 360 / _WORLD_PX)
                day = index(date.fromisoformat(row.capitulated_from))
                yield round(lat, 2), round(lon, 2), round(float(zoom), 1), day


def _searched(atlas: Atlas) -> Iterator[str]:
    """Go through every name that the search of the page knows."""
    for frame in (atlas.ground, atlas.places):
        for column in ("name_ja", "name_zh"):
            yield from _text(frame, column)
    tables = atlas.tables
    yield from chain.from_iterable(region.names for region in tables.regions)
    yield from chain.from_iterable(alias.names for alias in tables.aliases)
    yield from chain.from_iterable(unit.names for unit in tables.units)


def _corners(box: Box) -> list[float]:
    """South, west, north and east: the page's map counts latitude first."""
    return [box.south, box.west, box.north, box.east]


def _chapter(chapter: Chapter) -> dict[str, str]:
    return {
        "date": chapter.date.isoformat(),
        "view": chapter.view,
        "title": chapter.title,
        "text": chapter.text,
        "sources": ";".join(chapter.sources),
    }


def _source(source: Source) -> dict[str, str]:
    shown = ("author", "title", "year", "publisher", "url")
    return {name: getattr(source, name) for name in shown}


def _ground(ground: GeoDataFrame, places: GeoDataFrame) -> dict[str, Any]:
    layers = list(ground.groupby("layer", sort=False))
    shapes = []
    for layer, part in layers:
        # a regional shore is drawn at 500 m: the fourth decimal, 11 m, is for readers of the files
        decimals = 5 if layer in SMALL_ISLANDS else 3
        shapes.append([layer, len(part), decimals, encode(part.geometry, decimals)])
    rows = pd.concat([part for _, part in layers])
    near_days = _nearest_days(rows, places)
    text = {column: _coded(_text(rows, column)) for column in GROUND_TEXT if column != "layer"}
    notes = zip(_text(rows, "note"), rows["basis"] == "estimated", near_days, strict=True)
    text |= {"near": _coded(_text(rows, "near")), "near_day": _coded(near_days)}
    own = (_known(note) if estimated or near else note for note, estimated, near in notes)
    text |= {"note": _coded(own)}
    text |= {"spread": [int(by == "garrison") for by in _text(rows, "taken_by")]}
    area = [round(float(area), 2) for area in rows["area_km2"]]
    return text | {"shapes": shapes, "runs": _coded(status_runs(rows)), "area": area}


def _known(note: str) -> str:
    """What the note of estimated ground says beyond what the page says in its own words."""
    begins = str(words()["notes"]["known"]).split("{known}")[0]
    return note[note.index(begins) :] if begins in note else ""


def _table(frame: GeoDataFrame, columns: Iterable[str], decimals: int) -> dict[str, Any]:
    text = {column: _coded(_text(frame, column)) for column in columns}
    return text | {"shape": encode(frame.geometry, decimals), "decimals": decimals}


def _nearest_days(rows: GeoDataFrame, places: GeoDataFrame) -> list[str]:
    """Day of the dated place after which each estimated piece is named, no text for others."""
    columns = [column_of(status) for status in ("soviet", "capitulated", "contested")]
    first = places.reindex(columns=columns).bfill(axis=1)[columns[0]]
    days = dict(zip(places["id"], first, strict=True))
    return [str(days.get(near) or "") for near in rows["near"]]


def _by_day(frame: GeoDataFrame) -> dict[str, Any]:
    return {"day": _days(frame["date"]), "shape": encode(frame.geometry, 3), "decimals": 3}


def _base(base: Mapping[str, GeoDataFrame]) -> dict[str, Any]:
    found = {}
    for name, frame in base.items():
        decimals = 4 if name in {"land", "borders"} else 3
        found[name] = {
            "count": len(frame), "shape": encode(frame.geometry, decimals), "decimals": decimals
        } | {
            column: _coded([str(value) for value in frame[column]])
            for column in ("kind", "rank")
            if column in frame and name != "land"
        }  # fmt: skip
    return found


def _coded(values: Iterable[Any]) -> list[Any]:
    """Distinct values, then for each row the number of its value."""
    rows = list(values)
    codes = {value: code for code, value in enumerate(dict.fromkeys(rows))}
    return [list(codes), [codes[value] for value in rows]]


def _text(frame: GeoDataFrame, column: str) -> list[str]:
    if column not in frame:
        return [""] * len(frame)
    return [value if _is_text(value) else "" for value in frame[column]]


def _keys(frame: GeoDataFrame) -> set[str]:
    return {key for value in _text(frame, "sources") for key in value.split(";") if key}


def _flags(frame: GeoDataFrame, column: str) -> list[int]:
    return [int(flag) for flag in frame[column]] if column in frame else [0] * len(frame)


def _days(dates: Iterable[str]) -> list[int]:
    return [index(date.fromisoformat(str(day)[:10])) for day in dates]


def _is_text(value: object) -> bool:
    return isinstance(value, str) and value != ""
