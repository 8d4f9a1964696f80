"""How likely it is that the other side does not have an assertion: what is like it there, and how the two accounts meet."""

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from claimdiff.alignment.weights import Weights

Pair = tuple[int, int]

LONGER_BY = 25 / 14
"""How many times as many assertions as the other the longer of two accounts has, at the most, among those fitted to."""


class Silence(NamedTuple):
    """What tells of an assertion that the other side does not have it.

    ``total``: the log of the odds of all its pairs and of none. ``unmatched``: the share of its words that are like no word
    of the other side. ``sizes``: see ``log_sizes``. ``matched``: the mean over all the other assertions, of both sides, of
    the score of the best pair: how closely the two accounts answer each other.
    """

    total: float
    unmatched: float
    sizes: float
    matched: float


def silences(
    totals: tuple[Sequence[float], Sequence[float]],
    unmatched: tuple[Sequence[float], Sequence[float]],
    scores: Mapping[Pair, float],
) -> tuple[list[Silence], list[Silence]]:
    """Return what tells of every assertion of both sides that the other does not have it; ``scores``: of the pairs, 0 to 1."""
    best = [0.0] * len(totals[0]), [0.0] * len(totals[1])
    for (i, j), score in scores.items():
        best[0][i] = max(best[0][i], score)
        best[1][j] = max(best[1][j], score)
    everything, count = math.fsum((*best[0], *best[1])), len(best[0]) + len(best[1])
    ours, theirs = (
        [
            Silence(
                total=total,
                unmatched=share,
                sizes=log_sizes(len(best[side]), len(best[1 - side])),
                matched=(everything - own) / max(1, count - 1),
            )
            for total, share, own in zip(totals[side], unmatched[side], best[side], strict=True)
        ]
        for side in (0, 1)
    )
    return ours, theirs


def log_sizes(own: int, others: int) -> float:
    """Return the log of how many assertions the other side has for each of the own: the fewer, the more it leaves out.

    It is the ratio that counts: two short accounts may answer each other point by point. Beyond the ratios of the accounts
    that were fitted to the nearest of these stands in.
    """
    ratio = max(1, others) / max(1, own)
    return math.log(min(max(ratio, 1.0 / LONGER_BY), LONGER_BY))


def log_odds(silence: Silence, weights: Weights) -> float:
    """Return the log-odds that the other side does not have an assertion."""
    return math.fsum(
        (
            weights.silent,
            weights.silent_total * silence.total,
            weights.silent_unmatched * silence.unmatched,
            weights.silent_sizes * silence.sizes,
            weights.silent_matched * silence.matched,
        )
    )
