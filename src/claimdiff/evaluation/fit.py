"""Fit the matcher's weights and cut-offs to reviewed pairs of accounts, leaving whole events out."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from claimdiff.alignment.assign import assign
from claimdiff.alignment.features import FEATURES
from claimdiff.alignment.score import (
    IDENTICAL,
    first_pass,
    log_rivals,
    log_totals,
    logistic,
    second_pass,
)
from claimdiff.alignment.silence import Silence, log_odds, silences
from claimdiff.alignment.weights import Weights
from claimdiff.evaluation.logistic import Table, TooFewEventsError, fit_logistic, fit_table
from claimdiff.evaluation.samples import Sample

Pair = tuple[int, int]

RIDGE = 10.0
RIDGE_AFTER = 1.0
DIGITS = 6
SURE_PRECISION = 0.93
"""Asked of the sure band on events left out; a little more than is promised, since the cut-off itself is fitted."""
LIKELY_PRECISION = 0.98
"""Asked of likely omissions, of which 19 of 20 are to be right; more than that, for the same reason."""
LEAST_CALLS = 20
"""A band's precision is not believed on fewer calls than these."""
CUTS = range(8, 61)
NEAR = 5
"""Cut-offs tried for chosen links, in hundredths, and over how many to either side F1 is averaged."""
POSSIBLE = 0.1
"""Lowest score of a possible link: one such pair in ten is a link."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """The first pass of one sample by weights that have not seen its event."""

    sample: Sample
    first: dict[Pair, float]
    base: float


class Fitter:
    """Fits to reviewed pairs, with any events left out; what was fitted once is kept."""

    def __init__(self, samples: Sequence[Sample]) -> None:
        self._samples = samples
        self._examples = {sample.event: _examples(samples, sample.event) for sample in samples}
        self._first: dict[frozenset[str], tuple[dict[str, float], float]] = {}

    def fit(self, without: frozenset[str] = frozenset()) -> Weights:
        """Return weights fitted without the named events.

        The first pass is fitted to all the others, and all that follows to their first passes with each of them left out
        in turn. Raise TooFewEventsError where fewer than two events are left.
        """
        features, base = self._first_without(without)
        left_out = [
            self.left_out(sample, without | {sample.event}) for sample in self._samples if sample.event not in without
        ]
        return finished(features, base, left_out)

    def left_out(self, sample: Sample, without: frozenset[str]) -> LeftOut:
        """Return the first pass of a sample by weights fitted without the named events."""
        features, base = self._first_without(without)
        first = first_pass(sample.values, replace(_START, features=features, base=base))
        first |= {pair: max(IDENTICAL, first.get(pair, 0.0)) for pair in sample.same}
        return LeftOut(sample=sample, first=first, base=base)

    def _first_without(self, without: frozenset[str]) -> tuple[dict[str, float], float]:
        if without not in self._first:
            kept = [table for event, table in self._examples.items() if event not in without]
            if not kept:
                raise TooFewEventsError
            self._first[without] = fit_first(Table.joined(kept))
        return self._first[without]


def _examples(samples: Sequence[Sample], event: str) -> Table:
    nothing = (0.0,) * len(FEATURES)
    rows, labels = [], []
    for sample in samples:
        if sample.event == event:
            pairs = ((i, j) for i in range(sample.sizes[0]) for j in range(sample.sizes[1]))
            counted = [pair for pair in pairs if pair not in sample.doubtful]
            rows += [sample.values.get(pair, nothing) for pair in counted]
            labels += [pair in sample.true for pair in counted]
    return Table.of(rows, labels)


def fit_first(table: Table) -> tuple[dict[str, float], float]:
    """Return the weights of the features and the base.

    No tie speaks against a link: a feature whose weight would be below 0 is left out, and the others are fitted anew.
    """
    used = list(range(len(FEATURES)))
    while True:
        coefficients, base = fit_table(table.columns(used), ridge=RIDGE)
        if min(coefficients) >= 0.0:
            break
        used = [k for k, coefficient in zip(used, coefficients, strict=True) if coefficient >= 0.0]
    found = dict(zip(used, coefficients, strict=True))
    return {name: round(found.get(k, 0.0), DIGITS) for k, name in enumerate(FEATURES)}, round(base, DIGITS)


_START = Weights(
    features={}, base=0.0, own=1.0, rivals=0.0, offset=0.0, silent=0.0, silent_total=0.0, silent_unmatched=0.0,
    silent_sizes=0.0, silent_matched=0.0, sure=1.0, chosen=1.0, possible=1.0, likely=1.0,
)  # fmt: skip


def _fit_second(left_out: Sequence[LeftOut]) -> tuple[float, float, float]:
    """Return own, rivals and offset: one slope on the log of the pair's share in its row times that in its column.

    Two slopes, with the pair's own log-odds apart, did no better on events left out.
    """
    rows, labels = [], []
    for one in left_out:
        rivals = log_rivals(one.first, log_totals(one.first, one.sample.sizes, one.base))
        for pair, value in one.first.items():
            if pair not in one.sample.doubtful:
                rows.append((2.0 * value - rivals[pair],))
                labels.append(pair in one.sample.true)
    (slope,), offset = fit_logistic(rows, labels, ridge=RIDGE_AFTER)
    slope = round(slope, DIGITS)
    return round(2.0 * slope, DIGITS), slope, round(offset, DIGITS)


def _fit_silence(left_out: Sequence[LeftOut], weights: Weights) -> Weights:
    """Return the weights with those of what tells of a silence; they have the second pass already."""
    rows, labels = [], []
    for one in left_out:
        for side, found in enumerate(_silences(one, weights)):
            for i, silence in enumerate(found):
                if i not in one.sample.open_[side]:
                    rows.append(silence)
                    labels.append(i in one.sample.silent[side])
    factors, base = fit_logistic(rows, labels, ridge=RIDGE_AFTER)
    total, unmatched, sizes, matched = (round(value, DIGITS) for value in factors)
    return replace(
        weights,
        silent=round(base, DIGITS),
        silent_total=total,
        silent_unmatched=unmatched,
        silent_sizes=sizes,
        silent_matched=matched,
    )


def _silences(one: LeftOut, weights: Weights) -> tuple[list[Silence], list[Silence]]:
    totals = log_totals(one.first, one.sample.sizes, one.base)
    return silences(totals, one.sample.unmatched, scores_of(one, weights))


def finished(features: Mapping[str, float], base: float, left_out: Sequence[LeftOut]) -> Weights:
    """Return weights of which all that follows the first pass is fitted to first passes of events left out."""
    own, rivals, offset = _fit_second(left_out)
    paired = replace(_START, features=features, base=base, own=own, rivals=rivals, offset=offset)
    weights = _fit_silence(left_out, paired)
    sure, chosen, likely = _cuts(left_out, weights)
    return replace(weights, sure=sure, chosen=chosen, possible=min(POSSIBLE, chosen), likely=likely)


def scores_of(one: LeftOut, weights: Weights) -> dict[Pair, float]:
    """Return the scores of a sample by its own first pass and the second pass of the weights."""
    rivals = log_rivals(one.first, log_totals(one.first, one.sample.sizes, one.base))
    return {pair: logistic(second_pass(value, rivals[pair], weights)) for pair, value in one.first.items()}


def silences_of(one: LeftOut, weights: Weights) -> tuple[list[float], list[float]]:
    """Return for every assertion of both sides how probable it is that the other does not have it."""
    ours, theirs = ([logistic(log_odds(silence, weights)) for silence in side] for side in _silences(one, weights))
    return ours, theirs


def _cuts(left_out: Sequence[LeftOut], weights: Weights) -> tuple[float, float, float]:
    scored = [(one.sample, scores_of(one, weights)) for one in left_out]
    return cuts(scored, [silences_of(one, weights) for one in left_out], possible=POSSIBLE)


def cuts(
    scored: Sequence[tuple[Sample, Mapping[Pair, float]]],
    silences: Sequence[tuple[Sequence[float], Sequence[float]]],
    *,
    possible: float,
    joins: bool = True,
) -> tuple[float, float, float]:
    """Return the lowest score of sure links, of chosen links, and the lowest value of likely omissions.

    ``silences``: for each sample a value for every assertion of both sides, the higher the likelier it is an omission; one
    in a pair of at least the ``possible`` score is never one.
    """
    chosen = _best_cut(scored, joins=joins)
    calls = [
        (scores[pair], pair in sample.true)
        for sample, scores in scored
        for pair in assigned(sample, scores, chosen, joins=joins)
        if pair not in sample.doubtful
    ]
    likely = []
    for (sample, scores), found in zip(scored, silences, strict=True):
        pairs = {pair for pair, score in scores.items() if score >= possible}
        pairs |= assigned(sample, scores, chosen, joins=joins)
        for side, values in enumerate(found):
            near = {pair[side] for pair in pairs} | sample.open_[side]
            likely += [(value, i in sample.silent[side]) for i, value in enumerate(values) if i not in near]
    return _cut_for(calls, SURE_PRECISION), chosen, _cut_for(likely, LIKELY_PRECISION)


def assigned(sample: Sample, scores: Mapping[Pair, float], least: float, *, joins: bool = True) -> set[Pair]:
    """Return the pairs that the assignment makes at a cut-off."""
    taken, joined = assign(scores, *sample.keys, least=least, fixed=sample.same)
    return {*taken, *joined} if joins else set(taken)


def _best_cut(scored: Sequence[tuple[Sample, Mapping[Pair, float]]], *, joins: bool) -> float:
    """Return the lowest score to choose at which links have the best F1 over all samples, that of near cut-offs averaged.

    The curve is flat and ragged near its top; the mean of its neighbourhood varies less from one set of events to another.
    """
    curve = [_f1(scored, step / 100, joins=joins) for step in CUTS]
    near = [curve[max(0, k - NEAR) : k + NEAR + 1] for k in range(len(curve))]
    means = [sum(values) / len(values) for values in near]
    return CUTS[means.index(max(means))] / 100


def _f1(scored: Sequence[tuple[Sample, Mapping[Pair, float]]], cut: float, *, joins: bool) -> float:
    true = right = made = 0
    for sample, scores in scored:
        pairs = assigned(sample, scores, cut, joins=joins) - sample.doubtful
        true += len(sample.true)
        made += len(pairs)
        right += len(pairs & sample.true)
    return 2 * right / (true + made)


def _cut_for(calls: Sequence[tuple[float, bool]], precision: float) -> float:
    """Return the lowest value from which the share of right calls is at least ``precision``; 1 where none is."""
    right, cut = 0, 1.0
    ordered = sorted(calls, key=lambda call: (-call[0], call[1]))
    for n, (value, true) in enumerate(ordered, start=1):
        right += true
        last = n == len(ordered) or ordered[n][0] < value
        if last and n >= LEAST_CALLS and right / n >= precision:
            cut = value
    return math.floor(cut * 10_000) / 10_000
