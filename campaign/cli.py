"""The ``campaign`` command: ask about a day, write the page, check and build, compare."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from campaign import days, files, interface, shell
from campaign.errors import CampaignError
from campaign.facts import tables
from campaign.facts.records import KINDS
from campaign.ground import integrity
from campaign.statuses import DEFAULT, STATUSES

__all__ = ["app"]


class _Minded(TyperGroup):
    def main(self, *args: Any, **kwargs: Any) -> Any:
        with shell.minded():
            return super().main(*args, **kwargs)


app = typer.Typer(
    cls=_Minded,
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


@app.callback()
def campaign() -> None:
    """Map the Soviet Far East campaign, 9 August - 5 September 1945."""


@app.command(epilog="Example: campaign check --tables geodata/tables")
def check(
    folder: Annotated[
        Path | None,
        typer.Option("--tables", metavar="FOLDER", help="Check the tables in another folder."),
    ] = None,
    front: Annotated[
        bool, typer.Option("--front", help="Also measure the estimated front against the record.")
    ] = False,
) -> None:
    """Read every table and say what is wrong with it, and where."""
    found = tables.faults(folder)
    for fault in found:
        typer.echo(str(fault), err=True)
    if found:
        raise typer.Exit(1)
    read = tables.load(folder)
    counts = [f"{len(getattr(read, table))} {kind.plural}" for table, kind in KINDS.items()]
    typer.echo(f"Read {', '.join(counts[:-1])} and {counts[-1]}; nothing is wrong with them.")
    with _ending_in_a_sentence():
        _compare_with_build(folder)
    if front:
        _measure_front(folder)


def _compare_with_build(tables_folder: Path | None) -> None:
    """Say when the tables were edited after the layers were built, where there are layers."""
    beside = (tables_folder or files.data_folder() / "tables").resolve()
    is_built = beside.name == "tables" and (beside.parent / integrity.PACKAGE).is_file()
    if tables_folder is None or is_built:
        integrity.settle(beside.parent)
        integrity.check_tables(beside.parent)


def _measure_front(folder: Path | None) -> None:
    with _ending_in_a_sentence(), _build_tools():
        from campaign.estimate import region, validation

        facts = tables.load(folder)
        mainland = region.regions_of(region.limits_of(facts))
        regions = (region.mainland(facts, mainland), region.sakhalin(facts))
        for paragraph in validation.report(facts, regions, interface.load().ground):
            typer.echo(f"\n{paragraph}")


@app.command(epilog="Example: campaign on 1945-08-18")
def on(day: Annotated[str, typer.Argument(help="A day, for example 1945-08-18.")]) -> None:
    """Say who holds what on a day: every layer by area, every place that is no longer Japanese."""
    with _ending_in_a_sentence():
        when = days.parse(day)
        campaign = interface.load()
        typer.echo(days.in_words(when))
        typer.echo()
        area = campaign.area(when)
        for layer in area.index:
            shares = [f"{status} {_km2(area.at[layer, status])}" for status in area.columns
                      if area.at[layer, status] > 0]  # fmt: skip
            typer.echo(f"{layer:<18} {', '.join(shares)}")
        places = campaign.places.assign(status=campaign.place_status(when))
        for status in STATUSES:
            there = places[places["status"] == status]
            doubt = there["basis"].map({"inferred": " (inferred)"}).fillna("")
            names = sorted(set(there["name_en"] + doubt))
            if names and status != DEFAULT:
                typer.echo(f"\n{status}: {'; '.join(names)}")


@app.command(epilog="Example: campaign page lecture.html")
def page(
    out: Annotated[Path, typer.Argument(help="The HTML file to write.")],
    language: Annotated[str, typer.Option(help="Language of the interface.")] = "en",
) -> None:
    """Write the whole map as one HTML file that needs no network."""
    from campaign.page import render

    with _ending_in_a_sentence():
        files.check(out)
        files.replace(out, render(interface.load().page(language)).encode())
    typer.echo(f"Wrote {out} ({out.stat().st_size / 1e6:.1f} MB).")


@app.command(epilog="Example: campaign build --geodata geodata")
def build(
    folder: Annotated[
        Path | None,
        typer.Option("--geodata", metavar="FOLDER", help="Build another geodata folder."),
    ] = None,
) -> None:
    """Remake every layer from the tables and the shoreline; takes under two minutes."""
    with _ending_in_a_sentence():
        with _build_tools():
            from campaign.estimate.everything import STEPS
            from campaign.estimate.everything import build as make
        done: list[str] = []

        def progress(step: str) -> None:
            done.append(step)
            typer.echo(f"[{len(done)}/{len(STEPS)}] {step}", err=True)

        make(folder or files.data_folder(), progress)
    typer.echo("Built every layer.")


@app.command(epilog="Example: campaign diff geodata corrected --page difference.html")
def diff(
    old: Annotated[Path, typer.Argument(help="The data as they were: a geodata folder.")],
    new: Annotated[Path, typer.Argument(help="The data as they are to be.")],
    out: Annotated[
        Path | None,
        typer.Option("--page", metavar="FILE", help="Also write it as a page, with a map."),
    ] = None,
) -> None:
    """Say what changes between two states of the data: rows, ground, places, and the errors."""
    from campaign.diff import page as pages
    from campaign.diff import report, state, text

    with _ending_in_a_sentence():
        if out:
            files.check(out)
        folders = [files.data_folder_at(folder) for folder in (old, new)]
        found = report.report(*(state.read(folder) for folder in folders))
        typer.echo(text.as_text(found))
        if out:
            files.replace(out, pages.as_html(found).encode())
            typer.echo(f"\nWrote {out}.")


@contextmanager
def _ending_in_a_sentence() -> Iterator[None]:
    """End with a sentence instead of a traceback when something is wrong with what was asked."""
    try:
        yield
    except CampaignError as fault:
        typer.echo(str(fault), err=True)
        sys.exit(1)


@contextmanager
def _build_tools() -> Iterator[None]:
    """Say what to install when an optional dependency of the build is missing."""
    try:
        yield
    except ImportError as missing:
        raise CampaignError(
            f"This needs {missing.name}: run pip install '.[build]' first."
        ) from missing


def _km2(area: float) -> str:
    return f"{area:,.0f} km²" if area >= 10 else f"{area:.1f} km²"
