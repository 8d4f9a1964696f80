"""Whose the statements of a text are, for tests of single rules."""

from claimdiff.drafting.attribute import attribute
from claimdiff.language.lexicon import load_lexicon


def parties(text: str) -> list[str]:
    """Return the party of every statement of a text, in order."""
    return [statement.party for statement in attribute(text, lexicon=load_lexicon()).statements]
