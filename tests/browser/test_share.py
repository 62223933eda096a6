"""A link to what is shown: copied with a press, and it leads back to the same."""

import pytest
from playwright.sync_api import expect

CLIPBOARD = (
    "Object.defineProperty(navigator, 'clipboard', {{ value: {{ writeText: async (text) => {{"
    " if (!{works}) throw new Error('refused'); window.copied = text; }} }} }})"
)
SHEET = (
    "Object.defineProperty(navigator, 'share', {{ value: async (sheet) => {{"
    " window.sheet = sheet; const why = '{refusal}';"
    " if (why) throw new DOMException(why, why); }} }})"
)
SHOWN = "[window.campaign.day, window.campaign.view, location.hash]"


@pytest.mark.own_tab
@pytest.mark.parametrize("way", ["button", "key"])
def test_the_copied_link_opens_what_was_shown(visitor, file, way) -> None:
    visitor.page.add_init_script(CLIPBOARD.format(works="true"))
    visitor.page.emulate_media(reduced_motion="reduce")
    visitor.open(file, "#day=1945-08-14&view=sakhalin&sure=1")
    visitor.page.locator("#compare").click()
    visitor.go_to("1945-08-25")
    visitor.until("location.hash.includes('1945-08-25')")
    if way == "button":
        visitor.page.get_by_role("button", name="Copy a link to this").click()
    else:
        visitor.page.keyboard.press("s")
    visitor.until("window.copied !== undefined")
    shown, copied = (visitor.page.evaluate(script) for script in (SHOWN, "window.copied"))
    assert copied.startswith(file.as_uri())
    assert "send the file" in visitor.page.locator("#message").inner_text()
    visitor.page.goto("about:blank")
    visitor.page.goto(copied)
    visitor.wait_for("1945-08-25")
    assert visitor.page.evaluate(SHOWN) == shown
    assert "compare=1945-08-14" in shown[2]
    assert "sure=1" in shown[2]


@pytest.mark.own_tab
def test_a_map_moved_by_hand_is_found_again(visitor, file) -> None:
    visitor.page.add_init_script(CLIPBOARD.format(works="true"))
    visitor.page.emulate_media(reduced_motion="reduce")
    visitor.open(file, "#day=1945-08-19&view=manchuria")
    where = "(({lat, lng}) => [lat, lng, window.campaign.map.getZoom()])"
    where = f"{where}(window.campaign.map.getCenter())"
    visitor.page.locator("#zoom-in").click()
    visitor.page.keyboard.press("Shift+ArrowRight")
    shown = visitor.page.evaluate(where)
    visitor.page.keyboard.press("s")
    visitor.until("window.copied !== undefined")
    copied = visitor.page.evaluate("window.copied")
    visitor.page.goto("about:blank")
    visitor.page.goto(copied)
    visitor.wait_for("1945-08-19")
    assert visitor.page.evaluate(where) == pytest.approx(shown, abs=0.02)
    assert visitor.page.evaluate("window.campaign.view") is None


def test_a_wrong_place_is_answered_with_an_example(visitor, tiny_file) -> None:
    visitor.open(tiny_file, "#day=1945-08-19&at=10,20,5")
    assert "latitude, longitude and zoom" in visitor.page.locator("#message").inner_text()
    assert visitor.page.evaluate("window.campaign.view") == "theatre"


@pytest.mark.own_tab
def test_a_link_to_an_open_card_opens_it(visitor, tiny_file) -> None:
    visitor.page.add_init_script(CLIPBOARD.format(works="true"))
    visitor.page.emulate_media(reduced_motion="reduce")
    for place, name in (("a place", "Mukden"), ("a piece of ground", "Island")):
        visitor.open(tiny_file, "#day=1945-08-18")
        key = ".place" if place == "a place" else "path[data-id=island]"
        visitor.page.locator(key).first.focus()
        visitor.page.keyboard.press("Enter")
        card = visitor.page.get_by_role("dialog", name=name)
        expect(card).to_be_visible()
        visitor.until("location.hash.includes('card=')")
        visitor.page.evaluate("window.copied = undefined")
        visitor.page.locator("#share").click()
        visitor.until("window.copied !== undefined")
        copied, where = visitor.page.evaluate("[window.copied, location.hash]")
        visitor.page.goto("about:blank")
        visitor.page.goto(copied)
        visitor.wait_for("1945-08-18")
        expect(card).to_be_visible()
        visitor.page.evaluate("new Promise(done => setTimeout(done, 500))")
        assert visitor.page.evaluate("location.hash") == where
        visitor.page.keyboard.press("Escape")
        visitor.until("!location.hash.includes('card=')")


