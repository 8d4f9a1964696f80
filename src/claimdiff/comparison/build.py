"""Bring decisions, alignment and verdicts on two accounts together into one comparison."""

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from claimdiff.accounts.model import Assertion, LinkDecision
from claimdiff.alignment.model import AlignedLink, Alignment, not_aligned
from claimdiff.comparison.decided import Decided, is_complete, is_reviewed, settled
from claimdiff.comparison.judging import decided_differences, judged_difference
from claimdiff.comparison.model import (
    Candidate,
    Comparison,
    Doubtful,
    Evidence,
    Link,
    Nearest,
    Omission,
    Open,
    Possible,
)
from claimdiff.comparison.options import Curation, Options
from claimdiff.comparison.sides import Given, Side, given
from claimdiff.vocabulary import OmissionStatus, Origin, Role, Undecided

if TYPE_CHECKING:
    from claimdiff.alignment.weights import Weights
    from claimdiff.language.lexicon import Lexicon
    from claimdiff.language.reading import Reading
    from claimdiff.verdict.model import Judgement
    from claimdiff.verdict.weights import Weights as JudgeWeights

# What reads, matches and judges is imported where it is first needed: a pair that people have decided to the end, in all its
# words, is shown without any of it.


def compare_pair(
    left: Side,
    right: Side,
    decided: Decided,
    *,
    options: Options,
    lexicon: "Given[Lexicon]",
    weights: "Given[Weights]",
    matcher: Callable[..., Alignment] | None = None,
    judge_weights: "JudgeWeights | None" = None,
) -> Comparison:
    """Compare two accounts: decisions first, then what the matcher adds for what is not decided.

    ``matcher`` aligns two accounts in place of the shipped one, which is given the lexicon and the weights: it takes two
    sequences of readings, ``top`` and ``apart`` as ``alignment.align`` does. ``judge_weights``: those that judge links, the
    shipped ones unless given, which are loaded when the first link is judged.
    """
    return _Builder(
        left, right, decided, options, matcher or partial(_shipped, lexicon, weights), judge_weights
    ).build()


def _shipped(
    lexicon: "Given[Lexicon]",
    weights: "Given[Weights]",
    left: "Sequence[Reading]",
    right: "Sequence[Reading]",
    **more: Any,
) -> Alignment:
    from claimdiff.alignment.align import align

    return align(left, right, lexicon=given(lexicon), weights=given(weights), **more)


