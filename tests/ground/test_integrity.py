"""Layers of two builds, or tables edited and not built, are told and never taken in silence."""

import os
import shutil
from pathlib import Path

import pytest
from spoiling import change
from typer.testing import CliRunner

import campaign
from campaign import DataError, files
from campaign.cli import app
from campaign.ground import integrity


@pytest.fixture
def geodata(tmp_path):
    """Copy the data to where a test may spoil them."""
    return shutil.copytree(files.data_folder(), tmp_path / "geodata")


def said(geodata) -> str:
    """What loading a folder says of it."""
    with pytest.raises(DataError) as told:
        campaign.load(geodata)
    return str(told.value)


def test_tables_edited_and_not_built_are_told(geodata):
    change(geodata / "tables", "places", "mukden-air", note="Another note.")
    where = geodata / "tables"
    sentence = (
        f"places.csv in {where} was edited after the last build, and the map does not show it "
        "yet: run campaign build."
    )
    assert said(geodata) == sentence
    result = CliRunner().invoke(app, ["check", "--tables", str(where)])
    assert result.exit_code == 1
    assert result.stderr == f"{sentence}\n"
    assert "nothing is wrong with them" in result.stdout
    change(where, "sources", "seed-tokyo", note="Another note.")
    assert said(geodata).startswith(f"places.csv and sources.csv in {where} were edited")


@pytest.mark.parametrize(
    "rewrite",
    [lambda text: text.replace(b"\n", b"\r\n"), lambda text: b"\xef\xbb\xbf" + text],
    ids=["line ends", "byte order mark"],
)
def test_what_git_and_spreadsheets_do_to_a_file_is_no_edit(geodata, rewrite):
    for path in geodata.rglob("*.*"):
        if path.suffix in (".csv", ".geojson") and path.parent.name != "base":
            path.write_bytes(rewrite(path.read_bytes()))
    integrity.check(geodata)


@pytest.mark.parametrize("name", ["kurils.geojson", "fronts.geojson", "validation.csv"])
def test_a_file_of_another_build_is_told(geodata, name):
    path = geodata / name
    path.write_text(path.read_text(encoding="utf-8").replace("8", "9", 1), encoding="utf-8")
    with pytest.raises(DataError, match=f"{name} in .* is not what the last build wrote"):
        integrity.check(geodata)


def test_a_file_that_is_gone_is_told(geodata):
    (geodata / "base" / "land.geojson").unlink()
    assert said(geodata) == "land.geojson is missing from base/: run campaign build."


@pytest.mark.parametrize("content", ["", "{}", "[]", '{"resources": [1]}', "{", "\x00"])
def test_a_description_that_cannot_be_read_is_told(geodata, content):
    (geodata / integrity.PACKAGE).write_text(content, encoding="utf-8")
    with pytest.raises(DataError, match=r"datapackage\.json cannot be read: run campaign build"):
        integrity.check(geodata)


def test_a_description_that_is_missing_is_told(geodata):
    (geodata / integrity.PACKAGE).unlink()
    assert "datapackage.json is missing" in said(geodata)


def test_files_that_a_build_had_ready_are_put_in_place(geodata):
    swap = geodata / files.SWAP
    swap.mkdir()
    (geodata / "kurils.geojson").replace(swap / "kurils.geojson")
    campaign.load(geodata)
    assert (geodata / "kurils.geojson").is_file()
    assert not swap.exists()


def test_files_that_cannot_be_put_in_place_are_told(geodata, monkeypatch):
    swap = geodata / files.SWAP
    swap.mkdir()
    (geodata / "kurils.geojson").replace(swap / "kurils.geojson")

    def failing(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(files, "_move", failing)
    assert "was broken off, and its files cannot be put in place now" in said(geodata)


def folder_instead(path):
    path.unlink()
    path.mkdir()


def circle_instead(path):
    path.unlink()
    path.symlink_to(path.name)


def nothing_inside(path):
    path.write_bytes(b"")


@pytest.mark.parametrize("spoil", [folder_instead, circle_instead, nothing_inside, Path.unlink])
def test_whatever_lies_in_place_of_a_file_is_told(geodata, spoil, subtests):
    for name in ("tables/story.csv", "etorofu.geojson", "base/lakes.geojson", "datapackage.json"):
        with subtests.test(name):
            whole = (geodata / name).read_bytes()
            spoil(geodata / name)
            assert (geodata / name).name in said(geodata)
            if (geodata / name).is_dir():
                (geodata / name).rmdir()
            else:
                (geodata / name).unlink(missing_ok=True)
            (geodata / name).write_bytes(whole)


@pytest.mark.parametrize("closed", ["tables", "base", "."])
def test_a_folder_that_cannot_be_read_is_told(geodata, monkeypatch, closed):
    """As its permissions would have it, which do not hold the tests' user back everywhere."""
    access, path = os.access, geodata / closed

    def refusing(call):
        def refused(file):
            if path in file.parents:
                raise PermissionError(13, "Permission denied", str(file))
            return call(file)

        return refused

    monkeypatch.setattr("os.access", lambda file, mode: Path(file) != path and access(file, mode))
    for name in ("is_file", "read_bytes"):
        monkeypatch.setattr(Path, name, refusing(getattr(Path, name)))
    assert said(geodata)
