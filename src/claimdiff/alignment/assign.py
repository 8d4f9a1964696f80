"""Choose which pairs become links: one-to-one first, then what is left over joins."""

from collections.abc import Collection, Mapping, Sequence

Pair = tuple[int, int]


def twins(left: Sequence[str], right: Sequence[str]) -> list[Pair]:
    """Pair the same text on both sides, the first with the first and so on; surplus ones go with the last partner."""
    places: dict[str, tuple[list[int], list[int]]] = {}
    for side, keys in enumerate((left, right)):
        for i, key in enumerate(keys):
            places.setdefault(key, ([], []))[side].append(i)
    pairs = []
    for ours, theirs in places.values():
        if ours and theirs:
            for k in range(max(len(ours), len(theirs))):
                pairs.append((ours[min(k, len(ours) - 1)], theirs[min(k, len(theirs) - 1)]))
    return sorted(pairs)


def assign(
    scores: Mapping[Pair, float],
    left: Sequence[str],
    right: Sequence[str],
    *,
    least: float,
    fixed: Collection[Pair] = (),
) -> tuple[list[Pair], list[Pair]]:
    """Return pairs of at least the ``least`` score: those that are one-to-one, and those that join them.

    The best pair is taken first, among those whose assertions are both free. Then an assertion that is still free joins
    the link of its best partner. ``left`` and ``right`` are the normal forms of the texts, by which equal scores are
    ordered, from whichever side one looks. ``fixed`` pairs are taken beforehand and are among the first list.
    """
    order = sorted(
        ((score, pair) for pair, score in scores.items() if score >= least),
        key=lambda entry: (-entry[0], *sorted((left[entry[1][0]], right[entry[1][1]])), entry[1]),
    )
    used_left, used_right = {i for i, _ in fixed}, {j for _, j in fixed}
    taken, joined = list(fixed), []
    for _, (i, j) in order:
        if i not in used_left and j not in used_right:
            used_left.add(i)
            used_right.add(j)
            taken.append((i, j))
    joined_left: set[int] = set()
    joined_right: set[int] = set()
    for _, (i, j) in order:
        if i not in used_left and i not in joined_left and j in used_right:
            joined_left.add(i)
            joined.append((i, j))
        elif j not in used_right and j not in joined_right and i in used_left:
            joined_right.add(j)
            joined.append((i, j))
    return taken, joined
