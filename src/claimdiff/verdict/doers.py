"""Compare who or what is named after "by": "caused by a leak" and "caused by a bomb", "signed by the king"."""

from collections.abc import Iterator, Mapping, Sequence

from claimdiff.verdict.contrast import Contrast, Side, Word
from claimdiff.verdict.evidence import Evidence
from claimdiff.verdict.model import Place
from claimdiff.verdict.roles import reported_from
from claimdiff.verdict.valued import valued
from claimdiff.vocabulary import Facet, Verdict

_LONGEST = 4
"""The most words that name one doer."""


def compare_doers(c: Contrast) -> Iterator[Evidence]:
    """Yield the doer of the left side where the right side has the same act with another one and nothing else differs.

    One of the two at least stands after "by"; the other may stand before the verb. That two things befell on their own is
    not ruled out by active sentences ("wages rise", "pensions rise").
    """
    ours, theirs = _rest(c.left, c.right, c.pairs), _rest(c.right, c.left, c.back)
    if not (0 < len(ours) <= _LONGEST and 0 < len(theirs) <= _LONGEST) or not _acts(c, ours, theirs):
        return
    after = [_after_by(side, words) for side, words in ((c.left, ours), (c.right, theirs))]
    first = [_comes_first(side, words) for side, words in ((c.left, ours), (c.right, theirs))]
    if not any(after) or not all(a or b for a, b in zip(after, first, strict=True)):
        return
    places = _place(c.left, ours), _place(c.right, theirs)
    yield Evidence(
        "agent-replaced", Facet.ACTOR, Verdict.CONFLICT, *places, "Different doers are named for it.", certain=True
    )


def _acts(c: Contrast, ours: Sequence[Word], theirs: Sequence[Word]) -> bool:
    """Tell whether at least two other content words are told alike, so that both tell of one act; nothing is denied."""
    alike = sum(a not in ours and b not in theirs for a, b in c.pairs.items())
    plain = not any(reading.negations for side in (c.left, c.right) for reading in side.readings)
    return alike > 1 and plain and len(c.left.readings) == len(c.right.readings) == 1


def _rest(side: Side, other: Side, paired: Mapping[Word, Word]) -> list[Word]:
    """Return the words of a side that answer to none of the other's, numbers, times and who tells it left out."""
    passed, stems = valued(side), {other.token(word).stem for word in other.content}
    return [
        w
        for w in side.content
        if w not in paired
        and w not in passed
        and side.token(w).stem not in stems
        and w[1] >= reported_from(side.readings[w[0]])
    ]


def _after_by(side: Side, words: Sequence[Word]) -> bool:
    """Tell whether words follow a "by" with nothing but articles between them."""
    tokens, k = side.readings[words[0][0]].tokens, words[0][1] - 1
    while k >= 0 and (tokens[k].lower in {"the", "a", "an"} or (tokens[k].content and tokens[k - 1].lower == "by")):
        k -= 1
    return k > 0 and tokens[k].lower == "by" and tokens[k - 1].content and _run(words)


def _comes_first(side: Side, words: Sequence[Word]) -> bool:
    return words[0] == side.content[0] and _run(words)


def _run(words: Sequence[Word]) -> bool:
    return words[-1][1] - words[0][1] == len(words) - 1


def _place(side: Side, words: Sequence[Word]) -> Place:
    return side.place(words[0][0], words[0][1], words[-1][1] + 1)
