"""Resolve phrases with a possessive: "Moscow's spokesman", "the riders' union", "its chief executive, Jo Lee"."""

from collections.abc import Sequence
from dataclasses import replace

from claimdiff.drafting import words as w
from claimdiff.drafting.affiliations import Affiliations
from claimdiff.drafting.entities import Entity
from claimdiff.drafting.history import Speaker
from claimdiff.drafting.kinds import classes, is_state
from claimdiff.drafting.named import Named
from claimdiff.drafting.people import human
from claimdiff.drafting.phrases import Spoken
from claimdiff.drafting.subjects import Span

PEOPLE_SPEAKING = w.PERSON_ROLES | w.ARMED | w.BODIES | w.VOICES | w.TITLES | w.ARMS | w.STATE_NOUNS
_BODIES = (w.COMPANIES | w.BODIES | w.TEAMS | w.UNIONS) - w.EITHER


_PLACES = frozenset("country nation state city town province region county island".split())
"""What a body of its own may be the possession of: "the country's Accident Investigation Branch"."""


def _has_people(body: Entity) -> bool:
    """Tell whether a person in a body's possession speaks for it: "Greenpeace's Jo Lee", not "Rovers' Jo Lee"."""
    kinds = classes(body)
    return bool(kinds) and "team" not in kinds and not is_state(body)


