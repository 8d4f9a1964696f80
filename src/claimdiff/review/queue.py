"""What is open between two accounts, the most useful first."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import IntEnum
from itertools import combinations

from claimdiff.accounts.model import Account, Decisions, Event, LinkDecision
from claimdiff.comparison.decided import Decided, decided_on, is_complete, settled
from claimdiff.review.matter import Ids, Matter, Ref
from claimdiff.vocabulary import Role, Verdict


class Kind(IntEnum):
    """Why something is asked, in the order of asking."""

    PROPOSAL = 0
    CONFLICT = 1
    POSSIBLE = 2
    OPEN = 3
    OMISSION = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """An assertion to decide on. ``suggested``: the link to suggest, its left and right ids; ``proposal``: a model's link."""

    kind: Kind
    focus: Ref
    suggested: tuple[Ids, Ids] | None = None
    proposal: LinkDecision | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How many assertions of two accounts have to be decided, how many are, and how many decisions are stale."""

    total: int
    done: int
    stale: int = 0
    proposed: int = 0

    @property
    def open(self) -> bool:
        """Tell whether there is anything to decide."""
        return self.done < self.total or self.proposed > 0

    @property
    def left(self) -> int:
        """Return how many assertions are left."""
        return self.total - self.done


def in_force(matter: Matter, decisions: Decisions) -> Decided:
    """Return the decisions whose texts have not changed since."""
    return decided_on(matter.left, matter.right, decisions)


def asked_of(left: Account, right: Account) -> tuple[bool, bool]:
    """Tell for each side whether all its assertions have to be decided: what an excerpt lacks cannot be."""
    whole = is_complete(left), is_complete(right)
    return (not whole[0] or whole[1], not whole[1] or whole[0])


def open_refs(left: Account, right: Account, decided: Decided) -> tuple[Ref, ...]:
    """Return the assertions that still have to be decided, in the order of the accounts."""
    done = settled(left, right, decided)
    asked = asked_of(left, right)
    return tuple(
        (side, assertion.id)
        for side, account in enumerate((left, right))
        if asked[side]
        for assertion in account.assertions
        if assertion.id not in done[side]
    )


def progress(left: Account, right: Account, decisions: Decisions | None) -> Progress:
    """Return how far the review of two accounts is."""
    decided = decided_on(left, right, decisions)
    sizes = (len(account.assertions) for account in (left, right))
    total = sum(size for size, asked in zip(sizes, asked_of(left, right), strict=True) if asked)
    return Progress(
        total=total,
        done=total - len(open_refs(left, right, decided)),
        stale=len(decided.stale),
        proposed=len(decided.proposed),
    )


def pairs_in_order(event: Event) -> tuple[tuple[Account, Account], ...]:
    """Return all pairs of an event's accounts, each in alphabetical order; pairs of principals come first."""
    pairs = combinations(sorted(event.accounts, key=lambda account: account.key), 2)
    rank = {Role.PRINCIPAL: 0, Role.REACTION: 1, Role.REPORTER: 2}
    return tuple(sorted(pairs, key=lambda pair: sum(rank[account.role] for account in pair)))


def questions(matter: Matter, decisions: Decisions, skipped: AbstractSet[Ref] = frozenset()) -> tuple[Question, ...]:
    """Return the questions that are open, the most useful first; those about what was skipped are left out.

    First a model's proposals, then likely conflicts, then other links that the matcher would make, then what has some
    candidate, last what the other side very likely does not have.
    """
    decided = in_force(matter, decisions)
    unsettled = open_refs(matter.left, matter.right, decided)
    still = set(unsettled) - skipped
    found: list[Question] = []
    covered: set[Ref] = set()
    for question in (*_proposals(matter, decided, skipped), *_links(matter, decided, still)):
        ends = _ends(question)
        if question.proposal is not None or question.focus not in covered:
            found.append(question)
            covered |= ends
    for ref in sorted((r for r in unsettled if r in still and r not in covered), key=lambda r: _rank(matter, r)):
        kind = Kind.OMISSION if ref in matter.likely else Kind.OPEN
        found.append(Question(kind=kind, focus=ref))
    return tuple(found)


def _rank(matter: Matter, ref: Ref) -> tuple[bool, float]:
    rows = matter.partners[ref]
    if ref in matter.likely:
        return True, 0.0
    return False, -rows[0][1] if rows else 0.0


def _proposals(matter: Matter, decided: Decided, skipped: AbstractSet[Ref]) -> Sequence[Question]:
    order = {(n, a.id): k for n in (0, 1) for k, a in enumerate(matter.account(n).assertions)}
    found = [
        Question(kind=Kind.PROPOSAL, focus=(0, link.left[0]), suggested=(link.left, link.right), proposal=link)
        for link in decided.proposed
        if (0, link.left[0]) not in skipped
    ]
    gravest_first = {Verdict.CONFLICT: 0, Verdict.PARTIAL: 1, Verdict.AGREE: 2}
    return sorted(found, key=lambda q: (gravest_first[q.proposal.verdict] if q.proposal else 0, order[q.focus]))


def _links(matter: Matter, decided: Decided, still: AbstractSet[Ref]) -> Sequence[Question]:
    done = settled(matter.left, matter.right, decided)
    found = []
    for link in matter.links:
        left, right = ([i for i in ids if i not in done[n]] for n, ids in enumerate((link.left, link.right)))
        if _barred(matter, decided, link.left, link.right) or not left or not right:
            continue
        focus = next((ref for ref in (*((0, i) for i in left), *((1, i) for i in right)) if ref in still), None)
        if focus is not None:
            kind = Kind.CONFLICT if link.verdict is Verdict.CONFLICT else Kind.POSSIBLE
            ends = tuple(left), tuple(right)
            found.append((kind, -link.score, Question(kind=kind, focus=focus, suggested=ends)))
    return [question for _, _, question in sorted(found, key=lambda row: row[:2])]


def _barred(matter: Matter, decided: Decided, left: Ids, right: Ids) -> bool:
    """Tell whether a person has decided against some part of a link."""
    pairs = {(a, b) for a in left for b in right}
    doubtful = {(a, b) for pair in decided.doubtful for a in pair.left for b in pair.right}
    ends = {(matter.left.key, a) for a in left} | {(matter.right.key, b) for b in right}
    return bool(pairs & (decided.apart | doubtful)) or bool(ends & decided.omitted)


def _ends(question: Question) -> set[Ref]:
    if question.suggested is None:
        return {question.focus}
    return {(n, i) for n, ids in enumerate(question.suggested) for i in ids}
