"""Rules on assertions: one proposition each, that stands alone and is said once."""

import re
from collections.abc import Iterator

from claimdiff.accounts.diagnostic import Diagnostic
from claimdiff.accounts.model import Account
from claimdiff.check.places import at, at_start, within
from claimdiff.check.subject import Subject
from claimdiff.display import quoted
from claimdiff.language.reading import Reading

LONGEST = 60
"""The most words of a text; of 900 assertions that were written with care none has more than 50."""
FEWEST = 4
"""Texts with fewer content words say too little to be told apart by them."""

_PRONOUN = re.compile(r"(He|She|They|It|This|That|These|Those|His|Her|Their|Its)\b", re.IGNORECASE)
_EXPLETIVE = re.compile(
    r"(It|That|This)\s+(is|was|(has|had|will|would)\s+(been|be)|remains|seem(s|ed)|appear(s|ed)|follows|became|takes|took)\b"
    r"|(This|That|These|Those)\s+(year|month|week|day|morning|afternoon|evening|time|summer|winter|spring|autumn)s?\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"(\w+)[”\"’')%]*[.!?][”\"’')]*\s+(?=[“\"‘'(]?[A-Z])")
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr st no vs lt jr sr gen col gov sen rep rev inc ltd co corp art sgt adm "
    "jan feb mar apr aug sept oct nov dec".split()
)


def same_assertion(s: Subject) -> Iterator[Diagnostic]:
    """Two assertions of one account say the same.

    Then one of them looks like an omission of the other party's, or is linked at random. Keep one; its quotes can be joined
    under ``quotes``.

    Fails:

        assertions:
          - {id: hockey, text: Trump backed ice hockey matches in the United States.}
          - {id: sport, text: "Trump backed ice-hockey matches in the United States."}

    Passes:

        assertions:
          - {id: hockey, text: Trump backed ice hockey matches in the United States.}
    """
    for account in s.accounts:
        document = s.loaded.accounts[account.key]
        tokens = s.tokens(account)
        alike: dict[object, list[int]] = {}
        for i, words in enumerate(tokens):
            alike.setdefault(tuple(sorted(token.stem for token in words if token.content)), []).append(i)
        for places in alike.values():
            seen: dict[object, str] = {}
            for i in places if len(places) > 1 else ():
                assertion = account.assertions[i]
                other = seen.setdefault(_said(s.readings(account)[i]), assertion.id)
                if other != assertion.id:
                    message = f"{assertion.id} says the same as {other}; keep one of them"
                    yield at(document, ("assertions", i, "text"), "same-assertion", message)


def several_propositions(s: Subject) -> Iterator[Diagnostic]:
    """An assertion holds several propositions.

    The other party may confirm one of them and contradict the other, and a link has one verdict only. Make each sentence, and
    each part around a semicolon, an assertion of its own.

    Fails:

        text: Putin agreed to a pause in strikes; Trump backed ice hockey matches.

    Passes:

        text: Putin agreed to a pause in strikes.
    """
    for account in s.accounts:
        document = s.loaded.accounts[account.key]
        for i, assertion in enumerate(account.assertions):
            text = assertion.text
            found = next((end for end in _SENTENCE_END.finditer(text) if _ends(end[1])), None)
            cut = text.find("; ") if found is None else found.end(1)
            if cut >= 0:
                what = "two sentences" if found is not None else "two parts around a semicolon"
                message = f"{assertion.id} holds {what}; make each an assertion of its own"
                yield within(document, ("assertions", i, "text"), cut, cut + 1, "several-propositions", message)


def pronoun_opening(s: Subject) -> Iterator[Diagnostic]:
    """A text opens with a pronoun, so it cannot be understood alone.

    Assertions are matched, shown and quoted one by one; "he" is nobody then. Name who or what is meant.

    Fails:

        text: He agreed to a pause in strikes.

    Passes:

        text: Putin agreed to a pause in strikes.
    """
    for account in s.accounts:
        document = s.loaded.accounts[account.key]
        for i, assertion in enumerate(account.assertions):
            found = None if _EXPLETIVE.match(assertion.text) else _PRONOUN.match(assertion.text)
            if found:
                message = (
                    f"{assertion.id} opens with {quoted(found[0])} and does not stand alone; name who or what is meant"
                )
                yield within(document, ("assertions", i, "text"), 0, found.end(), "pronoun-opening", message)


