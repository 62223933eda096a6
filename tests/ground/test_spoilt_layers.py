"""Layers spoilt in every way known, each told in one sentence and never taken in silence."""

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import campaign
from campaign import files
from campaign.errors import DataError
from campaign.ground import features, integrity, layers
from campaign.ground.contract import KINDS
from campaign.theatre import BASE, LAYERS

Layer = dict[str, Any]
DATED = (*LAYERS, "places")


def _each(change: Callable[[dict[str, Any]], object]) -> Callable[[Layer], object]:
    def spoil(layer: Layer) -> None:
        for feature in layer["features"]:
            change(feature)

    return spoil


def _first(change: Callable[[dict[str, Any]], object]) -> Callable[[Layer], object]:
    return lambda layer: change(layer["features"][0])


def _middle(change: Callable[[dict[str, Any]], object]) -> Callable[[Layer], object]:
    return lambda layer: change(layer["features"][len(layer["features"]) // 2])


def _put(column: str, value: object) -> Callable[[dict[str, Any]], object]:
    def change(feature: dict[str, Any]) -> None:
        feature["properties"][column] = value

    return change


def _drop(column: str) -> Callable[[dict[str, Any]], object]:
    return lambda feature: feature["properties"].pop(column)


def _moved(change: Callable[[float, float], list[object]]) -> Callable[[dict[str, Any]], object]:
    def move(coordinates: list[Any]) -> list[Any]:
        if isinstance(coordinates[0], list):
            return [move(part) for part in coordinates]
        return change(*coordinates)

    def spoil(feature: dict[str, Any]) -> None:
        feature["geometry"]["coordinates"] = move(feature["geometry"]["coordinates"])

    return spoil


def _twice(layer: Layer) -> None:
    layer["features"].append(layer["features"][0])


def _features(content: bytes, keep: Callable[[list[bytes]], list[bytes]]) -> bytes:
    """Change which features a file has, as the build writes them."""
    head, *lines, tail = content.rstrip().split(b"\n")
    kept = keep([line.rstrip(b",") for line in lines])
    return b"\n".join([head, b",\n".join(kept), tail]) + b"\n"


def _geometry(value: object) -> Callable[[dict[str, Any]], object]:
    return lambda feature: feature.update(geometry=value)


# of any layer: what is done to it, and a word of what is then said
ANY: dict[str, tuple[Callable[[Layer], object], str]] = {
    "no features": (lambda layer: layer["features"].clear(), "no features"),
    "features that are null": (lambda layer: layer.update(features=None), "features null"),
    "no list of features": (lambda layer: layer.pop("features"), "no 'features'"),
    "a lone feature": (lambda layer: layer.update(type="Feature"), "type"),
    "another name": (lambda layer: layer.update(name="atlantis"), "holds atlantis"),
    "a coordinate system of its own": (
        lambda layer: layer.update(crs={"type": "name", "properties": {"name": "EPSG:3857"}}),
        "'crs'",
    ),
    "a feature twice": (_twice, "more than once"),
    "an id that is null": (_first(_put("id", None)), "id"),
    "an id that is a number": (_middle(_put("id", 7)), "id"),
    "an id that is empty": (_middle(_put("id", "")), "id"),
    "two ids in one feature": (_middle(_put("id", "another")), "whose property id is"),
    "no id": (_middle(_drop("id")), "no 'id'"),
    "an unknown property": (_each(_put("fid", 1)), "'fid'"),
    "a feature without properties": (_middle(lambda f: f.update(properties=None)), "properties"),
    "a geometry that is null": (_middle(_geometry(None)), "geometry"),
    "a geometry without coordinates": (
        _middle(lambda f: f["geometry"].update(coordinates=[])),
        "coordinates",
    ),
    "another type of geometry": (
        _middle(_geometry({"type": "MultiPoint", "coordinates": [[120, 45]]})),
        "MultiPoint",
    ),
    "coordinates exchanged": (_each(_moved(lambda x, y: [y, x])), "exchanged"),
    "one shape exchanged": (_middle(_moved(lambda x, y: [y, x])), "exchanged"),
    "coordinates in metres": (_each(_moved(lambda x, y: [x * 1e5, y * 1e5])), "outside"),
    "coordinates in text": (_middle(_moved(lambda x, y: [str(x), str(y)])), "numbers"),
    "coordinates that are null": (_middle(_moved(lambda _, y: [None, y])), "numbers"),
    "coordinates that are not finite": (_middle(_moved(lambda _, y: [1e999, y])), ""),
    "coordinates that are no numbers": (_middle(_moved(lambda _, y: [float("nan"), y])), ""),
    "coordinates with heights": (_each(_moved(lambda x, y: [x, y, 120.0])), "heights"),
}

DATED_ONLY: dict[str, tuple[Callable[[Layer], object], str]] = {
    "a day in another year": (_first(_put("soviet_from", "1946-08-18")), "no day from"),
    "a day that never was": (_first(_put("soviet_from", "1945-08-32")), "no day"),
    "a day with a time": (_first(_put("soviet_latest", "1945-08-18T00:00:00")), "no day"),
    "a day as a number": (_first(_put("soviet_from", 16667)), "soviet_from"),
    "a day as a spreadsheet writes it": (_first(_put("soviet_from", "18/08/1945")), "no day"),
    "a day that is no text": (_first(_put("soviet_from", "")), "no day"),
    "days the wrong way round": (
        _first(
            lambda f: f["properties"].update(
                soviet_earliest="1945-08-30", soviet_latest="1945-08-10"
            )
        ),
        "after",
    ),
    "a name that is null": (_middle(_put("name_en", None)), "name_en"),
    "a name that is empty": (_middle(_put("name_modern", " ")), "name_modern"),
    "an unknown basis": (_middle(_put("basis", "guessed")), "basis"),
    "a confidence that is null": (_middle(_put("confidence", None)), "confidence"),
    "sources in a list": (_middle(_put("sources", ["tretyak"])), "sources"),
    "a column missing": (_each(_drop("soviet_from")), "'soviet_from'"),
    "an earlier version": (_each(_drop("note")), "'note'"),
    "another layer's features": (_each(_put("layer", "atlantis")), "layer"),
}

GROUND_ONLY: dict[str, tuple[Callable[[Layer], object], str]] = {
    "an area that is null": (_first(_put("area_km2", None)), "area_km2"),
    "an area in text": (_first(_put("area_km2", "120.5")), "area_km2"),
    "an area that is no number": (_first(_put("area_km2", float("nan"))), "area_km2"),
    "an area of nothing": (_first(_put("area_km2", 0)), "area_km2"),
    "an area below nothing": (_first(_put("area_km2", -4.5)), "area_km2"),
    "an area without end": (_first(_put("area_km2", 1e999)), "area_km2"),
    "no day at all": (
        _first(
            lambda f: f["properties"].update(
                {column: None for column in f["properties"] if column.endswith("_from")}
            )
        ),
        "no day",
    ),
    "both taken and capitulated": (
        _first(
            lambda f: f["properties"].update(
                soviet_from="1945-08-20", soviet_earliest="1945-08-20",
                soviet_latest="1945-08-20", capitulated_from="1945-08-20",
            )
        ),
        "both",
    ),
    "another layer's ground": (_each(_put("layer", "manchuria")), "belongs to manchuria"),
}  # fmt: skip

BY_DAY: dict[str, tuple[Callable[[Layer], object], str]] = {
    "a day after the campaign": (_middle(_put("date", "1945-09-06")), "no day from"),
    "a day that is null": (_middle(_put("date", None)), "date"),
    "a day in words": (_middle(_put("date", "18 August 1945")), "no day"),
}

# what only the note of the build can tell, since every feature could be true; a feature is a line
QUIET: dict[str, Callable[[bytes], bytes]] = {
    "half of the features": lambda content: _features(content, lambda lines: lines[::2]),
    "one feature less": lambda content: _features(content, lambda lines: lines[1:]),
    "features in another order": lambda content: _features(content, lambda lines: lines[::-1]),
    "an id renamed": lambda content: content.replace(b'"id":"', b'"id":"new-', 2),
    "a coordinate changed": lambda content: re.sub(rb"(\[\d+)\.", rb"\1.0", content, count=1),
    "a blank more": lambda content: content + b" ",
}

# what is done to the bytes
BYTES: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "nothing": (lambda _: b"", "is empty"),
    "blank lines": (lambda _: b"\n\n", "is empty"),
    "cut off": (lambda content: content[: len(content) // 2], "cut off"),
    "cut off by one": (lambda content: content[:-3], "cut off"),
    "a pointer of Git LFS": (
        lambda _: b"version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 9\n",
        "git lfs pull",
    ),
    "a zip archive": (lambda content: b"PK\x03\x04" + content, "zip"),
    "UTF-16": (lambda content: content.decode().encode("utf-16"), "UTF-16"),
    "another encoding": (lambda content: content.replace(b"id", b"\xe9"), ""),
    "a web page": (lambda _: b"<!DOCTYPE html><title>404</title>", "web page"),
    "a merge left open": (lambda content: b"<<<<<<< HEAD\n" + content, "merge"),
    "a list": (lambda _: b"[]", ""),
    "null": (lambda _: b"null", ""),
    "text": (lambda _: b"sea", "not readable"),
}


# one file of each record: the contract is the same for all files of one
SAMPLES = ("habomai", "places", "fronts", "ribbons", "axes", *(f"base/{name}" for name in BASE))


def _spoilt(do: Callable[[Layer], object], content: bytes) -> bytes:
    layer = json.loads(content)
    do(layer)
    return json.dumps(layer, ensure_ascii=False).encode()


def _kinds(name: str) -> dict[str, tuple[Callable[[Layer], object], str]]:
    kinds = dict(ANY)
    if name in DATED:
        kinds |= DATED_ONLY
    if name in LAYERS:
        kinds |= GROUND_ONLY
    if "date" in KINDS[name].model_fields:
        kinds |= BY_DAY
    return kinds


def _beginning(name: str) -> bytes:
    """The first features of a file: what each may be is the same however many there are."""
    layer = json.loads((files.data_folder() / f"{name}.geojson").read_bytes())
    return json.dumps(layer | {"features": layer["features"][-5:]}, ensure_ascii=False).encode()


@pytest.mark.parametrize("name", SAMPLES)
def test_what_no_feature_may_be_is_told_in_one_sentence(name, subtests):
    content = _beginning(name)
    assert len(features.read(name, content))
    spoilt = {kind: (_spoilt(do, content), said) for kind, (do, said) in _kinds(name).items()}
    spoilt |= {kind: (do(content), said) for kind, (do, said) in BYTES.items()}
    for kind, (bad, said) in spoilt.items():
        with subtests.test(kind):
            with pytest.raises(DataError) as caught:
                features.read(name, bad)
            message = str(caught.value)
            assert message.startswith(f"{name}.geojson ")
            assert said in message
            assert re.search(r": (run|unpack it, or run) (campaign build|git lfs pull)\.$", message)
            assert "\n" not in message
            assert len(message) < 300


@pytest.fixture(scope="module")
def geodata(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the data in which one layer at a time is spoilt."""
    folder = tmp_path_factory.mktemp("data") / "geodata"
    shutil.copytree(files.data_folder(), folder)
    return folder


def _checked(folder: Path) -> None:
    """What loading does after the ground is read."""
    for name, rows in integrity.changed_layers(folder).items():
        layers.check(name, folder, rows)
    integrity.check(folder)


@pytest.mark.parametrize("name", KINDS)
def test_a_layer_that_could_be_true_and_is_not_what_was_built_is_told(name, geodata, subtests):
    path = geodata / f"{name}.geojson"
    whole = path.read_bytes()
    integrity.check(geodata)
    for kind, do in QUIET.items():
        if (bad := do(whole)) == whole:
            continue  # one feature has no other order
        with subtests.test(kind):
            path.write_bytes(bad)
            with pytest.raises(
                DataError, match=rf"^({name}|{Path(name).name})\.geojson .*: run campaign build\.$"
            ):
                _checked(geodata)
    path.write_bytes(whole)


def test_half_of_a_layer_is_counted(geodata):
    path = geodata / "manchuria.geojson"
    whole = path.read_bytes()
    built = len(json.loads(whole)["features"])
    path.write_bytes(QUIET["half of the features"](whole))
    with pytest.raises(DataError) as fault:
        campaign.load(geodata)
    path.write_bytes(whole)
    assert f"has {(built + 1) // 2} features where {built} were built" in str(fault.value)


def test_a_layer_in_place_of_another_is_named(geodata):
    path = geodata / "kunashiri.geojson"
    whole = path.read_bytes()
    for other in ("etorofu", "places", "base/land"):
        path.write_bytes((geodata / f"{other}.geojson").read_bytes())
        with pytest.raises(DataError, match=f"kunashiri.geojson holds {other[-4:]}|holds {other}"):
            campaign.load(geodata)
    path.write_bytes(whole)


def test_one_piece_in_two_layers_is_told(geodata):
    path = geodata / "kunashiri.geojson"
    whole = path.read_bytes()
    path.write_bytes(whole.replace(b"kunashiri-kunashir", b"etorofu-iturup"))
    with pytest.raises(DataError, match=r"kunashiri\.geojson has etorofu-iturup, which etorofu"):
        layers.read_ground(geodata)
    path.write_bytes(whole)


def test_other_line_ends_do_no_harm(geodata):
    for name in KINDS:
        path = geodata / f"{name}.geojson"
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    _checked(geodata)
    for name in KINDS:
        path = geodata / f"{name}.geojson"
        path.write_bytes(path.read_bytes().replace(b"\r\n", b"\n"))


@pytest.mark.parametrize(
    "spoil",
    [
        lambda _: None,
        lambda _: b"",
        lambda content: content[:900],
        lambda _: b"[]",
        lambda content: content.replace(b'"hash"', b'"sum"'),
        lambda content: content.replace(b"fronts.geojson", b"front.geojson"),
    ],
    ids=["missing", "empty", "cut off", "a list", "without hashes", "without a layer"],
)
def test_a_package_that_says_nothing_of_the_layers_is_told(geodata, spoil):
    path = geodata / "datapackage.json"
    whole = path.read_bytes()
    bad = spoil(whole)
    path.unlink() if bad is None else path.write_bytes(bad)
    with pytest.raises(DataError, match=r"(package|front).* run campaign build( again)?\.$"):
        _checked(geodata)
    path.write_bytes(whole)
