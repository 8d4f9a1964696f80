"""Read the named periods of a text: months, seasons, quarters, "the end of February", "year-end"."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date as Date  # noqa: N812

from claimdiff.language.calendar import (
    MONTHS,
    SEASONS,
    Span,
    month_span,
    nearest_year,
    part_of,
    quarter_span,
    season_span,
)
from claimdiff.language.numerals import HYPHENS, ORDINALS, lower_at
from claimdiff.language.reading import Token
from claimdiff.language.times_deictic import DEICTICS, read_definite, read_deictic, unit_span
from claimdiff.language.times_found import ANY_YEAR, Found, dated
from claimdiff.language.times_years import PARTS, looks_ahead, named_month, read_year, year_at

_BEFORE_A_SEASON = frozenset("this next last the in of early late mid coming by until since before after".split())


def read_month(tokens: Sequence[Token], i: int, date: Date | None) -> Found | None:
    """Read "March", "March 2025", "March of this year"."""
    month = named_month(tokens, i)
    if month is None:
        return None
    last = i + 1
    if lower_at(tokens, last) in {",", "of"} or (lower_at(tokens, last) == "." and len(tokens[i].text) <= 4):
        last += 1
    year = year_at(tokens, last) if last < len(tokens) else None
    if year is not None:
        return dated(i, last + 1, month_span(year, month))
    if (
        lower_at(tokens, i + 1) == "of"
        and (period := read_deictic(tokens, i + 2, date))
        and tokens[period.last - 1].lower == "year"
    ):
        span = period.earliest and month_span(period.earliest.year, month)
        return dated(i, period.last, span or month_span(ANY_YEAR, month), unknown_year=span is None)
    if date is None:
        return dated(i, i + 1, month_span(ANY_YEAR, month), unknown_year=True)
    year = nearest_year(date, month, 28 if month == 2 else 30, ahead=looks_ahead(tokens, i))
    return dated(i, i + 1, month_span(year, month))


def read_season(tokens: Sequence[Token], i: int, date: Date | None) -> Found | None:
    """Read "spring 2025", "the autumn"."""
    season = lower_at(tokens, i)
    last = i + 2 if lower_at(tokens, i + 1) == "of" else i + 1
    year = year_at(tokens, last)
    if year is not None:
        return dated(i, last + 1, season_span(year, season), approximate=True)
    if lower_at(tokens, i - 1) not in _BEFORE_A_SEASON or (season in {"fall", "spring"} and not _closed(tokens, i + 1)):
        return None
    if date is None:
        return dated(i, i + 1, season_span(ANY_YEAR, season), approximate=True, unknown_year=True)
    year = nearest_year(date, SEASONS[season] % 12 + 1, 28)
    return dated(i, i + 1, season_span(year - (season == "winter"), season), approximate=True)


def _closed(tokens: Sequence[Token], i: int) -> bool:
    return i >= len(tokens) or not tokens[i].content


def read_quarter(tokens: Sequence[Token], i: int, date: Date | None) -> Found | None:
    """Read "Q3", "third quarter of 2025", "first half of the year", "the 19th century"."""
    word = lower_at(tokens, i)
    if word[:1] in {"q", "h"} and word[1:] in {"1", "2", "3", "4"}:
        number, kind, last = int(word[1:]), "quarter" if word[0] == "q" else "half", i + 1
    else:
        ordinal = ORDINALS.get(word) or (int(word[:-2]) if word[:-2].isdecimal() and len(word) <= 5 else 0)
        kind, number, last = lower_at(tokens, i + 1), ordinal, i + 2
    if kind == "century" and 1 <= number <= 21:
        return dated(i, last, (Date(max(1, number * 100 - 99), 1, 1), Date(number * 100, 12, 31)))
    if kind not in {"quarter", "half"} or not 1 <= number <= (4 if kind == "quarter" else 2):
        return None
    after = last + 1 if lower_at(tokens, last) in {"of", ","} else last
    year = year_at(tokens, after)
    whole = None if year else read_deictic(tokens, after, date) or read_definite(tokens, after, date)
    if year is None and whole is None and word[0] not in "qh":
        return None
    end = after + 1 if year else whole.last if whole else last
    if year is None:
        start = (whole and whole.earliest) or date
        year = start.year if start else None
    spans = quarter_span if kind == "quarter" else _half_span
    if year is None:
        return dated(i, end, spans(ANY_YEAR, number), unknown_year=True)
    return dated(i, end, spans(year, number))


def _half_span(year: int, half: int) -> Span:
    return quarter_span(year, 2 * half - 1)[0], quarter_span(year, 2 * half)[1]


def read_period(tokens: Sequence[Token], i: int, date: Date | None) -> Found | None:
    """Read any named period that begins at ``i``."""
    word = lower_at(tokens, i)
    if word in MONTHS:
        return read_month(tokens, i, date)
    if word in SEASONS:
        return read_season(tokens, i, date)
    if word in DEICTICS:
        return read_deictic(tokens, i, date)
    if word[:1].isdecimal():
        return read_quarter(tokens, i, date) or read_year(tokens, i, date)
    if word in ORDINALS or (len(word) == 2 and word[0] in "qh"):
        return read_quarter(tokens, i, date)
    return None


def read_year_end(tokens: Sequence[Token], i: int, date: Date | None) -> Found | None:
    """Read "year-end", "month-end"."""
    unit = tokens[i].lower
    if unit == "hour" or lower_at(tokens, i + 1) not in HYPHENS or lower_at(tokens, i + 2) != "end":
        return None
    return _cut(dated(i, i + 3, unit_span(date, unit, 0) if date else None), "late", i, i + 3)


def read_part(tokens: Sequence[Token], i: int, date: Date | None) -> Found | None:
    """Read "early March", "mid-2025", "the end of February", "year-end"."""
    part = PARTS[tokens[i].lower]
    start = i + 1
    while lower_at(tokens, start) in {"of", "in", *HYPHENS}:
        start += 1
    if lower_at(tokens, start) == "the" and (inner := read_period(tokens, start + 1, date)):
        return _cut(inner, part, i, inner.last)
    period = read_period(tokens, start, date) or (read_definite(tokens, start, date) if start > i + 1 else None)
    return period and _cut(period, part, i, period.last)


def _cut(period: Found, part: str, first: int, last: int) -> Found:
    if period.earliest is None or period.latest is None:
        return replace(period, first=first, last=last, approximate=True)
    earliest, latest = part_of((period.earliest, period.latest), part)
    return replace(period, first=first, last=last, earliest=earliest, latest=latest, approximate=True)


def ended(tokens: Sequence[Token], found: Found) -> Found:
    """Take in a verb that names a period's end: "before December ends", "until the year is over"."""
    if lower_at(tokens, found.last) in {"ends", "closes", "expires"} and found.earliest and found.latest:
        earliest, latest = part_of((found.earliest, found.latest), "late")
        return replace(found, last=found.last + 1, earliest=earliest, latest=latest, approximate=True)
    return found
