"""A correction is told so that it can be judged: rows, places, ground and the error."""

import csv
import re
import shutil

import pytest
from spoiling import change
from typer.testing import CliRunner

from campaign import files
from campaign.cli import app
from campaign.estimate.datapackage import LAYER_FILES, describe
from campaign.ground import integrity


def described(folder):
    """Describe what lies in a folder as if a build had made it."""
    paths = (*LAYER_FILES, *integrity.TABLES, "validation.csv")
    contents = {path: (folder / path).read_bytes() for path in paths}
    (folder / integrity.PACKAGE).write_text(describe(contents), encoding="utf-8")


def diff(*arguments):
    result = CliRunner().invoke(app, ["diff", *map(str, arguments)])
    assert result.exit_code == (1 if result.stderr else 0), result.output
    return result.stdout or result.stderr


def rewritten(path, pattern, new):
    text, count = re.subn(pattern, new, path.read_text(encoding="utf-8"))
    assert count
    path.write_text(text, encoding="utf-8")


@pytest.fixture(scope="module")
def corrected(tmp_path_factory):
    """The data as if Etorofu and Taonan had been dated two days later and built."""
    folder = shutil.copytree(files.data_folder(), tmp_path_factory.mktemp("new") / "<geodata>")
    change(folder / "tables", "places", "taonan", date="1945-08-17", note="<script>alert()")
    for name in ("etorofu", "places"):
        date = r'("layer":"etorofu".*?"soviet_from":")1945-08-\d\d'
        rewritten(folder / f"{name}.geojson", date, r"\g<1>1945-09-01")
    rewritten(
        folder / "validation.csv", r"garrisons,taonan,column,6\.5,", "garrisons,taonan,column,8.5,"
    )
    described(folder)
    return folder


def test_a_correction_is_told_from_row_to_error(corrected, tmp_path):
    out = tmp_path / "difference.html"
    text = diff(files.data_folder(), corrected, "--page", out)
    assert text.startswith("1 row changed, in places.csv.\n")
    for said in (
        "places.csv, taonan: date “1945-08-17”, was “1945-08-15”; note “<script>alert()”, was",
        "Soviet-held from 1 September, was 30 August (2 days later)",
        "etorofu",
        "2 days later",
        "taonan: left out, all other places put it on 16 August. The new day, 17 August, lies ",
        "It fits them worse, and is inside their 80 % interval",
        "mainland, new",
    ):
        assert said in text
    page = out.read_text(encoding="utf-8")
    assert "<script" not in page
    assert "&lt;geodata&gt;" in page
    assert 'class="later"' in page
    assert not re.search(r"https?:|src=|url\(", page)


def test_the_same_data_do_not_differ():
    said = diff(files.data_folder(), files.data_folder())
    assert said.startswith("No row of any table differs.\n0 places turn on another day.\nNo ground")


def test_tables_alone_or_edited_since_the_build_are_compared_as_tables(tmp_path, corrected):
    tables = shutil.copytree(corrected / "tables", tmp_path / "tables")
    change(tables, "places", "taonan", date="1945-08-16")
    for folder in (tables, tmp_path):
        said = diff(files.data_folder(), folder)
        assert "has no layers, so that only its tables are compared: run campaign build." in said
        assert "taonan: date “1945-08-16”, was “1945-08-15”" in said
        assert "km²" not in said
    edited = shutil.copytree(files.data_folder(), tmp_path / "edited")
    change(edited / "tables", "places", "taonan", date="1945-08-16")
    said = diff(files.data_folder(), edited)
    assert "only its tables are compared. places.csv" in said
    assert "km²" not in said


def test_an_older_form_is_compared_as_far_as_it_goes(tmp_path):
    old = shutil.copytree(files.data_folder(), tmp_path / "old")
    (old / "tables" / "aliases.csv").unlink()
    places = old / "tables" / "places.csv"
    with places.open(encoding="utf-8", newline="") as file:
        rows = [{k: v for k, v in row.items() if k != "subject"} for row in csv.DictReader(file)]
    with places.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0], lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    (old / "validation.csv").unlink()
    (old / integrity.PACKAGE).unlink()
    said = diff(old, files.data_folder())
    assert "datapackage.json is missing" in said
    assert "places.csv: column is new: subject." in said
    assert "aliases.csv: the whole table is new" in said
    assert not re.search(r"^  places.csv, ", said, re.M)


@pytest.mark.parametrize("name", ["nowhere", "empty", "file"])
def test_what_holds_no_data_is_told(tmp_path, name):
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").touch()
    said = diff(files.data_folder(), tmp_path / name)
    assert (
        "name the one that holds tables/" in said
        or "There are no tables that can be read in" in said
    )


def test_a_page_that_cannot_be_written_is_told_before_anything_is_compared(tmp_path):
    said = diff(files.data_folder(), files.data_folder(), "--page", tmp_path)
    assert said == f"{tmp_path} is a folder: name a file, for example {tmp_path / 'map.html'}.\n"
