"""Compare what is said to have become of a thing: upheld or quashed, open or shut, safe or contaminated."""

from collections.abc import Iterator
from dataclasses import dataclass

from claimdiff.language.polarity import negated_times
from claimdiff.language.reading import Cue
from claimdiff.verdict.contrast import Contrast, Side, Word
from claimdiff.verdict.denials import DENYING
from claimdiff.verdict.evidence import Evidence
from claimdiff.verdict.exchanged import change_places
from claimdiff.verdict.parts import are_parts
from claimdiff.verdict.phases import two_ends
from claimdiff.verdict.roles import reported_from
from claimdiff.verdict.supposed import is_supposed
from claimdiff.verdict.time_fit import may_be_one_day
from claimdiff.verdict.valued import valued
from claimdiff.vocabulary import Facet, Verdict

COVERED = 0.7
"""Share of each side's words that must answer to the other's, the two states counted in, for both to be of one thing."""
_SHORT = 3
_ARTICLES = frozenset({"a", "an", "the"})
_FUTURE = frozenset({"will", "shall", "planned"})
_SUPPORTING = frozenset(
    "found find finds declared declares ruled made make makes put brought got get gets left".split()
)
"""Verbs that only carry a state: "found him guilty", "declared it void"."""
_STAYING = frozenset("remain remains stay stays keep keeps continue continues".split())


@dataclass(frozen=True, slots=True)
class State:
    """A state that a side tells of: the index of the reading, and the term."""

    index: int
    cue: Cue

    def covers(self, word: Word) -> bool:
        """Tell whether a word is part of the term."""
        return word[0] == self.index and self.cue.first <= word[1] < self.cue.last


def states(side: Side) -> list[State]:
    """Return the states that a side tells of, by place."""
    return [State(i, cue) for i, reading in enumerate(side.readings) for cue in reading.cues if cue.kind == "state"]


CONVERSE = frozenset({"buys", "sells", "lends", "borrows", "gives", "receives", "won", "lost"})
"""States that say the same of one act seen from its two ends: who buys from whom sells to him."""


def _from_two_ends(c: Contrast, a: State, b: State) -> bool:
    """Tell whether two converse states are told of one act: "Peru sold Chile a ship", "Chile bought a ship from Peru"."""
    if not {a.cue.value, b.cue.value} <= CONVERSE or not are_opposed(a.cue, b.cue):
        return False
    return change_places(c, (a.index, a.cue.first), (b.index, b.cue.first))


def told_alike(c: Contrast) -> tuple[frozenset[Word], frozenset[Word]]:
    """Return the words of each side by which both tell of one state, in the same words or others."""
    ours, theirs = states(c.left), states(c.right)
    shared = {s.cue.value for s in ours} & {s.cue.value for s in theirs}
    ends = [(a, b) for a in ours for b in theirs if _from_two_ends(c, a, b)]
    alike = (
        [*(a for a, _ in ends), *(s for s in ours if s.cue.value in shared)],
        [*(b for _, b in ends), *(s for s in theirs if s.cue.value in shared)],
    )
    left, right = (frozenset((s.index, k) for s in found for k in range(s.cue.first, s.cue.last)) for found in alike)
    return left, right


def seen_from_two_ends(c: Contrast) -> bool:
    """Tell whether each side tells of one act from the end of another of the two who act."""
    return any(_from_two_ends(c, a, b) for a in states(c.left) for b in states(c.right))


def are_opposed(one: Cue, other: Cue) -> bool:
    """Tell whether two states cannot hold at once."""
    return other.value in one.other.split() or one.value in other.other.split()


def compare_states(c: Contrast) -> Iterator[Evidence]:
    """Yield two states of one thing that cannot hold at once, where all else is said alike."""
    ours, theirs = states(c.left), states(c.right)
    if are_parts(c):
        return
    here, there = {s.cue.value for s in ours}, {s.cue.value for s in theirs}
    for a in ours:
        for b in theirs:
            if not are_opposed(a.cue, b.cue) or a.cue.value in there or b.cue.value in here:
                continue
            if _from_two_ends(c, a, b) or _is_plain_denial(c, a, b):
                continue
            if _denied(c.left, a) == _denied(c.right, b) and _is_one_thing(c, a, b) and _is_one_time(c, a, b):
                places = c.left.place(a.index, a.cue.first, a.cue.last), c.right.place(b.index, b.cue.first, b.cue.last)
                why = f"“{places[0].words}” and “{places[1].words}” cannot both be."
                yield Evidence("contrary", Facet.POLARITY, Verdict.CONFLICT, *places, why, certain=True)
                return


