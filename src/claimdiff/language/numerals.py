"""Read numbers written in digits or in words: "2,483,000", "2.5bn", "twenty-one", "two and a half million", "a third"."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from claimdiff.language.reading import Token

HYPHENS = frozenset("-–‑‐")
SMALL = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen".split(),
    )
}
TENS = {
    word: 10 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
MULTIPLIERS = {
    "hundred": 100,
    "thousand": 1_000,
    "lakh": 100_000,
    "million": 1_000_000,
    "crore": 10_000_000,
    "billion": 1_000_000_000,
    "milliard": 1_000_000_000,
    "trillion": 1_000_000_000_000,
    "quadrillion": 1_000_000_000_000_000,
}
SUFFIXES = {"k": 1_000, "m": 1_000_000, "mn": 1_000_000, "mln": 1_000_000, "mio": 1_000_000, "b": 1_000_000_000}
SUFFIXES |= {"bn": 1_000_000_000, "bln": 1_000_000_000, "mrd": 1_000_000_000, "tn": 1_000_000_000_000}
SPACED_SUFFIXES = frozenset({"mn", "mln", "mio", "bn", "bln", "mrd", "tn"})
"""Suffixes that mean a scale even where a space parts them from the number; "5 m" may be metres."""
GROUPS = {"dozen": 12}
PLURALS = {word + "s": value for word, value in (MULTIPLIERS | GROUPS).items()} | {"tens": 10, "scores": 20}
ORDINALS = {
    word: value
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        start=1,
    )
} | {f"{word[:-1]}ieth": value for word, value in TENS.items()}
ORDINALS |= {"hundredth": 100, "thousandth": 1_000}
FRACTIONS = {"half": 2, "halves": 2, "quarter": 4, "quarters": 4}
FRACTIONS |= {word: value for word, value in ORDINALS.items() if value > 2}
FRACTIONS |= {f"{word}s": value for word, value in ORDINALS.items() if value > 2}
SIGNS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
STARTERS = frozenset({"half", "quarter", *SIGNS, *SMALL, *TENS, *MULTIPLIERS, *GROUPS, *PLURALS, *ORDINALS})
"""Lower-case words by which a number in words may begin, beside "a" and "an"."""

_BEFORE_SCALE = HYPHENS | {"+"}
_DIGITS = re.compile(r"(\d[\d.,]*)(st|nd|rd|th)?")


class Form(StrEnum):
    """How a numeral counts: how many, which in a row, what part of a whole, or no more than an order of magnitude."""

    CARDINAL = "cardinal"
    ORDINAL = "ordinal"
    FRACTION = "fraction"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number and the token span [first, last) that states it. For VAGUE ("dozens") ``value`` is the least meant."""

    value: Decimal
    form: Form
    first: int
    last: int


def lower_at(tokens: Sequence[Token], i: int) -> str:
    """Return the lower-case text of token ``i``; "" beyond either end."""
    return tokens[i].lower if 0 <= i < len(tokens) else ""


