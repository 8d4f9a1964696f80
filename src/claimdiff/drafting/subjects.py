"""Find who a verb's subject is: the noun phrase that says, asks, agrees or refuses."""

from collections.abc import Sequence
from dataclasses import dataclass

from claimdiff.drafting import words as w
from claimdiff.drafting.asides import BREAKS, earlier_aside, opening
from claimdiff.drafting.listed import list_start
from claimdiff.drafting.phrases import QUOTED
from claimdiff.drafting.verbs import Form
from claimdiff.language.reading import Token

_DASHES = frozenset({",", "–", "—", ")"})


_HEARD = frozenset({"heard", "hears"})
"""Verbs after which another's clause begins: "The court heard Pike told police"."""

BARE = "(that)"
"""The boundary of the subject of a relative clause without its "that": "…, a claim Acme denied"."""

_SAID_OF = frozenset(
    "claim charge allegation accusation offer request demand move decision step argument suggestion figure account version "
    "criticism idea proposal plan remark description view conclusion finding verdict assertion assessment denial comparison "
    "choice change call promise threat warning reading estimate phrase word language label number".split()
)
"""Nouns of which another may say something at a sentence's end: "a charge the ministry rejected"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Tokens ``first`` up to ``last``."""

    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A noun phrase and what stands beside it between commas.

    ``boundary``: the lower-case word or mark before the phrase, "" at the sentence's start. ``modal``, ``negated``,
    ``passive`` and ``perfect`` tell of the auxiliaries between it and the verb. ``shared``: it has no words of its own and is
    the subject of the verb before. ``between``: the tokens from the phrase's end to the verb.
    """

    phrase: Span
    beside: tuple[Span, ...] = ()
    boundary: str = ""
    modal: bool = False
    negated: bool = False
    passive: bool = False
    shared: bool = False
    between: Span = Span(first=0, last=0)


def subject_before(tokens: Sequence[Token], verb: int, form: Form, verbs: frozenset[int]) -> Subject | None:
    """Return the subject that stands before the verb, or None where there is none."""
    at, flags = _auxiliaries(tokens, verb)
    passive = "be" in flags and form.shape == "past"
    if form.shape == "ing" and "be" not in flags:
        return None
    end = at
    beside: list[Span] = []
    while at >= 0 and tokens[at].text in _DASHES:
        opened = opening(tokens, at)
        if opened is None:
            break
        beside.append(Span(first=opened + 1, last=at))
        at = opened - 1
        earlier = earlier_aside(tokens, at)
        if earlier is not None:
            beside.append(Span(first=earlier + 1, last=at + 1))
            at = earlier - 1
    if beside and at < 0:
        return None
    first = _phrase_start(tokens, at, verbs)
    if first > at:
        shared = not beside and at >= 0 and tokens[at].lower in {"and", "but", "then", ",", "who", "which"}
        if not shared:
            return None
    first = first if first > at or beside else list_start(tokens, first, at + 1)
    boundary = tokens[first - 1].lower if first > 0 else ""
    bare = _bare_relative(tokens, first, at + 1) if boundary in {",", "–", "—"} and first <= at else None
    if bare is not None:
        first, boundary = bare, BARE
    phrase = _trimmed(tokens, Span(first=first, last=at + 1))
    return Subject(
        phrase=phrase,
        beside=tuple(reversed(beside)),
        boundary=boundary,
        modal="modal" in flags,
        negated="not" in flags,
        passive=passive,
        shared=first > at,
        between=Span(first=end + 1, last=verb),
    )


def _bare_relative(tokens: Sequence[Token], first: int, last: int) -> int | None:
    """Return where the subject begins in "a claim Acme denied", "an offer the union's leader called an insult"."""
    if tokens[first].lower not in {"a", "an"}:
        return None
    noun = next((k for k in range(first + 1, min(first + 4, last - 1)) if tokens[k].lower in _SAID_OF), None)
    if noun is None:
        return None
    after = tokens[noun + 1]
    starts = after.text[0].isupper() or after.lower in {"the", "its", "his", "her", "their"} | w.PERSON_ROLES | w.BODIES
    return noun + 1 if starts or after.lower in w.PRONOUNS else None


def subject_after(tokens: Sequence[Token], at: int, verbs: frozenset[int]) -> Subject | None:
    """Return the noun phrase that begins at ``at`` (after "said" or "according to"), with what stands beside it."""
    last = _phrase_end(tokens, at, verbs)
    if last <= at:
        return None
    beside = []
    if last < len(tokens) and tokens[last].text in {",", "–", "("}:
        close = next(
            (k for k in range(last + 1, len(tokens)) if tokens[k].text in {",", ".", ")", "–", QUOTED}), len(tokens)
        )
        beside.append(Span(first=last + 1, last=close))
    return Subject(phrase=Span(first=at, last=last), beside=tuple(beside))


def noun_phrase(tokens: Sequence[Token], last: int) -> Span:
    """Return the noun phrase that ends before ``last``, as far back as it goes without a verb or a preposition."""
    first = last
    while first > 0 and tokens[first - 1].text not in BREAKS:
        word = tokens[first - 1].lower
        if word in w.AUXILIARIES | w.PREPOSITIONS - {"of", "for"} | w.SUBORDINATE | w.RELATIVE | w.CONTRAST - {"and"}:
            break
        first -= 1
        if word in w.DETERMINERS | w.POSSESSIVE_PRONOUNS:
            break
    return _trimmed(tokens, Span(first=first, last=last)) if first < last else Span(first=first, last=last)


def _auxiliaries(tokens: Sequence[Token], verb: int) -> tuple[int, set[str]]:
    """Return the index of the last token before the verb's auxiliaries, adverbs and times, and what they were."""
    flags: set[str] = set()
    at = verb - 1
    while at >= 0:
        word = tokens[at].lower
        if word in w.MODALS:
            flags.add("modal")
        elif word in w.BE:
            flags.add("be")
        elif word in w.NOT or word in {"neither", "declined"}:
            flags.add("not")
        elif not (word in w.HAVE | w.DO or _adverb(tokens, at) or _time_phrase(tokens, at)):
            break
        if word in w.NOT:
            flags.add("not")
        at -= 1
    return at, flags


