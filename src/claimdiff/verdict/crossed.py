"""Tell where two sides with nearly the same words say it of other agents or things, so that they cannot agree."""

from claimdiff.language.commitment import subjects
from claimdiff.language.reading import Reading
from claimdiff.verdict.contrast import Contrast, Side, Word
from claimdiff.verdict.roles import reported_from
from claimdiff.verdict.states import seen_from_two_ends

_BEFORE_VERB = frozenset("to will would can could may might must shall should".split())
_PARTICLES = frozenset("up down in out on off back away".split())
_PLAIN = frozenset("the a an of to and or that s".split())


def crossed(c: Contrast) -> bool:
    """Tell whether what is told has other agents on each side, agent and object exchanged, or one word in place of another.

    "Cambodian troops opened fire" and "Thai troops opened fire"; "police attacked the protesters" and "the protesters
    attacked police"; "the left engine failed" and "the right engine failed". Who tells it does not count.
    """
    return (
        _exchanged(c) or _tellers_exchanged(c) or other_agents(c) or _other_deniers(c) or _replaced(c) or _other_way(c)
    )


def _exchanged(c: Contrast) -> bool:
    """Tell whether the first words of what both sides tell stand in opposite order, something between them."""
    if len(c.left.readings) > 1 or len(c.right.readings) > 1 or _by(c.left) != _by(c.right) or seen_from_two_ends(c):
        return False
    ours, theirs = _first(c.left), _first(c.right)
    if ours is None or theirs is None or ours not in c.pairs or theirs not in c.back:
        return False
    after, before = c.pairs[ours], c.back[theirs]
    return _stand_apart(c.right, theirs, after) and _stand_apart(c.left, ours, before)


def _tellers_exchanged(c: Contrast) -> bool:
    """Tell whether each side tells of what the other's teller does: "the union said that management left", and the reverse."""
    ours, theirs = _first(c.left), _first(c.right)
    if ours is None or theirs is None or ours not in c.pairs or theirs not in c.back:
        return False
    (i, there), (j, here) = c.pairs[ours], c.back[theirs]
    return there < reported_from(c.right.readings[i]) and here < reported_from(c.left.readings[j])


def _other_deniers(c: Contrast) -> bool:
    """Tell whether other parties reject, deny or ask on each side, so that the act itself is another."""
    ours, theirs = (
        {m.party for r in side.readings for m in subjects(r.tokens, r.actors, 0, _denied_at(r))}
        for side in (c.left, c.right)
    )
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _denied_at(reading: Reading) -> int:
    """Return where the first word of reporting stands if it is one of rejecting or asking; 0 if it is none."""
    cue = next((cue for cue in reading.cues if cue.kind == "report" and cue.first), None)
    return cue.first if cue is not None and cue.value in {"denied", "asked"} else 0


def _other_way(c: Contrast) -> bool:
    """Tell whether a verb of both sides has another particle on each: "phase out" and "phase down", "pull in", "pull out"."""
    for left, right in c.pairs.items():
        ours, theirs = _after(c.left, left), _after(c.right, right)
        if c.left.token(left).stem == c.right.token(right).stem and ours != theirs and {ours, theirs} <= _PARTICLES:
            return True
    return False


def _after(side: Side, word: Word) -> str:
    tokens = side.readings[word[0]].tokens
    return tokens[word[1] + 1].lower if word[1] + 1 < len(tokens) else ""


def _by(side: Side) -> bool:
    """Tell whether a side may stand in the passive, in which order tells nothing."""
    return any(token.lower == "by" for reading in side.readings for token in reading.tokens)


def _first(side: Side) -> Word | None:
    return next((word for word in side.content if word[1] >= reported_from(side.readings[word[0]])), None)


def _stand_apart(side: Side, first: Word, second: Word) -> bool:
    """Tell whether the second word comes after the first, and a content word between them."""
    between = side.readings[first[0]].tokens[first[1] + 1 : second[1]]
    return second[1] > first[1] and any(token.content for token in between)


def other_agents(c: Contrast) -> bool:
    """Tell whether what is told begins with other parties on each side."""
    ours, theirs = ({party for reading in side.readings for party in _agents(reading)} for side in (c.left, c.right))
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _agents(reading: Reading) -> set[str]:
    """Return the parties named before the first other content word of what is told."""
    begin, named = reported_from(reading), {k for m in reading.actors for k in range(m.first, m.last)}
    last = len(reading.tokens)
    verb = next((k for k in range(begin, last) if reading.tokens[k].content and k not in named), last)
    return {mention.party for mention in subjects(reading.tokens, reading.actors, begin, verb + 1)}


def _replaced(c: Contrast) -> bool:
    """Tell whether a word of one side only stands in the very place of a word of the other side only."""
    ours, theirs = (
        [w for w in only if w[1] >= reported_from(side.readings[w[0]]) and not _is_step(side, w)]
        for side, only in ((c.left, c.left_only), (c.right, c.right_only))
    )
    return any(
        all(_correspond(c, _beside(c.left, a, way), _beside(c.right, b, way)) for way in (-1, 1))
        for a in ours
        for b in theirs
    )


def _is_step(side: Side, word: Word) -> bool:
    """Tell whether a word is a verb of saying or doing, of which there are many for one thing: a step, or after "to"."""
    reading = side.readings[word[0]]
    before = reading.tokens[word[1] - 1].lower if word[1] else ""
    step = any(s.first <= word[1] < s.last for s in reading.commitments)
    return step or before in _BEFORE_VERB or _tells(side, word)


def _beside(side: Side, word: Word, way: int) -> Word | None:
    """Return the next word that is neither a mark nor one of the plainest, before (-1) or after (1); None at the end."""
    tokens, k = side.readings[word[0]].tokens, word[1] + way
    while 0 <= k < len(tokens) and (tokens[k].lower in _PLAIN or not tokens[k].text[0].isalnum()):
        k += way
    return (word[0], k) if 0 <= k < len(tokens) else None


def _correspond(c: Contrast, ours: Word | None, theirs: Word | None) -> bool:
    if ours is None or theirs is None:
        return ours is theirs
    same = c.left.token(ours).stem == c.right.token(theirs).stem or c.pairs.get(ours) == theirs
    return same or (_tells(c.left, ours) and _tells(c.right, theirs))


def _tells(side: Side, word: Word) -> bool:
    return any(cue.kind == "report" and cue.first <= word[1] < cue.last for cue in side.readings[word[0]].cues)
