"""The people and bodies that a text names: runs of capitals, joined with their later, shorter forms."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from claimdiff.drafting import words as w
from claimdiff.drafting.evidence import Evidence
from claimdiff.drafting.genders import gender_of_name
from claimdiff.drafting.people import human
from claimdiff.drafting.runs import NameRun

_NATIONAL = ("ians", "ans", "ian", "ish", "ese", "an", "er", "ers", "ic", "i", "n", "ns")
_WATERS = frozenset("lake mount cape river fort".split())
"""First words of places' names, which what is named after them does not share: "Lake Turkana", "Turkana"."""
_LEXICAL_KINDS = frozenset("company organisation institution group".split())
_ALIKE = 0.84
"""Names whose letters are so much alike are one name misspelt ("Zelenskky")."""


@dataclass(slots=True)
class Entity:
    """Somebody that the text names. ``party`` is the entity that they speak for, themselves where that is None."""

    name: str
    person: bool | None = None
    gender: str = ""
    roles: set[str] = field(default_factory=set)
    kinds: set[str] = field(default_factory=set)
    party: "Entity | None" = None
    lexical: str = ""
    aliases: set[str] = field(default_factory=set)
    guessed: set[str] = field(default_factory=set)
    """Nouns of ``kinds`` by which the text only seems to call it: "the airline", where it is the one company."""
    certain: bool = True
    common: bool = False
    """Whether it is known by a common noun alone: "the coastguard", "residents"."""
    count: int = 0
    """How many sentences have named it so far."""

    @property
    def speaks_for(self) -> "Entity":
        """Return the party whose account the words go to."""
        seen: Entity = self
        for _ in range(5):
            if seen.party is None or seen.party is seen:
                return seen
            seen = seen.party
        return seen

    @property
    def tokens(self) -> list[str]:
        """Return the words of the name."""
        return [word for word in re.split(r"[\s\-]+", self.name) if word]


