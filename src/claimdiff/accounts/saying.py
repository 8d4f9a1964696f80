"""Whether words stand in an assertion, however they are typeset."""

import re
from unicodedata import normalize

from claimdiff.accounts.folding import folded
from claimdiff.accounts.model import Assertion


def says(assertion: Assertion, words: str) -> bool:
    """Tell whether whole words stand in an assertion's text or in one of its quotes."""
    wanted = re.compile(rf"(?<!\w){re.escape(_plain(words))}(?!\w)")
    return any(wanted.search(_plain(text)) for text in (assertion.text, *(quote.quote for quote in assertion.quotes)))


def _plain(text: str) -> str:
    return folded(normalize("NFC", text)).text.strip()
