"""Find what only one side states: a number, a time, a place, a party, or a whole stretch of words."""

from collections.abc import Iterator

from claimdiff.language.reading import Reading, TimeExpression
from claimdiff.verdict.contrast import Contrast, Word
from claimdiff.verdict.evidence import Evidence
from claimdiff.verdict.roles import figures, reported_from
from claimdiff.vocabulary import Facet, Verdict

_TERMS = frozenset({"for", "within", "until", "from", "by"})
STRETCH = 12
"""The most words that a difference shows of what only one side says."""


def compare_additions(c: Contrast) -> Iterator[Evidence]:
    """Yield what the left side states and the right side has nothing of its kind against."""
    for i, reading in enumerate(c.left.readings):
        for kind, facet, ours, there in (
            ("figure", Facet.QUANTITY, figures(reading), [q for r in c.right.readings for q in figures(r)]),
            ("time", Facet.TIME, _terms(reading), [t for r in c.right.readings for t in r.times]),
            ("date", Facet.TIME, _dates(reading), [t for r in c.right.readings for t in r.times]),
            ("place", Facet.PLACE, reading.places, [p for r in c.right.readings for p in r.places]),
        ):
            if ours and not there:
                place = c.left.place(i, ours[0].first, ours[0].last)
                yield Evidence(f"{kind}-added", facet, Verdict.PARTIAL, place, None, f"Only one side states a {kind}.")
    yield from _when(c)
    words = longest(c)
    if words:
        (i, first), (_, last) = words[0], words[-1]
        place = c.left.place(i, first, last + 1)
        yield Evidence("more-said", Facet.SCOPE, Verdict.PARTIAL, place, None, "Only one side says this.")


def _terms(reading: Reading) -> list[TimeExpression]:
    """Return the times that are a term of the matter: how long, from when, until when. The day it was on is none."""
    return [t for t in reading.times if t.kind in {"duration", "deadline"} or t.relation in _TERMS]


def _dates(reading: Reading) -> list[TimeExpression]:
    return [] if _terms(reading) else list(reading.times)


def _when(c: Contrast) -> Iterator[Evidence]:
    """Yield a time without a date ("soon", "at once") of the left side where the right side has another or none."""
    theirs = {m.value for r in c.right.readings for m in r.scopes if m.kind == "when"}
    for i, reading in enumerate(c.left.readings):
        for marker in reading.scopes:
            if marker.kind == "when" and marker.value not in theirs:
                place = c.left.place(i, marker.first, marker.last)
                why = "Only one side says when, without a date."
                yield Evidence("when-added", Facet.TIME, Verdict.PARTIAL, place, None, why)
                return


def longest(c: Contrast) -> list[Word]:
    """Return the longest stretch of the left side that has no word of the right side's, cut to a showable length.

    Who says it is no part of what is said.
    """
    alone = set(c.left_only)
    told = [reported_from(reading) for reading in c.left.readings]
    best: list[Word] = []
    run: list[Word] = []
    for word in c.left.content:
        if word[1] < told[word[0]]:
            continue
        joined = run and word[0] == run[-1][0] and word[1] - run[0][1] < STRETCH
        run = [] if word not in alone else [*run, word] if joined else [word]
        if len(run) > len(best):
            best = run
    return best
