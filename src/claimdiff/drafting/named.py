"""Where a sentence names whom, and what stands so close to a name that it belongs to it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from claimdiff.drafting.entities import Entity
from claimdiff.drafting.phrases import Spoken
from claimdiff.drafting.runs import NameRun

STATE_FORCES = frozenset("fleet command corps navy army embassy mission marines forces".split())
"""Last words of names that, with a nation first, are that nation's: "US Fifth Fleet"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """An entity named at tokens ``first`` up to ``last``. ``adjective``: by a word such as "Russian"."""

    entity: Entity
    first: int
    last: int
    adjective: bool = False


def learn_initials(spoken: Spoken, found: list[Named]) -> None:
    """Take initials in parentheses right after a name for the same body: "the South Sudan Defence Forces (SSDF)"."""
    for i, one in enumerate(found[1:], start=1):
        before, text = found[i - 1], spoken.words(one.first, one.last)
        beside = before.last == one.first - 1 and spoken.tokens[before.last].text == "("
        new = one.entity.party is None and not one.entity.lexical and one.entity is not before.entity
        if beside and text.isupper() and new and before.entity.person is not True:
            one.entity.party = before.entity.speaks_for
            found[i] = replace(one, entity=before.entity)


def learn_counterparts(spoken: Spoken, named: Sequence[Named]) -> None:
    """Learn whose "her Chilean counterpart, Isabel Fuentes" is: Chile's, wherever in a sentence that stands."""
    tokens = spoken.tokens
    for one in named:
        at = one.first - (2 if one.first > 1 and tokens[one.first - 1].text == "," else 1)
        if at < 1 or tokens[at].lower not in {"counterpart", "counterparts"} or one.adjective:
            continue
        nation = next((n.entity for n in named if n.adjective and at - 2 <= n.last <= at), None)
        if nation is not None and one.entity.person is not False and one.entity.party is None:
            one.entity.person, one.entity.party = True, nation.speaks_for


def with_forces(found: Sequence[Named], runs: Sequence[NameRun]) -> list[Named]:
    """Return the names with a state's own forces as the state's: "the South Sudan People's Defence Forces"."""
    kept: list[Named] = []
    for one in found:
        run = next((r for r in runs if r.first <= one.first < r.last and r.words[-1].lower() in STATE_FORCES), None)
        if run is None or run.last == one.last:
            if not kept or kept[-1].last <= one.first:
                kept.append(one)
        elif one.first == run.first and "state" in one.entity.kinds:
            kept.append(replace(one, last=run.last, adjective=False))
        elif not kept or kept[-1].last <= one.first:
            kept.append(one)
    return kept
