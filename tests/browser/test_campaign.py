"""The page of the whole campaign, from the files that are shipped."""

import gzip
import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from campaign.days import DAYS
from campaign.page import payload
from campaign.theatre import SHEET, VIEWS

LABELS = """() => [...document.querySelectorAll('.place .label, .name span')].filter(label =>
    label.checkVisibility()).map(label => {
    const box = label.getBoundingClientRect();
    return [label.textContent, parseFloat(getComputedStyle(label).fontSize),
      box.left, box.top, box.right, box.bottom];
  })"""
OVER_MAP = """() => [...document.querySelectorAll(
    '.search, .tools > *, .zooms, .legend, .legend-doubt, .leaflet-control-scale'
    + ', .lecture .masthead')]
  .filter(node => node.checkVisibility()).map(node => {
    const box = node.getBoundingClientRect();
    return [box.left, box.top, box.right, box.bottom];
  })"""


NEAR_GROUND = """(() => {
    const boxes = [...document.querySelectorAll('path.ground')].map(
        path => path.getBoundingClientRect());
    const far = 8; // edges are drawn beyond the box
    return (x, y) => boxes.some(box => x > box.left - far && x < box.right + far
        && y > box.top - far && y < box.bottom + far);
})()"""
"""Whether a point lies near ground: looking up all that lies under a point takes long."""


def overlap(one, other) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def test_every_piece_has_on_every_day_the_status_that_control_gives(visitor, atlas, file) -> None:
    visitor.open(file)
    for day in DAYS:
        visitor.go_to(day.isoformat())
        held = atlas.on(day).set_index("id")["status"].to_dict()
        assert visitor.statuses() == held
    assert [url for url in visitor.requests if not url.startswith("data:")] == [file.as_uri()]


def test_the_area_held_is_that_of_the_data(visitor, atlas, file) -> None:
    visitor.open(file)
    for day in DAYS[::9]:
        visitor.go_to(day.isoformat())
        said = re.sub(r"[^\d.]", "", visitor.page.locator("#area-held").inner_text()[:-1])
        assert float(said) == pytest.approx(atlas.area(day)["soviet"].sum(), rel=0.006)


def test_the_page_stays_small(html) -> None:
    bare = re.sub(r'data-relief="[^"]*"', "", html)
    whole, without = (len(gzip.compress(text.encode(), 9)) for text in (html, bare))
    print(f"\npage {whole / 1000:.0f} kB gzipped, {without / 1000:.0f} kB before the relief")
    assert without <= 400_000
    assert whole <= 520_000


def test_details_of_a_documented_place_show_its_sources(visitor, atlas, file) -> None:
    visitor.open(file, "#day=1945-08-18&view=shimushu")
    visitor.page.get_by_role("button", name="Shimushu · Shumshu", exact=True).press("Enter")
    card = visitor.page.locator("#details")
    row = atlas.places.set_index("id").loc["shumshu"]
    titles = {source.key: source.title for source in atlas.tables.sources}
    assert row["basis"] == "documented"
    for key in row["sources"].split(";"):
        assert titles[key] in card.inner_text()
    for name in (row["name_ja"], row["name_ru"], row["name_zh"]):
        assert name in card.inner_text()


def flown_views(visitor) -> Iterator[str]:
    """Each view in turn, when the map has come to rest there."""
    for view in VIEWS:
        visitor.page.evaluate("view => window.campaign.flyTo(view)", view)
        visitor.rest()
        yield view


@pytest.mark.parametrize(
    "window", [(390, 844), (844, 390), (1280, 590), (1920, 1080), (3440, 1440)]
)
def test_no_view_shows_the_end_of_the_sheet(visitor, file, window) -> None:
    visitor.page.set_viewport_size(dict(zip(("width", "height"), window, strict=True)))
    visitor.page.emulate_media(reduced_motion="reduce")
    visitor.open(file)
    west, south, east, north = SHEET
    for view in flown_views(visitor):
        shown = "(b => [b.getSouth(), b.getWest(), b.getNorth(), b.getEast()])"
        found = visitor.page.evaluate(f"{shown}(window.campaign.map.getBounds())")
        assert south <= found[0] < found[2] <= north, view
        assert west <= found[1] < found[3] <= east, view


