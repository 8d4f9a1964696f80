"""Who had the word before, and whom "he", "the firm" or "the witness" therefore means."""

from collections.abc import Sequence

from claimdiff.drafting import words as w
from claimdiff.drafting.entities import Entity
from claimdiff.drafting.history import Speaker
from claimdiff.drafting.kinds import bodily, classes, is_state, is_union, may_be_company, trades
from claimdiff.drafting.people import human
from claimdiff.drafting.pronouns import Pronouns

_VAGUE_BODIES = w.COMPANIES | frozenset(
    "group party body office service services department ministry leadership side court campaign officials forces troops "
    "authorities army military negotiators diplomats government delegation agency jury".split()
)
"""Nouns that do not tell which body it is, where the text has not said before."""

_MINISTRIES = frozenset({"ministry", "department"})
_ANY_BODY = frozenset("department force agency office authority organisation organization charity group body".split())


_PLAIN = (
    w.LOCAL_FIELDS
    | w.SUPERLATIVES
    | frozenset(
        "state national regional local federal provincial independent new own same public government governing".split()
    )
)
"""Words before a body's noun that do not tell it from another."""


_HOLDERS = frozenset(
    "official aide spokesman spokeswoman spokesperson diplomat adviser minister source insider".split()
)
"""People without a name who are called so again: "the official added" after "a senior Turkish official said"."""
_COUNCILS = frozenset(
    "council city town county borough municipality township parish district canton prefecture".split()
)
_WATCHERS = frozenset("analyst economist strategist".split())
_ADJECTIVES = frozenset("former retired young old elderly veteran senior ex trainee junior".split())


