"""What the judge says of two linked sides."""

from dataclasses import dataclass

from claimdiff.vocabulary import Facet, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Words of a side: ``index`` says which of its readings, ``start`` and ``end`` (exclusive) count code points of its
    text; ``words`` is exactly that stretch of the text.
    """

    index: int
    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingDifference:
    """One facet in which two sides differ, how gravely, and in which words; one place may be missing."""

    facet: Facet
    verdict: Verdict
    left: Place | None
    right: Place | None
    explanation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """The verdict on two linked sides. ``judged`` is False where no rule could tell: the verdict then is ``partial``."""

    verdict: Verdict
    judged: bool
    differences: tuple[ReadingDifference, ...]
