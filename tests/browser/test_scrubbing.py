"""Every day is drawn, and drawn as the data say."""

import pytest
import tiny

from campaign.days import DAYS, in_words
from campaign.ground.control import status_on


def test_all_28_days_are_painted_with_the_status_of_every_piece(visitor, tiny_file) -> None:
    ground = tiny.ground().set_index("id")
    visitor.open(tiny_file)
    for day in [*DAYS, *reversed(DAYS), DAYS[13], DAYS[2]]:
        visitor.go_to(day.isoformat())
        assert visitor.statuses() == status_on(ground, day).to_dict()


def test_only_what_begins_on_the_day_is_marked_as_today(visitor, tiny_file) -> None:
    visitor.open(tiny_file)
    visitor.go_to("1945-08-12")
    new = visitor.page.eval_on_selector_all(
        "path.ground.today", "all => all.map(p => p.dataset.id)"
    )
    assert new == ["plain", "fort"]
    visitor.go_to("1945-08-13")
    assert visitor.page.locator("path.ground.today").count() == 0


def test_pieces_are_drawn_once_and_stay(visitor, tiny_file) -> None:
    visitor.open(tiny_file)
    paths = visitor.page.query_selector_all("path.ground")
    for day in DAYS:
        visitor.go_to(day.isoformat())
    assert all(path.evaluate("path => path.isConnected") for path in paths)
    assert visitor.page.locator("path.ground").count() == len(tiny.ground())


def test_shapes_come_out_as_they_went_in(visitor, tiny_file) -> None:
    visitor.open(tiny_file)
    drawn = visitor.page.evaluate("""() => {
        const found = {};
        window.campaign.map.eachLayer(layer => {
            const path = layer.getElement?.();
            if (path?.dataset.id) found[path.dataset.id] = layer.getBounds().toBBoxString();
        });
        return found;
    }""")
    for row in tiny.ground().itertuples():
        assert [float(side) for side in drawn[row.id].split(",")] == list(row.geometry.bounds)


def test_the_date_is_the_title(visitor, tiny_file, subtests) -> None:
    visitor.open(tiny_file)
    for day in DAYS:
        with subtests.test(str(day)):
            visitor.go_to(day.isoformat())
            title = visitor.page.locator("h1").inner_text().split()
            assert title == in_words(day).split()
            assert visitor.page.locator("#day").input_value() == str(DAYS.index(day))


def test_the_front_and_the_legs_follow_the_day(visitor, tiny_file) -> None:
    def shown(kind: str) -> int:
        # a line due north has no width, which counts as hidden
        paths = "all => all.filter(p => getComputedStyle(p).display !== 'none').length"
        return int(visitor.page.eval_on_selector_all(f".leaflet-pane path.{kind}", paths))

    visitor.open(tiny_file)
    assert (shown("front"), shown("leg")) == (0, 0)
    visitor.go_to("1945-08-12")
    assert (shown("front"), shown("leg"), shown("leg.today")) == (1, 2, 1)
    visitor.go_to("1945-08-11")
    assert (shown("front"), shown("leg"), shown("leg.today")) == (0, 1, 0)


def test_the_area_held_is_that_of_soviet_ground(visitor, tiny_file) -> None:
    visitor.open(tiny_file)
    visitor.go_to("1945-08-12")
    assert visitor.page.locator("#area").inner_text().split("\n")[0].startswith("Soviet-held 1,000")
    assert "+1,000 km² today" in visitor.page.locator("#area").inner_text()


def test_nothing_planned_ever_looks_held(visitor, tiny_file) -> None:
    visitor.open(tiny_file)
    for day in DAYS:
        visitor.go_to(day.isoformat())
        assert visitor.statuses()["plan"] in {"planned", "cancelled"}


TOUCHED = """async days => {
    const slider = document.getElementById('day');
    const seen = new Set();
    new MutationObserver(changes => {
        for (const { attributeName, target } of changes)
            if (attributeName === 'data-status') seen.add(target);
    }).observe(document.querySelector('.leaflet-ground-pane'),
        {subtree: true, attributes: true, childList: true});
    const touched = [];
    for (let day = 0; day < days; day++) {
        seen.clear();
        slider.value = day;
        slider.dispatchEvent(new Event('input'));
        for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
        touched.push(seen.size);
    }
    return touched;
}"""


@pytest.mark.parametrize(
    "asked",
    ["sure=0", "sure=1", "compare=1945-08-14", "sure=1&compare=1945-08-14"],
    ids=["plain", "with-doubt", "comparing", "with-doubt-comparing"],
)
def test_a_step_touches_only_what_changes(visitor, atlas, file, asked) -> None:
    visitor.open(file, f"#{asked}")
    assert visitor.page.locator("#day-panel").is_visible()
    assert visitor.page.locator("path.ground").count() == len(atlas.ground)
    touched = visitor.page.evaluate(TOUCHED, len(DAYS))
    assert touched[1:] == [len(atlas.changed(day)) for day in DAYS[1:]]
