"""Count what a comparison got right, by the rules of the figures that the documentation quotes.

Rules. A link of n and m ids stands for its n x m pairs. The prediction is the report's sure links plus the possible ones
that are chosen; sure ones are counted apart. Pairs decided doubtful count neither way, in links, verdicts and facets; an
assertion in no link but in a doubtful pair counts neither way as an omission. An assertion is predicted silent where it is
in no predicted link; the report's omissions are counted apart as likely ones. Verdicts and facets are counted end to end
over pairs; verdict accuracy over the pairs that both link. The rank of a true partner is the better of its two ranks (from
either side) among the candidates, ties counted against it.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from claimdiff.comparison.model import Comparison, Link, Possible
from claimdiff.evaluation.truth import IdPair, Placed, Truth, ends
from claimdiff.vocabulary import Facet, Verdict


@dataclass(slots=True)
class Tally:
    """Right, wrong and missed calls of one kind."""

    tp: int = 0
    fp: int = 0
    fn: int = 0

    def add(self, predicted: Collection[object], truth: Collection[object]) -> None:
        """Count predicted things against true ones."""
        found, true = set(predicted), set(truth)
        self.tp += len(found & true)
        self.fp += len(found - true)
        self.fn += len(true - found)

    @property
    def precision(self) -> float | None:
        """Return the share of the calls that are right, None where there is no call."""
        return self.tp / (self.tp + self.fp) if self.tp + self.fp else None

    @property
    def recall(self) -> float | None:
        """Return the share of the true ones that are called, None where there is none."""
        return self.tp / (self.tp + self.fn) if self.tp + self.fn else None

    @property
    def f1(self) -> float | None:
        """Return the harmonic mean of precision and recall, None where there is neither a call nor a true one."""
        total = 2 * self.tp + self.fp + self.fn
        return 2 * self.tp / total if total else None

    def figures(self) -> dict[str, Any]:
        """Return the figures with four places."""
        return {
            "precision": rounded(self.precision),
            "recall": rounded(self.recall),
            "f1": rounded(self.f1),
            "tp": self.tp,
            "fp": self.fp,
            "fn": self.fn,
        }


def rounded(value: float | None) -> float | None:
    """Return a figure with four places."""
    return None if value is None else round(value, 4)


@dataclass(frozen=True, slots=True, kw_only=True)
class Prediction:
    """What a way of matching says of one pair of accounts, left being the truth's first account.

    ``sure`` and ``chosen``: linked pairs with verdict and facets; ``likely``: assertions called omissions; ``candidates``:
    scored pairs.
    """

    sure: Mapping[IdPair, tuple[Verdict | None, frozenset[Facet]]]
    chosen: Mapping[IdPair, tuple[Verdict | None, frozenset[Facet]]]
    likely: frozenset[Placed]
    candidates: Mapping[IdPair, float]


def prediction_of(comparison: Comparison, truth: Truth) -> Prediction:
    """Return what a comparison says, turned so that its left is the truth's first account."""
    turned = comparison.left != truth.accounts[0]

    def pairs(links: Sequence[Link | Possible]) -> dict[IdPair, tuple[Verdict | None, frozenset[Facet]]]:
        found: dict[IdPair, tuple[Verdict | None, frozenset[Facet]]] = {}
        for link in links:
            facets = frozenset(difference.facet for difference in link.differences)
            for a in link.right if turned else link.left:
                for b in link.left if turned else link.right:
                    found[a, b] = link.verdict, facets
        return found

    return Prediction(
        sure=pairs(comparison.links),
        chosen=pairs([possible for possible in comparison.possible if possible.chosen]),
        likely=frozenset(("L" if o.account == truth.accounts[0] else "R", o.id) for o in comparison.omissions),
        candidates={
            ((c.right, c.left) if turned else (c.left, c.right)): round(c.score, 4) for c in comparison.candidates
        },
    )


