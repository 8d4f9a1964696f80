"""Align two accounts: score their pairs, assign links in bands, and say what nothing comes near."""

from collections.abc import Callable, Collection, Mapping, Sequence

from claimdiff.alignment.assign import assign, twins
from claimdiff.alignment.bands import links_of
from claimdiff.alignment.model import Alignment
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
    scored: Callable[..., Scored] = Scored,
) -> Alignment:
    """Align the readings of two accounts; ``top`` is how many candidates are kept for every assertion.

    Pairs in ``apart`` are never linked, whatever their score; they still count as candidates. ``scored`` makes the scores;
    a backend that knows more of a pair than its words gives its own.

    Swapping the sides mirrors the result; the order of the assertions changes only the indexes. The same text on both
    sides is always linked. Nothing is sure or likely where a text's language is not known.
    """
    ours, theirs = profiles(left), profiles(right)
    keys = [one.key for one in ours], [one.key for one in theirs]
    same = twins(*keys)
    found = scored(ours, theirs, lexicon=lexicon, weights=weights, same=same)
    scores = {pair: logistic(value) for pair, value in found.second.items()}
    barred = set(apart)
    free = {pair: score for pair, score in scores.items() if pair not in barred}
    taken, joined = assign(free, *keys, least=weights.chosen, fixed=[pair for pair in same if pair not in barred])
    known = [one.known for one in ours], [one.known for one in theirs]
    links = links_of(free, taken, joined, known, weights)
    least = logistic(found.nothing)
    rows, columns = (ranked(scores, keys, side, least=least, top=top) for side in (0, 1))
    linked = {(i, j) for link in links for i in link.left for j in link.right}
    candidates = {(i, j): score for i, row in enumerate(rows) for j, score in row[:top]}
    candidates |= {(i, j): score for j, column in enumerate(columns) for i, score in column[:top]}
    silences = found.silences()
    return Alignment(
        links=links,
        left_likely=_likely(silences[0], ours, theirs, {i for i, _ in linked}, weights),
        right_likely=_likely(silences[1], theirs, ours, {j for _, j in linked}, weights),
        left_nearest=tuple(row[0] if row else None for row in rows),
        right_nearest=tuple(column[0] if column else None for column in columns),
        candidates=dict(sorted(candidates.items())),
        reasons={pair: found.reasons(pair) for pair in sorted(linked)},
    )


def ranked(
    scores: Mapping[Pair, float], keys: tuple[Sequence[str], Sequence[str]], side: int, *, least: float, top: int
) -> list[list[tuple[int, float]]]:
    """Return for every assertion of the side (0 left, 1 right) its partners and scores, the best first.

    Where fewer than ``top`` partners share anything with it, others follow with the ``least`` score.
    """
    found: list[list[tuple[int, float]]] = [[] for _ in keys[side]]
    for pair, score in scores.items():
        found[pair[side]].append((pair[1 - side], score))
    others = keys[1 - side]
    by_key = sorted(range(len(others)), key=lambda k: (others[k], k))
    for entries in found:
        if len(entries) < top:
            present = {k for k, _ in entries}
            rest = (k for k in by_key if k not in present)
            entries += [(k, least) for k, _ in zip(rest, range(top - len(entries)), strict=False)]
        entries.sort(key=lambda entry: (-entry[1], others[entry[0]], entry[0]))
    return found


def _likely(
    silences: Sequence[float], ours: Sequence[Profile], theirs: Sequence[Profile], linked: set[int], weights: Weights
) -> frozenset[int]:
    """Return the assertions that the other side very likely does not have: nothing there comes near.

    Who gives a figure that the other side gives too may be answered there, whatever the words.
    """
    if not theirs or not all(one.known for one in theirs):
        return frozenset()
    given = frozenset[str]().union(*(one.figures for one in theirs))
    return frozenset(
        i
        for i, value in enumerate(silences)
        if i not in linked
        and ours[i].known
        and ours[i].units
        and value >= weights.likely
        and not given & ours[i].figures
    )
