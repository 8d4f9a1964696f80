"""Read durations and frequencies: "for 30 days", "72 hours", "a month-long", "every two weeks", "three times a day"."""

from collections.abc import Sequence
from datetime import date as Date  # noqa: N812
from datetime import timedelta
from decimal import Decimal

from claimdiff.language.calendar import FREQUENCIES, LOOSE_UNITS, SECONDS, length_in_days, unit_of
from claimdiff.language.numerals import HYPHENS, Form, Numeral, adjacent, lower_at, read_numeral
from claimdiff.language.reading import Token
from claimdiff.language.times_found import Found

_BETWEEN = frozenset(
    "full whole more additional further consecutive straight successive working business calendar extra long solid "
    "other".split(),
)
_BEFORE_A_LENGTH = frozenset(
    "for in within over after about around least nearly almost than by of during the under most to approximately exactly "
    "lasting lasted lasts last once throughout just half and took takes".split()
)
_MANNER = {"long": "", "ago": "before", "later": "after", "earlier": "before", "afterwards": "after"}
_TIMES = {"once": Decimal(1), "twice": Decimal(2), "thrice": Decimal(3)}
LONG_WORDS = {"daylong": "day", "weeklong": "week", "monthlong": "month", "yearlong": "year", "hourlong": "hour"}


def read_length(tokens: Sequence[Token], i: int, date: Date | None) -> Found | None:
    """Read a duration that begins with a number: "30 days", "30-day", "two and a half years", "5 to 7 days"."""
    numeral = read_numeral(tokens, i)
    if numeral is None or numeral.form in {Form.ORDINAL, Form.FRACTION}:
        return _half_unit(tokens, i, date)
    unit_place = _unit_place(tokens, numeral.last)
    high = numeral.value
    if (
        unit_place is None
        and lower_at(tokens, numeral.last) in {"to", "or", *HYPHENS}
        and numeral.last + 1 < len(tokens)
    ):
        upper = read_numeral(tokens, numeral.last + 1)
        if upper and upper.value > numeral.value and (place := _unit_place(tokens, upper.last)):
            unit_place, high = place, upper.value
    if unit_place is None:
        return None
    unit = unit_of(tokens[unit_place].lower) or ""
    aged = lower_at(tokens, i - 1) == "than" and lower_at(tokens, i - 2) in {"older", "younger"}
    if unit in {"century", "quarter"} or aged or _is_age(tokens, unit_place + 1):
        return None
    if unit == "min" and not tokens[i].text[0].isdecimal():
        return None
    if tokens[unit_place].text[0].isupper() and not tokens[unit_place].text.isupper():
        return None  # A title: "4 Minutes", "28 Days Later".
    count = (numeral.value + high) / 2
    vague = high != numeral.value or numeral.form is Form.VAGUE
    days, last, loose = _added(tokens, length_in_days(count, unit), unit_place + 1)
    return _finish(tokens, (i, last), days, unit in LOOSE_UNITS or vague or loose, date)


def _unit_place(tokens: Sequence[Token], i: int) -> int | None:
    """Return where a unit of time stands after a number that ends at ``i``."""
    for _ in range(3):
        word = lower_at(tokens, i)
        if unit_of(word):
            return i if word != "quarter" else None
        if (word in HYPHENS and adjacent(tokens, i)) or word in _BETWEEN:
            i += 1
            continue
        return None
    return None


