"""Read the unit of a number: signs, currency codes before it, and the terms of the lexicon's units after it."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from claimdiff.language.numerals import HYPHENS, adjacent, lower_at
from claimdiff.language.reading import Token

if TYPE_CHECKING:
    from claimdiff.language.lexicon import Lexicon

SIGNS = {
    "$": "usd",
    "€": "eur",
    "£": "gbp",
    "¥": "jpy",
    "₹": "inr",
    "₽": "rub",
    "₴": "uah",
    "₩": "krw",
    "₪": "ils",
    "₺": "try",
    "₦": "ngn",
    "₫": "vnd",
    "₿": "bitcoin",
}
_DOLLARS = {
    "us": "usd",
    "a": "aud",
    "au": "aud",
    "c": "cad",
    "ca": "cad",
    "hk": "hkd",
    "nz": "nzd",
    "s": "sgd",
    "nt": "twd",
}
_BEFORE = {"rs": "inr", "rmb": "cny"}
MONEY = frozenset(
    "usd eur gbp pound jpy cny rub uah inr pkr krw try chf franc cad aud nzd hkd sgd twd mxn peso brl zar ngn kes ghs egp "
    "ils sar aed dirham riyal rial dinar sek nok dkk krone pln huf czk ron idr myr thb vnd kzt gel bitcoin".split(),
)
"""Dimensions that are money."""
AGE = "age"
"""Unit of how old somebody is, in years."""
_VERBS_TOO = frozenset({"won", "pp", "pc", "m", "t", "ha", "try"})
"""Terms that are mostly other words: taken as units only right after a figure or its scale."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit found: its dimension, how many of the dimension's base unit it is, the kind of quantity it makes, its tokens."""

    dimension: str
    kind: str
    first: int
    last: int
    factor: Decimal = Decimal(1)


def kind_of(dimension: str) -> str:
    """Return the kind of quantity of a dimension."""
    return "money" if dimension in MONEY else "percent" if dimension == "percent" else "measure"


def currency_before(tokens: Sequence[Token], i: int, lexicon: "Lexicon") -> Unit | None:
    """Return the currency whose sign or code stands before the number at token ``i``: "$", "US$", "EUR", "Rs."."""
    place = i - 1
    if place < 0:
        return None
    text = tokens[place].text
    if text == "$":
        letters = tokens[place - 1].lower if place and adjacent(tokens, place) else ""
        if letters in _DOLLARS:
            return Unit(_DOLLARS[letters], "money", place - 1, i)
    if text in SIGNS:
        return Unit(SIGNS[text], "money", place, i)
    if text == "." and lower_at(tokens, place - 1) == "rs":
        return Unit("inr", "money", place - 1, i)
    if text.isupper() and len(text) == 3:
        for rest, name, _ in lexicon.phrases["units"].get(tokens[place].stem, ()):
            if not rest and name in MONEY:
                return Unit(name, "money", place, i)
    known = _BEFORE.get(tokens[place].lower)
    return Unit(known, "money", place, i) if known else None


def unit_after(tokens: Sequence[Token], i: int, lexicon: "Lexicon") -> Unit | None:
    """Return the unit that stands right after a number that ends at token ``i``."""
    if i >= len(tokens):
        return None
    age = _age(tokens, i)
    if age:
        return Unit(AGE, "measure", i, age)
    word = tokens[i].lower
    place = i + 1 if word in HYPHENS and adjacent(tokens, i) and i + 1 < len(tokens) else i
    return _signed(tokens, i) or _listed(tokens, place, i, lexicon)


def _signed(tokens: Sequence[Token], i: int) -> Unit | None:
    """Read the signs: "%", "°C", "€"."""
    word = tokens[i].lower
    if word == "%":
        points = 2 if lower_at(tokens, i + 1) == "-" else 1
        if lower_at(tokens, i + points) in {"point", "points"}:
            return Unit("percentage-point", "measure", i, i + points + 1)
        return Unit("percent", "percent", i, i + 1)
    if word == "°":
        letter = lower_at(tokens, i + 1)
        return Unit(
            "fahrenheit" if letter == "f" else "celsius", "measure", i, i + 2 if letter in {"c", "f"} else i + 1
        )
    return Unit(SIGNS[word], "money", i, i + 1) if word in SIGNS else None


def _listed(tokens: Sequence[Token], place: int, first: int, lexicon: "Lexicon") -> Unit | None:
    token = tokens[place]
    if token.lower in _VERBS_TOO and not _after_figure(tokens, place):
        return None
    for rest, name, _ in lexicon.phrases["units"].get(token.stem, ()):
        end = _match(tokens, place + 1, rest)
        if end:
            entry = lexicon.tables["units"][name]
            return Unit(entry["dimension"], kind_of(entry["dimension"]), first, end, Decimal(entry["factor"]))
    return None


def _after_figure(tokens: Sequence[Token], place: int) -> bool:
    return place > 0 and (
        tokens[place - 1].text[0].isdecimal() or tokens[place - 1].lower in {"million", "billion", "trillion"}
    )


def _match(tokens: Sequence[Token], i: int, rest: Sequence[str]) -> int:
    """Return the end of the other words of a term, hyphens and slashes passed over; 0 where they do not follow."""
    for stem in rest:
        if lower_at(tokens, i) in {*HYPHENS, "/"}:
            i += 1
        if i >= len(tokens) or tokens[i].stem != stem:
            return 0
        i += 1
    return i


def _age(tokens: Sequence[Token], i: int) -> int:
    """Return the end of "-year-old", "years old" or "years of age"; 0 for none."""
    if lower_at(tokens, i) in HYPHENS:
        i += 1
    if lower_at(tokens, i) not in {"year", "years"}:
        return 0
    i += 2 if lower_at(tokens, i + 1) in HYPHENS else 1
    if lower_at(tokens, i) in {"old", "olds"}:
        return i + 1
    return i + 2 if lower_at(tokens, i) == "of" and lower_at(tokens, i + 1) == "age" else 0


def is_aged(tokens: Sequence[Token], first: int) -> bool:
    """Tell whether the words before a number make it an age: "aged 17", "at the age of sixteen", "older than 7"."""
    before = lower_at(tokens, first - 1)
    if before == "than" and lower_at(tokens, first - 2) in {"older", "younger"}:
        return True
    return before in {"aged", "age"} or (before == "of" and lower_at(tokens, first - 2) == "age")
