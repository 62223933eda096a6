"""The page in frames of course pages, blogs and learning platforms, where much is forbidden."""

import html

import pytest
from playwright.sync_api import Frame, Page, expect
from visiting import until


@pytest.fixture
def framed(visitor, tiny_file):
    """Shows the page in a frame of these attributes; gives the frame when it has started."""

    def show(attributes: str, source: str = 'src="tiny.html#day=1945-08-14"') -> Frame:
        path = tiny_file.with_name("course.html")
        markup = f'<!DOCTYPE html><meta charset="utf-8"><iframe {attributes} {source}></iframe>'
        path.write_text(markup, encoding="utf-8")
        visitor.page.goto(path.as_uri())
        frame = inner(visitor.page)
        until(frame, "window.campaign !== undefined")
        return frame

    return show


def inner(page: Page) -> Frame:
    (frame,) = page.main_frame.child_frames
    return frame


def test_where_forms_are_forbidden_dates_are_typed_and_the_help_closes(framed) -> None:
    frame = framed('sandbox="allow-scripts" style="width: 1000px; height: 600px"')
    assert frame.evaluate("self.origin") == "null"
    frame.locator("#date-field").fill("18 Aug")
    frame.locator("#date-field").press("Enter")
    until(frame, "document.documentElement.dataset.day === '1945-08-18'")
    frame.locator("#help-button").click()
    frame.locator("#help").get_by_role("button", name="Close").click()
    expect(frame.locator("#help")).to_be_hidden()


def test_full_screen_is_not_offered_where_it_is_forbidden(framed, visitor, tiny_file) -> None:
    frame = framed('sandbox="allow-scripts" style="width: 1000px; height: 600px"')
    assert not frame.evaluate("document.fullscreenEnabled")
    expect(frame.locator("#fullscreen")).to_be_hidden()
    frame.locator("#help-button").click()
    assert frame.get_by_role("row", name="full screen").count() == 0
    frame.locator("#help-close").click()
    frame.locator("#day").press("f")
    expect(frame.locator("#message")).to_contain_text("does not allow full screen")
    frame.locator("#day").press("l")
    expect(frame.locator("html.lecture")).to_have_count(1)
    visitor.open(tiny_file)
    expect(visitor.page.locator("#fullscreen")).to_be_visible()
    visitor.page.locator("#help-button").click()
    assert visitor.page.get_by_role("row", name="full screen").count() == 1


@pytest.mark.parametrize(("width", "height"), [(300, 150), (320, 200), (300, 250), (800, 120)])
def test_a_frame_too_low_for_a_map_leads_to_one_that_is_not(framed, width, height) -> None:
    frame = framed(f'style="width: {width}px; height: {height}px; border: 0"')
    centre = f"document.elementFromPoint({width / 2}, {height / 2}).closest('.full-size') !== null"
    assert frame.evaluate(centre)
    link = frame.locator("#full-size")
    expect(link).to_have_attribute("target", "_blank")
    frame.evaluate("window.campaign.goTo('1945-08-18')")
    link.hover()
    assert str(link.get_attribute("href")).endswith("/tiny.html#day=1945-08-18&view=theatre")


def test_a_frame_with_room_shows_the_map(framed, visitor, tiny_file) -> None:
    frame = framed('style="width: 480px; height: 300px; border: 0"')
    expect(frame.locator("#full-size")).to_be_hidden()
    assert frame.evaluate("window.campaign.map.getSize().y") > 100
    # a low window of its own leads nowhere else
    visitor.page.set_viewport_size({"width": 568, "height": 232})
    visitor.open(tiny_file)
    expect(visitor.page.locator("#full-size")).to_be_hidden()


def test_a_notebook_holds_the_page_without_an_address(framed, tiny_file) -> None:
    source = f'srcdoc="{html.escape(tiny_file.read_text(encoding="utf-8"))}"'
    frame = framed('style="width: 1200px; height: 600px"', source)
    frame.evaluate("window.campaign.goTo('1945-08-18')")
    until(frame, "document.documentElement.dataset.day === '1945-08-18'")
    frame.evaluate(
        "Object.defineProperty(navigator, 'clipboard', { value: { writeText: async text => {"
        " window.copied = text; } } })"
    )
    frame.locator("#share").click()
    expect(frame.locator("#message")).to_contain_text("behind the address of this map")
    assert frame.evaluate("window.copied") == "#day=1945-08-18&view=theatre"


def test_a_frame_that_is_opened_later_is_filled(framed, visitor) -> None:
    frame = framed('style="width: 1000px; height: 600px; display: none"')
    visitor.page.evaluate("document.querySelector('iframe').style.display = 'block'")
    until(frame, "window.campaign.map.getSize().y > 300 && window.campaign.map.getZoom() < 6")
    assert frame.evaluate("window.campaign.view") == "theatre"
