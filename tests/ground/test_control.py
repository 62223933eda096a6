"""Status, area and change on tiny made-up ground."""

from datetime import date

import geopandas as gpd
import pytest
from shapely import box

from campaign.atlas import Atlas
from campaign.ground import control
from campaign.ground.layers import COLUMNS
from campaign.statuses import STATUSES

DAY = date(1945, 8, 18)


def _ground(**columns):
    rows = max(len(values) for values in columns.values())
    empty = dict.fromkeys(COLUMNS, [None] * rows)
    geometry = [box(n, 0, n + 1, 1) for n in range(rows)]
    given = {"layer": ["shimushu"] * rows, "area_km2": [10.0] * rows}
    return gpd.GeoDataFrame(empty | given | columns, geometry=geometry, crs=4326)


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        ({}, "japanese"),
        ({"soviet_from": ["1945-08-19"]}, "japanese"),
        ({"soviet_from": ["1945-08-18"]}, "soviet"),
        ({"contested_from": ["1945-08-18"], "soviet_from": ["1945-08-23"]}, "contested"),
        ({"airhead_from": ["1945-08-18"], "soviet_from": ["1945-08-18"]}, "soviet"),
        ({"planned_from": ["1945-08-16"], "suspended_from": ["1945-08-22"]}, "planned"),
        ({"pocket_from": ["1945-08-10"], "soviet_from": ["1945-08-26"]}, "pocket"),
        ({"capitulated_from": ["1945-08-18"]}, "capitulated"),
    ],
)
def test_status_is_the_last_that_has_begun(columns, expected):
    ground = _ground(**(columns or {"soviet_from": [None]}))
    assert control.status_on(ground, DAY).to_list() == [expected]


def test_area_adds_up_by_layer_and_status():
    ground = _ground(
        layer=["manchuria", "manchuria", "etorofu"],
        soviet_from=["1945-08-18", None, None],
        area_km2=[1.5, 2.0, 4.0],
    )
    area = control.area_of(ground, control.status_on(ground, DAY))
    assert list(area.index) == ["manchuria", "etorofu"]
    assert tuple(area.columns) == STATUSES
    assert area.at["manchuria", "soviet"] == 1.5
    assert area.at["manchuria", "japanese"] == 2.0
    assert area.at["etorofu", "soviet"] == 0.0


def test_change_names_the_status_before_and_after():
    ground = _ground(
        id=["a", "b"],
        contested_from=["1945-08-17", None],
        soviet_from=["1945-08-18", "1945-08-17"],
    )
    changed = Atlas(None, ground, None).changed(DAY)
    assert changed[["id", "before", "status"]].to_numpy().tolist() == [["a", "contested", "soviet"]]
