"""``claimdiff site``: events as a small static site."""

from pathlib import Path
from typing import Annotated

import typer

from claimdiff.cli.errors import CannotGoOn
from claimdiff.cli.output import say


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(site)


def site(
    events: Annotated[
        list[str] | None, typer.Argument(metavar="[EVENTS ...]", help="Events of the project. None: all.")
    ] = None,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="DIR", help="The folder to write to.")] = Path(
        "site"
    ),
    force: Annotated[bool, typer.Option("--force", help="Build every page again.")] = False,
) -> None:
    """Write events as a static site that works from a folder; only what changed is built again."""
    from claimdiff.accounts.names import unknown_name
    from claimdiff.accounts.project import list_events
    from claimdiff.cli.selection import need_project
    from claimdiff.cli.site_build import build

    project = need_project()
    known = list_events(project)
    for name in events or ():
        if name not in known:
            raise unknown_name("event", name, known)
    if not known:
        raise CannotGoOn("the project has no event")
    built = build(project, tuple(dict.fromkeys(events or known)), output, force=force)
    say(
        f"{output / 'index.html'}: {_counted(built.events, 'event')}, {built.made} of them built; "
        f"{_counted(built.written, 'file')} written, {built.removed} removed"
    )


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
