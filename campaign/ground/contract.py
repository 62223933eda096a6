"""What a layer may hold: one record per feature, with the types of its properties.

As a record of :mod:`campaign.facts.records` says what a row of a table may hold, so a record
here says it of the features of one file: names and types of the properties, the kind of
geometry, and the box that the geometry lies in.
"""

from collections.abc import Callable
from datetime import date
from itertools import pairwise
from typing import Annotated, Any, ClassVar, Generic, Literal, Self, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from campaign import days
from campaign.facts.cells import Basis, Confidence, How, Subject
from campaign.statuses import DEFAULT, PLANNED, STATUSES, column_of
from campaign.theatre import BASE, LAYERS, SHEET, THEATRE, Box, LayerName

__all__ = ["KINDS", "Collection", "Properties"]

_PLANS = (date(1944, 12, 1), date(1945, 12, 31))
_CAPTURES = (days.FIRST, date(1945, 9, 30))
_BEFORE_SOVIET = ("contested_from", "pocket_from", "airhead_from")
_PLAN = tuple(column_of(status) for status in PLANNED)
_GROUND = tuple(column_of(status) for status in STATUSES if status not in (DEFAULT, *PLANNED))


def _day_within(first: date, last: date) -> Callable[[str], str]:
    def check(text: str) -> str:
        try:
            day = date.fromisoformat(text) if len(text) == len("1945-08-18") else None
        except ValueError:
            day = None
        if day is None:
            raise PydanticCustomError("no_day", "no day written year-month-day")
        if not first <= day <= last:
            raise PydanticCustomError(
                "no_day", "no day from {first} to {last}", {"first": str(first), "last": str(last)}
            )
        return text

    return check


def _ordered(since: dict[str, Any], earlier: str, later: str) -> None:
    if since[earlier] and since[later] and since[earlier] > since[later]:
        raise PydanticCustomError(
            "days",
            "{earlier} {first} after {later} {last}",
            {"earlier": earlier, "first": since[earlier], "later": later, "last": since[later]},
        )


CampaignDay = Annotated[str, AfterValidator(_day_within(days.FIRST, days.LAST))]
Capture = Annotated[str, AfterValidator(_day_within(*_CAPTURES))]
PlanDay = Annotated[str, AfterValidator(_day_within(*_PLANS))]
Named = Annotated[str, Field(min_length=1, pattern=r"\S")]
Area = Annotated[float, Field(gt=0, allow_inf_nan=False)]
Rank = Annotated[int, Field(ge=1, le=3)]


class Properties(BaseModel):
    """The properties of a feature: no type is guessed, no name is unknown."""

    model_config = ConfigDict(extra="forbid", strict=True)

    shapes: ClassVar[tuple[str, ...]]
    """Kinds of geometry that a feature may have."""
    box: ClassVar[Box] = THEATRE
    """Where it lies."""

    id: Named


class _Lines(Properties):
    shapes = ("LineString", "MultiLineString")


class _Grounds(Properties):
    shapes = ("Polygon", "MultiPolygon")


class _Dated(Properties):
    """What changes its holder: a piece of ground or a place."""

    contested_from: Capture | None
    pocket_from: Capture | None
    airhead_from: Capture | None
    soviet_from: Capture | None
    capitulated_from: Capture | None
    planned_from: PlanDay | None
    suspended_from: PlanDay | None
    cancelled_from: PlanDay | None
    soviet_earliest: Capture | None
    soviet_latest: Capture | None
    confidence: Confidence
    sources: str

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        since = self.__dict__
        _ordered(since, "soviet_earliest", "soviet_latest")
        for column in _BEFORE_SOVIET:
            _ordered(since, column, "soviet_from")
        for earlier, later in pairwise(_PLAN):
            _ordered(since, earlier, later)
        return self


