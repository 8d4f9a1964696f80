"""Tell who speaks, who acts and who is blamed on a side."""

from collections.abc import Iterator

from claimdiff.language.commitment import subjects
from claimdiff.language.cues import clause_end, clause_start
from claimdiff.language.reading import ActorMention, Cue, Quantity, Reading
from claimdiff.verdict.contrast import Side

Named = tuple[int, ActorMention]
"""An actor with the index of the reading that names it."""

_EARLY = 14
"""A reporting verb within the first so many tokens introduces all that follows."""
COLLECTIVE = frozenset(
    "sides parties leaders presidents countries nations governments delegations ministers states".split()
)
_DEFINITE = frozenset({"the", "these", "those", "between", "our", "their"})
_PAIR = 2
_ALL = frozenset("both two all".split())
_BEFORE_NOUNS = frozenset("the a an of by without no any its their his her our my this these those".split())


def reported_from(reading: Reading) -> int:
    """Return the token index at which what is reported begins: after "X said that"; 0 where nothing is reported."""
    for cue in reading.cues:
        if cue.kind == "report" and cue.first <= _EARLY and cue.first > 0 and not _is_noun(reading, cue):
            return cue.last
    return 0


def _is_noun(reading: Reading, cue: Cue) -> bool:
    """Tell whether a word of reporting only names a report, doubt or protest: "without warning", "by demonstrators"."""
    return reading.tokens[cue.first - 1].lower in _BEFORE_NOUNS


def speakers(side: Side) -> list[Named]:
    """Return the actors that a side's reporting verbs have as subject."""
    return [
        (i, mention)
        for i, reading in enumerate(side.readings)
        if (end := reported_from(reading))
        for mention in subjects(reading.tokens, reading.actors, 0, end)
    ]


def agents(side: Side) -> list[Named]:
    """Return who acts: the subjects of what is reported or stated; the speaker where that names none."""
    found = []
    for i, reading in enumerate(side.readings):
        begin = reported_from(reading)
        step = min((s.first for s in reading.commitments if s.first >= begin), default=len(reading.tokens))
        inner = subjects(reading.tokens, reading.actors, begin, max(step, begin + 1))
        found += [(i, mention) for mention in inner or subjects(reading.tokens, reading.actors, 0, begin)]
    return found


def by_agents(side: Side) -> list[Named]:
    """Return the actors named after "by" on a side: who did it, or helped."""
    return [
        (i, mention)
        for i, reading in enumerate(side.readings)
        for mention in reading.actors
        if "by" in {token.lower for token in reading.tokens[max(0, mention.first - 2) : mention.first]}
    ]


def collective(side: Side) -> tuple[int, int, int] | None:
    """Return where a side says "both sides", "all parties" and the like: reading, first and last token."""
    for i, reading in enumerate(side.readings):
        for j, token in enumerate(reading.tokens[1:], 1):
            if token.lower in COLLECTIVE and reading.tokens[j - 1].lower in _ALL:
                return i, j - 1, j + 1
    return None


def figures(reading: Reading) -> list[Quantity]:
    """Return the quantities of a text but for "the two sides" and the like, which count nothing."""
    return [q for q in reading.quantities if not (q.low == q.high == _PAIR and _is_collective(reading, q))]


def _is_collective(reading: Reading, quantity: Quantity) -> bool:
    before = reading.tokens[quantity.first - 1].lower if quantity.first else ""
    words = {token.lower for token in reading.tokens[quantity.first : quantity.last + 1]}
    return before in _DEFINITE and not COLLECTIVE.isdisjoint(words)


def blamed(side: Side) -> list[tuple[int, ActorMention, Cue]]:
    """Return the actors that a side puts in a hostile light, with the hostile word.

    An actor is blamed where it stands in the clause of a hostile word: nearest before it, else nearest after it. Who
    speaks is not blamed.
    """
    return [entry for i, reading in enumerate(side.readings) for entry in _blamed(i, reading)]


def _blamed(index: int, reading: Reading) -> Iterator[tuple[int, ActorMention, Cue]]:
    begin = reported_from(reading)
    telling = set(subjects(reading.tokens, reading.actors, 0, begin))
    for cue in reading.cues:
        if cue.kind != "tone" or cue.other != "hostile":
            continue
        first, last = clause_start(reading.tokens, cue.first), clause_end(reading.tokens, cue.last)
        near = [m for m in reading.actors if first <= m.first < last and m not in telling]
        before = [m for m in near if m.last <= cue.first]
        after = [m for m in near if m.first >= cue.last]
        if before or after:
            yield index, before[-1] if before else after[0], cue
