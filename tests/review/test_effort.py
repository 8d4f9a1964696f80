from dataclasses import replace
from functools import partial

import pytest
from factories import EVENTS, account, event

from claimdiff.accounts.model import Decisions, Event, LinkDecision, OmissionDecision, PairDecision
from claimdiff.alignment.align import align
from claimdiff.alignment.weights import load_weights
from claimdiff.comparison.sides import Side
from claimdiff.language.lexicon import load_lexicon
from claimdiff.pipeline import read_account
from claimdiff.review.effort import NO_EFFORT, Effort, added, effort
from claimdiff.review.matter import RANKED
from claimdiff.vocabulary import Facet, Verdict

LEXICON = load_lexicon()
ALIGN = partial(align, lexicon=LEXICON, weights=load_weights(), top=RANKED)


def of(found: Event, *proposals: Decisions) -> Effort:
    sides = [Side(account=a, readings=read_account(a, found, LEXICON)) for a in found.accounts]
    return effort(found, sides, ALIGN, proposals=proposals)


LEFT = account("east", "Both sides will exchange 175 prisoners.", "Hockey matches were proposed.")
RIGHT = account("west", "Both sides will exchange 175 prisoners.", "Tariffs on steel were raised.")
TRUTH = Decisions(
    accounts=("east", "west"),
    links=(LinkDecision(left=("a1",), right=("a1",), verdict=Verdict.AGREE),),
    omitted=(OmissionDecision(account="east", ids=("a2",)), OmissionDecision(account="west", ids=("a2",))),
)


def test_effort__one_link_and_two_omissions__four_keys() -> None:
    found = of(Event(key="x", accounts=(LEFT, RIGHT), decisions=(TRUTH,)))
    assert found == Effort(
        keys=4, assertions=4, by_reason={"partners": 1, "verdicts": 1, "omissions": 2}, searches=0, missed=0
    )
    assert found.per_assertion == 1.0


def test_effort__right_proposal__one_key_for_it() -> None:
    proposal = replace(TRUTH.links[0], by="model:x")
    before = Decisions(accounts=("east", "west"), links=(proposal,))
    found = of(Event(key="x", accounts=(LEFT, RIGHT), decisions=(TRUTH,)), before)
    assert found.by_reason == {"verdicts": 1, "omissions": 2}


def test_effort__wrong_proposal__one_key_to_reject_it() -> None:
    proposal = LinkDecision(left=("a2",), right=("a2",), verdict=Verdict.AGREE, by="model:x")
    before = Decisions(accounts=("east", "west"), links=(proposal,))
    found = of(Event(key="x", accounts=(LEFT, RIGHT), decisions=(TRUTH,)), before)
    assert found.by_reason == {"rejections": 1, "partners": 1, "verdicts": 1, "omissions": 2}


def test_effort__facets_and_another_verdict__each_a_key() -> None:
    link = replace(TRUTH.links[0], verdict=Verdict.CONFLICT, facets=(Facet.SCOPE, Facet.ACTOR))
    found = of(Event(key="x", accounts=(LEFT, RIGHT), decisions=(replace(TRUTH, links=(link,)),)))
    assert (found.by_reason["facets"], found.by_reason["verdicts"]) == (2, 1)


def test_effort__partner_far_away__searched_with_four_keys_at_least() -> None:
    left = account("east", "Aardvarks vanish.")
    right = account("west", *(f"Aardvarks vanish {n}." for n in range(30)), "Steel tariffs rise.")
    truth = Decisions(
        accounts=("east", "west"),
        links=(LinkDecision(left=("a1",), right=("a31",), verdict=Verdict.AGREE),),
        omitted=(OmissionDecision(account="west", ids=tuple(f"a{n}" for n in range(1, 31))),),
    )
    found = of(Event(key="x", accounts=(left, right), decisions=(truth,)))
    assert found.searches == 1
    assert found.by_reason["searches"] >= 4
    assert found.missed == 0


def test_effort__doubtful_and_two_links_of_one__reached() -> None:
    left, right = (
        account("east", "A truce was agreed.", "Snow."),
        account("west", "A truce was agreed.", "The truce holds."),
    )
    truth = Decisions(
        accounts=("east", "west"),
        links=(
            LinkDecision(left=("a1",), right=("a1",), verdict=Verdict.AGREE),
            LinkDecision(left=("a1",), right=("a2",), verdict=Verdict.PARTIAL),
        ),
        doubtful=(PairDecision(left=("a2",), right=("a2",)),),
    )
    found = of(Event(key="x", accounts=(left, right), decisions=(truth,)))
    assert (found.missed, found.by_reason["doubts"]) == (0, 1)


def test_effort__pair_that_is_not_reviewed__left_out() -> None:
    assert of(Event(key="x", accounts=(LEFT, RIGHT), decisions=(replace(TRUTH, omitted=()),))) == NO_EFFORT
    assert NO_EFFORT.per_assertion == 0.0


@pytest.mark.parametrize("name", EVENTS)
def test_effort__curated_event__the_truth_is_reached(name: str) -> None:
    assert of(event(name)).missed == 0


@pytest.mark.slow
def test_effort__all_curated_events__at_most_two_keys_an_assertion() -> None:
    assert added(of(event(name)) for name in EVENTS).per_assertion <= 2.0
