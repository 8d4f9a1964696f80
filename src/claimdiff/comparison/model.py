"""The report as data: what was compared, and everything that was found. Renderers read it, none computes a verdict.

Scores are 0 to 1. Ids are assertion ids; on which side they stand is said by the field (left, right) or by ``account``.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from claimdiff.accounts.model import Account
from claimdiff.vocabulary import Facet, OmissionStatus, Origin, Undecided, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Words on one side of a difference: ``words == value[start:end]`` of the named field of the assertion.

    ``field`` is ``text``, ``quote`` (then ``quote`` is the index among the assertion's quotes) or ``decision`` (the words
    stand in no text; start and end are then 0). Offsets count code points.
    """

    id: str
    field: str
    start: int
    end: int
    words: str
    quote: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A facet in which two linked assertions differ, with the words on each side; one side may be None."""

    facet: Facet
    verdict: Verdict
    left: Words | None
    right: Words | None
    explanation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One reason for a score: a feature, its weight in log-odds (positive speaks for a link), the words it rests on."""

    feature: str
    weight: float
    left: str
    right: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Assertions of two accounts that are versions of the same statement."""

    left: tuple[str, ...]
    right: tuple[str, ...]
    verdict: Verdict
    judged: bool
    origin: Origin
    differences: tuple[Difference, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    score: float | None = None
    by: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Possible:
    """A candidate link to review; ``chosen`` where the assignment would make it if it had to."""

    left: tuple[str, ...]
    right: tuple[str, ...]
    chosen: bool
    score: float
    verdict: Verdict
    judged: bool
    differences: tuple[Difference, ...] = ()
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubtful:
    """A pair on which reasonable readers differ."""

    left: tuple[str, ...]
    right: tuple[str, ...]
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Nearest:
    """The assertion of the other account that comes nearest."""

    id: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Omission:
    """An assertion of ``account`` that ``missing_from``, a complete account, does not have."""

    account: str
    id: str
    missing_from: str
    status: OmissionStatus
    nearest: Nearest | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Open:
    """An assertion of ``account`` that is neither linked to nor omitted from ``missing_from``, and why (``undecided``)."""

    account: str
    id: str
    missing_from: str
    why: Undecided
    nearest: Nearest | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A scored pair."""

    left: str
    right: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Stale:
    """A decision whose texts have changed since; it is treated as undecided. ``kind``: link, apart, doubtful, omitted."""

    kind: str
    left: tuple[str, ...]
    right: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two accounts compared. ``counted`` is False where omissions are not counted because of the roles."""

    left: str
    right: str
    reviewed: bool
    links: tuple[Link, ...] = ()
    possible: tuple[Possible, ...] = ()
    proposed: tuple[Link, ...] = ()
    doubtful: tuple[Doubtful, ...] = ()
    omissions: tuple[Omission, ...] = ()
    undecided: tuple[Open, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    stale: tuple[Stale, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All comparisons of the accounts asked for, one per pair, and the statements over all of them.

    ``statements``: connected components of curated and sure links, each a mapping of account key to assertion ids.
    ``counts``: for every pair ``left/right`` the numbers by name.
    """

    event: str | None
    accounts: tuple[Account, ...]
    comparisons: tuple[Comparison, ...]
    statements: tuple[Mapping[str, tuple[str, ...]], ...] = ()
    counts: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
