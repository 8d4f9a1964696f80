"""How much a word tells: rare words of the event tell more than those that every assertion has."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from claimdiff.alignment.units import Profile
from claimdiff.language.lexicon import Lexicon

TIERS = {"very-common": 0.03, "common": 0.01, "familiar": 0.003}
RARE = 0.001
CONCEPT = 0.003
"""Share of assertions in which a word of each tier stands, over statements in general; in no tier, it is rare. A concept
has several words, so that it is commoner than one of them."""

PRIOR = 30.0
"""How many assertions the shipped background counts for, beside those of the event."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rarity:
    """Weights of stems, of concepts and of times over an event, 0 to 1."""

    stems: Mapping[str, float]
    concepts: Mapping[str, float]
    times: Mapping[str, float]


def rarity(left: Sequence[Profile], right: Sequence[Profile], lexicon: Lexicon) -> Rarity:
    """Return the weights over the assertions of both accounts.

    An inverse document frequency with the background as prior, so that two lone texts have sensible weights:
    log((N + PRIOR) / (df + PRIOR * share)), scaled so that a rare word seen once has 1. Of the two, df is the mean of the
    count over both accounts and N times the larger share in one of them: a word that one side always says tells little,
    even if the other side never says it.
    """
    total = len(left) + len(right)
    most = math.log((total + PRIOR) / (1.0 + PRIOR * RARE))

    def weight(count: float, share: float) -> float:
        return max(0.0, math.log((total + PRIOR) / (count + PRIOR * share)) / most)

    tiers = lexicon.tiers
    stems = _frequencies([one.stems for one in left], [one.stems for one in right])
    concepts = Counter(concept for one in (*left, *right) for concept in _concepts(one))
    times = Counter(time for one in (*left, *right) for time in one.times)
    return Rarity(
        stems={stem: weight(count, TIERS.get(tiers.get(stem, ""), RARE)) for stem, count in stems.items()},
        concepts={concept: weight(count, CONCEPT) for concept, count in concepts.items()},
        times={time: weight(count, RARE) for time, count in times.items()},
    )


def _concepts(profile: Profile) -> set[str]:
    return {concept for unit in profile.units for concept, _ in unit.concepts}


def _frequencies(left: Sequence[Iterable[str]], right: Sequence[Iterable[str]]) -> dict[str, float]:
    ours, theirs = Counter(k for one in left for k in one), Counter(k for one in right for k in one)
    total = len(left) + len(right)
    shares = {k: max(ours[k] / max(1, len(left)), theirs[k] / max(1, len(right))) for k in ours | theirs}
    return {k: (ours[k] + theirs[k] + share * total) / 2.0 for k, share in shares.items()}
