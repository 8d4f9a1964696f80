"""A frame of a sentence: who says, asks, agrees or refuses, and by which verb."""

from dataclasses import dataclass

from claimdiff.drafting import words as w
from claimdiff.drafting.subjects import BARE, Subject

_SUBORDINATE = w.SUBORDINATE | w.RELATIVE | {BARE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """Who (``subject``) says or does something by ``verb``.

    ``kind``: say, act, according (``verb`` stands for "according to"), label ("Ministry: …") or attitude ("remains sceptical
    that"). ``group``: the class of the verb in the lexicon's table. ``inverted``: the subject stands after the verb.
    """

    kind: str
    group: str
    lemma: str
    shape: str
    subject: Subject
    first: int
    last: int
    inverted: bool = False


def subordinate(frame: Frame) -> bool:
    """Tell whether the frame stands in a clause that only leads in or describes ("after he said …", "who said …")."""
    return frame.subject.boundary in _SUBORDINATE and not frame.inverted
