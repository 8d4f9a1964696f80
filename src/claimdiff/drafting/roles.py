"""Resolve phrases without a name of their own: "a spokesman for the mayor", "the union", "workers at Acme"."""

from collections.abc import Sequence
from dataclasses import replace

from claimdiff.drafting import words as w
from claimdiff.drafting.beside import surely
from claimdiff.drafting.entities import Entity
from claimdiff.drafting.genders import gender_of_role
from claimdiff.drafting.history import Speaker
from claimdiff.drafting.kinds import is_state
from claimdiff.drafting.named import Named
from claimdiff.drafting.owners import PEOPLE_SPEAKING, Owners
from claimdiff.drafting.people import human
from claimdiff.drafting.phrases import Spoken
from claimdiff.drafting.subjects import Span

_AFTER = frozenset(
    "acting working speaking representing concerned involved responsible themselves himself herself itself alike "
    "present".split()
)
"""Words after the noun that they describe: "the player concerned"."""

_EVENTS = frozenset(
    "crash disaster fire attack attacks flood bombing massacre strike collapse sinking scandal case".split()
)
_WATCHING = frozenset("inspector commissioner auditor ombudsman".split())
_GROUPS = frozenset(
    "groups unions charities bodies associations companies banks airlines retailers agencies councils churches".split()
)
_PART = frozenset("group groups party bloc faction members benches".split())
"""Those who sit on a body and do not speak for it."""
_NAMELESS = frozenset({"source", "sources"})
_GENERAL = frozenset(
    "authorities officials police residents people neighbours workers staff leaders experts doctors".split()
)


