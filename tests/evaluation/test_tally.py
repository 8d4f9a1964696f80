import pytest
from evaluation.cases import TRUTH

from claimdiff.comparison.model import Candidate, Comparison, Difference, Link, Omission, Possible
from claimdiff.evaluation.tally import Prediction, Score, Tally, prediction_of, rank
from claimdiff.vocabulary import Facet, OmissionStatus, Origin, Verdict

CONFLICT = Verdict.CONFLICT, frozenset({Facet.SCOPE})
PARTIAL = Verdict.PARTIAL, frozenset({Facet.TIME})


def prediction() -> Prediction:
    return Prediction(
        sure={("a1", "b1"): CONFLICT, ("a4", "b2"): CONFLICT},
        chosen={("a2", "b3"): CONFLICT, ("a3", "b3"): PARTIAL},
        likely=frozenset({("L", "a3"), ("R", "b4"), ("R", "b2")}),
        candidates={("a1", "b1"): 0.9, ("a1", "b2"): 0.3, ("a2", "b3"): 0.3, ("a2", "b1"): 0.3, ("a4", "b3"): 0.4},
    )


def test_score__one_pair_of_accounts__every_figure() -> None:
    score = Score()
    score.add(TRUTH, prediction())
    assert score.figures() == {
        "links": {"precision": 0.6667, "recall": 0.6667, "f1": 0.6667, "tp": 2, "fp": 1, "fn": 1},
        "sure_links": {"precision": 0.5, "recall": 0.3333, "f1": 0.4, "tp": 1, "fp": 1, "fn": 2},
        "sure_conflicts": {"precision": 0.5, "recall": 0.5, "f1": 0.5, "tp": 1, "fp": 1, "fn": 1},
        "omissions": {"precision": 1.0, "recall": 0.5, "f1": 0.6667, "tp": 1, "fp": 0, "fn": 1},
        "likely_omissions": {"precision": 0.5, "recall": 0.5, "f1": 0.5, "tp": 1, "fp": 1, "fn": 1},
        "verdict_accuracy": 0.5,
        "verdict_macro_f1": 0.2,
        "verdicts": {
            "agree": {"precision": None, "recall": None, "f1": None, "tp": 0, "fp": 0, "fn": 0},
            "partial": {"precision": None, "recall": 0.0, "f1": 0.0, "tp": 0, "fp": 0, "fn": 1},
            "conflict": {"precision": 0.3333, "recall": 0.5, "f1": 0.4, "tp": 1, "fp": 2, "fn": 1},
        },
        "facets": {"precision": 0.3333, "recall": 0.5, "f1": 0.4, "tp": 1, "fp": 2, "fn": 1},
        "partner_in_top": {"1": 0.6667, "3": 1.0, "5": 1.0},
    }


def test_score__nothing_counted__no_figures() -> None:
    empty = Score()
    assert (empty.accuracy, empty.macro_f1, empty.top(1), Tally().precision) == (None, None, None, None)


@pytest.mark.parametrize(
    ("pair", "expected"),
    [(("a1", "b1"), 1), (("a1", "b2"), 1), (("a2", "b3"), 2), (("a9", "b9"), None)],
    ids=["first", "better from the other side", "ties count against it", "no candidate"],
)
def test_rank__pair__better_of_its_two_ranks(pair: tuple[str, str], expected: int | None) -> None:
    assert rank(prediction().candidates, pair) == expected


@pytest.mark.parametrize("turned", [False, True])
def test_prediction_of__comparison_either_way_round__left_is_the_first_account(turned: bool) -> None:
    a, b = (("b1", "b2"), ("a1",)) if turned else (("a1",), ("b1", "b2"))
    difference = Difference(facet=Facet.SCOPE, verdict=Verdict.CONFLICT, left=None, right=None, explanation="")
    comparison = Comparison(
        left="b" if turned else "a",
        right="a" if turned else "b",
        reviewed=False,
        links=(
            Link(left=a, right=b, verdict=CONFLICT[0], judged=True, origin=Origin.MATCHED, differences=(difference,)),
        ),
        possible=(
            Possible(left=a[:1], right=b[:1], chosen=True, score=0.4, verdict=Verdict.AGREE, judged=True),
            Possible(left=a[:1], right=b[:1], chosen=False, score=0.2, verdict=Verdict.AGREE, judged=True),
        ),
        omissions=(
            Omission(account="a", id="a3", missing_from="b", status=OmissionStatus.LIKELY, nearest=None),
            Omission(account="b", id="b4", missing_from="a", status=OmissionStatus.LIKELY, nearest=None),
        ),
        candidates=(Candidate(left=a[0], right=b[0], score=0.12345),),
    )
    assert prediction_of(comparison, TRUTH) == Prediction(
        sure={("a1", "b1"): CONFLICT, ("a1", "b2"): CONFLICT},
        chosen={("a1", "b1"): (Verdict.AGREE, frozenset())},
        likely=frozenset({("L", "a3"), ("R", "b4")}),
        candidates={("a1", "b1"): 0.1235},
    )
