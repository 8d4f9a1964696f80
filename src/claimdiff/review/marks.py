"""Mark in a text what it shares with another one and what it does not: words of one stem or one concept are shared."""

from collections.abc import Sequence
from dataclasses import dataclass

from claimdiff.language.reading import Reading


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a text. ``shared``: True and False for words that the other has or has not, None for what tells nothing."""

    text: str
    shared: bool | None


def parts(reading: Reading, others: Sequence[Reading]) -> tuple[Part, ...]:
    """Return a text in parts that follow on each other without a gap; words of one kind that stand together are one part."""
    stems = {token.stem for other in others for token in other.tokens if token.content}
    concepts = {mention.concept for other in others for mention in other.concepts}
    covered = {i for m in reading.concepts if m.concept in concepts for i in range(m.first, m.last)}
    found: list[Part] = []
    at = 0
    for i, token in enumerate(reading.tokens):
        if not token.content:
            continue
        shared = token.stem in stems or i in covered
        gap = reading.text[at : token.start]
        if found and found[-1].shared is shared and not gap.strip():
            found[-1] = Part(found[-1].text + gap + reading.text[token.start : token.end], shared)
        else:
            found += [Part(gap, None)] if gap else []
            found.append(Part(reading.text[token.start : token.end], shared))
        at = token.end
    return (*found, Part(reading.text[at:], None)) if at < len(reading.text) else tuple(found)
