"""The script: its modules pass types, linter and their own tests, and the bundle is theirs."""

import json
import os
import subprocess
from pathlib import Path

import filelock
import numpy as np
import pytest
import shapely
from programs import program

from campaign.facts import matching, tables
from campaign.page import findable, parts
from campaign.page.coordinates import encode

SCRIPT = Path(parts.__file__).with_name("script")
ROOMS = ("base", "state", "map", "panels", "input", "main.js")
"""From bottom to top; a module imports from its own room and those before it."""
LINTER_RULES = Path(__file__).with_name("oxlint.json")
NODE_TESTS = Path(__file__).with_name("script")


@pytest.fixture(scope="session")
def tools(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the script's tools, in the versions that its package.json pins."""
    npm = program("npm", remedy="install Node.js to prove the page's script")
    lock = tmp_path_factory.getbasetemp().parent / "npm-install.lock"
    asked, had = SCRIPT / "package.json", SCRIPT / "node_modules" / ".package-lock.json"
    with filelock.FileLock(lock):  # the workers of one run share the folder
        if not had.exists() or had.stat().st_mtime < asked.stat().st_mtime:
            installed = run(npm, "install", "--no-audit", "--no-fund")
            assert installed.returncode == 0, installed.stdout + installed.stderr
            had.touch()
    return SCRIPT / "node_modules" / ".bin"


def run(*command: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a program among the modules."""
    return subprocess.run(
        command,
        cwd=SCRIPT,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def bundle(folder: Path) -> Path:
    """Bundle the modules into a folder, as ``npm run bundle`` does, with what it says of them."""
    made = folder / "page.js"
    npm = program("npm", remedy="install Node.js to prove the page's script")
    options = (f"--outfile={made}", f"--metafile={folder / 'meta.json'}")
    bundled = run(npm, "run", "--silent", "bundle", "--", *options)
    assert bundled.returncode == 0, bundled.stdout + bundled.stderr
    return made


def modules() -> set[str]:
    """Every module there is, by its path from the folder of the script."""
    files = [
        SCRIPT / "main.js",
        *(path for room in ROOMS for path in (SCRIPT / room).rglob("*.js")),
    ]
    return {path.relative_to(SCRIPT).as_posix() for path in files}


@pytest.mark.usefixtures("tools")
def test_the_bundle_is_what_the_modules_give(tmp_path: Path) -> None:
    assert bundle(tmp_path).read_text(encoding="utf-8") == parts.script(), "run npm run bundle"


@pytest.mark.usefixtures("tools")
def test_the_rooms_import_only_downwards_and_every_module_is_used(tmp_path: Path) -> None:
    bundle(tmp_path)
    told = json.loads((tmp_path / "meta.json").read_text(encoding="utf-8"))["inputs"]
    assert set(told) == modules()
    upwards = [
        f"{name} imports {used['path']}"
        for name, known in told.items()
        for used in known["imports"]
        if ROOMS.index(used["path"].split("/")[0]) > ROOMS.index(name.split("/")[0])
    ]
    assert upwards == []


def test_the_types_fit(tools: Path) -> None:
    checked = run(tools / "tsc", "--project", ".")
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_the_modules_have_no_fault_and_no_circle_that_a_linter_can_see(tools: Path) -> None:
    folders = [path for path in SCRIPT.iterdir() if path.name in ROOMS]
    linted = run(tools / "oxlint", "--config", LINTER_RULES, *folders, NODE_TESTS)
    assert linted.returncode == 0, linted.stdout + linted.stderr


def shapes() -> list[dict[str, object]]:
    """Shapes of each number of decimals, as points and as Python writes them."""
    random = np.random.default_rng(1945)
    found = []
    for decimals in (3, 4, 5):
        middles = random.uniform((110, 40), (150, 55), (20, 2))
        polygons = [
            shapely.MultiPolygon([shapely.Point(x + n, y).buffer(0.4) for n in range(1 + row % 3)])
            for row, (x, y) in enumerate(middles)
        ]
        lines = [shapely.LineString(random.uniform((110, 40), (150, 55), (30, 2)))]
        for geometries in (polygons, lines):
            found.append(
                {
                    "decimals": decimals,
                    "text": encode(geometries, decimals),
                    "points": [points(geometry) for geometry in geometries],
                }
            )
    return found


def points(geometry: shapely.Geometry) -> list[list[list[list[float]]]]:
    """Parts, rings and points of a shape, latitude first, no ring closed."""
    if isinstance(geometry, shapely.LineString):
        return [[[[y, x] for x, y in geometry.coords]]]
    return [[[[y, x] for x, y in part.exterior.coords[:-1]]] for part in geometry.geoms]


def searched() -> dict[str, object]:
    """Names and what is typed for them, with how well they fit in Python."""
    known = tables.load()
    names = [
        [place.name_en, place.name_modern, place.name_ja, place.name_ru, place.name_zh]
        for place in known.places
    ]
    names += [list(row.names) for row in (*known.aliases, *known.regions, *known.units)]
    listed = Path(__file__).parents[1].joinpath("searches.json").read_text(encoding="utf-8")
    typed = [case[0] for cases in json.loads(listed).values() for case in cases]
    fits = [[matching.fit(own, matching.sought(text)) for own in names] for text in typed]
    letters = findable.letters(name for own in names for name in own)
    return {"letters": letters, "names": names, "typed": typed, "fits": fits}


def test_the_pure_modules_pass_their_own_tests(tmp_path: Path) -> None:
    node = program("node", remedy="install Node.js to prove the page's script")
    written = tmp_path / "shapes.json"
    written.write_text(json.dumps(shapes()), encoding="utf-8")
    names = tmp_path / "names.json"
    names.write_text(json.dumps(searched()), encoding="utf-8")
    tests = sorted(NODE_TESTS.glob("*.test.mjs"))
    assert tests
    tested = run(node, "--test", *tests, CAMPAIGN_SHAPES=str(written), CAMPAIGN_NAMES=str(names))
    assert tested.returncode == 0, tested.stdout + tested.stderr
