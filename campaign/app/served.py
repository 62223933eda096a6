"""What a browser gets over plain HTTP, whatever becomes of the websocket.

Everything that the app shows comes over a websocket. Where that is blocked or cut, two things
remain: Streamlit's index, to which a line is added that says so, and the map as one file.
"""

from pathlib import Path

import streamlit as st
from markupsafe import Markup
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from campaign.app import shared, wording
from campaign.page import stylesheet
from campaign.text import words

__all__ = ["SAVED_AS", "index", "routes"]

SAVED_AS = "soviet-far-east-1945.html"
ASSETS = Path(__file__).parent / "assets"
INDEX = Path(st.__file__).parent / "static" / "index.html"


def index() -> str:
    """Give Streamlit's index with the line for who hears nothing of the app."""
    line = wording.markup(
        "connection.html",
        text=words()["app"]["connection"],
        file=SAVED_AS,
        style=Markup(stylesheet.root() + _asset("connection.css")),
        script=Markup(_asset("connection.js")),
    )
    return INDEX.read_text(encoding="utf-8").replace("</body>", f"{line}</body>")


def routes() -> list[Route]:
    """Give the routes that go before Streamlit's own."""
    page = index()

    async def show_index(_: Request) -> Response:
        return HTMLResponse(page, headers={"Cache-Control": "no-cache"})

    return [Route("/", show_index), Route(f"/{SAVED_AS}", _show_map)]


async def _show_map(_: Request) -> Response:
    page = await run_in_threadpool(lambda: shared.everything()[1])
    return HTMLResponse(page.html, headers={"Cache-Control": "no-cache"})


def _asset(name: str) -> str:
    return (ASSETS / name).read_text(encoding="utf-8")