def _is_age(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether a number of years is somebody's age: "17-year-old", "17 years old", "of age"."""
    if lower_at(tokens, i) in HYPHENS:
        i += 1
    word = lower_at(tokens, i)
    return word in {"old", "olds"} or (word == "of" and lower_at(tokens, i + 1) == "age")


def _added(tokens: Sequence[Token], days: Decimal, last: int) -> tuple[Decimal, int, bool]:
    """Add what follows in a smaller unit ("two hours and 28 minutes", "an hour and a half")."""
    following = last + 1 if lower_at(tokens, last) in {"and", ","} else last
    if following >= len(tokens):
        return days, last, False
    if lower_at(tokens, following) in {"a", "one"} and lower_at(tokens, following + 1) == "half" and following > last:
        unit = unit_of(tokens[last - 1].lower)
        return days + length_in_days(Decimal("0.5"), unit or "day"), following + 2, False
    numeral = read_numeral(tokens, following) if lower_at(tokens, following) not in {"a", "an"} else None
    unit_place = _unit_place(tokens, numeral.last) if numeral else None
    if numeral is None or unit_place is None or numeral.form is not Form.CARDINAL:
        return days, last, False
    unit = unit_of(tokens[unit_place].lower) or ""
    before = unit_of(tokens[last - 1].lower) or ""
    if SECONDS[unit] >= SECONDS.get(before, 0):
        return days, last, False
    return days + length_in_days(numeral.value, unit), unit_place + 1, unit in LOOSE_UNITS


def _half_unit(tokens: Sequence[Token], i: int, date: Date | None) -> Found | None:
    """Read "half an hour", "half a year", "half-hour"."""
    if lower_at(tokens, i) != "half":
        return None
    place = i + 2 if lower_at(tokens, i + 1) in {"a", "an", *HYPHENS} else i + 1
    unit = unit_of(lower_at(tokens, place))
    if unit is None or unit in {"second", "quarter"}:
        return None
    return _finish(tokens, (i, place + 1), length_in_days(Decimal("0.5"), unit), unit in LOOSE_UNITS, date)


def read_article_length(tokens: Sequence[Token], i: int, date: Date | None) -> Found | None:
    """Read "a month" as a length where the words around say so; "dollars a month" and "once a month" are frequencies."""
    unit = unit_of(lower_at(tokens, i + 1))
    if unit is None:
        numeral = read_numeral(tokens, i)
        return read_length(tokens, i, date) if numeral else None
    if lower_at(tokens, i + 1) != unit or unit in {"second", "quarter", "min", "sec", "hr"} or _is_age(tokens, i + 2):
        return None
    before = lower_at(tokens, i - 1)
    after = lower_at(tokens, i + 2)
    if before in _TIMES or before == "times" or (before not in _BEFORE_A_LENGTH and _per_number(tokens, i)):
        return read_frequency(tokens, i, date)
    if before not in _BEFORE_A_LENGTH and after not in {*_MANNER, *HYPHENS, "after", "before"}:
        return None
    days, last, loose = _added(tokens, length_in_days(Decimal(1), unit), i + 2)
    return _finish(tokens, (i, last), days, unit in LOOSE_UNITS or loose, date)


def _per_number(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether a number stands shortly before: "40 billion dollars a year"."""
    for k in range(i - 1, max(-1, i - 6), -1):
        if tokens[k].lower in {".", ";", ","}:
            return False
        if tokens[k].text[0].isdecimal() or (tokens[k].lower not in {"a", "an", "half"} and read_numeral(tokens, k)):
            return True
    return False


def read_long(tokens: Sequence[Token], i: int, date: Date | None) -> Found | None:
    """Read "month-long" and "yearlong"."""
    unit = LONG_WORDS.get(tokens[i].lower)
    last = i + 1
    if unit is None:
        if lower_at(tokens, i + 1) not in HYPHENS or lower_at(tokens, i + 2) != "long":
            return None
        unit, last = tokens[i].lower, i + 3
    return _finish(tokens, (i, last), length_in_days(Decimal(1), unit), unit in LOOSE_UNITS, date)


def _finish(tokens: Sequence[Token], span: tuple[int, int], days: Decimal, loose: bool, date: Date | None) -> Found:
    """Take in "-long", "ago", "later", and count from ``date`` where the words count from today."""
    first, last = span
    after = last + 1 if lower_at(tokens, last) in HYPHENS else last
    manner = lower_at(tokens, after)
    relation = _MANNER.get(manner)
    if relation is None:
        return Found(kind="duration", first=first, last=last, days=days, approximate=loose)
    if manner != "ago":
        return Found(kind="duration", first=first, last=after + 1, days=days, relation=relation, approximate=loose)
    slack = max(days / 10, Decimal(1)) if loose or days >= 2 else Decimal(0)
    earliest = latest = None
    if date and date.toordinal() > days + slack + 1:
        earliest = date - timedelta(days=int(days + slack))
        latest = date - timedelta(days=int(days - slack))
    return Found(
        kind="date" if earliest else "duration",
        first=first,
        last=after + 1,
        earliest=earliest,
        latest=latest,
        days=days,
        relation="" if earliest else "before",
        approximate=True,
    )


def read_frequency(tokens: Sequence[Token], i: int, date: Date | None) -> Found | None:
    """Read "daily", "every day", "every two weeks", "per year", "twice a week"; ``days`` is the time from one to the next."""
    del date
    word = lower_at(tokens, i)
    if word in FREQUENCIES:
        named = i > 0 and tokens[i].text[0].isupper() and tokens[i - 1].text[0].isupper()
        if named or (word == "daily" and lower_at(tokens, i + 1) in {"life", "lives"}):
            return None
        return _frequency(tokens, i, i + 1, Numeral(Decimal(1), Form.CARDINAL, i, i), FREQUENCIES[word])
    position = i + 1
    count = Numeral(Decimal(1), Form.CARDINAL, position, position)
    if word == "every" and lower_at(tokens, position) == "other":
        count, position = Numeral(Decimal(2), Form.CARDINAL, position, position), position + 1
    elif word == "every" and position < len(tokens):
        read = read_numeral(tokens, position)
        if read and read.form is Form.CARDINAL:
            count, position = read, read.last
    unit = unit_of(lower_at(tokens, position))
    if unit is None or (lower_at(tokens, position) != unit and count.value == 1):
        return None
    return _frequency(tokens, i, position + 1, count, unit)


def _frequency(tokens: Sequence[Token], first: int, last: int, count: Numeral, unit: str) -> Found:
    days = length_in_days(count.value, unit)
    times = _TIMES.get(lower_at(tokens, first - 1))
    if times:
        days, first = days / times, first - 1
    elif lower_at(tokens, first - 1) == "times" and first >= 2:
        start = first - 2
        numeral = read_numeral(tokens, start)
        if numeral and numeral.last == first - 1 and numeral.value > 0:
            days, first = days / numeral.value, start
    return Found(kind="frequency", first=first, last=last, days=days, approximate=unit in LOOSE_UNITS)
