"""Find the words of a quote in the archived text of its source, and say how nearly they are the same."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from itertools import islice, pairwise
from unicodedata import combining, normalize

from claimdiff.accounts.document import Lines, Position
from claimdiff.accounts.folding import FOLDINGS, Folded, composed, folded, rejoined

LEAST_LIKE = 57.0
"""How like a quote (0 to 100, rapidfuzz's partial ratio) a passage has to be to be named as the nearest.

Of 918 texts of other events, 99 in 100 find nothing in the report on the call of 18 March 2025 that is more like them.
"""

_ELLIPSIS = re.compile(r"\s*(?:\[\s*(?:…|\.\.\.)\s*\]|\(\s*(?:…|\.\.\.)\s*\)|…|\.{3,}|\.\s\.\s\.)\s*")
_IN_NUMBERS = ".,:'’"
_NAMES = tuple(folding.name for folding in FOLDINGS)
LONGEST_SOUGHT = 400
"""How many characters of a quote are sought for the nearest passage; they are enough to find it."""
MOST_COMPARED = 20_000_000
"""How many pairs of characters are compared at most for that (a second at worst); the rest of a longer text is left out."""
MOST_PLACES = 1000
"""How many places of a quote are looked at; where it has that many, none is the one that is meant."""
_ROOM = 80
"""How many characters more than a prefix has are looked at for it: blanks and soft hyphens take room too."""


class Tier(StrEnum):
    """How nearly a quote's words are those of its source."""

    EXACT = "exact"
    TYPOGRAPHIC = "typographic"
    ELIDED = "elided"
    NOT_FOUND = "not found"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """``text[start:end]`` of the archived text, in code points."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """One place of a quote: a span, or for an elided quote one for each fragment, in order."""

    spans: tuple[Span, ...]

    @property
    def whole(self) -> Span:
        """Return the span from the first fragment to the last."""
        return Span(start=self.spans[0].start, end=self.spans[-1].end)

    @property
    def gaps(self) -> tuple[Span, ...]:
        """Return what the ellipses leave out."""
        return tuple(Span(start=before.end, end=after.start) for before, after in pairwise(self.spans))


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Where a quote was found.

    ``occurrences`` are those whose surroundings fit ``prefix`` and ``suffix``; where none fits, all of them, and
    ``in_context`` is false. ``foldings`` names the typographic differences. ``nearest`` is only looked for where the quote
    was not found, and may be None then too.
    """

    tier: Tier
    occurrences: tuple[Occurrence, ...] = ()
    in_context: bool = True
    foldings: tuple[str, ...] = ()
    nearest: Span | None = None


class SourceText:
    """An archived text, made ready once for the search of many quotes."""

    def __init__(self, text: str) -> None:
        """Take the text as the file has it; the forms that are searched are made when they are first needed."""
        self.text = text

    @cached_property
    def _exact(self) -> Folded:
        return composed(self.text)

    @cached_property
    def _typographic(self) -> tuple[tuple[Folded, ...], ...]:
        """Return the folded text, and where words are hyphenated at line ends, that in the two ways to join them.

        Each is a chain: the last is searched, and each but the first was made from the one before it.
        """
        chains: list[tuple[Folded, ...]] = [(self._exact, folded(self._exact.text))]
        for hyphen in (False, True):
            joined = rejoined(self._exact.text, hyphen=hyphen)
            if joined is not None:
                chains.append((self._exact, joined, folded(joined.text)))
        return tuple(chains)

    @cached_property
    def _lines(self) -> Lines:
        return Lines(self.text)

    def find(self, quote: str, *, prefix: str | None = None, suffix: str | None = None) -> Match:
        """Return where the quote stands, in the first tier that has it: exact, typographic, elided."""
        wanted = normalize("NFC", quote).strip()
        found = _whole(wanted, (self._exact,))
        if found:
            return self._narrowed(Match(tier=Tier.EXACT, occurrences=found), prefix, suffix)
        for tier, parts in ((Tier.TYPOGRAPHIC, [wanted]), (Tier.ELIDED, _fragments(wanted))):
            match = self._variant(tier, parts)
            if match is not None:
                return self._narrowed(match, prefix, suffix)
        return Match(tier=Tier.NOT_FOUND, nearest=self.nearest(quote))

    def nearest(self, quote: str) -> Span | None:
        """Return the passage that is most like the quote, in whole words, or None where none is."""
        from rapidfuzz.fuzz import partial_ratio_alignment

        chain = self._typographic[0]
        wanted = folded(normalize("NFC", quote)).text.strip()[:LONGEST_SOUGHT]
        text = chain[-1].text[: MOST_COMPARED // max(1, len(wanted))]
        found = partial_ratio_alignment(wanted, text, score_cutoff=LEAST_LIKE) if wanted and text else None
        if found is None or found.dest_start == found.dest_end:
            return None
        return _back(chain, *_whole_words(text, found.dest_start, found.dest_end))

    def position(self, span: Span) -> Position:
        """Return the lines and columns of a span."""
        return self._lines.position(span.start, span.end)

    def words(self, span: Span) -> str:
        """Return the words of a span as the text has them."""
        return self.text[span.start : span.end]

    def _variant(self, tier: Tier, parts: Sequence[str]) -> Match | None:
        """Return the match of the quote's fragments (of the whole quote, where it is one) under the foldings."""
        wanted = [folded(part).text.strip() for part in parts]
        if not wanted or not all(re.search(r"\w", part) for part in wanted):
            return None
        for chain in self._typographic:
            occurrences = _whole(wanted[0], chain) if tier is Tier.TYPOGRAPHIC else _elided(wanted, chain)
            if occurrences:
                words = [self.words(span) for span in occurrences[0].spans]
                names = _differing(list(zip(parts, words, strict=True)))
                return Match(tier=tier, occurrences=occurrences, foldings=names)
        return None

    def _narrowed(self, match: Match, prefix: str | None, suffix: str | None) -> Match:
        """Return the match with the occurrences that stand between prefix and suffix, where there is any."""
        if prefix is None and suffix is None:
            return match
        before, after = _context(prefix), _context(suffix)
        fitting = tuple(item for item in match.occurrences if self._fits(item.whole, before, after))
        return replace(match, occurrences=fitting or match.occurrences, in_context=bool(fitting))

    def _fits(self, span: Span, before: str, after: str) -> bool:
        here = self.text[max(0, span.start - 2 * len(before) - _ROOM) : span.start] if before else ""
        there = self.text[span.end : span.end + 2 * len(after) + _ROOM] if after else ""
        return _context(here).endswith(before) and _context(there).startswith(after)


def find_quote(quote: str, text: str, *, prefix: str | None = None, suffix: str | None = None) -> Match:
    """Return where a quote stands in a text; for many quotes of one text, keep a ``SourceText``."""
    return SourceText(text).find(quote, prefix=prefix, suffix=suffix)


def _fragments(quote: str) -> list[str]:
    """Return what stands between a quote's ellipses; nothing where it has none."""
    parts = _ELLIPSIS.split(quote)
    return [part for part in parts if part] if len(parts) > 1 else []


def _whole(quote: str, chain: Sequence[Folded]) -> tuple[Occurrence, ...]:
    starts = islice(_places(quote, chain[-1].text), MOST_PLACES)
    return tuple(Occurrence(spans=(_back(chain, start, start + len(quote)),)) for start in starts)


def _elided(fragments: Sequence[str], chain: Sequence[Folded]) -> tuple[Occurrence, ...]:
    """Return where the fragments follow each other: for every end the latest start, so that gaps are short."""
    text = chain[-1].text
    found: dict[int, tuple[int, ...]] = {}
    for first in islice(_places(fragments[0], text), max(1, MOST_PLACES // len(fragments))):
        places = [first]
        for before, part in pairwise(fragments):
            following = next(_places(part, text, places[-1] + len(before)), None)
            if following is None:
                return _occurrences(found.values(), fragments, chain)  # nor will it follow a later start
            places.append(following)
        found[places[-1]] = tuple(places)
    return _occurrences(found.values(), fragments, chain)


def _occurrences(
    found: Iterable[Sequence[int]], fragments: Sequence[str], chain: Sequence[Folded]
) -> tuple[Occurrence, ...]:
    return tuple(
        Occurrence(spans=tuple(_back(chain, at, at + len(part)) for at, part in zip(places, fragments, strict=True)))
        for places in found
    )


def _places(quote: str, text: str, start: int = 0) -> Iterator[int]:
    """Yield where the quote stands in the text as whole words and whole numbers."""
    at = text.find(quote, start) if quote else -1
    while at >= 0:
        end = at + len(quote)
        if not _cuts(text[max(0, at - 2) : at], quote[0]) and not _cuts_after(quote[-1], text[end : end + 2]):
            yield at
        at = text.find(quote, at + 1)


def _cuts(before: str, first: str) -> bool:
    """Tell whether a quote that begins with ``first`` begins within a word or number, or without its minus sign."""
    if not before or not first.isalnum():
        return False
    previous, earlier = before[-1], before[:-1]
    if previous.isalnum() or combining(previous):
        return True
    if not first.isdigit():
        return False
    return (previous in _IN_NUMBERS and earlier.isdigit()) or (
        previous in "-−" and (not earlier or earlier.isspace() or earlier in "($€£")
    )


def _cuts_after(last: str, after: str) -> bool:
    """Tell whether a quote that ends with ``last`` ends within a word or number."""
    if not after:
        return False
    if combining(after[0]) or (last.isalnum() and after[0].isalnum()):
        return True
    return last.isdigit() and after[0] in _IN_NUMBERS and after[1:].isdigit()


def _back(chain: Sequence[Folded], start: int, end: int) -> Span:
    """Return the span of the archived text that a span of the last form came from."""
    for form in reversed(chain):
        start, end = form.origin(start, end)
    return Span(start=start, end=end)


def _differing(pairs: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """Return the names of the foldings that are needed to make each part the same as its words."""
    needed: set[str] = set()
    for part, words in pairs:
        ours, theirs = part.strip(), normalize("NFC", words)
        goal = folded(ours).text
        if folded(theirs).text != goal:
            needed.add("line wraps")
            forms = (rejoined(theirs, hyphen=hyphen) for hyphen in (False, True))
            theirs = next((form.text for form in forms if form and folded(form.text).text == goal), theirs)
        for name in _NAMES:
            if folded(ours, without=name).text.strip() != folded(theirs, without=name).text.strip():
                needed.add(name)
    return tuple(name for name in _NAMES if name in needed)


def _context(text: str | None) -> str:
    """Return what stands beside a quote, typography and the blanks between aside."""
    return folded(normalize("NFC", text or "")).text.strip()


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    while start and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    while start < end - 1 and text[start].isspace():
        start += 1
    while end - 1 > start and text[end - 1].isspace():
        end -= 1
    return start, end
