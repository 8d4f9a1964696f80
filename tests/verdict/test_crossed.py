"""Sides with nearly the same words that say it of other agents."""

import pytest

from claimdiff.language.lexicon import load_lexicon
from claimdiff.language.read import read
from claimdiff.verdict.alike import alike
from claimdiff.verdict.contrast import contrast
from claimdiff.verdict.crossed import crossed
from claimdiff.verdict.judge import judge_readings
from claimdiff.vocabulary import Verdict

LEXICON = load_lexicon()
CROSSED = [
    pytest.param("Police attacked the protesters.", "The protesters attacked police.", id="agent and object exchanged"),
    pytest.param("Peru attacked Chile.", "Chile attacked Peru.", id="states exchanged"),
    pytest.param(
        "Peru said that Chilean troops opened fire.", "Chile said that Peruvian troops opened fire.", id="other agents"
    ),
    pytest.param("The left engine failed.", "The right engine failed.", id="one word for another"),
    pytest.param(
        "Peru said that farmers get it in cash.", "Chile said that farmers get it in kind.", id="the last word"
    ),
]


def both(left: str, right: str) -> bool:
    c = contrast([read(left, lexicon=LEXICON)], [read(right, lexicon=LEXICON)])
    assert crossed(c) is crossed(c.mirrored())
    return crossed(c)


@pytest.mark.parametrize(("left", "right"), CROSSED)
def test_crossed__other_agents__never_agree(left: str, right: str) -> None:
    assert both(left, right)
    found = judge_readings([read(left, lexicon=LEXICON)], [read(right, lexicon=LEXICON)])
    assert found.verdict is not Verdict.AGREE


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param("Police attacked the protesters.", "The protesters were attacked by police.", id="passive"),
        pytest.param("Peru and Chile signed it.", "Chile and Peru signed it.", id="order of a list"),
        pytest.param("Peru said that the talks ended.", "Chile said that the talks ended.", id="speakers"),
        pytest.param("The talks ended.", "The talks are over.", id="nobody named"),
        pytest.param("It will widen access to ports.", "It will improve access to ports.", id="verbs for one thing"),
    ],
)
def test_crossed__same_agents__may_agree(left: str, right: str) -> None:
    assert not both(left, right)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        pytest.param("Six F-16s struck.", "Two F-16s struck.", False, id="a number before a name with digits"),
        pytest.param("It is the budget of FY2024.", "It is the budget of FY2023.", False, id="digits in a word"),
        pytest.param("It ends on 3 May.", "It ends on 5 May.", False, id="other days"),
        pytest.param("It ends on 3 May.", "It ends.", True, id="a day on one side"),
        pytest.param("It ends on 3 May.", "It ends on May 3.", True, id="one day"),
        pytest.param("It met on 3 May.", "It met on 3 May 2025.", True, id="a year on one side"),
        pytest.param("It holds from 3 May.", "It holds until 5 May.", False, id="start and end"),
    ],
)
def test_alike__numbers_and_days__must_be_shared(left: str, right: str, expected: bool) -> None:
    assert alike(contrast([read(left, lexicon=LEXICON)], [read(right, lexicon=LEXICON)])) is expected
