"""A quote in the archived text of its source: the passage with the quoted words, and what stands around it."""

from collections.abc import Sequence
from dataclasses import dataclass

from claimdiff.accounts.model import Quote
from claimdiff.accounts.quotes import Occurrence, SourceText, Span, Tier
from claimdiff.display import safe
from claimdiff.report.page_cells import Piece

AROUND = 300
"""How many characters of the source stand before and after the quoted words, at least; whole words, at most as many again."""
_LONGEST = 1200
"""A longer stretch left out by an ellipsis is left out here too (characters)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Where a quote stands. ``pieces`` is empty where it was not found; ``word`` says how nearly the words are the same."""

    pieces: tuple[Piece, ...]
    word: str
    places: int


def passage(source: SourceText, quote: Quote) -> Passage:
    """Return the first place of a quote in its source, with its surroundings."""
    match = source.find(quote.quote, prefix=quote.prefix, suffix=quote.suffix)
    if match.tier is Tier.NOT_FOUND:
        return Passage(pieces=(), word="not found in the archived text", places=0)
    word = {
        Tier.EXACT: "word for word",
        Tier.TYPOGRAPHIC: "word for word but for typography",
        Tier.ELIDED: "word for word but for what the ellipses leave out",
    }[match.tier]
    pieces = tuple(_pieces(source.text, match.occurrences[0]))
    return Passage(pieces=pieces, word=word, places=len(match.occurrences))


def _pieces(text: str, found: Occurrence) -> Sequence[Piece]:
    start, end = _before(text, found.whole.start), _after(text, found.whole.end)
    pieces = [_plain("… " if start > 0 else ""), _plain(text[start : found.whole.start])]
    for n, span in enumerate(found.spans):
        if n:
            pieces += _gap(text, found.gaps[n - 1])
        pieces.append(Piece(text=_shown(text[span.start : span.end]), mark=True))
    pieces += [_plain(text[found.whole.end : end]), _plain(" …" if end < len(text) else "")]
    return [piece for piece in pieces if piece.text]


def _gap(text: str, gap: Span) -> list[Piece]:
    if gap.end - gap.start <= _LONGEST:
        return [_plain(text[gap.start : gap.end])]
    return [
        _plain(text[gap.start : _after(text, gap.start)]),
        _plain(" […] "),
        _plain(text[_before(text, gap.end) : gap.end]),
    ]


def _before(text: str, place: int) -> int:
    """Return where a stretch of at least AROUND characters before ``place`` begins, at the start of a word."""
    if place <= AROUND:
        return 0
    for start in range(place - AROUND, max(place - 2 * AROUND, 0), -1):
        if text[start - 1].isspace():
            return start
    return place - AROUND


def _after(text: str, place: int) -> int:
    if place + AROUND >= len(text):
        return len(text)
    for end in range(place + AROUND, min(place + 2 * AROUND, len(text))):
        if text[end].isspace():
            return end
    return place + AROUND


def _plain(text: str) -> Piece:
    return Piece(text=_shown(text), mark=False)


def _shown(text: str) -> str:
    return safe(text.replace("\r\n", "\n").replace("\r", "\n"), keep="\n\t")
