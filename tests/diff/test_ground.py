"""The ground compared, whatever way its pieces are cut."""

import geopandas as gpd
import pytest
from shapely import box

from campaign.diff import ground
from campaign.statuses import COLUMNS


def pieces(*rows, layer="manchuria"):
    """Strips of a degree's height, each from one longitude to another and with its dates."""
    frame = gpd.GeoDataFrame(
        [
            dict.fromkeys(COLUMNS) | {"id": f"p{n}", "layer": layer, "area_km2": area} | dates
            for n, (_, _, area, dates) in enumerate(rows)
        ],
        geometry=[box(west, 45, east, 46) for west, east, _, _ in rows],
        crs="EPSG:4326",
    )
    frame[list(COLUMNS)] = frame[list(COLUMNS)].astype(object).where(frame.notna(), None)
    return frame


def held(day):
    return {"soviet_from": f"1945-08-{day}"}


def test_the_same_ground_cut_otherwise_does_not_differ():
    old = pieces((125, 127, 200.0, held(15)))
    new = pieces((125, 126, 100.0, held(15)), (126, 127, 100.0, held(15)))
    assert ground.patches(old, new).empty
    assert ground.by_day(ground.patches(old, new)).empty
    assert ground.outlines(old, new) == {}


def test_what_turns_later_is_measured_in_km2_and_days():
    old = pieces((125, 127, 200.0, held(15)))
    new = pieces((125, 126, 100.0, held(15)), (126, 127, 100.0, held(17)))
    found = ground.patches(old, new)
    assert found["km2"].sum() == pytest.approx(100.0)
    assert found[["days", "later"]].to_numpy().tolist() == [[2, 2]]
    assert found.geometry.iloc[0].equals(box(126, 45, 127, 46))
    layers = ground.by_layer(found)
    assert layers.at["manchuria", "km2_days"] == pytest.approx(200.0)
    assert layers.at["manchuria", "shifts"] == {2: pytest.approx(100.0)}
    assert list(ground.by_day(found).index) == ["1945-08-15", "1945-08-16"]
    assert ground.by_day(found)["soviet"].to_list() == [pytest.approx(-100.0)] * 2


def test_ground_that_turns_earlier_or_to_another_status_is_told_apart():
    old = pieces((125, 126, 10.0, held(15)), (126, 127, 20.0, {"pocket_from": "1945-08-20"}))
    new = pieces((125, 126, 10.0, held(14)), (126, 127, 20.0, {"pocket_from": "1945-08-25"}))
    assert ground.by_layer(ground.patches(old, new)).at["manchuria", "shifts"] == {
        -1: pytest.approx(10.0),
        0: pytest.approx(20.0),
    }


def test_rounding_at_a_border_is_no_difference():
    old = pieces((125, 126, 100.0, held(15)), (126, 127, 100.0, held(17)))
    new = pieces((125, 126.0001, 100.0, held(15)), (126.0001, 127, 100.0, held(17)))
    assert ground.patches(old, new).empty


def test_a_layer_that_grows_is_told():
    old, new = pieces((125, 126, 100.0, held(15))), pieces((125, 127, 200.0, held(15)))
    assert ground.outlines(old, new) == {"manchuria": 100.0}


def test_places_turn_with_their_days_before_and_after():
    old = pieces((125, 126, 0.0, held(15)), (126, 127, 0.0, held(16)))
    new = pieces((125, 126, 0.0, held(17)), (126, 127, 0.0, held(16)))
    assert ground.turned(old, new, COLUMNS) == {"p0": {"soviet_from": ("1945-08-15", "1945-08-17")}}
