from dataclasses import replace

from evaluation.cases import EVENT, TRUTH, decided, link
from factories import EVENTS, event

from claimdiff.accounts.model import Decisions, DifferenceDecision
from claimdiff.evaluation.truth import reviewed_pairs, truth_of
from claimdiff.vocabulary import Facet, Verdict


def test_truth_of__decisions__pairs_and_silences() -> None:
    assert TRUTH.links == {
        ("a1", "b1"): (Verdict.CONFLICT, frozenset({Facet.SCOPE})),
        ("a1", "b2"): (Verdict.CONFLICT, frozenset({Facet.SCOPE})),
        ("a2", "b3"): (Verdict.PARTIAL, frozenset()),
    }
    assert TRUTH.doubtful == {("a3", "b3")}
    assert TRUTH.open_ == {("L", "a3")}
    assert TRUTH.silent == {("L", "a4"), ("R", "b4")}


def test_truth_of__differences_in_words__their_facets() -> None:
    difference = DifferenceDecision(facet=Facet.TIME, left="May", right="June", verdict=Verdict.CONFLICT)
    of = decided(replace(link("a1", "b1", Verdict.CONFLICT), differences=(difference,)))
    assert truth_of(of, of.decisions[0]).links["a1", "b1"] == (Verdict.CONFLICT, frozenset({Facet.TIME}))


def test_reviewed_pairs__all_decided__the_pair() -> None:
    ((left, right, truth),) = reviewed_pairs(EVENT)
    assert (left.key, right.key, truth) == ("a", "b", TRUTH)


def test_reviewed_pairs__assertion_undecided__none() -> None:
    assert list(reviewed_pairs(decided(link("a1", "b1", Verdict.AGREE)))) == []


def test_reviewed_pairs__account_gone__none() -> None:
    assert list(reviewed_pairs(replace(EVENT, decisions=(Decisions(accounts=("a", "gone")),)))) == []


def test_reviewed_pairs__curated_events__each_has_one() -> None:
    assert {name: len(list(reviewed_pairs(event(name)))) >= 1 for name in EVENTS} == dict.fromkeys(EVENTS, True)
