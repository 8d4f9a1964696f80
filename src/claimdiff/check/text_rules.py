"""Rules on text against quote: our wording says no more than the words that it rests on."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TypeVar

from claimdiff.accounts.diagnostic import Diagnostic
from claimdiff.accounts.model import Account, Assertion, Quote
from claimdiff.check.places import quote_path, within
from claimdiff.check.subject import Subject
from claimdiff.display import quoted
from claimdiff.language.numerals import STARTERS
from claimdiff.language.read import read
from claimdiff.language.reading import Comparator, Negation, Quantity, Reading, TimeExpression, Token
from claimdiff.verdict.bounds import Stated, interval, overlap
from claimdiff.verdict.contrast import contrast
from claimdiff.verdict.judge import gather
from claimdiff.vocabulary import Verdict

BEFORE = 400
"""How many characters before a quote may say whom "he" and "they" in it mean, besides the line that it stands in."""
MOST_PLACES = 5
"""How many places of a quote are looked at for that."""
HIGHER = 0.2
"""How much further up the ladder of commitment our wording has to be than all quotes to be told."""
SILENT = frozenset({"halt", "prefix"})
"""Kinds of negation that do not deny anything: "stop", "illegal"."""
BINDING = frozenset({"implemented", "ordered", "decided", "agreed", "committed", "reaffirmed"})
"""Steps by which somebody is bound."""
MATTERS = frozenset({"stopped", "suspended", "withdrew", "possible", "conditional"})
"""Steps that may be the matter itself ("demanded to stop aid"): they say nothing of how far somebody goes."""
PRONOUNS = frozenset("he she they we i it his her their our my its him them us such this these that those".split())
WORDS_OF_TIME = frozenset(
    "today tonight tomorrow yesterday now immediately soon daily weekly monthly yearly annually last next ago earlier later "
    "minute minutes hour hours day days week weeks month months year years decade decades century noon midnight morning "
    "afternoon evening night spring summer autumn winter weekend".split()
)
"""Lower-case words that make a time; names of days and months are found by their capitals."""
_WORDS = re.compile(r"[^\W_]+")
_SMALL = 2
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rested:
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


def text_beyond_quote(s: Subject) -> Iterator[Diagnostic]:
    """A text says something that none of its quotes bears out.

    Where all sources of an assertion are quoted, its numbers, dates, names, negations and commitments have to be in the quotes.
    A name may also stand in the line of the source around the quote, or shortly before it, where "he" and "they" are
    explained. Quote the words that bear it out, correct the text, or name the other source that has it
    (``- source: <name>`` under ``quotes``).

    Fails (the quote has 175):

        - id: prisoner-exchange
          text: Russia and Ukraine will exchange 157 prisoners each.
          source: sky
          quote: "Russia and Ukraine will exchange 175 prisoners of war each"

    Passes:

        - id: prisoner-exchange
          text: Russia and Ukraine will exchange 175 prisoners each.
          source: sky
          quote: "Russia and Ukraine will exchange 175 prisoners of war each"
    """
    for rested in _rested(s):
        document = s.loaded.accounts[rested.account.key]
        told: list[tuple[int, int]] = []
        for start, end, message in _beyond(rested):
            if any(start < other_end and other_start < end for other_start, other_end in told):
                continue
            told.append((start, end))
            path = ("assertions", rested.index, "text")
            shown = f"{quoted(rested.text.text[start:end])} {message}"
            yield within(document, path, start, end, "text-beyond-quote", shown)


def quotes_contradict(s: Subject) -> Iterator[Diagnostic]:
    """Two sources that are quoted for one assertion contradict each other.

    Then one of them does not bear the assertion out. Make two assertions of it, or drop the quote that belongs elsewhere.

    Fails:

        quotes:
          - {source: sky, quote: "will exchange 175 prisoners each"}
          - {source: agency, quote: "will exchange 157 prisoners each"}

    Passes:

        quotes:
          - {source: sky, quote: "will exchange 175 prisoners each"}
          - {source: agency, quote: "an exchange of 175 prisoners on each side"}
    """
    for account in s.accounts:
        document = s.loaded.accounts[account.key]
        for i, assertion in enumerate(account.assertions):
            for j, k in combinations(range(len(assertion.quotes)), 2):
                left, right = assertion.quotes[j], assertion.quotes[k]
                if left.source == right.source:
                    continue
                ours, theirs = (_read(s, account, assertion, quote) for quote in (left, right))
                if not (ours.known and theirs.known):
                    continue
                against = [e for e in gather(contrast([ours], [theirs])) if e.verdict is Verdict.CONFLICT]
                if against:
                    place = against[0].right
                    span = (place.start, place.end) if place is not None else (0, len(right.quote))
                    message = f"contradicts the quote of {quoted(left.source or '')}: {_why(against[0].explanation)}"
                    yield within(document, quote_path(document, i, k), *span, "quotes-contradict", message)


def _rested(s: Subject) -> Iterator[_Rested]:
    for account in s.accounts:
        for i, assertion in enumerate(account.assertions):
            if not assertion.quotes or assertion.sources or not _may_differ(s, account, i):
                continue
            text = s.readings(account)[i]
            quotes = tuple(_read(s, account, assertion, quote) for quote in assertion.quotes)
            if text.known and all(reading.known for reading in quotes):
                around = s.names_in(_around(s, account, i, quotes))
                own = s.names_in(". ".join(_own(account, assertion)))
                yield _Rested(
                    account=account, index=i, assertion=assertion, text=text, quotes=quotes, around=around, own=own
                )


def _may_differ(s: Subject, account: Account, index: int) -> bool:
    """Tell whether some word that only the text or only its quotes have can make a difference; most texts have none.

    Such are names, figures, words of number and time, and words that negate, bind, oppose or bound. Names in another order
    may exchange who does it to whom.
    """
    ours = s.tokens(account)[index]
    theirs = [word for quote in account.assertions[index].quotes for word in _WORDS.findall(quote.quote)]
    lexicon, telling = s.tools.lexicon, s.tools.telling
    stems = {lexicon.stem(word) for word in {word.lower() for word in theirs}}
    there = stems | {word.lower() for word in theirs}
    named = [token.lower for token in ours if token.text[0].isupper() and token.content]
    names = iter([word.lower() for word in theirs if word[0].isupper()])
    if not all(name in names for name in named):
        return True
    if any(token.lower not in there and token.stem not in there and _tells(token, telling) for token in ours):
        return True
    if not (stems & telling).issubset(token.stem for token in ours):
        return True
    denying = s.tools.denying
    ours_deny = sorted(token.lower for token in ours if token.lower in denying)
    return ours_deny != sorted(word.lower() for word in theirs if word.lower() in denying)


def _tells(token: Token, telling: frozenset[str]) -> bool:
    return (
        token.text[0].isupper()
        or any(character.isdigit() for character in token.text)
        or token.stem in telling
        or token.lower in STARTERS
        or token.lower in WORDS_OF_TIME
        or token.lower.endswith("n't")
    )


def _read(s: Subject, account: Account, assertion: Assertion, quote: Quote) -> Reading:
    source = account.sources.get(quote.source or "")
    language = (source.language if source is not None else None) or account.language
    date = assertion.said or account.date or s.event.date
    return read(quote.quote, lexicon=s.tools.lexicon, date=date, language=language)


def _around(s: Subject, account: Account, index: int, quotes: Sequence[Reading]) -> str:
    """Return what may say who is meant: the account's own names, and the source around quotes that leave it open."""
    assertion = account.assertions[index]
    parts = [*_own(account, assertion)]
    for j, (quote, reading) in enumerate(zip(assertion.quotes, quotes, strict=True)):
        source = account.sources.get(quote.source or "")
        parts += [source.publisher or ""] if source is not None else []
        match, archived = s.matches.get((account.key, index, j)), s.archived(account, quote)
        if match is None or archived is None:
            continue
        text = archived.text.text
        for occurrence in match.occurrences[:MOST_PLACES]:
            end = text.find("\n", occurrence.whole.end, occurrence.whole.end + BEFORE)
            start = (
                occurrence.whole.start - BEFORE
                if _leaves_open(reading)
                else text.rfind("\n", 0, occurrence.whole.start)
            )
            start = max(0, start, occurrence.whole.start - BEFORE)
            parts.append(text[start : occurrence.whole.end + BEFORE if end < 0 else end])
    return ". ".join(part for part in parts if part)


