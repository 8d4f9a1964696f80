"""Learn from a text who speaks for whom: "the union's general secretary, Ruth Calder", "Mark Desmond, defending"."""

from collections.abc import Sequence

from claimdiff.drafting import words as w
from claimdiff.drafting.beside import Beside, named_in
from claimdiff.drafting.entities import Entity
from claimdiff.drafting.kinds import bodily, is_state
from claimdiff.drafting.named import Named
from claimdiff.drafting.phrases import Spoken
from claimdiff.drafting.subjects import Span, Subject

_OF_LAW = frozenset({"police", "court", "prosecution", "defence"})
_KNOWN_FIRST = w.FIELDS | w.FIRST_ADJECTIVES | w.ORG_ROLES | w.PERSON_ROLES | w.DETERMINERS


class Affiliations(Beside):
    """Finds the party that somebody named speaks for, and remembers it."""

    def affiliation(
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
        others = [one for one in named_in(named, phrase) if one.entity is not who and not one.adjective]
        if set(before) & w.PERSON_ROLES and not others:
            self.opposed(who, before)
        told = {t.lower for span in subject.beside for t in spoken.tokens[span.first : min(span.last, span.first + 5)]}
        if (
            who.lexical
            and who.party is not None
            and is_state(who.party)
            and ((told | set(before)) & w.RIVALS or set(before) & w.FORMER)
        ):
            who.party = None
            return who
        if who.party is not None or who.person is False:
            return who
        of = any(one.last == phrase.last and one.first >= names[-1].last for one in named_in(named, phrase))
        spans = [span for span in subject.beside if not (of and _says_what_body(spoken, span))]
        if any(self._beside(spoken, who, span, named) for span in spans):
            return who
        taken = {i for one in names for i in range(one.first, one.last)}
        loose = {word for i, word in enumerate(before, names[-1].first - len(before)) if i not in taken}
        member = before[-1:] == ["member"] and len(before) > 1 and before[-2] in w.BODIES
        if loose & w.FORMER or member:
            who.person = True
            return who
        complement = [one for one in named_in(named, phrase) if one.entity is not who and one.first >= names[-1].last]
        of_body = self._of_body(spoken, who, names, phrase) if not complement else None
        if of_body is not None:
            who.person, who.party = True, of_body
            return who
        head = [one for one in names if one.entity is not who and not loose & (w.PRIVATE | w.PLAYERS | w.FAMILY)]
        in_place = bool(complement) and spoken.tokens[complement[0].first - 1].lower in w.IN_PLACES
        bodies = self.bodies(spoken, head) + ([] if in_place else self.bodies(spoken, complement))
        party = self._of_body_or_office(who, bodies if before or complement else [], before)
        if party is not None:
            who.person, who.party = True if who.person is None else who.person, party
        elif (
            set(before) <= w.TITLES
            and set(before[-1:]) & w.RANKS
            and not complement
            and (forces := self.forces()) is not None
        ):
            who.person, who.party, who.certain = True, forces, False
        elif before or complement or not self._introduced_by_office(who, subject):
            self._by_role_alone(spoken, who, before, names[-1].first - len(before))
        return who

    def _of_body(self, spoken: Spoken, who: Entity, names: Sequence[Named], phrase: Span) -> Entity | None:
        """Return the body of "Jo Lee of the union", which the text has named before."""
        words = [token.lower for token in spoken.tokens[names[-1].last : phrase.last]]
        if names[-1].entity is not who or len(words) < 3 or words[0] not in {"of", "from", "for"} or words[1] != "the":
            return None
        found = self.anaphor(words[1:]) if words[-1] in w.BODIES | w.UNIONS | w.TEAMS else None
        return found.speaks_for if found is not None else None

    def _of_body_or_office(self, who: Entity, bodies: Sequence[Entity], before: Sequence[str]) -> Entity | None:
        """Return the party of the body that is named with somebody, or of their office; the law's offices come first."""
        office = self.office([*before, *who.roles], who)
        name = office.parties[0].name.lower() if office is not None else ""
        if office is not None and name == "sheriff's office" and bodies:
            office.parties[0].name = f"{bodies[0].name} Sheriff's Office"
        law = name in _OF_LAW or ("sheriff" in name and "sheriff" in who.roles)
        if bodies and not (law and not any(_OF_LAW & {part.lower() for part in body.tokens} for body in bodies)):
            return bodies[0].speaks_for
        return office.parties[0] if office is not None else None

    def _by_role_alone(self, spoken: Spoken, who: Entity, before: Sequence[str], start: int) -> None:
        """Learn the party of somebody with a role and no body's name: "union leader", "regional officer"."""
        if before[:1] in (["a"], ["an"]):
            who.person = True  # "a commander calling himself Fabian": nothing tells of whose.
            return
        if before[1:2] == ["-"] and before[0] in {"co", "vice"}:
            before, start = before[2:], start + 2
        party = next((t for t in spoken.tokens[start : start + len(before)] if t.lower in w.POLITICAL), None)
        if party is not None and party.text[0].isupper() and set(before) & (w.PERSON_ROLES | w.OF_A_PLACE):
            who.person, who.party = True, self.entities.body(party.text)
            return
        unionist = "general" in before and "secretary" in before
        bodies = w.BODIES | w.TEAMS | w.STATE_NOUNS | w.ARMED - w.PERSON_ROLES
        noun = "union" if unionist else next((word for word in reversed(before) if word in bodies), None)
        body = self._modified(spoken, noun, before, start) if noun else None
        if body is not None or noun in w.UNIONS:
            # No other body's, where the text has no union: "union leader Jo Lee".
            who.person, who.party = True, body.speaks_for if body is not None else None
        elif start == 0 and len(before) > 1 and before[0] not in _KNOWN_FIRST and spoken.tokens[0].text[0].isupper():
            who.person = True  # "Montreux coach": the first word may be a body's name or none.
        elif set(before) <= w.SPOKES | {"its"} and self._ministry_before(spoken, start):
            who.person, who.party = (
                True,
                self.government(),
            )  # "At the briefing of the Foreign Ministry, spokesperson Jo Lee"
        elif list(before) == ["president"] and not self._speaks_on(spoken.tokens[start].text):
            # Of a state: that of a body has its name ("Acme president Jo Lee").
            who.person, who.party = True, self.government()
        elif (set(before) & (w.ORG_ROLES | {"president"}) or set(before[:1]) & w.UNDERTAKINGS) and not set(
            before
        ) & w.OCCUPATIONS:
            here = {id(one): one for one in self.before if bodily(one) and one.lexical == ""}
            body = next(iter(here.values())) if len(here) == 1 else self.near_body() or self._known_company()
            if body is not None and "state" not in body.kinds:
                who.person, who.party, who.certain = True, body, False

    def _ministry_before(self, spoken: Spoken, start: int) -> bool:
        """Tell whether a ministry that is not told from others', and no other body, is named before a spokesperson."""
        words = {token.lower for token in spoken.tokens[:start]}
        others = any(bodily(one) and one.person is False for one in self.before)
        return bool(words & {"ministry", "presidency", "chancellery"}) and not others and self.government() is not None

    def _speaks_on(self, role: str) -> bool:
        """Tell whether a body that is no state spoke just before, whose "president Jo Lee" then is."""
        spoke = self.last.parties[0] if self.last is not None and self.since <= 1 else None
        return (
            role.islower()
            and spoke is not None
            and bodily(spoke)
            and not is_state(spoke)
            and spoke.name != "Government"
        )

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


def _says_what_body(spoken: Spoken, span: Span) -> bool:
    """Tell whether words between commas say what a body is: the last of "Jo Lee of Finance Watch, a campaign group"."""
    words = {token.lower for token in spoken.tokens[span.first : span.last]}
    article = spoken.tokens[span.first].lower in {"a", "an", "the"} if span.first < span.last else False
    return article and bool(words & (w.BODIES | w.UNIONS)) and not words & (w.PERSON_ROLES - w.GROUPS)
