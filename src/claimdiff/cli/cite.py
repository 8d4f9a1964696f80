"""``claimdiff cite``: the sources of accounts for a reference manager."""

from typing import Annotated

import typer

from claimdiff.cli.options import EventOption, OutputOption
from claimdiff.cli.output import emit


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(cite)


def cite(
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="[ACCOUNT ...]", help="A name, EVENT/ACCOUNT, a path, or -. None: all of the event."),
    ] = None,
    event: EventOption = None,
    output: OutputOption = None,
) -> None:
    """Write the sources of accounts as CSL JSON, which Zotero imports."""
    from claimdiff.cli.selection import default_event, load_named_event, need_project, select
    from claimdiff.report.cite import render_csl

    if names:
        selection = select(names, event=event)
        found, accounts = selection.event, selection.accounts
    else:
        project = need_project()
        found = load_named_event(project, default_event(project, event))
        accounts = found.accounts
    emit(render_csl((found.key or None, account) for account in accounts), output)
