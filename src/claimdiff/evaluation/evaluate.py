"""Measure the matcher and the judge against what people decided, with every event left out in turn or not."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from claimdiff.accounts.model import Event
from claimdiff.alignment.weights import Weights
from claimdiff.comparison.model import Comparison
from claimdiff.comparison.options import Curation, Options
from claimdiff.evaluation.alarms import Alarms, false_alarms
from claimdiff.evaluation.baseline import Baseline, fit_baseline, predict_plainly
from claimdiff.evaluation.fit import Fitter
from claimdiff.evaluation.judge_fit import JudgeFitter
from claimdiff.evaluation.judge_samples import judge_samples_of
from claimdiff.evaluation.reliability import Reliability
from claimdiff.evaluation.samples import Sample, samples_of
from claimdiff.evaluation.tally import Score, prediction_of
from claimdiff.language.lexicon import Lexicon
from claimdiff.pipeline import compare_accounts
from claimdiff.verdict.weights import Weights as JudgeWeights

IGNORE = Options(curation=Curation.IGNORE)
REJUDGE = Options(curation=Curation.REJUDGE)


@dataclass(slots=True)
class Outcome:
    """The figures of one event or of all: the matcher alone, the judge with the curated links given, and plain TF-IDF."""

    matcher: Score = field(default_factory=Score)
    given: Score = field(default_factory=Score)
    plain: Score = field(default_factory=Score)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """All that was measured. ``left_out``: whether the weights had not seen the event that they were measured on."""

    left_out: bool
    events: Mapping[str, Outcome]
    total: Outcome
    reliability: Reliability
    alarms: Alarms
    weights: Mapping[str, Weights]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fits:
    """What measures one event: the matcher's weights, the judge's (None: the shipped ones), and plain TF-IDF."""

    matcher: Weights
    judge: JudgeWeights | None
    plain: Baseline


Comparing = Callable[[Event, tuple[str, str], JudgeWeights | None], Comparison]


def evaluate(
    events: Sequence[Event],
    *,
    lexicon: Lexicon,
    weights: Weights,
    judge: JudgeWeights | None = None,
    leave_one_out: bool = False,
    fitting: Sequence[Event] | None = None,
    progress: Callable[[int, int], None] | None = None,
    comparing: Comparing | None = None,
) -> Evaluation:
    """Measure on every reviewed pair of accounts of ``events``.

    With ``leave_one_out`` the matcher's weights and the judge's are fitted anew for each event, to the ``fitting`` events
    (``events`` unless given) without it; else ``weights`` and the shipped judge are used. A ``judge`` that is given is used
    either way. Plain TF-IDF is always fitted without the event. ``progress`` is told after each event how many of how many
    are done. ``comparing`` compares two accounts of an event in place of the shipped matcher, without a look at what was
    decided, with the judge's weights that it is given; the false alarms stay those of the shipped one. Raise ValueError
    where no pair of accounts is reviewed, or too few events are there to leave one out.
    """
    samples = samples_of(events, lexicon)
    if not samples:
        message = "no pair of accounts is reviewed to the end, so that there is nothing to measure against"
        raise ValueError(message)
    known = samples if fitting is None else samples_of(fitting, lexicon)
    fitter = Fitter(known) if leave_one_out else None
    judges = (
        JudgeFitter(judge_samples_of(events if fitting is None else fitting, lexicon))
        if leave_one_out and judge is None
        else None
    )
    outcomes: dict[str, Outcome] = {}
    total, reliability = Outcome(), Reliability()
    used: dict[str, Weights] = {}
    for done, event in enumerate(events, start=1):
        own = [sample for sample in samples if sample.event == event.key]
        if own:
            without = frozenset({event.key})
            fits = Fits(
                matcher=fitter.fit(without) if fitter else weights,
                judge=judges.fit(without) if judges else judge,
                plain=fit_baseline([s for s in known if s.event != event.key] or known),
            )
            used[event.key], outcome = fits.matcher, Outcome()
            outcomes[event.key] = outcome
            for sample in own:
                alone = None if comparing is None else comparing(event, sample.truth.accounts, fits.judge)
                _measure(event, sample, fits, lexicon, (outcome, total), reliability, alone)
        if progress is not None:
            progress(done, len(events))
    return Evaluation(
        left_out=leave_one_out,
        events=outcomes,
        total=total,
        reliability=reliability,
        alarms=false_alarms([e for e in events if e.key in used], used, lexicon),
        weights=used,
    )


def _measure(
    event: Event,
    sample: Sample,
    fits: Fits,
    lexicon: Lexicon,
    outcomes: tuple[Outcome, Outcome],
    reliability: Reliability,
    alone: Comparison | None,
) -> None:
    truth = sample.truth
    found = prediction_of(alone or _compare(event, truth.accounts, IGNORE, lexicon, fits), truth)
    given = prediction_of(_compare(event, truth.accounts, REJUDGE, lexicon, fits), truth)
    for outcome in outcomes:
        outcome.matcher.add(truth, found)
        outcome.given.add_verdicts(truth, {pair: call for pair, call in given.sure.items() if pair in truth.links})
        outcome.plain.add(truth, predict_plainly(sample, fits.plain))
    reliability.add(truth, found)


def _compare(event: Event, accounts: tuple[str, str], options: Options, lexicon: Lexicon, fits: Fits) -> Comparison:
    pair = [event.account(key) for key in accounts]
    report = compare_accounts(
        event, pair, options=options, lexicon=lexicon, weights=fits.matcher, judge_weights=fits.judge
    )
    (comparison,) = report.comparisons
    return comparison
