"""Judge two linked sides: in what they differ, and how gravely."""

from collections.abc import Callable, Iterator, Sequence

from claimdiff.language.reading import Reading
from claimdiff.verdict.actor import compare_actors
from claimdiff.verdict.commitment import compare_commitment
from claimdiff.verdict.contrast import Contrast, contrast
from claimdiff.verdict.evidence import Evidence
from claimdiff.verdict.framing import compare_framing
from claimdiff.verdict.model import Judgement, ReadingDifference
from claimdiff.verdict.place import compare_places
from claimdiff.verdict.polarity import compare_polarity
from claimdiff.verdict.scope import compare_scope
from claimdiff.vocabulary import Facet, Verdict, gravest

COMPARATORS: tuple[Callable[[Contrast], Iterator[Evidence]], ...] = (
    compare_polarity,
    compare_actors,
    compare_commitment,
    compare_scope,
    compare_places,
    compare_framing,
)
"""Each yields what holds of the left side against the right; the judge runs it both ways."""

ORDER = tuple(Facet)


def judge_readings(left: Sequence[Reading], right: Sequence[Reading]) -> Judgement:
    """Return the verdict on two sides taken as linked, with their differences, the gravest first.

    Sides with the same words agree. Where nothing that can be compared differs and the words are not the same, the
    verdict is ``partial`` and ``judged`` is False.
    """
    if same_words(left, right):
        return Judgement(verdict=Verdict.AGREE, judged=True, differences=())
    c = contrast(left, right)
    found = gather(c)
    differences = tuple(
        ReadingDifference(facet=e.facet, verdict=e.verdict, left=e.left, right=e.right, explanation=e.explanation)
        for e in found
    )
    if differences:
        return Judgement(verdict=gravest([d.verdict for d in differences]), judged=True, differences=differences)
    return Judgement(verdict=Verdict.PARTIAL, judged=False, differences=())


def same_words(left: Sequence[Reading], right: Sequence[Reading]) -> bool:
    """Tell whether both sides have the same texts but for case, spaces and marks, in whatever order."""
    words = lambda side: sorted(tuple(t.lower for t in r.tokens if t.text[0].isalnum()) for r in side)  # noqa: E731
    return words(left) == words(right)


def gather(c: Contrast) -> list[Evidence]:
    """Return what all comparators find, one entry a rule, the gravest first."""
    mirrored = c.mirrored()
    found: dict[str, Evidence] = {}
    for compare in COMPARATORS:
        for evidence in (*compare(c), *(e.mirrored() for e in compare(mirrored))):
            known = found.get(evidence.rule)
            if known is None or _rank(evidence) < _rank(known):
                found[evidence.rule] = evidence
    return sorted(found.values(), key=_rank)


def _rank(evidence: Evidence) -> tuple[object, ...]:
    return (-evidence.verdict.gravity, ORDER.index(evidence.facet), evidence.rule, evidence.words)
