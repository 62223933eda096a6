"""The ``campaign`` command."""

from pathlib import Path
from typing import Annotated

import typer

from campaign import tables

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
