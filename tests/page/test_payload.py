import json

import pytest
import tiny

from campaign.days import DAYS, index
from campaign.ground.control import status_on
from campaign.page import payload
from campaign.palette import LOOKS
from campaign.statuses import STATUSES
from campaign.text import words


def made() -> dict:
    return tiny.tiny_map().data


def test_every_status_has_a_look_in_the_same_order() -> None:
    assert tuple(LOOKS) == STATUSES


@pytest.mark.parametrize("day", DAYS)
def test_runs_say_what_control_says(day) -> None:
    ground = tiny.ground()
    for runs, status in zip(payload.status_runs(ground), status_on(ground, day), strict=True):
        begun = [runs[n + 1] for n in range(0, len(runs), 2) if runs[n] <= index(day)]
        assert STATUSES[begun[-1]] == status


def test_what_began_before_the_campaign_is_not_new_on_its_first_day() -> None:
    runs = payload.status_runs(tiny.ground())
    assert runs[-1][:2] == (-1, STATUSES.index("planned"))


def test_only_sources_that_are_cited_are_carried_and_each_once() -> None:
    assert set(made()["sources"]) == {"book", "paper"}


def test_only_the_likely_front_is_carried() -> None:
    assert made()["fronts"]["day"] == [3, 11]


def test_json_cannot_end_its_script_element() -> None:
    hostile = "</script><!-- & \u2028"
    text = payload.as_json({"a": hostile})
    assert not set(text) & set("<>&\u2028")
    assert json.loads(text) == {"a": hostile}


def test_what_is_no_number_is_refused_rather_than_written() -> None:
    ground = tiny.ground().assign(area_km2=float("nan"))
    with pytest.raises(ValueError, match="not JSON compliant"):
        payload.as_json(tiny.tiny_map(ground=ground).data)


def test_absent_columns_and_values_become_empty_text() -> None:
    ground = tiny.ground().drop(columns=["note", "name_zh"])
    data = tiny.tiny_map(ground=ground).data["ground"]
    assert data["note"] == [[""], [0] * len(ground)]


def test_what_is_known_of_estimated_ground_goes_along() -> None:
    ground = tiny.ground()
    hatched = ground["id"].isin(["beyond", "remote"])
    ground.loc[hatched, "near"] = "mukden"
    ground.loc[ground["id"] == "beyond", "note"] = "Day estimated between dated places."
    known = words()["notes"]["known"].format(known="Lintien: no troops before 13 Sept.")
    ground.loc[ground["id"] == "remote", "note"] = f"Nearest dated place: Mukden. {known}"
    notes, codes = tiny.tiny_map(ground=ground).data["ground"]["note"]
    carried = {name: notes[code] for name, code in zip(ground["id"], codes, strict=True)}
    assert carried["beyond"] == ""
    assert carried["remote"] == known