class Entities:
    """All that a text names, by their forms; later forms are joined to the entity that they shorten."""

    def __init__(self, evidence: Mapping[str, Evidence] | None = None) -> None:
        """Start with nothing named; ``evidence``: name -> what the whole text tells of it."""
        self.evidence = evidence or {}
        self.firm: frozenset[str] = frozenset()
        self.all: list[Entity] = []
        self.recent: list[Entity] = []

    def touch(self, entity: Entity, *, aside: bool = False) -> None:
        """Note that the entity was named just now; ``aside``: only as somebody who said nothing."""
        if aside:
            self.recent = self.recent if entity in self.recent else [entity, *self.recent]
            return
        entity.count += 1
        if entity.speaks_for is not entity:
            entity.speaks_for.count += 1
        if entity in self.recent:
            self.recent.remove(entity)
        self.recent.append(entity)

    def body(self, name: str, *, lexical: str = "") -> Entity:
        """Return the body of that name, a new one where there is none."""
        for entity in self.all:
            if (lexical and entity.lexical == lexical) or (not lexical and entity.name.lower() == name.lower()):
                return entity
        common = not lexical and not any(word[0].isupper() for word in name.split()[1:])
        entity = Entity(name=name, person=False, lexical=lexical, common=common)
        self.all.append(entity)
        return entity

    def named(self, run: NameRun) -> Entity:
        """Return the entity that a run of capitals names."""
        entity = self._find(run) or self._new(run)
        title = run.titles[-1] if run.titles else ""
        if run.titles:
            entity.person = True
            entity.roles |= set(run.titles) - w.HONORIFICS
        if title in w.MALE_TITLES | w.FEMALE_TITLES:
            entity.gender = "he" if title in w.MALE_TITLES else "she"
        return entity

    def prefix(self, text: str, titles: Sequence[str]) -> Entity:
        """Return the body or the nation that stands before somebody's title ("Valdorran Foreign Minister Elina Sorge")."""
        entity = self.named(NameRun(words=tuple(text.split()), first=0, last=0, titles=()))
        entity.person = False
        if {"minister", "president", "chancellor", "ambassador"} & set(titles) and {
            "foreign",
            "prime",
            "defence",
            "defense",
            "interior",
            "finance",
        } & set(titles):
            entity.kinds.add("state")
        return entity

    def _new(self, run: NameRun) -> Entity:
        lower = {word.lower() for word in run.words}
        people = len(run.words) > 1 and bool(lower & (w.UNIONS | w.GROUP_PEOPLE))
        body = (
            people
            or (bool(lower & w.NAME_BODIES) and not _surname(run.words))
            or (len(run.words) == 1 and run.words[0].isupper() and len(run.words[0]) > 1)
        )
        if lower & w.COMPETITIONS:
            lower -= w.BODIES
        told = self.evidence.get(run.text, Evidence())
        if told.kinds and all(map(human, told.kinds)) and len(run.words) > 1 and gender_of_name(run.words[0]):
            told = replace(told, person=True, kinds=frozenset())  # "Carl Odell, a baker,"
        if told.kinds & w.GOVERNING and len(run.words) == 1:
            return self._nation(run.text, told)
        entity = Entity(name=run.text, person=False if body else told.person, kinds=(lower & w.BODIES) | told.kinds)
        if entity.person is not False:
            entity.roles |= told.roles
        if entity.person is not False and 1 < len(run.words) < 5:
            entity.gender = gender_of_name(run.words[0])
        self.all.append(entity)
        return entity

    def _nation(self, adjective: str, told: Evidence) -> Entity:
        """Return the nation of "the Karvonian army", under its own name where the text has it, else as there."""
        own = next((name for name in self.evidence if len(name) < len(adjective) and of_nation(adjective, name)), None)
        name = own or f"{adjective} {min(told.kinds & w.GOVERNING)}"
        if not own and not any(adjective.endswith(end) for end in _NATIONAL):
            name = adjective
        entity = Entity(name=name, person=False, kinds={*told.kinds, "state"}, aliases={adjective})
        self.all.append(entity)
        return entity

    def _find(self, run: NameRun) -> Entity | None:
        text = run.text
        for entity in reversed(self.all):
            same = len(run.words) > 1 and text.casefold() == entity.name.casefold()  # "Osk police", "Osk Police"
            if text == entity.name or text in entity.aliases or same:
                return entity
            if len(run.words) == 1 and _of_that_nation(text, entity):
                entity.person, entity.name = False, min(text, entity.name, key=len)
                entity.aliases |= {text}
                return entity
        candidates = [*reversed(self.recent), *(e for e in self.all if e not in self.recent)]
        for entity in candidates:
            if _shortens(run, entity) or _shortens_other_way(run, entity):
                first = entity.tokens[:1] == [run.text] and len(entity.tokens) > 1
                if first and entity.person is None and not run.titles and not gender_of_name(run.text):
                    entity.person = False  # A surname shortens a person's name, a first word a body's.
                if entity.person is False and not entity.lexical:
                    entity.aliases.add(run.text)
                if len(run.words) > len(entity.tokens) and not entity.lexical:
                    entity.aliases.add(entity.name)
                    entity.name = text
                    if entity.person is None and {word.lower() for word in run.words} & w.NAME_BODIES:
                        entity.person = False
                return entity
        return next((e for e in candidates if _misspelt(text, e) and not self._two_names(text, e)), None)

    def _two_names(self, text: str, entity: Entity) -> bool:
        """Tell whether names that are nearly alike are two: each speaks or stands in the text again."""
        own = {entity.name, entity.name.split()[-1], *entity.aliases}
        return text in self.firm and bool(own & self.firm) and not entity.lexical

    def containing_name(self, word: str) -> list[Entity]:
        """Return the bodies and the people whose longer name has the word, and those of that name that spoke as bodies."""
        return [e for e in self.all if word in e.tokens and (len(e.tokens) > 1 or e.person is not None or e.kinds)]

    def containing(self, word: str) -> Entity | None:
        """Return the entity named last whose name has the word, such as "council"."""
        for entity in reversed(self.recent):
            parts = {part.lower() for part in entity.tokens}
            # The kind that the lexicon gives is no noun of this text: "the company" is not every company that it has.
            called = word in entity.kinds and not (entity.lexical and word in _LEXICAL_KINDS)
            if (word in parts and not parts & w.COMPETITIONS) or called:
                return entity
        return None


