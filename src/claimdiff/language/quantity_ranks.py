"""Read ranks: "42nd", "the third round", "second and third highest", "ranks it fourth"."""

from collections.abc import Sequence
from decimal import Decimal

from claimdiff.language.numerals import HYPHENS, ORDINALS, STARTERS, Numeral, lower_at
from claimdiff.language.quantity_context import Counted, noun_phrase, ranks_before
from claimdiff.language.reading import Token

_NOT_RANKED = frozenset(
    "time lady minister secretary place instance hand step aid class of all party parties half name".split(),
)
_PHRASES = frozenset(
    {
        ("third", "countries"),
        ("third", "country"),
        ("first", "responders"),
        ("first", "responder"),
        ("second", "thoughts"),
    },
)
_ON_A_DAY = frozenset("on by until from since before after".split())


def read_rank(tokens: Sequence[Token], numeral: Numeral) -> Counted | None:
    """Return what a rank ranks; None where the ordinal is none: "first of all", "the first two films", "on the 12th"."""
    after = numeral.last
    written = tokens[numeral.first].text[0].isdecimal()
    if _is_day(tokens, numeral) or _is_named(tokens, numeral) or lower_at(tokens, numeral.first - 1) == "at":
        return None
    while lower_at(tokens, after) in {"and", "or", ","} and lower_at(tokens, after + 1) in ORDINALS:
        after += 2
    word = lower_at(tokens, after)
    leads_on = after < len(tokens) and (tokens[after].content or (word in HYPHENS and after + 1 < len(tokens)))
    if leads_on and not written and word.endswith("ed"):
        return None  # "had first proposed"
    if written or (leads_on and word not in _NOT_RANKED and word not in STARTERS):
        return noun_phrase(tokens, after, Decimal(1))
    return Counted("", (), after) if not leads_on and ranks_before(tokens, numeral.first) else None


def _is_named(tokens: Sequence[Token], numeral: Numeral) -> bool:
    """Tell whether an ordinal is part of a name ("the Ninth Circuit") or of a fixed phrase ("third countries")."""
    after = tokens[numeral.last] if numeral.last < len(tokens) else None
    if after is None or tokens[numeral.first].text[0].isdecimal():
        return False
    capital = numeral.first > 0 and tokens[numeral.first].text[0].isupper() and after.text[0].isupper()
    return capital or (tokens[numeral.first].lower, after.lower) in _PHRASES


def _is_day(tokens: Sequence[Token], numeral: Numeral) -> bool:
    """Tell whether an ordinal is a day of a month that is not named: "on the 12th"."""
    closed = numeral.last >= len(tokens) or not tokens[numeral.last].content
    before, earlier = lower_at(tokens, numeral.first - 1), lower_at(tokens, numeral.first - 2)
    return closed and before == "the" and earlier in _ON_A_DAY
