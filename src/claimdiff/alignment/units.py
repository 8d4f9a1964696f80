"""Turn a reading into the units that matching compares: its content words, with what the lexicon knows of each.

Numbers, times and negations are no units: a conflict must not lower its own match. Dates and durations are kept apart, since a
shared one tells ("the offer of 23 September"); that two differ is never held against a pair.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from claimdiff.language.reading import Quantity, Reading, TimeExpression

NUMBER_WORDS = frozenset(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion "
    "dozen half quarter percent per cent".split(),
)

_SPAN = 3
"""From so many days on, what lies between two dates is a span; less is one day told from several zones of time."""

_TELLING = 10
"""A count of less than this is too common to tell anything."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A content word: its stem, the concepts that cover it (id, weight), and the actor and place that it names.

    A word of an actor's name has no concepts: the House of the White House is no building.
    """

    stem: str
    concepts: tuple[tuple[str, float], ...]
    actor: str
    party: str
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What matching needs of one assertion.

    ``units``: distinct units in the order of the text; ``words``: the word that each stands for, as written; ``stems``:
    their distinct stems; ``key``: the text's normal form, by which ties break. ``times``: the normal form of every date and
    duration -> the words for it. ``figures``: the numbers that tell one matter from another: sums, shares, measures and
    counts of ten and more.
    """

    units: tuple[Unit, ...]
    words: tuple[str, ...]
    stems: tuple[str, ...]
    key: str
    known: bool
    times: Mapping[str, str] = field(default_factory=dict)
    figures: frozenset[str] = frozenset()


def profile(reading: Reading) -> Profile:
    """Build the profile of a reading."""
    skipped = _skipped(reading)
    actors = {i: (m.actor, m.party) for m in reading.actors for i in range(m.first, m.last)}
    places = {i: (m.place, *m.within) for m in reading.places for i in range(m.first, m.last)}
    concepts = _concepts(reading)
    found: dict[Unit, str] = {}
    for i, token in enumerate(reading.tokens):
        if not token.content or i in skipped or not token.lower[0].isalpha():
            continue
        actor, party = actors.get(i, ("", ""))
        meant = () if actor else tuple(sorted(concepts.get(i, {}).items()))
        found.setdefault(Unit(token.stem, meant, actor, party, places.get(i, ())), token.text)
    return Profile(
        units=tuple(found),
        words=tuple(found.values()),
        stems=tuple(dict.fromkeys(unit.stem for unit in found)),
        key=normal_form(reading),
        known=reading.known,
        times={form: reading.text[time.start : time.end] for time in reading.times if (form := _time(time))},
        figures=frozenset(filter(None, map(_figure, reading.quantities))),
    )


def profiles(readings: Sequence[Reading]) -> tuple[Profile, ...]:
    """Build the profiles of several readings."""
    return tuple(profile(reading) for reading in readings)


def normal_form(reading: Reading) -> str:
    """Return the text in lower case, its words and marks parted by single spaces."""
    return " ".join(token.lower for token in reading.tokens)


def _time(time: TimeExpression) -> str:
    """Return the normal form of a day, a span of days or a duration, empty for anything else.

    A day has no year: within one event nobody says 18 March and means another year's, and many texts do not give it.
    """
    if time.kind == "duration":
        return "" if time.days is None else f"{time.days} days"
    first, last = time.earliest, time.latest
    if time.kind not in ("date", "deadline") or (first is None and last is None):
        return ""
    if first is not None and last is not None and (last - first).days >= _SPAN:
        return f"{first} to {last}"
    day = last or first
    return f"{day.month}-{day.day}" if day is not None else ""


def _figure(quantity: Quantity) -> str:
    """Return the normal form of a number that tells one matter from another, empty for a small count or a rank."""
    measured = quantity.kind in ("money", "percent", "measure")
    if not measured and (quantity.kind not in ("count", "bare") or quantity.low < _TELLING):
        return ""
    return f"{quantity.low.normalize()} to {quantity.high.normalize()} {quantity.unit if measured else ''}"


def _skipped(reading: Reading) -> set[int]:
    skipped = {i for time in reading.times for i in range(time.first, time.last)}
    for quantity in reading.quantities:
        skipped |= {i for i in range(quantity.first, quantity.last) if reading.tokens[i].lower in NUMBER_WORDS}
    return skipped


def _concepts(reading: Reading) -> dict[int, dict[str, float]]:
    table: dict[int, dict[str, float]] = {}
    for mention in reading.concepts:
        for i in range(mention.first, mention.last):
            known = table.setdefault(i, {})
            known[mention.concept] = max(mention.weight, known.get(mention.concept, 0.0))
    return table
