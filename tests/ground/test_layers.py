"""The shipped layers keep the data contract, and say what the tables say."""

import json
import re
from datetime import date, timedelta
from itertools import pairwise

import geopandas as gpd
import pyogrio
import pytest
import shapely
from shapely import Point

import campaign
from campaign import days, files
from campaign.errors import DataError
from campaign.estimate.geodesy import area_km2
from campaign.ground import control, layers
from campaign.theatre import BASE, LAYERS

FILES = [
    *LAYERS,
    "fronts",
    "ribbons",
    "axes",
    "places",
    *(f"base/{name}" for name in BASE),
]
AUGUST = {day: date(1945, 8, day) for day in range(9, 32)}


@pytest.fixture(scope="module")
def atlas():
    return campaign.load()


def _statuses(atlas, layer, day):
    ground = atlas.on(day)
    return set(ground.loc[ground["layer"] == layer, "status"])


def _rings(geometry):
    kind, coordinates = geometry["type"], geometry["coordinates"]
    for polygon in [coordinates] if kind == "Polygon" else coordinates:
        yield from ((ring, n == 0) for n, ring in enumerate(polygon))


@pytest.mark.parametrize("name", FILES)
def test_every_file_opens_with_gdal(name):
    path = files.data_folder() / f"{name}.geojson"
    info = pyogrio.read_info(path)
    assert info["features"] > 0
    assert info["crs"] in ("EPSG:4326", "OGC:CRS84")


@pytest.mark.parametrize("name", LAYERS)
def test_a_layer_is_rfc_7946_with_the_columns_of_the_contract(name):
    text = (files.data_folder() / f"{name}.geojson").read_text(encoding="utf-8")
    collection = json.loads(text)
    assert "crs" not in collection
    decimals = max(len(found) for found in re.findall(r"\d\.(\d+)[,\]]", text))
    assert decimals <= (5 if name in ("shimushu", "kurils", "etorofu", "kunashiri",
                                      "shikotan", "habomai") else 4)  # fmt: skip
    for feature in collection["features"]:
        assert tuple(feature["properties"]) == layers.COLUMNS
        for ring, outer in _rings(feature["geometry"]):
            assert ring[0] == ring[-1]
            assert shapely.is_ccw(shapely.LinearRing(ring)) == outer


def test_pieces_are_valid_and_their_ids_are_stable_names(atlas):
    assert atlas.ground.geometry.is_valid.all()
    assert atlas.ground["id"].is_unique
    assert atlas.ground["id"].str.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*").all()
    # ground that garrisons spread over lies near no one place
    named = (atlas.ground["taken_by"] != "garrison") | (atlas.ground["basis"] != "estimated")
    for column in ("name_en", "name_modern"):
        assert atlas.ground.loc[named, column].str.len().gt(0).all()


@pytest.mark.parametrize("name", LAYERS)
def test_pieces_of_a_layer_neither_overlap_nor_gape(atlas, name):
    shapes = atlas.ground.loc[atlas.ground["layer"] == name, "geometry"].to_list()
    assert shapely.coverage_is_valid(shapes)
    whole = shapely.union_all(shapes)
    assert abs(sum(shape.area for shape in shapes) - whole.area) <= 0.001 * whole.area
    # a gap between pieces would show as a hole that is no lake
    holes = [ring for part in shapely.get_parts(whole) for ring in part.interiors]
    assert sum(shapely.Polygon(ring).area for ring in holes) <= 0.001 * whole.area


def test_layers_do_not_overlap_each_other(atlas):
    outlines = atlas.ground.dissolve("layer").geometry
    for (_, one), (_, other) in pairwise(outlines.items()):
        assert one.intersection(other).area <= 0.001 * min(one.area, other.area)


def test_every_source_is_known_and_only_estimates_have_none(atlas):
    known = {source.key for source in atlas.tables.sources}
    for row in atlas.ground.itertuples():
        keys = set(filter(None, (row.sources or "").split(";")))
        assert keys <= known, row.id
        assert keys or row.basis in ("estimated", "inferred"), row.id


