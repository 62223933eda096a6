"""The page in the hands of a reader: links, views, layers, details, small screens."""

import pytest
import tiny
from playwright.sync_api import expect
from visiting import MAP_FITS

from campaign.page import render
from campaign.theatre import SHEET


def test_it_asks_nothing_of_any_network(visitor, tiny_file) -> None:
    visitor.open(tiny_file)
    visitor.page.keyboard.press("End")
    visitor.page.evaluate("window.campaign.flyTo('shimushu')")
    visitor.page.wait_for_timeout(1200)
    elsewhere = [url for url in visitor.requests if not url.startswith("data:")]
    assert elsewhere == [tiny_file.as_uri()]


@pytest.mark.parametrize("mark", ["?", "#"])
def test_a_link_opens_on_its_day_and_view(visitor, tiny_file, mark) -> None:
    visitor.open(tiny_file, f"{mark}day=1945-09-01&view=south-kurils")
    assert visitor.day == "1945-09-01"
    centre = visitor.page.evaluate("window.campaign.map.getCenter()")
    assert 43 < centre["lat"] < 46
    assert 145 < centre["lng"] < 150
    assert visitor.page.get_by_role("button", name="Southern Kurils").get_attribute(
        "aria-pressed"
    ) == ("true")


def test_a_wrong_day_is_answered_with_the_valid_range(visitor, tiny_file) -> None:
    visitor.open(tiny_file, "?day=1945-02-30")
    message = visitor.page.get_by_role("status").inner_text()
    assert "1945-08-09 to 1945-09-05" in message
    assert visitor.day == "1945-08-09"


def test_a_wrong_view_is_answered_with_those_there_are(visitor, tiny_file) -> None:
    visitor.open(tiny_file, "?view=moon&day=1945-08-18")
    assert "theatre, manchuria, korea, sakhalin" in visitor.page.get_by_role("status").inner_text()
    assert visitor.day == "1945-08-18"
    assert visitor.page.evaluate("window.campaign.view") == "theatre"


def test_a_message_can_be_closed(visitor, tiny_file) -> None:
    visitor.open(tiny_file, "?day=x")
    visitor.page.get_by_role("button", name="Close this message").click()
    assert visitor.page.get_by_role("status").inner_text() == ""


def test_the_address_follows_what_is_settled(visitor, tiny_file) -> None:
    visitor.open(tiny_file)
    visitor.go_to("1945-08-18")
    visitor.page.get_by_role("button", name="Shimushu").click()
    visitor.until("location.hash === '#day=1945-08-18&view=shimushu'")


def test_a_view_shows_all_of_its_bounds(visitor, tiny_file, subtests) -> None:
    visitor.page.emulate_media(reduced_motion="reduce")
    visitor.open(tiny_file)
    for name in ("Manchuria", "Whole theatre", "Sakhalin", "Shimushu", "Southern Kurils", "Rumoi"):
        with subtests.test(name):
            button = visitor.page.get_by_role("button", name=name)
            assert button.get_attribute("aria-pressed") == "false"
            button.click()
            assert button.get_attribute("aria-pressed") == "true"
            assert visitor.page.evaluate("""() => {
                const data = JSON.parse(document.getElementById('campaign-data').textContent);
                const [south, west, north, east] = data.views[window.campaign.view];
                return window.campaign.map.getBounds().contains([[south, west], [north, east]]);
            }""")


def test_a_map_moved_by_hand_is_no_named_view(visitor, tiny_file) -> None:
    visitor.open(tiny_file, "#view=manchuria")
    visitor.page.mouse.move(600, 400)
    visitor.page.mouse.down()
    visitor.page.mouse.move(500, 350, steps=5)
    visitor.page.mouse.up()
    assert visitor.page.evaluate("window.campaign.view") is None


