"""Printing: the map fitted to the sheet, date, legend, sources and link, and nothing to press."""

import re
from itertools import pairwise

import pytest

SHEETS = [(paper, way) for paper in ("A4", "Letter") for way in ("portrait", "landscape")]
ROOM = {  # a sheet without its margins, in CSS pixels
    ("A4", "portrait"): (718, 1047), ("A4", "landscape"): (1047, 718),
    ("Letter", "portrait"): (740, 980), ("Letter", "landscape"): (980, 740),
}  # fmt: skip
STATES = {
    "plain": "#day=1945-08-18",
    "compared": "#day=1945-08-20&compare=1945-08-14&view=manchuria",
    "doubt": "#day=1945-08-19&sure=1",
    "story": "#story=7",
    "lecture": "#day=1945-08-18&mode=lecture&view=sakhalin",
    "by hand": "#day=1945-08-18&at=45.5,125.5,6.2",
    "the last day": "#day=1945-09-05&view=south-kurils",
}
STANDING = """(() => {
    const { map, day, view } = window.campaign;
    const { lat, lng } = map.getCenter();
    const size = map.getSize();
    return [lat, lng, map.getZoom(), size.x, size.y, day, view, location.hash,
        document.documentElement.className, document.body.className,
        ...['legend', 'legend-more', 'legend-doubt'].map(id => document.getElementById(id).open),
        [...document.querySelectorAll('.place')].map(node => node.dataset.label).join(),
        document.getElementById('day').getBoundingClientRect().y];
})()"""
TO_PRESS = """[...document.querySelectorAll('button, input, select, textarea, [role=search], #tip')]
    .filter(node => node.checkVisibility()).map(node => node.outerHTML.slice(0, 60))"""


def prepare(visitor) -> None:
    """Do what a browser does before it prints."""
    visitor.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    visitor.page.emulate_media(media="print")


def finish(visitor) -> None:
    """Do what it does after."""
    visitor.page.emulate_media(media="null")
    visitor.page.evaluate("dispatchEvent(new Event('afterprint'))")


@pytest.mark.parametrize("state", ["plain", "doubt"])
def test_the_map_has_one_sheet_and_the_sources_one_more_at_most(
    visitor, file, subtests, state
) -> None:
    visitor.open(file, STATES[state])
    for paper, way in ROOM:
        with subtests.test(f"{paper} {way}"):
            pdf = visitor.page.pdf(format=paper, landscape=way == "landscape")
            assert 1 <= len(re.findall(rb"/Type\s*/Page\b", pdf)) <= 2


@pytest.mark.parametrize("state", STATES)
def test_date_map_legend_and_link_are_on_the_first_sheet(visitor, file, subtests, state) -> None:
    visitor.open(file, STATES[state])
    prepare(visitor)
    day = visitor.page.evaluate("window.campaign.day")
    assert str(int(day[-2:])) in visitor.page.locator("h1").inner_text()
    assert f"day={day}" in visitor.page.locator("#printout .link").inner_text()
    for sheet, (width, height) in ROOM.items():
        with subtests.test(str(sheet)):
            visitor.page.set_viewport_size({"width": width, "height": height})
            assert visitor.page.evaluate("document.documentElement.scrollWidth") <= width
            found = {}
            for part in ("h1", ".folium-map", "#legend", "#printout .link"):
                box = found[part] = visitor.page.locator(part).bounding_box()
                assert box is not None, part
                assert box["x"] >= 0
                assert box["y"] >= 0
                assert box["x"] + box["width"] <= width + 1
                assert box["y"] + box["height"] <= height, part
            sides = found[".folium-map"]
            assert sides["width"] * sides["height"] >= 0.55 * width * height
    finish(visitor)


WINDOWS = [(1280, 720), (390, 844), (844, 390), (768, 1024), (1920, 1080), (1024, 600), (667, 375)]


