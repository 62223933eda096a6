"""The front as history would have it: nested, attached, calibrated."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
import shapely

import campaign
from campaign import days
from campaign.estimate import region as regions
from campaign.estimate import validation
from campaign.estimate.courses import value_of
from campaign.estimate.garrisons import CEASE_FIRE
from campaign.estimate.geodesy import MAINLAND_PLANE
from campaign.facts import tables
from campaign.files import data_folder
from campaign.ground import accuracy, layers

README = (data_folder() / "README.md").read_text(encoding="utf-8")

ISLANDS = {
    "wonsan": "the landing of 21 August, joined by the column from Hamhung",
    "kaesong": "an advance party of 25 August, ahead of the column at Sinmak",
}
"""Soviet ground ahead of the front that is no airhead, and why it is there."""


@pytest.fixture(scope="module")
def theatre():
    facts = tables.load()
    mainland = regions.regions_of(regions.limits_of(facts))
    return {
        "mainland": regions.mainland(facts, mainland),
        "sakhalin": regions.sakhalin(facts),
    }


@pytest.fixture(scope="module")
def fronts(theatre):
    return {name: region.front() for name, region in theatre.items()}


@pytest.fixture(scope="module")
def left_out(theatre):
    return validation.validate(list(theatre.values()))


@pytest.fixture(scope="module")
def scores(theatre, left_out):
    return {name: accuracy.summary(left_out, name) for name in theatre}


def test_left_out_days_are_estimated_within_the_promise(scores):
    ours = scores["mainland"].loc[accuracy.OURS]
    assert ours["mean"] <= 1.05
    assert 0.75 <= ours["holds"] <= 0.90
    assert 0.75 <= scores["sakhalin"].loc[accuracy.OURS, "holds"] <= 0.90


@pytest.mark.parametrize("region", ["mainland", "sakhalin"])
def test_the_axes_make_the_estimate_better_than_every_baseline(scores, region):
    means = scores[region]["mean"]
    assert (means.drop(accuracy.OURS) > means[accuracy.OURS]).all()


def test_the_towns_of_the_garrisons_are_estimated_as_their_spread(left_out):
    towns = left_out[(left_out["came_by"] == "garrison") & (left_out["method"] == accuracy.OURS)]
    error = towns["estimated"] - towns["recorded"]
    assert len(towns) >= 15
    assert error.abs().mean() <= 1.9
    assert (error.abs() <= accuracy.EIGHTY_PERCENT * towns["deviation"]).mean() >= 0.75


def test_hardly_a_place_would_never_be_called_soviet_held_without_its_row(left_out):
    ours = left_out[left_out["method"] == accuracy.OURS]
    assert (~ours["ever_held"].astype(bool)).mean() <= 1 / 30


@pytest.mark.parametrize("region", ["mainland", "sakhalin"])
def test_the_error_table_in_the_readme_is_true(scores, region):
    assert accuracy.as_table(scores[region]) in README


def test_the_length_scale_is_the_likeliest(theatre, left_out):
    for region in theatre.values():
        ours = left_out[left_out["region"].eq(region.name) & left_out["method"].eq(accuracy.OURS)]
        for factor in (0.5, 2.0):
            other = replace(region, length_km=region.length_km * factor)
            scored = validation.log_score(validation.leave_one_out(other, accuracy.OURS))
            assert scored < validation.log_score(ours), (region.name, factor)


def test_earliest_holds_probable_holds_latest_on_every_day(fronts):
    for front in fronts.values():
        shift = accuracy.EIGHTY_PERCENT * front.deviation
        assert (shift >= 0).all()
        for night in range(1, len(days.DAYS) + 1):
            earliest = front.held - shift < night
            probable = front.held < night
            latest = front.held + shift < night
            assert not (probable & ~earliest).any()
            assert not (latest & ~probable).any()


def test_every_ribbon_lies_about_its_front():
    fronts, ribbons = layers.read("fronts"), layers.read("ribbons")
    probable = fronts[fronts["estimate"] == "probable"].set_index(["region", "date"])
    for row in ribbons.itertuples():
        # the last ribbons lie where no front has come yet, or where it was the day before
        yesterday = days.before(days.parse(row.date)).isoformat()
        near = [(row.region, day) for day in (row.date, yesterday)]
        lines = [probable.loc[key].geometry for key in near if key in probable.index]
        assert min(map(row.geometry.distance, lines), default=0) < 0.6, row.id


def test_no_place_and_no_bound_is_contradicted_by_the_map():
    atlas = campaign.load()
    assert validation.contradictions(atlas.ground, atlas.tables) == []


@pytest.mark.parametrize(
    ("bound", "soviet_from", "said"),
    [
        ("zhaoyuan", "1945-08-19", "zhaoyuan bounds"),
        ("fuxin-53a", "1945-08-26", "fuxin-53a bounds"),
        ("lindian", "1945-09-05", "lindian bounds"),
        ("longhua", "1945-08-23", "longhua bounds"),
        ("northern-korea", None, "northern-korea bounds"),
    ],
)
def test_ground_that_breaks_a_bound_is_told(bound, soviet_from, said):
    atlas = campaign.load()
    row = next(row for row in atlas.tables.bounds if row.id == bound)
    own = atlas.ground["layer"] == row.layer
    if row.lon is not None:
        own = atlas.ground.geometry.contains(shapely.Point(row.lon, row.lat))
    ground = atlas.ground.copy()
    ground.loc[own, "soviet_from"] = soviet_from
    assert any(told.startswith(said) for told in validation.contradictions(ground, atlas.tables))


def test_garrisons_set_out_after_the_cease_fire_and_never_outrun_their_march(theatre):
    region = theatre["mainland"]
    spread = region.garrisons()
    at = MAINLAND_PLANE.forward(np.array([(town.lon, town.lat) for town in region.towns]))
    day, _ = spread.at(at)
    assert np.allclose(day, [value_of(town) for town in region.towns])
    everywhere = spread.lines.data
    assert (spread.marched(everywhere) >= CEASE_FIRE).all()
    assert (spread.at(everywhere)[0] >= spread.marched(everywhere) - 1.5).all()


def test_ground_on_a_railway_between_held_towns_does_not_stay_hatched():
    """Szepingkai and the towns of the Paicheng-Talai line, by the railways that lead there."""
    ground = campaign.load().ground
    for name, lon, lat in (
        ("Szepingkai", 124.37, 43.16), ("Ankuang", 123.78, 45.55), ("Talai", 124.30, 45.50),
        ("Hailun", 126.93, 47.45), ("Meihokou", 125.68, 42.53), ("Antung", 124.39, 40.12),
    ):  # fmt: skip
        [piece] = ground[ground.geometry.contains(shapely.Point(lon, lat))].to_dict("records")
        assert piece["soviet_from"], name


def test_ground_of_garrisons_is_low_in_confidence_with_an_interval_of_its_own():
    ground = campaign.load().ground
    own = ground[(ground["taken_by"] == "garrison") & (ground["basis"] == "estimated")]
    assert set(own["confidence"]) == {"low"}
    assert own["soviet_earliest"].notna().all()
    assert (own["soviet_earliest"] <= own["soviet_from"]).all()
    assert own[["axis", "formation", "near"]].isna().all(axis=None)
    width = (pd.to_datetime(own["soviet_latest"]) - pd.to_datetime(own["soviet_from"])).dt.days
    assert set(width) >= {2, 4}
    assert width.min() == 2


def test_no_front_runs_along_ground_that_was_given_up():
    atlas = campaign.load()
    probable = atlas.fronts[atlas.fronts["estimate"] == "probable"]
    for row in probable[probable["date"] >= "1945-08-19"].itertuples():
        status = atlas.ground_status(days.parse(row.date))
        given_up = shapely.union_all(atlas.ground[status == "capitulated"].geometry.to_list())
        # in degrees; what is left are the ends, where it meets such ground
        along = row.geometry.intersection(given_up.buffer(0.004))
        assert along.length < 0.6, row.id


def test_korea_has_no_hatch_from_the_day_on_which_it_was_held():
    ground = campaign.load().ground
    korea = ground[ground["layer"] == "northern_korea"]
    assert korea["soviet_from"].max() <= "1945-08-30"


def test_soviet_ground_never_shrinks():
    ground = campaign.load().ground
    later = ground[["soviet_from", "capitulated_from"]].dropna()
    assert (later["capitulated_from"] < later["soviet_from"]).all()


def test_soviet_ground_ahead_of_the_front_is_an_airhead_or_explained(theatre):
    atlas = campaign.load()
    region = theatre["mainland"]
    ground = atlas.ground[atlas.ground["layer"].isin(["manchuria", "inner_mongolia",
                                                      "northern_korea"])]  # fmt: skip
    mainland = max(shapely.get_parts(region.outline), key=lambda part: part.area)
    known = {
        name: shapely.Point(atlas.tables.place(name).lon, atlas.tables.place(name).lat)
        for name in ISLANDS
    }
    for day in days.DAYS:
        held = ground[ground["soviet_from"].fillna("9") <= day.isoformat()]
        # islets off the coast are islands in truth
        whole = shapely.union_all(held.geometry.to_list()).intersection(mainland)
        taken = shapely.union_all(held[held["taken_by"] == "column"].geometry.to_list())
        for part in shapely.get_parts(whole):
            if part.geom_type != "Polygon" or part.distance(region.home) < 0.03:
                continue
            if shapely.area(shapely.transform(part, MAINLAND_PLANE.forward)) < 30:
                continue  # a scrap between the coast and its simplified outline
            if not part.intersects(taken):
                continue  # garrisons went ahead along the lines, by rail
            explained = [name for name, at in known.items() if part.distance(at) < 0.25]
            assert explained, (day, np.round(part.representative_point().coords[0], 2))
