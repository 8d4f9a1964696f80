"""Judge two linked sides: in what they differ, and how gravely."""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from claimdiff.language.reading import Reading
from claimdiff.verdict.actor import compare_actors
from claimdiff.verdict.additions import compare_additions
from claimdiff.verdict.alike import alike
from claimdiff.verdict.commitment import compare_commitment
from claimdiff.verdict.contraries import share_contraries
from claimdiff.verdict.contrast import Contrast, contrast
from claimdiff.verdict.crossed import crossed
from claimdiff.verdict.dayparts import compare_dayparts
from claimdiff.verdict.doers import compare_doers
from claimdiff.verdict.evidence import Evidence
from claimdiff.verdict.exchanged import compare_exchanged
from claimdiff.verdict.features import features
from claimdiff.verdict.framing import both_praise, compare_framing
from claimdiff.verdict.hedged import told_as_done_by_one
from claimdiff.verdict.model import Judgement, ReadingDifference
from claimdiff.verdict.none import compare_none
from claimdiff.verdict.place import compare_places
from claimdiff.verdict.polarity import compare_polarity
from claimdiff.verdict.quantity import compare_quantities
from claimdiff.verdict.scope import compare_scope, promised
from claimdiff.verdict.stand_in import BOTH_DENY, stand_in
from claimdiff.verdict.states import compare_states
from claimdiff.verdict.time import compare_times
from claimdiff.verdict.unmatched import accuses_alone, other_kinds, replaced, turned
from claimdiff.verdict.weights import Chances, Weights, load_weights, weigh
from claimdiff.vocabulary import Facet, Verdict, gravest

COMPARATORS: tuple[Callable[[Contrast], Iterator[Evidence]], ...] = (
    compare_polarity,
    compare_states,
    compare_exchanged,
    compare_doers,
    compare_none,
    compare_actors,
    compare_commitment,
    compare_scope,
    compare_places,
    compare_framing,
    compare_additions,
)
"""Each yields what holds of the left side against the right; the judge runs it both ways."""

MUTUAL: tuple[Callable[[Contrast], Iterator[Evidence]], ...] = (compare_quantities, compare_times, compare_dayparts)
"""Each pairs what both sides state, so that one run is enough."""

OPPOSING = frozenset(
    {"refused", "bound-or-not", "steps-differ", "roles-exchanged", "negated", "denied", "unspoken", "none-counted", "contrary",
     "quantity", "time", "time-added", "bounds-exclude", "bounds-differ", "bound-added", "restricted", "only-against-also",
     "only-possible", "only-conditional", "place-replaced", "agent-replaced", "all-or-named", "members-differ", "degree-added"}
)  # fmt: skip
"""Rules that forbid ``agree`` wherever they hold."""

VALUED = frozenset({Facet.QUANTITY, Facet.TIME, Facet.PLACE})
"""Facets whose comparators see for themselves whether both sides can hold: the weights make no conflict of them."""

MILD = frozenset({"one-of-both", "all-or-named", "both-or-one", "only-possible", "only-conditional"})
"""Rules that stay ``partial`` whatever else holds: both sides can be meant."""

ADDED = frozenset({"more-said", "figure-added", "time-added", "date-added", "when-added", "place-added"})
"""Rules that only say that a side is silent on something; alone they do not tell whether the two are compatible."""

COUNTED = {Verdict.AGREE: 2.0}
"""How often a verdict's chance counts where it is not once. Of decided links, one in nine agrees: taken by chances alone hardly
any would be found. With events left out, double gave the best mean F1 of the verdicts, and no lower accuracy."""

SHOWN = 0.85
"""What share of the threshold is enough for a facet that a rule shows. With events left out, four in ten of those that this
adds are right, which is as many as of all that are named."""

APART: tuple[Callable[[Contrast], bool], ...] = (
    crossed,
    share_contraries,
    accuses_alone,
    replaced,
    turned,
    other_kinds,
    told_as_done_by_one,
)
"""What forbids ``agree`` although it shows no difference that could be named."""

ORDER = tuple(Facet)


def judge_readings(left: Sequence[Reading], right: Sequence[Reading], *, weights: Weights | None = None) -> Judgement:
    """Return the verdict on two sides taken as linked, with their differences, the gravest first.

    Sides with the same words agree; else texts in a language that the lexicon lacks are not judged. Where the two are
    wordings of one sentence, or a rule is certain of a conflict, the gravest difference decides; else ``weights`` fitted on
    curated links do (the shipped ones unless given). What neither can tell is ``partial`` with ``judged`` False. Swapping the
    sides mirrors the result.
    """
    return decide(left, right, load_weights() if weights is None else weights)


def decide(left: Sequence[Reading], right: Sequence[Reading], weights: Weights) -> Judgement:
    """Return the verdict by the given weights; see ``judge_readings``."""
    if same_words(left, right):
        return Judgement(verdict=Verdict.AGREE, judged=True, differences=())
    if not all(reading.known for reading in (*left, *right)):  # No word of them was understood.
        return Judgement(verdict=Verdict.PARTIAL, judged=False, differences=())
    if [r.text for r in left] > [r.text for r in right]:  # one order for both ways of asking, so that they mirror
        return _mirrored(decide(right, left, weights))
    c = contrast(left, right)
    found = gather(c)
    if any(e.certain and e.verdict is Verdict.CONFLICT for e in found):
        return by_rules(found)
    return by_weights(c, found, weigh(features(c, found), weights), weights.threshold)


