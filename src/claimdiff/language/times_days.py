"""Read single days and clock times: "18 March 2025", "next Wednesday, March 19", "2025-03-18", "11:40 a.m."."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date as Date  # noqa: N812
from datetime import timedelta

from claimdiff.language.calendar import FULL_WEEKDAYS, WEEKDAYS, ZONES, day, nearest_year
from claimdiff.language.numerals import HYPHENS, ORDINALS, adjacent, lower_at
from claimdiff.language.reading import Token
from claimdiff.language.times_deictic import read_deictic, weekday_span
from claimdiff.language.times_found import ANY_YEAR, Found, dated
from claimdiff.language.times_years import looks_ahead, named_month, year_at

TODAY = {"today": 0, "tonight": 0, "tomorrow": 1, "yesterday": -1}
DAYTIMES = frozenset({"morning", "afternoon", "evening", "night"})
NOONS = {"noon": 720, "midday": 720, "midnight": 0}
FEASTS = {
    ("new", "year", "'s", "eve"): (12, 31),
    ("new", "year", "'s", "day"): (1, 1),
    ("christmas", "eve"): (12, 24),
    ("christmas", "day"): (12, 25),
    ("boxing", "day"): (12, 26),
    ("may", "day"): (5, 1),
}
"""Days that fall on one date every year: the month and the day."""
_JOINS = frozenset({"and", "to", "or", *HYPHENS})


def day_number(tokens: Sequence[Token], i: int) -> int | None:
    """Return the day of a month that token ``i`` may state: "18", "18th", "eighteenth"."""
    word = lower_at(tokens, i)
    if word[-2:] in {"st", "nd", "rd", "th"} and word[:-2].isdecimal():
        word = word[:-2]
    number = int(word) if word.isdecimal() and len(word) <= 2 else ORDINALS.get(word, 0)
    return number if 1 <= number <= 31 else None


def read_day(tokens: Sequence[Token], i: int, date: Date | None) -> Found | None:
    """Read a day that begins with its number: "18 March", "18-20 March", "the 18th of March", "18 and 19 March 2025"."""
    first_day = day_number(tokens, i)
    if first_day is None:
        return None
    position, last_day = i + 1, first_day
    if lower_at(tokens, position) in _JOINS and (second := day_number(tokens, position + 1)):
        last_day, position = second, position + 2
    if lower_at(tokens, position) == "of":
        position += 1
    month = named_month(tokens, position) if position < len(tokens) else None
    if month is None or (not lower_at(tokens, i)[0].isdecimal() and lower_at(tokens, position - 1) != "of"):
        return None
    return _with_year(tokens, (i, position + 1), month, (first_day, last_day), date)


def read_month_day(tokens: Sequence[Token], i: int, date: Date | None) -> Found | None:
    """Read a day that begins with its month: "March 18", "March 18-20, 2025", "Sept. 27"."""
    month = named_month(tokens, i)
    if month is None:
        return None
    position = i + 2 if lower_at(tokens, i + 1) == "." and len(tokens[i].text) <= 4 else i + 1
    if lower_at(tokens, position) == "the":
        position += 1
    first_day = day_number(tokens, position)
    if first_day is None:
        return None
    last_day, position = first_day, position + 1
    second = day_number(tokens, position + 1) if lower_at(tokens, position) in _JOINS else None
    if second and second > first_day and not named_month(tokens, position + 2):
        last_day, position = second, position + 2
    return _with_year(tokens, (i, position), month, (first_day, last_day), date)


def _with_year(
    tokens: Sequence[Token], span: tuple[int, int], month: int, days: tuple[int, int], date: Date | None
) -> Found | None:
    """Finish a day: its year is stated, or the one in which it comes nearest to ``date``, or unknown."""
    first, last = span
    after = last + 1 if lower_at(tokens, last) in {",", "of"} else last
    year = year_at(tokens, after)
    unknown = year is None and date is None
    if year is not None:
        last = after + 1
    elif date is not None:
        year = nearest_year(date, month, days[0], ahead=looks_ahead(tokens, first))
    earliest, latest = (day(year or ANY_YEAR, month, number) for number in days)
    if earliest is None or latest is None or latest < earliest:
        return None
    return dated(first, last, (earliest, latest), unknown_year=unknown)


def read_feast(tokens: Sequence[Token], i: int, date: Date | None) -> Found | None:
    """Read a day that has a name: "New Year's Eve", "Christmas Day", "Boxing Day 2004"."""
    for words, (month, number) in FEASTS.items():
        last = i + len(words)
        if tokens[i].text[0].isupper() and tuple(token.lower.replace("’", "'") for token in tokens[i:last]) == words:
            return _with_year(tokens, (i, last), month, (number, number), date)
    return None


def read_numeric(tokens: Sequence[Token], i: int, date: Date | None) -> Found | None:
    """Read "2025-03-18", "18/03/2025", "18.03.2025"; where day and month may be swapped, the span holds both readings."""
    del date
    parts = tokens[i].text.split(".")
    last = i + 1
    if len(parts) == 1 and lower_at(tokens, i + 1) in {"-", "/"} and lower_at(tokens, i + 1) == lower_at(tokens, i + 3):
        if not all(adjacent(tokens, k) for k in range(i + 1, min(i + 5, len(tokens)))) or i + 4 >= len(tokens):
            return None
        parts, last = [tokens[k].text for k in (i, i + 2, i + 4)], i + 5
    if len(parts) != 3 or not all(part.isdecimal() and len(part) <= 4 for part in parts):
        return None
    sizes = tuple(len(part) for part in parts)
    one, two, three = (int(part) for part in parts)
    if sizes[0] == 4:
        readings = [day(one, two, three)]
    elif sizes[2] == 4:
        readings = [day(three, two, one), day(three, one, two)]
    else:
        return None
    days = sorted(found for found in readings if found)
    return dated(i, last, (days[0], days[-1]), approximate=days[0] != days[-1]) if days else None


def read_weekday(tokens: Sequence[Token], i: int, date: Date | None) -> Found | None:
    """Read "Wednesday", "next Wednesday", "Wednesday, March 19"; a date that follows takes its place."""
    word = lower_at(tokens, i)
    found = None
    if word in FULL_WEEKDAYS:
        found = dated(i, i + 1, weekday_span(date, WEEKDAYS[word], None) if date else None)
    elif lower_at(tokens, i + 1) in FULL_WEEKDAYS:
        found = read_deictic(tokens, i, date)
    elif word in WEEKDAYS and tokens[i].text[0].isupper():
        found = dated(i, i + 2 if lower_at(tokens, i + 1) == "." else i + 1, None)
    if found is None:
        return None
    last = found.last
    if lower_at(tokens, last) in DAYTIMES:
        last += 1
    while lower_at(tokens, last) in {",", "the", "(", "on"}:
        last += 1
    exact = _named_day(tokens, last, date)
    if exact:
        return replace(exact, first=found.first)
    return found if word not in WEEKDAYS or word in FULL_WEEKDAYS else None


def _named_day(tokens: Sequence[Token], i: int, date: Date | None) -> Found | None:
    if i >= len(tokens):
        return None
    return (
        read_day(tokens, i, date)
        or read_month_day(tokens, i, date)
        or (read_numeric(tokens, i, date) if tokens[i].text[0].isdecimal() else None)
    )


def read_today(tokens: Sequence[Token], i: int, date: Date | None) -> Found | None:
    """Read "today", "tomorrow", "this morning", "last night"."""
    word = lower_at(tokens, i)
    last, offset = i + 1, TODAY.get(word)
    if offset is None:
        if lower_at(tokens, i + 1) not in DAYTIMES or word not in {"this", "last"}:
            return None
        last, offset = i + 2, 0 if word == "this" else -1
    elif lower_at(tokens, last) in DAYTIMES:
        last += 1
    moved = date + timedelta(days=offset) if date else None
    return dated(i, last, (moved, moved) if moved else None)


def read_within_today(tokens: Sequence[Token], i: int, date: Date | None) -> Found | None:
    """Read "earlier this month", "later today": the part of the period before or after the day itself."""
    period = read_today(tokens, i + 1, date) or read_deictic(tokens, i + 1, date)
    if period is None:
        return None
    earliest, latest = period.earliest, period.latest
    if date and earliest and latest and earliest <= date <= latest:
        earliest, latest = (earliest, date) if tokens[i].lower == "earlier" else (date, latest)
    return replace(period, first=i, earliest=earliest, latest=latest)


def read_clock(tokens: Sequence[Token], i: int, date: Date | None) -> Found | None:
    """Read "11:40 a.m.", "3pm", "14:30 Moscow time", "5 o'clock", "noon"."""
    del date
    word = lower_at(tokens, i)
    if word in NOONS:
        return Found(kind="clock", first=i, last=i + 1, minutes=NOONS[word])
    hour, _, rest = word.replace(".", ":").partition(":")
    if (
        not hour.isdecimal()
        or len(hour) > 2
        or int(hour) > 24
        or (rest and not (rest.isdecimal() and len(rest) == 2 and int(rest) < 60))
    ):
        return None
    following, last = lower_at(tokens, i + 1), i + 1
    half = {"am": 0, "pm": 12}.get(following.replace(".", ""))
    if half is not None or following == "o'clock":
        last = i + 2
    elif ":" not in word:
        return None
    value = int(hour) * 60 + int(rest or 0)
    if half is not None:
        if int(hour) > 12:
            return None  # "21 a.m." is no time of day; read as one it would be nine
        value = (int(hour) % 12 + half) * 60 + int(rest or 0)
    return Found(kind="clock", first=i, last=_past_zone(tokens, last), minutes=value % 1440)


def _past_zone(tokens: Sequence[Token], i: int) -> int:
    """Return the end of a zone that begins at ``i``: "GMT", "Moscow time", "local time"."""
    if lower_at(tokens, i + 1) == "time" and i < len(tokens):
        return i + 2
    return i + 1 if i < len(tokens) and tokens[i].lower in ZONES and tokens[i].text.isupper() else i
