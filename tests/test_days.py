from datetime import date, timedelta

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
