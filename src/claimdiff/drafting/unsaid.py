"""Tell frames that state nothing of their subject: "neither the union nor the firm said", "had the council said no"."""

from collections.abc import Sequence

from claimdiff.drafting import words as w
from claimdiff.drafting.asides import BREAKS
from claimdiff.drafting.frame import Frame
from claimdiff.language.reading import Token

_NONE = frozenset("neither nor no none nobody nothing few hardly scarcely not fewer".split())
_PAIRED = frozenset({"neither", "nor"})
_SUPPOSING = frozenset({"had", "should", "were"})
"""Auxiliaries that before their subject mean "if": "Had the council said no, …"."""


def unsaid(tokens: Sequence[Token], frame: Frame) -> bool:
    """Tell whether nobody said it: the subject is denied or next to none, or the clause only supposes or asks it."""
    return _denied(tokens, frame) or _supposed(tokens, frame)


def none_of(words: Sequence[str]) -> bool:
    """Tell whether a noun phrase means nobody, or so few that no party is meant: "none of the unions", "few members"."""
    numbered = len(words) > 1 and words[0] == "no" and words[1][0].isdigit()  # "No 10 said"
    return words[0] in _NONE and not numbered


def _denied(tokens: Sequence[Token], frame: Frame) -> bool:
    phrase = frame.subject.phrase
    words = [token.lower for token in tokens[phrase.first : phrase.last]]
    if not words or none_of(words):
        return bool(words)
    if frame.inverted:
        return False
    # "Neither Russia nor Ukraine agreed": the noun phrase begins after "nor".
    for at in range(phrase.first - 1, -1, -1):
        word = tokens[at].lower
        if word in _PAIRED:
            return True
        if tokens[at].text in BREAKS or word in w.CONTRAST - {"or"} or word in w.AUXILIARIES | w.SUBORDINATE:
            return False
    return False


def _supposed(tokens: Sequence[Token], frame: Frame) -> bool:
    at = frame.subject.phrase.first - 1
    if at < 0 or frame.inverted or tokens[at].lower not in w.AUXILIARIES:
        return False
    begins = at == 0 or tokens[at - 1].text in BREAKS or tokens[at - 1].lower in w.CONTRAST
    return begins and (tokens[at].lower in _SUPPOSING or tokens[-1].text == "?")
