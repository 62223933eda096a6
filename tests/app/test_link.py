from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.app import link
from campaign.days import DAYS, FIRST

TEXTS = st.dictionaries(st.sampled_from(["day", "view", "story", "from"]), st.text())


@given(st.sampled_from(DAYS))
def test_the_panels_start_on_the_day_of_the_link(day: date) -> None:
    assert link.day({"day": day.isoformat(), "view": "moon"}) == day


@pytest.mark.parametrize(
    "text", ["1945-08-08", "1945-09-06", "1945-02-30", "soon", "", "{day}", "{0}", "<script>", "9"]
)
def test_a_wrong_day_is_the_first_one(text: str) -> None:
    assert link.day({"day": text}) == FIRST


def test_a_link_without_a_day_starts_on_the_first() -> None:
    assert link.day({"story": "13"}) == FIRST


@given(TEXTS)
def test_any_text_is_handed_on_and_none_is_long(parameters: dict[str, str]) -> None:
    assert link.day(parameters) in DAYS
    handed = link.handed(parameters)
    assert handed.keys() == parameters.keys()
    assert all(len(text) <= 401 for text in handed.values())
    assert all(handed[n] == t for n, t in parameters.items() if len(t) <= 400)


@given(TEXTS, TEXTS)
def test_what_the_page_reports_replaces_its_own_parts_and_no_others(
    parameters: dict[str, str], reported: dict[str, str]
) -> None:
    address = dict.fromkeys(("day", "view", "story"), None) | {
        name: text for name, text in reported.items() if name != "from"
    }
    kept = link.kept(parameters, address)
    assert kept.get("from") == parameters.get("from")
    assert kept.keys() - {"from"} == {name for name, text in address.items() if text is not None}
