"""The app in a browser: one rerun for one release, one mount, links both ways, nothing outside."""

from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Route, WebSocketRoute, expect
from server import IS_SHOWN, Guest, serving
from translating import TRANSLATED
from visiting import until

import campaign
from campaign.app.wording import area, full_date
from campaign.days import DAYS
from campaign.telling.chronicle import events_of
from campaign.text import words

LOADING = words()["app"]["loading"]
POINTED_AT = """bar => {
    bar.scrollIntoView({block: 'center'});
    const {x, y, width, height} = bar.getBoundingClientRect();
    return document.elementFromPoint(x + width / 2, y + height / 2).title.split(' · ')[0];
}"""


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with serving() as found:
        yield found


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    # one for all tests, so that Streamlit's own script is fetched only once
    found = browser.new_context(viewport={"width": 1280, "height": 720})
    found.set_default_timeout(60_000)
    yield found
    found.close()


@pytest.fixture
def guest(context: BrowserContext, address: str) -> Iterator[Guest]:
    someone = Guest(context.new_page(), address)
    yield someone
    someone.page.close()
    assert someone.errors == []


def query(guest: Guest) -> dict[str, list[str]]:
    return parse_qs(urlsplit(guest.page.url).query)


def test_dragging_causes_no_rerun_and_releasing_exactly_one(guest: Guest) -> None:
    guest.open()
    guest.drag_slider(0.02, 0.5)
    guest.rest()
    assert guest.day > "1945-08-20"
    assert guest.reruns == []
    guest.page.mouse.up()
    guest.wait_for_heading("What happened on")
    assert len(guest.reruns) == 1
    assert guest.reruns[0].rerun_script.fragment_id
    assert query(guest)["day"] == [guest.day]


def test_stepping_and_playing_cause_one_rerun_each(guest: Guest) -> None:
    guest.open()
    guest.map.locator("#day").focus()
    for _ in range(4):
        guest.page.keyboard.press("PageDown")
    guest.wait_for_heading("Monday 13 August 1945")
    assert len(guest.reruns) == 1
    guest.map.locator("#play").click()
    until(guest.map, "window.campaign.day === '1945-08-15'")
    assert len(guest.reruns) == 1
    guest.map.locator("#play").click()
    guest.wait_for_heading("Wednesday 15 August 1945")
    assert len(guest.reruns) == 2


def test_the_map_is_mounted_once_and_keeps_its_place(guest: Guest) -> None:
    guest.open()
    guest.ask("window.mark = 'still here'; window.campaign.map.setView([45.9, 130.1], 7.25)")
    place = "(({lat, lng}) => [lat, lng, window.campaign.map.getZoom()])"
    before = guest.ask(f"{place}(window.campaign.map.getCenter())")
    for start, end in ((0.02, 0.3), (0.3, 0.8), (0.8, 0.1)):
        guest.drag_slider(start, end)
        guest.page.mouse.up()
        guest.rest()
        assert guest.ask(f"{place}(window.campaign.map.getCenter())") == before
    assert guest.ask("window.mark") == "still here"
    assert len([url for url in guest.requests if "/map.html" in url]) == 1
    assert "view" not in query(guest)


def test_a_link_lands_on_its_day_and_view(guest: Guest) -> None:
    guest.open("?day=1945-09-01&view=south-kurils")
    assert guest.ask("[window.campaign.day, window.campaign.view]") == [
        "1945-09-01",
        "south-kurils",
    ]
    assert guest.ask("window.campaign.map.getBounds().contains([44, 146])")
    guest.wait_for_heading("Saturday 1 September 1945")
    assert guest.reruns == []
    assert guest.map.locator("#message").inner_text() == ""


def test_a_link_hurt_on_its_way_is_mended_and_its_address_too(guest: Guest) -> None:
    guest.open("?day=1945-08-18.&amp;view=korea%26sure%3D1")
    assert guest.ask("[window.campaign.day, window.campaign.view]") == ["1945-08-18", "korea"]
    assert guest.map.locator("#message").inner_text() == ""
    guest.wait_for_heading("Saturday 18 August 1945")
    assert query(guest) == {"day": ["1945-08-18"], "view": ["korea"], "sure": ["1"]}


