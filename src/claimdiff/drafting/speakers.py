"""Tell whose account a noun phrase stands for: by name, by office, or by what went before."""

from collections.abc import Sequence
from dataclasses import dataclass

from claimdiff.drafting import words as w
from claimdiff.drafting.actors import Mentions, Named
from claimdiff.drafting.entities import Entities, Entity
from claimdiff.drafting.phrases import Spoken
from claimdiff.drafting.subjects import Span, Subject
from claimdiff.language.reading import Token

_POSSESSIVES = frozenset({"'s", "’s", "’", "'"})
_INNER = frozenset({"of", "for", "from", "at", "in", "on", "with", "close", "inside", "representing", "leading", "near", "to"})
_NAMELESS = frozenset({"source", "sources"})
_PEOPLE_SPEAKING = w.PERSON_ROLES | w.BODIES | w.VOICES | w.TITLES
_GENERAL = frozenset("authorities officials police residents people neighbours workers staff leaders experts doctors".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Whose words they are: the person or body named (``who``), the parties that it stands for, how sure that is.

    ``shown``: the words for ``attributed_to``. ``carried``: known only from what went before. ``voice``: a text of the party
    speaks ("the readout"), so silence of it is silence of the party.
    """

    who: Entity
    parties: tuple[Entity, ...]
    shown: str
    carried: bool = False
    sure: bool = True


class Speakers:
    """Resolves the subjects of a text in order, and remembers who spoke."""

    def __init__(self, mentions: Mentions, entities: Entities) -> None:
        """Start with nobody having spoken."""
        self.mentions, self.entities = mentions, entities
        self.last: Speaker | None = None
        self.history: list[Speaker] = []
        self.focus: list[Entity] = []
        self.roles_of: dict[str, Entity] = {}

    def spoke(self, speaker: Speaker) -> None:
        """Note that the speaker had the word; later pronouns may mean them."""
        self.last = speaker
        self.history.append(speaker)
        if speaker.who.person is not False:
            self.focus.append(speaker.who)

    def resolve(self, spoken: Spoken, subject: Subject, named: Sequence[Named]) -> Speaker | None:
        """Return whose words they are, or None where the phrase names no party."""
        phrase = subject.phrase
        tokens = spoken.tokens
        words = [token.lower for token in tokens[phrase.first : phrase.last]]
        if not words or len(words) > 26:
            return None
        beside = [named_one for span in subject.beside for named_one in _inside(named, span)]
        if len(words) == 1 and words[0] in w.PRONOUNS:
            led = named[0].entity if named and tokens[0].lower == "for" and named[0].first <= 2 else None
            if words[0] in {"he", "she"} and led is not None and led.person and phrase.first > 2:
                return self._speaker(led, (led.speaks_for,), led.name, carried=True)
            return self._pronoun(words[0])
        if words[0] in {"some", "many", "others", "few", "nobody", "everyone", "anyone"} and len(words) == 1:
            return None
        inside = _inside(named, phrase)
        head_last = self._head_end(tokens, phrase, inside)
        head = Span(first=phrase.first, last=head_last)
        owner = self._owned(spoken, head, inside, beside)
        if owner is not None:
            return owner if isinstance(owner, Speaker) else None
        in_head = [one for one in inside if one.first < head_last]
        if in_head:
            return self._by_name(spoken, phrase, head, in_head, subject, named)
        return self._by_role(spoken, phrase, head, inside, beside, subject)

    def _head_end(self, tokens: Sequence[Token], phrase: Span, inside: Sequence[Named]) -> int:
        taken = {i for one in inside for i in range(one.first, one.last)}
        for i in range(phrase.first + 1, phrase.last):
            if tokens[i].lower in _INNER and i not in taken:
                return i
        return phrase.last

    def _owned(
        self, spoken: Spoken, head: Span, inside: Sequence[Named], beside: Sequence[Named]
    ) -> "Speaker | bool | None":
        """Resolve "Moscow's spokesman", "Mr Sobol's sister, Ewa Sobol"; False where it is a thing that is owned."""
        tokens = spoken.tokens
        taken = {i for one in inside for i in range(one.first, one.last)}
        places = [i for i in range(head.first, head.last) if tokens[i].lower in _POSSESSIVES and i not in taken]
        owned = places[-1] if places else None
        if owned is None and tokens[head.first].lower in w.POSSESSIVE_PRONOUNS:
            owned = head.first
        if owned is None or owned + 1 >= head.last:
            return None
        rest = [token.lower for token in tokens[owned + 1 : head.last]]
        name = next((one for one in inside if one.first > owned), None) or (beside[0] if beside else None)
        if set(rest) & w.FAMILY:
            who = name.entity if name else Entity(name=spoken.words(head.first, head.last), person=True)
            who.person = True
            return self._speaker(who, (who,))
        last = rest[-1].rstrip(",")
        if name is None and last not in _PEOPLE_SPEAKING:
            return False
        owner = next((one.entity for one in inside if one.last <= owned), None) or self._owner(spoken, head, owned)
        if name is not None and name.entity.person is None:
            name.entity.person = True
        if owner is None:
            return self._office(rest, name.entity if name else None) or False
        if name is not None and name.entity.party is None and name.entity is not owner:
            name.entity.party = owner.speaks_for
        return self._speaker(name.entity if name else owner, (owner.speaks_for,), spoken.words(head.first, head.last))

    def _owner(self, spoken: Spoken, head: Span, owned: int) -> Entity | None:
        words = [token.lower for token in spoken.tokens[head.first : owned + 1]]
        if words[0] in w.POSSESSIVE_PRONOUNS:
            if words[0] in {"its", "their"}:
                return self.entities_last_body()
            found = self._pronoun("he" if words[0] == "his" else "she")
            return found.who if found else None
        return self._anaphor([word for word in words if word not in _POSSESSIVES])

    def entities_last_body(self) -> Entity | None:
        """Return the body that "its" means: the party that had the word last, else the one named last."""
        if self.last is not None:
            return self.last.who if self.last.who.person is False else self.last.parties[0]
        return next((one for one in reversed(self.entities.recent) if one.person is False), None)

    def _by_name(
        self,
        spoken: Spoken,
        phrase: Span,
        head: Span,
        names: Sequence[Named],
        subject: Subject,
        named: Sequence[Named],
    ) -> Speaker | None:
        tokens = spoken.tokens
        last = names[-1]
        ends = last.last >= head.last
        noun = tokens[head.last - 1].lower
        if not ends and noun not in _PEOPLE_SPEAKING:
            return None
        joined = self._joined(tokens, head, names)
        if joined:
            return joined
        who = last.entity if ends else names[0].entity
        if ends and last.adjective and len(names) == 1 and head.last - head.first == 1:
            who = last.entity
        before = [token.lower for token in tokens[head.first : last.first]]
        if ends and set(before) & w.PERSON_ROLES and who.person is not False:
            who.person = True
            who.roles |= set(before) & w.PERSON_ROLES
        if not ends and noun in w.PERSON_ROLES - w.GROUPS and not noun.endswith("s"):
            self.roles_of[noun] = names[0].entity
        party = self._affiliation(spoken, who, names, before, subject, named, phrase)
        shown = spoken.words(head.first, head.last)
        return self._speaker(who, (party.speaks_for,), shown)

    def _joined(self, tokens: Sequence[Token], head: Span, names: Sequence[Named]) -> Speaker | None:
        """Return the speaker of "Russia and Ukraine": both parties."""
        if len(names) < 2:
            return None
        between = {t.lower for t in tokens[names[0].last : names[-1].first]}
        parties = list({id(one.entity.speaks_for): one.entity.speaks_for for one in names}.values())
        if "and" not in between or len(parties) < 2:
            return None
        if not all(one.entity.lexical for one in names) or tokens[head.last - 1].lower in {"president", "presidents"}:
            return Speaker(who=names[0].entity, parties=tuple(parties[:2]), shown="", sure=False)
        return Speaker(who=names[0].entity, parties=tuple(parties[:3]), shown="")

    def _affiliation(
        self,
        spoken: Spoken,
        who: Entity,
        names: Sequence[Named],
        before: Sequence[str],
        subject: Subject,
        named: Sequence[Named],
        phrase: Span,
    ) -> Entity:
        """Return the party that somebody named speaks for, and remember it."""
        if who.party is not None or who.person is False:
            return who
        for span in subject.beside:
            self._beside(spoken, who, span, named)
            if who.party is not None:
                return who
        bodies = [one.entity for one in names if one.entity is not who and one.entity.person is not True]
        complement = [one.entity for one in _inside(named, phrase) if one.entity is not who and one.first >= names[-1].last]
        bodies += [one for one in complement if one.person is not True]
        if bodies and (before or complement):
            who.person, who.party = True, bodies[0].speaks_for
            return who
        office = self._office([*before, *who.roles], who)
        if office is not None:
            who.party = office.parties[0]
            who.person = True if who.person is None else who.person
            return who
        noun = next((word for word in before if word in w.BODIES), None)
        body = self._anaphor([noun]) if noun else None
        if body is not None:
            who.person, who.party = True, body.speaks_for
            return who
        if set(before) & {"executive", "chairman", "chairwoman", "chair", "boss", "director", "spokesman", "spokeswoman",
                          "spokesperson", "manager", "president"} or {"general", "secretary"} <= set(before):  # fmt: skip
            body = self._recent_company()
            if body is not None:
                who.person, who.party, who.certain = True, body, False
        return who

    def _beside(self, spoken: Spoken, who: Entity, span: Span, named: Sequence[Named]) -> None:
        """Learn from what stands beside a name: ", prosecuting,", ", the firm's head of operations,", ", Northline's boss,"."""
        words = [token.lower for token in spoken.tokens[span.first : span.last]]
        if not words:
            return
        if words[0] in {"who", "which", "whose"} or words[0] in w.PREPOSITIONS - {"of", "for", "from"}:
            return
        inside = [one for one in _inside(named, span) if one.entity is not who]
        role = next((i for i, word in enumerate(words) if word in w.PERSON_ROLES), None)
        if words[0].endswith("ing") and words[0] not in {"prosecuting", "defending", "representing", "leading"}:
            return
        if words[0] == "representing" and not inside:
            return
        if words[0] in w.COMPANIES | {"a", "the"} and role is None and set(words[:3]) & w.BODIES:
            who.kinds |= set(words[:3]) & w.BODIES
            who.person = False
            return
        if words[0].isdigit():
            who.person = True
        found = next((one.entity for one in inside if one.entity.person is not True), None)
        if found is not None and (role is not None or words[0] in {"of", "for", "from", "representing"}):
            who.person, who.party = True, found.speaks_for
            return
        office = self._office(words[:4], who)
        if office is not None:
            who.person, who.party = True, office.parties[0]
            return
        if role is not None and words[0] in {"the", "its", "their"}:
            body = self._anaphor(words[:2]) if words[0] == "the" else self.entities_last_body()
            if body is not None:
                who.person, who.party = True, body.speaks_for

    def _by_role(
        self,
        spoken: Spoken,
        phrase: Span,
        head: Span,
        inside: Sequence[Named],
        beside: Sequence[Named],
        subject: Subject,
    ) -> Speaker | None:
        """Resolve phrases without a name of their own: "a spokesman for the mayor", "the union", "workers at Acme"."""
        words = [token.lower for token in spoken.tokens[head.first : head.last]]
        noun = words[-1]
        shown = spoken.words(phrase.first, phrase.last)
        if noun not in _PEOPLE_SPEAKING and not (beside and set(words) & w.PERSON_ROLES):
            return None
        complement = next((one.entity for one in inside if one.first >= head.last), None)
        if beside and noun in w.PERSON_ROLES | w.BODIES:
            who = beside[0].entity
            return self._role_beside(who, words, noun, complement, shown)
        place = complement is not None and not complement.lexical and spoken.tokens[head.last].lower == "in"
        if complement is not None and not (place and noun in _GENERAL):
            return self._speaker(complement, (complement.speaks_for,), shown)
        if noun in _NAMELESS:
            return None
        if head.last < phrase.last:
            rest = [token.lower for token in spoken.tokens[head.last + 1 : phrase.last]]
            office = self._office(rest, None)
            body = self._anaphor(rest)
            if body is not None:
                return self._speaker(body, (body.speaks_for,), shown)
            if office is not None:
                return Speaker(who=office.who, parties=office.parties, shown=shown)
        office = self._office(words, None)
        if office is not None:
            return Speaker(who=office.who, parties=office.parties, shown=shown)
        if noun in w.VAGUE and words[0] not in {"the", "a", "an"}:
            return None
        found = self._anaphor(words)
        if found is not None:
            return self._speaker(found, (found.speaks_for,), shown, carried=True)
        return self._nameless(words, noun, shown)

    def _role_beside(
        self, who: Entity, words: Sequence[str], noun: str, complement: Entity | None, shown: str
    ) -> Speaker:
        if noun in w.BODIES:
            who.kinds.add(noun)
            who.person = False
            return self._speaker(who, (who.speaks_for,), who.name)
        who.person = True
        if who.party is None and complement is not None:
            who.party = complement.speaks_for
        if who.party is None:
            office = self._office(words, who)
            who.party = office.parties[0] if office else None
        if who.party is None and words[0] in {"its", "their", "the"}:
            who.party = self.entities_last_body() if words[0] != "the" else self._anaphor(words[:-1])
        return self._speaker(who, (who.speaks_for,), shown)

    def _nameless(self, words: Sequence[str], noun: str, shown: str) -> Speaker | None:
        """Return a group that speaks without a name ("residents said"): a party of its own."""
        plural = noun.endswith("s") or noun in {"police", "people", "family", "staff", "management"}
        if not plural or noun in w.VAGUE | {"experts", "analysts", "officials", "leaders", "critics"}:
            return None
        if words[0] in {"some", "many", "several", "most", "all", "other", "no"}:
            return None
        body = self.entities.body(noun.capitalize())
        return Speaker(who=body, parties=(body,), shown=shown, sure=False)

    def _office(self, words: Sequence[str], who: Entity | None) -> Speaker | None:
        """Return the party that an office alone makes known: prosecution, defence, court, government …"""
        lower = [word.lower() for word in words]
        if "general" in lower and "secretary" in lower:
            return None
        for party, nouns in w.OFFICE_PARTIES.items():
            if not any(word in nouns for word in lower):
                continue
            body = self.entities.containing(party) if party in {"police", "government"} else None
            body = body.speaks_for if body is not None else self.entities.body(party.capitalize())
            return Speaker(who=who or body, parties=(body,), shown="")
        return None

    def _anaphor(self, words: Sequence[str]) -> Entity | None:
        """Return whom "the union", "the firm", "the witness", "the statement" means, from what went before."""
        lower = [word for word in words if word not in w.DETERMINERS]
        if not lower:
            return None
        noun = lower[-1]
        if noun in w.VOICES:
            return self.last.parties[0] if self.last else None
        if noun in w.BODIES:
            found = self.entities.containing(noun)
            if found is not None:
                return found.speaks_for
            if noun in w.UNIONS:
                return next((e for e in reversed(self.entities.recent) if _is_union(e)), None)
            if noun in w.COMPANIES:
                return self._recent_company()
            return None
        if noun in {"witness", "defendant"}:
            offices = set(w.OFFICE_PARTIES)
            people = [s for s in reversed(self.history) if s.who.person and s.parties[0].name.lower() not in offices]
            return people[0].who if people else None
        if noun in w.PERSON_ROLES | w.TITLES:
            for speaker in reversed(self.history):
                if speaker.who.person is not False and (noun in speaker.who.roles or noun in speaker.shown.lower().split()):
                    return speaker.who
        return None

    def _recent_company(self) -> Entity | None:
        spoke = [p for s in reversed(self.history) for p in s.parties if _may_be_company(p)]
        apposed = [e for e in reversed(self.entities.recent) if e.kinds & w.COMPANIES]
        other = [e for e in reversed(self.entities.recent) if e.person is False and _may_be_company(e)]
        found = [*apposed[:1], *spoke[:1]] if apposed and apposed[0] in self.entities.recent[-4:] else [*spoke, *apposed]
        return next(iter([*found, *other]), None)

    def _pronoun(self, word: str) -> Speaker | None:
        if word in {"he", "she"}:
            for entity in reversed(self.focus):
                if entity.gender in ("", word) and entity.person is not False:
                    entity.gender = word
                    return self._speaker(entity, (entity.speaks_for,), entity.name, carried=True)
            return None
        if self.last is None:
            return None
        return Speaker(who=self.last.who, parties=self.last.parties, shown=self.last.shown, carried=True)

    def _speaker(self, who: Entity, parties: tuple[Entity, ...], shown: str = "", *, carried: bool = False) -> Speaker:
        return Speaker(who=who, parties=parties, shown=shown or who.name, carried=carried, sure=who.certain)


def _inside(named: Sequence[Named], span: Span) -> list[Named]:
    return [one for one in named if span.first <= one.first and one.last <= span.last]


def _is_union(entity: Entity) -> bool:
    return bool({part.lower() for part in entity.tokens} & w.UNIONS) or bool(entity.kinds & w.UNIONS)


def _may_be_company(entity: Entity) -> bool:
    parts = {part.lower() for part in entity.tokens}
    if entity.person is True or _is_union(entity) or entity.name.lower() in w.OFFICE_PARTIES:
        return False
    if "company" in entity.kinds:
        return True
    state = bool(entity.lexical) and not parts & w.COMPANIES
    others = w.BODIES - w.COMPANIES - {"service", "services", "organisation", "organization", "network", "group"}
    return not state and not parts & others
