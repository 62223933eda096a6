"""The app in a browser: one rerun for one release, one mount, panels that tell the day."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, expect
from server import IS_SHOWN, Guest, arrived
from translating import TRANSLATED
from visiting import until

import campaign
from campaign.app.wording import area, full_date
from campaign.days import DAYS
from campaign.telling.chronicle import events_of

POINTED_AT = """bar => {
    bar.scrollIntoView({block: 'center'});
    const {x, y, width, height} = bar.getBoundingClientRect();
    return document.elementFromPoint(x + width / 2, y + height / 2).title.split(' · ')[0];
}"""


@pytest.fixture(scope="module")
def reader(app_context: BrowserContext, app_address: str) -> Iterator[Guest]:
    """Someone at the app for all tests that leave it as it was."""
    with arrived(app_context, app_address) as someone:
        yield someone.open("?day=1945-08-18")


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
    assert guest.query["day"] == [guest.day]


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
    guest.ask("window.mark = 'still here'; window.campaign.map.setView([45.9, 130.1], 5.25)")
    place = "(({lat, lng}) => [lat, lng, window.campaign.map.getZoom()])"
    before = guest.ask(f"{place}(window.campaign.map.getCenter())")
    for start, end in ((0.02, 0.3), (0.3, 0.8), (0.8, 0.1)):
        guest.drag_slider(start, end)
        guest.page.mouse.up()
        guest.rest()
        assert guest.ask(f"{place}(window.campaign.map.getCenter())") == before
    assert guest.ask("window.mark") == "still here"
    assert len([url for url in guest.requests if "/map.html" in url]) == 1
    assert "view" not in guest.query


def test_a_browser_that_translates_does_not_freeze_the_headings(guest: Guest) -> None:
    guest.open("?day=1945-08-18")
    guest.page.evaluate(TRANSLATED)
    guest.page.get_by_role("heading", name="‹What happened on Saturday 18 August 1945›").wait_for()
    guest.ask("window.campaign.goTo('1945-08-20')")
    guest.wait_for_heading("What happened on Monday 20 August 1945")
    guest.wait_for_heading("Ground held, 20 August")
    guest.page.get_by_label("Filter by name").fill("Mukden")
    guest.page.keyboard.press("Enter")
    guest.page.get_by_text(re.compile(r"^2 of \d+ places")).wait_for()


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


def test_the_panels_show_the_events_of_the_day(reader: Guest) -> None:
    for number in (26, 9):
        day = DAYS[number]
        reader.ask(f"window.campaign.goTo('{day}')")
        reader.wait_for_heading(full_date(day))
        events = events_of(campaign.load(), day)
        assert reader.page.locator(".happened .events h3").all_inner_texts() == [
            event.title for event in events
        ]
        links = reader.page.locator(".happened .references a")
        addresses = links.evaluate_all("links => links.map(a => [a.protocol, a.target, a.rel])")
        assert all(p in ("http:", "https:") and t == "_blank" for p, t, _ in addresses)
        assert all("noopener" in rel for *_, rel in addresses)


def test_the_charts_are_drawn(reader: Guest) -> None:
    row = reader.page.locator(".held tr", has_text="Manchuria")
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


def test_filtering_places_leaves_the_map_alone(reader: Guest) -> None:
    reader.reruns.clear()
    reader.ask("window.mark = 1")
    box = reader.page.get_by_label("Filter by name")
    box.fill("真岡")
    box.press("Enter")
    reader.page.get_by_text("1 of 2").wait_for()
    box.fill("nowhere *at* all")
    box.press("Enter")
    reader.page.get_by_text("No place has a name with “nowhere *at* all” in it.").wait_for()
    assert len(reader.reruns) == 2
    assert reader.ask("window.mark") == 1


def test_the_saved_map_opens_alone(reader: Guest, tmp_path: Path) -> None:
    reader.reruns.clear()
    with reader.page.expect_download() as coming:
        reader.page.get_by_role("button", name="Save the map as one file").click()
    assert coming.value.suggested_filename == "soviet-far-east-1945.html"
    saved = tmp_path / "saved.html"
    coming.value.save_as(saved)
    reader.rest()
    assert reader.reruns == []
    alone = reader.page.context.new_page()
    asked: list[str] = []
    alone.on("request", lambda request: asked.append(request.url))
    alone.goto(f"{saved.as_uri()}#day=1945-08-23")
    expect(alone.locator("html")).to_have_attribute("data-day", "1945-08-23")
    assert [url for url in asked if not url.startswith("data:")] == [saved.as_uri()]
    assert alone.locator("path.ground").count() > 100
    alone.close()


def test_the_accuracy_of_each_place_is_drawn(reader: Guest) -> None:
    reader.page.get_by_role("tab", name="How we know").click()
    dots = reader.page.locator(".accuracy .dot")
    dots.first.wait_for()
    inside = reader.page.locator(".accuracy").bounding_box()
    assert inside is not None
    assert dots.count() > 100
    for box in filter(None, (dot.bounding_box() for dot in dots.all()[:20])):
        assert inside["x"] <= box["x"] + 4 <= inside["x"] + inside["width"]
        assert inside["y"] <= box["y"] + 4 <= inside["y"] + inside["height"]


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
