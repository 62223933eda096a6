import os
import shutil
from pathlib import Path

import pytest

from campaign.app import component


def test_a_document_is_served_from_a_folder_named_after_it(tmp_path: Path) -> None:
    first = component.publish(b"one", tmp_path)
    assert (first / "map.html").read_bytes() == b"one"
    assert "map.html" in (first / "index.html").read_text(encoding="utf-8")
    assert component.publish(b"one", tmp_path) == first
    assert component.publish(b"two", tmp_path) != first
    assert {path.name for path in first.iterdir()} == {"map.html", "index.html"}


def test_a_folder_that_cannot_be_written_is_not_needed(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    folder = component.publish(b"one", tmp_path / "file")
    assert (folder / "map.html").read_bytes() == b"one"
    shutil.rmtree(folder)


def test_a_spoiled_document_is_written_anew(tmp_path: Path) -> None:
    folder = component.publish(b"one", tmp_path)
    (folder / "map.html").write_bytes(b"half")
    component.publish(b"one", tmp_path)
    assert (folder / "map.html").read_bytes() == b"one"


@pytest.mark.parametrize("lost", ["map.html", "index.html", "."])
def test_a_folder_that_was_cleaned_is_filled_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lost: str
) -> None:
    monkeypatch.setattr(component, "gettempdir", lambda: str(tmp_path))
    folder = component.publish(b"one")
    page = component.MapComponent(b"one", "map", folder, lambda **_: None)
    shutil.rmtree(folder) if lost == "." else (folder / lost).unlink()
    page.keep()
    assert (page.folder / "map.html").read_bytes() == b"one"
    assert "map.html" in (page.folder / "index.html").read_text(encoding="utf-8")


def test_a_folder_that_somebody_else_took_is_left_to_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(component, "gettempdir", lambda: str(tmp_path))
    folder = component.publish(b"one")
    page = component.MapComponent(b"one", "map", folder, lambda **_: None)
    shutil.rmtree(folder)
    folder.write_text("in the way", encoding="utf-8")
    page.keep()
    assert page.folder != folder
    assert (page.folder / "map.html").read_bytes() == b"one"
    shutil.rmtree(page.folder)


@pytest.mark.parametrize("name", ["map.html", "index.html"])
def test_nobody_else_may_write_it(tmp_path: Path, name: str) -> None:
    before = os.umask(0o002)
    folder = component.publish(b"one", tmp_path)
    os.umask(before)
    assert not folder.stat().st_mode & 0o077
    assert not (folder / name).stat().st_mode & 0o022