def test_a_map_moved_by_hand_reaches_the_address(guest: Guest) -> None:
    guest.open("?day=1945-08-18")
    guest.ask("window.campaign.map.setView([46, 126], 7, { animate: false })")
    guest.page.wait_for_url("**at=46*")
    guest.page.reload()
    until(guest.map, "window.campaign?.day === '1945-08-18'", seconds=30)
    place = "(({lat, lng}) => [lat, lng, window.campaign.map.getZoom()])"
    assert guest.ask(f"{place}(window.campaign.map.getCenter())") == pytest.approx(
        [46, 126, 7], abs=0.02
    )


def test_a_browser_that_translates_does_not_freeze_the_headings(guest: Guest) -> None:
    guest.open("?day=1945-08-18")
    guest.page.evaluate(TRANSLATED)
    guest.page.get_by_role("heading", name="‹What happened on Saturday 18 August 1945›").wait_for()
    guest.ask("window.campaign.goTo('1945-08-20')")
    guest.wait_for_heading("What happened on Monday 20 August 1945")
    guest.wait_for_heading("Ground held, 20 August")
    guest.page.get_by_label("Filter by name").fill("Mukden")
    guest.page.keyboard.press("Enter")
    guest.page.get_by_text("2 of 222 places").wait_for()


def test_a_link_opens_the_lecture_and_its_chapter(guest: Guest) -> None:
    guest.open("?mode=lecture&story=13")
    assert guest.map.locator("html.lecture").count() == 1
    expect(guest.map.locator("#story-number")).to_contain_text("Chapter 13")
    guest.wait_for_heading("Saturday 1 September 1945")
    guest.map.locator("#story-next").click()
    guest.wait_for_heading("Sunday 2 September 1945")
    shown = {"day": "1945-09-02", "view": "theatre", "mode": "lecture", "story": "14"}
    assert query(guest) == {name: [value] for name, value in shown.items()}


def test_the_link_that_is_copied_opens_the_same(guest: Guest) -> None:
    guest.open("?day=1945-08-14&view=manchuria")
    guest.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    guest.map.locator("#compare").click()
    guest.ask("window.campaign.goTo('1945-08-19')")
    guest.wait_for_heading("Sunday 19 August 1945")
    guest.map.locator("#share").click()
    expect(guest.map.locator("#message")).to_contain_text("Link copied")
    copied = guest.page.evaluate("navigator.clipboard.readText()")
    assert copied == guest.page.url
    assert parse_qs(urlsplit(copied).query)["compare"] == ["1945-08-14"]
    guest.page.goto(copied)
    guest.wait_for_heading("Sunday 19 August 1945")
    assert guest.map.locator("#comparison").inner_text().startswith("between 14 and 19 August")


def test_the_address_follows_the_view_and_keeps_what_is_not_ours(guest: Guest) -> None:
    guest.open("?from=lecture")
    guest.map.locator("[data-view=shimushu]").click()
    guest.page.wait_for_url("**view=shimushu**")
    guest.rest()
    assert query(guest) == {"from": ["lecture"], "day": ["1945-08-09"], "view": ["shimushu"]}
    assert len(guest.reruns) == 1


@pytest.mark.parametrize("wrong", ["1945-09-06", "<b id=x>1</b>"])
def test_a_wrong_day_is_answered_with_the_range(guest: Guest, wrong: str) -> None:
    guest.open(f"?day={quote(wrong)}&view=shimushu")
    said = guest.map.locator("#message")
    expect(said).to_contain_text("9 August to 5 September 1945")
    expect(said).to_contain_text(f"“{wrong}”")
    assert said.locator("b").count() == 0
    assert guest.ask("[window.campaign.day, window.campaign.view]") == ["1945-08-09", "shimushu"]
    guest.wait_for_heading("Thursday 9 August 1945")


def test_a_wrong_view_is_answered_with_the_names(guest: Guest) -> None:
    guest.open("?day=1945-08-20&view=moon")
    expect(guest.map.locator("#message")).to_contain_text("“moon”")
    assert guest.ask("[window.campaign.day, window.campaign.view]") == ["1945-08-20", "theatre"]


