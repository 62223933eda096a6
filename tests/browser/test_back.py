"""Back closes what was opened last, and only then leads to what was there before."""

import pytest

CLOSED = """() => ['black', 'search-list', 'details', 'story'].every(id =>
    document.getElementById(id).hidden)
    && !document.getElementById('help').open && !document.getElementById('layers').open
    && !document.querySelector('html.lecture, body.comparing')"""


def open_black(page) -> None:
    page.keyboard.press("b")


def open_help(page) -> None:
    page.keyboard.press("?")


def open_search(page) -> None:
    page.locator("#search").fill("Mukden")


def open_layers(page) -> None:
    page.locator("#layers summary").click()


def open_card(page) -> None:
    page.get_by_role("button", name="Mukden · Shenyang", exact=True).press("Enter")


def open_story(page) -> None:
    page.locator("#story-button").click()


def open_lecture(page) -> None:
    page.keyboard.press("l")


def open_comparison(page) -> None:
    page.locator("#compare").click()


OPENED = (
    open_black, open_help, open_search, open_layers, open_card, open_story, open_lecture,
    open_comparison,
)  # fmt: skip


@pytest.fixture
def reader(visitor):
    visitor.page.set_viewport_size({"width": 1280, "height": 720})
    visitor.page.emulate_media(reduced_motion="reduce")
    return visitor


def back(reader) -> None:
    # later, since it may leave the page that is asked
    reader.page.evaluate("() => { setTimeout(() => history.back()); }")
    reader.page.wait_for_timeout(150)


def test_back_closes_each_and_stays_on_the_day(reader, file, subtests) -> None:
    reader.open(file, "#day=1945-08-18")
    assert reader.page.evaluate(CLOSED)
    for opening in OPENED:
        with subtests.test(opening.__name__):
            opening(reader.page)
            assert not reader.page.evaluate(CLOSED)
            reader.go_to("1945-08-20")
            reader.page.wait_for_timeout(700)  # so that the address is written
            back(reader)
            reader.until(f"({CLOSED})()")
            assert reader.day == "1945-08-20"
            reader.until("location.hash.includes('day=1945-08-20')")
            reader.go_to("1945-08-18")
    length = reader.page.evaluate("history.length")
    reader.page.locator("#next").click()
    reader.wait_for("1945-08-19")
    reader.page.wait_for_timeout(700)
    assert reader.page.evaluate("history.length") == length  # days replace each other


def test_back_closes_one_after_the_other_and_then_leaves(reader, file) -> None:
    reader.open(file, "#day=1945-08-18")
    page = reader.page
    open_story(page)
    page.keyboard.press("PageDown")
    page.keyboard.press("PageDown")
    open_lecture(page)
    open_black(page)
    page.keyboard.press("b")  # closed by hand: its entry is used for the next
    open_help(page)
    page.keyboard.press("Escape")  # and passed by
    back(reader)
    reader.until("!document.querySelector('html.lecture')")
    assert "Chapter 3" in page.locator("#story-number").inner_text()
    back(reader)
    reader.until(f"({CLOSED})()")
    back(reader)
    page.wait_for_url("about:blank")


def test_what_a_link_opened_is_left_with_the_page(reader, file) -> None:
    reader.open(file, "#mode=lecture&story=13")
    open_black(reader.page)
    back(reader)
    reader.until("document.getElementById('black').hidden")
    assert reader.page.locator("html.lecture #story").is_visible()
    back(reader)
    reader.page.wait_for_url("about:blank")


def test_back_closes_after_a_reload_too_and_forward_follows_the_address(reader, file) -> None:
    reader.open(file, "#day=1945-08-18")
    open_story(reader.page)
    reader.page.keyboard.press("PageDown")
    reader.until("location.hash.includes('story=2')")
    reader.page.reload()
    reader.until("document.documentElement.dataset.day !== undefined")
    assert reader.page.locator("#story").is_visible()
    back(reader)
    reader.until(f"({CLOSED})()")
    reader.until("!location.hash.includes('story')")
    reader.page.evaluate("history.forward()")
    reader.until("!document.getElementById('story').hidden")
    assert "Chapter 2" in reader.page.locator("#story-number").inner_text()
    back(reader)
    reader.until(f"({CLOSED})()")


def test_a_link_written_by_hand_is_left_for_the_one_before(reader, file) -> None:
    reader.open(file, "#day=1945-08-18")
    reader.page.evaluate("location.hash = '#day=1945-08-30'")
    reader.wait_for("1945-08-30")
    open_card(reader.page)
    back(reader)
    reader.until(f"({CLOSED})()")
    assert reader.day == "1945-08-30"
    back(reader)
    reader.wait_for("1945-08-18")
