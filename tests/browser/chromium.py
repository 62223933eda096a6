"""The system's Chromium, as Playwright is told to start it."""

from typing import Any

from programs import program


def launch_args() -> dict[str, Any]:
    """Arguments for Playwright."""
    path = program("chromium", "chromium-browser", remedy="apt-get install chromium")
    arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    return {"executable_path": path, "args": arguments}
