"""The features of a pair of assertions: what they share, by kind of tie, and how much of each side that covers.

Every feature is symmetric: swapping the sides gives the same value, to the last bit.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from claimdiff.alignment.likeness import Kind
from claimdiff.alignment.ties import Tie, Ties, Weighed

LESS_COVERED = "covered of the side less covered"
MORE_COVERED = "covered of the side more covered"
TIME = "same date or duration"
FEATURES: tuple[str, ...] = (*(kind.value for kind in Kind), LESS_COVERED, MORE_COVERED, TIME)
"""Names of the features, in the order of ``values``."""

LEAST = 1.0
"""The weight of one rare word, by which every text counts as longer than it is: of "Russia said no" all that tells anything may
stand in a text on another matter, and that is no cover."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """A tie between units of two assertions, by position in their profiles' units."""

    left: int
    right: int
    tie: Tie


def meetings(left: Weighed, right: Weighed, ties: Ties) -> list[Meeting]:
    """Return all ties between two assertions, in the order of their units."""
    found = []
    for number, i in left.places.items():
        known = ties.of(number)
        found += [Meeting(i, right.places[other], known[other]) for other in known.keys() & right.places.keys()]
    found.sort(key=_position)
    return found


def _position(meeting: Meeting) -> tuple[int, int]:
    return meeting.left, meeting.right


def chain(found: Sequence[Meeting]) -> list[Meeting]:
    """Return ties such that no unit is in two of them, the strongest first."""
    used_left: set[int] = set()
    used_right: set[int] = set()
    chosen = []
    for meeting in sorted(found, key=lambda m: (-m.tie.pull, m.tie.name)):
        if meeting.left not in used_left and meeting.right not in used_right:
            used_left.add(meeting.left)
            used_right.add(meeting.right)
            chosen.append(meeting)
    return chosen


def values(left: Weighed, right: Weighed, found: Sequence[Meeting]) -> tuple[float, ...]:
    """Return the values of the features of one pair: masses of its ties by kind, covered shares of both sides, shared times."""
    masses: list[list[float]] = [[] for _ in Kind]
    for meeting in chain(found):
        masses[meeting.tie.place].append(meeting.tie.mass)
    best_left: dict[int, float] = {}
    best_right: dict[int, float] = {}
    for meeting in found:
        pull = meeting.tie.pull
        if pull > best_left.get(meeting.left, 0.0):
            best_left[meeting.left] = pull
        if pull > best_right.get(meeting.right, 0.0):
            best_right[meeting.right] = pull
    shares = _share(best_left, left.total), _share(best_right, right.total)
    times = math.fsum(left.times[time] for time in _shared_times(left, right))
    return (*(math.fsum(parts) for parts in masses), min(shares), max(shares), times)


def _shared_times(left: Weighed, right: Weighed) -> list[str]:
    return sorted(left.times.keys() & right.times.keys())


def _share(best: Mapping[int, float], total: float) -> float:
    return math.fsum(best.values()) / (total + LEAST)


def words(left: Weighed, right: Weighed, found: Sequence[Meeting]) -> dict[str, tuple[str, str]]:
    """Return the words on both sides that each feature of a pair rests on, in the order of their weight."""
    pairs: dict[str, list[tuple[str, str]]] = {name: [] for name in FEATURES}
    for meeting in chain(found):
        pair = left.profile.words[meeting.left], right.profile.words[meeting.right]
        pairs[meeting.tie.kind].append(pair)
        for name in (LESS_COVERED, MORE_COVERED):
            pairs[name].append(pair)
    pairs[TIME] = [(left.profile.times[time], right.profile.times[time]) for time in _shared_times(left, right)]
    return {name: (", ".join(a for a, _ in both), ", ".join(b for _, b in both)) for name, both in pairs.items()}
