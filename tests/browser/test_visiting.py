"""A tab that was used is as a new one for whoever comes next."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from visiting import Visitor, visit

STATE = """async () => ({
    size: [innerWidth, innerHeight],
    media: ['(prefers-reduced-motion: reduce)', '(prefers-color-scheme: dark)',
        '(forced-colors: active)', '(prefers-contrast: more)', 'print'].filter(
            query => matchMedia(query).matches),
    stored: [localStorage.length, sessionStorage.length, window.name],
    mark: window.mark,
    hash: location.hash,
    hovered: [...document.querySelectorAll(':hover')].map(node => node.tagName),
    focused: document.activeElement.tagName,
    full: document.fullscreenElement,
    place: [(await navigator.permissions.query({ name: 'geolocation' })).state],
    day: window.campaign.day,
    open: [...document.querySelectorAll('details')].map(node => node.open),
    classes: [document.documentElement.className, document.body.className],
})"""


def state(page: Page, path: Path) -> Any:
    Visitor(page).open(path)
    return page.evaluate(STATE)


def use(visitor: Visitor, path: Path) -> None:
    """Leave a trace of every kind that a tab may keep."""
    page = visitor.page
    page.set_viewport_size({"width": 700, "height": 500})
    page.emulate_media(color_scheme="dark", contrast="more", forced_colors="active",
                       media="print", reduced_motion="reduce")  # fmt: skip
    page.context.grant_permissions(["geolocation"])
    page.route("**/*", lambda route: route.continue_())
    visitor.open(path, "#day=1945-08-18&mode=lecture&sure=1")
    page.evaluate("localStorage.a = sessionStorage.a = window.name = window.mark = 'here'")
    page.mouse.move(300, 300)
    page.mouse.down()
    page.locator("#day").focus()


def test_a_tab_that_was_used_is_as_a_new_one(tab: Page, page: Page, tiny_file: Path) -> None:
    new = state(page, tiny_file)
    with visit(tab) as visitor:
        use(visitor, tiny_file)
        assert {name for name, kept in tab.evaluate(STATE).items() if kept != new[name]} >= (
            {"size", "media", "stored", "mark", "hash", "place", "day", "classes", "focused"}
        )
    assert state(tab, tiny_file) == new


def test_what_the_visitor_before_said_is_not_heard_again(tab: Page, tiny_file: Path) -> None:
    with visit(tab) as before:
        before.open(tiny_file)
    with visit(tab) as after:
        after.open(tiny_file)
    assert before.requests == after.requests == [tiny_file.as_uri()]


def test_an_error_after_the_last_word_of_a_visit_is_heard(tab: Page, tiny_file: Path) -> None:
    with visit(tab) as visitor:
        visitor.open(tiny_file)
        tab.evaluate("setTimeout(() => console.error('too late'))")
    assert visitor.errors == ["too late"]


@pytest.mark.parametrize("way", ["script", "binding", "clock"])
def test_what_a_tab_would_keep_is_refused(browser: Browser, way: str) -> None:
    page = browser.new_page()
    with pytest.raises(pytest.fail.Exception, match="own_tab"), visit(page) as visitor:
        {
            "script": lambda: visitor.page.add_init_script("window.mark = 1"),
            "binding": lambda: visitor.page.expose_function("mark", print),
            "clock": lambda: visitor.page.clock.install(time=0),
        }[way]()
    page.close()
