"""Whether two sides' times agree, may both hold, or contradict each other."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimdiff.language.lexicon import load_lexicon
from claimdiff.language.read import read
from claimdiff.verdict.contrast import contrast
from claimdiff.verdict.evidence import Evidence
from claimdiff.verdict.time import compare_times

LEXICON = load_lexicon()
TUESDAY = date(2025, 3, 18)


def evidence(left: str, right: str, today: date | None) -> list[Evidence]:
    sides = [[read(text, lexicon=LEXICON, date=today)] for text in (left, right)]
    return list(compare_times(contrast(*sides)))


def brief(left: str, right: str, today: date | None = TUESDAY) -> list[tuple[str, str]]:
    return [(e.verdict.value, e.explanation) for e in evidence(left, right, today)]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("They meet on 19 March.", "They meet on 20 March.", "19 against 20 March."),
        ("They meet on Wednesday.", "They meet on Thursday.", "Wednesday against Thursday."),
        ("It resumes this year.", "It resumes next year.", "this against next year."),
        ("It starts from 2027.", "It starts from 2030.", "from 2027 against from 2030."),
        ("The work starts by 2027.", "The work starts from 2030.", "by 2027 against from 2030."),
        ("It ends by 27 September.", "It ends by 30 September.", "by 27 against by 30 September."),
        (
            "All flights are cancelled until 13 April, with few exceptions.",
            "Air travel ends until 30 April 2025.",
            "until 13 April against until 30 April 2025.",
        ),
        ("It lasts until 1 May.", "It lasts until 1 June.", "until 1 May against until 1 June."),
        ("It fell after 15 October 2024.", "It fell on 3 October 2024.", "after 15 against 3 October 2024."),
        ("They pause for 30 days.", "They pause for 90 days.", "for 30 against for 90 days."),
        ("They pause for more than 20 days.", "They pause for 20 days.", "more than 20 against for 20 days."),
        ("They pause for two months.", "They pause for three months.", "for two against for three months."),
        ("They meet daily.", "They meet every week.", "daily against every week."),
        ("They call at 14:30 GMT.", "They call at 14:30 Moscow time.", "14:30 GMT against 14:30 Moscow time."),
        ("They call at 14:30.", "They call at 15:30.", "14:30 against 15:30."),
    ],
)
@pytest.mark.parametrize("today", [TUESDAY, None], ids=["dated", "undated"])
def test_compare_times__times_that_cannot_both_hold__conflict(
    left: str, right: str, expected: str, today: date | None
) -> None:
    assert brief(left, right, today) == [("conflict", expected)]
    assert [v for v, _ in brief(right, left, today)] == ["conflict"]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("within 72 hours of the deal", "in the first three days"),
        ("for 30 days", "a month-long pause"),
        ("for 90 days", "for three months"),
        ("They meet on 19 March.", "They meet next Wednesday, March 19."),
        ("by the end of February", "before March"),
        ("every day", "daily"),
        ("It was on 18 March.", "It was on March 18, 2025."),
        ("at 14:30 Moscow time", "at 11:30 GMT"),
        ("for 30 days", "within 30 days"),
        ("until 1 May", "since 1 June"),
        ("at noon", "for an hour"),
        ("at 14:30 CET", "at 14:30"),
        ("until next week", "since last week"),
        ("They met today.", "They met today."),
    ],
)
@pytest.mark.parametrize("today", [TUESDAY, None], ids=["dated", "undated"])
def test_compare_times__same_or_not_comparable__nothing(left: str, right: str, today: date | None) -> None:
    assert brief(left, right, today) == []
    assert brief(right, left, today) == []


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("It resumes this year.", "It resumes before December ends."),
        ("It starts from 2027.", "By 2027 it starts."),
        ("They meet in October.", "They meet this autumn."),
        ("for a year", "for 360 days"),
        ("They pause for at least 20 days.", "They pause for 30 days."),
        ("It ends by the end of May.", "It ends by 20 May."),
        ("at 14:30", "at 15:30 Moscow time"),
        ("at 14:30 CET", "at 14:30 GMT"),
        ("at around 11:30", "at 11:33"),
        ("by 2 p.m.", "at 3 p.m."),
        ("on 5 May", "on some day in May"),
        ("They meet on Wednesday.", "They meet this week."),
    ],
)
def test_compare_times__times_that_may_both_hold__partial(left: str, right: str) -> None:
    assert [v for v, _ in brief(left, right)] == ["partial"]
    assert [v for v, _ in brief(right, left)] == ["partial"]


def test_compare_times__day_and_weekday__conflict_only_where_the_date_is_known() -> None:
    left, right = "They meet on 19 March.", "They meet on Thursday."
    assert brief(left, right) == [("conflict", "19 March against Thursday.")]
    assert brief(left, right, None) == []


def test_compare_times__dates_of_other_things__no_conflict() -> None:
    left = "The board complied with the order as of 16 January 2024."
    assert brief(left, "On 30 April 2025 a judge found it in violation.") == []


def test_compare_times__several__the_same_ones_pair() -> None:
    left = "They met on 5 May 2024 and speak again on 9 June 2024."
    right = "They speak again on 10 June 2024, having met on 5 May 2024."
    assert brief(left, right) == [("conflict", "9 against 10 June 2024.")]


def test_compare_times__one_side_dated__other_read_from_the_same_day() -> None:
    left = read("They meet tomorrow.", lexicon=LEXICON, date=TUESDAY)
    right = read("They meet today.", lexicon=LEXICON)
    found = list(compare_times(contrast([left], [right])))
    assert [e.verdict.value for e in found] == ["conflict"]


def test_compare_times__no_time_on_a_side__nothing() -> None:
    assert brief("They meet today.", "They meet.") == []
    sides = [[read(t, lexicon=LEXICON) for t in texts] for texts in (("They agreed.", "They meet today."), ("Today.",))]
    assert list(compare_times(contrast(*sides))) == []


def test_compare_times__leap_day_without_year__moved() -> None:
    assert brief("on 29 February", "on 28 February 2025", None) == []


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(-400, 400))
def test_compare_times__date_changed__difference(day: date, shift: int) -> None:
    other = day + timedelta(days=shift)
    texts = [f"The exchange takes place on {d.day} {d:%B %Y}." for d in (day, other)]
    assert [v for v, _ in brief(texts[0], texts[1])] == (["conflict"] if shift else [])


@given(st.integers(1, 400), st.integers(1, 400), st.sampled_from(["hours", "days", "weeks", "months", "years"]))
def test_compare_times__length_changed__difference(one: int, other: int, unit: str) -> None:
    found = brief(f"The truce holds for {one} {unit}.", f"The truce holds for {other} {unit}.")
    assert [v for v, _ in found] == (["conflict"] if one != other else [])
