"""What our wording says beyond the words that it rests on: numbers, times, names, steps and negations."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from claimdiff.accounts.model import Account, Assertion
from claimdiff.language.reading import Comparator, Negation, Quantity, Reading, TimeExpression
from claimdiff.verdict.bounds import Stated, interval, overlap
from claimdiff.verdict.contraries import SILENT
from claimdiff.verdict.contrast import contrast
from claimdiff.verdict.judge import gather
from claimdiff.vocabulary import Verdict

HIGHER = 0.2
"""How much further up the ladder of commitment our wording has to be than all quotes to be told."""
BINDING = frozenset({"implemented", "ordered", "decided", "agreed", "committed", "reaffirmed"})
"""Steps by which somebody is bound."""
MATTERS = frozenset({"stopped", "suspended", "withdrew", "possible", "conditional"})
"""Steps that may be the matter itself ("demanded to stop aid"): they say nothing of how far somebody goes."""
PRONOUNS = frozenset("he she they we i it his her their our my its him them us such this these that those".split())
_SMALL = 2
_SMALL_WORDS = frozenset(
    "a an the on in of for by at from to until since before after within about around some".split()
)
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rested:
    """An assertion that rests on quotes alone, read: its text, its quotes, the words around those in their sources, and the
    account's own names.
    """

    account: Account
    index: int
    assertion: Assertion
    text: Reading
    quotes: tuple[Reading, ...]
    around: Reading
    own: Reading

    def words(self) -> set[str]:
        """Return the words of the quotes in lower case."""
        return {token.lower for reading in self.quotes for token in reading.tokens}


def beyond(rested: Rested) -> Iterator[tuple[int, int, str]]:
    """Yield the start and end in the text of what no quote bears out, and what is to be said of it."""
    nowhere = "stands in none of its quotes; quote the words that bear it out, or correct it"
    said = rested.words()
    for quantity in rested.text.quantities:
        if not _counted(quantity, rested) and not _spelt(rested.text, quantity.first, quantity.last, said):
            yield quantity.start, quantity.end, nowhere
    for time in rested.text.times:
        if not _timed(time, rested) and not _spelt(rested.text, time.first, time.last, said):
            yield time.start, time.end, nowhere
    yield from ((start, end, nowhere) for start, end in _names(rested))
    denials = list(_each(rested.quotes, lambda reading: reading.negations))
    for negation in rested.text.negations:
        if negation.kind not in SILENT and not any(_denies(other) for other in denials):
            yield negation.start, negation.end, "negates what none of its quotes negates; correct it"
    yield from _committed(rested)
    yield from _opposed(rested)


def _counted(quantity: Quantity, rested: Rested) -> bool:
    if (
        quantity.high <= _SMALL
        and quantity.low == quantity.high
        and not rested.text.tokens[quantity.first].text.isdigit()
    ):
        return True  # "the two presidents", "one of them"
    stated = list(_each(rested.quotes, lambda reading: reading.quantities))
    return any(
        (quantity.low, quantity.high) == (other.low, other.high) or _bears_out(quantity, other) for other in stated
    )


def _bears_out(rough: Quantity, exact: Quantity) -> bool:
    """Tell whether an exact number lies in the range that our wording leaves: "about 100", "more than 90" for 98."""
    if rough.comparator is Comparator.EXACT or exact.comparator is not Comparator.EXACT or rough.unit != exact.unit:
        return False
    ours, theirs = (interval(Stated(q.low, q.high, q.comparator, q.kind == "count")) for q in (rough, exact))
    return overlap(ours, theirs)


def _timed(time: TimeExpression, rested: Rested) -> bool:
    for other in _each(rested.quotes, lambda reading: reading.times):
        if (time.days, time.minutes) != (other.days, other.minutes):
            continue
        if time.earliest is None or time.latest is None or other.earliest is None or other.latest is None:
            if (time.earliest, time.latest) == (other.earliest, other.latest):
                return True
        elif time.earliest <= other.latest and other.earliest <= time.latest:
            return True
    return False


def _spelt(reading: Reading, first: int, last: int, said: set[str]) -> bool:
    """Tell whether all words of a stretch that carry meaning stand in the quotes as they are."""
    words = {token.lower for token in reading.tokens[first:last] if token.text[0].isalnum()}
    carrying = {word for word in words if word not in _SMALL_WORDS}
    return bool(carrying) and carrying <= said


def _names(rested: Rested) -> Iterator[tuple[int, int]]:
    """Yield the names in the text that neither the quotes nor what stands around them have."""
    there = (*rested.quotes, rested.around)
    parties = {mention.party for mention in _each(there, lambda reading: reading.actors)}
    places = {place for mention in _each(there, lambda r: r.places) for place in (mention.place, *mention.within)}
    lower = {token.lower for reading in there for token in reading.tokens}
    stems = {token.stem for reading in there for token in reading.tokens}
    people = _people_named(rested)
    covered: set[int] = set()
    for actor in rested.text.actors:
        covered |= set(range(actor.first, actor.last))
        somebody_else = actor.form == "person" and people is not None and actor.actor not in people
        unnamed = actor.party not in parties and not _spelt(rested.text, actor.first, actor.last, lower)
        if actor.form != "pronoun" and (somebody_else or unnamed):
            yield actor.start, actor.end
    for place in rested.text.places:
        named = set(range(place.first, place.last))
        if (
            not named & covered
            and place.place not in places
            and not _spelt(rested.text, place.first, place.last, lower)
        ):
            yield place.start, place.end
        covered |= named
    for time in rested.text.times:
        covered |= set(range(time.first, time.last))
    for quantity in rested.text.quantities:
        covered |= set(range(quantity.first, quantity.last))
    for i, token in enumerate(rested.text.tokens):
        proper = (
            i > 0 and token.text[0].isupper() and len(token.text) > 1 and rested.text.tokens[i - 1].text not in '.:“"'
        )
        if proper and i not in covered and token.lower not in lower and token.stem not in stems:
            yield token.start, token.end


def _people_named(rested: Rested) -> set[str] | None:
    """Return the people whom the text may name; None where a quote names none, or leaves it open whom it speaks of."""
    named = {m.actor for m in _each(rested.quotes, lambda reading: reading.actors) if m.form == "person"}
    if not named or any(leaves_open(reading) for reading in rested.quotes):
        return None
    return named | {mention.actor for mention in rested.own.actors}


def _committed(rested: Rested) -> Iterator[tuple[int, int, str]]:
    """Yield the strongest step of our wording where every quote stays well below it."""
    steps = [step for step in rested.text.commitments if step.level in BINDING and not step.negated]
    theirs = [step for step in _each(rested.quotes, lambda reading: reading.commitments) if step.level not in MATTERS]
    if not steps or not theirs:
        return
    ours, highest = max(steps, key=lambda step: step.strength), max(theirs, key=lambda step: step.strength)
    if ours.strength > highest.strength + HIGHER:
        yield ours.start, ours.end, f"({ours.level}) goes further than its quotes ({highest.level}); correct it"


def _opposed(rested: Rested) -> Iterator[tuple[int, int, str]]:
    """Yield where the judge's rules find the text opposed to the quotes."""
    for evidence in gather(contrast([rested.text], list(rested.quotes))):
        if evidence.verdict is Verdict.CONFLICT and evidence.left is not None and evidence.certain:
            message = f"is opposed to its quotes: {why(evidence.explanation)}; correct it"
            yield evidence.left.start, evidence.left.end, message


def _denies(negation: Negation) -> bool:
    """Tell whether a negation denies anything."""
    return negation.kind not in SILENT


def why(explanation: str) -> str:
    """Return an explanation as a part of a sentence."""
    return explanation[:1].lower() + explanation[1:].rstrip(".")


def _each(readings: Iterable[Reading], of: Callable[[Reading], Sequence[T]]) -> Iterator[T]:
    """Yield what each reading has of one kind."""
    for reading in readings:
        yield from of(reading)


def leaves_open(reading: Reading) -> bool:
    """Tell whether a quote speaks of somebody before it names anybody."""
    named = [mention.first for mention in reading.actors if mention.form != "pronoun"]
    first = min(named, default=len(reading.tokens))
    return not named or any(token.lower in PRONOUNS for token in reading.tokens[:first])