def test_back_closes_what_was_opened_and_leads_through_no_days(guest: Guest) -> None:
    guest.page.goto("about:blank")
    guest.open("?day=1945-08-11&from=course")
    length = guest.page.evaluate("history.length")
    for day in DAYS[3:6]:
        guest.ask(f"window.campaign.goTo('{day}')")
        guest.wait_for_heading(full_date(day))
    assert guest.page.evaluate("history.length") == length
    guest.map.locator("#story-button").click()
    guest.page.keyboard.press("PageDown")
    expect(guest.map.locator("#story-number")).to_contain_text("Chapter 2")
    guest.map.locator("#day").focus()
    guest.page.keyboard.press("End")
    guest.wait_for_heading("Wednesday 5 September 1945")
    guest.page.keyboard.press("?")
    for closed in ("#help", "#story"):
        expect(guest.map.locator(closed)).to_be_visible()
        guest.page.go_back()
        expect(guest.map.locator(closed)).not_to_be_visible()
    guest.rest()
    assert guest.day == "1945-09-05"
    assert query(guest)["from"] == ["course"]
    assert query(guest)["day"] == ["1945-09-05"]
    assert "story" not in query(guest)
    expect(guest.page.get_by_role("heading", name="Wednesday 5 September 1945")).to_be_visible()
    guest.page.go_back()
    guest.page.wait_for_url("about:blank")


def test_a_reader_who_overtakes_the_server_is_not_led_back(guest: Guest) -> None:
    held: list[str | bytes] | None = None

    def between(browser: WebSocketRoute) -> None:
        server = browser.connect_to_server()
        server.on_message(lambda m: browser.send(m) if held is None else held.append(m))
        release.append(lambda: [browser.send(message) for message in late])

    release: list[Callable[[], object]] = []
    guest.page.route_web_socket("**/_stcore/stream", between)
    guest.open("?day=1945-08-11&from=course")
    length = guest.page.evaluate("history.length")
    guest.map.locator("#story-button").click()
    guest.page.wait_for_url("**story=**")
    held = late = []
    for chapter in ("Chapter 2", "Chapter 3", "Chapter 4"):
        guest.page.keyboard.press("PageDown")
        expect(guest.map.locator("#story-number")).to_contain_text(chapter)
        guest.ask("new Promise(done => setTimeout(done, 350))")
    held = None
    release[-1]()
    guest.rest()
    assert query(guest)["story"] == ["4"]
    assert guest.page.evaluate("history.length") == length + 1
    guest.page.go_back()
    expect(guest.map.locator("#story")).not_to_be_visible()
    guest.rest()
    assert "story" not in query(guest)


def test_a_link_followed_in_the_app_is_left_for_the_one_before(guest: Guest) -> None:
    guest.open("?day=1945-08-11")
    guest.ask("window.mark = 1")
    guest.page.evaluate("""() => {
        history.pushState({}, '', '?day=1945-08-18');
        dispatchEvent(new PopStateEvent('popstate', { state: {} }));
    }""")
    guest.wait_for_heading("Saturday 18 August 1945")
    guest.page.go_back()
    guest.wait_for_heading("Saturday 11 August 1945")
    assert guest.day == "1945-08-11"
    guest.page.go_forward()
    guest.wait_for_heading("Saturday 18 August 1945")
    assert guest.day == "1945-08-18"
    assert guest.ask("window.mark") == 1


def test_a_lecture_is_given_by_keys_alone_from_its_link(guest: Guest) -> None:
    press = guest.page.keyboard.press
    guest.open("?mode=lecture&story=1")
    for visit in ("link", "reload"):
        if visit == "reload":
            guest.page.reload()
            until(guest.map, IS_SHOWN, seconds=30)
            guest.page.locator(".happened").wait_for()
            guest.rest()
        number, black = guest.map.locator("#story-number"), guest.map.locator("#black")
        expect(guest.map.locator("#needs-click")).to_be_hidden()
        press("PageDown")
        expect(number).to_contain_text("Chapter 2" if visit == "link" else "Chapter 3")
        press("b")
        expect(black).to_be_visible()
        press("b")
        expect(black).to_be_hidden()
        guest.rest()
    press("PageUp")
    expect(number).to_contain_text("Chapter 2")
    press("Escape")
    assert guest.map.locator("html.lecture").count() == 0
    expect(number).to_contain_text("Chapter 2")
    press("ArrowRight")
    press("Escape")
    expect(number).to_be_hidden()


