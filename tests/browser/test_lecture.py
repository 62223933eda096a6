"""Lecture mode: sizes for a room, keys for a clicker."""

import pytest
from visiting import SMALL_TARGETS

from campaign.theatre import VIEWS

FOCUS = {
    "slider": "document.getElementById('day').focus()",
    "button": "document.getElementById('next').focus()",
    "body": "document.activeElement.blur()",
}
SMALLEST_TEXT = """() => Math.min(...[...document.querySelectorAll(
    '#legend summary, #legend li, .place .label, .name span, #next-up, #story p, #story button')]
  .filter(node => node.checkVisibility())
  .map(node => parseFloat(getComputedStyle(node).fontSize)))"""


@pytest.fixture
def lecturer(visitor):
    visitor.page.set_viewport_size({"width": 1920, "height": 1080})
    visitor.page.emulate_media(reduced_motion="reduce")
    return visitor


def test_a_clicker_goes_later_and_earlier_and_black(lecturer, tiny_file, subtests) -> None:
    lecturer.open(tiny_file, "#mode=lecture")
    black = lecturer.page.locator("#black")
    for where, focus in FOCUS.items():
        with subtests.test(where):
            lecturer.go_to("1945-08-18")
            lecturer.page.evaluate(focus)
            for key, day in (("PageDown", "19"), ("PageDown", "20"),
                             ("PageUp", "19"), ("PageUp", "18")):  # fmt: skip
                lecturer.page.keyboard.press(key)
                lecturer.wait_for(f"1945-08-{day}")
            for key in ("b", "."):
                lecturer.page.keyboard.press(key)
                assert black.is_visible()
                lecturer.page.keyboard.press(key)
                assert not black.is_visible()
            assert lecturer.day == "1945-08-18"


@pytest.mark.parametrize("mark", ["?", "#"])
def test_everything_is_large_enough_for_a_room(lecturer, file, mark) -> None:
    lecturer.open(file, f"{mark}mode=lecture&day=1945-08-18")
    size = "node => parseFloat(getComputedStyle(node).fontSize)"
    assert lecturer.page.locator("h1").evaluate(size) >= 48
    for story in (False, True):
        if story:
            lecturer.page.locator("#story-button").click()
        assert lecturer.page.evaluate(SMALLEST_TEXT) >= 24
        assert lecturer.page.evaluate(SMALL_TARGETS, "input:not(#day), select") == []
    assert lecturer.page.evaluate("document.documentElement.scrollWidth") <= 1920


def test_what_comes_next_is_named(lecturer, file) -> None:
    lecturer.open(file, "#mode=lecture&day=1945-08-17")
    assert lecturer.page.locator("#next-up").inner_text().startswith("Next: 18 August, ")
    lecturer.page.locator("#story-button").click()
    assert not lecturer.page.locator("#next-up").is_visible()
    assert lecturer.page.locator("#story-upcoming").inner_text().startswith("Next: ")


@pytest.mark.parametrize("asked", ["compare=1945-08-14", "sure=1"])
def test_comparison_and_doubt_can_be_read_in_the_room(lecturer, file, asked) -> None:
    lecturer.open(file, f"#mode=lecture&day=1945-08-19&view=south-kurils&{asked}")
    said = lecturer.page.locator("#comparison" if "compare" in asked else "#legend-doubt li")
    for line in said.all():
        assert line.is_visible()
        assert line.evaluate("node => parseFloat(getComputedStyle(node).fontSize)") >= 24


def test_the_map_keeps_its_place_to_the_last_day(lecturer, file) -> None:
    lecturer.open(file, "#mode=lecture&day=1945-09-04&view=theatre")
    where = "window.campaign.map.latLngToContainerPoint([50, 140]).y"
    lecturer.page.wait_for_timeout(200)
    before = lecturer.page.evaluate(where)
    lecturer.page.keyboard.press("PageDown")
    lecturer.wait_for("1945-09-05")
    lecturer.page.wait_for_timeout(200)
    assert lecturer.page.evaluate(where) == before


def test_the_legend_names_what_is_on_the_map(lecturer, tiny_file) -> None:
    lecturer.open(tiny_file, "#mode=lecture&day=1945-08-09")
    legend = lecturer.page.locator("#legend")
    assert "Airlanding" not in legend.inner_text()
    lecturer.go_to("1945-08-19")
    assert "Airlanding" in legend.inner_text()


def test_the_palette_is_stronger(lecturer, tiny_file) -> None:
    lecturer.open(tiny_file, "#day=1945-08-12")
    ground = lecturer.page.locator("path[data-id=plain]")
    fill = "node => getComputedStyle(node).fill"
    before = ground.evaluate(fill)
    lecturer.page.keyboard.press("l")
    assert ground.evaluate(fill) != before


def test_it_is_entered_and_left_by_key(lecturer, tiny_file, subtests) -> None:
    lecturer.open(tiny_file)
    for key in ("l", "L", "Escape"):
        with subtests.test(key):
            lecturer.page.locator("#lecture").click()
            assert lecturer.page.locator("html.lecture").count() == 1
            lecturer.until("location.hash.includes('mode=lecture')")
            lecturer.page.keyboard.press(key)
            lecturer.until("!document.documentElement.classList.contains('lecture')")
            lecturer.until("!location.hash.includes('lecture')")
            assert lecturer.page.locator(".views").is_visible()


def test_the_scale_is_as_wide_as_its_text(lecturer, tiny_file) -> None:
    lecturer.page.set_viewport_size({"width": 844, "height": 390})
    lecturer.open(tiny_file, "#mode=lecture")
    line = lecturer.page.locator(".leaflet-control-scale-line")
    for mode in ("lecture", "plain"):
        for zoom in range(28, 116, 11):
            lecturer.page.evaluate(
                f"window.campaign.map.setView([46, 134], {zoom / 10}, {{ animate: false }})"
            )
            beyond = line.evaluate("line => line.scrollWidth - line.clientWidth")
            assert beyond <= 0, f"{mode}: {line.inner_text()} at zoom {zoom / 10}"
        lecturer.page.keyboard.press("l")


def test_nothing_lies_under_the_date(lecturer, file) -> None:
    lecturer.open(file, "#mode=lecture")
    for view in VIEWS:
        top = lecturer.page.evaluate(
            """view => { window.campaign.flyTo(view);
            const data = JSON.parse(document.getElementById('campaign-data').textContent);
            const [, west, north] = data.views[view];
            return window.campaign.map.latLngToContainerPoint([north, west]).y; }""",
            view,
        )
        date = lecturer.page.locator(".masthead").bounding_box()
        assert date is not None
        assert top >= date["height"]


def test_the_legend_names_both_fronts_of_a_comparison(visitor, file) -> None:
    visitor.page.set_viewport_size({"width": 1920, "height": 1080})
    visitor.open(file, "#day=1945-08-20&compare=1945-08-14&mode=lecture")
    named = visitor.page.locator("#legend li:visible").all_inner_texts()
    assert {"Front of the day", "Front, day compared", "Soviet-held on one day"} <= set(named)
    # shaded on the map, so its own look is not to be seen
    assert "Surrendered; no Soviet troops recorded" not in named
    visitor.page.keyboard.press("Escape")
    visitor.rest()
    if not visitor.page.locator("#legend").evaluate("legend => legend.open"):
        visitor.page.locator("#legend > summary").click()  # folded, where it would cover ground
    named = visitor.page.locator("#legend li:visible").all_inner_texts()
    assert "Surrendered; no Soviet troops recorded" in named
    assert "Front, day compared" not in named
