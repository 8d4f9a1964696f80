"""Everything that is known of one pair of assertions: decision, score with its reasons, and what a judge would say."""

from dataclasses import dataclass

from claimdiff.accounts.model import Account, Assertion
from claimdiff.alignment.explain import PairExplanation, explain_pair
from claimdiff.alignment.weights import Weights
from claimdiff.comparison.decided import Decided
from claimdiff.comparison.judging import judged_difference
from claimdiff.comparison.model import Difference, Evidence
from claimdiff.comparison.sides import Side
from claimdiff.language.lexicon import Lexicon
from claimdiff.verdict.judge import judge_readings
from claimdiff.vocabulary import Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """One pair explained. ``decision``: a phrase on what people decided, None where nothing; ``band``: sure, possible, none.

    ``best_for_left`` and ``best_for_right``: the best partner of each and its score.
    """

    left: Account
    right: Account
    ours: Assertion
    theirs: Assertion
    decision: str | None
    band: str
    score: float
    cut_sure: float
    cut_possible: float
    evidence: tuple[Evidence, ...]
    rank_for_left: int
    rank_for_right: int
    best_for_left: tuple[Assertion, float]
    best_for_right: tuple[Assertion, float]
    verdict: Verdict
    judged: bool
    differences: tuple[Difference, ...]


def explain(
    left: Side, right: Side, ids: tuple[str, str], decided: Decided, *, lexicon: Lexicon, weights: Weights
) -> Explanation:
    """Explain the pair of assertion ids; KeyError where an account has not that id."""
    i, j = left.index[ids[0]], right.index[ids[1]]
    found = explain_pair(left.readings, right.readings, (i, j), lexicon=lexicon, weights=weights)
    ours, theirs = left.account.assertions[i], right.account.assertions[j]
    judgement = judge_readings([left.readings[i]], [right.readings[j]])
    return Explanation(
        left=left.account,
        right=right.account,
        ours=ours,
        theirs=theirs,
        decision=_decision(ids, (left.account.key, right.account.key), decided),
        band=_band(found, weights, known=left.readings[i].known and right.readings[j].known),
        score=found.score,
        cut_sure=weights.sure,
        cut_possible=weights.possible,
        evidence=tuple(Evidence(feature=r.feature, weight=r.weight, left=r.left, right=r.right) for r in found.reasons),
        rank_for_left=found.rank_for_left,
        rank_for_right=found.rank_for_right,
        best_for_left=(right.account.assertions[found.best_for_left[0]], found.best_for_left[1]),
        best_for_right=(left.account.assertions[found.best_for_right[0]], found.best_for_right[1]),
        verdict=judgement.verdict,
        judged=judgement.judged,
        differences=tuple(judged_difference(d, [ours], [theirs]) for d in judgement.differences),
    )


def _band(found: PairExplanation, weights: Weights, *, known: bool) -> str:
    best = found.rank_for_left == found.rank_for_right == 1
    if found.score >= weights.sure and best and known:
        return "sure"
    return "possible" if found.score >= weights.possible else "none"


def _decision(ids: tuple[str, str], keys: tuple[str, str], decided: Decided) -> str | None:
    for link in (*decided.links, *decided.proposed):
        if ids[0] in link.left and ids[1] in link.right:
            who = f"proposed by {link.by}" if link.proposed else "linked by a person"
            return f"{who}: {link.verdict.label}"
    if ids in decided.apart:
        return "decided apart: they look alike and are not versions of each other"
    if any(ids[0] in pair.left and ids[1] in pair.right for pair in decided.doubtful):
        return "doubtful: reasonable readers differ"
    silent = [i for key, i in zip(keys, ids, strict=True) if (key, i) in decided.omitted]
    if silent:
        return f"no link: {' and '.join(silent)} {'are' if len(silent) > 1 else 'is'} decided to be omitted"
    linked = decided.linked()
    elsewhere = [i for i, side in zip(ids, linked, strict=True) if i in side]
    return f"no link: {' and '.join(elsewhere)} linked elsewhere" if elsewhere else None
