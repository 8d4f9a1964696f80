"""How likely it is that the other side does not have an assertion."""

import math
from dataclasses import replace
from typing import Any

import pytest

from claimdiff.alignment.silence import LONGER_BY, Silence, log_odds, log_sizes, silences
from claimdiff.alignment.weights import load_weights

WEIGHTS = load_weights()


def test_silences__best_pairs__mean_of_all_but_the_own() -> None:
    scores = {(0, 0): 0.9, (0, 1): 0.2, (1, 1): 0.4}
    ours, theirs = silences(([1.0, 2.0], [3.0, 4.0]), ([0.1, 0.2], [0.3, 0.4]), scores)
    assert [one.matched for one in ours] == pytest.approx([(0.4 + 0.9 + 0.4) / 3, (0.9 + 0.9 + 0.4) / 3])
    assert [one.matched for one in theirs] == pytest.approx([(0.9 + 0.4 + 0.4) / 3, (0.9 + 0.4 + 0.9) / 3])
    assert [(one.total, one.unmatched) for one in (*ours, *theirs)] == [(1.0, 0.1), (2.0, 0.2), (3.0, 0.3), (4.0, 0.4)]


def test_silences__other_side_empty__nothing_is_matched() -> None:
    ours, theirs = silences(([0.0], []), ([1.0], []), {})
    assert (ours[0].matched, theirs) == (0.0, [])


def test_log_odds__fewer_on_the_other_side__likelier() -> None:
    longer, shorter = silences(([0.0] * 28, [0.0] * 20), ([0.0] * 28, [0.0] * 20), {})
    assert log_odds(longer[0], WEIGHTS) > log_odds(shorter[0], WEIGHTS)


def test_log_odds__two_short_accounts__as_likely_as_in_two_long_ones() -> None:
    (short, _), (long, _) = (silences(([0.0] * n, [0.0] * n), ([0.0] * n, [0.0] * n), {}) for n in (8, 40))
    assert log_odds(short[0], WEIGHTS) == log_odds(long[0], WEIGHTS)


@pytest.mark.parametrize("part", ["total", "unmatched", "sizes", "matched"])
def test_log_odds__each_part__counts_by_its_weight(part: str) -> None:
    silence = Silence(total=1.0, unmatched=0.5, sizes=0.2, matched=0.3)
    more = silence._replace(**{part: getattr(silence, part) + 1.0})
    changed: dict[str, Any] = {f"silent_{part}": 0.7}
    weights = replace(WEIGHTS, **changed)
    assert log_odds(more, weights) - log_odds(silence, weights) == pytest.approx(0.7)


@pytest.mark.parametrize(
    ("own", "others", "ratio"),
    [
        pytest.param(20, 20, 1.0, id="alike"),
        pytest.param(20, 15, 0.75, id="within"),
        pytest.param(5000, 1, 1.0 / LONGER_BY, id="more than was fitted to"),
        pytest.param(0, 9, LONGER_BY, id="none"),
    ],
)
def test_log_sizes__two_accounts__ratio_within_what_was_fitted_to(own: int, others: int, ratio: float) -> None:
    assert log_sizes(own, others) == pytest.approx(math.log(ratio))
