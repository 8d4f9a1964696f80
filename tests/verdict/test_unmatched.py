"""Sides that each have matter of their own in the other's place are never taken to agree."""

import pytest

from claimdiff.language.lexicon import load_lexicon
from claimdiff.language.read import read
from claimdiff.verdict.contrast import contrast
from claimdiff.verdict.hedged import told_as_done_by_one
from claimdiff.verdict.judge import judge_readings
from claimdiff.verdict.unmatched import other_kinds, replaced, turned
from claimdiff.vocabulary import Verdict

LEXICON = load_lexicon()


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param("The watchdog cleared the takeover.", "The watchdog probed the takeover.", id="verb"),
        pytest.param("The shell struck a fuel depot.", "The shell struck a clinic.", id="noun"),
        pytest.param("The signal was given by the guards.", "The sailors gave the signal.", id="doer"),
        pytest.param("Shells were fired by Peruvian gunners.", "Chilean gunners fired shells.", id="doer by nation"),
        pytest.param("The boat was inside the zone.", "The boat was outside the zone.", id="function words"),
        pytest.param("Cooks earn more than waiters.", "Cooks earn less than waiters.", id="more and less"),
        pytest.param("The monks were moved.", "The monks are still kept there.", id="what goes on"),
        pytest.param("The levy applies to firms.", "The levy applies to all firms except banks.", id="an exception"),
    ],
)
def test_replaced_or_turned__words_in_place_of_others__never_agree(left: str, right: str) -> None:
    a, b = [read(left, lexicon=LEXICON)], [read(right, lexicon=LEXICON)]
    c = contrast(a, b)
    assert replaced(c) or turned(c)
    assert replaced(c.mirrored()) or turned(c.mirrored())
    assert judge_readings(a, b).verdict is not Verdict.AGREE


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param("The ministers met in Doha.", "The ministers met.", id="more said"),
        pytest.param("Peru said the talks ended.", "Chile announced the talks ended.", id="who tells it"),
        pytest.param("It lasted 90 minutes.", "It lasted an hour and a half.", id="numbers and times"),
        pytest.param("Peru pledged to pay.", "Peru agreed to pay.", id="steps, which are compared elsewhere"),
        pytest.param("The pact was made.", "Peru and Chile made the pact.", id="parties named by one side only"),
        pytest.param("The senate passed the bill.", "The senate adopted the bill.", id="one state"),
        pytest.param("They remain committed to it.", "They are committed to it.", id="a step in several words"),
    ],
)
def test_replaced_or_turned__no_words_in_place_of_others__does_not_hold(left: str, right: str) -> None:
    c = contrast([read(left, lexicon=LEXICON)], [read(right, lexicon=LEXICON)])
    assert not replaced(c)
    assert not turned(c)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        pytest.param("The ferry sank.", "The tanker sank.", True, id="one concept, two kinds"),
        pytest.param("The queen opened it.", "The prime minister opened it.", True, id="a kind in two words"),
        pytest.param("The ferry sank.", "The ship sank.", False, id="a wider word"),
        pytest.param("The ferry hit the tanker.", "The tanker was hit.", False, id="one of two"),
        pytest.param("The king said that it sank.", "The queen said that it sank.", False, id="who tells it"),
    ],
)
def test_other_kinds__two_things_of_one_sort__holds(left: str, right: str, expected: bool) -> None:
    c = contrast([read(left, lexicon=LEXICON)], [read(right, lexicon=LEXICON)])
    assert other_kinds(c) is other_kinds(c.mirrored()) is expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        pytest.param("Peru left the pact.", "Peru threatened to leave the pact.", True, id="threatened"),
        pytest.param("Peru left the pact.", "Peru wants to leave the pact.", True, id="wanted"),
        pytest.param("Peru left the pact.", "Peru will leave the pact.", True, id="to come"),
        pytest.param("Peru left the pact.", "Peru is considering leaving the pact.", True, id="considered"),
        pytest.param("Peru left the pact.", "Peru allegedly left the pact.", True, id="alleged"),
        pytest.param("Peru left the pact.", "Peru was told to leave the pact.", True, id="told to"),
        pytest.param("Peru left the pact.", "Peru has left the pact.", False, id="done"),
        pytest.param("Peru will leave.", "Peru plans to leave.", False, id="both to come"),
        pytest.param("Peru sent the plan.", "Peru sent its proposal.", False, id="a step that is a thing"),
        pytest.param("It lasted almost two hours.", "It lasted two hours.", False, id="a length"),
        pytest.param("The road was used.", "The road was used to ship arms.", True, id="used to"),
    ],
)
def test_told_as_done_by_one__done_and_not_done__holds(left: str, right: str, expected: bool) -> None:
    c = contrast([read(left, lexicon=LEXICON)], [read(right, lexicon=LEXICON)])
    assert told_as_done_by_one(c) is told_as_done_by_one(c.mirrored()) is expected


TERMS = sorted((key, entry["terms"]) for key, entry in LEXICON.tables["kinds"].items())


@pytest.mark.parametrize(("sort", "terms"), TERMS, ids=[key for key, _ in TERMS])
def test_judge_readings__two_things_of_one_sort__never_agree(sort: str, terms: list[str]) -> None:
    for one, other in zip(terms, [*terms[1:], terms[0]], strict=True):
        texts = [[read(f"Inspectors looked at the {term} of the harbour.", lexicon=LEXICON)] for term in (one, other)]
        assert judge_readings(*texts).verdict is not Verdict.AGREE, (sort, one, other)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param("Prices rose.", "Prices doubled.", id="by how much"),
        pytest.param("The dam was destroyed.", "The dam was damaged.", id="how badly"),
        pytest.param("The firm suspended production.", "The firm ended production.", id="for a time or for good"),
        pytest.param("The talks ended.", "The talks collapsed.", id="ended or failed"),
        pytest.param("The clerk was strangled.", "The clerk was poisoned.", id="how it was done"),
        pytest.param("The consul was wounded.", "The consul was ill.", id="hurt or ill"),
    ],
)
def test_judge_readings__kindred_states__no_agreement(left: str, right: str) -> None:
    ours, theirs = ([read(text, lexicon=LEXICON)] for text in (left, right))
    assert judge_readings(ours, theirs).verdict is Verdict.PARTIAL


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param(
            "The mayor will sign the treaty.", "The mayor is going to sign the treaty.", id="will is no testament"
        ),
        pytest.param("The talks over gas go on.", "The talks over gas continue.", id="over is no end"),
        pytest.param(
            "The king attacked the treaty at once.", "The king attacked the treaty immediately.", id="at once"
        ),
    ],
)
def test_judge_readings__words_with_other_senses__still_agree(left: str, right: str) -> None:
    ours, theirs = ([read(text, lexicon=LEXICON)] for text in (left, right))
    assert judge_readings(ours, theirs).verdict is Verdict.AGREE
