"""How two units can be alike: the same word, one concept, related concepts, one actor, or words of one family."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from claimdiff.alignment.units import Unit
from claimdiff.language.lexicon import Lexicon


class Kind(StrEnum):
    """In what two units are alike; the value is the name of the feature that adds up such ties."""

    WORD = "same word"
    CONCEPT = "one concept"
    LOOSE = "one concept, loosely"
    BROADER = "broader concept"
    KIN = "related concept"
    SIBLING = "two kinds of one concept"
    FAMILY = "word family"
    ACTOR = "same actor"
    PARTY = "same party"
    PLACE = "same place"


PULL = {
    Kind.WORD: 1.0,
    Kind.ACTOR: 1.0,
    Kind.CONCEPT: 0.85,
    Kind.LOOSE: 0.5,
    Kind.PLACE: 0.5,
    Kind.BROADER: 0.45,
    Kind.KIN: 0.4,
    Kind.SIBLING: 0.3,
    Kind.FAMILY: 0.3,
    Kind.PARTY: 0.3,
}
"""How much of a word a tie of each kind covers, near the log of how much oftener true links have such a tie than other pairs
of the same event. The fitted weights of the features correct it; neighbouring values give the same figures."""

_NESTED_PLACE = 0.6
_SHORTEST_FAMILY = 5
_FAMILY_SHARE = 0.65


@dataclass(frozen=True, slots=True)
class Likeness:
    """A way in which two units are alike, the strongest one; ``strength`` is above 0 and at most 1 within its kind.

    ``concepts``: the pairs of concepts that make it, for the kinds that rest on concepts.
    """

    kind: Kind
    strength: float
    concepts: tuple[tuple[str, str], ...] = ()


class Likenesses:
    """The likenesses of units to those of a fixed vocabulary, found through what they share and kept once found."""

    def __init__(self, vocabulary: Iterable[Unit], lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._found: dict[Unit, Mapping[Unit, Likeness]] = {}
        self._by_key: dict[tuple[str, str], list[Unit]] = defaultdict(list)
        for unit in vocabulary:
            for key in self._keys(unit):
                self._by_key[key].append(unit)

    def of(self, unit: Unit) -> Mapping[Unit, Likeness]:
        """Return every unit of the vocabulary that is like this one at all."""
        found = self._found.get(unit)
        if found is None:
            others = {other for key in self._search_keys(unit) for other in self._by_key.get(key, ())}
            likes = ((other, likeness(unit, other, self._lexicon)) for other in others)
            found = self._found[unit] = {other: like for other, like in likes if like is not None}
        return found

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

    def _search_keys(self, unit: Unit) -> set[tuple[str, str]]:
        # A kin relation may be written at one end only: it is looked for from both.
        keys = self._keys(unit)
        for concept, _ in unit.concepts:
            keys.add(("kin of", concept))
            keys |= {("concept", kin) for kin in self._lexicon.kin.get(concept, ())}
        return keys


def likeness(left: Unit, right: Unit, lexicon: Lexicon) -> Likeness | None:
    """Return how two units are alike, None where they are not; the order of the two does not matter."""
    named = bool(left.actor or right.actor)
    if left.stem == right.stem:
        return Likeness(Kind.ACTOR if named else Kind.WORD, 1.0)
    if left.actor and left.actor == right.actor:
        return Likeness(Kind.ACTOR, 1.0)
    if left.party and left.party == right.party:
        return Likeness(Kind.PARTY, 1.0)
    if left.places and right.places and (left.places[0] in right.places or right.places[0] in left.places):
        return Likeness(Kind.PLACE, 1.0 if left.places[0] == right.places[0] else _NESTED_PLACE)
    found = _by_concepts(left, right, lexicon)
    if found is None and _one_family(left.stem, right.stem):
        return Likeness(Kind.FAMILY, 1.0)
    return found


def _by_concepts(left: Unit, right: Unit, lexicon: Lexicon) -> Likeness | None:
    best: Likeness | None = None
    pull = 0.0
    pairs: set[tuple[str, str]] = set()
    for concept, weight in left.concepts:
        for other, other_weight in right.concepts:
            kind = _related(concept, other, lexicon)
            if kind is None:
                continue
            both = weight * other_weight
            if kind is Kind.CONCEPT and both < 1.0:
                kind, both = Kind.LOOSE, min(1.0, 2.0 * both)
            if PULL[kind] * both > pull:
                best, pull, pairs = Likeness(kind, both), PULL[kind] * both, set()
            if PULL[kind] * both == pull:
                first, last = sorted((concept, other))
                pairs.add((first, last))
    return None if best is None else Likeness(best.kind, best.strength, tuple(sorted(pairs)))


def _related(concept: str, other: str, lexicon: Lexicon) -> Kind | None:
    if concept == other:
        return Kind.CONCEPT
    above, above_other = lexicon.broader.get(concept, ()), lexicon.broader.get(other, ())
    if other in above or concept in above_other:
        return Kind.BROADER
    if other in lexicon.kin.get(concept, ()) or concept in lexicon.kin.get(other, ()):
        return Kind.KIN
    return Kind.SIBLING if any(a in above_other for a in above) else None


def _one_family(stem: str, other: str) -> bool:
    shared = 0
    for a, b in zip(stem, other, strict=False):
        if a != b:
            break
        shared += 1
    return shared >= _SHORTEST_FAMILY and shared >= _FAMILY_SHARE * max(len(stem), len(other))
