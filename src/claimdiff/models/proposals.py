"""Put a model's proposals into a pair's file: beside what people decided, never against it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from claimdiff.accounts.model import Account, Decisions, LinkDecision
from claimdiff.accounts.seal import seal_of
from claimdiff.display import safe
from claimdiff.models.reply import Found
from claimdiff.review.decisions import contradict, describe
from claimdiff.review.entries import Edit, Entry, Section, entries
from claimdiff.review.matter import Matter

PREFIX = "model:"


def model_name(name: str) -> str:
    """Return who proposes, as ``by`` has it; the name is one line without signs that cannot be seen."""
    return PREFIX + (" ".join(safe(name).split())[:80] or "unnamed")


def proposed_by_matcher(matter: Matter, by: str) -> Found:
    """Return the links that a matcher would make, each with the judge's verdict and facets."""
    links = []
    for link in matter.links:
        suggestion = matter.suggest(link.left, link.right)
        facets = (
            tuple(sorted(suggestion.facets, key=lambda facet: facet.value)) if suggestion.verdict != "agree" else ()
        )
        links.append(LinkDecision(left=link.left, right=link.right, verdict=suggestion.verdict, facets=facets, by=by))
    return Found(links=tuple(links))


def fitting(found: Found, decisions: Decisions) -> Found:
    """Return the proposals that no person's decision stands against, the others among those dropped.

    What a person has linked already is no proposal any more and is left out without a word.
    """
    names = decisions.accounts
    kept: list[LinkDecision] = []
    dropped = list(found.dropped)
    people = [entry for entry in entries(decisions) if not _is_proposal(entry)]
    for link in found.links:
        entry = Entry(section=Section.LINKS, decision=link)
        same = any(e.section is Section.LINKS and _ends(e) == _ends(entry) for e in people)
        against = [e for e in people if contradict(e, entry, names)]
        if against and not same:
            ends = f"{names[0]}:{','.join(link.left)}, {names[1]}:{','.join(link.right)}"
            dropped.append(f"{ends}: a person decided otherwise ({describe(against[0], names)})")
        elif not same:
            kept.append(link)
    return Found(links=tuple(kept), dropped=tuple(dropped))


def adding(
    found: Found, decisions: Decisions, left: Account, right: Account, *, by: str, on: date | None
) -> tuple[Edit, Found]:
    """Return the edit that puts proposals into the file, and what is left of them.

    They take the place of earlier proposals of the same model, and of others that link the same assertions otherwise.
    A proposal that stands there already stays as it is, with its date.
    """
    fit = fitting(found, decisions)
    old = [entry for entry in entries(decisions) if _is_proposal(entry)]
    new = [Entry(section=Section.LINKS, decision=_sealed(link, left, right, on)) for link in fit.links]
    staying = {n for n, entry in enumerate(new) if any(_same(entry, known) for known in old)}
    add = tuple(entry for n, entry in enumerate(new) if n not in staying)
    remove = tuple(
        known
        for known in old
        if not any(_same(entry, known) for entry in new)
        and (known.decision.by == by or any(contradict(known, entry, decisions.accounts) for entry in new))
    )
    return Edit(remove=remove, add=add), fit


def dropping(decisions: Decisions, by: str | None = None) -> Edit:
    """Return the edit that takes out all proposals, or those of one model."""
    return Edit(remove=tuple(e for e in entries(decisions) if _is_proposal(e) and (by is None or e.decision.by == by)))


def _sealed(link: LinkDecision, left: Account, right: Account, on: date | None) -> LinkDecision:
    seal = seal_of([left.assertion(i) for i in link.left], [right.assertion(i) for i in link.right])
    return replace(link, on=on, seal=seal)


def _is_proposal(entry: Entry) -> bool:
    return isinstance(entry.decision, LinkDecision) and entry.decision.proposed


def _ends(entry: Entry) -> Sequence[tuple[str, ...]]:
    assert isinstance(entry.decision, LinkDecision)
    return entry.decision.left, entry.decision.right


def _same(one: Entry, other: Entry) -> bool:
    return replace(one.decision, on=None) == replace(other.decision, on=None)
