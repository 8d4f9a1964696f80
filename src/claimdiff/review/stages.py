"""The stages of a review: what the next key is taken for."""

from dataclasses import dataclass
from typing import TypeAlias

from claimdiff.accounts.model import DifferenceDecision
from claimdiff.review.matter import Ids, Suggestion
from claimdiff.review.queue import Question
from claimdiff.vocabulary import Facet, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """Ask which assertion of the other side, if any, is the version of this one."""

    question: Question
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Weigh:
    """Ask how assertions stand to each other. ``facets`` are those chosen so far, ``words`` those with their words."""

    question: Question
    left: Ids
    right: Ids
    suggestion: Suggestion
    facets: frozenset[Facet]
    words: tuple[DifferenceDecision, ...] = ()
    note: str | None = None

    @property
    def verdict(self) -> Verdict:
        """Return the verdict on Enter."""
        return self.suggestion.verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class More:
    """Ask which further assertion belongs to the link."""

    weigh: Weigh


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """An assertion is looked for by words; ``picking`` once they are typed and several have them.

    From ``Ask`` it is a partner on the other side, from ``Weigh`` a further member of the link on either side.
    """

    back: Ask | Weigh
    text: str = ""
    picking: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A remark is typed, for the next decision."""

    back: Ask | Weigh
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of a facet are typed, as ``left | right``."""

    weigh: Weigh
    facet: Facet | None = None
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Help:
    """All keys are shown; any key goes back."""

    back: "Ask | Weigh"


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """Nothing is left, or only what was skipped."""


Stage: TypeAlias = Ask | Weigh | More | Search | Note | Words | Help | Done
Typing: TypeAlias = Search | Note | Words
