"""The page of the whole campaign, from the files that are shipped."""

import gzip
import json
import re

import pytest

from campaign.days import DAYS
from campaign.page.views import VIEWS

LABEL_BOXES = """() => [...document.querySelectorAll('.place')].filter(mark =>
    !['off', 'bare'].includes(mark.dataset.label) && getComputedStyle(mark).display !== 'none'
  ).map(mark => {
    const label = mark.querySelector('.label'), box = label.getBoundingClientRect();
    return [box.left, box.top, box.right, box.bottom, parseFloat(getComputedStyle(label).fontSize)];
  })"""


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
    visitor.page.get_by_role("button", name="Shumshu", exact=True).press("Enter")
    card = visitor.page.locator("#details")
    row = atlas.places.set_index("id").loc["shumshu"]
    titles = {source.key: source.title for source in atlas.tables.sources}
    assert row["basis"] == "documented"
    for key in row["sources"].split(";"):
        assert titles[key] in card.inner_text()
    for name in (row["name_ja"], row["name_ru"], row["name_zh"]):
        assert name in card.inner_text()


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (1920, 1080)])
@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("sure", [0, 1], ids=["plain", "with-doubt"])
def test_labels_never_overlap_and_are_large_enough(
    visitor, file, view, width, height, sure
) -> None:
    visitor.page.set_viewport_size({"width": width, "height": height})
    visitor.open(file, f"#day=1945-09-05&view={view}&sure={sure}")
    boxes = visitor.page.evaluate(LABEL_BOXES)
    pairs = [
        (one, other)
        for n, one in enumerate(boxes)
        for other in boxes[:n]
        if one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
    ]
    assert len(boxes) > 1
    assert pairs == []
    assert min(box[4] for box in boxes) >= 12


def test_nothing_covers_the_ground_in_the_first_view(visitor, file) -> None:
    visitor.page.set_viewport_size({"width": 1280, "height": 720})
    visitor.open(file)
    covered = visitor.page.evaluate("""() => {
        const panels = ['#legend', '.tools', '.zooms', '#day-panel'].map(name =>
            document.querySelector(name).getBoundingClientRect());
        return [...document.querySelectorAll('path.ground')].filter(path => {
            if (path.classList.contains('rumoi_landing')) return false;
            const box = path.getBoundingClientRect();
            return panels.some(panel => box.left < panel.right && panel.left < box.right
                && box.top < panel.bottom && panel.top < box.bottom);
        }).map(path => path.dataset.id);
    }""")
    assert covered == []


def test_the_payload_holds_no_fact_that_is_not_in_the_data(html, atlas) -> None:
    held = re.search(r'id="campaign-data">(.*?)</script>', html, re.DOTALL)
    assert held is not None
    data = json.loads(held[1])
    ids = data["ground"]["id"]
    assert [ids[0][code] for code in ids[1]] == atlas.ground["id"].tolist()
    assert set(data["sources"]) <= {source.key for source in atlas.tables.sources}
