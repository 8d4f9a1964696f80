import json
from dataclasses import replace
from pathlib import Path

import pytest
from evaluation.cases import EVENTS, LEXICON

from claimdiff.evaluation import refit as refitting
from claimdiff.evaluation import refit_judge as module
from claimdiff.evaluation.judge_fit import JudgeFitter
from claimdiff.evaluation.judge_samples import judge_samples_of
from claimdiff.evaluation.refit_judge import main, measure, refit_judge
from claimdiff.verdict.weights import Weights, parse_weights
from claimdiff.vocabulary import Facet, Verdict


def always(verdict: Verdict, facet: Facet) -> Weights:
    """Return weights by which every link has one verdict and one facet, where the rules allow it."""
    facets = {other: {"bias": 9.0 if other is facet else -9.0} for other in Facet}
    return Weights(classes=((verdict, facet),), table={"bias": [1.0]}, facets=facets, threshold=0.5)


def test_measure__each_event_by_its_own_weights__counted_by_pairs() -> None:
    first = judge_samples_of(EVENTS[:1], LEXICON)[0]
    told = replace(first, size=3, verdict=Verdict.PARTIAL, facets=frozenset({Facet.SCOPE}))
    other = replace(told, event="other", size=1, verdict=Verdict.CONFLICT)
    weights = {told.event: always(Verdict.PARTIAL, Facet.SCOPE), "other": always(Verdict.PARTIAL, Facet.ACTOR)}
    assert measure([told, other], weights) == {
        "pairs": 4,
        "verdict_accuracy": 0.75,
        "conflict_precision": None,
        "facets_f1": 0.75,
    }


def test_refit_judge__events__weights_with_date_command_and_figures_left_out() -> None:
    text = refit_judge(EVENTS, LEXICON, "2026-01-02")
    data = json.loads(text)
    samples = judge_samples_of(EVENTS, LEXICON)
    fitter = JudgeFitter(samples)
    assert (data["fitted"], data["command"]) == (
        "2026-01-02",
        "python -m claimdiff.evaluation.refit_judge --data data --on 2026-01-02",
    )
    assert data["left_out"] == measure(samples, {e.key: fitter.fit(frozenset({e.key})) for e in EVENTS})
    assert data["left_out"] != measure(samples, {e.key: fitter.fit() for e in EVENTS})
    assert parse_weights(text) == fitter.fit()
    assert refit_judge(EVENTS, LEXICON, "2026-01-02") == text


def test_main__write_then_check__current(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(refitting, "events_in", lambda folder: EVENTS)
    out = tmp_path / "weights.json"
    arguments = ["--data", "data", "--on", "2026-01-02", "--out", str(out)]
    assert main([*arguments, "--check"]) == 1
    assert not out.exists()
    assert main(arguments) == 0
    assert out.read_text(encoding="utf-8") == refit_judge(EVENTS, LEXICON, "2026-01-02")
    assert main([*arguments, "--check"]) == 0
    assert capsys.readouterr().err == (
        f"{out} is not current: run python -m claimdiff.evaluation.refit_judge --data data --on 2026-01-02\n"
    )


def test_target__shipped_file__made_by_this_command() -> None:
    data = json.loads(module.TARGET.read_text(encoding="utf-8"))
    assert data["command"] == f"{module.COMMAND} --on {data['fitted']}"
