"""The build: what is shipped is what the tables give, twice the same, and quickly enough."""

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
    """Two builds of the shipped tables, and what the second one reported."""
    folders = [tmp_path_factory.mktemp(name) for name in ("once", "again")]
    told: list[str] = []
    for folder in folders:
        shutil.copytree(files.data_folder() / "tables", folder / "tables")
        told.clear()
        build(folder, told.append)
    return folders[0], folders[1], told


def _files(folder):
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_two_builds_give_the_same_bytes(built):
    once, again, _ = built
    assert _files(once) == _files(again)


def test_every_step_is_reported_in_order(built):
    assert tuple(built[2]) == STEPS


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
