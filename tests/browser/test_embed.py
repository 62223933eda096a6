"""Inside a frame the page speaks the Streamlit component protocol, and no more than needed."""

import json

import pytest
from playwright.sync_api import expect
from visiting import until

PARENT = """<!DOCTYPE html><title>Parent</title>
<iframe id="map" src="tiny.html" style="width: 1200px; height: 650px; border: 0"></iframe>
<script>
  window.heard = [];
  addEventListener("message", event => window.heard.push(event.data));
  const render = (args, disabled = false) =>
    document.getElementById("map").contentWindow.postMessage(
      {type: "streamlit:render", args, disabled}, "*");
</script>"""


@pytest.fixture
def stranger(visitor, tiny_file):
    """A page with the map in a frame, which has not spoken to it."""
    path = tiny_file.with_name("parent.html")
    path.write_text(PARENT, encoding="utf-8")
    visitor.page.goto(path.as_uri())
    visitor.until("window.heard.some(message => message.type === 'streamlit:componentReady')")
    return visitor


@pytest.fixture
def parent(stranger):
    """Such a page that speaks as Streamlit does."""
    stranger.page.evaluate("render({})")
    frame(stranger).locator("#day-panel").wait_for(state="hidden")
    return stranger


def frame(parent):
    return next(frame for frame in parent.page.frames if "/tiny.html" in frame.url)


def values(parent) -> list[dict]:
    script = "window.heard.filter(m => m.type === 'streamlit:setComponentValue').map(m => m.value)"
    return list(parent.page.evaluate(script))


def link(number: int, panels: str = "1945-08-09", /, **asked: str) -> str:
    """What the app sends when a link was followed, as a call."""
    return f"render({json.dumps({'link': number, 'asked': asked, 'day': panels, 'height': 600})})"


def reported(day: str, /, **address: str) -> dict:
    """What the page says: every part of its address, with its text or null."""
    parts = dict.fromkeys(("day", "view", "at", "sure", "compare", "mode", "story", "card"))
    return {"day": day, "address": parts | {"day": day, "view": "theatre"} | address}


def settle(parent) -> None:
    """Wait by the clocks of both pages, which a busy machine slows down together."""
    frame(parent).evaluate("new Promise(done => setTimeout(done, 400))")
    parent.page.evaluate("new Promise(done => setTimeout(done, 50))")


def test_it_says_that_it_is_ready_and_waits(parent) -> None:
    settle(parent)
    assert parent.page.evaluate("window.heard") == [
        {"isStreamlitMessage": True, "type": "streamlit:componentReady", "apiVersion": 1}
    ]


def test_dragging_reports_nothing_and_releasing_reports_once(parent) -> None:
    box = frame(parent).locator("#day").bounding_box()
    mouse, middle = parent.page.mouse, box["y"] + box["height"] / 2
    mouse.move(box["x"] + 10, middle)
    mouse.down()
    for part in range(1, 21):
        mouse.move(box["x"] + 10 + box["width"] * part / 40, middle)
        parent.page.wait_for_timeout(30)
    settle(parent)
    assert frame(parent).evaluate("window.campaign.day") > "1945-08-15"
    assert values(parent) == []
    mouse.up()
    settle(parent)
    assert values(parent) == [reported(frame(parent).evaluate("window.campaign.day"))]


def test_a_run_of_keys_reports_once_when_it_ends(parent) -> None:
    frame(parent).locator("#day").focus()
    # at once, as a held key sends them: a busy machine presses them one by one too slowly
    key = "new KeyboardEvent('keydown', { key: 'PageDown', bubbles: true, cancelable: true })"
    frame(parent).evaluate(
        f"for (let n = 0; n < 5; n++) document.activeElement.dispatchEvent({key})"
    )
    settle(parent)
    assert values(parent) == [reported("1945-08-14")]


def test_play_reports_when_it_is_paused(parent) -> None:
    frame(parent).locator("#play").click()
    until(frame(parent), "window.campaign.day === '1945-08-11'")
    assert values(parent) == []
    frame(parent).locator("#play").click()
    settle(parent)
    assert [value["day"] for value in values(parent)] == ["1945-08-11"]


def test_arguments_are_obeyed_once_and_not_reported_back(parent) -> None:
    parent.page.evaluate(link(1, "1945-08-18", day="1945-08-18", view="shimushu"))
    settle(parent)
    assert frame(parent).evaluate("[window.campaign.day, window.campaign.view]") == [
        "1945-08-18",
        "shimushu",
    ]
    assert values(parent) == []
    assert {"isStreamlitMessage": True, "type": "streamlit:setFrameHeight", "height": 600} in (
        parent.page.evaluate("window.heard")
    )


