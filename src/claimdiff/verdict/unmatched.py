"""Tell whether each side has matter of its own in the other's place, so that the two cannot be trusted to agree."""

from collections.abc import Mapping, Set

from claimdiff.verdict.contrast import Contrast, Side, Word
from claimdiff.verdict.roles import reported_from
from claimdiff.verdict.states import told_alike
from claimdiff.verdict.valued import valued

SHARE = 0.13
"""The share of its content words that a side must have alone. One word in eight or more is a matter of wording ("widen
access to ports and payment systems", "improve access …"); one in five is the point ("hit a school", "hit a depot")."""
AGAINST = frozenset({"rejected", "opposed", "denied", "stopped", "suspended", "withdrew"})
"""Steps that undo what they are about: no wording of a step that does not."""
LASTING = frozenset("still remain remains remained continue continues continued keep keeps kept".split())
OPPOSED = tuple(
    (frozenset(one.split()), frozenset(other.split()))
    for one, other in (
        ("more higher greater", "less fewer lower"),
        ("inside within", "outside beyond after"),
        ("before", "after"),
        ("above", "below"),
        ("over", "under"),
        ("for", "against"),
        ("with", "without"),
        ("including", "excluding"),
        ("on", "off"),
        ("since from", "until till"),
        ("always", "never"),
        ("yes", "no"),
    )
)
"""Function words of which one on each side makes two statements."""


def replaced(c: Contrast) -> bool:
    """Tell whether each side has words that answer to nothing on the other, and they are no small part of it.

    "Cleared the merger" and "blocked the merger"; who tells it, dates and numbers are compared elsewhere.
    """
    alike = told_alike(c)
    ours, theirs = _own(c.left, c.right, c.pairs) - alike[0], _own(c.right, c.left, c.back) - alike[1]
    named = [{w for w in own if _is_named(side, w)} for side, own in ((c.left, ours), (c.right, theirs))]
    if not all(named):  # A party that only one side names is more said, not another one.
        ours, theirs = ours - named[0], theirs - named[1]
    ours, theirs = _unlike_steps(c, ours, theirs)
    return all(own and len(own) >= SHARE * len(side.content) for side, own in ((c.left, ours), (c.right, theirs)))


def turned(c: Contrast) -> bool:
    """Tell whether function words alone make the sides two statements.

    "Inside the zone" and "outside the zone"; "is still held" where the other side has another verb; an exception.
    """
    here, there = _words(c.left), _words(c.right)
    for one, other in OPPOSED:
        for pole, contrary in ((one, other), (other, one)):
            if here & pole and there & contrary and not (here & contrary or there & pole):
                return True
    return _lasts(c) or _lasts(c.mirrored()) or _excepts(c.left) != _excepts(c.right)


def _lasts(c: Contrast) -> bool:
    """Tell whether only the left side says that something goes on, and the right side has a word of its own."""
    lasting = bool(_words(c.left) & LASTING) and not _words(c.right) & LASTING
    return lasting and bool(_own(c.right, c.left, c.back) - told_alike(c)[1])


def _excepts(side: Side) -> bool:
    return any(marker.kind == "exception" for reading in side.readings for marker in reading.scopes)


def _words(side: Side) -> frozenset[str]:
    """Return the words of a side but those of its numbers and of steps in several words ("remain committed")."""
    found = set()
    for reading in side.readings:
        taken = {k for q in reading.quantities for k in range(q.first, q.last)}
        taken |= {k for s in reading.commitments if s.last > s.first + 1 for k in range(s.first, s.last)}
        found |= {token.lower for k, token in enumerate(reading.tokens) if k not in taken}
    return frozenset(found)


def _own(side: Side, other: Side, paired: Mapping[Word, Word]) -> set[Word]:
    """Return the content words of what a side tells that have no partner, and no other place on the other side."""
    stems = {other.token(word).stem for word in other.content}
    passed = valued(side)
    return {
        word
        for word in side.content
        if word not in paired
        and word not in passed
        and side.token(word).stem not in stems
        and word[1] >= reported_from(side.readings[word[0]])
    }


def _is_named(side: Side, word: Word) -> bool:
    return any(m.first <= word[1] < m.last for m in side.readings[word[0]].actors)


def _unlike_steps(c: Contrast, ours: set[Word], theirs: set[Word]) -> tuple[set[Word], set[Word]]:
    """Leave out steps for something where both sides have one: how far they go is compared elsewhere."""
    steps = [_steps(side, own) for side, own in ((c.left, ours), (c.right, theirs))]
    return (ours - steps[0], theirs - steps[1]) if all(steps) else (ours, theirs)


def _steps(side: Side, own: Set[Word]) -> set[Word]:
    return {
        word
        for word in own
        if any(s.first <= word[1] < s.last and s.level not in AGAINST for s in side.readings[word[0]].commitments)
    }
