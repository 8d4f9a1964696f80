"""Compare the times of two sides: dates that cannot be the same day, other lengths, other frequencies."""

from collections.abc import Iterator, Sequence
from datetime import date as Date  # noqa: N812

from claimdiff.language.comparatives import bound_before
from claimdiff.language.reading import TimeExpression
from claimdiff.language.times import RELATIONS, scan_times
from claimdiff.verdict.bounds import Fit
from claimdiff.verdict.contrast import Contrast, Side
from claimdiff.verdict.evidence import Evidence
from claimdiff.verdict.nearby import against, assign, keys_by_token, surroundings
from claimdiff.verdict.parts import other_ranks
from claimdiff.verdict.phases import other_phases, phase_of
from claimdiff.verdict.time_fit import DATES, TimeItem, days_meant, fit_times
from claimdiff.vocabulary import Facet, Verdict

# How much each sign counts that two times are of the same thing; set by hand, as those of quantities.
NEAR_WORD, CLOSE_WORD, SAME_TIME, BOTH_HOLD, SAME_RELATION, SAME_GRAIN = 0.2, 0.3, 3.0, 0.5, 0.7, 1.5
SURE = 0.9
"""Below this sum, two times that do not fit are not said to contradict each other."""
ENDS = frozenset({"until", "since", "from", "by"})
"""Relations that are rare enough for two times of one of them to be of one matter."""
ALIKE = 0.5
"""Where one side has less than this share of the other's words, two times are only opposed if words right beside them
are the same: accounts of one event are full of dates that are of different things.
"""
_AGAIN = frozenset({"again", "another", "anew"})
WEEK, SEASON = 7, 100


def compare_times(c: Contrast) -> Iterator[Evidence]:
    """Yield how the times of both sides differ; each pair once, whichever side is left."""
    if not any(r.times for r in c.left.readings) or not any(r.times for r in c.right.readings):
        return
    days = days_meant((*c.left.readings, *c.right.readings))
    left, right = _items(c.left, days), _items(c.right, days)
    alike = max(c.left_cover, c.right_cover) >= ALIKE
    fits: dict[tuple[int, int], Fit] = {}
    scores = []
    for i, a in enumerate(left):
        for j, b in enumerate(right):
            fit = fit_times(a, b)
            if fit is not None and not (fit is Fit.OPPOSED and _of_other_days(a, b)):
                fits[i, j] = fit
                scores.append((_score(a, b, fit), i, j))
    for score, i, j in assign(scores):
        fit = fits[i, j]
        if fit is Fit.SAME:
            continue
        grave = fit is Fit.OPPOSED and not (_happens_again(c) or other_ranks(c))
        if grave and (score < SURE or not (alike or _is_one_matter(left[i], right[j]))):
            continue
        ours = c.left.place(left[i].index, _first(left[i]), left[i].time.last)
        theirs = c.right.place(right[j].index, _first(right[j]), right[j].time.last)
        words = against(ours.words, theirs.words)
        verdict = Verdict.CONFLICT if grave else Verdict.PARTIAL
        explanation = f"{words}." if grave else f"{words}; both may hold."
        yield Evidence("time", Facet.TIME, verdict, ours, theirs, explanation, certain=grave)


def _happens_again(c: Contrast) -> bool:
    """Tell whether one side alone tells of another time of the same: "again on Thursday"."""
    again = [any(t.lower in _AGAIN for r in side.readings for t in r.tokens) for side in (c.left, c.right)]
    return again[0] != again[1]


def _of_other_days(a: TimeItem, b: TimeItem) -> bool:
    """Tell whether two times are of different days of a matter: of its beginning and its end, or when it was agreed."""
    return other_phases(*(phase_of(item.reading, _first(item), item.time.last) for item in (a, b)))


def _is_one_matter(a: TimeItem, b: TimeItem) -> bool:
    """Tell whether the words beside two times let them be of one thing, in texts that are not wordings of one sentence."""
    same_end = a.time.relation == b.time.relation in ENDS
    return same_end or not a.around.close.isdisjoint(b.around.close)


def _items(side: Side, days: Sequence[Date]) -> list[TimeItem]:
    """Return the times of a side in order, each as it reads from every day that today may be."""
    found = []
    for index, reading in enumerate(side.readings):
        if not reading.times:
            continue
        keys = keys_by_token(reading)
        taken = frozenset(k for time in reading.times for k in range(time.first, time.last))
        rows = [reading.times] * len(days) if reading.date else [scan_times(reading.tokens, date) for date in days]
        for place, time in enumerate(reading.times):
            versions = tuple(row[place] for row in rows)
            meant = versions[0] if len(days) == 1 else time
            found.append(TimeItem(reading, index, meant, versions, surroundings(keys, time.first, time.last, taken)))
    return found


def _first(item: TimeItem) -> int:
    """Return where the words begin that say how a time is meant: "by", "until", "more than"."""
    time, tokens = item.time, item.reading.tokens
    bound = bound_before(tokens, time.first) if time.kind == "duration" else None
    if bound:
        return bound.first
    before = range(time.first - 1, max(-1, time.first - 4), -1) if time.relation else ()
    return next((place for place in before if tokens[place].lower in RELATIONS), time.first)


def _score(a: TimeItem, b: TimeItem, fit: Fit) -> float:
    score = NEAR_WORD * len(a.around.near & b.around.near) + CLOSE_WORD * len(a.around.close & b.around.close)
    score += {Fit.SAME: SAME_TIME, Fit.COMPATIBLE: BOTH_HOLD, Fit.OPPOSED: 0.0}[fit]
    score += SAME_RELATION if a.time.relation == b.time.relation else 0.0
    return score + (SAME_GRAIN if a.time.kind not in DATES or _grain(a.time) == _grain(b.time) else 0.0)


def _grain(time: TimeExpression) -> int:
    """Return how wide a date is: 0 for a day or so, 1 for a month, 2 for a year."""
    if time.earliest is None or time.latest is None:
        return 0
    days = (time.latest - time.earliest).days
    return 0 if days < WEEK else 1 if days < SEASON else 2
