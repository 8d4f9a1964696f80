"""What the matcher says of two accounts: scored pairs, links in bands, and which assertions nothing comes near.

Everything is by index into the two sequences of readings that were aligned; scores are 0 to 1.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One reason for a score: a feature, its weight in log-odds (positive speaks for a link), the words it rests on."""

    feature: str
    weight: float
    left: str
    right: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AlignedLink:
    """Assertions that the matcher links. ``score`` is that of the best pair among them.

    ``sure``: in the sure band. ``chosen``: the assignment makes it (always so where it is sure); a possible link that is
    not chosen is an alternative worth a look.
    """

    left: tuple[int, ...]
    right: tuple[int, ...]
    score: float
    sure: bool
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """All that ``align`` found.

    ``links``: sure and possible ones, ordered by left then right indexes. ``left_likely`` and ``right_likely``: indexes of
    assertions that the other side very likely does not have. ``left_nearest`` and ``right_nearest``: for every assertion
    its best partner and that score (None only where the other side is empty). ``candidates``: (left, right) -> score, the
    best K of every assertion of both sides, whatever their band. ``reasons``: the evidence of every linked pair.
    """

    links: tuple[AlignedLink, ...]
    left_likely: frozenset[int]
    right_likely: frozenset[int]
    left_nearest: tuple[tuple[int, float] | None, ...]
    right_nearest: tuple[tuple[int, float] | None, ...]
    candidates: Mapping[tuple[int, int], float]
    reasons: Mapping[tuple[int, int], tuple[Reason, ...]]


def not_aligned(left: int, right: int) -> Alignment:
    """Return the alignment of two accounts of so many assertions that were not compared by the matcher."""
    return Alignment(
        links=(),
        left_likely=frozenset(),
        right_likely=frozenset(),
        left_nearest=(None,) * left,
        right_nearest=(None,) * right,
        candidates={},
        reasons={},
    )