def test_a_stale_argument_does_not_pull_the_page_back(parent) -> None:
    stale = link(1, "1945-08-18", day="1945-08-18")
    parent.page.evaluate(stale)
    frame(parent).locator("#day").focus()
    parent.page.keyboard.press("PageDown")
    parent.page.evaluate(stale)
    settle(parent)
    assert frame(parent).evaluate("window.campaign.day") == "1945-08-19"
    assert [value["day"] for value in values(parent)] == ["1945-08-19"]


def test_the_same_link_followed_again_leads_back(parent) -> None:
    parent.page.evaluate(link(1, "1945-08-18", day="1945-08-18"))
    frame(parent).evaluate("window.campaign.goTo('1945-08-30')")
    settle(parent)
    parent.page.evaluate(link(2, "1945-08-18", day="1945-08-18"))
    settle(parent)
    assert frame(parent).evaluate("window.campaign.day") == "1945-08-18"
    assert [value["day"] for value in values(parent)] == ["1945-08-30"]


def test_what_a_link_switches_on_is_not_reported_back_and_off_with_the_next(parent) -> None:
    parent.page.evaluate(link(1, sure="1", compare="1945-08-12"))
    settle(parent)
    assert values(parent) == []
    assert frame(parent).locator("#sure").get_attribute("aria-pressed") == "true"
    assert frame(parent).locator("body.comparing").count() == 1
    parent.page.evaluate(link(2, mode="lecture"))
    settle(parent)
    assert values(parent) == []
    assert frame(parent).locator("html.lecture").count() == 1
    assert frame(parent).locator("body.comparing").count() == 0
    frame(parent).evaluate("window.campaign.goTo('1945-08-20')")
    settle(parent)
    assert values(parent) == [reported("1945-08-20", mode="lecture")]


def test_a_day_that_is_not_the_panels_is_reported_at_once(parent) -> None:
    parent.page.evaluate(link(1, "1945-08-18", day="1945-W33-6"))
    settle(parent)
    assert values(parent) == [reported("1945-08-09")]


def test_a_link_hurt_on_its_way_is_mended_and_the_app_drops_what_it_was(parent) -> None:
    asked = {"day": "1945–08–18.", "amp;view": "Shimushu", "from": "course"}
    parent.page.evaluate(link(1, "1945-08-09", **asked))
    settle(parent)
    assert frame(parent).locator("#message").inner_text() == ""
    assert values(parent) == [reported("1945-08-18", view="shimushu", **{"amp;view": None})]
    parent.page.evaluate(link(2, "1945-08-18", **{"day=1945-08-12&view=manchuria&sure": "1"}))
    settle(parent)
    assert values(parent)[-1]["address"]["day=1945-08-12&view=manchuria&sure"] is None
    assert values(parent)[-1]["address"]["view"] == "manchuria"
    assert values(parent)[-1]["address"]["sure"] == "1"


def test_a_map_moved_by_hand_and_an_open_card_reach_the_address(parent) -> None:
    inside = frame(parent)
    inside.evaluate("window.campaign.map.setView([46, 126], 6.5, { animate: false })")
    until(parent.page, "window.heard.some(m => m.value?.address.at)")
    (value,) = values(parent)
    assert value["address"]["view"] is None
    assert [float(number) for number in value["address"]["at"].split(",")] == pytest.approx(
        [46, 126, 6.5], abs=0.01
    )
    inside.locator(".place").first.focus()
    parent.page.keyboard.press("Enter")
    until(parent.page, "window.heard.some(m => m.value?.address.card)")
    assert values(parent)[-1]["address"]["card"] == "mukden"


@pytest.mark.parametrize(
    "message",
    ["null", "'text'", "[]", "{type: 'streamlit:render'}", "{type: 'streamlit:render', args: 5}",
     "{type: 'streamlit:render', args: {asked: 5, base: {}, height: 'x', link: {}, day: []}}",
     "{type: 'streamlit:render', args: {asked: {day: {}, view: 5, x: null, toString: 1}}}",
     "{type: 'streamlit:render', args: {asked: [[1, 2, 3]], day: 10n, link: NaN}}",
     "(args => { args.asked = args; return {type: 'streamlit:render', args}; })({})"],
)  # fmt: skip
def test_no_message_of_a_parent_stops_the_page(stranger, message) -> None:
    script = "document.getElementById('map').contentWindow.postMessage"
    stranger.page.evaluate(f"{script}({message}, '*')")
    settle(stranger)
    frame(stranger).evaluate("window.campaign.goTo('1945-08-18')")
    until(frame(stranger), "document.documentElement.dataset.day === '1945-08-18'")


def test_a_page_in_any_other_frame_is_one_of_its_own(stranger) -> None:
    inside = frame(stranger)
    assert inside.locator("#day-panel").is_visible()
    inside.evaluate("window.campaign.goTo('1945-08-18')")
    until(inside, "location.hash === '#day=1945-08-18&view=theatre'")
    inside.evaluate(
        "Object.defineProperty(navigator, 'clipboard', { value: { writeText: async text => {"
        " window.copied = text; } } })"
    )
    inside.locator("#share").click()
    settle(stranger)
    assert inside.evaluate("window.copied").endswith("/tiny.html#day=1945-08-18&view=theatre")
    assert values(stranger) == []