class Piece(_Dated):
    """A piece of ground."""

    shapes = _Grounds.shapes

    name_en: Named | None
    """None, as in the other languages, where garrisons spread and no place gives the name."""
    name_modern: Named | None
    name_ja: str | None
    name_ru: str | None
    name_zh: str | None
    layer: LayerName
    basis: Literal[Basis, "estimated"]
    axis: Named | None
    formation: Named | None
    taken_by: Literal["column", "garrison"] | None
    near: Named | None
    area_km2: Area
    note: str | None

    @model_validator(mode="after")
    def _dated(self) -> Self:
        since = self.__dict__
        _ordered(since, "soviet_earliest", "soviet_from")
        _ordered(since, "soviet_from", "soviet_latest")
        if self.soviet_from and self.capitulated_from and self.taken_by != "garrison":
            raise PydanticCustomError("days", "both soviet_from and capitulated_from")
        _ordered(since, "capitulated_from", "soviet_from")
        if self.name_en is None and self.taken_by != "garrison":
            raise PydanticCustomError("named", "no name_en, which only garrisons' ground may lack")
        if not any(since[column] for column in (*_GROUND, *_PLAN)):
            raise PydanticCustomError("days", "no day of any status")
        return self


class DatedPlace(_Dated):
    """A place as a point."""

    shapes = ("Point",)

    name_en: Named
    name_modern: Named
    name_ja: str
    name_ru: str
    name_zh: str
    layer: LayerName | None
    spoken_en: str
    rank: Rank
    island: str
    subject: Subject
    how: How
    axis: Named
    formation: str
    basis: Basis
    note: str


class FrontLine(_Lines):
    """The front of a day."""

    region: Literal["mainland", "sakhalin"]
    date: CampaignDay
    estimate: Literal["earliest", "probable", "latest"]


class Ribbon(_Grounds):
    """What lies between the earliest and the latest front of a day."""

    region: Literal["mainland", "sakhalin"]
    date: CampaignDay


class Leg(_Lines):
    """What an axis covered in a day."""

    axis: Named
    front: Named
    formation: Named
    date: CampaignDay
    day_number: Annotated[int, Field(ge=0, lt=len(days.DAYS))]
    planned: bool
    sea: bool
    basis: Literal[Basis, "estimated"]
    sources: str


class Land(_Grounds):
    """Land under the layers."""

    box = SHEET


class Border(_Lines):
    """A border of 1945."""

    box = SHEET

    kind: Named
    name_en: Named | None


class River(_Lines):
    """A river."""

    box = SHEET

    rank: Rank


class Lake(_Grounds):
    """A lake."""

    box = SHEET

    name_en: Named


class Railway(_Lines):
    """A railway."""

    box = SHEET

    name_en: Named
    name_ja: str | None


P = TypeVar("P", bound=Properties)


class Geometry(BaseModel):
    """Kind and coordinates of a geometry; shapely reads the coordinates."""

    type: str
    coordinates: Annotated[list[Any], Field(min_length=1)]


class Feature(BaseModel, Generic[P]):
    """A feature after RFC 7946."""

    model_config = ConfigDict(extra="forbid")

    type: Literal["Feature"]
    id: str
    properties: P
    geometry: Geometry


class Collection(BaseModel, Generic[P]):
    """A file after RFC 7946, which knows of no other coordinates than those of WGS 84."""

    model_config = ConfigDict(extra="forbid")

    type: Literal["FeatureCollection"]
    name: str
    features: Annotated[list[Feature[P]], Field(min_length=1)]


KINDS: dict[str, type[Properties]] = {
    **dict.fromkeys(LAYERS, Piece),
    "places": DatedPlace,
    "fronts": FrontLine,
    "ribbons": Ribbon,
    "axes": Leg,
    **dict(
        zip((f"base/{name}" for name in BASE), (Land, Border, River, Lake, Railway), strict=True)
    ),
}
"""Every file of ``geodata/``, by its name, with the record of its features."""
