"""A report on two states of the data as one page, with the map of the difference."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from math import cos, hypot, radians
from typing import Any

import geopandas as gpd
import numpy as np
import shapely
from jinja2 import Environment
from shapely.geometry.base import BaseGeometry

from campaign.diff.report import Report
from campaign.errors import DataError
from campaign.ground import layers
from campaign.palette import COLOURS
from campaign.theatre import Box

__all__ = ["as_html"]

_WIDTH = 1000.0
_MARGIN = 0.12
"""Ground round about the difference, as a share of its width."""
_LEAST_DEG = 2.5
_HIGHEST = 0.8
"""Height of the map at most, as a share of its width."""
_STRONGEST_DAYS = 3
_LABELS = 30
_APART = 45.0
"""Units of the paper between two labels."""
_MOST = 0.85
_EQUAL_AREA = "EPSG:6933"


@dataclass(frozen=True)
class _Sheet:
    """A box of the map and where it lies on the paper."""

    box: Box

    @property
    def stretch(self) -> float:
        """How much longer a degree of latitude is than one of longitude."""
        return 1 / cos(radians((self.box.south + self.box.north) / 2))

    @property
    def scale(self) -> float:
        """Units of the paper in a degree of longitude."""
        return _WIDTH / (self.box.east - self.box.west)

    @property
    def height(self) -> float:
        """Height of the paper."""
        return (self.box.north - self.box.south) * self.stretch * self.scale

    def at(self, lon: float, lat: float) -> tuple[float, float]:
        """Place of a point on the paper."""
        down = (self.box.north - lat) * self.stretch * self.scale
        return round((lon - self.box.west) * self.scale, 1), round(down, 1)

    def path(self, shape: BaseGeometry) -> str:
        """Outline of a shape, cut to the paper."""
        inside = shapely.clip_by_rect(shape, *self.box)
        return "".join(
            self._line(part, closed="Z" if part.geom_type == "LinearRing" else "")
            for part in _lines(inside)
        )

    def _line(self, line: BaseGeometry, closed: str) -> str:
        points = (self.at(*point) for point in shapely.get_coordinates(line))
        return "M" + "L".join(f"{x:g} {y:g}" for x, y in dict.fromkeys(points)) + closed


def as_html(report: Report) -> str:
    """Write a report as a page that needs no network.

    Parameters
    ----------
    report
        The report.
    """
    environment = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    text = (files("campaign.diff") / "page.html").read_text(encoding="utf-8")
    shown = report.patches is not None and len(report.patches) > 0
    return environment.from_string(text).render(
        report=report, colours=COLOURS, map=_map(report, report.patches) if shown else None
    )


def _map(report: Report, patches: gpd.GeoDataFrame) -> Mapping[str, object]:
    parts = patches.explode(index_parts=False)
    sheet = _Sheet(_box_round(_most_of(parts)))
    shown = float((patches.geometry.clip_by_rect(*sheet.box).to_crs(_EQUAL_AREA).area).sum())
    whole = float(patches.geometry.to_crs(_EQUAL_AREA).area.sum())
    places = list(_places(sheet, report))
    ground = report.new.ground if report.new.ground is not None else patches
    drawn = [
        {
            "path": sheet.path(shapely.union_all(own.geometry.to_numpy())),
            "shift": shift,
            "strength": min(abs(int(shift)), _STRONGEST_DAYS) / _STRONGEST_DAYS,
        }
        for shift, own in patches.groupby("later")
    ]
    return {
        "width": _WIDTH,
        "height": sheet.height,
        "land": sheet.path(_under(report, "land")),
        "ground": sheet.path(shapely.union_all(ground.geometry.to_numpy())),
        "share": f"{shown / whole:.0%}",
        "borders": sheet.path(_under(report, "borders")),
        "patches": drawn,
        "labels": list(_labels(sheet, parts, [(place["x"], place["y"]) for place in places])),
        "places": places,
    }


def _box_round(patches: gpd.GeoDataFrame) -> Box:
    west, south, east, north = patches.total_bounds
    stretch = 1 / cos(radians((south + north) / 2))
    wide = max(east - west, (north - south) * stretch / _HIGHEST, _LEAST_DEG) * (1 + 2 * _MARGIN)
    high = max(wide * _HIGHEST / stretch / 1.4, (north - south) * (1 + 2 * _MARGIN))
    lon, lat = (west + east) / 2, (south + north) / 2
    return Box(lon - wide / 2, lat - high / 2, lon + wide / 2, lat + high / 2)


def _under(report: Report, name: str) -> BaseGeometry:
    try:
        return shapely.union_all(layers.read(f"base/{name}", report.new.folder).geometry.to_numpy())
    except DataError:
        return shapely.GeometryCollection()


def _most_of(parts: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """The largest parts, which make up most of the difference: the rest lies scattered."""
    size = shapely.area(parts.geometry.to_numpy())
    order = np.argsort(-size, kind="stable")
    before = np.cumsum(size[order]) - size[order]
    return parts.iloc[order[before < _MOST * size.sum()]]


def _labels(
    sheet: _Sheet, parts: gpd.GeoDataFrame, taken: list[tuple[float, float]]
) -> Iterator[Mapping[str, object]]:
    """Write on the largest parts by how many days they turn, where there is room."""
    order = np.argsort(-shapely.area(parts.geometry.to_numpy()), kind="stable")
    for n in order[:_LABELS]:
        point = parts.geometry.iloc[n].representative_point()
        x, y = sheet.at(point.x, point.y)
        if sheet.box.holds(point.x, point.y) and all(
            hypot(x - a, y - b) > _APART for a, b in taken
        ):
            taken = [*taken, (x, y)]
            later = int(parts["later"].iloc[n])
            yield {"x": x, "y": y, "text": f"{later:+d}".replace("-", "−") if later else "≠"}


def _places(sheet: _Sheet, report: Report) -> Iterator[Mapping[str, Any]]:
    """Places that turn on another day, and the great towns by which a reader finds the way."""
    known, turned = report.new.places, report.places
    if known is None or turned is None:
        return
    turns = known["id"].isin(turned["id"])
    for place in known[turns | (known["rank"] == 1)].itertuples():
        if sheet.box.holds(place.geometry.x, place.geometry.y):
            x, y = sheet.at(place.geometry.x, place.geometry.y)
            yield {"x": x, "y": y, "name": place.name_en, "turns": bool(turns[place.Index])}


def _lines(shape: BaseGeometry) -> Iterator[BaseGeometry]:
    for part in shapely.get_parts(shape):
        if part.geom_type == "Polygon":
            yield from (part.exterior, *part.interiors)
        elif part.geom_type == "LineString":
            yield part
        elif part.geom_type.startswith(("Multi", "Geometry")):
            yield from _lines(part)
