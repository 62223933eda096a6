"""Keys whatever the layout, the input method, the mode and the focus make of them."""

import pytest

#: What browsers send for a key: the text on it, and its place.
LAYOUTS = {
    "US": {"KeyB": "b", "Period": ".", "KeyL": "l", "KeyU": "u"},
    "Russian": {"KeyB": "и", "Period": "ю", "KeyL": "д", "KeyU": "г"},
    "Korean": {"KeyB": "ㅠ", "Period": ".", "KeyL": "ㅣ", "KeyU": "ㅕ"},
    "Japanese input method": dict.fromkeys(("KeyB", "Period", "KeyL", "KeyU"), "Process"),
    "full width": {"KeyB": "ｂ", "Period": "。", "KeyL": "Ｌ", "KeyU": "ｕ"},
    "Arabic": {"KeyB": "لا", "Period": "ز", "KeyL": "م", "KeyU": "ع"},
    "Thai": {"KeyB": "ิ", "Period": "ใ", "KeyL": "ส", "KeyU": "ี"},
}
MODES = {"plain": "", "lecture": "&mode=lecture", "compare": "&compare=1945-08-14"}
STATE = """() => ({
    black: !document.getElementById('black').hidden,
    lecture: document.documentElement.classList.contains('lecture'),
    sure: document.body.classList.contains('doubting'),
    search: document.activeElement.id === 'search',
    help: document.getElementById('help').open,
    day: window.campaign.day,
})"""
SEND = """event => {
    const target = document.activeElement ?? document.body;
    const sent = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...event });
    target.dispatchEvent(sent);
    return sent.defaultPrevented;
}"""


def send(visitor, key: str | None, code: str = "", **more: object) -> bool:
    """Send a key as a layout makes it; whether it was taken."""
    return bool(
        visitor.page.evaluate(SEND, {"code": code, **({"key": key} if key else {}), **more})
    )


def state(visitor) -> dict[str, object]:
    return dict(visitor.page.evaluate(STATE))


@pytest.mark.parametrize("mode", MODES)
def test_letters_are_found_by_their_place(visitor, tiny_file, subtests, mode) -> None:
    visitor.page.set_viewport_size({"width": 1280, "height": 720})
    visitor.open(tiny_file, f"#day=1945-08-18{MODES[mode]}")
    before = state(visitor)
    done = {"KeyB": "black", "Period": "black", "KeyL": "lecture", "KeyU": "sure"}
    for layout, keys in LAYOUTS.items():
        for code, key in keys.items():
            with subtests.test(f"{code} of {layout}"):
                assert send(visitor, key, code)
                assert state(visitor) == before | {done[code]: not before[done[code]]}
                assert send(visitor, key, code)
                assert state(visitor) == before


def test_a_full_stop_beside_the_shift_key_blanks_nothing(visitor, tiny_file, subtests) -> None:
    visitor.open(tiny_file)
    before = state(visitor)
    for layout, key in {"Russian": ".", "Hebrew": ".", "Turkish": "."}.items():
        with subtests.test(layout):
            assert not send(visitor, key, "Slash")
            assert state(visitor) == before


@pytest.mark.parametrize("event", [{}, {"key": ""}, {"key": "Unidentified"}])
def test_a_key_event_that_names_no_key_does_nothing(visitor, tiny_file, event) -> None:
    visitor.open(tiny_file)
    before = state(visitor)
    for node in ("body", "#search", "#date-field", "#speed", "#day", ".folium-map", ".place"):
        for kind in ("keydown", "keypress", "keyup"):
            # as autofill and extensions send it
            visitor.page.locator(node).first.evaluate(
                "(node, [kind, event]) => node.dispatchEvent("
                "Object.assign(new Event(kind, { bubbles: true }), event))",
                [kind, event],
            )
    assert state(visitor) == before


def test_what_an_input_method_is_told_does_nothing_else(visitor, tiny_file, subtests) -> None:
    visitor.open(tiny_file)
    box = visitor.page.locator("#search")
    box.fill("Mukden")
    for event in ({"isComposing": True}, {"keyCode": 229}):
        for key in ("Enter", "Escape", "ArrowDown"):
            with subtests.test(f"{key} {event}"):
                box.focus()
                marked = box.get_attribute("aria-activedescendant")
                assert not send(visitor, key, key, **event)
                assert visitor.page.locator("#search-list").is_visible()
                assert box.get_attribute("aria-activedescendant") == marked
                assert not visitor.page.locator("#details").is_visible()
    field = visitor.page.get_by_label("Go to")
    for event in ({"isComposing": True}, {"keyCode": 229}):
        field.fill("8月18日")
        send(visitor, "Enter", "Enter", **event)
        assert visitor.day == "1945-08-09"
        assert field.input_value() == "8月18日"
    visitor.page.keyboard.press("Enter")
    visitor.wait_for("1945-08-18")


