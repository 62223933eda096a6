"""A settled day works out each thing once, and sends little."""

import asyncio
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pandas as pd
import pytest
import streamlit as st
import visitors
from server import PROJECT, running
from streamlit.testing.v1 import AppTest

from campaign.app import wording
from campaign.days import DAYS, FIRST, before
from campaign.ground import control

MOST = 30_000
"""Bytes on the wire for a settled day."""


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    st.cache_resource.clear()
    yield
    st.cache_resource.clear()


@pytest.fixture
def worked_out(monkeypatch: pytest.MonkeyPatch) -> Counter[tuple[str, date]]:
    """How often the status of a frame on a day was worked out."""
    found: Counter[tuple[str, date]] = Counter()
    status_on = control.status_on

    def counting(frame: pd.DataFrame, day: date) -> pd.Series:
        found["ground" if "area_km2" in frame else "places", day] += 1
        return status_on(frame, day)

    monkeypatch.setattr(control, "status_on", counting)
    return found


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often a template was filled in."""
    found: Counter[str] = Counter()
    markup = wording.markup

    def counting(name: str, **values: object) -> str:
        found[name] += 1
        return markup(name, **values)

    monkeypatch.setattr(wording, "markup", counting)
    return found


def visit(day: date, app: AppTest | None = None) -> AppTest:
    app = app or AppTest.from_file(str(PROJECT / "streamlit_app.py"), default_timeout=60)
    app.query_params["day"] = day.isoformat()
    app.run()
    assert not app.exception
    return app


def test_every_status_is_worked_out_once(worked_out: Counter[tuple[str, date]]) -> None:
    app = visit(DAYS[3])
    every = [(frame, day) for frame in ("ground", "places") for day in (before(FIRST), *DAYS)]
    assert worked_out == Counter(every)
    worked_out.clear()
    for day in (DAYS[9], DAYS[27], DAYS[9]):
        visit(day, app)
    visit(DAYS[9])
    assert worked_out == Counter()


def test_a_day_is_written_once_for_all_visitors(written: Counter[str]) -> None:
    app = visit(DAYS[3])
    written.clear()
    visit(DAYS[9], app)
    assert written == Counter(["loading.html", "happened.html", "held.html"])
    written.clear()
    visit(DAYS[9])
    visit(DAYS[3], app)
    assert set(written) == {"loading.html"}


def test_garbage_is_not_collected_after_every_run() -> None:
    # asked of Streamlit itself, which only warns of an option that it does not know
    script = "from streamlit import config; print(config.get_option('runner.postScriptGC'))"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=PROJECT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False"


def test_a_settled_day_sends_little() -> None:
    with running() as (address, process):
        days = [DAYS[9], DAYS[14]]
        # in a thread of its own: a browser test before it may have left a loop running in this one
        with ThreadPoolExecutor(1) as thread:
            visit = visitors.visit(address, process.pid, 1, days, 0, 0)
            first, settled, _ = thread.submit(asyncio.run, visit).result()
    assert first.errors + settled.errors == []
    assert max(answer.received for answer in settled.answers) < MOST
