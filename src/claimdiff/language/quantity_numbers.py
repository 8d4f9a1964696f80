"""Read a number or a range of two: "5-10", "between $5 and $10 million"."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from claimdiff.language.numerals import HYPHENS, Form, Numeral, adjacent, lower_at, parse_digits, read_numeral
from claimdiff.language.quantity_context import change_before
from claimdiff.language.quantity_units import SIGNS, unit_after
from claimdiff.language.reading import Token

if TYPE_CHECKING:
    from claimdiff.language.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Numbers:
    """One number or a range, and the span of the tokens that state it."""

    low: Decimal
    high: Decimal
    first: int
    last: int


def read_range(tokens: Sequence[Token], numeral: Numeral, lexicon: "Lexicon") -> Numbers | None:
    """Read "5-10", "5 to 10", "between $5 and $10 million"; None for a score such as "3-1"."""
    first, last = numeral.first, numeral.last
    single = Numbers(numeral.value, numeral.value, first, last)
    before = lower_at(tokens, first - 1)
    between = "between" in {before, lower_at(tokens, first - 2)}
    if between and lower_at(tokens, last) != "and":
        unit = unit_after(tokens, last, lexicon)
        last = unit.last if unit else last
    if not _joins(tokens, last, numeral, between):
        return single
    place = last + 1
    while lower_at(tokens, place) in SIGNS:
        place += 1
    upper = read_numeral(tokens, place) if place < len(tokens) else None
    if upper is None or upper.form is not Form.CARDINAL:
        return single
    low = _same_scale(tokens, numeral, upper)
    if low >= upper.value:
        return None if tokens[last].lower in HYPHENS and low < 100 else single
    if lower_at(tokens, last) == "to" and _changes(tokens, first, last):
        return single
    return Numbers(low, upper.value, first - 1 if before == "between" else first, upper.last)


def _joins(tokens: Sequence[Token], i: int, numeral: Numeral, between: bool) -> bool:
    """Tell whether token ``i`` joins the two ends of a range."""
    word = lower_at(tokens, i)
    if word in HYPHENS:
        return adjacent(tokens, i) or word == "–"
    return word == "to" or (word == "or" and numeral.value < 20) or (between and word == "and")


def _changes(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Tell whether "5 to 10" is a change: "from 5 to 10 percent" after a verb of change, "up 5 to 10"."""
    before = lower_at(tokens, first - 1)
    return before in {"up", "down"} or (before == "from" and change_before(tokens, first, last) == "from")


def _same_scale(tokens: Sequence[Token], lower: Numeral, upper: Numeral) -> Decimal:
    """Return the lower end of a range with the scale that only the upper end names: "5-10 million"."""
    mantissa = parse_digits(tokens[upper.first].text) if tokens[upper.first].text[0].isdecimal() else None
    if mantissa and lower.last == lower.first + 1 and lower.value < mantissa and mantissa < upper.value:
        return lower.value * (upper.value / mantissa)
    return lower.value


def is_continental(tokens: Sequence[Token], numeral: Numeral) -> bool:
    """Tell whether a point parts thousands: people and coins do not come in thousandths ("8.958 people")."""
    whole, point, rest = tokens[numeral.first].text.partition(".")
    return bool(point) and len(rest) == 3 and rest.isdecimal() and whole != "0" and numeral.last == numeral.first + 1
