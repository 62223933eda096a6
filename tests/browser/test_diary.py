"""The day's panel, the ghost of the front and the comparison say what the data say."""

import re

import pytest

from campaign.days import DAYS
from campaign.telling.chronicle import chronicles
from campaign.text import words


@pytest.fixture(scope="module")
def told(atlas):
    return chronicles(atlas)


def number(text: str) -> float:
    """A figure as the page writes it."""
    return float(re.sub(r"[^\d.\-]", "", text.replace("−", "-")) or 0)


def test_the_panel_says_what_the_data_say_on_every_day(visitor, atlas, told, file) -> None:
    visitor.open(file)
    panel = visitor.page.locator("#day-panel")
    before = None
    for day, chronicle in zip(DAYS, told, strict=True):
        visitor.go_to(day.isoformat())
        assert panel.locator(".changed").inner_text() == chronicle.sentence
        gain = number(visitor.page.locator("#area-gained").inner_text())
        assert not gain or f"{gain:,g} km²" in chronicle.sentence
        held = atlas.area(day)["soviet"]
        rows = panel.locator(".areas tbody tr").evaluate_all(
            "rows => rows.map(row => [...row.children].map(cell => cell.textContent))"
        )
        seen = panel.locator(".areas tbody tr:visible").count()
        assert seen == sum(number(km2) > 0 for _, _, km2 in rows)
        some = held[held > 0]
        assert [number(km2) for _, km2, _ in rows] == pytest.approx(list(some), rel=0.006)
        gained = held if before is None else held - before
        assert [number(km2) for _, _, km2 in rows] == pytest.approx(
            [gained[layer] for layer in some.index], rel=0.006, abs=0.01
        )
        changed = atlas.changed(day)
        taken = changed[(changed["status"] == "soviet")]["area_km2"].sum()
        assert sum(number(km2) for _, _, km2 in rows) == pytest.approx(taken, rel=0.006)
        titles = panel.locator(".events strong").all_inner_texts()
        assert titles == [event.title for event in chronicle.events]
        before = held


def test_an_event_numbers_its_sources_as_the_list_does(visitor, atlas, told, file) -> None:
    visitor.open(file, "#day=1945-08-18")
    titles = {source.key: source.title for source in atlas.tables.sources}
    listed = visitor.page.locator("#day-panel .sources cite").all_inner_texts()
    for item, event in zip(
        visitor.page.locator("#day-panel .events li").all(), told[9].events, strict=True
    ):
        numbers = re.findall(r"\[(\d+)\]", item.locator(".numbers").inner_text())
        assert [listed[int(n) - 1] for n in numbers] == [titles[key] for key in event.sources]


def test_an_event_flies_to_its_place_and_marks_it(visitor, told, file) -> None:
    visitor.page.emulate_media(reduced_motion="reduce")
    visitor.open(file, "#day=1945-08-18")
    event = next(event for event in told[9].events if event.kind == "landing")
    visitor.page.locator("#day-panel .events button", has_text=event.title).click()
    centre = visitor.page.evaluate("window.campaign.map.getCenter()")
    assert (centre["lat"], centre["lng"]) == pytest.approx((event.lat, event.lon), abs=0.2)
    assert visitor.page.locator(".beacon").count() == 1
    assert event.summary in visitor.page.locator("#day-panel .summary:visible").inner_text()
    visitor.go_to("1945-08-20")
    assert visitor.page.locator(".beacon").count() == 0


def test_an_event_of_another_day_is_marked_in_the_panel_of_that_day(visitor, told, file) -> None:
    visitor.open(file, "#day=1945-08-09")
    event = next(event for event in told[9].events if event.kind == "landing")
    visitor.page.get_by_role("button", name=event.title).first.click()
    visitor.wait_for("1945-08-18")
    marked = visitor.page.locator("#day-panel .events [aria-current]")
    assert event.title in marked.inner_text()
    assert event.summary in visitor.page.locator("#day-panel .summary:visible").inner_text()


