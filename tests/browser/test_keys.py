"""The keyboard and the clicker: later is later whatever has the focus."""

import re
from itertools import product
from pathlib import Path

from playwright.sync_api import expect

from campaign.page import parts

FOCUS = {
    "slider": "document.getElementById('day').focus()",
    "button": "document.getElementById('next').focus()",
    "view": "document.getElementById('theatre').focus()",
    "body": "document.activeElement.blur()",
}


HELP_NAMES = {
    "ArrowLeft": "←", "ArrowRight": "→", "PageUp": "Up", "PageDown": "Down", "Home": "Home",
    "End": "End", " ": "Space", "-": "−", "=": "+",
}  # fmt: skip


def keys_taken() -> set[str]:
    """The keys that the page's script acts on."""
    script = (Path(parts.__file__).parent / "script" / "input" / "keys.js").read_text()
    actions = script[script.index("const ACTIONS = {") :].partition("\n};")[0]
    return set(re.findall(r'^  "?([^":]+)"?: \(\)', actions, re.MULTILINE))


STEPS = {
    "PageDown": "1945-08-19", "PageUp": "1945-08-17", "ArrowRight": "1945-08-19",
    "ArrowLeft": "1945-08-17", "Home": "1945-08-09", "End": "1945-09-05",
}  # fmt: skip


def test_steps(visitor, tiny_file, subtests) -> None:
    visitor.open(tiny_file)
    for (where, focus), (key, day) in product(FOCUS.items(), STEPS.items()):
        with subtests.test(f"{key} on {where}"):
            visitor.go_to("1945-08-18")
            visitor.page.evaluate(focus)
            visitor.page.keyboard.press(key)
            visitor.wait_for(day)
            assert visitor.page.locator("#day").input_value() == str((int(day[-2:]) - 9) % 31)


def test_the_last_day_is_the_last(visitor, tiny_file) -> None:
    visitor.open(tiny_file, "#day=1945-09-05")
    visitor.page.keyboard.press("PageDown")
    visitor.page.wait_for_timeout(100)
    assert visitor.day == "1945-09-05"


def test_black_screen(visitor, tiny_file, subtests) -> None:
    visitor.open(tiny_file)
    black = visitor.page.locator("#black")
    visitor.page.locator("#day").focus()
    for key in ("b", "B", "."):
        with subtests.test(key):
            assert not black.is_visible()
            visitor.page.keyboard.press(key)
            assert black.is_visible()
            visitor.page.keyboard.press(key)
            assert not black.is_visible()


def test_space_plays_and_pauses_and_play_ends_on_the_last_day(visitor, tiny_file) -> None:
    visitor.open(tiny_file, "#day=1945-09-04")
    visitor.page.keyboard.press("Space")
    assert visitor.page.locator("#play").get_attribute("aria-label") == "Pause"
    visitor.wait_for("1945-09-05")
    visitor.until("!document.body.classList.contains('playing')")
    assert visitor.page.locator("#play").get_attribute("aria-label") == "Play"


def test_nothing_plays_by_itself(visitor, tiny_file) -> None:
    visitor.open(tiny_file)
    visitor.page.wait_for_timeout(1000)
    assert visitor.day == "1945-08-09"


def test_space_on_a_button_is_the_buttons(visitor, tiny_file) -> None:
    visitor.open(tiny_file)
    visitor.page.locator("#next").focus()
    visitor.page.keyboard.press("Space")
    visitor.wait_for("1945-08-10")
    assert not visitor.page.locator("body.playing").count()


def test_the_arrows_grey_at_the_ends_and_keep_the_focus(visitor, tiny_file) -> None:
    visitor.open(tiny_file, "#day=1945-09-04")
    later, earlier = visitor.page.locator("#next"), visitor.page.locator("#previous")
    later.press("Enter")
    visitor.wait_for("1945-09-05")
    expect(later).to_be_disabled()
    expect(later).to_be_focused()
    expect(later).to_have_css("opacity", "0.4")
    expect(earlier).to_be_enabled()
    visitor.page.keyboard.press("Home")
    expect(earlier).to_be_disabled()
    expect(later).to_be_enabled()


def test_keys_are_left_to_whoever_types(visitor, tiny_file) -> None:
    visitor.open(tiny_file, "#day=1945-08-18")
    visitor.page.evaluate("document.body.append(document.createElement('input'))")
    visitor.page.locator("body > input").focus()
    for key in ("b", ".", "f", "r", "c", "Space", "Home", "ArrowLeft", "PageDown"):
        visitor.page.keyboard.press(key)
    assert visitor.page.locator("body > input").input_value() == "b.frc "
    assert visitor.day == "1945-08-18"
    assert not visitor.page.locator("#black").is_visible()


def test_shortcuts_of_a_page_around_the_map_never_fire(visitor, tiny_file) -> None:
    visitor.open(tiny_file)
    visitor.page.evaluate("""() => {
        window.heard = [];
        for (const kind of ['keydown', 'keypress', 'keyup'])
            document.addEventListener(kind, event => window.heard.push(event.key));
    }""")
    for key in ("r", "c", "R", "C"):
        visitor.page.keyboard.press(key)
    assert visitor.page.evaluate("window.heard") == []


def test_help_names_every_key_and_gives_the_focus_back(visitor, tiny_file) -> None:
    visitor.open(tiny_file)
    visitor.page.locator("#help-button").focus()
    visitor.page.keyboard.press("?")
    dialog = visitor.page.get_by_role("dialog", name="Keys")
    assert dialog.is_visible()
    named = set(re.split(r"[ ,]+", " ".join(dialog.locator("th").all_inner_texts())))
    assert {HELP_NAMES.get(key, key.upper()) for key in keys_taken()} <= named
    assert {"Shift", "Enter", "Esc"} <= named
    visitor.page.keyboard.press("Escape")
    assert not dialog.is_visible()
    assert visitor.page.evaluate("document.activeElement.id") == "help-button"


def test_full_screen_is_asked_for_or_the_refusal_is_said(visitor, tiny_file) -> None:
    visitor.open(tiny_file)
    visitor.page.keyboard.press("f")
    visitor.until("document.fullscreenElement || document.getElementById('message').textContent")
