"""Hold what carries over from sentence to sentence, and note what sentences without a speaker tell of people and bodies."""

import datetime
import re
from collections.abc import Sequence
from dataclasses import replace

from claimdiff.drafting import words as w
from claimdiff.drafting.actors import Mentions
from claimdiff.drafting.boilerplate import left_out
from claimdiff.drafting.entities import Entities, Entity
from claimdiff.drafting.evidence import evidence
from claimdiff.drafting.frame import Frame
from claimdiff.drafting.further import main_subject
from claimdiff.drafting.history import Speaker
from claimdiff.drafting.joined import join_names
from claimdiff.drafting.named import Named, learn_counterparts
from claimdiff.drafting.namesakes import firm_names
from claimdiff.drafting.phrases import QUOTED, Spoken, begun_by_name, spoken
from claimdiff.drafting.quotations import Quotation, quotations
from claimdiff.drafting.runs import known_names
from claimdiff.drafting.sentences import Sentence, paragraphs, sentences
from claimdiff.drafting.speakers import Speakers
from claimdiff.drafting.subjects import subject_after
from claimdiff.drafting.told import holds
from claimdiff.drafting.transcript import turns
from claimdiff.language.lexicon import Lexicon
from claimdiff.language.names import find_actors
from claimdiff.language.reading import Token
from claimdiff.language.tokens import tokenize

_INTRODUCES = re.compile(r"\b(?:statement|letter|post|message|response|reply|note|email|tweet)\b.*:$", re.IGNORECASE)


