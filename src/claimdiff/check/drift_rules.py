"""Rules on drift: where the matcher and the judge, with decisions ignored, disagree strongly with what people decided."""

from collections.abc import Iterator

from claimdiff.accounts.diagnostic import Diagnostic
from claimdiff.accounts.document import Document
from claimdiff.accounts.model import Account, Decisions
from claimdiff.check.places import at, at_start
from claimdiff.check.subject import Subject
from claimdiff.comparison.decided import Decided
from claimdiff.comparison.model import Comparison
from claimdiff.comparison.options import Curation
from claimdiff.verdict.judge import judge_readings
from claimdiff.vocabulary import Verdict


def drift_link(s: Subject) -> Iterator[Diagnostic]:
    """A curated link joins assertions that the matcher does not even count among the likely partners.

    Either the ids of the link are wrong, or the matcher is. None of the linked assertions is among the five best partners
    of the other side's.

    Noted:

        links:
          - {kremlin: [hockey], whitehouse: [iran], verdict: agree}

    Not noted: a link whose two sides share words, names or figures.
    """
    for left, right, decided, alone, document in _pairs(s):
        near = {(candidate.left, candidate.right) for candidate in alone.candidates}
        for n, link in _links(decided, s, left, right):
            if not any((a, b) in near for a in link[0] for b in link[1]):
                message = (
                    f"the matcher has {', '.join(link[0])} and {', '.join(link[1])} not even among each other's likely "
                    "partners; look at the ids"
                )
                yield at_start(document, ("links", n), "drift-link", message)


def drift_verdict(s: Subject) -> Iterator[Diagnostic]:
    """The judge is sure of agreement where a conflict was decided, or of a conflict where agreement was.

    Either the decision is wrong, or the judge is. Look at both texts again.

    Noted: a link decided as ``agree`` whose sides have 175 and 157 prisoners.

    Not noted: a link decided as ``agree`` whose sides have the same number.
    """
    for left, right, _, _, document in _pairs(s):
        decisions = s.event.decided(left.key, right.key)
        for n, link in enumerate(decisions.links if decisions is not None else ()):
            readings = [
                [reading for a, reading in zip(account.assertions, s.readings(account), strict=True) if a.id in ids]
                for account, ids in ((left, link.left), (right, link.right))
            ]
            if not all(readings):
                continue
            judged = judge_readings(*readings)
            if judged.judged and {judged.verdict, link.verdict} == {Verdict.AGREE, Verdict.CONFLICT}:
                message = (
                    f"decided as {link.verdict.value}, and the judge says {judged.verdict.value}; look at both again"
                )
                yield at(document, ("links", n, "verdict"), "drift-verdict", message)


def drift_omission(s: Subject) -> Iterator[Diagnostic]:
    """The matcher is sure of a partner for an assertion that was decided to be missing from the other account.

    The worst fault is a false omission: look at the partner that the message names.

    Noted:

        omitted:
          - kremlin: [hockey]        # whitehouse.yaml has an assertion on ice hockey matches

    Not noted: an omission that nothing in the other account comes near.
    """
    for left, _, decided, alone, document in _pairs(s):
        for link in alone.links:
            for side, ids, others in ((left.key, link.left, link.right), (alone.right, link.right, link.left)):
                for i in ids:
                    if (side, i) in decided.omitted:
                        message = f"{side}'s {i} was found missing, and the matcher is sure of {', '.join(others)}"
                        yield at_start(document, ("omitted",), "drift-omission", message)


def drift_apart(s: Subject) -> Iterator[Diagnostic]:
    """The matcher is sure of a link between two assertions that were decided to be no versions of each other.

    Noted:

        apart:
          - {kremlin: [hockey], whitehouse: [hockey]}

    Not noted: a pair that only shares its topic.
    """
    for _, _, decided, alone, document in _pairs(s):
        for link in alone.links:
            both = next(((a, b) for a in link.left for b in link.right if (a, b) in decided.apart), None)
            if both is not None:
                message = (
                    f"{both[0]} and {both[1]} were decided apart, and the matcher is sure that they are one statement"
                )
                yield at_start(document, ("apart",), "drift-apart", message)


def _pairs(s: Subject) -> Iterator[tuple[Account, Account, Decided, Comparison, Document]]:
    for decisions in s.event.decisions:
        document = s.loaded.links.get(decisions.accounts)
        if document is not None:
            left, right = (s.event.account(key) for key in decisions.accounts)
            alone = s.comparison(left, right, curation=Curation.IGNORE)
            yield left, right, s.decided(left, right), alone, document


def _links(
    decided: Decided, s: Subject, left: Account, right: Account
) -> Iterator[tuple[int, tuple[tuple[str, ...], tuple[str, ...]]]]:
    """Yield the links in force with their places in the file."""
    decisions: Decisions | None = s.event.decided(left.key, right.key)
    force = {(link.left, link.right) for link in decided.links}
    for n, link in enumerate(decisions.links if decisions is not None else ()):
        if (link.left, link.right) in force:
            yield n, (link.left, link.right)
