"""Learn who somebody is from what stands beside the name: "prosecuting", "head of the machinery association VMB"."""

from collections.abc import Sequence

from claimdiff.drafting import words as w
from claimdiff.drafting.antecedents import Antecedents
from claimdiff.drafting.entities import Entity
from claimdiff.drafting.kinds import bodily
from claimdiff.drafting.named import Named
from claimdiff.drafting.phrases import Spoken
from claimdiff.drafting.subjects import Span
from claimdiff.language.reading import Token

_EXPERTS = frozenset(
    "analyst expert economist researcher scientist professor strategist consultant broker adviser".split()
)
"""Roles after which "of" tells for whom somebody works, not where they live."""

_DOING = frozenset("prosecuting defending representing leading mitigating speaking acting".split())
"""Words in -ing beside a name that tell for whom somebody speaks."""


_SITES = frozenset(
    "site plant factory mine works depot mill yard pit quarry store warehouse terminal smelter refinery".split()
)
_KNOWN_AS = frozenset("identified named known name".split())


class Beside(Antecedents):
    """Finds the bodies that words beside or before a name mean."""

    def _beside(self, spoken: Spoken, who: Entity, span: Span, named: Sequence[Named]) -> bool:
        """Learn who somebody is from what stands beside the name: "prosecuting", "the firm's head of operations".

        Tell whether that gave a party.
        """
        words = [token.lower for token in spoken.tokens[span.first : span.last]]
        if words[:2] == ["who", "has"] and words[2:3] and words[2] in w.LEADS | {"run"}:
            words = ["who", *words[2:]]  # "who has run the company for years"
        if not words or _tells_no_party(words):
            return False
        within = [one for one in named_in(named, span) if one.entity is not who]
        seat = next((i for i, word in enumerate(words[:4]) if word in w.OF_A_PLACE), None)
        if seat is not None:
            who.person = True
            within = [one for one in within if one.last <= span.first + seat]
            if not within:
                return False
        if words[0] == "who" and words[1] in w.LEADS:
            closed = w.PREPOSITIONS - {"of", "for"}
            ends = next((i for i, word in enumerate(words) if i > 1 and word in closed), len(words)) + 1
            within = [one for one in within if one.first < span.first + ends]  # "who has run it with her husband Len"
            within = [one for one in within if not (self.near_body() and _at_site(spoken, one))]
        role = any(word in w.PERSON_ROLES for word in words) or (words[0] == "who" and words[1] in w.LEADS)
        if self._for_themselves(words, who, role=role, within=bool(within)):
            return False
        party = self._named_beside(spoken, words, within, role=role)
        if words[0] in {"of", "from"} and party is not None and not (surely(party) or who.roles & _EXPERTS):
            who.person, party = True, None
        if party is None or not (role or words[0] in {"of", "for", "from", "representing", "speaking", "acting"}):
            office = self.office(words[:4], who)
            party = office.parties[0] if office else None
        if party is None and role and words[0] in {"the", "a", "an", "its", "their"}:
            party = self.last_body() if words[0] in {"its", "their"} else self.body_before(words)
        if party is None and words[0] in {"a", "an"} and set(words[1:]) <= w.SPOKES and words[1:]:
            party = self.near_body()  # "says Jo Lee, a spokeswoman"
        leads = words[0] in w.ORG_ROLES | {"managing"} or (words[0] == "the" and bool(set(words[1:3]) & w.ORG_ROLES))
        thing = len(words) > 2 and words[1] in w.UNDERTAKINGS and words[2] in w.POSSESSIVES
        leads = leads or (words[0] == "who" and words[1] in w.LEADS and bool(set(words) & _SITES))
        if party is None and (leads or (thing and role)):
            party = self.near_body() or self._known_company()
        if party is not None:
            who.person, who.party = True, party.speaks_for
        return party is not None

    def _for_themselves(self, words: Sequence[str], who: Entity, *, role: bool, within: bool) -> bool:
        """Tell whether the words beside a name give no party: an age, a trade, a former office, what body it is itself."""
        ends = next((i for i, word in enumerate(words) if word in w.PREPOSITIONS or word in w.POSSESSIVES), len(words))
        head = set(words[:ends])
        private = head & (w.FAMILY | w.PRIVATE | w.OCCUPATIONS | w.PLAYERS) and not head & (w.ORG_ROLES | w.LAWYERS)
        if private or head & w.FORMER:
            who.person = True
            return True
        if words[0] in w.COMPANIES | {"a", "the"} and not role and set(words[:3]) & w.BODIES:
            who.kinds |= set(words[:3]) & w.BODIES
            who.person = False
            return True
        if words[0].isdigit():
            who.person = True
        return bool(head & w.APART) or (within and words[-1] in w.APART)

    def _named_beside(
        self, spoken: Spoken, words: Sequence[str], within: Sequence[Named], *, role: bool
    ) -> Entity | None:
        """Return the party that words beside a name name: a body, a lawyer's client, a group, "its"."""
        lawyer = words[0] == "representing" or (role and bool(set(words[:4]) & w.LAWYERS))
        party = next(iter(self.bodies(spoken, within)), None)
        if lawyer and within and (party is None or party.person is None):
            party = within[0].entity
        if words[0] in w.IN_PLACES or (within and spoken.tokens[within[0].first - 1].lower in w.IN_PLACES and role):
            party = None
        if party is None and lawyer:
            party = self.group(words)
        if words[0] in {"its", "their"} and role:
            party = self.last_body()
        if party is None and (role or words[0] == "for") and not within:
            party = self._complement(words)
        if party is None and words[0] == "who" and words[1] in w.LEADS:
            party = self._led(words)
        return party

    def _led(self, words: Sequence[str]) -> Entity | None:
        """Return the body of "who heads the island's fishing cooperative", known before or only as that."""
        ends = next((i for i, word in enumerate(words) if i > 1 and word in w.PREPOSITIONS | {"and", ","}), len(words))
        if words[2:3] and words[2] in {"its", "their"}:
            return self.last_body()
        bodies = (w.BODIES | w.UNIONS) - {"inquiry", "inquest", "panel", "committee", "group", "campaign"}
        last = max((i for i in range(2, ends) if words[i] in bodies), default=0)
        owner = max((i for i in range(2, last) if words[i] in w.POSSESSIVES), default=1)
        if words[1] in {"runs", "owns", "ran"} and words[2] in {"a", "an"}:
            return None  # "who runs a nursery in Leeds": a trade, not a body that the text speaks of
        body = [word for word in words[owner + 1 : last + 1] if word not in w.DETERMINERS | w.POSSESSIVE_PRONOUNS]
        if not body:
            return None
        known = self.anaphor(["the", *body])
        if known is None and len(body) == 1:
            return None  # "who has run the shop": nothing tells which.
        return known or self.entities.body(" ".join(body).capitalize())

    def bodies(self, spoken: Spoken, named: Sequence[Named]) -> list[Entity]:
        """Return the bodies among those named, those by name before those by a nationality ("the German association VMB").

        A nationality before another body than a state's names a body of its own: "the German machinery association".
        """
        found = [one for one in named if one.entity.person is not True]
        solid = [one.entity for one in found if not one.adjective]
        tokens = spoken.tokens
        nations = []
        for one in found:
            last = one.last
            while one.adjective and last < len(tokens) and tokens[last].text[0].islower():
                if tokens[last].lower in w.PERSON_ROLES | w.PREPOSITIONS | w.BODIES | w.UNIONS:
                    break
                last += 1
            noun = tokens[last].lower if one.adjective and last < len(tokens) else ""
            if (
                "state" in one.entity.kinds
                and noun in (w.BODIES | w.UNIONS) - w.STATE_NOUNS - w.PERSON_ROLES
                and one.first > 0
            ):
                definite = one.first > 0 and tokens[one.first - 1].lower == "the"
                meant = self.anaphor([noun]) if definite and noun in w.COMPANIES | w.TEAMS else None
                if meant is not None:
                    nations.append(meant)
                elif not solid:
                    shown = spoken.words(one.first, last + 1)
                    body = self.entities.body(shown)
                    body.kinds.add(noun)
                    nations.append(body)
            elif one.adjective:
                nations.append(one.entity)
        return [*solid, *nations]

    def _modified(self, spoken: Spoken, noun: str, before: Sequence[str], first: int) -> Entity | None:
        """Return the body of a noun before a role: one of its own after a capital ("Conservative group leader")."""
        at = len(before) - 1 - before[::-1].index(noun) if noun in before else 0
        if at and spoken.tokens[first + at - 1].text[0].isupper() and before[at - 1] not in w.DETERMINERS | w.FIELDS:
            body = self.entities.body(spoken.words(first + at - 1, first + at + 1))
            body.kinds.add(noun)
            return body
        return self.anaphor([noun])

    def _known_company(self) -> Entity | None:
        """Return the company that the text speaks of, where it is surely a body."""
        body = self.recent_company()
        return body if body is not None and bodily(body) else None

    def _complement(self, words: Sequence[str]) -> Entity | None:
        """Return the party in "a spokesman for the army", "the head of the charity"."""
        at = next(
            (i for i, word in enumerate(words) if word in {"for", "of", "at", "with", "to"} and i + 1 < len(words)),
            None,
        )
        if at is None or words[at + 1] not in {"the", "its", "their"}:
            return None
        office = self.office(words[at + 1 :], None)
        return (
            self.body_before(words[at + 1 :])
            or self.anaphor(words[at + 1 :])
            or (office.parties[0] if office else None)
        )


