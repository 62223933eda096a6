"""The script as Streamlit runs it, without a browser."""

import ast
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

import campaign

PROJECT = Path(__file__).parents[2]
SCRIPT = PROJECT / "streamlit_app.py"


@pytest.fixture
def spoilt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the data for a test to spoil, of which the app remembers nothing."""
    folder = shutil.copytree(PROJECT / "geodata", tmp_path / "geodata")
    monkeypatch.setattr(campaign.files, "data_folder", lambda: folder)
    st.cache_resource.clear()
    yield folder
    st.cache_resource.clear()


def run(**query: str) -> AppTest:
    app = AppTest.from_file(str(SCRIPT), default_timeout=60)
    for name, value in query.items():
        app.query_params[name] = value
    return app.run()


def headings(app: AppTest) -> list[str]:
    return [
        text for html in app.get("html") for text in re.findall("<h2>(.*)</h2>", html.proto.body)
    ]


def test_the_panels_follow_the_link() -> None:
    app = run(day="1945-08-18", view="shimushu")
    assert not app.exception
    assert headings(app)[:2] == [
        "What happened on Saturday 18 August 1945",
        "Ground held, 18 August",
    ]


def test_a_wrong_link_falls_back_to_the_first_day() -> None:
    app = run(day="1999-01-01", view="moon")
    assert not app.exception
    assert "Thursday 9 August 1945" in headings(app)[0]


def test_places_are_filtered_by_name() -> None:
    app = run(day="1945-08-18")
    app.text_input[0].input("nowhere *at* all").run()
    assert any(
        "No place has a name with “nowhere *at* all” in it." in html.proto.body
        for html in app.get("html")
    )


def test_a_missing_file_is_said_in_one_sentence(spoilt: Path, subtests: pytest.Subtests) -> None:
    for name in ("shimushu.geojson", "fronts.geojson", "places.geojson", "base/land.geojson",
                 "validation.csv"):  # fmt: skip
        with subtests.test(name):
            missing = spoilt / name
            whole = missing.read_bytes()
            missing.unlink()
            st.cache_resource.clear()
            app = run()
            missing.write_bytes(whole)
            assert not app.exception
            assert not app.header
            assert [error.value.replace("\\", "") for error in app.error] == [
                f"{missing.name} is missing from {missing.parent.name}/: run campaign build."
            ]


def test_a_broken_layer_and_a_faulty_table_are_said_too(spoilt: Path) -> None:
    layer = spoilt / "kurils.geojson"
    whole = layer.read_bytes()
    layer.write_bytes(whole[:500])
    assert "kurils.geojson is not readable" in run().error[0].value.replace("\\", "")
    # mended, it is read at the next visit
    layer.write_bytes(whole)
    assert not run().error
    st.cache_resource.clear()
    (spoilt / "tables" / "events.csv").unlink()
    assert "events.csv" in run().error[0].value.replace("\\", "")


def test_the_script_is_short() -> None:
    assert len(SCRIPT.read_text(encoding="utf-8").splitlines()) < 120


def test_no_telemetry_and_no_prompt() -> None:
    options = tomllib.loads((PROJECT / ".streamlit/config.toml").read_text(encoding="utf-8"))
    assert options["browser"]["gatherUsageStats"] is False
    assert options["server"]["showEmailPrompt"] is False


def test_requirements_pin_exactly_what_the_app_imports() -> None:
    lines = (PROJECT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    pins = dict(line.split("==") for line in lines if line and not line.startswith("#"))
    imported = set()
    for path in [SCRIPT, *(PROJECT / "campaign").rglob("*.py")]:
        parts = path.relative_to(PROJECT).parts
        if parts[1:2] in (("estimate",), ("cli.py",)):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                imported |= {name.name.split(".")[0] for name in node.names}
            elif isinstance(node, ast.ImportFrom) and node.level == 0:
                imported.add(str(node.module).split(".")[0])
    foreign = imported - set(sys.stdlib_module_names) - {"campaign"}
    # geopandas reads files with this one by its name
    named = {name.lower().replace("-", "_") for name in pins} - {"pyogrio"}
    assert {name.replace("xstatic_leaflet", "xstatic") for name in named} == foreign


def test_the_running_app_never_imports_the_builders() -> None:
    script = (
        "import sys, campaign\n"
        "from campaign.app import component, happened, held, link, places, sources, wording\n"
        "campaign.load().page()\n"
        "builders = ("
        "'campaign.estimate', 'sklearn', 'scipy', 'contourpy', 'mpl_toolkits', 'matplotlib')\n"
        "print([name for name in sys.modules if name.startswith(builders)])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=PROJECT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
