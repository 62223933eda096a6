"""The deck: marks of events, buttons from event to event, a date that is typed, the speed."""

import pytest

from campaign.telling.chronicle import chronicles


def test_a_typed_date_is_gone_to(visitor, tiny_file) -> None:
    visitor.open(tiny_file)
    visitor.page.get_by_label("Go to").fill("18 Aug")
    visitor.page.keyboard.press("Enter")
    visitor.wait_for("1945-08-18")
    assert visitor.page.locator("#day").evaluate("node => node === document.activeElement")


def test_a_wrong_date_is_answered_with_the_valid_range(visitor, tiny_file) -> None:
    visitor.open(tiny_file, "#day=1945-08-12")
    field = visitor.page.get_by_label("Go to")
    field.fill("31 Sep")
    visitor.page.keyboard.press("Enter")
    said = visitor.page.locator("#message").inner_text()
    assert "9 August to 5 September 1945" in said
    assert field.get_attribute("aria-invalid") == "true"
    assert visitor.day == "1945-08-12"


def test_the_buttons_go_from_event_to_event(visitor, atlas, file) -> None:
    events = [event for day in chronicles(atlas) for event in day.events]
    visitor.page.emulate_media(reduced_motion="reduce")
    visitor.open(file, "#day=1945-08-20")

    def press(name: str) -> str:
        visitor.page.get_by_role("button", name=f"{name} event").click()
        return str(visitor.page.locator(".ticks [aria-current]").get_attribute("aria-label"))

    first = next(n for n, event in enumerate(events) if event.date.isoformat() == "1945-08-20")
    for way, number in [("Next", first), ("Next", first + 1), ("Previous", first),
                        ("Previous", first - 1), ("First", 0), ("Previous", 0),
                        ("Last", len(events) - 1), ("Next", len(events) - 1)]:  # fmt: skip
        assert press(way).startswith(events[number].title)
        assert visitor.day == events[number].date.isoformat()
    visitor.go_to("1945-08-20")
    assert visitor.page.locator(".ticks [aria-current]").count() == 0
    assert press("Previous").startswith(events[first + 3].title)


def test_a_tick_with_focus_names_its_event_and_goes_to_it(visitor, atlas, file) -> None:
    visitor.page.emulate_media(reduced_motion="reduce")
    visitor.open(file, "#day=1945-08-18")
    events = chronicles(atlas)[9].events
    stops = visitor.page.locator(".ticks button[tabindex='0']")
    assert stops.count() == len(events)
    visitor.page.locator("#next").focus()
    visitor.page.keyboard.press("Tab")
    said = visitor.page.get_by_role("tooltip").inner_text()
    assert events[0].title in said
    assert events[0].place_name in said
    visitor.page.keyboard.press("Enter")
    assert stops.first.get_attribute("aria-current") == "true"
    visitor.page.locator(".ticks button").last.click()
    visitor.wait_for("1945-09-05")


def test_the_strip_over_a_day_names_the_nearest_mark_and_goes_to_it(visitor, atlas, file) -> None:
    visitor.page.set_viewport_size({"width": 1280, "height": 720})
    visitor.page.emulate_media(reduced_motion="reduce")
    visitor.open(file)
    strip = visitor.page.locator(".ticks > span").nth(20)
    box = strip.bounding_box()
    assert box is not None
    assert box["height"] >= 24
    (event,) = chronicles(atlas)[20].events
    visitor.page.mouse.move(box["x"] + 2, box["y"] + 3)
    assert event.title in visitor.page.get_by_role("tooltip").inner_text()
    visitor.page.mouse.down()
    visitor.page.mouse.up()
    visitor.wait_for("1945-08-29")
    visitor.page.mouse.move(600, 300)
    assert visitor.page.locator(".ticks .near").count() == 0


@pytest.mark.own_tab
def test_play_keeps_the_speed_that_was_chosen(visitor, tiny_file) -> None:
    clock = visitor.page.clock
    clock.install(time=0)
    visitor.open(tiny_file)
    assert visitor.page.get_by_label("Play at").locator("option").count() == 4
    visitor.page.get_by_label("Play at").select_option("4")
    clock.pause_at(60_000)
    visitor.page.locator("#play").click()
    clock.run_for(1200)
    assert visitor.day == "1945-08-13"


@pytest.mark.parametrize("width", [1024, 1280])
def test_every_mark_of_an_event_is_seen_whole(visitor, atlas, file, width) -> None:
    visitor.page.set_viewport_size({"width": width, "height": 768})
    visitor.open(file)
    hit = visitor.page.locator("#ticks button").evaluate_all(
        """nodes => nodes.filter(node => {
            const { x, y, width, height } = node.getBoundingClientRect();
            return [0.2, 0.8].every(share =>
                node.contains(document.elementFromPoint(x + width / 2, y + share * height)));
        }).length"""
    )
    assert hit == sum(len(day.events) for day in chronicles(atlas))
