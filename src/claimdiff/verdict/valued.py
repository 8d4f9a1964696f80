"""Tell which words of a side belong to its numbers and times, which have comparators of their own."""

from claimdiff.language.reading import Reading
from claimdiff.verdict.contrast import Side, Word


def valued(side: Side) -> frozenset[Word]:
    """Return the words that state a number or a time."""
    return frozenset((i, k) for i, reading in enumerate(side.readings) for k in _spanned(reading))


def _spanned(reading: Reading) -> set[int]:
    numbers = {k for q in reading.quantities for k in range(q.first, q.last)}
    return numbers | {k for t in reading.times for k in range(t.first, t.last)}