def test_no_confidence_is_higher_than_the_tables_have_it(atlas):
    rank = {"low": 0, "medium": 1, "high": 2}
    rows = {place.id: place for place in atlas.tables.places}
    for row in atlas.places.itertuples():
        assert rank[row.confidence] <= rank[rows[row.id].confidence]
    estimated = atlas.ground[atlas.ground["basis"] == "estimated"]
    assert set(estimated["confidence"]) <= {"medium", "low"}


def _expected(place, day):
    """Status of a dated place on a day, straight from its row of the table."""
    if place.date <= day:
        return {"soviet"}
    if place.date_landed and place.date_landed <= day:
        return {"contested"}
    if place.how == "entered-unopposed" and day >= date(1945, 8, 19):
        # no row says when its garrison laid down arms; it had before anybody entered
        return {"japanese", "capitulated"}
    return {"japanese", "pocket", "airhead", "contested"}


def _dates_ground(place):
    taken = place.basis != "inferred" and not place.is_airlanding and not place.is_summary
    return taken and not place.contested_by


def test_layers_agree_with_the_tables_on_every_dated_place(atlas):
    disagreements = []
    tree = shapely.STRtree(atlas.ground.geometry.to_list())
    held = {day: control.status_on(atlas.ground, day).to_list() for day in days.DAYS}
    checked = 0
    for place in atlas.tables.places:
        if not _dates_ground(place):
            continue
        below = tree.query(Point(place.lon, place.lat), predicate="intersects")
        island = atlas.tables.island_of(place)
        on_whole = island and island.changes == "whole" and place.subject != "island"
        if not len(below) or on_whole:
            continue  # south of 38 N, outside the Wall, or a point on an island dated as a whole
        checked += 1
        for day, statuses in held.items():
            status = statuses[below[0]]
            if status not in _expected(place, day):
                disagreements.append((place.id, day, status))
    assert checked > 120
    assert disagreements == []


def test_places_turn_on_their_own_day(atlas):
    rows = {place.id: place for place in atlas.tables.places}
    for row in atlas.places.itertuples():
        place = rows[row.id]
        if _dates_ground(place):
            assert row.soviet_from == place.date.isoformat(), place.id


def test_towns_held_by_the_eighth_route_army_are_contested_never_soviet(atlas):
    for day in days.DAYS:
        held = atlas.places.assign(status=control.status_on(atlas.places, day)).set_index("id")
        assert held.loc["kalgan", "status"] in ("japanese", "contested")
        assert held.loc["shanhaiguan", "status"] in ("japanese", "contested")


def test_a_line_stands_on_shimushu_from_the_19th_to_the_22nd(atlas):
    ground = [
        atlas.on(day).query("layer == 'shimushu'").set_index("id")["status"].to_dict()
        for day in (AUGUST[number] for number in range(19, 24))
    ]
    assert ground[0] == ground[1] == ground[2] == ground[3]
    area = atlas.ground.set_index("id")["area_km2"]
    north = sum(area[name] for name, status in ground[0].items() if status == "soviet")
    # the southern two thirds changed hands on 23 August
    assert 0.2 < north / sum(area[name] for name in ground[0]) < 0.36
    assert set(ground[4].values()) == {"soviet"}
    edge = {"shimushu-takeda-beach", "shimushu-hills", "shimushu-kokutan", "shimushu-shumshu"}
    assert set(ground[0]) == edge


def test_no_arrow_runs_on_shimushu_after_the_cease_fire():
    legs = gpd.read_file(files.data_folder() / "axes.geojson")
    on_shimushu = legs[legs["axis"] == "kur-north"]
    assert on_shimushu["date"].astype(str).max() <= "1945-08-19"


def test_shimushu_is_fought_over_in_part(atlas):
    assert _statuses(atlas, "shimushu", AUGUST[17]) == {"japanese"}
    for day in range(18, 23):
        now = _statuses(atlas, "shimushu", AUGUST[day])
        assert "contested" in now
        assert len(now) > 1
    for day in (day for day in days.DAYS if day >= AUGUST[23]):
        assert _statuses(atlas, "shimushu", day) == {"soviet"}


