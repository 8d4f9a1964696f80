"""Tell whether one side tells as done what the other only wants, plans, threatens, tries or is said to do."""

from claimdiff.language.reading import Commitment, Reading
from claimdiff.verdict.contrast import Contrast, Side

OPEN = frozenset(
    {"will", "planned", "proposed", "called-for", "demanded", "hoped", "ready", "offered", "considered", "warned", "possible",
     "obliged", "committed", "agreed", "decided"}
)  # fmt: skip
"""Steps with which a thing is not done yet."""
_HEDGES = frozenset(
    "allegedly reportedly supposedly apparently seemingly suspected alleged tried tries try attempted attempts attempt "
    "pretended hesitated avoided delayed almost nearly partly stopped".split()
)
"""Words with which a thing was not done, or not quite, or is not known to be."""
_HEDGES_BEFORE_TO = frozenset("used told forced allowed free said permitted able obliged supposed set".split())
"""Words that are such where "to" follows."""


def told_as_done_by_one(c: Contrast) -> bool:
    """Tell whether one side tells a step as open or hedged and the other has neither step nor hedge.

    "Withdrew from the treaty" is not what "threatened to withdraw from the treaty" says.
    """
    left, right = _steps(c.left), _steps(c.right)
    opened = [any(s.level in OPEN for s in steps) for steps in (left, right)]
    other = right if opened[0] else left
    return (opened[0] != opened[1] and not other) or _hedges(c.left) != _hedges(c.right)


def _steps(side: Side) -> list[Commitment]:
    """Return the steps of a side that govern a verb ("wants to leave", "is considering leaving"), and its "will"."""
    return [step for reading in side.readings for step in reading.commitments if _governs(reading, step)]


def _governs(reading: Reading, step: Commitment) -> bool:
    """Tell whether a verb follows a step, so that the step is about doing it."""
    if step.level in {"will", "possible", "obliged"}:
        return True
    tokens, last = reading.tokens, step.last
    following = tokens[last].lower if last < len(tokens) else ""
    return following == "to" or following.endswith("ing") or tokens[last - 1].lower == "to"


def _hedges(side: Side) -> bool:
    return any(_is_hedged(reading, k) for reading in side.readings for k in range(len(reading.tokens)))


def _is_hedged(reading: Reading, place: int) -> bool:
    """Tell whether a word hedges; "nearly two hours" is a length, and no hedge."""
    word = reading.tokens[place].lower
    following = reading.tokens[place + 1].lower if place + 1 < len(reading.tokens) else ""
    if word in _HEDGES_BEFORE_TO:
        return following == "to"
    spans = [*((t.first, t.last) for t in reading.times), *((q.first, q.last) for q in reading.quantities)]
    return word in _HEDGES and not any(first <= place + 1 < last for first, last in spans)
