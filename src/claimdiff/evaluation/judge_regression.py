"""The two regressions of the judge's fit, over examples that count by their size. They need numpy, as ``logistic`` does.

Both bring the columns to mean 0 and deviation 1 for the penalty, and return weights for the columns as they are. The first
column is the constant; a column that never varies gets 0.
"""

from typing import TYPE_CHECKING, Any

from claimdiff.evaluation.logistic import need_numpy

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Numbers = NDArray[np.int64]

FREE = 1e-3
"""The penalty of the constant: next to none, but enough for a class or facet of which there is no example."""
_CLASS_STEPS = 200
_STEPS = 25
_ENOUGH = 1e-7


def fit_classes(columns: "Floats", classes: "Numbers", sizes: "Floats", *, count: int, penalty: float) -> "Floats":
    """Return a row of weights a column, one weight a class: a multinomial logistic regression with an L2 penalty.

    ``classes``: the class of every example, from 0 to ``count`` - 1. The method is Nesterov's accelerated gradient (1983),
    with a step from the largest curvature that there can be.
    """
    np = need_numpy()
    columns, mean, spread = _standard(columns)
    weights = np.zeros((columns.shape[1], count))
    goal = np.eye(count)[classes]
    curvature = 0.5 * np.linalg.norm(columns * np.sqrt(sizes)[:, None], 2) ** 2 + penalty
    penalties = np.full((columns.shape[1], 1), penalty)
    penalties[0] = FREE
    point, step = weights.copy(), 1.0
    for _ in range(_CLASS_STEPS):
        off = (shares(columns @ point) - goal) * sizes[:, None]
        new = point - (columns.T @ off + penalties * point) / curvature
        following = (1 + np.sqrt(1 + 4 * step * step)) / 2
        point = new + (step - 1) / following * (new - weights)
        weights, step = new, following
    return _as_they_are(weights, mean, spread[:, None])


def fit_one(columns: "Floats", labels: "Floats", sizes: "Floats", *, penalties: "Floats") -> "Floats":
    """Return one weight a column: a logistic regression with an L2 penalty a column, by Newton's method."""
    np = need_numpy()
    columns, mean, spread = _standard(columns)
    weights = np.zeros(columns.shape[1])
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-columns @ weights))
        slope = columns.T @ ((chance - labels) * sizes) + penalties * weights
        curve = (columns * (sizes * chance * (1 - chance))[:, None]).T @ columns + np.diag(penalties)
        weights -= (step := np.linalg.solve(curve, slope))
        if np.abs(step).max() < _ENOUGH:
            break
    return _as_they_are(weights, mean, spread)


def shares(scores: "Floats") -> "Floats":
    """Return the probabilities of the classes, a row an example."""
    np = need_numpy()
    parts = np.exp(scores - scores.max(1, keepdims=True))
    parts /= parts.sum(1, keepdims=True)
    return parts  # type: ignore[no-any-return]


def _standard(columns: "Floats") -> "tuple[Any, Floats, Floats]":
    mean, spread = columns.mean(0), columns.std(0)
    mean[0], spread[0] = 0.0, 1.0
    spread[spread == 0] = float("inf")
    return (columns - mean) / spread, mean, spread


def _as_they_are(weights: "Floats", mean: "Floats", spread: "Floats") -> "Floats":
    weights = weights / spread
    weights[0] -= mean @ weights
    return weights
