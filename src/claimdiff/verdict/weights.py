"""The fitted weights that turn features into a verdict and its facets, and how they are applied."""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from claimdiff.vocabulary import Facet, Verdict

FILE = "weights.json"
FLOOR = 0.02
"""What is added to a probability before its logarithm is taken, which so stays finite."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What a fit on curated links gave.

    ``classes``: pairs of a verdict and a facet (or none), each with a weight a feature (``table``: feature -> one weight
    a class). ``facets``: facet -> feature -> weight; the features ``log:agree``, ``log:partial`` and ``log:conflict``
    stand for the logarithm of the verdict's probability, ``…@conflict`` for a feature times that of a conflict.
    ``threshold``: probability from which a facet is named.
    """

    classes: tuple[tuple[Verdict, Facet | None], ...]
    table: Mapping[str, Sequence[float]]
    facets: Mapping[Facet, Mapping[str, float]]
    threshold: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Chances:
    """Probabilities of the verdicts (they add up to 1), and of each facet by itself."""

    verdicts: Mapping[Verdict, float]
    facets: Mapping[Facet, float]


def parse_weights(text: str) -> Weights:
    """Read weights from the JSON text of their file."""
    data = json.loads(text)
    return Weights(
        classes=tuple((Verdict(verdict), Facet(facet) if facet else None) for verdict, facet in data["classes"]),
        table=data["table"],
        facets={Facet(facet): weights for facet, weights in data["facets"].items()},
        threshold=data["threshold"],
    )


@lru_cache(maxsize=1)
def load_weights() -> Weights:
    """Return the shipped weights."""
    return parse_weights(resources.files("claimdiff.verdict").joinpath(FILE).read_text(encoding="utf-8"))


def weigh(values: Mapping[str, float], weights: Weights) -> Chances:
    """Return the chances that features give."""
    scores = [0.0] * len(weights.classes)
    for name in sorted(values):
        row = weights.table.get(name)
        if row is not None:
            value = values[name]
            for k, weight in enumerate(row):
                scores[k] += value * weight
    top = max(scores)
    parts = [math.exp(score - top) for score in scores]
    total = sum(parts)
    verdicts = {
        verdict: sum(part for part, (v, _) in zip(parts, weights.classes, strict=True) if v is verdict) / total
        for verdict in Verdict
    }
    logs = {f"log:{verdict.value}": log_chance(chance) for verdict, chance in verdicts.items()}
    conflict = verdicts[Verdict.CONFLICT]
    known = {**values, **logs, **{f"{name}@conflict": value * conflict for name, value in values.items()}}
    facets = {
        facet: 1 / (1 + math.exp(-sum(known.get(name, 0.0) * row[name] for name in sorted(row))))
        for facet, row in weights.facets.items()
    }
    return Chances(verdicts=verdicts, facets=facets)


def log_chance(chance: float) -> float:
    """Return the logarithm of a probability, kept from running off to infinity."""
    return math.log(chance + FLOOR)
