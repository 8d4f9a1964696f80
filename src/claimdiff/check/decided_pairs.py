"""The decisions on two accounts as the rules see them: with their file, the ids that they name, and their seals."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimdiff.accounts.document import Document
from claimdiff.accounts.model import Account, Assertion, Decisions, LinkDecision, PairDecision
from claimdiff.check.places import Path
from claimdiff.check.subject import Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """The decisions on two accounts, with the file that they stand in."""

    left: Account
    right: Account
    decisions: Decisions
    document: Document

    def ids(self) -> Iterator[tuple[Account, Account, Path, str]]:
        """Yield every assertion id that a decision names, with its account, the other one, and its path."""
        groups: tuple[tuple[str, Sequence[LinkDecision | PairDecision]], ...] = (
            ("links", self.decisions.links),
            ("apart", self.decisions.apart),
            ("doubtful", self.decisions.doubtful),
        )
        for name, entries in groups:
            for n, entry in enumerate(entries):
                for account, other, ids in (
                    (self.left, self.right, entry.left),
                    (self.right, self.left, entry.right),
                ):
                    yield from ((account, other, (name, n, account.key, k), i) for k, i in enumerate(ids))
        for n, omission in enumerate(self.decisions.omitted):
            account, other = (self.left, self.right) if omission.account == self.left.key else (self.right, self.left)
            yield from ((account, other, ("omitted", n, account.key, k), i) for k, i in enumerate(omission.ids))

    def assertions(self, entry: LinkDecision | PairDecision) -> tuple[list[Assertion], list[Assertion]] | None:
        """Return the assertions of both sides of a decision, None where one of them is not there."""
        sides = []
        for account, ids in ((self.left, entry.left), (self.right, entry.right)):
            there = {assertion.id: assertion for assertion in account.assertions}
            if not all(i in there for i in ids):
                return None
            sides.append([there[i] for i in ids])
        return sides[0], sides[1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealed:
    """A decision with a seal: where the seal stands, and the assertions of the two sides that it is on."""

    document: Document
    path: tuple[str | int, ...]
    seal: str
    sides: tuple[Sequence[Assertion], Sequence[Assertion]]


def sealed(s: Subject) -> Iterator[Sealed]:
    """Yield every decision that has a seal and names assertions that exist."""
    for pair in pairs(s):
        names: tuple[tuple[str, Sequence[LinkDecision | PairDecision]], ...] = (
            ("links", pair.decisions.links),
            ("apart", pair.decisions.apart),
            ("doubtful", pair.decisions.doubtful),
        )
        for name, entries in names:
            for n, entry in enumerate(entries):
                sides = pair.assertions(entry)
                if entry.seal is not None and sides is not None:
                    yield Sealed(document=pair.document, path=(name, n, "seal"), seal=entry.seal, sides=sides)
        for n, omission in enumerate(pair.decisions.omitted):
            account = pair.left if omission.account == pair.left.key else pair.right
            ours = [assertion for assertion in account.assertions if assertion.id in omission.ids]
            if omission.seal is not None and len(ours) == len(omission.ids):
                yield Sealed(document=pair.document, path=("omitted", n, "seal"), seal=omission.seal, sides=(ours, ()))


def pairs(s: Subject) -> Iterator[Pair]:
    """Yield the decisions of the event whose file could be read."""
    for decisions in s.event.decisions:
        document = s.loaded.links.get(decisions.accounts)
        if document is not None:
            left, right = (s.event.account(key) for key in decisions.accounts)
            yield Pair(left=left, right=right, decisions=decisions, document=document)
