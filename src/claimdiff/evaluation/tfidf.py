"""The simple way that every figure stands beside: TF-IDF on stems, cosine, greedy one-to-one assignment."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence

from claimdiff.language.reading import Reading

Pair = tuple[int, int]


def tfidf(left: Sequence[Reading], right: Sequence[Reading]) -> dict[Pair, float]:
    """Return the cosine of every pair of texts that share a stem, numbers included; each account pair is the corpus."""
    texts = [Counter(t.stem for t in reading.tokens if t.content) for reading in (*left, *right)]
    spread = Counter(stem for text in texts for stem in text)
    rarity = {stem: math.log((1 + len(texts)) / (1 + count)) + 1 for stem, count in spread.items()}
    vectors = [_unit({stem: count * rarity[stem] for stem, count in text.items()}) for text in texts]
    found = {}
    for i, ours in enumerate(vectors[: len(left)]):
        for j, theirs in enumerate(vectors[len(left) :]):
            shared = ours.keys() & theirs.keys()
            if shared:
                found[i, j] = min(1.0, math.fsum(ours[stem] * theirs[stem] for stem in shared))
    return found


def _unit(vector: Mapping[str, float]) -> dict[str, float]:
    size = math.sqrt(math.fsum(value * value for value in vector.values())) or 1.0
    return {stem: value / size for stem, value in vector.items()}
