"""Learn from a text who speaks for whom: "the union's general secretary, Ruth Calder", "Mark Desmond, defending"."""

from collections.abc import Sequence

from claimdiff.drafting import words as w
from claimdiff.drafting.actors import Named
from claimdiff.drafting.beside import Beside, named_in
from claimdiff.drafting.entities import Entity
from claimdiff.drafting.kinds import bodily
from claimdiff.drafting.phrases import Spoken
from claimdiff.drafting.subjects import Span, Subject

_OF_LAW = frozenset({"police", "court", "prosecution", "defence"})


class Affiliations(Beside):
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
        if before == ["president"]:
            # Of a state: that of a body has its name ("Acme president Jo Lee").
            who.person, who.party = True, self.government()
            return who
        if set(before) & w.ORG_ROLES and not set(before) & w.OCCUPATIONS:
            here = {id(one): one for one in self.before if bodily(one) and one.lexical == ""}
            body = next(iter(here.values())) if len(here) == 1 else self.near_body() or self._known_company()
            if body is not None and "state" not in body.kinds:
                who.person, who.party, who.certain = True, body, False
        return who

    def _introduced_by_office(self, who: Entity, subject: Subject) -> bool:
        """Tell whether a full name follows on its office: "The transport secretary insists … Gareth Munroe told MPs"."""
        last = self.last
        if (
            last is None
            or (last.who.person and last.who in self.entities.all)
            or len(who.tokens) < 2
            or who in self.entities.recent
            or subject.beside
        ):
            return False
        words = last.shown.lower().split()
        singular = bool(words) and words[-1] in w.PERSON_ROLES - w.GROUPS and not words[-1].endswith("s")
        if singular:
            who.person, who.party, who.certain = True, last.parties[0], False
        return singular
