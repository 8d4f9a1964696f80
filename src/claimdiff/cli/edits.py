"""``claimdiff history``: how an account was edited, along the git history of its file."""

from typing import Annotated

import typer

from claimdiff.cli.options import EventOption, OutputOption
from claimdiff.cli.output import Colour


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(history)


def history(
    name: Annotated[str, typer.Argument(metavar="ACCOUNT", help="A name of the default event, or EVENT/ACCOUNT.")],
    event: EventOption = None,
    output_format: Annotated[
        str, typer.Option("--format", "-f", help="text, markdown, html or json.", show_default="text")
    ] = "text",
    output: OutputOption = None,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, help="At most so many versions, the newest.")] = 100,
    colour: Annotated[Colour, typer.Option("--color", help="When to write colours.")] = Colour.AUTO,
) -> None:
    """Show what was added, dropped and reworded in an account, version by version; git is only read."""
    from claimdiff.accounts.names import unknown_name
    from claimdiff.cli.revising import emit_steps, revision_format
    from claimdiff.cli.selection import default_event, load_named_event, need_project
    from claimdiff.cli.versions import steps, versions

    name_of_format = revision_format(output_format)
    project = need_project()
    folder, _, key = name.rpartition("/")
    chosen = default_event(project, folder or event)
    of = load_named_event(project, chosen)
    if key not in [account.key for account in of.accounts]:
        raise unknown_name("account", key, [account.key for account in of.accounts], place=f"event {chosen}")
    found = steps(of, versions(project.data / chosen / f"{key}.yaml", limit), project)
    emit_steps(found, name_of_format, output, colour, title=f"{chosen}/{key}: what was edited")
