"""Tell where two numbers are parts of one whole, or of matters that are not one: a demand and what came of it."""

import itertools
from collections.abc import Sequence
from decimal import Decimal

from claimdiff.language.numerals import lower_at, read_numeral
from claimdiff.language.reading import Quantity, Reading
from claimdiff.verdict.commitment import is_verbal
from claimdiff.verdict.contrast import Contrast, Side

_DEMANDS = frozenset({"hoped", "demanded", "called-for", "proposed", "offered"})
"""Steps by which somebody names a number that need not be what comes of it."""
_ROWS = frozenset(
    "phase stage round tranch instal wave batch step day week month quarter half year leg session".split()
)
"""Stems of what comes one after the other."""
_SHARES = frozenset({"ratio", "percent"})
_NEAR = 3


def whole_of(reading: Reading, quantity: Quantity) -> Decimal | None:
    """Return the number of which a quantity is a part, by its own words: 298 for "196 of the 298 victims"."""
    tokens = reading.tokens
    for k in range(quantity.first, min(quantity.last + 2, len(tokens) - 1)):
        if tokens[k].lower == "of":
            place = k + 2 if lower_at(tokens, k + 1) in {"the", "its", "their", "all"} else k + 1
            numeral = read_numeral(tokens, place) if place < len(tokens) else None
            return numeral.value if numeral is not None else None
    return None


def parts_of_other_wholes(left: Reading, ours: Quantity, right: Reading, theirs: Quantity) -> bool:
    """Tell whether one number is a part of two wholes: "seven of the eleven" and "seven of the fourteen"."""
    one, other = whole_of(left, ours), whole_of(right, theirs)
    return one is not None and other is not None and one != other and ours.low == theirs.low


def is_of_them(reading: Reading, quantity: Quantity) -> bool:
    """Tell whether a quantity is some of what was named before: "31 of them", "23 of the victims"."""
    words = [lower_at(reading.tokens, k) for k in range(quantity.first, quantity.last + 2)]
    return any(one == "of" and other in {"them", "which", "whom", "the"} for one, other in itertools.pairwise(words))


def is_whole(reading: Reading, quantity: Quantity) -> bool:
    """Tell whether a quantity stands as the whole of which a part was named: "half of the 42 victims"."""
    before = [lower_at(reading.tokens, k) for k in range(max(0, quantity.first - 2), quantity.first)]
    return before[-1:] == ["of"] or before == ["of", "the"]


def make_one_whole(left: Reading, ours: Quantity, right: Reading, theirs: Quantity) -> bool:
    """Tell whether two quantities can be parts of one whole, or one of them the whole of the other."""
    one, other = whole_of(left, ours), whole_of(right, theirs)
    if one is not None and one == other:
        return ours.low + theirs.low == one
    if theirs.low == one or ours.low == other:
        return True
    if is_of_them(left, ours) and is_whole(right, theirs):
        return ours.low <= theirs.low
    if is_of_them(right, theirs) and is_whole(left, ours):
        return theirs.low <= ours.low
    return ours.kind == theirs.kind == "ratio" and ours.low != theirs.low and ours.low + theirs.low <= 1


def is_remainder(reading: Reading, numbers: Sequence[Quantity], other: Quantity) -> bool:
    """Tell whether a whole less a part of it comes to a number of the other side: "46, 31 of them by A", "15 by B"."""
    return any(
        whole.low - part.low == other.low for whole, part in itertools.pairwise(numbers) if is_of_them(reading, part)
    )


def demanded_by_one(left: Reading, ours: Quantity, right: Reading, theirs: Quantity) -> bool:
    """Tell whether one of two numbers is only asked for or offered: "wants 8 percent", "settled for 5"."""
    one, other = _demand(left, ours), _demand(right, theirs)
    return one != other and not {one, other} <= {"", "offered"}


def _demand(reading: Reading, quantity: Quantity) -> str:
    """Return the demand or offer right before a number, "" for none."""
    for step in reading.commitments:
        if step.level in _DEMANDS and 0 <= quantity.first - step.last <= _NEAR and is_verbal(reading, step):
            return step.level
    return ""


def are_parts(c: Contrast) -> bool:
    """Tell whether both sides speak of shares or parts: what is so of a third may not be so of two thirds."""
    return all(
        any(q.kind in _SHARES or whole_of(r, q) is not None for r in side.readings for q in r.quantities)
        for side in (c.left, c.right)
    )


def other_ranks(c: Contrast) -> bool:
    """Tell whether the sides are of different ones of a row: "the first phase lasts 42 days", "the second lasts 60".

    Where nothing but the rank differs, it is the rank that they differ in.
    """
    ranks, rest = zip(*(_ranks_and_rest(side) for side in (c.left, c.right)), strict=True)
    shared = ranks[0].keys() & ranks[1].keys()
    return any(ranks[0][noun].isdisjoint(ranks[1][noun]) for noun in shared) and all(rest) and rest[0] != rest[1]


def _ranks_and_rest(side: Side) -> tuple[dict[str, set[Decimal]], set[str]]:
    """Return the ranks of a side by what they rank, and its other numbers, lengths and days."""
    ranks: dict[str, set[Decimal]] = {}
    rest: set[str] = set()
    for reading in side.readings:
        for q in reading.quantities:
            if q.kind == "ordinal" and q.unit in _ROWS:
                ranks.setdefault(q.unit, set()).add(q.low)
            else:
                rest.add(f"{q.unit} {q.low.normalize()}")
        rest |= {f"{t.days} {t.earliest} {t.latest} {t.minutes}" for t in reading.times}
    return ranks, rest
