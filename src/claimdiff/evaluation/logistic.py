"""Logistic regression with a ridge penalty, by Newton's method. It needs numpy, which nothing but a fit needs."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

_STEPS = 50
_ENOUGH = 1e-10


class MissingNumpyError(ValueError):
    """A fit was asked for, and numpy is not installed."""


class TooFewEventsError(ValueError):
    """Nothing is left to fit to."""

    def __init__(self) -> None:
        super().__init__("a fit takes at least two events with decisions, and three where each is left out in turn")


def need_numpy() -> Any:
    """Return numpy; raise MissingNumpyError where it is not installed."""
    try:
        import numpy
    except ModuleNotFoundError as error:
        message = "fitting weights needs numpy, which is not installed: pip install numpy"
        raise MissingNumpyError(message) from error
    return numpy


@dataclass(frozen=True, slots=True)
class Table:
    """Examples: a row of numbers each, and 1 or 0 for each label."""

    rows: "Floats"
    labels: "Floats"

    @classmethod
    def of(cls, rows: Sequence[Sequence[float]], labels: Sequence[bool]) -> "Table":
        """Build a table from plain values."""
        np = need_numpy()
        return cls(np.asarray(rows, dtype=float), np.asarray(labels, dtype=float))

    @classmethod
    def joined(cls, tables: Sequence["Table"]) -> "Table":
        """Put tables of the same columns under one another."""
        np = need_numpy()
        return cls(np.vstack([table.rows for table in tables]), np.concatenate([table.labels for table in tables]))

    def columns(self, kept: Sequence[int]) -> "Table":
        """Return the table with only those columns."""
        return Table(self.rows[:, list(kept)], self.labels)


def fit_logistic(rows: Sequence[Sequence[float]], labels: Sequence[bool], *, ridge: float) -> tuple[list[float], float]:
    """Return the coefficients and the intercept that fit the labels best; see ``fit_table``."""
    return fit_table(Table.of(rows, labels), ridge=ridge)


def fit_table(table: Table, *, ridge: float) -> tuple[list[float], float]:
    """Return the coefficients and the intercept that fit the labels best.

    The columns are brought to mean 0 and deviation 1 for the penalty; what is returned is for the columns as they are. A
    column that never varies gets 0. Raise ValueError where all labels are the same.
    """
    np = need_numpy()
    truth = table.labels
    share = float(truth.mean())
    if not 0.0 < share < 1.0:
        message = "a fit needs examples of both kinds"
        raise ValueError(message)
    mean, spread = table.rows.mean(axis=0), table.rows.std(axis=0)
    spread[spread < _ENOUGH] = math.inf
    design = np.hstack([(table.rows - mean) / spread, np.ones((len(truth), 1))])
    penalty = np.eye(design.shape[1]) * ridge
    penalty[-1, -1] = 0.0
    beta = np.zeros(design.shape[1])
    beta[-1] = math.log(share / (1.0 - share))
    now = _loss(design, truth, penalty, beta)
    for _ in range(_STEPS):
        chance = 1.0 / (1.0 + np.exp(-(design @ beta)))
        slope = design.T @ (chance - truth) + penalty @ beta
        curve = (design * (chance * (1.0 - chance))[:, None]).T @ design + penalty
        step = np.linalg.solve(curve + np.eye(len(beta)) * 1e-12, slope)
        part = 1.0
        while _loss(design, truth, penalty, beta - part * step) > now and part > 1e-8:
            part /= 2.0
        beta = beta - part * step
        before, now = now, _loss(design, truth, penalty, beta)
        if before - now < _ENOUGH * max(1.0, abs(now)):
            break
    raw = beta[:-1] / spread
    return [float(x) for x in raw], float(beta[-1] - raw @ mean)


def _loss(design: "Floats", truth: "Floats", penalty: "Floats", beta: "Floats") -> float:
    np = need_numpy()
    z = design @ beta
    return float((np.logaddexp(0.0, z) - truth * z).sum() + 0.5 * beta @ penalty @ beta)
