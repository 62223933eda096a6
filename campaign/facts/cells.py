"""What a cell of a table may hold: its types, read from text, and its closed vocabularies."""

import re
from datetime import date
from typing import Annotated, Literal
from urllib.parse import parse_qs, urlsplit

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from campaign.theatre import LayerName

__all__ = [
    "AxisKind",
    "Basis",
    "Chinese",
    "Confidence",
    "Day",
    "English",
    "EventKind",
    "Hours",
    "How",
    "Id",
    "IslandChanges",
    "Japanese",
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
    "Ordinal",
    "PlanState",
    "Published",
    "Rank",
    "Russian",
    "Side",
    "SomeKeys",
    "SourceKind",
    "Subject",
    "Waypoints",
    "WebAddress",
    "Years",
    "Zoom",
]

_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}").fullmatch
_DIGITS = re.compile(r"-?[0-9]+(\.0+)?").fullmatch
_DIGITS_AND_POINT = re.compile(r"-?[0-9]+(\.[0-9]+)?").fullmatch
_SECRETS = {
    "access_token", "api_key", "apikey", "auth", "passwd", "password", "pwd", "secret", "session",
    "sessionid", "token",
}  # fmt: skip

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
    if isinstance(text, str) and not _DAY(text):
        raise PydanticCustomError("date_parsing", "not written as year-month-day")
    return text


def _number(text: object) -> object:
    # pydantic would also take powers of ten, in which a spreadsheet leaves digits out
    if isinstance(text, str) and text and not _DIGITS_AND_POINT(text):
        raise PydanticCustomError("number_form", "not written in digits and a point")
    return text


def _whole_number(text: object) -> object:
    if isinstance(text, str) and text and not _DIGITS(text):
        raise PydanticCustomError("whole_form", "not written in digits")
    return text


def _written(pattern: str, fault: str, remedy: str) -> AfterValidator:
    """Ask for a form of text, and say what is wrong with another and what to write."""
    form = re.compile(pattern)

    def check(text: str) -> str:
        if not form.search(text):
            raise PydanticCustomError("written_form", fault, {"fault": fault, "remedy": remedy})
        return text

    return AfterValidator(check)


def _web_address(text: str) -> str:
    """Refuse an address that is no page of the web, or that lets its reader in as another."""
    if not text:
        return text
    fault = None
    try:
        parts = urlsplit(text)
        if not re.fullmatch(r"https?://[^\s\\<>\"'`]+", text) or not parts.hostname:
            fault = "no address of a web page"
        elif "@" in parts.netloc or _SECRETS & parse_qs(parts.query.lower()).keys():
            fault = "an address that carries a name or a password"
    except ValueError:
        fault = "no address of a web page"
    if fault:
        remedy = "write one that begins with https:// and that anyone may open, or leave it empty"
        raise PydanticCustomError("written_form", fault, {"fault": fault, "remedy": remedy})
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
Longitude = Annotated[float, Field(ge=-180, le=180, allow_inf_nan=False), BeforeValidator(_number)]
Latitude = Annotated[float, Field(ge=-90, le=90, allow_inf_nan=False), BeforeValidator(_number)]
Kilometres = Annotated[float, Field(gt=0, allow_inf_nan=False), BeforeValidator(_number)]
Rank = Annotated[int, Field(ge=1, le=3), BeforeValidator(_whole_number)]
Ordinal = Annotated[int, Field(ge=1), BeforeValidator(_whole_number)]
Day = Annotated[date, BeforeValidator(_iso_day)]
OptionalDate = Annotated[Day | None, BeforeValidator(_none_if_empty)]
OptionalLongitude = Annotated[Longitude | None, BeforeValidator(_none_if_empty)]
OptionalLatitude = Annotated[Latitude | None, BeforeValidator(_none_if_empty)]
OptionalInt = Annotated[int | None, BeforeValidator(_none_if_empty), BeforeValidator(_whole_number)]
OptionalLayer = Annotated[LayerName | None, BeforeValidator(_none_if_empty)]
OptionalKilometres = Annotated[Kilometres | None, BeforeValidator(_none_if_empty)]
OptionalKilometres2 = Annotated[Kilometres | None, BeforeValidator(_none_if_empty)]
OptionalState = Annotated[PlanState | None, BeforeValidator(_none_if_empty)]
OptionalConfidence = Annotated[Confidence | None, BeforeValidator(_none_if_empty)]
Zoom = Annotated[float, Field(ge=0, le=24, allow_inf_nan=False), BeforeValidator(_number)]
Named = Annotated[str, Field(min_length=1)]
Id = Annotated[
    Named,
    _written(
        "^[a-z0-9]+(-[a-z0-9]+)*$",
        "no id",
        "write small letters and digits, parted by hyphens, for example harbin-air",
    ),
]
English = Annotated[Named, _written("[A-Za-z]", "no name in Latin letters", "write one")]
Japanese = Annotated[
    str, _written("^$|[\u3040-\u30ff\u4e00-\u9fff]", "no name in Japanese", "write one or none")
]
Chinese = Annotated[str, _written("^$|[\u4e00-\u9fff]", "no name in Chinese", "write one or none")]
Russian = Annotated[str, _written("^$|[А-Яа-яЁё]", "no name in Russian", "write one or none")]
Years = Annotated[
    str,
    _written(
        "^$|^[0-9]{4}s?(-([0-9]{4}|[0-9]{2}))?$",
        "no year or span of years",
        "write it as 1935 or 1935-37",
    ),
]
Published = Annotated[
    str,
    _written(
        r"^$|^n\.d\.$|^[0-9]{4}([/-][0-9]{2,4})?$",
        "no year",
        "write it as 1990 or 1945/2015, or n.d. where there is none",
    ),
]
Hours = Annotated[
    str,
    _written(
        r"(?i)^(?!.*(\b[0-9]:[0-9]{2}\b|:[0-9]{2}:|[0-9] ?[ap]m\b))(?![0-9]+[.,][0-9]+$)",
        "an hour as a spreadsheet writes it",
        "write hours and minutes, for example 08:15",
    ),
]
WebAddress = Annotated[str, AfterValidator(_web_address)]
