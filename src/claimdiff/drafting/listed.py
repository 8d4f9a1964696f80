"""Find where a list of names begins: "Poland, Latvia and Estonia"."""

from collections.abc import Sequence

from claimdiff.drafting.words import PREPOSITIONS
from claimdiff.language.reading import Token

_WITHIN = frozenset({"the", "and", "of", "&"})


def list_start(tokens: Sequence[Token], first: int, last: int) -> int:
    """Return where the list begins whose end, from ``first`` up to ``last``, is "Latvia and Estonia"; else ``first``."""
    end = tokens[first:last]
    joined = any(token.lower == "and" for token in end[1:-1])
    if not joined or not all(map(_named, end)):
        return first
    at = first
    while at >= 2 and tokens[at - 1].text == ",":
        begin = at - 1
        while begin > 0 and _named(tokens[begin - 1]) and at - begin <= 6:
            begin -= 1
        if begin == at - 1:
            break
        at = begin
    return at if at == 0 or not tokens[at - 1].text[0].isalnum() else first


def _named(token: Token) -> bool:
    return (token.text[0].isupper() and token.lower not in PREPOSITIONS) or token.lower in _WITHIN
