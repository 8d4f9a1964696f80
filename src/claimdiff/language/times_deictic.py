"""Read the periods that count from today: "this year", "next Wednesday", "last March", "in the coming days"."""

from collections.abc import Callable, Sequence
from datetime import date as Date  # noqa: N812
from datetime import timedelta

from claimdiff.language.calendar import (
    FULL_WEEKDAYS,
    MONTHS,
    SEASONS,
    WEEKDAYS,
    Span,
    month_span,
    quarter_span,
    season_span,
    shift,
    unit_of,
    week_span,
    year_span,
)
from claimdiff.language.numerals import lower_at
from claimdiff.language.reading import Token
from claimdiff.language.times_found import ANY_YEAR, Found, dated
from claimdiff.language.times_years import named_month

DEICTICS = {"this": 0, "current": 0, "next": 1, "coming": 1, "upcoming": 1, "last": -1, "previous": -1, "past": -1}
COMING = frozenset({"coming", "next", "following", "upcoming"})
_TOO_SHORT = frozenset({"second", "sec", "min", "minute", "hour", "hr", "night"})


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
        return dated(i, i + 2, weekday_span(date, WEEKDAYS[following], offset) if date else None)
    if named_month(tokens, i + 1):
        return _deictic_month(i, MONTHS[following], offset, date)
    if following in SEASONS:
        return _deictic_season(tokens, i, offset, date)
    return _deictic_unit(tokens, i, offset, date, coming=word in COMING)


def _deictic_unit(tokens: Sequence[Token], i: int, offset: int, date: Date | None, *, coming: bool) -> Found | None:
    """Read "this week", "last year", "next weekend"; in the plural only what is to come: "the coming days"."""
    following = lower_at(tokens, i + 1)
    unit = unit_of(following) if following != "weekend" else "weekend"
    if unit is None or unit in _TOO_SHORT:
        return None
    if following.endswith("s"):
        return _coming(i, unit, date) if coming else None
    return dated(i, i + 2, unit_span(date, unit, offset) if date else None)


def unit_span(date: Date, unit: str, offset: int) -> Span | None:
    """Return the days of the week, month … that lies ``offset`` of them from the one of ``date``."""
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


def _deictic_month(i: int, month: int, offset: int, date: Date | None) -> Found:
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


def _coming(i: int, unit: str, date: Date | None) -> Found:
    """Read "the coming days": up to about ten of them."""
    latest = date and shift(date, 10, unit)
    return dated(i, i + 2, (date, latest) if date and latest else None, approximate=True)


def read_definite(tokens: Sequence[Token], i: int, date: Date | None) -> Found | None:
    """Read "the year" where the words around say that a period is meant: "end of the year"."""
    word = lower_at(tokens, i + 1)
    if lower_at(tokens, i) != "the" or word not in {"year", "month", "week", "quarter", "decade", "century", "weekend"}:
        return None
    return dated(i, i + 2, unit_span(date, word, 0) if date else None)
