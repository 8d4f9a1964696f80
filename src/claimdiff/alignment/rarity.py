"""How much a word tells: rare words of the event tell more than those that every assertion has."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence

from claimdiff.alignment.units import Profile
from claimdiff.language.lexicon import Lexicon

TIERS = {"very-common": 0.03, "common": 0.01, "familiar": 0.003}
RARE = 0.001
"""Share of assertions in which a word of each tier stands, over statements in general; in no tier, it is rare."""

PRIOR = 30.0
"""How many assertions the shipped background counts for, beside those of the event."""


def rarities(left: Sequence[Profile], right: Sequence[Profile], lexicon: Lexicon) -> Mapping[str, float]:
    """Return the weight of every stem, 0 to 1.

    The inverse document frequency over the assertions of both accounts, with the background as prior (so that two lone
    texts have sensible weights): log((N + PRIOR) / (df + PRIOR * share)), scaled so that a rare word seen once has 1.
    """
    counts = Counter(stem for one in (*left, *right) for stem in one.stems)
    total = len(left) + len(right) + PRIOR
    most = math.log(total / (1.0 + PRIOR * RARE))
    tiers = lexicon.tiers
    return {
        stem: math.log(total / (count + PRIOR * TIERS.get(tiers.get(stem, ""), RARE))) / most
        for stem, count in counts.items()
    }
