"""Tell how two times stand to each other: the same, both possible, or opposed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date as Date  # noqa: N812
from datetime import timedelta
from decimal import Decimal

from claimdiff.language.calendar import FULL_WEEKDAYS, LOOSE_UNITS, MONTHS, SEASONS, WEEKDAYS, ZONES, unit_of
from claimdiff.language.comparatives import bound_after, bound_before
from claimdiff.language.reading import Comparator, Reading, TimeExpression
from claimdiff.language.times import UNTIL, is_not_until
from claimdiff.language.times_deictic import DEICTICS
from claimdiff.verdict.bounds import Fit, Interval, Stated, interval, is_bound, overlap
from claimdiff.verdict.nearby import Surroundings
from claimdiff.verdict.years import in_year, same_year

LOOSE = Decimal("0.05")
"""How far a month or a year may be from 30 or 365 days, as a share."""
_LIMITS = {"before": 1, "after": -1}
"""Relations by which a clock time is a limit, and which way times lie past it."""
HALF_DAY = 720
"""Minutes."""
MINUTES = 15
"""How far "around 11:30" reaches."""
VAGUE_DAYS = 31
"""How far apart two deadlines may lie where one is no more than "the end of the year"."""
LENGTHS = frozenset({"duration", "frequency"})
DATES = frozenset({"date", "deadline"})
_THROUGHOUT = frozenset({"within", "over"})
"""Words before a length that may say in what time a thing is done rather than how long it is."""
_BEFORE_MORE_THAN = frozenset(
    "for after in to of lasted last lasts lasting took take takes taken taking spent spend waited wait well just be is was are "
    "were been being at and or from since remained stayed held served ran".split()
)
"""Words after which "over two years" is longer than two years."""
_APART = frozenset({"for", "within", "after"})
"""Relations of a length of which two are two different things: lasting, deadline, delay."""


@dataclass(frozen=True, slots=True)
class TimeItem:
    """A time of a side. ``versions`` has it as it reads from each of the days that today might be."""

    reading: Reading
    index: int
    time: TimeExpression
    versions: tuple[TimeExpression, ...]
    around: Surroundings


def fit_times(a: TimeItem, b: TimeItem) -> Fit | None:
    """Return how two times stand to each other; None where they cannot be compared."""
    a, b = _opened(a, b), _opened(b, a)
    p, q = a.time, b.time
    if p.kind in LENGTHS and p.kind == q.kind:
        return None if len({p.relation, q.relation} & _APART) > 1 else _fit_lengths(a, b)
    if p.kind == q.kind == "clock":
        return _fit_clocks(a, b)
    return _fit_days(a, b) if p.kind in DATES and q.kind in DATES else None


def _opened(item: TimeItem, other: TimeItem) -> TimeItem:
    """Take "not until June" as in June or after, unless the other side has such a limit too."""
    tokens, first = item.reading.tokens, item.time.first
    if item.time.relation not in UNTIL or other.time.relation in {"by", *UNTIL} or item.time.kind == "duration":
        return item
    limit = next((k for k in range(first - 1, max(-1, first - 4), -1) if tokens[k].lower in UNTIL), None)
    if limit is None or not is_not_until(tokens, limit):
        return item
    return replace(item, time=_from_then(item.time), versions=tuple(map(_from_then, item.versions)))


def _from_then(time: TimeExpression) -> TimeExpression:
    """Return the time from the day on that is meant by "until" or "before" it."""
    if time.kind == "clock":
        return replace(time, relation="after")
    begin = time.latest + timedelta(days=1) if time.kind == "deadline" and time.latest else time.earliest
    return replace(time, kind="date", relation="after", earliest=begin, latest=None)


def _fit_days(a: TimeItem, b: TimeItem) -> Fit | None:
    """Compare two dates or deadlines; where a day is not known, a difference has to hold whatever today is."""
    p, q = a.time, b.time
    if _other_weekday(a, b):
        return Fit.OPPOSED
    if _known(p) and _known(q):
        found = Fit.SAME if _is_that_weekday(a, b) or _is_that_weekday(b, a) else _fit_dates(*same_year(p, q))
        return _any_year(a, b) if found is Fit.OPPOSED else found
    if _known(p) or _known(q):
        return None  # "19 March" and "on Thursday", and no date to count from.
    fits = {_fit_dates(x, y) for x, y in zip(a.versions, b.versions, strict=True)}
    if None in fits:
        return None
    return fits.pop() if len(fits) == 1 else Fit.COMPATIBLE


def _is_that_weekday(weekday: TimeItem, other: TimeItem) -> bool:
    """Tell whether a bare day of the week is the last or next one, and the other side names that very day."""
    p, q = weekday.time, other.time
    if q.earliest is None or q.earliest != q.latest or q.unknown_year or p.relation != q.relation:
        return False
    return p.earliest != p.latest and q.earliest in {p.earliest, p.latest} and _weekday(weekday) == q.earliest.weekday()


def _any_year(a: TimeItem, b: TimeItem) -> Fit:
    """Compare two days that are opposed once more where the year of one is only a guess: the one before or after may fit."""
    for item, other in ((a, b), (b, a)):
        if _is_guessed(item):
            for years in (1, -1):
                time = item.time
                moved = replace(time, earliest=in_year(time.earliest, years), latest=in_year(time.latest, years))
                if _fit_dates(moved, other.time) is not Fit.OPPOSED:
                    return Fit.COMPATIBLE
    return Fit.OPPOSED


def _is_guessed(item: TimeItem) -> bool:
    """Tell whether a time names a month or season, and no year by which it is known."""
    words = [token.lower for token in item.reading.tokens[item.time.first : item.time.last]]
    dated = any(word in DEICTICS or (len(word) == 4 and word.isdecimal()) for word in words)
    return not dated and not item.time.unknown_year and any(word in MONTHS or word in SEASONS for word in words)


def _fit_lengths(a: TimeItem, b: TimeItem) -> Fit:
    ours, theirs = _length(a), _length(b)
    if (ours.low, ours.comparator) == (theirs.low, theirs.comparator):
        return Fit.SAME
    loose = a.time.approximate != b.time.approximate
    if _in_other_units(a, b) and abs(ours.low - theirs.low) <= LOOSE * max(ours.low, theirs.low):
        return Fit.SAME  # "18 months" and "a year and a half"; months and years are no fixed number of days.
    spans = (
        _widened(interval(ours, narrow=is_bound(theirs)), loose and a.time.approximate),
        _widened(interval(theirs, narrow=is_bound(ours)), loose and b.time.approximate),
    )
    return Fit.COMPATIBLE if overlap(*spans) else Fit.OPPOSED


def _in_other_units(a: TimeItem, b: TimeItem) -> bool:
    """Tell whether two lengths are given in other units, both in such as have no fixed number of days."""
    ours, theirs = (
        {unit_of(t.lower) for t in item.reading.tokens[item.time.first : item.time.last]} - {None} for item in (a, b)
    )
    return ours != theirs and (ours | theirs) <= frozenset(LOOSE_UNITS)


def _length(item: TimeItem) -> Stated:
    """Return a length in days with the words that bound it; a frequency is what it says."""
    time, tokens = item.time, item.reading.tokens
    days = time.days or Decimal(0)
    bound = bound_before(tokens, time.first) or bound_after(tokens, time.last) if time.kind == "duration" else None
    if bound and tokens[bound.first].lower in _THROUGHOUT and not _exceeds(item.reading, bound.first):
        bound = None
    return Stated(days, days, bound.comparator if bound else Comparator.EXACT, False)


def _exceeds(reading: Reading, place: int) -> bool:
    """Tell whether an "over" is "more than": "lasted over two years", not "rises by 8 percent over two years"."""
    return reading.tokens[place].lower == "over" and place > 0 and reading.tokens[place - 1].lower in _BEFORE_MORE_THAN


def _widened(span: Interval, loose: bool) -> Interval:
    share = LOOSE if loose else Decimal(0)
    low = None if span.low is None else span.low * (1 - share)
    high = None if span.high is None else span.high * (1 + share)
    return Interval(low, high, span.open_low, span.open_high)


def _fit_clocks(a: TimeItem, b: TimeItem) -> Fit | None:
    """Compare clock times; zones are counted in, an hour between them may be summer time."""
    first, second = a.time.minutes or 0, b.time.minutes or 0
    ours, theirs = _zone(a), _zone(b)
    if not {a.time.relation, b.time.relation}.isdisjoint({"by", *_LIMITS}) and ours == theirs:
        return _fit_limits(a, b)
    gap = abs((first - (ours or 0)) - (second - (theirs or 0))) % 1440
    gap = min(gap, 1440 - gap)
    if first == second and (ours is None or theirs is None):
        return Fit.SAME
    if (ours is None) != (theirs is None) or _role(a.time) != _role(b.time):
        return Fit.COMPATIBLE
    if gap == 0:
        return Fit.SAME
    open_hour = gap == 60 and ours != theirs
    return Fit.COMPATIBLE if open_hour or gap <= MINUTES * (_is_about(a) or _is_about(b)) else Fit.OPPOSED


def _fit_limits(a: TimeItem, b: TimeItem) -> Fit | None:
    """Compare clock times of which one is a limit: "before 6 pm" leaves room for 5:40 pm, not for 7:30 pm."""
    if a.time.minutes == b.time.minutes and _role(a.time) == _role(b.time):
        return Fit.SAME
    if {a.time.relation, b.time.relation} == {"by", "before"}:
        return None
    if a.time.relation == b.time.relation:
        return Fit.OPPOSED if a.time.relation == "by" else Fit.COMPATIBLE
    return Fit.OPPOSED if _is_past(a, b) or _is_past(b, a) else Fit.COMPATIBLE


def _is_past(limit: TimeItem, other: TimeItem) -> bool:
    """Tell whether a clock time lies past a limit that is told as a fact; what is to be done "before 6 pm" may come later.

    A clock goes round: an hour that is more than half a day past a limit may be one of the day before or after.
    """
    way = _LIMITS.get(limit.time.relation)
    if way is None or limit.reading.commitments or other.time.relation not in {"", *_LIMITS}:
        return False
    past = way * ((other.time.minutes or 0) - (limit.time.minutes or 0)) % 1440
    return MINUTES * (_is_about(limit) or _is_about(other)) < past < HALF_DAY


def _is_about(item: TimeItem) -> bool:
    """Tell whether a clock time is given as rough: "at around 11:30"."""
    bound = bound_before(item.reading.tokens, item.time.first)
    return bound is not None and bound.comparator is Comparator.ABOUT


def _zone(item: TimeItem) -> int | None:
    words = (token.lower for token in item.reading.tokens[item.time.first : item.time.last])
    return next((ZONES[word] for word in words if word in ZONES), None)


def _role(time: TimeExpression) -> str:
    """Return what of a matter a date fixes: its start, its end, the latest day for it, or simply when it is."""
    roles = {"until": "end", "since": "start", "from": "start", "by": "deadline", "before": "deadline"}
    return roles.get(time.relation, "point")


def _fit_dates(p: TimeExpression, q: TimeExpression) -> Fit | None:
    """Compare the days that two dates may mean."""
    roles = {_role(p), _role(q)}
    if roles in ({"end", "start"}, {"end", "point"}) or not (_known(p) and _known(q)):
        return None
    if roles == {"deadline"} and p.latest and q.latest:
        gap = abs((p.latest - q.latest).days)
        if gap == 0:
            return Fit.SAME
        return Fit.COMPATIBLE if (p.approximate or q.approximate) and gap <= VAGUE_DAYS else Fit.OPPOSED
    if (p.earliest, p.latest, p.relation) == (q.earliest, q.latest, q.relation):
        return Fit.SAME
    last_ours, last_theirs = (None if _role(t) == "start" and len(roles) > 1 else t.latest for t in (p, q))
    apart = _after(p.earliest, last_theirs) or _after(q.earliest, last_ours)
    return Fit.OPPOSED if apart else Fit.COMPATIBLE


def may_be_one_day(p: TimeExpression, q: TimeExpression) -> bool:
    """Tell whether two dates can mean one day; a start and an end never do."""
    return _fit_dates(*same_year(p, q)) in {Fit.SAME, Fit.COMPATIBLE}


def _after(earliest: Date | None, latest: Date | None) -> bool:
    return earliest is not None and latest is not None and earliest > latest


def _known(time: TimeExpression) -> bool:
    return time.earliest is not None or time.latest is not None


def _other_weekday(a: TimeItem, b: TimeItem) -> bool:
    """Tell whether both name a day of the week, and not the same one, or a date that falls on another."""
    ours, theirs = _weekday(a), _weekday(b)
    if ours is None or theirs is None or _role(a.time) != _role(b.time):
        return False
    return ours != theirs


def _weekday(item: TimeItem) -> int | None:
    words = (token.lower for token in item.reading.tokens[item.time.first : item.time.last])
    named = next((WEEKDAYS[word] for word in words if word in FULL_WEEKDAYS), None)
    time = item.time
    if named is None and time.earliest and time.earliest == time.latest and not time.unknown_year:
        return time.earliest.weekday()
    return named


def days_meant(readings: Sequence[Reading]) -> list[Date]:
    """Return the days that today may be: the readings' own date, else some of a year.

    Without a date, "this year" and "next year" differ whatever today is: a difference has to hold on each of the days.
    """
    known = [reading.date for reading in readings if reading.date]
    return known[:1] or [Date(2001, month, 20) for month in (1, 6, 11)]