def test_single_letter_keys_are_switched_off_for_the_visit(visitor, tiny_file, subtests) -> None:
    visitor.open(tiny_file, "#day=1945-08-18")
    box = visitor.page.get_by_label("Single-letter keys")
    visitor.page.locator("#help-button").click()
    assert box.is_checked()
    box.uncheck()
    visitor.page.keyboard.press("Escape")
    for when in ("at once", "after a reload"):
        if when == "after a reload":
            visitor.page.reload()
            visitor.wait_for("1945-08-18")
        before = state(visitor)
        for key in "bflnpsu./?+-":
            with subtests.test(f"{key} {when}"):
                visitor.page.keyboard.press(key)
                assert state(visitor) == before
                assert visitor.page.locator("#message").inner_text() == ""
        with subtests.test(f"a clicker {when}"):
            visitor.page.keyboard.press("PageDown")
            visitor.wait_for("1945-08-19")
            visitor.page.keyboard.press("PageUp")
            visitor.wait_for("1945-08-18")
    visitor.page.locator("#help-button").click()
    assert not box.is_checked()
    box.check()
    visitor.page.keyboard.press("?")
    visitor.page.keyboard.press("b")
    assert state(visitor)["black"]


@pytest.mark.own_tab
def test_where_nothing_can_be_kept_the_choice_holds_until_the_page_is_left(
    visitor, tiny_file
) -> None:
    visitor.page.add_init_script(
        "Object.defineProperty(window, 'sessionStorage',"
        " { get() { throw new DOMException('no', 'SecurityError'); } })"
    )
    visitor.open(tiny_file)
    visitor.page.locator("#help-button").click()
    visitor.page.get_by_label("Single-letter keys").uncheck()
    visitor.page.keyboard.press("Escape")
    visitor.page.keyboard.press("b")
    assert not state(visitor)["black"]
    visitor.page.goto("about:blank")  # where nothing is to be cleared


def test_what_was_chosen_gives_the_next_key_back_to_the_days(visitor, tiny_file, subtests) -> None:
    visitor.open(tiny_file)
    page = visitor.page

    def chosen(name: str) -> None:
        if name == "a speed":
            page.locator("#speed").focus()
            page.locator("#speed").select_option("4")
        elif name == "a speed by arrow":
            page.locator("#speed").focus()
            page.keyboard.press("ArrowDown")
        elif name == "a date":
            page.get_by_label("Go to").fill("18 августа")
            page.keyboard.press("Enter")
        elif name == "a place":
            page.locator("#search").fill("Mukden")
            page.keyboard.press("Enter")
        elif name == "a layer":
            page.keyboard.press("Escape")  # the card of the place
            page.locator("#layers summary").click()
            page.locator("input[data-layer=rivers]").click()
        else:
            page.locator("#help-button").click()
            page.get_by_label("Single-letter keys").click()
            page.keyboard.press("Escape")

    names = ("a speed", "a speed by arrow", "a date", "a place", "a layer", "an option of the help")
    for name in names:
        with subtests.test(name):
            chosen(name)
            speed = page.locator("#speed").input_value()
            visitor.go_to("1945-08-18")
            page.keyboard.press("PageDown")
            visitor.wait_for("1945-08-19")
            page.keyboard.press("PageUp")
            visitor.wait_for("1945-08-18")
            assert page.locator("#speed").input_value() == speed


def test_down_is_later_on_the_slider_and_moves_nothing_else(visitor, tiny_file, subtests) -> None:
    visitor.open(tiny_file, "#day=1945-08-18")
    for where in ("#day", ".folium-map", "#next", "#day-panel-body", "#speed"):
        with subtests.test(where):
            visitor.page.locator(where).focus()
            for key, day in (("ArrowDown", "19"), ("ArrowUp", "18")):
                visitor.page.keyboard.press(key)
                visitor.rest()
                assert visitor.day == f"1945-08-{day if where == '#day' else '18'}"


def test_the_start_key_of_a_clicker_closes_no_story(visitor, file, subtests) -> None:
    visitor.page.set_viewport_size({"width": 1280, "height": 720})
    visitor.open(file, "#mode=lecture&story=3")
    visitor.page.evaluate("window.mark = 1")
    number = visitor.page.locator("#story-number")
    lecture = visitor.page.locator("html.lecture")
    for key, shift, is_lecture in (
        ("F5", False, 1), ("Escape", False, 0), ("F5", True, 1), ("F5", False, 1),
        ("Escape", False, 0),
    ):  # fmt: skip
        with subtests.test(f"{'Shift+' if shift else ''}{key}, lecture {is_lecture}"):
            visitor.page.keyboard.press("PageDown")
            told = number.inner_text()
            visitor.page.keyboard.press(f"{'Shift+' if shift else ''}{key}")
            assert lecture.count() == is_lecture
            assert number.is_visible()
            assert number.inner_text() == told
    assert visitor.page.evaluate("window.mark") == 1  # never reloaded
    # outside the lecture it is asked again, and the second time closes
    visitor.page.keyboard.press("PageDown")
    visitor.page.keyboard.press("Escape")
    assert number.is_visible()
    assert "Press Esc again" in visitor.page.locator("#message").inner_text()
    visitor.page.keyboard.press("PageDown")
    visitor.page.keyboard.press("Escape")
    assert number.is_visible()
    visitor.page.keyboard.press("Escape")
    assert not number.is_visible()
    # where nothing is told, F5 is the browser's
    assert not send(visitor, "F5", "F5")
