"""Settle a first sentence that names nobody yet: "An airline said on Tuesday …" above the airline's name."""

from dataclasses import replace

from claimdiff.drafting import words as w
from claimdiff.drafting.frames import doing_frames, find_frames
from claimdiff.drafting.further import further_frames, main_subject
from claimdiff.drafting.statements import Placement, Statement, Where
from claimdiff.drafting.told import holds
from claimdiff.drafting.walk import Walk
from claimdiff.drafting.wording import state

_PEOPLE = w.PERSON_ROLES | w.OCCUPATIONS | w.PRIVATE | w.FAMILY


class Lead(Walk):
    """Looks back at the first sentence once the whole text is known."""

    def lead(self, statements: list[Statement], placements: list[Placement]) -> None:
        """Settle a first sentence that says "the company said" before the company is named: the first that speaks after."""
        first = next((i for i, p in enumerate(placements) if p.where is not Where.LEFT_OUT), -1)
        if first < 0 or placements[first].where is not Where.UNASSIGNED or not self.speakers.history:
            return
        here = self.spoken[first]
        frames = [f for f in find_frames(here, self.lexicon) if holds(f) and f.kind == "say"]
        frames = frames or further_frames(here, find_frames(here, self.lexicon), ())
        main = main_subject(here.tokens)
        frames = frames or (doing_frames(here, main, self.lexicon) if main is not None else [])
        words = [t.lower for f in frames[:1] for t in here.tokens[f.subject.phrase.first : f.subject.phrase.last]]
        spoke = self.speakers.history[0]
        company = spoke.parties[0]
        kinds = {word.removesuffix("s") for word in words} & (w.BODIES | w.UNIONS | w.ARMED | {"its", "owner"})
        kinds |= set(words[1:2]) & w.ORG_ROLES
        one = bool(kinds) and (words[0] in {"a", "an", "one"} or bool(set(words) & w.SUPERLATIVES))
        body = (one or bool(set(words) & (w.COMPANIES | {"its", "owner"}))) and company.person is not True
        person = bool(words) and words[0] in {"a", "an"} and spoke.who.person is not False and words[-1] in _PEOPLE
        if not body and not person:
            return
        who = company if body else spoke.who
        speaker = replace(spoke, parties=(company,), who=who, shown=who.name, carried=True, sure=False)
        new = state(
            here,
            frames[0],
            speaker,
            span=(here.lead, len(here.sentence.text)),
            named=(),
            date=self.date,
            reporter=self.reporter,
            lexicon=self.lexicon,
        )
        statements[:0] = new
        placements[first] = Placement(sentence=here.sentence, where=Where.DRAFTED, parties=(company.name,))
