"""Align two accounts: score their pairs, assign links in bands, and say what nothing comes near."""

from collections.abc import Collection, Mapping, Sequence

from claimdiff.alignment.assign import assign, twins
from claimdiff.alignment.model import AlignedLink, Alignment
from claimdiff.alignment.score import Scored, logistic
from claimdiff.alignment.units import Profile, profiles
from claimdiff.alignment.weights import Weights
from claimdiff.language.lexicon import Lexicon
from claimdiff.language.reading import Reading

Pair = tuple[int, int]


def align(
    left: Sequence[Reading],
    right: Sequence[Reading],
    *,
    lexicon: Lexicon,
    weights: Weights,
    top: int = 5,
    apart: Collection[Pair] = (),
) -> Alignment:
    """Align the readings of two accounts; ``top`` is how many candidates are kept for every assertion.

    Pairs in ``apart`` are never linked, whatever their score; they still count as candidates.

    Swapping the sides mirrors the result; the order of the assertions changes only the indexes. The same text on both
    sides is always linked. Nothing is sure or likely where a text's language is not known.
    """
    ours, theirs = profiles(left), profiles(right)
    keys = [one.key for one in ours], [one.key for one in theirs]
    same = twins(*keys)
    scored = Scored(ours, theirs, lexicon=lexicon, weights=weights, same=same)
    scores = {pair: logistic(value) for pair, value in scored.second.items()}
    barred = set(apart)
    free = {pair: score for pair, score in scores.items() if pair not in barred}
    taken = assign(free, *keys, least=weights.chosen, fixed=[pair for pair in same if pair not in barred])
    links = _links(free, set(taken), (ours, theirs), weights)
    rows = ranked(scores, keys, 0, least=logistic(scored.nothing), top=top)
    columns = ranked(scores, keys, 1, least=logistic(scored.nothing), top=top)
    linked = {(i, j) for link in links for i in link.left for j in link.right}
    candidates = {(i, j): score for i, row in enumerate(rows) for j, score in row[:top]}
    candidates |= {(i, j): score for j, column in enumerate(columns) for i, score in column[:top]}
    return Alignment(
        links=tuple(links),
        left_likely=_likely(rows, ours, {i for i, _ in linked}, weights),
        right_likely=_likely(columns, theirs, {j for _, j in linked}, weights),
        left_nearest=tuple(row[0] if row else None for row in rows),
        right_nearest=tuple(column[0] if column else None for column in columns),
        candidates=dict(sorted(candidates.items())),
        reasons={pair: scored.reasons(pair) for pair in sorted(linked)},
    )


def _links(
    scores: Mapping[Pair, float], taken: set[Pair], sides: tuple[Sequence[Profile], Sequence[Profile]], weights: Weights
) -> list[AlignedLink]:
    links = []
    for pair, score in sorted(scores.items()):
        chosen = pair in taken
        if not chosen and score < weights.possible:
            continue
        known = sides[0][pair[0]].known and sides[1][pair[1]].known
        sure = chosen and known and score >= weights.sure
        links.append(AlignedLink(left=(pair[0],), right=(pair[1],), score=score, sure=sure, chosen=chosen))
    return links


def ranked(
    scores: Mapping[Pair, float], keys: tuple[Sequence[str], Sequence[str]], side: int, *, least: float, top: int
) -> list[list[tuple[int, float]]]:
    """Return for every assertion of the side (0 left, 1 right) its partners and scores, the best first.

    Where fewer than ``top`` partners share anything with it, others follow with the score of a pair that shares nothing.
    """
    found: list[list[tuple[int, float]]] = [[] for _ in keys[side]]
    for pair, score in scores.items():
        found[pair[side]].append((pair[1 - side], score))
    others = keys[1 - side]
    by_key = sorted(range(len(others)), key=lambda k: others[k])
    for entries in found:
        if len(entries) < top:
            present = {k for k, _ in entries}
            rest = (k for k in by_key if k not in present)
            entries += [(k, least) for k, _ in zip(rest, range(top - len(entries)), strict=False)]
        entries.sort(key=lambda entry: (-entry[1], others[entry[0]], entry[0]))
    return found


def _likely(
    found: Sequence[Sequence[tuple[int, float]]], ours: Sequence[Profile], linked: set[int], weights: Weights
) -> frozenset[int]:
    """Return the assertions that the other side very likely does not have: nothing there comes near."""
    return frozenset(
        i
        for i, entries in enumerate(found)
        if i not in linked and ours[i].known and entries and entries[0][1] <= weights.likely
    )
