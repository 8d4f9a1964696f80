"""Tell whether two sides state the same numbers and days and negate alike, as texts that agree must."""

from collections.abc import Set
from decimal import Decimal

from claimdiff.language.calendar import FULL_WEEKDAYS
from claimdiff.language.numerals import STARTERS
from claimdiff.language.reading import Quantity, TimeExpression
from claimdiff.verdict.contraries import SILENT
from claimdiff.verdict.contrast import Contrast, Side, Word
from claimdiff.verdict.denials import denies, deny_alike
from claimdiff.verdict.parts import whole_of
from claimdiff.verdict.roles import figures
from claimdiff.verdict.states import told_alike
from claimdiff.verdict.time_fit import may_be_one_day


def alike(c: Contrast) -> bool:
    """Tell whether both sides negate alike and have the same numbers, as texts that agree must."""
    ours, theirs = told_alike(c)
    same = _negating(c.left, ours) == _negating(c.right, theirs) or deny_alike(c)
    return same and _counted(c.left) == _counted(c.right) and _share_days(c) and _time_alike(c)


def _share_days(c: Contrast) -> bool:
    """Tell whether each day that a side names is one of the other's; a side that names none may agree with any.

    "Arrested on Monday and released on Tuesday" is more than "arrested on Tuesday" says.
    """
    named = _weekdays(c.left), _weekdays(c.right)
    if all(named) and named[0] != named[1]:
        return False
    ours, theirs = _days(c.left), _days(c.right)
    if not ours or not theirs:
        return True
    return all(any(may_be_one_day(p, q) for q in theirs) for p in ours) and all(
        any(may_be_one_day(p, q) for p in ours) for q in theirs
    )


def _days(side: Side) -> list[TimeExpression]:
    return [time for reading in side.readings for time in reading.times if time.earliest or time.latest]


def _weekdays(side: Side) -> set[str]:
    """Return the days of the week that a side names: not known from when, each may be one of many days."""
    return {
        reading.tokens[k].lower
        for reading in side.readings
        for time in reading.times
        for k in range(time.first, time.last)
        if reading.tokens[k].lower in FULL_WEEKDAYS
    }


def _time_alike(c: Contrast) -> bool:
    """Tell whether both sides give times of a sort they share: "every year" is not "last in 2011", nor a span a date."""
    ours, theirs = (
        {"date" if time.kind == "deadline" else time.kind for reading in side.readings for time in reading.times}
        for side in (c.left, c.right)
    )
    return not ours or not theirs or not ours.isdisjoint(theirs)


def _negating(side: Side, alike: Set[Word]) -> tuple[int, int]:
    """Return how often a side negates, by sense and by words: "not simply" is a negation by its words only.

    Words by which both sides tell of one state are left out: "not guilty" is what "acquitted" says.
    """
    rows = list(enumerate(side.readings))
    cues = sum(n.kind not in SILENT and (i, n.cue_first) not in alike for i, r in rows for n in r.negations)
    bounds = {(i, k) for i, r in rows for q in r.quantities for k in range(q.first, q.last)}  # "no less than 5"
    plain = sum(denies(t) and (i, k) not in alike | bounds for i, r in rows for k, t in enumerate(r.tokens))
    return cues, plain


def _share(quantity: Quantity, value: Decimal) -> Decimal:
    """Return a value, a share in hundredths: "a quarter" is 25 percent."""
    return value * 100 if quantity.kind == "ratio" and not quantity.unit.startswith("of ") else value


def _counted(side: Side) -> tuple[list[tuple[Decimal, Decimal]], list[str]]:
    """Return the quantities of a side, and its other numbers that are no times.

    Numbers are also the wholes of shares ("of the eleven"), words that hold a digit, as "F-16" and "FY2024" do, and words for
    numbers that count nothing that was read ("six F-16s"). "The two sides" are no number.
    """
    quantities = sorted((_share(q, q.low), _share(q, q.high)) for r in side.readings for q in figures(r))
    bare = [f"of {whole}" for r in side.readings for q in r.quantities if (whole := whole_of(r, q)) is not None]
    for reading in side.readings:
        spans = [*((q.first, q.last) for q in reading.quantities), *((t.first, t.last) for t in reading.times)]
        read = {k for first, last in spans for k in range(first, last)}
        words = (t for k, t in enumerate(reading.tokens) if k not in read)
        bare += [t.lower for t in words if t.lower in STARTERS or any(letter.isdecimal() for letter in t.text)]
    return quantities, sorted(bare)
