"""Read the words that bound a number: "more than", "at least", "nearly", "or more"."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from claimdiff.language.numerals import lower_at
from claimdiff.language.reading import Comparator, Token


@dataclass(frozen=True, slots=True)
class Bound:
    """How words bound a number, and the token span [first, last) from the first to the last of these words.

    ``near`` tells that the true number lies close to the stated one: "just over", "nearly".
    """

    comparator: Comparator
    near: bool
    first: int
    last: int


EXACT = Comparator.EXACT
ABOUT = Comparator.ABOUT
AT_LEAST = Comparator.AT_LEAST
MORE = Comparator.MORE_THAN
AT_MOST = Comparator.AT_MOST
LESS = Comparator.LESS_THAN

_GREATER = "more greater higher larger bigger longer older taller heavier bigger later wider faster stronger better"
_SMALLER = "less fewer lower smaller shorter younger lighter earlier narrower slower weaker worse"


def _than() -> list[tuple[str, Comparator]]:
    rows = []
    for words, above, not_above in ((_GREATER, MORE, AT_MOST), (_SMALLER, LESS, AT_LEAST)):
        for word in words.split():
            rows += [(f"{word} than", above), (f"no {word} than", not_above), (f"not {word} than", not_above)]
    return rows


def _table(rows: Sequence[tuple[str, Comparator]]) -> Mapping[str, Sequence[tuple[tuple[str, ...], Comparator]]]:
    """Index phrases by their last word; longer ones first."""
    table: dict[str, list[tuple[tuple[str, ...], Comparator]]] = {}
    for phrase, comparator in sorted(rows, key=lambda row: -len(row[0].split())):
        *rest, last = phrase.split()
        table.setdefault(last, []).append((tuple(rest), comparator))
    return table


_BEFORE = _table(
    [
        *_than(),
        *((word, MORE) for word in "over above beyond past exceeding exceeds exceeded exceed surpassing".split()),
        *((word, MORE) for word in "surpassed surpasses surpass topped topping tops topped > in_excess".split()),
        ("in excess of", MORE),
        ("upwards of", MORE),
        ("upward of", MORE),
        ("north of", MORE),
        *((phrase, AT_LEAST) for phrase in ("at least", "a minimum of", "minimum of", "minimum", "not under", "≥")),
        ("not below", AT_LEAST),
        *((word, LESS) for word in ("under", "below", "<", "short of", "south of", "not even")),
        *((phrase, AT_MOST) for phrase in ("at most", "at the most", "at maximum", "a maximum of", "maximum of")),
        *((phrase, AT_MOST) for phrase in ("maximum", "up to", "as many as", "as much as", "as high as", "not over")),
        *((phrase, AT_MOST) for phrase in ("not above", "not exceeding", "not exceed", "capped at", "limited to")),
        *((phrase, AT_MOST) for phrase in ("a cap of", "a ceiling of", "a limit of", "within", "≤")),
        *((phrase, AT_LEAST) for phrase in ("as few as", "as little as", "a floor of")),
        *((word, ABOUT) for word in "about around approximately roughly some circa approx ca ~ ≈ estimated".split()),
        *((phrase, ABOUT) for phrase in ("estimated at", "in the region of", "in the order of", "on the order of")),
        *((phrase, ABOUT) for phrase in ("close to", "somewhere around", "an average of", "averaging", "estimates of")),
        *((word, EXACT) for word in "exactly precisely only just merely".split()),
    ],
)
_NEARLY = {"nearly": LESS, "almost": LESS, "approaching": LESS, "nearing": LESS, "practically": LESS, "virtually": LESS}
_AFTER = {
    ("or", "more"): AT_LEAST,
    ("or", "over"): AT_LEAST,
    ("or", "above"): AT_LEAST,
    ("or", "higher"): AT_LEAST,
    ("and", "over"): AT_LEAST,
    ("and", "above"): AT_LEAST,
    ("at", "least"): AT_LEAST,
    ("or", "less"): AT_MOST,
    ("or", "fewer"): AT_MOST,
    ("or", "under"): AT_MOST,
    ("or", "below"): AT_MOST,
    ("at", "most"): AT_MOST,
    ("or", "so"): ABOUT,
    ("or", "thereabouts"): ABOUT,
    ("-", "plus"): AT_LEAST,
    ("-", "odd"): ABOUT,
    ("-", "some"): ABOUT,
    ("-", "strong"): EXACT,
}
_AFTER_ONE = {"plus": AT_LEAST, "+": AT_LEAST, "minimum": AT_LEAST, "maximum": AT_MOST, "max": AT_MOST, "tops": AT_MOST}
_NUMBER_BEGINS = re.compile(r"[\d$€£¥₹]|rs$")
_NEAR = frozenset({"just", "slightly", "marginally", "barely", "little", "fractionally", "only"})
_LIMITS = frozenset("limit limits limiting restrict restricts restricting cap caps capping confine confining".split())
_SKIPPED = frozenset(
    {"#", "number", "the", "a", "an", "$", "€", "£", "¥", "₹", "₽", "₴", "us", "rs", "usd", "eur", "gbp", "total", "of"}
)
_NOT = frozenset({"not", "never", "n't", "cannot", "without", "doesn't", "didn't", "don't", "won't", "shouldn't"})
_AT_ALL = frozenset("anything any for to a an at with".split())
_SETTLING = frozenset(
    "accept take settle pay go fall drop sink rise climb exceed sell offer spend allow permit tolerate be cost last need "
    "require want export import produce keep hold have".split()
)
"""Verbs of how much there is to be: "not" before one of them turns the bound after it."""
_OPPOSITE = {MORE: AT_MOST, LESS: AT_LEAST, AT_LEAST: LESS, AT_MOST: MORE}


def bound_before(tokens: Sequence[Token], i: int) -> Bound | None:
    """Return how the words before token ``i`` bound the number that begins there; articles and "$" may stand between."""
    position = i - 1
    while position >= 0 and i - position <= 3:
        word = tokens[position].lower
        if word in _NEARLY:
            return Bound(_NEARLY[word], True, position, i)
        for rest, comparator in _BEFORE.get(word, ()):
            first = position - len(rest)
            if first >= 0 and all(tokens[first + k].lower == part for k, part in enumerate(rest)):
                return _refined(tokens, first, i, comparator)
        if _limited(tokens, position):
            return Bound(AT_MOST, False, position, i)
        if word not in _SKIPPED:
            return None
        position -= 1
    return None


def _limited(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether token ``i`` is the "to" of "limit the rise to"."""
    return tokens[i].lower == "to" and any(tokens[k].lower in _LIMITS for k in range(max(0, i - 6), i))


