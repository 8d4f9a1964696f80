"""The figures counted from reports are those that a plain script counts from their JSON."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from evaluation import score as reference
from evaluation.cases import LEXICON
from factories import DATA, EVENTS, event

from claimdiff.accounts.model import Event
from claimdiff.alignment.weights import load_weights
from claimdiff.comparison.model import Report
from claimdiff.comparison.options import Curation, Options
from claimdiff.evaluation.tally import Score, prediction_of
from claimdiff.evaluation.truth import Truth, reviewed_pairs
from claimdiff.pipeline import compare_accounts
from claimdiff.report.json import render_json


def reports(of: Event) -> Iterator[tuple[Report, Truth]]:
    for left, right, truth in reviewed_pairs(of):
        # Asked for the other way round, which must count the same.
        options = Options(curation=Curation.IGNORE)
        yield (
            compare_accounts(of, [right, left], options=options, lexicon=LEXICON, weights=load_weights()),
            truth,
        )


def counted_by_script(folder: Path, truth: Truth, path: Path) -> dict[str, Any]:
    decided = reference.load_truth(folder, truth.accounts)
    found = reference.Score()
    found.add(decided, reference.load_report(path, decided["names"]))
    figures: dict[str, Any] = found.figures()
    return figures


@pytest.mark.parametrize("name", EVENTS)
def test_score__report_and_its_json__same_figures(name: str, tmp_path: Path) -> None:
    for report, truth in reports(event(name)):
        path = tmp_path / "report.json"
        path.write_text(render_json(report), encoding="utf-8")
        (comparison,) = report.comparisons
        ours = Score()
        ours.add(truth, prediction_of(comparison, truth))
        assert json.loads(json.dumps(ours.figures())) == counted_by_script(DATA / name, truth, path)
