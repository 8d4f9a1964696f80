"""Seal a decision: a short digest of the texts decided on, by which it is known to be stale when one of them changes."""

import hashlib
import json
from collections.abc import Iterable
from unicodedata import normalize

from claimdiff.accounts.model import Assertion


def seal_of(left: Iterable[Assertion], right: Iterable[Assertion]) -> str:
    """Return the seal of a decision on the assertions of two sides: eight hexadecimal digits.

    It is the start of a SHA-256 over the texts and the words of their quotes (a changed quote is as good a reason to look
    again as a changed text), in NFC and with white space folded. Ids, the order of assertions and which side is which do
    not count; neither do notes, topics and sources.
    """
    return seal([_words(assertion) for assertion in left], [_words(assertion) for assertion in right])


def seal(left: Iterable[str], right: Iterable[str]) -> str:
    """Return the seal of a decision on the texts of two sides, in any order, whichever side comes first."""
    sides = sorted(sorted(_folded(text) for text in side) for side in (left, right))
    digest = hashlib.sha256(json.dumps(sides, ensure_ascii=True).encode("ascii"))
    return digest.hexdigest()[:8]


def _words(assertion: Assertion) -> str:
    return json.dumps([_folded(assertion.text), *sorted(_folded(quote.quote) for quote in assertion.quotes)])


def _folded(text: str) -> str:
    return " ".join(normalize("NFC", text).split())
