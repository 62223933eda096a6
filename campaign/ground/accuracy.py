"""How far the estimated days can be trusted: estimates of left-out places, summed up.

``geodata/validation.csv`` holds one row per dated place and method: the day on record and the
day that the method gives when this place is left out. The build makes it; here it is read
and scored, without any of the libraries that the build needs.
"""

from pathlib import Path

import numpy as np
import pandas as pd

from campaign import files
from campaign.errors import DataError

__all__ = ["COLUMNS", "EIGHTY_PERCENT", "OURS", "as_table", "read", "summary"]

EIGHTY_PERCENT = 1.2816
"""Standard deviations that an 80 % interval of a normal distribution extends to each side."""

OURS = "kriging with axes and garrisons"
"""The method that the map is drawn by."""

COLUMNS = (
    "region", "method", "place", "came_by", "recorded", "estimated", "deviation", "ever_held",
)  # fmt: skip
"""Region, method, place's id, whether a column or a garrison came; days since the start of
9 August; standard deviation in days, empty where a method gives none; and, of the method that
the map is drawn by, whether the map would ever call the place Soviet-held without its row."""

_REGIONS = ("mainland", "sakhalin")

_LONGEST = 366
"""No day, nor how sure one is, lies further off than this."""

_TYPES = {column: str if column in COLUMNS[:4] else float for column in COLUMNS[:-1]} | {
    "ever_held": "boolean"
}

_HEAD = (
    "method",
    "mean error, days",
    "median",
    "within 1 day",
    "within 2 days",
    "bias",
    "80 % interval holds",
)


def read(folder: Path | None = None) -> pd.DataFrame:
    """Read the estimates of left-out places.

    Parameters
    ----------
    folder
        A ``geodata`` folder; the project's own by default.

    Raises
    ------
    DataError
        When the file is missing or cannot be used; the message says what to do.
    """
    path = (folder or files.data_folder()) / "validation.csv"
    if not path.is_file():
        raise DataError(f"{path.name} is missing from {path.parent.name}/: run campaign build.")
    try:
        left_out = pd.read_csv(path, dtype=_TYPES, usecols=COLUMNS)
    except (ValueError, OSError) as fault:
        raise DataError(
            f"{path.name} cannot be read, or has not the columns or numbers it should: "
            "run campaign build again."
        ) from fault
    if lacking := _fault(left_out):
        raise DataError(f"{path.name} {lacking}: run campaign build again.")
    return left_out


def _fault(left_out: pd.DataFrame) -> str | None:
    """Say what the estimates lack, if they lack anything."""
    given = left_out.drop(columns=["deviation", "ever_held"])
    numbers = left_out[["recorded", "estimated", "deviation"]].abs()
    if given.isna().to_numpy().any() or (numbers > _LONGEST).to_numpy().any():
        return "has cells without a word or a day of the campaign"
    if left_out.duplicated(["region", "method", "place"]).any():
        return "has an estimate more than once"
    for region in _REGIONS:
        places = left_out[left_out["region"] == region].groupby("method")["place"].count()
        if OURS not in places.index or places.nunique() != 1:
            return f"has not every estimate of the {region}"
    return None


def summary(left_out: pd.DataFrame, region: str) -> pd.DataFrame:
    """Score every method over one region.

    Parameters
    ----------
    left_out
        Rows of :data:`COLUMNS`.
    region
        ``mainland`` or ``sakhalin``.

    Returns
    -------
    One row per method in the order of the file, with ``places``, ``mean``, ``median``,
    ``within_1``, ``within_2``, ``bias`` (estimated minus recorded) and ``holds``, the share of
    recorded days inside the 80 % interval (NaN for methods without one).
    """
    own = left_out[left_out["region"] == region]
    return pd.DataFrame.from_dict(
        {method: _score(rows) for method, rows in own.groupby("method", sort=False)},
        orient="index",
    )


def _score(rows: pd.DataFrame) -> dict[str, float]:
    error = rows["estimated"] - rows["recorded"]
    size = error.abs()
    covered = (size <= EIGHTY_PERCENT * rows["deviation"]).mean()
    return {
        "places": len(rows),
        "mean": size.mean(),
        "median": size.median(),
        "within_1": (size <= 1).mean(),
        "within_2": (size <= 2).mean(),
        "bias": error.mean(),
        "holds": np.nan if rows["deviation"].isna().any() else covered,
    }


def as_table(scores: pd.DataFrame) -> str:
    """A summary as a Markdown table.

    Parameters
    ----------
    scores
        Result of :func:`summary`.
    """
    rows = [list(_HEAD), ["---", *["---:"] * (len(_HEAD) - 1)]]
    for method, row in scores.iterrows():
        rows.append(
            [
                str(method),
                f"{row['mean']:.2f}",
                f"{row['median']:.2f}",
                f"{row['within_1']:.0%}",
                f"{row['within_2']:.0%}",
                f"{row['bias']:+.2f}",
                "-" if np.isnan(row["holds"]) else f"{row['holds']:.0%}",
            ]
        )
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)
