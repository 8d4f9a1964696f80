"""The fitted weights of the matcher, its cut-offs and the figures of the fit: one data file."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

FILE = "weights.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What the matcher was fitted to.

    ``features``: log-odds per unit of each feature; ``base``: the log-odds of a pair that shares nothing. ``own``,
    ``rivals`` and ``offset`` make the second pass: own * log-odds + rivals * (log share among the rivals) + offset.
    ``sure``, ``chosen`` and ``possible``: lowest scores of the bands; ``likely``: highest score of the nearest candidate
    with which an assertion is a likely omission. ``figures``: what was measured on events left out.
    """

    features: Mapping[str, float]
    base: float
    own: float
    rivals: float
    offset: float
    sure: float
    chosen: float
    possible: float
    likely: float
    made: str = ""
    command: str = ""
    figures: Mapping[str, Any] | None = None


def weights_from(data: Mapping[str, Any]) -> Weights:
    """Build weights from the form of the data file."""
    return Weights(
        features=dict(data["features"]),
        base=data["base"],
        **data["second_pass"],
        **data["cuts"],
        made=data.get("made", ""),
        command=data.get("command", ""),
        figures=data.get("figures"),
    )


@lru_cache(maxsize=1)
def load_weights() -> Weights:
    """Return the shipped weights."""
    return weights_from(json.loads(resources.files("claimdiff.alignment").joinpath(FILE).read_text(encoding="utf-8")))
