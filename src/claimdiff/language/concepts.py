"""Find the lexicon's concepts in a text."""

from collections.abc import Sequence

from claimdiff.language.lexicon import Lexicon
from claimdiff.language.phrases import PhraseMatch, find_phrases
from claimdiff.language.reading import ConceptMention, Token
from claimdiff.language.tokens import MARKS_THAT_SEPARATE, SKIPPED

INSIDE = 0.5
"""Weight of a mention that lies inside a longer term: "power" in "power plant" says little of its own."""


def find_concepts(tokens: Sequence[Token], lexicon: Lexicon) -> tuple[ConceptMention, ...]:
    """Return every mention of a concept, by place, then the heavier and longer first."""
    mentions = []
    for run in _runs(tokens):
        keys = [tokens[i].stem for i in run]
        matches = list(find_phrases(keys, lexicon.terms))
        mentions += [_mention(match, run, tokens, matches) for match in matches]
    best: dict[tuple[str, int, int], ConceptMention] = {}
    for mention in mentions:
        key = (mention.concept, mention.first, mention.last)
        if key not in best or best[key].weight < mention.weight:
            best[key] = mention
    return tuple(sorted(best.values(), key=lambda m: (m.first, -m.weight, -m.last, m.concept)))


def _runs(tokens: Sequence[Token]) -> list[list[int]]:
    """Return the indexes of the words that terms may be made of, broken where a mark separates."""
    runs: list[list[int]] = [[]]
    for i, token in enumerate(tokens):
        if token.text in MARKS_THAT_SEPARATE:
            runs.append([])
        elif token.text[0].isalnum() and token.lower not in SKIPPED:
            runs[-1].append(i)
    return [run for run in runs if run]


def _mention(match: PhraseMatch, run: list[int], tokens: Sequence[Token], all_: list[PhraseMatch]) -> ConceptMention:
    first, last = run[match.first], run[match.last - 1] + 1
    size = match.last - match.first
    inside = any(
        other.first <= match.first and match.last <= other.last and other.last - other.first > size for other in all_
    )
    return ConceptMention(
        concept=match.value,
        weight=match.weight * (INSIDE if inside else 1.0),
        first=first,
        last=last,
        start=tokens[first].start,
        end=tokens[last - 1].end,
    )
