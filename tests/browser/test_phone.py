"""On a phone and a tablet, with fingers: targets, sheets, pinching, nothing sideways."""

from collections.abc import Iterator
from datetime import date

import pytest
from playwright.sync_api import Browser, Page
from visiting import MAP_FITS, SMALL_TARGETS, Visitor, hold, touch_screen

from campaign.telling.chronicle import events_of

PHONE, TABLET = (390, 844), (820, 1180)


@pytest.fixture(scope="module", params=[PHONE, TABLET], ids=["phone", "tablet"])
def handheld(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A screen with fingers on it."""
    with touch_screen(browser, *request.param) as page:
        yield page


@pytest.fixture
def holder(handheld: Page) -> Iterator[Visitor]:
    """Someone who holds the page in a hand."""
    with hold(handheld) as someone:
        yield someone


def size(holder: Visitor) -> tuple[int, int]:
    found = holder.page.viewport_size
    assert found is not None
    return found["width"], found["height"]


@pytest.mark.parametrize("shown", ["", "&story=4", "panel", "&compare=1945-08-12&sure=1"])
def test_targets_are_large_and_nothing_lies_beyond_the_screen(holder, file, shown) -> None:
    holder.open(file, f"#day=1945-08-20{shown if shown != 'panel' else ''}")
    if shown == "panel":
        holder.page.locator("#panel-button").tap()
    width, height = size(holder)
    assert holder.page.evaluate("document.documentElement.scrollWidth") <= width
    assert holder.page.evaluate("document.documentElement.scrollHeight") <= height
    assert holder.page.evaluate(SMALL_TARGETS, "") == []


def test_the_slider_stays_under_the_thumb(holder, file) -> None:
    """The panel and the story push the map, never the slider."""
    holder.open(file, "#day=1945-08-20")
    _, height = size(holder)
    for button in ("#panel-button", "#story-button"):
        holder.page.locator(button).tap()
        box = holder.page.locator("#day").bounding_box()
        assert box is not None
        assert height - 240 < box["y"] < height - 20
        assert holder.page.locator("path.ground").first.is_visible()
        stage = holder.page.locator(".stage").bounding_box()
        assert stage is not None
        assert stage["height"] >= 0.3 * height


def test_pinching_zooms_the_map_and_not_the_page(holder, file) -> None:
    holder.open(file, "#day=1945-08-20")
    before = holder.page.evaluate("window.campaign.map.getZoom()")
    box = holder.page.locator(".stage").bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    session = holder.page.context.new_cdp_session(holder.page)

    def touch(kind: str, gap: float) -> None:
        points = [{"x": x - gap, "y": y, "id": 0}, {"x": x + gap, "y": y, "id": 1}]
        session.send(
            "Input.dispatchTouchEvent",
            {"type": kind, "touchPoints": points if kind != "touchEnd" else []},
        )

    touch("touchStart", 30)
    for gap in range(30, 110, 8):
        touch("touchMove", gap)
        holder.page.wait_for_timeout(20)
    touch("touchEnd", 110)
    holder.until(f"window.campaign.map.getZoom() > {before + 0.5}")
    assert holder.page.evaluate("visualViewport.scale") == 1
    assert holder.page.evaluate("document.documentElement.scrollWidth") <= size(holder)[0]


def test_a_view_keeps_its_frame_when_a_sheet_comes_and_goes(holder, file) -> None:
    holder.open(file, "#day=1945-08-20&view=manchuria")
    place = "(({lat, lng}) => [lat, lng, window.campaign.map.getZoom()])"
    where = f"{place}(window.campaign.map.getCenter())"
    assert holder.page.evaluate(MAP_FITS), "the map has jumped when its first day was told"
    before = holder.page.evaluate(where)
    for way in ("#panel-button", "#panel-close"):
        holder.page.locator(way).tap()
        holder.until(MAP_FITS)
    assert holder.page.evaluate(where) == pytest.approx(before, abs=0.1)
    assert holder.page.evaluate("window.campaign.view") == "manchuria"


def test_every_view_and_tool_is_a_swipe_and_a_tap_away(holder, file) -> None:
    holder.open(file, "#day=1945-09-05")
    holder.page.locator("[data-view=habomai]").tap()
    assert holder.page.evaluate("window.campaign.view") == "habomai"
    assert holder.page.locator("[data-view=habomai]").evaluate(
        "node => { const box = node.getBoundingClientRect();"
        " return box.left >= 0 && box.right <= innerWidth; }"
    )
    holder.page.locator("#layers summary").tap()
    sheet = holder.page.locator(".layers .sheet")
    box = sheet.bounding_box()
    width, height = size(holder)
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    assert box["y"] + box["height"] <= height
    # what it lies over stays under it
    seen = sheet.evaluate(
        """node => ['zoom-in', 'legend', 'play'].filter(id => {
            const [mine, theirs] = [node, document.getElementById(id)].map(
                one => one.getBoundingClientRect());
            const [x, y] = [theirs.x + theirs.width / 2, theirs.y + theirs.height / 2];
            const isUnder = x > mine.left && x < mine.right && y > mine.top && y < mine.bottom;
            return isUnder && !node.contains(document.elementFromPoint(x, y));
        })"""
    )
    assert seen == []
    holder.page.locator(".stage").tap(position={"x": 60, "y": 180})
    assert not sheet.is_visible()


def test_an_event_says_what_it_is_where_no_panel_does(holder, atlas, file) -> None:
    holder.open(file, "#day=1945-08-20")
    holder.page.locator("#event-next").tap()
    event = next(event for event in events_of(atlas, date(1945, 8, 20)))
    assert f"20 August: {event.title}" in holder.page.locator("#message").inner_text()
    holder.page.locator("#message button").tap()
    assert holder.page.locator("#message").inner_text() == ""


def test_a_lecture_asked_of_a_phone_leaves_the_map_usable(holder, file) -> None:
    holder.open(file, "#day=1945-08-20&mode=lecture")
    width, _ = size(holder)
    assert holder.page.locator("html.lecture").count() == (0 if width < 640 else 1)
    if width < 640:
        assert "screen in a room" in holder.page.locator("#message").inner_text()
    holder.page.locator("#story-button").tap()
    holder.page.locator("#story-next").tap()
    assert "Chapter 2" in holder.page.locator("#story-number").inner_text()


def test_held_sideways_the_map_has_most_of_the_screen(holder, file) -> None:
    width, height = size(holder)
    holder.page.set_viewport_size({"width": height, "height": width})
    holder.open(file, "#day=1945-08-20&view=theatre")
    stage = holder.page.locator(".stage").bounding_box()
    assert stage is not None
    assert stage["height"] >= 0.6 * width
    assert holder.page.evaluate("document.documentElement.scrollWidth") <= height
    assert holder.page.locator("#day").is_visible()


def test_a_place_is_searched_with_a_tap(holder, file) -> None:
    holder.open(file, "#day=1945-08-20")
    holder.page.locator("#search").tap()
    holder.page.keyboard.type("etorofu")
    option = holder.page.get_by_role("option").first
    box = option.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= size(holder)[0]
    option.tap()
    assert holder.page.get_by_role("dialog").is_visible()


def test_what_is_searched_or_tapped_is_not_hidden_by_its_card(holder, file) -> None:
    holder.open(file, "#day=1945-08-20")

    def is_seen(name: str) -> bool:
        return bool(
            holder.page.get_by_role("button", name=name, exact=True).evaluate(
                """node => {
                    const { x, y, width, height } = node.getBoundingClientRect();
                    return node.contains(document.elementFromPoint(x + width / 2, y + height / 2));
                }"""
            )
        )

    holder.page.locator("#search").fill("Mukden")
    holder.page.keyboard.press("Enter")
    assert holder.page.locator("#details").is_visible()
    assert is_seen("Mukden · Shenyang")
    holder.page.keyboard.press("Escape")
    holder.page.locator("#manchuria").tap()
    holder.page.get_by_role("button", name="Harbin", exact=True).tap()
    assert holder.page.locator("#details").is_visible()
    assert is_seen("Harbin")


@pytest.mark.parametrize("shape", [(844, 390), (1280, 500)])
def test_the_slider_of_a_low_window_stays_wide_while_the_story_is_told(
    visitor, file, shape
) -> None:
    visitor.page.set_viewport_size({"width": shape[0], "height": shape[1]})
    visitor.open(file, "#story=9")
    box = visitor.page.locator("#day").bounding_box()
    assert box is not None
    assert box["width"] > 0.8 * shape[0]
