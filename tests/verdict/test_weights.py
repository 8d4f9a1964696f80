"""How features become chances, and the shipped weights."""

import json
import math
from importlib import resources

import pytest

from claimdiff.verdict.weights import Weights, load_weights, log_chance, parse_weights, weigh
from claimdiff.vocabulary import Facet, Verdict


def test_weigh__two_classes__softmax_and_facet() -> None:
    weights = Weights(
        classes=((Verdict.PARTIAL, Facet.SCOPE), (Verdict.CONFLICT, None)),
        table={"bias": [0.0, math.log(3)]},
        facets={Facet.SCOPE: {"bias": 0.0, "flag": 1.0, "flag@conflict": -1.0, "log:partial": 0.0}},
        threshold=0.5,
    )
    chances = weigh({"bias": 1.0, "flag": 2.0, "unknown": 9.0}, weights)
    assert chances.verdicts == pytest.approx({Verdict.AGREE: 0.0, Verdict.PARTIAL: 0.25, Verdict.CONFLICT: 0.75})
    assert chances.facets == pytest.approx({Facet.SCOPE: 1 / (1 + math.exp(-0.5))})


def test_log_chance__zero__finite() -> None:
    assert log_chance(0.0) == math.log(0.02)


def test_parse_weights__facet_or_none__typed() -> None:
    text = json.dumps(
        {"classes": [["agree", None], ["conflict", "actor"]], "table": {}, "facets": {"time": {}}, "threshold": 0.3}
    )
    assert parse_weights(text) == Weights(
        classes=((Verdict.AGREE, None), (Verdict.CONFLICT, Facet.ACTOR)),
        table={},
        facets={Facet.TIME: {}},
        threshold=0.3,
    )


def test_load_weights__shipped__say_how_they_were_fitted() -> None:
    data = json.loads(resources.files("claimdiff.verdict").joinpath("weights.json").read_text(encoding="utf-8"))
    assert {"fitted", "command", "left_out"} <= set(data)
    assert set(load_weights().facets) == set(Facet)
    assert {len(row) for row in load_weights().table.values()} == {len(load_weights().classes)}
