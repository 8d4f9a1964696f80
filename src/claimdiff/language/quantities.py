"""Find the quantities of a text: counts, money, shares, measures, ages, ratios and ranks, with how they are bounded.

Times (years, dates, clock times, durations) are no quantities, nor are numbers that are part of a name. ``low`` and
``high`` of a range are its ends; "nearly 50" is LESS_THAN with the bounds 45 and 50, "just over 50" MORE_THAN likewise.
A share in words ("a third of", "one in four") has kind ratio and a value between 0 and 1; a mark ("60 out of 100",
"6.3/10") has kind ratio, the mark as its value and the whole in its unit ("of 100"). Ages are measures of unit "age".
The unit of money and measures is their dimension ("usd", "length"), and the amounts count its base unit, so that
kilometres and miles can be compared; a rate has its period after a slash ("usd/year").
"""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from claimdiff.language.comparatives import bound_after, bound_before
from claimdiff.language.number_names import in_name, is_plural
from claimdiff.language.numerals import HYPHENS, STARTERS, Form, Numeral, lower_at, read_numeral
from claimdiff.language.quantity_context import (
    Counted,
    change_before,
    is_each,
    is_ranked,
    mirrored,
    noun_before,
    noun_phrase,
    ranks_before,
    rate_after,
)
from claimdiff.language.quantity_forms import bounded, read_ordinal, read_ratio, read_share
from claimdiff.language.quantity_numbers import Numbers, is_continental, read_range
from claimdiff.language.quantity_units import AGE, Unit, currency_before, is_aged, unit_after
from claimdiff.language.reading import Comparator, Quantity, Token
from claimdiff.language.times import scan_times

if TYPE_CHECKING:
    from claimdiff.language.lexicon import Lexicon

LOWEST_RANK = 1000
"""Numbers from here on are no ranks."""
_NOT_BEFORE_ONE = frozenset("no any every each the this that some another which".split())
_NOT_AFTER_ONE = frozenset("side another day time hand thing point way word of 's such".split())


_BETTER = {"higher": Comparator.LESS_THAN, "better": Comparator.LESS_THAN, "above": Comparator.LESS_THAN}
_BETTER |= {"lower": Comparator.MORE_THAN, "worse": Comparator.MORE_THAN, "below": Comparator.MORE_THAN}
"""A higher rank is a smaller number."""


def find_quantities(tokens: Sequence[Token], lexicon: "Lexicon") -> tuple[Quantity, ...]:
    """Find the quantities of a text, in order and without overlap; units are those of the lexicon."""
    if not any(token.lower[0].isdecimal() or token.lower in STARTERS or token.lower == "couple" for token in tokens):
        return ()
    taken = {k for time in scan_times(tokens, None) for k in range(time.first, time.last)}
    found: list[Quantity] = []
    i = 0
    while i < len(tokens):
        lower = tokens[i].lower
        numeral = None
        if i not in taken and (lower[0].isdecimal() or lower in STARTERS or lower in {"a", "an"}):
            numeral = read_numeral(tokens, i)
        if numeral is None:
            i += 1
            continue
        quantity = read_ordinal(tokens, numeral) if numeral.form is Form.ORDINAL else _read(tokens, numeral, lexicon)
        if quantity and found:
            quantity = _elliptic(tokens, quantity, found[-1])
            if _adds(tokens, found[-1], quantity):
                quantity = _sum(tokens, found.pop(), quantity)
        i = quantity.last if quantity else _past(tokens, numeral.last)
        if quantity:
            found.append(quantity)
    return tuple(found)


def _elliptic(tokens: Sequence[Token], quantity: Quantity, before: Quantity) -> Quantity:
    """Give "34 in Berlin" and "12 of them" the noun of the count before: "93 cases, 59 in Hamburg and 34 in Berlin"."""
    following = lower_at(tokens, quantity.last)
    if quantity.kind == "bare" and before.kind == "count" and following in {"in", "of", "at", "from", "among", "were"}:
        return replace(quantity, kind="count", unit=before.unit, head=before.head)
    return quantity


def _adds(tokens: Sequence[Token], before: Quantity, quantity: Quantity) -> bool:
    """Tell whether a measure goes on in a smaller unit: "six feet, two inches"."""
    if not before.kind == quantity.kind == "measure" or before.unit != quantity.unit or quantity.low > before.low:
        return False
    between = [token.lower for token in tokens[before.last : quantity.first]]
    same_unit = tokens[before.last - 1].stem == tokens[quantity.last - 1].stem
    return quantity.comparator is Comparator.EXACT and not same_unit and between in ([], [","], ["and"], [",", "and"])


def _sum(tokens: Sequence[Token], before: Quantity, quantity: Quantity) -> Quantity:
    """Return two parts of one measure as one."""
    low, high = before.low + quantity.low, before.high + quantity.high
    return replace(before, low=low, high=high, last=quantity.last, end=tokens[quantity.last - 1].end)


