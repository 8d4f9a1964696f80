"""Statements by accounts, with silence spelled out, and how much each party shares, disputes and leaves out."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from claimdiff.accounts.model import Account
from claimdiff.comparison.model import Comparison, Report
from claimdiff.vocabulary import Coverage, OmissionStatus, Undecided, Verdict, gravest

Statement = Mapping[str, tuple[str, ...]]


class Stand(StrEnum):
    """How one account stands to a statement; the value is what readers see."""

    CONFLICT = "contradicted"
    PARTIAL = "differs in detail"
    AGREE = "agreed"
    ONLY = "only here"
    SAID = "said here, not known of all others"
    OMITTED = "not mentioned"
    LIKELY = "likely not mentioned"
    REVIEW = "to review"
    UNDECIDED = "not decided"
    EXCERPT = "not in the text we have"

    @property
    def says(self) -> bool:
        """Tell whether the account has the statement."""
        return self in _SAYS


_SAYS = frozenset({Stand.CONFLICT, Stand.PARTIAL, Stand.AGREE, Stand.ONLY, Stand.SAID})
_BY_VERDICT = {Verdict.CONFLICT: Stand.CONFLICT, Verdict.PARTIAL: Stand.PARTIAL, Verdict.AGREE: Stand.AGREE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """One party's statements and silences, counted over all statements: how it stands -> how many."""

    account: Account
    numbers: Mapping[Stand, int]

    @property
    def total(self) -> int:
        """Return the number of all statements."""
        return sum(self.numbers.values())


class Grid:
    """The report's statements by accounts, indexed once."""

    def __init__(self, report: Report) -> None:
        """Index links and silences."""
        self.report = report
        self._verdicts: dict[tuple[str, str], dict[str, Verdict]] = {}
        self._silences: dict[tuple[str, str, str], OmissionStatus | Undecided] = {}
        for comparison in report.comparisons:
            self._index(comparison)

    def _index(self, comparison: Comparison) -> None:
        for link in comparison.links:
            for key, ids, other in (
                (comparison.left, link.left, comparison.right),
                (comparison.right, link.right, comparison.left),
            ):
                for assertion_id in ids:
                    found = self._verdicts.setdefault((key, assertion_id), {})
                    found[other] = gravest((found.get(other, Verdict.AGREE), link.verdict))
        for omission in comparison.omissions:
            self._silences[omission.account, omission.id, omission.missing_from] = omission.status
        for entry in comparison.undecided:
            self._silences[entry.account, entry.id, entry.missing_from] = entry.why

    def verdict(self, statement: Statement, account: str | None = None) -> Verdict | None:
        """Return the gravest verdict among a statement's links, those of one account if given; None without a link."""
        verdicts = [
            verdict
            for key, ids in statement.items()
            if account in (None, key)
            for assertion_id in ids
            for verdict in self._verdicts.get((key, assertion_id), {}).values()
        ]
        return gravest(verdicts) if verdicts else None

    def stand(self, statement: Statement, account: Account) -> Stand:
        """Return how an account stands to a statement.

        "Not mentioned" is said only where it is known for every assertion of the statement, and "only here" only where it
        is known of every other account.
        """
        if account.key not in statement:
            return self._silence(statement, account)
        verdict = self.verdict(statement, account.key)
        if verdict is not None:
            return _BY_VERDICT[verdict]
        others = [other for other in self.report.accounts if other.key not in statement]
        silent = {self._silence(statement, other) for other in others}
        return Stand.ONLY if silent and silent <= {Stand.OMITTED} else Stand.SAID

    def tallies(self) -> tuple[Tally, ...]:
        """Return every account's numbers."""
        return tuple(
            Tally(account=account, numbers=Counter(self.stand(s, account) for s in self.report.statements))
            for account in self.report.accounts
        )

    def _silence(self, statement: Statement, account: Account) -> Stand:
        found = {
            self._silences.get((key, assertion_id, account.key))
            for key, ids in statement.items()
            for assertion_id in ids
        }
        if found & {Undecided.POSSIBLE, Undecided.DOUBTFUL}:
            return Stand.REVIEW
        omitted = found & set(OmissionStatus)
        if account.coverage is Coverage.EXCERPT and not omitted:
            return Stand.EXCERPT
        if omitted and not found & set(Undecided):
            return Stand.OMITTED if omitted == {OmissionStatus.CONFIRMED} and None not in found else Stand.LIKELY
        return Stand.UNDECIDED
