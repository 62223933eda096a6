"""The server is killed, restarted, cut off, cleaned or blocked; the map goes on, the app tells."""

import shutil
import socket
import threading
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, WebSocketRoute, expect
from server import IS_SHOWN, Guest, free_port, running
from visiting import until

from campaign.text import words

SAID = words()["app"]["connection"]
LINE = "#connection"
DIALOG = ".stDialog"
WAIT_MS = 60_000


class Wire:
    """A wire to the server that can be cut and mended."""

    def __init__(self, address: str) -> None:
        self.server = ("127.0.0.1", urlsplit(address).port)
        self.port = free_port()
        self.ends: list[socket.socket] = []
        self.mend()

    @property
    def address(self) -> str:
        """Where the server is found through the wire."""
        return f"http://127.0.0.1:{self.port}"

    def mend(self) -> None:
        """Let visitors through."""
        self.door = socket.create_server(("127.0.0.1", self.port))
        threading.Thread(target=self._serve, args=(self.door,), daemon=True).start()

    def cut(self) -> None:
        """Let nobody through, and cut off who is there."""
        for end in (self.door, *self.ends):
            self._hang_up(end)
            end.close()
        self.ends.clear()

    def _serve(self, door: socket.socket) -> None:
        while True:
            try:
                near, _ = door.accept()
            except OSError:
                return
            far = socket.create_connection(self.server)
            self.ends += [near, far]
            for source, target in ((near, far), (far, near)):
                threading.Thread(target=self._pump, args=(source, target), daemon=True).start()

    def _pump(self, source: socket.socket, target: socket.socket) -> None:
        with suppress(OSError):
            while data := source.recv(65536):
                target.sendall(data)
        self._hang_up(target)

    @staticmethod
    def _hang_up(end: socket.socket) -> None:
        with suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The server's folder for temporary files."""
    return tmp_path_factory.mktemp("temporary")


@pytest.fixture(scope="module")
def address(room: Path) -> Iterator[str]:
    with running(TMPDIR=str(room)) as (found, _):
        yield found


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    found = browser.new_context(viewport={"width": 1280, "height": 720})
    found.set_default_timeout(WAIT_MS)
    yield found
    found.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    found = context.new_page()
    yield found
    found.close()


def go(guest: Guest, day: str) -> None:
    """Go to a day on a map that nobody hears."""
    guest.ask(f"window.campaign.goTo('{day}')")
    until(guest.map, f"document.documentElement.dataset.day === '{day}'")


def test_a_map_outlives_its_server(context: BrowserContext, page: Page, tmp_path: Path) -> None:
    port = free_port()
    with running(port=port) as (address, process):
        guest = Guest(page, address).open("?day=1945-08-10")
        go(guest, "1945-08-12")
        guest.wait_for_heading("Sunday 12 August 1945")
        guest.ask("window.mark = 'still here'")
        guest.map.locator("#day").focus()
        process.kill()
    line = page.locator(LINE)
    expect(line.get_by_text(SAID["lost"])).to_be_visible(timeout=WAIT_MS)
    page.keyboard.press("PageDown")
    until(guest.map, "window.campaign.day === '1945-08-13'")
    # by then Streamlit has lost its patience, too
    save = line.get_by_role("link", name=SAID["save"])
    expect(save).to_be_visible(timeout=WAIT_MS)
    page.keyboard.press("PageDown")
    until(guest.map, "window.campaign.day === '1945-08-14'")
    expect(page.locator(DIALOG)).to_have_count(0)
    for width, height in ((390, 844), (1280, 720)):
        page.set_viewport_size({"width": width, "height": height})
        strip, frame = line.bounding_box(), page.locator("iframe").first.bounding_box()
        assert strip is not None
        assert frame is not None
        assert strip["y"] >= frame["y"] + frame["height"] - 1, "the line covers the map"
    with page.expect_download() as coming:
        save.click()
    saved = tmp_path / coming.value.suggested_filename
    assert saved.suffix == ".html"
    coming.value.save_as(saved)
    alone = context.new_page()
    alone.goto(f"{saved.as_uri()}#day=1945-08-23")
    expect(alone.locator("html")).to_have_attribute("data-day", "1945-08-23")
    alone.close()
    with running(port=port):
        guest.wait_for_heading("Tuesday 14 August 1945")
        page.wait_for_url("**day=1945-08-14**")
        expect(line).not_to_have_text(SAID["lost"], use_inner_text=True)
        go(guest, "1945-08-16")
        guest.wait_for_heading("Thursday 16 August 1945")
    assert guest.ask("window.mark") == "still here"


def test_who_has_only_looked_finds_the_panels_alive_after_a_restart(page: Page) -> None:
    port = free_port()
    with running(port=port) as (address, process):
        guest = Guest(page, address).open("?day=1945-08-10")
        process.kill()
    with running(port=port):
        until(page, "document.querySelector('.stApp').dataset.testConnectionState === 'CONNECTED'")
        go(guest, "1945-08-16")
        guest.wait_for_heading("Thursday 16 August 1945")


def test_what_was_done_while_the_wire_was_cut_is_followed(page: Page, address: str) -> None:
    wire = Wire(address)
    guest = Guest(page, wire.address).open("?day=1945-08-10")
    wire.cut()
    until(page, "document.querySelector('.stApp').dataset.testConnectionState !== 'CONNECTED'")
    go(guest, "1945-08-14")
    page.wait_for_url("**day=1945-08-14**")
    expect(page.locator(LINE)).to_contain_text(SAID["lost"])
    wire.mend()
    guest.wait_for_heading("Tuesday 14 August 1945")
    page.wait_for_url("**day=1945-08-14**")
    wire.cut()


def test_who_has_no_websocket_is_led_to_the_file(
    context: BrowserContext, address: str, subtests: pytest.Subtests
) -> None:
    def block(route: WebSocketRoute, way: str) -> None:
        if way == "refused":
            route.close()
        if way == "later":
            server = route.connect_to_server()
            server.on_message(lambda _: route.close())

    # all of them at once, since each waits for as long
    pages = {way: context.new_page() for way in ("refused", "silent", "later")}
    for way, page in pages.items():
        page.route_web_socket("**/_stcore/stream", partial(block, way=way))
        page.goto(f"{address}/?day=1945-08-18")
    for way, page in pages.items():
        with subtests.test(way):
            expect(page.get_by_text(SAID["blocked"])).to_be_visible(timeout=WAIT_MS)
            page.get_by_role("link", name=SAID["open"]).click()
            until(page, IS_SHOWN, seconds=60)
            assert page.evaluate("window.campaign.day") == "1945-08-18"
            page.close()


def test_a_cleaned_folder_is_filled_for_the_next_visitor(
    context: BrowserContext, page: Page, address: str, room: Path
) -> None:
    early = Guest(page, address).open("?day=1945-08-10")
    for folder in room.iterdir():
        shutil.rmtree(folder)
    go(early, "1945-08-12")
    early.wait_for_heading("Sunday 12 August 1945")
    for folder in room.iterdir():
        shutil.rmtree(folder)
    late = Guest(context.new_page(), address).open("?day=1945-08-14")
    assert late.day == "1945-08-14"
    late.page.close()