@dataclass(slots=True)
class Score:
    """All figures over one pair of accounts or many."""

    links: Tally = field(default_factory=Tally)
    sure: Tally = field(default_factory=Tally)
    sure_conflicts: Tally = field(default_factory=Tally)
    omissions: Tally = field(default_factory=Tally)
    likely: Tally = field(default_factory=Tally)
    verdicts: dict[Verdict, Tally] = field(default_factory=lambda: {verdict: Tally() for verdict in Verdict})
    facets: Tally = field(default_factory=Tally)
    shared: int = 0
    right: int = 0
    ranks: list[int | None] = field(default_factory=list)

    def add(self, truth: Truth, prediction: Prediction) -> None:
        """Count one pair of accounts."""
        sure = {pair: call for pair, call in prediction.sure.items() if pair not in truth.doubtful}
        predicted = sure | {pair: call for pair, call in prediction.chosen.items() if pair not in truth.doubtful}
        self.links.add(predicted, truth.links)
        self.sure.add(sure, truth.links)
        self.sure_conflicts.add(_with(sure, Verdict.CONFLICT), _with(truth.links, Verdict.CONFLICT))
        self.omissions.add(truth.every - ends(predicted) - truth.open_, truth.silent)
        self.likely.add(prediction.likely - truth.open_, truth.silent)
        self.add_verdicts(truth, predicted)
        self.ranks += [rank(prediction.candidates, pair) for pair in truth.links]

    def add_verdicts(self, truth: Truth, predicted: Mapping[IdPair, tuple[Verdict | None, frozenset[Facet]]]) -> None:
        """Count the verdicts and facets of one pair of accounts."""
        for verdict, tally in self.verdicts.items():
            tally.add(_with(predicted, verdict), _with(truth.links, verdict))
        self.facets.add(_facets(predicted), _facets(truth.links))
        for pair in predicted.keys() & truth.links.keys():
            self.shared += 1
            self.right += predicted[pair][0] == truth.links[pair][0]

    def top(self, k: int) -> float | None:
        """Return the share of true partners that are among the first k candidates."""
        return sum(r is not None and r <= k for r in self.ranks) / len(self.ranks) if self.ranks else None

    @property
    def accuracy(self) -> float | None:
        """Return the share of right verdicts over the pairs that both link."""
        return self.right / self.shared if self.shared else None

    @property
    def macro_f1(self) -> float | None:
        """Return the mean F1 of the verdicts that occur."""
        scored = [tally.f1 for tally in self.verdicts.values() if tally.f1 is not None]
        return sum(scored) / len(scored) if scored else None

    def figures(self) -> dict[str, Any]:
        """Return all figures, with four places."""
        return {
            "links": self.links.figures(),
            "sure_links": self.sure.figures(),
            "sure_conflicts": self.sure_conflicts.figures(),
            "omissions": self.omissions.figures(),
            "likely_omissions": self.likely.figures(),
            "verdict_accuracy": rounded(self.accuracy),
            "verdict_macro_f1": rounded(self.macro_f1),
            "verdicts": {verdict.value: tally.figures() for verdict, tally in self.verdicts.items()},
            "facets": self.facets.figures(),
            "partner_in_top": {str(k): rounded(self.top(k)) for k in (1, 3, 5)},
        }


def _with(pairs: Mapping[IdPair, tuple[Verdict | None, frozenset[Facet]]], verdict: Verdict) -> set[IdPair]:
    return {pair for pair, (found, _) in pairs.items() if found is verdict}


def _facets(pairs: Mapping[IdPair, tuple[Verdict | None, frozenset[Facet]]]) -> set[tuple[IdPair, Facet]]:
    return {(pair, facet) for pair, (_, facets) in pairs.items() for facet in facets}


def rank(candidates: Mapping[IdPair, float], pair: IdPair) -> int | None:
    """Return the better of a pair's two ranks among the candidates, None where it is not among them."""
    score = candidates.get(pair)
    if score is None:
        return None
    rivals = [[v for key, v in candidates.items() if key != pair and key[i] == pair[i]] for i in (0, 1)]
    return 1 + min(sum(v >= score for v in side) for side in rivals)
