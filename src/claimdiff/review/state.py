"""Where a review stands."""

from dataclasses import dataclass, replace
from enum import StrEnum

from claimdiff.accounts.model import Decisions
from claimdiff.review.decisions import Desk, Stamp
from claimdiff.review.entries import Edit
from claimdiff.review.matter import Matter, Ref
from claimdiff.review.stages import Stage


class Action(StrEnum):
    """What the terminal has to do beside showing the new state."""

    SOURCE = "source"
    QUIT = "quit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What can be undone: an edit, or the skipping of an assertion; ``last`` is what was decided before it."""

    edit: Edit | None = None
    skipped: Ref | None = None
    last: tuple[Ref, Ref | None] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """Where a review stands. ``last``: the assertion decided last and its partner; ``told``: a line for the person."""

    matter: Matter
    decisions: Decisions
    stamp: Stamp
    stage: Stage
    skipped: frozenset[Ref] = frozenset()
    history: tuple[Step, ...] = ()
    last: tuple[Ref, Ref | None] | None = None
    told: str = ""

    @property
    def desk(self) -> Desk:
        """Return what makes edits; earlier decisions that say otherwise give way, and the person is told."""
        return Desk(left=self.matter.left, right=self.matter.right, overrule=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The new state; ``edit`` has to be written before the next question is asked."""

    session: Session
    edit: Edit | None = None
    action: Action | None = None


def at(session: Session, stage: Stage) -> Outcome:
    """Return the state at another stage."""
    return Outcome(session=replace(session, stage=stage))


def telling(session: Session, told: str) -> Outcome:
    """Return the same state with a line for the person."""
    return Outcome(session=replace(session, told=told))
