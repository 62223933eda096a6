"""One frozen record per row of a table, with the types and closed vocabularies of its columns.

A record says what one row may hold. What rows may say about *each other* (a source
that exists, an axis through known places) is the business of :mod:`campaign.facts.tables`.
"""

import re
from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from campaign.theatre import LayerName, ViewName

__all__ = [
    "KINDS",
    "Axis",
    "Basis",
    "BoundaryPoint",
    "Chapter",
    "Communique",
    "Confidence",
    "Event",
    "Place",
    "PlanStep",
    "RailStation",
    "Record",
    "RoutePoint",
    "Source",
]

Basis = Literal["documented", "recalled", "inferred"]
Confidence = Literal["high", "medium", "low"]
How = Literal[
    "airlanding",
    "border-crossing",
    "captured",
    "entered-unopposed",
    "fortified-region-reduced",
    "linked-up",
    "naval-landing",
    "surrendered",
]
EventKind = Literal[
    "airlanding", "battle", "diplomacy", "landing", "operation", "order", "surrender"
]
PlanState = Literal["proposed", "refused", "ordered", "suspended", "cancelled"]
SourceKind = Literal["primary", "secondary", "reference"]
Side = Literal["chinese", "japanese", "korean", "neutral/academic", "soviet/russian", "us"]


def _split(text: object, mark: str) -> object:
    if not isinstance(text, str):
        return text
    return tuple(part.strip() for part in text.split(mark) if part.strip())


def _none_if_empty(text: object) -> object:
    return None if isinstance(text, str) and not text.strip() else text


def _iso_day(text: object) -> object:
    # pydantic would also take a bare number for seconds since 1970
    if isinstance(text, str) and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text.strip()):
        raise PydanticCustomError("date_parsing", "not written as year-month-day")
    return text


Keys = Annotated[tuple[str, ...], BeforeValidator(lambda text: _split(text, ";"))]
SomeKeys = Annotated[Keys, Field(min_length=1)]
Layers = Annotated[
    tuple[Literal[LayerName, "background"], ...],
    BeforeValidator(lambda text: _split(text, ";")),
    Field(min_length=1),
]
Waypoints = Annotated[
    tuple[str, ...], BeforeValidator(lambda text: _split(text, "|")), Field(min_length=2)
]
Longitude = Annotated[float, Field(ge=-180, le=180, allow_inf_nan=False)]
Latitude = Annotated[float, Field(ge=-90, le=90, allow_inf_nan=False)]
Kilometres = Annotated[float, Field(gt=0, allow_inf_nan=False)]
Day = Annotated[date, BeforeValidator(_iso_day)]
OptionalDate = Annotated[Day | None, BeforeValidator(_none_if_empty)]
OptionalLongitude = Annotated[Longitude | None, BeforeValidator(_none_if_empty)]
OptionalLatitude = Annotated[Latitude | None, BeforeValidator(_none_if_empty)]
OptionalInt = Annotated[int | None, BeforeValidator(_none_if_empty)]
OptionalConfidence = Annotated[Confidence | None, BeforeValidator(_none_if_empty)]
Named = Annotated[str, Field(min_length=1)]


class Record(BaseModel):
    """A row: frozen, stripped, with no column unknown."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    table: ClassVar[str]
    """Name of the table, which is its file's without ``.csv``."""
    label: ClassVar[tuple[str, ...]]
    """Columns that identify a row to a reader."""
    plural: ClassVar[str]
    """What rows of the table are called."""


class Source(Record):
    """A work, document or page that facts are taken from."""

    table = "sources"
    label = ("key",)
    plural = "sources"

    key: Named
    author: str
    title: Named
    year: str
    publisher: str
    url: str
    kind: SourceKind
    side: Side
    note: str


