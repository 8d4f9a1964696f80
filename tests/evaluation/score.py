#!/usr/bin/env python3
# The reference that the evaluation is held to; kept as it is.
# fmt: off
# ruff: noqa
# mypy: ignore-errors
"""Score comparisons against curated decisions.

    score.py EVENTS_DIR REPORTS_DIR [--json]

EVENTS_DIR/<event>/links/<a>--<b>.yaml holds the decisions on a reviewed pair; REPORTS_DIR/<event>.json is the JSON of
`claimdiff compare A B --ignore-curated` on that pair (either way round).

Rules. A link of n and m ids stands for its n x m pairs. The prediction is the report's sure links plus the possible ones
marked `chosen`; `sure` is scored apart. Pairs decided `doubtful` count neither way, in links, verdicts and facets; an
assertion in no link but in a doubtful pair counts neither way as an omission. An assertion is predicted silent where it
is in no predicted link; `likely` scores the report's `omissions`. Verdicts and facets are scored end to end over pairs (a
pair that is not linked has none); verdict accuracy over the pairs that both link. The rank of a true partner is the better
of its two ranks (from either side) in `candidates`, ties counted against it.
"""
from __future__ import annotations

import argparse
import json
from dataclasses import dataclass, field
from pathlib import Path

import yaml

VERDICTS = ("agree", "partial", "conflict")


@dataclass
class Tally:
    tp: int = 0
    fp: int = 0
    fn: int = 0

    def add(self, predicted: set, truth: set) -> None:
        self.tp += len(predicted & truth)
        self.fp += len(predicted - truth)
        self.fn += len(truth - predicted)

    @property
    def precision(self) -> float | None:
        return self.tp / (self.tp + self.fp) if self.tp + self.fp else None

    @property
    def recall(self) -> float | None:
        return self.tp / (self.tp + self.fn) if self.tp + self.fn else None

    @property
    def f1(self) -> float | None:
        total = 2 * self.tp + self.fp + self.fn
        return 2 * self.tp / total if total else None

    def figures(self) -> dict:
        short = lambda x: None if x is None else round(x, 4)
        return {"precision": short(self.precision), "recall": short(self.recall), "f1": short(self.f1),
                "tp": self.tp, "fp": self.fp, "fn": self.fn}


def by_pair(links: list[dict]) -> dict[tuple[str, str], tuple[str | None, frozenset]]:
    """Each (left id, right id) with its verdict and facets."""
    return {(a, b): (k.get("verdict"), frozenset(k.get("facets") or ())) for k in links for a in k["left"] for b in k["right"]}


@dataclass
class Score:
    links: Tally = field(default_factory=Tally)
    sure: Tally = field(default_factory=Tally)
    sure_conflicts: Tally = field(default_factory=Tally)
    omissions: Tally = field(default_factory=Tally)
    likely: Tally = field(default_factory=Tally)
    verdicts: dict = field(default_factory=lambda: {v: Tally() for v in VERDICTS})
    facets: Tally = field(default_factory=Tally)
    shared: int = 0
    right: int = 0
    ranks: list = field(default_factory=list)

    def add(self, truth: dict, report: dict) -> None:
        """truth: load_truth's; report: {"sure": links, "chosen": links, "likely": {("L"|"R", id)}, "candidates": {(a, b): score} | None}."""
        doubtful = truth["doubtful"]
        kept = lambda links: {k: v for k, v in by_pair(links).items() if k not in doubtful}
        sure, predicted, true = kept(report["sure"]), kept(report["sure"] + report["chosen"]), by_pair(truth["links"])
        self.links.add(set(predicted), set(true))
        self.sure.add(set(sure), set(true))
        conflicts = lambda pairs: {k for k, v in pairs.items() if v[0] == "conflict"}
        self.sure_conflicts.add(conflicts(sure), conflicts(true))
        ends = lambda pairs: {("L", a) for a, _ in pairs} | {("R", b) for _, b in pairs}
        every = {("L", i) for i in truth["left"]} | {("R", i) for i in truth["right"]}
        open_ = ends(doubtful) - ends(true)
        silent = every - ends(true) - open_
        self.omissions.add(every - ends(predicted) - open_, silent)
        self.likely.add(report["likely"] - open_, silent)
        for v in VERDICTS:
            self.verdicts[v].add({k for k, p in predicted.items() if p[0] == v}, {k for k, t in true.items() if t[0] == v})
        self.facets.add({(k, f) for k, p in predicted.items() for f in p[1]}, {(k, f) for k, t in true.items() for f in t[1]})
        for k in set(predicted) & set(true):
            self.shared += 1
            self.right += predicted[k][0] == true[k][0]
        if report["candidates"] is not None:
            self.ranks += [rank(report["candidates"], k) for k in true]

    def top(self, k: int) -> float | None:
        return sum(r is not None and r <= k for r in self.ranks) / len(self.ranks) if self.ranks else None

    def figures(self) -> dict:
        scored = [t.f1 for t in self.verdicts.values() if t.f1 is not None]
        return {
            "links": self.links.figures(), "sure_links": self.sure.figures(), "sure_conflicts": self.sure_conflicts.figures(),
            "omissions": self.omissions.figures(), "likely_omissions": self.likely.figures(),
            "verdict_accuracy": round(self.right / self.shared, 4) if self.shared else None,
            "verdict_macro_f1": round(sum(scored) / len(scored), 4) if scored else None,
            "verdicts": {v: t.figures() for v, t in self.verdicts.items()}, "facets": self.facets.figures(),
            "partner_in_top": {str(k): None if self.top(k) is None else round(self.top(k), 4) for k in (1, 3, 5)},
        }

    def __str__(self) -> str:
        f = self.figures()
        s = lambda x: "  –  " if x is None else f"{x:.3f}"
        prf = lambda t: f"P {s(t['precision'])} R {s(t['recall'])} F1 {s(t['f1'])}"
        return (f"links {prf(f['links'])} | sure {prf(f['sure_links'])} | sure conflicts P {s(f['sure_conflicts']['precision'])} | "
                f"omissions F1 {s(f['omissions']['f1'])} | likely P {s(f['likely_omissions']['precision'])} R {s(f['likely_omissions']['recall'])} | "
                f"verdict acc {s(f['verdict_accuracy'])} macro-F1 {s(f['verdict_macro_f1'])} | facets F1 {s(f['facets']['f1'])} | "
                f"partner in 1/3/5 {'/'.join(s(v) for v in f['partner_in_top'].values())}")