class Roles(Owners):
    """Finds whom a role or a body without a name means."""

    def _by_role(  # noqa: PLR0911, PLR0912 - one return for each case
        self,
        spoken: Spoken,
        phrase: Span,
        head: Span,
        inside: Sequence[Named],
        beside: Sequence[Named],
    ) -> Speaker | None:
        """Resolve phrases without a name of their own: "a spokesman for the mayor", "the union", "workers at Acme"."""
        words = _without_after([token.lower for token in spoken.tokens[head.first : head.last]])
        noun = words[-1]
        shown = spoken.words(phrase.first, phrase.last)
        if noun not in PEOPLE_SPEAKING and not beside:
            called = self.named_so(noun) if words[0] == "the" else None
            if called is not None:
                return self.speaker(called, (called.speaks_for,), shown, carried=True)
            return self.nameless(words, noun, shown) if human(noun) or noun in _GROUPS else None
        complement = self._complement_of(spoken, head, inside, noun)
        if complement is not None and complement.lexical and human(noun) and not beside:
            return self.nameless(words, noun, shown)  # "Nurses at 22 hospitals in Portugal" are not Portugal
        called = self.again(noun) if words[0] == "the" and len(words) == 2 and complement is None else None
        if called is not None and not beside:
            return self.speaker(called, (called.speaks_for,), shown, carried=True)
        where = head.last < phrase.last and spoken.tokens[head.last].lower in w.IN_PLACES
        if beside:
            who = beside[0].entity
            rest = [token.lower for token in spoken.tokens[head.last : phrase.last]]
            return self._role_beside(who, words, noun, complement, shown, [] if where else rest)
        if noun in w.VOICES and head.last < phrase.last and spoken.tokens[head.last].lower in {"on", "to"}:
            return self._on_page(spoken, Span(first=head.last + 1, last=phrase.last), inside, shown)
        of_named = self._of_named(spoken, head, words, complement, shown) if complement is not None else None
        if of_named is not None:
            return of_named if isinstance(of_named, Speaker) else None
        rest = [token.lower for token in spoken.tokens[head.last + 1 : phrase.last]]
        if (
            complement is None
            and noun in _WATCHING
            and words[0] == "the"
            and spoken.words(head.last, head.last + 1) == "of"
        ):
            watch = self.entities.body(" ".join([*words[1:], "of", *rest]).capitalize())
            return self.speaker(watch, (watch,), shown)  # "the chief inspector of prisons"
        on = noun in _PART and spoken.words(head.last, head.last + 1) == "on"  # "the opposition group on the council"
        found = self.nameless(words, noun, shown) if on else None
        found = self._of_complement(words, rest, shown) if rest and not (where or on) else found
        if found is not None or noun in _NAMELESS:
            return found
        own = w.DETERMINERS if noun in w.SPOKES else w.DETERMINERS | w.FIELDS - w.BODIES - w.UNIONS
        staff = noun in w.STAFF and words[0] in {"a", "an"} and self.since <= 1 and self.same_paragraph
        staff = staff or (noun in {"official", "aide"} and words[0] == "an" and bool(self.before))
        if (noun in w.SPOKES or staff) and all(word in own for word in words[:-1]):
            here = [one for one in self.before if one.person is False]
            main = self.heads()
            body = main or (here[-1] if here else self._office_before(spoken, phrase) or self.near_body())
            return self.speaker(body, (body.speaks_for,), shown, carried=True) if body is not None else None
        office = self.office(words, None) if noun not in w.UNIONS else None
        if office is not None:
            return Speaker(who=office.who, parties=office.parties, shown=shown, sure=not self.either_state(office))
        if noun in w.VAGUE and words[0] not in {"the", "a", "an"}:
            return None
        if noun in w.PUBLIC and words[0] == "the" and spoken.tokens[head.last - 1].text.islower():
            holder = self.anaphor(words) or self.entities.body(" ".join(words[1:]).capitalize())
            return self.speaker(holder, (holder.speaks_for,), shown)
        return self._meant(words, noun, shown)

    def _of_named(
        self, spoken: Spoken, head: Span, words: Sequence[str], complement: Entity, shown: str
    ) -> "Speaker | bool | None":
        """Resolve a role by whom it is of: "workers at Acme", "the ministry in Accra"; False where that is nobody known."""
        noun = words[-1]
        place = not complement.lexical and _lives(spoken, head, noun)
        if noun in {"government", "army", "military"}:
            complement.kinds.add("state")
        if spoken.tokens[head.last].lower in {"in", "to"}:
            state = self._state_in(words, noun, complement, place=place)
            if state is not None:
                return self.speaker(state, (state,), shown) if isinstance(state, Entity) else False
        if place and noun in _GENERAL:
            return None
        if human(noun) and words[0] in {"a", "an", "one", "another"} and noun not in w.LAWYERS | w.ORG_ROLES | w.SPOKES:
            return False  # "one driver at Crewe": somebody without a name speaks for nobody else.
        return self.speaker(complement, (complement.speaks_for,), shown)

    def _complement_of(self, spoken: Spoken, head: Span, inside: Sequence[Named], noun: str) -> Entity | None:
        """Return whom a role is of: who is named after it, but not where that is only a place ("a court in Osk")."""
        after = next((one for one in inside if one.first >= head.last), None)
        found = after.entity if after is not None else None
        if after is not None and human(noun) and spoken.tokens[after.last].lower in _EVENTS:
            return None  # "families of the Osk Air crash"
        if found is None or spoken.tokens[head.last].lower not in w.IN_PLACES | {"from", "on"}:
            return found
        if noun in w.VOICES and spoken.tokens[head.last].lower == "from":
            return found  # "a statement from Acme"
        body = found.person is False and not is_state(found) and bool(found.kinds or found.lexical)
        return found if body or noun in w.STATE_NOUNS | w.MISSIONS | _GENERAL else None

    def _on_page(self, spoken: Spoken, where: Span, inside: Sequence[Named], shown: str) -> Speaker | None:
        """Resolve "a post on the campaign's Facebook page", "a statement on its website": whose page it is."""
        marks = w.POSSESSIVES | w.POSSESSIVE_PRONOUNS
        at = next((i for i in range(where.first, where.last) if spoken.tokens[i].lower in marks), None)
        if at is None:
            return None
        owner = next((one.entity for one in inside if one.last == at), None) or self._owner(spoken, where, at)
        return self.speaker(owner, (owner.speaks_for,), shown) if owner is not None else None

    def _office_before(self, spoken: Spoken, phrase: Span) -> Entity | None:
        """Return whose office the sentence spoke of before: "Mr Keld's office declined, but a spokeswoman said"."""
        words = [token.lower for token in spoken.tokens[: phrase.first]]
        owned = any(words[i] in w.POSSESSIVES and words[i + 1] == "office" for i in range(1, len(words) - 1))
        return self.before[-1].speaks_for if owned and self.before else None

    def _state_in(self, words: Sequence[str], noun: str, where: Entity, *, place: bool) -> "Entity | bool | None":
        """Return the state of "the ministry in Accra", "an embassy spokesman in Accra"; False where none is known."""
        seat = self.seat_of(where.name) or where.speaks_for
        if set(words) & w.MISSIONS:
            states = [one for one in reversed(self.entities.recent) if is_state(one)]
            return next((one for one in states if one is not seat), False)
        if place and noun in {"ministry", "department"}:
            return seat if is_state(seat) else False
        return None

    def _of_complement(self, words: Sequence[str], rest: Sequence[str], shown: str) -> Speaker | None:
        """Resolve "a spokesman for the mayor", "lawyers for the plaintiffs" by what follows the role."""
        if words[-1] in w.BODIES | w.GROUPS and (human(rest[-1]) or words[-1] in {"union", "guild"}) and len(rest) < 4:
            name = " ".join([*(t for t in words if t not in w.DETERMINERS), "of", *rest]).capitalize()
            group = self.entities.body(name)
            return self.speaker(group, (group,), shown)  # "a group of relatives"
        if rest[-1] == "office" and set(rest) & w.POSSESSIVES:
            rest = [word for word in rest[:-1] if word not in w.POSSESSIVES]
        body = self.anaphor(rest) or (self.group(rest) if set(words) & (w.LAWYERS | w.SPOKES) else None)
        if body is not None:
            return self.speaker(body, (body.speaks_for,), shown)
        office = self.office(rest, None)
        if (
            office is None
            and words[-1] in w.BODIES - w.COMPANIES - w.STATE_NOUNS
            and len(rest) < 4
            and "".join(rest).isalpha()
        ):
            # "the chamber of crafts"
            kind = self.entities.body(
                " ".join([*(t for t in words if t not in w.DETERMINERS), "of", *rest]).capitalize()
            )
            return self.speaker(kind, (kind,), shown)
        return Speaker(who=office.who, parties=office.parties, shown=shown) if office is not None else None

    def _meant(self, words: Sequence[str], noun: str, shown: str) -> Speaker | None:
        """Resolve "the union", "a college spokeswoman" by what went before; else a group or a body without a name."""
        person = noun in w.PERSON_ROLES
        modifiers = (word for word in words[:-1] if word in (w.BODIES | w.TEAMS) - {"business"})
        modifier = next(modifiers, None) if person else None
        found = self.body_before(words) if person else None
        if found is None and modifier is None and noun not in w.SPOKES | w.LAWYERS:
            found = self.anaphor(words)
        if found is None and modifier is not None:
            if not self.history:
                return None
            found = self.entities.body(modifier.capitalize())
        if found is not None:
            meant = self.speaker(found, (found.speaks_for,), shown, carried=True)
            own = next((word for word in reversed(words) if word in w.BODIES | w.TEAMS), noun) if person else noun
            return meant if self.certainly(own, found) else replace(meant, sure=False)
        return self.nameless(words, noun, shown)

    def _role_beside(
        self, who: Entity, words: Sequence[str], noun: str, complement: Entity | None, shown: str, rest: Sequence[str]
    ) -> Speaker:
        if noun in w.BODIES and not (who.gender and human(noun)):  # "the baker, Ravi Odell"
            who.kinds.add(noun)
            who.person = False
            return self.speaker(who, (who.speaks_for,), who.name)
        if who.person is False:
            return self.speaker(who, (who.speaks_for,), who.name)  # "A spokeswoman for the developer, Acme Homes,"
        who.person = True
        who.gender = who.gender or gender_of_role(words)
        self.opposed(who, words)
        if self._themselves(words, noun, complement):
            return self.speaker(who, (who.speaks_for,), shown)
        if who.party is None and complement is not None:
            who.party = complement.speaks_for
        if who.party is None:
            office = self.office([*words, *rest, *who.roles], who)
            who.party = office.parties[0] if office else None
        if who.party is None and words[0] in {"its", "their", "the"}:
            who.party = self.last_body() if words[0] != "the" else self.anaphor(words[:-1])
        who.party = who.party or self.body_before(words) or self._of_described(rest)
        if who.party is None and noun in w.ORG_ROLES and len(words) == 2:
            who.party = self.near_body()
        return self.speaker(who, (who.speaks_for,), shown)

    def _themselves(self, words: Sequence[str], noun: str, complement: Entity | None) -> bool:
        """Tell whether a role's holder speaks for nobody else: a trade, a former office, a seat in a parliament."""
        if set(words) & w.FORMER:
            return True
        if noun in w.OF_A_PLACE | w.MEMBERS:
            return complement is None or is_state(complement) or not surely(complement)
        return human(noun) and noun not in w.LAWYERS | w.ORG_ROLES

    def _of_described(self, rest: Sequence[str]) -> Entity | None:
        """Return the body in "the head of the rescue centre", known before or only as that."""
        if rest[:1] not in (["of"], ["for"]) or rest[1:2] not in (["the"], ["a"], ["an"]):
            return None
        last = next((i for i, word in enumerate(rest) if i > 1 and word in w.PREPOSITIONS), len(rest))
        body = [word for word in rest[1:last] if word.isalpha()]
        if len(body) < 2 or set(body) & (w.CHAMBERS | {"house"}):
            return None
        return self.anaphor(body) or self.entities.body(" ".join(body[1:]).capitalize())


def _without_after(words: Sequence[str]) -> Sequence[str]:
    """Return the words without those that follow the noun that they describe: "the player concerned"."""
    last = len(words)
    while last > 1 and words[last - 1] in _AFTER:
        last -= 1
    hall = words[last - 1] == "hall" and last > 1 and words[last - 2] in {"town", "city", "county"}
    return ["the", "council"] if hall else words[:last]  # "the town hall said"


def _lives(spoken: Spoken, head: Span, noun: str) -> bool:
    """Tell whether the word after the noun makes what follows a place: "officials in Osk", "residents of Osk"."""
    word = spoken.tokens[head.last].lower
    return word == "in" or (word in {"of", "near"} and noun in {"residents", "villagers", "people", "inhabitants"})
