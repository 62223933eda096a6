"""Wheel and fingers: inside another page they move that page, unless the map is plainly meant."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Frame, Page
from visiting import MAP_FITS, Visitor, hold, touch_screen, until

PARENT = """<!DOCTYPE html><title>A course</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>iframe { border: 0; height: 420px; width: 360px; }</style>
<p>Before</p><iframe src="tiny.html"></iframe>
<p style="height: 3000px">After</p>"""
ZOOM = "window.campaign.map.getZoom()"
SCROLLED = "scrollY"


@pytest.fixture(scope="module")
def touched(browser: Browser) -> Iterator[Page]:
    """A tab on a screen with fingers on it."""
    with touch_screen(browser, 390, 700) as page:
        yield page


@pytest.fixture
def reader(touched: Page) -> Iterator[Visitor]:
    with hold(touched) as someone:
        yield someone


def framed(reader: Visitor, tiny_file) -> Frame:
    path = tiny_file.with_name("course.html")
    path.write_text(PARENT, encoding="utf-8")
    reader.page.goto(path.as_uri())
    frame = next(one for one in reader.page.frames if one.url.endswith("tiny.html"))
    until(frame, f"document.documentElement?.dataset.day !== undefined && {MAP_FITS}")
    return frame


def middle(frame: Frame) -> tuple[float, float]:
    box = frame.locator(".folium-map").bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def swipe(reader: Visitor, where: tuple[float, float], gaps: tuple[int, ...], by: int) -> None:
    """Move one finger for each gap from the middle."""
    session = reader.page.context.new_cdp_session(reader.page)

    def touch(kind: str, far: float) -> None:
        points = [
            {"x": where[0] + gap * (1 + far / 60), "y": where[1] + (0 if gap else far), "id": n}
            for n, gap in enumerate(gaps)
        ]
        session.send(
            "Input.dispatchTouchEvent",
            {"type": kind, "touchPoints": [] if kind == "touchEnd" else points},
        )

    touch("touchStart", 0)
    for part in range(1, 13):
        touch("touchMove", by * part / 12)
        reader.page.wait_for_timeout(20)
    touch("touchEnd", by)
    session.detach()


def test_the_wheel_over_a_framed_map_scrolls_the_page_around(visitor, tiny_file) -> None:
    inside = framed(visitor, tiny_file)
    before = inside.evaluate(ZOOM)
    visitor.page.mouse.move(*middle(inside))
    visitor.page.mouse.wheel(0, 300)
    visitor.until(f"{SCROLLED} > 100")
    assert inside.evaluate(ZOOM) == before
    assert "Ctrl + wheel" in inside.locator("#message").inner_text()


@pytest.mark.parametrize("key", ["Control", "Meta"])
def test_the_wheel_with_a_key_zooms_a_framed_map(visitor, tiny_file, key) -> None:
    inside = framed(visitor, tiny_file)
    before = inside.evaluate(ZOOM)
    visitor.page.mouse.move(*middle(inside))
    visitor.page.keyboard.down(key)
    visitor.page.mouse.wheel(0, -300)
    visitor.page.keyboard.up(key)
    until(inside, f"{ZOOM} > {before}")
    assert visitor.page.evaluate(SCROLLED) == 0
    assert inside.locator("#message").inner_text() == ""


def test_a_hint_takes_the_place_of_no_other_message(visitor, tiny_file) -> None:
    inside = framed(visitor, tiny_file)
    inside.evaluate("window.campaign.flyTo('moon')")
    visitor.page.mouse.move(*middle(inside))
    visitor.page.mouse.wheel(0, 300)
    visitor.until(f"{SCROLLED} > 100")
    assert "moon" in inside.locator("#message").inner_text()


def test_the_mouse_drags_a_framed_map(visitor, tiny_file) -> None:
    inside = framed(visitor, tiny_file)
    x, y = middle(inside)
    visitor.page.mouse.move(x, y)
    visitor.page.mouse.down()
    visitor.page.mouse.move(x + 30, y + 20, steps=5)
    visitor.page.mouse.up()
    until(inside, "window.campaign.view === null")


def test_the_wheel_zooms_a_page_of_its_own(visitor, tiny_file) -> None:
    visitor.open(tiny_file)
    before = visitor.page.evaluate(ZOOM)
    visitor.page.mouse.move(*middle(visitor.page.main_frame))
    visitor.page.mouse.wheel(0, -300)
    visitor.until(f"{ZOOM} > {before}")
    assert visitor.page.locator("#message").inner_text() == ""


def test_one_finger_on_a_framed_map_scrolls_the_page_around(reader, tiny_file) -> None:
    inside = framed(reader, tiny_file)
    # not its centre, which Leaflet gives exactly or to the pixel
    where = "String(window.campaign.map.latLngToContainerPoint([46, 134]))"
    before = inside.evaluate(where)
    swipe(reader, middle(inside), (0,), -120)
    reader.until(f"{SCROLLED} > 50")
    assert inside.evaluate(where) == before
    assert "Two fingers" in inside.locator("#message").inner_text()


def test_two_fingers_on_a_framed_map_zoom_it(reader, tiny_file) -> None:
    inside = framed(reader, tiny_file)
    before = inside.evaluate(ZOOM)
    swipe(reader, middle(inside), (-30, 30), 100)
    until(inside, f"{ZOOM} > {before + 0.3}")
    assert reader.page.evaluate("visualViewport.scale") == 1
    assert inside.locator("#message").inner_text() == ""


def test_one_finger_moves_the_map_of_a_page_of_its_own(reader, tiny_file) -> None:
    reader.open(tiny_file)
    swipe(reader, middle(reader.page.main_frame), (0,), -100)
    reader.until("window.campaign.view === null")


def test_a_tap_on_a_framed_map_opens_a_card(reader, tiny_file) -> None:
    inside = framed(reader, tiny_file)
    inside.locator(".place").first.tap()
    inside.locator("#details").wait_for()
    assert inside.locator("#message").inner_text() == ""
