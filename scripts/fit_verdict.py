"""Fit the judge's weights on curated links and print what they reach on events left out.

    python scripts/fit_verdict.py DATA [--write] [--only NAME …]

DATA is a folder of events with decisions (``data/``). Every event is left out in turn for the figures; with ``--write``
the weights fitted on all events go to ``src/claimdiff/verdict/weights.json`` with the date, figures and this command.
Needs numpy (the ``dev`` extra).
"""

import argparse
import datetime
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from claimdiff.language.lexicon import load_lexicon
from claimdiff.language.read import read
from claimdiff.language.reading import Reading
from claimdiff.verdict.contrast import contrast
from claimdiff.verdict.evidence import Evidence
from claimdiff.verdict.features import features
from claimdiff.verdict.judge import decide, gather, same_words
from claimdiff.verdict.weights import Weights, parse_weights
from claimdiff.vocabulary import Facet, Verdict

TARGET = Path(__file__).parent.parent / "src" / "claimdiff" / "verdict" / "weights.json"
JOINT = """
cover:high cover:low shared length length:ratio only:sum hostile denial negated:one negated-verb:any bound:any bound:both
soft-steps talking:any agents:same agents:other agents:several agents:subset speakers:same blamed group figures:one
figures:both times:one times:both conflicts conflict:quantity conflict:time said:any past:any favourable possible:any
found:place found:polarity found:framing found:actor found:commitment rule:blame-differs rule:all-or-named steps:both
""".split()
FACETS = {
    "quantity": "rule:quantity conflict:quantity figures:one figures:both rule:figure-added",
    "time": "rule:time conflict:time rule:time-added rule:when-added times:both",
    "place": "found:place rule:place-added",
    "scope": "rule:members-differ rule:bound-added rule:bounds-differ rule:restricted length:ratio only:gap cover:high "
    "cover:low soft-steps",
    "commitment": "step-rule steps:gap steps:both rule:only-possible rule:only-conditional bound:any bound:both "
    "talking:any soft-steps",
    "actor": "rule:one-of-both rule:actors-differ rule:all-or-named rule:both-or-one rule:blame-differs blamed "
    "agents:same agents:several agents:subset cover:high group",
    "polarity": "negated:one rule:negated rule:denied denying:any negated-verb:any negated-plain:any found:polarity "
    "claiming:any hostile confirming:any",
    "framing": "tones-cross hostile favourable blame-words praise-words found:framing favourable:both "
    "rule:named-otherwise negated-plain:any",
}
COMMON = """
steps:both found:polarity found:framing figures:any times:any cover:high shared tones-cross speakers:same agents:several
past:any length negated-plain:any hostile rule:negated rule:denied found:commitment found:quantity found:time blamed
talking:both bound:both denying:any
""".split()
LOGS = [f"log:{verdict.value}" for verdict in Verdict]
JOINT_PENALTY, FACET_PENALTY, COMMON_PENALTY, LOG_PENALTY = 20.0, 10.0, 12.0, 1.0
THRESHOLD = 0.25


@dataclass(frozen=True, slots=True)
class Example:
    """A curated link: its sides, what was found on them, and what was decided; ``size`` counts its pairs of ids."""

    event: str
    left: list[Reading]
    right: list[Reading]
    found: list[Evidence]
    values: dict[str, float]
    verdict: Verdict
    facets: frozenset[Facet]
    size: int


