"""Rules on text against quote: our wording says no more than the words that it rests on."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from claimdiff.accounts.diagnostic import Diagnostic
from claimdiff.accounts.model import Account, Assertion, Quote
from claimdiff.check.bearing import Rested, beyond, leaves_open, why
from claimdiff.check.places import quote_path, within
from claimdiff.check.subject import Subject
from claimdiff.display import quoted
from claimdiff.language.numerals import STARTERS
from claimdiff.language.read import read
from claimdiff.language.reading import Reading, Token
from claimdiff.verdict.contrast import contrast
from claimdiff.verdict.judge import gather
from claimdiff.vocabulary import Verdict

BEFORE = 400
"""How many characters before a quote may say whom "he" and "they" in it mean, besides the line that it stands in."""
MOST_PLACES = 5
"""How many places of a quote are looked at for that."""
WORDS_OF_TIME = frozenset(
    "today tonight tomorrow yesterday now immediately soon daily weekly monthly yearly annually last next ago earlier later "
    "minute minutes hour hours day days week weeks month months year years decade decades century noon midnight morning "
    "afternoon evening night spring summer autumn winter weekend".split()
)
"""Lower-case words that make a time; names of days and months are found by their capitals."""
_WORDS = re.compile(r"[^\W_]+")


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
        for start, end, message in beyond(rested):
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
                    message = f"contradicts the quote of {quoted(left.source or '')}: {why(against[0].explanation)}"
                    yield within(document, quote_path(document, i, k), *span, "quotes-contradict", message)


def _rested(s: Subject) -> Iterator[Rested]:
    for account in s.accounts:
        for i, assertion in enumerate(account.assertions):
            if not assertion.quotes or assertion.sources or not _may_differ(s, account, i):
                continue
            text = s.readings(account)[i]
            quotes = tuple(_read(s, account, assertion, quote) for quote in assertion.quotes)
            if text.known and all(reading.known for reading in quotes):
                around = s.names_in(_around(s, account, i, quotes))
                own = s.names_in(". ".join(_own(account, assertion)))
                yield Rested(
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
                occurrence.whole.start - BEFORE if leaves_open(reading) else text.rfind("\n", 0, occurrence.whole.start)
            )
            start = max(0, start, occurrence.whole.start - BEFORE)
            parts.append(text[start : occurrence.whole.end + BEFORE if end < 0 else end])
    return ". ".join(part for part in parts if part)


def _own(account: Account, assertion: Assertion) -> list[str]:
    return [account.party, *account.aliases, *([assertion.attributed_to] if assertion.attributed_to else [])]
