"""Rules on the state of decisions: whether they are still those of people on the texts as they are."""

from collections.abc import Iterator, Sequence

from claimdiff.accounts.diagnostic import Diagnostic
from claimdiff.accounts.model import Account
from claimdiff.accounts.seal import seal_of
from claimdiff.check.decided_pairs import pairs, sealed
from claimdiff.check.places import at
from claimdiff.check.subject import Subject
from claimdiff.comparison.decided import is_complete, settled
from claimdiff.display import quoted

MOSTLY = 0.75
"""From this share of decided assertions on, a pair counts as one that people have reviewed."""
_NAMED = 5


def stale_decision(s: Subject) -> Iterator[Diagnostic]:
    """The texts of a decision have changed since it was taken.

    Its seal is a digest of the texts and quotes decided on. Look at them again: confirm the decision with its new seal, or
    change it. Until then it counts as undecided.

    Fails (a text was changed later):

        links:
          - {kremlin: [hockey], whitehouse: [sport], verdict: agree, seal: 3f9a1c2e}

    Passes: the seal is that of the texts as they are, or there is none.
    """
    for one in sealed(s):
        new = seal_of(*one.sides)
        if one.seal != new:
            message = f"stale: its texts have changed since; look again, then write seal: {new} or change the decision"
            yield at(one.document, one.path, "stale-decision", message)


def undecided_again(s: Subject) -> Iterator[Diagnostic]:
    """A pair that people had reviewed has assertions that nothing is decided on.

    They were probably added later. Decide on them: link them, call them doubtful, or list them under ``omitted``. A pair
    counts as reviewed where three quarters of its assertions are decided. Assertions that can be missing from nothing but an
    excerpt need no decision.

    Fails (kremlin.yaml also has ``new-point``, on which nothing is decided):

        links:
          - {kremlin: [energy-pause], whitehouse: [energy-ceasefire], verdict: conflict, facets: [scope]}
        omitted:
          - kremlin: [hockey, prisoner-exchange]

    Passes:

        omitted:
          - kremlin: [hockey, prisoner-exchange, new-point]
    """
    for pair in pairs(s):
        decided = s.decided(pair.left, pair.right)
        if not (decided.links or decided.omitted or decided.doubtful):
            continue
        done = settled(pair.left, pair.right, decided)
        stale = {i for entry in decided.stale for i in (*entry.left, *entry.right)}
        needed = _needed(pair.left, pair.right)
        whole = sum(len(account.assertions) for account in needed)
        pending = {
            account.key: [a.id for a in account.assertions if a.id not in ids and a.id not in stale]
            for account, ids in zip((pair.left, pair.right), done, strict=True)
            if account in needed
        }
        number = sum(len(ids) for ids in pending.values())
        if number and whole - number >= MOSTLY * whole:
            shown = "; ".join(f"{key}: {_several(ids)}" for key, ids in pending.items() if ids)
            message = f"reviewed, but undecided again: {shown}; decide with claimdiff review"
            yield at(pair.document, ("accounts",), "undecided-again", message)


def unconfirmed_proposal(s: Subject) -> Iterator[Diagnostic]:
    """A link that a model proposed was never confirmed by a person.

    It counts for nothing until somebody puts a name in ``by``, or removes it.

    Noted:

        links:
          - {kremlin: [hockey], whitehouse: [sport], verdict: agree, by: "model:example"}

    Not noted:

        links:
          - {kremlin: [hockey], whitehouse: [sport], verdict: agree, by: Ana}
    """
    for pair in pairs(s):
        for n, link in enumerate(pair.decisions.links):
            if link.proposed:
                message = (
                    f"proposed by {quoted(link.by or '')} and not confirmed; put your name there, or remove the link"
                )
                yield at(pair.document, ("links", n, "by"), "unconfirmed-proposal", message)


def _needed(left: Account, right: Account) -> tuple[Account, ...]:
    """Return the accounts of which every assertion has to be decided: what an excerpt lacks cannot be."""
    if is_complete(left) == is_complete(right):
        return left, right
    return (right,) if is_complete(left) else (left,)


def _several(ids: Sequence[str]) -> str:
    return ", ".join(ids[:_NAMED]) + (f" and {len(ids) - _NAMED} more" if len(ids) > _NAMED else "")
