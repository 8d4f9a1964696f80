"""Compare two stated numbers as the intervals in which the true one may lie."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from claimdiff.language.reading import Comparator

TOLERANCE = Decimal("0.1")
"""How far "about" reaches on either side, as a share of the number; against a bound ("more than") it reaches nowhere."""
NEAR = Decimal("0.015")
"""How far "nearly" and "just over" reach against a bound."""
FAR = 10
"""Two lower bounds that differ by more than this factor are not about the same: "over 100" against "over 5,000"."""
ROUNDED_FROM = 1000
"""Counts from here on may be rounded to their last figure that is not nought; "500" is taken as it is written."""


class Fit(StrEnum):
    """How two numbers stand to each other, from the same to not both possible."""

    SAME = "same"
    COMPATIBLE = "compatible"
    OPPOSED = "opposed"


@dataclass(frozen=True, slots=True)
class Interval:
    """The values that a stated number allows; an end that is None is open to infinity, ``open_*`` ends are left out."""

    low: Decimal | None
    high: Decimal | None
    open_low: bool
    open_high: bool


@dataclass(frozen=True, slots=True)
class Stated:
    """A number as stated: its bounds and comparator; ``counted`` for whole things, which are not rounded when few."""

    low: Decimal
    high: Decimal
    comparator: Comparator
    counted: bool


_CAPS = frozenset({Comparator.AT_MOST, Comparator.LESS_THAN})
_FLOORS = frozenset({Comparator.AT_LEAST, Comparator.MORE_THAN})
BOUNDS = frozenset({Comparator.AT_LEAST, Comparator.MORE_THAN, Comparator.AT_MOST, Comparator.LESS_THAN})


def is_bound(stated: Stated) -> bool:
    """Tell whether a number is stated as a bound; "nearly 50" is none."""
    return stated.comparator in BOUNDS and stated.low == stated.high


def interval(stated: Stated, *, narrow: bool = False) -> Interval:
    """Return the values that a stated number allows, rounding left aside.

    ``narrow`` is for a comparison with a bound ("more than 35"): "about" then is the number itself, and "nearly" close to it.
    """
    low, high = stated.low, stated.high
    strict = low == high or narrow  # "Nearly 22" may be said of 22.
    match stated.comparator:
        case Comparator.EXACT | Comparator.BETWEEN:
            return Interval(low, high, False, False)
        case Comparator.ABOUT:
            spread = TOLERANCE if low == high and not narrow else Decimal(0)
            return Interval(low - abs(low) * spread, high + abs(high) * spread, False, False)
        case Comparator.AT_LEAST | Comparator.MORE_THAN:
            top = None if low == high else low * (1 + NEAR) if narrow else high
            return Interval(low, top, strict and stated.comparator is Comparator.MORE_THAN, False)
        case _:  # AT_MOST and LESS_THAN
            bottom = None if low == high else high * (1 - NEAR) if narrow else low
            return Interval(bottom, high, False, strict and stated.comparator is Comparator.LESS_THAN)


def step(value: Decimal, counted: bool) -> Decimal:
    """Return the place to which a number may have been rounded: 2,500,000 to 100,000, 52.6 to 0.1, 175 to none.

    At least two figures of a large number count as meant. Measures, shares and money below ROUNDED_FROM are rounded to
    their last decimal; few things are counted exactly.
    """
    plain = value.normalize()
    exponent = int(plain.as_tuple().exponent)
    if abs(value) >= ROUNDED_FROM:
        place = min(exponent, plain.adjusted() - 1)
        return Decimal(10) ** place if place > 0 else Decimal(0) if counted else Decimal(1)
    return Decimal(0) if counted or not value else Decimal(10) ** min(exponent, 0)


def overlap(a: Interval, b: Interval) -> bool:
    """Tell whether some value lies in both."""
    return _reaches(a, b) and _reaches(b, a)


def _reaches(a: Interval, b: Interval) -> bool:
    """Tell whether ``a`` begins before ``b`` ends."""
    if a.low is None or b.high is None or a.low < b.high:
        return True
    return a.low == b.high and not a.open_low and not b.open_high


def fit(a: Stated, b: Stated, *, terms: bool = False) -> Fit:
    """Return how two stated numbers stand to each other; the order of the two does not matter.

    ``terms`` tells that both are set rather than observed: two different limits then are opposed, since "at least 3 percent"
    and "at least 5 percent" cannot both be what was agreed. Of things observed, both can be true.
    """
    if (a.low, a.high, a.comparator) == (b.low, b.high, b.comparator):
        return Fit.SAME
    if _passes_cap(a, b) or _passes_cap(b, a) or _other_terms(a, b, terms) or _far(a, b):
        return Fit.OPPOSED
    spans = interval(a, narrow=is_bound(b)), interval(b, narrow=is_bound(a))
    return Fit.COMPATIBLE if overlap(*spans) or _rounds(a, b) or _rounds(b, a) else Fit.OPPOSED


def _other_terms(a: Stated, b: Stated, terms: bool) -> bool:
    """Tell whether both state a limit that is set, and not the same.

    "Up to" and limits of a measure or an amount are taken as set in any case.
    """
    both = a.comparator is b.comparator
    if _is_cap(a) and _is_cap(b) and a.high != b.high:
        return terms or not (a.counted or b.counted) or (both and a.comparator is Comparator.AT_MOST)
    return terms and both and a.comparator is Comparator.AT_LEAST and a.low != b.low


def _far(a: Stated, b: Stated) -> bool:
    """Tell whether both state a least, one of them many times the other."""
    floors = a.comparator in _FLOORS and b.comparator in _FLOORS
    return floors and max(a.low, b.low) > FAR * min(a.low, b.low) > 0


def _passes_cap(spread: Stated, cap: Stated) -> bool:
    """Tell whether a range that is stated reaches beyond what the other side states as the most."""
    return _is_cap(cap) and spread.comparator is Comparator.BETWEEN and spread.high > cap.high


def _is_cap(stated: Stated) -> bool:
    """Tell whether a number is stated as the most; "nearly 50" is none."""
    return stated.comparator in _CAPS and stated.low == stated.high


def _rounds(rough: Stated, fine: Stated) -> bool:
    """Tell whether the one number may be the other rounded: only plain numbers, and only the coarser of the two."""
    if rough.comparator is not Comparator.EXACT or fine.comparator is not Comparator.EXACT:
        return False
    counted = rough.counted and fine.counted
    size = step(rough.low, counted)
    return size > step(fine.low, counted) and abs(rough.low - fine.low) * 2 <= size
