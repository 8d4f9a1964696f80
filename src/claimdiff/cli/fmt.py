"""``claimdiff fmt``: lay the data files out in one stable way."""

from typing import Annotated

import typer

from claimdiff.cli.errors import CannotGoOn
from claimdiff.cli.output import emit, say


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(fmt)


def fmt(
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[FILE|FOLDER|EVENT ...]", help="What to lay out; else all the data.", show_default=False
        ),
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; exit with 1 where a file would change.")
    ] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Write nothing; print what would change.")] = False,
) -> None:
    """Lay data files out: keys in their order, one style for values, comments where they belong."""
    from claimdiff.accounts.write import write_atomic
    from claimdiff.cli.laying_out import difference, files, formatted

    changed = []
    found = files(names or [])
    for path, shown in found:
        before, after = formatted(path, shown)
        if after == before:
            continue
        changed.append(shown)
        if diff:
            emit(difference(before, after, shown))
        elif not check:
            write_atomic(path, after)
    verb = "would change" if check or diff else "changed"
    for shown in changed if not diff else ():
        say(f"{shown}: {verb}")
    say(f"{len(changed)} of {len(found)} file{'s' if len(found) != 1 else ''} {verb}")
    if not found:
        raise CannotGoOn("there is no data file to lay out")
    if changed and (check or diff):
        raise typer.Exit(1)
