"""A campaign of a few squares, small enough to reason about."""

from pathlib import Path
from typing import Any

import pandas as pd
from geopandas import GeoDataFrame
from shapely import LineString, MultiLineString, Point, box

from campaign import statuses
from campaign.atlas import Atlas
from campaign.facts.records import KINDS, Source
from campaign.facts.tables import Tables
from campaign.ground.layers import COLUMNS
from campaign.page import CampaignMap, build_map


def piece(name: str, layer: str, west: float, south: float, **known: Any) -> dict[str, Any]:
    """A square of ground of one degree, with what is not given left empty."""
    row: dict[str, Any] = dict.fromkeys(COLUMNS)
    row |= {"id": name, "layer": layer, "name_en": name.title(), "name_modern": name.title()}
    row |= {"basis": "documented", "confidence": "high", "sources": "book", "area_km2": 1000.0}
    row |= {"geometry": box(west, south, west + 1, south + 1)}
    return row | known


def ground() -> GeoDataFrame:
    """One square for each way that ground can go."""
    rows = [
        piece("plain", "manchuria", 125, 45, soviet_from="1945-08-12",
              soviet_earliest="1945-08-11", soviet_latest="1945-08-14"),
        piece("beyond", "manchuria", 126, 45, soviet_from="1945-08-20", basis="estimated",
              confidence="medium", sources=""),
        piece("fort", "manchuria", 127, 45, pocket_from="1945-08-12", soviet_from="1945-08-26"),
        piece("city", "manchuria", 128, 45, airhead_from="1945-08-19", soviet_from="1945-08-21"),
        piece("remote", "manchuria", 129, 45, capitulated_from="1945-08-19"),
        piece("island", "shimushu", 156, 50.5, contested_from="1945-08-18",
              soviet_from="1945-08-23", name_ja="占守島", name_ru="Шумшу"),
        piece("plan", "rumoi_landing", 142, 44, planned_from="1945-06-27",
              suspended_from="1945-08-22", cancelled_from="1945-08-22"),
    ]  # fmt: skip
    table = pd.DataFrame(rows, dtype=object)  # absent stays None, as in the files
    return GeoDataFrame(table.astype({"area_km2": float}), geometry="geometry", crs=4326)


def places() -> GeoDataFrame:
    """A city that was taken, and a hill."""
    common = dict.fromkeys(statuses.COLUMNS) | {
        "name_ja": "奉天", "name_ru": "Мукден", "name_zh": "奉天", "basis": "documented",
        "layer": "manchuria", "subject": "place", "spoken_en": "",
        "confidence": "medium", "axis": "a", "island": "", "formation": "6th Guards Tank Army",
        "note": "A note.",
        "soviet_earliest": "1945-08-20", "soviet_latest": "1945-08-22",
    }  # fmt: skip
    rows = [
        common | {"id": "mukden", "name_en": "Mukden", "name_modern": "Shenyang", "rank": 1,
                  "airhead_from": "1945-08-19", "soviet_from": "1945-08-21", "how": "linked-up",
                  "sources": "book;paper", "geometry": Point(123.43, 41.8)},
        common | {"id": "hill", "name_en": "Hill 203", "name_modern": "Hill 203", "rank": 3,
                  "soviet_from": "1945-08-24", "how": "captured", "sources": "book",
                  "geometry": Point(121.2, 38.85)},
    ]  # fmt: skip
    return GeoDataFrame(rows, crs=4326)


def axes() -> GeoDataFrame:
    """Two legs of one axis."""
    common = {"axis": "a", "front": "Front", "formation": "Army", "basis": "documented"}
    rows = [
        common | {"id": f"a-{day}", "date": f"1945-08-{day}", "day_number": day - 8,
                  "sources": "book", "sea": False, "geometry": LineString([(x, 45), (x + 1, 45)])}
        for x, day in ((124, 10), (125, 12))
    ]  # fmt: skip
    return GeoDataFrame(rows, crs=4326)


def fronts() -> GeoDataFrame:
    """A likely front on two days, and an early one that the page leaves out."""
    rows = [
        {"date": date, "estimate": estimate, "region": "manchuria",
         "geometry": MultiLineString([[(x, 44), (x, 46)]])}
        for date, estimate, x in (("1945-08-12", "probable", 126), ("1945-08-20", "probable", 127),
                                  ("1945-08-12", "earliest", 127))
    ]  # fmt: skip
    return GeoDataFrame(rows, crs=4326)


def ribbons() -> GeoDataFrame:
    """The ground between earliest and latest front, in two regions on one of two days."""
    rows = [
        {"id": f"{region}-{date}", "region": region, "date": date,
         "geometry": box(x, 44, x + 0.5, 46)}
        for region, date, x in (("mainland", "1945-08-12", 126), ("mainland", "1945-08-20", 127),
                                ("sakhalin", "1945-08-20", 142))
    ]  # fmt: skip
    return GeoDataFrame(rows, crs=4326)


def base() -> dict[str, GeoDataFrame]:
    """Some land and a border."""
    border = {
        "kind": "international",
        "name_en": "",
        "geometry": LineString([(120, 50), (130, 50)]),
    }
    return {
        "land": GeoDataFrame([{"id": "land", "geometry": box(110, 40, 135, 56)}], crs=4326),
        "borders": GeoDataFrame([border], crs=4326),
    }


def sources(**changes: str) -> list[Source]:
    """Three sources, of which the map uses two."""
    book = {"key": "book", "author": "A. Author", "title": "The Book", "year": "1970"}
    rest = {
        "publisher": "Press",
        "url": "https://example.org/book",
        "kind": "",
        "side": "",
        "note": "",
    }
    return [
        Source.model_construct(**(book | rest | changes)),
        Source.model_construct(
            **(book | rest | {"key": "paper", "title": "The Paper", "url": "javascript:alert(1)"})
        ),
        Source.model_construct(**(book | rest | {"key": "unused", "title": "Never cited"})),
    ]


LAYERS = {"places": places, "fronts": fronts, "ribbons": ribbons, "axes": axes, "base": base}


def tiny_atlas(**changes: Any) -> Atlas:
    """The campaign of the squares, any layer or table of it replaced."""
    rows = dict.fromkeys(KINDS, ()) | {"sources": tuple(sources())}
    rows |= {
        table: tuple(changes.pop(table)) for table in KINDS if table in changes.keys() - LAYERS
    }
    atlas = Atlas(
        Tables(**rows), changes.pop("ground", ground()), changes.pop("folder", Path("nowhere"))
    )
    # as if read from the files of a folder
    vars(atlas).update({name: make() for name, make in LAYERS.items()} | changes)
    return atlas


def tiny_map(**changes: Any) -> CampaignMap:
    """The page of the squares, any part of it replaced."""
    return build_map(tiny_atlas(**changes))