def rank(candidates: dict[tuple[str, str], float], pair: tuple[str, str]) -> int | None:
    score = candidates.get(pair)
    if score is None:
        return None
    a, b = pair
    rivals = [[v for k, v in candidates.items() if k != pair and k[i] == pair[i]] for i in (0, 1)]
    return 1 + min(sum(v >= score for v in side) for side in rivals)


def load_truth(folder: Path, names: tuple[str, str] | None = None) -> dict:
    """Decisions on the folder's one reviewed pair; left is the first in alphabetical order unless names says otherwise."""
    read = lambda p: yaml.load(p.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    (path,) = (folder / "links").glob("*.yaml") if names is None else [folder / "links" / f"{'--'.join(sorted(names))}.yaml"]
    decisions = read(path)
    left, right = names or decisions["accounts"]
    ids = lambda name: [a["id"] for a in read(folder / f"{name}.yaml")["assertions"]]
    return {
        "names": (left, right), "left": ids(left), "right": ids(right),
        "links": [dict(k, left=k[left], right=k[right]) for k in decisions.get("links", ()) if not k.get("by", "").startswith("model:")],
        "doubtful": {(a, b) for k in decisions.get("doubtful", ()) for a in k[left] for b in k[right]},
    }


def load_report(path: Path, names: tuple[str, str]) -> dict:
    """The comparison of the two named accounts, turned so that names[0] is left."""
    turn = {"left": "right", "right": "left"}
    for c in json.loads(path.read_text(encoding="utf-8"))["comparisons"]:
        if (c["left"], c["right"]) == names:
            side = {"left": "left", "right": "right"}
        elif (c["right"], c["left"]) == names:
            side = turn
        else:
            continue
        if any(k["origin"] == "curated" for k in c["links"]) or any(o["status"] == "confirmed" for o in c["omissions"]):
            raise SystemExit(f"{path}: made with decisions in force; use --ignore-curated")
        link = lambda k: {"left": k[side["left"]], "right": k[side["right"]], "verdict": k["verdict"],
                          "facets": sorted({d["facet"] for d in k["differences"]})}
        return {
            "sure": [link(k) for k in c["links"]],
            "chosen": [link(k) for k in c["possible"] if k.get("chosen")],
            "likely": {("L" if o["account"] == names[0] else "R", o["id"]) for o in c["omissions"]},
            "candidates": {(k[side["left"]], k[side["right"]]): k["score"] for k in c["candidates"]},
        }
    raise SystemExit(f"{path}: no comparison of {names[0]} and {names[1]}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("events", type=Path)
    parser.add_argument("reports", type=Path)
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    total, rows = Score(), {}
    for folder in sorted(p.parent for p in args.events.glob("*/links")):
        truth = load_truth(folder)
        report = load_report(args.reports / f"{folder.name}.json", truth["names"])
        rows[folder.name] = one = Score()
        one.add(truth, report)
        total.add(truth, report)
    if args.json:
        print(json.dumps({"total": total.figures(), "events": {k: v.figures() for k, v in rows.items()}}, indent=1))
        return
    for name, one in rows.items():
        print(f"{name:38} {one}")
    print(f"{'all':38} {total}")


if __name__ == "__main__":
    main()
