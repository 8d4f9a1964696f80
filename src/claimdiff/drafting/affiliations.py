"""Learn from a text who speaks for whom: "the union's general secretary, Ruth Calder", "Mark Desmond, defending"."""

from collections.abc import Sequence

from claimdiff.drafting import words as w
from claimdiff.drafting.actors import Named
from claimdiff.drafting.antecedents import Antecedents, bodily
from claimdiff.drafting.entities import Entity
from claimdiff.drafting.phrases import Spoken
from claimdiff.drafting.subjects import Span, Subject


_OF_LAW = frozenset({"police", "court", "prosecution", "defence"})


class Affiliations(Antecedents):
    """Finds the party that somebody named speaks for, and remembers it."""

    def affiliation(  # noqa: PLR0911 - one return for each case
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
        if any(self._beside(spoken, who, span, named) for span in subject.beside):
            return who
        taken = {i for one in names for i in range(one.first, one.last)}
        start = names[-1].first - len(before)
        loose = {word for i, word in enumerate(before, start) if i not in taken}
        if loose & w.FORMER:
            who.person = True
            return who
        private = loose & (w.PRIVATE | w.PLAYERS)
        head = [one for one in names if one.entity is not who and not private]
        complement = [one for one in named_in(named, phrase) if one.entity is not who and one.first >= names[-1].last]
        in_place = bool(complement) and spoken.tokens[complement[0].first - 1].lower in w.IN_PLACES
        bodies = self.bodies(spoken, head) + ([] if in_place else self.bodies(spoken, complement))
        office = self.office([*before, *who.roles], who)
        of_law = office is not None and office.parties[0].name.lower() in _OF_LAW
        if (
            bodies
            and of_law
            and office is not None
            and not any(_OF_LAW & {t.lower() for t in b.tokens} for b in bodies)
        ):
            who.person, who.party = True, office.parties[0]
            return who
        if bodies and (before or complement):
            who.person, who.party = True, bodies[0].speaks_for
            return who
        office = self.office([*before, *who.roles], who)
        if office is not None:
            who.party = office.parties[0]
            who.person = True if who.person is None else who.person
            return who
        if not before and not complement and self._introduced_by_office(who, subject):
            return who
        unionist = "general" in before and "secretary" in before
        noun = "union" if unionist else next((word for word in reversed(before) if word in w.BODIES | w.TEAMS), None)
        body = self._modified(spoken, noun, before, names[-1].first - len(before)) if noun else None
        if body is not None:
            who.person, who.party = True, body.speaks_for
            return who
        strange = (
            start == 0
            and len(before) > 1
            and before[0] not in w.FIELDS | w.FIRST_ADJECTIVES | w.ORG_ROLES | w.PERSON_ROLES
        )
        strange = strange and spoken.tokens[0].text[0].isupper() and before[0] not in w.DETERMINERS
        if strange:
            who.person = True
            return who
        if set(before) & w.ORG_ROLES and not set(before) & w.OCCUPATIONS:
            body = self.near_body() or self._known_company()
            if body is not None and "state" not in body.kinds:
                who.person, who.party, who.certain = True, body, False
        return who

    def _modified(self, spoken: Spoken, noun: str, before: Sequence[str], first: int) -> Entity | None:
        """Return the body of a noun before a role: one of its own where a capital describes it ("Conservative group leader")."""
        at = len(before) - 1 - before[::-1].index(noun) if noun in before else 0
        if at and spoken.tokens[first + at - 1].text[0].isupper() and before[at - 1] not in w.DETERMINERS:
            body = self.entities.body(spoken.words(first + at - 1, first + at + 1))
            body.kinds.add(noun)
            return body
        return self.anaphor([noun])

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

    def _introduced_by_office(self, who: Entity, subject: Subject) -> bool:
        """Tell whether a full name follows on its office: "The transport secretary insists … Gareth Munroe told MPs"."""
        last = self.last
        if last is None or (last.who.person and last.who in self.entities.all) or len(who.tokens) < 2 or who in self.entities.recent or subject.beside:
            return False
        words = last.shown.lower().split()
        singular = bool(words) and words[-1] in w.PERSON_ROLES - w.GROUPS and not words[-1].endswith("s")
        if singular:
            who.person, who.party, who.certain = True, last.parties[0], False
        return singular

    def _beside(self, spoken: Spoken, who: Entity, span: Span, named: Sequence[Named]) -> bool:
        """Learn who somebody is from what stands beside the name: "prosecuting", "the firm's head of operations".

        Tell whether that gave a party.
        """
        words = [token.lower for token in spoken.tokens[span.first : span.last]]
        if not words or _tells_no_party(words):
            return False
        ends = next((i for i, word in enumerate(words) if word in w.PREPOSITIONS or word in w.POSSESSIVES), len(words))
        if set(words[:ends]) & w.FORMER:
            who.person = True
            return False
        if set(words[:ends]) & (w.FAMILY | w.PRIVATE | w.OCCUPATIONS | w.PLAYERS | w.FORMER) and not set(
            words[:ends]
        ) & (w.ORG_ROLES | w.LAWYERS):
            who.person = True
            return False
        within = [one for one in named_in(named, span) if one.entity is not who]
        role = any(word in w.PERSON_ROLES for word in words) or (words[0] == "who" and words[1] in w.LEADS)
        if words[0] in w.COMPANIES | {"a", "the"} and not role and set(words[:3]) & w.BODIES:
            who.kinds |= set(words[:3]) & w.BODIES
            who.person = False
            return False
        if words[0].isdigit():
            who.person = True
        if set(words[:ends]) & w.APART or (within and words[-1] in w.APART):
            return False
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
        if party is None and role and not within:
            party = self._complement(words)
        if words[0] in {"of", "from"} and party is not None and not _surely(party):
            who.person, party = True, None
        if party is None or not (role or words[0] in {"of", "for", "from", "representing", "speaking", "acting"}):
            office = self.office(words[:4], who)
            party = office.parties[0] if office else None
        if party is None and role and words[0] in {"the", "its", "their"}:
            party = self.body_before(words) if words[0] == "the" else self.last_body()
        if party is None and (
            words[0] in w.ORG_ROLES | {"managing"} or (words[0] == "the" and set(words[1:3]) & w.ORG_ROLES)
        ):
            party = self.near_body() or self._known_company()
        if party is not None:
            who.person, who.party = True, party.speaks_for
        return party is not None


def _surely(body: Entity) -> bool:
    """Tell whether a name after "of" is a body's, not a place's ("Harold Pike, of Ludden")."""
    return bool(body.lexical or body.kinds or {part.lower() for part in body.tokens} & w.NAME_BODIES)


def _tells_no_party(words: Sequence[str]) -> bool:
    """Tell whether words beside a name only say what somebody does or where ("speaking in Leeds", "who left")."""
    if words[0] == "who" and len(words) > 2 and words[1] in w.LEADS:
        return False
    if words[0] in {"speaking", "acting"}:
        return "for" not in words and "behalf" not in words
    doing = words[0].endswith("ing") and words[0] not in {
        "prosecuting",
        "defending",
        "representing",
        "leading",
        "mitigating",
        "speaking",
        "acting",
    }
    return doing or words[0] in {"who", "which", "whose"} or words[0] in w.PREPOSITIONS - {"of", "for", "from"}


def named_in(named: Sequence[Named], span: Span) -> list[Named]:
    """Return those that are named within the span."""
    return [one for one in named if span.first <= one.first and one.last <= span.last]
