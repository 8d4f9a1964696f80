import math

import pytest
from evaluation.cases import LEXICON

from claimdiff.evaluation.baseline import Baseline, fit_baseline, predict_plainly
from claimdiff.evaluation.samples import Sample
from claimdiff.evaluation.tfidf import tfidf
from claimdiff.language.read import read
from claimdiff.vocabulary import Verdict


def of(*texts: str) -> list[object]:
    return [read(text, lexicon=LEXICON) for text in texts]


def test_tfidf__same_text__one() -> None:
    assert tfidf(of("Zorbling 175."), of("Zorbling 175.", "Quuxing.")) == {(0, 0): pytest.approx(1.0)}  # type: ignore[arg-type]


def test_tfidf__half_shared__cosine() -> None:
    found = tfidf(of("Zorbling alpha."), of("Zorbling beta."))  # type: ignore[arg-type]
    shared, other = 1.0, math.log(3 / 2) + 1
    assert found == {(0, 0): pytest.approx(shared**2 / (shared**2 + other**2))}


def test_fit_baseline__samples__cuts_and_commonest_verdict(samples: list[Sample]) -> None:
    found = fit_baseline(samples)
    assert 0 < found.chosen < 1
    assert found.chosen <= found.sure <= 1
    assert found.verdict is Verdict.PARTIAL


def test_predict_plainly__sample__links_within_bands(samples: list[Sample]) -> None:
    sample = samples[1]
    found = predict_plainly(sample, Baseline(sure=0.6, chosen=0.3, likely=0.95, verdict=Verdict.PARTIAL), top=2)
    assert {("L", a) for a in sample.ids[0]} | {("R", b) for b in sample.ids[1]} == sample.truth.every
    links = {**found.sure, **found.chosen}
    assert len({a for a, _ in links}) == len({b for _, b in links}) == len(links)
    assert set(links.values()) == {(Verdict.PARTIAL, frozenset())}
    scores = {(sample.ids[0][i], sample.ids[1][j]): value for (i, j), value in sample.plain.items()}
    assert min(scores[pair] for pair in found.sure) >= 0.6 > max(scores[pair] for pair in found.chosen)
    assert not {i for _, i in found.likely} & {i for pair in links for i in pair}
    assert len(found.candidates) <= 2 * sum(sample.sizes)
