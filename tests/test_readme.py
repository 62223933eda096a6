"""Every command in the README is one that this project runs, and every file it names is there."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from campaign.cli import app
from campaign.facts import tables
from campaign.text import words

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
SHELL = [
    line.strip()
    for block in re.findall(r"```sh\n(.*?)```", README, re.S)
    for line in block.splitlines()
]
PYTHON = re.findall(r"```python\n(.*?)```", README, re.S)

RUN = "pip install -e . && streamlit run streamlit_app.py"
TEST = "pip install -e '.[test]' && pytest"
DIFF = "campaign diff ../before/geodata geodata --page difference.html"
BUILD = "pip install -e '.[build]' && campaign build"


def test_no_command_is_left_without_a_test():
    assert set(SHELL) == {
        RUN,
        TEST,
        BUILD,
        "campaign page lecture.html",
        "campaign on 1945-08-18",
        "campaign check",
        DIFF,
    }


def test_ci_runs_the_test_command_as_it_stands():
    assert TEST in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()


def test_extras_of_the_commands_exist():
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    for extra in re.findall(r"\.\[(\w+)\]", README):
        assert re.search(rf"^{extra} = \[", project, re.M), extra


def test_the_run_command_starts_the_app():
    """Import and first script run; tests/browser drives it for real."""
    from streamlit.testing.v1 import AppTest

    script = shlex.split(RUN)[-1]
    started = AppTest.from_file(str(ROOT / script), default_timeout=120).run()
    assert not started.exception


@pytest.mark.parametrize("command", [c for c in SHELL if c.startswith("campaign ") and c != DIFF])
def test_campaign_commands_succeed(command, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(app, shlex.split(command)[1:])
    assert result.exit_code == 0, result.output
    for word in shlex.split(command):
        if word.endswith(".html"):
            assert (tmp_path / word).stat().st_size > 100_000


def test_the_diff_command_compares_two_folders(tmp_path, monkeypatch):
    for place in ("before", "now"):
        (tmp_path / place).mkdir()
        (tmp_path / place / "geodata").symlink_to(ROOT / "geodata")
    monkeypatch.chdir(tmp_path / "now")
    result = CliRunner().invoke(app, shlex.split(DIFF)[1:])
    assert result.exit_code == 0, result.output
    assert (tmp_path / "now" / "difference.html").is_file()


def test_the_python_example_runs(tmp_path):
    assert len(PYTHON) == 1
    subprocess.run([sys.executable, "-c", PYTHON[0]], check=True, cwd=tmp_path)


def test_every_linked_file_is_there():
    links = re.findall(r"\]\(([^)#]+)\)", README)
    assert links
    for link in links:
        assert (ROOT / link).exists(), link


def test_the_rows_that_the_guide_adds_are_sound(folder):
    """Whoever follows the guide to the data word by word is told of no fault."""
    guide = (ROOT / "geodata" / "README.md").read_text(encoding="utf-8")
    examples = re.findall(r"```csv (\w+)\n\s*(.*?)\n\s*```", guide)
    assert [table for table, _ in examples] == ["sources", "places"]
    for table, row in examples:
        with (folder / f"{table}.csv").open("a", encoding="utf-8") as file:
            file.write(f"{row}\n")
    assert tables.faults(folder) == []
    assert tables.load(folder).places[-1].sources == (tables.load(folder).sources[-1].key,)


def test_the_hatch_has_one_name_wherever_it_is_named():
    english = words()
    name = english["status"]["capitulated"]
    told = [
        english["help"]["about"],
        english["app"]["held_note"],
        english["notes"]["no_column"],
        " ".join(english["app"]["method"]["paragraphs"]),
        " ".join(README.split()),
        (ROOT / "geodata" / "README.md").read_text(encoding="utf-8"),
    ]
    for text in told:
        assert name in text
        assert not re.search(r"\bcapitulated\b(?!`|_)|no Soviet column documented", text, re.I)
