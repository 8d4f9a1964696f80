"""Who decides and when: the only place where the clock and the names of people are looked up."""

import datetime
import os
import subprocess
from typing import Annotated

import typer

from claimdiff.cli.errors import CannotGoOn
from claimdiff.cli.options import as_date
from claimdiff.review.decisions import Stamp

ByOption = Annotated[
    str | None, typer.Option("--by", metavar="NAME", help="Who decides; else git's user.name, else $USER.")
]
OnOption = Annotated[
    str | None, typer.Option("--on", metavar="DATE", help="The day of the decision, as YYYY-MM-DD; else today.")
]
NoteOption = Annotated[str | None, typer.Option("--note", metavar="TEXT", help="A remark for other curators.")]


def stamp(by: str | None, on: str | None, note: str | None = None) -> Stamp:
    """Return who decides, and when; CannotGoOn where the day is none or the name is a model's."""
    name = by if by is not None else _name()
    if name is not None and name.casefold().startswith("model:"):
        message = f"--by {name!r}: a name that starts with model: marks a proposal; use claimdiff propose for those"
        raise CannotGoOn(message)
    return Stamp(by=name or None, on=day(on), note=note)


def day(on: str | None) -> datetime.date:
    """Return the day given, else that in CLAIMDIFF_TODAY, else today."""
    given = as_date(on or os.environ.get("CLAIMDIFF_TODAY") or None, "--on")
    return given or datetime.datetime.now(tz=datetime.UTC).astimezone().date()


def _name() -> str | None:
    try:
        done = subprocess.run(
            ["git", "config", "user.name"], capture_output=True, text=True, encoding="utf-8", timeout=5, check=False
        )
        name = done.stdout.strip()
    except (OSError, subprocess.SubprocessError, UnicodeDecodeError):
        name = ""
    return name or os.environ.get("USER") or os.environ.get("USERNAME")
