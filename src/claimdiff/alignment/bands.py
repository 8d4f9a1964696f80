"""Make links of the assigned pairs, in bands: sure, possible and chosen, possible."""

from collections.abc import Mapping, Sequence

from claimdiff.alignment.model import AlignedLink
from claimdiff.alignment.weights import Weights

Pair = tuple[int, int]


def links_of(
    scores: Mapping[Pair, float],
    taken: Sequence[Pair],
    joined: Sequence[Pair],
    known: tuple[Sequence[bool], Sequence[bool]],
    weights: Weights,
) -> tuple[AlignedLink, ...]:
    """Return the links of assigned pairs and the possible ones that were not assigned, ordered by their indexes.

    Assertions that join one link on one side, in its band, make one link with it. ``known`` tells whose language is
    known: nothing else is sure.
    """

    def sure(pair: Pair) -> bool:
        return known[0][pair[0]] and known[1][pair[1]] and scores[pair] >= weights.sure

    cores_left, cores_right = {i for i, _ in taken}, {j for _, j in taken}
    joins_left: dict[int, list[Pair]] = {}
    joins_right: dict[int, list[Pair]] = {}
    for pair in joined:
        if pair[1] in cores_right and pair[0] not in cores_left:
            joins_left.setdefault(pair[1], []).append(pair)
        else:
            joins_right.setdefault(pair[0], []).append(pair)
    links = []
    for core in taken:
        with_left, with_right = joins_left.pop(core[1], []), joins_right.pop(core[0], [])
        group = [core]
        if not (with_left and with_right):
            group += [pair for pair in (*with_left, *with_right) if sure(pair) == sure(core)]
        links.append(_link(group, scores, sure=sure(core)))
        rest = (pair for pair in (*with_left, *with_right) if pair not in group)
        links += [_link([pair], scores, sure=sure(pair)) for pair in rest]
    made = {*taken, *joined}
    links += [
        AlignedLink(left=(pair[0],), right=(pair[1],), score=score, sure=False, chosen=False)
        for pair, score in scores.items()
        if score >= weights.possible and pair not in made
    ]
    return tuple(sorted(links, key=lambda link: (link.left, link.right)))


def _link(group: Sequence[Pair], scores: Mapping[Pair, float], *, sure: bool) -> AlignedLink:
    return AlignedLink(
        left=tuple(sorted({i for i, _ in group})),
        right=tuple(sorted({j for _, j in group})),
        score=max(scores[pair] for pair in group),
        sure=sure,
        chosen=True,
    )
