"""Readings and small lexicons for the tests of matching."""

from dataclasses import replace

from claimdiff.language.lexicon import Lexicon, load_lexicon
from claimdiff.language.read import read
from claimdiff.language.reading import Reading

LEXICON = load_lexicon()


def readings(*texts: str, language: str = "en") -> list[Reading]:
    return [read(text, lexicon=LEXICON, language=language) for text in texts]


def related(
    *, broader: dict[str, tuple[str, ...]] | None = None, kin: dict[str, tuple[str, ...]] | None = None
) -> Lexicon:
    """Return the shipped lexicon with only these relations between concepts."""
    return replace(LEXICON, broader=broader or {}, kin=kin or {})