class Place(Record):
    """A town, position or island with a dated change of control."""

    table = "places"
    label = ("id",)
    plural = "places"

    id: Named
    name_en: Named
    name_modern: Named
    name_ja: str
    name_zh: str
    name_ru: str
    lat: Latitude
    lon: Longitude
    island: str
    rank: Annotated[int, Field(ge=1, le=3)]
    """1 for the cities every overview names, 3 for what only a close view shows."""
    date_landed: OptionalDate
    date: Day
    date_earliest: Day
    date_latest: Day
    how: How
    axis: Named
    formation: str
    basis: Basis
    confidence: Confidence
    sources: Keys
    note: str

    @property
    def is_airlanding(self) -> bool:
        """Whether the row dates an airlanded detachment rather than a ground column."""
        return self.how == "airlanding"

    @property
    def is_pocket(self) -> bool:
        """Whether the place held out behind the front: a fortress or a cut-off division."""
        return (
            self.id.endswith(("-fr", "-ur"))
            or self.how == "fortified-region-reduced"
            or self.id == "inder"
        )

    @property
    def is_summary(self) -> bool:
        """Whether the row dates the end of a whole operation and stands for no place of its own."""
        return self.id.endswith("-complete")


class Axis(Record):
    """A route of advance: ordered places and route points."""

    table = "axes"
    label = ("id",)
    plural = "axes of advance"

    id: Named
    front: Named
    formation: Named
    from_place: str
    description: str
    waypoints: Waypoints
    drawn: Literal["line", "points"]
    sources: Keys


class Event(Record):
    """Something dated: an order, a landing, a letter, a surrender."""

    table = "events"
    label = ("id",)
    plural = "events"

    id: Named
    date: Day
    time_local: str
    title: Named
    summary: Named
    actors: str
    place_name: str
    place_id: str
    lon: OptionalLongitude
    lat: OptionalLatitude
    kind: EventKind
    layer: Layers
    sources: SomeKeys
    confidence: Confidence


class PlanStep(Record):
    """A step in the plan to land on Hokkaido, or a point of the line it named."""

    table = "hokkaido_plan"
    label = ("kind", "date", "name")
    plural = "rows of the Hokkaido plan"

    date: OptionalDate
    time_local: str
    state: Annotated[PlanState | None, BeforeValidator(_none_if_empty)]
    summary: Named
    sources: SomeKeys
    confidence: OptionalConfidence
    kind: Literal["state", "place", "line"]
    name: str
    lon: OptionalLongitude
    lat: OptionalLatitude
    vertex_order: OptionalInt


class Communique(Record):
    """The places named in one Soviet summary of the day, front by front."""

    table = "communiques"
    label = ("date", "front")
    plural = "communiques"

    date: Day
    front: Named
    text: Named
    source: Named


class Chapter(Record):
    """A step of the story: the day and view the map shows while it is told."""

    table = "story"
    label = ("id",)
    plural = "chapters of the story"

    id: Named
    date: Day
    view: ViewName
    title: Named
    text: Named
    sources: SomeKeys


class RailStation(Record):
    """A station or bend of a railway of 1945, in order along its line."""

    table = "railways"
    label = ("line_id", "seq")
    plural = "railway points"

    line_id: Named
    line_name_en: Named
    line_name_ja: str
    seq: Annotated[int, Field(ge=1)]
    station_en: str
    station_modern: str
    lat: Latitude
    lon: Longitude
    accuracy_km: Kilometres
    built: str
    note: str
    sources: str


class RoutePoint(Record):
    """A point of a road, caravan track or river way that a column used, in order."""

    table = "routes"
    label = ("route_id", "seq")
    plural = "route points"

    route_id: Named
    name: Named
    seq: Annotated[int, Field(ge=1)]
    point_name: str
    lat: Latitude
    lon: Longitude
    accuracy_km: Kilometres
    note: str
    sources: Keys


class BoundaryPoint(Record):
    """A point of a border or limit of 1945 that no data set carries, in order."""

    table = "boundaries"
    label = ("line_id", "seq")
    plural = "boundary points"

    line_id: Named
    name: Named
    seq: Annotated[int, Field(ge=1)]
    point_name: str
    lat: Latitude
    lon: Longitude
    accuracy_km: Kilometres
    note: str
    sources: Keys


KINDS: dict[str, type[Record]] = {
    kind.table: kind
    for kind in (
        Place, Axis, Event, PlanStep, Communique, RailStation, RoutePoint, BoundaryPoint, Chapter,
        Source,
    )
}  # fmt: skip
"""Every table with the record of its rows, in the order in which faults are told."""
