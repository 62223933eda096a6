"""The app as a visitor meets it: a real server on a free port, and a guest who listens in."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.parse import parse_qs, urlsplit
from urllib.request import urlopen

from playwright.sync_api import BrowserContext, Frame, Page, WebSocket
from streamlit.proto.BackMsg_pb2 import BackMsg
from visiting import until

PROJECT = Path(__file__).parents[2]
IS_SHOWN = "document.documentElement?.dataset.day !== undefined"


def free_port() -> int:
    """Find a port that nobody listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


@contextmanager
def running(
    folder: Path = PROJECT, port: int | None = None, **environment: str
) -> Iterator[tuple[str, "subprocess.Popen[bytes]"]]:
    """Run the app of a folder; gives its address and its process."""
    port = port or free_port()
    command = [sys.executable, "-m", "streamlit", "run", "streamlit_app.py"]
    options = [
        f"--server.port={port}", "--server.address=127.0.0.1", "--server.headless=true",
        "--server.fileWatcherType=none",
    ]  # fmt: skip
    process = subprocess.Popen(
        [*command, *options],
        cwd=folder,
        env=os.environ | environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        _wait(process, f"{address}/_stcore/health")
        yield address, process
    finally:
        process.terminate()
        try:
            process.wait(60)
        finally:
            process.kill()  # one that will not end fails this test, and must not disturb the next


@contextmanager
def serving(folder: Path = PROJECT) -> Iterator[str]:
    """Run the app of a folder; gives its address."""
    with running(folder) as (address, _):
        yield address


def _wait(process: "subprocess.Popen[bytes]", address: str) -> None:
    deadline = time.monotonic() + 60
    while process.poll() is None and time.monotonic() < deadline:
        try:
            with urlopen(address, timeout=5):
                return
        except (URLError, OSError):
            time.sleep(0.1)
    raise RuntimeError("The app does not start; try: streamlit run streamlit_app.py")


class Guest:
    """Someone at the app: knows every rerun asked for and every request made."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self.reruns: list[BackMsg] = []
        self.requests: list[str] = []
        self.errors: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("websocket", self._listen)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("console", lambda said: said.type == "error" and self.errors.append(said.text))

    def _listen(self, socket: WebSocket) -> None:
        self.requests.append(socket.url)
        socket.on("framesent", self._hear)

    def _hear(self, frame: str | bytes) -> None:
        if isinstance(frame, bytes):
            message = BackMsg.FromString(frame)
            if message.WhichOneof("type") == "rerun_script":
                self.reruns.append(message)

    def open(self, query: str = "") -> "Guest":
        """Open the app, wait for map and panels, and start counting anew."""
        self.page.goto(f"{self.address}/{query}")
        self.page.locator("iframe.stCustomComponentV1").wait_for()
        until(self.map, IS_SHOWN, seconds=30)
        self.page.locator(".happened").wait_for()
        self.rest()
        self.reruns.clear()
        return self

    def rest(self) -> None:
        """Wait until what the page may still report is reported, and answered.

        By the clocks of page and app, which a busy machine slows down together with what they do.
        """
        until(self.map, IS_SHOWN, seconds=30)
        self.ask("new Promise(done => setTimeout(done, 350))")
        self.page.evaluate("new Promise(done => setTimeout(done, 50))")
        self.page.wait_for_function(
            "document.querySelector('[data-testid=stApp]')"
            ".getAttribute('data-test-script-state') === 'notRunning'"
        )

    @property
    def map(self) -> Frame:
        """The page inside its frame."""
        for _ in range(300):
            for frame in self.page.frames:
                if "/map.html" in frame.url:
                    return frame
            self.page.wait_for_timeout(50)
        raise AssertionError("the page was not loaded")

    def ask(self, expression: str) -> Any:
        """Ask the page itself."""
        return self.map.evaluate(expression)

    @property
    def day(self) -> str:
        """The day that the page shows."""
        return str(self.ask("window.campaign.day"))

    @property
    def query(self) -> dict[str, list[str]]:
        """What the address of the app asks for."""
        return parse_qs(urlsplit(self.page.url).query)

    def wait_for_heading(self, words: str) -> None:
        """Wait until the panels have come to a day."""
        self.page.get_by_role("heading", name=words).wait_for()
        self.rest()

    def drag_slider(self, start: float, end: float) -> None:
        """Drag without letting go; ends are shares of the slider's width."""
        box = self.map.locator("#day").bounding_box()
        assert box is not None
        mouse, middle = self.page.mouse, box["y"] + box["height"] / 2
        mouse.move(box["x"] + box["width"] * start, middle)
        mouse.down()
        for part in range(1, 26):
            share = start + (end - start) * part / 25
            mouse.move(box["x"] + box["width"] * share, middle)
            self.page.wait_for_timeout(20)


@contextmanager
def arrived(context: BrowserContext, address: str) -> Iterator[Guest]:
    """Come to the app in a new tab; the visit must end without an error on the console."""
    someone = Guest(context.new_page(), address)
    yield someone
    someone.page.close()
    assert someone.errors == []
