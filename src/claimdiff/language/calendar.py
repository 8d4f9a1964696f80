"""Know the calendar's words (months, weekdays, seasons, units of time, zones) and turn them into spans of days."""

from calendar import monthrange
from datetime import date as Date  # noqa: N812
from datetime import timedelta
from decimal import Decimal

Span = tuple[Date, Date]
"""First and last day, both included."""

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sep", "sept"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
ALSO_WORDS = frozenset({"march", "may", "mar", "jan", "dec", "sep", "august"})
"""Months whose names are other words or names too."""
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            ("monday", "mon"),
            ("tuesday", "tue", "tues"),
            ("wednesday", "wed"),
            ("thursday", "thu", "thur", "thurs"),
            ("friday", "fri"),
            ("saturday", "sat"),
            ("sunday", "sun"),
        ),
    )
    for name in names
}
FULL_WEEKDAYS = frozenset(name for name in WEEKDAYS if name.endswith("day"))
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
SECONDS = {
    "second": 1,
    "sec": 1,
    "minute": 60,
    "min": 60,
    "hour": 3_600,
    "hr": 3_600,
    "day": 86_400,
    "night": 86_400,
    "week": 7 * 86_400,
    "fortnight": 14 * 86_400,
    "month": 30 * 86_400,
    "year": 365 * 86_400,
    "decade": 3_650 * 86_400,
    "century": 36_500 * 86_400,
    "quarter": 91 * 86_400,
}
LOOSE_UNITS = frozenset({"month", "year", "decade", "century", "quarter"})
"""Units without a fixed number of days: a month is taken as 30 and a year as 365."""
FREQUENCIES = {
    "hourly": "hour",
    "daily": "day",
    "nightly": "day",
    "weekly": "week",
    "fortnightly": "fortnight",
    "monthly": "month",
    "quarterly": "quarter",
    "yearly": "year",
    "annually": "year",
    "annual": "year",
}
ZONES = {
    "gmt": 0, "utc": 0, "z": 0, "wet": 0, "bst": 60, "cet": 60, "cest": 120, "eet": 120, "eest": 180, "msk": 180,
    "est": -300, "edt": -240, "et": -300, "cst": -360, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420,
    "ist": 330, "jst": 540, "kst": 540, "moscow": 180, "kyiv": 120, "kiev": 120, "london": 0, "berlin": 60, "paris": 60,
    "brussels": 60, "washington": -300, "eastern": -300, "pacific": -480, "beijing": 480, "tokyo": 540, "ankara": 180,
    "istanbul": 180, "riyadh": 180, "tehran": 210, "delhi": 330, "jerusalem": 120, "israel": 120, "geneva": 60,
}  # fmt: skip
"""Minutes ahead of Greenwich in winter."""


def unit_of(word: str) -> str | None:
    """Return the unit of time that a word in the singular or plural names, or None."""
    if word in SECONDS:
        return word
    if word == "centuries":
        return "century"
    return word[:-1] if word.endswith("s") and word[:-1] in SECONDS else None


def length_in_days(count: Decimal, unit: str) -> Decimal:
    """Return how many days ``count`` units are."""
    return count * SECONDS[unit] / 86_400


def day(year: int, month: int, number: int) -> Date | None:
    """Return that day, or None where the calendar has none."""
    try:
        return Date(year, month, number)
    except ValueError:
        return None


def year_span(year: int) -> Span:
    """Return the days of a year."""
    return Date(year, 1, 1), Date(year, 12, 31)


def month_span(year: int, month: int) -> Span:
    """Return the days of a month."""
    return Date(year, month, 1), Date(year, month, monthrange(year, month)[1])


def quarter_span(year: int, quarter: int) -> Span:
    """Return the days of a quarter, 1 to 4."""
    return Date(year, 3 * quarter - 2, 1), month_span(year, 3 * quarter)[1]


def season_span(year: int, season: str) -> Span:
    """Return the days that may be called a season of that year, by the meteorologist's count or the astronomer's."""
    month = SEASONS[season]
    if month == 12:
        return Date(year, 12, 1), Date(min(year + 1, 9999), 3, 20)
    return Date(year, month, 1), Date(year, month + 3, 23)


def week_span(date: Date) -> Span:
    """Return Monday to Sunday of the week of ``date``."""
    monday = date - timedelta(days=date.weekday())
    return monday, monday + timedelta(days=6)


def part_of(span: Span, part: str) -> Span:
    """Return the early, middle or late part of a span (a third each, rounded outwards); "end" is its last tenth or day."""
    first, last = span
    length = (last - first).days + 1
    third = -(-length // 3)
    if part == "early":
        return first, first + timedelta(days=third - 1)
    if part == "mid":
        return first + timedelta(days=length // 3 - length // 12), last - timedelta(days=length // 3 - length // 12)
    return last - timedelta(days=third - 1), last


def shift(date: Date, count: int, unit: str) -> Date | None:
    """Return ``date`` moved by that many units, forward or back; None beyond the calendar."""
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}.get(unit)
    try:
        if months is None:
            return date + timedelta(days=float(count * SECONDS[unit]) / 86_400)
        total = date.year * 12 + date.month - 1 + count * months
        year, month = divmod(total, 12)
        return Date(year, month + 1, min(date.day, monthrange(year, month + 1)[1]))
    except (ValueError, OverflowError):
        return None


def nearest_year(date: Date, month: int, number: int, *, ahead: bool = False) -> int:
    """Return the year in which that day of the year comes nearest to ``date``; with ``ahead``, not more than a month before."""
    back = 31 if ahead else 183
    floor = date - timedelta(days=back)
    years = (date.year - 1, date.year)
    return next((year for year in years if (day(year, month, number) or Date(year, month, 28)) >= floor), date.year + 1)
