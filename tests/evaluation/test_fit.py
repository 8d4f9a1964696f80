from dataclasses import replace
from pathlib import Path

import pytest

from claimdiff.alignment.features import FEATURES
from claimdiff.alignment.score import IDENTICAL
from claimdiff.alignment.silence import LONGER_BY
from claimdiff.evaluation import fit as fitting
from claimdiff.evaluation.fit import Fitter, LeftOut, assigned, scores_of, silences_of
from claimdiff.evaluation.logistic import MissingNumpyError, Table, fit_logistic
from claimdiff.evaluation.refit import events_in
from claimdiff.evaluation.samples import Sample
from claimdiff.evaluation.truth import reviewed_pairs

DATA = Path(__file__).parents[2] / "data"


def test_longer_by__longer_of_two__most_among_the_reviewed_accounts() -> None:
    pairs = [(left, right) for event in events_in(DATA) for left, right, _ in reviewed_pairs(event)]
    sizes = [sorted(len(account.assertions) for account in pair) for pair in pairs]
    assert max(longer / shorter for shorter, longer in sizes) == LONGER_BY


def test_fit_logistic__two_columns__recovers_what_tells() -> None:
    rows = [(float(x), float(x % 2)) for x in range(40)]
    labels = [x > 20 for x in range(40)]
    (slope, other), intercept = fit_logistic(rows, labels, ridge=0.1)
    assert slope > 0 > intercept
    assert abs(other) < slope * 10
    assert slope * 15 + intercept < 0 < slope * 30 + intercept


def test_fit_logistic__column_that_never_varies__nought() -> None:
    (first, second), _ = fit_logistic(
        [(1.0, 0.0), (1.0, 1.0), (1.0, 0.0), (1.0, 1.0)], [False, True, True, True], ridge=1
    )
    assert (first, second > 0) == (0.0, True)


def test_fit_logistic__balanced_and_uninformed__chance_of_the_labels() -> None:
    _, intercept = fit_logistic([(0.0,), (0.0,), (0.0,), (0.0,)], [True, True, True, False], ridge=1)
    assert intercept == pytest.approx(1.0986, abs=1e-3)


@pytest.mark.parametrize("labels", [[True, True], [False, False]])
def test_fit_logistic__labels_all_the_same__value_error(labels: list[bool]) -> None:
    with pytest.raises(ValueError, match="examples of both kinds"):
        fit_logistic([(0.0,), (1.0,)], labels, ridge=1)


def test_table__numpy_missing__says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "numpy", None)
    with pytest.raises(MissingNumpyError, match="pip install numpy"):
        Table.of([(0.0,)], [True])


def test_fit__same_samples_twice__same_weights(samples: list[Sample]) -> None:
    assert Fitter(samples).fit() == Fitter(list(samples)).fit()


def test_fit__samples__bands_in_order_and_no_tie_against_a_link(samples: list[Sample]) -> None:
    weights = Fitter(samples).fit()
    assert tuple(weights.features) == FEATURES
    assert min(weights.features.values()) >= 0.0 > weights.base
    assert weights.possible <= weights.chosen <= weights.sure
    assert weights.own == pytest.approx(2 * weights.rivals)


def test_fit__event_left_out__as_if_it_were_not_there(samples: list[Sample]) -> None:
    event = samples[0].event
    without = Fitter(samples).fit(frozenset({event}))
    assert without == Fitter([sample for sample in samples if sample.event != event]).fit()
    assert without != Fitter(samples).fit()


def test_scores_of__left_out__one_score_a_pair_and_one_silence_an_assertion(samples: list[Sample]) -> None:
    fitter = Fitter(samples)
    weights = fitter.fit()
    one = fitter.left_out(samples[0], frozenset({samples[0].event}))
    scores, silences = scores_of(one, weights), silences_of(one, weights)
    assert scores.keys() == one.first.keys()
    assert (len(silences[0]), len(silences[1])) == samples[0].sizes
    assert all(0 < value < 1 for value in (*scores.values(), *silences[0], *silences[1]))


def test_assigned__joins_or_not__superset(samples: list[Sample]) -> None:
    sample = samples[0]
    with_joins = assigned(sample, sample.plain, 0.1)
    without = assigned(sample, sample.plain, 0.1, joins=False)
    assert without < with_joins
    assert len({i for i, _ in without}) == len({j for _, j in without}) == len(without)


def test_fit__negative_weight__feature_left_out(samples: list[Sample], monkeypatch: pytest.MonkeyPatch) -> None:
    turned = [replace(s, values={pair: (-row[0], *row[1:]) for pair, row in s.values.items()}) for s in samples]
    weights = Fitter(turned).fit()
    assert weights.features[FEATURES[0]] == 0.0


@pytest.mark.parametrize(
    ("calls", "expected"),
    [
        ([(0.9, True), (0.8, True), (0.7, False)], 0.8),
        ([(0.9, True), (0.8, True), (0.8, False)], 1.0),
        ([(0.9, False), (0.8, False)], 1.0),
        ([(0.98765, True), (0.98765, True)], 0.9876),
        ([], 1.0),
    ],
    ids=["last right one", "equal values stand together", "never", "cut down, so that it holds", "no calls"],
)
def test_cut_for__calls__lowest_value_that_keeps_the_precision(
    calls: list[tuple[float, bool]], expected: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fitting, "LEAST_CALLS", 2)
    assert fitting._cut_for(calls, 0.9) == expected


def test_left_out__same_text_on_both_sides__identical(samples: list[Sample]) -> None:
    sample = replace(samples[0], same=((0, 0),))
    one = Fitter(samples).left_out(sample, frozenset())
    assert isinstance(one, LeftOut)
    assert one.first[0, 0] >= IDENTICAL