def surely(body: Entity) -> bool:
    """Tell whether a name after "of" is a body's, not a place's ("Harold Pike, of Ludden")."""
    return bool(body.lexical or body.kinds or {part.lower() for part in body.tokens} & w.NAME_BODIES)


def _at_site(spoken: Spoken, one: Named) -> bool:
    """Tell whether a name only tells where a body's site is: "who runs the Osk plant"."""
    after = spoken.tokens[one.last].lower if one.last < len(spoken.tokens) else ""
    plain = not one.entity.lexical and not one.entity.kinds and len(one.entity.tokens) == 1
    return after in _SITES and plain and spoken.tokens[one.first - 1].lower in {"the", "its", "their"}


def _tells_no_party(words: Sequence[str]) -> bool:
    """Tell whether words beside a name only say what somebody does or where ("speaking in Leeds", "who left")."""
    if words[0] == "who" and len(words) > 2 and words[1] in w.LEADS:
        return False
    if words[0] in {"speaking", "acting"}:
        return "for" not in words and "behalf" not in words
    doing = words[0].endswith("ing") and words[0] not in _DOING
    return doing or words[0] in {"who", "which", "whose"} or words[0] in w.PREPOSITIONS - {"of", "for", "from"}


def named_in(named: Sequence[Named], span: Span) -> list[Named]:
    """Return those that are named within the span."""
    return [one for one in named if span.first <= one.first and one.last <= span.last]


def apposed(tokens: Sequence[Token], named: Sequence[Named], span: Span) -> Named | None:
    """Return whom the words between commas name: "Jo Lee", "the ferry line Baltica", "Austria's Seilwerk Tirol".

    None where a name only stands in a clause or after a preposition there: "who camped in Jerusalem".
    """
    for one in named:
        if one.first < span.first or one.last > span.last:
            continue
        before = [token.lower for token in tokens[span.first : one.first]]
        closed = w.PREPOSITIONS | w.RELATIVE | w.AUXILIARIES | w.SUBORDINATE
        called = before[-1:] in (["named"], ["called"]) or (before[-1:] == ["as"] and bool(_KNOWN_AS & set(before)))
        if any(word in closed for word in before) and not called:
            return None
        if one.last < span.last and tokens[one.last].lower in w.AUXILIARIES:
            return None
        owns = one.last < span.last and tokens[one.last].text in w.POSSESSIVES
        if not one.adjective and not owns:
            return one
    return None
