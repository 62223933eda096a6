"""Courses of the axes: along the railways and roads, with the recorded days."""

import numpy as np
import pytest
import shapely

from campaign.estimate.courses import courses, network, takes_ground, value_of
from campaign.estimate.geodesy import MAINLAND_PLANE
from campaign.estimate.region import land_of
from campaign.facts import tables


@pytest.fixture(scope="module")
def ways():
    facts = tables.load()
    found = courses(facts, network(facts, MAINLAND_PLANE), MAINLAND_PLANE, land_of(MAINLAND_PLANE))
    return {way.axis.id: way for way in found}


@pytest.fixture(scope="module")
def places():
    return {place.id: place for place in tables.load().places}


def test_a_course_has_the_recorded_day_at_its_dated_places(ways, places):
    for way in ways.values():
        for waypoint in way.axis.waypoints:
            place = places.get(waypoint)
            if place is None or not takes_ground(place) or place.date_landed:
                continue
            here = MAINLAND_PLANE.forward(np.array([[place.lon, place.lat]]))
            nearest = np.hypot(*(way.xy - here).T).argmin()
            # a course that passes a place twice has two days there
            close = np.hypot(*(way.xy - way.xy[nearest]).T) < 1e-6
            assert np.isclose(way.value[close], value_of(place)).any(), (way.axis.id, waypoint)


def test_a_course_ends_at_its_last_dated_place(ways):
    """Weichang is inferred: no column is documented that far."""
    assert "17a-right" not in ways
    hyesan = ways["25a-korea-inland"]
    assert np.isnan(hyesan.value[-1])


def test_inferred_days_never_date_a_course(places):
    assert not takes_ground(places["fengning"])
    assert not takes_ground(places["harbin-air"])
    assert not takes_ground(places["hutou-fr"])
    assert not takes_ground(places["kalgan"])
    assert takes_ground(places["hailar"])


def test_a_road_round_a_bay_is_followed_and_no_line_drawn_over_the_water(ways):
    """Down the coast of Karafuto by rail; the ships from Maoka to Otomari had no other way."""
    land = land_of(MAINLAND_PLANE)
    for name, start, end in (
        ("sakh-land", "sakh-shiritoru", "sakh-toyohara"),
        ("25a-korea-coast", "songjin", "hamhung-link"),
        ("25a-korea-coast", "unggi", "chongjin"),
    ):
        way = ways[name]
        stops = [stop.place.id if stop.place else None for stop in way.stops]
        from_km, to_km = way.at[stops.index(start)], way.at[stops.index(end)]
        xy = way.xy[(way.along >= from_km) & (way.along <= to_km)]
        assert shapely.LineString(xy).intersection(land.buffer(6)).length > 0.8 * (to_km - from_km)


def test_the_column_from_hailar_follows_the_railway_over_the_khingan(ways):
    way = ways["36a-main"]
    along = np.hypot(*np.diff(way.xy, axis=0).T).sum()
    straight = np.hypot(*(way.xy[-1] - way.xy[0]))
    assert 1.1 * straight < along < 1.6 * straight
