"""Split a text into words, numbers and marks, with their places and stems."""

import re
from collections.abc import Callable, Set

from claimdiff.language.reading import Token

# Order matters: initialisms before words, numbers with inner marks before single digits.
_TOKEN = re.compile(
    r"(?P<initials>(?:[A-Za-z]\.){2,})"
    r"|(?P<number>\d++(?:[.,:]\d++)*+(?:st|nd|rd|th)?+(?![A-Za-z]))"
    r"|(?P<digits>\d++(?:[.,:]\d++)*+)"
    r"|(?P<word>[^\W\d_]+(?:['\u2019\u02bc](?!s\b)[^\W\d_]+)*\d*)"
    r"|(?P<possessive>['\u2019\u02bc]s\b)"
    r"|(?P<mark>[^\s\w]|_)",
)
_APOSTROPHES = str.maketrans({"\u2019": "'", "\u02bc": "'"})

MARKS_THAT_SEPARATE = frozenset('.;:!?,()[]"“”«»—–')
"""Marks that no term runs across."""


SKIPPED = frozenset(
    "a an the of in on to for its his her their our your my and or with by at from this that these those as be is are "
    "was were been being am has have had having do does did will would shall it he she they we i you".split(),
)
"""Words that a term may be interrupted by and that its entry need not spell out: articles, the commonest prepositions,
possessives and auxiliaries. Particles (out, over, off, back, not) are kept: they make another word of a verb."""


def tokenize(text: str, function_words: Set[str], stem: Callable[[str], str]) -> tuple[Token, ...]:
    """Split text into tokens; ``function_words`` (lower case) and marks are not content.

    Hyphenated words are split at the hyphen ("30-day" gives three tokens), numbers keep their inner marks ("1,500",
    "11:40", "27th"), a possessive 's stands alone. ``token.text == text[token.start:token.end]`` always holds.
    """
    tokens = []
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup
        words = match.group()
        lower = words.lower().translate(_APOSTROPHES)
        if kind == "initials":
            lower = lower.replace(".", "")
        content = kind not in {"mark", "possessive"} and lower not in function_words
        stemmed = stem(lower) if kind == "word" else lower
        tokens.append(Token(words, lower, stemmed, match.start(), match.end(), content))
    return tuple(tokens)
