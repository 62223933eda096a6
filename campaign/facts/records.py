"""One frozen record per row of a table, with the types of its columns.

A record says what one row may hold. What rows may say about *each other* (a source
that exists, an axis through known places) is the business of :mod:`campaign.facts.rules`.
"""

from typing import ClassVar, Literal

from pydantic import BaseModel, ConfigDict

from campaign.facts.cells import (
    AxisKind,
    Basis,
    Chinese,
    Confidence,
    Day,
    English,
    EventKind,
    Hours,
    How,
    Id,
    IslandChanges,
    Japanese,
    Keys,
    Kilometres,
    LabelKind,
    Latitude,
    Layers,
    Longitude,
    MaybeLayers,
    Named,
    OptionalConfidence,
    OptionalDate,
    OptionalInt,
    OptionalKilometres,
    OptionalKilometres2,
    OptionalLatitude,
    OptionalLayer,
    OptionalLongitude,
    OptionalState,
    Ordinal,
    Published,
    Rank,
    Russian,
    Side,
    SomeKeys,
    SourceKind,
    Subject,
    Waypoints,
    WebAddress,
    Years,
    Zoom,
)
from campaign.theatre import LayerName, ViewName

__all__ = [
    "KINDS",
    "Alias",
    "Axis",
    "Bound",
    "BoundaryPoint",
    "Chapter",
    "Communique",
    "Event",
    "Island",
    "Label",
    "Lake",
    "Place",
    "PlanStep",
    "RailStation",
    "Record",
    "Region",
    "RoutePoint",
    "Source",
    "Unit",
]


class Record(BaseModel):
    """A row: frozen, stripped, with no column unknown."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    table: ClassVar[str]
    """Name of the table, which is its file's without ``.csv``."""
    label: ClassVar[tuple[str, ...]]
    """Columns that identify a row to a reader."""
    plural: ClassVar[str]
    """What rows of the table are called."""
    unused: ClassVar[tuple[str, ...]] = ()
    """Columns that no row fills in yet."""


class Source(Record):
    """A work, document or page that facts are taken from."""

    table = "sources"
    label = ("key",)
    plural = "sources"

    key: Id
    author: str
    title: Named
    year: Published
    publisher: str
    url: WebAddress
    kind: SourceKind
    side: Side
    note: str


class Place(Record):
    """A town, position or island with a dated change of control."""

    table = "places"
    label = ("id",)
    plural = "places"

    id: Id
    name_en: English
    name_modern: English
    name_ja: Japanese
    name_zh: Chinese
    name_ru: Russian
    spoken_en: str
    """Name in an English sentence, where that is not the name itself."""
    lat: Latitude
    lon: Longitude
    island: str
    """Id of its island; empty on the mainland."""
    rank: Rank
    """1 for the cities every overview names, 3 for what only a close view shows."""
    subject: Subject
    """What the row dates: a place, a whole island, a pocket (a fortress or a cut-off division
    that held out behind the front), the end of a whole operation, which is no place, or a
    settlement whose point is too uncertain to date ground."""
    date_landed: OptionalDate
    date: Day
    date_earliest: Day
    date_latest: Day
    how: How
    joined_by: str
    """Of an airlanding, id of the row that dates the ground column in the same city."""
    axis: Named
    formation: str
    contested_by: str
    """Who else took or held the place, so that the sources contest whose it was."""
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
        return self.subject == "pocket"

    @property
    def is_summary(self) -> bool:
        """Whether the row dates the end of a whole operation and stands for no place of its own."""
        return self.subject == "operation"


class Bound(Record):
    """What bounds the day on which Soviet troops came to ground that no row of places dates."""

    table = "bounds"
    label = ("id",)
    plural = "bounds"

    id: Id
    name_en: English
    name_modern: Named
    name_ja: Japanese
    name_zh: Chinese
    name_ru: Russian
    lat: OptionalLatitude
    lon: OptionalLongitude
    accuracy_km: OptionalKilometres
    layer: OptionalLayer
    """The layer that the row speaks of as a whole; empty where it speaks of a point."""
    not_before: OptionalDate
    """Until this day there were no Soviet troops there."""
    not_after: OptionalDate
    """By this day Soviet troops had come."""
    confidence: Confidence
    sources: Keys
    note: Named