class Antecedents(Pronouns):
    """Resolves what refers back to those who had the word."""

    def nameless(self, words: Sequence[str], noun: str, shown: str) -> Speaker | None:
        """Return a group that speaks without a name ("residents said"): a party of its own."""
        named = [word for word in words if word not in w.DETERMINERS]
        named = named[2:] if named[:1] == ["-"] and len(named) > 2 else named  # "the three-member panel"
        known = len(named) > 1 or (noun in w.BODIES | w.STATE_NOUNS and noun not in _VAGUE_BODIES)
        if (noun in w.BODIES or len(named) == 1) and known and words[0] in {"the", "a", "an"} and named:
            body = self.entities.body(" ".join(named).capitalize())
            body.kinds.add(noun)
            return Speaker(who=body, parties=(body,), shown=shown, sure=False)
        plural = noun.endswith(("s", "men", "women")) or noun in {"police", "people", "family", "staff", "management"}
        if not plural or noun in w.VAGUE | {"experts", "analysts", "officials", "leaders", "critics"}:
            return None
        if noun.endswith(("ologists", "ographers", "icists", "onomists")):
            return None  # "geologists believe": a trade without a name is nobody's.
        if noun == "workers" and set(words) & {"aid", "relief", "rescue", "humanitarian"}:
            return None
        if words[0] in {"some", "many", "several", "most", "all", "other", "no"}:
            return None
        own = noun in w.CALLED_GROUPS and len(named) < 4 and all(word.isalpha() for word in named)
        body = self.entities.body(" ".join(named).capitalize() if own else noun.capitalize())
        return Speaker(who=body, parties=(body,), shown=shown, sure=False)

    def body_before(self, words: Sequence[str]) -> Entity | None:
        """Return the body that a noun before a role means: "a college spokeswoman", "the union's officials"."""
        for i, word in enumerate(words[:-1]):
            if (
                word in w.BODIES | w.TEAMS | w.UNIONS | w.ARMED | w.STATE_NOUNS | w.STANDS_FOR.keys()
                and word not in w.PERSON_ROLES - w.GROUPS
                and (word, words[-1]) != ("business", "leaders")
            ):
                return self.anaphor(words[max(0, i - 1) : i + 1])
        return None

    def group(self, words: Sequence[str]) -> Entity | None:
        """Return the group of people that somebody speaks for: "lawyers for the plaintiffs", "the families' solicitor"."""
        noun = next((word for word in reversed(words) if word in w.GROUP_PEOPLE | {"family", "couple"}), None)
        return self.entities.body(noun.capitalize()) if noun else None

    def anaphor(self, words: Sequence[str]) -> Entity | None:  # noqa: PLR0911 - one return for each case
        """Return whom "the union", "the firm", "the witness", "the statement" means, from what went before."""
        noun = next((word for word in reversed(words) if word not in w.DETERMINERS), "")
        armed = next((word for word in words if word in w.ARMED), None)
        noun = armed if armed is not None and noun in {"group", "army", "forces", "alliance"} else noun
        if noun not in w.BODIES | w.VOICES and (named := self.named_so(noun)) is not None:
            return named
        if noun in w.RULINGS and "court" in {party.name.lower() for party in self._spoke()}:
            return self.entities.body("Court")
        if noun in w.VOICES:
            return self.last.parties[0] if self.last else None
        known = self._of_lexicon(words)
        if known is not None:
            return known
        if noun in w.BODIES | w.TEAMS | w.ARMED:
            found = self._body_meant(noun)
            return found if found is None or not self._another(words, noun, found) else None
        if noun in {"witness", "defendant"}:
            offices = set(w.OFFICE_PARTIES)
            people = [
                s.who for s in reversed(self.history) if s.who.person and s.parties[0].name.lower() not in offices
            ]
            return people[0] if people else None
        if noun in w.STATE_NOUNS and words[0] in w.DETERMINERS | {noun}:
            return self._state_meant(noun)
        return self._person_meant(noun) if noun in w.PERSON_ROLES | w.TITLES else None

    def named_so(self, noun: str) -> Entity | None:
        """Return the body whose name ends in a noun that is no common one for bodies: "the refinery" for "Osk Refinery"."""
        if noun in w.PERSON_ROLES | w.STATE_NOUNS or human(noun) or not noun:
            return None
        bodies = (
            e for e in reversed(self.entities.recent) if e.person is not True and not e.lexical and len(e.tokens) > 1
        )
        return next((e.speaks_for for e in bodies if e.tokens[-1].lower() == noun), None)

    def _another(self, words: Sequence[str], noun: str, found: Entity) -> bool:
        """Tell whether the words before a body's noun tell another body than the one found: "the food safety authority"."""
        telling = [word for word in words if word.isalpha() and word not in w.DETERMINERS | _PLAIN and word != noun]
        bodies = ({part.lower() for part in found.tokens} | found.kinds) & (w.BODIES | {"state"}) - {"institution"}
        league = noun in {"association", "federation", "alliance"} and noun not in bodies
        if league and telling:
            return not any(word[:4] in found.name.lower() for word in telling)
        known = found is self.subject or (bool(found.lexical) and not found.kinds & {"state", "company"})
        if known or noun in w.COMPANIES | w.UNIONS | w.TEAMS | w.ARMED or not telling or noun in bodies:
            return False
        if not (bodies or may_be_company(found)):
            return False
        name = {part.lower()[:4] for part in (*found.tokens, *found.kinds)}
        return not any(word[:4] in name for word in telling)

    def principals(self, noun: str) -> Speaker | None:
        """Return the two parties that "both" or "the two companies" means: of their kind those that the text names most."""
        bodies = [e for e in self.entities.all if e.person is False and e.count and e.speaks_for is e]
        states = [e for e in bodies if is_state(e)]
        firms = [e for e in bodies if may_be_company(e)]
        leagues = [e for e in bodies if e.lexical and "organisation" in e.kinds]
        alike = firms if noun.removesuffix("s") in w.COMPANIES or noun == "companies" else [*states, *leagues]
        if len(alike) < 2:
            alike = [] if noun in w.PAIRS - {"sides", "parties"} else firms
        most = sorted(alike, key=lambda e: -e.count)[:3]
        if len(most) < 2 or (len(most) == 3 and most[1].count == most[2].count):
            return None
        return Speaker(who=most[0], parties=tuple(most[:2]), shown="")

    def again(self, noun: str) -> Entity | None:
        """Return the party of who spoke just before and was called so: "the ministry" after "Norway's defence ministry"."""
        if noun not in w.STATE_NOUNS | w.ARMED | _HOLDERS:
            return None
        called = (s for s in reversed(self.history[-3:]) if s.shown.lower().split()[-1:] == [noun])
        return next((s.parties[0] for s in called if len(s.parties) == 1), None)

    def _state_meant(self, noun: str) -> Entity | None:
        """Return the state that "the army" or "the ministry" belongs to; none where forces may be those of several."""
        alike = [noun, *(("army", "military") if noun in w.FORCES else ())]
        found = next((e for e in map(self.entities.containing, alike) if e is not None), None)
        states = {id(party) for party in self._spoke() if is_state(party)}
        if found is not None or (noun in w.FORCES and len(states) > 1):
            return found
        office = self.office(["government"], None)
        return office.parties[0] if office is not None and office.parties[0] in self._spoke() else None

    def _person_meant(self, noun: str) -> Entity | None:
        """Return the person of that role who spoke, else who was named with it."""
        people = [s.who for s in reversed(self.history) if s.who.person is not False and _has_role(s, noun)]
        named = [e for e in reversed(self.entities.recent) if e.person and noun in e.roles]
        if not people and named and named[0].party is None and noun == "president":
            named[0].party = self._state_speaking()
        return next(iter([*people, *named]), None)

    def _of_lexicon(self, words: Sequence[str]) -> Entity | None:
        """Return the body of the lexicon that a noun stands for, where the text has it: "the bloc", "the commission"."""
        name = w.STANDS_FOR.get(words[-1]) or w.STANDS_FOR.get(" ".join(words[-2:])) if words else None
        if name is None or self.entities.containing(words[-1]) is not None:
            return None
        return next((entity for entity in self.entities.all if entity.lexical == name), None)

    def _body_meant(self, noun: str) -> Entity | None:
        found = self.entities.containing(noun)
        if found is not None:
            return found.speaks_for
        if noun in w.UNIONS:
            spoke = [p for s in reversed(self.history) for p in s.parties if p.lexical and "organisation" in p.kinds]
            own = [p for s in reversed(self.history) for p in s.parties if is_union(p)]
            return next(
                (entity for entity in [*reversed(self.entities.recent), *own, *spoke] if is_union(entity)), None
            ) or next(iter(spoke), None)
        alike = self._alike(noun)
        if alike is not None:
            return alike
        if noun in w.COMPANIES:
            return self._company_called(noun)
        return self._body_speaking() if noun in _ANY_BODY else None

    def _alike(self, noun: str) -> Entity | None:
        """Return the body of the noun's kind that the text speaks of: "the watchdog" for a commission, "the club"."""
        kinds = {kind for kind, nouns in w.CLASSES.items() if noun in nouns} if noun != "council" else {"state"}
        subject = [self.subject] if self.subject is not None else []
        spoke = [p for s in reversed(self.history[-8:]) for p in s.parties]
        named = [e for e in reversed(self.entities.recent) if e.person is not True]
        near = [e for e in [*subject, *spoke[:2]] if e.person is not True and not is_state(e)]
        candidates = [*near, *spoke, *named]
        if kinds:
            ministries = set() if noun in _MINISTRIES else _MINISTRIES
            alike = (e for e in candidates if not ministries & {part.lower() for part in e.tokens})
            if noun == "council":
                alike = (e for e in alike if ({part.lower() for part in e.tokens} | e.kinds) & _COUNCILS)
            found = next((e for e in alike if kinds & classes(e)), None)
            if found is not None:
                return found
            if noun in w.LOOSE:
                return next((e for e in near if not classes(e) and not e.kinds & w.COMPANIES), None)
        return None

    def _body_speaking(self) -> Entity | None:
        """Return the body that had the word last, for a noun that may be any body's ("the department")."""
        spoke = (p for s in reversed(self.history) for p in s.parties)
        return next((p for p in spoke if p.person is False and not p.lexical and not is_union(p)), None)

    def last_person(self) -> Entity | None:
        """Return the person of whom the text speaks: "the Swede", "the 31-year-old", "the midfielder"."""
        person = self.focus[-1] if self.focus else None
        if person is None or person.person is False:
            return None
        person.person = True
        return person

    def _company_called(self, noun: str) -> Entity | None:
        """Return the company that "the airline" means: none that is known to be something else ("the planemaker")."""
        found = self.recent_company()
        if not trades({noun}) or found is None:
            return found
        if trades(found.kinds) and not trades(found.kinds) & trades({noun}):
            spoke = [p for s in reversed(self.history) for p in s.parties]
            known = [*spoke, *reversed(self.entities.recent)]
            alike = [e for e in known if may_be_company(e) and bodily(e)]
            own = [e for e in alike if trades({noun, *e.kinds}) == trades(e.kinds)]
            found = next(iter([*own, *(e for e in alike if not trades(e.kinds))]), None)
        elif found.person is False:
            found.guessed |= {noun} - found.kinds
            found.kinds.add(noun)
        return found

    def certainly(self, noun: str, found: Entity) -> bool:
        """Tell whether a noun surely means a body or a person: it is so called, or the only one of that kind."""
        known = (found.kinds | found.roles | {part.lower() for part in found.tokens}) - found.guessed
        if known & {noun, noun.removesuffix("s")} or found.lexical:
            return True
        if noun in w.COMPANIES and not trades({noun}):
            near = [*self.entities.recent, *(e for e in self.before if e not in self.placed)]
            firms = {id(e.speaks_for) for e in near if e.person is not True and may_be_company(e)}
            return len(firms) == 1
        unions = {id(e.speaks_for) for e in self.entities.recent if is_union(e)}
        return noun in {"union", "unions"} and is_union(found) and len(unions) < 2

    def called(self, words: Sequence[str]) -> Entity | None:
        """Return the one person that the text has called so: "the bookkeeper", "the retired postman"."""
        noun = words[-1]
        plain = words[0] == "the" and len(words) in (2, 3) and noun not in w.OFFICE_HOLDERS | w.GROUPS | {"president"}
        if not plain or noun.endswith("s") or not set(words[1:-1]) <= _ADJECTIVES:
            return None
        people = [e for e in reversed(self.entities.recent) if e.person and noun in e.roles]
        return people[0] if people and (len(people) == 1 or noun not in w.ORG_ROLES) else None

    def recent_company(self) -> Entity | None:
        """Return the company that "the firm" means: one called so just before, one that spoke, else one named."""
        spoke = [p for s in reversed(self.history) for p in s.parties if may_be_company(p) and not _watches(s)]
        watching = [p for s in self.history for p in s.parties if _watches(s) and p not in spoke]
        before = [e for e in self.before if e not in self.placed]  # "filed in Delaware's Court of Chancery"
        here = next((e for e in reversed(before) if e.person is not True and may_be_company(e)), None)
        here = here or (self.topic if self.topic is not None and may_be_company(self.topic) else None)
        if here is not None and here not in (*self.after, *watching):
            return here
        apposed = [e for e in reversed(self.entities.recent) if e.kinds & w.COMPANIES and not e.lexical]
        other = [e for e in reversed(self.entities.recent) if e.person is False and may_be_company(e)]
        found = (
            [*apposed[:1], *spoke[:1]] if apposed and apposed[0] in self.entities.recent[-4:] else [*spoke, *apposed]
        )
        # "The company says Kroger broke it": another than Kroger.
        known = [e for e in (*found, *other, *([here] if here is not None else [])) if e not in watching]
        return next((e for e in known if e not in self.after), next(iter(known), None))


def _has_role(speaker: Speaker, noun: str) -> bool:
    return noun in speaker.who.roles or noun in speaker.shown.lower().split()


def _watches(speaker: Speaker) -> bool:
    """Tell whether a body has spoken only through those who look at others: "analysts at Hale Bank"."""
    return bool({word.removesuffix("s") for word in speaker.shown.lower().split()} & _WATCHERS)
