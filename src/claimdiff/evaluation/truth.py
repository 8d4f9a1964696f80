"""What people decided on a reviewed pair of accounts, as the tallies need it."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from claimdiff.accounts.model import Account, Decisions, Event
from claimdiff.vocabulary import Facet, Verdict

IdPair = tuple[str, str]
Placed = tuple[str, str]
"""A side ("L" or "R") and an assertion id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Truth:
    """The decisions on one pair of accounts, left being the first in alphabetical order of the keys.

    ``links``: every linked (left id, right id) with its verdict and facets (a link of n and m ids stands for its n x m
    pairs); ``doubtful``: pairs that count neither way; ``open_``: assertions in no link but in a doubtful pair, which
    count neither way as omissions; ``silent``: those that the other account does not have.
    """

    event: str
    accounts: tuple[str, str]
    links: dict[IdPair, tuple[Verdict, frozenset[Facet]]]
    doubtful: frozenset[IdPair]
    every: frozenset[Placed]
    open_: frozenset[Placed]
    silent: frozenset[Placed]


def truth_of(event: Event, decisions: Decisions) -> Truth:
    """Return the truth of one pair of the event's accounts."""
    first, second = decisions.accounts
    links = {
        (a, b): (link.verdict, frozenset(link.facets) or frozenset(d.facet for d in link.differences))
        for link in decisions.links
        if not link.proposed
        for a in link.left
        for b in link.right
    }
    doubtful = frozenset((a, b) for pair in decisions.doubtful for a in pair.left for b in pair.right)
    every = frozenset(
        (side, assertion.id)
        for side, key in (("L", first), ("R", second))
        for assertion in event.account(key).assertions
    )
    linked = ends(links)
    open_ = ends(doubtful) - linked
    return Truth(
        event=event.key,
        accounts=decisions.accounts,
        links=links,
        doubtful=doubtful,
        every=every,
        open_=open_,
        silent=every - linked - open_,
    )


def ends(pairs: Collection[IdPair]) -> frozenset[Placed]:
    """Return both ends of every pair."""
    return frozenset(("L", a) for a, _ in pairs) | frozenset(("R", b) for _, b in pairs)


def reviewed_pairs(event: Event) -> Iterator[tuple[Account, Account, Truth]]:
    """Yield the pairs of accounts of an event that are reviewed to the end, with their truth.

    A pair is reviewed when every assertion of both is in a link, doubtful or omitted.
    """
    for decisions in event.decisions:
        keys = {account.key for account in event.accounts}
        if not set(decisions.accounts) <= keys:
            continue
        truth = truth_of(event, decisions)
        first, second = decisions.accounts
        sides = {first: "L", second: "R"}
        omitted = {(sides[o.account], i) for o in decisions.omitted for i in o.ids if o.account in sides}
        if truth.silent <= omitted:
            yield event.account(first), event.account(second), truth
