"""Find the pairs worth scoring through an inverted index, so that two long accounts need not be compared pair by pair."""

import heapq
import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from claimdiff.alignment.ties import Ties, Weighed

KEPT = 12
"""Pairs kept for every assertion, from either side."""

BUDGET = 200_000
BUDGET_EACH = 400
"""Most meetings of two units that are looked at: a fixed number, and so many more for every assertion. What is rarest comes
first; two accounts of 200 assertions stay far below it."""


def candidate_pairs(left: Sequence[Weighed], right: Sequence[Weighed], ties: Ties) -> list[tuple[int, int]]:
    """Return the pairs (left, right) that share enough to be scored: the best few of every assertion of either side.

    Swapping the sides mirrors the result; the order of the assertions does not change it.
    """
    allowed = _allowed(left, right, ties)
    postings: dict[int, list[int]] = defaultdict(list)
    for j, one in enumerate(right):
        for number in one.places:
            postings[number].append(j)
    chosen: set[tuple[int, int]] = set()
    columns: list[list[tuple[float, str, int]]] = [[] for _ in right]
    for i, one in enumerate(left):
        row = [(value / _size(one, right[j]), j) for j, value in _shared(one, postings, allowed).items()]
        kept = heapq.nlargest(KEPT, ((value, right[j].profile.key, j) for value, j in row))
        chosen |= {(i, j) for _, _, j in kept}
        for value, j in row:
            column, entry = columns[j], (value, one.profile.key, i)
            if len(column) < KEPT:
                heapq.heappush(column, entry)
            elif entry > column[0]:
                heapq.heapreplace(column, entry)
    chosen |= {(i, j) for j, column in enumerate(columns) for _, _, i in column}
    return sorted(chosen)


def _size(left: Weighed, right: Weighed) -> float:
    return math.sqrt(left.total * right.total) or 1.0


def _shared(
    one: Weighed, postings: Mapping[int, Sequence[int]], allowed: Mapping[int, Sequence[tuple[int, float]]]
) -> dict[int, float]:
    """Return, for every assertion of the right side that shares anything, the pull between the two."""
    pulls: dict[int, list[float]] = defaultdict(list)
    best_right: dict[int, float] = {}
    for number in one.places:
        best_left: dict[int, float] = {}
        for other, pull in allowed.get(number, ()):
            best_right[other] = max(pull, best_right.get(other, 0.0))
            for j in postings[other]:
                if j not in best_left:
                    best_left[j] = pull
        for j, pull in best_left.items():
            pulls[j].append(pull)
    for other, pull in best_right.items():
        for j in postings[other]:
            pulls[j].append(pull)
    return {j: math.fsum(found) for j, found in pulls.items()}


def _allowed(left: Sequence[Weighed], right: Sequence[Weighed], ties: Ties) -> dict[int, list[tuple[int, float]]]:
    """Return the ties that the budget allows to follow, as (unit, pull) by unit; those between the rarest come first."""
    counts_left = Counter(number for one in left for number in one.places)
    counts_right = Counter(number for one in right for number in one.places)
    by_cost: dict[int, list[tuple[int, int, float]]] = defaultdict(list)
    for number, count in counts_left.items():
        for other, tie in ties.of(number).items():
            by_cost[count * counts_right[other]].append((number, other, tie.pull))
    budget = BUDGET + BUDGET_EACH * (len(left) + len(right))
    allowed: dict[int, list[tuple[int, float]]] = defaultdict(list)
    for cost in sorted(by_cost):
        budget -= cost * len(by_cost[cost])
        if budget < 0:
            break
        for number, other, pull in by_cost[cost]:
            allowed[number].append((other, pull))
    for found in allowed.values():
        found.sort(key=_by_pull)
    return allowed


def _by_pull(entry: tuple[int, float]) -> float:
    return -entry[1]
