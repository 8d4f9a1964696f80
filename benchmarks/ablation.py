"""What each feature, part of the lexicon and step of the matcher is worth: ``python benchmarks/ablation.py [--data DIR]``.

Every row leaves one of them out, fits the rest anew with each event left out in turn, and prints the figures as a table.
"""

import argparse
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from unittest.mock import patch

from claimdiff.accounts.model import Event
from claimdiff.alignment.features import FEATURES
from claimdiff.evaluation import fit
from claimdiff.evaluation.fit import Fitter, assigned, scores_of, silences_of
from claimdiff.evaluation.refit import events_in
from claimdiff.evaluation.samples import Sample, samples_of
from claimdiff.evaluation.tally import Prediction, Score
from claimdiff.language.lexicon import Lexicon, load_lexicon
from claimdiff.language.phrases import PhraseTable

if TYPE_CHECKING:
    from claimdiff.vocabulary import Facet

NOTHING = PhraseTable({})
Row = tuple[str, Callable[[], list[Sample]], Callable[[], AbstractContextManager[object]]]


def rows(events: Sequence[Event], lexicon: Lexicon) -> Iterator[Row]:
    """Yield a name, the samples, and what to change while they are fitted."""
    whole = samples_of(events, lexicon)
    yield "everything", lambda: whole, nullcontext
    for k, name in enumerate(FEATURES):
        yield f"without the feature “{name}”", partial(_without_all, whole, {k}), nullcontext
    concepts = {k for k, name in enumerate(FEATURES) if "concept" in name}
    yield "without all features of concepts", partial(_without_all, whole, concepts), nullcontext
    for name, changed in {
        "without the lexicon’s concepts": replace(lexicon, terms=NOTHING),
        "without broader and kin concepts": replace(lexicon, broader={}, kin={}),
        "without actors": replace(lexicon, names=NOTHING),
        "without places": replace(lexicon, places=NOTHING),
        "without the list of common words": replace(lexicon, tiers={}),
        "without any of the lexicon but function words": replace(
            lexicon, terms=NOTHING, names=NOTHING, places=NOTHING, tiers={}, broader={}, kin={}
        ),
    }.items():
        yield name, partial(samples_of, events, changed), nullcontext
    nobody = lambda first, totals: dict.fromkeys(first, 0.0)  # noqa: E731
    yield "without rivals", lambda: whole, lambda: patch.object(fit, "log_rivals", nobody)
    single = lambda sample, scores, least, joins=True: assigned(sample, scores, least, joins=False)  # noqa: E731
    yield "without joins", lambda: whole, lambda: patch.object(fit, "assigned", single)


def _without_all(samples: Sequence[Sample], dropped: set[int]) -> list[Sample]:
    return [_without(sample, dropped) for sample in samples]


def _without(sample: Sample, dropped: set[int]) -> Sample:
    kept = {
        pair: tuple(0.0 if k in dropped else value for k, value in enumerate(row))
        for pair, row in sample.values.items()
    }
    return replace(sample, values=kept)


def measure(samples: Sequence[Sample]) -> Score:
    """Return the figures of links and omissions with each event left out in turn."""
    fitter, score = Fitter(samples), Score()
    for sample in samples:
        without = frozenset({sample.event})
        weights = fitter.fit(without)
        one = fitter.left_out(sample, without)
        scores = scores_of(one, weights)
        made = fit.assigned(sample, scores, weights.chosen)
        near = made | {pair for pair, value in scores.items() if value >= weights.possible}
        likely = {
            (name, sample.ids[side][i])
            for side, (name, values) in enumerate(zip("LR", silences_of(one, weights), strict=True))
            for i, value in enumerate(values)
            if value >= weights.likely and i not in {pair[side] for pair in near}
        }
        named = {pair: (sample.ids[0][pair[0]], sample.ids[1][pair[1]]) for pair in scores}
        nothing: tuple[None, frozenset[Facet]] = None, frozenset()
        score.add(
            sample.truth,
            Prediction(
                sure={named[pair]: nothing for pair in made if scores[pair] >= weights.sure},
                chosen={named[pair]: nothing for pair in made if scores[pair] < weights.sure},
                likely=frozenset(likely),
                candidates={named[pair]: value for pair, value in scores.items()},
            ),
        )
    return score


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("data"))
    options = parser.parse_args()
    print("| | links F1 | sure P | sure R | omissions F1 | likely P | likely share | top 1 | top 3 |")  # noqa: T201
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")  # noqa: T201
    for name, samples, changed in rows(events_in(options.data), load_lexicon()):
        with changed():
            found = measure(samples())
        figures = (
            found.links.f1, found.sure.precision, found.sure.recall, found.omissions.f1, found.likely.precision,
            found.likely.recall, found.top(1), found.top(3),
        )  # fmt: skip
        print(f"| {name} | {' | '.join('–' if f is None else f'{f:.3f}' for f in figures)} |", flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
