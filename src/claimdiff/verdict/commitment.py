"""Compare commitment: how far each side says that somebody binds himself."""

from collections.abc import Iterator

from claimdiff.language.reading import Commitment, Reading
from claimdiff.verdict.contrast import Contrast, Side
from claimdiff.verdict.evidence import Evidence
from claimdiff.vocabulary import Facet, Verdict

AGAINST = frozenset({"rejected", "opposed", "withdrew", "denied"})
ENDING = frozenset({"stopped", "suspended"})
"""Steps that do away with something, as refusing it does."""
BOUND = 0.75
"""From here on up the ladder somebody is bound: will, agreed, decided, ordered."""
LOOSE = 0.5
"""From here on down nobody is bound: offered, proposed, asked, discussed, hoped."""
_NOUNS = (
    "ment",
    "ments",
    "ion",
    "ions",
    "al",
    "als",
    "ance",
    "ances",
    "ence",
    "ness",
    "ity",
    "ism",
    "ure",
    "ive",
    "ives",
)
_BEFORE_NOUNS = frozenset(
    "the a an its their his her our my your any no this these those of for in on with at by from s".split()
)
QUALIFIERS = frozenset({"possible", "conditional"})
TALKED = frozenset({"ready", "supported", "welcomed", "considered", "discussed", "acknowledged"})
"""Steps that say nothing against somebody's being bound: what was agreed may have been discussed."""


def compare_commitment(c: Contrast) -> Iterator[Evidence]:
    """Yield a step of the left side that stands higher on the ladder than, or against, what the right side has."""
    left, right = strongest(c.left), strongest(c.right)
    if left is None or right is None:
        yield from _qualified(c)
        return
    (i, a), (j, b) = left, right
    here, there = c.left.place(i, a.first, a.last), c.right.place(j, b.first, b.last)
    against = [a.level in AGAINST, b.level in AGAINST]
    if a.level == b.level or a.negated or b.negated:
        yield from _qualified(c)
        return
    if (
        against == [True, False]
        and b.level not in ENDING
        and not (_to_refrain(c.right.readings[j], b) or _too(c, i, b))
    ):
        grave = c.close or b.strength >= LOOSE
        yield Evidence(
            "refused",
            Facet.COMMITMENT,
            Verdict.CONFLICT if grave else Verdict.PARTIAL,
            here,
            there,
            f"“{here.words}” on one side, “{there.words}” on the other.",
            certain=c.close,
        )
    elif against == [False, False] and a.strength >= BOUND > LOOSE >= b.strength:
        grave = c.close and (b.level not in TALKED or _makes_possible(c)) and _only_steps_differ(c)
        yield Evidence(
            "bound-or-not",
            Facet.COMMITMENT,
            Verdict.CONFLICT if grave else Verdict.PARTIAL,
            here,
            there,
            f"“{here.words}” binds, “{there.words}” does not.",
            certain=grave,
        )
    elif against == [False, False] and a.strength - b.strength > 0.1:
        yield Evidence(
            "steps-differ",
            Facet.COMMITMENT,
            Verdict.PARTIAL,
            here,
            there,
            f"“{here.words}” goes further than “{there.words}”.",
        )
    yield from _qualified(c)


def _too(c: Contrast, index: int, step: Commitment) -> bool:
    """Tell whether the left side has the right one's step beside its own: "denies the one, but admits the other"."""
    return any(s.level == step.level and not s.negated for s in c.left.readings[index].commitments)


def _makes_possible(c: Contrast) -> bool:
    """Tell whether only the right side makes the matter no more than possible: "discussed a possible visit"."""
    ours, theirs = (
        any(s.level == "possible" for r in side.readings for s in r.commitments) for side in (c.left, c.right)
    )
    return theirs and not ours


def _to_refrain(reading: Reading, step: Commitment) -> bool:
    """Tell whether what somebody is to do is not to do something: "agreed to keep vessels from being used"."""
    return any(n.kind != "prefix" and step.last <= n.cue_first <= step.last + 1 for n in reading.negations)


def _only_steps_differ(c: Contrast) -> bool:
    """Tell whether the sides have the same words but for the steps that are taken."""
    steps = [
        (number, i, step.first, step.last)
        for number, side in enumerate((c.left, c.right))
        for i, reading in enumerate(side.readings)
        for step in reading.commitments
    ]
    return c.minimal(*steps)


def strongest(side: Side) -> tuple[int, Commitment] | None:
    """Return the step that a side's statement is about: its first verb of the ladder that is no mere qualifier."""
    for i, reading in enumerate(side.readings):
        for step in reading.commitments:
            if step.level not in QUALIFIERS and is_verbal(reading, step):
                return i, step
    return None


def is_verbal(reading: Reading, step: Commitment) -> bool:
    """Tell whether a step is a verb, so that somebody takes it here; nouns ("the agreement") only name one."""
    word = reading.tokens[step.first].lower
    before = reading.tokens[step.first - 1].lower if step.first else ""
    return (
        not word.endswith(_NOUNS) and before not in _BEFORE_NOUNS and word not in {"deal", "accord", "support", "plan"}
    )


def _qualified(c: Contrast) -> Iterator[Evidence]:
    """Yield what only the left side makes possible or conditional."""
    has = {step.level for reading in c.right.readings for step in reading.commitments}
    for i, reading in enumerate(c.left.readings):
        for step in reading.commitments:
            if step.level in QUALIFIERS and step.level not in has:
                yield Evidence(
                    f"only-{step.level}",
                    Facet.COMMITMENT,
                    Verdict.PARTIAL,
                    c.left.place(i, step.first, step.last),
                    None,
                    f"Only one side makes it {step.level}.",
                )
                return
