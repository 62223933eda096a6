import shutil
from pathlib import Path

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


def test_nobody_else_may_write_into_the_folder(tmp_path: Path) -> None:
    assert not component.publish(b"one", tmp_path).stat().st_mode & 0o077
