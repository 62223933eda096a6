"""The doubt: switched on it is drawn and explained, off there is nothing of it."""

from datetime import date

import pytest
import tiny
from visiting import MAP_FITS

from campaign.days import DAYS
from campaign.ground import layers
from campaign.text import words

DRAWN = ".doubt:not(.key *), .place .ring"
SHOWN = """() => [...document.querySelectorAll('path.ribbon')].filter(
    path => getComputedStyle(path).display !== 'none').length"""
RIBBON_BOUNDS = """() => {
    let found = [];
    window.campaign.map.eachLayer(layer => {
        const path = layer.getElement?.();
        if (path?.matches?.('.ribbon.shown') && layer.getLatLngs().flat(3).length)
            found.push(layer.getBounds().toBBoxString().split(',').map(Number));
    });
    return found;
}"""


def short(day: str | date) -> str:
    day = day if isinstance(day, date) else date.fromisoformat(day)
    return f"{day.day} {day:%B}"


def at_rest(visitor, *where) -> None:
    """Open a page and wait until the map has taken the size that the filled header leaves it."""
    visitor.open(*where)
    visitor.until(MAP_FITS)


def is_on(visitor) -> bool:
    return visitor.page.locator("#sure").get_attribute("aria-pressed") == "true"


def test_off_there_is_nothing_of_it_in_the_document(visitor, tiny_file) -> None:
    at_rest(visitor, tiny_file)
    for day in DAYS:
        visitor.go_to(day.isoformat())
    assert not is_on(visitor)
    assert visitor.page.locator(DRAWN).count() == 0
    assert not visitor.page.locator("#legend-doubt").is_visible()


def test_the_button_and_the_key_switch_it_on_and_off(visitor, tiny_file) -> None:
    at_rest(visitor, tiny_file, "#day=1945-08-12")
    visitor.page.get_by_role("button", name="How sure?").click()
    assert is_on(visitor)
    assert visitor.page.locator("path.ribbon").count() == len(DAYS)
    visitor.page.keyboard.press("u")
    assert not is_on(visitor)
    assert visitor.page.locator(".leaflet-pane path.doubt").count() == 0
    assert not visitor.page.locator(".ring").first.is_visible()
    visitor.page.keyboard.press("u")
    assert visitor.page.locator("path.ribbon").count() == len(DAYS)
    assert visitor.page.evaluate(SHOWN) == 1


def test_the_legend_explains_it_while_it_is_on_and_only_then(visitor, tiny_file) -> None:
    at_rest(visitor, tiny_file)
    legend = visitor.page.locator("#legend-doubt")
    for on in (True, False, True):
        visitor.page.keyboard.press("u")
        assert legend.is_visible() is on
    for name in ("ribbon", "unsure", "recalled", "inferred", "high", "medium", "low"):
        assert words()["doubt"][name] in legend.inner_text()


def test_the_ribbon_is_that_of_the_day(visitor, atlas, file) -> None:
    ribbons = layers.read("ribbons", atlas.folder)
    at_rest(visitor, file, "#sure=1")
    for day in DAYS:
        visitor.go_to(day.isoformat())
        own = ribbons[ribbons["date"] == day.isoformat()]
        assert visitor.page.evaluate(SHOWN) == 1
        drawn = visitor.page.evaluate(RIBBON_BOUNDS)
        assert len(drawn) == (0 if own.empty else 1)
        if drawn:
            assert drawn[0] == pytest.approx(own.total_bounds.tolist(), abs=0.0011)


def test_only_the_ribbon_moves_with_the_day(visitor, tiny_file) -> None:
    at_rest(visitor, tiny_file, "#day=1945-08-15&sure=1")
    visitor.page.evaluate("""() => {
        window.changed = [];
        new MutationObserver(all => window.changed.push(...all.map(m => m.target.classList[1])))
            .observe(document.querySelector('.leaflet-map-pane'),
                {subtree: true, attributes: true, childList: true});
    }""")
    visitor.go_to("1945-08-16")  # a day on which nothing changes hands in the squares
    assert set(visitor.page.evaluate("window.changed")) == {"ribbon"}


def test_a_link_opens_with_it_and_the_address_follows(visitor, tiny_file) -> None:
    at_rest(visitor, tiny_file, "?day=1945-08-12&view=manchuria&sure=1")
    assert is_on(visitor)
    visitor.go_to("1945-08-20")
    visitor.until("location.hash === '#day=1945-08-20&view=manchuria&sure=1'")
    visitor.page.keyboard.press("u")
    visitor.until("location.hash === '#day=1945-08-20&view=manchuria'")


