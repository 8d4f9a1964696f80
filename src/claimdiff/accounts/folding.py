"""Fold away what typesetting changes in a text, and know for every character where it came from.

The foldings are listed, and there are no others: no case folding and no compatibility forms (NFKC), under which another number
or another letter could pass for the one that was said.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from unicodedata import combining, is_normalized, normalize

_INVISIBLE = "\u200b\u2060\ufeff\u00ad"
_BLANK = rf"(?:[^\S\r\n]|[{_INVISIBLE}])"
_SPACE = rf"[\s{_INVISIBLE}]"
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}

Replacement = str | Callable[[str], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Folding:
    """One kind of typographic variant: what is matched and what it becomes."""

    name: str
    pattern: str
    replacement: Replacement


# The first that matches at a place wins. Runs of blanks before a dash are bounded, which keeps the search linear.
FOLDINGS = (
    Folding(name="soft hyphens", pattern="\u00ad(?:[ \\t]*\\r?\\n[ \\t]*)?", replacement=""),
    Folding(
        name="dashes",
        pattern=rf"{_SPACE}{{0,3}}[–—―]{_SPACE}{{0,3}}|{_SPACE}{{1,3}}-{{1,2}}{_SPACE}{{1,3}}|--|[‐‑‒−﹘﹣－]",
        replacement="-",
    ),
    Folding(name="ellipses", pattern=r"…|\.[ \u00a0]\.[ \u00a0]\.", replacement="..."),
    Folding(name="line wraps", pattern=rf"{_BLANK}*[\r\n]{_SPACE}*", replacement=" "),
    Folding(
        name="spaces",
        pattern=rf" {_BLANK}+|[^\S \r\n]{_BLANK}*|[\u200b\u2060\ufeff]",
        replacement=lambda found: " " if found.strip(_INVISIBLE) else "",
    ),
    Folding(name="quote marks", pattern="[‘’‚‛′ʼ`´‹›]", replacement="'"),
    Folding(name="double quote marks", pattern="[“”„‟″«»]", replacement='"'),
    Folding(name="ligatures", pattern="[ﬀ-ﬆ]", replacement=lambda found: _LIGATURES[found]),
)
_HYPHENATED = re.compile(r"(?<=\w)-[ \t]*\r?\n[ \t]*(?=\w)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Folded:
    """A text that was made from another: ``text[outs[k]:]`` comes from ``ins[k]`` on, character by character.

    Where ``lengths[k]`` is not negative, the whole piece stands for that many characters of the other text.
    """

    text: str
    outs: Sequence[int]
    ins: Sequence[int]
    lengths: Sequence[int]

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Return where ``text[start:end]``, which is not empty, came from."""
        return self._from(start)[0], self._from(end - 1)[1]

    def _from(self, offset: int) -> tuple[int, int]:
        """Return the start and end of what one character came from."""
        piece = bisect_right(self.outs, offset) - 1
        start, length = self.ins[piece], self.lengths[piece]
        if length >= 0:
            return start, start + length
        start += offset - self.outs[piece]
        return start, start + 1


def unfolded(text: str) -> Folded:
    """Return the text as made from itself."""
    return Folded(text=text, outs=(0,), ins=(0,), lengths=(-1,))


def composed(text: str) -> Folded:
    """Return the text in NFC, with where each character came from."""
    if is_normalized("NFC", text):
        return unfolded(text)
    pieces: list[tuple[int, int, str]] = []
    start = 0
    for end in range(1, len(text) + 1):
        if end < len(text) and not _boundary(text[start:end], text[end]):
            continue
        cluster = text[start:end]
        made = normalize("NFC", cluster)
        if made != cluster:
            pieces.append((start, end, made))
        start = end
    return _assembled(text, pieces)


def folded(text: str, *, without: str = "") -> Folded:
    """Return the text with all foldings made, but the one named ``without``."""
    pattern, replacements = _combined(without)
    pieces = []
    for match in pattern.finditer(text):
        replacement = replacements[(match.lastindex or 1) - 1]
        made = replacement if isinstance(replacement, str) else replacement(match[0])
        pieces.append((match.start(), match.end(), made))
    return _assembled(text, pieces)


def rejoined(text: str, *, hyphen: bool) -> Folded | None:
    """Return the text with words that are hyphenated at a line's end in one piece; None where there are none.

    ``hyphen`` keeps the hyphen: no rule tells "infra-structure" from "energy-intensive".
    """
    pieces = [(match.start(), match.end(), "-" if hyphen else "") for match in _HYPHENATED.finditer(text)]
    return _assembled(text, pieces) if pieces else None


def _boundary(cluster: str, character: str) -> bool:
    """Tell whether the character cannot become one with what stands before it."""
    if character < "\u0300":
        return True
    if combining(character):
        return False
    return normalize("NFC", cluster + character) == normalize("NFC", cluster) + normalize("NFC", character)


def _assembled(text: str, pieces: Sequence[tuple[int, int, str]]) -> Folded:
    """Return the text with every piece (start, end, what it becomes) replaced."""
    parts: list[str] = []
    outs, ins, lengths = [0], [0], [-1]
    out = at = 0
    for start, end, made in pieces:
        parts += (text[at:start], made)
        out += start - at
        if made:
            outs.append(out)
            ins.append(start)
            lengths.append(end - start)
        out += len(made)
        outs.append(out)
        ins.append(end)
        lengths.append(-1)
        at = end
    parts.append(text[at:])
    return Folded(text="".join(parts), outs=outs, ins=ins, lengths=lengths)


def _combined(without: str) -> tuple[re.Pattern[str], tuple[Replacement, ...]]:
    used = [folding for folding in FOLDINGS if folding.name != without]
    pattern = re.compile("|".join(f"({folding.pattern})" for folding in used))
    return pattern, tuple(folding.replacement for folding in used)
