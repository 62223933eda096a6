"""The house stands as drawn: imports go one way down, and what is imported is declared."""

import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).parents[1]


def said(*command: str) -> str:
    """What a checker says, when it finds fault; nothing when it does not."""
    tool = Path(sys.executable).parent / command[0]
    done = subprocess.run(
        [tool, *command[1:]], cwd=PROJECT, capture_output=True, text=True, check=False
    )
    return f"{done.stdout}{done.stderr}" if done.returncode else ""


def test_a_room_imports_only_from_rooms_below_it() -> None:
    assert said("lint-imports", "--no-cache") == ""


def test_every_package_that_is_imported_is_declared_and_none_else() -> None:
    assert said("deptry", ".") == ""
