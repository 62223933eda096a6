"""What browsers do to the page by themselves: fill in its boxes, translate, darken, enlarge it."""

import pytest
from playwright.sync_api import expect
from translating import TRANSLATED


def test_on_the_way_back_boxes_and_map_agree(visitor, file) -> None:
    visitor.open(file, "#day=1945-08-18")
    visitor.page.locator("#layers summary").click()
    for layer in ("places", "manchuria"):
        visitor.page.locator(f"input[data-layer={layer}]").uncheck()
    visitor.page.locator("#speed").select_option("4")
    visitor.page.locator("#date-field").fill("30 Aug")
    visitor.page.locator("#search").fill("muk")
    visitor.page.goto("about:blank")
    visitor.page.go_back()
    visitor.wait_for("1945-08-18")
    visitor.page.evaluate("new Promise(done => setTimeout(done, 300))")
    agree = visitor.page.evaluate("""() => ({
        places: document.querySelector("[data-layer=places]").checked,
        placesShown: getComputedStyle(window.campaign.map.getPane("places")).display !== "none",
        ground: document.querySelector("[data-layer=manchuria]").checked,
        groundShown: document.querySelectorAll("path.ground.off").length === 0,
        slider: document.getElementById("day").value,
    })""")
    assert agree["placesShown"] == agree["places"]
    assert agree["groundShown"] == agree["ground"]
    assert agree["slider"] == "9"
    assert visitor.page.locator("#date-field").input_value() == ""
    days = float(visitor.page.locator("#speed").input_value())
    start = "window.started = performance.now(); window.campaign.play();"
    visitor.page.evaluate(start)
    visitor.until("window.campaign.day === '1945-08-20'")
    assert visitor.page.evaluate("performance.now() - window.started") > 2000 / days - 100
    visitor.page.evaluate("window.campaign.pause()")
    assert days == 1 or visitor.page.evaluate("performance.now() - window.started") < 2000


def test_boxes_filled_in_late_are_followed(visitor, tiny_file) -> None:
    visitor.open(tiny_file, "#day=1945-08-18")
    visitor.page.evaluate("""() => {
        document.querySelector("[data-layer=places]").checked = false;
        document.querySelector("[data-layer=manchuria]").checked = false;
        document.getElementById("speed").value = "4";
        document.getElementById("day").value = "3";
        dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
    }""")
    assert visitor.page.locator("#day").input_value() == "9"
    assert visitor.page.evaluate("window.campaign.map.getPane('places').style.display") == "none"
    assert visitor.page.locator("path.ground.off").count() > 0
    visitor.page.evaluate("window.campaign.play()")
    visitor.page.evaluate("new Promise(done => setTimeout(done, 900))")
    assert visitor.day >= "1945-08-20"
    visitor.page.evaluate("window.campaign.pause()")


def test_a_page_that_is_translated_goes_on(visitor, file) -> None:
    visitor.open(file, "#day=1945-08-18&story=3")
    visitor.page.evaluate(TRANSLATED)
    visitor.page.locator("#story-next").click()
    visitor.page.locator("#story-close").click()
    for day in ("1945-08-20", "1945-08-24"):
        visitor.go_to(day)
        visitor.page.evaluate(TRANSLATED)
    visitor.go_to("1945-08-25")
    assert "Saturday 25 August" in visitor.page.locator("#date-words").inner_text()
    for name in ("#compare", "#sure", "#panel-button", "#panel-button", "#lecture", "#lecture"):
        visitor.page.locator(name).click()
        visitor.page.evaluate(TRANSLATED)
    visitor.page.locator("#search").fill("harbin")
    visitor.page.keyboard.press("Enter")
    expect(visitor.page.locator("#details")).to_contain_text("Harbin")
    visitor.page.keyboard.press("Escape")
    visitor.go_to("1945-08-26")
    visitor.page.evaluate("new Promise(done => setTimeout(done, 400))")
    assert "26 August" in visitor.page.locator("#announce").inner_text()
    # labels are measured and names are names
    assert "‹" not in visitor.page.locator(".folium-map").inner_text()


def test_a_browser_that_darkens_pages_leaves_the_map_its_colours(visitor, tiny_file) -> None:
    visitor.page.emulate_media(color_scheme="dark")
    visitor.open(tiny_file, "#day=1945-08-18&view=manchuria")
    visitor.page.evaluate("new Promise(done => setTimeout(done, 300))")
    before = visitor.page.screenshot()
    session = visitor.page.context.new_cdp_session(visitor.page)
    session.send("Emulation.setAutoDarkModeOverride", {"enabled": True})
    visitor.page.evaluate("new Promise(done => setTimeout(done, 300))")
    after = visitor.page.screenshot()
    session.send("Emulation.setAutoDarkModeOverride")
    assert after == before


SIGNS = ("#ruler .mark.now i", ".place.after .dot")


def test_where_the_system_chooses_the_colours_dots_and_columns_are_seen(visitor, file) -> None:
    visitor.open(file, "#day=1945-08-18&view=manchuria")
    colours = "nodes => nodes.map(node => getComputedStyle(node).backgroundColor)[0]"
    meant = [visitor.page.locator(sign).evaluate_all(colours) for sign in SIGNS]
    visitor.page.emulate_media(forced_colors="active")
    assert [visitor.page.locator(sign).evaluate_all(colours) for sign in SIGNS] == meant
    views = "nodes => nodes.map(node => getComputedStyle(node).backgroundColor)"
    pressed, *others = visitor.page.locator("#manchuria, #korea, #rumoi").evaluate_all(views)
    assert pressed not in others


ENLARGED = """() => {
    for (const node of document.querySelectorAll("body *")) {
        node.dataset.size = parseFloat(getComputedStyle(node).fontSize);
    }
    for (const node of document.querySelectorAll("body *:not(.folium-map *)")) {
        node.style.fontSize = `${2 * node.dataset.size}px`;
    }
    dispatchEvent(new Event("resize"));
}"""


@pytest.mark.parametrize("size", [(1280, 720), (390, 844)])
def test_text_of_twice_the_size_leaves_the_map_and_every_button(visitor, file, size) -> None:
    visitor.page.set_viewport_size({"width": size[0], "height": size[1]})
    visitor.open(file, "#day=1945-08-18")
    visitor.page.evaluate(ENLARGED)
    visitor.page.evaluate("new Promise(done => setTimeout(done, 400))")
    found = visitor.page.evaluate("""() => ({
        wide: document.documentElement.scrollWidth - innerWidth,
        map: document.querySelector(".folium-map").clientHeight,
        deck: innerHeight - document.querySelector(".deck").getBoundingClientRect().bottom,
        cut: [...document.querySelectorAll("button, summary, select, h1")].filter(node =>
            node.checkVisibility() && getComputedStyle(node).overflow !== "visible"
            && node.scrollHeight > node.clientHeight + 2).map(node => node.id || node.textContent),
    })""")
    assert found["wide"] <= 0
    assert found["map"] >= 150, found
    assert found["deck"] >= 0, found
    assert found["cut"] == []
