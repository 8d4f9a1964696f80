import pytest
from alignment.builders import LEXICON, readings

from claimdiff.alignment.align import align
from claimdiff.alignment.explain import explain_pair
from claimdiff.alignment.weights import load_weights

WEIGHTS = load_weights()
LEFT = readings("Moscow agreed to a truce.", "Hockey matches were proposed.")
RIGHT = readings("Moscow agreed to a truce at sea.", "Zorbling.", "Russia accepted the truce.")


def test_explain_pair__best_partner__first_with_the_score_of_the_alignment() -> None:
    found = explain_pair(LEFT, RIGHT, (0, 0), lexicon=LEXICON, weights=WEIGHTS)
    aligned = align(LEFT, RIGHT, lexicon=LEXICON, weights=WEIGHTS)
    assert found.score == aligned.candidates[0, 0]
    assert (found.rank_for_left, found.rank_for_right) == (1, 1)
    assert (found.best_for_left, found.best_for_right) == ((0, found.score), (0, found.score))
    assert found.reasons == aligned.reasons[0, 0]


def test_explain_pair__nothing_shared__no_reasons_and_last() -> None:
    found = explain_pair(LEFT, RIGHT, (0, 1), lexicon=LEXICON, weights=WEIGHTS)
    assert (found.reasons, found.rank_for_left) == ((), 3)
    assert found.best_for_left[0] == 0


def test_explain_pair__no_such_pair__index_error() -> None:
    with pytest.raises(IndexError):
        explain_pair(LEFT, RIGHT, (0, 7), lexicon=LEXICON, weights=WEIGHTS)