def test_layers_are_switched_by_name(visitor, tiny_file) -> None:
    visitor.open(tiny_file)
    visitor.page.locator("#layers summary").click()
    fill = "node => getComputedStyle(node).fill"
    held = visitor.page.locator("path.ground.shimushu").evaluate(fill)
    visitor.page.get_by_label("Shimushu").uncheck()
    land = visitor.page.locator("path.land").evaluate(fill)
    assert visitor.page.locator("path.ground.shimushu").evaluate(fill) == land
    visitor.page.get_by_label("Shimushu").check()
    assert visitor.page.locator("path.ground.shimushu").evaluate(fill) == held
    visitor.page.get_by_label("Axes of advance").uncheck()
    assert not visitor.page.locator(".leaflet-legs-pane").is_visible()


def click_piece(visitor, name: str) -> None:
    """Click a piece of ground as Leaflet hears it."""
    visitor.page.locator(f"path[data-id={name}]").dispatch_event("click")


def test_details_of_a_place_name_its_sources_and_its_range(visitor, tiny_file) -> None:
    visitor.open(tiny_file, "#day=1945-08-18&view=manchuria")
    place = visitor.page.get_by_role("button", name="Mukden · Shenyang")
    place.focus()
    visitor.page.keyboard.press("Enter")
    card = visitor.page.get_by_role("dialog", name="Mukden")
    text = card.inner_text()
    for part in ("today Shenyang", "奉天", "Мукден",
                 "Soviet-held from 21 August, between 20 and 22 (documented)",
                 "Airlanding from 19 August", "6th Guards Tank Army", "documented",
                 "medium confidence", "A note.", "On 18 August: Japanese-held"):  # fmt: skip
        assert part in text
    assert "A. Author, The Book, 1970, Press" in card.get_by_role("listitem").nth(2).inner_text()
    visitor.page.keyboard.press("PageDown")
    assert "On 19 August: Airlanding since 19 August" in card.inner_text()
    assert card.locator("[aria-current]").inner_text() == "Airlanding from 19 August"
    visitor.page.keyboard.press("End")
    assert "On 5 September: Soviet-held since 21 August" in card.inner_text()
    assert card.locator("[aria-current]").inner_text() == "Soviet-held from 21 August"
    visitor.page.keyboard.press("Escape")
    assert not card.is_visible()
    assert place.evaluate("node => node === document.activeElement")


def test_only_web_addresses_become_links(visitor, tiny_file) -> None:
    visitor.open(tiny_file, "#view=manchuria")
    visitor.page.get_by_role("button", name="Mukden · Shenyang").click()
    links = visitor.page.locator("#details a")
    assert links.count() == 1
    assert links.first.get_attribute("href") == "https://example.org/book"
    assert "noopener" in str(links.first.get_attribute("rel"))
    assert "javascript:alert(1)" in visitor.page.locator("#details").inner_text()


def test_an_estimate_does_not_look_documented(visitor, tiny_file) -> None:
    visitor.open(tiny_file)
    looks = {}
    for name in ("plain", "beyond"):
        click_piece(visitor, name)
        basis = visitor.page.locator("#details .basis")
        style = basis.evaluate("node => getComputedStyle(node).borderStyle")
        looks[name] = (basis.inner_text(), style)
    assert looks["plain"] == ("documented", "solid")
    assert looks["beyond"] == ("estimated from the front model", "dashed")
    assert "about 20 August" in visitor.page.locator("#details").inner_text()


def test_what_changed_today_can_be_opened_from_the_keyboard(visitor, tiny_file) -> None:
    visitor.open(tiny_file, "#day=1945-08-18")
    island = visitor.page.locator("path[data-id=island]")
    island.focus()
    visitor.page.keyboard.press("Enter")
    assert visitor.page.get_by_role("dialog", name="Island").is_visible()
    visitor.page.keyboard.press("Escape")
    assert island.evaluate("node => node === document.activeElement")


