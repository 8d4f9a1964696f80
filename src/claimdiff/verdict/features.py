"""General features of two linked sides, for what the rules alone cannot weigh. All are the same for swapped sides."""

import math
from collections import Counter

from claimdiff.verdict.contrast import Contrast, Side
from claimdiff.verdict.evidence import Evidence
from claimdiff.verdict.framing import tones
from claimdiff.verdict.roles import agents, blamed, collective, speakers
from claimdiff.vocabulary import Facet, Verdict

BOUND = frozenset({"implemented", "ordered", "decided", "agreed", "committed", "reaffirmed", "will"})
ASKING = frozenset({"proposed", "demanded", "called-for", "offered", "hoped", "ready", "planned"})
TALKING = frozenset({"discussed", "considered", "acknowledged"})
AGAINST = frozenset({"rejected", "opposed", "denied", "withdrew", "warned"})
BACKING = frozenset({"supported", "welcomed"})
DOUBTING = frozenset({"claimed", "denied", "accused"})
HOLDING = frozenset({"argued", "stressed", "warned"})


def features(c: Contrast, found: list[Evidence]) -> dict[str, float]:
    """Return the features by name; most are 0 to 1."""
    values = {"bias": 1.0, **_coverage(c)}
    for name, one, other in zip(_PROFILE, _profile(c.left), _profile(c.right), strict=True):
        values[f"{name}:both"] = min(one, other)
        values[f"{name}:one"] = abs(one - other)
    values |= _actors(c)
    values |= _tones(c)
    for evidence in found:
        values[f"rule:{evidence.rule}"] = 1.0
    for facet in Facet:
        grave = [e for e in found if e.facet is facet and e.verdict is Verdict.CONFLICT]
        values[f"conflict:{facet.value}"] = float(bool(grave))
        values[f"found:{facet.value}"] = float(any(e.facet is facet for e in found))
    values["certain"] = float(any(e.certain and e.verdict is Verdict.CONFLICT for e in found))
    return values


def _coverage(c: Contrast) -> dict[str, float]:
    low, high = sorted((c.left_cover, c.right_cover))
    sizes = sorted((len(c.left.content), len(c.right.content)))
    return {
        "cover:low": low,
        "cover:high": high,
        "shared": min(1.0, len(c.pairs) / 10),
        "length:ratio": sizes[0] / max(1, sizes[1]),
        "length": min(1.0, sum(sizes) / 60),
        "several": float(len(c.left.readings) + len(c.right.readings) > 2),
    }


_PROFILE = ("bound", "asking", "talking", "against", "backing", "possible", "doubting", "holding", "negated", "figures",
            "times", "quoted", "own", "past")


def _profile(side: Side) -> tuple[float, ...]:
    levels = Counter(step.level for r in side.readings for step in r.commitments)
    reports = Counter(cue.value for r in side.readings for cue in r.cues if cue.kind == "report")
    has = lambda counts, names: float(any(counts[name] for name in names))  # noqa: E731
    tokens = [token for r in side.readings for token in r.tokens]
    return (
        has(levels, BOUND),
        has(levels, ASKING),
        has(levels, TALKING),
        has(levels, AGAINST),
        has(levels, BACKING),
        has(levels, {"possible", "conditional"}),
        has(reports, DOUBTING),
        has(reports, HOLDING),
        float(any(n.kind != "prefix" for r in side.readings for n in r.negations)),
        float(any(r.quantities for r in side.readings)),
        float(any(r.times for r in side.readings)),
        float(any(token.text in {'"', "“", "”"} for token in tokens)),
        float(any(token.lower in {"said", "says"} for token in tokens)),
        float(any(token.lower in {"was", "were", "had"} for token in tokens)),
    )


def _actors(c: Contrast) -> dict[str, float]:
    values = {}
    named = [{m.party for r in side.readings for m in r.actors} for side in (c.left, c.right)]
    for name, who in (("agents", agents), ("speakers", speakers)):
        left, right = ({m.party for _, m in who(side)} for side in (c.left, c.right))
        other = bool(left and right and not left & right)
        values |= {
            f"{name}:same": float(bool(left and left == right)),
            f"{name}:other": float(other),
            f"{name}:cross": float(other and bool(left & named[1] or right & named[0])),
            f"{name}:subset": float(bool(left and right) and (left < right or right < left)),
            f"{name}:several": float(len(left) > 1 and len(right) > 1),
        }
    accused = [{m.party for _, m, _ in blamed(side)} for side in (c.left, c.right)]
    telling = [{m.party for _, m in speakers(side)} for side in (c.left, c.right)]
    values["blamed:one"] = float(bool(accused[0]) != bool(accused[1]))
    values["blamed:both"] = float(bool(accused[0]) and bool(accused[1]))
    values["blamed:speaker"] = float(bool(accused[0] & telling[1] or accused[1] & telling[0]))
    values["group"] = float(any(collective(side) is not None for side in (c.left, c.right)))
    return values


def _tones(c: Contrast) -> dict[str, float]:
    counts = [Counter(cue.other for _, cue in tones(side)) for side in (c.left, c.right)]
    values = {}
    for tone in ("hostile", "favourable", "soft"):
        one, other = (math.log1p(count[tone]) for count in counts)
        values[f"{tone}:both"] = min(one, other)
        values[f"{tone}:one"] = abs(one - other)
    cross = [min(1, counts[0][a]) * min(1, counts[1][b]) for a, b in (("hostile", "favourable"), ("favourable", "hostile"))]
    values["hostile:against-favourable"] = float(max(cross))
    return values
