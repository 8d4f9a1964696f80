"""Read years and the names of months, which other dates are built from."""

from collections.abc import Sequence
from datetime import date as Date  # noqa: N812

from claimdiff.language.calendar import ALSO_WORDS, MONTHS, unit_of, year_span
from claimdiff.language.comparatives import bound_before
from claimdiff.language.number_names import NUMBERED, is_plural
from claimdiff.language.numerals import HYPHENS, adjacent, lower_at
from claimdiff.language.reading import Comparator, Token
from claimdiff.language.times_found import Found, dated

PARTS = {
    "early": "early",
    "beginning": "early",
    "start": "early",
    "mid": "mid",
    "middle": "mid",
    "late": "late",
    "end": "late",
    "close": "late",
}
"""Words for a part of a period."""
_BEFORE_A_MONTH = frozenset(
    "in by since until till of early late mid last next this before after from end during through for to and or between".split()
)
_NO_YEAR = frozenset({"$", "€", "£", "¥", "₹", "#", "no", "number", "nos", "than", "usd", "eur", "rs", "+"})


def year_at(tokens: Sequence[Token], i: int) -> int | None:
    """Return the year that token ``i`` may state after a month or a season, or None."""
    text = tokens[i].text if i < len(tokens) else ""
    return int(text) if len(text) == 4 and text.isdecimal() and 1000 <= int(text) <= 2999 else None


def bare_year(tokens: Sequence[Token], i: int) -> int | None:
    """Return the year that token ``i`` states by itself: "in 2025", not "2000 people", "$1950" or "more than 1800"."""
    year = year_at(tokens, i)
    if year is None or not (1700 <= year <= 2100 or _is_placed(tokens, i)):
        return None
    if lower_at(tokens, i - 1) in _NO_YEAR | NUMBERED or lower_at(tokens, i + 1) in {"%", "percent", "per", "°"}:
        return None
    bound = bound_before(tokens, i)
    if bound and bound.comparator not in {Comparator.ABOUT, Comparator.EXACT} and tokens[bound.first].lower != "past":
        return None
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    if following is None or not following.text[0].islower() or not following.content:
        return None if following and _counts(tokens, i) else year
    return None if (is_plural(following.lower) or unit_of(following.lower)) and year % 50 == 0 else year


def _is_placed(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether the words around a number below 1700 make it a year: "in 1447", "before 1210"."""
    before, following = lower_at(tokens, i - 1), tokens[i + 1] if i + 1 < len(tokens) else None
    closed = following is None or not following.content
    return before in {"in", "since", "year", "circa"} or (before in {"before", "after", "until", "from"} and closed)


def _counts(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether a unit hangs on the number: "1800-strong", "2000-page"."""
    following = tokens[i + 2].text if i + 2 < len(tokens) else "0"
    return tokens[i + 1].lower in HYPHENS and adjacent(tokens, i + 1) and following[0].islower() and following != "to"


def named_month(tokens: Sequence[Token], i: int) -> int | None:
    """Return the month that token ``i`` names; "may" and "march" are verbs unless capital and in a month's place."""
    month = MONTHS.get(lower_at(tokens, i))
    if month is None or not tokens[i].text[0].isupper():
        return None
    if tokens[i].lower not in ALSO_WORDS:
        return month
    after = i + 2 if lower_at(tokens, i + 1) in {".", ",", "the"} else i + 1
    dated_month = lower_at(tokens, after)[:1].isdecimal() or lower_at(tokens, i - 1)[:1].isdecimal()
    placed = lower_at(tokens, i - 1) in _BEFORE_A_MONTH or lower_at(tokens, i - 2) in PARTS
    return month if dated_month or placed else None


def looks_ahead(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether a date that begins at ``i`` is meant as one to come: after "by", "until", "before", "end of"."""
    words = {lower_at(tokens, k) for k in range(max(0, i - 4), i)}
    return not words.isdisjoint({"by", "until", "till", "before", "will", "from", "shall"})


def read_year(tokens: Sequence[Token], i: int, date: Date | None) -> Found | None:
    """Read "2025", "1990s", "2014-16", "2024/25"."""
    del date
    year = bare_year(tokens, i)
    if year is None:
        return None
    if lower_at(tokens, i + 1) == "s" and adjacent(tokens, i + 1):
        return dated(i, i + 2, (Date(year, 1, 1), Date(year + 9 if year % 100 else year + 99, 12, 31)))
    if lower_at(tokens, i + 1) in {*HYPHENS, "/", "to"} and i + 2 < len(tokens):
        text = tokens[i + 2].text
        until = year_at(tokens, i + 2)
        if until is None and len(text) == 2 and text.isdecimal() and adjacent(tokens, i + 2):
            until = year - year % 100 + int(text)
        if until is not None and year < until < year + 100:
            return dated(i, i + 3, (Date(year, 1, 1), Date(until, 12, 31)))
    return dated(i, i + 1, year_span(year))
