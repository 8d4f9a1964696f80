"""Tell whose account a noun phrase stands for: by name, by office, or by what went before."""

from collections.abc import Sequence
from dataclasses import replace

from claimdiff.drafting import words as w
from claimdiff.drafting.actors import Named
from claimdiff.drafting.affiliations import Affiliations, named_in
from claimdiff.drafting.antecedents import Speaker
from claimdiff.drafting.entities import Entity
from claimdiff.drafting.phrases import QUOTED, Spoken
from claimdiff.drafting.subjects import Span, Subject
from claimdiff.language.reading import Token

_POSSESSIVES = frozenset({"'s", "’s", "’", "'"})
_INNER = frozenset(
    {"of", "for", "from", "at", "in", "on", "with", "close", "inside", "representing", "leading", "near", "to"}
)
_POSSESSORS = {"his": "he", "her": "she", "its": "it", "their": "they"}
_LEADS = frozenset("prosecuting defending representing mitigating speaking acting appearing for".split())
_OF_A_PLACE = frozenset("mp mps mep msp senator congressman congresswoman resident".split())
"""People of a place who speak for themselves: "Hallam's MP, Joan Salter"."""

_AFTER = frozenset("concerned involved responsible themselves himself herself itself alike present".split())
"""Words after the noun that they describe: "the player concerned"."""

_MEDIA = frozenset({"colleague", "correspondent", "correspondents", "reporter", "reporters"})
"""People of the press who tell, and are no party."""

_NAMELESS = frozenset({"source", "sources"})
_PEOPLE_SPEAKING = w.PERSON_ROLES | w.ARMED | w.BODIES | w.VOICES | w.TITLES
_GENERAL = frozenset(
    "authorities officials police residents people neighbours workers staff leaders experts doctors".split()
)


