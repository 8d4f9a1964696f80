"""Find who commits to what, and how far."""

from collections.abc import Sequence

from claimdiff.language.cues import clause_end, clause_start, find_terms
from claimdiff.language.lexicon import Lexicon
from claimdiff.language.polarity import negated_times
from claimdiff.language.reading import ActorMention, Commitment, Negation, Token

_BE = frozenset({"was", "were", "is", "are", "been", "being", "be"})
_OBLIQUE = frozenset(
    "of in on to for from with by against at between among about over into under towards toward through via".split()
)

_TOLD = frozenset("said announced promised told declared added confirmed pledged".split())
_SUPPOSING = frozenset({"if", "were", "unless"})
_TOLD_WITHIN = 8
"""How many words before a "would" a verb of saying makes it the past of "will"."""


def is_passive(tokens: Sequence[Token], first: int) -> bool:
    """Tell whether the verb at ``first`` stands in the passive ("was asked", "has been ordered")."""
    before = first - 1
    while before >= 0 and tokens[before].lower.endswith("ly"):
        before -= 1
    word = tokens[first].lower
    return before >= 0 and tokens[before].lower in _BE and (word.endswith(("ed", "en", "t")) or word in {"told"})


def find_commitments(
    tokens: Sequence[Token], actors: Sequence[ActorMention], negations: Sequence[Negation], lexicon: Lexicon
) -> tuple[Commitment, ...]:
    """Return the steps of the commitment ladder in the text, by place.

    Who takes a step are the actors that stand as subject before it in its clause, or after "by" where the verb is
    passive. What it is about runs to the end of the clause; for a passive it is the whole clause.
    """
    table = lexicon.tables.get("commitment", {})
    commitments = []
    for match in find_terms(tokens, lexicon, "commitment"):
        first, last = match.first, match.last
        if match.value == "ignored" or _is_told_will(tokens, first):
            continue
        begin, end = clause_start(tokens, first), clause_end(tokens, last)
        passive = is_passive(tokens, first)
        takers = _agents(tokens, actors, last, end) if passive else subjects(tokens, actors, begin, first)
        commitments.append(
            Commitment(
                level=match.value,
                strength=float(table[match.value]["strength"]),
                actors=tuple(dict.fromkeys(a.actor for a in takers)),
                negated=negated_times(negations, first) % 2 == 1,
                first=first,
                last=last,
                start=tokens[first].start,
                end=tokens[last - 1].end,
                object_first=begin if passive else last,
                object_last=end,
            )
        )
    return tuple(commitments)


def _is_told_will(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether "would" is the "will" of what somebody said: "Peru said that it would join"."""
    if tokens[i].lower != "would" or any(token.lower in _SUPPOSING for token in tokens):
        return False
    return any(token.lower in _TOLD for token in tokens[max(0, i - _TOLD_WITHIN) : i])


def subjects(tokens: Sequence[Token], actors: Sequence[ActorMention], first: int, last: int) -> list[ActorMention]:
    """Return the actors between two tokens that can be a subject: neither after a preposition nor possessive."""
    chosen: list[ActorMention] = []
    for mention in actors:
        if not first <= mention.first < last:
            continue
        before = tokens[mention.first - 1].lower if mention.first else ""
        if before == "the" and mention.first > 1:
            before = tokens[mention.first - 2].lower
        after = tokens[mention.last].text if mention.last < len(tokens) else ""
        if before not in _OBLIQUE and after not in {"'s", "’s"}:
            chosen.append(mention)
    return chosen


def _agents(tokens: Sequence[Token], actors: Sequence[ActorMention], first: int, last: int) -> list[ActorMention]:
    for i in range(first, last):
        if tokens[i].lower == "by":
            return [a for a in actors if i < a.first <= i + 3]
    return []
