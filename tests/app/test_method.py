"""The panel that says how we know."""

import re

import pytest

import campaign
from campaign import files
from campaign.app import method
from campaign.ground import accuracy

INTERVAL = r'class="interval" style="left: [\d.]+%; top: ([\d.]+)%; height: ([\d.]+)%'


@pytest.fixture(scope="module")
def atlas():
    return campaign.load()


@pytest.mark.parametrize("region", method.REGIONS)
def test_the_error_table_says_what_the_shipped_estimates_give(region):
    left_out = accuracy.read()
    shown = method.error_table(left_out, region)
    ours = accuracy.summary(left_out, region).loc[accuracy.OURS]
    assert shown.index[0] == "Kriging with axes and garrisons (this map)"
    assert shown["Mean error"].iloc[0] == f"{ours['mean']:.2f}"
    assert shown["80 % interval holds"].iloc[0] == f"{ours['holds']:.0%}"
    assert shown["80 % interval holds"].iloc[-1] == "–"
    assert len(shown) == 7


def test_the_picture_has_every_left_out_place(atlas):
    left_out = accuracy.read()
    drawn = method.picture(atlas, left_out)
    named = re.findall(r'class="dot" .*? title="(.*?) · ', drawn)
    assert len(named) == (left_out["method"] == accuracy.OURS).sum()
    assert "Hailar (town)" in named


def test_nothing_is_drawn_outside_the_picture(atlas):
    drawn = method.picture(atlas, accuracy.read())
    ends = [float(top) + float(height) for top, height in re.findall(INTERVAL, drawn)]
    assert len(ends) == len(re.findall('class="interval"', drawn))
    assert max(ends) <= 100 + 1e-9
    assert all(0 <= float(share) <= 100 for share in re.findall(r"(-?[\d.]+)%[;\"]", drawn))


def test_the_panel_shows_the_error_tables(atlas):
    shown = method.gather(atlas).errors
    for region in method.REGIONS:
        table = method.error_table(accuracy.read(), region)
        for name, *values in table.itertuples():
            row = f'<th scope="row">{name}</th>' + "".join(f"<td>{v}</td>" for v in values)
            assert row in shown


def test_missing_estimates_are_told_with_their_remedy(tmp_path):
    with pytest.raises(campaign.DataError, match=r"validation\.csv is missing.*campaign build"):
        accuracy.read(tmp_path)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x",
        "region,method,place,recorded,estimated\nmainland,TIN,hailar,1,2\n",
        "region,method,place,recorded,estimated,deviation\nmainland,TIN,hailar,soon,2,1\n",
    ],
    ids=["empty", "no-header", "column-missing", "no-number"],
)
def test_broken_estimates_are_told_with_their_remedy(tmp_path, text):
    (tmp_path / "validation.csv").write_text(text, encoding="utf-8")
    with pytest.raises(campaign.DataError, match=r"validation\.csv.*campaign build again"):
        accuracy.read(tmp_path)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda text: text[: len(text) // 2],
        lambda text: text.replace("mainland", "highland"),
        lambda text: text.replace(",1.", ",,", 1),
        lambda text: text.replace(",1.", ",nan", 1),
        lambda text: text.replace(",1.", ",1e9", 1),
        lambda text: text + text.splitlines()[-1] + "\n",
        lambda text: "".join(
            f"{line}\n" for line in text.splitlines() if accuracy.OURS not in line
        ),
    ],
    ids=["half", "another region", "a gap", "no number", "far off", "a row twice", "no method"],
)
def test_estimates_that_cannot_be_are_told_with_their_remedy(tmp_path, spoil):
    text = (files.data_folder() / "validation.csv").read_text(encoding="utf-8")
    (tmp_path / "validation.csv").write_text(spoil(text), encoding="utf-8")
    with pytest.raises(campaign.DataError, match=r"validation\.csv.*campaign build again"):
        accuracy.read(tmp_path)
