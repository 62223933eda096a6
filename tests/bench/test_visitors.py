"""What visitors cost the server, alone and in crowds: measured and printed.

Run with ``pytest tests/bench -s -k visitors``. The machine decides the times, so no test fails
on them. ``CAMPAIGN_APP`` names another checkout to measure, as for figures of before a change.
"""

import asyncio
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
import visitors
from server import PROJECT, running

from campaign.days import DAYS

BETWEEN = 0.5
"""Seconds that a visitor looks at a day."""
ARRIVING = 10
"""Seconds over which a crowd arrives."""


@pytest.fixture(scope="module")
def app() -> Iterator[tuple[str, int]]:
    with running(Path(os.environ.get("CAMPAIGN_APP", PROJECT))) as (address, process):
        asyncio.run(visitors.visit(address, process.pid, 1, [DAYS[0]], 0, 0))
        yield address, process.pid


def show(first: visitors.Cost, settled: visitors.Cost, memory: float) -> None:
    print(f"\nfirst visit {first}\nsettled day {settled}\n{memory:.2f} MB for a visitor")
    assert first.errors + settled.errors == []


def test_a_visitor_settles_every_day_for_the_first_time(app: tuple[str, int]) -> None:
    show(*asyncio.run(visitors.visit(*app, 1, list(DAYS), BETWEEN, 0)))


@pytest.mark.parametrize(("count", "days"), [(1, 20), (30, 5), (100, 3)])
def test_a_crowd_settles_days(app: tuple[str, int], count: int, days: int) -> None:
    over = ARRIVING if count > 1 else 0
    show(*asyncio.run(visitors.visit(*app, count, list(DAYS[3 : 3 + days]), BETWEEN, over)))
