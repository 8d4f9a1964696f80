import pytest

from claimdiff.alignment.assign import assign, twins

LEFT = ["a", "b", "c"]
RIGHT = ["x", "y", "z"]


@pytest.mark.parametrize(
    ("scores", "expected"),
    [
        pytest.param(
            {(0, 0): 0.9, (0, 1): 0.8, (1, 0): 0.7}, ([(0, 0)], [(0, 1), (1, 0)]), id="best first, rest joins"
        ),
        pytest.param({(0, 0): 0.4}, ([], []), id="below the least"),
        pytest.param({(0, 0): 0.9, (1, 1): 0.6, (0, 1): 0.8}, ([(0, 0), (1, 1)], []), id="both used: no join"),
        pytest.param(
            {(0, 0): 0.9, (1, 1): 0.85, (2, 0): 0.7, (2, 1): 0.8},
            ([(0, 0), (1, 1)], [(2, 1)]),
            id="joins the better link only",
        ),
        pytest.param({}, ([], []), id="nothing scored"),
    ],
)
def test_assign__scores__one_to_one_then_joins(
    scores: dict[tuple[int, int], float], expected: tuple[list[tuple[int, int]], list[tuple[int, int]]]
) -> None:
    taken, joined = assign(scores, LEFT, RIGHT, least=0.5)
    assert (sorted(taken), sorted(joined)) == expected


def test_assign__equal_scores__ordered_by_text_from_either_side() -> None:
    scores = {(0, 0): 0.8, (0, 1): 0.8, (1, 0): 0.8}
    mirrored = {(j, i): score for (i, j), score in scores.items()}
    taken, _ = assign(scores, ["m", "n"], ["b", "a"], least=0.5)
    turned, _ = assign(mirrored, ["b", "a"], ["m", "n"], least=0.5)
    assert sorted(taken) == sorted((i, j) for j, i in turned) == [(0, 1), (1, 0)]


def test_assign__fixed_pair__taken_whatever_its_score() -> None:
    assert assign({(0, 1): 0.9}, LEFT, RIGHT, least=0.5, fixed=[(0, 0)]) == ([(0, 0)], [(0, 1)])


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (["a", "b"], ["b", "a"], [(0, 1), (1, 0)]),
        (["a", "a"], ["a", "a"], [(0, 0), (1, 1)]),
        (["a", "a"], ["a"], [(0, 0), (1, 0)]),
        (["a"], ["a", "a"], [(0, 0), (0, 1)]),
        (["a"], ["b"], []),
    ],
)
def test_twins__same_texts__paired_in_order(left: list[str], right: list[str], expected: list[tuple[int, int]]) -> None:
    assert twins(left, right) == expected
