"""Find the pairs worth scoring through an inverted index, so that two long accounts need not be compared pair by pair."""

import heapq
import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from claimdiff.alignment.features import Weighed
from claimdiff.alignment.likeness import Likeness
from claimdiff.alignment.units import Unit

KEPT = 12
"""Pairs kept for every assertion, from either side."""

BUDGET = 200_000
BUDGET_EACH = 400
"""Most meetings of two units that are looked at: a fixed number, and so many more for every assertion. What is rarest comes
first; two accounts of 200 assertions stay far below it."""


def candidate_pairs(left: Sequence[Weighed], right: Sequence[Weighed], likeness: Likeness) -> list[tuple[int, int]]:
    """Return the pairs (left, right) that share enough to be scored: the best few of every assertion of either side.

    Swapping the sides mirrors the result; the order of the assertions does not change it.
    """
    weights = {
        unit: weight for one in (*left, *right) for unit, weight in zip(one.profile.units, one.units, strict=True)
    }
    allowed = _allowed(left, right, likeness, weights)
    postings: dict[Unit, list[int]] = defaultdict(list)
    for j, one in enumerate(right):
        for unit in one.profile.units:
            postings[unit].append(j)
    chosen: set[tuple[int, int]] = set()
    columns: list[list[tuple[float, str, int]]] = [[] for _ in right]
    for i, one in enumerate(left):
        row = [
            (value / math.sqrt(one.total * right[j].total), j) for j, value in _shared(one, postings, allowed).items()
        ]
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


def _shared(
    one: Weighed, postings: Mapping[Unit, Sequence[int]], allowed: Mapping[Unit, Sequence[tuple[Unit, float]]]
) -> dict[int, float]:
    """Return, for every assertion of the right side that shares anything, the mass that the two share."""
    masses: dict[int, list[float]] = defaultdict(list)
    best_right: dict[Unit, float] = {}
    for unit in one.profile.units:
        best_left: dict[int, float] = {}
        for other, mass in allowed.get(unit, ()):
            best_right[other] = max(mass, best_right.get(other, 0.0))
            for j in postings[other]:
                if mass > best_left.get(j, 0.0):
                    best_left[j] = mass
        for j, mass in best_left.items():
            masses[j].append(mass)
    for other, mass in best_right.items():
        for j in postings[other]:
            masses[j].append(mass)
    return {j: math.fsum(found) for j, found in masses.items()}


def _allowed(
    left: Sequence[Weighed], right: Sequence[Weighed], likeness: Likeness, weights: Mapping[Unit, float]
) -> dict[Unit, list[tuple[Unit, float]]]:
    """Return the masses of two alike units that the budget allows to follow, those between the rarest units first."""
    counts_left = Counter(unit for one in left for unit in one.profile.units)
    counts_right = Counter(unit for one in right for unit in one.profile.units)
    by_cost: dict[int, list[tuple[Unit, Unit, float]]] = defaultdict(list)
    for unit, count in counts_left.items():
        for other, value in likeness.neighbours(unit).items():
            mass = value * min(weights[unit], weights[other])
            by_cost[count * counts_right[other]].append((unit, other, mass))
    budget = BUDGET + BUDGET_EACH * (len(left) + len(right))
    allowed: dict[Unit, list[tuple[Unit, float]]] = defaultdict(list)
    for cost in sorted(by_cost):
        budget -= cost * len(by_cost[cost])
        if budget < 0:
            break
        for unit, other, mass in by_cost[cost]:
            allowed[unit].append((other, mass))
    return allowed
