import pytest

from claimdiff.evaluation.alarms import Alarms
from claimdiff.evaluation.evaluate import Evaluation, Outcome
from claimdiff.evaluation.floors import FIGURES, below, parse_floors
from claimdiff.evaluation.reliability import Reliability
from claimdiff.evaluation.tally import Score, Tally

EVALUATION = Evaluation(
    left_out=True,
    events={},
    total=Outcome(matcher=Score(links=Tally(tp=1, fp=1, fn=1))),
    reliability=Reliability(),
    alarms=Alarms(),
    weights={},
)


def test_parse_floors__names_and_numbers__mapping() -> None:
    assert parse_floors("links=0.5, top3=0.85") == {"links": 0.5, "top3": 0.85}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("linkz=0.5", 'unknown figure "linkz"; the figures are links, sure, '),
        ("links", '"links" gives links no number from 0 to 1; write, say, links=0.5'),
        ("links=high", '"links=high" gives links no number'),
        ("links=50", '"links=50" gives links no number'),
        ("links=-0.5", '"links=-0.5" gives links no number'),
        ("links=nan", '"links=nan" gives links no number'),
        ("", 'unknown figure ""'),
    ],
)
def test_parse_floors__mistake__says_what_would_be_right(text: str, message: str) -> None:
    with pytest.raises(ValueError, match=r"number|figures") as caught:
        parse_floors(text)
    assert message in str(caught.value)


def test_below__figures__a_sentence_for_each_that_falls_short() -> None:
    assert below(EVALUATION, {"links": 0.6, "facets": 0.1}) == (
        "links F1 is 0.500, 0.600 is asked",
        "facets F1, links given could not be measured, 0.100 is asked",
    )
    assert below(EVALUATION, {"links": 0.5}) == ()


def test_figures__nothing_counted__none() -> None:
    empty = Evaluation(
        left_out=False, events={}, total=Outcome(), reliability=Reliability(), alarms=Alarms(), weights={}
    )
    assert {of(empty) for _, of in FIGURES.values()} == {None}
