"""Go through a news article sentence by sentence and say whose words each one tells."""

import datetime
from collections.abc import Sequence
from dataclasses import replace

from claimdiff.drafting import words as w
from claimdiff.drafting.frame import Frame
from claimdiff.drafting.frames import doing_frames, find_frames
from claimdiff.drafting.further import colon_frames, further_frames, main_subject, outermost, topic_frames
from claimdiff.drafting.history import Speaker
from claimdiff.drafting.lead import Lead
from claimdiff.drafting.named import Named
from claimdiff.drafting.phrases import QUOTED, Spoken
from claimdiff.drafting.silence import silent
from claimdiff.drafting.statements import Attributed, Placement, Statement, Where
from claimdiff.drafting.subjects import BARE, Span, Subject
from claimdiff.drafting.told import (
    Told,
    afterwards,
    anew,
    by_person,
    closing,
    guessed,
    holds,
    late,
    names,
    somebody,
    spans,
    while_they,
)
from claimdiff.drafting.transcript import Turn
from claimdiff.drafting.whose import refuse_pages
from claimdiff.drafting.wording import state
from claimdiff.language.lexicon import Lexicon


class _Walk(Lead):
    """Says whose words each sentence tells."""

    def run(self) -> Attributed:
        statements: list[Statement] = []
        placements: list[Placement] = []
        for i, sentence in enumerate(self.sentences):
            out = self.left_out[i]
            if out is not None:
                placements.append(Placement(sentence=sentence, where=Where.LEFT_OUT, why=out))
                continue
            new, placement = self._sentence(i)
            statements += new
            placements.append(placement)
        self.lead(statements, placements)
        parties = tuple(dict.fromkeys(statement.party for statement in statements))
        return Attributed(statements=tuple(statements), placements=tuple(placements), parties=parties)

    def _sentence(self, i: int) -> tuple[list[Statement], Placement]:
        here = self.spoken[i]
        self.at = i
        self.speakers.said_here = None
        self.speakers.same_paragraph = here.sentence.paragraph == self.paragraph
        named = self.mentions.within(here)
        self.note_bodies(here, named)
        self.note_lower(here)
        self.speakers.led_by = self.seat(here)
        frames = find_frames(here, self.lexicon)
        try:
            if silent(here):
                self.note_people(here, named)
                return [], Placement(sentence=here.sentence, where=Where.NOTE, why="says that somebody is silent")
            turn = self.turns.get(here.sentence.paragraph)
            if turn is not None and turn.asks:
                return [], Placement(sentence=here.sentence, where=Where.UNASSIGNED, why="a question")
            told = self._answer(i, turn, named) if turn is not None else self._told(here, frames, named)
            if not told and turn is None:
                carried = self._carried(i)
                told = [Told(frame=None, speaker=carried)] if carried else []
            self.note_announcement(here, frames, named)
            if not told:
                self.note_people(here, named)
                self.note_subject(here, frames, named)
                self.note_gesture(here, named)
                return [], Placement(sentence=here.sentence, where=Where.UNASSIGNED, why=self._why(here, frames))
            self._remember(here, told)
        finally:
            for one in named:
                self.entities.touch(one.entity, aside=silent(here))
            first = named[0] if named else None
            self.speakers.topic = first.entity if first and first.first <= 3 and not first.entity.person else None
            self.speakers.since += 1
        statements = [
            statement
            for one, span in zip(told, spans(here, told), strict=True)
            for statement in state(
                here,
                one.frame,
                one.speaker,
                span=span,
                named=named,
                date=self.date,
                reporter=self.reporter,
                lexicon=self.lexicon,
                words=one.words,
            )
        ]
        parties = tuple(dict.fromkeys(statement.party for statement in statements))
        return statements, Placement(sentence=here.sentence, where=Where.DRAFTED, parties=parties)

    def _told(self, here: Spoken, frames: Sequence[Frame], named: Sequence[Named]) -> list[Told]:
        """Return the frames that hold, outermost first: a second one only where it clearly begins anew."""
        if here.entered and not any(t.text != QUOTED and t.text[0].isalnum() for t in here.tokens):
            return []
        according = self._resolved([f for f in frames if f.kind == "according"], here, named)
        according = according or self._resolved(
            [f for f in outermost(here.tokens, frames, named) if holds(f)], here, named
        )
        if according:
            return [*according[:1], *self._closing(here, frames, named, according[0])]
        found = self._plain(here, frames, named)
        if not found:
            return self._lesser(here, frames, named)
        last = found[-1].frame.last if found[-1].frame is not None else 0
        then = [f for f in frames if afterwards(here, f) and f.first > last]
        more = self._resolved(then, here, named)
        return found + [one for one in more if not any(set(names(one)) & set(names(other)) for other in found)]

    def _answer(self, i: int, turn: Turn, named: Sequence[Named]) -> list[Told]:
        """Return who answers in a transcript: whoever the paragraph begins with, for all of its sentences."""
        here = self.spoken[i]
        first = i == 0 or self.sentences[i - 1].paragraph != here.sentence.paragraph
        if first:
            colon = next((k for k, token in enumerate(here.tokens) if token.text == ":"), 0)
            self.turn = self.speakers.resolve(here, Subject(phrase=Span(first=0, last=colon)), named) if colon else None
        begin = turn.begin if first else 0
        words = (begin, len(here.sentence.text))
        return [Told(frame=None, speaker=self.turn, words=words)] if self.turn is not None else []

    def _plain(self, here: Spoken, frames: Sequence[Frame], named: Sequence[Named]) -> list[Told]:
        """Return the frames of the sentence's clauses, one after the other."""
        found: list[Told] = []
        nobody, hearsay = False, -2
        for frame in frames:
            closes = bool(found) and closing(here, frame)
            if frame.kind == "according" or not (holds(frame) or closes) or while_they(here, frame):
                continue
            if found and not (closes or anew(here, frame, found[-1])):
                continue
            if nobody and here.tokens[frame.subject.phrase.first].lower in w.PRONOUNS:
                continue  # "Two diplomats said they doubted it": these are nobody's words.
            one = self._resolved([frame], here, named)
            if not one:
                nobody = nobody or somebody(here, frame)
                hearsay = frame.last if frame.kind == "say" else hearsay
                continue
            if not found and 0 <= frame.subject.phrase.first - hearsay <= 1 and frame.kind == "say":
                one = [guessed(one[0])]
            if found and set(names(one[0])) == set(names(found[-1])):
                continue
            found += one
            said = one[0].speaker.parties[0]
            self.speakers.said_here = said if said.person is False else None
        return found

    def _lesser(self, here: Spoken, frames: Sequence[Frame], named: Sequence[Named]) -> list[Told]:
        """Return what only a clause beside the main one tells, or a colon, or a verb in -ing."""
        aside = [f for f in frames if late(f) and not (f.subject.modal or f.subject.negated)]
        bare = [f for f in aside if f.subject.boundary == BARE]
        found = self._resolved([f for f in aside if f not in bare], here, named)
        found = found or self._resolved(further_frames(here, frames, named), here, named)
        found = found or [one for one in self._resolved(colon_frames(here), here, named) if by_person(one)]
        found = found or self._resolved(topic_frames(here, named), here, named)
        if found:
            return found
        main = main_subject(here.tokens)
        if named and named[0].first <= 3:
            main = Subject(phrase=Span(first=0, last=named[0].last))
        found = self._resolved(doing_frames(here, main, self.lexicon), here, named) if main is not None else []
        for frame in bare:
            more = self._resolved([frame], here, named)
            found += [one for one in more if not any(set(names(one)) & set(names(other)) for other in found)]
        return found

    def _closing(self, here: Spoken, frames: Sequence[Frame], named: Sequence[Named], before: Told) -> list[Told]:
        """Return who, after "…, he said", says something of it: "…, she said, an offer that Acme turned down"."""
        last = before.frame.last if before.frame is not None else 0
        then = [
            f
            for f in frames
            if f.first > last and (closing(here, f) or (f.kind != "according" and anew(here, f, before)))
        ]
        return [one for one in self._resolved(then, here, named) if set(names(one)) != set(names(before))]

    def _resolved(self, frames: Sequence[Frame], here: Spoken, named: Sequence[Named]) -> list[Told]:
        for frame in frames:
            if frame.subject.shared:
                continue
            speaker = self.speakers.resolve(here, frame.subject, named)
            if speaker is not None and (speaker.sure or len(speaker.parties) == 1):
                return [Told(frame=frame, speaker=speaker)]
        return []

    def _carried(self, i: int) -> Speaker | None:  # noqa: PLR0911 - one return for each case
        """Return who speaks in a sentence without a frame: quoted words that go on, or that an announcement opened."""
        here = self.spoken[i]
        if not here.quotes:
            return self.introduced if here.sentence.paragraph == self.introduced_until else None
        outside = [t for t in here.tokens if t.text != QUOTED and t.text[0].isalnum()]
        quoted = sum(len(here.sentence.text[a:b].split()) for a, b in here.quotes.values())
        if outside and not (here.entered and quoted >= 3 and len(outside) <= 3):
            return None
        if here.entered or here.continued:
            return self.quoting
        ahead, named_there = self._ahead(i)
        if named_there:
            return ahead
        if self.announced is not None:
            return self.announced
        if self.gesture is not None and self.gesture_until == i:
            return replace(self.gesture, carried=True)
        if self.speakers.last is not None and self.drafted_last:
            speaker = self.quoting or self.speakers.last
            return replace(speaker, carried=True) if speaker else None
        return None

    def _ahead(self, i: int) -> tuple[Speaker | None, bool]:
        """Return the speaker named after a quotation of several sentences (“It was dark. We ran,” the witness said).

        The second value tells whether somebody is named there at all, be it nobody known.
        """
        here = self.spoken[i]
        quotation = self.open_at(here.sentence)
        for j in range(i + 1, min(i + 8, len(self.sentences))):
            if quotation is None or self.sentences[j].start >= quotation.outer_end:
                return None, False
            after = self.spoken[j]
            frames = [f for f in find_frames(after, self.lexicon) if holds(f) and f.kind == "say"]
            told = self._resolved(frames, after, self.mentions.within(after))
            if frames:
                return (told[0].speaker if told else None), True
        return None, False

    def _remember(self, here: Spoken, told: Sequence[Told]) -> None:
        self.speakers.subject = None
        self.paragraph = here.sentence.paragraph
        main = [one for one in told if one.frame is None or not afterwards(here, one.frame)]
        speaker = (main or told)[-1].speaker
        self.speakers.spoke(speaker)
        self.quoting = speaker
        if here.sentence.text.rstrip().endswith(":") and not here.quotes:
            self.introduced, self.introduced_until = replace(speaker, carried=True), here.sentence.paragraph + 1
        self.drafted_last = True

    def _why(self, here: Spoken, frames: Sequence[Frame]) -> str:
        if any(holds(frame) and not frame.subject.shared for frame in frames):
            return "whose words these are is not clear"
        return "the reporter's own words" if not here.quotes else "quoted words without a speaker"


def attribute(
    source: str, *, lexicon: Lexicon, date: datetime.date | None = None, reporter: str = "the reporter"
) -> Attributed:
    """Return what the parties of a news article say, and where every sentence went.

    ``date`` is the day of the article, from which "last week" counts. ``reporter`` is who tells acts in their own voice.
    """
    refuse_pages(source)
    return _Walk(source, lexicon, date, reporter).run()
