"""``claimdiff review``: decide, one key at a time."""

import sys
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from claimdiff.cli.errors import CannotGoOn
from claimdiff.cli.matchers import MatcherOption, ModelOption, matcher_named
from claimdiff.cli.options import EventOption, project_lexicon, shipped_weights
from claimdiff.cli.output import Colour, emit, wants_colour
from claimdiff.cli.stamp import ByOption, OnOption, stamp

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimdiff.accounts.model import Account, Event
    from claimdiff.accounts.project import Project
    from claimdiff.alignment.model import Alignment
    from claimdiff.review.matter import Matter


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(review)


def review(
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="[LEFT RIGHT]", help="Two accounts of one event; none: all pairs, principals first."),
    ] = None,
    event: EventOption = None,
    status: Annotated[bool, typer.Option("--status", help="Only tell how far the review of each pair is.")] = False,
    by: ByOption = None,
    on: OnOption = None,
    matcher: MatcherOption = "default",
    model: ModelOption = None,
    colour: Annotated[Colour, typer.Option("--color", help="When to write colours.")] = Colour.AUTO,
) -> None:
    """Decide what is open between accounts, one key a decision; each is written before the next question."""
    from claimdiff.cli.dialogue import Dialogue, Screen
    from claimdiff.cli.keys import keys
    from claimdiff.review.queue import progress

    project, found, pairs = _pairs(names or [], event)
    if status:
        emit(_status(found, pairs))
        return
    who = stamp(by, on)
    way = matcher_named(matcher, project, model)
    screen = Screen(colour=wants_colour(colour, sys.stdout))
    with keys() as typed:
        for left, right in pairs:
            if not names and not progress(left, right, found.decided(left.key, right.key)).open:
                continue
            matter = _matter(project, found, left, right, way)
            folder = project.data / found.key
            if not Dialogue(matter=matter, folder=folder, stamp=who, keys=typed, screen=screen).run():
                break
    emit(_status(_fresh(project, found), pairs))


def _pairs(names: list[str], event: str | None) -> "tuple[Project, Event, list[tuple[Account, Account]]]":
    """Return the project, the event and the pairs of accounts to review, each in alphabetical order."""
    from claimdiff.cli.selection import default_event, load_named_event, need_project, select
    from claimdiff.review.queue import pairs_in_order

    project = need_project()
    if not names:
        found = load_named_event(project, default_event(project, event))
        return project, found, list(pairs_in_order(found))
    if len(names) != 2:
        message = "review takes two accounts, or none for all pairs of the event"
        raise CannotGoOn(message)
    selection = select(names, event=event)
    keys = sorted(account.key for account in selection.accounts)
    if not selection.event.key or any(key not in {a.key for a in selection.event.accounts} for key in keys):
        message = "decisions are kept with an event of the project; name two accounts of one event"
        raise CannotGoOn(message)
    left, right = (selection.event.account(key) for key in keys)
    return project, selection.event, [(left, right)]


def _matter(
    project: "Project", event: "Event", left: "Account", right: "Account", matcher: "Callable[..., Alignment] | None"
) -> "Matter":
    from claimdiff.alignment.align import align
    from claimdiff.comparison.sides import Side
    from claimdiff.pipeline import read_account
    from claimdiff.review.matter import RANKED, matter

    lexicon = project_lexicon(project)
    first, second = (Side(account=a, readings=read_account(a, event, lexicon)) for a in (left, right))
    way = matcher or partial(align, lexicon=lexicon, weights=shipped_weights())
    return matter(first, second, partial(way, top=RANKED))


def _fresh(project: "Project", event: "Event") -> "Event":
    from claimdiff.cli.selection import load_named_event

    return load_named_event(project, event.key)


def _status(event: "Event", pairs: "list[tuple[Account, Account]]") -> str:
    """Return a line for each pair: how much is decided, and what else there is to do."""
    from claimdiff.display import safe
    from claimdiff.review.queue import progress

    rows = []
    for left, right in pairs:
        found = progress(left, right, event.decided(left.key, right.key))
        told = [f"{found.done} of {found.total} decided", *([] if found.open else ["reviewed"])]
        told += [f"{n} {word}" for n, word in ((found.proposed, "proposed"), (found.stale, "stale")) if n]
        rows.append((safe(f"{left.key} - {right.key}"), ", ".join(told)))
    width = max((len(name) for name, _ in rows), default=0)
    return "".join(f"{name:{width}}   {told}\n" for name, told in rows)
