"""``claimdiff explain``: why two assertions are linked or not."""

import sys
from typing import Annotated

import typer

from claimdiff.cli.errors import CannotGoOn
from claimdiff.cli.options import EventOption, project_lexicon
from claimdiff.cli.output import Colour, columns, emit, wants_colour

Address = Annotated[str, typer.Argument(metavar="ACCOUNT:ID", help="An assertion, such as kremlin:hockey.")]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(explain)


def explain(
    left: Address,
    right: Address,
    event: EventOption = None,
    colour: Annotated[Colour, typer.Option("--color", help="When to write colours.")] = Colour.AUTO,
) -> None:
    """Explain why two assertions are linked or not: every feature with its weight and words, every facet."""
    from claimdiff.accounts.names import unknown_name
    from claimdiff.alignment.weights import load_weights
    from claimdiff.cli.selection import select
    from claimdiff.comparison.decided import decided_on
    from claimdiff.comparison.explain import explain as explain_pair
    from claimdiff.comparison.sides import Side
    from claimdiff.pipeline import read_account
    from claimdiff.report.explained import render_explanation

    (one, first), (other, second) = parts(left), parts(right)
    selection = select([one, other], event=event)
    lexicon = project_lexicon(selection.project)
    sides = [Side(account=a, readings=read_account(a, selection.event, lexicon)) for a in selection.accounts]
    for side, name in zip(sides, (first, second), strict=True):
        if name not in side.index:
            raise unknown_name("assertion", name, side.index, place=f"account {side.account.key}")
    ours, theirs = selection.accounts
    decided = decided_on(ours, theirs, selection.event.decided(ours.key, theirs.key))
    found = explain_pair(sides[0], sides[1], (first, second), decided, lexicon=lexicon, weights=load_weights())
    emit(render_explanation(found, width=columns(sys.stdout), colour=wants_colour(colour, sys.stdout)))


def parts(address: str) -> tuple[str, str]:
    """Return the account and the id of ``ACCOUNT:ID``; the account may be EVENT/ACCOUNT or a path."""
    account, colon, assertion = address.rpartition(":")
    if not colon or not account or not assertion:
        message = f"{address!r} names no assertion; write it as account:id, such as kremlin:hockey"
        raise CannotGoOn(message)
    return account, assertion
