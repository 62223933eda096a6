"""The page's script passes a linter, as one scope: the way the browser runs it."""

import subprocess
from pathlib import Path

from programs import program

from campaign.page import parts

LINTER = "oxlint@1.94.0"
RULES = Path(__file__).with_name("oxlint.json")


def test_the_script_has_no_fault_that_a_linter_can_see(tmp_path: Path) -> None:
    npx = program("npx", remedy="install Node.js to lint the page's script")
    script = tmp_path / "script.js"
    script.write_text(parts.script(), encoding="utf-8")
    linted = subprocess.run(
        [npx, "--yes", LINTER, "--config", str(RULES), str(script)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert linted.returncode == 0, linted.stdout + linted.stderr
