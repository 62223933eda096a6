"""A build ends with all of its files in place or with none, whatever happens to it."""

import errno
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from campaign import files
from campaign.errors import WriteError
from campaign.estimate import everything, swap
from campaign.ground import integrity

KILLED = 20


@pytest.fixture
def quick(monkeypatch, tmp_path):
    """A build whose estimate takes no time, in a folder that was built before."""
    monkeypatch.setattr("campaign.facts.tables.load", lambda _: None)
    (tmp_path / "tables").mkdir()
    for path in integrity.TABLES:
        (tmp_path / path).touch()

    def build(text: str) -> None:
        made = dict.fromkeys(set(everything.FILES) - {integrity.PACKAGE}, text.encode())
        monkeypatch.setattr(everything, "_made", lambda *_: made)
        monkeypatch.setattr(everything, "STEPS", range(2))
        everything.build(tmp_path)

    build("old")
    return build


def state(folder):
    """The one text that all files hold, as their description says; nothing else is there."""
    texts = {(folder / name).read_text(encoding="utf-8") for name in everything.FILES[:-1]}
    (text,) = texts
    package = json.loads((folder / integrity.PACKAGE).read_text(encoding="utf-8"))
    hashes = {r["hash"] for r in package["resources"] if r["path"] not in integrity.TABLES}
    assert hashes == {integrity.fingerprint(text.encode())}
    assert not [path for path in folder.rglob(".*") if path.name != ".other"]
    return text


KILLING = """
import os, random, signal, sys, time
from pathlib import Path
from campaign import files
from campaign.estimate import everything
from campaign.facts import tables
from campaign.ground import integrity

folder = Path(sys.argv[1])
tables.load = lambda _: None

def build(text):
    made = dict.fromkeys(set(everything.FILES) - {integrity.PACKAGE}, text.encode() * 20_000)
    everything._made = lambda *_: made
    everything.STEPS = range(2)
    everything.build(folder)

moments = random.Random(1945)
seen = []
for kill in range(int(sys.argv[2])):
    child = os.fork()
    while child == 0:
        build(f"{moments.randrange(10**6):06}")
    time.sleep(moments.uniform(0.005, 0.06))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    ready, drafts = (folder / files.SWAP).exists(), len(list(folder.glob(".*.tmp")))
    files.finish_swap(folder)
    texts = {(folder / name).read_text() for name in everything.FILES[:-1]}
    integrity.check(folder)
    print(len(texts), int(ready), drafts)
build("000000")
"""


def test_of_builds_killed_at_any_moment_none_leaves_half_its_files(quick, tmp_path):
    quick("old")
    done = subprocess.run(
        [sys.executable, "-c", KILLING, str(tmp_path), str(KILLED)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    kills = [tuple(map(int, line.split())) for line in done.stdout.splitlines()]
    assert len(kills) == KILLED
    assert {texts for texts, _, _ in kills} == {1}
    assert max(drafts for _, _, drafts in kills) > 0  # some were killed while they wrote
    assert set(state(tmp_path)) == {"0"}  # and the next build swept what they left


@pytest.mark.parametrize("moved", range(0, len(everything.FILES), 5))
def test_a_swap_broken_off_is_finished_by_whoever_comes_next(quick, tmp_path, monkeypatch, moved):
    move, done = files._move, []

    def stopping(*args):
        if len(done) == moved:
            raise KeyboardInterrupt
        done.append(move(*args))

    with monkeypatch.context() as patched:
        patched.setattr(files, "_move", stopping)
        with pytest.raises(KeyboardInterrupt):
            quick("new")
    files.finish_swap(tmp_path)
    assert state(tmp_path) == "new"


@pytest.mark.parametrize(
    ("call", "reason"),
    [
        ("pathlib.Path.write_bytes", errno.ENOSPC),
        ("pathlib.Path.mkdir", errno.EROFS),
        ("pathlib.Path.touch", errno.EDQUOT),
        ("pathlib.Path.rename", errno.EACCES),
    ],
)
def test_a_build_that_cannot_write_is_told_and_changes_nothing(
    quick, tmp_path, monkeypatch, call, reason
):
    def failing(*_, **__):
        raise OSError(reason, os.strerror(reason))

    with monkeypatch.context() as patched:
        patched.setattr(call, failing)
        with pytest.raises(WriteError, match="cannot be written"):
            quick("new")
    assert state(tmp_path) == "old"


def test_a_layer_that_cannot_be_replaced_is_told_before_the_work_is_done(quick, tmp_path):
    (tmp_path / "kurils.geojson").chmod(0o444)
    with pytest.raises(WriteError, match=r"kurils\.geojson is read-only"):
        quick("new")
    (tmp_path / "kurils.geojson").chmod(0o644)
    assert state(tmp_path) == "old"


def test_a_build_through_links_replaces_what_they_lead_to(quick, tmp_path):
    other, link = tmp_path / ".other", tmp_path / "fronts.geojson"
    link.rename(other)
    link.symlink_to(other)
    quick("new")
    assert state(tmp_path) == "new"
    assert link.readlink() == other
    assert other.read_text(encoding="utf-8") == "new"


def test_a_link_to_another_disk_is_followed(quick, tmp_path, monkeypatch):
    replace = Path.replace

    def parted(path, target):
        if path.parent.name == files.SWAP and Path(target).name == "fronts.geojson":
            raise OSError(errno.EXDEV, os.strerror(errno.EXDEV))
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", parted)
    quick("new")
    assert state(tmp_path) == "new"


def test_files_keep_their_permissions(quick, tmp_path):
    (tmp_path / "fronts.geojson").chmod(0o664)
    quick("new")
    modes = {name: (tmp_path / name).stat().st_mode & 0o777 for name in everything.FILES}
    assert modes.pop("fronts.geojson") == 0o664
    assert set(modes.values()) == {0o644}


def test_a_build_sweeps_the_draft_of_the_dead_and_leaves_that_of_the_living(quick, tmp_path):
    dead, living, old = (tmp_path / f".{name}.tmp" for name in ("dead", "living", "old"))
    for draft in (dead, living):
        draft.mkdir()
        (draft / "kurils.geojson").touch()
    old.touch()
    with swap.FileLock(living / ".lock"):
        quick("new")
        assert (living / "kurils.geojson").exists()
    assert not dead.exists()
    assert not old.exists()
    quick("newer")
    assert state(tmp_path) == "newer"


def test_two_builds_at_once_leave_the_files_of_one(quick, tmp_path, monkeypatch):
    """The second begins and ends while the first, its files ready, moves them."""
    move, met = files._move, []

    def overtaken(*args):
        move(*args)
        if not met:
            met.append(True)
            quick("second")

    monkeypatch.setattr(files, "_move", overtaken)
    quick("first")
    assert state(tmp_path) == "second"
