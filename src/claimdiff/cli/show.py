"""``claimdiff show``: one account in full."""

import sys
from typing import Annotated

import typer

from claimdiff.cli.options import EventOption
from claimdiff.cli.output import Colour, columns, emit, wants_colour


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(show)


def show(
    names: Annotated[list[str], typer.Argument(metavar="ACCOUNT ...", help="A name, EVENT/ACCOUNT, a path, or -.")],
    event: EventOption = None,
    colour: Annotated[Colour, typer.Option("--color", help="When to write colours.")] = Colour.AUTO,
) -> None:
    """Show accounts in full, with their quotes and sources."""
    from claimdiff.cli.selection import select
    from claimdiff.report.listing import render_account

    selection = select(names, event=event)
    width, styled = columns(sys.stdout), wants_colour(colour, sys.stdout)
    pages = [
        render_account(account, event=selection.event.key or None, width=width, colour=styled)
        for account in selection.accounts
    ]
    emit("\n".join(pages))
