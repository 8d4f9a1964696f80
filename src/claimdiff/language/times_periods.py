"""Read the named periods of a text: years, months, seasons, quarters, decades, "this year", "the end of February"."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date as Date  # noqa: N812
from datetime import timedelta

from claimdiff.language.calendar import (
    ALSO_WORDS,
    FULL_WEEKDAYS,
    MONTHS,
    SEASONS,
    WEEKDAYS,
    Span,
    month_span,
    nearest_year,
    part_of,
    quarter_span,
    season_span,
    shift,
    unit_of,
    week_span,
    year_span,
)
from claimdiff.language.comparatives import bound_before
from claimdiff.language.number_names import NUMBERED
from claimdiff.language.numerals import HYPHENS, ORDINALS, adjacent, lower_at
from claimdiff.language.reading import Comparator, Token
from claimdiff.language.times_found import ANY_YEAR, Found, dated

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
DEICTICS = {"this": 0, "current": 0, "next": 1, "coming": 1, "upcoming": 1, "last": -1, "previous": -1, "past": -1}
COMING = frozenset({"coming", "next", "following", "upcoming"})
_BEFORE_A_MONTH = frozenset(
    "in by since until till of early late mid last next this before after from end during through for to and or between".split()
)
_BEFORE_A_SEASON = frozenset("this next last the in of early late mid coming by until since before after".split())
_IRREGULAR_PLURALS = frozenset("people men women children troops personnel police staff aircraft dead others".split())
_NO_YEAR = frozenset({"$", "€", "£", "¥", "₹", "#", "no", "number", "nos", "than", "usd", "eur", "rs", "+"})


def year_at(tokens: Sequence[Token], i: int) -> int | None:
    """Return the year that token ``i`` may state after a month or a season, or None."""
    text = tokens[i].text if i < len(tokens) else ""
    return int(text) if len(text) == 4 and text.isdecimal() and 1000 <= int(text) <= 2999 else None


def bare_year(tokens: Sequence[Token], i: int) -> int | None:
    """Return the year that token ``i`` states by itself: "in 2025", not "2000 people", "$1950" or "more than 1800"."""
    year = year_at(tokens, i)
    if year is None or not (1700 <= year <= 2100 or lower_at(tokens, i - 1) in {"in", "since", "year", "circa"}):
        return None
    if lower_at(tokens, i - 1) in _NO_YEAR | NUMBERED or lower_at(tokens, i + 1) in {"%", "percent", "per", "°"}:
        return None
    bound = bound_before(tokens, i)
    if bound and bound.comparator not in {Comparator.ABOUT, Comparator.EXACT} and tokens[bound.first].lower != "past":
        return None
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    if following is None or not following.text[0].islower() or not following.content:
        return None if following and _counts(tokens, i) else year
    plural = following.lower in _IRREGULAR_PLURALS or (
        following.lower.endswith("s") and not following.lower.endswith("ss")
    )
    return None if (plural or unit_of(following.lower)) and year % 50 == 0 else year


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
    after = i + 2 if lower_at(tokens, i + 1) in {".", ","} else i + 1
    dated_month = lower_at(tokens, after)[:1].isdecimal() or lower_at(tokens, i - 1)[:1].isdecimal()
    placed = lower_at(tokens, i - 1) in _BEFORE_A_MONTH or lower_at(tokens, i - 2) in PARTS
    return month if dated_month or placed else None


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
        ordinal = ORDINALS.get(word) or (int(word[:-2]) if word[:1].isdecimal() and word[:-2].isdecimal() else 0)
        kind, number, last = lower_at(tokens, i + 1), ordinal, i + 2
    if kind == "century" and 1 <= number <= 21:
        return dated(i, last, (Date(max(1, number * 100 - 99), 1, 1), Date(number * 100, 12, 31)))
    if kind not in {"quarter", "half"} or not 1 <= number <= (4 if kind == "quarter" else 2):
        return None
    after = last + 1 if lower_at(tokens, last) in {"of", ","} else last
    year = year_at(tokens, after)
    whole = None if year else read_deictic(tokens, after, date) or _definite(tokens, after, date)
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


def read_deictic(tokens: Sequence[Token], i: int, date: Date | None) -> Found | None:
    """Read "this year", "next Wednesday", "last March", "the coming weekend", "in the coming days"."""
    word = lower_at(tokens, i)
    if word not in DEICTICS and word != "following":
        return None
    offset = DEICTICS.get(word, 1)
    following = lower_at(tokens, i + 1)
    if following in {"few", "several", "couple"}:
        i, following = i + 1, lower_at(tokens, i + 2)
    if following in FULL_WEEKDAYS:
        return dated(i, i + 2, date and weekday_span(date, WEEKDAYS[following], offset))
    if named_month(tokens, i + 1):
        return _deictic_month(tokens, i, MONTHS[following], offset, date)
    if following in SEASONS:
        return _deictic_season(tokens, i, offset, date)
    unit = unit_of(following) if following != "weekend" else "weekend"
    if unit is None or unit in {"second", "sec", "min", "minute", "hour", "hr", "night"}:
        return None
    if following.endswith("s"):
        return _coming(tokens, i, unit, date) if word in COMING else None
    return dated(i, i + 2, date and _unit_span(date, unit, offset))


def _unit_span(date: Date, unit: str, offset: int) -> Span | None:
    moved = shift(date, offset, "week" if unit == "weekend" else unit)
    if moved is None:
        return None
    if unit == "month":
        return month_span(*_month_after(date, offset))
    if unit == "quarter":
        return quarter_span(moved.year, (moved.month + 2) // 3)
    if unit == "weekend":
        monday, sunday = week_span(moved)
        return monday + timedelta(days=5), sunday
    if unit in {"decade", "century"}:
        size = 10 if unit == "decade" else 100
        return Date(max(1, moved.year - moved.year % size), 1, 1), Date(
            moved.year - moved.year % size + size - 1, 12, 31
        )
    spans: dict[str, Callable[[], Span]] = {"week": lambda: week_span(moved), "year": lambda: year_span(moved.year)}
    return spans.get(unit, lambda: (moved, moved))()


def _month_after(date: Date, offset: int) -> tuple[int, int]:
    year, month = divmod(date.year * 12 + date.month - 1 + offset, 12)
    return year, month + 1


def weekday_span(date: Date, weekday: int, offset: int | None) -> Span:
    """Return the days that a weekday may mean, seen from ``date``.

    A bare weekday (``offset`` None) is the last one or the next one, since the tense is not known; "next Wednesday" the
    coming one or the one in the week after, "last Wednesday" likewise, "this Wednesday" the one nearest in the week.
    """
    ahead = date + timedelta(days=(weekday - date.weekday()) % 7)
    behind = date - timedelta(days=(date.weekday() - weekday) % 7)
    week = timedelta(days=7)
    if offset == 1:
        ahead = ahead if ahead > date else ahead + week
        return ahead, week_span(date)[0] + week + timedelta(days=weekday) if ahead <= week_span(date)[1] else ahead
    if offset == -1:
        behind = behind if behind < date else behind - week
        earlier = week_span(date)[0] - week + timedelta(days=weekday)
        return min(earlier, behind), behind
    return behind, ahead


def _deictic_month(tokens: Sequence[Token], i: int, month: int, offset: int, date: Date | None) -> Found:
    if date is None:
        return dated(i, i + 2, month_span(ANY_YEAR, month), unknown_year=True)
    year = date.year
    if offset == 1 and month <= date.month:
        year += 1
    elif offset == -1 and month >= date.month:
        year -= 1
    return dated(i, i + 2, month_span(year, month))


def _deictic_season(tokens: Sequence[Token], i: int, offset: int, date: Date | None) -> Found:
    season = lower_at(tokens, i + 1)
    if date is None:
        return dated(i, i + 2, season_span(ANY_YEAR, season), approximate=True, unknown_year=True)
    year = date.year
    if offset == 1 and season_span(year, season)[0] <= date:
        year += 1
    elif (offset == -1 and season_span(year, season)[1] >= date) or (
        season == "winter" and offset == 0 and date.month <= 3
    ):
        year -= 1
    return dated(i, i + 2, season_span(year, season), approximate=True)


def _coming(tokens: Sequence[Token], i: int, unit: str, date: Date | None) -> Found:
    """Read "the coming days": up to about ten of them."""
    latest = date and shift(date, 10, unit)
    return dated(i, i + 2, (date, latest) if date and latest else None, approximate=True)


def _definite(tokens: Sequence[Token], i: int, date: Date | None) -> Found | None:
    """Read "the year" and "December" where the words around say that a period is meant: "end of the year"."""
    if lower_at(tokens, i) not in {"the", "this", "a", "-"}:
        return None
    word = lower_at(tokens, i + 1)
    if word in {"year", "month", "week", "quarter", "decade", "century", "weekend"}:
        return dated(i, i + 2, date and _unit_span(date, word, 0))
    return None


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
    return _cut(dated(i, i + 3, date and _unit_span(date, unit, 0)), "late", i, i + 3)


def read_part(tokens: Sequence[Token], i: int, date: Date | None) -> Found | None:
    """Read "early March", "mid-2025", "the end of February", "year-end"."""
    part = PARTS[tokens[i].lower]
    start = i + 1
    while lower_at(tokens, start) in {"of", "in", *HYPHENS}:
        start += 1
    if lower_at(tokens, start) == "the" and (inner := read_period(tokens, start + 1, date)):
        return _cut(inner, part, i, inner.last)
    period = read_period(tokens, start, date) or (_definite(tokens, start, date) if start > i + 1 else None)
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
