"""Find the times of a text: dates, spans, durations, clock times, frequencies and deadlines.

Conventions: a month without a number of days is taken as 30, a year as 365. A bare weekday is the last or the next one of
that name (the tense is not known), so its span runs from the one to the other. A day without a year is the one nearest to
the text's date, or within the year to come after "by", "until" and "before"; without a date, its year is unknown.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import MAXYEAR, MINYEAR, timedelta
from datetime import date as Date  # noqa: N812
from typing import TYPE_CHECKING

from claimdiff.language.calendar import FREQUENCIES, MONTHS, SEASONS, WEEKDAYS
from claimdiff.language.numerals import ORDINALS, STARTERS, lower_at
from claimdiff.language.reading import TimeExpression, Token
from claimdiff.language.times_days import (
    FEASTS,
    NOONS,
    TODAY,
    read_clock,
    read_day,
    read_feast,
    read_month_day,
    read_numeric,
    read_today,
    read_weekday,
    read_within_today,
)
from claimdiff.language.times_deictic import DEICTICS, read_deictic
from claimdiff.language.times_found import Found
from claimdiff.language.times_lengths import (
    LONG_WORDS,
    read_article_length,
    read_frequency,
    read_length,
    read_long,
)
from claimdiff.language.times_periods import ended, read_month, read_part, read_quarter, read_season, read_year_end
from claimdiff.language.times_years import PARTS, read_year

if TYPE_CHECKING:
    from claimdiff.language.lexicon import Lexicon

Reader = Callable[[Sequence[Token], int, Date | None], Found | None]

_FROM_DIGITS: tuple[Reader, ...] = (read_numeric, read_day, read_clock, read_length, read_quarter, read_year)


def _readers() -> dict[str, tuple[Reader, ...]]:
    """Map every word by which a time may begin to its readers; the first that reads something wins."""
    readers: dict[str, tuple[Reader, ...]] = {}
    rows: tuple[tuple[object, tuple[Reader, ...]], ...] = (
        (STARTERS, (read_length,)),
        (ORDINALS, (read_day, read_quarter)),
        (("a", "an"), (read_article_length,)),
        (("every", "each", "per"), (read_frequency,)),
        (FREQUENCIES, (read_frequency,)),
        (MONTHS, (read_month_day, read_month)),
        (WEEKDAYS, (read_weekday,)),
        (SEASONS, (read_season,)),
        ((*DEICTICS, "following"), (read_weekday, read_today, read_deictic)),
        (PARTS, (read_part,)),
        (TODAY, (read_today,)),
        (NOONS, (read_clock,)),
        (tuple(words[0] for words in FEASTS), (read_feast,)),
        (("earlier", "later"), (read_within_today,)),
        (("day", "week", "month", "year", "hour", "decade", *LONG_WORDS), (read_long, read_year_end)),
        (("q1", "q2", "q3", "q4", "h1", "h2"), (read_quarter,)),
    )
    for words, functions in rows:
        for word in words:  # type: ignore[attr-defined]
            readers[word] = functions + readers.get(word, ())
    return readers


_READERS = _readers()

RELATIONS = {
    "by": "by", "until": "until", "till": "until", "til": "until", "through": "until", "since": "since", "from": "from",
    "starting": "from", "beginning": "from", "effective": "from", "before": "before", "after": "after", "following": "after",
    "within": "within", "for": "for", "during": "for", "throughout": "for", "in": "in", "past": "after", "inside": "within",
}  # fmt: skip
_PAIRS = {
    ("prior", "to"): "before",
    ("ahead", "of"): "before",
    ("as", "from"): "from",
    ("up", "to"): "until",
    ("later", "than"): "after",
    ("earlier", "than"): "before",
    ("sooner", "than"): "before",
    ("starting", "on"): "from",
    ("starting", "in"): "from",
    ("beginning", "on"): "from",
    ("beginning", "in"): "from",
}
_NEGATED: dict[tuple[str, ...], str] = {
    ("no", "later", "than"): "by",
    ("not", "later", "than"): "by",
    ("no", "earlier", "than"): "from",
}
_NEGATED |= {("not", "earlier", "than"): "from", ("not", "before"): "from", ("not", "after"): "by"}
_PASSED = frozenset(
    {"the", "about", "around", "approximately", "roughly", "next", "first", "coming", "at", "least", "last", "past"}
)


def find_times(tokens: Sequence[Token], date: Date | None, lexicon: "Lexicon") -> tuple[TimeExpression, ...]:
    """Find the times of a text, in order and without overlap; relative ones count from ``date`` where it is known."""
    del lexicon  # The calendar's words are a closed class; the parameter keeps all finders alike.
    return scan_times(tokens, date)


def scan_times(tokens: Sequence[Token], date: Date | None) -> tuple[TimeExpression, ...]:
    """Do what ``find_times`` does, without a lexicon."""
    if date and not MINYEAR + 10 < date.year < MAXYEAR - 10:
        date = None  # No day can be counted to beyond the calendar's ends.
    found: list[TimeExpression] = []
    i = 0
    while i < len(tokens):
        lower = tokens[i].lower
        readers = _FROM_DIGITS if lower[0].isdecimal() else _READERS.get(lower, ())
        for reader in readers:
            time = reader(tokens, i, date)
            if time:
                time = ended(tokens, time)
                before = found[-1] if found else None
                found.append(_expression(tokens, _after_clock(tokens, before, _related(tokens, time))))
                i = time.last
                break
        else:
            i += 1
    return tuple(found)


def _after_clock(tokens: Sequence[Token], clock: TimeExpression | None, time: Found) -> Found:
    """Give a date the relation of a clock time right before it: "until 7 am on 30 July" is until 30 July."""
    if clock is None or clock.kind != "clock" or clock.relation not in _LIMITS or time.kind != "date" or time.relation:
        return time
    between = {tokens[k].lower for k in range(clock.last, time.first)}
    return replace(time, relation=clock.relation) if between <= _JOINING else time


def relation_before(tokens: Sequence[Token], i: int) -> str:
    """Return how the words before a time that begins at ``i`` relate to it: by, until, since, from, before …, or ""."""
    position = i - 1
    while position >= 0 and tokens[position].lower in _PASSED and i - position <= 3:
        position -= 1
    if position < 0:
        return ""
    word, before, earlier = (lower_at(tokens, position - k) for k in range(3))
    return (
        _NEGATED.get((earlier, before, word))
        or _NEGATED.get((before, word))
        or _PAIRS.get((before, word))
        or (RELATIONS.get(word, ""))
    )


UNTIL = frozenset({"until", "till", "before"})
"""What comes "not until" a time comes then or after."""
_NOT = frozenset("not never cannot nobody nothing none no".split())
_STOPS = frozenset(", . ; : but and or that which who if when while although though because".split())
_LASTING = frozenset(
    "last lasts lasted stay stays stayed remain remains remained continue continues continued run runs hold holds held keep "
    "keeps kept go wait waits waited live survive extend extends extended rest suffice".split()
)
"""Verbs of what goes on: what does not last until June ends before."""
_NOT_WITHIN = 9


def is_not_until(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether what stands before an "until" or "before" is denied up to then: "will not open until"."""
    for k in range(place - 1, max(-1, place - 1 - _NOT_WITHIN), -1):
        word = tokens[k].lower
        if word in _STOPS:
            return False
        named = word == "no" and tokens[k + 1].text[0].isupper()  # "No Way Out was released before July".
        if (word in _NOT and not named) or word.endswith("n't"):
            return not any(token.lower in _LASTING for token in tokens[k + 1 : place])
    return False


