"""The command in a shell: whatever it writes to, it ends in a sentence or quietly."""

import os
import subprocess
import sys

import pytest

from campaign import shell

COMMAND = [sys.executable, "-c", "from campaign.cli import app; app()", "on"]


def run(*arguments, encoding="utf-8", **streams):
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | streams
    environment = os.environ | {"PYTHONIOENCODING": encoding}
    return subprocess.run([*COMMAND, *arguments], env=environment, check=False, **streams)


def test_what_a_code_page_lacks_is_written_plainly():
    done = run("1945-08-18", encoding="cp932")
    assert (done.returncode, done.stderr) == (0, b"")
    said = done.stdout.decode("cp932")
    assert "Saturday 18 August 1945 - day 10 of 28" in said
    assert "km2" in said
    assert "?" not in said


@pytest.mark.parametrize(
    ("encoding", "written"),
    [
        ("cp1252", "Wangqing – 1 km² ??"),
        ("koi8-r", "Wangqing - 1 km² ??"),
        ("ascii", "Wangqing - 1 km2 ??"),
        ("cp932", "Wangqing - 1 km2 汪清"),
    ],
)
def test_a_letter_loses_its_marks_before_it_is_lost(encoding, written):
    assert "Wāngqīng – 1 km² 汪清".encode(encoding, shell.PLAIN).decode(encoding) == written


def test_a_reader_who_has_gone_is_no_fault():
    read, write = os.pipe()
    os.close(read)
    assert run("1945-08-18", stdout=write).stderr == b""
    os.close(write)


def test_a_full_disk_is_told():
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        done = run("1945-08-18", stdout=full)
        assert done.returncode == 1
        assert done.stderr == b"The answer was cut short (No space left on device).\n"


@pytest.mark.parametrize("command", ["on", "check", "page", "build"])
def test_every_command_gives_an_example(command):
    from typer.testing import CliRunner

    from campaign.cli import app

    assert f"Example: campaign {command} " in CliRunner().invoke(app, [command, "--help"]).stdout
