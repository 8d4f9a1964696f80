"""Tell whose the things are that a number counts: each side's own losses are two counts, not one told twice."""

from claimdiff.language.cues import clause_start
from claimdiff.verdict.contrast import Side
from claimdiff.verdict.roles import reported_from

SPEAKER, OTHERS = "the speaker's", "others'"
"""Owners that are no party: "our forces" is of whoever speaks, "their forces" of somebody else."""
_OURS = frozenset({"our", "we", "my", "i", "us"})
_POSSESSIVE = frozenset({"its", "their", "his", "her", *_OURS})
_LOSING = frozenset(
    {"lost", "lose", "loses", "losing", "suffered", "suffer", "sustained", "mourns", "mourned", "buried"}
)
_BEFORE = 3
"""Words before a number in which a possessive or a verb of losing makes what is counted somebody's own."""


def owner(side: Side, index: int, first: int, last: int) -> frozenset[str]:
    """Return who owns what is counted in the tokens [first, last): parties or words that name them; empty where not said."""
    reading = side.readings[index]
    inside = frozenset(m.party for m in reading.actors if first <= m.first < last)
    if inside:
        return inside
    around = [token.lower for token in reading.tokens[max(0, first - _BEFORE) : last]]
    if not _OURS.isdisjoint(around):
        return frozenset({SPEAKER})
    if not (_POSSESSIVE | _LOSING).isdisjoint(around):
        return _named_before(side, index, first)
    begin = min(first, max(clause_start(reading.tokens, first), reported_from(reading)))
    opening = reading.tokens[begin].lower
    return frozenset({SPEAKER} if opening in _OURS else {OTHERS} if opening in {"their", "they"} else ())


def _named_before(side: Side, index: int, first: int) -> frozenset[str]:
    """Return the party that is named last before a token, else the words for who speaks or is spoken of."""
    reading = side.readings[index]
    named = [mention.party for mention in reading.actors if mention.last <= first]
    if named:
        return frozenset(named[-1:])
    end = reported_from(reading)
    words = [token.stem for token in reading.tokens[: max(0, end - 1) or first] if token.content]
    return frozenset(words if end else words[:1])


def other_owners(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Tell whether two counts are of what different parties own. Two speakers who both say "our" are two."""
    if SPEAKER in ours or SPEAKER in theirs:
        return ours == theirs or OTHERS in ours | theirs
    return bool(ours and theirs) and ours.isdisjoint(theirs)
