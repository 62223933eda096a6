"""The tables of ``geodata/tables``, read and cross-checked: every fact the project has.

Nothing here stops at the first fault: :func:`faults` lists them all, :func:`load` gives
records only when there are none.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from campaign import files
from campaign.errors import DataError
from campaign.facts import rules
from campaign.facts.faults import Fault, gathered
from campaign.facts.records import (
    KINDS,
    Alias,
    Axis,
    Bound,
    BoundaryPoint,
    Chapter,
    Communique,
    Event,
    Island,
    Label,
    Lake,
    Place,
    PlanStep,
    RailStation,
    Record,
    Region,
    RoutePoint,
    Source,
    Unit,
)
from campaign.facts.sheets import Sheet, read

__all__ = ["Tables", "faults", "load"]

R = TypeVar("R", bound=Record)

_SHOWN = 3


@dataclass(frozen=True, repr=False)
class Tables:
    """All rows of all tables, in the order of the files."""

    places: tuple[Place, ...]
    bounds: tuple[Bound, ...]
    islands: tuple[Island, ...]
    axes: tuple[Axis, ...]
    events: tuple[Event, ...]
    hokkaido_plan: tuple[PlanStep, ...]
    communiques: tuple[Communique, ...]
    railways: tuple[RailStation, ...]
    routes: tuple[RoutePoint, ...]
    sources: tuple[Source, ...]
    boundaries: tuple[BoundaryPoint, ...]
    lakes: tuple[Lake, ...]
    labels: tuple[Label, ...]
    regions: tuple[Region, ...]
    aliases: tuple[Alias, ...]
    units: tuple[Unit, ...]
    story: tuple[Chapter, ...]

    def __repr__(self) -> str:
        counts = (f"{len(getattr(self, table))} {kind.plural}" for table, kind in KINDS.items())
        return f"<Tables: {', '.join(counts)}>"

    @cached_property
    def _places(self) -> dict[str, Place]:
        return {place.id: place for place in self.places}

    @cached_property
    def _axes(self) -> dict[str, Axis]:
        return {axis.id: axis for axis in self.axes}

    @cached_property
    def _islands(self) -> dict[str, Island]:
        return {island.id: island for island in self.islands}

    @cached_property
    def _sources(self) -> dict[str, Source]:
        return {source.key: source for source in self.sources}

    @cached_property
    def aliases_by_name(self) -> Mapping[str, tuple[str, ...]]:
        """Further names of places, labels and regions, by id, word or view."""
        found: dict[str, tuple[str, ...]] = {}
        for alias in self.aliases:
            for of in alias.of:
                found[of] = found.get(of, ()) + alias.names
        return MappingProxyType(found)

    def place(self, place_id: str) -> Place:
        """Return one place by its id."""
        return _found(self._places, place_id, "places.csv")

    def axis(self, axis_id: str) -> Axis:
        """Return one axis of advance by its id."""
        return _found(self._axes, axis_id, "axes.csv")

    def island_of(self, place: Place) -> Island | None:
        """Return the island a place lies on; None on the mainland."""
        if not isinstance(place, Place):
            raise DataError(f"'{place!s:.60}' is no row of places.csv: give one of tables.places.")
        return _found(self._islands, place.island, "islands.csv") if place.island else None

    @property
    def plan(self) -> Axis:
        """The course that was planned and never taken."""
        return next(axis for axis in self.axes if axis.kind == "plan")

    def source(self, key: str) -> Source:
        """Return one source by its key."""
        return _found(self._sources, key, "sources.csv")


def _found(rows: dict[str, R], name: str, file: str) -> R:
    if str(name) not in rows:
        raise DataError(f"There is no '{name!s:.60}' in {file}; the ids stand in its first column.")
    return rows[str(name)]


def faults(folder: Path | None = None) -> list[Fault]:
    """Read every table and list every fault, in the order of the tables and their lines.

    Parameters
    ----------
    folder
        Where the tables lie; the shipped tables if not given.
    """
    return _read(folder or files.data_folder() / "tables")[1]


def load(folder: Path | None = None) -> Tables:
    """Read and cross-check the tables.

    Parameters
    ----------
    folder
        Where the tables lie; the shipped tables if not given.

    Raises
    ------
    DataError
        When anything is wrong with them; the message gives the first faults.

    >>> load().place("hailar").date
    datetime.date(1945, 8, 10)
    """
    folder = folder or files.data_folder() / "tables"
    sheets, found = _read(folder)
    if found:
        first = " ".join(str(fault) for fault in found[:_SHOWN])
        rest = f" And {len(found) - _SHOWN} more." if len(found) > _SHOWN else ""
        raise DataError(
            f"The tables in {folder} cannot be used. {first}{rest} `campaign check` lists all."
        )
    rows: dict[str, Any] = {table: sheet.records for table, sheet in sheets.items()}
    return Tables(**rows)


def _read(folder: Path) -> tuple[dict[str, Sheet], list[Fault]]:
    if not folder.is_dir():
        text = "there is no such folder; give the one that holds places.csv"
        return {}, [Fault(str(folder), None, "", text)]
    if not files.is_open(folder):
        return {}, [Fault(str(folder), None, "", "the folder cannot be read; allow reading it")]
    sheets = {table: read(folder, table) for table in KINDS}
    found = [fault for sheet in sheets.values() for fault in sheet.faults]
    found += rules.broken(sheets)
    found = gathered(found, {f"{table}.csv": len(sheet.rows) for table, sheet in sheets.items()})
    order = [f"{table}.csv" for table in KINDS]
    return sheets, sorted(found, key=lambda fault: (order.index(fault.file), fault.line or 0))
