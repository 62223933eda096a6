"""Defects of the shoreline that are mended, each where a viewer would notice it."""

import shapely
from shapely import Point

from campaign.estimate import islands, shoreline
from campaign.estimate.geodesy import area_km2


def _at(lon, lat):
    return [part for part in shoreline.land() if part.contains(Point(lon, lat))]


def test_signalny_is_there_and_is_not_rifovy():
    (signalny,) = _at(145.8594, 43.3950)
    (rifovy,) = _at(145.8735, 43.3896)
    assert area_km2(signalny) < 0.01 < area_km2(rifovy)


def test_the_coastal_lake_of_shimushu_is_land_not_a_bay():
    (shimushu,) = _at(156.385, 50.749)
    assert shimushu.contains(Point(156.265, 50.76))
    assert 391 < area_km2(shimushu) < 394


def test_karafuto_measures_what_the_shoreline_gives():
    """33,319 km² by two data sets; the official 36,090 is not reproducible and not aimed at."""
    assert abs(area_km2(islands.karafuto()) / 33_319 - 1) < 0.005


def test_land_is_valid_everywhere():
    assert shapely.is_valid(shoreline.land()).all()