class Speakers(Affiliations):
    """Resolves the subjects of a text in order, and remembers who spoke."""

    def resolve(self, spoken: Spoken, subject: Subject, named: Sequence[Named]) -> Speaker | None:  # noqa: PLR0911
        """Return whose words they are, or None where the phrase names no party."""
        phrase = subject.phrase
        tokens = spoken.tokens
        words = [token.lower for token in tokens[phrase.first : phrase.last]]
        if not words or len(words) > 26:
            return None
        if words[0] == "the" and words[2:6] == ["-", "year", "-", "old"]:
            words = ["the", f"{words[1]}-year-old", *words[6:]]
        if len(words) == 1 and words[0] in _POSSESSORS:
            words = [_POSSESSORS[words[0]]]
        subject = _led_in(tokens, subject)
        self.before = [one.entity for one in named if one.last <= phrase.first]
        if set(words) & _MEDIA:
            return None
        beside = [named_one for span in subject.beside for named_one in named_in(named, span)]
        if len(words) == 1 and words[0] in w.PRONOUNS:
            led = named[0].entity if named and tokens[0].lower == "for" and named[0].first <= 2 else None
            if words[0] in {"he", "she"} and led is not None and led.person and phrase.first > 2:
                return self.speaker(led, (led.speaks_for,), led.name, carried=True)
            return self.pronoun(words[0])
        if _both(words) and not named_in(named, phrase):
            two = next((s for s in reversed(self.history) if len(s.parties) == 2), None)
            return replace(two, carried=True) if two is not None and two.sure else None
        if words[0] == "the" and len(words) <= 3 and _person_noun(words[1:]):
            person = self.last_person()
            return self.speaker(person, (person.speaks_for,), person.name, carried=True) if person is not None else None
        if beside and words[:2] in (["one", "of"], ["another", "of"]):
            one = named_in(beside, subject.beside[0])[-1:] or beside[:1]
            return self.speaker(one[0].entity, (one[0].entity.speaks_for,), one[0].entity.name)
        if words[0] in {"some", "many", "others", "few", "nobody", "everyone", "anyone"} and len(words) == 1:
            return None
        within = named_in(named, phrase)
        both = self._two(spoken, phrase, within, named)
        if both is not None:
            return both
        head_last = self._head_end(tokens, phrase, within)
        head = Span(first=phrase.first, last=head_last)
        owner = self._owned(spoken, head, within, beside)
        if owner is not None:
            return owner if isinstance(owner, Speaker) else None
        in_head = [one for one in within if one.first < head_last]
        if in_head:
            return self._by_name(spoken, phrase, head, in_head, subject, named)
        found = self._by_role(spoken, phrase, head, within, beside, subject)
        noun = tokens[head.last - 1].lower
        alone = found is not None and found.who.person is False and len(found.parties) == 1
        if found is not None and alone and noun in w.SPOKES | w.ORG_ROLES | w.LAWYERS:
            # "A spokesman said …, he added": somebody without a name speaks for the body.
            return replace(found, who=Entity(name=found.shown, person=True, party=found.parties[0]))
        return found

    def _two(self, spoken: Spoken, phrase: Span, within: Sequence[Named], named: Sequence[Named]) -> Speaker | None:
        """Return the speakers of two whole phrases: "the government of Oruma and rebels of the Liberation Front"."""
        taken = {i for one in within for i in range(one.first, one.last)}
        at = [i for i in range(phrase.first + 2, phrase.last - 2) if spoken.tokens[i].lower == "and" and i not in taken]
        if len(at) != 1 or not any(spoken.tokens[i].lower in {"of", "in", "from"} for i in range(phrase.first, at[0])):
            return None
        spans = (Span(first=phrase.first, last=at[0]), Span(first=at[0] + 1, last=phrase.last))
        if not all(any(one.entity.person is not True for one in named_in(within, span)) for span in spans):
            return None
        sides = [self.resolve(spoken, Subject(phrase=span), named) for span in spans]
        parties = [side.parties[0] for side in sides if side is not None and len(side.parties) == 1]
        if len(parties) < 2 or parties[0] is parties[1] or any(party.person for party in parties):
            return None
        return Speaker(who=parties[0], parties=tuple(parties), shown="")

    def _head_end(self, tokens: Sequence[Token], phrase: Span, inside: Sequence[Named]) -> int:
        taken = {i for one in inside for i in range(one.first, one.last)}
        for i in range(phrase.first + 1, phrase.last):
            describes = tokens[i - 1].lower in _POSSESSIVES | w.DETERMINERS | {"-"}
            if tokens[i].lower in _INNER and i not in taken and not describes and not _field(tokens, i, phrase, inside):
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
        after = [
            one
            for one in [*(i for i in inside if i.first > owned and i.last == head.last), *beside]
            if not one.adjective
        ]
        name = after[0] if after else None
        if set(rest) & w.FAMILY or (name is not None and set(rest) & w.PRIVATE):
            who = name.entity if name else Entity(name=spoken.words(head.first, head.last), person=True)
            who.person = True
            return self.speaker(who, (who,))
        if name is None and rest[-1] not in _PEOPLE_SPEAKING:
            return False
        if (
            name is not None
            and name.entity.person is not True
            and rest[-1] in w.COMPANIES | w.BODIES | w.TEAMS | w.UNIONS
        ):
            name.entity.person = False
            name.entity.kinds |= {rest[-1]} & (w.BODIES | w.TEAMS | w.UNIONS)
            return self.speaker(name.entity, (name.entity.speaks_for,))
        if name is not None and set(rest) & _OF_A_PLACE:
            name.entity.person = True
            return self.speaker(name.entity, (name.entity,))
        lone = (
            name is not None and name.first == owned + 1 and name.last == head.last and name.entity.person is not False
        )
        if lone and name is not None:
            # "Britain's Laura Muirhead" speaks for herself.
            name.entity.person = True
            return self.speaker(name.entity, (name.entity.speaks_for,))
        owner = next((one.entity for one in inside if one.last <= owned), None) or self._owner(spoken, head, owned)
        body = next((word for word in rest if word in w.UNIONS | w.BODIES), None)
        if owner is None and body is not None:
            return self._body_of(spoken, head, name, body)
        if owner is None and set(rest) & (w.LAWYERS | w.SPOKES):
            owner = self.group([token.lower for token in tokens[head.first : owned]])
        if owner is None:
            return self.office(rest, name.entity if name else None) or False
        who = name.entity if name else owner
        if who is not owner:
            who.person = True if who.person is None else who.person
            who.party = who.party or owner.speaks_for
        return self.speaker(who, (owner.speaks_for,), spoken.words(head.first, head.last))

    def _body_of(self, spoken: Spoken, head: Span, name: Named | None, body: str) -> Speaker:
        """Resolve "the riders' union", "the farmers' union NFU": a body of its own, under its name where it has one."""
        owned = [token.lower for token in spoken.tokens[head.first : head.last]]
        office = self.office([body] if body != "office" else owned, None) if body not in w.UNIONS else None
        if office is not None and name is None:
            return office
        words = [token.text for token in spoken.tokens[head.first : head.last]]
        shown = " ".join(words[1:] if words[0].lower() in w.DETERMINERS else words)
        shown = shown.replace(" '", "'").replace(" ’", "’")
        who = name.entity if name else self.entities.body(shown[0].upper() + shown[1:])
        who.person = False
        who.kinds.add(body)
        return self.speaker(who, (who.speaks_for,), who.name)

    def _owner(self, spoken: Spoken, head: Span, owned: int) -> Entity | None:
        words = [token.lower for token in spoken.tokens[head.first : owned + 1]]
        if words[0] in w.POSSESSIVE_PRONOUNS:
            if words[0] in {"its", "their"}:
                return self.last_body()
            found = self.pronoun("he" if words[0] == "his" else "she")
            return found.who if found else None
        return self.anaphor([word for word in words if word not in _POSSESSIVES])

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
        apposed = [
            one.entity for span in subject.beside[:1] for one in named_in(named, span) if one.first == span.first
        ]
        if not ends and noun in w.PERSON_ROLES - w.GROUPS and apposed and apposed[0].person is not False:
            bodies = self.bodies(spoken, names)
            apposed[0].person = True
            apposed[0].party = apposed[0].party or (bodies[0].speaks_for if bodies else None)
            return self.speaker(apposed[0], (apposed[0].speaks_for,), spoken.words(head.first, head.last))
        who = last.entity if ends else names[0].entity
        if ends and last.adjective and len(names) == 1 and head.last - head.first == 1:
            who = last.entity
        before = [token.lower for token in tokens[head.first : last.first]]
        if ends and set(before) & w.PERSON_ROLES and who.person is not False:
            who.person = True
            who.roles |= set(before) & w.PERSON_ROLES
        if noun in w.STATE_NOUNS and not ends and len(names) == 1 and who.person is not True:
            who.kinds.add(noun)
        field = len(before) > 1 and before[-2] in {"of", "for"}
        if ends and before and before[-1] in w.BODIES and not who.lexical and not field:
            who.person = False
            who.kinds.add(before[-1])
        if not ends and all(one.adjective for one in names) and noun in w.GROUP_PEOPLE | w.VAGUE:
            return (
                self.nameless(["the", noun], noun, spoken.words(head.first, head.last))
                if noun in w.GROUP_PEOPLE
                else None
            )
        if not ends and all(one.adjective for one in names):
            meant = next(iter(self.bodies(spoken, names)), None)
            if meant is not None and meant is not names[0].entity and noun not in w.COMPANIES:
                return self.speaker(meant, (meant,), meant.name)
        placed = not ends and len(names) == 1 and names[0].entity.person is None and tokens[head.first].lower == "the"
        if placed and noun in w.COMPANIES | w.TEAMS and not any(s.who is names[0].entity for s in self.history):
            self.before = []
            meant = self.anaphor([noun])
            if meant is not None and meant is not names[0].entity:
                return self.speaker(meant, (meant.speaks_for,), spoken.words(head.first, head.last), carried=True)
        if all(one.adjective for one in names) and noun in w.COMPANIES | w.TEAMS:
            meant = self.anaphor([noun])
            if meant is not None and not (noun in w.TEAMS and self.last and self.last.parties[0].lexical):
                return self.speaker(meant, (meant.speaks_for,), spoken.words(head.first, head.last), carried=True)
        party = self.affiliation(spoken, who, names, before, subject, named, phrase)
        shown = spoken.words(head.first, head.last)
        return self.speaker(who, (party.speaks_for,), shown)

    def _joined(self, tokens: Sequence[Token], head: Span, names: Sequence[Named]) -> Speaker | None:
        """Return the speaker of "Russia and Ukraine": both parties."""
        if len(names) < 2:
            return None
        between = {t.lower for t in tokens[names[0].last : names[-1].first]}
        parties = list({id(one.entity.speaks_for): one.entity.speaks_for for one in names}.values())
        if "and" not in between or len(parties) < 2:
            return None
        bodies = [bool(one.entity.lexical) or one.entity.person is False for one in names]
        sure = all(bodies) or (any(bodies) and not any(one.entity.person for one in names))
        if not sure or tokens[head.last - 1].lower in {"president", "presidents"}:
            return Speaker(who=names[0].entity, parties=tuple(parties[:2]), shown="", sure=False)
        return Speaker(who=names[0].entity, parties=tuple(parties[:3]), shown="")

    def _by_role(  # noqa: PLR0911 - one return for each case
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
        while len(words) > 2 and words[-1] in _AFTER:
            words.pop()
        noun = words[-1]
        shown = spoken.words(phrase.first, phrase.last)
        if noun not in _PEOPLE_SPEAKING and not (beside and set(words) & w.PERSON_ROLES):
            return None
        complement = next((one.entity for one in inside if one.first >= head.last), None)
        if beside and noun in w.PERSON_ROLES | w.BODIES:
            who = beside[0].entity
            rest = [token.lower for token in spoken.tokens[head.last : phrase.last]]
            return self._role_beside(who, words, noun, complement, shown, rest)
        place = complement is not None and not complement.lexical and spoken.tokens[head.last].lower == "in"
        if complement is not None and noun in {"government", "army", "military"}:
            complement.kinds.add("state")
        if complement is not None and not (place and noun in _GENERAL):
            return self.speaker(complement, (complement.speaks_for,), shown)
        if head.last < phrase.last:
            rest = [token.lower for token in spoken.tokens[head.last + 1 : phrase.last]]
            office = self.office(rest, None)
            body = self.anaphor(rest) or (self.group(rest) if set(words) & (w.LAWYERS | w.SPOKES) else None)
            if body is not None:
                return self.speaker(body, (body.speaks_for,), shown)
            if office is not None:
                return Speaker(who=office.who, parties=office.parties, shown=shown)
        if noun in _NAMELESS:
            return None
        if noun in w.SPOKES and all(word in w.DETERMINERS for word in words[:-1]):
            here = [one for one in self.before if one.person is False]
            body = here[-1] if here else self.near_body()
            return self.speaker(body, (body.speaks_for,), shown, carried=True) if body is not None else None
        office = self.office(words, None) if noun not in w.UNIONS else None
        if office is not None:
            return Speaker(who=office.who, parties=office.parties, shown=shown)
        if noun in w.VAGUE and words[0] not in {"the", "a", "an"}:
            return None
        found = self.anaphor(words) if noun not in w.SPOKES | w.LAWYERS else None
        modifier = (
            next((word for word in words[:-1] if word in w.BODIES | w.TEAMS), None) if noun in w.PERSON_ROLES else None
        )
        found = self.body_before(words) or (found if modifier is None else None) if noun in w.PERSON_ROLES else found
        if found is None and modifier is not None:
            if not self.history:
                return None
            found = self.entities.body(modifier.capitalize())
        if found is not None:
            return self.speaker(found, (found.speaks_for,), shown, carried=True)
        return self.nameless(words, noun, shown)

    def _role_beside(
        self, who: Entity, words: Sequence[str], noun: str, complement: Entity | None, shown: str, rest: Sequence[str]
    ) -> Speaker:
        if noun in w.BODIES:
            who.kinds.add(noun)
            who.person = False
            return self.speaker(who, (who.speaks_for,), who.name)
        who.person = True
        if who.party is None and complement is not None:
            who.party = complement.speaks_for
        if who.party is None:
            office = self.office([*words, *rest, *who.roles], who)
            who.party = office.parties[0] if office else None
        if who.party is None and words[0] in {"its", "their", "the"}:
            who.party = self.last_body() if words[0] != "the" else self.anaphor(words[:-1])
        who.party = who.party or self.body_before(words)
        if who.party is None and noun in w.ORG_ROLES and len(words) == 2:
            who.party = self.near_body()
        return self.speaker(who, (who.speaks_for,), shown)


def _both(words: Sequence[str]) -> bool:
    """Tell whether the words mean two parties that spoke together: "both companies", "the two unions", "the pair"."""
    if words[-1] in {"pair", "duo"}:
        return words[0] == "the"
    return words[-1] in w.PAIRS and (words[0] == "both" or words[:2] == ["the", "two"])


def _field(tokens: Sequence[Token], at: int, phrase: Span, inside: Sequence[Named]) -> bool:
    """Tell whether "for" or "of" begins the field of a role before a name: "head of policy Jason Weld"."""
    last = inside[-1] if inside else None
    if last is None or last.last != phrase.last or last.entity.person is False or tokens[at].lower not in {"of", "for"}:
        return False
    between = tokens[at + 1 : last.first]
    plain = all(token.text[0].islower() and token.lower not in w.DETERMINERS for token in between)
    return 0 < len(between) <= 5 and plain and any(token.lower in w.PERSON_ROLES for token in tokens[phrase.first : at])


def _person_noun(words: Sequence[str]) -> bool:
    """Tell whether the words after "the" only point at a person: "Swede", "31-year-old", "midfielder"."""
    if words[0].endswith("-year-old") and words[-1] not in w.FAMILY:
        return True
    if len(words) == 1:
        return words[0] in w.DEMONYM_NOUNS | (w.OCCUPATIONS - w.BODIES) or words[0].endswith("-year-old")
    return False


def _led_in(tokens: Sequence[Token], subject: Subject) -> Subject:
    """Return the subject with what leads in beside it: "Prosecuting, Jo Lee said", "On behalf of the firm, Jo Lee said"."""
    comma = subject.phrase.first - 1
    if comma < 1 or tokens[comma].text != "," or any(token.text in {",", QUOTED} for token in tokens[:comma]):
        return subject
    behalf = [token.lower for token in tokens[:3]] == ["on", "behalf", "of"]
    if tokens[0].lower not in _LEADS and not behalf:
        return subject
    return replace(subject, beside=(*subject.beside, Span(first=2 if behalf else 0, last=comma)))
