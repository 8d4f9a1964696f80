"""What one finder leaves to another when a text is read."""

import pytest

from claimdiff.language.lexicon import load_lexicon
from claimdiff.language.read import read

LEXICON = load_lexicon()


@pytest.mark.parametrize(
    ("text", "negations"),
    [
        pytest.param("Tariffs will not exceed 15%.", 0, id="a limit negates nothing"),
        pytest.param("Tariffs will not rise by 15%.", 1, id="a verb is negated"),
        pytest.param("None of the 15 came.", 1, id="nobody"),
    ],
)
def test_read__not_in_a_quantity__no_negation(text: str, negations: int) -> None:
    assert len(read(text, lexicon=LEXICON).negations) == negations


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        pytest.param("The ban was lifted in May 2024.", 0, id="the month"),
        pytest.param("The ban may last.", 1, id="the verb"),
    ],
)
def test_read__may__a_step_only_outside_a_date(text: str, steps: int) -> None:
    assert [step.level for step in read(text, lexicon=LEXICON).commitments].count("possible") == steps
