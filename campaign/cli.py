"""The ``campaign`` command: ask about a day, write the page, check the tables, build the layers."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from campaign import atlas, control, days, tables
from campaign.errors import CampaignError

__all__ = ["app"]

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

_ROWS = {
    "places": "places",
    "axes": "axes of advance",
    "events": "events",
    "hokkaido_plan": "rows of the Hokkaido plan",
    "communiques": "communiques",
    "railways": "railway points",
    "routes": "route points",
    "boundaries": "boundary points",
    "sources": "sources",
}


@app.callback()
def campaign() -> None:
    """Map the Soviet Far East campaign, 9 August - 5 September 1945."""


@app.command()
def check(
    folder: Annotated[
        Path | None,
        typer.Option("--tables", metavar="FOLDER", help="Check the tables in another folder."),
    ] = None,
) -> None:
    """Read every table and say what is wrong with it, and where."""
    found = tables.faults(folder)
    for fault in found:
        typer.echo(str(fault), err=True)
    if found:
        raise typer.Exit(1)
    read = tables.load(folder)
    counts = [f"{len(getattr(read, table))} {rows}" for table, rows in _ROWS.items()]
    typer.echo(f"Read {', '.join(counts[:-1])} and {counts[-1]}; nothing is wrong with them.")


@app.command()
def on(day: Annotated[str, typer.Argument(help="A day, for example 1945-08-18.")]) -> None:
    """Say who holds what on a day: every layer by area, every place that is no longer Japanese."""
    with _told():
        when = days.parse(day)
        campaign = atlas.load()
        typer.echo(days.in_words(when))
        typer.echo()
        area = campaign.area(when)
        for layer in area.index:
            shares = [f"{status} {_km2(area.at[layer, status])}" for status in area.columns
                      if area.at[layer, status] > 0]  # fmt: skip
            typer.echo(f"{layer:<18} {', '.join(shares)}")
        places = campaign.places.assign(status=control.status_on(campaign.places, when))
        for status in control.STATUSES[1:]:
            there = places[places["status"] == status]
            doubt = there["basis"].map({"inferred": " (inferred)"}).fillna("")
            names = sorted(set(there["name_en"] + doubt))
            if names:
                typer.echo(f"\n{status}: {'; '.join(names)}")


@app.command()
def page(
    out: Annotated[Path, typer.Argument(help="The HTML file to write.")],
    language: Annotated[str, typer.Option(help="Language of the interface.")] = "en",
) -> None:
    """Write the whole map as one HTML file that needs no network."""
    from campaign.page import render

    with _told():
        document = render(atlas.load().page(language))
        if not out.parent.is_dir():
            raise CampaignError(f"There is no folder {out.parent}: make it first.")
        draft = out.with_name(out.name + ".tmp")
        draft.write_text(document, encoding="utf-8")
        draft.replace(out)
    typer.echo(f"Wrote {out} ({out.stat().st_size / 1e6:.1f} MB).")


@app.command()
def build(
    folder: Annotated[
        Path | None,
        typer.Option("--geodata", metavar="FOLDER", help="Build another geodata folder."),
    ] = None,
) -> None:
    """Remake every layer from the tables and the shoreline; takes under two minutes."""
    with _told():
        # what only the build needs is an optional dependency
        try:
            from campaign.build.everything import STEPS
            from campaign.build.everything import build as make
        except ImportError as missing:
            raise CampaignError(
                f"Building needs {missing.name}: run pip install '.[build]' first."
            ) from missing
        done: list[str] = []

        def progress(step: str) -> None:
            done.append(step)
            typer.echo(f"[{len(done)}/{len(STEPS)}] {step}", err=True)

        make(folder or tables.data_folder(), progress)
    typer.echo("Built every layer.")


@contextmanager
def _told() -> Iterator[None]:
    """End with a sentence instead of a traceback when something is wrong with what was asked."""
    try:
        yield
    except CampaignError as fault:
        typer.echo(str(fault), err=True)
        sys.exit(1)


def _km2(area: float) -> str:
    return f"{area:,.0f} km²" if area >= 10 else f"{area:.1f} km²"