class _Builder:
    def __init__(
        self,
        left: Side,
        right: Side,
        decided: Decided,
        options: Options,
        matcher: Callable[..., Alignment],
        judge_weights: "JudgeWeights | None",
    ) -> None:
        self.left, self.right, self.decided, self.options = left, right, decided, options
        self.judge_weights = judge_weights
        self.left_index, self.right_index = left.index, right.index
        self.settled = settled(left.account, right.account, decided)
        self.reviewed = is_reviewed(left.account, right.account, decided, options.complete)
        self.alignment = self._aligned(matcher)

    def _aligned(self, matcher: Callable[..., Alignment]) -> Alignment:
        """Return what the matcher says; nothing where people have decided all and nobody asked for scores."""
        if self.reviewed and not self.options.scores:
            return not_aligned(len(self.left.readings), len(self.right.readings))
        return matcher(self.left.readings, self.right.readings, top=self.options.candidates, apart=self._never_linked())

    def build(self) -> Comparison:
        decided = self.decided
        links = [self._curated(link, Origin.CURATED) for link in decided.links]
        possible: list[Possible] = []
        if self.options.curation is not Curation.ONLY:
            for aligned in self.alignment.links:
                if self._adds(aligned):
                    links += [self._matched(aligned)] if aligned.sure else []
                    possible += [] if aligned.sure else [self._possible(aligned)]
        proposed = [self._curated(link, Origin.PROPOSED) for link in decided.proposed]
        omissions, undecided = self._silences(links, [*possible, *proposed])
        order = self._order
        return Comparison(
            left=self.left.account.key,
            right=self.right.account.key,
            reviewed=self.reviewed,
            links=tuple(sorted(links, key=order)),
            possible=tuple(sorted(possible, key=lambda p: (-p.score, *order(p)))),
            proposed=tuple(sorted(proposed, key=order)),
            doubtful=tuple(
                sorted((Doubtful(left=p.left, right=p.right, note=p.note) for p in decided.doubtful), key=order)
            ),
            omissions=tuple(omissions),
            undecided=tuple(undecided),
            candidates=self._candidates(),
            stale=decided.stale,
        )

    def _complete(self, side: Side) -> bool:
        return is_complete(side.account, self.options.complete)

    def _never_linked(self) -> Collection[tuple[int, int]]:
        """Return the pairs that the matcher must not link: decided apart or doubtful, both settled, or one found omitted."""
        left_settled, right_settled = self.settled
        pairs = {(self.left_index[a], self.right_index[b]) for a, b in self.decided.apart}
        for pair in self.decided.doubtful:
            pairs |= {(self.left_index[a], self.right_index[b]) for a in pair.left for b in pair.right}
        omitted = self.decided.omitted
        lefts = {i for a, i in self.left_index.items() if (self.left.account.key, a) in omitted}
        rights = {j for b, j in self.right_index.items() if (self.right.account.key, b) in omitted}
        pairs |= {(i, j) for i in lefts for j in self.right_index.values()}
        pairs |= {(i, j) for j in rights for i in self.left_index.values()}
        pairs |= {(self.left_index[a], self.right_index[b]) for a in left_settled for b in right_settled}
        if self.reviewed:
            pairs |= {(i, j) for i in self.left_index.values() for j in self.right_index.values()}
        return pairs

    def _adds(self, aligned: AlignedLink) -> bool:
        """Tell whether a link of the matcher is about something that is not settled."""
        ids = self._ids(aligned)
        return any(a not in self.settled[0] for a in ids[0]) or any(b not in self.settled[1] for b in ids[1])

    # -- links

    def _curated(self, link: LinkDecision, origin: Origin) -> Link:
        left, right = self._assertions(link.left, link.right)
        verdict, judged = link.verdict, True
        if self.options.curation is Curation.REJUDGE:
            judgement = self._judge(link.left, link.right)
            verdict, judged = judgement.verdict, judgement.judged
            differences = tuple(judged_difference(d, left, right) for d in judgement.differences)
        else:
            differences = decided_differences(link, lambda: self._judge(link.left, link.right), left, right)
        return Link(
            left=link.left,
            right=link.right,
            verdict=verdict,
            judged=judged,
            origin=origin,
            differences=differences,
            evidence=self._evidence(link.left, link.right),
            score=self._best(link.left, link.right),
            by=link.by,
            note=link.note,
        )

    def _matched(self, aligned: AlignedLink) -> Link:
        ids = self._ids(aligned)
        left, right = self._assertions(*ids)
        judgement = self._judge(*ids)
        return Link(
            left=ids[0],
            right=ids[1],
            verdict=judgement.verdict,
            judged=judgement.judged,
            origin=Origin.MATCHED,
            differences=tuple(judged_difference(d, left, right) for d in judgement.differences),
            evidence=self._evidence(*ids),
            score=aligned.score,
        )

    def _possible(self, aligned: AlignedLink) -> Possible:
        link = self._matched(aligned)
        return Possible(
            left=link.left,
            right=link.right,
            chosen=aligned.chosen,
            score=aligned.score,
            verdict=link.verdict,
            judged=link.judged,
            differences=link.differences,
            evidence=link.evidence,
        )

    def _judge(self, left: Sequence[str], right: Sequence[str]) -> "Judgement":
        from claimdiff.verdict.judge import judge_readings

        return judge_readings(
            [self.left.readings[i] for i in _by_text(self.left, self.left_index, left)],
            [self.right.readings[j] for j in _by_text(self.right, self.right_index, right)],
            weights=self.judge_weights,
        )

    def _evidence(self, left: Sequence[str], right: Sequence[str]) -> tuple[Evidence, ...]:
        """Return the reasons of the best pair of a link."""
        pairs = [(self.left_index[a], self.right_index[b]) for a in left for b in right]
        reasons = [self.alignment.reasons[pair] for pair in pairs if pair in self.alignment.reasons]
        best = max(reasons, key=lambda rows: sum(reason.weight for reason in rows), default=())
        return tuple(Evidence(feature=r.feature, weight=r.weight, left=r.left, right=r.right) for r in best)

    def _best(self, left: Sequence[str], right: Sequence[str]) -> float | None:
        pairs = [(self.left_index[a], self.right_index[b]) for a in left for b in right]
        scores = [self.alignment.candidates[pair] for pair in pairs if pair in self.alignment.candidates]
        return max(scores, default=None)

    # -- what stands in no link

    def _silences(
        self, links: Sequence[Link], reviewable: Sequence[Possible | Link]
    ) -> tuple[list[Omission], list[Open]]:
        omissions: list[Omission] = []
        undecided: list[Open] = []
        doubtful = self.decided.in_doubt()
        for n, (side, other) in enumerate(((self.left, self.right), (self.right, self.left))):
            linked = {i for link in links for i in _end(link, n)}
            maybe = {i for link in reviewable for i in _end(link, n)}
            for at, assertion in enumerate(side.account.assertions):
                if assertion.id in linked:
                    continue
                nearest = self._nearest(n, at)
                status = self._omission(side, other, assertion.id, n, at)
                common = {"account": side.account.key, "id": assertion.id, "missing_from": other.account.key}
                if status is not None:
                    omissions.append(Omission(**common, status=status, nearest=nearest))
                    continue
                why = self._why(assertion.id, maybe, doubtful[n], other)
                undecided.append(Open(**common, why=why, nearest=nearest))
        return omissions, undecided

    def _omission(self, side: Side, other: Side, assertion_id: str, n: int, at: int) -> OmissionStatus | None:
        if not self._complete(other):
            return None
        if (side.account.key, assertion_id) in self.decided.omitted:
            return OmissionStatus.CONFIRMED
        principals = all(s.account.role is Role.PRINCIPAL for s in (side, other))
        counted = principals or self.options.all_roles
        undecided = assertion_id not in self.settled[n] and self.options.curation is not Curation.ONLY
        likely = (self.alignment.left_likely, self.alignment.right_likely)[n]
        return OmissionStatus.LIKELY if counted and undecided and at in likely else None

    def _why(self, assertion_id: str, maybe: set[str], doubtful: frozenset[str], other: Side) -> Undecided:
        if assertion_id in maybe:
            return Undecided.POSSIBLE
        if assertion_id in doubtful:
            return Undecided.DOUBTFUL
        return Undecided.UNDECIDED if self._complete(other) else Undecided.EXCERPT

    def _nearest(self, n: int, at: int) -> Nearest | None:
        found = (self.alignment.left_nearest, self.alignment.right_nearest)[n][at]
        other = (self.right, self.left)[n]
        return None if found is None else Nearest(id=other.account.assertions[found[0]].id, score=found[1])

    # -- ids and order

    def _ids(self, aligned: AlignedLink) -> tuple[tuple[str, ...], tuple[str, ...]]:
        return (
            tuple(self.left.account.assertions[i].id for i in aligned.left),
            tuple(self.right.account.assertions[j].id for j in aligned.right),
        )

    def _assertions(self, left: Sequence[str], right: Sequence[str]) -> tuple[list[Assertion], list[Assertion]]:
        """Return the assertions of both sides, ordered by their texts: no verdict may hang on the order of a file."""
        return (
            [self.left.account.assertions[i] for i in _by_text(self.left, self.left_index, left)],
            [self.right.account.assertions[j] for j in _by_text(self.right, self.right_index, right)],
        )

    def _order(self, link: Link | Possible | Doubtful) -> tuple[list[int], list[int]]:
        return [self.left_index[a] for a in link.left], [self.right_index[b] for b in link.right]

    def _candidates(self) -> tuple[Candidate, ...]:
        rows = [
            Candidate(left=self.left.account.assertions[i].id, right=self.right.account.assertions[j].id, score=score)
            for (i, j), score in self.alignment.candidates.items()
        ]
        return tuple(sorted(rows, key=lambda c: (self.left_index[c.left], -c.score, self.right_index[c.right])))


def _by_text(side: Side, index: Mapping[str, int], ids: Sequence[str]) -> list[int]:
    places = [index[assertion_id] for assertion_id in ids]
    return sorted(places, key=lambda place: (side.account.assertions[place].text, place))


def _end(link: Link | Possible, side: int) -> tuple[str, ...]:
    return (link.left, link.right)[side]
