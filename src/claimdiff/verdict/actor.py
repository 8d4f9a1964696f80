"""Compare actors: who does it, alone or with others, and to whom."""

from collections.abc import Iterator

from claimdiff.language.commitment import subjects
from claimdiff.language.reading import ActorMention
from claimdiff.verdict.contrast import Contrast, Side
from claimdiff.verdict.evidence import Evidence
from claimdiff.vocabulary import Facet, Verdict


def agents(side: Side) -> list[tuple[int, ActorMention]]:
    """Return the actors that stand as subject of a step on a side, or before all steps where there is none."""
    found = []
    for i, reading in enumerate(side.readings):
        first = min((step.first for step in reading.commitments), default=len(reading.tokens) // 2)
        found += [(i, mention) for mention in subjects(reading.tokens, reading.actors, 0, max(first, 1))]
    return found


def by_agents(side: Side) -> list[tuple[int, ActorMention]]:
    """Return the actors named after "by" on a side: who did it, or helped."""
    return [
        (i, mention)
        for i, reading in enumerate(side.readings)
        for mention in reading.actors
        if "by" in {token.lower for token in reading.tokens[max(0, mention.first - 2) : mention.first]}
    ]


def compare_actors(c: Contrast) -> Iterator[Evidence]:
    """Yield actors of the left side that the right side replaces, or names alone."""
    ours, theirs = by_agents(c.left), by_agents(c.right)
    everyone = {m.party for r in c.right.readings for m in r.actors}
    everyone_left = {m.party for r in c.left.readings for m in r.actors}
    for i, mention in ours:
        for j, other in theirs:
            if mention.party not in everyone and other.party not in everyone_left:
                yield Evidence(
                    "agent-replaced",
                    Facet.ACTOR,
                    Verdict.CONFLICT if c.left_cover > 0.4 and c.right_cover > 0.4 else Verdict.PARTIAL,
                    c.left.place(i, mention.first, mention.last),
                    c.right.place(j, other.first, other.last),
                    "The two sides name different actors for it.",
                    certain=c.close,
                )
    left, right = agents(c.left), agents(c.right)
    parties, others = {m.party for _, m in left}, {m.party for _, m in right}
    if others and others < parties:
        i, mention = next((i, m) for i, m in left if m.party not in others)
        j, other = right[0]
        yield Evidence(
            "one-of-both",
            Facet.ACTOR,
            Verdict.PARTIAL,
            c.left.place(i, mention.first, mention.last),
            c.right.place(j, other.first, other.last),
            "Several actors on one side, fewer on the other.",
        )
    elif parties and others and not parties & others:
        (i, mention), (j, other) = left[0], right[0]
        yield Evidence(
            "actors-differ",
            Facet.ACTOR,
            Verdict.PARTIAL,
            c.left.place(i, mention.first, mention.last),
            c.right.place(j, other.first, other.last),
            "The two sides name different actors.",
        )
