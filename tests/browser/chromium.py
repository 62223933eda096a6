"""The system's Chromium, as Playwright is told to start it."""

import os
import shutil
from typing import Any

import pytest


def launch_args() -> dict[str, Any]:
    """Arguments for Playwright; where tests must run, a missing Chromium is a failure."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        missing = "Chromium is not installed: apt-get install chromium."
        pytest.fail(missing) if os.environ.get("CI") else pytest.skip(missing)
    arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    return {"executable_path": path, "args": arguments}
