"""What texts that agree must share: their numbers, their days, how often, and a language that was read."""

import datetime

import pytest

from claimdiff.language.lexicon import load_lexicon
from claimdiff.language.read import read
from claimdiff.language.reading import Reading
from claimdiff.verdict.alike import alike
from claimdiff.verdict.contrast import contrast
from claimdiff.verdict.judge import judge_readings
from claimdiff.vocabulary import Verdict

LEXICON = load_lexicon()
DATE = datetime.date(2026, 9, 16)


def reading(text: str, date: datetime.date | None = None, language: str = "en") -> Reading:
    return read(text, lexicon=LEXICON, date=date, language=language)


@pytest.mark.parametrize("date", [None, DATE], ids=["no date", "date"])
@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        pytest.param("He left on Monday and returned on Friday.", "He left on Friday.", False, id="more days"),
        pytest.param("He left on Monday.", "He left on Monday.", True, id="one day"),
        pytest.param("He left on Monday.", "He left.", True, id="one side names no day"),
        pytest.param(
            "The dam is checked every month.", "The dam was last checked in 2011.", False, id="often and once"
        ),
        pytest.param("The dam is checked every month.", "The dam is checked monthly.", True, id="often alike"),
        pytest.param("Two of the five pumps failed.", "Two of the nine pumps failed.", False, id="other wholes"),
        pytest.param("Two of the five pumps failed.", "Two of five pumps failed.", True, id="one whole"),
    ],
)
def test_alike__days_and_wholes__as_told(left: str, right: str, expected: bool, date: datetime.date | None) -> None:
    assert alike(contrast([reading(left, date)], [reading(right, date)])) is expected


def test_judge_readings__part_of_other_wholes__conflict() -> None:
    found = judge_readings([reading("Two of the five pumps failed.")], [reading("Two of the nine pumps failed.")])
    assert found.verdict is Verdict.CONFLICT


def test_judge_readings__language_not_known__not_judged() -> None:
    ours, theirs = (
        reading(text, language="de") for text in ("Der Rat hat zugestimmt.", "Der Rat hat nicht zugestimmt.")
    )
    found = judge_readings([ours], [theirs])
    assert (found.verdict, found.judged, found.differences) == (Verdict.PARTIAL, False, ())
    assert judge_readings([ours], [ours]).verdict is Verdict.AGREE
