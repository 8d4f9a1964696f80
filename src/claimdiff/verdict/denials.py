"""Tell whether two sides deny the same in other words: "rejected the plan", "did not accept the plan"."""

from collections.abc import Mapping

from claimdiff.language.reading import Reading, Token
from claimdiff.verdict.commitment import is_verbal
from claimdiff.verdict.contrast import Contrast, Side, Word

AGAINST = frozenset({"rejected", "opposed", "denied", "stopped", "withdrew"})
"""Steps that do what "not" does to what they are about."""
CONSENT = frozenset({"agreed", "decided", "rejected"})
"""Steps that, denied, are a refusal; "not accept" is one of rejecting."""
DENYING = frozenset("not no never nor neither none cannot nobody nothing".split())


def denies(token: Token) -> bool:
    """Tell whether a word is one of denying by itself."""
    return token.lower in DENYING or token.lower.endswith("n't")


def deny_alike(c: Contrast) -> bool:
    """Tell whether the sides are wordings of one sentence in which each word is denied on both or on neither, and some are."""
    if not c.close or not (_all_tell(c.left, c.pairs) and _all_tell(c.right, c.back)):
        return False
    matter = [
        (ours, theirs) for ours, theirs in c.pairs.items() if not (_is_step(c.left, ours) or _is_step(c.right, theirs))
    ]
    told = [(denied(c.left, ours), denied(c.right, theirs)) for ours, theirs in matter]
    return any(ours and theirs for ours, theirs in told) and all(ours == theirs for ours, theirs in told)


def _is_step(side: Side, word: Word) -> bool:
    """Tell whether a word is what denies, or a step that may be taken or refused in many words."""
    reading = side.readings[word[0]]
    steps = [s for s in reading.commitments if s.level in AGAINST | CONSENT and is_verbal(reading, s)]
    spans = [(n.cue_first, n.cue_last) for n in reading.negations] + [(s.first, s.last) for s in steps]
    return any(first <= word[1] < last for first, last in spans)


def _all_tell(side: Side, pairs: Mapping[Word, Word]) -> bool:
    """Tell whether every denial of a side is seen in some word that corresponds; "not simply" cannot be compared."""
    for reading in side.readings:
        cues = {k for n in reading.negations for k in range(n.cue_first, n.cue_last)}
        if any(denies(token) and k not in cues for k, token in enumerate(reading.tokens)):
            return False
    return all(
        any(first <= word[1] < last for word in pairs if word[0] == index)
        for index, reading in enumerate(side.readings)
        for first, last in _negating_spans(reading)
    )


def denied(side: Side, word: Word) -> bool:
    """Tell whether a word is denied, refused, banned or brought to an end, an odd number of times."""
    reading, place = side.readings[word[0]], word[1]
    spans = _negating_spans(reading)
    return sum(first <= place < last for first, last in spans) % 2 == 1


def _negating_spans(reading: Reading) -> list[tuple[int, int]]:
    """Return what negations and steps against cover, the words after them; a step that is put as a negation counts once."""
    found = [n for n in reading.negations if n.kind != "prefix"]
    cues = {k for n in found for k in range(n.cue_first, n.cue_last)}
    steps = [
        (step.object_first, step.object_last)
        for step in reading.commitments
        if step.level in AGAINST and is_verbal(reading, step) and cues.isdisjoint(range(step.first, step.last))
    ]
    return [*((n.cue_last if n.kind == "halt" else n.first, n.last) for n in found), *steps]
