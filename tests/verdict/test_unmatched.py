"""Sides that each have matter of their own in the other's place are never taken to agree."""

import pytest

from claimdiff.language.lexicon import load_lexicon
from claimdiff.language.read import read
from claimdiff.verdict.contrast import contrast
from claimdiff.verdict.judge import judge_readings
from claimdiff.verdict.unmatched import replaced, turned
from claimdiff.vocabulary import Verdict

LEXICON = load_lexicon()


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param("The watchdog cleared the takeover.", "The watchdog probed the takeover.", id="verb"),
        pytest.param("The shell struck a fuel depot.", "The shell struck a clinic.", id="noun"),
        pytest.param("The signal was given by the guards.", "The sailors gave the signal.", id="doer"),
        pytest.param("Shells were fired by Peruvian gunners.", "Chilean gunners fired shells.", id="doer by nation"),
        pytest.param("The boat was inside the zone.", "The boat was outside the zone.", id="function words"),
        pytest.param("Cooks earn more than waiters.", "Cooks earn less than waiters.", id="more and less"),
        pytest.param("The monks were moved.", "The monks are still kept there.", id="what goes on"),
        pytest.param("The levy applies to firms.", "The levy applies to all firms except banks.", id="an exception"),
    ],
)
def test_replaced_or_turned__words_in_place_of_others__never_agree(left: str, right: str) -> None:
    a, b = [read(left, lexicon=LEXICON)], [read(right, lexicon=LEXICON)]
    c = contrast(a, b)
    assert replaced(c) or turned(c)
    assert replaced(c.mirrored()) or turned(c.mirrored())
    assert judge_readings(a, b).verdict is not Verdict.AGREE


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param("The ministers met in Doha.", "The ministers met.", id="more said"),
        pytest.param("Peru said the talks ended.", "Chile announced the talks ended.", id="who tells it"),
        pytest.param("It lasted 90 minutes.", "It lasted an hour and a half.", id="numbers and times"),
        pytest.param("Peru pledged to pay.", "Peru agreed to pay.", id="steps, which are compared elsewhere"),
        pytest.param("The pact was made.", "Peru and Chile made the pact.", id="parties named by one side only"),
        pytest.param("The senate passed the bill.", "The senate adopted the bill.", id="one state"),
        pytest.param("They remain committed to it.", "They are committed to it.", id="a step in several words"),
    ],
)
def test_replaced_or_turned__no_words_in_place_of_others__does_not_hold(left: str, right: str) -> None:
    c = contrast([read(left, lexicon=LEXICON)], [read(right, lexicon=LEXICON)])
    assert not replaced(c)
    assert not turned(c)
