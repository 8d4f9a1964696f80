"""The ties between two accounts' units: which are alike, and how much each of them tells in this event."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from claimdiff.alignment.likeness import PULL, Kind, Likeness, Likenesses
from claimdiff.alignment.rarity import Rarity, rarity
from claimdiff.alignment.units import Profile, Unit
from claimdiff.language.lexicon import Lexicon

ACTOR_SHARE = 0.5
"""Share of its weight that a word of an actor's name keeps: nearly every assertion of an event names the same actors."""


@dataclass(frozen=True, slots=True)
class Tie:
    """Two units that are alike. ``mass``: how much the tie tells, 0 to 1; ``pull``: that times what its kind covers of a word.

    ``name`` is the same from either side: ties of one pull are ordered by it. ``place`` is that of the kind among all.
    """

    kind: Kind
    mass: float
    pull: float
    name: tuple[str, str]
    place: int


@dataclass(frozen=True, slots=True)
class Weighed:
    """A profile with the numbers by which ``Ties`` knows its units, in their order, and the sum of their weights.

    ``places``: number -> position among the profile's units; ``times``: the weight of every date and duration.
    """

    profile: Profile
    places: Mapping[int, int]
    total: float
    times: Mapping[str, float]


_PLACES = {kind: place for place, kind in enumerate(Kind)}


class Ties:
    """All ties between the units of two accounts, found when asked for; units go by numbers, which are quick to look up."""

    def __init__(self, left: Sequence[Profile], right: Sequence[Profile], lexicon: Lexicon) -> None:
        self._rarity: Rarity = rarity(left, right, lexicon)
        self._units = list(dict.fromkeys(unit for one in (*left, *right) for unit in one.units))
        self._numbers = {unit: number for number, unit in enumerate(self._units)}
        self._likenesses = Likenesses(dict.fromkeys(unit for one in right for unit in one.units), lexicon)
        self._found: dict[int, Mapping[int, Tie]] = {}

    def weigh(self, profile: Profile) -> Weighed:
        """Return the profile with its weights over the event."""
        places = {self._numbers[unit]: place for place, unit in enumerate(profile.units)}
        total = math.fsum(self.weight(unit) for unit in profile.units)
        return Weighed(profile, places, total, {time: self._rarity.times[time] for time in profile.times})

    def weight(self, unit: Unit) -> float:
        """Return how much a unit tells in this event, 0 to 1."""
        return self._rarity.stems[unit.stem] * (ACTOR_SHARE if unit.actor else 1.0)

    def of(self, number: int) -> Mapping[int, Tie]:
        """Return the ties of a unit of the left side to units of the right side, by number."""
        found = self._found.get(number)
        if found is None:
            unit = self._units[number]
            likes = self._likenesses.of(unit)
            found = {self._numbers[other]: self._tie(unit, other, like) for other, like in likes.items()}
            self._found[number] = found
        return found

    def _tie(self, unit: Unit, other: Unit, like: Likeness) -> Tie:
        ours, theirs = self._rarity.stems[unit.stem], self._rarity.stems[other.stem]
        if like.concepts:
            # A rare word for a thing that everybody speaks of tells no more than the thing does.
            concepts = self._rarity.concepts
            told = max(min(concepts[a], concepts[b]) for a, b in like.concepts)
            mass = min(max(ours, theirs), told)
        else:
            mass = min(ours, theirs)
        mass *= like.strength * (ACTOR_SHARE if like.kind is Kind.ACTOR else 1.0)
        first, last = sorted((unit.stem, other.stem))
        return Tie(like.kind, mass, mass * PULL[like.kind], (first, last), _PLACES[like.kind])