@pytest.mark.parametrize(("state", "size"), [*zip(STATES, WINDOWS, strict=True)], ids=str)
def test_nothing_to_press_is_printed_and_the_page_is_as_before(visitor, file, state, size) -> None:
    visitor.page.emulate_media(reduced_motion="reduce")
    visitor.page.set_viewport_size({"width": size[0], "height": size[1]})
    visitor.open(file, STATES[state])
    visitor.until("location.hash.includes('day=')")  # a chapter brings its own
    visitor.page.locator("#legend").evaluate("node => { node.open = !node.open; }")
    visitor.rest()
    before = visitor.page.evaluate(STANDING)
    prepare(visitor)
    assert visitor.page.evaluate(TO_PRESS) == []
    assert visitor.page.locator("#legend li").first.is_visible()
    finish(visitor)
    visitor.rest()
    assert visitor.page.evaluate(STANDING) == before
    # what follows the size of the window has heard of it by now
    visitor.page.wait_for_timeout(150)
    assert visitor.page.evaluate(STANDING) == before


def test_a_print_shows_the_view_that_was_shown(visitor, file) -> None:
    for address, point in (
        ("#view=shimushu", [50.74, 156.3]),
        ("#at=43.9,125.3,7.5", [43.9, 125.3]),
    ):
        visitor.open(file, f"{address}&day=1945-08-18")
        seen = visitor.page.evaluate("window.campaign.map.getZoom()")
        prepare(visitor)
        assert visitor.page.evaluate(f"window.campaign.map.getBounds().pad(-0.3).contains({point})")
        assert abs(visitor.page.evaluate("window.campaign.map.getZoom()") - seen) < 1.2
        finish(visitor)


def test_a_flight_that_a_print_ends_has_led_where_it_was_to(visitor, file) -> None:
    visitor.open(file, "#day=1945-08-18&view=theatre")
    visitor.page.locator("#shimushu").click()
    visitor.page.pdf()
    visitor.rest()
    assert visitor.page.evaluate("window.campaign.view") == "shimushu"
    assert visitor.page.evaluate("window.campaign.map.getBounds().contains([50.74, 156.3])")


def test_the_sources_of_the_day_are_printed(visitor, file) -> None:
    visitor.open(file, "#day=1945-08-18")
    visitor.page.set_viewport_size({"width": 1280, "height": 720})
    listed = visitor.page.locator("#day-panel-body .sources li").all_inner_texts()
    assert listed
    prepare(visitor)
    assert visitor.page.locator("#printout .sources li").all_inner_texts() == listed
    assert "GSHHG" in visitor.page.locator("#printout .credits").inner_text()
    finish(visitor)


def test_dots_differ_without_backgrounds_and_shadows(visitor, tiny_file) -> None:
    """What a border leaves open of a dot, how thick it is, and whether it has an outline."""
    visitor.open(tiny_file)
    looks = []
    for day in ("1945-08-09", "1945-08-19", "1945-08-20", "1945-08-21", "1945-08-30"):
        visitor.go_to(day)
        prepare(visitor)
        looks.append(
            visitor.page.locator(".place.rank-1 .dot").evaluate(
                """node => { const style = getComputedStyle(node);
                return [node.clientWidth, style.borderLeftWidth, style.outlineStyle]; }"""
            )
        )
        finish(visitor)
    assert len({str(look) for look in looks}) == 5
    assert looks[-1][0] == 0


def test_grounds_differ_in_grey(visitor, file) -> None:
    visitor.open(file, "#day=1945-08-18")
    prepare(visitor)
    fills = visitor.page.locator("#legend .swatch:not(.differs, .differs-otherwise)").evaluate_all(
        "nodes => nodes.filter(n => n.checkVisibility()).map(n => getComputedStyle(n).fill)"
    )
    assert len(fills) >= 7
    assert len(set(fills)) == len(fills)
    greys = sorted(
        0.299 * red + 0.587 * green + 0.114 * blue
        for fill in fills
        if "url" not in fill
        for red, green, blue in [map(int, re.findall(r"\d+", fill)[:3])]
    )
    assert all(lighter - darker > 50 for darker, lighter in pairwise(greys))
    finish(visitor)
