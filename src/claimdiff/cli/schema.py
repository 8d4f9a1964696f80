"""``claimdiff schema``: the JSON Schema of the data files and of the JSON report."""

from pathlib import Path
from typing import Annotated

import typer

from claimdiff.cli.errors import CannotGoOn
from claimdiff.cli.output import emit, say


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(schema)


def schema(
    kind: Annotated[str | None, typer.Argument(metavar="[KIND]", help="account, event, links or report.")] = None,
    write: Annotated[
        Path | None, typer.Option("--write", metavar="DIR", help="Write all of them to this folder.")
    ] = None,
) -> None:
    """Print the JSON Schema (draft-07) of a kind of data file, by which editors complete and check, or of the report."""
    from claimdiff.accounts.json_schema import KINDS, schema_file, schema_text, write_schemas
    from claimdiff.accounts.write import write_atomic
    from claimdiff.report.json_schema import report_schema_text

    if write is not None:
        for path in write_schemas(write):
            say(str(path))
        write_atomic(write / schema_file("report"), report_schema_text())
        say(str(write / schema_file("report")))
    elif kind == "report":
        emit(report_schema_text())
    elif kind in KINDS:
        emit(schema_text(str(kind)))
    else:
        raise CannotGoOn(f"name a kind of file: {', '.join(KINDS)}, report; or --write DIR for all of them")
