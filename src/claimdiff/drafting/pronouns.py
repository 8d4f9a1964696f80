"""Tell whom "he", "she", "it" and "they" mean, and whether that is certain."""

from collections.abc import Sequence
from dataclasses import replace

from claimdiff.drafting import words as w
from claimdiff.drafting.entities import Entity
from claimdiff.drafting.history import History, Speaker
from claimdiff.drafting.named import Named
from claimdiff.drafting.people import human
from claimdiff.language.reading import Token

_CLAUSES = w.SUBORDINATE | w.CONTRAST
"""Words before a clause that goes with the main one: its "she" is mostly the main clause's subject."""
_LEAD = 6
"""Before which word a sentence's subject is named."""
_NEAR = 3
"""How many of those named last may be meant by a pronoun."""


class Pronouns(History):
    """Resolves pronouns."""

    def pronoun(self, word: str) -> Speaker | None:
        """Return whom he, she, it or they means."""
        if word in {"he", "she"}:
            return self._he_or_she(word)
        about = self.subject or (self._body_about() if word == "it" else None)
        if about is not None:
            return self.speaker(about, (about.speaks_for,), about.name, carried=True)
        if self.last is None or (word == "it" and self.last.parties[0].person is True):
            return None
        sure = (
            self.last.sure
            and not (word == "they" and self.last.who.person)
            and (self.since <= 1 or not self._other_body(self.last.parties[0]))
        )
        return Speaker(who=self.last.who, parties=self.last.parties, shown=self.last.shown, carried=True, sure=sure)

    def _he_or_she(self, word: str) -> Speaker | None:
        for entity in reversed(self.focus):
            if entity is None:
                return None
            if entity.gender in ("", word) and entity.person is not False:
                near = self.focus[-_NEAR:]
                rivals = [e for e in near if e is not None and e is not entity and e.gender in ("", word)]
                spoke = self.last is not None and self.since <= 1 and entity is self.last.who
                certain = not rivals or (spoke and (entity.gender == word or entity.person is True))
                entity.gender = word
                found = self.speaker(entity, (entity.speaks_for,), entity.name, carried=True)
                return found if certain else replace(found, sure=False)
        return None

    def doubtful(self, owner: Entity) -> bool:
        """Tell whether "its" may as well mean another body than the owner found: it was itself only guessed."""
        if self.subject is not None and self.subject.speaks_for is owner:
            return False
        spoke = self.last is not None and owner in self.last.parties
        if spoke and self.since <= 1:
            return self.last is not None and not self.last.sure
        return self._other_body(owner)

    def _other_body(self, meant: Entity) -> bool:
        """Tell whether another body than the one meant was named last, which "it" may mean as well."""
        last = next((e.speaks_for for e in reversed(self.entities.recent) if e.person is False), None)
        return last is not None and last is not meant

    def own_subject(self, tokens: Sequence[Token], pronoun: int, named: Sequence[Named]) -> "Speaker | bool | None":
        """Return the person whom the sentence is about, where "she" stands in a clause that goes with it.

        False where that is somebody without a name ("A neighbour wept as she spoke"), None where it is nobody.
        """
        word = tokens[pronoun].lower
        if pronoun == 0 or tokens[pronoun - 1].lower not in _CLAUSES or any(t.text == ":" for t in tokens[:pronoun]):
            return None
        lead = next((one for one in named if not one.adjective), None)
        if lead is not None and (lead.first >= _LEAD or lead.last > pronoun):
            lead = None
        ends = lead.first if lead is not None else min(3, pronoun)
        begins = {token.lower for token in tokens[:ends]}
        if begins & (w.PREPOSITIONS | w.SUBORDINATE | w.AUXILIARIES):
            return None
        if lead is None:
            one = tokens[0].lower in {"a", "an", "another"} and any(human(t.lower) for t in tokens[1:ends])
            return False if one else None
        who = lead.entity
        if who.person is False or who.gender not in ("", word) or tokens[lead.last].text in w.POSSESSIVES:
            return None
        if who.person is None and not who.gender and len(who.tokens) == 1:
            return None
        who.person, who.gender = True, word
        return self.speaker(who, (who.speaks_for,), who.name, carried=True)

    def _body_about(self) -> Entity | None:
        """Return whom the sentence before named last and spoke of, where that may be a body: nobody is "it"."""
        about = self.focus[-1] if self.focus else None
        if about is None or about.person is not None or about.gender or self.entities.recent[-1:] != [about]:
            return None
        about.person = False
        return about
