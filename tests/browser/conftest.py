"""Chromium from the system, and the page as a file opened in it without any network."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import chromium
import pytest
import tiny
from playwright.sync_api import Browser, BrowserContext, Page
from server import Guest, arrived, serving
from visiting import Visitor, visit

import campaign
from campaign.page import render


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    """Use the installed Chromium."""
    return chromium.launch_args()


@pytest.fixture(scope="session")
def tiny_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of a few squares."""
    path = tmp_path_factory.mktemp("page") / "tiny.html"
    path.write_text(render(tiny.tiny_map()), encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def atlas() -> campaign.Campaign:
    """The whole campaign."""
    return campaign.load()


@pytest.fixture(scope="session")
def html(atlas: campaign.Campaign) -> str:
    """The page of the whole campaign."""
    return render(atlas.page())


@pytest.fixture(scope="session")
def file(html: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the whole campaign as a file."""
    path = tmp_path_factory.mktemp("campaign") / "campaign.html"
    path.write_text(html, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def tab(browser: Browser, browser_context_args: dict[str, Any]) -> Iterator[Page]:
    """A tab that the tests of a module use one after the other."""
    context = browser.new_context(**browser_context_args)
    yield context.new_page()
    context.close()


@pytest.fixture
def visitor(request: pytest.FixtureRequest) -> Iterator[Visitor]:
    """Someone whose visit must end without an error on the console."""
    if request.node.get_closest_marker("own_tab"):
        someone = Visitor(request.getfixturevalue("page"))
        yield someone
        someone.leave()
    else:
        with visit(request.getfixturevalue("tab")) as someone:
            yield someone
    assert someone.errors == []


@pytest.fixture(scope="session")
def app_address() -> Iterator[str]:
    """The app, served for all tests that leave it as it was."""
    with serving() as address:
        yield address


@pytest.fixture(scope="session")
def app_context(browser: Browser) -> Iterator[BrowserContext]:
    """One for all tabs with the app, so that Streamlit's own script is fetched only once."""
    context = browser.new_context(viewport={"width": 1280, "height": 720})
    context.set_default_timeout(60_000)
    yield context
    context.close()


@pytest.fixture
def guest(app_context: BrowserContext, app_address: str) -> Iterator[Guest]:
    """Someone at the app in a tab of their own."""
    with arrived(app_context, app_address) as someone:
        yield someone
