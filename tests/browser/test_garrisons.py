"""Ground that garrisons spread over, and ground that was given up, beside what columns took."""

import re

import pytest

from campaign import days
from campaign.palette import LOOKS
from campaign.text import in_three_figures, words

DAY = "1945-08-22"
FILL = """id => getComputedStyle(document.querySelector(`path[data-id="${id}"]`)).fill"""
SEEN = """() => [...document.querySelectorAll('.name.patch:not([hidden])')]
    .filter(node => getComputedStyle(node).visibility === 'visible').length"""


def of_the_day(atlas, taken_by, day=DAY):
    ground = atlas.ground
    own = (ground["taken_by"] == taken_by) & (ground["soviet_from"] == day)
    return ground[own & ground["airhead_from"].isna()].iloc[0].id


def rgb(colour: str) -> str:
    return "rgb({}, {}, {})".format(*bytes.fromhex(colour[1:]))


def test_the_strong_colour_is_for_ground_that_a_column_took(visitor, atlas, file) -> None:
    visitor.open(file, f"#day={DAY}")
    fills = {
        by: visitor.page.evaluate(FILL, of_the_day(atlas, by)) for by in ("column", "garrison")
    }
    assert fills == {"column": rgb(LOOKS["soviet"].today), "garrison": rgb(LOOKS["soviet"].spread)}
    visitor.go_to("1945-08-23")
    for by in fills:
        after = visitor.page.evaluate(FILL, of_the_day(atlas, by))
        assert after == rgb(LOOKS["soviet"].fill)


@pytest.mark.parametrize("day", ["1945-08-18", DAY, "1945-09-05"])
def test_the_head_has_a_figure_for_each(visitor, atlas, file, day) -> None:
    visitor.open(file, f"#day={day}")
    changed = atlas.changed(day)
    spread = changed[(changed["status"] == "soviet") & (changed["taken_by"] == "garrison")]
    status = atlas.ground_status(days.parse(day))
    given_up = atlas.ground.loc[status == "capitulated", "area_km2"].sum()
    for name, km2 in (("spread", spread["area_km2"].sum()), ("given-up", given_up)):
        told = visitor.page.locator(f"#area-{name}-value")
        assert told.is_visible() is bool(km2 > 0.5)
        if km2 > 0.5:
            assert told.text_content().lstrip("+") == in_three_figures(km2, "en")
    assert (
        visitor.page.locator("#area-given-up").get_attribute("title")
        == (words("en")["status"]["capitulated"])
    )


def test_the_head_is_as_high_on_every_day(visitor, file) -> None:
    """A head that grew would have the map laid out anew at each step."""
    visitor.open(file)
    heights = set()
    for day in ("1945-08-09", "1945-08-19", DAY, "1945-08-25", "1945-09-05"):
        visitor.go_to(day)
        heights.add(visitor.page.locator(".masthead").bounding_box()["height"])
    assert len(heights) == 1


def test_before_its_day_a_card_says_what_ground_is_and_then_what_it_becomes(
    visitor, atlas, file
) -> None:
    own = (atlas.ground["taken_by"] == "garrison") & (atlas.ground["soviet_from"] == "1945-08-25")
    row = atlas.ground[own & (atlas.ground["capitulated_from"] == "1945-08-19")].iloc[0]
    visitor.open(file, f"#day=1945-08-20&card={row.id}")
    name = words("en")["status"]["capitulated"]
    assert visitor.page.locator("#standing").inner_text() == (
        f"On 20 August: {name} since 19 August; then Soviet-held, from 25 August"
    )
    visitor.go_to("1945-08-10")
    assert re.match(
        rf"On 10 August: Japanese-held; then {re.escape(name)}, from 19 August",
        visitor.page.locator("#standing").inner_text(),
    )
    visitor.go_to("1945-08-26")
    assert "then" not in visitor.page.locator("#standing").inner_text()


def test_words_stand_on_the_larger_patches_from_their_day_on(visitor, file) -> None:
    visitor.open(file, "#day=1945-08-18&view=manchuria")
    assert visitor.page.evaluate(SEEN) == 0
    visitor.go_to("1945-08-20")
    assert visitor.page.evaluate(SEEN) >= 1
