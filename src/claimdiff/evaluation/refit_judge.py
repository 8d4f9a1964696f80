"""Fit the judge anew and write its data file: ``python -m claimdiff.evaluation.refit_judge --data data --on 2026-11-24``.

The same data, lexicon and date give the same file, byte for byte. It needs numpy (``pip install numpy``).
"""

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from claimdiff.accounts.model import Event
from claimdiff.evaluation.judge_fit import JudgeFitter
from claimdiff.evaluation.judge_samples import JudgeSample, judge_samples_of
from claimdiff.evaluation.refit import write_or_check
from claimdiff.evaluation.tally import Tally
from claimdiff.language.lexicon import Lexicon
from claimdiff.verdict.judge import decide
from claimdiff.verdict.weights import FILE, Weights
from claimdiff.vocabulary import Verdict

COMMAND = "python -m claimdiff.evaluation.refit_judge --data data"
TARGET = Path(__file__).parents[1] / "verdict" / FILE


def refit_judge(events: Sequence[Event], lexicon: Lexicon, made: str) -> str:
    """Return the text of the judge's data file: weights fitted to all decided links, with figures on events left out."""
    samples = judge_samples_of(events, lexicon)
    fitter = JudgeFitter(samples)
    weights = fitter.fit()
    data = {
        "fitted": made,
        "command": f"{COMMAND} --on {made}",
        "left_out": measure(samples, {sample.event: fitter.fit(frozenset({sample.event})) for sample in samples}),
        "threshold": weights.threshold,
        "classes": [(verdict.value, facet.value if facet else None) for verdict, facet in weights.classes],
        "table": weights.table,
        "facets": weights.facets,
    }
    return json.dumps(data, indent=1) + "\n"


def measure(samples: Sequence[JudgeSample], weights: Mapping[str, Weights]) -> dict[str, Any]:
    """Return verdict accuracy, precision of conflict and facets F1 over pairs of ids, each event by its own weights."""
    verdicts, conflicts, facets = Tally(), Tally(), Tally()
    for sample in samples:
        judgement = decide(sample.left, sample.right, weights[sample.event])
        found, true = {judgement.verdict}, {sample.verdict}
        for _ in range(sample.size):
            verdicts.add(found, true)
            conflicts.add(found & {Verdict.CONFLICT}, true & {Verdict.CONFLICT})
            facets.add({difference.facet for difference in judgement.differences}, sample.facets)
    figures = {
        "verdict_accuracy": verdicts.precision,
        "conflict_precision": conflicts.precision,
        "facets_f1": facets.f1,
    }
    pairs = sum(sample.size for sample in samples)
    return {"pairs": pairs, **{name: None if value is None else round(value, 3) for name, value in figures.items()}}


def main(arguments: Sequence[str]) -> int:
    """Write the data file of the judge's weights, or with ``--check`` say whether it is current."""
    return write_or_check(arguments, what="the judge's weights", command=COMMAND, target=TARGET, text=refit_judge)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
