"""What a speaker says beside the quoted words is never lost, and a quoted sentence is never cut in two."""

import pytest

from claimdiff.drafting.attribute import attribute
from claimdiff.drafting.statements import Statement
from claimdiff.language.lexicon import load_lexicon
from claimdiff.vocabulary import Voice


def told(text: str) -> list[Statement]:
    return list(attribute(text, lexicon=load_lexicon()).statements)


QUOTE = "The lock gates have been stuck since the flood and nobody came"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"“{QUOTE},” said Ida Ek of Osk Canal Trust, adding that it had written twice.", id="adding"),
        pytest.param(f"“{QUOTE},” said Osk Canal Trust, accusing the port of a lie.", id="accusing"),
        pytest.param(f"“{QUOTE},” said Osk Canal Trust, blaming the port.", id="no-verb-of-speech"),
        pytest.param(f"“{QUOTE},” said Osk Canal Trust, and accused the port of a lie.", id="and"),
        pytest.param(f"“{QUOTE},” said Ida Ek of Osk Canal Trust, but she denied that it was late.", id="but-she"),
        pytest.param(f"“{QUOTE},” said Ida Ek of Osk Canal Trust, who denied that it was late.", id="who"),
        pytest.param(f"“{QUOTE},” said Ida Ek of Osk Canal Trust, who also called for a new pier.", id="who-also"),
        pytest.param(f"“{QUOTE},” Osk Canal Trust said, adding that it had written twice.", id="name-first"),
        pytest.param(f"“{QUOTE},” Osk Canal Trust said on Monday, warning that boats would sink.", id="after-a-day"),
        pytest.param(f"Osk Canal Trust said the port had lied, adding: “{QUOTE}.”", id="said-before"),
        pytest.param(f"Osk Canal Trust accused the port of a lie: “{QUOTE}.”", id="before-a-colon"),
        pytest.param(f"Osk Canal Trust denied the claim, saying: “{QUOTE}.”", id="denied-saying"),
    ],
)
def test_attribute__more_than_the_quote__is_the_whole_sentence(text: str) -> None:
    [found] = told(text)
    assert (found.party, found.voice) == ("Osk Canal Trust", Voice.REPORTED)
    assert found.quote == text.rstrip(".")
    assert [own.quote.rstrip(".") for own in found.own] == [QUOTE]


@pytest.mark.parametrize(
    "rest",
    [
        pytest.param("and denied that it was late.", id="and"),
        pytest.param("but denied that it was late.", id="but"),
    ],
)
def test_attribute__quote_and_a_second_verb_with_that__are_two_statements(rest: str) -> None:
    quoted, reported = told(f"“{QUOTE},” Osk Canal Trust said, {rest}")
    assert (quoted.text, quoted.voice) == (f"Osk Canal Trust said: “{QUOTE}.”", Voice.DIRECT)
    assert (reported.text, reported.voice) == ("Osk Canal Trust denied that it was late.", Voice.REPORTED)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"“{QUOTE},” said Ida Ek of Osk Canal Trust, speaking at the weir.", id="where"),
        pytest.param(f"“{QUOTE},” said Ida Ek of Osk Canal Trust, who owns a boat.", id="who-she-is"),
        pytest.param(f"“{QUOTE},” Osk Canal Trust told the council on Monday.", id="to-whom"),
        pytest.param(f"Osk Canal Trust said in a letter on Monday: “{QUOTE}.”", id="in-what"),
        pytest.param(f"“{QUOTE},” said Osk Canal Trust, but Acme Ltd denied that it was late.", id="another"),
    ],
)
def test_attribute__nothing_said_beside_the_quote__is_the_quote_alone(text: str) -> None:
    found = told(text)[0]
    assert (found.party, found.voice, found.quote.rstrip(".")) == ("Osk Canal Trust", Voice.DIRECT, QUOTE)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "“We will not drain the lock,” Acme Ltd said, “or move the boats.”",
            "We will not drain the lock or move the boats.",
            id="or",
        ),
        pytest.param(
            "“Nobody here broke the seal,” Acme Ltd said, “and hid the key.”",
            "Nobody here broke the seal and hid the key.",
            id="and",
        ),
        pytest.param(
            "“If the port pays,” Acme Ltd said, “and opens by May, we will sail.”",
            "If the port pays and opens by May, we will sail.",
            id="if",
        ),
        pytest.param(
            "“We will not scrap the boats,” Acme Ltd said, “but lend them.”",
            "We will not scrap the boats but lend them.",
            id="but",
        ),
    ],
)
def test_attribute__halves_of_a_quoted_sentence__are_one_statement(text: str, expected: str) -> None:
    [found] = told(text)
    assert found.text == f"Acme Ltd said: “{expected}”"
    assert len(found.own) == 1


def test_attribute__halves_with_a_statement_between__are_the_whole_sentence() -> None:
    [found] = told("“We never knew of it,” Acme Ltd said, adding that it would appeal, “and nobody told us a thing.”")
    assert found.voice is Voice.REPORTED
    assert [own.quote for own in found.own] == ["We never knew of it", "and nobody told us a thing."]
