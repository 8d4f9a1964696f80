"""Tell whether each side has matter of its own in the other's place, so that the two cannot be trusted to agree."""

from collections.abc import Mapping, Set

from claimdiff.language.reading import Reading
from claimdiff.verdict import denials
from claimdiff.verdict.contrast import Contrast, Side, Word
from claimdiff.verdict.roles import COLLECTIVE, reported_from
from claimdiff.verdict.states import told_alike
from claimdiff.verdict.valued import valued

SHARE = 0.13
"""The share of its content words that a side must have alone. One word in eight or more is a matter of wording ("widen
access to ports and payment systems", "improve access …"); one in five is the point ("hit a school", "hit a depot")."""
PLACES = 3
"""In how many places a side may have words of its own. Where there are more, each side tells it in its own way, and what
answers to what cannot be seen word by word."""
AGAINST = denials.AGAINST | {"suspended"}
"""Steps that undo what they are about: no wording of a step that does not."""
_CLEARING = frozenset({"clear", "absolv", "exoner", "acquit", "vindic"})
_REACH = 6
"""Within how many words the "of" of "clears somebody of" follows."""
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
    named = _named(c.left, ours), _named(c.right, theirs)
    if not all(named):  # A party or place that only one side names is more said, not another one.
        ours, theirs = ours - named[0], theirs - named[1]
    steps = _stepping(c.left, ours), _stepping(c.right, theirs)
    if all(steps):  # How far somebody goes is compared elsewhere.
        ours, theirs = ours - steps[0], theirs - steps[1]
    telling = _telling(c.left, ours), _telling(c.right, theirs)
    for value in telling[0].keys() & telling[1].keys():
        ours, theirs = ours - telling[0][value], theirs - telling[1][value]
    sides = ((c.left, ours), (c.right, theirs))
    return all(own and len(own) >= SHARE * len(side.content) and _runs(side, own) <= PLACES for side, own in sides)


def turned(c: Contrast) -> bool:
    """Tell whether function words alone make the sides two statements.

    "Inside the zone" and "outside the zone"; "is still held" where the other side has another verb; an exception.
    """
    here, there = _words(c.left), _words(c.right)
    for one, other in OPPOSED:
        for pole, contrary in ((one, other), (other, one)):
            if here & pole and there & contrary and not (here & contrary or there & pole):
                return True
    return (
        _lasts(c)
        or _lasts(c.mirrored())
        or _excepts(c.left) != _excepts(c.right)
        or _clears(c)
        or _clears(c.mirrored())
    )


def other_kinds(c: Contrast) -> bool:
    """Tell whether both sides name things of one sort and not the same: "the ferry" and "the tanker"."""
    ours, theirs = _kinds(c.left), _kinds(c.right)
    return any(
        ours[sort] and theirs[sort] and ours[sort].isdisjoint(theirs[sort]) for sort in ours.keys() & theirs.keys()
    )


def accuses_alone(c: Contrast) -> bool:
    """Tell whether only one side tells of an accusation."""
    left, right = (
        any(cue.kind == "report" and cue.value == "accused" for r in side.readings for cue in r.cues)
        for side in (c.left, c.right)
    )
    return left != right


def _kinds(side: Side) -> dict[str, set[str]]:
    """Return the things that a side names by their sorts; who tells it does not count."""
    found: dict[str, set[str]] = {}
    for i, reading in enumerate(side.readings):
        for cue in reading.cues:
            if cue.kind == "kind" and cue.first >= _told_from(side, i):
                words = " ".join(token.stem for token in reading.tokens[cue.first : cue.last])
                found.setdefault(cue.value, set()).add(words)
    return found


def _lasts(c: Contrast) -> bool:
    """Tell whether only the left side says that something goes on, and the right side has a word of its own."""
    lasting = bool(_words(c.left) & LASTING) and not _words(c.right) & LASTING
    return lasting and bool(_own(c.right, c.left, c.back) - told_alike(c)[1])


def _clears(c: Contrast) -> bool:
    """Tell whether only the left side frees somebody of something: "clears the pilot of blame" is not "blames the pilot"."""
    left, right = (any(_frees(reading) for reading in side.readings) for side in (c.left, c.right))
    return left and not right and not any(reading.negations for reading in c.right.readings) and not told_alike(c)[1]


def _frees(reading: Reading) -> bool:
    return any(
        token.stem in _CLEARING and any(other.lower == "of" for other in reading.tokens[k + 1 : k + 1 + _REACH])
        for k, token in enumerate(reading.tokens)
    )


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
        and word[1] >= _told_from(side, word[0])
    }


def _told_from(side: Side, index: int) -> int:
    """Return where what is told begins, the verb of telling counted in: "explained the plan", "attacked the plan"."""
    begin = reported_from(side.readings[index])
    return max(0, begin - 1)


def _runs(side: Side, own: Set[Word]) -> int:
    """Return in how many places of a side its own words stand."""
    flags = [word in own for word in side.content]
    return sum(flag and not (k and flags[k - 1]) for k, flag in enumerate(flags))


def _named(side: Side, own: Set[Word]) -> set[Word]:
    """Return the words that name a party or a place, or a group of parties without names."""
    groups = {w for w in own if side.token(w).lower in COLLECTIVE}
    for i, reading in enumerate(side.readings):
        groups |= {w for m in reading.actors for w in own if w[0] == i and m.first <= w[1] < m.last}
        groups |= {w for m in reading.places for w in own if w[0] == i and m.first <= w[1] < m.last}
    return groups


def _telling(side: Side, own: Set[Word]) -> dict[str, set[Word]]:
    """Return the words of reporting by how they tell: "announced" and "declared" are one, "welcomed" is another."""
    found: dict[str, set[Word]] = {}
    for i, reading in enumerate(side.readings):
        for cue in reading.cues:
            if cue.kind == "report":
                found.setdefault(cue.value, set()).update(w for w in own if w[0] == i and cue.first <= w[1] < cue.last)
    return {value: words for value, words in found.items() if words}


def _stepping(side: Side, own: Set[Word]) -> set[Word]:
    """Return the words of steps for something."""
    return {
        w
        for w in own
        if any(s.first <= w[1] < s.last and s.level not in AGAINST for s in side.readings[w[0]].commitments)
    }
