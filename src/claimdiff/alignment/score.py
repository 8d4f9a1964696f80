"""Score pairs: a logistic of an additive sum, in two passes, the second of which sees the rivals of a pair."""

import math
from collections.abc import Mapping, Sequence

from claimdiff.alignment.candidates import candidate_pairs
from claimdiff.alignment.features import FEATURES, Weighed, evidence, ties, values, weigh
from claimdiff.alignment.likeness import Likeness
from claimdiff.alignment.model import Reason
from claimdiff.alignment.rarity import rarities
from claimdiff.alignment.units import Profile, profiles
from claimdiff.alignment.weights import Weights
from claimdiff.language.lexicon import Lexicon
from claimdiff.language.reading import Reading

Pair = tuple[int, int]


class Scored:
    """The scored pairs of two accounts; pairs that are not in ``first`` share next to nothing."""

    def __init__(
        self,
        left: Sequence[Profile],
        right: Sequence[Profile],
        *,
        lexicon: Lexicon,
        weights: Weights,
        same: Sequence[Pair] = (),
    ) -> None:
        rarity = rarities(left, right, lexicon)
        self._weights = weights
        self._left = [weigh(one, rarity) for one in left]
        self._right = [weigh(one, rarity) for one in right]
        self._likeness = Likeness({unit for one in right for unit in one.units}, lexicon)
        self._coefficients = tuple(weights.features[name] for name in FEATURES)
        self.first = {pair: self._log_odds(pair) for pair in candidate_pairs(self._left, self._right, self._likeness)}
        self.first |= {pair: max(IDENTICAL, self.first.get(pair, 0.0)) for pair in same}
        self.shares = log_shares(self.first, (len(left), len(right)), weights.base)
        self.second = {
            pair: weights.own * value + weights.rivals * self.shares[pair] + weights.offset
            for pair, value in self.first.items()
        }

    @property
    def nothing(self) -> float:
        """Log-odds of a pair that shares nothing."""
        return self._weights.own * self._weights.base + self._weights.rivals * _LEAST_SHARE + self._weights.offset

    def features(self, pair: Pair) -> tuple[float, ...]:
        """Return the values of the features of a pair."""
        left, right = self._sides(pair)
        return values(left, right, ties(left, right, self._likeness))

    def _sides(self, pair: Pair) -> tuple[Weighed, Weighed]:
        return self._left[pair[0]], self._right[pair[1]]

    def _log_odds(self, pair: Pair) -> float:
        found = self.features(pair)
        return math.fsum((self._weights.base, *(a * b for a, b in zip(self._coefficients, found, strict=True))))

    def reasons(self, pair: Pair) -> tuple[Reason, ...]:
        """Return what the score of a pair adds up from, the weightiest first; their weights and the base give its log-odds."""
        left, right = self._sides(pair)
        found = ties(left, right, self._likeness)
        words = evidence(left, right, found)
        parts = [
            Reason(feature=name, weight=self._weights.own * factor * value, left=words[name][0], right=words[name][1])
            for name, factor, value in zip(FEATURES, self._coefficients, values(left, right, found), strict=True)
        ]
        parts.append(Reason(feature=RIVALS, weight=self._weights.rivals * self.shares[pair], left="", right=""))
        return tuple(sorted((p for p in parts if p.weight), key=lambda p: (-abs(p.weight), p.feature)))


RIVALS = "rivals"
IDENTICAL = 12.0
"""Log-odds of the same text on both sides."""
_LEAST_SHARE = -12.0


def log_shares(first: Mapping[Pair, float], sizes: tuple[int, int], base: float) -> dict[Pair, float]:
    """Return for every pair the log of its share of the odds in its row, plus that in its column.

    A pair with a clearly better rival on either side has a small share. Pairs that were not scored have the base's odds.
    """
    rows: list[list[float]] = [[] for _ in range(sizes[0])]
    columns: list[list[float]] = [[] for _ in range(sizes[1])]
    for (i, j), value in first.items():
        odds = math.exp(value)
        rows[i].append(odds)
        columns[j].append(odds)
    rest = math.exp(base)
    row_sums = [math.log(math.fsum(found) + rest * (sizes[1] - len(found))) for found in rows]
    column_sums = [math.log(math.fsum(found) + rest * (sizes[0] - len(found))) for found in columns]
    return {(i, j): (value - row_sums[i]) + (value - column_sums[j]) for (i, j), value in first.items()}


def logistic(value: float) -> float:
    """Return the probability of log-odds."""
    if value >= 0:
        return 1.0 / (1.0 + math.exp(-value))
    grown = math.exp(value)
    return grown / (1.0 + grown)


def similarity(left: Reading, right: Reading, *, lexicon: Lexicon, weights: Weights) -> float:
    """Return the score of two lone texts, 0 to 1, with no rivals in sight; 1 for the same text."""
    one, other = profiles([left, right])
    if one.key == other.key:
        return 1.0
    scored = Scored([one], [other], lexicon=lexicon, weights=weights)
    return logistic(scored.first.get((0, 0), weights.base))
