"""What is known of two accounts before anybody decides: ranked partners, suggested links, likely omissions, verdicts."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from claimdiff.accounts.model import Account
from claimdiff.alignment.model import Alignment
from claimdiff.comparison.sides import Side
from claimdiff.language.reading import Reading
from claimdiff.verdict.judge import judge_readings
from claimdiff.verdict.model import Judgement
from claimdiff.vocabulary import Facet, Verdict

Ref: TypeAlias = tuple[int, str]
"""A side (0 left, 1 right) and the id of one of its assertions."""

Ids: TypeAlias = tuple[str, ...]

RANKED = 20
"""Candidates to keep for every assertion: nine are shown, and those decided apart or omitted drop out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """The verdict and the facets that the judge suggests for a link; ``judged`` is False where no rule could tell."""

    verdict: Verdict
    judged: bool
    facets: tuple[Facet, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestedLink:
    """A link that the matcher would make."""

    left: Ids
    right: Ids
    score: float
    verdict: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """Two accounts in the order of their links file, and all that the matcher and the judge say of them.

    ``partners``: for every assertion those of the other side with their scores, the best first. ``likely``: assertions that
    the other side very likely does not have.
    """

    left: Account
    right: Account
    partners: Mapping[Ref, tuple[tuple[str, float], ...]]
    links: tuple[SuggestedLink, ...]
    likely: frozenset[Ref]
    readings: tuple[Mapping[str, Reading], Mapping[str, Reading]] = field(repr=False)
    _judged: dict[tuple[Ids, Ids], Judgement] = field(default_factory=dict, repr=False)

    def account(self, side: int) -> Account:
        """Return the account of a side."""
        return (self.left, self.right)[side]

    def text(self, ref: Ref) -> str:
        """Return the text of an assertion."""
        return self.account(ref[0]).assertion(ref[1]).text

    def judge(self, left: Ids, right: Ids) -> Judgement:
        """Return what the judge says of assertions taken as linked."""
        known = self._judged.get((left, right))
        if known is None:
            known = judge_readings([self.readings[0][i] for i in left], [self.readings[1][i] for i in right])
            self._judged[left, right] = known
        return known

    def suggest(self, left: Ids, right: Ids) -> Suggestion:
        """Return the verdict and facets to suggest."""
        found = self.judge(left, right)
        facets = tuple(dict.fromkeys(difference.facet for difference in found.differences))
        return Suggestion(verdict=found.verdict, judged=found.judged, facets=facets)


Align: TypeAlias = Callable[[Sequence[Reading], Sequence[Reading]], Alignment]
"""The matcher, its data given already; it has to keep ``RANKED`` candidates."""


def matter(left: Side, right: Side, align: Align) -> Matter:
    """Match two accounts, whatever is decided on them."""
    found = align(left.readings, right.readings)
    ids = [[assertion.id for assertion in side.account.assertions] for side in (left, right)]
    partners: dict[Ref, list[tuple[str, float]]] = {(n, i): [] for n in (0, 1) for i in ids[n]}
    for (i, j), score in found.candidates.items():
        partners[0, ids[0][i]].append((ids[1][j], score))
        partners[1, ids[1][j]].append((ids[0][i], score))
    readings = tuple(dict(zip(ids[n], side.readings, strict=True)) for n, side in enumerate((left, right)))
    links = []
    for link in found.links:
        if link.chosen:
            ends = tuple(ids[0][i] for i in link.left), tuple(ids[1][j] for j in link.right)
            judgement = judge_readings([readings[0][a] for a in ends[0]], [readings[1][b] for b in ends[1]])
            links.append(SuggestedLink(left=ends[0], right=ends[1], score=link.score, verdict=judgement.verdict))
    return Matter(
        left=left.account,
        right=right.account,
        partners={ref: tuple(sorted(rows, key=lambda row: -row[1])) for ref, rows in partners.items()},
        links=tuple(links),
        likely=frozenset(
            (n, ids[n][i]) for n, likely in enumerate((found.left_likely, found.right_likely)) for i in likely
        ),
        readings=(readings[0], readings[1]),
    )
