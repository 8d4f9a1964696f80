import pytest
from alignment.builders import LEXICON, readings

from claimdiff.alignment import candidates
from claimdiff.alignment.candidates import candidate_pairs
from claimdiff.alignment.ties import Ties
from claimdiff.alignment.units import profiles


def pairs(left: list[str], right: list[str]) -> list[tuple[int, int]]:
    ours, theirs = profiles(readings(*left)), profiles(readings(*right))
    ties = Ties(ours, theirs, LEXICON)
    return candidate_pairs([ties.weigh(one) for one in ours], [ties.weigh(one) for one in theirs], ties)


LEFT = ["Zorbling alpha.", "Quuxing beta.", "Zorbling gamma."]
RIGHT = ["Zorbling delta.", "Beta epsilon.", "Nothing else."]


def test_candidate_pairs__shared_words__pairs_that_share() -> None:
    assert pairs(LEFT, RIGHT) == [(0, 0), (1, 1), (2, 0)]


def test_candidate_pairs__sides_swapped__mirrored() -> None:
    assert sorted((i, j) for j, i in pairs(RIGHT, LEFT)) == pairs(LEFT, RIGHT)


def test_candidate_pairs__no_words__none() -> None:
    assert pairs([""], [""]) == []


def test_candidate_pairs__more_partners_than_kept__best_of_either_side(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(candidates, "KEPT", 1)
    left = ["Zorbling quuxing.", "Zorbling alpha.", "Zorbling beta gamma."]
    right = ["Zorbling quuxing.", "Zorbling alpha."]
    assert pairs(left, right) == [(0, 0), (1, 1), (2, 0)]


def test_candidate_pairs__budget_spent__common_words_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(candidates, "BUDGET", 1)
    monkeypatch.setattr(candidates, "BUDGET_EACH", 0)
    assert pairs(LEFT, RIGHT) == [(1, 1)]