def _mirrored(judgement: Judgement) -> Judgement:
    return replace(judgement, differences=tuple(replace(d, left=d.right, right=d.left) for d in judgement.differences))


def same_words(left: Sequence[Reading], right: Sequence[Reading]) -> bool:
    """Tell whether both sides have the same texts but for case, spaces and marks, in whatever order."""
    return _words(left) == _words(right)


def _words(side: Sequence[Reading]) -> list[tuple[str, ...]]:
    return sorted(tuple(t.lower for t in r.tokens if t.text[0].isalnum()) for r in side)


def gather(c: Contrast) -> list[Evidence]:
    """Return what all comparators find, the gravest first; of a rule that holds several times, one place."""
    mirrored = c.mirrored()
    found: dict[str, Evidence] = {}
    for compare in COMPARATORS:
        for evidence in (*compare(c), *(e.mirrored() for e in compare(mirrored))):
            known = found.get(evidence.rule)
            if known is None or _rank(evidence) < _rank(known):
                found[evidence.rule] = evidence
    mutual = [evidence for compare in MUTUAL for evidence in compare(c)]
    return sorted([*found.values(), *mutual], key=_rank)


def _rank(evidence: Evidence) -> tuple[object, ...]:
    places = sorted((p.index, p.start) for p in (evidence.left, evidence.right) if p is not None)
    return (-evidence.verdict.gravity, ORDER.index(evidence.facet), evidence.rule, evidence.words, places)


def by_rules(found: Sequence[Evidence]) -> Judgement:
    """Return the judgement that the rules give alone: the gravest difference decides."""
    return _judgement([evidence for evidence in found if evidence.rule not in ADDED], judged=True)


def by_weights(c: Contrast, found: Sequence[Evidence], chances: Chances, threshold: float) -> Judgement:
    """Return the judgement that the weights give, shown by the evidence for the facets that they name.

    The verdict is the likeliest, an agreement counted double, but never ``agree`` where something is negated, contrary or
    counted otherwise, nor ``conflict`` between wordings of one sentence, where the rules see all that matters, or in texts of
    no party, of which the weights know nothing.
    """
    verdict = max(Verdict, key=lambda v: chances.verdicts[v] * COUNTED.get(v, 1.0))
    if verdict is Verdict.CONFLICT and (c.close or not (c.left.partisan and c.right.partisan)):
        verdict = Verdict.PARTIAL
    if verdict is Verdict.AGREE:
        if alike(c) and not any(apart(c) for apart in APART) and not any(e.rule in OPPOSING for e in found):
            return Judgement(verdict=verdict, judged=True, differences=())
        verdict = Verdict.PARTIAL
    likely = sorted(chances.facets, key=lambda f: (-chances.facets[f], ORDER.index(f)))
    shown = {facet: _shown(c, facet, found) for facet in Facet}
    named = [f for i, f in enumerate(likely) if i == 0 or chances.facets[f] > threshold * _asked(shown[f])]
    if verdict is Verdict.CONFLICT:
        # Where nothing named can carry it, the matter is said and denied or put in opposed words.
        able = [*named, *(facet for facet in likely if facet in {Facet.POLARITY, Facet.FRAMING})]
        grave = next((facet for facet in able if any(_telling(c, e) for e in shown[facet])), None)
        if grave is not None:
            shown[grave] = [replace(e, verdict=Verdict.CONFLICT) for e in shown[grave]]
            return _judgement([e for f in likely if f in named or f is grave for e in shown[f]], judged=True)
    capped = [replace(e, verdict=Verdict.PARTIAL) for facet in named for e in shown[facet]]
    judged = verdict is Verdict.PARTIAL and any(e.rule not in ADDED and not e.rule.startswith("bare") for e in capped)
    return _judgement(capped, judged=judged)


def _asked(evidence: Sequence[Evidence]) -> float:
    """Return how many times the threshold a facet's chance must be: less where a rule shows it, never where no word does."""
    if any(e.rule.startswith("bare") for e in evidence):
        return math.inf
    return SHOWN if any(e.rule not in ADDED and not e.rule.startswith("weighed") for e in evidence) else 1.0


def _telling(c: Contrast, evidence: Evidence) -> bool:
    """Tell whether words can carry a conflict.

    No mere silence can, nor values that may both hold, nor one actor against both. What is covered is a conflict only
    where both sides speak of something agreed, ordered or to be done.
    """
    if evidence.rule in ADDED | MILD | {BOTH_DENY} or evidence.rule.startswith("bare"):
        return False
    if evidence.facet is Facet.SCOPE:
        return promised(c.left) and promised(c.right)
    if evidence.facet is Facet.FRAMING and both_praise(c):
        return False
    return evidence.facet not in VALUED or evidence.verdict is Verdict.CONFLICT


def _shown(c: Contrast, facet: Facet, found: Sequence[Evidence]) -> list[Evidence]:
    """Return what shows a facet: what the rules found, but one place only where they compare words rather than values."""
    evidence = [e for e in found if e.facet is facet]
    if facet not in VALUED:
        evidence = evidence[:1]
    if not evidence and (other := stand_in(c, facet)) is not None:
        evidence = [other]
    return evidence


def _judgement(evidence: Sequence[Evidence], *, judged: bool) -> Judgement:
    differences = tuple(
        ReadingDifference(facet=e.facet, verdict=e.verdict, left=e.left, right=e.right, explanation=e.explanation)
        for e in sorted(evidence, key=_rank)
    )
    verdict = gravest([d.verdict for d in differences]) if differences else Verdict.PARTIAL
    return Judgement(verdict=verdict, judged=judged, differences=differences)
