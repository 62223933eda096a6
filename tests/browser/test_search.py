"""Finding a place by any of its names, and sending in a correction."""

import json
from pathlib import Path

import pytest

SEARCHES = json.loads(Path(__file__).parents[1].joinpath("searches.json").read_text("utf-8"))


def found(visitor):
    """What the search lists; the speeds of the clock are options too."""
    return visitor.page.locator("#search-list").get_by_role("option")


def test_any_name_flies_to_the_place_and_its_day(visitor, tiny_file) -> None:
    visitor.page.emulate_media(reduced_motion="reduce")
    visitor.open(tiny_file)
    visitor.page.keyboard.press("/")
    visitor.page.keyboard.type("奉天")
    visitor.page.keyboard.press("Enter")
    visitor.wait_for("1945-08-21")
    assert visitor.page.get_by_role("dialog", name="Mukden").is_visible()
    centre = visitor.page.evaluate("window.campaign.map.getCenter()")
    assert centre["lat"] == pytest.approx(41.8, abs=0.3)
    assert centre["lng"] == pytest.approx(123.43, abs=0.3)


def test_names_of_the_campaign_are_found(visitor, file, subtests) -> None:
    visitor.open(file)
    search, options = visitor.page.locator("#search"), found(visitor)
    for name in ("占守", "шумшу", "瀋陽", "toyohara"):
        with subtests.test(name):
            search.fill("")
            assert options.count() == 0
            search.fill(name)
            assert options.count() >= 1


@pytest.mark.parametrize("name", ["沈阳", "Южно-Сахалинск"])
def test_names_of_today_are_found(visitor, file, name) -> None:
    visitor.open(file)
    visitor.page.locator("#search").fill(name)
    assert found(visitor).count() >= 1


@pytest.mark.parametrize("kind", ["places", "regions", "labels", "units"])
def test_names_as_people_type_them_find_first_what_they_mean(visitor, file, subtests, kind) -> None:
    visitor.open(file)
    search = visitor.page.locator("#search")
    for typed, meant in SEARCHES[kind]:
        with subtests.test(typed):
            search.fill(typed)
            assert meant in visitor.page.locator("#search-list li strong").all_inner_texts()[:1][0]


def test_what_has_no_name_here_is_told_what_can_be_searched(visitor, file, subtests) -> None:
    visitor.open(file)
    for typed in SEARCHES["nothing"]:
        with subtests.test(typed):
            visitor.page.locator("#search").fill(typed)
            assert found(visitor).count() == 0
            said = visitor.page.locator("#search-list").inner_text()
            assert "No place has such a name" in said
            assert "formations can be searched" in said


@pytest.mark.parametrize("typed", ["6th Guards Tank Army", "16-я армия", "Pacific Fleet"])
def test_an_army_leads_to_its_axes_on_their_first_day(visitor, atlas, file, typed) -> None:
    visitor.page.emulate_media(reduced_motion="reduce")
    visitor.open(file, "#day=1945-09-01")
    visitor.page.locator("#search").fill(typed)
    name = visitor.page.locator("#search-list strong").first.inner_text()
    visitor.page.keyboard.press("Enter")
    unit = next(unit for unit in atlas.tables.units if unit.name_en == name)
    legs = atlas.axes[atlas.axes["axis"].isin(unit.axes)]
    visitor.wait_for(min(legs["date"]))
    west, south, east, north = map(float, legs.total_bounds)
    visitor.until(
        "(([west, south, east, north]) => window.campaign.map.getBounds()"
        f".contains([[south, west], [north, east]]))({[west, south, east, north]})"
    )


def test_a_sea_is_shown_where_its_name_is_written(visitor, file) -> None:
    visitor.page.emulate_media(reduced_motion="reduce")
    visitor.open(file, "#day=1945-08-20&view=korea")
    visitor.page.locator("#search").fill("Охотское море")
    visitor.page.keyboard.press("Enter")
    visitor.until("window.campaign.map.getBounds().contains([52.4, 149.2])")
    assert visitor.day == "1945-08-20"


NAMES = ("name_en", "name_modern", "name_ja", "name_ru", "name_zh")


def test_a_name_that_stands_in_one_column_alone_is_found(visitor, atlas, file, subtests) -> None:
    places = atlas.tables.places
    every = " ".join(f"{getattr(place, name)}" for place in places for name in NAMES)
    visitor.open(file)
    search, options = visitor.page.locator("#search"), found(visitor)
    for column in NAMES:
        with subtests.test(column):
            place = next(
                place
                for place in places
                if getattr(place, column) and every.count(getattr(place, column)) == 1
            )
            search.fill("")
            assert options.count() == 0
            search.fill(getattr(place, column))
            assert place.name_en in options.all_inner_texts()[0]