def load(path: Path) -> Any:
    """Read a YAML file as text."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def examples(data: Path) -> Iterator[Example]:
    """Yield every curated link under a folder of events."""
    lexicon = load_lexicon()
    for path in sorted(data.glob("*/links/*.yaml")):
        decisions, folder = load(path), path.parent.parent
        accounts = {name: load(folder / f"{name}.yaml") for name in decisions["accounts"]}
        for link in decisions.get("links", ()):
            sides = []
            for name in decisions["accounts"]:
                when = accounts[name].get("date")
                texts = {a["id"]: a["text"] for a in accounts[name]["assertions"]}
                day = datetime.date.fromisoformat(when) if when else None
                sides.append([read(texts[i], lexicon=lexicon, date=day) for i in link[name]])
            c = contrast(sides[0], sides[1])
            found = gather(c)
            facets = frozenset(Facet(f) for f in link.get("facets", ()))
            size = len(sides[0]) * len(sides[1])
            yield Example(
                folder.name, sides[0], sides[1], found, features(c, found), Verdict(link["verdict"]), facets, size
            )


def softmax(x: Any, y: Any, w: Any, penalty: float, k: int) -> Any:
    """Return the weights of a multinomial logistic regression with an L2 penalty (Nesterov's gradient method)."""
    weights = np.zeros((x.shape[1], k))
    goal = np.eye(k)[y]
    lipschitz = 0.5 * np.linalg.norm(x * np.sqrt(w)[:, None], 2) ** 2 + penalty
    ridge = np.full((x.shape[1], 1), penalty)
    ridge[0] = 1e-3
    point, step = weights.copy(), 1.0
    for _ in range(200):
        p = np.exp((z := x @ point) - z.max(1, keepdims=True))
        p /= p.sum(1, keepdims=True)
        new = point - (x.T @ ((p - goal) * w[:, None]) + ridge * point) / lipschitz
        following = (1 + np.sqrt(1 + 4 * step * step)) / 2
        point = new + (step - 1) / following * (new - weights)
        weights, step = new, following
    return weights


def fit_table(x: Any, y: Any, w: Any, penalty: float, k: int) -> Any:
    """Fit on standardised columns (the first is the constant) and return weights for the columns as they are."""
    mean, spread = x.mean(0), x.std(0)
    mean[0], spread[0] = 0.0, 1.0
    spread[spread == 0] = np.inf
    weights = softmax((x - mean) / spread, y, w, penalty, k) / spread[:, None]
    weights[0] -= mean @ weights
    return weights


def matrix(rows: Sequence[Example], names: Sequence[str]) -> Any:
    """Return the features of the examples as an array, the constant first."""
    return np.array([[1.0, *(row.values.get(name, 0.0) for name in names)] for row in rows])


def fit_joint(rows: Sequence[Example]) -> tuple[list[tuple[Verdict, Facet | None]], Any]:
    """Fit classes of verdict and facet; a link with several facets counts in parts for each."""
    parts = [(i, (r.verdict, f), r.size / max(1, len(r.facets))) for i, r in enumerate(rows) for f in facets_of(r)]
    classes = sorted({c for _, c, _ in parts}, key=lambda c: (c[0].gravity, c[1].value if c[1] else ""))
    x = matrix(rows, JOINT)[[i for i, _, _ in parts]]
    y = np.array([classes.index(c) for _, c, _ in parts])
    return classes, fit_table(x, y, np.array([size for _, _, size in parts]), JOINT_PENALTY, len(classes))


def facets_of(row: Example) -> list[Facet | None]:
    """Return the facets of an example in order, or none at all as one class."""
    return [*sorted(row.facets, key=lambda f: f.value)] or [None]


def chances(rows: Sequence[Example], classes: Sequence[tuple[Verdict, Facet | None]], weights: Any) -> Any:
    """Return the logarithms of the verdicts' probabilities."""
    p = np.exp((z := matrix(rows, JOINT) @ weights) - z.max(1, keepdims=True))
    p /= p.sum(1, keepdims=True)
    by_verdict = [[i for i, (v, _) in enumerate(classes) if v is verdict] for verdict in Verdict]
    return np.log(np.stack([p[:, index].sum(1) for index in by_verdict], 1) + 0.02)


def fit(rows: Sequence[Example]) -> Weights:
    """Fit all weights on the examples; the facets are fitted on verdicts predicted for events left out."""
    classes, joint = fit_joint(rows)
    logs = np.zeros((len(rows), len(LOGS)))
    for event in sorted({row.event for row in rows}):
        inside = [i for i, row in enumerate(rows) if row.event == event]
        held = fit_joint([row for row in rows if row.event != event])
        logs[inside] = chances([rows[i] for i in inside], *held)
    size = np.array([row.size for row in rows], float)
    facets = {name: fit_facet(rows, Facet(name), listed.split(), logs, size) for name, listed in FACETS.items()}
    table = {name: rounded(row) for name, row in zip(["bias", *JOINT], joint, strict=True) if np.any(row)}
    text = {"classes": [(v.value, f.value if f else None) for v, f in classes], "table": table, "facets": facets}
    return parse_weights(json.dumps({**text, "threshold": THRESHOLD}))


def fit_facet(rows: Sequence[Example], facet: Facet, own: Sequence[str], logs: Any, size: Any) -> dict[str, float]:
    """Fit one facet on its own features, also times the chance of a conflict, and on those that all facets share."""
    common = [name for name in COMMON if name not in own]
    mine = matrix(rows, own)
    conflict = np.exp(logs[:, [list(Verdict).index(Verdict.CONFLICT)]]) - 0.02
    x = np.hstack([mine, mine[:, 1:] * conflict, matrix(rows, common)[:, 1:], logs])
    names = ["bias", *own, *(f"{name}@conflict" for name in own), *common, *LOGS]
    penalties = [FACET_PENALTY] * (2 * len(own)) + [COMMON_PENALTY] * len(common) + [LOG_PENALTY] * len(LOGS)
    y = np.array([float(facet in row.facets) for row in rows])
    return dict(zip(names, rounded(binary(x, y, size, np.array([1e-3, *penalties]))), strict=True))


def binary(x: Any, y: Any, w: Any, penalties: Any) -> Any:
    """Return the weights of a logistic regression with an L2 penalty a column (Newton's method)."""
    mean, spread = x.mean(0), x.std(0)
    mean[0], spread[0] = 0.0, 1.0
    spread[spread == 0] = np.inf
    z = (x - mean) / spread
    weights = np.zeros(z.shape[1])
    for _ in range(25):
        p = 1 / (1 + np.exp(-z @ weights))
        slope = z.T @ ((p - y) * w) + penalties * weights
        curve = (z * (w * p * (1 - p))[:, None]).T @ z + np.diag(penalties)
        weights -= (step := np.linalg.solve(curve, slope))
        if np.abs(step).max() < 1e-7:
            break
    weights /= spread
    weights[0] -= mean @ weights
    return weights


def rounded(values: Any) -> list[float]:
    """Return numbers short enough to read."""
    return [round(float(value), 4) for value in values]


def measure(rows: Sequence[Example], weights: dict[str, Weights]) -> dict[str, float]:
    """Return verdict accuracy, precision of conflict and facets F1 over pairs of ids, each event by its own weights."""
    right = total = said = hit = tp = named = true = 0
    for row in rows:
        judgement = decide(row.left, row.right, weights[row.event])
        got = {d.facet for d in judgement.differences}
        total += row.size
        right += row.size * (judgement.verdict is row.verdict)
        said += row.size * (judgement.verdict is Verdict.CONFLICT)
        hit += row.size * (judgement.verdict is row.verdict is Verdict.CONFLICT)
        tp, named, true = (
            tp + row.size * len(got & row.facets),
            named + row.size * len(got),
            true + row.size * len(row.facets),
        )
    return {
        "pairs": total,
        "verdict_accuracy": round(right / total, 3),
        "conflict_precision": round(hit / max(1, said), 3),
        "facets_f1": round(2 * tp / max(1, named + true), 3),
    }


def document(weights: Weights, figures: dict[str, float], command: str) -> str:
    """Return the text of the weights file."""
    data = {
        "fitted": datetime.datetime.now(datetime.UTC).date().isoformat(),
        "command": command,
        "left_out": figures,
        "threshold": weights.threshold,
        "classes": [(v.value, f.value if f else None) for v, f in weights.classes],
        "table": weights.table,
        "facets": weights.facets,
    }
    return json.dumps(data, indent=1) + "\n"


def main(arguments: Sequence[str]) -> None:
    """Fit, measure, and write where asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, nargs="+")
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args(arguments)
    rows = [row for folder in args.data for row in examples(folder) if not same_words(row.left, row.right)]
    events = sorted({row.event for row in rows})
    held = {event: fit([row for row in rows if row.event != event]) for event in events}
    figures = measure(rows, held)
    sys.stdout.write(f"{len(events)} events, each left out in turn: {figures}\n")
    for event in events:
        sys.stdout.write(f"  {event:34} {measure([row for row in rows if row.event == event], held)}\n")
    if args.write:
        TARGET.write_text(document(fit(rows), figures, "python scripts/fit_verdict.py data --write"), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