class Owners(Affiliations):
    """Finds whose words those are that stand in somebody's possession."""

    def _owned(  # noqa: PLR0911 - one return for each case
        self, spoken: Spoken, head: Span, inside: Sequence[Named], beside: Sequence[Named]
    ) -> "Speaker | bool | None":
        """Resolve "Moscow's spokesman", "Mr Sobol's sister, Ewa Sobol"; False where it is a thing that is owned."""
        tokens = spoken.tokens
        taken = {i for one in inside for i in range(one.first, one.last)}
        places = [i for i in range(head.first, head.last) if tokens[i].lower in w.POSSESSIVES and i not in taken]
        owned = places[-1] if places else None
        if owned is None and tokens[head.first].lower in w.POSSESSIVE_PRONOUNS:
            owned = head.first
        if owned is None or owned + 1 >= head.last:
            return None
        rest = [token.lower for token in tokens[owned + 1 : head.last]]
        if _opposite(rest, next((one.first - owned - 1 for one in inside if one.last == head.last), len(rest))):
            return self._counterpart([one for one in inside if one.first > owned], beside)
        after = [
            one
            for one in [*(i for i in inside if i.first > owned and i.last == head.last), *beside]
            if not one.adjective
        ]
        name = after[0] if after else None
        own = self._own_party(spoken, head, rest, name, inside, lone=name is not None and name.first == owned + 1)
        if own is not None:
            return own
        if set(rest) & w.SUPERLATIVES and name is None and not set(rest) & w.ORG_ROLES:
            return False  # "Canada's largest teachers' federation": another than Canada.
        next_to = next((one.entity for one in inside if one.last == owned), None)
        within = next((one.entity for one in inside if one.last <= owned), None) if not places[1:] else None
        people = tokens[owned - 1].lower if owned > head.first else ""
        plural = next_to is None and people.endswith("s") and rest[-1] in w.UNIONS
        if plural and human(people):
            within = None  # "the Swiss farmers' union" is no union of Switzerland
        known = None if plural and tokens[owned].text in {"'", "’"} else self._owner(spoken, head, owned)
        owner = next_to or within or known
        body = next((word for word in reversed(rest) if word in w.UNIONS | w.BODIES), None)
        if owner is None and body is not None:
            return self._body_of(spoken, head, name, body)
        if owner is None:
            owner = self._owner_unknown([token.lower for token in tokens[head.first : owned]], rest)
        if owner is None:
            return self.office(rest, name.entity if name else None) or self._own_role(rest, name) or False
        who = name.entity if name else owner
        if who is not owner:
            who.person = True if who.person is None else who.person
            who.party = who.party or owner.speaks_for
        found = self.speaker(who, (owner.speaks_for,), spoken.words(head.first, head.last))
        pointed = next_to is None and within is None and tokens[head.first].lower in {"its", "their"}
        return replace(found, sure=False) if pointed and self.doubtful(owner.speaks_for) else found

    def _owner_unknown(self, words: Sequence[str], rest: Sequence[str]) -> Entity | None:
        """Return the body of "the association's president", the group of "the families' lawyer": known only as that."""
        if set(rest) & (w.LAWYERS | w.SPOKES):
            plural = words[-1:] and words[-1].endswith("s") and words[-1] not in w.BODIES
            group = self.group(words) or (self.entities.body(words[-1].capitalize()) if plural else None)
            if group is not None:
                return group
        role = rest[-1] in w.PERSON_ROLES or bool(set(rest) & w.ORG_ROLES)
        if not words or not role or words[-1] not in w.BODIES - w.COMPANIES or self.office(words, None) is not None:
            return None
        found = self.nameless(words, words[-1], "")
        return found.parties[0] if found is not None else None

    def _counterpart(self, inside: Sequence[Named], beside: Sequence[Named]) -> "Speaker | bool":
        """Resolve "her Brazilian counterpart", "his opposite number, Jo Lee": another state's, or the opposition's."""
        nation = next((one.entity for one in inside if one.adjective or one.entity.person is False), None)
        last = self.last.parties[0].name if self.last is not None else ""
        party = nation.speaks_for if nation is not None else None
        own = next((one.entity for one in inside if one.entity.name.lower() in w.POLITICAL), None)
        party = party or own  # "His Conservative shadow, Jo Lee"
        if party is None and last == "Government":
            party = self.entities.body("Opposition")
        named = [one.entity for one in (*inside, *beside) if one.entity is not nation and not one.adjective]
        who = named[0] if named else party
        if who is None:
            return False
        who.party = who.party or (party if party is not who else None)
        return self.speaker(who, (who.speaks_for,), who.name)

    def _own_role(self, rest: Sequence[str], name: Named | None) -> Speaker | None:
        """Resolve "the quarry's owner, Jo Lee", where nothing more is known of the quarry."""
        if name is None or name.entity.person is False or not rest or rest[-1] not in w.PERSON_ROLES:
            return None
        who = name.entity
        who.person = True
        who.party = who.party or (self.near_body() if rest[-1] in w.ORG_ROLES else None)
        return self.speaker(who, (who.speaks_for,), who.name)

    def _own_party(  # noqa: PLR0911 - one return for each case
        self,
        spoken: Spoken,
        head: Span,
        rest: Sequence[str],
        name: Named | None,
        inside: Sequence[Named],
        *,
        lone: bool,
    ) -> "Speaker | bool | None":
        """Resolve those who are somebody's and speak for themselves; False for a thing, None where they speak for the owner."""
        private = w.PRIVATE | w.OCCUPATIONS - w.LAWYERS - w.ORG_ROLES - w.EITHER
        kin = bool(set(rest) & w.FAMILY) and rest[-1] not in w.BODIES  # no "sister company"
        if kin or (name is not None and set(rest) & private and not set(rest) & w.ORG_ROLES):
            who = name.entity if name else Entity(name=spoken.words(head.first, head.last), person=True)
            who.person = True
            return self.speaker(who, (who,))
        if name is None:
            another = bool(set(rest) & {"sister", "rival", "twin"}) and not kin
            return None if not another and (rest[-1] in PEOPLE_SPEAKING | w.VAGUE or human(rest[-1])) else False
        who = name.entity
        noun = rest[-1]
        if name.last == head.last and len(rest) > name.last - name.first:
            noun = next(iter(rest[-1 - (name.last - name.first) :]), noun)
        body = noun in _BODIES or (noun in w.EITHER | w.APART and who.person is False)
        if who.person is not True and body:
            who.person = False
            who.kinds |= {noun} & (w.BODIES | w.TEAMS | w.UNIONS)
            return self.speaker(who, (who.speaks_for,))
        if set(rest) & w.OF_A_PLACE:
            who.person = True
            return self.speaker(who, (who,))
        place = spoken.tokens[name.first - 2].lower if name.first > 1 else ""
        if lone and name.last == head.last and who.person is False and place in _PLACES:
            return self.speaker(who, (who.speaks_for,))  # "the country's Accident Investigation Branch"
        if lone and name.last == head.last and who.person is not False:
            # "Britain's Laura Muirhead" speaks for herself.
            who.person = True
            owner = next((one.entity for one in inside if one.last == name.first - 1), None)
            unknown = owner is not None and owner.person is None and self.politics
            if owner is not None and (unknown or (owner.person is False and _has_people(owner))):
                who.party = who.party or owner.speaks_for
            return self.speaker(who, (who.speaks_for,))
        return None

    def _body_of(self, spoken: Spoken, head: Span, name: Named | None, body: str) -> Speaker:
        """Resolve "the riders' union", "the farmers' union NFU": a body of its own, under its name where it has one."""
        owned = [token.lower for token in spoken.tokens[head.first : head.last]]
        office = self.office([body] if body != "office" else owned, None) if body not in w.UNIONS else None
        if office is not None and name is None:
            return office
        led = spoken.tokens[head.first].lower in w.DETERMINERS | w.POSSESSIVE_PRONOUNS
        shown = spoken.words(head.first + led, head.last)
        who = name.entity if name else self.entities.body(shown[0].upper() + shown[1:])
        who.person = False
        who.kinds.add(body)
        return self.speaker(who, (who.speaks_for,), who.name)

    def _owner(self, spoken: Spoken, head: Span, owned: int) -> Entity | None:
        words = [token.lower for token in spoken.tokens[head.first : owned + 1]]
        if words[0] in w.POSSESSIVE_PRONOUNS:
            if words[0] in {"its", "their"}:
                return self.about or self.said_here or self.last_body()
            here = [one for one in self.before if one.person is True]
            if here:
                return here[-1]
            found = self.pronoun("he" if words[0] == "his" else "she")
            return found.who if found else None
        return self.anaphor([word for word in words if word not in w.POSSESSIVES])


def _opposite(rest: Sequence[str], ends: int) -> bool:
    """Tell whether the words up to a name mean one of another side: "Peruvian counterpart Ana Sol", "opposite number"."""
    return rest[ends - 1] in {"counterpart", "counterparts", "shadow"} or rest[ends - 2 : ends] == [
        "opposite",
        "number",
    ]
