"""The public interface: load, on, area, changed, page."""

import inspect

import folium
import pytest

import campaign
from campaign import DataError, DayError
from campaign.files import data_folder


@pytest.fixture(scope="module")
def atlas():
    return campaign.load()


@pytest.mark.parametrize("method", ["on", "area", "changed"])
@pytest.mark.parametrize("day", ["1945-08-08", "1945-09-06", "soon", "", "18.08.1945"])
def test_a_wrong_day_is_answered_with_the_valid_range(atlas, method, day):
    with pytest.raises(DayError, match="from 1945-08-09 to 1945-09-05"):
        getattr(atlas, method)(day)


def test_a_day_may_be_text_or_a_date(atlas):
    from datetime import date, datetime

    expected = atlas.on("1945-08-18")["status"].to_list()
    assert atlas.on(date(1945, 8, 18))["status"].to_list() == expected
    assert atlas.on(datetime(1945, 8, 18, 12))["status"].to_list() == expected


def test_page_is_a_folium_map_that_displays_in_a_notebook(atlas):
    page = atlas.page()
    assert isinstance(page, folium.Map)
    assert "<iframe" in page._repr_html_()


def test_an_unknown_language_is_told_with_those_there_are(atlas):
    with pytest.raises(campaign.CampaignError, match="en"):
        atlas.page("tlh")


def test_a_folder_without_layers_is_told_with_its_remedy(tmp_path):
    (tmp_path / "tables").symlink_to(data_folder() / "tables")
    with pytest.raises(DataError, match="campaign build"):
        campaign.load(tmp_path)


def test_every_public_name_has_a_docstring():
    for name in campaign.__all__:
        assert inspect.getdoc(getattr(campaign, name)), name
