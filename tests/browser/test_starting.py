"""A page whose script does not run says so; a browser that lacks something shows the map."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from visiting import Visitor

from campaign.page import parts
from campaign.text import words

MISSING = {
    "checkVisibility": "delete Element.prototype.checkVisibility",
    "ResizeObserver": "delete window.ResizeObserver",
    "full screen": "delete Document.prototype.fullscreenEnabled;"
    " delete Element.prototype.requestFullscreen; delete Document.prototype.exitFullscreen",
    "clipboard": "delete Navigator.prototype.clipboard",
    ":has() in selectors": """for (const of of [Document.prototype, Element.prototype])
        for (const name of ["querySelector", "querySelectorAll", "matches", "closest"]) {
            const asked = of[name];
            if (asked) of[name] = function (selector) {
                if (selector.includes(":has(")) throw new DOMException(selector, "SyntaxError");
                return asked.call(this, selector);
            };
        }""",
    "storage": """for (const name of ["localStorage", "sessionStorage"]) Object.defineProperty(
        window, name, { get() { throw new DOMException("refused", "SecurityError"); } })""",
}


@pytest.mark.own_tab
def test_a_page_without_script_says_which_browsers_and_what_to_do(
    browser: Browser, tiny_file: Path
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(tiny_file.as_uri())
    said = page.locator("#unstarted")
    expect(said).to_be_visible()
    expect(said).to_be_in_viewport(ratio=1)
    for word in ("JavaScript", "Chrome", "Firefox", "Safari", "download"):
        expect(said).to_contain_text(word)
    context.close()


@pytest.mark.parametrize(
    ("old", "new"),
    [("<script>\n", "<script>\n// touched by a filter\n"), ("L_DISABLE_3D = false;", "a ?=> b;"),
     ("L_DISABLE_3D = false;", "throw new Error('old');")],
    ids=["blocked", "too new a syntax", "an error"],
)  # fmt: skip
def test_a_script_that_does_not_run_leaves_the_sentence(visitor, tiny_file, old, new) -> None:
    text = tiny_file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    if "filter" not in new:
        text = re.sub(r"<meta http-equiv[^>]*>", "", text)
    path = tiny_file.with_name("dead.html")
    path.write_text(text.replace(old, new), encoding="utf-8")
    visitor.page.goto(path.as_uri())
    expect(visitor.page.locator("#unstarted")).to_be_visible()
    expect(visitor.page.locator("#unstarted")).to_be_in_viewport(ratio=1)
    assert visitor.errors
    visitor.errors.clear()


def test_a_script_that_runs_takes_the_sentence_away(visitor, tiny_file) -> None:
    visitor.open(tiny_file)
    assert visitor.page.locator("#unstarted").count() == 0
    assert "The map is coming" not in visitor.page.locator("body").inner_text()


def test_the_sentence_names_the_browsers_that_the_script_is_made_for() -> None:
    package = Path(parts.__file__).with_name("script") / "package.json"
    command = json.loads(package.read_text(encoding="utf-8"))["scripts"]["bundle"]
    (targets,) = re.findall(r"--target=(\S+)", command)
    said = words()["page"]["unstarted"]
    for target in targets.split(","):
        name, version = re.fullmatch(r"([a-z]+)([\d.]+)", target).groups()
        assert re.search(rf"{name}\D* {re.escape(version)}\b", said, re.IGNORECASE), target


@pytest.mark.own_tab
def test_a_browser_that_lacks_something_shows_the_map(
    browser: Browser, tiny_file: Path, subtests: pytest.Subtests
) -> None:
    for missing, script in MISSING.items():
        with subtests.test(missing):
            context = browser.new_context(viewport={"width": 1200, "height": 700})
            visitor = Visitor(context.new_page())
            visitor.page.add_init_script(script)
            visitor.open(tiny_file, "#day=1945-08-18&view=manchuria")
            assert visitor.page.locator("#unstarted").count() == 0
            for key in ("l", "l", "u", "s", "f", "ArrowRight"):
                visitor.page.keyboard.press(key)
            visitor.wait_for("1945-08-19")
            visitor.leave_full_screen()
            visitor.page.set_viewport_size({"width": 900, "height": 600})
            visitor.until("window.campaign.map.getSize().x <= 900")
            visitor.rest()
            assert visitor.errors == []
            context.close()
