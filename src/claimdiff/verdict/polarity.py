"""Compare polarity: one side says what the other denies."""

from collections.abc import Iterator, Sequence

from claimdiff.language.polarity import negated_times
from claimdiff.language.reading import Commitment, Negation
from claimdiff.language.times import UNTIL, is_not_until
from claimdiff.verdict.commitment import is_verbal
from claimdiff.verdict.contraries import SILENT, find_contraries
from claimdiff.verdict.contrast import Contrast, Side, Word
from claimdiff.verdict.denials import AGAINST, CONSENT
from claimdiff.verdict.evidence import Evidence
from claimdiff.verdict.parts import are_parts
from claimdiff.verdict.phases import two_ends
from claimdiff.verdict.reconciled import is_reconciled
from claimdiff.verdict.states import told_alike
from claimdiff.verdict.supposed import is_hypothetical, is_unfulfilled
from claimdiff.vocabulary import Facet, Verdict

SHARED = 0.5
"""Share of the negated words that the other side must have for the negation to be about the same thing."""

_DETERMINERS = frozenset("the a an any its their our his her this that these those".split())
_OBLIQUE = frozenset("for of about on against into after over".split())
_SPOKEN = frozenset({"mention", "mentioned", "mentions", "mentioning"})
"""Words of acknowledging that only say that something was spoken of."""
_SAYING = frozenset({"discussed", "acknowledged"}) | {
    "called-for",
    "demanded",
    "proposed",
    "offered",
    "warned",
    "opposed",
    "welcomed",
    "rejected",
}


def compare_polarity(c: Contrast) -> Iterator[Evidence]:
    """Yield what the left side negates or puts in contrary words and the right side does not."""
    contraries = list(find_contraries(c))
    alike = told_alike(c)[0]
    for index, reading in enumerate(c.left.readings):
        for negation in reading.negations:
            if negation.kind in SILENT or (index, negation.cue_first) in alike:
                continue
            yield from _unspoken(c, index, negation)
            if _halted(c.right, c.left) or _both_against(c, index, negation) or not _flips(c, index, negation):
                continue
            inside = [w for w, _ in contraries if w[0] == index and negation.first <= w[1] < negation.last]
            if inside or _contrary_covered(index, negation, contraries):
                continue
            yield _negated(c, index, negation)
    odd = [pair for pair in contraries if not _within_negation(c, *pair)]
    if len(odd) % 2 == 1 and not are_parts(c):
        for left, right in (pair for pair in odd if not two_ends(c, *pair)):
            yield _contrary(c, left, right)


def _inside(c: Contrast, index: int, negation: Negation) -> list[Word]:
    """Return the content words that a negation of the left side covers, its own not among them.

    The words of a step that is put as a negation ("not accept") are its own: they are what "reject" says.
    """
    own = [(negation.cue_first, negation.cue_last)] + [
        (step.first, step.last)
        for step in c.left.readings[index].commitments
        if step.first <= negation.cue_first and negation.cue_last <= step.last
    ]
    return [
        w
        for w in c.left.content
        if w[0] == index
        and negation.first <= w[1] < negation.last
        and not any(first <= w[1] < last for first, last in own)
    ]


def _flips(c: Contrast, index: int, negation: Negation) -> bool:
    """Tell whether most of what is negated stands un-negated on the right side, the first word of what is refused too."""
    negations = c.left.readings[index].negations
    inside = _inside(c, index, negation)
    shared = [w for w in inside if w in c.pairs]
    if not shared or len(shared) < SHARED * len(inside):
        return False
    flipped = [w for w in shared if (negated_times(negations, w[1]) - _times(c.right, c.pairs[w])) % 2 == 1]
    verb = negation.kind == "not" and shared[0] == inside[0]
    first = shared[0] in flipped or not (verb or negation.kind == "verb")
    return first and 2 * len(flipped) > len(shared)


def _both_against(c: Contrast, index: int, negation: Negation) -> bool:
    """Tell whether one side refuses what the other is against in another word: "not accept", "dismiss"."""
    steps = c.left.readings[index].commitments
    consent = any(s.level in CONSENT and s.first <= negation.cue_last and negation.cue_first < s.last for s in steps)
    doubled = any(s.level in AGAINST and negation.cue_last <= s.first < negation.last for s in steps)
    if doubled or (negation.kind != "verb" and not consent):
        return False
    about = [c.pairs[w] for w in _inside(c, index, negation) if w in c.pairs]
    return any(
        step.level in AGAINST and not step.negated and step.object_first <= k < step.object_last
        for j, k in about
        for step in c.right.readings[j].commitments
        if is_verbal(c.right.readings[j], step)
    )


def _is_same_thing(c: Contrast, index: int, negation: Negation) -> bool:
    """Tell whether the other side has the thing that "no" stands before: "no comment on the arrests" denies no arrests."""
    if negation.kind != "no":
        return True
    tokens, k = c.left.readings[index].tokens, negation.cue_last
    while k < negation.last and tokens[k].content:
        k += 1
    return k == negation.cue_last or (index, k - 1) in c.pairs


def _halted(side: Side, other: Side) -> bool:
    """Tell whether a side stops or prevents where the other does not: that can be the same as not doing it."""
    return _halts(side) and not _halts(other)


def _halts(side: Side) -> bool:
    return any(n.kind == "halt" for reading in side.readings for n in reading.negations)


def _times(side: Side, word: Word) -> int:
    return negated_times(side.readings[word[0]].negations, word[1])


