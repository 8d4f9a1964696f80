"""Compare places: one replaced by another, or one inside the other."""

from collections.abc import Iterator

from claimdiff.language.reading import PlaceMention
from claimdiff.verdict.contrast import Contrast, Side
from claimdiff.verdict.evidence import Evidence
from claimdiff.vocabulary import Facet, Verdict

_WHERE = frozenset("in at near to from outside inside around of".split())


def compare_places(c: Contrast) -> Iterator[Evidence]:
    """Yield a place of the left side that the right side replaces by another or by what it lies in."""
    left, right = _mentions(c.left), _mentions(c.right)
    here, there = {m.place for _, m in left}, {m.place for _, m in right}
    only_left = [(i, m) for i, m in left if m.place not in there]
    only_right = [(i, m) for i, m in right if m.place not in here]
    for i, mention in only_left:
        for j, other in only_right:
            nested = other.place in mention.within or mention.place in other.within
            same_slot = _before(c.left, i, mention) == _before(c.right, j, other)
            if not nested and not same_slot:
                continue
            located = bool(mention.within and other.within)  # a continent has no chain, so nothing can be told of it
            grave = (
                located and not nested and c.close and len(only_left) == len(only_right) == 1 and not _other_numbers(c)
            )
            yield Evidence(
                "place-nested" if nested else "place-replaced",
                Facet.PLACE,
                Verdict.CONFLICT if grave else Verdict.PARTIAL,
                c.left.place(i, mention.first, mention.last),
                c.right.place(j, other.first, other.last),
                "One place lies in the other." if nested else "The two sides name different places.",
                certain=grave,
            )


def other_places(c: Contrast) -> bool:
    """Tell whether both sides say where, and nowhere in the same place or one within it."""
    left, right = ([m for _, m in _mentions(side)] for side in (c.left, c.right))
    apart = all(a.place != b.place and a.place not in b.within and b.place not in a.within for a in left for b in right)
    return bool(left and right) and apart


def _other_numbers(c: Contrast) -> bool:
    """Tell whether both sides give numbers, and not the same: "fell 4 percent in Oslo", "fell 6 percent in Lima"."""
    ours, theirs = ({(q.unit, q.low) for r in side.readings for q in r.quantities} for side in (c.left, c.right))
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _mentions(side: Side) -> list[tuple[int, PlaceMention]]:
    """Return where something is; a seat that acts ("Washington called on Beijing") is a government, not a place."""
    return [
        (i, mention)
        for i, reading in enumerate(side.readings)
        for mention in reading.places
        if not any(actor.form == "seat" and actor.first == mention.first for actor in reading.actors)
    ]


def _before(side: Side, index: int, mention: PlaceMention) -> str:
    tokens = side.readings[index].tokens
    word = tokens[mention.first - 1].lower if mention.first else ""
    return word if word in _WHERE else ""