def long_text(s: Subject) -> Iterator[Diagnostic]:
    """A text has more than 60 words.

    A text of that length holds more than one proposition, and nobody reads it in a table.

    Fails: a text of 61 words.

    Passes:

        text: Putin agreed to a pause in strikes on energy infrastructure.
    """
    for account in s.accounts:
        document = s.loaded.accounts[account.key]
        for i, assertion in enumerate(account.assertions):
            number = len(assertion.text.split())
            if number > LONGEST:
                message = f"{assertion.id} has {number} words and at most {LONGEST} are read with ease; split it"
                yield at(document, ("assertions", i, "text"), "long-text", message)


def attributed_elsewhere(s: Subject) -> Iterator[Diagnostic]:
    """An assertion is attributed to somebody who does not occur in its account.

    ``attributed_to`` says who, within the account, says it; the name has to stand in one of the account's texts or quotes,
    or be the party's. What a reporter tells of the party in their own voice is theirs: the publisher of one of the account's
    sources, or "the reporter".

    Fails (nothing in kremlin.yaml speaks of Macron):

        - {id: pause, text: Putin agreed to a pause in strikes., attributed_to: Macron}

    Passes:

        - {id: pause, text: Putin agreed to a pause in strikes., attributed_to: Putin}
    """
    for account in s.accounts:
        document = s.loaded.accounts[account.key]
        words: set[str] | None = None
        for i, assertion in enumerate(account.assertions):
            if assertion.attributed_to is None:
                continue
            words = _words_of(account) if words is None else words
            if assertion.attributed_to in {"the reporter", *(source.publisher for source in account.sources.values())}:
                continue
            named = _words(assertion.attributed_to)
            if named and not named & words:
                message = (
                    f"{quoted(assertion.attributed_to)} stands in no text or quote of {account.key}; correct the name"
                )
                yield at(document, ("assertions", i, "attributed_to"), "attributed-elsewhere", message)


def no_source(s: Subject) -> Iterator[Diagnostic]:
    """Assertions of an account have neither a source nor a quote, though others of it have.

    What they rest on is left to guess. It is told once for every account; an account that has no sources at all, or one
    only, is left in peace.

    Noted:

        sources:
          readout: {publisher: Press service}
          sky: {publisher: Sky News}
        assertions:
          - {id: hockey, text: Trump backed ice hockey matches., source: sky}
          - {id: pause, text: Putin agreed to a pause in strikes.}

    Not noted: every assertion has ``source`` or ``quotes``.
    """
    for account in s.accounts:
        bare = [a.id for a in account.assertions if not a.quotes and not a.sources]
        if bare and len(account.sources) > 1 and len(bare) < len(account.assertions):
            shown = ", ".join(bare[:5]) + (f" and {len(bare) - 5} more" if len(bare) > 5 else "")
            message = f"neither source nor quote: {shown}; say where they were read with source: <name>"
            yield at_start(s.loaded.accounts[account.key], ("assertions",), "no-source", message)


def _ends(word: str) -> bool:
    """Tell whether a sentence can end with a word: one that ends in initials (a.m., U.S.) or a title does not."""
    return len(word) > 1 and word.lower() not in _ABBREVIATIONS


def _said(reading: Reading) -> object:
    """Return what is the same for two texts that say the same in another word order or inflection."""
    stems = tuple(token.stem for token in reading.tokens if token.content)
    if len(stems) < FEWEST:
        return tuple(token.lower for token in reading.tokens if token.lower[0].isalnum())
    # With one actor the order of words is style; with several it tells who does it to whom.
    ordered = stems if len({mention.party for mention in reading.actors}) > 1 else tuple(sorted(stems))
    return ordered, tuple(sorted(negation.kind for negation in reading.negations))


def _words(text: str) -> set[str]:
    return {word for word in re.findall(r"\w+", text.casefold()) if len(word) > 1}


def _words_of(account: Account) -> set[str]:
    texts = [account.party, account.title or "", *account.aliases]
    for assertion in account.assertions:
        texts += [assertion.text, *(quote.quote for quote in assertion.quotes)]
    return {word for text in texts for word in _words(text)}
