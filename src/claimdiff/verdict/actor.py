"""Compare actors: who does it, alone or with others, and who is to blame."""

from collections.abc import Iterator

from claimdiff.language.reading import Commitment
from claimdiff.verdict.commitment import is_verbal
from claimdiff.verdict.contrast import Contrast, Side
from claimdiff.verdict.evidence import Evidence
from claimdiff.verdict.roles import Named, agents, blamed, by_agents, collective
from claimdiff.vocabulary import Facet, Verdict

DIRECTED = frozenset({"called-for", "offered", "demanded", "proposed", "warned"})
"""Steps that one actor takes towards another."""

REACH = 6
"""Words before and after a step in which its giver and taker are looked for."""
SHARED = 0.4
"""Share of content words that both sides must have for them to be about one step."""


def compare_actors(c: Contrast) -> Iterator[Evidence]:
    """Yield actors of the left side that the right side replaces, leaves out, or blames in their stead."""
    yield from _blame(c)
    yield from _replaced_agents(c)
    yield from _exchanged(c)
    left, right = agents(c.left), agents(c.right)
    ours, theirs = {m.party for _, m in left}, {m.party for _, m in right}
    if theirs and theirs < ours:
        missing = next(entry for entry in left if entry[1].party not in theirs)
        yield _pair(
            c, "one-of-both", Verdict.PARTIAL, missing, right[0], "Several actors on one side, fewer on the other."
        )
    elif ours and theirs and not ours & theirs:
        yield _pair(c, "actors-differ", Verdict.PARTIAL, left[0], right[0], "The two sides name different actors.")
    yield from _group(c, right)


def _pair(
    c: Contrast, rule: str, verdict: Verdict, left: Named, right: Named, why: str, sure: bool = False
) -> Evidence:
    (i, mention), (j, other) = left, right
    places = c.left.place(i, mention.first, mention.last), c.right.place(j, other.first, other.last)
    return Evidence(rule, Facet.ACTOR, verdict, *places, why, certain=sure)


def _group(c: Contrast, right: list[Named]) -> Iterator[Evidence]:
    """Yield "all parties" against named actors, and "both" or "the two" against one of them."""
    group = collective(c.left)
    if group is None or collective(c.right) is not None or not right:
        return
    everyone = c.left.readings[group[0]].tokens[group[1]].lower == "all"
    alone = len({m.party for _, m in right}) == 1
    if everyone or alone:
        j, mention = right[0]
        places = c.left.place(*group), c.right.place(j, mention.first, mention.last)
        rule = "all-or-named" if everyone else "both-or-one"
        yield Evidence(rule, Facet.ACTOR, Verdict.PARTIAL, *places, "A group on one side, named actors on the other.")


def _blame(c: Contrast) -> Iterator[Evidence]:
    """Yield opposite blame: each side puts another party in a hostile light."""
    ours, theirs = blamed(c.left), blamed(c.right)
    left, right = {m.party for _, m, _ in ours}, {m.party for _, m, _ in theirs}
    if left and right and not left & right:
        (i, mention, _), (j, other, _) = ours[0], theirs[0]
        yield _pair(c, "blame-differs", Verdict.CONFLICT, (i, mention), (j, other), "Each side blames another actor.")


def _replaced_agents(c: Contrast) -> Iterator[Evidence]:
    """Yield "by A" against "by B" where neither side names the other's actor at all."""
    named_left = {m.party for r in c.left.readings for m in r.actors}
    named_right = {m.party for r in c.right.readings for m in r.actors}
    for left in by_agents(c.left):
        for right in by_agents(c.right):
            if left[1].party not in named_right and right[1].party not in named_left:
                shared = min(c.left_cover, c.right_cover) >= SHARED
                verdict = Verdict.CONFLICT if shared else Verdict.PARTIAL
                yield _pair(c, "agent-replaced", verdict, left, right, "Different actors are named for it.", c.close)


def _exchanged(c: Contrast) -> Iterator[Evidence]:
    """Yield roles that are exchanged: A asks B on one side, B offers A on the other."""
    left, right = _directed(c.left), _directed(c.right)
    if left is None or right is None or min(c.left_cover, c.right_cover) < SHARED:
        return
    (i, a), (j, b) = left, right
    giver = [w for w in c.pairs if w[0] == i and a.first - REACH <= w[1] < a.first]
    theirs = [c.pairs[w][1] for w in giver if c.pairs[w][0] == j]
    takers = [k for k in theirs if b.last <= k < b.last + REACH]
    taken = [w for w in c.pairs if w[0] == i and a.last <= w[1] < a.last + REACH and c.pairs[w][0] == j]
    back = [w for w in taken if b.first - REACH <= c.pairs[w][1] < b.first]
    if takers and back and not any(k < b.first for k in theirs):
        places = c.left.place(i, a.first, a.last), c.right.place(j, b.first, b.last)
        why = "Who turns to whom is exchanged."
        yield Evidence("roles-exchanged", Facet.ACTOR, Verdict.CONFLICT, *places, why, certain=True)


def _directed(side: Side) -> tuple[int, Commitment] | None:
    """Return the first active step of a side that one actor takes towards another."""
    for i, reading in enumerate(side.readings):
        for step in reading.commitments:
            if step.level in DIRECTED and step.object_first == step.last and is_verbal(reading, step):
                return i, step
    return None