def test_hostile_text_stays_text(visitor, tmp_path) -> None:
    hostile = '</script><img src=x onerror="window.hacked=1"><b>{{ 7*7 }}</b>'
    ground = tiny.ground()
    ground[["name_en", "name_ja", "note", "formation", "id"]] = hostile
    ground["id"] = [f"{hostile}{n}" for n in range(len(ground))]
    places = tiny.places()
    places[["name_en", "name_modern", "note"]] = hostile
    path = tmp_path / "hostile.html"
    page = tiny.tiny_map(ground=ground, places=places, sources=tiny.sources(title=hostile))
    path.write_text(render(page), encoding="utf-8")
    visitor.open(path, f"?day={hostile}&view={hostile}")
    visitor.page.locator("path.ground").first.dispatch_event("click")
    assert visitor.page.locator("#details h2").inner_text() == hostile
    assert visitor.page.evaluate("window.hacked") is None
    assert visitor.page.locator("img").count() == 0


@pytest.mark.parametrize(("width", "height"), [(390, 844), (768, 1024), (1280, 720)])
def test_nothing_scrolls_sideways(visitor, tiny_file, width, height) -> None:
    visitor.page.set_viewport_size({"width": width, "height": height})
    visitor.open(tiny_file)
    assert visitor.page.evaluate("document.documentElement.scrollWidth") <= width
    for box in visitor.page.locator("button:visible").all():
        size = box.bounding_box()
        assert size is not None
        assert min(size["width"], size["height"]) >= 24


def test_every_control_has_a_name(visitor, tiny_file) -> None:
    visitor.open(tiny_file)
    for control in visitor.page.locator("button, input, summary, [role=button]").all():
        name = control.evaluate(
            "node => node.getAttribute('aria-label') || node.labels?.[0]?.textContent"
            " || node.textContent"
        )
        assert name.strip()


def test_with_reduced_motion_views_change_at_once(visitor, tiny_file) -> None:
    visitor.page.emulate_media(reduced_motion="reduce")
    visitor.open(tiny_file)
    visitor.page.evaluate("window.campaign.flyTo('shimushu')")
    assert visitor.page.evaluate("window.campaign.map.getCenter().lat") > 50


def test_all_that_is_wrong_with_a_link_is_said(visitor, tiny_file) -> None:
    visitor.open(tiny_file, "#day=1999-01-01&view=moon&story=99")
    said = visitor.page.locator("#message").inner_text()
    for wrong in ("1999-01-01", "moon", "99"):
        assert f"“{wrong}”" in said


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (390, 844)])
def test_zooming_out_ends_where_the_sheet_does(visitor, file, size) -> None:
    visitor.page.emulate_media(reduced_motion="reduce")
    visitor.page.set_viewport_size({"width": size[0], "height": size[1]})
    visitor.open(file)
    for _ in range(10):
        visitor.page.keyboard.press("-")
    west, south, east, north = visitor.page.evaluate(
        "window.campaign.map.getBounds().toBBoxString().split(',').map(Number)"
    )
    assert south >= SHEET.south
    assert west >= SHEET.west
    assert north <= SHEET.north
    assert east <= SHEET.east


@pytest.mark.parametrize("size", [(1280, 720), (1024, 768), (800, 600), (660, 800)])
@pytest.mark.parametrize("shown", ["", "#story=9"])
def test_every_tool_can_be_pressed(visitor, file, size, shown) -> None:
    visitor.page.set_viewport_size({"width": size[0], "height": size[1]})
    visitor.open(file, shown)
    covered = visitor.page.locator(".tools > *").evaluate_all(
        """nodes => nodes.filter(node => {
            const box = node.getBoundingClientRect();
            return [box.left + 2, box.right - 2].some(x =>
                !node.contains(document.elementFromPoint(x, box.y + box.height / 2)));
        }).map(node => node.id)"""
    )
    assert covered == []


