"""Compare "none", "nobody" and "no casualties" with a count of the same."""

from collections.abc import Iterator

from claimdiff.language.cues import clause_end, clause_start
from claimdiff.language.polarity import negated_times
from claimdiff.language.reading import Comparator, Negation, Reading
from claimdiff.verdict.contrast import Contrast, Word
from claimdiff.verdict.evidence import Evidence
from claimdiff.verdict.owners import other_owners, owner
from claimdiff.verdict.quantity import GENERIC, Item, items
from claimdiff.verdict.time_fit import may_be_one_day
from claimdiff.vocabulary import Facet, Verdict

FATAL, HURT, EITHER = "fatal", "hurt", "either"
HARM = {
    **dict.fromkeys("kill die dead death fatal perish slain drown".split(), FATAL),
    **dict.fromkeys("injur injuri wound hurt maim".split(), HURT),
    **dict.fromkeys("casualti victim loss".split(), EITHER),
}
"""Stems of words for people who come to harm, and which harm they tell of."""
DENIES = {FATAL: {FATAL, EITHER}, HURT: {HURT}, EITHER: {FATAL, HURT, EITHER}}
"""Which harm cannot be where there was none of the first."""
_LOST = frozenset({"lost", "lose"})
_NONE = frozenset({"no", "none", "nobody", "zero", "not"})
_PERSONS = GENERIC | frozenset(
    "women child children soldier servicemen offic civilian passeng worker employe resid citizen student protest prison "
    "hostag crew patient minist deputi voter player doctor nurs driver journalist".split()
)
"""Stems of words for persons: whom "nobody" is said of."""
_PRONOUNS = frozenset({"nobody", "one", "none"})
_DETERMINERS = frozenset("of the its their our his her these those any single".split())
_OPEN = frozenset(
    {
        "possible",
        "conditional",
        "obliged",
        "hoped",
        "planned",
        "demanded",
        "called-for",
        "proposed",
        "will",
        "committed",
    }
)
"""Steps with which it is not said that something is so."""
_CAPS = frozenset({Comparator.AT_MOST, Comparator.LESS_THAN})


def compare_none(c: Contrast) -> Iterator[Evidence]:
    """Yield that the left side says there was none where the right side counts some."""
    counts = [item for item in items(c.right) if item.quantity.kind in {"count", "bare"} and item.quantity.low >= 1]
    for index, reading in enumerate(c.left.readings):
        for negation in reading.negations:
            if negation.kind != "no" or not counts or _is_open(reading) or not _says_none(reading, negation):
                continue
            item = next((item for item in counts if _is_denied(c, index, negation, item)), None)
            if item is not None:
                q = item.quantity
                last = min(negation.last, negation.cue_last + 4)
                places = c.left.place(index, negation.cue_first, last), c.right.place(item.index, q.first, q.last)
                why = "One side says that there was none, the other counts some."
                yield Evidence("none-counted", Facet.POLARITY, Verdict.CONFLICT, *places, why, certain=True)
                return


def _is_open(reading: Reading) -> bool:
    return any(step.level in _OPEN for step in reading.commitments)


def _says_none(reading: Reading, negation: Negation) -> bool:
    tokens = reading.tokens
    return tokens[negation.cue_first].lower in _NONE and negated_times(reading.negations, negation.cue_first) == 0


def _is_denied(c: Contrast, index: int, negation: Negation, item: Item) -> bool:
    """Tell whether a count of the right side is of what the left side says there was none of, all its words told alike."""
    there = c.right.readings[item.index]
    q = item.quantity
    if _is_open(there) or q.comparator in _CAPS or negated_times(there.negations, q.first):
        return False
    words = [w for w in c.left.content if w[0] == index and negation.cue_last <= w[1] < negation.last]
    harms = {HARM[c.left.token(w).stem] for w in words if c.left.token(w).stem in HARM}
    plain = [w for w in words if c.left.token(w).stem not in HARM]
    first, last = clause_start(there.tokens, q.first), clause_end(there.tokens, q.last)
    if not words or not all(_is_there(c, w, item.index, (first, last)) for w in plain):
        return False
    if harms and not _harm(there, q.first, first, last) & {found for harm in harms for found in DENIES[harm]}:
        return False
    return _counts(c, index, negation, item, plain, bool(harms)) and _together(c, index, negation, item)


def _is_there(c: Contrast, word: Word, index: int, clause: tuple[int, int]) -> bool:
    """Tell whether a word has its partner, not negated, in a clause of the right side; "people" needs none."""
    if c.left.token(word).stem in GENERIC:
        return True
    other = c.pairs.get(word)
    if other is None or other[0] != index or not clause[0] <= other[1] < clause[1]:
        return False
    return negated_times(c.right.readings[index].negations, other[1]) == 0


def _harm(reading: Reading, number: int, first: int, last: int) -> set[str]:
    """Return the harm that a clause tells of: "lost 14 soldiers" is a loss."""
    words = reading.tokens[first:last]
    found = {HARM[token.stem] for token in words if token.stem in HARM}
    return found | (
        {EITHER} if any(token.lower in _LOST for token in reading.tokens[max(0, number - 3) : number]) else set()
    )


def _counts(c: Contrast, index: int, negation: Negation, item: Item, plain: list[Word], harmed: bool) -> bool:
    """Tell whether a number counts the thing that "no" stands before; for "nobody", whether it counts persons."""
    tokens = c.left.readings[index].tokens
    k = negation.cue_last
    while k < negation.last and tokens[k].lower in _DETERMINERS:
        k += 1
    noun: list[Word] = []
    pronoun = tokens[k - 1].lower in _PRONOUNS  # What follows "nobody" is a verb, what follows "none of the" a thing.
    while not pronoun and k < negation.last and tokens[k].content:
        noun.append((index, k))
        k += 1
    things = [w for w in noun if w in plain and c.left.token(w).stem not in GENERIC]
    if not things:
        return harmed or not item.noun.isdisjoint(_PERSONS) or not frozenset(item.head).isdisjoint(_PERSONS)
    partner = c.pairs.get(things[-1])
    q = item.quantity
    return partner is not None and (q.first <= partner[1] < q.last or c.right.token(partner).stem in item.noun)


def _together(c: Contrast, index: int, negation: Negation, item: Item) -> bool:
    """Tell whether nothing shows that the two are of other owners, places or days."""
    q = item.quantity
    if other_owners(
        owner(c.left, index, negation.cue_first, negation.last), owner(c.right, item.index, q.first, q.last)
    ):
        return False
    here, there = c.left.readings[index], c.right.readings[item.index]
    places = {m.place for m in here.places}, {m.place for m in there.places}
    if all(places) and places[0].isdisjoint(places[1]):
        return False
    times = [[t for t in reading.times if t.earliest or t.latest] for reading in (here, there)]
    return not all(times) or any(may_be_one_day(p, r) for p in times[0] for r in times[1])
