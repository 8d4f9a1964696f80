"""Compare the quantities of two sides: which numbers are about the same, and whether both can hold.

Numbers are paired by what they count or measure, by the words around them and by how near they are to each other: two
wordings of one statement mostly give numbers of one size. A pair is a conflict only where no value fits both.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import log

from claimdiff.language.reading import Quantity
from claimdiff.verdict.bounds import Fit, Stated, fit
from claimdiff.verdict.contrast import Contrast, Side
from claimdiff.verdict.crossed import other_agents
from claimdiff.verdict.evidence import Evidence
from claimdiff.verdict.nearby import Surroundings, against, assign, keys_by_token, surroundings
from claimdiff.verdict.owners import other_owners, owner
from claimdiff.verdict.parts import demanded_by_one, is_remainder, make_one_whole, other_ranks, parts_of_other_wholes
from claimdiff.verdict.place import other_places
from claimdiff.verdict.unmatched import other_kinds
from claimdiff.vocabulary import Facet, Verdict

FAMILIES = {
    "pound": "gbp",
    "franc": "chf",
    "peso": "mxn",
    "sek": "krone",
    "nok": "krone",
    "dkk": "krone",
    "sar": "riyal",
}
FAMILIES |= dict.fromkeys(("cad", "aud", "nzd", "hkd", "sgd", "twd"), "usd") | {"aed": "dirham"}
"""Currencies that one bare word or sign may mean: "$" is any dollar."""
GENERIC = frozenset({"peopl", "person", "individu", "member", "men", "other"})
"""Stems of nouns that may stand for whoever is counted."""

# How much each sign counts that two numbers are about the same. Set by hand; on labelled pairs, halving or doubling any of
# them moves accuracy by less than half a point.
SAME_NOUN, SAME_UNIT, SHARE, IN_HEAD, ALIKE, OTHER_NOUN = 3.0, 2.0, 1.8, 1.5, 1.0, -0.5
SAME_RATE, HEAD_WORD, NEAR_WORD, CLOSE_WORD, AFTER_WORD = 0.5, 0.6, 0.15, 0.1, 0.6
NEARNESS, SAME_VALUE, BOTH_HOLD = 3.5, 2.5, 0.3
SURE = 2.0
"""Below this sum, two numbers that do not fit are not said to contradict each other."""
ONE_SIZE = 0.3
"""How near (0 to 1) counts of what may not be the same thing must be to contradict each other."""
_IN_ALL = frozenset("total totalling all altogether overall combined cumulative cumulatively whole entire".split())
"""Words with which a number is for the whole of a time."""
_OF_ANYTHING = frozenset({"money", "percent", "measure", "ratio"})
THREEFOLD = log(3)


@dataclass(frozen=True, slots=True)
class Item:
    """A quantity of a side: the keys of what it counts (``noun``), of its phrase (``head``) and of the words around it."""

    index: int
    quantity: Quantity
    noun: frozenset[str]
    head: frozenset[str]
    around: Surroundings

    @property
    def unit(self) -> str:
        """Return the unit without its rate."""
        return self.quantity.unit.partition("/")[0]

    @property
    def rate(self) -> str:
        """Return the period of a rate, "" for none."""
        return self.quantity.unit.partition("/")[2]


@dataclass(frozen=True, slots=True)
class Pairing:
    """Two numbers taken to be about the same, how likely that is, and how they stand to each other."""

    left: Item
    right: Item
    score: float
    fit: Fit


def compare_quantities(c: Contrast) -> Iterator[Evidence]:
    """Yield how the numbers of both sides differ; each pair once, whichever side is left."""
    left, right = items(c.left), items(c.right)
    if not left or not right:
        return
    terms = all(any(r.commitments for r in side.readings) for side in (c.left, c.right))
    pairs = pairings(left, right, terms=terms)
    for pair in pairs:
        a, b = pair.left, pair.right
        other_wholes = parts_of_other_wholes(
            c.left.readings[a.index], a.quantity, c.right.readings[b.index], b.quantity
        )
        if pair.fit is Fit.SAME and not other_wholes:
            continue
        ours = c.left.place(a.index, a.quantity.first, a.quantity.last)
        theirs = c.right.place(b.index, b.quantity.first, b.quantity.last)
        grave = (pair.fit is Fit.OPPOSED or other_wholes) and pair.score >= SURE and _is_one_matter(a, b)
        grave = grave and not (_add_up(left, a, b) or _add_up(right, b, a))
        grave = grave and not _may_both_be(c, left, a, right, b) and not _of_others(c, a, b)
        verdict = Verdict.CONFLICT if grave else Verdict.PARTIAL
        words = against(ours.words, theirs.words)
        note = "" if grave else "; perhaps of different things" if pair.fit is Fit.OPPOSED else "; both may hold"
        explanation = f"{words}{note}."
        yield Evidence("quantity", Facet.QUANTITY, verdict, ours, theirs, explanation, certain=grave)
    yield from _alone(c, left, {id(pair.left) for pair in pairs}, mirrored=False)
    yield from _alone(c.mirrored(), right, {id(pair.right) for pair in pairs}, mirrored=True)


def _add_up(parts: Sequence[Item], part: Item, whole: Item) -> bool:
    """Tell whether counts of other things come to a count of the other side: "20 protesters and 10 officers", "30 people"."""
    if whole.quantity.kind != "count" or not part.noun.isdisjoint(whole.noun):
        return False
    for i, first in enumerate(parts):
        total = first.quantity.low
        for other in parts[i + 1 :]:
            if other.index != first.index or other.quantity.kind not in {"count", "bare"}:
                break
            total += other.quantity.low
            if total == whole.quantity.low:
                return True
    return False


def _of_others(c: Contrast, a: Item, b: Item) -> bool:
    """Tell whether two numbers are of different parties, places or things of one sort: of revenue and of profit."""
    ours, theirs = (
        owner(side, item.index, item.quantity.first, item.quantity.last) for side, item in ((c.left, a), (c.right, b))
    )
    if other_owners(ours, theirs) or other_agents(c):
        return True
    if a.quantity.kind in _OF_ANYTHING and other_kinds(c):  # A count says itself what it is of.
        return True
    return c.close and other_places(c)  # Accounts that are worded otherwise name places beside the point.


def _is_rate_and_total(c: Contrast, a: Item, b: Item) -> bool:
    """Tell whether one number is for each year or the like and the other for all of them: "4 percent a year", "12 in all"."""
    if bool(a.rate) == bool(b.rate):
        return False
    side, item = (c.right, b) if a.rate else (c.left, a)
    reading = side.readings[item.index]
    words = {token.lower for token in reading.tokens}
    return not words.isdisjoint(_IN_ALL) or any(time.kind == "duration" for time in reading.times)


def _may_both_be(c: Contrast, ours: Sequence[Item], a: Item, theirs: Sequence[Item], b: Item) -> bool:
    """Tell whether two numbers are parts of one whole, or one of them what was only asked for."""
    left, right = c.left.readings[a.index], c.right.readings[b.index]
    if (
        other_ranks(c)
        or _is_rate_and_total(c, a, b)
        or make_one_whole(left, a.quantity, right, b.quantity)
        or demanded_by_one(left, a.quantity, right, b.quantity)
    ):
        return True
    one, other = ([i.quantity for i in found if i.index == n.index] for found, n in ((ours, a), (theirs, b)))
    return is_remainder(left, one, b.quantity) or is_remainder(right, other, a.quantity)


def _is_one_matter(a: Item, b: Item) -> bool:
    """Tell whether two numbers count one thing, or might: "240 flights" and "10,000 attendants" do not."""
    p, q = a.quantity, b.quantity
    if not a.noun.isdisjoint(b.noun) or p.kind not in {"count", "bare"} or q.kind not in {"count", "bare"}:
        return True
    return nearness(stated(p, q), stated(q, p)) >= ONE_SIZE


def _alone(c: Contrast, ours: Sequence[Item], paired: set[int], *, mirrored: bool) -> Iterator[Evidence]:
    """Yield the first number of a side that has no counterpart, where it is more than "the two sides"."""
    for item in ours:
        q = item.quantity
        if id(item) in paired or q.kind not in {"count", "money", "percent", "measure"} or q.high < 3:
            continue
        place = c.left.place(item.index, q.first, q.last)
        found = Evidence(
            "quantity-alone", Facet.QUANTITY, Verdict.PARTIAL, place, None, f"Only one side says {place.words}."
        )
        yield found.mirrored() if mirrored else found
        return


def items(side: Side) -> list[Item]:
    """Return the quantities of a side in order, with what they count."""
    found = []
    for index, reading in enumerate(side.readings):
        if not reading.quantities:
            continue
        keys = keys_by_token(reading)
        taken = frozenset(k for q in reading.quantities for k in range(q.first, q.last))
        for q in reading.quantities:
            unit = q.unit.partition("/")[0]
            noun, head = {unit} - {""}, set(q.head)
            for k in range(q.first, min(q.last + 6, len(reading.tokens))):
                stem = reading.tokens[k].stem
                if stem in q.head:
                    head |= keys.get(k, frozenset())
                if stem == unit:
                    noun |= keys.get(k, frozenset())
            around = surroundings(keys, q.first, q.last, taken)
            found.append(Item(index, q, frozenset(noun), frozenset(head), around))
    return found


def pairings(left: Sequence[Item], right: Sequence[Item], *, terms: bool = False) -> list[Pairing]:
    """Pair the numbers of two sides one to one, the likeliest pairs first; ``terms``: both sides commit to something."""
    fits: dict[tuple[int, int], Fit] = {}
    scores = []
    for i, a in enumerate(left):
        for j, b in enumerate(right):
            kinds = _kinds(a, b)
            if kinds is None:
                continue
            ours, theirs = stated(a.quantity, b.quantity), stated(b.quantity, a.quantity)
            fits[i, j] = fit_of(a.quantity, b.quantity, terms=terms)
            score = kinds + _shared(a, b) + NEARNESS * nearness(ours, theirs)
            score += {Fit.SAME: SAME_VALUE, Fit.COMPATIBLE: BOTH_HOLD, Fit.OPPOSED: 0.0}[fits[i, j]]
            scores.append((score, i, j))
    return [Pairing(left[i], right[j], score, fits[i, j]) for score, i, j in assign(scores)]


def _kinds(a: Item, b: Item) -> float | None:
    """Return how well the kinds and units of two quantities agree; None where they cannot be compared."""
    p, q = a.quantity, b.quantity
    if (a.rate and b.rate and a.rate != b.rate) or (p.change and q.change and p.change != q.change):
        return None
    if p.kind == q.kind:
        return _same_kind(a, b)
    if "bare" in {p.kind, q.kind} and "ratio" not in {p.kind, q.kind}:
        return IN_HEAD if a.noun & b.noun else 0.0
    return SHARE if {p.kind, q.kind} == {"percent", "ratio"} else None


def _same_kind(a: Item, b: Item) -> float | None:
    """Return how well the units of two quantities of one kind agree."""
    rated = SAME_RATE if a.rate and a.rate == b.rate else 0.0
    match a.quantity.kind:
        case "count":
            return _nouns(a, b) + rated
        case "ordinal":
            return _ranks(a, b)
        case "bare":
            return IN_HEAD if a.noun & b.noun else ALIKE
        case _:
            return SAME_UNIT + rated if FAMILIES.get(a.unit, a.unit) == FAMILIES.get(b.unit, b.unit) else None


def _nouns(a: Item, b: Item) -> float:
    """Return how well what two counts count agrees."""
    if a.noun & b.noun:
        return SAME_NOUN
    if a.noun & GENERIC or b.noun & GENERIC:
        return ALIKE
    return IN_HEAD if a.noun & b.head or b.noun & a.head else OTHER_NOUN


def _ranks(a: Item, b: Item) -> float | None:
    """Return how well two ranks agree; ranks of different things are not compared."""
    if a.head & b.head:
        return SAME_UNIT
    return None if a.noun and b.noun else ALIKE


def _shared(a: Item, b: Item) -> float:
    """Return what the words around two numbers have in common."""
    ours, theirs = a.around.near | a.head, b.around.near | b.head
    score = min(2.0, HEAD_WORD * (len(a.head & theirs) + len(b.head & ours)))
    score += min(2.0, NEAR_WORD * len(ours & theirs)) + min(1.0, CLOSE_WORD * len(a.around.close & b.around.close))
    return score + min(1.5, AFTER_WORD * len(a.around.after & b.around.after))


def nearness(a: Stated, b: Stated) -> float:
    """Return how near two numbers are: 1 where they are equal, 0 where one is three times the other or more."""
    p, q = float(a.low + a.high), float(b.low + b.high)
    if p <= 0 or q <= 0:
        return float(p == q)
    return max(0.0, 1 - abs(log(p / q)) / THREEFOLD)


def stated(quantity: Quantity, other: Quantity) -> Stated:
    """Return a quantity's numbers in the terms of the other: shares in hundredths where the other is a percentage."""
    low, high = quantity.low, quantity.high
    if quantity.kind == "ratio" and other.kind == "percent":
        whole = Decimal(quantity.unit.removeprefix("of ") or 1)
        low, high = low / whole * 100, high / whole * 100
    return Stated(low, high, quantity.comparator, quantity.kind in {"count", "bare", "ordinal"})


def fit_of(p: Quantity, q: Quantity, *, terms: bool = False) -> Fit:
    """Return how two quantities stand to each other; "175 each" may be the 350 of another's sum."""
    ours, theirs = stated(p, q), stated(q, p)
    found = fit(ours, theirs, terms=terms)
    if found is Fit.OPPOSED and p.each != q.each:
        one, total = (ours, theirs) if p.each else (theirs, ours)
        if one.low * 2 == total.low:
            return Fit.COMPATIBLE
    return found
