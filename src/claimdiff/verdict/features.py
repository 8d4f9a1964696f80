"""General features of two linked sides, for what single rules cannot weigh. All are the same when the sides are swapped.

A name ending in ``:one`` says that one side has it and the other not, ``:both`` that both have, ``:any`` counts the sides
that have it (0, 1 or 2).
"""

import math
from collections import Counter
from collections.abc import Sequence

from claimdiff.verdict.commitment import strongest
from claimdiff.verdict.contraries import SILENT
from claimdiff.verdict.contrast import Contrast, Side
from claimdiff.verdict.evidence import Evidence
from claimdiff.verdict.framing import tones
from claimdiff.verdict.roles import agents, blamed, collective, figures, speakers
from claimdiff.vocabulary import Facet, Verdict

LEVELS = {
    "bound": frozenset({"implemented", "ordered", "decided", "agreed", "committed", "reaffirmed", "will"}),
    "asking": frozenset({"proposed", "demanded", "obliged", "called-for", "offered", "hoped", "ready", "planned"}),
    "talking": frozenset({"discussed", "considered", "acknowledged"}),
    "against": frozenset({"rejected", "opposed", "denied", "withdrew", "warned"}),
    "backing": frozenset({"supported", "welcomed"}),
    "possible": frozenset({"possible", "conditional"}),
}
REPORTS = {
    "doubting": frozenset({"claimed", "denied", "accused"}),
    "denying": frozenset({"denied"}),
    "claiming": frozenset({"claimed"}),
    "confirming": frozenset({"confirmed", "conceded"}),
}
WORDS = {"said": frozenset({"said", "says"}), "past": frozenset({"was", "were", "had"})}
STEP_RULES = frozenset({"bound-or-not", "steps-differ", "refused"})


def features(c: Contrast, found: Sequence[Evidence]) -> dict[str, float]:
    """Return the features by name; what is missing is 0. Shares and flags are 0 to 1, counts are small."""
    values = {"bias": 1.0, **_coverage(c), **_actors(c), **_tones(c), **_steps(c)}
    left, right = _profile(c.left), _profile(c.right)
    for name, one in left.items():
        other = right[name]
        values[f"{name}:any"] = one + other
        values[f"{name}:one"] = abs(one - other)
        values[f"{name}:both"] = min(one, other)
    values["denial"] = sum(
        values[f"{name}:any"] + values[f"{name}:both"] for name in ("negated", "doubting", "against")
    )
    values["soft-steps"] = sum(values[f"{n}:any"] + values[f"{n}:both"] for n in ("talking", "asking", "backing"))
    rules = {evidence.rule for evidence in found}
    values |= {f"rule:{rule}": 1.0 for rule in rules}
    values["step-rule"] = float(bool(rules & STEP_RULES))
    for facet in {evidence.facet for evidence in found}:
        values[f"found:{facet.value}"] = 1.0
    grave: set[Facet] = {evidence.facet for evidence in found if evidence.verdict is Verdict.CONFLICT}
    values |= {f"conflict:{facet.value}": 1.0 for facet in grave}
    values["conflicts"] = float(len(grave))
    return {name: value for name, value in values.items() if value}


def _coverage(c: Contrast) -> dict[str, float]:
    low, high = sorted((c.left_cover, c.right_cover))
    sizes = sorted((len(c.left.content), len(c.right.content)))
    only = sorted((len(c.left_only), len(c.right_only)))
    words = sorted(sum(len(r.tokens) for r in side.readings) for side in (c.left, c.right))
    return {
        "cover:low": low,
        "cover:high": high,
        "shared": min(1.0, len(c.pairs) / 10),
        "length": min(1.0, sum(sizes) / 60),
        "length:ratio": words[0] / max(1, words[1]),
        "only:sum": math.log1p(only[0]) + math.log1p(only[1]),
        "only:gap": (only[1] - only[0]) / 10,
    }


def _profile(side: Side) -> dict[str, float]:
    """Return what a side has, 1 or 0 each."""
    levels = {step.level for r in side.readings for step in r.commitments}
    reports = {cue.value for r in side.readings for cue in r.cues if cue.kind == "report"}
    words = {token.lower for r in side.readings for token in r.tokens}
    kinds = {n.kind for r in side.readings for n in r.negations}
    values = {name: bool(names & levels) for name, names in LEVELS.items()}
    values |= {name: bool(names & reports) for name, names in REPORTS.items()}
    values |= {name: bool(names & words) for name, names in WORDS.items()}
    values["negated"] = bool(kinds - SILENT - {"instead"})
    values["negated-verb"] = "verb" in kinds
    values["negated-plain"] = bool(kinds & {"not", "no", "never"})
    values["figures"] = any(figures(r) for r in side.readings)
    values["times"] = any(r.times for r in side.readings)
    return {name: float(value) for name, value in values.items()}


def _actors(c: Contrast) -> dict[str, float]:
    left, right = ({m.party for _, m in agents(side)} for side in (c.left, c.right))
    telling = [{m.party for _, m in speakers(side)} for side in (c.left, c.right)]
    accused = [{m.party for _, m, _ in blamed(side)} for side in (c.left, c.right)]
    return {
        "agents:same": float(bool(left and left == right)),
        "agents:other": float(bool(left and right and not left & right)),
        "agents:subset": float(bool(left and right) and (left < right or right < left)),
        "agents:several": float(len(left) > 1 and len(right) > 1),
        "speakers:same": float(bool(telling[0] & telling[1])),
        "blamed": float(bool(accused[0] and accused[1]))
        + float(bool(accused[0] & telling[1] or accused[1] & telling[0])),
        "group": float(any(collective(side) is not None for side in (c.left, c.right))),
    }


def _tones(c: Contrast) -> dict[str, float]:
    counts = [Counter(cue.other for _, cue in tones(side)) for side in (c.left, c.right)]
    values = [Counter(cue.value for _, cue in tones(side)) for side in (c.left, c.right)]
    summed = {tone: sum(math.log1p(count[tone]) for count in counts) for tone in ("hostile", "favourable", "soft")}
    lower = {tone: min(math.log1p(count[tone]) for count in counts) for tone in ("hostile", "favourable")}
    cross = (counts[0]["hostile"] and counts[1]["favourable"]) or (counts[1]["hostile"] and counts[0]["favourable"])
    return {
        "hostile": summed["hostile"] + lower["hostile"],
        "favourable": summed["favourable"] + lower["favourable"],
        "favourable:both": float(lower["favourable"] > 0),
        "tones-cross": float(bool(cross)),
        "blame-words": sum(float(value["blame"] > 0) for value in values),
        "praise-words": sum(float(value["praise"] > 0) for value in values),
    }


def _steps(c: Contrast) -> dict[str, float]:
    left, right = strongest(c.left), strongest(c.right)
    if left is None or right is None:
        return {}
    return {"steps:both": 1.0, "steps:gap": abs(left[1].strength - right[1].strength)}
