"""Fit the judge's weights to decided links, leaving whole events out."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeAlias

from claimdiff.evaluation.judge_regression import FREE, fit_classes, fit_one, shares
from claimdiff.evaluation.judge_samples import JudgeSample
from claimdiff.evaluation.logistic import TooFewEventsError, need_numpy
from claimdiff.verdict.weights import FLOOR, Weights
from claimdiff.vocabulary import Facet, Verdict

if TYPE_CHECKING:
    from claimdiff.evaluation.judge_regression import Floats

Class: TypeAlias = tuple[Verdict, Facet | None]

JOINT = tuple("""
cover:high cover:low shared length length:ratio only:sum hostile denial negated:one negated-verb:any bound:any bound:both
soft-steps talking:any agents:same agents:other agents:several agents:subset speakers:same blamed group figures:one
figures:both times:one times:both conflicts conflict:quantity conflict:time said:any past:any favourable possible:any
found:place found:polarity found:framing found:actor found:commitment rule:blame-differs rule:all-or-named steps:both
""".split())  # fmt: skip
"""Features that tell the verdict."""
OWN = {
    Facet.QUANTITY: "rule:quantity conflict:quantity figures:one figures:both rule:figure-added",
    Facet.TIME: "rule:time conflict:time rule:time-added rule:when-added times:both",
    Facet.PLACE: "found:place rule:place-added",
    Facet.SCOPE: "rule:members-differ rule:bound-added rule:bounds-differ rule:restricted length:ratio only:gap "
    "cover:high cover:low soft-steps",
    Facet.COMMITMENT: "step-rule steps:gap steps:both rule:only-possible rule:only-conditional bound:any bound:both "
    "talking:any soft-steps",
    Facet.ACTOR: "rule:one-of-both rule:actors-differ rule:all-or-named rule:both-or-one rule:blame-differs blamed "
    "agents:same agents:several agents:subset cover:high group",
    Facet.POLARITY: "negated:one rule:negated rule:denied denying:any negated-verb:any negated-plain:any found:polarity "
    "claiming:any hostile confirming:any",
    Facet.FRAMING: "tones-cross hostile favourable blame-words praise-words found:framing favourable:both "
    "rule:named-otherwise negated-plain:any",
}
"""Features of each facet by itself; each also counts times the chance of a conflict."""
COMMON = tuple("""
steps:both found:polarity found:framing figures:any times:any cover:high shared tones-cross speakers:same agents:several
past:any length negated-plain:any hostile rule:negated rule:denied found:commitment found:quantity found:time blamed
talking:both bound:both denying:any
""".split())  # fmt: skip
"""Features that every facet may use."""
LOGS = tuple(f"log:{verdict.value}" for verdict in Verdict)
JOINT_PENALTY, OWN_PENALTY, COMMON_PENALTY, LOG_PENALTY = 20.0, 10.0, 12.0, 1.0
THRESHOLD = 0.25
"""The probability from which a facet is named."""
DIGITS = 4


class JudgeFitter:
    """Fits the judge to decided links, with any events left out; what was fitted once is kept."""

    def __init__(self, samples: Sequence[JudgeSample]) -> None:
        self._samples = samples
        self._joint: dict[frozenset[str], tuple[list[Class], Floats]] = {}

    def fit(self, without: frozenset[str] = frozenset()) -> Weights:
        """Return weights fitted without the named events.

        The facets are fitted to verdicts that weights without their own event foretell. Raise TooFewEventsError where
        fewer than two events are left.
        """
        np = need_numpy()
        rows = [sample for sample in self._samples if sample.event not in without]
        classes, joint = self._joint_without(without)
        logs = np.zeros((len(rows), len(LOGS)))
        for event in sorted({row.event for row in rows}):
            inside = [i for i, row in enumerate(rows) if row.event == event]
            logs[inside] = _logs([rows[i] for i in inside], *self._joint_without(without | {event}))
        table = zip(("bias", *JOINT), joint, strict=True)
        return Weights(
            classes=tuple(classes),
            table={name: _rounded(row) for name, row in table if np.any(row)},
            facets={facet: _fit_facet(rows, facet, logs) for facet in OWN},
            threshold=THRESHOLD,
        )

    def _joint_without(self, without: frozenset[str]) -> "tuple[list[Class], Floats]":
        if without not in self._joint:
            kept = [sample for sample in self._samples if sample.event not in without]
            if not kept:
                raise TooFewEventsError
            self._joint[without] = _fit_joint(kept)
        return self._joint[without]


def _fit_joint(rows: Sequence[JudgeSample]) -> "tuple[list[Class], Floats]":
    """Fit classes of verdict and facet; a link with several facets counts in parts for each."""
    np = need_numpy()
    parts: list[tuple[int, Class, float]] = [
        (i, (row.verdict, facet), row.size / max(1, len(row.facets)))
        for i, row in enumerate(rows)
        for facet in _facets_of(row)
    ]
    classes = sorted({c for _, c, _ in parts}, key=lambda c: (c[0].gravity, c[1].value if c[1] else ""))
    weights = fit_classes(
        _matrix(rows, JOINT)[[i for i, _, _ in parts]],
        np.array([classes.index(c) for _, c, _ in parts]),
        np.array([size for _, _, size in parts]),
        count=len(classes),
        penalty=JOINT_PENALTY,
    )
    return classes, weights


def _facets_of(row: JudgeSample) -> list[Facet | None]:
    """Return the facets of a sample in order, or none at all as one class."""
    return [*sorted(row.facets, key=lambda facet: facet.value)] or [None]


def _logs(rows: Sequence[JudgeSample], classes: Sequence[Class], weights: "Floats") -> "Floats":
    """Return the logarithms of the verdicts' probabilities, kept from running off as the judge keeps them."""
    np = need_numpy()
    chances = shares(_matrix(rows, JOINT) @ weights)
    by_verdict = [[k for k, (v, _) in enumerate(classes) if v is verdict] for verdict in Verdict]
    found: Floats = np.log(np.stack([chances[:, index].sum(1) for index in by_verdict], 1) + FLOOR)
    return found


def _fit_facet(rows: Sequence[JudgeSample], facet: Facet, logs: "Floats") -> dict[str, float]:
    """Fit one facet on its own features, also times the chance of a conflict, and on those that all facets share."""
    np = need_numpy()
    own = OWN[facet].split()
    common = [name for name in COMMON if name not in own]
    mine = _matrix(rows, own)
    conflict = np.exp(logs[:, [list(Verdict).index(Verdict.CONFLICT)]]) - FLOOR
    columns = np.hstack([mine, mine[:, 1:] * conflict, _matrix(rows, common)[:, 1:], logs])
    names = ["bias", *own, *(f"{name}@conflict" for name in own), *common, *LOGS]
    penalties = [OWN_PENALTY] * (2 * len(own)) + [COMMON_PENALTY] * len(common) + [LOG_PENALTY] * len(LOGS)
    labels = np.array([float(facet in row.facets) for row in rows])
    sizes = np.array([float(row.size) for row in rows])
    weights = fit_one(columns, labels, sizes, penalties=np.array([FREE, *penalties]))
    return dict(zip(names, _rounded(weights), strict=True))


def _matrix(rows: Sequence[JudgeSample], names: Sequence[str]) -> "Floats":
    """Return the features of the samples, the constant first."""
    np = need_numpy()
    found: Floats = np.array([[1.0, *(row.values.get(name, 0.0) for name in names)] for row in rows])
    return found


def _rounded(values: "Floats") -> list[float]:
    return [round(float(value), DIGITS) for value in values]
