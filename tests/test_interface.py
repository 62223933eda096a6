"""The public interface: load, on, area, changed, page."""

import inspect
import pickle
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import folium
import pandas as pd
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


@pytest.mark.parametrize("kind", [str, Path])
def test_a_folder_is_named_by_text_or_path(kind, atlas):
    loaded = campaign.load(kind(data_folder()))
    assert loaded.on("1945-08-18").equals(atlas.on("1945-08-18"))


NO_FOLDERS = [
    5, 1.5, True, "", "nowhere", b"nowhere", Path("nowhere"), __file__, "a\0b", "x" * 9999, [], {},
]  # fmt: skip


def test_what_is_no_folder_is_told_in_one_line(subtests):
    for given_as in NO_FOLDERS:
        with subtests.test(repr(given_as)[:60]):
            with pytest.raises(DataError, match="folder") as caught:
                campaign.load(given_as)
            assert len(str(caught.value)) < 300


def test_what_is_no_language_or_row_is_told_in_one_line(atlas, subtests):
    calls = [(atlas.page, one) for one in (None, 5, True, [], {}, "", "../en", "e" * 9999, b"en")]
    calls += [
        (of, one)
        for of in (atlas.tables.place, atlas.tables.axis, atlas.tables.source)
        for one in (None, 5, [], {}, "nowhere", "x" * 9999)
    ]
    calls += [(atlas.tables.island_of, one) for one in (None, 5, "hailar")]
    for call, one in calls:
        with subtests.test(f"{call.__name__} {one!r:.40}"):
            with pytest.raises(campaign.CampaignError) as caught:
                call(one)
            assert len(str(caught.value)) < 300


def _overwrite(found):
    """Change all that can be changed in what a call gave."""
    if isinstance(found, dict):
        for frame in found.values():
            _overwrite(frame)
        found.clear()
    elif isinstance(found, pd.DataFrame):
        if "geometry" in found:
            found.geometry.array[0] = found.geometry.array[1]
        for column in found.columns.drop("geometry", errors="ignore"):
            with suppress(ValueError):  # some are handed out for reading only
                found[column].to_numpy()[0] = None
            found[column] = None
    else:
        with suppress(ValueError):
            found.to_numpy()[0] = "soviet"
        found[:] = "soviet"


CALLS = {
    **{
        name: lambda atlas, name=name: getattr(atlas, name)("1945-08-18")
        for name in ("on", "area", "changed", "ground_status", "place_status")
    },
    **{
        name: lambda atlas, name=name: getattr(atlas, name)
        for name in ("ground", "places", "fronts", "ribbons", "axes", "base")
    },
}


def test_what_is_handed_out_is_the_callers_own(atlas, subtests):
    for name, call in CALLS.items():
        with subtests.test(name):
            before = pickle.dumps(call(atlas))
            _overwrite(call(atlas))
            assert pickle.dumps(call(atlas)) == before
    with pytest.raises(AttributeError):
        atlas.tables.aliases_by_name.clear()


def test_the_campaign_shows_itself_in_a_line(atlas):
    count = len(atlas.ground)
    assert repr(atlas).startswith(f"<Campaign 1945-08-09 to 1945-09-05: {count} pieces of ground")
    for shown in (atlas, atlas.tables, atlas.page()):
        assert len(repr(shown)) < 500
        assert "\n" not in repr(shown)


def test_a_notebook_shows_what_it_is_and_how_to_go_on(atlas):
    view = replace(atlas, folder=Path("<script>"))._repr_html_()
    assert "Thursday 9 August to Wednesday 5 September 1945" in view
    assert f"{len(atlas.tables.places)} places" in view
    assert ".page()" in view
    assert "&lt;script&gt;" in view
    assert "<script" not in view
    assert atlas.version in atlas._repr_html_()


def test_every_public_name_has_a_docstring():
    for name in campaign.__all__:
        assert inspect.getdoc(getattr(campaign, name)), name
