"""The fitted weights of the matcher, its cut-offs and the figures of the fit: one data file."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources
from typing import Any

FILE = "weights.json"
_PARTS = {
    "second_pass": ("own", "rivals", "offset"),
    "silence": ("silent", "silent_total", "silent_unmatched", "silent_sizes", "silent_matched"),
    "cuts": ("sure", "chosen", "possible", "likely"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What the matcher was fitted to.

    ``features``: log-odds per unit of each feature; ``base``: the log-odds of a pair that shares nothing. ``own``,
    ``rivals`` and ``offset`` make the second pass: own * log-odds - rivals * log of the odds of all rivals + offset.
    ``silent`` and the weights of what tells of a silence (see ``alignment.silence.Silence``) give the log-odds that the
    other side does not have an assertion.
    ``sure``, ``chosen`` and ``possible``: lowest scores of the bands; ``likely``: lowest probability of a likely omission.
    ``figures``: what was measured on events left out.
    """

    features: Mapping[str, float]
    base: float
    own: float
    rivals: float
    offset: float
    silent: float
    silent_total: float
    silent_unmatched: float
    silent_sizes: float
    silent_matched: float
    sure: float
    chosen: float
    possible: float
    likely: float
    made: str = ""
    command: str = ""
    figures: Mapping[str, Any] = field(default_factory=dict)


def weights_from(data: Mapping[str, Any]) -> Weights:
    """Build weights from the form of the data file."""
    return Weights(
        features=dict(data["features"]),
        base=data["base"],
        **{name: data[part][name] for part, names in _PARTS.items() for name in names},
        made=data.get("made", ""),
        command=data.get("command", ""),
        figures=data.get("figures", {}),
    )


def weights_data(weights: Weights) -> dict[str, Any]:
    """Return weights in the form of the data file."""
    return {
        "made": weights.made,
        "command": weights.command,
        "features": dict(weights.features),
        "base": weights.base,
        **{part: {name: getattr(weights, name) for name in names} for part, names in _PARTS.items()},
        "figures": dict(weights.figures),
    }


@lru_cache(maxsize=1)
def load_weights() -> Weights:
    """Return the shipped weights."""
    return weights_from(json.loads(resources.files("claimdiff.alignment").joinpath(FILE).read_text(encoding="utf-8")))