def test_the_story_in_place_of_the_panel_moves_no_tool(visitor, file) -> None:
    visitor.page.set_viewport_size({"width": 1280, "height": 720})
    visitor.open(file)
    tool = visitor.page.locator("#story-button")
    before = tool.bounding_box()
    tool.click()
    assert visitor.page.locator("#story").is_visible()
    assert tool.bounding_box() == before


def test_a_layer_that_is_switched_off_leaves_bare_land(visitor, file) -> None:
    """Neither the edges of its pieces nor the doubt of their days."""
    visitor.open(file, "#day=1945-08-20&view=manchuria&sure=1")
    visitor.page.locator("#layers summary").click()
    seen = """paths => paths.filter(path => {
        const style = getComputedStyle(path);
        return style.display !== 'none' && style.stroke !== 'none' && path.getBBox().width > 0;
    }).length"""
    pieces, doubts = (
        visitor.page.locator("path.ground.manchuria"),
        visitor.page.locator(".leaflet-doubt-pane path"),
    )
    doubted = doubts.evaluate_all(seen)
    visitor.page.get_by_label("Manchuria", exact=True).uncheck()
    assert pieces.evaluate_all(seen) == 0
    left = doubts.evaluate_all(seen)
    assert 0 < left < doubted
    # asked anew, the doubt keeps to the layers that are on
    visitor.page.keyboard.press("u")
    visitor.page.keyboard.press("u")
    assert doubts.evaluate_all(seen) == left
    visitor.page.get_by_label("Manchuria", exact=True).check()
    assert doubts.evaluate_all(seen) == doubted


def test_attention_led_elsewhere_closes_the_card(visitor, file) -> None:
    visitor.page.emulate_media(reduced_motion="reduce")
    visitor.open(file, "#day=1945-08-20&view=manchuria")
    card = visitor.page.locator("#details")
    for elsewhere in ("#habomai", "#day-panel .events button", "#event-next"):
        visitor.page.locator("path.ground.manchuria").first.dispatch_event("click")
        expect(card).to_be_visible()
        visitor.page.locator(elsewhere).first.click()
        expect(card).to_be_hidden()
        expect(visitor.page.locator(elsewhere).first).to_be_focused()


@pytest.mark.parametrize(
    ("before", "after"),
    [((700, 420), (1920, 1080)), ((1280, 720), (2560, 1440)), ((1920, 1080), (700, 420))],
)
def test_a_view_fits_the_window_again_when_that_changes(visitor, file, before, after) -> None:
    """As in going to full screen."""
    visitor.page.set_viewport_size({"width": before[0], "height": before[1]})
    visitor.open(file)
    visitor.page.set_viewport_size({"width": after[0], "height": after[1]})
    shows_all = """(({campaign}) => {
        const data = JSON.parse(document.getElementById('campaign-data').textContent);
        const [south, west, north, east] = data.views.theatre;
        const bounds = campaign.map.getBounds();
        return bounds.contains([[south, west], [north, east]])
            && bounds.getNorth() - bounds.getSouth() < 2 * (north - south);
    })(window)"""
    visitor.until(f"innerWidth === {after[0]} && {MAP_FITS}")
    visitor.until(shows_all)
    assert visitor.page.evaluate("window.campaign.view") == "theatre"


def test_dragging_ends_near_the_edge_of_the_sheet(visitor, file) -> None:
    visitor.open(file)
    box = visitor.page.locator(".folium-map").bounding_box()
    assert box is not None
    for _ in range(8):
        visitor.page.mouse.move(box["x"] + 300, box["y"] + 300)
        visitor.page.mouse.down()
        visitor.page.mouse.move(box["x"] + box["width"] - 20, box["y"] + 300, steps=6)
        visitor.page.mouse.up()
    visitor.page.wait_for_timeout(500)
    west = visitor.page.evaluate("window.campaign.map.getBounds().getWest()")
    assert SHEET.west - 5 <= west <= SHEET.west
