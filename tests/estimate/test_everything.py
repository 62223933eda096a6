"""The build: what is shipped is what the tables give, and twice the same."""

import csv
import re
import shutil

import pytest
import shapely

from campaign import files
from campaign.cli import app
from campaign.estimate.everything import STEPS, build
from campaign.ground import accuracy, layers
from campaign.theatre import LAYERS


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """A build of the shipped tables, and what it reported."""
    folder = tmp_path_factory.mktemp("built")
    told: list[str] = []
    shutil.copytree(files.data_folder() / "tables", folder / "tables")
    build(folder, told.append)
    return folder, told


def _files(folder):
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_every_step_is_reported_in_order(built):
    assert tuple(built[1]) == STEPS


def test_nothing_half_written_is_left_behind(built):
    assert not [name for name in _files(built[0]) if name.endswith(".tmp")]


@pytest.mark.parametrize("name", LAYERS)
def test_shipped_layers_are_what_the_tables_give(built, name):
    """The same rows, and the same ground within rounding on whatever machine this is."""
    fresh, shipped = layers.read(name, built[0]), layers.read(name)
    kept = [column for column in layers.COLUMNS if column != "area_km2"]
    assert fresh[kept].to_dict("records") == shipped[kept].to_dict("records")
    for one, other in zip(fresh.geometry, shipped.geometry, strict=True):
        assert shapely.area(one.symmetric_difference(other)) <= 0.001 * other.area


def _renamed(tables):
    """Call every place by a name that says nothing, in every table; gives the new names."""
    with (tables / "places.csv").open(encoding="utf-8", newline="") as file:
        places = [row["id"] for row in csv.DictReader(file)]
    new = {old: f"q{n}q" for n, old in enumerate(places)}
    for table, column, mark in (
        ("places", "id", None),
        ("places", "joined_by", None),
        ("axes", "waypoints", "|"),
        ("events", "place_id", None),
        ("aliases", "of", ";"),
    ):
        path = tables / f"{table}.csv"
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        for row in rows:
            named = row[column].split(mark) if mark else [row[column]]
            row[column] = (mark or "").join(new.get(name, name) for name in named)
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, rows[0])
            writer.writeheader()
            writer.writerows(rows)
    return new


def _unnamed(folder, new):
    """Features of every layer in no order, without their own ids, other ids as they were called."""
    old = {name: place for place, name in new.items()}
    text = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.geojson")}
    found = {}
    for name, layer in text.items():
        features = re.sub(r"\bq\d+q\b", lambda known: old[known[0]], layer).splitlines()[1:-1]
        found[name] = sorted(re.sub(r'"id":"[^"]*",', "", line).rstrip(",") for line in features)
    return found


def _altered(one, other):
    """What has not the same bytes in two builds, of all that names no place."""
    first, second = _files(one), _files(other)
    named = re.compile(r"tables/|datapackage\.json|validation\.csv|[a-z_]+\.geojson$")
    return [
        name for name in first | second if not named.match(name) and first[name] != second[name]
    ]


def test_the_map_is_twice_the_same_whatever_the_places_are_called(built, tmp_path):
    shutil.copytree(files.data_folder() / "tables", tmp_path / "tables")
    new = _renamed(tmp_path / "tables")
    build(tmp_path)
    assert _unnamed(tmp_path, new) == _unnamed(built[0], {})
    assert not _altered(tmp_path, built[0])


def test_faulty_tables_are_told_before_anything_is_written(tmp_path):
    from typer.testing import CliRunner

    shutil.copytree(files.data_folder() / "tables", tmp_path / "tables")
    places = tmp_path / "tables" / "places.csv"
    text = places.read_text(encoding="utf-8")
    places.write_text(text.replace("1945-08-10", "1946-08-10", 1), encoding="utf-8")
    result = CliRunner().invoke(app, ["build", "--geodata", str(tmp_path)])
    assert result.exit_code == 1
    assert "places.csv" in result.output
    assert [path.name for path in tmp_path.iterdir()] == ["tables"]


def test_shipped_validation_is_what_the_tables_give(built):
    fresh, shipped = accuracy.read(built[0]), accuracy.read()
    assert fresh[["region", "method", "place"]].equals(shipped[["region", "method", "place"]])
    assert (fresh["estimated"] - shipped["estimated"]).abs().max() < 0.01