def test_a_link_to_a_card_that_is_not_there_says_so(visitor, tiny_file) -> None:
    visitor.open(tiny_file, "#day=1945-08-18&view=manchuria&card=atlantis")
    expect(visitor.page.locator("#message")).to_contain_text("“atlantis”")
    expect(visitor.page.locator("#details")).to_be_hidden()
    assert visitor.day == "1945-08-18"


def test_a_link_hurt_on_its_way_opens_what_was_meant(visitor, tiny_file) -> None:
    visitor.open(tiny_file, "#day%3D1945–08–18.%26amp;View=“Shimushu”)&card=MUKDEN.")
    assert visitor.day == "1945-08-18"
    assert visitor.page.evaluate("window.campaign.view") == "shimushu"
    expect(visitor.page.get_by_role("dialog", name="Mukden")).to_be_visible()
    assert visitor.page.locator("#message").inner_text() == ""


@pytest.mark.own_tab
def test_where_the_clipboard_is_refused_the_link_can_be_copied_by_hand(visitor, tiny_file) -> None:
    visitor.page.add_init_script(CLIPBOARD.format(works="false"))
    visitor.open(tiny_file, "#day=1945-08-18&view=shimushu")
    visitor.page.keyboard.press("s")
    visitor.until("document.getElementById('message').textContent !== ''")
    assert "#day=1945-08-18&view=shimushu" in visitor.page.locator("#message").inner_text()


def test_a_link_to_a_chapter_with_a_day_of_its_own_keeps_both(visitor, file) -> None:
    visitor.open(file, "#story=13&day=1945-09-03&view=habomai")
    visitor.wait_for("1945-09-03")
    assert visitor.page.evaluate("window.campaign.view") == "habomai"
    assert "Chapter 13" in visitor.page.locator("#story-number").inner_text()


@pytest.mark.own_tab
def test_that_a_link_was_copied_is_said_for_a_while(visitor, tiny_file) -> None:
    visitor.page.add_init_script(CLIPBOARD.format(works="true"))
    visitor.page.clock.install()
    visitor.open(tiny_file)
    visitor.page.keyboard.press("s")
    message = visitor.page.locator("#message")
    expect(message).to_contain_text("Link copied")
    visitor.page.clock.fast_forward(3_000)
    expect(message).to_contain_text("Link copied")
    visitor.page.clock.fast_forward(30_000)
    expect(message).to_be_empty()


@pytest.mark.own_tab
@pytest.mark.parametrize("way", ["button", "key"])
def test_the_sheet_of_the_system_takes_the_link_where_there_is_one(visitor, tiny_file, way) -> None:
    visitor.page.add_init_script(CLIPBOARD.format(works="true") + ";" + SHEET.format(refusal=""))
    visitor.open(tiny_file, "#day=1945-08-18&view=shimushu")
    if way == "button":
        visitor.page.get_by_role("button", name="Share a link to this").click()
    else:
        visitor.page.keyboard.press("s")
    visitor.until("window.sheet !== undefined")
    visitor.rest()
    assert visitor.page.evaluate("window.sheet.url").endswith("#day=1945-08-18&view=shimushu")
    assert visitor.page.evaluate("window.sheet.title") == visitor.page.title()
    assert visitor.page.evaluate("window.copied") is None
    assert visitor.page.locator("#message").inner_text() == ""


@pytest.mark.own_tab
@pytest.mark.parametrize(
    ("refusal", "is_copied"), [("AbortError", False), ("NotAllowedError", True)]
)
def test_a_sheet_that_is_forbidden_leaves_copying_and_one_that_is_closed_nothing(
    visitor, tiny_file, refusal, is_copied
) -> None:
    sheet = SHEET.format(refusal=refusal)
    visitor.page.add_init_script(CLIPBOARD.format(works="true") + ";" + sheet)
    visitor.open(tiny_file)
    visitor.page.locator("#share").click()
    visitor.until("window.sheet !== undefined")
    visitor.page.wait_for_timeout(100)
    assert (visitor.page.evaluate("window.copied") is not None) is is_copied
    assert (visitor.page.locator("#message").inner_text() != "") is is_copied


@pytest.mark.own_tab
def test_a_link_that_the_sheet_would_not_take_is_copied(visitor, tiny_file) -> None:
    """As browsers refuse the address of a file."""
    refuses = "Object.defineProperty(navigator, 'canShare', { value: () => false })"
    sheet = SHEET.format(refusal="")
    visitor.page.add_init_script(";".join([CLIPBOARD.format(works="true"), sheet, refuses]))
    visitor.open(tiny_file)
    visitor.page.locator("#share").click()
    visitor.until("window.copied !== undefined")
    assert visitor.page.evaluate("window.sheet") is None
