"""Resolve bodies that are known by where they stand: "the Tyrolean chamber of commerce", "the finance ministry in Paris"."""

from collections.abc import Sequence

from claimdiff.drafting import words as w
from claimdiff.drafting.actors import Named
from claimdiff.drafting.history import Speaker
from claimdiff.drafting.kinds import is_state
from claimdiff.drafting.phrases import Spoken
from claimdiff.drafting.roles import Roles
from claimdiff.drafting.subjects import Span

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
        if not own or len(names) > 1 or not unknown or tokens[head.first].lower != "the" or " " in place.name:
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
