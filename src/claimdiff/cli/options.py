"""Options that several commands share, and how lists and choices are read."""

import datetime
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from claimdiff.accounts.project import Project
from claimdiff.cli.errors import CannotGoOn
from claimdiff.display import quoted

if TYPE_CHECKING:
    from claimdiff.alignment.weights import Weights
    from claimdiff.language.lexicon import Lexicon

E = TypeVar("E", bound=StrEnum)

EventOption = Annotated[
    str | None, typer.Option("--event", "-e", metavar="EVENT", help="The event; else the default one.")
]
OutputOption = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to this file, whole or not at all.")
]


def choices(text: str | None, kind: type[E], option: str) -> frozenset[E]:
    """Return the members of ``kind`` in a comma-separated list; CannotGoOn where one is none of them."""
    found = set()
    for part in (text or "").split(","):
        name = part.strip()
        if not name:
            continue
        if name not in {member.value for member in kind}:
            from claimdiff.accounts.names import did_you_mean

            raise CannotGoOn(
                f"{option} takes {', '.join(m.value for m in kind)}, not {name!r}{did_you_mean(name, kind)}"
            )
        found.add(kind(name))
    return frozenset(found)


def listed(text: str | None) -> frozenset[str]:
    """Return the names in a comma-separated list."""
    return frozenset(part.strip() for part in (text or "").split(",") if part.strip())


def known(names: Iterable[str], among: Iterable[str], option: str) -> None:
    """Raise CannotGoOn where a name is none of those there are."""
    there = sorted(among)
    for name in sorted(names):
        if name not in there:
            raise CannotGoOn(
                f"{option}: there is no account {name!r} among those compared; there are {', '.join(there)}"
            )


def shipped_weights() -> "Weights":
    """Return the matcher's weights."""
    from claimdiff.alignment.weights import load_weights

    return load_weights()


def project_lexicon(project: Project | None) -> "Lexicon":
    """Return the lexicon, with the project's own terms."""
    from claimdiff.accounts.files import FileFault, read_file
    from claimdiff.language.lexicon import load_lexicon

    if project is None:
        return load_lexicon()
    for name in project.config.lexicon:
        try:
            read_file(project.root / name)  # what is no file, such as a pipe, would never end
        except FileFault as fault:
            message = f"lexicon {quoted(name)}: {fault}"
            raise CannotGoOn(message) from fault
    return load_lexicon([project.root / name for name in project.config.lexicon])


def as_date(text: str | None, option: str) -> datetime.date | None:
    """Return a day as typed; CannotGoOn where it is none."""
    if text is None:
        return None
    from claimdiff.accounts.values import READERS, WrongValue

    try:
        day: datetime.date = READERS["Day"](text)
    except WrongValue as error:
        raise CannotGoOn(f"{option} takes a day as YYYY-MM-DD, not {text!r}") from error
    return day