def adjacent(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether token ``i`` follows the one before it without a space."""
    return 0 < i < len(tokens) and tokens[i].start == tokens[i - 1].end


def parse_digits(text: str) -> Decimal | None:
    """Return the value of digits with inner points and commas: 1,500 is a thousand more than 500, 1,5 is one and a half."""
    if text.isdecimal():
        return Decimal(text)
    whole, point, fraction = text.rpartition(".")
    if point and "." not in whole and fraction.isdecimal():
        return Decimal(f"{whole.replace(',', '')}.{fraction}")
    if "." in text:
        groups = text.split(".")
        return Decimal("".join(groups)) if "," not in text and all(len(group) == 3 for group in groups[1:]) else None
    groups = text.split(",")
    if len(groups) == 2 and len(groups[1]) in {1, 2}:
        return Decimal(".".join(groups))
    return Decimal("".join(groups))


def read_numeral(tokens: Sequence[Token], i: int) -> Numeral | None:
    """Return the number that begins at token ``i``, read as far as it goes, or None."""
    lower = tokens[i].lower
    if lower[0].isdecimal():
        return _in_digits(tokens, i)
    reader = _READERS.get(lower)
    return reader(tokens, i) if reader else None


def _in_digits(tokens: Sequence[Token], i: int) -> Numeral | None:
    match = _DIGITS.fullmatch(tokens[i].lower)
    value = parse_digits(match[1]) if match else None
    if match is None or value is None:
        return None
    if match[2]:
        return Numeral(value, Form.ORDINAL, i, i + 1)
    if lower_at(tokens, i + 1) in SIGNS and adjacent(tokens, i + 1):
        return _scaled(tokens, Numeral(value + SIGNS[tokens[i + 1].lower], Form.CARDINAL, i, i + 2))
    return _scaled(tokens, Numeral(value, Form.CARDINAL, i, i + 1))


def _scaled(tokens: Sequence[Token], numeral: Numeral) -> Numeral:
    """Multiply by the scale words that follow ("million", "-million", "bn"), and add "and a half"."""
    value, last = numeral.value, numeral.last
    if lower_at(tokens, last) == "and" and lower_at(tokens, last + 1) in {"a", "one"}:
        part = {"half": "0.5", "quarter": "0.25", "third": "0.333"}.get(lower_at(tokens, last + 2))
        if part:
            unit = _scale_at(tokens, last - 1) or 1
            value, last = value + Decimal(part) * unit, last + 3
    while last < len(tokens):
        word = last + 1 if tokens[last].lower in _BEFORE_SCALE and adjacent(tokens, last) else last
        scale = _scale_at(tokens, word)
        if scale is None:
            break
        value, last = value * scale, word + 1
    return Numeral(value, numeral.form, numeral.first, last)


def _scale_at(tokens: Sequence[Token], i: int) -> int | None:
    word = lower_at(tokens, i)
    scale = MULTIPLIERS.get(word) or GROUPS.get(word)
    if scale is None and word.endswith("s") and word not in {"tens", "scores"}:
        scale = PLURALS.get(word)
    if scale is None and word in SUFFIXES and (word in SPACED_SUFFIXES or adjacent(tokens, i)):
        scale = SUFFIXES[word]
    return scale


_AFTER_A_SHARE = frozenset(
    {"", ".", ",", ";", "in", "to", "from", "since", "this", "last", "over", "on", "and", "between", "after"}
)


def _with_article(tokens: Sequence[Token], i: int) -> Numeral | None:
    following = lower_at(tokens, i + 1)
    if following == "couple" and lower_at(tokens, i + 2) == "of":
        return Numeral(Decimal(2), Form.CARDINAL, i, i + 3)
    if following in MULTIPLIERS or following in GROUPS:
        inner = _in_words(tokens, i + 1)
        return inner and Numeral(inner.value, inner.form, i, inner.last)
    half = following == "half" and lower_at(tokens, i + 2) in {"of", "-", *MULTIPLIERS, *GROUPS}
    by = lower_at(tokens, i - 1) == "by" and lower_at(tokens, i + 2) in _AFTER_A_SHARE  # "fell by a quarter in May"
    if half or (following in FRACTIONS and (by or lower_at(tokens, i + 2) == "of")):
        scaled = _scaled(tokens, Numeral(Decimal(1) / FRACTIONS[following], Form.FRACTION, i, i + 2))
        return scaled if scaled.value < 1 else Numeral(scaled.value, Form.CARDINAL, i, scaled.last)
    return None


def _half(tokens: Sequence[Token], i: int) -> Numeral | None:
    """Read "half of", "half the", "half a million", "half-a-million"; "half an hour" is left to the times."""
    value, last = Decimal(1) / FRACTIONS[tokens[i].lower], i + 1
    while lower_at(tokens, last) in {"a", *HYPHENS}:
        last += 1
    if _scale_at(tokens, last):
        return _scaled(tokens, Numeral(value, Form.CARDINAL, i, last))
    if (
        lower_at(tokens, i + 1) in {"of", "the", "its", "their", "his", "her", "our", "all"}
        and lower_at(tokens, i) == "half"
    ):
        return Numeral(value, Form.FRACTION, i, i + 1)
    return None


def _vague(tokens: Sequence[Token], i: int) -> Numeral | None:
    """Read "dozens of", "tens of thousands": at least two of the named scale."""
    value, last = PLURALS[tokens[i].lower], i + 1
    while lower_at(tokens, last) == "of" and lower_at(tokens, last + 1) in PLURALS:
        value, last = value * PLURALS[tokens[last + 1].lower], last + 2
    if value < 12 or (value == 20 and lower_at(tokens, last) != "of"):
        return None
    return Numeral(Decimal(2 * value if value != 12 else 24), Form.VAGUE, i, last)


def _in_words(tokens: Sequence[Token], i: int) -> Numeral | None:
    """Read a number in words; ``total`` holds what stands before a thousand, million …, ``current`` the rest."""
    total: int = 0
    current: int | None = None
    last = position = i
    while position < len(tokens) and position - last <= 1:
        word = tokens[position].lower
        joins = word in HYPHENS or (word == "and" and _carries(total, current))
        if joins and i < last == position:
            position += 1
            continue
        if last > i and current is not None and (fraction := _fraction(current, word, tokens, i, position)):
            return fraction
        if word in ORDINALS and _fits(current, ORDINALS[word]):
            return Numeral(Decimal(total + (current or 0) + ORDINALS[word]), Form.ORDINAL, i, position + 1)
        added = _add(word, total, current)
        if added is None:
            break
        total, current = added
        position += 1
        last = position
    return _end(tokens, total, current, i, last) if last > i else None


def _carries(total: int, current: int | None) -> bool:
    """Tell whether "and" may stand here inside a number: after hundreds and thousands only."""
    return bool(total) if current is None else current >= 100 and current % 100 == 0


def _fits(current: int | None, value: int) -> bool:
    if current is None or (current % 100 == 0 and value < 100):
        return True
    return current % 100 in TENS.values() and value < 10


def _add(word: str, total: int, current: int | None) -> tuple[int, int | None] | None:
    """Add one number word, or return None where it does not continue the number."""
    value = SMALL.get(word) or TENS.get(word)
    if value is None and word == "zero":
        return (total, 0) if current is None and not total else None
    if value is not None:
        return (total, (current or 0) + value) if _fits(current, value) else None
    if word == "hundred":
        return (total, (1 if current is None else current) * 100) if current is None or current < 100 else None
    scale = MULTIPLIERS.get(word) or GROUPS.get(word)
    if scale is None:
        return None
    if current is None and total:
        return total * scale, None
    return total + (1 if current is None else current) * scale, None


def _fraction(current: int, word: str, tokens: Sequence[Token], i: int, position: int) -> Numeral | None:
    """Read "two thirds", "one quarter", "three-quarters"; "second" is no part of a whole."""
    if word not in FRACTIONS or current >= 20:
        return None
    if word.endswith("s") or (current == 1 and lower_at(tokens, position + 1) in {"of", "the", ""}):
        return Numeral(Decimal(current) / FRACTIONS[word], Form.FRACTION, i, position + 1)
    return None


def _end(tokens: Sequence[Token], total: int, current: int | None, first: int, last: int) -> Numeral:
    value = Decimal(total + (current or 0))
    if lower_at(tokens, last) == "point" and lower_at(tokens, last + 1) in SMALL:
        digits = ""
        while (word := lower_at(tokens, last + 1)) in SMALL and SMALL[word] < 10:
            digits, last = digits + str(SMALL[word]), last + 1
        value, last = Decimal(f"{int(value)}.{digits}"), last + 1
    return _scaled(tokens, Numeral(value, Form.CARDINAL, first, last))


def _sign(tokens: Sequence[Token], i: int) -> Numeral:
    """Read "½" where no figure stands before it."""
    return _scaled(tokens, Numeral(SIGNS[tokens[i].lower], Form.CARDINAL, i, i + 1))


_READERS: dict[str, Callable[[Sequence[Token], int], Numeral | None]] = {
    **dict.fromkeys(STARTERS, _in_words),
    **dict.fromkeys(SIGNS, _sign),
    **dict.fromkeys(PLURALS, _vague),
    **dict.fromkeys(("half", "quarter"), _half),
    **dict.fromkeys(("a", "an"), _with_article),
}