def test_a_click_beside_the_map_is_told_while_a_lecture_needs_its_keys(guest: Guest) -> None:
    guest.open("?mode=lecture")
    line = guest.map.locator("#needs-click")
    expect(line).to_be_hidden()
    guest.page.get_by_role("heading", name="What happened on").click()
    guest.page.get_by_label("Filter by name").focus()
    expect(line).to_be_visible()
    expect(line).to_contain_text("Click the map once")
    guest.map.locator(".folium-map").click(position={"x": 300, "y": 300})
    expect(line).to_be_hidden()
    guest.page.keyboard.press("PageDown")
    guest.wait_for_heading("Friday 10 August 1945")


@pytest.mark.parametrize("number", [9, 26])
def test_the_panels_show_the_events_of_the_day(guest: Guest, number: int) -> None:
    day = DAYS[number]
    guest.open(f"?day={day}")
    guest.wait_for_heading(full_date(day))
    events = events_of(campaign.load(), day)
    assert guest.page.locator(".happened .events h3").all_inner_texts() == [
        event.title for event in events
    ]
    links = guest.page.locator(".happened .references a")
    addresses = links.evaluate_all("links => links.map(a => [a.protocol, a.target, a.rel])")
    assert all(p in ("http:", "https:") and t == "_blank" for p, t, _ in addresses)
    assert all("noopener" in rel for *_, rel in addresses)


def test_the_charts_are_drawn(guest: Guest) -> None:
    guest.open("?day=1945-08-18")
    row = guest.page.locator(".held tr", has_text="Manchuria")
    bar = row.locator(".bars i[title*='18 August']").bounding_box()
    bars = row.locator(".bars").bounding_box()
    assert bar is not None
    assert bars is not None
    data = campaign.load()
    held, layer = data.area(DAYS[9]).loc["manchuria", "soviet"], data.area(DAYS[9]).sum(axis=1)
    assert abs(bar["height"] / bars["height"] - 0.8 * held / layer["manchuria"]) < 0.02
    assert abs((bar["x"] - bars["x"]) / bars["width"] - 9 / len(DAYS)) < 0.01
    assert row.locator(".area").inner_text() == area(held)
    # who points at a bar reads it
    assert row.locator(".bars i[title*='18 August']").evaluate(POINTED_AT) == "18 August"
    guest.page.get_by_role("tab", name="How we know").click()
    dots = guest.page.locator(".accuracy .dot")
    dots.first.wait_for()
    inside = guest.page.locator(".accuracy").bounding_box()
    assert inside is not None
    assert dots.count() > 100
    for box in filter(None, (dot.bounding_box() for dot in dots.all()[:20])):
        assert inside["x"] <= box["x"] + 4 <= inside["x"] + inside["width"]
        assert inside["y"] <= box["y"] + 4 <= inside["y"] + inside["height"]


def test_filtering_places_leaves_the_map_alone(guest: Guest) -> None:
    guest.open("?day=1945-08-18")
    guest.ask("window.mark = 1")
    box = guest.page.get_by_label("Filter by name")
    box.fill("真岡")
    box.press("Enter")
    guest.page.get_by_text("1 of 2").wait_for()
    box.fill("nowhere *at* all")
    box.press("Enter")
    guest.page.get_by_text("No place has a name with “nowhere *at* all” in it.").wait_for()
    assert len(guest.reruns) == 2
    assert guest.ask("window.mark") == 1


