"""A phone held on its side: every control can be reached, what opens closes, a lecture is left."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page
from visiting import MAP_FITS, SMALL_TARGETS, Visitor, hold, touch_screen

SIDEWAYS = ((932, 430), (915, 412), (896, 414), (844, 390), (740, 360), (667, 375), (568, 320))
LECTURES = [size for size in SIDEWAYS if size[0] > 640]
STATES = {
    "plain": ("", ()),
    "legend": ("", ("#legend > summary",)),
    "all signs": ("", ("#legend > summary", "#legend-more > summary")),
    "doubt": ("&sure=1", ("#legend > summary", "#legend-doubt > summary")),
    "compared": ("&compare=1945-08-12", ()),
    "layers": ("", ("#layers > summary",)),
    "the day": ("", ("#panel-button",)),
    "story": ("&story=4", ()),
    "story, legend": ("&story=4", ("#legend > summary",)),
}
OUT_OF_REACH = """(within) => {
    // a finger scrolls what scrolls, not what hides what does not fit
    const hides = (node, axis) => ['hidden', 'clip'].includes(getComputedStyle(node)[axis]);
    const isOut = (node) => {
        node.scrollIntoView({ block: 'nearest', inline: 'nearest' });
        for (let up = node.parentElement; up; up = up.parentElement) {
            if (hides(up, 'overflowX')) up.scrollLeft = 0;
            if (hides(up, 'overflowY')) up.scrollTop = 0;
        }
        const { x, y, width, height } = node.getBoundingClientRect();
        const hit = document.elementFromPoint(x + width / 2, y + height / 2);
        return !hit || !(node.closest('label') ?? node).contains(hit);
    };
    return [...document.querySelectorAll(':is(button, summary, select, input)' + within)]
        .filter(node => node.checkVisibility({ visibilityProperty: true }) && isOut(node))
        .map(node => node.outerHTML.slice(0, 70));
}"""
BEYOND = (
    "[document.documentElement.scrollWidth - innerWidth,"
    " document.documentElement.scrollHeight - innerHeight]"
)
LECTURE = "document.documentElement.classList.contains('lecture')"


@pytest.fixture(scope="module")
def phone(browser: Browser) -> Iterator[Page]:
    """A phone, turned by each test as it likes."""
    with touch_screen(browser, 844, 390) as page:
        yield page


@pytest.fixture
def holder(phone: Page) -> Iterator[Visitor]:
    """Someone who holds it."""
    with hold(phone) as someone:
        yield someone


def turn(holder: Visitor, size: tuple[int, int]) -> None:
    holder.page.set_viewport_size({"width": size[0], "height": size[1]})


def is_open(holder: Visitor, name: str) -> bool:
    return bool(holder.page.locator(name).evaluate("node => node.open"))


@pytest.mark.parametrize("mode", ["", "&mode=lecture"])
@pytest.mark.parametrize("state", STATES)
def test_every_control_is_within_reach_and_large(holder, file, subtests, state, mode) -> None:
    address, taps = STATES[state]
    if mode and state in ("the day", "layers", "all signs"):
        return  # no lecture has them
    turn(holder, SIDEWAYS[0])
    holder.open(file, f"#day=1945-08-20{address}{mode}")
    assert holder.page.evaluate(LECTURE) is bool(mode)
    for tap in taps:
        holder.page.locator(tap).tap()
    sizes = LECTURES if mode else SIDEWAYS
    # what lies between the widest and the narrowest is tried with nothing open
    for size in sizes if state == "plain" else (sizes[0], sizes[-1]):
        with subtests.test(str(size)):
            turn(holder, size)
            holder.until(MAP_FITS)
            if mode:
                assert holder.page.locator("#lecture").is_visible()
            assert holder.page.evaluate(BEYOND) == [0, 0]
            day, stage = (holder.page.locator(name).bounding_box() for name in ("#day", ".stage"))
            assert day is not None
            assert day["y"] + day["height"] <= size[1]
            assert stage is not None
            assert stage["height"] >= 0.5 * size[1]
            assert stage["width"] >= 0.45 * size[0]
            assert holder.page.evaluate(SMALL_TARGETS, "[type=checkbox]") == []
            # the layers open over the rest like a menu, and close when it is touched
            within = ":is(#layers *)" if state == "layers" else ""
            assert holder.page.evaluate(OUT_OF_REACH, within) == []


@pytest.mark.parametrize("mode", ["", "&mode=lecture"])
@pytest.mark.parametrize("name", ["#legend", "#legend-doubt"])
def test_a_legend_that_was_opened_is_closed_by_the_same_tap(
    holder, file, subtests, name, mode
) -> None:
    turn(holder, SIDEWAYS[0])
    holder.open(file, f"#day=1945-08-20&sure=1{mode}")
    for size in (LECTURES if mode else SIDEWAYS)[::2]:
        with subtests.test(str(size)):
            turn(holder, size)
            holder.until(MAP_FITS)
            was = is_open(holder, name)
            for wanted in (not was, was):
                holder.page.locator(f"{name} > summary").tap()
                assert is_open(holder, name) is wanted
            assert not was


def test_a_lecture_is_begun_told_and_left_with_a_finger(holder, file, subtests) -> None:
    for size in LECTURES[::2]:
        with subtests.test(str(size)):
            turn(holder, size)
            holder.open(file, "#day=1945-08-20")
            holder.page.locator("#lecture").tap()
            holder.until(LECTURE)
            holder.page.locator("#next").tap()
            holder.wait_for("1945-08-21")
            holder.page.locator("#story-button").tap()
            holder.page.locator("#story-next").tap()
            assert "Chapter 2" in holder.page.locator("#story-number").inner_text()
            date, leave = (
                holder.page.locator(name).bounding_box() for name in (".masthead", "#lecture")
            )
            assert date is not None
            assert leave is not None
            assert date["x"] + date["width"] <= leave["x"], "the date lies on what leaves"
            holder.page.locator("#lecture").tap()
            holder.until(f"!{LECTURE}")
            holder.leave_full_screen()
            holder.page.locator("#story-close").tap()


def test_a_lecture_is_given_by_keys_alone_from_its_link(holder, file) -> None:
    press, number = holder.page.keyboard.press, holder.page.locator("#story-number")
    turn(holder, (844, 390))
    holder.open(file, "#mode=lecture&story=1")
    press("PageDown")
    assert "Chapter 2" in number.inner_text()
    for is_black in (True, False):
        press("b")
        assert holder.page.locator("#black").is_visible() is is_black
    press("PageUp")
    assert "Chapter 1" in number.inner_text()
    press("Escape")
    holder.until(f"!{LECTURE}")
    assert number.is_visible()
    press("ArrowRight")
    press("Escape")
    assert not number.is_visible()
    assert holder.page.locator("#day").is_visible()


def test_a_lecture_is_left_after_the_phone_was_turned_upright(holder, file, subtests) -> None:
    for address in ("", "&sure=1", "&story=4"):
        turn(holder, SIDEWAYS[0])
        holder.open(file, f"#day=1945-08-20&mode=lecture{address}")
        for size in LECTURES[::2]:
            with subtests.test(f"{size} {address}"):
                turn(holder, size[::-1])
                holder.until(MAP_FITS)
                assert holder.page.evaluate(BEYOND) == [0, 0]
                assert holder.page.evaluate(SMALL_TARGETS, "[type=checkbox]") == []
                assert holder.page.evaluate(OUT_OF_REACH, "") == []
                assert holder.page.locator("#lecture").is_visible()


@pytest.mark.parametrize("mode", ["", "&mode=lecture"])
def test_a_card_can_be_read_and_closed(holder, file, subtests, mode) -> None:
    turn(holder, SIDEWAYS[0])
    holder.open(file, f"#day=1945-08-20&view=manchuria{mode}")
    for size in (LECTURES if mode else SIDEWAYS)[::2]:
        with subtests.test(str(size)):
            turn(holder, size)
            holder.until(MAP_FITS)
            holder.page.locator(".place[aria-label^=Mukden]").evaluate("node => node.click()")
            card, stage = (
                holder.page.locator(name).bounding_box() for name in ("#details", ".stage")
            )
            assert card is not None
            assert stage is not None
            assert card["height"] >= 0.7 * stage["height"]
            assert card["y"] + card["height"] <= stage["y"] + stage["height"]
            # however far it was read
            card_node = holder.page.locator("#details")
            card_node.evaluate("node => { node.scrollTop = node.scrollHeight; }")
            card_node.locator(".close").tap()
            assert not card_node.is_visible()


def test_the_help_is_closed_where_it_ends(holder, file, subtests) -> None:
    holder.open(file)
    for size in SIDEWAYS:
        with subtests.test(str(size)):
            turn(holder, size)
            holder.page.locator("#help-button").tap()
            holder.page.locator("#help").evaluate("node => { node.scrollTop = node.scrollHeight; }")
            holder.page.locator("#help").get_by_role("button", name="Close").tap()
            assert not is_open(holder, "#help")


@pytest.mark.parametrize("address", ["", "#story=3"])
def test_share_is_seen_without_a_swipe(holder, file, subtests, address) -> None:
    holder.open(file, address)
    for size in (*SIDEWAYS[::2], (390, 844), (360, 640), (320, 568), (820, 1180)):
        with subtests.test(str(size)):
            turn(holder, size)
            holder.until(MAP_FITS)
            assert holder.page.locator("#share").evaluate(
                """node => { const { x, y, width, height } = node.getBoundingClientRect();
                return node.contains(document.elementFromPoint(x + width / 2, y + height / 2)); }"""
            )


def test_the_name_of_the_view_is_in_sight(holder, file, subtests) -> None:
    holder.open(file, "#day=1945-08-20")
    for size in ((390, 844), *SIDEWAYS[::3]):
        turn(holder, size)
        for view in ("theatre", "korea", "rumoi", "theatre"):
            with subtests.test(f"{size} {view}"):
                holder.page.evaluate("view => window.campaign.flyTo(view)", view)
                assert holder.page.locator(f"[data-view={view}]").evaluate(
                    """node => {
                        const [mine, row] = [node, node.parentElement].map(
                            one => one.getBoundingClientRect());
                        return mine.left >= row.left - 1 && mine.right <= row.right + 1;
                    }"""
                )
