from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.app import address
from campaign.days import DAYS, FIRST
from campaign.theatre import VIEWS


@given(day=st.sampled_from(DAYS), view=st.sampled_from([None, *VIEWS]))
def test_what_is_written_is_read_back(day: date, view: str | None) -> None:
    asked = {"day": day.isoformat(), "view": view, "story": "13", "compare": "1945-08-14"}
    found = address.read(address.parameters(asked))
    assert (found.day, found.view, found.complaint) == (day, view, "")
    assert found.options == {"story": "13", "compare": "1945-08-14"}


def test_nothing_asked_leaves_the_choice_to_the_page_without_complaint() -> None:
    assert address.read({}) == address.Address(None, None)


@pytest.mark.parametrize(
    "text", ["1945-08-08", "1945-09-06", "1945-02-30", "soon", "", "{day}", "{0}", "<script>", "9"]
)
def test_a_wrong_day_is_the_first_day_with_the_range(text: str) -> None:
    found = address.read({"day": text, "view": "sakhalin"})
    assert (found.day, found.view) == (FIRST, "sakhalin")
    assert f"“{text}”" in found.complaint
    assert "9 August to 5 September 1945" in found.complaint


@given(st.text())
def test_any_text_is_answered(text: str) -> None:
    found = address.read(dict.fromkeys(("day", "view", *address.OPTIONS), text))
    assert found.day in DAYS
    assert found.view in VIEWS
    assert max(map(len, found.options.values())) <= 41


def test_a_wrong_view_is_the_theatre_with_the_names() -> None:
    found = address.read({"day": "1945-08-20", "view": "moon"})
    assert (found.day, found.view) == (date(1945, 8, 20), "theatre")
    assert "“moon”" in found.complaint
    assert all(view in found.complaint for view in VIEWS)


def test_two_faults_are_both_named_and_long_ones_cut() -> None:
    complaint = address.read({"day": "x" * 5000, "view": "moon"}).complaint
    assert "“moon”" in complaint
    assert len(complaint) < 400
