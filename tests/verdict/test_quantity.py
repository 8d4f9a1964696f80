"""Whether two sides' numbers agree, may both hold, or contradict each other."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimdiff.language.lexicon import load_lexicon
from claimdiff.language.read import read
from claimdiff.language.reading import Comparator
from claimdiff.verdict.bounds import Fit, Stated, fit, step
from claimdiff.verdict.contrast import contrast
from claimdiff.verdict.evidence import Evidence
from claimdiff.verdict.nearby import against, assign
from claimdiff.verdict.quantity import compare_quantities

LEXICON = load_lexicon()
TODAY = date(2025, 3, 18)


def evidence(left: str, right: str) -> list[Evidence]:
    sides = [[read(text, lexicon=LEXICON, date=TODAY)] for text in (left, right)]
    return list(compare_quantities(contrast(*sides)))


def brief(left: str, right: str) -> list[tuple[str, str]]:
    return [(e.verdict.value, e.explanation) for e in evidence(left, right)]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("They will release 175 soldiers.", "They will release 157 soldiers.", "175 against 157 soldiers."),
        ("25 million people vote", "more than 26 million people vote", "25 against more than 26 million people."),
        ("less than 25 ships sank", "26 ships sank", "less than 25 against 26 ships."),
        ("more than 20 ships sank", "20 ships sank", "more than 20 against 20 ships."),
        ("more than 20 ships sank", "at most 20 ships sank", "more than 20 against at most 20 ships."),
        ("about 20 ships sank", "30 ships sank", "about 20 against 30 ships."),
        ("nearly 50 ships sank", "more than 55 ships sank", "nearly 50 against more than 55 ships."),
        ("over 100 people died", "over 5,000 people died", "over 100 against over 5,000 people."),
        ("up to 600 trucks enter", "up to 400 trucks enter", "up to 600 against up to 400 trucks."),
        ("at most 40 percent of it", "between 3 and 48 percent of it", "at most 40 against between 3 and 48 percent."),
        ("warming below 1.5 degrees", "warming below 2 degrees", "below 1.5 against below 2 degrees."),
        ("from 145 percent to 30 percent", "from 145 percent to 10 percent", "30 against 10 percent."),
        ("a third of the seats", "40 percent of the seats", "a third against 40 percent."),
        ("the third round of talks", "the fourth round of talks", "third against fourth."),
        ("it peaked at number 36", "it peaked higher than 36", "36 against higher than 36."),
        ("zero ships sank", "5 ships sank", "zero against 5 ships."),
        ("they pay £5 million", "they pay 7 million pounds", "£5 million against 7 million pounds."),
        ("a 17-year-old boy", "a boy aged 15", "17-year-old against 15."),
        ("20 km from the border", "20 miles from the border", "20 km against 20 miles."),
        ("175 prisoners each", "340 prisoners", "175 against 340 prisoners."),
    ],
)
def test_compare_quantities__numbers_that_cannot_both_hold__conflict(left: str, right: str, expected: str) -> None:
    assert brief(left, right) == [("conflict", expected)]
    assert [v for v, _ in brief(right, left)] == ["conflict"]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("It has more than 25 million subscribers.", "It has 26 million subscribers."),
        ("It has more than 25 million subscribers.", "It has over 20 million subscribers."),
        ("about 20 drones fell", "19 drones fell"),
        ("nearly 35 percent of cases", "less than 40 percent of cases"),
        ("just over 50 ships sank", "52 ships sank"),
        ("nearly 22 ships sank", "22 ships sank"),
        ("nearly 22 ships sank", "about 22 ships sank"),
        ("2.5 million votes were cast", "2,483,000 votes were cast"),
        ("inflation of 2.6 percent", "inflation of 2.57 percent"),
        ("fewer than 20 people were hurt", "fewer than 30 people were hurt"),
        ("at least 12 people died", "at least 15 people died"),
        ("between 5 and 10 ships sank", "7 ships sank"),
        ("dozens of ships sank", "40 ships sank"),
        ("a third of the seats", "33 percent of the seats"),
        ("175 prisoners each", "350 prisoners"),
        ("warming below 1.5 degrees", "limit warming to 1.5°C"),
        ("tariffs rise by 20 percent this year to 3 ships", "tariffs rise by 20 percent to 3 or 4 ships"),
    ],
)
def test_compare_quantities__numbers_that_may_both_hold__partial(left: str, right: str) -> None:
    assert {v for v, _ in brief(left, right)} == {"partial"}
    assert {v for v, _ in brief(right, left)} == {"partial"}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Mexico sends 10,000 National Guard troops.", "Mexico deploys ten thousand guardsmen."),
        ("It spends 2.5 percent of it.", "It spends two and a half per cent of it."),
        ("They speak for 30 days.", "They speak for 90 days."),
        ("Nothing was said.", "They released 5 soldiers."),
        ("It fell by 20 percent.", "It fell to 20 percent."),
        ("600 trucks a day", "300 trucks a week"),
        ("in the second round", "the fifth president"),
        ("they pay $5", "they pay €7"),
        ("they cancel 240 flights", "they cancel the rights of 10,000 attendants"),
    ],
)
def test_compare_quantities__same_or_not_comparable__no_conflict(left: str, right: str) -> None:
    assert "conflict" not in {v for v, _ in brief(left, right)}
    assert "conflict" not in {v for v, _ in brief(right, left)}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param("30 people were hurt.", "20 protesters and 10 officers were hurt.", id="parts that add up"),
        pytest.param("All 298 people on board died.", "196 of the 298 victims were Dutch.", id="a share of the whole"),
    ],
)
def test_compare_quantities__parts_and_whole__no_conflict(left: str, right: str) -> None:
    assert {found.verdict.value for found in evidence(left, right)} == {"partial"}


def test_compare_quantities__same_thing_counted__sum_is_no_excuse() -> None:
    found = evidence("30 officers were hurt.", "20 officers and 10 dogs were hurt.")
    assert "conflict" in {one.verdict.value for one in found}


def test_compare_quantities__several_numbers__paired_by_what_they_count() -> None:
    left = "There are 62 cases, 47 in Hamburg, and two deaths."
    right = "Two people died; of 62 cases 45 are in Hamburg."
    assert brief(left, right) == [("conflict", "47 against 45.")]
    assert brief("The film cost $129 million.", "It took $158 million on a budget of $129 million.") == [
        ("partial", "Only one side says $158 million."),
    ]


def test_compare_quantities__number_without_counterpart__partial_on_its_side() -> None:
    found = evidence("They hold two towns and 40 villages.", "They hold two towns.")
    assert [(e.rule, e.left and e.left.words, e.right) for e in found] == [("quantity-alone", "40 villages", None)]
    found = evidence("They hold two towns.", "They hold two towns and 40 villages.")
    assert [(e.rule, e.left, e.right and e.right.words) for e in found] == [("quantity-alone", None, "40 villages")]


def test_compare_quantities__counts_of_other_things__said_so() -> None:
    left, right = "They cancel about 240 flights.", "They defy 10,000 attendants."
    assert brief(left, right) == [
        ("partial", "about 240 flights against 10,000 attendants; perhaps of different things."),
    ]


def test_compare_quantities__terms__different_limits_are_opposed() -> None:
    left, right = "The allies will spend at least 3 percent on it.", "The allies will spend at least 5 percent on it."
    assert brief(left, right) == [("conflict", "at least 3 against at least 5 percent.")]


TEMPLATES = (
    "Moscow and Kyiv will each release {} captured soldiers.",
    "The fund gives {} million euros to the region.",
    "Prices rose by {} percent in the capital.",
    "The zone is {} kilometres wide.",
    "It came to number {} in the charts.",
    "A total of {} was reported.",
)


@given(st.sampled_from(TEMPLATES), st.integers(2, 900), st.integers(2, 900))
def test_compare_quantities__number_changed__difference(template: str, one: int, other: int) -> None:
    found = evidence(template.format(one), template.format(other))
    assert bool(found) == (one != other)
    rounded = abs(one - other) <= 5 and (one % 10 == 0 or other % 10 == 0)  # 265 may be told as 270
    may_be_partial = "total" in template or rounded
    assert {e.verdict.value for e in found} <= ({"conflict", "partial"} if may_be_partial else {"conflict"})


NUMBERS = st.integers(-50, 5000).map(Decimal) | st.decimals(0, 100, places=1)


@st.composite
def stated_numbers(draw: st.DrawFn) -> Stated:
    low, high = sorted([draw(NUMBERS), draw(NUMBERS)])
    comparator = draw(st.sampled_from(Comparator))
    return Stated(low, high if comparator is Comparator.BETWEEN else low, comparator, draw(st.booleans()))


@given(stated_numbers(), stated_numbers(), st.booleans())
def test_fit__any_two_numbers__symmetric(a: Stated, b: Stated, terms: bool) -> None:
    assert fit(a, b, terms=terms) is fit(b, a, terms=terms)
    assert fit(a, a, terms=terms) is Fit.SAME


@pytest.mark.parametrize(
    ("value", "counted", "expected"),
    [
        ("2500000", True, "100000"),
        ("20000000", True, "1000000"),
        ("159937", True, "0"),
        ("159937", False, "1"),
        ("52.6", False, "0.1"),
        ("50", False, "1"),
        ("500", True, "0"),
        ("0", False, "0"),
    ],
)
def test_step__value__place_of_rounding(value: str, counted: bool, expected: str) -> None:
    assert step(Decimal(value), counted) == Decimal(expected)


def test_against__shared_ending__said_once() -> None:
    assert against("175 captured soldiers", "157 captured soldiers") == "175 against 157 captured soldiers"
    assert against("from 2027", "By 2027") == "from 2027 against By 2027"
    assert against("today", "today") == "today against today"


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 4), st.integers(0, 4)), max_size=12))
def test_assign__sides_swapped__mirrored(rows: list[tuple[int, int, int]]) -> None:
    unique = {(i, j): float(score) for score, i, j in rows}
    scores = [(score, i, j) for (i, j), score in unique.items()]
    pairs = {(i, j) for _, i, j in assign(scores)}
    assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)
    assert [score for score, _, _ in assign(scores)] == sorted((s for s, _, _ in assign(scores)), reverse=True)
