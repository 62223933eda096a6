"""What a browser gets without the websocket."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import streamlit as st
from starlette.requests import Request

from campaign.app import served, shared
from campaign.text import words


def test_the_index_is_streamlits_with_one_line_more() -> None:
    index, stock = served.index(), (Path(st.__file__).parent / "static" / "index.html").read_text()
    assert index.startswith(stock[: stock.index("</body>")])
    assert words()["app"]["connection"]["blocked"] in index
    script = served.ASSETS / "connection.js"
    assert script.read_text(encoding="utf-8") in index


def test_the_map_is_served_as_a_file_before_anybody_has_come() -> None:
    st.cache_resource.clear()
    show = {route.path: route.endpoint for route in served.routes()}
    coming = show[f"/{served.SAVED_AS}"](Request({"type": "http"}))
    with ThreadPoolExecutor() as thread:  # Playwright's loop may be running in this one
        answer = thread.submit(asyncio.run, coming).result()
    assert answer.media_type == "text/html"
    assert answer.body == shared.everything()[1].html
