"""From the judge's differences (places in texts that were read) to the report's (words of an assertion or its quotes)."""

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from claimdiff.accounts.model import Assertion, DifferenceDecision, LinkDecision
from claimdiff.comparison.model import Difference, Words
from claimdiff.vocabulary import Facet, Verdict

if TYPE_CHECKING:
    from claimdiff.verdict.model import Judgement, Place, ReadingDifference


def words_at(place: "Place | None", assertions: Sequence[Assertion]) -> Words | None:
    """Return the words of a place in the texts of ``assertions``; those of a quote where they stand in one verbatim."""
    if place is None:
        return None
    assertion = assertions[place.index]
    quoted = _in_quotes(place.words, assertion)
    if quoted is not None:
        return quoted
    return Words(id=assertion.id, field="text", start=place.start, end=place.end, words=place.words)


def find_words(words: str | None, assertions: Sequence[Assertion]) -> Words | None:
    """Return where decided words stand: in a quote, else in a text, else as the decision's own."""
    if words is None:
        return None
    for assertion in assertions:
        quoted = _in_quotes(words, assertion)
        if quoted is not None:
            return quoted
    for assertion in assertions:
        start = _find(words, assertion.text)
        if start >= 0:
            return Words(id=assertion.id, field="text", start=start, end=start + len(words), words=words)
    return Words(id=assertions[0].id, field="decision", start=0, end=0, words=words)


def _in_quotes(words: str, assertion: Assertion) -> Words | None:
    for index, quote in enumerate(assertion.quotes):
        start = _find(words, quote.quote)
        if start >= 0:
            end = start + len(words)
            return Words(id=assertion.id, field="quote", start=start, end=end, words=words, quote=index)
    return None


def _find(words: str, text: str) -> int:
    match = re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text)
    return match.start() if match else -1


def judged_difference(
    difference: "ReadingDifference", left: Sequence[Assertion], right: Sequence[Assertion]
) -> Difference:
    """Return a difference that the judge found, with the words where they stand in the assertions."""
    return Difference(
        facet=difference.facet,
        verdict=difference.verdict,
        left=words_at(difference.left, left),
        right=words_at(difference.right, right),
        explanation=difference.explanation,
    )


def decided_differences(
    link: LinkDecision,
    judge: "Callable[[], Judgement]",
    left: Sequence[Assertion],
    right: Sequence[Assertion],
) -> tuple[Difference, ...]:
    """Return the differences of a decision: its own words where it has them, else the judge's for the same facet.

    ``judge`` is called only where the decision names a facet without words.
    """
    stated = [_stated(difference, left, right) for difference in link.differences]
    covered = {difference.facet for difference in stated}
    facets = [facet for facet in link.facets if facet not in covered]
    if not facets:
        return tuple(stated)
    judgement = judge()
    return (*stated, *(_bare(facet, link.verdict, judgement, left, right) for facet in facets))


def _stated(difference: DifferenceDecision, left: Sequence[Assertion], right: Sequence[Assertion]) -> Difference:
    return Difference(
        facet=difference.facet,
        verdict=difference.verdict,
        left=find_words(difference.left, left),
        right=find_words(difference.right, right),
        explanation=explain(difference.facet, difference.left, difference.right),
    )


def _bare(
    facet: Facet, verdict: Verdict, judgement: "Judgement", left: Sequence[Assertion], right: Sequence[Assertion]
) -> Difference:
    for found in judgement.differences:
        if found.facet is facet:
            judged = judged_difference(found, left, right)
            return Difference(
                facet=facet, verdict=verdict, left=judged.left, right=judged.right, explanation=judged.explanation
            )
    return Difference(facet=facet, verdict=verdict, left=None, right=None, explanation=explain(facet, None, None))


def explain(facet: Facet, left: str | None, right: str | None) -> str:
    """Return one plain sentence on a decided difference."""
    if left is None and right is None:
        return f"they differ in {facet.value}; the decision names no words"
    if left is None or right is None:
        return f"only one side has “{left or right}” ({facet.value})"
    return f"“{left}” against “{right}” ({facet.value})"
