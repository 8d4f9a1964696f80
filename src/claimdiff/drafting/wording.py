"""Put a found statement into a text that stands alone, with its verbatim quote."""

import datetime
from collections.abc import Sequence
from typing import Any

from claimdiff.drafting.actors import Named
from claimdiff.drafting.frames import Frame
from claimdiff.drafting.phrases import Spoken
from claimdiff.drafting.speakers import Speaker
from claimdiff.drafting.statements import Statement
from claimdiff.language.lexicon import Lexicon
from claimdiff.vocabulary import Voice


def state(here: Spoken, frame: Frame | None, speaker: Speaker, told: Sequence[Any], number: int, *, named: Sequence[Named],
          date: datetime.date | None, reporter: str, lexicon: Lexicon) -> list[Statement]:
    return [Statement(party=p.name, speaker=speaker.shown, sentence=here.sentence, quote=here.sentence.text, start=here.sentence.start, voice=Voice.REPORTED, text=here.sentence.text) for p in speaker.parties]
