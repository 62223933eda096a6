from datetime import UTC, date, datetime, time, timedelta, timezone

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign import days
from campaign.errors import CampaignError, DayError

any_date = st.dates()
campaign_days = st.sampled_from(days.DAYS)
outside = any_date.filter(lambda day: not days.FIRST <= day <= days.LAST)


def test_the_campaign_has_28_days_in_order():
    assert len(days.DAYS) == 28
    assert (days.DAYS[0], days.DAYS[-1]) == (days.FIRST, days.LAST)
    assert list(days.DAYS) == sorted(set(days.DAYS))


@given(campaign_days)
def test_a_written_day_reads_back(day):
    assert days.parse(day.isoformat()) == day
    assert days.parse(f"  {day}\n") == day
    assert days.parse(day) == day


@given(campaign_days)
def test_the_index_points_at_the_day(day):
    assert days.DAYS[days.index(day)] == day


@given(any_date, st.integers(-400, 400))
def test_the_index_counts_days(day, step):
    try:
        later = day + timedelta(step)
    except OverflowError:
        return
    assert days.index(later) - days.index(day) == step


@given(any_date)
def test_the_index_leaves_0_to_27_exactly_outside_the_campaign(day):
    assert (0 <= days.index(day) <= 27) == (day in days.DAYS)


@given(outside)
def test_a_day_outside_the_campaign_is_answered_with_the_range(day):
    for given_as in (day, day.isoformat()):
        with pytest.raises(DayError, match="from 1945-08-09 to 1945-09-05") as caught:
            days.parse(given_as)
        assert str(day) in str(caught.value)


@given(st.text())
def test_no_text_is_read_as_anything_but_a_day_or_an_error(text):
    try:
        day = days.parse(text)
    except DayError as error:
        assert "for example 1945-08-18" in str(error)
    else:
        assert day in days.DAYS


def test_a_wrong_day_is_an_error_of_this_package_and_a_value_error():
    assert issubclass(DayError, CampaignError)
    assert issubclass(DayError, ValueError)


@pytest.mark.parametrize("text", ["", "yesterday", "1945-08-32", "18 August 1945", "1945"])
def test_what_is_no_date_is_refused(text):
    with pytest.raises(DayError):
        days.parse(text)


READ_AS_18 = [
    date(1945, 8, 18),
    datetime(1945, 8, 18, 23, 59),
    "1945-08-18T12:00",
    "1945-08-18 23:59:59.5",
    np.str_("1945-08-18"),
    np.datetime64("1945-08-18"),
    np.datetime64("1945-08-18T12:00:00.5"),
    np.datetime64("1945-08-18", "ns"),
    pd.Timestamp("1945-08-18T23:00"),
    # an instant has its day by the clock of the Far East
    "1945-08-17T15:00Z",
    "1945-08-18T14:59:59+00:00",
    "1945-08-18T00:00+09:00",
    "1945-08-17T20:00-04:00",
    datetime(1945, 8, 17, 15, tzinfo=UTC),
    datetime(1945, 8, 18, 0, 30, tzinfo=timezone(timedelta(hours=9))),
    pd.Timestamp("1945-08-18T14:59Z"),
]


def test_a_day_is_read_from_whatever_dates_it(subtests):
    for given_as in READ_AS_18:
        with subtests.test(repr(given_as)):
            assert days.parse(given_as) == date(1945, 8, 18)
            assert type(days.parse(given_as)) is date


NO_DAYS = [
    None, True, 19450818, 1945.08, float("nan"), 1j, b"1945-08-18", [], {}, ("1945-08-18",),
    object(), date, time(12), timedelta(9), datetime.max.replace(tzinfo=UTC),
    datetime.min.replace(tzinfo=timezone(timedelta(hours=14))), "19450818", "1945-W33-6",
    "1945-08-18T25:00", "1945-08-18junk", "1945-08-18\0", "١٩٤٥-٠٨-١٨", "x" * 100_000, "\n" * 999,
    pd.NaT, pd.NA, pd.Period("1945-08"), pd.Series(["1945-08-18"]), np.array(["1945-08-18"]),
    np.datetime64("NaT"), np.datetime64("1945-09"), np.datetime64("1945-08-16", "W"),
    np.datetime64(2**62, "s"), np.timedelta64(9, "D"),
]  # fmt: skip


def test_what_dates_no_day_is_answered_in_one_line_with_the_range(subtests):
    for given_as in NO_DAYS:
        with subtests.test(repr(given_as)[:60]):
            with pytest.raises(DayError, match="from 1945-08-09 to 1945-09-05") as caught:
                days.parse(given_as)
            assert len(str(caught.value)) < 250
            assert "\n" not in str(caught.value)


def test_the_eve_is_a_day_only_where_it_is_asked_for():
    assert days.parse("1945-08-08", or_eve=True) == date(1945, 8, 8)
    for eve in ("1945-08-07", "1945-09-06"):
        with pytest.raises(DayError):
            days.parse(eve, or_eve=True)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(1945, 8, 9), "Thursday 9 August 1945 · day 1 of 28"),
        (date(1945, 8, 18), "Saturday 18 August 1945 · day 10 of 28"),
        (date(1945, 9, 1), "Saturday 1 September 1945 · day 24 of 28"),
        (date(1945, 9, 5), "Wednesday 5 September 1945 · day 28 of 28"),
    ],
)
def test_a_day_in_words(day, words):
    assert days.in_words(day) == words
