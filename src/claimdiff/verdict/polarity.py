"""Compare polarity: one side says what the other denies."""

from collections.abc import Iterator

from claimdiff.language.polarity import negated_times
from claimdiff.language.reading import Cue, Negation
from claimdiff.verdict.contrast import Contrast, Side, Word
from claimdiff.verdict.evidence import Evidence
from claimdiff.vocabulary import Facet, Verdict

_PREFIXES = ("un", "in", "im", "il", "ir", "non", "dis", "a", "anti", "mis")
_HYPOTHETICAL = frozenset({"if", "when", "unless", "whether", "until", "once", "whenever"})
SILENT = frozenset({"prefix", "halt"})
"""Kinds of negation that deny nothing."""
SHARED = 0.5
"""Share of the negated words that the other side must have for the negation to be about the same thing."""


def compare_polarity(c: Contrast) -> Iterator[Evidence]:
    """Yield what the left side negates or puts in contrary words and the right side does not."""
    contraries = list(find_contraries(c))
    for index, reading in enumerate(c.left.readings):
        for negation in reading.negations:
            if negation.kind in SILENT or _halted(c.right, c.left) or not _flips(c, index, negation):
                continue
            inside = [w for w, _ in contraries if w[0] == index and negation.first <= w[1] < negation.last]
            if inside or _contrary_covered(c, index, negation, contraries):
                continue
            yield _negated(c, index, negation)
    odd = [pair for pair in contraries if not _within_negation(c, *pair)]
    if len(odd) % 2 == 1:
        for left, right in odd:
            yield _contrary(c, left, right)


def _flips(c: Contrast, index: int, negation: Negation) -> bool:
    """Tell whether most of what is negated stands un-negated on the right side."""
    reading = c.left.readings[index]
    inside = [w for w in c.left.content if w[0] == index and negation.first <= w[1] < negation.last]
    inside = [w for w in inside if not negation.cue_first <= w[1] < negation.cue_last]
    shared = [w for w in inside if w in c.pairs]
    if not shared or len(shared) < SHARED * len(inside):
        return False
    flipped = [w for w in shared if (negated_times(reading.negations, w[1]) - _times(c.right, c.pairs[w])) % 2 == 1]
    return 2 * len(flipped) > len(shared)


def _halted(side: Side, other: Side) -> bool:
    """Tell whether a side stops or prevents where the other does not: that can be the same as not doing it."""
    return _halts(side) and not _halts(other)


def _halts(side: Side) -> bool:
    return any(n.kind == "halt" for reading in side.readings for n in reading.negations)


def _times(side: Side, word: Word) -> int:
    return negated_times(side.readings[word[0]].negations, word[1])


def _negated(c: Contrast, index: int, negation: Negation) -> Evidence:
    reading = c.left.readings[index]
    shared = [w for w in c.left.content if w[0] == index and negation.first <= w[1] < negation.last and w in c.pairs]
    target = c.pairs[shared[0]]
    before = reading.tokens[max(0, negation.cue_first - 12) : negation.cue_first]
    hypothetical = any(token.lower in _HYPOTHETICAL for token in before)
    other_subject = c.close and _subjects_differ(c, index, negation, target)
    grave = not hypothetical and not other_subject
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


def _subjects_differ(c: Contrast, index: int, negation: Negation, target: Word) -> bool:
    """Tell whether other names stand before the verb on each side: then it is said of somebody else."""
    left = [w for w in c.left_only if w[0] == index and w[1] < negation.cue_first]
    right = [w for w in c.right_only if w[0] == target[0] and w[1] < target[1]]
    return (
        bool(left and right)
        and all(c.left.token(w).text[0].isupper() for w in left[:1])
        and all(c.right.token(w).text[0].isupper() for w in right[:1])
        and not _quantified(c.right, target)
        and not _quantified(c.left, (index, negation.cue_first))
    )


def _quantified(side: Side, word: Word) -> bool:
    return any(m.kind == "quantifier" and m.first < word[1] for m in side.readings[word[0]].scopes)


def find_contraries(c: Contrast) -> Iterator[tuple[Word, Word]]:
    """Yield words of one side only whose contrary (from the lexicon, or by a prefix) stands on the other side only."""
    right = [(w, _opposites(c.right, w)) for w in c.right_only]
    used: set[Word] = set()
    for left in c.left_only:
        cues = _opposites(c.left, left)
        for other, others in right:
            if other in used:
                continue
            contrary = any(a.value == b.other for a in cues for b in others)
            if contrary and not c.slot(left, other):
                continue
            if contrary or _by_prefix(c.left.token(left).lower, c.right.token(other).lower):
                used.add(other)
                yield left, other
                break


def _opposites(side: Side, word: Word) -> list[Cue]:
    reading = side.readings[word[0]]
    if any(n.kind not in SILENT and n.cue_first <= word[1] < n.cue_last for n in reading.negations):
        return []
    return [cue for cue in reading.cues if cue.kind == "opposite" and cue.first <= word[1] < cue.last]


def _by_prefix(one: str, other: str) -> bool:
    short, long_ = sorted((one, other), key=len)
    return len(short) > 3 and any(long_ == prefix + short for prefix in _PREFIXES)


def _within_negation(c: Contrast, left: Word, right: Word) -> bool:
    return (_times(c.left, left) + _times(c.right, right)) % 2 == 1


def _contrary_covered(c: Contrast, index: int, negation: Negation, pairs: list[tuple[Word, Word]]) -> bool:
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
