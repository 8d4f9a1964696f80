"""Tell which day of a matter a time fixes: when it is agreed or announced, when it begins, when it ends."""

from claimdiff.language.cues import clause_end, clause_start
from claimdiff.language.reading import Reading
from claimdiff.verdict.contrast import Contrast, Side, Word

ENDS = frozenset({"begin", "finish"})
_REACH = 12
"""Words before a time in which the word is looked for that tells what it is the time of."""


def phase_of(reading: Reading, first: int, last: int) -> str:
    """Return the phase of the word nearest before the tokens [first, last) of a time, else nearest after; "" for none."""
    tokens = reading.tokens
    begin = max(clause_start(tokens, first), first - _REACH)
    found = [cue for cue in reading.cues if cue.kind == "phase"]
    before = [cue for cue in found if begin <= cue.first and cue.last <= first]
    if before:
        return before[-1].value
    end = clause_end(tokens, last)
    return next((cue.value for cue in found if last <= cue.first < end), "")


def other_phases(ours: str, theirs: str) -> bool:
    """Tell whether two times are of different days of a matter, so that they are not to be compared."""
    return bool(ours and theirs) and ours != theirs


def two_ends(c: Contrast, left: Word, right: Word) -> bool:
    """Tell whether one word begins and the other ends something, each with a time: the two ends of one span."""
    ours, theirs = _timed_phase(c.left, left), _timed_phase(c.right, right)
    return other_phases(ours, theirs) and {ours, theirs} == ENDS


def _timed_phase(side: Side, word: Word) -> str:
    """Return the phase that a word gives to a time of its clause; "" where it gives none."""
    reading = side.readings[word[0]]
    cue = next((q for q in reading.cues if q.kind == "phase" and q.first <= word[1] < q.last), None)
    if cue is None:
        return ""
    first, last = clause_start(reading.tokens, cue.first), clause_end(reading.tokens, cue.last)
    return cue.value if any(first <= time.first <= last for time in reading.times) else ""