def test_what_is_switched_on_is_reported_for_the_address(parent) -> None:
    frame(parent).locator("#compare").click()
    frame(parent).locator("#sure").click()
    frame(parent).locator("#compare").click()
    settle(parent)
    first, held = "1945-08-09", {"compare": "1945-08-09"}
    assert values(parent) == [
        reported(first, **held),
        reported(first, **held, sure="1"),
        reported(first, sure="1"),
    ]


def test_what_is_done_while_the_server_is_away_is_reported_when_it_is_back(parent) -> None:
    parent.page.evaluate(link(1, "1945-08-18", day="1945-08-18"))
    parent.page.evaluate("render({}, true)")
    settle(parent)
    frame(parent).evaluate("window.campaign.goTo('1945-08-20')")
    settle(parent)
    frame(parent).evaluate("window.campaign.goTo('1945-08-21')")
    settle(parent)
    assert values(parent) == []
    parent.page.evaluate("render({}, false)")
    settle(parent)
    assert values(parent) == [reported("1945-08-21")]


def test_a_server_that_has_forgotten_the_page_is_told_and_not_followed(parent) -> None:
    first = {"visit": "one", "link": 1, "asked": {"day": "1945-08-18"}, "day": "1945-08-18"}
    parent.page.evaluate(f"render({json.dumps(first)})")
    frame(parent).evaluate("window.campaign.goTo('1945-08-21')")
    settle(parent)
    for asked in ("1945-08-18", "1945-08-12"):
        again = {"visit": asked, "link": 1, "asked": {"day": asked}, "day": asked}
        parent.page.evaluate(f"render({json.dumps(again)})")
        settle(parent)
    assert frame(parent).evaluate("window.campaign.day") == "1945-08-21"
    assert values(parent) == [reported("1945-08-21")] * 3
    # in the new session a link is followed as ever
    parent.page.evaluate(f"render({json.dumps(again | {'link': 2})})")
    settle(parent)
    assert frame(parent).evaluate("window.campaign.day") == "1945-08-12"


def test_a_framed_page_gives_itself_as_it_came(parent, tiny_file, tmp_path) -> None:
    frame(parent).evaluate("window.campaign.goTo('1945-08-21')")
    settle(parent)
    saved = tmp_path / "saved.html"
    saved.write_text(frame(parent).evaluate("window.campaign.html"), encoding="utf-8")
    parent.open(saved, "#day=1945-08-14")
    assert parent.day == "1945-08-14"
    drawn = parent.page.locator("path.ground").count()
    parent.open(tiny_file)
    assert parent.page.locator("path.ground").count() == drawn > 0


def test_a_link_is_made_with_the_address_of_the_app(parent) -> None:
    parent.page.evaluate(link(1, "1945-08-18", day="1945-08-18"))
    parent.page.evaluate("render({base: 'https://example.org/map/'})")
    inside = frame(parent)
    inside.evaluate(
        "Object.defineProperty(navigator, 'clipboard', { value: { writeText: async text => {"
        " window.copied = text; } } })"
    )
    inside.locator("#share").click()
    settle(parent)
    assert inside.evaluate("window.copied") == (
        "https://example.org/map/?day=1945-08-18&view=theatre"
    )


def test_the_page_itself_complains_of_a_link_that_the_app_hands_on(parent) -> None:
    parent.page.evaluate(link(1, day="1945-12-24", view="moon"))
    said = frame(parent).locator("#message")
    expect(said).to_contain_text("“1945-12-24”")
    expect(said).to_contain_text("“moon”")


def test_a_message_from_another_window_is_ignored(parent) -> None:
    frame(parent).evaluate(
        "window.postMessage({type: 'streamlit:render', args: {asked: {day: '1945-08-30'}}}, '*')"
    )
    settle(parent)
    assert frame(parent).evaluate("window.campaign.day") == "1945-08-09"


def test_the_address_of_a_page_in_the_app_is_left_alone(parent) -> None:
    frame(parent).evaluate("window.campaign.goTo('1945-08-18')")
    settle(parent)
    assert frame(parent).evaluate("location.hash") == ""


@pytest.mark.own_tab
def test_a_page_of_its_own_is_silent(visitor, tiny_file) -> None:
    visitor.page.add_init_script(
        "window.sent = []; window.postMessage = message => window.sent.push(message);"
    )
    visitor.open(tiny_file)
    visitor.page.keyboard.press("End")
    visitor.page.wait_for_timeout(400)
    assert visitor.page.evaluate("window.sent") == []
