"""Logistic regression with a ridge penalty, by Newton's method; numpy makes it quick, plain Python gives the same."""

import math
from collections.abc import Sequence

_STEPS = 50
_ENOUGH = 1e-10


def fit_logistic(rows: Sequence[Sequence[float]], labels: Sequence[bool], *, ridge: float) -> tuple[list[float], float]:
    """Return the coefficients and the intercept that fit the labels best.

    The columns are brought to mean 0 and deviation 1 for the penalty; what is returned is for the columns as they are. A
    column that never varies gets 0. Raise ValueError where all labels are the same.
    """
    import numpy as np  # only a fit needs it: the matcher does without

    if all(labels) or not any(labels):
        message = "a fit needs examples of both kinds"
        raise ValueError(message)
    table = np.asarray(rows, dtype=float)
    truth = np.asarray(labels, dtype=float)
    mean, spread = table.mean(axis=0), table.std(axis=0)
    spread[spread < _ENOUGH] = math.inf
    design = np.hstack([(table - mean) / spread, np.ones((len(table), 1))])
    penalty = np.eye(design.shape[1]) * ridge
    penalty[-1, -1] = 0.0
    beta = np.zeros(design.shape[1])
    share = truth.mean()
    beta[-1] = math.log(share / (1.0 - share))

    def loss(b: "np.ndarray[tuple[int], np.dtype[np.float64]]") -> float:
        z = design @ b
        return float((np.logaddexp(0.0, z) - truth * z).sum() + 0.5 * b @ penalty @ b)

    now = loss(beta)
    for _ in range(_STEPS):
        chance = 1.0 / (1.0 + np.exp(-(design @ beta)))
        slope = design.T @ (chance - truth) + penalty @ beta
        curve = (design * (chance * (1.0 - chance))[:, None]).T @ design + penalty
        step = np.linalg.solve(curve + np.eye(len(beta)) * 1e-12, slope)
        part = 1.0
        while loss(beta - part * step) > now and part > 1e-8:
            part /= 2.0
        beta = beta - part * step
        before, now = now, loss(beta)
        if before - now < _ENOUGH * max(1.0, abs(now)):
            break
    raw = beta[:-1] / spread
    return [float(x) for x in raw], float(beta[-1] - raw @ mean)
