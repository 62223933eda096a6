"""Someone at the page, and what they wait for."""

import time
from pathlib import Path
from typing import Any

from playwright.sync_api import Frame, Page


def until(frame: Page | Frame, condition: str, seconds: float = 10) -> None:
    """Wait for a condition; Playwright's own way needs ``eval``, which the page forbids."""
    end = time.monotonic() + seconds
    while not frame.evaluate(condition):
        assert time.monotonic() < end, f"never came true: {condition}"
        frame.wait_for_timeout(20)


#: The map has drawn itself in the size it has in the page.
MAP_FITS = "window.campaign.map.getSize().y === window.campaign.map.getContainer().clientHeight"


class Visitor:
    """Someone at the page: opens it, and knows what it said and what it asked for."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.errors: list[str] = []
        self.requests: list[str] = []
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("console", self._hear)
        page.on("request", lambda request: self.requests.append(request.url))

    def _hear(self, message: Any) -> None:
        if message.type in {"error", "warning"}:
            self.errors.append(message.text)

    def open(self, path: Path, address: str = "") -> "Visitor":
        """Open a page and wait until its first day is painted."""
        self.page.goto(path.as_uri() + address)
        until(self.page, "document.documentElement.dataset.day !== undefined")
        return self

    def go_to(self, day: str) -> None:
        """Show a day and wait until it is painted."""
        self.page.evaluate("day => window.campaign.goTo(day)", day)
        self.wait_for(day)

    def until(self, condition: str) -> None:
        """Wait for a condition."""
        until(self.page, condition)

    def wait_for(self, day: str) -> None:
        """Wait until a day is painted, and told in the panel where that is open."""
        until(self.page, f"document.documentElement.dataset.day === '{day}'")
        until(
            self.page,
            f"""(body => !body.offsetParent || body.dataset.day === '{day}')(
            document.getElementById('day-panel-body'))""",
        )

    @property
    def day(self) -> str:
        """The day the page is on."""
        return str(self.page.evaluate("window.campaign.day"))

    def statuses(self) -> dict[str, str]:
        """Status of every piece of ground as drawn."""
        script = "paths => Object.fromEntries(paths.map(p => [p.dataset.id, p.dataset.status]))"
        return dict(self.page.eval_on_selector_all("path.ground", script))
