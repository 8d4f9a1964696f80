"""How alike two units are: the same word, one concept, related concepts, one actor, or words of one family."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from claimdiff.alignment.units import Unit
from claimdiff.language.lexicon import Lexicon

CONCEPT = 0.8
BROADER = 0.45
KIN = 0.35
SIBLING = 0.3
PARTY = 0.8
PLACE = 0.6
FAMILY = 0.6
"""Likeness of two units that share no stem: both name one concept; a concept and a broader one; two kin concepts; two
kinds of one broader concept; two names for one party; a place and what it lies in; words of one family (negotiate,
negotiator). They were set once, on a coarse grid: neighbouring values give the same figures."""

_SHORTEST_FAMILY = 5
_FAMILY_SHARE = 0.65


class Likeness:
    """Likeness of units to the units of a fixed vocabulary, found through what they share and kept once found."""

    def __init__(self, vocabulary: Iterable[Unit], lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._found: dict[Unit, Mapping[Unit, float]] = {}
        self._by_key: dict[tuple[str, str], list[Unit]] = defaultdict(list)
        for unit in vocabulary:
            for key in self._keys(unit):
                self._by_key[key].append(unit)

    def _keys(self, unit: Unit) -> set[tuple[str, str]]:
        keys = {("stem", unit.stem)}
        if len(unit.stem) >= _SHORTEST_FAMILY:
            keys.add(("family", unit.stem[:_SHORTEST_FAMILY]))
        if unit.party:
            keys.add(("party", unit.party))
        keys |= {("place", place) for place in unit.places}
        for concept, _ in unit.concepts:
            keys.add(("concept", concept))
            keys |= {("concept", broader) for broader in self._lexicon.broader.get(concept, ())}
            keys |= {("kin of", kin) for kin in self._lexicon.kin.get(concept, ())}
        return keys

    def neighbours(self, unit: Unit) -> Mapping[Unit, float]:
        """Return every unit of the vocabulary that is like this one at all, with its likeness in (0, 1]."""
        found = self._found.get(unit)
        if found is None:
            others = {other for key in self._search_keys(unit) for other in self._by_key.get(key, ())}
            likes = ((other, likeness(unit, other, self._lexicon)) for other in others)
            found = self._found[unit] = {other: value for other, value in likes if value > 0.0}
        return found

    def _search_keys(self, unit: Unit) -> set[tuple[str, str]]:
        # A kin relation may be written at one end only: it is looked for from both.
        keys = self._keys(unit)
        for concept, _ in unit.concepts:
            keys.add(("kin of", concept))
            keys |= {("concept", kin) for kin in self._lexicon.kin.get(concept, ())}
        return keys


def likeness(left: Unit, right: Unit, lexicon: Lexicon) -> float:
    """Return how alike two units are, 0 to 1; the order of the two does not matter."""
    if left.stem == right.stem or (left.actor and left.actor == right.actor):
        return 1.0
    best = 0.0
    if left.party and left.party == right.party:
        best = PARTY
    if left.places and right.places:
        if left.places[0] == right.places[0]:
            return 1.0
        if left.places[0] in right.places or right.places[0] in left.places:
            best = max(best, PLACE)
    for concept, weight in left.concepts:
        for other, other_weight in right.concepts:
            best = max(best, _related(concept, other, lexicon) * (weight * other_weight))
    if best < FAMILY and _one_family(left.stem, right.stem):
        best = FAMILY
    return best


def _related(concept: str, other: str, lexicon: Lexicon) -> float:
    if concept == other:
        return CONCEPT
    above, above_other = lexicon.broader.get(concept, ()), lexicon.broader.get(other, ())
    if other in above or concept in above_other:
        return BROADER
    if other in lexicon.kin.get(concept, ()) or concept in lexicon.kin.get(other, ()):
        return KIN
    return SIBLING if any(a in above_other for a in above) else 0.0


def _one_family(stem: str, other: str) -> bool:
    shared = 0
    for a, b in zip(stem, other, strict=False):
        if a != b:
            break
        shared += 1
    return shared >= _SHORTEST_FAMILY and shared >= _FAMILY_SHARE * max(len(stem), len(other))
