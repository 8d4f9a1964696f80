"""Make quantities of simple shape: shares, marks and ranks, and apply the words that bound a number."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from claimdiff.language.comparatives import Bound, bound_before
from claimdiff.language.numerals import Form, Numeral, adjacent, lower_at, read_numeral
from claimdiff.language.quantity_context import Counted, noun_phrase
from claimdiff.language.quantity_ranks import read_rank
from claimdiff.language.reading import Comparator, Quantity, Token

NEARLY = Decimal("0.9")
"""What "nearly" and "just over" leave open: a tenth."""
_MARKS = frozenset({5, 10, 20, 100})
"""Wholes that marks are given out of."""


def bounded(tokens: Sequence[Token], quantity: Quantity, bound: Bound | None) -> Quantity:
    """Apply the words around the number: its comparator, and the closer bounds of "nearly" and "just over"."""
    if bound is None:
        return quantity
    first, last = min(quantity.first, bound.first), max(quantity.last, bound.last)
    low, high, comparator = quantity.low, quantity.high, bound.comparator
    if quantity.comparator is Comparator.BETWEEN:
        comparator = Comparator.BETWEEN
    elif bound.near:
        above = comparator in {Comparator.MORE_THAN, Comparator.AT_LEAST}
        low, high = (low, high / NEARLY) if above else (low * NEARLY, high)
    return replace(
        quantity,
        low=low,
        high=high,
        comparator=comparator,
        first=first,
        last=last,
        start=tokens[first].start,
        end=tokens[last - 1].end,
    )


def plain_quantity(
    tokens: Sequence[Token], span: tuple[int, int], value: Decimal, kind: str, unit: str, counted: Counted
) -> Quantity:
    """Return a quantity of one number in the tokens of ``span``, bounded by the words before it."""
    first, last = span
    quantity = Quantity(
        low=value,
        high=value,
        comparator=Comparator.EXACT,
        kind=kind,
        unit=unit,
        head=counted.head,
        each=False,
        change="",
        first=first,
        last=last,
        start=tokens[first].start,
        end=tokens[last - 1].end,
    )
    return bounded(tokens, quantity, bound_before(tokens, first))


def read_ratio(tokens: Sequence[Token], numeral: Numeral) -> Quantity | None:
    """Read "one in four", "4 out of 5", "60 out of 100" and "6.3/10"; a kind of "" marks a name like "24/7"."""
    last = numeral.last
    slash = lower_at(tokens, last) == "/" and adjacent(tokens, last)
    out_of = lower_at(tokens, last) == "out" and lower_at(tokens, last + 1) == "of"
    among = lower_at(tokens, last) == "in" and not tokens[numeral.first].text[0].isdecimal()
    place = last + 2 if out_of else last + 1
    if lower_at(tokens, place) == "every":
        place += 1
    whole = read_numeral(tokens, place) if (slash or out_of or among) and place < len(tokens) else None
    if whole is None or whole.form is not Form.CARDINAL or (among and not (0 < numeral.value < whole.value <= 20)):
        return None
    if whole.value > 20 and whole.value not in _MARKS and not slash:
        return None  # "125 out of 327 cases" gives two counts.
    counted = noun_phrase(tokens, whole.last, whole.value)
    mark = whole.value in _MARKS and numeral.value <= whole.value
    share = not mark or numeral.form is not Form.CARDINAL or among or bool(counted.unit)
    value = numeral.value / whole.value if share and whole.value else numeral.value
    kind, unit = "" if slash and not mark else "ratio", "" if share else f"of {whole.value}"
    return plain_quantity(tokens, (numeral.first, whole.last), value, kind, unit, counted)


def read_share(tokens: Sequence[Token], numeral: Numeral, counted: Counted) -> Quantity | None:
    """Read "a third of", "half the seats"; None for a number in a name."""
    if numeral.form is not Form.FRACTION:
        return None
    return plain_quantity(tokens, (numeral.first, numeral.last), numeral.value, "ratio", "", counted)


def read_ordinal(tokens: Sequence[Token], numeral: Numeral) -> Quantity | None:
    """Read a rank."""
    counted = read_rank(tokens, numeral)
    if counted is None:
        return None
    return plain_quantity(tokens, (numeral.first, numeral.last), numeral.value, "ordinal", counted.unit, counted)