def faults_of_labels(visitor, least: int) -> dict[str, list[Any]]:
    """Labels in sight that overlap each other, lie under something, or are cut by the edge."""
    stage = visitor.page.locator(".stage").bounding_box()
    assert stage is not None
    sight = [stage["x"], stage["y"], stage["x"] + stage["width"], stage["y"] + stage["height"]]
    labels = [label for label in visitor.page.evaluate(LABELS) if overlap(label[2:], sight)]
    assert len(labels) > 1
    over = visitor.page.evaluate(OVER_MAP)
    return {
        "overlapping": [(one[0], other[0]) for n, one in enumerate(labels)
                        for other in labels[:n] if overlap(one[2:], other[2:])],
        "covered": [one[0] for one in labels if any(overlap(one[2:], box) for box in over)],
        "cut": [one[0] for one in labels if one[2] < sight[0] or one[3] < sight[1]
                or one[4] > sight[2] or one[5] > sight[3]],
        "small": [one[0] for one in labels if one[1] < least],
    }  # fmt: skip


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)], ids=["1280", "1920"])
@pytest.mark.parametrize(
    ("how", "least"),
    [("", 12), ("&sure=1", 12), ("&mode=lecture", 24), ("&mode=lecture&story=8", 24)],
    ids=["plain", "with-doubt", "lecture", "story-in-lecture"],
)
def test_labels_are_whole_large_enough_and_never_overlap(visitor, file, size, how, least) -> None:
    """Neither each other, nor what lies over the map, nor the edge of the map, in any view."""
    visitor.page.set_viewport_size({"width": size[0], "height": size[1]})
    visitor.page.emulate_media(reduced_motion="reduce")
    visitor.open(file, f"#day=1945-09-05{how}")
    faults = {}
    for view in flown_views(visitor):
        faults[view] = {
            kind: found for kind, found in faults_of_labels(visitor, least).items() if found
        }
    assert faults == {view: {} for view in VIEWS}


def test_a_legend_that_grows_with_the_days_covers_no_label(visitor, file) -> None:
    visitor.page.set_viewport_size({"width": 1920, "height": 1080})
    visitor.page.emulate_media(reduced_motion="reduce")
    visitor.open(file, "#mode=lecture&day=1945-08-09&view=theatre")
    before = visitor.page.locator("#legend").bounding_box()
    visitor.page.keyboard.press("End")
    for _ in range(13):
        visitor.page.keyboard.press("PageUp")
    visitor.until("location.hash.includes('1945-08-23')")
    visitor.rest()
    after = visitor.page.locator("#legend").bounding_box()
    assert before is not None
    assert after is not None
    assert after["height"] > before["height"]
    assert faults_of_labels(visitor, 24)["covered"] == []


def test_nothing_covers_the_ground_in_the_first_view(visitor, file) -> None:
    visitor.page.set_viewport_size({"width": 1280, "height": 720})
    visitor.open(file)
    covered = visitor.page.evaluate(
        """() => {
        const found = new Set();
        const isNearGround = NEAR_GROUND;
        for (const name of ['#legend', '.tools', '.zooms', '.search', '#day-panel']) {
            const box = document.querySelector(name).getBoundingClientRect();
            for (let x = box.left; x < box.right; x += 3)
                for (let y = box.top; y < box.bottom; y += 3) {
                    if (!isNearGround(x, y)) continue;
                    for (const node of document.elementsFromPoint(x, y))
                        if (node.matches('path.ground')) found.add(`${node.dataset.id} ${name}`);
                }
        }
        return [...found];
    }""".replace("NEAR_GROUND", NEAR_GROUND)
    )
    assert covered == []


def test_a_bypassed_fortress_is_not_marked_as_taken(visitor, atlas, file) -> None:
    visitor.open(file)
    mark = visitor.page.locator(".place[aria-label='Hutou fortress']")
    fortress = atlas.tables.place("hutou-fr")
    for day in DAYS:
        visitor.go_to(day.isoformat())
        classes = mark.get_attribute("class").split()
        assert ("after" in classes) == (day >= fortress.date)
    visitor.go_to("1945-08-19")
    assert "partly" in mark.get_attribute("class").split()


