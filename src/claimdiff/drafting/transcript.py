"""Find the turns of an interview or a briefing that is printed as questions and answers: "Reuters: …?", "Jo Lee: …"."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from claimdiff.drafting.sentences import Paragraph

_LABEL = re.compile(r"((?:Q|A|[A-ZÀ-Þ][\w.’'-]*)(?: (?:[A-ZÀ-Þ][\w.’'-]*|de|del|of|the|van|von|al)){0,5}): +(?=\S)")
_ASKS = frozenset("q question reporter journalist moderator interviewer host presenter media".split())
_FEWEST = 3
"""How many turns make a transcript, one of its speakers with at least two of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """What one says: who is named before the colon, where in the paragraph the words begin, whether they are a question."""

    label: str
    begin: int
    asks: bool


def turns(found: Sequence[Paragraph]) -> dict[int, Turn]:
    """Return number of a paragraph -> its turn; nothing where the text is no transcript.

    Who asks is told by the label ("Q", "Reporter"), else by question marks in most of the turns.
    """
    labelled = {p: match for p in found if (match := _LABEL.match(p.text)) is not None}
    by_label: dict[str, list[Paragraph]] = defaultdict(list)
    for paragraph, match in labelled.items():
        by_label[match.group(1)].append(paragraph)
    asking = {label: _asks(label, own) for label, own in by_label.items()}
    answers = [own for label, own in by_label.items() if not asking[label]]
    if len(labelled) < _FEWEST or not any(asking.values()) or max((len(own) for own in answers), default=0) < 2:
        return {}
    return {p.number: Turn(label=m.group(1), begin=m.end(), asks=asking[m.group(1)]) for p, m in labelled.items()}


def _asks(label: str, own: Sequence[Paragraph]) -> bool:
    return label.lower().rstrip(".") in _ASKS or sum("?" in p.text for p in own) * 2 > len(own)
