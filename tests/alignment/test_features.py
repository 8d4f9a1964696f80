import pytest
from alignment.builders import LEXICON, readings

from claimdiff.alignment.features import FEATURES, LESS_COVERED, MORE_COVERED, TIME, chain, meetings, values, words
from claimdiff.alignment.ties import Ties, Weighed
from claimdiff.alignment.units import profiles


def weighed(left: str, right: str) -> tuple[Weighed, Weighed, Ties]:
    ours, theirs = profiles(readings(left)), profiles(readings(right))
    ties = Ties(ours, theirs, LEXICON)
    return ties.weigh(ours[0]), ties.weigh(theirs[0]), ties


def features(left: str, right: str) -> dict[str, float]:
    ours, theirs, ties = weighed(left, right)
    return dict(zip(FEATURES, values(ours, theirs, meetings(ours, theirs, ties)), strict=True))


def test_values__nothing_shared__all_zero() -> None:
    assert set(features("Zorbling.", "Quuxing.").values()) == {0.0}


def test_values__nothing_said__all_zero() -> None:
    assert set(features("", "").values()) == {0.0}


def test_values__same_text__covered_the_more_it_says() -> None:
    short = features("Zorbling quuxing.", "Zorbling quuxing.")
    long = features("Zorbling quuxing blorped frimly.", "Zorbling quuxing blorped frimly.")
    for found in (short, long):
        assert found[LESS_COVERED] == found[MORE_COVERED]
    assert 0.5 < short[MORE_COVERED] < long[MORE_COVERED] < 1.0


def test_values__one_side_says_more__covered_less() -> None:
    found = features("Zorbling.", "Zorbling quuxing.")
    assert 0.2 < found[LESS_COVERED] < found[MORE_COVERED] < 0.5


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Moscow and Kyiv agreed on a truce.", "Russia said the ceasefire with Ukraine holds."),
        ("The union rejected the offer of the company.", "Workers turned the proposal of the firm down."),
        ("Strikes on power plants stopped.", "Attacks against the energy grid were halted by the strike."),
    ],
)
def test_values__sides_swapped__same_to_the_last_bit(left: str, right: str) -> None:
    assert features(left, right) == features(right, left)


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Moscow freed 175 prisoners.", "Moscow freed 12 prisoners."),
        ("Moscow freed prisoners.", "Moscow never freed prisoners."),
        ("Moscow freed prisoners on 19 March.", "Moscow freed prisoners on 4 May."),
        ("Moscow will free prisoners.", "Moscow would free prisoners."),
    ],
    ids=["number", "negation", "time", "modal"],
)
def test_values__conflict_in_a_number_or_the_like__same_as_without(text: str, other: str) -> None:
    assert features("Moscow freed prisoners.", text) == features("Moscow freed prisoners.", other)


def test_chain__unit_alike_to_two__only_the_strongest_tie() -> None:
    ours, theirs, ties = weighed("A truce.", "A truce and a ceasefire.")
    found = meetings(ours, theirs, ties)
    assert len(found) == 2
    assert [(m.left, m.right) for m in chain(found)] == [(0, 0)]


def test_words__tie__named_under_its_kind_and_what_it_covers() -> None:
    ours, theirs, ties = weighed("Zorbling.", "Zorbling quuxing.")
    found = words(ours, theirs, meetings(ours, theirs, ties))
    assert {name: pair for name, pair in found.items() if pair != ("", "")} == {
        "same word": ("Zorbling", "Zorbling"),
        LESS_COVERED: ("Zorbling", "Zorbling"),
        MORE_COVERED: ("Zorbling", "Zorbling"),
    }


@pytest.mark.parametrize(
    ("left", "right", "shared"),
    [
        (
            "The offer of 23 September was final.",
            "It condemned the September 23 offer.",
            ("23 September", "September 23"),
        ),
        ("Fighting stops for 30 days.", "A truce of thirty days was agreed.", ("30 days", "thirty days")),
        ("The offer of 23 September was final.", "It condemned the offer of 24 September.", ("", "")),
        ("It began at 9 am.", "It ended at 9 am.", ("", "")),
    ],
    ids=["day", "duration", "another day", "clock"],
)
def test_values__times__only_shared_ones_count(left: str, right: str, shared: tuple[str, str]) -> None:
    ours, theirs, ties = weighed(left, right)
    found = meetings(ours, theirs, ties)
    assert (features(left, right)[TIME] > 0.0) == bool(shared[0])
    assert words(ours, theirs, found)[TIME] == shared