@pytest.mark.parametrize(
    ("layer", "contested", "soviet"),
    [
        ("etorofu", "1945-08-28", "1945-08-30"),
        ("kunashiri", "1945-09-01", "1945-09-03"),
        ("shikotan", None, "1945-09-01"),
    ],
)
def test_southern_kurils_turn_on_their_landing_and_control_days(atlas, layer, contested, soviet):
    for day in days.DAYS:
        iso = day.isoformat()
        expected = "soviet" if iso >= soviet else "japanese"
        if contested and contested <= iso < soviet:
            expected = "contested"
        assert _statuses(atlas, layer, day) == {expected}


def test_habomai_turns_islet_by_islet_until_the_last_day(atlas):
    first = {day: _statuses(atlas, "habomai", day) for day in days.DAYS}
    assert first[date(1945, 9, 2)] == {"japanese"}
    assert first[date(1945, 9, 3)] == first[date(1945, 9, 4)] == {"japanese", "soviet"}
    assert first[days.LAST] == {"soviet"}
    assert (atlas.ground["layer"] == "habomai").sum() == 8


def test_rumoi_is_planned_suspended_cancelled_and_nothing_else(atlas):
    seen = [_statuses(atlas, "rumoi_landing", day) for day in days.DAYS]
    order = ["japanese", "planned", "suspended", "cancelled"]
    flat = [next(iter(statuses)) for statuses in seen]
    assert all(len(statuses) == 1 for statuses in seen)
    assert sorted(flat, key=order.index) == flat
    assert flat[days.index(AUGUST[21])] == "planned"
    assert flat[days.index(AUGUST[22])] == "suspended"
    assert flat[-1] == "cancelled"


def test_southern_sakhalin_is_untouched_on_the_10th_and_soviet_by_the_25th(atlas):
    assert _statuses(atlas, "southern_sakhalin", AUGUST[10]) == {"japanese"}
    assert "soviet" in _statuses(atlas, "southern_sakhalin", AUGUST[11])
    assert "japanese" in _statuses(atlas, "southern_sakhalin", AUGUST[24])
    held = atlas.on(AUGUST[25]).query("layer == 'southern_sakhalin'").set_index("id")["status"]
    # residents of Moneron saw the troops come later
    assert set(held.index[held != "soviet"]) == {"southern-sakhalin-moneron"}
    assert _statuses(atlas, "southern_sakhalin", AUGUST[28]) == {"soviet"}


def test_manchuria_grows_every_day_from_9_to_23_august(atlas):
    held = [atlas.area(day).at["manchuria", "soviet"] for day in days.DAYS]
    assert held[0] > 0
    assert all(b > a for a, b in pairwise(held[: days.index(AUGUST[23]) + 1]))


def test_soviet_ground_never_shrinks(atlas):
    before = set()
    for day in days.DAYS:
        ground = atlas.on(day)
        now = set(ground.loc[ground["status"] == "soviet", "id"])
        assert before <= now
        before = now


def test_nothing_capitulates_before_the_kwantung_army_does(atlas):
    assert atlas.ground["capitulated_from"].dropna().min() >= "1945-08-19"


def test_axes_are_drawn_leg_by_leg_and_the_plan_is_marked():
    axes = layers.read("axes")
    planned = axes[axes["planned"]]
    assert planned["axis"].to_list() == ["plan-hokkaido"]
    assert axes["date"].between(days.FIRST.isoformat(), days.LAST.isoformat()).all()
    assert all(shapely.length(line) > 0 for line in axes.geometry)


# published areas in km²: Japan's Geospatial Information Authority (2014, 2019) for Iturup,
# Kunashir and Shikotan, commonly quoted Russian figures for the rest
PUBLISHED = {
    "kurils-atlasov": 150, "shimushu": 388, "kurils-paramushir": 2053, "kurils-onekotan": 425,
    "kurils-shiashkotan": 122, "kurils-simushir": 353, "kurils-urup": 1450, "etorofu": 3166.6,
    "kunashiri": 1489.3, "shikotan": 248.9,
}  # fmt: skip


