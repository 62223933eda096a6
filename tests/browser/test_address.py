"""The address follows what is shown, leaves no trace, and no other link moves the day."""

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

COUNTED = """window.written = 0;
const replace = History.prototype.replaceState;
History.prototype.replaceState = function (...args) {
    window.written++;
    replace.apply(this, args);
};"""
REFUSED = """History.prototype.replaceState = () => {{ throw {error}; }};"""


class Quiet(SimpleHTTPRequestHandler):
    """Serves files without a word."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is http.server's
        pass


@pytest.fixture(scope="module")
def host(tiny_file: Path) -> Iterator[str]:
    """A server of the folder with the page."""
    handler = partial(Quiet, directory=str(tiny_file.parent))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.mark.own_tab
@pytest.mark.parametrize("way", ["over http", "from a file"])
def test_the_address_follows_the_day_and_leaves_no_trace(visitor, tiny_file, host, way) -> None:
    visitor.page.add_init_script(COUNTED)
    start = tiny_file.as_uri() if way == "from a file" else f"{host}/{tiny_file.name}"
    visitor.page.goto(start)
    visitor.until("document.documentElement.dataset.day === '1945-08-09'")
    length = visitor.page.evaluate("history.length")
    slider = visitor.page.locator("#day")
    for day in range(1, 28):
        slider.evaluate(
            "(slider, day) => { slider.value = day; slider.dispatchEvent(new Event('input')); }",
            day,
        )
    assert visitor.page.evaluate("window.written") == 0
    slider.dispatch_event("change")
    visitor.until("location.hash === '#day=1945-09-05&view=theatre'")
    visitor.go_to("1945-08-18")
    visitor.until("location.hash === '#day=1945-08-18&view=theatre'")
    assert visitor.page.evaluate("[history.length, window.written]") == [length, 2]


def test_a_query_from_before_says_nothing_against_the_address(visitor, tiny_file, host) -> None:
    query = "from=course&day=1945-08-14&amp;view=shimushu&sure=1"
    visitor.page.goto(f"{host}/{tiny_file.name}?{query}")
    visitor.wait_for("1945-08-14")
    visitor.page.locator("#sure").click()
    visitor.page.evaluate("window.campaign.map.setView([46, 126], 6, { animate: false })")
    visitor.until("location.hash.includes('at=')")
    assert visitor.page.evaluate("location.search") == "?from=course"
    visitor.page.reload()
    visitor.wait_for("1945-08-14")
    assert visitor.page.evaluate("window.campaign.view") is None
    assert visitor.page.locator("#sure").get_attribute("aria-pressed") == "false"


@pytest.mark.own_tab
def test_however_much_is_changed_a_browser_that_counts_is_not_annoyed(visitor, tiny_file) -> None:
    visitor.page.add_init_script(COUNTED)
    visitor.open(tiny_file)
    seconds = visitor.page.evaluate("""async () => {
        const start = performance.now();
        for (let n = 0; n < 60; n++) {
            window.campaign.map.setView([46, 126], 5 + n % 5, { animate: false });
            await new Promise(done => setTimeout(done, 25));
        }
        return (performance.now() - start) / 1000;
    }""")
    # Safari allows a hundred changes in half a minute
    assert visitor.page.evaluate("window.written") < 1 + seconds * 100 / 30
    visitor.until("location.hash.includes('at=46.000%2C126.000%2C9.00')")


@pytest.mark.own_tab
def test_a_browser_that_refuses_the_address_stops_nothing(visitor, tiny_file) -> None:
    error = "new DOMException('too often', 'SecurityError')"
    visitor.page.add_init_script(REFUSED.format(error=error))
    visitor.open(tiny_file)
    visitor.go_to("1945-08-18")
    visitor.page.locator("#sure").click()
    visitor.page.evaluate("new Promise(done => setTimeout(done, 500))")
    assert visitor.page.locator("#announce").inner_text().startswith("Saturday 18 August")
    assert visitor.page.locator("#sure").get_attribute("aria-pressed") == "true"


@pytest.mark.own_tab
def test_another_fault_is_not_hidden(visitor, tiny_file) -> None:
    visitor.page.add_init_script(REFUSED.format(error="new TypeError('a fault of ours')"))
    visitor.open(tiny_file)
    visitor.page.evaluate("window.campaign.goTo('1945-08-18')")
    visitor.page.evaluate("new Promise(done => setTimeout(done, 500))")
    assert any("a fault of ours" in error for error in visitor.errors)
    visitor.errors.clear()


def test_the_skip_link_leads_to_the_slider_and_nowhere_else(visitor, tiny_file) -> None:
    visitor.open(tiny_file, "#day=1945-08-18&view=shimushu")
    visitor.page.keyboard.press("Tab")
    skip = visitor.page.locator("a.skip")
    assert skip.evaluate("link => link === document.activeElement")
    visitor.page.keyboard.press("Enter")
    visitor.page.evaluate("new Promise(done => setTimeout(done, 500))")
    assert visitor.page.evaluate("document.activeElement.id") == "day"
    assert visitor.day == "1945-08-18"
    assert visitor.page.evaluate("location.hash") == "#day=1945-08-18&view=shimushu"
    assert visitor.page.locator("#message").inner_text() == ""


def test_links_within_the_page_lead_to_something_without_script_too(visitor, tiny_file) -> None:
    visitor.open(tiny_file)
    leads = visitor.page.locator("a[href^='#']").evaluate_all(
        "links => links.map(link => [link.className, document.querySelector(link.hash) !== null])"
    )
    assert leads == [["skip", True]]


@pytest.mark.parametrize("fragment", ["day", "details", "section=2", "view", "day&story"])
def test_a_fragment_that_names_no_part_of_the_address_changes_nothing(
    visitor, tiny_file, fragment
) -> None:
    visitor.open(tiny_file, "#day=1945-08-18&view=shimushu&sure=1")
    visitor.page.evaluate(f"location.hash = {fragment!r}")
    visitor.page.evaluate("new Promise(done => setTimeout(done, 500))")
    assert visitor.day == "1945-08-18"
    assert visitor.page.evaluate("window.campaign.view") == "shimushu"
    assert visitor.page.locator("#sure").get_attribute("aria-pressed") == "true"
    assert visitor.page.locator("#message").inner_text() == ""


def test_a_page_opened_with_such_a_fragment_opens_as_without(visitor, tiny_file) -> None:
    visitor.open(tiny_file, "#day")
    assert visitor.day == "1945-08-09"
    assert visitor.page.locator("#message").inner_text() == ""
