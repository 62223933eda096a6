"""How long a step of the slider takes: measured and printed.

Run with ``pytest tests/bench -s``; plain ``pytest`` leaves it out, since the machine decides the
times and no test fails on them. That a step touches only what changes is proved in
``tests/browser/test_scrubbing.py``.
"""

from pathlib import Path
from statistics import median
from typing import Any

import chromium
import pytest
from playwright.sync_api import Page

import campaign
from campaign.days import DAYS
from campaign.page import render

ROUNDS = 3
SCRUBBING = 3
"""Frames to a step where the slider is dragged over the campaign in a second and a half."""
PAUSING = 10
"""Frames to a step where the hand rests long enough on each day to read it."""
SCRUB = """async ([rounds, days, pace]) => {
    const slider = document.getElementById('day');
    const ask = window.requestAnimationFrame.bind(window);
    const frame = () => new Promise(ask);
    const script = [], frames = [];
    let spent = 0;
    const timed = act => (...args) => {
        const start = performance.now();
        act(...args);
        spent += performance.now() - start;
    };
    window.requestAnimationFrame = act => ask(timed(act));
    const delay = window.setTimeout.bind(window);
    window.setTimeout = (act, ...rest) => delay(timed(act), ...rest);
    const step = timed(day => {
        slider.value = day;
        slider.dispatchEvent(new Event('input'));
    });
    let before = await frame();
    for (let round = 0; round < rounds; round++) {
        for (let day = 0; day < days; day++) {
            spent = 0;
            step(day);
            for (let n = 0; n < pace; n++) {
                const now = await frame();
                frames.push(now - before);
                before = now;
            }
            script.push(spent);
        }
    }
    return {script, frames};
}"""


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    """Use the installed Chromium."""
    return chromium.launch_args()


@pytest.mark.parametrize("pace", [SCRUBBING, PAUSING], ids=["scrubbing", "pausing"])
@pytest.mark.parametrize(
    "asked",
    ["sure=0", "sure=1", "compare=1945-08-14", "sure=1&compare=1945-08-14"],
    ids=["plain", "with-doubt", "comparing", "with-doubt-comparing"],
)
def test_how_long_a_step_takes(page: Page, tmp_path: Path, asked: str, pace: int) -> None:
    # wide enough for the day's panel to be open
    path = tmp_path / "campaign.html"
    path.write_text(render(campaign.load().page()), encoding="utf-8")
    page.set_viewport_size({"width": 1280, "height": 720})
    page.goto(f"{path.as_uri()}#{asked}")
    page.wait_for_timeout(1500)
    found = page.evaluate(SCRUB, [ROUNDS, len(DAYS), pace])
    for name in ("script", "frames"):
        times = sorted(found[name])
        late = sum(time > 17 for time in times)
        print(
            f"\n{name}: median {median(times):.2f} ms, "
            f"95 % {times[int(0.95 * len(times))]:.2f} ms, longest {times[-1]:.2f} ms, "
            f"{late} of {len(times)} over one frame",
            end="",
        )
    assert page.locator("#day-panel").is_visible()
