import os
import stat
from pathlib import Path
from unittest.mock import Mock

import pytest
from typer.testing import CliRunner

from campaign import files
from campaign.cli import app
from campaign.errors import WriteError
from campaign.facts import tables
from campaign.facts.records import KINDS

run = CliRunner().invoke


@pytest.fixture
def drawn(monkeypatch):
    """A page that is quickly drawn."""
    monkeypatch.setattr("campaign.interface.load", lambda: Mock())
    monkeypatch.setattr("campaign.page.render", lambda _: "the new page")
    return "the new page"


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
    text = text.replace("49.212,119.737", "119.737,49.212").replace(",36a-otpor,", ",36b,", 1)
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


def written(out) -> str:
    """Ask for the page, and give what is said of it."""
    result = run(app, ["page", str(out)])
    assert "Traceback" not in result.output
    assert result.exit_code == (1 if result.stderr else 0), result.exception
    return result.stderr.removesuffix("\n")


def test_page_through_a_link_replaces_what_it_leads_to(tmp_path, drawn):
    target, link, dangling = (tmp_path / name for name in ("target.html", "link", "dangling"))
    target.write_text("the old page", encoding="utf-8")
    link.symlink_to("target.html")
    dangling.symlink_to(tmp_path / "new.html")
    assert written(link) == ""
    assert written(dangling) == ""
    assert (link.readlink(), dangling.readlink()) == (Path("target.html"), tmp_path / "new.html")
    assert target.read_text(encoding="utf-8") == drawn
    assert (tmp_path / "new.html").read_text(encoding="utf-8") == drawn
    assert len(list(tmp_path.iterdir())) == 4


def test_page_through_links_in_a_circle_is_told(tmp_path):
    (tmp_path / "one").symlink_to(tmp_path / "two")
    (tmp_path / "two").symlink_to(tmp_path / "one")
    assert "symbolic links): choose another place for it." in written(tmp_path / "one")
    assert len(list(tmp_path.iterdir())) == 2


@pytest.mark.parametrize("mode", [0o600, 0o664])
def test_page_keeps_the_permissions_of_the_file_it_replaces(tmp_path, drawn, mode):
    out = tmp_path / "map.html"
    out.write_text("the old page", encoding="utf-8")
    out.chmod(mode)
    assert written(out) == ""
    assert out.read_text(encoding="utf-8") == drawn
    assert out.stat().st_mode & 0o777 == mode


def test_page_onto_what_is_no_file_is_told_and_leaves_it(tmp_path):
    pipe, link = tmp_path / "pipe", tmp_path / "link"
    os.mkfifo(pipe)
    link.symlink_to("/dev/null")
    for out in (pipe, link, Path("/dev/null"), Path("/dev/full")):
        assert written(out) == f"{out} is no file but a device or a pipe: name a file."
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert stat.S_ISCHR(link.stat().st_mode)
    assert not list(Path("/dev").glob(".*.tmp"))


def test_page_onto_a_read_only_file_is_told_and_leaves_it(tmp_path):
    out = tmp_path / "map.html"
    out.write_text("the old page", encoding="utf-8")
    out.chmod(0o444)
    said = f"{out} is read-only: allow writing to it, or name another file."
    assert written(out) == said
    assert out.read_text(encoding="utf-8") == "the old page"
    assert list(tmp_path.iterdir()) == [out]


def test_page_into_a_folder_without_permission_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr("os.access", lambda path, _: Path(path) != tmp_path)
    out = tmp_path / "map.html"
    said = f"{out} cannot be written (Permission denied): choose another place for it."
    assert written(out) == said


@pytest.mark.parametrize("length", [250, 255])
def test_page_with_a_long_name_is_written(tmp_path, drawn, length):
    out = tmp_path / ("m" * (length - 5) + ".html")
    assert written(out) == ""
    assert out.read_text(encoding="utf-8") == drawn
    assert list(tmp_path.iterdir()) == [out]


@pytest.mark.parametrize("name", ["m" * 256, "満" * 86], ids=["latin", "of three bytes each"])
def test_page_with_a_name_too_long_is_told(tmp_path, name):
    out = tmp_path / name
    assert written(out) == f"{out} cannot be written (File name too long): choose a shorter name."
    assert not list(tmp_path.iterdir())


@pytest.mark.usefixtures("drawn")
def test_page_on_a_full_disk_is_told_and_leaves_the_old_page(tmp_path, monkeypatch):
    def full(draft, _):
        draft.touch()
        raise OSError(28, "No space left on device")

    out = tmp_path / "map.html"
    out.write_text("the old page", encoding="utf-8")
    monkeypatch.setattr("pathlib.Path.write_bytes", full)
    assert written(out) == (
        f"{out} cannot be written (No space left on device): "
        "make room on the disk, or choose another place for it."
    )
    assert out.read_text(encoding="utf-8") == "the old page"
    assert list(tmp_path.iterdir()) == [out]


def test_a_build_into_a_write_protected_layer_is_told(tmp_path):
    layer = tmp_path / "manchuria.geojson"
    layer.touch()
    layer.chmod(0o444)
    with pytest.raises(WriteError, match="is read-only"):
        files.replace(layer, b"{}")
    assert list(tmp_path.iterdir()) == [layer]


def test_page_that_cannot_be_written_is_told_and_leaves_nothing(tmp_path, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    out = tmp_path / "map.html"
    out.write_text("the old page", encoding="utf-8")
    monkeypatch.setattr("pathlib.Path.replace", full)
    result = run(app, ["page", str(out)])
    assert result.exit_code == 1
    assert result.stderr == (
        f"{out} cannot be written (No space left on device): "
        "make room on the disk, or choose another place for it.\n"
    )
    assert out.read_text(encoding="utf-8") == "the old page"
    assert list(tmp_path.iterdir()) == [out]
