"""Find what a text negates."""

from collections.abc import Sequence

from claimdiff.language.cues import clause_end, clause_start, find_terms
from claimdiff.language.lexicon import Lexicon
from claimdiff.language.reading import Negation, Token

_KEPT_FROM = frozenset({"keep", "kept", "discourag", "dissuad", "deter"})
"""Stems of verbs that stop something where "from" and what is not to be done follow: keep vessels from being used."""
_BARRED_FROM = frozenset(
    {"bar", "ban", "exclud", "disqualifi", "suspend", "expel", "prohibit", "block", "forbid", "restrain"}
)
"""Stems of verbs that keep somebody from a thing as well: bar a club from the cup."""
_FROM_WITHIN = 8


def find_negations(tokens: Sequence[Token], lexicon: Lexicon) -> tuple[Negation, ...]:
    """Return the negating cues of the text with the span that each negates, by place.

    The span runs from the cue to the end of its clause; for words that call something false it is the clause around
    them. Phrases that only look negative ("not only", "no later than") give none.
    """
    table = lexicon.tables.get("negation", {})
    found: list[tuple[str, str, int, int]] = []
    for match in find_terms(tokens, lexicon, "negation"):
        entry = table[match.value]
        found.append((entry["kind"], entry["scope"], match.first, match.last))
    covered = {i for _, _, first, last in found for i in range(first, last)}
    found += [
        ("not", "right", i, i + 1) for i, token in enumerate(tokens) if token.lower.endswith("n't") and i not in covered
    ]
    found += [("halt", "both", i, i + 1) for i in range(len(tokens)) if i not in covered and _keeps_from(tokens, i)]
    negations = []
    for kind, scope, first, last in sorted(found, key=lambda entry: entry[2:]):
        if kind == "pseudo":
            continue
        begin, end = last, clause_end(tokens, last)
        attributive = scope == "both" and kind == "verb" and last < len(tokens) and tokens[last].content
        if attributive:  # "the fake attack": only the attack
            end = last
            while end < len(tokens) and tokens[end].content:
                end += 1
        elif scope == "both":
            begin = clause_start(tokens, first)
        elif scope == "none":
            begin, end = first, last
        negations.append(
            Negation(
                kind=kind,
                cue_first=first,
                cue_last=last,
                first=begin,
                last=max(begin, end),
                start=tokens[first].start,
                end=tokens[last - 1].end,
            )
        )
    return tuple(negations)


def _keeps_from(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a verb of keeping stands at ``index``, with "from doing" in its clause."""
    barred = tokens[index].stem in _BARRED_FROM
    if not barred and tokens[index].stem not in _KEPT_FROM:
        return False
    end = min(clause_end(tokens, index + 1), index + _FROM_WITHIN, len(tokens) - 1)
    return any(
        tokens[k].lower == "from" and (barred or tokens[k + 1].lower.endswith("ing")) for k in range(index + 1, end)
    )


def negated_times(negations: Sequence[Negation], index: int) -> int:
    """Return how many cues negate the token at ``index``."""
    return sum(
        n.first <= index < n.last and not n.cue_first <= index < n.cue_last
        for n in negations
        if n.kind not in {"prefix", "halt"}
    )
