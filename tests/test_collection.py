"""Every test is run: each file of tests, and each module of the package that shows an example."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
BENCH = ROOT / "tests" / "bench"


def collected() -> set[Path]:
    """The files of which plain ``pytest`` runs anything."""
    asked = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-n", "0"]
    done = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    items = [line.partition("::") for line in done.stdout.splitlines()]
    return {ROOT / file for file, mark, _ in items if mark}


def test_every_test_is_collected() -> None:
    """Also in folders of a name that pytest passes over, such as ``build``."""
    tests = set((ROOT / "tests").rglob("test_*.py"))
    package = (ROOT / "campaign").rglob("*.py")
    examples = {path for path in package if ">>> " in path.read_text(encoding="utf-8")}
    # what is measured is not proved, and run when it is asked for
    measured = set(BENCH.glob("*.py"))
    assert len(measured) < len(examples) < len(tests)
    assert collected() == tests - measured | examples
