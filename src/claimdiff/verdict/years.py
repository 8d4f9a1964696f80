"""Move dates whose year is not known."""

from dataclasses import replace
from datetime import date as Date  # noqa: N812

from claimdiff.language.calendar import day
from claimdiff.language.reading import TimeExpression


def same_year(p: TimeExpression, q: TimeExpression) -> tuple[TimeExpression, TimeExpression]:
    """Move a date without a year into the year of the other one."""
    if p.unknown_year and not q.unknown_year:
        return _moved(p, q), q
    if q.unknown_year and not p.unknown_year:
        return p, _moved(q, p)
    return p, q


def _moved(time: TimeExpression, to: TimeExpression) -> TimeExpression:
    years = _a_year(to) - _a_year(time)
    return replace(time, earliest=in_year(time.earliest, years), latest=in_year(time.latest, years))


def _a_year(time: TimeExpression) -> int:
    bound = time.earliest or time.latest
    return bound.year if bound else 0


def in_year(date: Date | None, years: int) -> Date | None:
    """Return a day moved by years; the last of February where it has no such day."""
    return date and (day(date.year + years, date.month, date.day) or day(date.year + years, 2, 28))
