"""``claimdiff import``: bring collections of other tools in."""

from pathlib import Path
from typing import Annotated

import typer

from claimdiff.cli.errors import CannotGoOn
from claimdiff.cli.output import emit


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("import")(import_)


def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The file, or - for standard input.")],
    event: Annotated[
        str | None, typer.Option("--event", "-e", metavar="EVENT", help="Write into this event; else they are printed.")
    ] = None,
    party: Annotated[
        str | None, typer.Option("--party", "-p", metavar="NAME", help="Whose the assertions are that name no party.")
    ] = None,
    input_format: Annotated[
        str | None, typer.Option("--format", "-f", help="csv, annotations (W3C, Hypothes.is) or claims; guessed else.")
    ] = None,
    column: Annotated[
        list[str] | None, typer.Option("--column", metavar="FIELD=NAME", help="Of CSV: take a field from this column.")
    ] = None,
    merge: Annotated[
        bool, typer.Option("--merge", help="Add to accounts that exist what they do not have yet.")
    ] = False,
) -> None:
    """Import assertions: CSV with columns mapped by name, annotations, ClaimReview and Claim."""
    from claimdiff.cli.drafting import imported, read_text, write_imported
    from claimdiff.drafting.render import account_yaml

    text, _ = read_text(file)
    pairs = [entry.partition("=") for entry in column or []]
    if any(not sign for _, sign, _ in pairs):
        raise CannotGoOn("--column takes FIELD=NAME, such as text=Claim")
    found = imported(text, input_format, {key: name for key, _, name in pairs}, party=party, event=event)
    if event is None:
        emit("---\n".join(account_yaml(one, source=str(file)) for one in found))
    else:
        write_imported(found, event=event, source=str(file), merge=merge)
