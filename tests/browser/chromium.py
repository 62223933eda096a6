"""The system's Chromium, as Playwright is told to start it."""

from typing import Any

from programs import program


def launch_args() -> dict[str, Any]:
    """Arguments for Playwright."""
    # the first has no window to draw around the page, and is a quarter quicker
    path = program(
        "chromium-headless-shell", "chromium", "chromium-browser",
        remedy="apt-get install chromium-headless-shell",
    )  # fmt: skip
    arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    return {"executable_path": path, "args": arguments}
