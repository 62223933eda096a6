import base64
import hashlib
import json
import re
import shutil
from pathlib import Path

import folium
import pytest
import tiny

from campaign import files
from campaign.errors import CampaignError
from campaign.page import parts, render, stylesheet
from campaign.page.document import Relief
from campaign.palette import LOOKS
from campaign.text import languages, words


def test_the_same_map_gives_the_same_bytes_twice() -> None:
    assert render(tiny.tiny_map()) == render(tiny.tiny_map())


def test_rendering_again_changes_nothing() -> None:
    page = tiny.tiny_map()
    assert render(page) == render(page)


def test_it_is_a_folium_map_that_a_notebook_displays() -> None:
    page = tiny.tiny_map()
    assert isinstance(page, folium.Map)
    assert "<iframe" in page._repr_html_()


def test_nothing_in_the_document_loads_from_elsewhere() -> None:
    html = render(tiny.tiny_map())
    assert not re.findall(
        r"<(?:script|img|link|iframe)[^>]+(?:src|href)=[\"']?(?!data:)[^\"' >]", html
    )
    assert "sourceMappingURL" not in html
    assert not re.findall(r"url\((?!['\"]?(?:#|data:))", parts.leaflet_style() + parts.style())
    style = html[html.index("<style>") : html.index("</style>")]
    assert "@import" not in style


def test_the_policy_allows_exactly_the_script_of_the_document() -> None:
    html = render(tiny.tiny_map())
    script = re.search(r"<script>(.*)</script>", html, re.DOTALL)
    assert script is not None
    digest = base64.b64encode(hashlib.sha256(script[1].encode()).digest()).decode()
    assert f"script-src &#39;sha256-{digest}&#39;" in html or f"'sha256-{digest}'" in html


def test_text_is_never_read_as_markup_or_template() -> None:
    ground = tiny.ground()
    ground["note"] = "</script><script>alert(1)</script>{{ 7 * 7 }}{% raw %}"
    html = render(tiny.tiny_map(ground=ground))
    assert "<script>alert(1)" not in html
    held = re.search(r'id="campaign-data">(.*?)</script>', html, re.DOTALL)
    assert held is not None
    assert ground["note"][0] in json.loads(held[1])["ground"]["note"][0]


def test_another_folium_element_can_be_added() -> None:
    page = tiny.tiny_map()
    folium.Circle([45, 125], radius=1000).add_to(page)
    html = render(page)
    assert "L.circle(" in html
    assert "var map_campaign = window.campaign.map" in html
    assert "Content-Security-Policy" not in html


def test_the_relief_is_inlined_when_there_is_one(tmp_path: Path) -> None:
    image = tmp_path / "base" / "relief.webp"
    image.parent.mkdir()
    image.write_bytes(b"RIFF0000WEBP")
    bounds = {"west": 105, "south": 36, "east": 162, "north": 57}
    image.with_suffix(".json").write_text(json.dumps(bounds))
    html = render(tiny.tiny_map(folder=tmp_path))
    assert 'data-relief="data:image/webp;base64,UklGRjAwMDBXRUJQ"' in html
    assert '"shaded":[36.0,105.0,57.0,162.0]' in html
    assert "data-relief=" not in render(tiny.tiny_map(folder=tmp_path / "none"))


def test_the_legend_names_every_status() -> None:
    html = render(tiny.tiny_map())
    legend = html[html.index('id="legend"') : html.index('id="details"')]
    for status in LOOKS:
        assert f'data-status="{status}"' in legend
        assert words()["status"][status] in legend


def test_every_pattern_that_a_rule_names_is_defined() -> None:
    rules = stylesheet.rules() + parts.style()
    named = set(re.findall(r"url\(\"?#(pattern-[\w-]+)\"?\)", rules))
    assert named == set(re.findall(r'id="(pattern-[\w-]+)"', stylesheet.patterns()))


@pytest.mark.parametrize("language", languages())
def test_every_language_has_the_same_words(language: str) -> None:
    def names(table: dict) -> set[str]:
        return {f"{part}.{name}" for part, entries in table.items() for name in entries}

    assert names(words(language)) == names(words("en"))


def test_an_unknown_language_is_answered_with_those_there_are() -> None:
    with pytest.raises(CampaignError, match=r"choose from .*en"):
        words("xx")


def test_files_stay_short_and_every_style_sheet_is_used() -> None:
    folder = Path(parts.__file__).parent
    assert {path.stem for path in (folder / "assets").glob("*.css")} == set(parts.STYLES)
    modules = [p for p in (folder / "script").rglob("*.js") if "node_modules" not in p.parts]
    others = [path for path in (folder / "assets").iterdir() if path.name != "page.js"]
    assert all(len(path.read_text().splitlines()) < 300 for path in modules + others)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("json", None),
        ("json", b""),
        ("json", b'{"west": 104.0}'),
        ("json", b'{"west": null, "south": 34.0, "east": 162.0, "north": 57.5}'),
        ("json", b'{"west": NaN, "south": 34.0, "east": 162.0, "north": 57.5}'),
        ("json", b'{"west": 34.0, "south": 104.0, "east": 57.5, "north": 162.0}'),
        ("webp", b""),
        ("webp", b"version https://git-lfs.github.com/spec/v1"),
    ],
)
def test_a_relief_that_is_none_is_told_with_its_remedy(tmp_path, name, content) -> None:
    for ending in ("json", "webp"):
        shutil.copy(files.data_folder() / "base" / f"relief.{ending}", tmp_path)
    assert Relief.read(tmp_path / "relief.webp").bounds.west == 104
    spoilt = tmp_path / f"relief.{name}"
    spoilt.unlink()
    if content is not None:
        spoilt.write_bytes(content)
    with pytest.raises(CampaignError, match=rf"^relief\.{name} .*: run campaign build\.$"):
        Relief.read(tmp_path / "relief.webp")
