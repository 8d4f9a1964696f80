"""Why two assertions are linked or not: the score of one pair, what it adds up from, and its rivals."""

from collections.abc import Sequence
from dataclasses import dataclass

from claimdiff.alignment.assign import twins
from claimdiff.alignment.model import Reason
from claimdiff.alignment.score import Scored, logistic
from claimdiff.alignment.units import profiles
from claimdiff.alignment.weights import Weights
from claimdiff.language.lexicon import Lexicon
from claimdiff.language.reading import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class PairExplanation:
    """One pair: its score (0 to 1), the reasons, its rank among the partners of either side, and each side's best partner.

    Ranks count from 1; ``best_for_left`` is an index on the right with its score, ``best_for_right`` one on the left.
    """

    score: float
    reasons: tuple[Reason, ...]
    rank_for_left: int
    rank_for_right: int
    best_for_left: tuple[int, float]
    best_for_right: tuple[int, float]


def explain_pair(
    left: Sequence[Reading], right: Sequence[Reading], pair: tuple[int, int], *, lexicon: Lexicon, weights: Weights
) -> PairExplanation:
    """Explain the score of ``pair`` within the two accounts; IndexError where it is not among them."""
    ours, theirs = profiles(left), profiles(right)
    same = twins([one.key for one in ours], [one.key for one in theirs])
    scored = Scored(ours, theirs, lexicon=lexicon, weights=weights, same=same)
    scores = {key: logistic(value) for key, value in scored.second.items()}
    least = logistic(scored.nothing)
    i, j = pair
    row = [scores.get((i, k), least) for k in range(len(theirs))]
    column = [scores.get((k, j), least) for k in range(len(ours))]
    best_right = max(range(len(row)), key=lambda k: (row[k], theirs[k].key, -k))
    best_left = max(range(len(column)), key=lambda k: (column[k], ours[k].key, -k))
    return PairExplanation(
        score=row[j],
        reasons=scored.reasons(pair) if pair in scored.first else (),
        rank_for_left=1 + sum(score > row[j] for score in row),
        rank_for_right=1 + sum(score > column[i] for score in column),
        best_for_left=(best_right, row[best_right]),
        best_for_right=(best_left, column[best_left]),
    )