def _is_plain_denial(c: Contrast, a: State, b: State) -> bool:
    """Tell whether one term is the other with a "not": negations have their own comparison."""
    ours, theirs = (
        {token.stem for token in side.readings[state.index].tokens[state.cue.first : state.cue.last]}
        for side, state in ((c.left, a), (c.right, b))
    )
    return bool(DENYING & (ours ^ theirs)) and bool({word for word in ours & theirs if len(word) > _SHORT})


def _denied(side: Side, state: State) -> bool:
    return negated_times(side.readings[state.index].negations, state.cue.first) % 2 == 1


def _is_one_thing(c: Contrast, a: State, b: State) -> bool:
    """Tell whether the words beside two states are the same, and hardly any others differ."""
    alike = told_alike(c)
    rest = [
        [w for w in _told(side) if w not in paired and w not in same and not state.covers(w)]
        for side, paired, same, state in ((c.left, c.pairs, alike[0], a), (c.right, c.back, alike[1], b))
    ]
    if not any(not a.covers(w) and not b.covers(c.pairs[w]) for w in c.pairs):
        return False
    covers = [1 - len(own) / max(1, len(_told(side))) for own, side in zip(rest, (c.left, c.right), strict=True)]
    return min(covers) >= COVERED and (not any(rest) or _in_one_place(c, a, b))


def _told(side: Side) -> list[Word]:
    """Return the content words of what a side tells, its numbers and times left out."""
    passed = valued(side)
    return [
        w
        for w in side.content
        if w not in passed and w[1] >= reported_from(side.readings[w[0]]) and side.token(w).lower not in _SUPPORTING
    ]


def _in_one_place(c: Contrast, a: State, b: State) -> bool:
    """Tell whether two states stand beside words that correspond, before or after them, articles left aside."""
    before = (a.index, _plain(c.left, a)), (b.index, _plain(c.right, b))
    return c.beside(*before, -1) or c.beside((a.index, a.cue.last - 1), (b.index, b.cue.last - 1), 1)


def _plain(side: Side, state: State) -> int:
    first = state.cue.first
    return first - 1 if first and side.readings[state.index].tokens[first - 1].lower in _ARTICLES else first


def _is_one_time(c: Contrast, a: State, b: State) -> bool:
    """Tell whether both states are told of one time and place, as facts: what is shut may be to open."""
    if is_supposed(c.left, (a.index, a.cue.first)) or is_supposed(c.right, (b.index, b.cue.first)):
        return False
    staying = _stays(c.left, a) or _stays(c.right, b)
    if not staying and _is_to_come(c.left, a) != _is_to_come(c.right, b):
        return False
    places = [{m.place for r in side.readings for m in r.places} for side in (c.left, c.right)]
    if all(places) and places[0].isdisjoint(places[1]):
        return False
    if two_ends(c, (a.index, a.cue.first), (b.index, b.cue.first)):
        return False
    dates = [[t for r in side.readings for t in r.times if t.earliest or t.latest] for side in (c.left, c.right)]
    if all(dates):
        return any(may_be_one_day(p, q) for p in dates[0] for q in dates[1])
    named = [_named_days(side) for side in (c.left, c.right)]
    return not all(named) or not named[0].isdisjoint(named[1])


def _named_days(side: Side) -> set[str]:
    """Return the words by which a side names days without a date to count from: "Monday", "last week"."""
    return {
        reading.tokens[k].lower
        for reading in side.readings
        for time in reading.times
        if time.kind == "date" and not (time.earliest or time.latest)
        for k in range(time.first, time.last)
    }


def _stays(side: Side, state: State) -> bool:
    """Tell whether a state is said to last: what remains as it is is so already and will be."""
    return side.readings[state.index].tokens[state.cue.first].lower in _STAYING


def _is_to_come(side: Side, state: State) -> bool:
    reading = side.readings[state.index]
    return any(s.level in _FUTURE and s.object_first <= state.cue.first < s.object_last for s in reading.commitments)