class Walk:
    """Goes through a text; subclasses say whose words each sentence tells."""

    def __init__(self, source: str, lexicon: Lexicon, date: datetime.date | None, reporter: str) -> None:
        """Read the source; ``date`` is its day, ``reporter`` who tells acts in their own voice."""
        self.lexicon, self.date, self.reporter = lexicon, date, reporter
        found = paragraphs(source)
        self.sentences = sentences(source)
        quoted = quotations(source, found)
        self.quotations = quoted
        self.spoken = [spoken(sentence, quoted, lexicon) for sentence in self.sentences]
        self.turns = turns(found)
        out = left_out(source)
        # A short question is no headline where it is one of a transcript.
        self.left_out = [
            None if out.get(one.start) == "headline" and self._asked(one.paragraph) else out.get(one.start)
            for one in self.sentences
        ]
        kept = join_names([one for one, out in zip(self.spoken, self.left_out, strict=True) if out is None])
        whole = {one.sentence.start: one for one in kept}
        self.spoken = [whole.get(one.sentence.start, one) for one in self.spoken]
        known = known_names(kept, lexicon.tiers)
        self.spoken = [begun_by_name(one, known) for one in self.spoken]
        self.entities = Entities(evidence(kept, known))
        self.entities.firm = firm_names(kept, known)
        self.mentions = Mentions(self.spoken, self.entities, known, lexicon.kinds)
        self.speakers = Speakers(self.entities)
        self.speakers.seat_of = self._seat_of
        self.speakers.politics = sum(bool(w.CHAMBERS & {t.lower for t in one.tokens}) for one in kept) > 1
        self.quoting: Speaker | None = None
        self.drafted_last = False
        self.announced: Speaker | None = None
        self.introduced: Speaker | None = None
        self.introduced_until = -1
        self.paragraph = -1
        self.turn: Speaker | None = None
        self.led: Entity | None = None
        self.led_paragraph = -1
        self.at = 0
        self.gesture: Speaker | None = None
        self.gesture_until = -1

    def _asked(self, paragraph: int) -> bool:
        turn = self.turns.get(paragraph)
        return turn is not None and turn.asks

    def open_at(self, sentence: Sentence) -> Quotation | None:
        """Return the quotation that the sentence leaves open."""
        return next((q for q in self.quotations if q.outer_start < sentence.end < q.outer_end), None)

    def note_announcement(self, here: Spoken, frames: Sequence[Frame], named: Sequence[Named]) -> None:
        """Note who an announcement names: "Here is the full statement from the Chamber of Commerce:"."""
        opens = here.sentence.text.rstrip().endswith(":") and not here.quotes
        told = [f for f in frames if opens and f.kind == "say" and f.subject.boundary in {"what", "how"}]
        who_said = self.speakers.resolve(here, told[-1].subject, named) if told else None
        if who_said is not None:
            self.announced = replace(who_said, carried=True)  # "Here's what Jo Lee said earlier:"
        elif here.sentence.text.rstrip().endswith(":") and _INTRODUCES.search(here.sentence.text) and named:
            who = named[-1].entity
            self.announced = Speaker(who=who, parties=(who.speaks_for,), shown=who.name)
        elif not (here.quotes and self.announced):
            self.announced = None

    def note_people(self, here: Spoken, named: Sequence[Named]) -> None:
        """Note the first person of a sentence without a frame: "he" may mean them next."""
        self.drafted_last = False
        if named and named[0].first <= 2 and here.tokens and self._introduced(here, named):
            return
        for one in named:
            if [token.lower for token in here.tokens[max(0, one.first - 2) : one.first]] == ["among", "them"]:
                after = subject_after(here.tokens, one.first, frozenset())
                about = self.speakers.resolve(here, after, named) if after is not None else None
                if about is not None:
                    self.speakers.focus.append(about.who)
                    return
        first = next((one.entity for one in named if one.entity.person), None)
        if first is not None and not any(one.first > 6 and one.entity is first for one in named):
            self.speakers.focus.append(first)

    def note_subject(self, here: Spoken, frames: Sequence[Frame], named: Sequence[Named]) -> None:
        """Note which body a sentence without a speaker is about, and forget who "he" is where somebody unknown spoke."""
        main = main_subject(here.tokens)
        if main is not None and not any(holds(frame) for frame in frames):
            about = self.speakers.resolve(here, main, named)
            if about is not None and not about.carried and _may_be_person(about.who):
                self.speakers.focus.append(about.who)
            elif (
                about is not None
                and about.who.person is False
                and about.who.name not in {"Court", "Prosecution", "Defence"}
            ):
                self.speakers.subject = about.parties[0]
        if here.quotes and any(holds(frame) for frame in frames):
            self.quoting = None
        first = named[0] if named else None
        leads = first is not None and first.first <= 1 and not first.adjective and first.entity.person is not True
        owns = [token.text for token in here.tokens[first.last : first.last + 2]] if first is not None else []
        if len(owns) == 2 and owns[0] in w.POSSESSIVES and owns[1].islower():
            leads = False
        alone = first is not None and first.entity.person is None and len(first.entity.tokens) == 1
        if first is not None and leads and (first.entity.person is False or first.entity.lexical or alone):
            self.speakers.subject = first.entity
        elif main is not None and (state := _state_at(named, main.phrase.last)) is not None:
            self.speakers.subject = state
        elif first is not None and first.first <= 2 and first.entity.person is None and len(first.entity.tokens) > 1:
            self.speakers.focus.append(first.entity)
        if _somebody_unnamed(here):
            self.speakers.focus.append(None)
        for frame in frames:
            phrase = frame.subject.phrase
            words = [token.lower for token in here.tokens[phrase.first : phrase.last]]
            if holds(frame) and words and words[0] in {"a", "an", "one", "another"}:
                self.speakers.focus.append(None)

    def note_gesture(self, here: Spoken, named: Sequence[Named]) -> None:
        """Note the one person that a sentence is about: quoted words right after it are theirs ("She shrugs. “Never.”")."""
        after = self.at + 1
        if after >= len(self.sentences) or self.sentences[after].paragraph != here.sentence.paragraph or here.quotes:
            return
        main = main_subject(here.tokens)
        about = self.speakers.resolve(here, main, named) if main is not None else None
        others = [
            one for one in named if about is not None and one.entity.person is not False and one.entity is not about.who
        ]
        if about is not None and (about.who.person or about.who.gender) and not others:
            self.gesture, self.gesture_until = about, after

    def _introduced(self, here: Spoken, named: Sequence[Named]) -> bool:
        """Learn from "Ken Pimlott is the director of Cal Fire." who somebody is."""
        who, after = named[0].entity, named[0].last
        words = [token.lower for token in here.tokens[after : after + 9]]
        if not words or words[0] not in w.BE or who.person is False or not set(words) & w.PERSON_ROLES:
            return False
        who.person = True
        who.roles |= set(words) & w.PERSON_ROLES
        body = next((one.entity for one in named[1:] if one.entity.person is not True and one.first < after + 12), None)
        if who.party is None and body is not None:
            who.party = body.speaks_for
        self.speakers.focus.append(who)
        return True

    def note_bodies(self, here: Spoken, named: Sequence[Named]) -> None:
        """Learn whose "the presidency" and "the embassy" are: "the Kenyan presidency", "Kenya, which holds the presidency"."""
        for one in named:
            after = [token.lower for token in here.tokens[one.last : one.last + 5]]
            owned = after[1:] if after[:1] and after[0] in w.POSSESSIVES else after
            holds_it = after[:3] == [",", "which", "holds"] and after[3:4] == ["the"]
            noun = after[4] if holds_it and len(after) > 4 else next(iter(owned), "")
            noun = "embassy" if noun == "ambassador" else noun
            if noun in {"presidency", "embassy", "delegation", "mission"} and one.entity.person is False:
                one.entity.kinds.add(noun)
        learn_counterparts(here, named)

    def note_lower(self, here: Spoken) -> None:
        """Remember bodies without capitals, so that "the board" is "the water board" that was named before."""
        tokens = here.tokens
        for i, token in enumerate(tokens[:-2]):
            noun, before = tokens[i + 2], tokens[i + 1].lower
            own = noun.lower in w.LOWER_BODIES and noun.text[0].islower() and before in w.LOCAL_FIELDS
            if token.lower == "the" and own:
                body = self.entities.body(f"{before.capitalize()} {noun.lower}")
                body.kinds.add(noun.lower)
                self.entities.touch(body)

    def seat(self, here: Spoken) -> Entity | None:
        """Return the state of "In Baku, …": whose offices a paragraph that begins so is about."""
        paragraph = here.sentence.paragraph
        here_at = self._seat_at(here)
        if here_at is not None or paragraph != self.led_paragraph:
            self.led, self.led_paragraph = here_at, paragraph
        return self.led

    def _seat_at(self, here: Spoken) -> Entity | None:
        begins = w.DETERMINERS | w.PRONOUNS | w.POSSESSIVE_PRONOUNS
        comma = next(
            (i for i, token in enumerate(here.tokens[:4]) if token.text == "," or (i > 1 and token.lower in begins)), 0
        )
        if comma < 2 or here.tokens[0].lower != "in":
            return None
        state = self._state_of(here.tokens[1:comma])
        seats = {one.party for one in find_actors(here.tokens[1:comma], self.lexicon) if one.form == "seat"}
        if state is None and len(seats) == 1 and self.lexicon.kinds.get(min(seats)) == "state":
            state = self.mentions.state(min(seats))
        return state

    def _state_of(self, tokens: Sequence[Token]) -> Entity | None:
        """Return the state, of those that the text names, that a place is in or stands for."""
        seats = {actor.party for actor in find_actors(tokens, self.lexicon)}
        return next((e for e in self.entities.all if e.lexical in seats and "state" in e.kinds), None)

    def _seat_of(self, name: str) -> Entity | None:
        return self._state_of(tokenize(name, self.lexicon.function, self.lexicon.stem))


def _somebody_unnamed(here: Spoken) -> bool:
    """Tell whether the sentence ends with somebody without a name, whom "he" then means: "Police arrested a beekeeper"."""
    words = [token.lower for token in here.tokens if token.text not in {".", QUOTED}][-3:]
    people = w.OCCUPATIONS | w.PERSON_ROLES - w.BODIES - w.GROUPS
    found = len(words) == 3 and words[0] not in {"as", "is", "was"} and words[1] in {"a", "an"}
    return found and (words[2] in people or words[2].endswith("keeper"))


def _state_at(named: Sequence[Named], last: int) -> Entity | None:
    """Return the state whose name ends a sentence's subject: "Host nation Finland"."""
    states = (one.entity for one in named if one.last == last and not one.adjective)
    return next((one for one in states if "state" in one.kinds), None)


def _may_be_person(entity: Entity) -> bool:
    return bool(entity.person) or (entity.person is None and len(entity.tokens) > 1)
