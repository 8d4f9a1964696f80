"""Tell where two numbers are parts of one whole, or of matters that are not one: a demand and what came of it."""

import itertools
from collections.abc import Sequence
from decimal import Decimal

from claimdiff.language.numerals import lower_at, read_numeral
from claimdiff.language.reading import Quantity, Reading
from claimdiff.verdict.commitment import is_verbal
from claimdiff.verdict.contrast import Contrast

_DEMANDS = frozenset({"hoped", "demanded", "called-for", "proposed", "offered"})
"""Steps by which somebody names a number that need not be what comes of it."""
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
