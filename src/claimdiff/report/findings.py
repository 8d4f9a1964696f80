"""What a comparison found, as one list of rows that tables, pages and texts share, each with an id that can be cited."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from claimdiff.accounts.model import Account, Assertion
from claimdiff.comparison.model import Comparison, Difference, Doubtful, Evidence, Link, Nearest, Open, Possible, Report
from claimdiff.report.view import OMISSION_SYMBOL, REVIEW_SYMBOL, SYMBOLS, Kind, View, how_decided, view_of
from claimdiff.vocabulary import OmissionStatus, Undecided, Verdict


class Row(StrEnum):
    """What a row is: a link by its verdict, something to review, or words of one account only."""

    CONFLICT = "conflict"
    PARTIAL = "partial"
    AGREE = "agree"
    OMISSION = "omission"
    PROPOSED = "proposed"
    POSSIBLE = "possible"
    DOUBTFUL = "doubtful"
    UNDECIDED = "undecided"
    EXCERPT = "excerpt"


KIND_OF: Mapping[Row, Kind] = {
    Row.CONFLICT: Kind.CONFLICT,
    Row.PARTIAL: Kind.PARTIAL,
    Row.AGREE: Kind.AGREE,
    Row.OMISSION: Kind.OMISSION,
    Row.EXCERPT: Kind.OMISSION,
    Row.PROPOSED: Kind.REVIEW,
    Row.POSSIBLE: Kind.REVIEW,
    Row.DOUBTFUL: Kind.REVIEW,
    Row.UNDECIDED: Kind.REVIEW,
}
"""With which of the kinds that ``--only`` names a row is shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One row: assertions of two accounts side by side, or of one account where the other has nothing.

    ``id`` comes from the two accounts' keys and the texts set side by side, so it stays the same whatever else changes, and
    also when a verdict changes or a person confirms a link. ``silent`` is the account without an assertion. ``how`` says who
    decided it or how sure it is; ``certain`` is False where it counts neither as link nor as omission.
    """

    id: str
    row: Row
    left: Account
    right: Account
    sides: tuple[tuple[Assertion, ...], tuple[Assertion, ...]]
    sign: str
    how: str
    certain: bool
    verdict: Verdict | None = None
    judged: bool = True
    differences: tuple[Difference, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    score: float | None = None
    by: str | None = None
    note: str | None = None
    silent: Account | None = None
    nearest: Nearest | None = None
    nearest_text: str | None = None
    status: OmissionStatus | None = None

    @property
    def facets(self) -> tuple[str, ...]:
        """Return the facets of its differences, each once."""
        return tuple(dict.fromkeys(difference.facet.value for difference in self.differences))

    @property
    def telling(self) -> Difference | None:
        """Return the difference to name first: the gravest with words, on both sides where there is one."""
        some = [d for d in self.differences if d.left is not None or d.right is not None]
        both = [d for d in some if d.left is not None and d.right is not None]
        return max(both or some, key=lambda d: d.verdict.gravity, default=None)

    @property
    def speaker(self) -> Account:
        """Return the account that has the words where the other is silent; the left one of a pair."""
        return self.right if self.silent is self.left else self.left

    @property
    def symbol(self) -> str:
        """Return the sign that stands beside its word."""
        if self.row in (Row.OMISSION, Row.EXCERPT):
            return OMISSION_SYMBOL
        return SYMBOLS[self.verdict] if self.certain and self.verdict else REVIEW_SYMBOL


def findings(report: Report, comparison: Comparison, *, only: frozenset[Kind] = frozenset(Kind)) -> tuple[Finding, ...]:
    """Return the rows of one comparison in the order in which they are shown, those of the kinds in ``only``."""
    rows = _told_apart(_Rows(view_of(report, comparison)).all())
    return tuple(row for row in rows if KIND_OF[row.row] in only)


def all_findings(report: Report, *, only: frozenset[Kind] = frozenset(Kind)) -> tuple[Finding, ...]:
    """Return the rows of all comparisons."""
    return tuple(row for comparison in report.comparisons for row in findings(report, comparison, only=only))


def finding_id(left: Account, right: Account, sides: tuple[tuple[Assertion, ...], tuple[Assertion, ...]]) -> str:
    """Return ``f-`` and eight hexadecimal digits of a digest of what is set side by side, whichever way round."""
    parts = sorted(
        [account.key, *sorted(assertion.text for assertion in side)]
        for account, side in zip((left, right), sides, strict=True)
    )
    return "f-" + hashlib.sha256(repr(parts).encode("utf-8", "surrogatepass")).hexdigest()[:8]


def _told_apart(rows: Iterator[Finding]) -> Iterator[Finding]:
    """Give rows of the same words different ids: the second gets ``-2``."""
    seen: dict[str, int] = {}
    for row in rows:
        number = seen[row.id] = seen.get(row.id, 0) + 1
        yield row if number == 1 else replace(row, id=f"{row.id}-{number}")


class _Rows:
    """Makes the rows of one comparison."""

    def __init__(self, view: View) -> None:
        self.view = view

    def all(self) -> Iterator[Finding]:
        view = self.view
        for verdict in (Verdict.CONFLICT, Verdict.PARTIAL):
            yield from map(self._link, view.by_verdict[verdict])
        for silence in view.silences:
            for omission in silence.omissions:
                confirmed = omission.status is OmissionStatus.CONFIRMED
                how = "confirmed: a person looked for it" if confirmed else "likely: not found, not checked by a person"
                sign = f"only in {silence.account.party}" if confirmed else f"likely only in {silence.account.party}"
                yield self._alone(
                    Row.OMISSION, silence.account, omission.id, omission.nearest, sign, how, status=omission.status
                )
        yield from map(self._proposed, view.proposed)
        yield from map(self._possible, view.possible)
        yield from map(self._doubtful, view.doubtful)
        for entry in self._open(Undecided.UNDECIDED):
            account = self._account(entry.account)
            how = "no partner found, not decided"
            yield self._alone(Row.UNDECIDED, account, entry.id, entry.nearest, "not decided", how)
        for entry in self._open(Undecided.EXCERPT):
            account = self._account(entry.account)
            other = view.right if account is view.left else view.left
            how = f"no omission: the text we have of {other.party} is not complete"
            yield self._alone(Row.EXCERPT, account, entry.id, entry.nearest, "not in the text we have", how)
        yield from map(self._link, view.by_verdict[Verdict.AGREE])

    def _open(self, why: Undecided) -> list[Open]:
        entries = [entry for entry in self.view.comparison.undecided if entry.why is why]
        return sorted(entries, key=lambda entry: entry.account != self.view.left.key)

    def _account(self, key: str) -> Account:
        return self.view.left if key == self.view.left.key else self.view.right

    def _link(self, link: Link) -> Finding:
        return self._pair(
            Row(link.verdict.value), link, sign=link.verdict.label, how=how_decided(link), certain=True, by=link.by
        )

    def _proposed(self, link: Link) -> Finding:
        sign = f"proposed: {link.verdict.label}"
        return self._pair(Row.PROPOSED, link, sign=sign, how=how_decided(link), certain=False, by=link.by)

    def _possible(self, possible: Possible) -> Finding:
        alternative = "" if possible.chosen else ", an alternative"
        judged = "" if possible.judged else "; not judged"
        how = f"found by the matcher, not sure (score {possible.score:.2f}{alternative}{judged})"
        sign = f"possible: would {possible.verdict.label}"
        return self._pair(Row.POSSIBLE, possible, sign=sign, how=how, certain=False)

    def _doubtful(self, pair: Doubtful) -> Finding:
        sides = self.view.assertions(pair)
        return Finding(
            id=finding_id(self.view.left, self.view.right, sides),
            row=Row.DOUBTFUL,
            left=self.view.left,
            right=self.view.right,
            sides=sides,
            sign="doubtful",
            how="reasonable readers differ",
            certain=False,
            note=pair.note,
        )

    def _pair(
        self, row: Row, link: Link | Possible, *, sign: str, how: str, certain: bool, by: str | None = None
    ) -> Finding:
        sides = self.view.assertions(link)
        return Finding(
            id=finding_id(self.view.left, self.view.right, sides),
            row=row,
            left=self.view.left,
            right=self.view.right,
            sides=sides,
            sign=sign,
            how=how,
            certain=certain,
            verdict=link.verdict,
            judged=link.judged,
            differences=link.differences,
            evidence=link.evidence,
            score=link.score,
            by=by,
            note=link.note if isinstance(link, Link) else None,
        )

    def _alone(
        self,
        row: Row,
        account: Account,
        assertion_id: str,
        nearest: Nearest | None,
        sign: str,
        how: str,
        status: OmissionStatus | None = None,
    ) -> Finding:
        view = self.view
        other = view.right if account is view.left else view.left
        mine = (view.find(account, assertion_id),)
        sides: tuple[tuple[Assertion, ...], tuple[Assertion, ...]] = (mine, ()) if account is view.left else ((), mine)
        return Finding(
            id=finding_id(view.left, view.right, sides),
            row=row,
            left=view.left,
            right=view.right,
            sides=sides,
            sign=sign,
            how=how,
            certain=row is Row.OMISSION,
            silent=other,
            nearest=nearest,
            nearest_text=view.find(other, nearest.id).text if nearest else None,
            status=status,
        )
