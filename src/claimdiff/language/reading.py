"""What one pass over a text gives: everything that matching and judging need to know of it.

Offsets count code points of ``Reading.text``; token indexes count ``Reading.tokens``; ``end`` and ``last`` are exclusive.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or mark. ``content`` is False for function words and punctuation."""

    text: str
    lower: str
    stem: str
    start: int
    end: int
    content: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ConceptMention:
    """A term of a concept of the lexicon; ``weight`` is 1 for a term, less for a loose one."""

    concept: str
    weight: float
    first: int
    last: int
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorMention:
    """A name that stands for an actor. ``actor`` is the most specific id (putin's is ``russia/vladimir-putin``),
    ``party`` the state, organisation or company behind it (``russia``), ``form`` how it is named: name, demonym, seat,
    person, office or pronoun.
    """

    actor: str
    party: str
    form: str
    first: int
    last: int
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMention:
    """A place of the lexicon, with the chain of what it lies in."""

    place: str
    within: tuple[str, ...]
    first: int
    last: int
    start: int
    end: int


class Comparator(StrEnum):
    """How a stated number bounds the true one."""

    EXACT = "exactly"
    ABOUT = "about"
    AT_LEAST = "at least"
    MORE_THAN = "more than"
    AT_MOST = "at most"
    LESS_THAN = "less than"
    BETWEEN = "between"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number with its unit. ``low`` and ``high`` are the stated bounds (equal for a single number).

    ``kind``: count, money, percent, measure, ratio, ordinal or bare. ``unit``: normal form of what is counted or measured
    (``prisoner``, ``usd``, ``percent``, ``km``), "" when none is stated. ``head`` holds stems of the words near it that say
    what is counted. ``each`` marks "each", "per side"; ``change``: "" or by / to / from, for numbers of a change.
    """

    low: Decimal
    high: Decimal
    comparator: Comparator
    kind: str
    unit: str
    head: tuple[str, ...]
    each: bool
    change: str
    first: int
    last: int
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    """A date, span, duration, clock time or frequency.

    ``kind``: date, duration, clock, frequency or deadline. For dates ``earliest`` and ``latest`` bound the day(s) meant
    (None where open or where the reading has no date to count from). ``days`` is the length of a duration in days.
    ``relation``: "" or by, until, since, from, before, after, within, for. ``minutes``: minutes after midnight of a clock time.
    ``unknown_year`` is True when the text gives no year and no date to count from was known.
    """

    kind: str
    earliest: datetime.date | None
    latest: datetime.date | None
    days: Decimal | None
    minutes: int | None
    relation: str
    approximate: bool
    first: int
    last: int
    start: int
    end: int
    unknown_year: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Negation:
    """A negating cue and the token span [first, last) that it negates. ``cue_first``/``cue_last`` are its own tokens.

    ``kind``: not, never, no, without, instead (rather than), verb (denied, refused, ruled out, stopped short of), halt (stop,
    prevent, ban: what it covers is not done, but nothing is denied), prefix or adverb (hardly).
    """

    kind: str
    cue_first: int
    cue_last: int
    first: int
    last: int
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """A step of the commitment ladder, who takes it and the token span of what it is about.

    ``level`` is an id of the lexicon's ladder (ordered, agreed, will, offered, proposed, discussed, called-for, demanded,
    hoped, welcomed, rejected …), ``strength`` its place, 0 to 1. ``actors``: ids of the actors who take it.
    """

    level: str
    strength: float
    actors: tuple[str, ...]
    negated: bool
    first: int
    last: int
    start: int
    end: int
    object_first: int
    object_last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ScopeMarker:
    """A word that bounds what is covered: a quantifier (all, only, any, some), a degree (full, limited, partial), a
    coordination (energy *and* infrastructure) or an exception (except, excluding). ``value`` is its normal form and
    ``head`` the token span that it bounds.
    """

    kind: str
    value: str
    first: int
    last: int
    start: int
    end: int
    head_first: int
    head_last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A word that colours (``tone``: ``value`` is the thing named, ``other`` the tone), that has a contrary (``opposite``:
    ``value`` is its side of the pair, ``other`` the contrary side), that reports (``report``: ``value`` is its class), that
    tells which day of a matter a date fixes (``phase``: ``value`` is made, begin or finish), what has become of a thing
    (``state``: ``other`` names the states that then do not hold, with spaces between them) or that a thing is of a sort
    (``kind``: ``value``) of which no other word names the same.
    """

    kind: str
    value: str
    other: str
    first: int
    last: int
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A text, read. ``date`` is the day from which relative dates count (None: unknown); ``known`` is False for a text in
    a language that the lexicon does not have. ``predicate`` is the token index of the main verb's head, -1 if not found.
    """

    text: str
    date: datetime.date | None
    known: bool
    tokens: tuple[Token, ...]
    concepts: tuple[ConceptMention, ...] = ()
    actors: tuple[ActorMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    negations: tuple[Negation, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    scopes: tuple[ScopeMarker, ...] = ()
    cues: tuple[Cue, ...] = ()
    speaker: ActorMention | None = None
    predicate: int = -1
    stems: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
