"""The front as history would have it: nested, attached, calibrated."""

from dataclasses import replace

import numpy as np
import pytest
import shapely

import campaign
from campaign import days
from campaign.estimate import region as regions
from campaign.estimate import validation
from campaign.estimate.geodesy import MAINLAND_PLANE
from campaign.facts import tables
from campaign.files import data_folder
from campaign.ground import accuracy, layers

README = (data_folder() / "README.md").read_text(encoding="utf-8")

ISLANDS = {
    "wonsan": "the landing of 21 August, joined by the column from Hamhung",
    "tonghua": "a train of 24 August, no documented column passed on the way",
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
    assert ours["mean"] <= 1.15
    assert 0.75 <= ours["holds"] <= 0.90
    assert 0.75 <= scores["sakhalin"].loc[accuracy.OURS, "holds"] <= 0.90


@pytest.mark.parametrize("region", ["mainland", "sakhalin"])
def test_the_axes_make_the_estimate_better_than_every_baseline(scores, region):
    means = scores[region]["mean"]
    assert (means.drop(accuracy.OURS) > means[accuracy.OURS]).all()


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
        # the last ribbons lie where no front has come yet, or all is held
        if (row.region, row.date) in probable.index:
            line = probable.loc[(row.region, row.date)].geometry
            assert row.geometry.distance(line) < 0.6, row.id


def test_no_place_is_contradicted_by_the_map():
    atlas = campaign.load()
    assert validation.contradictions(atlas.ground, atlas.tables) == []


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
        for part in shapely.get_parts(whole):
            if part.geom_type != "Polygon" or part.distance(region.home) < 0.03:
                continue
            if shapely.area(shapely.transform(part, MAINLAND_PLANE.forward)) < 30:
                continue  # a scrap between the coast and its simplified outline
            explained = [name for name, at in known.items() if part.distance(at) < 0.25]
            assert explained, (day, np.round(part.representative_point().coords[0], 2))
