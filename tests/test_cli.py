import shutil

import pytest
from typer.testing import CliRunner

from campaign import tables
from campaign.cli import app

run = CliRunner().invoke


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(tables.data_folder() / "tables", tmp_path / "tables")


def test_check_says_what_it_read():
    result = run(app, ["check"])
    assert result.exit_code == 0
    assert result.stderr == ""
    assert result.stdout == (
        "Read 224 places, 58 axes of advance, 152 events, 21 rows of the Hokkaido plan, "
        "19 communiques, 960 railway points, 325 route points, 70 boundary points and 252 sources; "
        "nothing is wrong with them.\n"
    )


def test_check_reads_another_folder(folder):
    assert run(app, ["check", "--tables", str(folder)]).exit_code == 0


def test_check_prints_every_fault_and_fails(folder):
    places = folder / "places.csv"
    text = places.read_text(encoding="utf-8")
    text = text.replace("49.212,119.737", "119.737,49.212").replace(",36a-otpor,", ",36b,")
    places.write_text(text, encoding="utf-8")
    (folder / "routes.csv").unlink()
    result = run(app, ["check", "--tables", str(folder)])
    assert result.exit_code == 1
    assert result.stdout == ""
    axis, swapped, missing = result.stderr.splitlines()
    assert swapped.startswith("places.csv line ")
    assert "(hailar): longitude 49.212, latitude 119.737: longitude and latitude look" in swapped
    assert "(manzhouli): the axis '36b' is not in axes.csv" in axis
    assert missing == f"routes.csv: the file is missing from {folder}; put it back."


def test_check_of_a_folder_that_is_not_there_fails_plainly(tmp_path):
    result = run(app, ["check", "--tables", str(tmp_path / "nowhere")])
    assert result.exit_code == 1
    assert "there is no such folder" in result.stderr
    assert "Traceback" not in result.output


def test_the_command_explains_itself():
    result = run(app, ["--help"])
    assert result.exit_code == 0
    assert "check" in result.output
