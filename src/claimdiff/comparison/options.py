"""How a comparison is asked for."""

from dataclasses import dataclass
from enum import StrEnum


class Curation(StrEnum):
    """What is made of the decisions that people took."""

    USE = "use"
    ONLY = "only"
    IGNORE = "ignore"
    REJUDGE = "rejudge"


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Options of a comparison.

    ``curation``: use decisions and let the matcher add to them; use nothing but them; ignore them (the matcher alone); or
    use the curated links with the judge's own verdicts and differences. ``complete``: keys of accounts to take as complete
    whatever they say. ``all_roles``: count omissions between all roles, not only between principals. ``candidates``: how
    many candidates to list for every assertion. ``scores``: score pairs too that people have decided to the end; without
    it, a reviewed pair has no scores, candidates, evidence and nearest partners.
    """

    curation: Curation = Curation.USE
    complete: frozenset[str] = frozenset()
    all_roles: bool = False
    candidates: int = 5
    scores: bool = True
