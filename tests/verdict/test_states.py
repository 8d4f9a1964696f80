"""What is said to have become of a thing, told alike or in states that cannot both hold."""

import pytest

from claimdiff.language.lexicon import load_lexicon
from claimdiff.language.read import read
from claimdiff.verdict.contrast import contrast
from claimdiff.verdict.judge import judge_readings
from claimdiff.verdict.states import compare_states, seen_from_two_ends
from claimdiff.vocabulary import Verdict

LEXICON = load_lexicon()
STATES = LEXICON.tables["states"]


def verdict(left: str, right: str) -> Verdict:
    a, b = [read(left, lexicon=LEXICON)], [read(right, lexicon=LEXICON)]
    found = judge_readings(a, b)
    assert judge_readings(b, a).verdict is found.verdict
    return found.verdict


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param("The judge upheld the fine.", "The judge quashed the fine.", id="verbs"),
        pytest.param("The tunnel is open.", "The tunnel is closed.", id="adjectives"),
        pytest.param("Rents rose.", "Rents remained unchanged.", id="one of three"),
        pytest.param(
            "The jurors acquitted the trader.", "The jurors found the trader guilty.", id="a verb and a phrase"
        ),
        pytest.param("The milk is safe to drink.", "The milk is contaminated.", id="a phrase and a word"),
        pytest.param("The mayor stays on.", "The mayor stepped down.", id="nothing else said"),
        pytest.param("Visa fees will be lifted.", "Visa fees will remain in place.", id="what stays is so already"),
        pytest.param("He pleaded guilty.", "He pleaded not guilty.", id="a term that denies"),
        pytest.param(
            "The mine did not survive the flood intact.", "The mine is in ruins.", id="denied, so not opposed"
        ),
    ],
)
def test_judge_readings__states_that_exclude_each_other__never_agree(left: str, right: str) -> None:
    assert verdict(left, right) is (Verdict.PARTIAL if "did not" in left else Verdict.CONFLICT)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param("The jurors acquitted the trader.", "The jurors found the trader not guilty.", id="a denial"),
        pytest.param("The claims are baseless.", "The claims are without foundation.", id="two denials"),
        pytest.param("The judge upheld the ban.", "The judge refused to lift the ban.", id="refused the contrary"),
        pytest.param("The tunnel is open.", "The tunnel will be closed in June.", id="now and to come"),
        pytest.param("The tunnel was opened on Monday.", "The tunnel was closed on Friday.", id="other days"),
        pytest.param("The tunnel was opened on 3 May 2024.", "The tunnel was closed on 9 May 2024.", id="other dates"),
        pytest.param("Schools in Kenya are open.", "Schools in Uganda are closed.", id="other places"),
        pytest.param("If it rains the tunnel is closed.", "The tunnel is open.", id="only supposed"),
        pytest.param("The union wants the tunnel closed.", "The tunnel is open.", id="only wanted"),
        pytest.param("The tunnel may be closed.", "The tunnel is open.", id="only possible"),
        pytest.param("Work began on 3 May.", "Work ended on 9 May.", id="two ends of one span"),
        pytest.param("It is open.", "It is closed.", id="nothing shared but the state"),
        pytest.param(
            "The north tunnel under the bay is open.", "The old road in the hills is closed.", id="other things"
        ),
        pytest.param("The harbour is open and closed.", "The harbour is closed.", id="both states on one side"),
        pytest.param("Peru sold 12 jets to Chile.", "Chile bought 12 jets from Peru.", id="from two ends"),
    ],
)
def test_judge_readings__states_that_may_both_be__no_conflict(left: str, right: str) -> None:
    assert verdict(left, right) is not Verdict.CONFLICT


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        pytest.param(
            "The bank lent the firm $5 million.", "The firm borrowed $5 million from the bank.", True, id="ends"
        ),
        pytest.param("The bank lent $5 million.", "The bank borrowed $5 million.", False, id="one end"),
        pytest.param("The bank opened.", "The bank closed.", False, id="no converse"),
    ],
)
def test_seen_from_two_ends__converse_and_places_changed__holds(left: str, right: str, expected: bool) -> None:
    c = contrast([read(left, lexicon=LEXICON)], [read(right, lexicon=LEXICON)])
    assert seen_from_two_ends(c) is seen_from_two_ends(c.mirrored()) is expected
    assert not expected or not list(compare_states(c))


FRAMES = ("The harbour company {}.", "Officials in the region said that the harbour company {}.")


@pytest.mark.parametrize("frame", FRAMES)
def test_judge_readings__any_two_opposed_states__never_agree(frame: str) -> None:
    for key, entry in STATES.items():
        for other in entry["not"]:
            for ours, theirs in zip(entry["terms"], STATES[other]["terms"], strict=False):
                found = verdict(frame.format(ours), frame.format(theirs))
                assert found is not Verdict.AGREE, (key, ours, theirs)


def test_states__not__names_other_states_that_share_no_term() -> None:
    for key, entry in STATES.items():
        for other in entry["not"]:
            assert other in STATES
            assert other != key
            assert not set(entry["terms"]) & set(STATES[other]["terms"]), (key, other)