def test_a_slider_dragged_fast_leaves_everything_on_its_last_day(visitor, file) -> None:
    """What is drawn in a later turn is drawn for the last day, whatever was skipped."""
    everything = """() => [
        document.querySelector('#day-panel .changed').textContent,
        ...['path.front', 'path.leg', '.place'].map(kind =>
            [...document.querySelectorAll(kind)].map(node =>
                node.className.baseVal ?? node.className).join()),
        [...document.querySelectorAll('path.front, path.leg')].map(line =>
            line.style.display).join()]"""
    visitor.open(file, "#day=1945-08-20")
    at_rest = visitor.page.evaluate(everything)
    visitor.open(file, "#day=1945-08-09")
    visitor.page.evaluate("""async () => {
        const slider = document.getElementById('day');
        const there = [...Array(28).keys()];
        const back = [...Array(16).keys()].map(day => 26 - day);
        for (const day of [...there, ...back]) {
            slider.value = day;
            slider.dispatchEvent(new Event('input'));
            if (day % 3) await new Promise(requestAnimationFrame);
        }
        // it has been on this day before
        delete document.documentElement.dataset.day;
    }""")
    visitor.wait_for("1945-08-20")
    assert visitor.page.evaluate(everything) == at_rest


def drawn(visitor, kind: str) -> list[str]:
    """The lines of the fronts that are shown."""
    return visitor.page.eval_on_selector_all(
        f".leaflet-front-pane path.front{kind}",
        "paths => paths.filter(p => p.style.display !== 'none').map(p => p.getAttribute('d'))",
    )


def test_the_ghost_is_the_front_of_the_day_before(visitor, file) -> None:
    visitor.open(file)
    assert drawn(visitor, ".ghost") == []
    before = drawn(visitor, ":not(.ghost)")
    for day in DAYS[1:]:
        visitor.go_to(day.isoformat())
        assert drawn(visitor, ".ghost") == before
        before = drawn(visitor, ":not(.ghost)")


@pytest.mark.parametrize(
    ("held", "shown"), [("1945-08-14", "1945-08-19"), ("1945-09-01", "1945-08-21")]
)
def test_the_comparison_shades_and_counts_what_differs(visitor, atlas, file, held, shown) -> None:
    visitor.open(file, f"#day={shown}&compare={held}")
    change = atlas.area(shown)["soviet"].sum() - atlas.area(held)["soviet"].sum()
    said = visitor.page.locator("#comparison").inner_text()
    assert number(said.split(":")[1].split("km²")[0]) == pytest.approx(change, rel=0.006)
    rows = visitor.page.locator("#panel-comparison tbody tr").evaluate_all(
        "rows => rows.map(row => [...row.children].map(cell => cell.textContent))"
    )
    by_layer = atlas.area(shown)["soviet"] - atlas.area(held)["soviet"]
    assert {name: number(km2) for name, km2 in rows} == pytest.approx(
        {words()["layers"][layer]: km2 for layer, km2 in by_layer[by_layer != 0].items()},
        rel=0.006,
    )
    one, other = (atlas.on(day).set_index("id")["status"] for day in (held, shown))
    differs = set(one.index[(one == "soviet") != (other == "soviet")])
    shaded = visitor.page.eval_on_selector_all(
        "path.ground.differs", "paths => paths.map(path => path.dataset.id)"
    )
    assert set(shaded) == differs
    assert differs


def test_the_switch_holds_the_day_shown_and_escape_ends_it(visitor, file) -> None:
    visitor.open(file, "#day=1945-08-14")
    switch = visitor.page.get_by_role("button", name="Compare")
    switch.click()
    visitor.page.keyboard.press("PageDown")
    visitor.wait_for("1945-08-15")
    visitor.until("location.hash.includes('compare=1945-08-14')")
    said = visitor.page.locator("#comparison").inner_text()
    visitor.until("document.getElementById('announce').textContent.includes('between 14 and 15')")
    assert said.startswith("between 14 and 15 August: +")
    visitor.page.keyboard.press("Escape")
    assert switch.get_attribute("aria-pressed") == "false"
    assert visitor.page.locator("path.differs, path.differs-otherwise").count() == 0
    visitor.until("!location.hash.includes('compare')")


def test_a_wrong_day_to_compare_is_answered_with_the_valid_range(visitor, tiny_file) -> None:
    visitor.open(tiny_file, "#compare=1946-01-01")
    assert "1945-08-09 to 1945-09-05" in visitor.page.locator("#message").inner_text()
    assert not visitor.page.locator("body.comparing").count()


def test_in_an_app_the_panel_starts_closed(visitor, tiny_file) -> None:
    parent = tiny_file.with_name("framing.html")
    app = f"{tiny_file.name}?streamlitUrl=app"
    parent.write_text(f'<iframe src="{app}" style="width:1200px;height:650px">')
    visitor.page.goto(parent.as_uri())
    frame = visitor.page.frame_locator("iframe")
    frame.locator("#panel-button").wait_for()
    assert not frame.locator("#day-panel").is_visible()
    frame.locator("#panel-button").click()
    assert frame.locator("#day-panel").is_visible()