def _past(tokens: Sequence[Token], i: int) -> int:
    """Return the end of a number that is no quantity and ends at ``i``, with the other half of "3-1" and "24/7"."""
    while i + 1 < len(tokens) and tokens[i].lower in {"/", *HYPHENS} and tokens[i + 1].text[0].isdecimal():
        i += 2
    return i


def _read(tokens: Sequence[Token], numeral: Numeral, lexicon: "Lexicon") -> Quantity | None:
    """Read the quantity that a cardinal or fraction states; None where it states none."""
    currency = currency_before(tokens, numeral.first, lexicon)
    numbers = read_range(tokens, numeral, lexicon)
    if numbers is None:
        return None
    ratio = read_ratio(tokens, numeral)
    if ratio:
        return ratio if ratio.kind else None
    of = 1 if numeral.form is Form.VAGUE and lower_at(tokens, numbers.last) == "of" else 0
    unit = unit_after(tokens, numbers.last + of, lexicon) or currency
    if unit is None and is_aged(tokens, numbers.first):
        unit = Unit(AGE, "measure", numbers.first, numbers.last)
    after = max(numbers.last, unit.last) if unit else numbers.last
    counted = noun_phrase(tokens, after + (lower_at(tokens, after) == "+"), numbers.high)
    if unit is None and (numeral.form is Form.FRACTION or in_name(tokens, numeral, counted.noun, _is_scaled(numeral))):
        return read_share(tokens, numeral, counted)
    if unit is None and _is_pronoun(tokens, numeral):
        return None
    if unit and unit.dimension == AGE:
        counted = Counted("", (), unit.last)
    return _finished(tokens, numeral, numbers, unit, counted)


def _finished(
    tokens: Sequence[Token], numeral: Numeral, numbers: Numbers, unit: Unit | None, counted: Counted
) -> Quantity:
    """Put together a quantity of its numbers, unit, what it counts and the words around it."""
    first = min(numbers.first, unit.first) if unit else numbers.first
    last = max(numbers.last, unit.last) if unit else numbers.last
    last = mirrored(tokens, first, last) or last
    bound = bound_before(tokens, first) or bound_after(tokens, last)
    edge = bound.first if bound and bound.first < first else first
    kind = unit.kind if unit else _kind(tokens, (first, edge), numbers, counted)
    if kind == "ordinal" and bound and lower_at(tokens, bound.first) in _BETTER:
        bound = replace(bound, comparator=_BETTER[lower_at(tokens, bound.first)])
    if kind == "bare":
        counted = noun_before(tokens, edge)
        kind = "count" if is_plural(counted.noun) else kind
    elif kind == "count":
        bound, last = bound or bound_after(tokens, counted.last), counted.last
    factor = unit.factor if unit else Decimal(1)
    if kind in {"count", "money"} and is_continental(tokens, numeral):
        factor *= 1000
    quantity = Quantity(
        low=numbers.low * factor,
        high=numbers.high * factor,
        comparator=Comparator.EXACT if numbers.low == numbers.high else Comparator.BETWEEN,
        kind=kind,
        unit=(unit.dimension if unit else counted.unit) + rate_after(tokens, last),
        head=counted.head,
        each=is_each(tokens, first, last),
        change=change_before(tokens, edge, last),
        first=first,
        last=last,
        start=tokens[first].start,
        end=tokens[last - 1].end,
    )
    if numeral.form is Form.VAGUE and bound is None:
        return replace(quantity, comparator=Comparator.AT_LEAST)
    return bounded(tokens, quantity, bound)


def _kind(tokens: Sequence[Token], edges: tuple[int, int], numbers: Numbers, counted: Counted) -> str:
    """Return the kind of a number without a unit: a rank, a count or bare."""
    first, edge = edges
    ranked = is_ranked(tokens, first) or (not counted.unit and ranks_before(tokens, edge))
    if ranked and numbers.high < LOWEST_RANK:
        return "ordinal"
    return "count" if counted.unit else "bare"


def _is_scaled(numeral: Numeral) -> bool:
    return numeral.value >= 1000 and numeral.last > numeral.first + 1


def _is_pronoun(tokens: Sequence[Token], numeral: Numeral) -> bool:
    """Tell whether "one" stands for a person or thing rather than a number."""
    if tokens[numeral.first].lower != "one" or numeral.last > numeral.first + 1:
        return False
    before, after = lower_at(tokens, numeral.first - 1), numeral.last
    if is_ranked(tokens, numeral.first):
        return False
    if before in _NOT_BEFORE_ONE or lower_at(tokens, after) in _NOT_AFTER_ONE or after >= len(tokens):
        return True
    return not tokens[after].content and lower_at(tokens, after) not in HYPHENS
