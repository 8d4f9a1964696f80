"""What a comparator found: a rule that holds, and the words on each side that make it hold."""

from dataclasses import dataclass

from claimdiff.verdict.model import Place
from claimdiff.vocabulary import Facet, Verdict


@dataclass(frozen=True, slots=True)
class Evidence:
    """A rule that holds between two sides; ``certain`` where the wording around it is the same on both sides."""

    rule: str
    facet: Facet
    verdict: Verdict
    left: Place | None
    right: Place | None
    explanation: str
    certain: bool = False

    def mirrored(self) -> "Evidence":
        """Return the same seen from the other side."""
        return Evidence(self.rule, self.facet, self.verdict, self.right, self.left, self.explanation, self.certain)

    @property
    def words(self) -> tuple[str, ...]:
        """Return the words of both sides in an order that does not depend on which side is left."""
        return tuple(sorted(place.words for place in (self.left, self.right) if place is not None))