def test_textures_lie_on_the_ground_they_belong_to(visitor, atlas, file) -> None:
    ground = atlas.ground

    def off(end: str) -> object:
        days = ground[["soviet_from", "soviet_earliest", "soviet_latest"]].apply(
            lambda column: column.map(lambda day: date.fromisoformat(day) if day else None)
        )
        gap = [
            abs((row[end] - row["soviet_from"]).days) if row[end] and row["soviet_from"] else 0
            for row in days.to_dict("records")
        ]
        return ground["id"].map(dict(zip(ground["id"], gap, strict=True)))

    known = ~ground["basis"].isin(["inferred", "recalled"])
    far = (off("soviet_earliest") > 2) | (off("soviet_latest") > 2)
    at_rest(visitor, file, "#sure=1")
    count = {
        kind: visitor.page.locator(f".leaflet-pane path.doubt.{kind}").count()
        for kind in ("unsure", "recalled", "inferred")
    }
    assert count == {
        "unsure": (known & far).sum(),
        "recalled": (ground["basis"] == "recalled").sum(),
        "inferred": (ground["basis"] == "inferred").sum(),
    }
    assert min(count.values()) > 0


def test_places_wear_their_confidence_and_their_basis(visitor, atlas, file) -> None:
    at_rest(visitor, file, "#sure=1")
    rings = set(
        visitor.page.eval_on_selector_all(".place .ring", "all => all.map(r => r.classList + '')")
    )
    kinds = atlas.places.groupby(["confidence", "basis"]).size().index
    assert rings == {f"ring {confidence} {basis}" for confidence, basis in kinds}
    for kind in ("high documented", "medium documented", "low documented"):
        ring = visitor.page.locator(f".place .ring.{kind.replace(' ', '.')} path").first
        dashes = ring.evaluate("path => getComputedStyle(path).strokeDasharray")
        assert (dashes == "none") is kind.startswith("high")


def say(visitor, name: str) -> str:
    """Point at a piece of ground and read the tooltip."""
    path = visitor.page.locator(f"path.ground[data-id='{name}']")
    path.dispatch_event("pointerover", {"pointerType": "mouse", "clientX": 300, "clientY": 300})
    tip = visitor.page.get_by_role("tooltip")
    assert tip.is_visible()
    sentence = str(tip.locator("p").text_content())
    path.dispatch_event("pointerout", {"pointerType": "mouse"})
    assert not tip.is_visible()
    return sentence


