"""What is read as a quantity, and how."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimdiff.language.lexicon import load_lexicon
from claimdiff.language.numerals import parse_digits
from claimdiff.language.quantities import find_quantities
from claimdiff.language.reading import Quantity
from claimdiff.language.tokens import tokenize

LEXICON = load_lexicon()


def quantities(text: str) -> tuple[Quantity, ...]:
    return find_quantities(tokenize(text, LEXICON.function, LEXICON.stem), LEXICON)


def brief(text: str) -> list[str]:
    """Return each quantity as "comparator low-high kind unit [words]"."""
    found = []
    for q in quantities(text):
        number = f"{q.low.normalize():f}" if q.low == q.high else f"{q.low.normalize():f}..{q.high.normalize():f}"
        found.append(f"{q.comparator.value} {number} {q.kind} {q.unit or '-'} [{text[q.start : q.end]}]")
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ten thousand guardsmen", "exactly 10000 count guardsmen [ten thousand guardsmen]"),
        ("10,000 National Guard troops", "exactly 10000 count troop [10,000 National Guard troops]"),
        ("175 captured soldiers will return", "exactly 175 count soldier [175 captured soldiers]"),
        ("two and a half per cent", "exactly 2.5 percent percent [two and a half per cent]"),
        ("twenty-one sailors", "exactly 21 count sailor [twenty-one sailors]"),
        ("one hundred and fifty-six trucks", "exactly 156 count truck [one hundred and fifty-six trucks]"),
        ("three point two million votes", "exactly 3200000 count vote [three point two million votes]"),
        ("a million and a half people", "exactly 1500000 count peopl [a million and a half people]"),
        ("half a million euros", "exactly 500000 money eur [half a million euros]"),
        ("half-a-million euros", "exactly 500000 money eur [half-a-million euros]"),
        ("a dozen rockets", "exactly 12 count rocket [a dozen rockets]"),
        ("a couple of ships", "exactly 2 count ship [a couple of ships]"),
        ("2½ tonnes", "exactly 2500 measure mass [2½ tonnes]"),
        ("½ a tonne", "exactly 0.5 bare - [½]"),
        ("zero casualties", "exactly 0 count casualti [zero casualties]"),
        ("dozens of people", "at least 24 count peopl [dozens of people]"),
        ("tens of thousands of Russians", "at least 20000 count russian [tens of thousands of Russians]"),
        ("scores of villagers", "at least 40 count villag [scores of villagers]"),
        ("billions of yen", "at least 2000000000 money jpy [billions of yen]"),
        ("one case of cholera", "exactly 1 count case [one case]"),
        ("three US soldiers", "exactly 3 count soldier [three US soldiers]"),
        ("157 dead", "exactly 157 count dead [157 dead]"),
        ("17 other people injured", "exactly 17 count peopl [17 other people]"),
        ("12 police officers", "exactly 12 count offic [12 police officers]"),
        ("a 52-page memo", "exactly 52 count page [52-page]"),
        ("8.958 people", "exactly 8958 count peopl [8.958 people]"),
        ("two and a nice ship", "exactly 2 bare - [two]"),
        ("two thousand million barrels", "exactly 2000000000 measure barrel [two thousand million barrels]"),
        ("125 out of 327 active cases", "exactly 125 bare - [125]"),
        ("5 ships wholly", "exactly 5 count ship [5 ships]"),
        ("1 plan largely", "exactly 1 count plan [1 plan]"),
        ("1 deal made", "exactly 1 count deal [1 deal]"),
        ("one probably", "exactly 1 bare - [one]"),
        ("EU won 5 ships", "exactly 5 count ship [5 ships]"),
        ("UAE 5 ships", "exactly 5 count ship [5 ships]"),
        ("UNO 5 ships", "exactly 5 count ship [5 ships]"),
        ("YEN 5", "exactly 5 money jpy [YEN 5]"),
        ("they 5 won", "exactly 5 money krw [5 won]"),
        ("five won", "exactly 5 bare - [five]"),
        ("40 and over $5", "exactly 40 bare - [40]"),
        ("Ukraine 5 ships", "exactly 5 count ship [5 ships]"),
        ("rose from 5 to 10 ships", "exactly 5 bare - [5]"),
        ("a hundred thousand troops", "exactly 100000 count troop [a hundred thousand troops]"),
    ],
)
def test_find_quantities__counts__number_and_noun(text: str, expected: str) -> None:
    assert brief(text)[0] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("$2.5bn", "exactly 2500000000 money usd [$2.5bn]"),
        ("US$40 million", "exactly 40000000 money usd [US$40 million]"),
        ("A$5", "exactly 5 money aud [A$5]"),
        ("$620+ million", "exactly 620000000 money usd [$620+ million]"),
        ("€1.2 million", "exactly 1200000 money eur [€1.2 million]"),
        ("5 €", "exactly 5 money eur [5 €]"),
        ("EUR 5 million", "exactly 5000000 money eur [EUR 5 million]"),
        ("Rs. 200 crore", "exactly 2000000000 money inr [Rs. 200 crore]"),
        ("Rs 10 lakh", "exactly 1000000 money inr [Rs 10 lakh]"),
        ("2.3 million won", "exactly 2300000 money krw [2.3 million won]"),
        ("$40 billion a year", "exactly 40000000000 money usd/year [$40 billion]"),
        ("$500 per household", "exactly 500 money usd/household [$500]"),
        ("€300 monthly", "exactly 300 money eur/month [€300]"),
        ("30%", "exactly 30 percent percent [30%]"),
        ("0.5 percentage points", "exactly 0.5 measure percentage-point [0.5 percentage points]"),
        ("two %-points", "exactly 2 measure percentage-point [two %-points]"),
        ("1.5°C", "exactly 1.5 measure celsius [1.5°C]"),
        ("1.5 degrees", "exactly 1.5 measure celsius [1.5 degrees]"),
        ("100°F", "exactly 100 measure fahrenheit [100°F]"),
        ("90° turn", "exactly 90 measure celsius [90°]"),
        ("5 km", "exactly 5000 measure length [5 km]"),
        ("a 30-kilometre zone", "exactly 30000 measure length [30-kilometre]"),
        ("500 km per hour", "exactly 500 measure speed [500 km per hour]"),
        ("30 km/h", "exactly 30 measure speed [30 km/h]"),
        ("six feet, two inches", "exactly 1.8796 measure length [six feet, two inches]"),
        ("3 tonnes and 20 tonnes", "exactly 3000 measure mass [3 tonnes]"),
        ("a 17-year-old boy", "exactly 17 measure age [17-year-old]"),
        ("5 years of age", "exactly 5 measure age [5 years of age]"),
        ("aged 17", "exactly 17 measure age [17]"),
        ("at the age of sixteen", "exactly 16 measure age [sixteen]"),
        ("older than 7 years", "more than 7 measure age [older than 7]"),
        ("a third of the seats", "exactly 0.3333333333333333333333333333 ratio - [a third]"),
        ("one quarter said no", "exactly 1 count quarter [one quarter]"),
        ("two thirds of voters", "exactly 0.6666666666666666666666666667 ratio - [two thirds]"),
        ("half the budget", "exactly 0.5 ratio - [half]"),
        ("one in four households", "exactly 0.25 ratio - [one in four]"),
        ("one in every five homes", "exactly 0.2 ratio - [one in every five]"),
        ("60 out of 100", "exactly 60 ratio of 100 [60 out of 100]"),
        ("a mark of 6.3/10", "exactly 6.3 ratio of 10 [6.3/10]"),
        ("4 out of 5 doctors", "exactly 0.8 ratio - [4 out of 5]"),
    ],
)
def test_find_quantities__units_and_shares__base_unit(text: str, expected: str) -> None:
    assert brief(text)[0] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("more than 25 million subscribers", "more than 25000000 count subscrib [more than 25 million subscribers]"),
        ("not more than 5 men", "at most 5 count men [not more than 5 men]"),
        ("no fewer than 5 men", "at least 5 count men [no fewer than 5 men]"),
        ("does not exceed 5 men", "at most 5 count men [not exceed 5 men]"),
        ("it never topped 40 percent", "at most 40 percent percent [never topped 40 percent]"),
        ("not accept anything less than $5", "at least 5 money usd [not accept anything less than $5]"),
        ("cannot pay more than $5", "at most 5 money usd [cannot pay more than $5]"),
        ("up to 600 trucks", "at most 600 count truck [up to 600 trucks]"),
        ("as many as 19 officers", "at most 19 count offic [as many as 19 officers]"),
        ("limit the rise to 1.5 degrees", "at most 1.5 measure celsius [to 1.5 degrees]"),
        ("under $10", "less than 10 money usd [under $10]"),
        ("about 20 drones", "about 20 count drone [about 20 drones]"),
        ("an estimated 50 ships", "about 50 count ship [estimated 50 ships]"),
        ("nearly 50 ships", "less than 45..50 count ship [nearly 50 ships]"),
        ("just over 45 ships", "more than 45..50 count ship [just over 45 ships]"),
        ("in excess of 45 ships", "more than 45 count ship [in excess of 45 ships]"),
        ("between 5 and 10 drones", "between 5..10 count drone [between 5 and 10 drones]"),
        ("between 5% and 10%", "between 5..10 percent percent [between 5% and 10%]"),
        ("about 5 to 10 drones", "between 5..10 count drone [about 5 to 10 drones]"),
        ("$5-10 million", "between 5000000..10000000 money usd [$5-10 million]"),
        ("$5 to $10 million", "between 5000000..10000000 money usd [$5 to $10 million]"),
        ("30 people or more", "at least 30 count peopl [30 people or more]"),
        ("100+ drones", "at least 100 count drone [100+ drones]"),
        ("a 40% maximum", "at most 40 percent percent [40% maximum]"),
        ("only three ships", "exactly 3 count ship [only three ships]"),
    ],
)
def test_find_quantities__bounds__comparator(text: str, expected: str) -> None:
    assert brief(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("placed 42nd", "exactly 42 ordinal - [42nd]"),
        ("the third round", "exactly 3 ordinal round [third]"),
        ("the third-largest chain", "exactly 3 ordinal chain [third]"),
        ("the second and third highest scores", "exactly 2 ordinal score [second]"),
        ("ranks it fourth among schools", "exactly 4 ordinal - [fourth]"),
        ("peaked at number 36", "exactly 36 ordinal - [36]"),
        ("debuted at number one", "exactly 1 ordinal - [one]"),
        ("No. 36 on the list", "exactly 36 ordinal - [36]"),
        ("a ranking of 29", "exactly 29 ordinal - [29]"),
        ("ranked lower than # 5", "more than 5 ordinal - [lower than # 5]"),
        ("peaked higher than 35", "less than 35 ordinal - [higher than 35]"),
    ],
)
def test_find_quantities__ranks__ordinal(text: str, expected: str) -> None:
    assert brief(text)[0] == expected


@pytest.mark.parametrize(
    "text",
    [
        "COVID-19 spread",
        "the G7 leaders",
        "under Article 5 of the treaty",
        "Resolution 2254 stands",
        "phase 2 of the deal",
        "an F-16 jet",
        "open 24/7",
        "at 10 Downing Street",
        "4 Minutes is a song",
        "the Big Three agreed",
        "agent 007 returned",
        "Fallout 76 garnered negative reviews",
        "at 30 Rockefeller Center",
        "the top 40 songs",
        "call 555-1234-99",
        "they lost 3-1",
        "PlayStation 4 was sold",
        "in 2025, on 18 March and at 11:40 a.m.",
        "for 30 days",
        "one of the largest",
        "no one came",
        "first of all",
        "the first",
        "he had first proposed it",
        "he at first refused",
        "third countries",
        "the Ninth Circuit",
        "a gig on the 12th",
        "half asleep, a quarter asleep",
        "1.2.3.4567",
        "a third time, a third round each",
        "",
    ],
)
def test_find_quantities__no_quantity__nothing(text: str) -> None:
    assert [q for q in brief(text) if "ordinal round" not in q] == []


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("cut from 145 percent to 30 percent", ["from", "to"]),
        ("to 30%, down from 145%", ["", "from"]),
        ("rose by 20%", ["by"]),
        ("stood by 20%", [""]),
        ("a 20% increase", ["by"]),
        ("an increase of 20%", ["by"]),
        ("spend 20% on it", [""]),
    ],
)
def test_find_quantities__change__by_from_to(text: str, changes: list[str]) -> None:
    assert [q.change for q in quantities(text)] == changes


@pytest.mark.parametrize(
    ("text", "each"),
    [
        ("will each release 175 soldiers", True),
        ("175 soldiers each", True),
        ("175 soldiers each year", False),
        ("175 soldiers per side", True),
        ("175 for 175", True),
        ("175-for-175", True),
        ("175 soldiers", False),
    ],
)
def test_find_quantities__each__marked(text: str, each: bool) -> None:
    assert [q.each for q in quantities(text)] == [each]


def test_find_quantities__elliptic_counts__noun_of_the_count_before() -> None:
    found = quantities("There are 93 cases, 59 in Hamburg and 34 in Berlin, 7 of them grave.")
    assert [(int(q.low), q.unit) for q in found] == [(93, "case"), (59, "case"), (34, "case"), (7, "case")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the confirmed cases reached 402", ("count", "case", ("confirm", "case"))),
        ("a score of 56 based on it", ("bare", "score", ("score",))),
        ("it was 56", ("bare", "", ())),
        ("a total of 56", ("bare", "", ())),
        ("reportedly is 56", ("bare", "", ())),
    ],
)
def test_find_quantities__noun_before__taken(text: str, expected: tuple[str, str, tuple[str, ...]]) -> None:
    assert [(q.kind, q.unit, q.head) for q in quantities(text)] == [expected]


def test_find_quantities__percent_of__head_says_of_what() -> None:
    assert [q.head for q in quantities("35 percent of known national cases")] == [("known", "nation", "case")]
    assert [q.head for q in quantities("12 cases of the new flu in Rome")] == [("case", "new", "flu")]


@pytest.mark.parametrize(
    ("digits", "value"),
    [
        ("1500", "1500"),
        ("1,500", "1500"),
        ("1,5", "1.5"),
        ("1,234.5", "1234.5"),
        ("1.234.567", "1234567"),
        ("1.2.3", None),
    ],
)
def test_parse_digits__commas_and_points__value(digits: str, value: str | None) -> None:
    assert parse_digits(digits) == (None if value is None else Decimal(value))


SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def spell(number: int) -> str:
    """Write a number in words, as British English has them."""
    if number < 20:
        return SMALL[number]
    if number < 100:
        return TENS[number // 10 - 2] + (f"-{SMALL[number % 10]}" if number % 10 else "")
    for size, name in ((1_000_000, "million"), (1_000, "thousand"), (100, "hundred")):
        if number >= size:
            rest = number % size
            join = " and " if 0 < rest < 100 else " "
            return f"{spell(number // size)} {name}" + (join + spell(rest) if rest else "")
    raise AssertionError(number)


@given(st.integers(2, 999_999_999), st.sampled_from(["drones", "prisoners of war", "percent", "euros", "kilometres"]))
def test_find_quantities__digits_or_words__same_quantity(number: int, unit: str) -> None:
    plain = [(q.low, q.high, q.kind, q.unit, q.comparator, q.head) for q in quantities(f"They gave {number:,} {unit}.")]
    words = [
        (q.low, q.high, q.kind, q.unit, q.comparator, q.head) for q in quantities(f"They gave {spell(number)} {unit}.")
    ]
    assert plain == words
    assert len(plain) == 1


@given(st.text(alphabet="0123456789 ,.-–/%$€abhn one two half a third and hundred million of in to from", max_size=60))
def test_find_quantities__any_text__spans_in_order(text: str) -> None:
    found = quantities(text)
    assert all(q.low <= q.high and q.first < q.last and text[q.start : q.end] for q in found)
    assert all(a.last <= b.last for a, b in pairwise(found))
