"""How much longer all days take to be told than one: measured and printed."""

import time

import campaign
from campaign.days import DAYS
from campaign.telling.chronicle import chronicle, chronicles


def test_how_much_longer_all_days_take() -> None:
    atlas = campaign.load()
    start = time.perf_counter()
    chronicle(atlas, DAYS[9])
    after_one = time.perf_counter()
    chronicles(atlas)
    ratio = (time.perf_counter() - after_one) / (after_one - start)
    print(f"\nall days take {ratio:.1f} times as long as one")
