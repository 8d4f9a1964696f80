"""What nobody said: denied subjects, suppositions and questions; silence; words that begin a clause after "said"."""

import pytest

from claimdiff.drafting.attribute import attribute
from claimdiff.drafting.statements import Where
from claimdiff.language.lexicon import load_lexicon
from drafting.told import parties


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Neither Acme Ltd nor the Harbour Trust said that the deal was off.", id="neither-nor"),
        pytest.param("Neither Sweden nor Norway backed the treaty.", id="neither-nor-states"),
        pytest.param("None of the lenders accepted the offer.", id="none-of"),
        pytest.param("Few pilots said it was safe.", id="few"),
        pytest.param("Not one of the directors denied it.", id="not-one"),
        pytest.param("No minister confirmed the figure.", id="no"),
        pytest.param("Nobody at Acme Ltd admitted that.", id="nobody-at"),
        pytest.param("“That is untrue,” said nobody at Acme Ltd.", id="after-the-verb"),
        pytest.param("Had Acme Ltd accepted the offer, jobs would be safe.", id="had"),
        pytest.param("Should the Harbour Trust refuse the offer, work stops.", id="should"),
        pytest.param("Did Acme Ltd deny the charge?", id="question"),
        pytest.param("A driver, speaking on condition of anonymity, said the mayor was cross.", id="anonymous"),
    ],
)
def test_attribute__said_by_nobody__no_statement(text: str) -> None:
    assert parties(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("A few words later Acme Ltd denied the charge.", ["Acme Ltd"], id="a-few"),
        pytest.param("Acme Ltd denied the charge, but few believed it.", ["Acme Ltd"], id="few-later"),
        pytest.param("Few believed it, but Acme Ltd denied the charge.", ["Acme Ltd"], id="few-before"),
        pytest.param("The Harbour Trust puts the number of dead at seven.", ["Harbour Trust"], id="number-in-letters"),
        pytest.param("The Harbour Trust put the cost at fewer than 900 crowns.", ["Harbour Trust"], id="fewer-than"),
    ],
)
def test_attribute__few_elsewhere_and_amounts__still_speaks(text: str, expected: list[str]) -> None:
    assert parties(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Acme Ltd would not say how much it paid.", id="would-not-say"),
        pytest.param("Neither company mentioned the leak.", id="neither"),
        pytest.param("The Harbour Trust failed to say when it knew.", id="failed-to-say"),
        pytest.param("An Acme Ltd spokeswoman would not discuss it.", id="discuss"),
    ],
)
def test_attribute__silence__is_a_note(text: str) -> None:
    assert [one.where for one in attribute(text, lexicon=load_lexicon()).placements] == [Where.NOTE]


def test_attribute__title_at_the_start__is_in_the_sentence() -> None:
    found = attribute("Dr. Jo Lee said it was late.", lexicon=load_lexicon())
    assert [one.sentence.text for one in found.placements] == ["Dr. Jo Lee said it was late."]
