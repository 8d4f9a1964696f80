"""Compare a time of the clock with a part of the day, and two parts of the day: "7 a.m." is not in the evening."""

from collections.abc import Iterator, Sequence

from claimdiff.language.calendar import FULL_WEEKDAYS, ZONES
from claimdiff.language.reading import Reading, TimeExpression
from claimdiff.verdict.contrast import Contrast, Side
from claimdiff.verdict.evidence import Evidence
from claimdiff.verdict.model import Place
from claimdiff.verdict.nearby import against
from claimdiff.vocabulary import Facet, Verdict

_DAY, _HALF = 1440, 720
_PARTS = {
    "dawn": (180, 480),
    "morning": (0, 719),
    "afternoon": (720, 1140),
    "evening": (960, 1440),
    "night": (1080, 1860),
}
"""From which minute to which a part of the day may last, widely taken; a night goes on into the next day."""
_BEFORE = frozenset("the this that last at early late mid yesterday tomorrow".split()) | FULL_WEEKDAYS
_HALVES = frozenset({"am", "pm", "a.m", "p.m", "a.m.", "p.m."})

Span = tuple[int, int]


def compare_dayparts(c: Contrast) -> Iterator[Evidence]:
    """Yield the hours that the sides name where they have none in common, or where one side names only a part of the day."""
    ours, theirs = _named(c.left), _named(c.right)
    if not ours or not theirs or not (_is_part(ours) or _is_part(theirs)):
        return  # Two times of the clock are compared as such.
    places = ours[0][0], theirs[0][0]
    words = against(places[0].words, places[1].words)
    if any(_meet(p, q) for _, spans in ours for p in spans for _, others in theirs for q in others):
        if _is_part(ours) != _is_part(theirs):
            yield Evidence("time", Facet.TIME, Verdict.PARTIAL, *places, f"{words}; both may hold.")
        return
    verdict = Verdict.CONFLICT if c.close else Verdict.PARTIAL
    yield Evidence("time", Facet.TIME, verdict, *places, f"{words}.", certain=c.close)


Named = list[tuple[Place, tuple[Span, ...]]]


def _named(side: Side) -> Named:
    """Return the hours that a side names: its times of the clock, else the parts of the day."""
    clocks: Named = []
    parts: Named = []
    for i, reading in enumerate(side.readings):
        for time in reading.times:
            if time.kind == "clock" and time.minutes is not None and not _is_abroad(reading, time):
                clocks.append((side.place(i, time.first, time.last), _hours(reading, time)))
        for k, token in enumerate(reading.tokens):
            if token.text in _PARTS and k and reading.tokens[k - 1].lower in _BEFORE:
                parts.append((side.place(i, k, k + 1), (_PARTS[token.text],)))
    return clocks or parts


def _is_part(named: Named) -> bool:
    return any(span[0] != span[1] for _, spans in named for span in spans)


def _is_abroad(reading: Reading, time: TimeExpression) -> bool:
    """Tell whether a zone is named, in which it may be another part of the day."""
    return any(token.lower in ZONES or token.lower == "time" for token in reading.tokens[time.first : time.last])


def _hours(reading: Reading, time: TimeExpression) -> tuple[Span, ...]:
    """Return the minutes that a time of the clock may be; "7 o'clock" is one of two."""
    minutes = time.minutes or 0
    said = {token.lower for token in reading.tokens[time.first : time.last]}
    halves: Sequence[int] = (minutes,)
    if minutes <= _HALF and said.isdisjoint(_HALVES | {"noon", "midday", "midnight"}):
        halves = (minutes, minutes + _HALF)
    return tuple((minute, minute) for minute in halves)


def _meet(p: Span, q: Span) -> bool:
    """Tell whether two spans of the day have a minute in common, the one moved by a day either way too."""
    return any(p[0] + day <= q[1] and q[0] <= p[1] + day for day in (-_DAY, 0, _DAY))
