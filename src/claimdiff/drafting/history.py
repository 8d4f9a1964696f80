"""Who had the word before, and the party that an office alone makes known."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from claimdiff.drafting import words as w
from claimdiff.drafting.entities import Entities, Entity
from claimdiff.drafting.kinds import bodily, is_state

_NEAR = 2
"""For how many sentences a body that spoke is still who a role without a body belongs to."""

_MINISTRIES = frozenset({"minister", "ministers", "ministry", "secretary", "department"})


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


class History:
    """Remembers who spoke, and whose an office is."""

    def __init__(self, entities: Entities) -> None:
        """Start with nobody having spoken."""
        self.entities = entities
        self.last: Speaker | None = None
        self.history: list[Speaker] = []
        self.focus: list[Entity | None] = []
        self.before: list[Entity] = []
        self.after: list[Entity] = []
        self.placed: list[Entity] = []
        self.topic: Entity | None = None
        self.subject: Entity | None = None
        self.since = 0
        self.same_paragraph = False
        self.led_by: Entity | None = None
        self.about: Entity | None = None
        self.said_here: Entity | None = None
        self.heads: Callable[[], Entity | None] = lambda: None
        self.nested = False
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

    def office(self, words: Sequence[str], who: Entity | None) -> Speaker | None:
        """Return the party that an office alone makes known: prosecution, defence, court, government and so on."""
        lower = _office_words(words)
        ministry = bool(set(lower) & _MINISTRIES)
        for party, nouns in w.OFFICE_PARTIES.items():
            if not any(word in nouns for word in lower) or (
                party == "defence" and not _of_a_trial(lower, ministry=ministry)
            ):
                continue
            if party == "police" and "police" not in lower and set(lower) & w.UNIONS:
                continue
            if party == "court" and set(lower) & {"secretary", "minister", "ministry", "department", "undersecretary"}:
                continue
            if party == "police" and "sheriff" in lower:
                body = self.entities.containing("sheriff's") or self.entities.containing("sheriff’s")
                body = body or self.entities.body("Sheriff's Office")
                return Speaker(who=who or body, parties=(body,), shown="")
            body = self.entities.containing(party) if party in {"police", "government"} else None
            if (
                party == "government"
                and lower[-1] in {"ministry", "department"}
                and len(set(lower) - w.DETERMINERS) == 1
            ):
                named = self.entities.containing(lower[-1])
                body = named if named is not None and lower[-1] in {part.lower() for part in named.tokens} else body
            if body is None and party == "government":
                body = self.government()
            if party == "court":
                body = self._court(lower)
            body = body.speaks_for if body is not None else self.entities.body(party.capitalize())
            return Speaker(who=who or body, parties=(body,), shown="")
        return None

    def either_state(self, found: Speaker) -> bool:
        """Tell whether "the ministry" may be another state's: several have spoken, and the one found not just now."""
        states = {id(party) for party in self._spoke() if is_state(party)}
        now = self.last is not None and self.since <= 1 and found.parties[0] in self.last.parties
        return is_state(found.parties[0]) and len(states) > 1 and not now

    def _court(self, words: Sequence[str]) -> Entity | None:
        """Return the court that has spoken by its name, where one alone has: "Mr Justice Lee" sits on it."""
        named = {id(e): e for e in self._spoke() if "court" in {part.lower() for part in e.tokens[1:]}}
        return next(iter(named.values())) if len(named) == 1 and "court" not in words else None

    def government(self) -> Entity | None:
        """Return whose government is meant: that of the state that has the word, the one that spoke before, else a state's."""
        main = self.heads()
        if main is not None and is_state(main):
            return main
        goes_on = self.since == 0 and self.same_paragraph
        spoke = next((party for party in self._spoke() if party.name == "Government"), None)
        led = self.led_by is not None
        return self._state_speaking() if goes_on or led or spoke is None else spoke

    def _state_speaking(self) -> Entity | None:
        """Return the state that had the word last: in its news "the prime minister" is that state's."""
        found = self.last.parties[0] if self.last else None
        if self.led_by is not None:
            return self.led_by
        if self.about is not None and is_state(self.about):
            return self.about
        if self.subject is not None and is_state(self.subject):
            return self.subject
        if found is not None and "state" in found.kinds:
            return found
        # Offices without a nation are mostly those of the state that the news is from.
        return next((party for party in self._spoke() if is_state(party)), None)

    def opposed(self, who: Entity, words: Sequence[str]) -> None:
        """Learn that an opposition's leader speaks for no state, also where the lexicon knows the name."""
        party = who.party
        if "opposition" in words and "party" not in words and (party is None or is_state(party)):
            who.person, who.party = True, self.entities.body("Opposition")

    def forces(self) -> Entity | None:
        """Return the armed body, or the state whose forces, had the word just now: officers without a body's name are its."""
        for spoke in reversed(self.history[-4:]):
            words = set(spoke.shown.lower().split())
            party = spoke.parties[0]
            armed = bool({*party.kinds, *map(str.lower, party.tokens)} & w.ARMED)
            own = armed or (is_state(party) and bool(words & (w.FORCES | w.ARMS)))
            if len(spoke.parties) == 1 and (own or words & {"army", "military"}):
                return party
        return None

    def _spoke(self) -> list[Entity]:
        return [party for speaker in self.history for party in speaker.parties]

    def speaker(self, who: Entity, parties: tuple[Entity, ...], shown: str = "", *, carried: bool = False) -> Speaker:
        """Return a speaker; ``shown`` is the name unless given."""
        return Speaker(who=who, parties=parties, shown=shown or who.name, carried=carried, sure=who.certain)


def _of_a_trial(words: Sequence[str], *, ministry: bool) -> bool:
    """Tell whether "defence" is that of an accused: alone, or with its lawyers; no ministry's, no "civil defence agency"."""
    told = [word for word in words if word not in w.DETERMINERS]
    return not ministry and (
        len(told) == 1 or bool(set(told) & (w.LAWYERS | {"defending", "team", "case", "barrister", "side"}))
    )


def _office_words(words: Sequence[str]) -> list[str]:
    """Return the words that tell an office: without those of a union's, a club's or a council's."""
    lower = [word.lower() for word in words]
    if any(one in w.POLICY and other in {"department", "office"} for one, other in pairwise(lower)):
        lower.append("government")
    if ("district", "attorney") in pairwise(lower):
        lower.append("prosecutor")
    if ("general" in lower and "secretary" in lower) or set(lower) & {"candidate", "contender", "hopeful", "nominee"}:
        return []
    policy = any(one in w.POLICY and other == "secretary" for one, other in pairwise(lower)) or "state" in lower
    dropped = {"secretary"} if not policy and len(lower) > 1 else set()
    dropped |= {"cabinet"} if "member" in lower else set()
    return [word for word in lower if word not in dropped]