def test_large_islands_measure_what_is_published(atlas):
    off = {}
    for name, published in PUBLISHED.items():
        shapes = atlas.ground.loc[
            (atlas.ground["id"] == name) | (atlas.ground["layer"] == name), "geometry"
        ]
        off[name] = area_km2(shapely.union_all(shapes.to_list())) / published - 1
    assert sum(abs(share) <= 0.04 for share in off.values()) >= 8, off


def _manchukuo(atlas):
    ground = atlas.ground[atlas.ground["layer"] == "manchuria"]
    return shapely.union_all(
        ground.loc[~ground["id"].str.startswith("kwantung"), "geometry"].to_list()
    )


def test_manchukuo_has_its_published_area(atlas):
    assert 1.28e6 <= area_km2(_manchukuo(atlas)) <= 1.31e6


# longitude and latitude of towns that have no row in places.csv
INSIDE = {
    "Daban": (118.66, 43.53), "Tianshan": (120.07, 43.87), "Holingol": (119.66, 45.53),
    "Luanping": (117.34, 40.94), "Longhua": (117.74, 41.32), "Qinglong": (118.95, 40.41),
    "Kuancheng": (118.49, 40.61), "jingpeng": None, "lindong": None, "linxi": None,
    "aershan": None, "weichang": None, "fengning": None, "jehol": None, "manzhouli": None,
    "heihe": None, "hutou": None, "suifenhe": None, "dongning": None, "hunchun": None,
    "andong": None, "fuyuan": None, "raohe": None, "suizhong": None, "harbin-link": None,
}  # fmt: skip
OUTSIDE = {
    "Guyuan": (115.69, 41.67), "Chicheng": (115.83, 40.91), "Zunhua": (117.96, 40.19),
    "Blagoveshchensk": (127.54, 50.27), "Khabarovsk": (135.07, 48.48), "Khasan": (130.64, 42.43),
    "Vladivostok": (131.89, 43.12), "Grodekovo": (131.38, 44.41), "dolonnor": None,
    "xilinhot": None, "shanhaiguan": None, "gubeikou": None, "zhangbei": None, "sinuiju": None,
    "dairen-link": None,
}  # fmt: skip


@pytest.mark.parametrize("inside", [True, False])
def test_towns_lie_on_their_side_of_the_border_of_1945(atlas, inside):
    manchukuo = _manchukuo(atlas)
    wrong = []
    for name, point in (INSIDE if inside else OUTSIDE).items():
        place = None if point else atlas.tables.place(name)
        at = Point(point or (place.lon, place.lat))
        if manchukuo.contains(at) != inside:
            wrong.append(name)
    assert wrong == []


def test_a_missing_or_broken_layer_is_told_with_its_remedy(tmp_path):
    with pytest.raises(DataError, match=r"manchuria\.geojson is missing.*campaign build"):
        layers.read("manchuria", tmp_path)
    (tmp_path / "manchuria.geojson").write_text('{"type": "Feature', encoding="utf-8")
    with pytest.raises(DataError, match=r"manchuria\.geojson is not readable.*campaign build"):
        layers.read("manchuria", tmp_path)


def test_the_data_package_describes_the_files_as_they_are():
    import hashlib

    folder = files.data_folder()
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    described = {resource["path"] for resource in package["resources"]}
    shipped = {str(p.relative_to(folder)) for p in folder.rglob("*.geojson")}
    shipped |= {str(p.relative_to(folder)) for p in folder.rglob("*.csv")}
    assert shipped == described
    for resource in package["resources"]:
        content = (folder / resource["path"]).read_bytes()
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"


def test_changed_is_the_difference_of_two_days(atlas):
    for day in days.DAYS[1:]:
        before, now = atlas.on(day - timedelta(days=1)), atlas.on(day)
        expected = set(now.loc[before["status"] != now["status"], "id"])
        assert set(atlas.changed(day)["id"]) == expected


@pytest.mark.parametrize(
    "way", [[(90, 50), (112, 50)], [(110, 30), (110, 65)], [(130, 65), (130, 54)]]
)
def test_land_that_is_detailed_and_land_that_is_coarse_show_no_seam(way):
    land = gpd.read_file(files.data_folder() / "base" / "land.geojson").geometry
    crossed = shapely.LineString(way).intersection(shapely.union_all(land.boundary.to_numpy()))
    assert crossed.is_empty