def _own(account: Account, assertion: Assertion) -> list[str]:
    return [account.party, *account.aliases, *([assertion.attributed_to] if assertion.attributed_to else [])]


def _leaves_open(reading: Reading) -> bool:
    """Tell whether a quote speaks of somebody before it names anybody."""
    named = [mention.first for mention in reading.actors if mention.form != "pronoun"]
    first = min(named, default=len(reading.tokens))
    return not named or any(token.lower in PRONOUNS for token in reading.tokens[:first])


def _beyond(rested: _Rested) -> Iterator[tuple[int, int, str]]:
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


def _counted(quantity: Quantity, rested: _Rested) -> bool:
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


def _timed(time: TimeExpression, rested: _Rested) -> bool:
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


_SMALL_WORDS = frozenset(
    "a an the on in of for by at from to until since before after within about around some".split()
)


def _names(rested: _Rested) -> Iterator[tuple[int, int]]:
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


def _people_named(rested: _Rested) -> set[str] | None:
    """Return the people whom the text may name; None where a quote names none, or leaves it open whom it speaks of."""
    named = {m.actor for m in _each(rested.quotes, lambda reading: reading.actors) if m.form == "person"}
    if not named or any(_leaves_open(reading) for reading in rested.quotes):
        return None
    return named | {mention.actor for mention in rested.own.actors}


def _committed(rested: _Rested) -> Iterator[tuple[int, int, str]]:
    """Yield the strongest step of our wording where every quote stays well below it."""
    steps = [step for step in rested.text.commitments if step.level in BINDING and not step.negated]
    theirs = [step for step in _each(rested.quotes, lambda reading: reading.commitments) if step.level not in MATTERS]
    if not steps or not theirs:
        return
    ours, highest = max(steps, key=lambda step: step.strength), max(theirs, key=lambda step: step.strength)
    if ours.strength > highest.strength + HIGHER:
        yield ours.start, ours.end, f"({ours.level}) goes further than its quotes ({highest.level}); correct it"


def _opposed(rested: _Rested) -> Iterator[tuple[int, int, str]]:
    """Yield where the judge's rules find the text opposed to the quotes."""
    for evidence in gather(contrast([rested.text], list(rested.quotes))):
        if evidence.verdict is Verdict.CONFLICT and evidence.left is not None and evidence.certain:
            message = f"is opposed to its quotes: {_why(evidence.explanation)}; correct it"
            yield evidence.left.start, evidence.left.end, message


def _denies(negation: Negation) -> bool:
    return negation.kind not in SILENT


def _why(explanation: str) -> str:
    return explanation[:1].lower() + explanation[1:].rstrip(".")


def _each(readings: Iterable[Reading], of: Callable[[Reading], Sequence[T]]) -> Iterator[T]:
    for reading in readings:
        yield from of(reading)
