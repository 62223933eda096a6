"""Someone at the page, and what they wait for.

Opening a tab costs more than opening the page in it, so the visits of one module share a tab:
each ends by leaving it as if nobody had been there.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn

import pytest
from playwright.sync_api import Browser, Frame, Page


def until(frame: Page | Frame, condition: str, seconds: float = 10) -> None:
    """Wait for a condition; Playwright's own way needs ``eval``, which the page forbids."""
    end = time.monotonic() + seconds
    while not frame.evaluate(condition):
        assert time.monotonic() < end, f"never came true: {condition}"
        frame.wait_for_timeout(20)


#: The map has drawn itself in the size it has in the page.
MAP_FITS = """(map => {
    const { clientWidth, clientHeight } = map.getContainer();
    return map.getSize().x === clientWidth && map.getSize().y === clientHeight;
})(window.campaign.map)"""


#: What can be pressed and is smaller than a finger, without what the selector given leaves out.
SMALL_TARGETS = """(without) => [...document.querySelectorAll('button, summary, select, input')]
    .filter(node => !node.matches(without || 'html')
        && node.checkVisibility({ visibilityProperty: true }))
    .map(node => [node, node.getBoundingClientRect()])
    .filter(([, box]) => box.width && box.height && Math.min(box.width, box.height) < 44)
    .map(([node]) => node.outerHTML.slice(0, 90))"""


class Visitor:
    """Someone at the page: opens it, and knows what it said and what it asked for."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.errors: list[str] = []
        self.requests: list[str] = []
        self._heard: dict[Any, Callable[[Any], None]] = {
            "pageerror": lambda error: self.errors.append(str(error)),
            "console": self._hear,
            "request": lambda request: self.requests.append(request.url),
        }
        for event, hear in self._heard.items():
            page.on(event, hear)

    def _hear(self, message: Any) -> None:
        if message.type in {"error", "warning"}:
            self.errors.append(message.text)

    def open(self, path: Path, address: str = "") -> "Visitor":
        """Open a page anew and wait until its first day is painted."""
        # from the page to another part of itself would be no opening
        self.page.goto("about:blank")
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

    def rest(self) -> None:
        """Wait until what was done is drawn."""
        self.page.evaluate(
            "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
        )

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

    def leave_full_screen(self) -> None:
        """Leave it as Escape does; until then no window is resized."""
        self.page.evaluate("document.fullscreenElement && document.exitFullscreen()")
        self.until("!document.fullscreenElement")

    def statuses(self) -> dict[str, str]:
        """Status of every piece of ground as drawn."""
        script = "paths => Object.fromEntries(paths.map(p => [p.dataset.id, p.dataset.status]))"
        return dict(self.page.eval_on_selector_all("path.ground", script))

    def leave(self) -> None:
        """Close the page, hear its last words, and leave its tab to whoever comes next."""
        if self.page.url.startswith(("file:", "http:")):
            self.page.evaluate("localStorage.clear(); sessionStorage.clear(); window.name = ''")
        self.page.goto("about:blank")
        for event, hear in self._heard.items():
            self.page.remove_listener(event, hear)


#: A tab keeps what these have told it for good.
_INDELIBLE = ("add_init_script", "expose_binding", "expose_function", "add_locator_handler")


def _refuse(*_: object, **__: object) -> NoReturn:
    pytest.fail("others use this tab, which would keep this: mark the test as own_tab")


@contextmanager
def visit(page: Page) -> Iterator[Visitor]:
    """Come to a tab that others have used and will use."""
    size = page.viewport_size
    assert size is not None
    with pytest.MonkeyPatch.context() as patch:
        for name in _INDELIBLE:
            patch.setattr(page, name, _refuse)
        patch.setattr(page.clock, "install", _refuse)
        someone = Visitor(page)
        try:
            yield someone
        finally:
            someone.leave()
            page.unroute_all()
            page.context.clear_cookies()
            page.context.clear_permissions()
            page.set_viewport_size(size)
            page.emulate_media(
                color_scheme="null", contrast="null", forced_colors="null", media="null",
                reduced_motion="null",
            )  # fmt: skip
            page.mouse.up()
            page.mouse.move(-1, -1)


@contextmanager
def touch_screen(browser: Browser, width: int, height: int) -> Iterator[Page]:
    """Open a tab on a screen with fingers on it."""
    context = browser.new_context(
        viewport={"width": width, "height": height}, has_touch=True, is_mobile=True
    )
    yield context.new_page()
    context.close()


@contextmanager
def hold(screen: Page) -> Iterator[Visitor]:
    """Take such a screen in the hand; the map jumps where it would fly."""
    with visit(screen) as someone:
        screen.emulate_media(reduced_motion="reduce")
        yield someone
    assert someone.errors == []
