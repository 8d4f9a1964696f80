"""Who had the word before, and whom "he", "the firm" or "the witness" therefore means."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from claimdiff.drafting import words as w
from claimdiff.drafting.entities import Entities, Entity
from claimdiff.drafting.kinds import bodily, classes, is_state, is_union, may_be_company

_NEAR = 2
"""For how many sentences a body that spoke is still who a role without a body belongs to."""

_MINISTRIES = frozenset({"minister", "ministers", "ministry", "secretary", "department"})
_ANY_BODY = frozenset("department force agency office authority organisation organization charity group body".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Whose words they are: the person or body named (``who``), the parties that it stands for, how sure that is.

    ``shown``: the words for ``attributed_to``. ``carried``: known only from what went before.
    """

    who: Entity
    parties: tuple[Entity, ...]
    shown: str
    carried: bool = False
    sure: bool = True


class Antecedents:
    """Remembers who spoke, and resolves what refers back to them."""

    def __init__(self, entities: Entities) -> None:
        """Start with nobody having spoken."""
        self.entities = entities
        self.last: Speaker | None = None
        self.history: list[Speaker] = []
        self.focus: list[Entity | None] = []
        self.before: list[Entity] = []
        self.topic: Entity | None = None
        self.subject: Entity | None = None
        self.since = 0
        self.same_paragraph = False
        self.led_by: Entity | None = None
        self.about: Entity | None = None
        self.politics = False
        self.seat_of: Callable[[str], Entity | None] = lambda _: None

    def spoke(self, speaker: Speaker) -> None:
        """Note that the speaker had the word; later pronouns may mean them."""
        self.last, self.since = speaker, 0
        self.history.append(speaker)
        if speaker.who.person is not False:
            self.focus.append(speaker.who)

    def last_body(self) -> Entity | None:
        """Return the body that "its" means: the subject of the sentence before, else the party that had the word last."""
        if self.subject is not None:
            return self.subject.speaks_for
        if self.last is not None:
            return self.last.who if self.last.who.person is False else self.last.parties[0]
        return next((one for one in reversed(self.entities.recent) if one.person is False), None)

    def near_body(self) -> Entity | None:
        """Return the body that a role without one belongs to: the last that the text speaks of, if it did so just now."""
        body = self.last_body() if self.subject is not None or self.since <= _NEAR else None
        body = body.speaks_for if body is not None else None
        return body if body is not None and bodily(body) else None

    def nameless(self, words: Sequence[str], noun: str, shown: str) -> Speaker | None:
        """Return a group that speaks without a name ("residents said"): a party of its own."""
        named = [word for word in words if word not in w.DETERMINERS]
        if noun in w.BODIES and len(named) > 1 and words[0] in {"the", "a", "an"}:
            body = self.entities.body(" ".join(named).capitalize())
            body.kinds.add(noun)
            return Speaker(who=body, parties=(body,), shown=shown, sure=False)
        plural = noun.endswith("s") or noun in {"police", "people", "family", "staff", "management"}
        if not plural or noun in w.VAGUE | {"experts", "analysts", "officials", "leaders", "critics"}:
            return None
        if noun == "workers" and set(words) & {"aid", "relief", "rescue", "humanitarian"}:
            return None
        if words[0] in {"some", "many", "several", "most", "all", "other", "no"}:
            return None
        body = self.entities.body(noun.capitalize())
        return Speaker(who=body, parties=(body,), shown=shown, sure=False)

    def body_before(self, words: Sequence[str]) -> Entity | None:
        """Return the body that a noun before a role means: "a college spokeswoman", "the union's officials"."""
        for i, word in enumerate(words[:-1]):
            if (
                word in w.BODIES | w.TEAMS | w.UNIONS | w.ARMED | w.STATE_NOUNS | w.STANDS_FOR.keys()
                and word not in w.PERSON_ROLES - w.GROUPS
            ):
                return self.anaphor(words[max(0, i - 1) : i + 1])
        return None

    def group(self, words: Sequence[str]) -> Entity | None:
        """Return the group of people that somebody speaks for: "lawyers for the plaintiffs", "the families' solicitor"."""
        noun = next((word for word in reversed(words) if word in w.GROUP_PEOPLE), None)
        return self.entities.body(noun.capitalize()) if noun else None

    def office(self, words: Sequence[str], who: Entity | None) -> Speaker | None:
        """Return the party that an office alone makes known: prosecution, defence, court, government and so on."""
        lower = _office_words(words)
        ministry = bool(set(lower) & _MINISTRIES)
        for party, nouns in w.OFFICE_PARTIES.items():
            if not any(word in nouns for word in lower) or (ministry and party == "defence"):
                continue
            body = self.entities.containing(party) if party in {"police", "government"} else None
            if body is None and party == "government":
                body = self.government()
            body = body.speaks_for if body is not None else self.entities.body(party.capitalize())
            return Speaker(who=who or body, parties=(body,), shown="")
        return None

    def government(self) -> Entity | None:
        """Return whose government is meant: that of the state that has the word, the one that spoke before, else a state's."""
        goes_on = self.since == 0 and self.same_paragraph
        spoke = next((party for party in self._spoke() if party.name == "Government"), None)
        led = self.led_by is not None
        return self._state_speaking() if goes_on or led or spoke is None else spoke

    def _state_speaking(self) -> Entity | None:
        """Return the state that had the word last: in its news "the prime minister" is that state's."""
        found = self.last.parties[0] if self.last else None
        if self.led_by is not None:
            return self.led_by
        if self.subject is not None and "state" in self.subject.kinds:
            return self.subject
        if found is not None and "state" in found.kinds:
            return found
        # Offices without a nation are mostly those of the state that the news is from.
        return next((party for party in self._spoke() if is_state(party)), None)

    def anaphor(self, words: Sequence[str]) -> Entity | None:
        """Return whom "the union", "the firm", "the witness", "the statement" means, from what went before."""
        noun = next((word for word in reversed(words) if word not in w.DETERMINERS), "")
        armed = next((word for word in words if word in w.ARMED), None)
        noun = armed if armed is not None and noun in {"group", "army", "forces", "alliance"} else noun
        if noun in w.VOICES:
            return self.last.parties[0] if self.last else None
        known = self._of_lexicon(words)
        if known is not None:
            return known
        if noun in w.BODIES | w.TEAMS | w.ARMED:
            return self._body_meant(noun)
        if noun in {"witness", "defendant"}:
            offices = set(w.OFFICE_PARTIES)
            people = [
                s.who for s in reversed(self.history) if s.who.person and s.parties[0].name.lower() not in offices
            ]
            return people[0] if people else None
        if noun in w.STATE_NOUNS and words[0] in w.DETERMINERS | {noun}:
            return self._state_meant(noun)
        return self._person_meant(noun) if noun in w.PERSON_ROLES | w.TITLES else None

    def again(self, noun: str) -> Entity | None:
        """Return the party of who spoke just before and was called so: "the ministry" after "Norway's defence ministry"."""
        if noun not in w.STATE_NOUNS | w.ARMED:
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

    def _spoke(self) -> list[Entity]:
        return [party for speaker in self.history for party in speaker.parties]

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
            return next(
                (entity for entity in [*reversed(self.entities.recent), *spoke] if is_union(entity)), None
            ) or next(iter(spoke), None)
        alike = self._alike(noun)
        if alike is not None:
            return alike
        if noun in w.COMPANIES:
            return self.recent_company()
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
            found = next((e for e in candidates if kinds & classes(e)), None)
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

    def recent_company(self) -> Entity | None:
        """Return the company that "the firm" means: one called so just before, one that spoke, else one named."""
        here = next((e for e in reversed(self.before) if e.person is not True and may_be_company(e)), None)
        here = here or (self.topic if self.topic is not None and may_be_company(self.topic) else None)
        if here is not None:
            return here
        spoke = [p for s in reversed(self.history) for p in s.parties if may_be_company(p)]
        apposed = [e for e in reversed(self.entities.recent) if e.kinds & w.COMPANIES]
        other = [e for e in reversed(self.entities.recent) if e.person is False and may_be_company(e)]
        found = (
            [*apposed[:1], *spoke[:1]] if apposed and apposed[0] in self.entities.recent[-4:] else [*spoke, *apposed]
        )
        return next(iter([*found, *other]), None)

    def pronoun(self, word: str) -> Speaker | None:
        """Return whom he, she, it or they means."""
        if word in {"he", "she"}:
            for entity in reversed(self.focus):
                if entity is None:
                    return None
                if entity.gender in ("", word) and entity.person is not False:
                    entity.gender = word
                    return self.speaker(entity, (entity.speaks_for,), entity.name, carried=True)
            return None
        about = self.subject or (self._body_about() if word == "it" else None)
        if about is not None:
            return self.speaker(about, (about.speaks_for,), about.name, carried=True)
        if self.last is None or (word == "it" and self.last.parties[0].person is True):
            return None
        return Speaker(who=self.last.who, parties=self.last.parties, shown=self.last.shown, carried=True)

    def _body_about(self) -> Entity | None:
        """Return whom the sentence before named last and spoke of, where that may be a body: nobody is "it"."""
        about = self.focus[-1] if self.focus else None
        if about is None or about.person is not None or about.gender or self.entities.recent[-1:] != [about]:
            return None
        about.person = False
        return about

    def speaker(self, who: Entity, parties: tuple[Entity, ...], shown: str = "", *, carried: bool = False) -> Speaker:
        """Return a speaker; ``shown`` is the name unless given."""
        return Speaker(who=who, parties=parties, shown=shown or who.name, carried=carried, sure=who.certain)


def _office_words(words: Sequence[str]) -> list[str]:
    """Return the words that tell an office: without those of a union's, a club's or a council's."""
    lower = [word.lower() for word in words]
    if any(one in w.POLICY and other in {"department", "office"} for one, other in pairwise(lower)):
        lower.append("government")
    if ("district", "attorney") in pairwise(lower):
        lower.append("prosecutor")
    if "general" in lower and "secretary" in lower:
        return []
    policy = any(one in w.POLICY and other == "secretary" for one, other in pairwise(lower)) or "state" in lower
    dropped = {"secretary"} if not policy and len(lower) > 1 else set()
    dropped |= {"cabinet"} if "member" in lower else set()
    return [word for word in lower if word not in dropped]


def _has_role(speaker: Speaker, noun: str) -> bool:
    return noun in speaker.who.roles or noun in speaker.shown.lower().split()