class Axis(Record):
    """A route of advance: ordered places and route points."""

    table = "axes"
    label = ("id",)
    plural = "axes of advance"

    id: Id
    kind: AxisKind
    """An advance; a gathering of places without a landing on record; or what was only planned."""
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

    id: Id
    date: Day
    time_local: Hours
    title: Named
    summary: Named
    clause_en: str
    """What the sentence of the day says of it first; empty for most."""
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
    time_local: Hours
    state: OptionalState
    summary: Named
    sources: SomeKeys
    confidence: OptionalConfidence
    kind: Literal["state", "place", "line", "ground"]
    name_en: str
    name_modern: str
    name_ja: Japanese
    name_ru: Russian
    name_zh: Chinese
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

    id: Id
    date: Day
    view: ViewName
    title: Named
    text: Named
    sources: SomeKeys


class Island(Record):
    """An island or a group of islets that changed hands, and how."""

    table = "islands"
    label = ("id",)
    plural = "islands"

    id: Id
    layer: LayerName
    changes: IslandChanges
    """As a whole, in parts that hold its dated places, or along an estimated front."""
    cut_by: Keys
    """Lines between its parts, by their id in ``boundaries.csv``."""
    published_km2: OptionalKilometres2
    published_by: str


class Lake(Record):
    """A lake of 1945, picked by a point inside: the shore data know later reservoirs too."""

    table = "lakes"
    label = ("name",)
    plural = "lakes"

    name: Named
    lon: Longitude
    lat: Latitude


class Label(Record):
    """A name that is written on a sea, a neighbour or a town, and the zooms that show it.

    A word stands more than once where a view would show none of its other places; of those in
    sight the first is written.
    """

    table = "labels"
    label = ("word",)
    plural = "labels"

    word: Named
    """Key of the name among the words of a language."""
    lon: Longitude
    lat: Latitude
    kind: LabelKind
    zoom_from: Zoom
    zoom_to: Zoom


class Region(Record):
    """A view that can be found by the names of its region, and the layers told of with it."""

    table = "regions"
    label = ("view",)
    plural = "regions"

    view: ViewName
    layers: MaybeLayers
    names: SomeKeys


class Alias(Record):
    """Further names that a place or label is found by; they are searched, never shown."""

    table = "aliases"
    label = ("of",)
    plural = "rows of aliases"

    of: SomeKeys
    """Ids of places that stand for one town, the word of a label, or the view of a region."""
    names: SomeKeys
    sources: SomeKeys
    note: str


class Unit(Record):
    """An army, corps, fleet or front as readers name it, and the axes it came by."""

    table = "units"
    label = ("name_en",)
    plural = "units"

    name_en: Named
    names: Keys
    axes: SomeKeys


class RailStation(Record):
    """A station or bend of a railway of 1945, in order along its line."""

    table = "railways"
    label = ("line_id", "seq")
    plural = "railway points"

    line_id: Id
    line_name_en: Named
    line_name_ja: Japanese
    seq: Ordinal
    station_en: str
    station_modern: str
    lat: Latitude
    lon: Longitude
    accuracy_km: Kilometres
    built: Years
    note: str
    sources: str


class RoutePoint(Record):
    """A point of a road, caravan track or river way that a column used, in order."""

    table = "routes"
    label = ("route_id", "seq")
    plural = "route points"

    route_id: Id
    name: Named
    seq: Ordinal
    point_name: str
    lat: Latitude
    lon: Longitude
    accuracy_km: Kilometres
    note: str
    sources: Keys


class BoundaryPoint(Record):
    """A point of a border, limit or line of 1945 that no data set carries, in order."""

    table = "boundaries"
    label = ("line_id", "seq")
    plural = "boundary points"
    unused = ("point_name", "sources")

    line_id: Id
    name: Named
    seq: Ordinal
    point_name: str
    lat: Latitude
    lon: Longitude
    accuracy_km: Kilometres
    note: str
    sources: Keys


KINDS: dict[str, type[Record]] = {
    kind.table: kind
    for kind in (
        Place, Bound, Island, Axis, Event, PlanStep, Communique, RailStation, RoutePoint,
        BoundaryPoint, Lake, Label, Region, Alias, Unit, Chapter, Source,
    )
}  # fmt: skip
"""Every table with the record of its rows, in the order in which faults are told."""