def piece(atlas, **wanted: str):
    rows = atlas.ground
    for column, value in wanted.items():
        rows = rows[rows[column] == value]
    return rows.iloc[len(rows) // 2]


def test_estimated_ground_names_its_range_and_the_nearest_dated_place(visitor, atlas, file) -> None:
    at_rest(visitor, file)
    held = atlas.ground[
        (atlas.ground["basis"] == "estimated") & atlas.ground["soviet_from"].notna()
    ]
    for row in held.iloc[::40].itertuples():
        sentence = say(visitor, row.id)
        assert f"about {short(row.soviet_from)}" in sentence
        near = row.note.partition("nearest dated place: ")[2].rstrip(".")
        if row.taken_by == "garrison":
            assert sentence.endswith(", as garrisons spread; no column is recorded here")
        else:
            assert near
            assert sentence.endswith(f"; nearest dated place {near}")
        if row.soviet_earliest != row.soviet_latest:
            earliest = date.fromisoformat(row.soviet_earliest)
            assert f", between {earliest.day} " in sentence


def test_the_page_gives_every_nearest_place_the_day_that_its_note_gives(atlas) -> None:
    ground = atlas.page().data["ground"]
    ids, days = (
        [values[code] for code in codes] for values, codes in (ground["id"], ground["near_day"])
    )
    near = dict(zip(ids, days, strict=True))
    notes = atlas.ground[(atlas.ground["basis"] == "estimated") & atlas.ground["near"].notna()]
    assert len(notes) > 200
    for row in notes.itertuples():
        assert f"nearest dated place: {row.name_en}, {short(near[row.id])}." in row.note


def test_documented_ground_says_whether_the_sources_agree(visitor, atlas, file) -> None:
    at_rest(visitor, file)
    seen = set()
    for row in atlas.ground[atlas.ground["basis"] == "documented"].itertuples():
        if not row.soviet_from:
            continue
        agreed = row.soviet_earliest and row.soviet_earliest == row.soviet_latest
        sentence = say(visitor, row.id)
        assert f"Soviet-held from {short(row.soviet_from)}" in sentence
        assert ("sources agree" in sentence) is bool(agreed)
        assert ("between" in sentence) is bool(row.soviet_earliest and not agreed)
        assert "about" not in sentence
        seen.add(bool(agreed))
    assert seen == {True, False}
    assert say(visitor, "etorofu-iturup") == (
        "Soviet-held from 30 August, between 28 August and 3 September (documented)"
    )


def test_no_day_is_claimed_where_no_source_names_one(visitor, atlas, file) -> None:
    at_rest(visitor, file)
    inferred = say(visitor, piece(atlas, basis="inferred").id)
    assert inferred.startswith("inferred, no source names a day; drawn on ")
    assert "documented" not in inferred
    given_up = atlas.ground["capitulated_from"].notna() & atlas.ground["soviet_from"].isna()
    row = atlas.ground[given_up].iloc[0]
    assert say(visitor, row.id) == (
        f"Surrendered; no Soviet troops recorded, from about {short(row.capitulated_from)}"
    )
    assert say(visitor, piece(atlas, layer="rumoi_landing").id) == "planned, never made"


def test_the_card_says_the_same_sentence(visitor, tiny_file) -> None:
    at_rest(visitor, tiny_file)
    for row in tiny.ground().itertuples():
        sentence = say(visitor, row.id)
        visitor.page.locator(f"path[data-id={row.id}]").dispatch_event("click")
        assert visitor.page.locator("#details .sentence").text_content() == sentence


def test_following_the_pointer_sets_a_transform_and_nothing_else(visitor, tiny_file) -> None:
    at_rest(visitor, tiny_file, "#view=manchuria")
    box = visitor.page.locator("path[data-id=plain]").bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    visitor.page.mouse.move(x, y)
    tip = visitor.page.get_by_role("tooltip")
    assert tip.is_visible()
    before = tip.evaluate("tip => tip.style.transform")
    visitor.page.evaluate("""() => {
        window.changed = [];
        new MutationObserver(all => window.changed.push(...all.map(m => m.attributeName)))
            .observe(document.getElementById('tip'),
                {subtree: true, attributes: true, childList: true});
    }""")
    visitor.page.mouse.move(x + 3, y + 2)
    assert tip.evaluate("tip => tip.style.transform") != before
    assert set(visitor.page.evaluate("window.changed")) == {"style"}


def test_the_tooltip_stays_within_the_window(visitor, file) -> None:
    at_rest(visitor, file, "#day=1945-08-20")
    tip = visitor.page.get_by_role("tooltip")
    seen = 0
    for x in range(40, 1280, 90):
        for y in (120, 300, 430):
            visitor.page.mouse.move(x, y)
            if tip.is_visible():
                box = tip.bounding_box()
                assert box["x"] >= 0
                assert box["y"] >= 0
                assert box["x"] + box["width"] <= 1280
                assert box["y"] + box["height"] <= 720
                seen += 1
    assert seen > 5


def test_the_map_is_one_stop_and_n_and_p_walk_within_it(visitor, tiny_file) -> None:
    at_rest(visitor, tiny_file, "#day=1945-08-12&view=manchuria")
    assert visitor.page.locator(".folium-map [tabindex='0']").count() == 0
    visitor.page.locator(".folium-map").focus()
    names = []
    for _ in range(4):
        visitor.page.keyboard.press("n")
        names.append(visitor.page.evaluate("document.activeElement.getAttribute('aria-label')"))
    assert names == ["Plain", "Fort", "Mukden · Shenyang", "Plain"]
    visitor.page.keyboard.press("p")
    visitor.page.keyboard.press("p")
    tip = visitor.page.get_by_role("tooltip")
    focused = visitor.page.locator(":focus")
    assert focused.get_attribute("aria-label") == "Fort"
    assert focused.get_attribute("aria-describedby") == tip.get_attribute("id")
    assert tip.locator("p").text_content() == "Soviet-held from 26 August (documented)"
    visitor.page.keyboard.press("Escape")
    assert not tip.is_visible()
    visitor.page.keyboard.press("Tab")
    assert not visitor.page.evaluate(
        "document.querySelector('.folium-map').contains(document.activeElement)"
    )
