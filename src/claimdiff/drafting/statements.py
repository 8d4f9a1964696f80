"""What drafting finds in a source: statements of parties, and where every sentence went."""

import datetime
from dataclasses import dataclass
from enum import StrEnum

from claimdiff.drafting.sentences import Sentence
from claimdiff.vocabulary import Voice


class Where(StrEnum):
    """Where a sentence of the source went."""

    DRAFTED = "drafted"
    NOTE = "note"
    UNASSIGNED = "unassigned"
    LEFT_OUT = "left out"


@dataclass(frozen=True, slots=True, kw_only=True)
class Own:
    """The party's own words within a reported quote, at ``start`` of the source."""

    quote: str
    start: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What a party says in one sentence.

    ``party``: its name. ``speaker``: who says it within the party, or who tells it. ``quote``: verbatim words, at
    ``start`` of the source. ``text``: a sentence that stands alone. ``checks``: what a person has to look at.
    """

    party: str
    speaker: str | None
    sentence: Sentence
    quote: str
    start: int
    voice: Voice
    text: str
    own: tuple[Own, ...] = ()
    act: bool = False
    said: datetime.date | None = None
    checks: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """Where a sentence went; ``parties`` where it was drafted, ``why`` for a reader otherwise."""

    sentence: Sentence
    where: Where
    parties: tuple[str, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attributed:
    """All that was found in a source: every sentence has exactly one placement."""

    statements: tuple[Statement, ...]
    placements: tuple[Placement, ...]
    parties: tuple[str, ...]