def _adverb(tokens: Sequence[Token], at: int) -> bool:
    word = tokens[at].lower
    if word == "each":
        return at > 0 and tokens[at - 1].text[0].isalpha()
    if word in {"both", "all"} and (at == 0 or not tokens[at - 1].text[0].isalpha()):
        return False  # "Both denied it."
    if word in w.ADVERBS:
        return True
    return word.endswith("ly") and tokens[at].text[0].islower() and word not in {"family", "assembly", "ally", "rally"}


def _time_phrase(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether the token is the end, or within, of a time between subject and verb ("last week", "on Tuesday")."""
    word = tokens[at].lower
    if word in w.CALENDAR:
        return (
            at > 0 and tokens[at - 1].lower in {"on", "in", "last", "next", "this", "late", "early", "of"} | w.CALENDAR
        ) or (at > 0 and tokens[at - 1].text[0].isalpha() and tokens[at - 1].lower not in w.DETERMINERS)
    if word in {"week", "month", "year", "night", "morning", "afternoon", "evening", "weekend"}:
        return at > 0 and tokens[at - 1].lower in w.CALENDAR | {"last", "this", "next", "that"}
    if word in {"last", "this", "on", "next", "early", "late"}:
        return at + 1 < len(tokens) and tokens[at + 1].lower in w.WHEN
    return False


def _phrase_start(tokens: Sequence[Token], at: int, verbs: frozenset[int]) -> int:
    """Return where the noun phrase that ends at ``at`` begins."""
    first = at + 1
    while first > 0:
        token = tokens[first - 1]
        word = token.lower
        if token.text in BREAKS or token.text in {".", "?", "!"}:
            break
        if word in w.AUXILIARIES or first - 1 in verbs or word in w.SUBORDINATE | _HEARD or word in w.RELATIVE:
            break
        if word in w.CONTRAST and not (word == "and" and _joins(tokens, first - 1, at)):
            break
        if word in w.PRONOUNS | w.FIRST and first - 1 < at:
            break
        first -= 1
    return first


def _joins(tokens: Sequence[Token], conjunction: int, at: int) -> bool:
    """Tell whether "and" joins two names or nouns within one noun phrase."""
    return (
        0 < conjunction < at and tokens[conjunction - 1].text[0].isalpha() and tokens[conjunction + 1].text[0].isalpha()
    )


def _phrase_end(tokens: Sequence[Token], at: int, verbs: frozenset[int]) -> int:
    last = at
    while last < len(tokens):
        token = tokens[last]
        word = token.lower
        if token.text in BREAKS or token.text == "." or word in w.AUXILIARIES:
            break
        if word in w.RELATIVE | w.SUBORDINATE or (last in verbs and last > at):
            break
        if (
            word in {"in", "on", "at", "during", "after", "by", "to", "as", "while", "but", "about", "with"}
            and last > at
        ):
            nxt = tokens[last + 1] if last + 1 < len(tokens) else None
            if (
                word not in {"at", "in"}
                or nxt is None
                or nxt.lower in {"a", "an"} | w.CALENDAR
                or not _place(tokens, last)
            ):
                break
        if (
            word in w.CALENDAR | {"yesterday", "today", "earlier", "later", "last"}
            and last > at
            and token.lower != "may"
        ):
            break
        last += 1
    return last


def _place(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].lower == "at" and at + 1 < len(tokens)


def _trimmed(tokens: Sequence[Token], span: Span) -> Span:
    """Return the phrase without words that lead in: "But", "Meanwhile", "In Leeds"."""
    first, last = span.first, span.last
    while first < last - 1 and tokens[first].lower in w.OPENERS | {"as"}:
        first += 1
    for at in range(first + 1, min(first + 4, last - 1)):
        if tokens[at].lower in {"later", "earlier", "ago"} and tokens[at + 1].lower in w.DETERMINERS:
            first = at + 1
            break
    word = tokens[first].lower if first < last else ""
    doing = word.endswith("ing") and last - first > 2 and tokens[first + 1].lower in w.PREPOSITIONS | w.DETERMINERS
    timed = (
        word in {"early", "late", "earlier", "later", "last", "this", "next", "one"}
        and tokens[first + 1].lower in w.WHEN
    )
    if word in w.PREPOSITIONS or doing or timed:
        first = _after_lead(tokens, first, last)
    return Span(first=first, last=last)


def _after_lead(tokens: Sequence[Token], first: int, last: int) -> int:
    """Return where the subject begins in "At the weekend ministers" or "In Leeds the company": the last that could be."""
    for at in range(last - 1, first, -1):
        if tokens[at - 1].lower in w.CALENDAR:
            return at
        begins = {"the", "a", "an"} | w.TITLES | w.POSSESSIVE_PRONOUNS
        if tokens[at].lower in begins and tokens[at - 1].lower not in w.PREPOSITIONS:
            return at
    at = last - 1
    while at - 1 > first and tokens[at].text[0].isupper() and tokens[at - 1].text[0].isupper():
        at -= 1
    return at
