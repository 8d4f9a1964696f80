"""``claimdiff init``: a project ready to work in."""

from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from claimdiff.cli.output import say


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(init)


def init(
    folder: Annotated[Path, typer.Argument(metavar="[DIR]", help="The project's folder.")] = Path(),
    example: Annotated[
        bool, typer.Option("--example", help="With the event of the call of 18 March 2025 and its source.")
    ] = False,
) -> None:
    """Make a project: data/, seeds/, settings, a CI workflow, editor settings and the files' schema."""
    from claimdiff.cli.scaffold import make_project

    made = make_project(folder, example=example)
    tops = Counter(name.split("/")[0] for name in made)
    for top, number in tops.items():
        say(f"made {top}" if top in made else f"made {top}/ with {number} file{'s' if number != 1 else ''}")
    here = "" if folder == Path() else f"cd {folder} && "
    if example:
        say(f"Now: {here}claimdiff compare kremlin whitehouse")
    else:
        say(
            f"Now: {here}claimdiff new event my-event, or see it work first: claimdiff init --example in an empty folder"
        )
