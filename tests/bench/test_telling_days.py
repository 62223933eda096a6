"""How much longer all days take to be told than one: measured and printed."""

import time

import campaign
from campaign.days import DAYS
from campaign.telling.chronicle import chronicle, chronicles


def test_all_days_are_told_at_once() -> None:
    atlas = campaign.load()
    start = time.perf_counter()
    one = chronicle(atlas, DAYS[9])
    after_one = time.perf_counter()
    every = chronicles(atlas)
    ratio = (time.perf_counter() - after_one) / (after_one - start)
    print(f"\nall days take {ratio:.1f} times as long as one")
    assert every[9] == one
