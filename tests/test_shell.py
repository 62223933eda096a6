"""The command in a shell: whatever it writes to, it ends in a sentence or quietly."""

import os
import subprocess
import sys

import pytest

COMMAND = [sys.executable, "-c", "from campaign.cli import app; app()", "on"]


def run(*arguments, encoding="utf-8", **streams):
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | streams
    environment = os.environ | {"PYTHONIOENCODING": encoding}
    return subprocess.run([*COMMAND, *arguments], env=environment, check=False, **streams)


@pytest.mark.parametrize("encoding", ["cp932", "cp1252", "koi8-r"])
def test_what_a_code_page_lacks_is_written_plainly(encoding):
    done = run("1945-08-18", encoding=encoding)
    assert (done.returncode, done.stderr) == (0, b"")
    said = done.stdout.decode(encoding)
    assert "Saturday 18 August 1945" in said
    assert ("km²" if encoding != "cp932" else "km2") in said
    assert "?" not in said


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
        assert run("1945-10-18", stderr=full).returncode == 1


@pytest.mark.parametrize("command", ["on", "check", "page", "build"])
def test_every_command_gives_an_example(command):
    from typer.testing import CliRunner

    from campaign.cli import app

    assert f"Example: campaign {command} " in CliRunner().invoke(app, [command, "--help"]).stdout
