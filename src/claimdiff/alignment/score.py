"""Score pairs: a logistic of an additive sum, in two passes, the second of which sees the rivals of a pair."""

import math
from collections.abc import Mapping, Sequence

from claimdiff.alignment.candidates import candidate_pairs
from claimdiff.alignment.features import FEATURES, meetings, values, words
from claimdiff.alignment.model import Reason
from claimdiff.alignment.silence import log_odds, silences
from claimdiff.alignment.ties import Ties, Weighed
from claimdiff.alignment.units import Profile, profiles
from claimdiff.alignment.weights import Weights
from claimdiff.language.lexicon import Lexicon
from claimdiff.language.reading import Reading

Pair = tuple[int, int]

RIVALS = "rivals"
IDENTICAL = 12.0
"""Log-odds in the first pass of the same text on both sides."""


class Measured:
    """Two accounts weighed, their ties, and the feature values of every pair that shares enough to be scored."""

    def __init__(self, left: Sequence[Profile], right: Sequence[Profile], lexicon: Lexicon) -> None:
        self.ties = Ties(left, right, lexicon)
        self.left = [self.ties.weigh(one) for one in left]
        self.right = [self.ties.weigh(one) for one in right]
        self.values = {
            (i, j): values(self.left[i], self.right[j], meetings(self.left[i], self.right[j], self.ties))
            for i, j in candidate_pairs(self.left, self.right, self.ties)
        }

    def unmatched(self) -> tuple[list[float], list[float]]:
        """Return for every assertion of both sides the share of its words that are like no word of the other side."""
        return unmatched(self.left, self.right, self.ties)


class Scored:
    """The scored pairs of two accounts; pairs that are not in ``first`` share next to nothing.

    ``first``: log-odds of each pair by itself; ``rivals``: see ``log_rivals``; ``second``: log-odds among its rivals.
    """

    def __init__(
        self,
        left: Sequence[Profile],
        right: Sequence[Profile],
        *,
        lexicon: Lexicon,
        weights: Weights,
        same: Sequence[Pair] = (),
    ) -> None:
        self._weights = weights
        self._measured = Measured(left, right, lexicon)
        self.first = self.first_log_odds(first_pass(self._measured.values, weights), same)
        self.totals = log_totals(self.first, (len(left), len(right)), weights.base)
        self.rivals = log_rivals(self.first, self.totals)
        self.second = {pair: second_pass(value, self.rivals[pair], weights) for pair, value in self.first.items()}

    def first_log_odds(self, words: Mapping[Pair, float], same: Sequence[Pair]) -> dict[Pair, float]:
        """Return the log-odds of each pair by itself, from those by its words; the ``same`` texts are never unlikely."""
        return {**words, **{pair: max(IDENTICAL, words.get(pair, 0.0)) for pair in same}}

    @property
    def nothing(self) -> float:
        """Log-odds of a pair that shares nothing with a rival that shares much."""
        return second_pass(self._weights.base, 2.0 * IDENTICAL, self._weights)

    def reasons(self, pair: Pair) -> tuple[Reason, ...]:
        """Return what the score of a pair adds up from, the weightiest first.

        The weights add up to the log-odds of the score with those that a pair sharing nothing has.
        """
        left, right = self._measured.left[pair[0]], self._measured.right[pair[1]]
        found = meetings(left, right, self._measured.ties)
        texts = words(left, right, found)
        own = self._weights.own
        parts = [
            Reason(
                feature=name,
                weight=own * self._weights.features[name] * value,
                left=texts[name][0],
                right=texts[name][1],
            )
            for name, value in zip(FEATURES, values(left, right, found), strict=True)
        ]
        parts.append(Reason(feature=RIVALS, weight=-self._weights.rivals * self.rivals[pair], left="", right=""))
        return tuple(
            sorted((part for part in parts if part.weight), key=lambda part: (-abs(part.weight), part.feature))
        )

    def silences(self) -> tuple[list[float], list[float]]:
        """Return for every assertion of both sides how probable it is that the other side does not have it."""
        scores = {pair: logistic(value) for pair, value in self.second.items()}
        ours, theirs = (
            [logistic(log_odds(one, self._weights)) for one in side]
            for side in silences(self.totals, self._measured.unmatched(), scores)
        )
        return ours, theirs


def first_pass(values_: Mapping[Pair, Sequence[float]], weights: Weights) -> dict[Pair, float]:
    """Return the log-odds of every pair by itself."""
    factors = [weights.features[name] for name in FEATURES]
    return {
        pair: math.fsum((weights.base, *(a * b for a, b in zip(factors, found, strict=True))))
        for pair, found in values_.items()
    }


def second_pass(first: float, rivals: float, weights: Weights) -> float:
    """Return the log-odds of a pair among its rivals."""
    return weights.own * first - weights.rivals * rivals + weights.offset


def log_totals(first: Mapping[Pair, float], sizes: tuple[int, int], base: float) -> tuple[list[float], list[float]]:
    """Return for every assertion of both sides the log of the odds of all its pairs and of none, which has odds of 1.

    Pairs that were not scored have the odds of the base.
    """
    rows: list[list[float]] = [[] for _ in range(sizes[0])]
    columns: list[list[float]] = [[] for _ in range(sizes[1])]
    for (i, j), value in first.items():
        odds = math.exp(value)
        rows[i].append(odds)
        columns[j].append(odds)
    rest = math.exp(base)
    return (
        [math.log1p(math.fsum(found) + rest * (sizes[1] - len(found))) for found in rows],
        [math.log1p(math.fsum(found) + rest * (sizes[0] - len(found))) for found in columns],
    )


def log_rivals(first: Mapping[Pair, float], totals: tuple[Sequence[float], Sequence[float]]) -> dict[Pair, float]:
    """Return for every pair the log of all odds in its row, itself and none among them, plus that of its column.

    Twice the log-odds of the pair less this is the log of its share in the row times that in the column: small where
    there is a clearly closer partner on either side, and where the pair is unlikely by itself.
    """
    rows, columns = totals
    return {(i, j): rows[i] + columns[j] for i, j in first}


def unmatched(left: Sequence[Weighed], right: Sequence[Weighed], ties: Ties) -> tuple[list[float], list[float]]:
    """Return for every assertion of both sides the share of its words that are like no word of the other side."""
    tied = {number for one in left for number in one.places if ties.of(number)}
    met = {other for number in tied for other in ties.of(number)}
    return (
        [sum(number not in tied for number in one.places) / (len(one.places) + 1) for one in left],
        [sum(number not in met for number in one.places) / (len(one.places) + 1) for one in right],
    )


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
    found = first_pass(Measured([one], [other], lexicon).values, weights)
    return logistic(found.get((0, 0), weights.base))
