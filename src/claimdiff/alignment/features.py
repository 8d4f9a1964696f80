"""The features of a pair of assertions: what they share, how much of each side that covers, and how telling it is.

Every feature is symmetric: swapping the sides gives the same value, to the last bit.
"""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from claimdiff.alignment.likeness import Likeness
from claimdiff.alignment.units import Profile, Unit

ACTOR_SHARE = 0.5
"""Share of its weight that a word of an actor's name keeps: nearly every assertion of an event names the same actors."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """A profile with the weights of its units and stems over the event, and their sums."""

    profile: Profile
    units: tuple[float, ...]
    total: float
    stems: Mapping[str, float]
    norm: float


@dataclass(frozen=True, slots=True)
class Tie:
    """Two units that are alike, by position in the profiles' units; ``mass`` is likeness times weight.

    ``name`` is the same from either side: ties of one mass are ordered by it.
    """

    left: int
    right: int
    likeness: float
    mass: float
    name: tuple[str, str]


def weigh(profile: Profile, rarity: Mapping[str, float]) -> Weighed:
    """Return the profile with its weights over the event."""
    units = tuple(_weight(unit, rarity) for unit in profile.units)
    stems = {stem: rarity[stem] for stem in profile.stems}
    return Weighed(
        profile=profile,
        units=units,
        total=math.fsum(units),
        stems=stems,
        norm=math.sqrt(math.fsum(weight * weight for weight in stems.values())),
    )


def _weight(unit: Unit, rarity: Mapping[str, float]) -> float:
    return rarity[unit.stem] * (ACTOR_SHARE if unit.actor else 1.0)


def ties(left: Weighed, right: Weighed, likeness: Likeness) -> tuple[Tie, ...]:
    """Return all pairs of units that are alike."""
    return tuple(_ties(left, right, likeness))


def _ties(left: Weighed, right: Weighed, likeness: Likeness) -> Iterator[Tie]:
    for i, unit in enumerate(left.profile.units):
        neighbours = likeness.neighbours(unit)
        if not neighbours:
            continue
        for j, other in enumerate(right.profile.units):
            value = neighbours.get(other)
            if value is not None:
                first, last = sorted((unit.stem, other.stem))
                yield Tie(i, j, value, value * min(left.units[i], right.units[j]), (first, last))


FEATURES = (
    "covered, less covered side",
    "covered, more covered side",
    "shared words",
    "shared word pairs",
    "strongest tie",
    "second tie",
    "third tie",
    "matter in common",
)
"""Names of the features, in the order of ``values``."""


def values(left: Weighed, right: Weighed, found: tuple[Tie, ...]) -> tuple[float, ...]:
    """Return the values of the features of one pair."""
    best_left: dict[int, float] = {}
    best_right: dict[int, float] = {}
    for tie in found:
        best_left[tie.left] = max(tie.mass, best_left.get(tie.left, 0.0))
        best_right[tie.right] = max(tie.mass, best_right.get(tie.right, 0.0))
    mass_left, mass_right = math.fsum(best_left.values()), math.fsum(best_right.values())
    share_left = mass_left / left.total if left.total else 0.0
    share_right = mass_right / right.total if right.total else 0.0
    shared = left.stems.keys() & right.stems.keys()
    product = math.fsum(left.stems[stem] ** 2 for stem in shared)
    pairs = left.profile.pairs & right.profile.pairs
    strongest = [*(tie.mass for tie in _chain(found)[:3]), 0.0, 0.0, 0.0]
    return (
        min(share_left, share_right),
        max(share_left, share_right),
        product / (left.norm * right.norm) if product else 0.0,
        math.log1p(math.fsum(min(left.stems[a], left.stems[b]) for a, b in pairs)),
        *strongest[:3],
        math.log1p(mass_left + mass_right),
    )


def _chain(found: tuple[Tie, ...]) -> list[Tie]:
    """Return ties such that no unit is in two of them, the strongest first."""
    used_left: set[int] = set()
    used_right: set[int] = set()
    chain = []
    for tie in sorted(found, key=lambda t: (-t.mass, *t.name)):
        if tie.left not in used_left and tie.right not in used_right:
            used_left.add(tie.left)
            used_right.add(tie.right)
            chain.append(tie)
    return chain


def evidence(left: Weighed, right: Weighed, found: tuple[Tie, ...]) -> dict[str, tuple[str, str]]:
    """Return the words on both sides that each feature of a pair rests on."""
    strongest = _chain(found)
    words = [(left.profile.words[tie.left], right.profile.words[tie.right]) for tie in strongest]
    every = (", ".join(a for a, _ in words), ", ".join(b for _, b in words))
    same = [(a, b) for (a, b), tie in zip(words, strongest, strict=True) if tie.likeness == 1.0]
    shared = (", ".join(a for a, _ in same), ", ".join(b for _, b in same))
    single = [*words[:3], ("", ""), ("", ""), ("", "")]
    return dict(zip(FEATURES, (every, every, shared, shared, *single[:3], every), strict=True))
