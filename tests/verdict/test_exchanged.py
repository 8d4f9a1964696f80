"""The same words with those who act exchanged."""

import pytest

from claimdiff.language.lexicon import load_lexicon
from claimdiff.language.read import read
from claimdiff.verdict.contrast import contrast
from claimdiff.verdict.exchanged import compare_exchanged

LEXICON = load_lexicon()


def holds(left: list[str], right: list[str]) -> bool:
    c = contrast([read(t, lexicon=LEXICON) for t in left], [read(t, lexicon=LEXICON) for t in right])
    found = bool(list(compare_exchanged(c)))
    assert found is bool(list(compare_exchanged(c.mirrored())))
    return found


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param("The club owes the player 2 million.", "The player owes the club 2 million.", id="nouns"),
        pytest.param("Peru apologised to Chile.", "Chile apologised to Peru.", id="states"),
        pytest.param(
            "Peru shelled the Chilean camp.", "Chile shelled the Peruvian camp.", id="a state and its adjective"
        ),
        pytest.param("The buyer sued a seller.", "A seller sued the buyer.", id="articles aside"),
        pytest.param(
            "The guild said management walked out.", "Management said the guild walked out.", id="who tells it of whom"
        ),
    ],
)
def test_compare_exchanged__all_else_the_same__holds(left: str, right: str) -> None:
    assert holds([left], [right])


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param("Peru met Chile.", "Chile met Peru.", id="a mutual verb"),
        pytest.param("Peru thanked Chile.", "Chile thanked Peru.", id="a courtesy"),
        pytest.param("Peru trusts Chile.", "Chile trusts Peru.", id="a feeling"),
        pytest.param("Peru and Chile signed it.", "Chile and Peru signed it.", id="a list"),
        pytest.param("Peru sued Chile.", "Chile sued Peru twice.", id="more said"),
        pytest.param("Peru sued Chile.", "Chile sued Bolivia.", id="a third"),
        pytest.param("It rose 3 from 5.", "It rose 5 from 3.", id="numbers"),
        pytest.param("Trade unions marched.", "Unions trade marched.", id="side by side"),
        pytest.param("They went to and after it.", "They went after and to it.", id="function words"),
    ],
)
def test_compare_exchanged__may_both_be_or_is_the_same__none(left: str, right: str) -> None:
    assert not holds([left], [right])


def test_compare_exchanged__several_texts_on_a_side__none() -> None:
    assert not holds(["Peru sued Chile.", "It was in May."], ["Chile sued Peru."])