def of_nation(one: str, other: str) -> bool:
    """Tell whether of two words one is the adjective of the country that the other names: "Valdorran", "Valdorra"."""
    short, long = sorted((one, other), key=len)
    ending = next((end for end in _NATIONAL if long.endswith(end) and len(long) > len(short)), None)
    return (
        ending is not None
        and len(short) > 4
        and short[:-1].startswith(long[: -len(ending)][:-1])
        and short[:4] == long[:4]
    )


def _of_that_nation(text: str, entity: Entity) -> bool:
    """Tell whether the word is another form of the name of a nation that the lexicon does not have."""
    unknown = entity.person is not True and not entity.lexical
    return unknown and any(of_nation(text, name) for name in (entity.name, *entity.aliases))


def _shortens(run: NameRun, entity: Entity) -> bool:  # noqa: PLR0911 - one return for each case
    """Tell whether the run is a shorter form: a surname, the first word of a body's name, its initials."""
    words, parts = (
        [part.lower() for part in re.split(r"[\s\-]+", run.text) if part],
        [part.lower() for part in entity.tokens],
    )
    if not parts or not words or len(words) >= len(parts) or parts[0] in _WATERS:
        return False
    if len(words) == 1 and words == parts[:1] and _in_town(entity.tokens):
        return False
    if len(words) == 1 and run.words[0].isupper() and len(words[0]) > 1:
        parts = entity.tokens
        initials = "".join(part[0] for part in parts if part[0].isupper())
        return run.words[0] == initials
    if run.titles and run.titles[-1] in {"sir", "dame"} and words == parts[:1]:
        return True
    if run.titles or entity.person:
        first_name = len(words) == 1 and not run.titles and len(parts) > 1 and words == parts[:1]
        return parts[-len(words) :] == words or first_name
    if entity.person is False:
        short = parts[: len(words)] == words and words[0] not in w.NAME_BODIES | w.GENERIC
        return short or (
            parts[-len(words) :] == words and words[-1] in w.NAME_BODIES | w.TEAM_NAMES and not entity.lexical
        )
    if words[0] in w.GENERIC:
        return False
    return parts[-len(words) :] == words or parts[: len(words)] == words


def _shortens_other_way(run: NameRun, entity: Entity) -> bool:
    words, parts = list(run.words), entity.tokens
    if len(parts) >= len(words) or not parts or entity.lexical:
        return False
    if len(parts) == 1 and _in_town(words):
        return False
    body = any(word.lower() in w.NAME_BODIES for word in words)
    if entity.person is False or body:
        return words[: len(parts)] == parts and parts[0].lower() not in w.NAME_BODIES and entity.person is not True
    return words[-len(parts) :] == parts


def _misspelt(text: str, entity: Entity) -> bool:
    if len(text) < 6 or entity.name.split()[0].lower() in _WATERS or _numbers(text) != _numbers(entity.name):
        return False
    from rapidfuzz.distance import OSA

    names = [entity.name, entity.name.split()[-1], *entity.aliases]
    return any(name[:2] == text[:2] and OSA.normalized_similarity(text, name) >= _ALIKE for name in names)


def _numbers(name: str) -> list[str]:
    """Return the numbers in a name: "Group 4" is never "Group 5" misspelt."""
    return re.findall(r"\d+", name)


def _surname(words: Sequence[str]) -> bool:
    """Tell whether a noun for bodies is a person's surname: "Ida Brand"."""
    return len(words) == 2 and words[1].lower() in w.SURNAMES and bool(gender_of_name(words[0]))


def _in_town(words: Sequence[str]) -> bool:
    """Tell whether a body is named after its town, which is not called so for short: "Osk fire brigade"."""
    return words[-1] in w.PLACE_BODIES - {"council", "borough"}