def _negated(c: Contrast, index: int, negation: Negation) -> Evidence:
    shared = [w for w in _inside(c, index, negation) if w in c.pairs]
    target = c.pairs[shared[0]]
    grave = not (
        is_hypothetical(c.left, (index, negation.cue_first))
        or is_hypothetical(c.right, target)
        or is_unfulfilled(c.right, target)
        or _doubled(c, index, negation)
        or _only_until(c, index, negation)
        or not _is_same_thing(c, index, negation)
        or _other_verb(c, index, negation, target)
        or _narrower(c, index, negation)
        or is_reconciled(c, index, negation, target)
        or (c.close and _subjects_differ(c, index, negation, target))
    )
    last = max(negation.cue_last, shared[0][1] + 1)
    return Evidence(
        "denied" if negation.kind == "verb" else "negated",
        Facet.POLARITY,
        Verdict.CONFLICT if grave else Verdict.PARTIAL,
        c.left.place(index, negation.cue_first, last if last - negation.cue_first <= 8 else negation.cue_last),
        c.right.place(target[0], target[1], target[1] + 1),
        "One side negates what the other says.",
        certain=c.close,
    )


def _doubled(c: Contrast, index: int, negation: Negation) -> bool:
    """Tell whether a negation holds a second one or an exception, so that it may come to a plain statement."""
    reading = c.left.readings[index]
    span = range(negation.cue_last, negation.last)
    if any(m.kind == "exception" and m.first in span for m in reading.scopes):
        return True
    nested = any(n.kind not in SILENT and n.cue_first in span for n in reading.negations)
    counts = [sum(n.kind not in SILENT for r in side.readings for n in r.negations) for side in (c.left, c.right)]
    return nested and (counts[0] - counts[1]) % 2 == 0


def _only_until(c: Contrast, index: int, negation: Negation) -> bool:
    """Tell whether something is denied up to a time only, and the other side does not name that limit: "not until June"."""
    tokens = c.left.readings[index].tokens
    limits = {t.lower for r in c.right.readings for t in r.tokens} & UNTIL
    ends = negation.last < len(tokens) and tokens[negation.last].lower in UNTIL
    return ends and not limits and is_not_until(tokens, negation.last)


def _other_verb(c: Contrast, index: int, negation: Negation, target: Word) -> bool:
    """Tell whether "no" denies what one verb governs and another verb's preposition has: "found no", "searched for"."""
    before, there = (index, negation.cue_first - 1), c.right.readings[target[0]].tokens
    k = target[1] - 1
    while k > 0 and there[k].lower in _DETERMINERS:
        k -= 1
    return negation.kind == "no" and before in c.left_only and k >= 0 and there[k].lower in _OBLIQUE


def _narrower(c: Contrast, index: int, negation: Negation) -> bool:
    """Tell whether "no" denies only a kind of what the other side speaks of ("no transit visa" against "a visa")."""
    first = (index, negation.cue_last)
    return negation.kind == "no" and first in c.left_only and (index, negation.cue_last + 1) in c.pairs


def _subjects_differ(c: Contrast, index: int, negation: Negation, target: Word) -> bool:
    """Tell whether other names stand before the verb on each side: then it is said of somebody else."""
    left = [w for w in c.left_only if w[0] == index and w[1] < negation.cue_first]
    right = [w for w in c.right_only if w[0] == target[0] and w[1] < target[1]]
    named = bool(left and right) and _is_name(c.left, left[0]) and _is_name(c.right, right[0])
    return named and not _quantified(c.right, target) and not _quantified(c.left, (index, negation.cue_first))


def _is_name(side: Side, word: Word) -> bool:
    return side.token(word).text[0].isupper()


def _quantified(side: Side, word: Word) -> bool:
    return any(m.kind == "quantifier" and m.first < word[1] for m in side.readings[word[0]].scopes)


def _unspoken(c: Contrast, index: int, negation: Negation) -> Iterator[Evidence]:
    """Yield "did not raise it" against anything that the right side reports as said about it."""
    spoken = _first_step(c.left.readings[index].commitments, negation)
    if spoken is None or not _is_speaking(c.left, index, spoken):
        return
    about = [c.pairs[w] for w in _inside(c, index, negation) if w in c.pairs]
    for j, reading in enumerate(c.right.readings):
        for step in reading.commitments:
            matter = [w for w in about if w[0] == j and step.last <= w[1] < step.object_last]
            if step.level in _SAYING and not step.negated and len(matter) > 1:
                places = c.left.place(index, negation.cue_first, spoken.last), c.right.place(j, step.first, step.last)
                why = "One side says that it was not spoken of, the other reports what was said of it."
                yield Evidence("unspoken", Facet.POLARITY, Verdict.CONFLICT, *places, why, certain=True)
                return


def _is_speaking(side: Side, index: int, step: Commitment) -> bool:
    """Tell whether a step is to speak of something: whoever does not acknowledge a thing may have spoken of it."""
    return step.level == "discussed" or side.readings[index].tokens[step.first].lower in _SPOKEN


def _first_step(steps: Sequence[Commitment], negation: Negation) -> Commitment | None:
    """Return the step that a negation negates: the first within two words of its cue."""
    return next((s for s in steps if negation.cue_last <= s.first <= negation.cue_last + 1), None)


def _within_negation(c: Contrast, left: Word, right: Word) -> bool:
    return (_times(c.left, left) + _times(c.right, right)) % 2 == 1


def _contrary_covered(index: int, negation: Negation, pairs: list[tuple[Word, Word]]) -> bool:
    return any(w[0] == index and negation.cue_first <= w[1] < negation.cue_last for w, _ in pairs)


def _contrary(c: Contrast, left: Word, right: Word) -> Evidence:
    return Evidence(
        "contrary",
        Facet.POLARITY,
        Verdict.CONFLICT if c.close else Verdict.PARTIAL,
        c.left.place(left[0], left[1], left[1] + 1),
        c.right.place(right[0], right[1], right[1] + 1),
        "The two words are contraries.",
        certain=c.close,
    )