_LIMITS = frozenset({"until", "since"})
_JOINING = frozenset({"on", "of", "the", ","})
_OF_A_LENGTH = {"in": "within", "for": "for", "within": "within", "over": "for", "after": "after"}


def _related(tokens: Sequence[Token], found: Found) -> Found:
    """Add the relation that the words before a time give it."""
    if found.kind == "frequency" or found.relation:
        return found
    relation = relation_before(tokens, found.first)
    if found.kind == "clock":
        return replace(found, relation="" if relation == "in" else relation)
    if found.kind == "duration":
        so_far = relation in {"in", "over"} and lower_at(tokens, found.first - 1) in {"past", "last"}
        return replace(found, relation="for" if so_far else _OF_A_LENGTH.get(relation, ""))
    if relation in {"by", "before"}:
        return _as_deadline(tokens, found, relation)
    if relation == "after" and found.latest and found.latest.year < 9999:
        return replace(found, relation="after", earliest=found.latest + timedelta(days=1), latest=None)
    return found if relation in {"in", "for", "within"} else replace(found, relation=relation)


def _as_deadline(tokens: Sequence[Token], found: Found, relation: str) -> Found:
    """Return a date after "by" or "before" with the last day that is meant; "before the end of March" is in March."""
    latest = found.latest
    at_end = lower_at(tokens, found.last - 1) in {"ends", "closes", "expires"} or lower_at(tokens, found.first) == "end"
    if relation == "before" and found.earliest and not at_end:
        latest = found.earliest - timedelta(days=1)
    return replace(found, kind="deadline", relation=relation, earliest=None, latest=latest)


def _expression(tokens: Sequence[Token], found: Found) -> TimeExpression:
    return TimeExpression(
        kind=found.kind,
        earliest=found.earliest,
        latest=found.latest,
        days=found.days,
        minutes=found.minutes,
        relation=found.relation,
        approximate=found.approximate,
        first=found.first,
        last=found.last,
        start=tokens[found.first].start,
        end=tokens[found.last - 1].end,
        unknown_year=found.unknown_year,
    )
