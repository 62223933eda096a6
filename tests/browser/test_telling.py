"""The story told with nothing but "next", from a file without a network."""

import pytest
from playwright.sync_api import expect

IN_VIEW = """view => {
    const data = JSON.parse(document.getElementById('campaign-data').textContent);
    const [south, west, north, east] = data.views[view];
    return window.campaign.view === view
      && window.campaign.map.getBounds().contains([[south, west], [north, east]]);
}"""


@pytest.mark.parametrize(
    ("key", "mode"), [(None, ""), ("PageDown", "&mode=lecture")], ids=["button", "clicker"]
)
def test_it_is_read_from_first_to_last_with_next_alone(visitor, atlas, file, key, mode) -> None:
    visitor.page.emulate_media(reduced_motion="reduce")
    visitor.page.set_viewport_size({"width": 1920, "height": 1080})
    visitor.open(file, f"#story=1{mode}")
    chapters = atlas.tables.story
    for number, chapter in enumerate(chapters, start=1):
        visitor.wait_for(chapter.date.isoformat())
        assert visitor.page.locator("#story-title").inner_text() == chapter.title
        assert visitor.page.locator("#story-text").inner_text() == chapter.text
        assert visitor.page.locator("#story-sources li").count() == len(chapter.sources)
        assert f"{number} of {len(chapters)}" in visitor.page.locator("#story-number").inner_text()
        assert visitor.page.evaluate(IN_VIEW, chapter.view)
        if key:
            visitor.page.keyboard.press(key)
        elif number < len(chapters):
            visitor.page.locator("#story-next").click()
    elsewhere = [url for url in visitor.requests if not url.startswith("data:")]
    assert elsewhere == [file.as_uri()]


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
def test_every_chapter_is_seen_whole_in_a_lecture(visitor, atlas, file, size) -> None:
    """A clicker cannot scroll."""
    visitor.page.emulate_media(reduced_motion="reduce")
    visitor.page.set_viewport_size({"width": size[0], "height": size[1]})
    visitor.open(file, "#story=1&mode=lecture")
    least = 18 if size[0] < 1400 else 24
    for number in range(1, len(atlas.tables.story) + 1):
        visitor.until(f"location.hash.includes('story={number}')")
        hidden, text_px = visitor.page.locator("#story-body").evaluate(
            "node => [node.scrollHeight - node.clientHeight, parseFloat(getComputedStyle("
            "document.getElementById('story-text')).fontSize)]"
        )
        assert hidden <= 0
        assert text_px >= least
        date, tools = (
            visitor.page.locator(name).bounding_box() for name in (".masthead", "#story-button")
        )
        assert date is not None
        assert tools is not None
        assert date["x"] + date["width"] <= tools["x"]
        visitor.page.keyboard.press("PageDown")


@pytest.mark.parametrize("size", [(1280, 720), (390, 844)])
def test_the_card_covers_nothing_of_the_map(visitor, file, size) -> None:
    visitor.page.set_viewport_size({"width": size[0], "height": size[1]})
    visitor.open(file, "#story=7")
    card, stage = (visitor.page.locator(node).bounding_box() for node in (".story", ".stage"))
    assert card is not None
    assert stage is not None
    assert card["x"] >= stage["x"] + stage["width"] or card["y"] >= stage["y"] + stage["height"]
    assert visitor.page.evaluate("document.documentElement.scrollWidth") <= size[0]


def test_arrows_move_days_while_it_is_told_and_escape_closes_it(visitor, file) -> None:
    visitor.open(file)
    button = visitor.page.get_by_role("button", name="Story", exact=True)
    button.click()
    visitor.page.keyboard.press("PageDown")
    visitor.page.keyboard.press("PageDown")
    visitor.until("document.getElementById('story-number').textContent.startsWith('Chapter 3')")
    visitor.page.keyboard.press("ArrowRight")
    visitor.wait_for("1945-08-10")
    assert "Chapter 3" in visitor.page.locator("#story-number").inner_text()
    visitor.until("location.hash.includes('story=3')")
    visitor.page.keyboard.press("Escape")
    assert not visitor.page.locator("#story").is_visible()
    assert button.evaluate("node => node === document.activeElement")
    visitor.until("!location.hash.includes('story')")
    visitor.page.keyboard.press("PageDown")
    visitor.wait_for("1945-08-11")


def test_next_greys_at_the_last_chapter_and_keeps_the_focus(visitor, atlas, file) -> None:
    visitor.page.emulate_media(reduced_motion="reduce")
    visitor.open(file, f"#story={len(atlas.tables.story) - 1}")
    following, before = (visitor.page.locator(f"#story-{way}") for way in ("next", "previous"))
    following.press("Enter")
    expect(visitor.page.locator("#story-upcoming")).to_have_text("This was the last chapter.")
    expect(following).to_be_disabled()
    expect(following).to_be_focused()
    expect(following).to_have_css("opacity", "0.4")
    expect(before).to_be_enabled()
    visitor.open(file, "#story=1")
    expect(before).to_be_disabled()
    expect(following).to_be_enabled()


@pytest.mark.parametrize("number", ["0", "16", "x", "-1"])
def test_a_wrong_chapter_is_answered_with_those_there_are(visitor, file, number) -> None:
    visitor.open(file, f"#story={number}")
    assert "1 to 15" in visitor.page.get_by_role("status").inner_text()
    assert not visitor.page.locator("#story").is_visible()


def test_without_chapters_there_is_no_story(visitor, tiny_file) -> None:
    visitor.open(tiny_file)
    assert not visitor.page.locator("#story-button").is_visible()
