"""Whether scores mean what they say: of the pairs scored about so high, how many are links."""

from dataclasses import dataclass, field
from itertools import pairwise

from claimdiff.evaluation.tally import Prediction
from claimdiff.evaluation.truth import Truth

EDGES = (0.0, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)


@dataclass(slots=True)
class Bin:
    """Candidates whose score lies in [low, high): how many, the sum of their scores, how many are links."""

    low: float
    high: float
    count: int = 0
    predicted: float = 0.0
    links: int = 0


@dataclass(slots=True)
class Reliability:
    """Candidates by score, against what people decided; pairs decided doubtful count neither way."""

    bins: list[Bin] = field(default_factory=lambda: [Bin(low, high) for low, high in pairwise(EDGES)])

    def add(self, truth: Truth, prediction: Prediction) -> None:
        """Count the candidates of one pair of accounts."""
        for pair, score in prediction.candidates.items():
            if pair in truth.doubtful:
                continue
            place = next((b for b in self.bins if score < b.high), self.bins[-1])
            place.count += 1
            place.predicted += score
            place.links += pair in truth.links
