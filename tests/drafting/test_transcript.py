"""Interviews and briefings that are printed as questions and answers."""

import pytest

from claimdiff.drafting.attribute import attribute
from claimdiff.drafting.sentences import paragraphs
from claimdiff.drafting.statements import Where
from claimdiff.drafting.transcript import turns
from claimdiff.language.lexicon import load_lexicon
from drafting.told import parties

BRIEFING = (
    "At the regular press conference of the Foreign Ministry, spokesperson Lin Mei took several questions.\n\n"
    "China and Peru disagree. China said no.\n\n"
    "AFP: Has Peru replied? Will it?\n\n"
    "Lin Mei: We have noted the reports. Consultation must rest on equality.\n\n"
    "Reuters: Peru says that it has paid. Is that so?\n\n"
    "Lin Mei: That is groundless.\n"
)


def test_attribute__briefing__answers_are_the_speakers_and_questions_nobodys() -> None:
    found = attribute(BRIEFING, lexicon=load_lexicon())
    drafted = [p.sentence.text for p in found.placements if p.where is Where.DRAFTED]
    assert drafted[-3:] == [
        "Lin Mei: We have noted the reports.",
        "Consultation must rest on equality.",
        "Lin Mei: That is groundless.",
    ]
    questions = [p for p in found.placements if "?" in p.sentence.text]
    assert {p.why for p in questions} == {"a question"}
    assert len(questions) == 3


def test_attribute__answer__is_quoted_without_the_label() -> None:
    found = attribute(BRIEFING, lexicon=load_lexicon()).statements
    assert [(one.quote, one.text) for one in found][-1] == (
        "That is groundless.",
        "Lin Mei said: “That is groundless.”",
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Q: Is it?\n\nA: It is.\n\nQ: Why?\n\nA: So.", {0: True, 1: False, 2: True, 3: False}, id="q-and-a"
        ),
        pytest.param("Recipe: Take milk.\n\nNote: Stir.\n\nTip: Wait.", {}, id="labels-once-each"),
        pytest.param("Jo Lee: “No.”\n\nKim Roe: “Yes.”", {}, id="two-lines"),
        pytest.param("Jo Lee: No.\n\nKim Roe: Yes.\n\nJo Lee: No.", {}, id="nobody-asks"),
    ],
)
def test_turns__labels__tell_who_asks(text: str, expected: dict[int, bool]) -> None:
    assert {number: turn.asks for number, turn in turns(paragraphs(text)).items()} == expected


def test_attribute__answer_of_nobody_known__is_nobodys() -> None:
    assert parties("Q: Is it?\n\nA: It is.\n\nQ: Why?\n\nA: So it must be.") == []
