"""Find the quantities of a text: counts, money, shares, measures, ages, ratios and ranks, with how they are bounded.

Times (years, dates, clock times, durations) are no quantities, nor are numbers that are part of a name. ``low`` and
``high`` of a range are its ends; "nearly" and "just over" are ABOUT with the bounds between which the number then lies.
A share in words ("a third of", "one in four") has kind ratio and a value between 0 and 1; a mark ("60 out of 100",
"6.3/10") has kind ratio, the mark as its value and the whole in its unit ("of 100"). Ages are measures of unit "age".
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from claimdiff.language.comparatives import Bound, bound_after, bound_before
from claimdiff.language.number_names import in_name
from claimdiff.language.numerals import HYPHENS, STARTERS, Form, Numeral, adjacent, lower_at, parse_digits, read_numeral
from claimdiff.language.quantity_context import (
    Counted,
    change_before,
    is_each,
    is_ranked,
    mirrored,
    noun_phrase,
    rate_after,
)
from claimdiff.language.quantity_units import AGE, Unit, currency_before, is_aged, unit_after
from claimdiff.language.reading import Comparator, Quantity, Token
from claimdiff.language.times import scan_times

if TYPE_CHECKING:
    from claimdiff.language.lexicon import Lexicon

NEARLY = Decimal("0.9")
"""What "nearly" and "just over" leave open: a tenth."""
_MARKS = frozenset({5, 10, 20, 100})
_NOT_BEFORE_ONE = frozenset("no any every each the this that some only another which".split())
_NOT_AFTER_ONE = frozenset("side another day time hand thing point way word of 's such".split())
_NOT_RANKED = frozenset(
    "time lady minister secretary place instance hand step aid class of all party parties half name".split()
)


@dataclass(frozen=True, slots=True)
class _Numbers:
    """One number or a range, and the span of the tokens that state it."""

    low: Decimal
    high: Decimal
    first: int
    last: int


def find_quantities(tokens: Sequence[Token], lexicon: "Lexicon") -> tuple[Quantity, ...]:
    """Find the quantities of a text, in order and without overlap; units are those of the lexicon."""
    if not any(token.lower[0].isdecimal() or token.lower in STARTERS for token in tokens):
        return ()
    taken = {k for time in scan_times(tokens, None) for k in range(time.first, time.last)}
    found = []
    i = 0
    while i < len(tokens):
        lower = tokens[i].lower
        numeral = None
        if i not in taken and (lower[0].isdecimal() or lower in STARTERS or lower in {"a", "an"}):
            numeral = read_numeral(tokens, i)
        if numeral is None:
            i += 1
            continue
        quantity = _ranked(tokens, numeral) if numeral.form is Form.ORDINAL else _read(tokens, numeral, lexicon)
        i = quantity.last if quantity else _past(tokens, numeral.last)
        if quantity:
            found.append(quantity)
    return tuple(found)


def _past(tokens: Sequence[Token], i: int) -> int:
    """Return the end of a number that is no quantity and ends at ``i``, with the other half of "3-1" and "24/7"."""
    while i + 1 < len(tokens) and tokens[i].lower in {"/", *HYPHENS} and tokens[i + 1].text[0].isdecimal():
        i += 2
    return i


def _read(tokens: Sequence[Token], numeral: Numeral, lexicon: "Lexicon") -> Quantity | None:
    currency = currency_before(tokens, numeral.first, lexicon)
    numbers = _range(tokens, numeral, lexicon)
    if numbers is None:
        return None
    ratio = _ratio(tokens, numeral)
    if ratio:
        return ratio if ratio.kind else None
    unit = unit_after(tokens, numbers.last, lexicon) or currency
    if unit is None and is_aged(tokens, numbers.first):
        unit = Unit(AGE, "measure", numbers.first, numbers.last)
    after = max(numbers.last, unit.last) if unit else numbers.last
    counted = noun_phrase(tokens, after, numbers.high)
    if unit is None and (numeral.form is Form.FRACTION or in_name(tokens, numeral, counted.noun, _is_scaled(numeral))):
        return _share(tokens, numeral, counted)
    if unit is None and _is_pronoun(tokens, numeral):
        return None
    if unit and unit.id == AGE:
        counted = Counted("", (), unit.last)
    return _finished(tokens, numeral, numbers, unit, counted)


def _finished(
    tokens: Sequence[Token], numeral: Numeral, numbers: _Numbers, unit: Unit | None, counted: Counted
) -> Quantity:
    first = min(numbers.first, unit.first) if unit else numbers.first
    last = max(numbers.last, unit.last) if unit else numbers.last
    last = mirrored(tokens, first, last) or last
    ranked = unit is None and not counted.unit and is_ranked(tokens, first)
    kind = unit.kind if unit else "ordinal" if ranked else "count" if counted.unit else "bare"
    bound = bound_before(tokens, first) or bound_after(tokens, last)
    if kind == "count":
        bound = bound or bound_after(tokens, counted.last)
        last = counted.last
    name = (unit.id if unit else counted.unit) + rate_after(tokens, last)
    change = change_before(tokens, bound.first if bound and bound.first < first else first, last)
    quantity = Quantity(
        low=numbers.low,
        high=numbers.high,
        comparator=Comparator.EXACT if numbers.low == numbers.high else Comparator.BETWEEN,
        kind=kind,
        unit=name,
        head=counted.head,
        each=is_each(tokens, first, last),
        change=change,
        first=first,
        last=last,
        start=tokens[first].start,
        end=tokens[last - 1].end,
    )
    if numeral.form is Form.VAGUE and bound is None:
        return replace(quantity, comparator=Comparator.AT_LEAST)
    return _bounded(tokens, quantity, bound)


def _bounded(tokens: Sequence[Token], quantity: Quantity, bound: Bound | None) -> Quantity:
    """Apply the words around the number: its comparator, and the closer bounds of "nearly" and "just over"."""
    if bound is None:
        return quantity
    first, last = min(quantity.first, bound.first), max(quantity.last, bound.last)
    low, high, comparator = quantity.low, quantity.high, bound.comparator
    if quantity.comparator is Comparator.BETWEEN:
        comparator = Comparator.BETWEEN
    elif bound.near:
        low, high = (
            (low, high / NEARLY) if comparator in {Comparator.MORE_THAN, Comparator.AT_LEAST} else (low * NEARLY, high)
        )
        comparator = Comparator.ABOUT
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


def _is_scaled(numeral: Numeral) -> bool:
    return numeral.value >= 1000 and numeral.last > numeral.first + 1


def _is_pronoun(tokens: Sequence[Token], numeral: Numeral) -> bool:
    """Tell whether "one" stands for a person or thing rather than a number."""
    if tokens[numeral.first].lower != "one" or numeral.last > numeral.first + 1:
        return False
    before, after = lower_at(tokens, numeral.first - 1), numeral.last
    if before in _NOT_BEFORE_ONE or lower_at(tokens, after) in _NOT_AFTER_ONE or after >= len(tokens):
        return True
    return not tokens[after].content and lower_at(tokens, after) not in HYPHENS


def _range(tokens: Sequence[Token], numeral: Numeral, lexicon: "Lexicon") -> _Numbers | None:
    """Read "5-10", "5 to 10", "between $5 and $10 million"; None for a score such as "3-1"."""
    first, last = numeral.first, numeral.last
    single = _Numbers(numeral.value, numeral.value, first, last)
    before = lower_at(tokens, first - 1)
    between = "between" in {before, lower_at(tokens, first - 2)}
    join = lower_at(tokens, last)
    joined = join in HYPHENS and (adjacent(tokens, last) or join == "–")
    if between and join != "and":
        unit = unit_after(tokens, last, lexicon)
        last = unit.last if unit else last
        join = lower_at(tokens, last)
    if not (joined or join in {"to", "–"} or (join == "or" and numeral.value < 20) or (between and join == "and")):
        return single
    place = last + 1
    while lower_at(tokens, place) in {"$", "€", "£", "¥", "₹"}:
        place += 1
    upper = read_numeral(tokens, place) if place < len(tokens) else None
    if upper is None or upper.form is not Form.CARDINAL:
        return single
    low = _same_scale(tokens, numeral, upper)
    if low >= upper.value:
        return None if joined and low < 100 else single
    if join == "to" and (
        before in {"up", "down"} or (before == "from" and change_before(tokens, first, last) == "from")
    ):
        return single
    start = first - 1 if between and before == "between" else first
    return _Numbers(low, upper.value, start, upper.last)


def _same_scale(tokens: Sequence[Token], lower: Numeral, upper: Numeral) -> Decimal:
    """Return the lower end of a range with the scale that only the upper end names: "5-10 million"."""
    mantissa = parse_digits(tokens[upper.first].text) if tokens[upper.first].text[0].isdecimal() else None
    if mantissa and lower.last == lower.first + 1 and lower.value < mantissa and mantissa < upper.value:
        return lower.value * (upper.value / mantissa)
    return lower.value


def _ratio(tokens: Sequence[Token], numeral: Numeral) -> Quantity | None:
    """Read "one in four", "4 out of 5", "60 out of 100" and "6.3/10"; a kind of "" marks a name like "24/7"."""
    last = numeral.last
    slash = lower_at(tokens, last) == "/" and adjacent(tokens, last)
    out_of = lower_at(tokens, last) == "out" and lower_at(tokens, last + 1) == "of"
    among = lower_at(tokens, last) in {"in", "of"} and not tokens[numeral.first].text[0].isdecimal()
    place = last + 2 if out_of else last + 1
    if lower_at(tokens, place) == "every":
        place += 1
    whole = read_numeral(tokens, place) if (slash or out_of or among) and place < len(tokens) else None
    if whole is None or whole.form is not Form.CARDINAL or (among and not (0 < numeral.value < whole.value <= 20)):
        return None
    counted = noun_phrase(tokens, whole.last, whole.value)
    mark = whole.value in _MARKS and numeral.value <= whole.value
    share = not mark or numeral.form is not Form.CARDINAL or among or bool(counted.unit)
    value = numeral.value / whole.value if share and whole.value else numeral.value
    name_like = slash and not mark
    return _quantity(
        tokens,
        (numeral.first, whole.last),
        value,
        "" if name_like else "ratio",
        "" if share else f"of {whole.value}",
        counted,
    )


def _quantity(
    tokens: Sequence[Token], span: tuple[int, int], value: Decimal, kind: str, unit: str, counted: Counted
) -> Quantity:
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
    return _bounded(tokens, quantity, bound_before(tokens, first))


def _share(tokens: Sequence[Token], numeral: Numeral, counted: Counted) -> Quantity | None:
    """Read "a third of", "half the seats"; None for a number in a name."""
    if numeral.form is not Form.FRACTION:
        return None
    return _quantity(tokens, (numeral.first, numeral.last), numeral.value, "ratio", "", counted)


def _ranked(tokens: Sequence[Token], numeral: Numeral) -> Quantity | None:
    """Read "42nd", "the third round"; not "first of all" and "the first two films"."""
    after = numeral.last
    written = tokens[numeral.first].text[0].isdecimal()
    word = lower_at(tokens, after)
    if not written and (after >= len(tokens) or not tokens[after].content or word in _NOT_RANKED or word in STARTERS):
        return None
    counted = noun_phrase(tokens, after, Decimal(1))
    return _quantity(tokens, (numeral.first, after), numeral.value, "ordinal", counted.unit, counted)
