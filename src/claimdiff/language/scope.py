"""Find the words that bound what is covered."""

from collections.abc import Sequence

from claimdiff.language.cues import find_terms
from claimdiff.language.lexicon import Lexicon
from claimdiff.language.reading import ScopeMarker, Token

_BETWEEN = frozenset("of the these those its their other to in on for at by from with".split())
_DETERMINERS = frozenset("all any every each some most other the a an its their his her of both".split())
_REACH = 4
"""The most words that a marker bounds."""


def find_scopes(tokens: Sequence[Token], lexicon: Lexicon) -> tuple[ScopeMarker, ...]:
    """Return quantifiers, degrees, restrictions, exceptions and coordinated nouns, by place."""
    table = lexicon.tables.get("quantifiers", {})
    markers = []
    for match in find_terms(tokens, lexicon, "quantifiers"):
        head = _head(tokens, match.last)
        markers.append(_marker(table[match.value]["kind"], match.value, match.first, match.last, head, tokens))
    for i, token in enumerate(tokens):
        if token.lower in {"and", "or"} and i > 0 and tokens[i - 1].content:
            begin = i + 1
            while begin < len(tokens) and tokens[begin].lower in _DETERMINERS:
                begin += 1
            first, last = i, _head(tokens, begin)[1]
            if last == begin:
                continue
            while first > 0 and i - first < _REACH and tokens[first - 1].content:
                first -= 1
            markers.append(_marker("coordination", token.lower, i, i + 1, (first, last), tokens))
    return tuple(sorted(markers, key=lambda m: (m.first, m.kind, m.value)))


def _head(tokens: Sequence[Token], first: int) -> tuple[int, int]:
    """Return the span of the words after ``first`` that belong together, up to the next function word that no name holds."""
    while first < len(tokens) and tokens[first].lower in _BETWEEN:
        first += 1
    last = first
    while last < len(tokens) and last - first < _REACH and tokens[last].content:
        last += 1
    return first, last


def _marker(
    kind: str, value: str, first: int, last: int, head: tuple[int, int], tokens: Sequence[Token]
) -> ScopeMarker:
    return ScopeMarker(
        kind=kind,
        value=value,
        first=first,
        last=last,
        start=tokens[first].start,
        end=tokens[last - 1].end,
        head_first=head[0],
        head_last=head[1],
    )