def test_the_saved_map_opens_alone(guest: Guest, tmp_path: Path) -> None:
    guest.open("?day=1945-08-18")
    with guest.page.expect_download() as coming:
        guest.page.get_by_role("button", name="Save the map as one file").click()
    assert coming.value.suggested_filename == "soviet-far-east-1945.html"
    saved = tmp_path / "saved.html"
    coming.value.save_as(saved)
    guest.rest()
    assert guest.reruns == []
    alone = guest.page.context.new_page()
    asked: list[str] = []
    alone.on("request", lambda request: asked.append(request.url))
    alone.goto(f"{saved.as_uri()}#day=1945-08-23")
    expect(alone.locator("html")).to_have_attribute("data-day", "1945-08-23")
    assert [url for url in asked if not url.startswith("data:")] == [saved.as_uri()]
    assert alone.locator("path.ground").count() > 100
    alone.close()


def test_no_request_leaves_the_machine(guest: Guest) -> None:
    guest.open()
    guest.drag_slider(0.02, 0.6)
    guest.page.mouse.up()
    guest.rest()
    guest.page.locator("[data-testid=stDataFrame]").last.scroll_into_view_if_needed()
    guest.rest()
    host = urlsplit(guest.address).netloc
    outside = [u for u in guest.requests if urlsplit(u).scheme in ("http", "https", "ws", "wss")]
    assert [url for url in outside if urlsplit(url).netloc != host] == []


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (390, 844)])
def test_the_map_fills_the_first_screen(guest: Guest, size: tuple[int, int]) -> None:
    width, height = size
    guest.page.set_viewport_size({"width": width, "height": height})
    guest.open()
    box = guest.page.locator("iframe.stCustomComponentV1").bounding_box()
    assert box is not None
    assert (box["x"], box["y"], box["width"]) == (0, 0, width)
    assert 0.9 * height < box["height"] < height
    wide = guest.page.locator("[data-testid=stMain]").evaluate("e => e.scrollWidth")
    assert wide == width


def test_the_first_visitor_is_told_that_the_map_is_coming(context: BrowserContext) -> None:
    with serving() as address:
        page = context.new_page()
        page.goto(address)
        # the server reads its libraries before it can say anything
        expect(page.get_by_test_id("stSpinner")).to_contain_text(LOADING, timeout=60_000)
        page.close()


def test_the_word_for_who_waits_lies_under_the_map(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    held: list[Route] = []
    page.route("**/map.html*", lambda route: held.append(route))
    page.goto(address)
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


def test_on_a_phone_on_its_side_the_slider_is_on_the_first_screen(guest: Guest) -> None:
    guest.open("?day=1945-08-18")
    for width, height in ((932, 430), (844, 390), (740, 360), (667, 331), (568, 320)):
        guest.page.set_viewport_size({"width": width, "height": height})
        box = guest.map.locator("#day").bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= height
        bottom = guest.page.locator(".st-key-map").bounding_box()
        assert bottom is not None
        assert bottom["y"] + bottom["height"] < height, "nothing says that more follows"


def test_the_wheel_over_the_map_scrolls_the_app(guest: Guest) -> None:
    guest.open("?day=1945-08-18")
    zoom = guest.ask("window.campaign.map.getZoom()")
    guest.page.mouse.move(640, 360)
    guest.page.mouse.wheel(0, 300)
    until(guest.page, "document.querySelector('.st-key-map').getBoundingClientRect().y < -100")
    assert guest.ask("window.campaign.map.getZoom()") == zoom


def test_printing_the_app_fits_the_map_to_the_sheet(guest: Guest) -> None:
    guest.open("?day=1945-08-18&view=manchuria")
    size = "(({x, y}) => [x, y])(window.campaign.map.getSize())"
    before = guest.ask(size)
    guest.ask(f"addEventListener('beforeprint', () => {{ window.printed = {size}; }})")
    guest.page.pdf(format="A4")
    assert guest.ask("window.printed") == [698, 648]  # within its border
    assert guest.ask(size) == before
    guest.page.emulate_media(media="print")
    for width, height in ((718, 1047), (1047, 718), (740, 980), (980, 740)):
        guest.page.set_viewport_size({"width": width, "height": height})
        frame = guest.page.locator("iframe.stCustomComponentV1").bounding_box()
        assert frame is not None
        assert frame["width"] >= 700
        assert 690 <= frame["height"] <= height
