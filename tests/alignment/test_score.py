import math

import pytest
from alignment.builders import LEXICON, readings

from claimdiff.alignment.assign import twins
from claimdiff.alignment.score import (
    IDENTICAL,
    RIVALS,
    Scored,
    log_rivals,
    log_totals,
    logistic,
    similarity,
)
from claimdiff.alignment.units import profiles
from claimdiff.alignment.weights import load_weights, weights_data, weights_from

WEIGHTS = load_weights()


def scored(left: list[str], right: list[str]) -> Scored:
    ours, theirs = profiles(readings(*left)), profiles(readings(*right))
    same = twins([one.key for one in ours], [one.key for one in theirs])
    return Scored(ours, theirs, lexicon=LEXICON, weights=WEIGHTS, same=same)


def alike(left: str, right: str) -> float:
    ours, theirs = readings(left, right)
    return similarity(ours, theirs, lexicon=LEXICON, weights=WEIGHTS)


def test_scored__pair__reasons_add_up_to_its_log_odds() -> None:
    found = scored(["Moscow agreed to a truce.", "Talks go on."], ["Russia accepted the ceasefire."])
    total = math.fsum(reason.weight for reason in found.reasons((0, 0)))
    rest = WEIGHTS.own * WEIGHTS.base + WEIGHTS.offset
    assert total + rest == pytest.approx(found.second[0, 0])


def test_scored__reasons__weightiest_first_with_words() -> None:
    reasons = scored(["A truce holds."], ["The truce holds."]).reasons((0, 0))
    assert [abs(r.weight) for r in reasons] == sorted((abs(r.weight) for r in reasons), reverse=True)
    by_name = {reason.feature: (reason.left, reason.right) for reason in reasons}
    assert set(by_name["same word"][0].split(", ")) == {"truce", "holds"}
    assert by_name[RIVALS] == ("", "")


def test_scored__closer_rival__lower_score() -> None:
    alone = scored(["The truce at sea holds."], ["A truce at sea."])
    rivalled = scored(["The truce at sea holds."], ["A truce at sea.", "The truce at sea holds now."])
    assert rivalled.second[0, 0] < alone.second[0, 0]


def test_scored__same_text__at_least_identical() -> None:
    assert scored(["Yes.", "Talks."], ["Yes."]).first[0, 0] >= IDENTICAL


def test_scored__nothing_shared__below_every_scored_pair() -> None:
    found = scored(["A truce holds.", "Zorbling."], ["The truce holds.", "Quuxing truce."])
    assert found.nothing < min(found.second.values())


def test_log_totals__unscored_pairs__have_the_odds_of_the_base() -> None:
    rows, columns = log_totals({(0, 0): 0.0}, (1, 2), math.log(0.5))
    assert rows == [pytest.approx(math.log(1 + 1 + 0.5))]
    assert columns == [pytest.approx(math.log(2)), pytest.approx(math.log(1.5))]
    assert log_rivals({(0, 0): 0.0}, (rows, columns)) == {(0, 0): pytest.approx(math.log(2.5) + math.log(2))}


@pytest.mark.parametrize(("value", "expected"), [(0.0, 0.5), (800.0, 1.0), (-800.0, 0.0), (math.log(3), 0.75)])
def test_logistic__log_odds__probability(value: float, expected: float) -> None:
    assert logistic(value) == pytest.approx(expected)


def test_similarity__same_text__one() -> None:
    assert alike("Moscow  agreed.", "moscow agreed.") == 1.0


def test_similarity__paraphrase__above_another_statement() -> None:
    left = "Moscow agreed to a truce."
    assert alike(left, "Russia accepted a ceasefire.") > alike(left, "The union rejected the wage offer.")


def test_similarity__sides_swapped__same() -> None:
    assert alike("Moscow agreed to a truce.", "Russia accepted it.") == alike(
        "Russia accepted it.", "Moscow agreed to a truce."
    )


def test_similarity__nothing_shared__that_of_the_base() -> None:
    assert alike("Zorbling.", "Quuxing.") == logistic(WEIGHTS.base)


def test_weights__written_and_read__the_same() -> None:
    assert weights_from(weights_data(WEIGHTS)) == WEIGHTS


def test_weights__shipped__no_tie_speaks_against_a_link() -> None:
    assert min(WEIGHTS.features.values()) >= 0.0
    assert WEIGHTS.possible <= WEIGHTS.chosen <= WEIGHTS.sure <= 1.0
