"""The simple way as a matcher: cut-offs fitted like those of the matcher, the commonest verdict for every link."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from claimdiff.evaluation.fit import assigned, cuts
from claimdiff.evaluation.samples import Sample
from claimdiff.evaluation.tally import Prediction
from claimdiff.evaluation.truth import IdPair
from claimdiff.vocabulary import Facet, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """Cut-offs of the similarity: sure and chosen links, and the highest of the nearest text of a likely omission."""

    sure: float
    chosen: float
    likely: float
    verdict: Verdict


def fit_baseline(samples: Sequence[Sample]) -> Baseline:
    """Fit the cut-offs as those of the matcher are fitted: best F1 of links, and the same precision in the bands."""
    silences = [_silences(sample) for sample in samples]
    sure, chosen, likely = cuts([(s, s.plain) for s in samples], silences, possible=1.1, joins=False)
    verdicts = Counter(verdict for sample in samples for verdict, _ in sample.truth.links.values())
    commonest = max(verdicts, key=lambda verdict: (verdicts[verdict], verdict.gravity), default=Verdict.PARTIAL)
    return Baseline(sure=sure, chosen=chosen, likely=likely, verdict=commonest)


def _silences(sample: Sample) -> tuple[list[float], list[float]]:
    nearest: tuple[list[float], list[float]] = [0.0] * sample.sizes[0], [0.0] * sample.sizes[1]
    for pair, value in sample.plain.items():
        for side in (0, 1):
            nearest[side][pair[side]] = max(nearest[side][pair[side]], value)
    return [1.0 - value for value in nearest[0]], [1.0 - value for value in nearest[1]]


def predict_plainly(sample: Sample, baseline: Baseline, *, top: int = 5) -> Prediction:
    """Return what the simple way says of one sample."""
    ids = sample.ids
    made = assigned(sample, sample.plain, baseline.chosen, joins=False)
    call: tuple[Verdict | None, frozenset[Facet]] = baseline.verdict, frozenset()

    def named(pair: tuple[int, int]) -> IdPair:
        return ids[0][pair[0]], ids[1][pair[1]]

    likely = set()
    for side, (name, values) in enumerate(zip(("L", "R"), _silences(sample), strict=True)):
        linked = {pair[side] for pair in made}
        likely |= {
            (name, ids[side][i]) for i, value in enumerate(values) if i not in linked and value >= baseline.likely
        }
    kept: set[tuple[int, int]] = set()
    for side in (0, 1):
        for i in range(sample.sizes[side]):
            own = sorted((pair for pair in sample.plain if pair[side] == i), key=lambda p: (-sample.plain[p], p))
            kept |= set(own[:top])
    return Prediction(
        sure={named(pair): call for pair in made if sample.plain.get(pair, 1.0) >= baseline.sure},
        chosen={named(pair): call for pair in made if sample.plain.get(pair, 1.0) < baseline.sure},
        likely=frozenset(likely),
        candidates={named(pair): round(sample.plain[pair], 4) for pair in kept},
    )
