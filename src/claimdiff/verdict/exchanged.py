"""Tell where two sides have the same words and the two who act in them have changed places."""

from collections.abc import Iterator

from claimdiff.language.reading import Reading
from claimdiff.verdict.contrast import Contrast, Side, Word
from claimdiff.verdict.evidence import Evidence
from claimdiff.vocabulary import Facet, Verdict

_JOINING = frozenset("and or with between versus v vs nor as than same like that".split())
"""Words after which two are listed, likened or told of rather than one acting on the other."""
_MUTUAL = frozenset(
    "meet met talk negoti discuss confer agre sign marri clash fought fight trade cooper border play face share exchang".split()
)
"""Stems of verbs that say the same of both: who met whom does not matter."""
_COURTESIES = frozenset(
    "thank congratul greet welcom invit visit prais honour hug salut support recognis recogn".split()
)
"""Stems of verbs of what is often returned: that one thanked the other does not deny that the other thanked the one."""
_FEELINGS = frozenset("like love hate know trust fear need want miss respect admir envi resembl follow help".split())
"""Stems of verbs of what two may well feel or do for each other."""


def compare_exchanged(c: Contrast) -> Iterator[Evidence]:
    """Yield who acts and who is acted on where they are exchanged and nothing else differs: "A owes B", "B owes A"."""
    if len(c.left.readings) != 1 or len(c.right.readings) != 1:
        return
    ours, theirs = c.left.readings[0], c.right.readings[0]
    one, other = _keys(ours), _keys(theirs)
    differ = [k for k, (a, b) in enumerate(zip(one, other, strict=False)) if a[1] != b[1]]
    if len(one) != len(other) or len(differ) != 2:
        return
    first, second = differ
    if (one[first][1], one[second][1]) != (other[second][1], other[first][1]) or not _act_apart(
        c.left, one, first, second
    ):
        return
    places = (c.left.place(0, one[first][0], one[first][0] + 1), c.right.place(0, other[first][0], other[first][0] + 1))
    why = "Who does it to whom is exchanged."
    yield Evidence("roles-exchanged", Facet.ACTOR, Verdict.CONFLICT, *places, why, certain=True)


def _keys(reading: Reading) -> list[tuple[int, str]]:
    """Return the words of a text, those that name an actor by its party ("Peru" and "Peruvian" are one), articles left out."""
    named = {m.first: m for m in reading.actors}
    inside = {k for m in reading.actors for k in range(m.first + 1, m.last)}
    keys = []
    for k, token in enumerate(reading.tokens):
        if k in named:
            keys.append((k, f"actor {named[k].party}"))
        elif k not in inside and token.text[0].isalnum() and token.lower not in {"the", "a", "an"}:
            keys.append((k, token.stem))
    return keys


def _act_apart(side: Side, keys: list[tuple[int, str]], first: int, second: int) -> bool:
    """Tell whether two words are content with a verb between them, neither one of a list nor of something mutual."""
    tokens = side.readings[0].tokens
    between = [tokens[k] for k, _ in keys[first + 1 : second]]
    if not tokens[keys[first][0]].content or not tokens[keys[second][0]].content:
        return False
    if tokens[keys[first][0]].text[0].isdecimal() or any(token.lower in _JOINING for token in between):
        return False
    often_both = _MUTUAL | _COURTESIES | _FEELINGS
    return any(token.content for token in between) and not any(token.stem in often_both for token in between)


def change_places(c: Contrast, left: Word, right: Word) -> bool:
    """Tell whether a word before the left one answers to a word after the right one, and one after it to one before it."""
    pairs = [(a, b) for a, b in c.pairs.items() if a[0] == left[0] and b[0] == right[0]]
    forth = any(a[1] < left[1] and b[1] > right[1] for a, b in pairs)
    return forth and any(a[1] > left[1] and b[1] < right[1] for a, b in pairs)
