"""``claimdiff list``: what the project holds."""

import sys
from typing import Annotated

import typer

from claimdiff.cli.output import Colour, columns, emit, wants_colour


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("list")(list_events_of_project)


def list_events_of_project(
    colour: Annotated[Colour, typer.Option("--color", help="When to write colours.")] = Colour.AUTO,
) -> None:
    """List the events with their accounts, what is decided and what is reviewed."""
    from claimdiff.accounts.load import read_event_folder
    from claimdiff.accounts.project import list_events
    from claimdiff.cli.selection import need_project
    from claimdiff.report.listing import EventLine, event_line, render_list

    project = need_project()
    lines = []
    for name in list_events(project):
        found = read_event_folder(project.data / name, project=project)
        if found.event is None or found.diagnostics:
            number = len(found.diagnostics)
            fault = f"{number} fault{'s' if number != 1 else ''} in its files: claimdiff check {name}"
            lines.append(EventLine(key=name, fault=fault))
        else:
            lines.append(event_line(found.event))
    text = render_list(
        lines, default=project.config.event, width=columns(sys.stdout), colour=wants_colour(colour, sys.stdout)
    )
    emit(text)
