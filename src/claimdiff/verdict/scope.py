"""Compare scope: one side covers more than the other, or other matter."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimdiff.language.reading import ScopeMarker
from claimdiff.verdict.contrast import Contrast, Side, Word
from claimdiff.verdict.evidence import Evidence
from claimdiff.vocabulary import Facet, Verdict

LEVELS = {
    "all": 1.0, "both": 1.0, "any": 0.9, "most": 0.75, "many": 0.6, "half": 0.5, "some": 0.4, "few": 0.15, "none": 0.0,
    "always": 1.0, "usually": 0.75, "often": 0.6, "daily": 0.8, "sometimes": 0.4, "rarely": 0.1, "never": 0.0,
    "full": 1.0, "nearly": 0.85, "large": 0.75, "moderate": 0.5, "partial": 0.4, "slight": 0.15,
    "permanent": 1.0, "temporary": 0.2,
}  # fmt: skip
"""How much each marker covers, as in the lexicon."""

OPENING = frozenset("a an the no any this that these those it its him his her them their our us".split())
"""Words that no noun is followed by: what stands before them after "and" is a verb."""

WIDE, NARROW = 0.6, 0.2
"""At least this much against at most that much cannot both be meant."""


def compare_scope(c: Contrast) -> Iterator[Evidence]:
    """Yield the bounds of the left side that the right side has otherwise or not at all."""
    for i, marker in _markers(c.left):
        if marker.kind == "coordination":
            yield from _coordination(c, i, marker)
        elif marker.value in LEVELS:
            yield from _bound(c, i, marker)
        elif marker.kind in {"restrictive", "exception"} and not _has(c.right, marker.kind):
            yield from _restriction(c, i, marker)


def _markers(side: Side) -> list[tuple[int, ScopeMarker]]:
    return [(i, marker) for i, reading in enumerate(side.readings) for marker in reading.scopes]


def _said(side: Side, index: int, marker: ScopeMarker) -> str:
    """Return a marker in the words of its text."""
    return side.place(index, marker.first, marker.last).words.lower()


def _has(side: Side, kind: str) -> bool:
    return any(marker.kind == kind for _, marker in _markers(side))


def promised(side: Side) -> bool:
    """Tell whether a side speaks of something ordered, agreed or to be done."""
    return any(m.strength >= 0.7 and not m.negated for reading in side.readings for m in reading.commitments)


def _bound(c: Contrast, index: int, marker: ScopeMarker) -> Iterator[Evidence]:
    """Compare a marker with those of its kind on the right side."""
    if any(other.value == marker.value for _, other in _markers(c.right)):
        return
    head = [(index, k) for k in range(marker.head_first, marker.head_last)]
    partners = {c.pairs[w] for w in head if w in c.pairs}
    rivals = [
        (j, other)
        for j, other in _markers(c.right)
        if other.kind == marker.kind
        and other.value in LEVELS
        and (partners & {(j, k) for k in range(other.head_first, other.head_last)} or c.close)
    ]
    place = c.left.place(index, marker.first, max(marker.last, marker.head_last))
    for j, other in rivals:
        high, low = sorted((LEVELS[marker.value], LEVELS[other.value]), reverse=True)
        words = sorted((_said(c.left, index, marker), _said(c.right, j, other)))
        grave = high >= WIDE and low <= NARROW
        yield Evidence(
            "bounds-exclude" if grave else "bounds-differ",
            Facet.SCOPE,
            Verdict.CONFLICT if grave and c.close else Verdict.PARTIAL,
            place,
            c.right.place(j, other.first, max(other.last, other.head_last)),
            f"“{words[0]}” against “{words[1]}”.",
            certain=grave and c.close,
        )
    if not rivals and partners and marker.kind in {"quantifier", "degree"} and not _is_counted(c.right, marker):
        target = min(partners)
        yield Evidence(
            "bound-added" if marker.kind == "quantifier" else "degree-added",
            Facet.SCOPE,
            Verdict.PARTIAL,
            place,
            c.right.place(target[0], target[1], target[1] + 1),
            f"Only one side says “{_said(c.left, index, marker)}”.",
        )


def _is_counted(side: Side, marker: ScopeMarker) -> bool:
    """Tell whether a side has a number that says as much: two names for "both", a share for "half"."""
    if marker.value == "half":
        return any(q.kind in {"percent", "ratio"} for reading in side.readings for q in reading.quantities)
    return _names_two(side, marker)


def _names_two(side: Side, marker: ScopeMarker) -> bool:
    """Tell whether a side speaks of the two that the other calls "both"."""
    if marker.value != "both":
        return False
    counted = any(token.lower == "two" for reading in side.readings for token in reading.tokens)
    return counted or any(len({m.party for m in reading.actors}) > 1 for reading in side.readings)


def _coordination(c: Contrast, index: int, marker: ScopeMarker) -> Iterator[Evidence]:
    """Compare "energy and infrastructure" with "energy infrastructure": one member more, or two things for one."""
    marker = _without_verbs(c.left, index, marker)
    head = [(index, k) for k in range(marker.head_first, marker.head_last)]
    shared = [w for w in head if w in c.pairs]
    if not shared or not _joins_things(c.left, index, marker):
        return
    target = c.pairs[shared[0]]
    if _coordinated(c.right, target):
        return
    both = _one_compound([c.pairs[w] for w in shared]) and all(w in c.pairs for w in head if c.left.token(w).content)
    added = [w for w in head if c.left.token(w).content and w not in c.pairs]
    if not both and not added:
        return
    grave = promised(c.left) and promised(c.right) and c.close and _only_members_differ(c, index, marker)
    yield Evidence(
        "members-differ",
        Facet.SCOPE,
        Verdict.CONFLICT if grave else Verdict.PARTIAL,
        c.left.place(index, marker.head_first, marker.head_last),
        c.right.place(target[0], target[1], target[1] + 1),
        "One side names one thing more." if added else "Two things on one side, one on the other.",
        certain=grave,
    )


def _without_verbs(side: Side, index: int, marker: ScopeMarker) -> ScopeMarker:
    """Leave out the verb that stands before the first of the things joined: "halt enrichment and research"."""
    steps = side.readings[index].commitments
    ends = [step.last for step in steps if marker.head_first <= step.first and step.last < marker.first]
    return replace(marker, head_first=max(ends)) if ends else marker


def _joins_things(side: Side, index: int, marker: ScopeMarker) -> bool:
    """Tell whether "and" joins things rather than actors, verbs, clauses ("ports and posed no threat") or praise."""
    reading = side.readings[index]
    span = range(marker.head_first, marker.head_last)
    if any(k in span for m in reading.actors for k in range(m.first, m.last)):
        return False
    if any((cue.kind == "report" or cue.value == "praise") and cue.first in span for cue in reading.cues):
        return False
    if any(k in span for step in reading.commitments for k in range(step.first, step.last)):
        return False
    after = marker.last + 1
    return not (after < len(reading.tokens) and reading.tokens[after].lower in OPENING)


def _one_compound(words: Sequence[Word]) -> bool:
    """Tell whether words stand side by side, as "energy infrastructure" does for "energy and infrastructure"."""
    places = sorted(words)
    return len(places) > 1 and places[-1] == (places[0][0], places[0][1] + len(places) - 1)


def _only_members_differ(c: Contrast, index: int, marker: ScopeMarker) -> bool:
    return c.minimal((0, index, marker.head_first, marker.head_last + 2))


def _coordinated(side: Side, word: Word) -> bool:
    return any(
        m.kind == "coordination" and m.head_first <= word[1] < m.head_last for m in side.readings[word[0]].scopes
    )


def _restriction(c: Contrast, index: int, marker: ScopeMarker) -> Iterator[Evidence]:
    head = [(index, k) for k in range(marker.head_first, marker.head_last)]
    additive = [(j, m) for j, m in _markers(c.right) if m.kind == "additive"]
    if c.close and marker.kind == "restrictive" and additive:
        j, other = additive[0]
        yield Evidence(
            "only-against-also",
            Facet.SCOPE,
            Verdict.CONFLICT,
            c.left.place(index, marker.first, marker.last),
            c.right.place(j, other.first, other.last),
            "“Only” on one side, something added on the other.",
            certain=True,
        )
    elif any(w in c.pairs for w in head):
        yield Evidence(
            "restricted",
            Facet.SCOPE,
            Verdict.PARTIAL,
            c.left.place(index, marker.first, max(marker.last, marker.head_last)),
            None,
            f"Only one side restricts it (“{_said(c.left, index, marker)}”).",
        )
