from dataclasses import replace

from evaluation.cases import EVENT, LEXICON, account, decided, link

from claimdiff.accounts.model import Account, Assertion, Decisions, DifferenceDecision, Event, LinkDecision
from claimdiff.evaluation.judge_samples import JudgeSample, judge_samples_of
from claimdiff.language.read import read
from claimdiff.verdict.contrast import contrast
from claimdiff.verdict.features import features
from claimdiff.verdict.judge import gather
from claimdiff.vocabulary import Coverage, Facet, Verdict


def party(key: str, **texts: str) -> Account:
    assertions = tuple(Assertion(id=i, text=text) for i, text in texts.items())
    return Account(key=key, party=key, coverage=Coverage.FULL, assertions=assertions)


EAST = party("east", truce="East agreed to a truce.", ice="East likes ice.")
WEST = party("west", stop="East refused a truce.", snow="East likes snow.", ice="East likes ice!")


def between(*links: LinkDecision) -> Event:
    return Event(key="e", accounts=(EAST, WEST), decisions=(Decisions(accounts=("east", "west"), links=links),))


def test_judge_samples_of__link__sides_features_and_decision() -> None:
    (found,) = judge_samples_of([between(link("truce ice", "snow", Verdict.CONFLICT, Facet.ACTOR))], LEXICON)
    left = tuple(read(text, lexicon=LEXICON) for text in ("East agreed to a truce.", "East likes ice."))
    right = (read("East likes snow.", lexicon=LEXICON),)
    c = contrast(left, right)
    assert found == JudgeSample(
        event="e",
        left=left,
        right=right,
        values=features(c, gather(c)),
        verdict=Verdict.CONFLICT,
        facets=frozenset({Facet.ACTOR}),
        size=2,
    )


def test_judge_samples_of__proposed_or_same_words__passed_over() -> None:
    proposed = link("truce", "stop", Verdict.CONFLICT, by="model:x")
    assert judge_samples_of([between(proposed, link("ice", "ice", Verdict.AGREE))], LEXICON) == []


def test_judge_samples_of__differences_but_no_facets__those_of_the_differences() -> None:
    difference = DifferenceDecision(facet=Facet.POLARITY, verdict=Verdict.CONFLICT, left="agreed", right="refused")
    with_words = replace(link("truce", "stop", Verdict.CONFLICT), differences=(difference,))
    (found,) = judge_samples_of([between(with_words)], LEXICON)
    assert found.facets == {Facet.POLARITY}


def test_judge_samples_of__decisions_on_an_account_that_is_gone__passed_over() -> None:
    gone = replace(EVENT, accounts=(account("a", "a1", "a2", "a3", "a4"),))
    assert judge_samples_of([gone], LEXICON) == []


def test_judge_samples_of__pair_not_reviewed_to_the_end__its_links_count() -> None:
    assert [s.size for s in judge_samples_of([decided(link("a1", "b2 b3", Verdict.PARTIAL))], LEXICON)] == [2]
