"""Decisions on a pair, turned to the side they are asked from, with those set aside whose texts have changed."""

from dataclasses import dataclass

from claimdiff.accounts.model import Account, Decisions, DifferenceDecision, LinkDecision, PairDecision
from claimdiff.accounts.seal import seal_of
from claimdiff.comparison.model import Stale
from claimdiff.vocabulary import Coverage


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """The decisions in force on (left, right), and the stale ones.

    ``omitted`` holds (account key, assertion id). ``proposed`` are links that a model proposed.
    """

    links: tuple[LinkDecision, ...] = ()
    proposed: tuple[LinkDecision, ...] = ()
    apart: frozenset[tuple[str, str]] = frozenset()
    doubtful: tuple[PairDecision, ...] = ()
    omitted: frozenset[tuple[str, str]] = frozenset()
    stale: tuple[Stale, ...] = ()

    def linked(self) -> tuple[frozenset[str], frozenset[str]]:
        """Return the ids of each side that stand in a link in force."""
        return (
            frozenset(i for link in self.links for i in link.left),
            frozenset(i for link in self.links for i in link.right),
        )

    def in_doubt(self) -> tuple[frozenset[str], frozenset[str]]:
        """Return the ids of each side that stand in a doubtful pair."""
        return (
            frozenset(i for pair in self.doubtful for i in pair.left),
            frozenset(i for pair in self.doubtful for i in pair.right),
        )


NOTHING_DECIDED = Decided()


def mirrored_difference(difference: DifferenceDecision) -> DifferenceDecision:
    """Return the difference as seen from the other side."""
    return DifferenceDecision(
        facet=difference.facet, left=difference.right, right=difference.left, verdict=difference.verdict
    )


def _mirrored_link(link: LinkDecision) -> LinkDecision:
    return LinkDecision(
        left=link.right,
        right=link.left,
        verdict=link.verdict,
        facets=link.facets,
        differences=tuple(mirrored_difference(difference) for difference in link.differences),
        note=link.note,
        by=link.by,
        on=link.on,
        seal=link.seal,
    )


def _mirrored_pair(pair: PairDecision) -> PairDecision:
    return PairDecision(left=pair.right, right=pair.left, note=pair.note, by=pair.by, on=pair.on, seal=pair.seal)


def decided_on(left: Account, right: Account, decisions: Decisions | None) -> Decided:
    """Return what is decided on left and right, whichever way round the file has them.

    A decision that names an id that is not there is left out here (``check`` reports it); one whose seal is not that of
    the texts any more is stale.
    """
    if decisions is None:
        return NOTHING_DECIDED
    turned = decisions.accounts == (right.key, left.key) and left.key != right.key
    all_links = [_mirrored_link(link) if turned else link for link in decisions.links]
    here = _Sides(left, right)
    stale: list[Stale] = []
    links = [link for link in all_links if here.holds(link.left, link.right, link.seal, "link", stale)]
    apart, doubtful = (
        [
            pair
            for pair in (_mirrored_pair(pair) if turned else pair for pair in pairs)
            if here.holds(pair.left, pair.right, pair.seal, kind, stale)
        ]
        for kind, pairs in (("apart", decisions.apart), ("doubtful", decisions.doubtful))
    )
    omitted: set[tuple[str, str]] = set()
    for entry in decisions.omitted:
        mine = entry.account == left.key
        ours, theirs = (entry.ids if mine else ()), (() if mine else entry.ids)
        if here.holds(ours, theirs, entry.seal, "omitted", stale, some=True):
            omitted |= {(entry.account, i) for i in entry.ids}
    return Decided(
        links=tuple(link for link in links if not link.proposed),
        proposed=tuple(link for link in links if link.proposed),
        apart=frozenset((a, b) for pair in apart for a in pair.left for b in pair.right),
        doubtful=tuple(doubtful),
        omitted=frozenset(omitted),
        stale=tuple(stale),
    )


def lost_ids(left: Account, right: Account, decisions: Decisions | None) -> tuple[str, ...]:
    """Return ``account:id`` of every assertion that a decision names and its account does not have, once each."""
    if decisions is None:
        return ()
    there = {(account.key, assertion.id) for account in (left, right) for assertion in account.assertions}
    one, other = decisions.accounts
    pairs: tuple[LinkDecision | PairDecision, ...] = (*decisions.links, *decisions.apart, *decisions.doubtful)
    named = [(key, i) for entry in pairs for key, ids in ((one, entry.left), (other, entry.right)) for i in ids]
    named += [(entry.account, i) for entry in decisions.omitted for i in entry.ids]
    return tuple(dict.fromkeys(f"{key}:{i}" for key, i in named if (key, i) not in there))


def is_complete(account: Account, complete: frozenset[str] = frozenset()) -> bool:
    """Tell whether an account holds every assertion of its party's statement, as it says or as it is taken to."""
    return account.coverage is Coverage.FULL or account.key in complete


def settled(left: Account, right: Account, decided: Decided) -> tuple[frozenset[str], frozenset[str]]:
    """Return the ids of each side that a person has linked, called doubtful or found omitted."""
    linked, doubtful = decided.linked(), decided.in_doubt()
    omitted = [
        frozenset(a.id for a in account.assertions if (account.key, a.id) in decided.omitted)
        for account in (left, right)
    ]
    return linked[0] | doubtful[0] | omitted[0], linked[1] | doubtful[1] | omitted[1]


def is_reviewed(left: Account, right: Account, decided: Decided, complete: frozenset[str] = frozenset()) -> bool:
    """Tell whether people have decided everything about this pair that can be decided.

    What an excerpt lacks cannot be decided to be an omission; so against one excerpt it is enough that every assertion of
    the excerpt itself is decided.
    """
    if not (decided.links or decided.omitted or decided.doubtful):
        return False
    done = [
        all(assertion.id in ids for assertion in account.assertions)
        for account, ids in zip((left, right), settled(left, right, decided), strict=True)
    ]
    left_is, right_is = is_complete(left, complete), is_complete(right, complete)
    exempt = (left_is and not right_is, right_is and not left_is)
    return all(is_done or is_exempt for is_done, is_exempt in zip(done, exempt, strict=True))


class _Sides:
    """The texts of both accounts by id."""

    def __init__(self, left: Account, right: Account) -> None:
        self.left = {assertion.id: assertion for assertion in left.assertions}
        self.right = {assertion.id: assertion for assertion in right.assertions}

    def holds(
        self,
        left: tuple[str, ...],
        right: tuple[str, ...],
        seal: str | None,
        kind: str,
        stale: list[Stale],
        *,
        some: bool = False,
    ) -> bool:
        """Tell whether all ids are there and the texts are those decided on; note it as stale where only the texts differ."""
        known = all(i in self.left for i in left) and all(i in self.right for i in right)
        if not known:
            return some
        if seal is None or seal == seal_of([self.left[i] for i in left], [self.right[i] for i in right]):
            return True
        stale.append(Stale(kind=kind, left=left, right=right))
        return False
