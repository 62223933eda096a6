"""The app on screens and sheets: the map fills the first of them, and who waits is told."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, Route, expect
from server import Guest, arrived, serving
from visiting import MAP_FITS, until

from campaign.text import words

LOADING = words()["app"]["loading"]
OVERLAP = """days => {
    const boxes = [...days.children].filter(day => day.checkVisibility())
        .map(day => day.getBoundingClientRect());
    return boxes.some((box, n) => n && box.left < boxes[n - 1].right);
}"""


@pytest.fixture(scope="module")
def reader(app_context: BrowserContext, app_address: str) -> Iterator[Guest]:
    """Someone at the app, for windows and sheets of every size."""
    with arrived(app_context, app_address) as someone:
        yield someone.open("?day=1945-08-18&view=manchuria")


def test_the_map_fills_the_first_screen(reader: Guest) -> None:
    for width, height in ((390, 844), (1920, 1080), (1280, 720)):
        reader.page.set_viewport_size({"width": width, "height": height})
        box = reader.page.locator("iframe.stCustomComponentV1").bounding_box()
        assert box is not None
        assert (box["x"], box["y"], box["width"]) == (0, 0, width)
        assert 0.9 * height < box["height"] < height
        until(
            reader.page, f"document.querySelector('[data-testid=stMain]').scrollWidth === {width}"
        )


def test_the_first_visitor_is_told_that_the_map_is_coming(app_context: BrowserContext) -> None:
    with serving() as address:
        page = app_context.new_page()
        page.goto(address)
        # the server reads its libraries before it can say anything
        expect(page.get_by_test_id("stSpinner")).to_contain_text(LOADING, timeout=60_000)
        page.close()


def test_the_word_for_who_waits_lies_under_the_map(
    app_context: BrowserContext, app_address: str
) -> None:
    page = app_context.new_page()
    held: list[Route] = []
    page.route("**/map.html*", lambda route: held.append(route))
    page.goto(app_address)
    frame = page.locator("iframe.stCustomComponentV1")
    frame.wait_for()
    until(page, "document.querySelector('iframe.stCustomComponentV1').offsetHeight > 600")
    word = page.locator(".st-key-map .loading")
    expect(word).to_have_text(LOADING)
    assert frame.evaluate("frame => getComputedStyle(frame).backgroundColor") == "rgba(0, 0, 0, 0)"
    inner, outer = word.bounding_box(), frame.bounding_box()
    assert inner is not None
    assert outer is not None
    assert outer["y"] < inner["y"] < outer["y"] + outer["height"] - inner["height"]
    assert held, "the page came without being asked for"
    page.close()


def test_on_a_phone_on_its_side_the_slider_is_on_the_first_screen(reader: Guest) -> None:
    for width, height in ((932, 430), (844, 390), (740, 360), (667, 331), (568, 320)):
        reader.page.set_viewport_size({"width": width, "height": height})
        box = reader.map.locator("#day").bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= height
        bottom = reader.page.locator(".st-key-map").bounding_box()
        assert bottom is not None
        assert bottom["y"] + bottom["height"] < height, "nothing says that more follows"


def test_the_wheel_over_the_map_scrolls_the_app(reader: Guest) -> None:
    reader.page.set_viewport_size({"width": 1280, "height": 720})
    until(reader.map, MAP_FITS)
    zoom = reader.ask("window.campaign.map.getZoom()")
    reader.page.mouse.move(640, 360)
    reader.page.mouse.wheel(0, 300)
    until(reader.page, "document.querySelector('.st-key-map').getBoundingClientRect().y < -100")
    assert reader.ask("window.campaign.map.getZoom()") == zoom


def test_printing_the_app_fits_the_map_to_the_sheet(reader: Guest) -> None:
    reader.page.set_viewport_size({"width": 1280, "height": 720})
    until(reader.map, MAP_FITS)
    size = "(({x, y}) => [x, y])(window.campaign.map.getSize())"
    before = reader.ask(size)
    reader.ask(f"addEventListener('beforeprint', () => {{ window.printed = {size}; }})")
    reader.page.pdf(format="A4")
    assert reader.ask("window.printed") == [698, 648]  # within its border
    assert reader.ask(size) == before
    reader.page.emulate_media(media="print")
    for width, height in ((718, 1047), (1047, 718), (740, 980), (980, 740)):
        reader.page.set_viewport_size({"width": width, "height": height})
        frame = reader.page.locator("iframe.stCustomComponentV1").bounding_box()
        assert frame is not None
        assert frame["width"] >= 700
        assert 690 <= frame["height"] <= height
        days = reader.page.locator(".held .days")
        assert not days.evaluate(OVERLAP)
        assert days.evaluate("days => days.clientWidth") >= 240, "the bars cannot be told apart"
