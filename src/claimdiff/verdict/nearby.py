"""Tell what stands around a number or a time, and pair those of two sides that are about the same."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from claimdiff.language.reading import Reading

WINDOW = 8
"""Words before and after a number or time that may say what it is about."""
CLOSE = 4
"""Words before and after it that most likely do."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Keys (stems, concepts, parties, places) of the words near a span.

    ``near`` are those within WINDOW words, ``close`` those within CLOSE, ``after`` those of them that follow it.
    """

    near: frozenset[str]
    close: frozenset[str]
    after: frozenset[str]


def keys_by_token(reading: Reading) -> Mapping[int, frozenset[str]]:
    """Return for every content word its stem, its concepts and the parties and places it names."""
    keys: dict[int, set[str]] = {i: {t.stem} for i, t in enumerate(reading.tokens) if t.content and t.text[0].isalpha()}
    named = [(m.first, m.last, m.concept) for m in reading.concepts]
    named += [(m.first, m.last, m.party) for m in reading.actors]
    named += [(m.first, m.last, m.place) for m in reading.places]
    for first, last, key in named:
        for i in range(first, last):
            if i in keys:
                keys[i].add(key)
    return {i: frozenset(found) for i, found in keys.items()}


def surroundings(keys: Mapping[int, frozenset[str]], first: int, last: int, taken: frozenset[int]) -> Surroundings:
    """Return the keys around the tokens [first, last), the ``taken`` words of numbers and times left out."""
    near: set[str] = set()
    close: set[str] = set()
    after: set[str] = set()
    for i in range(max(0, first - WINDOW), last + WINDOW):
        if i not in keys or i in taken:
            continue
        near |= keys[i]
        if first - CLOSE <= i < last + CLOSE:
            close |= keys[i]
            if i >= last:
                after |= keys[i]
    return Surroundings(frozenset(near), frozenset(close), frozenset(after))


def assign(scores: Iterable[tuple[float, int, int]]) -> Sequence[tuple[float, int, int]]:
    """Choose pairs (score, left, right) one to one, the highest score first.

    Equal scores go by place, in a way that does not depend on which side is left.
    """
    left: set[int] = set()
    right: set[int] = set()
    chosen = []
    for score, i, j in sorted(scores, key=lambda row: (-row[0], row[1] + row[2], abs(row[1] - row[2]), row[1])):
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            chosen.append((score, i, j))
    return chosen


_RELATING = frozenset("by from until till since before after within for in than to about over under".split())


def against(left: str, right: str) -> str:
    """Return "175 against 157 captured soldiers": what both end with is said once."""
    ours, theirs = left.split(), right.split()
    shared = 0
    while shared < min(len(ours), len(theirs)) - 1 and ours[-1 - shared] == theirs[-1 - shared]:
        shared += 1
    while shared and ours[len(ours) - shared - 1].lower() in _RELATING:
        shared -= 1
    return f"{' '.join(ours[: len(ours) - shared])} against {' '.join(theirs)}"
