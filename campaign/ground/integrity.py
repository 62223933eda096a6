"""Whether the files of a folder come from one build, and from the tables that lie there now.

``datapackage.json`` is written by the build and holds the hash of every table that it read and
of every file that it made.
"""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from pydantic import BaseModel, ValidationError

from campaign import files
from campaign.errors import DataError, WriteError
from campaign.facts.records import KINDS
from campaign.ground import contract

__all__ = [
    "PACKAGE",
    "TABLES",
    "changed_layers",
    "check",
    "check_tables",
    "fingerprint",
    "settle",
    "version",
]

PACKAGE = "datapackage.json"
"""The file that describes all others."""

TABLES = tuple(f"tables/{name}.csv" for name in KINDS)
"""Every table, by its path in the folder."""

_LAYERS = tuple(f"{name}.geojson" for name in contract.KINDS)
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


class _Resource(BaseModel):
    """A file as the data package describes it."""

    path: str
    hash: str
    rows: int | None = None
    """Number of its features, where it is a layer."""


class _Package(BaseModel):
    resources: list[_Resource]


def fingerprint(content: bytes) -> str:
    r"""Hash of a text file, as a data package gives it.

    Git and spreadsheets may change how its lines end or mark its encoding: that is no edit.

    >>> fingerprint(b"id,date\r\n") == fingerprint(b"id,date\n")
    True
    """
    text = content.removeprefix(_BYTE_ORDER_MARK).replace(b"\r\n", b"\n")
    return f"sha256:{hashlib.sha256(text).hexdigest()}"


def settle(folder: Path) -> None:
    """Put the files in place that a build had ready when it was broken off.

    Parameters
    ----------
    folder
        A ``geodata`` folder.

    Raises
    ------
    DataError
        When that cannot be done.
    """
    try:
        files.finish_swap(folder)
    except WriteError as fault:
        raise DataError(
            f"The last build of {folder} was broken off, and its files cannot be put in place "
            f"now. {fault}"
        ) from fault


def version(folder: Path) -> str:
    """Short name of a state of the data: the first letters of the hash of their description."""
    return (_hash(folder / PACKAGE) or "unknown").removeprefix("sha256:")[:8]


def check(folder: Path) -> None:
    """Make sure that every file is the one that the last build wrote or read.

    Parameters
    ----------
    folder
        A ``geodata`` folder.

    Raises
    ------
    DataError
        When tables were edited and not built, or the files of two builds stand side by side.
    """
    known = _noted(folder)
    _check_tables(folder, known)
    made = dict.fromkeys((*_LAYERS, *(path for path in known if path not in TABLES)))
    for path in (folder / path for path in made):
        if files.is_open(path.parent) and not path.is_file():
            raise _missing(path)
    if changed := _changed(folder, made, known):
        raise DataError(
            f"{_listed(changed)} in {folder} {_is(changed)} not what the last build wrote, "
            "so the map would show two states of the data side by side: run campaign build."
        )


def changed_layers(folder: Path) -> dict[str, int | None]:
    """Name the layers that are not as they were built, and how many features each had then.

    Raises
    ------
    DataError
        When nothing says what was built.
    """
    known = _noted(folder)
    paths = [path for path in _LAYERS if path in known]
    return {
        path.removesuffix(".geojson"): known[path].rows
        for path in paths
        if _hash(folder / path) != known[path].hash
    }


def check_tables(folder: Path) -> None:
    """Make sure that the tables are those that the layers were built from.

    Parameters
    ----------
    folder
        A ``geodata`` folder.

    Raises
    ------
    DataError
        When tables were edited after the last build.
    """
    _check_tables(folder, _noted(folder))


def _check_tables(folder: Path, known: dict[str, _Resource]) -> None:
    if changed := _changed(folder, TABLES, known):
        raise DataError(
            f"{_listed(changed)} in {folder / 'tables'} {_was(changed)} edited after the last "
            "build, and the map does not show it yet: run campaign build."
        )


def _noted(folder: Path) -> dict[str, _Resource]:
    path = folder / PACKAGE
    try:
        package = _Package.model_validate_json(path.read_bytes())
    except FileNotFoundError as fault:
        raise _missing(path) from fault
    except (OSError, ValidationError) as fault:
        raise DataError(f"{path} cannot be read: run campaign build again.") from fault
    return {resource.path: resource for resource in package.resources}


def _missing(path: Path) -> DataError:
    return DataError(f"{path.name} is missing from {path.parent.name}/: run campaign build.")


def _changed(folder: Path, paths: Iterable[str], known: dict[str, _Resource]) -> list[str]:
    return [
        Path(path).name
        for path in paths
        if path not in known or _hash(folder / path) != known[path].hash
    ]


def _hash(path: Path) -> str | None:
    try:
        return fingerprint(path.read_bytes())
    except OSError:
        return None


def _listed(names: list[str]) -> str:
    if len(names) > 3:
        return f"{names[0]}, {names[1]} and {len(names) - 2} more"
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))


def _is(names: list[str]) -> str:
    return "is" if len(names) == 1 else "are"


def _was(names: list[str]) -> str:
    return "was" if len(names) == 1 else "were"
