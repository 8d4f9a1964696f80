"""Resolve bodies that are known by where they stand: "the Tyrolean chamber of commerce", "the finance ministry in Paris"."""

from collections.abc import Sequence

from claimdiff.drafting import words as w
from claimdiff.drafting.beside import named_in
from claimdiff.drafting.history import Speaker
from claimdiff.drafting.kinds import is_state, is_union
from claimdiff.drafting.named import Named
from claimdiff.drafting.phrases import Spoken
from claimdiff.drafting.roles import Roles
from claimdiff.drafting.subjects import Span, Subject

_OF_NAMED = frozenset("board campaign group team side panel inquiry management headquarters party body".split())
"""Nouns for what a body has or is itself: "the Foss board" is Foss."""


class Places(Roles):
    """Finds bodies by a place and what they are there."""

    def local(self, spoken: Spoken, phrase: Span, head: Span, names: Sequence[Named], noun: str) -> Speaker | None:
        """Resolve a body that only stands somewhere: "the Tyrolean chamber of commerce", "the Bristol fire service"."""
        place, tokens = names[0].entity, spoken.tokens
        own = (
            noun
            in (w.BODIES | w.UNIONS | w.PUBLIC)
            - w.COMPANIES
            - w.STATE_NOUNS
            - (w.PERSON_ROLES - w.PUBLIC)
            - w.EITHER
            - _OF_NAMED
        )
        spoke = any(speaker.who is place or place in speaker.parties for speaker in self.history)
        unknown = place.person is None and not place.kinds and not place.lexical and not spoke and not place.gender
        union = noun in {"union", "unions"} and not place.lexical and not is_union(place) and place.person is not True
        named = tokens[head.first].lower == "the" and (union or " " not in place.name)
        if not (own and named) or len(names) > 1 or not (unknown or union):
            return None
        last = phrase.last if tokens[head.last : head.last + 1] and tokens[head.last].lower == "of" else head.last
        words = [token.lower for token in tokens[names[0].last : head.last]]
        office = self.office(words, None) if noun == "office" else None
        body = office.parties[0] if office is not None else self.entities.body(spoken.words(names[0].first, last))
        body.kinds.add(noun)
        return self.speaker(body, (body,), body.name)

    def ministry_in(self, spoken: Spoken, head: Span, phrase: Span, inside: Sequence[Named]) -> Speaker | None:
        """Return the state of "an official at the finance ministry in Paris", where the text names that state."""
        last = phrase.last
        if spoken.tokens[last : last + 1] and spoken.tokens[last].lower == "in":
            last = min(last + 2, len(spoken.tokens))
        rest = [token.lower for token in spoken.tokens[head.last : last]]
        if (
            len(rest) < 4
            or "in" not in rest[1:-1]
            or rest[0] not in {"at", "of", "from", "for"}
            or not set(rest) & w.STATE_NOUNS
        ):
            return None
        at = head.last + len(rest) - rest[::-1].index("in")
        state = self.seat_of(spoken.words(at, last))
        known = next((one.entity.speaks_for for one in inside if one.first == at), None)
        state = state or (known if known is not None and is_state(known) else None)
        return self.speaker(state, (state,), spoken.words(phrase.first, phrase.last)) if state is not None else None

    def role_of_beside(
        self, spoken: Spoken, head: Span, names: Sequence[Named], subject: Subject, named: Sequence[Named]
    ) -> Speaker | None:
        """Resolve "the Liberal health spokesman, Piers Hollin": who stands beside a role that has its body's name."""
        spans = subject.beside[:1]
        tokens = spoken.tokens
        beside = [
            one.entity
            for span in spans
            for one in named_in(named, span)
            if all(token.lower in w.TITLES for token in tokens[span.first : one.first])
        ]
        noun = spoken.tokens[head.last - 1].lower
        if noun not in w.PERSON_ROLES - w.GROUPS or not beside or beside[0].person is False:
            return None
        bodies = self.bodies(spoken, names)
        beside[0].person = True
        beside[0].party = beside[0].party or (bodies[0].speaks_for if bodies else None)
        return self.speaker(beside[0], (beside[0].speaks_for,), spoken.words(head.first, head.last))

    def described(self, spoken: Spoken, head: Span, names: Sequence[Named], noun: str) -> "Speaker | bool | None":
        """Resolve a noun with a nation or a place before it: "French farmers", "the Dutch group", "the Basel firm"."""
        shown = spoken.words(head.first, head.last)
        if spoken.tokens[head.last - 2].lower in w.POLITICAL and noun in w.OF_PARTIES:
            return self.speaker(names[-1].entity, (names[-1].entity.speaks_for,), shown)
        nations = all(one.adjective for one in names)
        if nations and noun in w.GROUP_PEOPLE | w.VAGUE:
            return (self.nameless(["the", noun], noun, shown) or False) if noun in w.GROUP_PEOPLE else False
        meant = next(iter(self.bodies(spoken, names)), None) if nations else None
        if meant is not None and meant is not names[0].entity and noun not in w.COMPANIES:
            return self.speaker(meant, (meant,), meant.name)
        first = names[0].entity
        placed = len(names) == 1 and first.person is None and spoken.tokens[head.first].lower == "the"
        placed = placed and not any(speaker.who is first for speaker in self.history)
        if noun not in w.COMPANIES | w.TEAMS or not (nations or placed):
            return None
        if placed:
            self.before = []
        meant = self.anaphor([noun])
        lexical = noun in w.TEAMS and self.last is not None and bool(self.last.parties[0].lexical)
        if meant is None or meant is first or (nations and lexical):
            return None
        return self.speaker(meant, (meant.speaks_for,), shown, carried=True)
