"""Which words of two sides correspond, and which stand on one side only."""

import pytest

from claimdiff.language.lexicon import load_lexicon
from claimdiff.language.read import read
from claimdiff.verdict.contrast import Contrast, contrast

LEXICON = load_lexicon()


def of(left: str, right: str) -> Contrast:
    return contrast([read(left, lexicon=LEXICON)], [read(right, lexicon=LEXICON)])


def only(c: Contrast) -> tuple[list[str], list[str]]:
    return [c.left.token(w).text for w in c.left_only], [c.right.token(w).text for w in c.right_only]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("Peru opened the mine.", "Peru opened the mine.", ([], [])),
        ("Peru opened the mine.", "Peru opened the port.", (["mine"], ["port"])),
        ("A truce holds.", "A ceasefire holds.", ([], [])),
        ("London agrees.", "The United Kingdom agrees.", ([], [])),
        ("Peru said Peru waits.", "Peru waits.", ([], [])),
    ],
)
def test_contrast__stem_concept_actor__corresponds(
    left: str, right: str, expected: tuple[list[str], list[str]]
) -> None:
    assert only(of(left, right)) == expected


def test_contrast__mirrored__sides_exchanged() -> None:
    c = of("Peru opened a mine.", "Peru opened a port in Lima.")
    mirrored = c.mirrored()
    assert only(mirrored) == only(c)[::-1]
    assert (mirrored.left_cover, mirrored.right_cover) == (c.right_cover, c.left_cover)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("The soup is too hot.", "The soup is too cold.", True),
        ("The soup is too hot.", "Nobody likes to wait in the rain for hours.", False),
        ("Ministers met in June.", "Ministers met in June and then they spoke at length of fish off Iceland.", False),
        (" ".join(["word"] * 200), "The soup is hot.", False),
    ],
)  # fmt: skip
def test_contrast__wordings_of_one_sentence__close(left: str, right: str, expected: bool) -> None:
    assert of(left, right).close is expected


def test_contrast__no_content_words__covered() -> None:
    c = of("of the", "to the")
    assert (c.left_cover, c.right_cover) == (1.0, 1.0)


def test_contrast__one_value_in_other_words__corresponds_but_makes_no_wording_of_one_sentence() -> None:
    c = of("the talks lasted 48 hours", "speakers argued for two days")
    assert [c.left.token(word).lower for word in c.left_only] == ["talks", "lasted"]
    assert c.close is False


def test_beside__beside_corresponding_words__true() -> None:
    c = of("a red boat sank", "a blue boat sank")
    assert c.beside(c.left_only[0], c.right_only[0], -1) is True


def test_beside__nothing_around_corresponds__false() -> None:
    c = of("three red kites fell", "many blue plates rose today")
    assert c.beside((0, 1), (0, 1), 1) is False


def test_minimal__more_than_one_word_elsewhere__false() -> None:
    c = of("Peru opened a mine near Lima yesterday", "Peru opened a port")
    assert c.minimal() is False


def test_place__words__verbatim_with_offsets() -> None:
    c = of("Peru opened  a mine.", "Chile.")
    place = c.left.place(0, 1, 4)
    assert (place.index, place.start, place.end, place.words) == (0, 5, 19, "opened  a mine")


@pytest.mark.parametrize(
    ("text", "expected"), [("Peru waits.", True), ("It said so.", True), ("The soup is hot.", False)]
)
def test_partisan__actor_or_report__true(text: str, expected: bool) -> None:
    assert of(text, "x").left.partisan is expected
