"""What a cell of a table may hold: its types, read from text, and its closed vocabularies."""

import re
from datetime import date
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from campaign.theatre import LayerName

__all__ = [
    "AxisKind",
    "Basis",
    "Confidence",
    "Day",
    "EventKind",
    "How",
    "IslandChanges",
    "Keys",
    "Kilometres",
    "LabelKind",
    "Latitude",
    "Layers",
    "Longitude",
    "MaybeLayers",
    "Named",
    "OptionalConfidence",
    "OptionalDate",
    "OptionalInt",
    "OptionalKilometres",
    "OptionalKilometres2",
    "OptionalLatitude",
    "OptionalLayer",
    "OptionalLongitude",
    "OptionalState",
    "PlanState",
    "Side",
    "SomeKeys",
    "SourceKind",
    "Subject",
    "Waypoints",
    "Zoom",
]

Basis = Literal["documented", "recalled", "inferred"]
Confidence = Literal["high", "medium", "low"]
How = Literal[
    "abandoned",
    "airlanding",
    "border-crossing",
    "captured",
    "entered-unopposed",
    "fortified-region-reduced",
    "linked-up",
    "naval-landing",
    "surrendered",
]
Subject = Literal["place", "island", "pocket", "operation", "unlocated"]
AxisKind = Literal["advance", "gathering", "plan"]
IslandChanges = Literal["whole", "parts", "front"]
LabelKind = Literal["land", "held", "line", "plan", "sea", "town"]
EventKind = Literal[
    "airlanding", "battle", "diplomacy", "landing", "operation", "order", "surrender"
]
PlanState = Literal["proposed", "refused", "ordered", "suspended", "cancelled"]
SourceKind = Literal["primary", "secondary", "reference"]
Side = Literal[
    "chinese", "japanese", "korean", "mongolian", "neutral/academic", "soviet/russian", "us"
]


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
MaybeLayers = Annotated[tuple[LayerName, ...], BeforeValidator(lambda text: _split(text, ";"))]
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
OptionalLayer = Annotated[LayerName | None, BeforeValidator(_none_if_empty)]
OptionalInt = Annotated[int | None, BeforeValidator(_none_if_empty)]
OptionalKilometres = Annotated[Kilometres | None, BeforeValidator(_none_if_empty)]
OptionalKilometres2 = Annotated[
    Annotated[float, Field(gt=0, allow_inf_nan=False)] | None, BeforeValidator(_none_if_empty)
]
OptionalState = Annotated[PlanState | None, BeforeValidator(_none_if_empty)]
OptionalConfidence = Annotated[Confidence | None, BeforeValidator(_none_if_empty)]
Zoom = Annotated[float, Field(ge=0, le=24, allow_inf_nan=False)]
Named = Annotated[str, Field(min_length=1)]
