"""The people and bodies that a text names: runs of capitals, joined with their later, shorter forms."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from claimdiff.drafting import words as w
from claimdiff.drafting.phrases import QUOTED, Spoken
from claimdiff.language.reading import Token

_LINKS = frozenset({"of", "the", "for", "and", "&", "de", "la", "le", "von", "van", "der", "al", "bin", "du", "del"})
_PARTICLES = frozenset({"de", "la", "le", "von", "van", "der", "al", "bin", "du", "del", "-"})
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
    certain: bool = True

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


@dataclass(frozen=True, slots=True, kw_only=True)
class NameRun:
    """A run of capitals at tokens ``first`` up to ``last``, and the titles before it."""

    words: tuple[str, ...]
    first: int
    last: int
    titles: tuple[str, ...]

    @property
    def text(self) -> str:
        """Return the name as it is shown."""
        joined = re.sub(r" (['’]s?) ?", r"\1 ", " ".join(self.words))
        return joined.replace(" - ", "-").strip()


def _capital(token: Token) -> bool:
    return token.text[0].isupper() and token.text[0].isalpha() and token.text != QUOTED


def name_runs(tokens: Sequence[Token], known: frozenset[str] | None = None) -> Iterator[NameRun]:
    """Yield the names by place. A capital that only begins the sentence is none, unless ``known`` has it."""
    at = 0
    while at < len(tokens):
        if (
            not _capital(tokens[at])
            or tokens[at].text in w.ROLE_LETTERS
            or tokens[at].lower in w.CALENDAR - {"may"}
            or _opener(tokens, at, known)
        ):
            at += 1
            continue
        last = _run_end(tokens, at)
        title = max((i for i in range(at, last - 1) if _titles(tokens, i, at, last)), default=at - 1)
        first, titles = title + 1, [token.lower for token in tokens[at : title + 1]]
        if not (last - first == 1 and tokens[first].lower in w.TITLES | w.PRONOUNS):
            words = tuple(token.text for token in tokens[first:last])
            yield NameRun(words=words, first=first, last=last, titles=tuple(titles))
        at = last


def _titles(tokens: Sequence[Token], i: int, first: int, last: int) -> bool:
    """Tell whether the capital at ``i`` is the end of a title and a person's name follows it."""
    word = tokens[i].lower
    if tokens[i + 1].lower in _LINKS or any(token.lower in w.NAME_BODIES for token in tokens[i + 1 : last]):
        return False
    if word == "general" and i == first and last - i == 2:
        return False
    return word in w.TITLES or (word in w.PERSON_ROLES and word not in w.GROUPS)


def _opener(tokens: Sequence[Token], at: int, known: frozenset[str] | None) -> bool:
    """Tell whether the capital is only that of a sentence's first word."""
    first = at == 0 or tokens[at - 1].text in {QUOTED, ":", ".", "?", "!", "–", "•", "-"}
    word = tokens[at].lower
    if (
        word
        in w.DETERMINERS
        | w.PREPOSITIONS
        | w.CONTRAST
        | w.SUBORDINATE
        | w.PRONOUNS
        | w.FIRST
        | w.OPENERS
        | w.AUXILIARIES
    ):
        return True
    if not first or tokens[at].text.isupper():
        return False
    nxt = tokens[at + 1] if at + 1 < len(tokens) else None
    if nxt is not None and _capital(nxt) and nxt.lower not in w.CALENDAR:
        return word in w.PARTICIPLES or word in w.ADVERBS
    if known is None:
        return True
    return tokens[at].text not in known


def _run_end(tokens: Sequence[Token], at: int) -> int:
    last = at + 1
    while last < len(tokens):
        token = tokens[last]
        after = tokens[last + 1] if last + 1 < len(tokens) else None
        if _capital(token) and token.lower not in w.CALENDAR and token.text not in w.ROLE_LETTERS:
            last += 1
        elif after is not None and token.text == "-" and _capital(after) and token.start == tokens[last - 1].end:
            last += 2
        elif after is not None and _goes_on(tokens, at, last):
            last += 1
        else:
            break
    while tokens[last - 1].lower in _LINKS and last > at + 1:
        last -= 1
    return last


def _goes_on(tokens: Sequence[Token], at: int, last: int) -> bool:
    """Tell whether a word without a capital is within a name: "of", "and", a possessive."""
    token, after = tokens[last], tokens[last + 1]
    if token.lower in _LINKS:
        return _linked(tokens, at, last)
    if token.text in {"'s", "’s"}:
        return _office(tokens, last)
    return token.text in {"'", "’"} and _capital(after) and after.lower in w.NAME_BODIES


def _office(tokens: Sequence[Token], possessive: int) -> bool:
    """Tell whether a possessive is part of a body's name: "Sheriff's Office", "People's Party"."""
    owner, body = tokens[possessive - 1].lower, tokens[possessive + 1]
    owners = w.TITLES | w.PERSON_ROLES | {"people", "children", "women", "men", "attorney"}
    named_after = body.lower in {"hospital", "college", "school", "church", "university", "hospice"}
    return _capital(body) and (named_after or (owner in owners and body.lower in w.NAME_BODIES))


