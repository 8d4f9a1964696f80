"""Tell where a negation on one side does not contradict the same words without it on the other."""

from claimdiff.language.cues import clause_end
from claimdiff.language.reading import Negation
from claimdiff.verdict.contrast import Contrast, Side, Word
from claimdiff.verdict.parts import are_parts

_AUXILIARIES = frozenset(
    "is are was were be been being has have had will would can could do does did may might".split()
)
_UP_TO = frozenset({"until", "till", "before", "unless", "without"})
_FROM_THEN = frozenset({"once", "when", "after", "if", "only", "provided", "upon", "following"})
_NEXT = 2
"""How many words past a negated clause the "until" of the next may stand."""
_SO_FAR = frozenset({"yet", "far"})
_PERFECT = frozenset({"has", "have", "had", "hasn't", "haven't", "hadn't"})
_TO_COME = frozenset({"will", "planned", "committed"})
_ENDING = frozenset({"stopped", "suspended", "withdrew", "rejected"})
_NEGATIVE = frozenset("closed shut barred banned blocked missed lost lacks lacked empty sealed".split())
"""Words that say by themselves that a thing is not, or not done."""


def is_reconciled(c: Contrast, index: int, negation: Negation, target: Word) -> bool:
    """Tell whether a negation of the left side and ``target``, a word it negates as it stands on the right, may both hold.

    "Not yet returned" and "will return"; "half is without power" and "half has power"; "nobody but the chairman" and "only the
    chairman"; "not lifted until there is a truce" and "lifted once there is"; "cannot be crossed" and "impassable"; "without
    power" and "power has not been restored".
    """
    return (
        _is_not_yet(c, index, negation, target)
        or are_parts(c)
        or _excepts(c)
        or _is_denied_too(c.right, target)
        or _waits(c, index, negation, target)
        or _says_no_too(c, index, negation, target)
    )


def _is_not_yet(c: Contrast, index: int, negation: Negation, target: Word) -> bool:
    """Tell whether a thing has not been done so far on the left side and is to come on the right."""
    tokens = c.left.readings[index].tokens
    around = {token.lower for token in tokens[max(0, negation.cue_first - 3) : negation.last + 2]}
    before = {token.lower for token in tokens[max(0, negation.cue_first - 2) : negation.cue_first]}
    open_left = any(step.level in _TO_COME for step in c.left.readings[index].commitments)
    if open_left or not (around & _SO_FAR or before & _PERFECT):
        return False
    steps = c.right.readings[target[0]].commitments
    return any(s.level in _TO_COME and not s.negated for s in steps)


def _waits(c: Contrast, index: int, negation: Negation, target: Word) -> bool:
    """Tell whether a thing is denied up to a condition on the left side and told from that condition on on the right."""
    here, there = c.left.readings[index].tokens, c.right.readings[target[0]].tokens
    until = any(token.lower in _UP_TO for token in here[negation.cue_last : negation.last + _NEXT])
    return until and any(token.lower in _FROM_THEN for token in there)


def _excepts(c: Contrast) -> bool:
    """Tell whether a side makes an exception and the other speaks of some only: the exception may be those."""
    kinds = [{m.kind for r in side.readings for m in r.scopes} for side in (c.left, c.right)]
    return any("exception" in one and "restrictive" in other for one, other in (kinds, kinds[::-1]))


def _is_denied_too(side: Side, word: Word) -> bool:
    """Tell whether a word is the subject of a verb that is denied: "power has not been restored"."""
    reading = side.readings[word[0]]
    end = clause_end(reading.tokens, word[1] + 1)
    k = word[1] + 1
    while k < end and reading.tokens[k].lower in _AUXILIARIES:
        k += 1
    starts = any(n.kind in {"not", "never"} and n.cue_first == k for n in reading.negations)
    verb = next((i for i in range(k + 1, end) if reading.tokens[i].content), None) if starts else None
    return verb is not None and "restor" in reading.tokens[verb].stem


def _says_no_too(c: Contrast, index: int, negation: Negation, target: Word) -> bool:
    """Tell whether the right side says no in a word of its own: "impassable", "scrapped", "closed to visitors"."""
    there = c.right.readings[target[0]]
    own = {w[1] for w in c.right_only if w[0] == target[0]}
    if any(n.kind == "prefix" and n.cue_first in own for n in there.negations):
        return True
    if any(there.tokens[k].lower in _NEGATIVE for k in own):
        return True
    doubled = any(s.level in _ENDING and s.first >= negation.cue_last for s in c.left.readings[index].commitments)
    ends = (s for s in there.commitments if s.level in _ENDING and s.first in own and not s.negated)
    return not doubled and any(s.object_first <= target[1] < s.object_last for s in ends)
