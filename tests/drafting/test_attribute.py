"""One construction at a time: whose words a sentence tells."""

import datetime

import pytest

from claimdiff.drafting.attribute import attribute
from claimdiff.drafting.statements import Statement, Where
from claimdiff.language.lexicon import load_lexicon
from claimdiff.vocabulary import Voice

DAY = datetime.date(2025, 3, 18)


def statements(text: str) -> tuple[Statement, ...]:
    return attribute(text, lexicon=load_lexicon(), date=DAY).statements


def parties(text: str) -> list[str]:
    return [statement.party for statement in statements(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Moscow added that it will hand over soldiers.", ["Russia"], id="seat"),
        pytest.param(
            "Passengers can ask for a refund, according to Norlink Ferries.", ["Norlink Ferries"], id="according"
        ),
        pytest.param("“We will not sign,” said Ms Dahl of Norlink Ferries.", ["Norlink Ferries"], id="inverted"),
        pytest.param("“We will go,” Vladimir Putin said, “and we will not wait.”", ["Russia"], id="split-quote"),
        pytest.param("Ukrainian officials agreed to the proposal.", ["Ukraine"], id="act"),
        pytest.param("Vladimir Putin, speaking in Kazan on Friday, rejected the plan.", ["Russia"], id="aside"),
        pytest.param("Putin was accused of delay by Zelensky of Ukraine.", ["Ukraine"], id="passive"),
        pytest.param("Putin could agree to the plan.", [], id="modal"),
        pytest.param("Putin was told that the plan failed.", [], id="told"),
        pytest.param("The outcome of the call will allow both sides to claim a win.", [], id="thing"),
        pytest.param("The White House did not mention hockey.", [], id="silence"),
        pytest.param("A source close to the talks said they failed.", [], id="nameless"),
        pytest.param("Our correspondent says the bridge is full.", [], id="press"),
        pytest.param("Kremlin: “There was no call.”", ["Russia"], id="label"),
        pytest.param("Zelensky of Ukraine remains sceptical that peace is near.", ["Ukraine"], id="attitude"),
        pytest.param("Russia and Ukraine said they would swap prisoners.", ["Russia", "Ukraine"], id="both"),
        pytest.param(
            "Russia said the road was open, while Ukraine said it was closed.", ["Russia", "Ukraine"], id="contrast"
        ),
        pytest.param("Mr Sobol's sister, Ewa Sobol, said the alarm was off.", ["Ewa Sobol"], id="family"),
        pytest.param("Mark Desmond, defending, put it to her that she lied.", ["Defence"], id="office"),
    ],
)
def test_attribute__one_sentence__goes_to(text: str, expected: list[str]) -> None:
    assert parties(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Vladimir Putin rejected the plan. He also said that it was late.", ["Russia"] * 2, id="pronoun"),
        pytest.param(
            "Zelenskyy of Ukraine spoke first. Mr Zelenskky said that it was late.", ["Ukraine"], id="misspelt"
        ),
        pytest.param(
            "Norlink Ferries, the operator, said boats would sail. The company blamed fog.",
            ["Norlink Ferries"] * 2,
            id="firm",
        ),
        pytest.param("“It was dark. We ran,” Vladimir Putin said.", ["Russia"] * 2, id="speaker-after-two-sentences"),
        pytest.param("Vladimir Putin said: “We wait.\n“We do not hurry.”", ["Russia"] * 2, id="over-paragraphs"),
        pytest.param(
            "Here is the statement from the Harbour Chamber of Commerce:\n“Trade suffers.”",
            ["Harbour Chamber of Commerce"],
            id="announced",
        ),
        pytest.param(
            "Prices will rise, the company said.\nNorlink Ferries denied delay.", ["Norlink Ferries"] * 2, id="lead"
        ),
    ],
)
def test_attribute__several_sentences__carry_over(text: str, expected: list[str]) -> None:
    assert parties(text) == expected


def test_attribute__silence__is_a_note() -> None:
    found = attribute("The White House did not mention hockey.", lexicon=load_lexicon())
    assert [(p.where, p.parties) for p in found.placements] == [(Where.NOTE, ())]


def test_attribute__act__is_told_by_the_reporter() -> None:
    found = attribute("Vladimir Putin agreed to the plan.", lexicon=load_lexicon(), reporter="The Paper").statements
    assert [(s.party, s.speaker, s.voice, s.act) for s in found] == [("Russia", "The Paper", Voice.REPORTED, True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Putin spoke. However, Mr Putin said that a deal would take time.",
            ["Putin said that a deal would take time."],
            id="opener-and-title",
        ),
        pytest.param(
            "Putin waited. He also said that it was late.", ["Putin said that it was late."], id="pronoun-and-also"
        ),
        pytest.param(
            "Putin said that the road was open and that the bridge was closed.",
            ["Putin said that the road was open.", "Putin said that the bridge was closed."],
            id="two-propositions",
        ),
        pytest.param(
            "Putin said the road was open, but warned that the bridge would fall.",
            ["Putin said the road was open.", "Putin warned that the bridge would fall."],
            id="two-verbs",
        ),
        pytest.param("“we wait here,” Putin said.", ["Putin said: “We wait here.”"], id="quote"),
        pytest.param("Trump wrote: “We won!”", ["Trump wrote: “We won!”"], id="post"),
    ],
)
def test_attribute__text__stands_alone(text: str, expected: list[str]) -> None:
    assert [statement.text for statement in statements("The US and Russia met.\n" + text)] == expected


def test_attribute__own_words_within_a_reported_sentence__are_a_quote_of_their_own() -> None:
    (found,) = statements("Putin of Russia said the offer was “a trick that nobody believes”.")
    assert (found.voice, [own.quote for own in found.own]) == (Voice.REPORTED, ["a trick that nobody believes"])


def test_attribute__another_day__is_said_then() -> None:
    (found,) = statements("Russia said on 11 March 2025 that it would wait.")
    assert found.said == datetime.date(2025, 3, 11)


def test_attribute__last_week__is_a_note() -> None:
    (found,) = statements("Russia last week said it would wait.")
    assert (found.said, found.notes) == (None, ("said “last week”; the source gives no day",))


def test_attribute__words_that_point_back__are_to_be_checked() -> None:
    (found,) = statements("Russia said it would never agree to such a move.")
    assert found.checks == ("what “such a” means",)
