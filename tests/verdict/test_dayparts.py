"""Times of the clock beside parts of the day, days that have names, and weekdays where today is known."""

from datetime import date

import pytest

from claimdiff.language.lexicon import load_lexicon
from claimdiff.language.read import read
from claimdiff.verdict.contrast import contrast
from claimdiff.verdict.dayparts import compare_dayparts
from claimdiff.verdict.judge import judge_readings
from claimdiff.vocabulary import Verdict

LEXICON = load_lexicon()
TODAY = date(2026, 9, 16)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        pytest.param(
            "It sank on Sunday evening.", "It sank at 7 a.m. on Sunday.", ["conflict"], id="not in the evening"
        ),
        pytest.param("It sank on Sunday evening.", "It sank at 7 p.m. on Sunday.", ["partial"], id="sharper"),
        pytest.param("It sank on Sunday evening.", "It sank at 7 o'clock on Sunday.", ["partial"], id="either seven"),
        pytest.param("It sank last night.", "It sank at 1 a.m.", ["partial"], id="a night goes on"),
        pytest.param("It sank in the afternoon.", "It sank in the morning.", ["conflict"], id="two parts"),
        pytest.param("It sank in the evening.", "It sank at night.", [], id="parts that meet"),
        pytest.param("It sank in the evening.", "It sank at 7:00 GMT.", [], id="a zone"),
        pytest.param("It sank at 7 a.m.", "It sank at 8 a.m.", [], id="two times of the clock"),
        pytest.param("The Evening Star sank.", "It sank at 7 a.m.", [], id="a name"),
    ],
)
def test_compare_dayparts__hours__as_they_meet(left: str, right: str, expected: list[str]) -> None:
    sides = [[read(text, lexicon=LEXICON)] for text in (left, right)]
    for c in (contrast(*sides), contrast(*sides[::-1])):
        assert [e.verdict.value for e in compare_dayparts(c)] == expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        pytest.param(
            "The pact was signed on Tuesday.", "The pact was signed yesterday.", Verdict.AGREE, id="yesterday"
        ),
        pytest.param(
            "The pact was signed on Tuesday.", "The pact was signed on 15 September.", Verdict.AGREE, id="date"
        ),
        pytest.param(
            "The pact was signed on Tuesday.", "The pact was signed on 14 September.", Verdict.CONFLICT, id="other"
        ),
        pytest.param("He quit on New Year's Eve.", "He quit on 31 December.", Verdict.AGREE, id="feast"),
        pytest.param("He quit on Christmas Day.", "He quit on Boxing Day.", Verdict.CONFLICT, id="other feast"),
        pytest.param("Output fell by a quarter.", "Output fell by 25 percent.", Verdict.AGREE, id="a quarter"),
        pytest.param("Output fell by a quarter.", "Output fell by 20 percent.", Verdict.CONFLICT, id="not a quarter"),
        pytest.param("The thief is freed of blame.", "The thief bears the blame.", Verdict.PARTIAL, id="freed"),
        pytest.param(
            "The panel clears the pilot of guilt.", "The panel sees guilt of the pilot.", Verdict.PARTIAL, id="cleared"
        ),
    ],
)
def test_judge_readings__today_known__days_meet(left: str, right: str, expected: Verdict) -> None:
    ours, theirs = ([read(text, lexicon=LEXICON, date=TODAY)] for text in (left, right))
    assert judge_readings(ours, theirs).verdict is expected
    assert judge_readings(theirs, ours).verdict is expected
