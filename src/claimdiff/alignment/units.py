"""Turn a reading into the units that matching compares: its content words, with what the lexicon knows of each.

Numbers and negations are left out: a conflict must not lower its own match.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from claimdiff.language.reading import Reading


@dataclass(frozen=True, slots=True)
class Unit:
    """A content word: its stem, the concepts that cover it (id, weight), and the actor and place that it names."""

    stem: str
    concepts: tuple[tuple[str, float], ...]
    actor: str
    party: str
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What matching needs of one assertion.

    ``units``: distinct units in the order of the text; ``words``: the word that each stands for, as written; ``pairs``:
    stems of content words that follow each other; ``key``: the text's normal form, by which ties break.
    """

    units: tuple[Unit, ...]
    words: tuple[str, ...]
    stems: tuple[str, ...]
    pairs: frozenset[tuple[str, str]]
    key: str
    known: bool


def profile(reading: Reading) -> Profile:
    """Build the profile of a reading."""
    skipped = _numbers(reading)
    concepts = _concepts(reading)
    actors = {i: (m.actor, m.party) for m in reading.actors for i in range(m.first, m.last)}
    places = {i: (m.place, *m.within) for m in reading.places for i in range(m.first, m.last)}
    found: dict[Unit, str] = {}
    sequence = []
    for i, token in enumerate(reading.tokens):
        if not token.content or i in skipped or not token.lower[0].isalpha():
            continue
        actor, party = actors.get(i, ("", ""))
        unit = Unit(token.stem, tuple(sorted(concepts.get(i, {}).items())), actor, party, places.get(i, ()))
        found.setdefault(unit, token.text)
        sequence.append(token.stem)
    return Profile(
        units=tuple(found),
        words=tuple(found.values()),
        stems=tuple(dict.fromkeys(sequence)),
        pairs=frozenset(pairwise(sequence)),
        key=normal_form(reading),
        known=reading.known,
    )


def normal_form(reading: Reading) -> str:
    """Return the text in lower case, its words and marks parted by single spaces."""
    return " ".join(token.lower for token in reading.tokens)


def _numbers(reading: Reading) -> set[int]:
    skipped: set[int] = set()
    for quantity in reading.quantities:
        for i in range(quantity.first, quantity.last):
            if reading.tokens[i].lower in NUMBER_WORDS:
                skipped.add(i)
    return skipped


def _concepts(reading: Reading) -> dict[int, dict[str, float]]:
    table: dict[int, dict[str, float]] = {}
    for mention in reading.concepts:
        for i in range(mention.first, mention.last):
            known = table.setdefault(i, {})
            known[mention.concept] = max(mention.weight, known.get(mention.concept, 0.0))
    return table


def profiles(readings: Sequence[Reading]) -> tuple[Profile, ...]:
    """Build the profiles of several readings."""
    return tuple(profile(reading) for reading in readings)


NUMBER_WORDS = frozenset(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion "
    "dozen half quarter percent per cent".split(),
)
