"""Find words of two sides that are contraries of each other."""

from collections.abc import Iterator

from claimdiff.language.reading import Cue
from claimdiff.verdict.contrast import Contrast, Side, Word

SILENT = frozenset({"prefix", "halt"})
"""Kinds of negation that deny nothing."""

_PREFIXES = ("un", "in", "im", "il", "ir", "non", "dis", "a", "anti", "mis")


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
            one, two = c.left.token(left), c.right.token(other)
            if contrary or _by_prefix(one.lower, two.lower) or _by_prefix(one.stem, two.stem):
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
