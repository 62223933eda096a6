from typer.testing import CliRunner

from campaign.cli import app
from campaign.facts import tables
from campaign.facts.records import KINDS

run = CliRunner().invoke


def test_check_says_what_it_read():
    result = run(app, ["check"])
    assert result.exit_code == 0
    assert result.stderr == ""
    read = tables.load()
    *most, last = (f"{len(getattr(read, name))} {kind.plural}" for name, kind in KINDS.items())
    assert result.stdout == f"Read {', '.join(most)} and {last}; nothing is wrong with them.\n"


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


def test_on_prints_who_holds_what():
    result = run(app, ["on", "1945-08-18"])
    assert result.exit_code == 0
    assert "Saturday 18 August 1945 · day 10 of 28" in result.output
    assert "planned 37,9" in result.output
    assert "airhead: Harbin" in result.output
    assert "Fengning (Tagechen) (inferred)" in result.output


def test_on_a_wrong_day_gives_the_valid_range():
    result = run(app, ["on", "1945-10-01"])
    assert result.exit_code == 1
    assert "from 1945-08-09 to 1945-09-05" in result.stderr


def test_page_into_a_missing_folder_is_told(tmp_path):
    result = run(app, ["page", str(tmp_path / "nowhere" / "map.html")])
    assert result.exit_code == 1
    assert "There is no folder" in result.stderr
    assert not list(tmp_path.iterdir())


def test_page_in_an_unknown_language_names_those_there_are(tmp_path):
    result = run(app, ["page", str(tmp_path / "map.html"), "--language", "tlh"])
    assert result.exit_code == 1
    assert "en" in result.stderr
    assert not list(tmp_path.iterdir())


def test_page_in_place_of_a_folder_is_told(tmp_path):
    result = run(app, ["page", str(tmp_path)])
    assert result.exit_code == 1
    assert result.stderr == (
        f"{tmp_path} is a folder: name a file, for example {tmp_path / 'map.html'}.\n"
    )


def test_page_that_cannot_be_written_is_told_and_leaves_nothing(tmp_path, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    out = tmp_path / "map.html"
    out.write_text("the old page", encoding="utf-8")
    monkeypatch.setattr("pathlib.Path.replace", full)
    result = run(app, ["page", str(out)])
    assert result.exit_code == 1
    assert result.stderr == (
        f"{out} cannot be written (No space left on device): choose another place for it.\n"
    )
    assert out.read_text(encoding="utf-8") == "the old page"
    assert list(tmp_path.iterdir()) == [out]
