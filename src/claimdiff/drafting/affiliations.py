"""Learn from a text who speaks for whom: "the union's general secretary, Ruth Calder", "Mark Desmond, defending"."""

from collections.abc import Sequence

from claimdiff.drafting import words as w
from claimdiff.drafting.actors import Named
from claimdiff.drafting.antecedents import Antecedents
from claimdiff.drafting.entities import Entity
from claimdiff.drafting.phrases import Spoken
from claimdiff.drafting.subjects import Span, Subject


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
        private = set(before) & w.PRIVATE
        bodies = [
            one.entity
            for one in names
            if one.entity is not who and one.entity.person is not True and not (private and one.adjective)
        ]
        complement = [
            one.entity for one in named_in(named, phrase) if one.entity is not who and one.first >= names[-1].last
        ]
        bodies += [one for one in complement if one.person is not True]
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
        noun = "union" if unionist else next((word for word in before if word in w.BODIES | w.TEAMS), None)
        body = self.anaphor([noun]) if noun else None
        if body is not None:
            who.person, who.party = True, body.speaks_for
            return who
        if set(before) & {"executive", "chairman", "chairwoman", "chair", "boss", "director", "spokesman", "spokeswoman",
                          "spokesperson", "manager", "president"}:  # fmt: skip
            body = self.recent_company()
            if body is not None:
                who.person, who.party, who.certain = True, body, False
        return who

    def _introduced_by_office(self, who: Entity, subject: Subject) -> bool:
        """Tell whether a full name follows on its office: "The transport secretary insists … Gareth Munroe told MPs"."""
        last = self.last
        if last is None or last.who.person or len(who.tokens) < 2 or who in self.entities.recent or subject.beside:
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
        within = [one for one in named_in(named, span) if one.entity is not who]
        role = any(word in w.PERSON_ROLES for word in words)
        if words[0] in w.COMPANIES | {"a", "the"} and not role and set(words[:3]) & w.BODIES:
            who.kinds |= set(words[:3]) & w.BODIES
            who.person = False
            return False
        if words[0].isdigit():
            who.person = True
        party = next((one.entity for one in within if one.entity.person is not True), None)
        if party is None or not (role or words[0] in {"of", "for", "from", "representing"}):
            office = self.office(words[:4], who)
            party = office.parties[0] if office else None
        if party is None and role and words[0] in {"the", "its", "their"}:
            party = self.anaphor(words[:2]) if words[0] == "the" else self.last_body()
        if party is None and words[0] in {"president", "chief", "chairman", "chairwoman", "ceo", "managing"}:
            party = self.recent_company()
        if party is not None:
            who.person, who.party = True, party.speaks_for
        return party is not None


def _tells_no_party(words: Sequence[str]) -> bool:
    """Tell whether words beside a name only say what somebody does or where ("speaking in Leeds", "who left")."""
    doing = words[0].endswith("ing") and words[0] not in {"prosecuting", "defending", "representing", "leading"}
    return doing or words[0] in {"who", "which", "whose"} or words[0] in w.PREPOSITIONS - {"of", "for", "from"}


def named_in(named: Sequence[Named], span: Span) -> list[Named]:
    """Return those that are named within the span."""
    return [one for one in named if span.first <= one.first and one.last <= span.last]
