"""Links to the app, its address, and Back in it: each leads to what is or was shown."""

from collections.abc import Callable
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import WebSocketRoute, expect
from server import Guest
from visiting import until

from campaign.app.wording import full_date
from campaign.days import DAYS


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
    assert guest.query == {"day": ["1945-08-18"], "view": ["korea"], "sure": ["1"]}


def test_a_map_moved_by_hand_reaches_the_address(guest: Guest) -> None:
    guest.open("?day=1945-08-18")
    guest.ask("window.campaign.map.setView([46, 126], 5, { animate: false })")
    guest.page.wait_for_url("**at=46*")
    guest.page.reload()
    until(guest.map, "window.campaign?.day === '1945-08-18'", seconds=30)
    place = "(({lat, lng}) => [lat, lng, window.campaign.map.getZoom()])"
    assert guest.ask(f"{place}(window.campaign.map.getCenter())") == pytest.approx(
        [46, 126, 5], abs=0.05
    )


def test_a_link_opens_the_lecture_and_its_chapter(guest: Guest) -> None:
    guest.open("?mode=lecture&story=13")
    assert guest.map.locator("html.lecture").count() == 1
    expect(guest.map.locator("#story-number")).to_contain_text("Chapter 13")
    guest.wait_for_heading("Saturday 1 September 1945")
    guest.map.locator("#story-next").click()
    guest.wait_for_heading("Sunday 2 September 1945")
    shown = {"day": "1945-09-02", "view": "theatre", "mode": "lecture", "story": "14"}
    assert guest.query == {name: [value] for name, value in shown.items()}


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
    assert guest.query == {"from": ["lecture"], "day": ["1945-08-09"], "view": ["shimushu"]}
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
    assert guest.query["from"] == ["course"]
    assert guest.query["day"] == ["1945-09-05"]
    assert "story" not in guest.query
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
    assert guest.query["story"] == ["4"]
    assert guest.page.evaluate("history.length") == length + 1
    guest.page.go_back()
    expect(guest.map.locator("#story")).not_to_be_visible()
    guest.rest()
    assert "story" not in guest.query


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
