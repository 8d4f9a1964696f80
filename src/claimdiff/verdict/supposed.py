"""Tell whether something is only supposed, asked for or threatened, so that it need not have come true."""

from claimdiff.verdict.contrast import Side, Word

_HYPOTHETICAL = frozenset({"if", "when", "unless", "whether", "until", "once", "whenever", "either"})
_UNFULFILLED = frozenset(
    {"hoped", "planned", "proposed", "called-for", "demanded", "obliged", "considered", "ready", "offered", "warned"}
)
"""Steps whose object need not come true: that it did not denies nothing of them."""
_OPEN = frozenset({"possible", "conditional"})
_REACH = 12


def is_hypothetical(side: Side, word: Word) -> bool:
    """Tell whether a word stands after "if", "when" and the like."""
    tokens = side.readings[word[0]].tokens
    return any(token.lower in _HYPOTHETICAL for token in tokens[max(0, word[1] - _REACH) : word[1]])


def is_unfulfilled(side: Side, word: Word) -> bool:
    """Tell whether a word is the object of a step that need not have come true."""
    return any(
        step.level in _UNFULFILLED and step.object_first <= word[1] < step.object_last
        for step in side.readings[word[0]].commitments
    )


def is_supposed(side: Side, word: Word) -> bool:
    """Tell whether what a word says is not told as a fact."""
    made_open = any(
        step.level in _OPEN and step.object_first <= word[1] < step.object_last
        for step in side.readings[word[0]].commitments
    )
    return made_open or is_hypothetical(side, word) or is_unfulfilled(side, word)