def _linked(tokens: Sequence[Token], at: int, link: int) -> bool:
    """Tell whether "of", "and", "for" go on with a name: a body's before or after it."""
    after = link + 1
    while after < len(tokens) and tokens[after].lower in {"the"}:
        after += 1
    if after >= len(tokens) or not _capital(tokens[after]) or tokens[after].lower in w.CALENDAR:
        return False
    word = tokens[link].lower
    if word in _PARTICLES:
        return True
    before = {t.lower for t in tokens[at:link]}
    if word in {"of", "for"}:
        return bool(before & w.NAME_BODIES) and not before & w.PERSON_ROLES
    if word in {"and", "&"}:
        rest = []
        for token in tokens[after : after + 5]:
            if not _capital(token) and token.text not in {"'", "’"}:
                break
            rest.append(token.lower)
        if before & {"department", "ministry", "office"} and "of" in before:
            return True
        return bool(rest) and rest[-1] in w.NAME_BODIES and not before & w.BODIES and link - at <= 3
    return False


def known_names(found: Sequence[Spoken], tiers: Mapping[str, str]) -> frozenset[str]:
    """Return the words that are names also as first words: those with a capital within a sentence, and uncommon ones.

    ``tiers``: the stems of common words.
    """
    names: set[str] = set()
    for spoken in found:
        for i, token in enumerate(spoken.tokens):
            within = i > 0 and spoken.tokens[i - 1].text not in {QUOTED, ":", ".", "?", "!", "–", "•", "("}
            if within and _capital(token) and not _opener(spoken.tokens, i, None):
                names.add(token.text)
            if i == 0 and _capital(token) and len(token.text) > 2 and token.stem not in tiers:
                names.add(token.text)
            if not within and _capital(token) and i + 1 < len(spoken.tokens) and _capital(spoken.tokens[i + 1]):
                names.add(token.text)
    return frozenset(names)


class Entities:
    """All that a text names, by their forms; later forms are joined to the entity that they shorten."""

    def __init__(self) -> None:
        """Start with nothing named."""
        self.all: list[Entity] = []
        self.recent: list[Entity] = []

    def touch(self, entity: Entity) -> None:
        """Note that the entity was named just now."""
        if entity in self.recent:
            self.recent.remove(entity)
        self.recent.append(entity)

    def body(self, name: str, *, lexical: str = "") -> Entity:
        """Return the body of that name, a new one where there is none."""
        for entity in self.all:
            if (lexical and entity.lexical == lexical) or (not lexical and entity.name.lower() == name.lower()):
                return entity
        entity = Entity(name=name, person=False, lexical=lexical)
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

    def _new(self, run: NameRun) -> Entity:
        lower = {word.lower() for word in run.words}
        body = bool(lower & w.NAME_BODIES) or (len(run.words) == 1 and run.words[0].isupper() and len(run.words[0]) > 1)
        entity = Entity(name=run.text, person=False if body else None, kinds=lower & w.BODIES)
        self.all.append(entity)
        return entity

    def _find(self, run: NameRun) -> Entity | None:
        text = run.text
        for entity in reversed(self.all):
            if text == entity.name or text in entity.aliases:
                return entity
        candidates = [*reversed(self.recent), *(e for e in self.all if e not in self.recent)]
        for entity in candidates:
            if _shortens(run, entity) or _shortens_other_way(run, entity):
                if len(run.words) > len(entity.tokens) and not entity.lexical:
                    entity.aliases.add(entity.name)
                    entity.name = text
                return entity
        return next((entity for entity in candidates if _misspelt(text, entity)), None)

    def containing(self, word: str) -> Entity | None:
        """Return the entity named last whose name has the word, such as "council"."""
        for entity in reversed(self.recent):
            if word in {part.lower() for part in entity.tokens} or word in entity.kinds:
                return entity
        return None


def _shortens(run: NameRun, entity: Entity) -> bool:  # noqa: PLR0911 - one return for each case
    """Tell whether the run is a shorter form: a surname, the first word of a body's name, its initials."""
    words, parts = [word.lower() for word in run.words], [part.lower() for part in entity.tokens]
    words = [part for word in words for part in word.split("-") if part]
    if not parts or len(words) >= len(parts):
        return False
    if len(words) == 1 and run.words[0].isupper() and len(words[0]) > 1:
        parts = entity.tokens
        initials = "".join(part[0] for part in parts if part[0].isupper())
        return run.words[0] == initials
    if run.titles and run.titles[-1] in {"sir", "dame"} and words == parts[:1]:
        return True
    if run.titles or entity.person:
        return parts[-len(words) :] == words
    if entity.person is False:
        return parts[: len(words)] == words and words[0] not in w.NAME_BODIES | w.GENERIC
    if words[0] in w.GENERIC:
        return False
    return parts[-len(words) :] == words or parts[: len(words)] == words


def _shortens_other_way(run: NameRun, entity: Entity) -> bool:
    words, parts = list(run.words), entity.tokens
    if len(parts) >= len(words) or not parts or entity.lexical:
        return False
    body = any(word.lower() in w.NAME_BODIES for word in words)
    if entity.person is False or body:
        return words[: len(parts)] == parts and parts[0].lower() not in w.NAME_BODIES and entity.person is not True
    return words[-len(parts) :] == parts


def _misspelt(text: str, entity: Entity) -> bool:
    if len(text) < 6:
        return False
    from rapidfuzz.distance import OSA

    names = [entity.name, entity.name.split()[-1], *entity.aliases]
    return any(name[:2] == text[:2] and OSA.normalized_similarity(text, name) >= _ALIKE for name in names)