def test_a_place_without_a_documented_day_leaves_the_day_alone(visitor, atlas, file) -> None:
    undated = next(place for place in atlas.tables.places if place.basis == "inferred")
    visitor.open(file, "#day=1945-08-20")
    visitor.page.locator("#search").fill(undated.name_en)
    assert "no source names its day" in visitor.page.get_by_role("option").first.inner_text()
    visitor.page.keyboard.press("Enter")
    assert visitor.day == "1945-08-20"


def test_a_town_outside_the_campaign_is_found_too(visitor, file) -> None:
    visitor.page.emulate_media(reduced_motion="reduce")
    visitor.open(file, "#day=1945-08-20")
    visitor.page.locator("#search").fill("vladivostok")
    visitor.page.keyboard.press("Enter")
    centre = visitor.page.evaluate("window.campaign.map.getCenter()")
    assert centre["lat"] == pytest.approx(43.12, abs=0.1)
    assert visitor.day == "1945-08-20"


def test_after_a_search_the_keys_are_the_maps_again(visitor, tiny_file) -> None:
    visitor.page.emulate_media(reduced_motion="reduce")
    visitor.open(tiny_file)
    visitor.page.locator("#search").fill("mukden")
    visitor.page.keyboard.press("Enter")
    visitor.wait_for("1945-08-21")
    visitor.page.keyboard.press("Escape")
    assert not visitor.page.get_by_role("dialog").is_visible()
    visitor.page.keyboard.press("PageDown")
    visitor.wait_for("1945-08-22")
    assert visitor.page.locator("#search").input_value() == ""


def test_nothing_found_is_said_and_escape_closes(visitor, tiny_file) -> None:
    visitor.open(tiny_file)
    visitor.page.locator("#search").fill("atlantis")
    assert "No place has such a name" in visitor.page.locator("#search-list").inner_text()
    visitor.page.keyboard.press("Escape")
    assert not visitor.page.locator("#search-list").is_visible()


@pytest.mark.own_tab
@pytest.mark.parametrize("works", [True, False], ids=["clipboard", "by hand"])
def test_a_correction_is_ready_to_be_sent(visitor, tiny_file, works) -> None:
    visitor.page.add_init_script(
        "Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => {"
        f" if (!{str(works).lower()}) throw new Error('refused'); window.copied = text; }} }} }})"
    )
    visitor.open(tiny_file, "#day=1945-08-18&view=manchuria")
    visitor.page.get_by_role("button", name="Mukden · Shenyang").dispatch_event("click")
    visitor.page.get_by_role("button", name="Suggest a correction").click()
    if works:
        visitor.until("window.copied !== undefined")
        text = visitor.page.evaluate("window.copied")
        assert "Copied" in visitor.page.locator(".correction [role=status]").inner_text()
    else:
        text = visitor.page.locator(".correction textarea").input_value()
    for part in ("mukden", "1945-08-18", "Japanese-held", "1945-08-20 – 1945-08-22", "documented",
                 "book (The Book)", "#day=1945-08-18&view=manchuria"):  # fmt: skip
        assert part in text
    assert "file:" not in text


def test_a_region_is_found_and_shown_as_a_whole(visitor, file, subtests) -> None:
    visitor.page.emulate_media(reduced_motion="reduce")
    visitor.open(file, "#day=1945-08-20")
    for name, view in (
        ("habomai", "habomai"), ("歯舞群島", "habomai"), ("Хабомаи", "habomai"),
        ("manchuria", "manchuria"), ("Manchukuo", "manchuria"), ("inner mongolia", "manchuria"),
        ("korea", "korea"), ("karafuto", "sakhalin"), ("chishima", "south-kurils"),
        ("hokkaidō", "rumoi"),
    ):  # fmt: skip
        with subtests.test(name):
            visitor.page.evaluate("window.campaign.flyTo('theatre')")
            visitor.page.locator("#search").fill(name)
            visitor.page.keyboard.press("Enter")
            assert visitor.page.evaluate("window.campaign.view") == view
            assert visitor.day == "1945-08-20"


def test_a_region_says_when_it_was_gained(visitor, atlas, file) -> None:
    visitor.open(file)
    visitor.page.locator("#search").fill("habomai")
    days = atlas.ground.loc[atlas.ground["layer"] == "habomai", "soviet_from"]
    first, last = (f"{int(day[-2:])} September" for day in (days.min(), days.max()))
    said = visitor.page.get_by_role("option").first.inner_text()
    assert f"gained {first} – {last}" in said
