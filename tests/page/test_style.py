"""The style sheets measure by scales: one table of colours, one of levels, few sizes of window."""

import re
import tomllib
from pathlib import Path

import pytest

import campaign
from campaign.page import parts, scales, stylesheet
from campaign.palette import COLOURS

ROOMS = Path(campaign.__file__).parent
SHEETS = {
    path.relative_to(ROOMS).as_posix(): re.sub(r"/\*.*?\*/", "", path.read_text(), flags=re.DOTALL)
    for path in sorted(ROOMS.glob("*/assets/*.css"))
}
OF_THE_PAGE = {name: sheet for name, sheet in SHEETS.items() if name.startswith("page/")}
COLOUR = re.compile(
    r"(?:#|%23)(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})\b(?![-\w])"
    r"|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\("
    r"|\b(?:white|black|gr[ae]y|red|green|blue|yellow|orange|purple|brown|pink|silver)\b(?!-)",
    re.IGNORECASE,
)


def declarations(sheet: str) -> list[str]:
    """What stands between the braces, one property each, without the names of properties."""
    blocks = re.findall(r"\{([^{}]*)\}", sheet)
    return [line.partition(":")[2] for block in blocks for line in block.split(";")]


def literal_colours(sheet: str) -> list[str]:
    values = [re.sub(r"var\([^()]*\)|url\(\"#[^()]*\)", "", value) for value in declarations(sheet)]
    return [value.strip() for value in values if COLOUR.search(value)]


@pytest.mark.parametrize(
    "value",
    ["#fff", "1px solid #8D8778", "rgb(30 30 30 / 18%)", "white", "hsl(0 0% 0%)",
     "url(\"data:image/svg+xml,%3Csvg stroke='%231f1d1a'\")"],
)  # fmt: skip
def test_a_literal_colour_is_found(value: str) -> None:
    assert literal_colours(f"a {{ margin: 0; color: {value}; }}") == [value]


@pytest.mark.parametrize("name", SHEETS)
def test_no_style_sheet_has_a_colour_of_its_own(name: str) -> None:
    assert SHEETS[name]
    assert literal_colours(SHEETS[name]) == []


def test_the_templates_leave_colours_to_the_style_sheets() -> None:
    shell = (ROOMS / "page/assets/shell.html").read_text()
    assert re.findall(r'(?:fill|stroke|color)="(?!none|currentColor)[^"]*"', shell) == []


def test_the_theme_of_the_app_has_the_colours_of_the_table() -> None:
    theme = tomllib.loads((ROOMS.parent / ".streamlit/config.toml").read_text())["theme"]
    colours = {value for key, value in theme.items() if key.endswith("Color")}
    assert colours
    assert colours <= set(COLOURS.values())


def test_the_headings_of_the_app_share_the_font_of_its_theme() -> None:
    theme = tomllib.loads((ROOMS.parent / ".streamlit/config.toml").read_text())["theme"]
    assert f"font-family: {theme['headingFont']};" in SHEETS["app/assets/style.css"]


def test_every_colour_stands_once_in_the_table_and_is_used() -> None:
    values = [value.lower() for value in COLOURS.values()]
    assert sorted(values) == sorted(set(values))
    used = set(re.findall(r"var\(--([\w-]+)\)", "".join(SHEETS.values())))
    patterns = stylesheet.patterns()
    assert {name for name in COLOURS if name not in used and COLOURS[name] not in patterns} == set()


@pytest.mark.parametrize("name", SHEETS)
def test_every_name_that_a_style_sheet_uses_is_given(name: str) -> None:
    """A misspelt one would leave out its rule without a word."""
    given = stylesheet.rules() + "".join(SHEETS.values())
    elsewhere = {"share", "covered-top"} if name in OF_THE_PAGE else {"bar", "day", "mark", "shown"}
    named = set(re.findall(r"var\(--([\w-]+)", SHEETS[name]))
    assert named - elsewhere <= set(re.findall(r"--([\w-]+):", given))


@pytest.mark.parametrize("name", SHEETS)
def test_what_lies_over_what_is_named(name: str) -> None:
    levels = re.findall(r"z-index:\s*([^;}]+)", SHEETS[name])
    assert set(levels) <= {f"var(--level-{level})" for level in scales.LEVELS}


def test_every_level_is_used() -> None:
    used = set(re.findall(r"var\(--level-(\w+)\)", parts.style()))
    assert used == set(scales.LEVELS)


def sizes(sheet: str, side: str) -> set[int]:
    """The widest or highest windows of which the queries of a style sheet speak."""
    asked = re.findall(rf"\((min|max)-{side}: (\d+)px\)", "".join(re.findall("@media.*", sheet)))
    return {int(px) - (bound == "min") for bound, px in asked}


def test_windows_are_told_apart_at_few_sizes() -> None:
    for side, scale in (("width", scales.WIDTHS), ("height", scales.HEIGHTS)):
        asked = set().union(*(sizes(sheet, side) for sheet in OF_THE_PAGE.values()))
        assert asked == set(scale.values())


def test_no_query_asks_for_a_size_in_another_way() -> None:
    for sheet in OF_THE_PAGE.values():
        for query in re.findall("@media.*", sheet):
            known = r"\((?:min|max)-(?:width|height): \d+px\)"
            assert not re.search(r"width|height|\d", re.sub(known, "", query)), query