def _refined(tokens: Sequence[Token], first: int, last: int, comparator: Comparator) -> Bound:
    """Take in "just" before "over", and "not" before "more than" or "exceed"."""
    if comparator in _OPPOSITE:
        before = lower_at(tokens, first - 1)
        if before in _NEAR:
            return Bound(comparator, True, first - 1, last)
        if before in _NOT:
            return Bound(_OPPOSITE[comparator], False, first - 1, last)
        denied = _denied_verb(tokens, first)
        if denied is not None:
            return Bound(_OPPOSITE[comparator], False, denied, last)
    return Bound(comparator, False, first, last)


def _denied_verb(tokens: Sequence[Token], first: int) -> int | None:
    """Return where a "not" stands before the verb of a bound: "will not accept anything less than 24"."""
    k = first - 1
    while k > 0 and tokens[k].lower in _AT_ALL:
        k -= 1
    return k - 1 if k > 0 and tokens[k].lower in _SETTLING and tokens[k - 1].lower in _NOT else None


def bound_after(tokens: Sequence[Token], i: int) -> Bound | None:
    """Return how the words from token ``i`` on bound the number that ends there: "or more", "+", "-odd"."""
    word = lower_at(tokens, i)
    comparator = _AFTER.get((word, lower_at(tokens, i + 1)))
    if comparator and _NUMBER_BEGINS.match(lower_at(tokens, i + 2)):
        return None  # "two journalists and over $45"
    if comparator:
        return Bound(comparator, False, i, i + 2)
    return Bound(_AFTER_ONE[word], False, i, i + 1) if word in _AFTER_ONE else None
