"""Whose weights judge a link: the shipped ones, unless others are given on the way to the judge."""

import subprocess
import sys

import pytest
from factories import account

from claimdiff.accounts.model import Decisions, Event, LinkDecision
from claimdiff.alignment.weights import load_weights
from claimdiff.comparison.model import Report
from claimdiff.comparison.options import Curation, Options
from claimdiff.language.lexicon import load_lexicon
from claimdiff.pipeline import compare_accounts
from claimdiff.verdict.weights import Weights
from claimdiff.vocabulary import Facet, Verdict

LEFT = account("peru", "Peru told of ice on the road.")
RIGHT = account("chile", "Chile told of rain.")
ALWAYS = Weights(
    classes=((Verdict.CONFLICT, None),),
    table={"bias": [1.0]},
    facets={facet: {"bias": 9.0 if facet is Facet.ACTOR else -9.0} for facet in Facet},
    threshold=0.5,
)
LINK = Decisions(accounts=("chile", "peru"), links=(LinkDecision(left=("a1",), right=("a1",), verdict=Verdict.AGREE),))


def compared(curation: Curation, *decided: Decisions, judge: Weights | None = None) -> Report:
    event = Event(key="", accounts=(LEFT, RIGHT), decisions=decided)
    options = Options(curation=curation)
    weights = load_weights()
    return compare_accounts(
        event, [LEFT, RIGHT], options=options, lexicon=load_lexicon(), weights=weights, judge_weights=judge
    )


@pytest.mark.parametrize(
    ("judge", "verdict", "facets"),
    [
        (None, Verdict.PARTIAL, [Facet.SCOPE, Facet.ACTOR]),
        (ALWAYS, Verdict.CONFLICT, [Facet.ACTOR]),
    ],
    ids=["shipped", "given"],
)
@pytest.mark.parametrize(
    ("curation", "decided"), [(Curation.REJUDGE, [LINK]), (Curation.IGNORE, [])], ids=["decided link", "matched link"]
)
def test_compare_accounts__judge_weights__judge_the_link(
    curation: Curation, decided: list[Decisions], judge: Weights | None, verdict: Verdict, facets: list[Facet]
) -> None:
    (found,) = compared(curation, *decided, judge=judge).comparisons
    judged = [(link.verdict, [d.facet for d in link.differences]) for link in found.links]
    judged += [(link.verdict, [d.facet for d in link.differences]) for link in found.possible]
    assert judged == [(verdict, facets)]


def test_pipeline__nothing_judged__judge_is_not_imported() -> None:
    code = "import sys, claimdiff.pipeline; print([m for m in sys.modules if m.startswith('claimdiff.verdict')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
