import math
from collections import Counter

import numpy as np
import pytest
from evaluation.cases import EVENTS, LEXICON

from claimdiff.evaluation import judge_fit
from claimdiff.evaluation.judge_fit import COMMON, JOINT, LOGS, OWN, JudgeFitter
from claimdiff.evaluation.judge_regression import fit_classes, fit_one, shares
from claimdiff.evaluation.judge_samples import JudgeSample, judge_samples_of
from claimdiff.evaluation.logistic import MissingNumpyError, TooFewEventsError
from claimdiff.verdict.weights import weigh
from claimdiff.vocabulary import Facet, Verdict


@pytest.fixture(scope="module")
def links() -> list[JudgeSample]:
    return judge_samples_of(EVENTS, LEXICON)


def test_fit_classes__column_that_tells__its_class_is_likeliest() -> None:
    columns = np.array([[1.0, float(k), 5.0] for k in range(30)])
    classes = np.array([k // 10 for k in range(30)])
    weights = fit_classes(columns, classes, np.ones(30), count=3, penalty=0.01)
    assert weights.shape == (3, 3)
    assert weights[2].tolist() == [0.0, 0.0, 0.0]  # never varies
    likeliest = shares(columns @ weights).argmax(1)
    assert (likeliest[[0, 15, 29]].tolist(), (likeliest == classes).mean() > 0.9) == ([0, 1, 2], True)


def test_fit_classes__nothing_but_the_constant__shares_by_size() -> None:
    weights = fit_classes(np.ones((3, 1)), np.array([0, 0, 1]), np.array([1.0, 1.0, 6.0]), count=2, penalty=1.0)
    assert shares(np.ones((1, 1)) @ weights)[0].tolist() == pytest.approx([0.25, 0.75], abs=1e-3)


def test_fit_one__nothing_but_the_constant__log_odds_by_size() -> None:
    weights = fit_one(np.ones((2, 1)), np.array([1.0, 0.0]), np.array([3.0, 1.0]), penalties=np.array([0.0]))
    assert weights.tolist() == pytest.approx([math.log(3)])


def test_fit_one__penalty_a_column__the_dearer_gets_less() -> None:
    columns = np.array([[1.0, float(k), float(k)] for k in range(10)])
    labels = np.array([float(k > 4) for k in range(10)])
    _, dear, cheap = fit_one(columns, labels, np.ones(10), penalties=np.array([1e-3, 9.0, 3.0]))
    assert (cheap / dear, cheap > 0) == (pytest.approx(3.0), True)


def test_fit__links__weights_that_the_judge_can_use(links: list[JudgeSample]) -> None:
    weights = JudgeFitter(links).fit()
    seen = {(s.verdict, facet) for s in links for facet in (s.facets or {None})}
    assert (set(weights.classes), set(weights.facets), weights.threshold) == (seen, set(Facet), judge_fit.THRESHOLD)
    assert {len(row) for row in weights.table.values()} == {len(weights.classes)}
    assert set(weights.table) <= {"bias", *JOINT}
    for facet, row in weights.facets.items():
        own = OWN[facet].split()
        assert set(row) == {"bias", *own, *(f"{name}@conflict" for name in own), *COMMON, *LOGS}
    verdicts = weigh(links[0].values, weights).verdicts
    assert sum(verdicts.values()) == pytest.approx(1.0)


def test_fit__links_of_the_fit__better_than_the_commonest_verdict(links: list[JudgeSample]) -> None:
    weights = JudgeFitter(links).fit()
    chances = [weigh(sample.values, weights).verdicts for sample in links]
    right = sum(max(Verdict, key=lambda v: c[v]) is s.verdict for c, s in zip(chances, links, strict=True))
    assert right > max(Counter(sample.verdict for sample in links).values())


def test_fit__same_links_twice__same_weights(links: list[JudgeSample]) -> None:
    assert JudgeFitter(links).fit() == JudgeFitter(list(links)).fit()


def test_fit__event_left_out__as_if_it_were_not_there(links: list[JudgeSample]) -> None:
    event = links[0].event
    fitter = JudgeFitter(links)
    without = fitter.fit(frozenset({event}))
    assert without == JudgeFitter([sample for sample in links if sample.event != event]).fit()
    assert without != fitter.fit()


def test_fit__facets__rest_on_verdicts_without_their_own_event(
    links: list[JudgeSample], monkeypatch: pytest.MonkeyPatch
) -> None:
    fitted: list[frozenset[str]] = []
    original = judge_fit._fit_joint
    monkeypatch.setattr(
        judge_fit,
        "_fit_joint",
        lambda rows: fitted.append(frozenset(row.event for row in rows)) or original(rows),  # type: ignore[func-returns-value]
    )
    fitter, every = JudgeFitter(links), frozenset(event.key for event in EVENTS)
    fitter.fit()
    assert fitted == [every, *(every - {event} for event in sorted(every))]
    fitter.fit()
    assert len(fitted) == 4  # what was fitted once is kept


@pytest.mark.parametrize("without", [1, 2, 3])
def test_fit__too_few_events__says_how_many_it_takes(links: list[JudgeSample], without: int) -> None:
    fitter = JudgeFitter([sample for sample in links if sample.event != EVENTS[0].key])
    with pytest.raises(TooFewEventsError, match="a fit takes at least two events with decisions, and three where each"):
        fitter.fit(frozenset(event.key for event in EVENTS[-without:]))


def test_fit__numpy_missing__says_what_to_install(links: list[JudgeSample], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "numpy", None)
    with pytest.raises(MissingNumpyError, match="pip install numpy"):
        JudgeFitter(links).fit()