def test_estimated_ground_leads_to_the_place_that_dates_it(visitor, file) -> None:
    visitor.page.emulate_media(reduced_motion="reduce")
    visitor.open(file, "#day=1945-08-19&view=manchuria")
    ground = visitor.page.locator("path.ground[aria-label*='near Mutanchiang']").first
    ground.dispatch_event("keydown", {"key": "Enter", "bubbles": True})
    card = visitor.page.locator("#details")
    card.get_by_role("button", name="its day and its sources").click()
    assert card.locator(".sources li").count() >= 1
    card.get_by_role("button", name=re.compile(r"^\d+ sources$")).first.click()
    assert card.locator(".sources").first.is_visible()
    sea = visitor.page.evaluate("window.campaign.map.latLngToContainerPoint([40, 131.5])")
    visitor.page.locator(".stage").click(position=sea)
    assert not card.is_visible()


UNDER_LEGENDS = """view => {
    const data = JSON.parse(document.getElementById('campaign-data').textContent);
    const [south, west, north, east] = data.views[view];
    const { map } = window.campaign;
    const corner = document.querySelector('.stage').getBoundingClientRect();
    const found = new Set();
    const isNearGround = NEAR_GROUND;
    for (const legend of document.querySelectorAll('#legend, #legend-doubt')) {
        if (!legend.checkVisibility() || !legend.open) continue;
        const box = legend.getBoundingClientRect();
        for (let x = box.left; x < box.right; x += 4)
            for (let y = box.top; y < box.bottom; y += 4) {
                if (!isNearGround(x, y)) continue;
                const at = map.containerPointToLatLng([x - corner.left, y - corner.top]);
                if (at.lat < south || at.lat > north || at.lng < west || at.lng > east) continue;
                for (const node of document.elementsFromPoint(x, y))
                    if (node.matches('path.ground')) found.add(`${node.dataset.id} ${legend.id}`);
            }
    }
    return [...found];
}""".replace("NEAR_GROUND", NEAR_GROUND)


@pytest.mark.parametrize("how", ["", "&sure=1", "&mode=lecture&sure=1", "&compare=1945-08-12"])
def test_an_open_legend_covers_no_ground_of_its_view(visitor, file, how) -> None:
    visitor.page.emulate_media(reduced_motion="reduce")
    visitor.open(file, f"#day=1945-08-19{how}")
    covered = {}
    for view in flown_views(visitor):
        covered[view] = visitor.page.evaluate(UNDER_LEGENDS, view)
    assert covered == {view: [] for view in VIEWS}


def test_a_legend_folded_for_a_view_opens_again_and_one_folded_by_hand_does_not(
    visitor, file
) -> None:
    visitor.page.set_viewport_size({"width": 960, "height": 900})
    visitor.page.emulate_media(reduced_motion="reduce")
    visitor.open(file, "#day=1945-08-19&view=shimushu")
    legend = visitor.page.locator("#legend")

    def is_open(view: str) -> bool:
        visitor.page.evaluate("view => window.campaign.flyTo(view)", view)
        return bool(legend.evaluate("node => node.open"))

    assert not is_open("shimushu")
    assert is_open("south-kurils")
    legend.locator("summary").first.click()
    assert not is_open("rumoi")
    assert not is_open("south-kurils")


def test_the_legend_names_the_plan_as_it_stands_that_day(visitor, file) -> None:
    visitor.open(file, "#day=1945-08-20")
    legend = visitor.page.locator("#legend")
    for day, named in (
        ("1945-08-20", "Planned, never made"),
        ("1945-08-22", "Plan suspended"),
        ("1945-08-25", "Plan cancelled"),
    ):
        visitor.go_to(day)
        said = [part for part in legend.inner_text().split("\n") if part.startswith("Plan")]
        assert said == [named]


def test_the_payload_holds_no_fact_that_is_not_in_the_data(html, atlas) -> None:
    held = re.search(r'id="campaign-data">(.*?)</script>', html, re.DOTALL)
    assert held is not None
    data = json.loads(held[1])
    ground, told = data["ground"], atlas.ground.fillna("")
    for column in set(payload.GROUND_TEXT) - {"layer", "note"}:
        values, codes = ground[column]
        assert [values[code] for code in codes] == told[column].tolist()
    assert ground["area"] == pytest.approx(told["area_km2"].tolist(), abs=0.005)
    layers = [layer for layer, count, *_ in ground["shapes"] for _ in range(count)]
    assert layers == told["layer"].tolist()
    values, codes = ground["note"]
    # a note that the page puts into its own words is left out
    assert all(note.endswith(values[code]) for code, note in zip(codes, told["note"], strict=True))
    assert set(data["sources"]) <= {source.key for source in atlas.tables.sources}
