"""Events and truths for the tests of the evaluation."""

from factories import event

from claimdiff.accounts.model import Account, Assertion, Decisions, Event, LinkDecision, OmissionDecision, PairDecision
from claimdiff.evaluation.truth import Truth, truth_of
from claimdiff.language.lexicon import load_lexicon
from claimdiff.vocabulary import Coverage, Facet, Verdict

LEXICON = load_lexicon()
EVENTS = [
    event(name) for name in ("kishida-xi-2023-11-16", "riyadh-black-sea-2025-03-25", "sheinbaum-trump-2025-02-03")
]


def account(key: str, *ids: str) -> Account:
    assertions = tuple(Assertion(id=i, text=f"Text of {i}.") for i in ids)
    return Account(key=key, party=key, coverage=Coverage.FULL, assertions=assertions)


def decided(
    *links: LinkDecision, doubtful: tuple[PairDecision, ...] = (), omitted: tuple[OmissionDecision, ...] = ()
) -> Event:
    """Return an event of two accounts: a with a1 to a4, b with b1 to b4."""
    return Event(
        key="case",
        accounts=(account("a", "a1", "a2", "a3", "a4"), account("b", "b1", "b2", "b3", "b4")),
        decisions=(Decisions(accounts=("a", "b"), links=links, doubtful=doubtful, omitted=omitted),),
    )


def link(left: str, right: str, verdict: Verdict, *facets: Facet, by: str | None = None) -> LinkDecision:
    return LinkDecision(left=tuple(left.split()), right=tuple(right.split()), verdict=verdict, facets=facets, by=by)


EVENT = decided(
    link("a1", "b1 b2", Verdict.CONFLICT, Facet.SCOPE),
    link("a2", "b3", Verdict.PARTIAL),
    link("a4", "b4", Verdict.AGREE, by="model:x"),
    doubtful=(PairDecision(left=("a3",), right=("b3",)),),
    omitted=(OmissionDecision(account="a", ids=("a4",)), OmissionDecision(account="b", ids=("b4",))),
)
TRUTH: Truth = truth_of(EVENT, EVENT.decisions[0])
