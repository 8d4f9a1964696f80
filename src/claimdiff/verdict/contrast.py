"""Lay two linked sides over each other: which words correspond and which stand on one side only."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from claimdiff.language.reading import ConceptMention, Reading, TimeExpression, Token
from claimdiff.verdict.model import Place

Word = tuple[int, int]
"""A token by the index of its reading among its side's, and its index there."""

CLOSE = 0.6
"""Share of content words that must correspond on both sides for the two to be wordings of one sentence."""

HALF = 0.5
"""Where fewer content words correspond on a side, function words in the same order make no wording of one sentence."""

LONG = 120
"""Sides of more words than this are no wordings of one sentence."""

WEEK = 7
"""Days between the last and the next day of the week of one name."""

LIGHT = frozenset(
    "say said tell told state add note call report announce describe spokesman spokesperson spokeswoman".split()
)
"""Words that only introduce what is said; they neither correspond nor differ."""


_ARTICLES = frozenset({"the", "a", "an", "its", "this", "their"})


@dataclass(frozen=True, slots=True)
class Side:
    """The readings of one side with its content words in order."""

    readings: tuple[Reading, ...]
    content: tuple[Word, ...]

    def token(self, word: Word) -> Token:
        """Return the token that stands at ``word``."""
        return self.readings[word[0]].tokens[word[1]]

    @property
    def partisan(self) -> bool:
        """Tell whether the side speaks of what parties say or do: it names an actor or reports."""
        return any(r.actors or any(cue.kind == "report" for cue in r.cues) for r in self.readings)

    def place(self, index: int, first: int, last: int) -> Place:
        """Return the place of the tokens [first, last) of a reading, with its words verbatim."""
        reading = self.readings[index]
        start, end = reading.tokens[first].start, reading.tokens[last - 1].end
        return Place(index=index, start=start, end=end, words=reading.text[start:end])


@dataclass(frozen=True, slots=True)
class Contrast:
    """Two sides and the words of each that correspond (``pairs``, left to right)."""

    left: Side
    right: Side
    pairs: Mapping[Word, Word]
    back: Mapping[Word, Word]
    left_only: tuple[Word, ...]
    right_only: tuple[Word, ...]
    close: bool
    """Whether the sides are wordings of one sentence, so that what differs is the point."""

    @property
    def left_cover(self) -> float:
        """Return the share of the left side's content words that the right side has, 0 to 1."""
        return _share(len(self.left.content), len(self.left_only))

    @property
    def right_cover(self) -> float:
        """Return the share of the right side's content words that the left side has, 0 to 1."""
        return _share(len(self.right.content), len(self.right_only))

    def minimal(self, *spans: tuple[int, int, int, int]) -> bool:
        """Tell whether hardly anything differs but the given spans (0 for left or 1 for right, reading, first, last)."""
        for number, only in enumerate((self.left_only, self.right_only)):
            rest = [w for w in only if not any(s[0] == number and s[1] == w[0] and s[2] <= w[1] < s[3] for s in spans)]
            if len(rest) > 1:
                return False
        return True

    def beside(self, left: Word, right: Word, step: int) -> bool:
        """Tell whether the words before (-1) or after (1) two words correspond, or both stand at the edge of their text."""
        ours, theirs = self.left.readings[left[0]].tokens, self.right.readings[right[0]].tokens
        i, j = left[1] + step, right[1] + step
        if not (0 <= i < len(ours) and 0 <= j < len(theirs)):
            return (not 0 <= i < len(ours)) and (not 0 <= j < len(theirs))
        return ours[i].stem == theirs[j].stem or self.pairs.get((left[0], i)) == (right[0], j)

    def mirrored(self) -> "Contrast":
        """Return the same with left and right exchanged."""
        return Contrast(self.right, self.left, self.back, self.pairs, self.right_only, self.left_only, self.close)


def _share(total: int, missing: int) -> float:
    return 1.0 if total == 0 else 1.0 - missing / total


def contrast(left: Sequence[Reading], right: Sequence[Reading]) -> Contrast:
    """Match the words of two sides: first by stem, then by concept, by the actor they name, by the number or time they state.

    A word without a partner of its own is still no word of one side only where the other side has its stem, value, concept
    or actor at all: "Putin said Putin" says no more than "Putin said".
    """
    a, b = _side(left), _side(right)
    pairs: dict[Word, Word] = {}
    back: dict[Word, Word] = {}
    known_left: set[Word] = set()
    known_right: set[Word] = set()
    covers = (0.0, 0.0)
    for keys in (_stem_keys, _concept_keys, _actor_keys, _value_keys):
        of_left, of_right = keys(a), keys(b)
        if keys is _value_keys:  # Two sentences are not wordings of one because both speak of 30 days.
            covers = _cover(a, known_left), _cover(b, known_right)
        known_left |= _known(of_left, of_right)
        known_right |= _known(of_right, of_left)
        _match(a, b, of_left, of_right, pairs, back)
    left_only = tuple(word for word in a.content if word not in known_left)
    right_only = tuple(word for word in b.content if word not in known_right)
    close = min(covers) >= CLOSE or (min(covers) >= HALF and _likeness(a, b) >= CLOSE)
    return Contrast(a, b, pairs, back, left_only, right_only, close)


def _cover(side: Side, known: set[Word]) -> float:
    return _share(len(side.content), sum(word not in known for word in side.content))


def _likeness(a: Side, b: Side) -> float:
    """Return the share of all words, function words too, that stand on both sides in the same order, 0 to 1."""
    one, other = _all_words(a), _all_words(b)
    if max(len(one), len(other)) > LONG or min(len(one), len(other)) < CLOSE / 2 * max(len(one), len(other)):
        return 0.0
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _all_words(side: Side) -> list[str]:
    return [token.stem for reading in side.readings for token in reading.tokens if token.text[0].isalnum()]


def _side(readings: Sequence[Reading]) -> Side:
    words = [
        (i, j)
        for i, reading in enumerate(readings)
        for j, token in enumerate(reading.tokens)
        if token.content and not _is_light(reading, j)
    ]
    return Side(tuple(readings), tuple(words))


def _is_light(reading: Reading, place: int) -> bool:
    """Tell whether a word only introduces what is said; "the report" and "a call" are things."""
    before = reading.tokens[place - 1].lower if place else ""
    return reading.tokens[place].lower in LIGHT and before not in _ARTICLES


Keys = dict[Word, tuple[str, ...]]


def _stem_keys(side: Side) -> Keys:
    return {word: (side.token(word).stem,) for word in side.content}


def _value_keys(side: Side) -> Keys:
    """Return what numbers and times come to: "90 minutes" and "an hour and a half" are one."""
    keys: Keys = {}
    for i, reading in enumerate(side.readings):
        for q in reading.quantities:
            if q.kind in {"money", "percent", "measure"}:
                value = f"{q.kind} {q.unit} {q.low.normalize()} {q.high.normalize()} {q.comparator}"
                keys |= {(i, k): (value,) for k in range(q.first, q.last)}
        for t in reading.times:
            if t.kind in {"duration", "clock"} or (t.earliest or t.latest):
                ends = {(t.earliest, t.latest), *((d, d) for d in (t.earliest, t.latest) if _is_weekday(t))}
                rest = f"{t.days and t.days.normalize()} {t.minutes} {t.unknown_year}"
                values = tuple(sorted(f"{t.kind} {first} {last} {rest}" for first, last in ends))
                keys |= {(i, k): values for k in range(t.first, t.last)}
    return {word: value for word, value in keys.items() if side.token(word).content}


def _is_weekday(time: TimeExpression) -> bool:
    """Tell whether a date is a bare day of the week: the last one or the next one."""
    return time.earliest is not None and time.latest is not None and (time.latest - time.earliest).days == WEEK


def _concept_keys(side: Side) -> Keys:
    keys: Keys = {}
    for i, reading in enumerate(side.readings):
        for mention in reading.concepts:
            for word in _words(mention, i):
                keys[word] = (*keys.get(word, ()), mention.concept)
    return keys


def _words(mention: ConceptMention, index: int) -> list[Word]:
    return [(index, j) for j in range(mention.first, mention.last)]


def _actor_keys(side: Side) -> Keys:
    keys: Keys = {}
    for i, reading in enumerate(side.readings):
        for mention in reading.actors:
            for j in range(mention.first, mention.last):
                keys[(i, j)] = (*keys.get((i, j), ()), mention.actor, mention.party)
    return keys


def _known(keys: Keys, others: Keys) -> set[Word]:
    there = {key for values in others.values() for key in values}
    return {word for word, values in keys.items() if any(key in there for key in values)}


def _match(a: Side, b: Side, left: Keys, right: Keys, pairs: dict[Word, Word], back: dict[Word, Word]) -> None:
    """Add a partner for every left word that has none: the first free right word that shares a key."""
    where: dict[str, list[Word]] = {}
    for word in b.content:
        for key in right.get(word, ()):
            where.setdefault(key, []).append(word)
    for word in a.content:
        if word in pairs:
            continue
        for other in (other for key in left.get(word, ()) for other in where.get(key, ())):
            if other not in back:
                pairs[word] = other
                back[other] = word
                break
