"""Measure the judge against labelled links and pairs.

    python tests/measure/judge.py [--events DIR …] [--facets FILE] [--probe FILE] [--numbers FILE] [--half even|odd] [-v]
    python tests/measure/judge.py --misleading tests/measure/misleading.tsv [-v]

Events are folders with curated links (``score.py``'s rules: verdict accuracy over the curated pairs, facets F1).
"""

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from claimdiff.language.lexicon import load_lexicon
from claimdiff.language.read import read
from claimdiff.language.reading import Reading
from claimdiff.verdict.judge import judge_readings
from claimdiff.verdict.model import Judgement

LEXICON = load_lexicon()


def write(*parts: object) -> None:
    """Write a line to standard output."""
    sys.stdout.write(" ".join(str(part) for part in parts) + "\n")


def load(path: Path) -> Any:
    """Read a YAML file as text."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def links(folder: Path) -> Iterator[tuple[dict[str, Any], list[Reading], list[Reading]]]:
    """Yield the curated links of an event with the readings of both sides."""
    for path in sorted((folder / "links").glob("*.yaml")):
        decisions = load(path)
        accounts = {name: load(folder / f"{name}.yaml") for name in decisions["accounts"]}
        for link in decisions.get("links", ()):
            sides = []
            for name in decisions["accounts"]:
                when = accounts[name].get("date")
                day = date.fromisoformat(when) if when and len(when) == 10 else None
                texts = {a["id"]: a["text"] for a in accounts[name]["assertions"]}
                sides.append([read(texts[i], lexicon=LEXICON, date=day) for i in link[name]])
            yield link | {"sides": [link[name] for name in decisions["accounts"]]}, sides[0], sides[1]


def measure_events(folders: list[Path], verbose: bool) -> None:
    """Print verdict accuracy and facets F1 over pairs of ids."""
    right = total = tp = fp = fn = 0
    confusion: Counter[tuple[str, str]] = Counter()
    by_facet: Counter[tuple[str, str]] = Counter()
    for folder in folders:
        for link, a, b in links(folder):
            judgement = judge_readings(a, b)
            n = len(a) * len(b)
            truth, got = set(link.get("facets", ())), {d.facet.value for d in judgement.differences}
            total += n
            right += n * (judgement.verdict.value == link["verdict"])
            confusion[(link["verdict"], judgement.verdict.value)] += n
            for name, ids in (("tp", truth & got), ("fp", got - truth), ("fn", truth - got)):
                for facet in ids:
                    by_facet[(facet, name)] += n
            tp, fp, fn = tp + n * len(truth & got), fp + n * len(got - truth), fn + n * len(truth - got)
            if verbose:
                show(
                    link["verdict"],
                    sorted(truth),
                    " // ".join(r.text for r in a),
                    " // ".join(r.text for r in b),
                    judgement,
                )
    write(
        f"events: {total} pairs, verdict accuracy {right / total:.3f}, facets P {tp / max(1, tp + fp):.3f} "
        f"R {tp / max(1, tp + fn):.3f} F1 {2 * tp / max(1, 2 * tp + fp + fn):.3f}"
    )
    write("  truth -> got:", {f"{a}->{b}": n for (a, b), n in sorted(confusion.items())})
    write(
        "  facets:", {f: tuple(by_facet[(f, k)] for k in ("tp", "fp", "fn")) for f in sorted({f for f, _ in by_facet})}
    )


def show(verdict: str, facets: list[str], left: str, right: str, judgement: Judgement) -> None:
    """Print one pair with what the judge says."""
    mark = "ok " if verdict == judgement.verdict.value else "NO "
    write(
        f"{mark}{verdict} {facets} got {judgement.verdict.value} judged={judgement.judged}\n   L {left}\n   R {right}"
    )
    for d in judgement.differences:
        words = [p.words if p else None for p in (d.left, d.right)]
        write(f"      {d.facet.value} {d.verdict.value}: {words[0]!r} | {words[1]!r} {d.explanation}")


def binary(rows: list[tuple[str, str, bool]], name: str, verbose: bool) -> None:
    """Print precision, recall and accuracy of the verdict conflict."""
    counts: Counter[tuple[bool, bool]] = Counter()
    start = time.perf_counter()
    for left, right, truth in rows:
        judgement = judge_readings([read(left, lexicon=LEXICON)], [read(right, lexicon=LEXICON)])
        got = judgement.verdict.value == "conflict"
        counts[(truth, got)] += 1
        if verbose and truth != got:
            show("conflict" if truth else "other", [], left, right, judgement)
    spent = time.perf_counter() - start
    tp, fp, fn, tn = (counts[k] for k in ((True, True), (False, True), (True, False), (False, False)))
    write(
        f"{name}: {len(rows)} pairs, precision {tp / max(1, tp + fp):.3f} recall {tp / max(1, tp + fn):.3f} "
        f"accuracy {(tp + tn) / len(rows):.3f} (tp {tp} fp {fp} fn {fn}), {1000 * spent / len(rows):.2f} ms a pair"
    )


def misleading(path: Path, *, verbose: bool = False) -> Counter[str]:
    """Count how often pairs that are written to mislead are called a conflict or an agreement that they are not.

    A line has the verdicts that are right, with "/" between them, and both texts.
    """
    counts: Counter[str] = Counter()
    for line in path.read_text(encoding="utf-8").splitlines():
        right, left, other = line.split("\t")
        sides = [[read(text, lexicon=LEXICON, date=date(2025, 7, 25))] for text in (left, other)]
        judgement = judge_readings(*sides)
        got = judgement.verdict.value
        counts["right" if got in right.split("/") else f"false {got}"] += 1
        if verbose and got not in right.split("/"):
            show(right, [], left, other, judgement)
    return counts


def half(rows: list[Any], which: str | None, block: int = 1) -> list[Any]:
    """Return every other block of rows."""
    return [row for i, row in enumerate(rows) if which is None or (i // block) % 2 == (which == "odd")]


def main(arguments: list[str]) -> None:
    """Measure what the arguments name."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=Path, nargs="*", default=[])
    parser.add_argument("--facets", type=Path)
    parser.add_argument("--probe", type=Path)
    parser.add_argument("--numbers", type=Path)
    parser.add_argument("--misleading", type=Path)
    parser.add_argument("--half", choices=["even", "odd"])
    parser.add_argument("-v", action="store_true")
    args = parser.parse_args(arguments)
    if args.events:
        folders = half(sorted(p.parent for top in args.events for p in top.glob("*/links")), args.half)
        measure_events(folders, args.v)
    for name, path in (("facets", args.facets), ("numbers", args.numbers)):
        if path:
            data = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
            rows = [(d["left"], d["right"], d.get("conflict", d.get("label") == "contradiction")) for d in data]
            binary(half(rows, args.half, 4), name, args.v)
    if args.misleading:
        counts = misleading(args.misleading, verbose=args.v)
        told = ", ".join(f"{name} {count}" for name, count in sorted(counts.items()))
        write(f"misleading: {counts.total()} pairs, {told}")
    if args.probe:
        lines = [line.split("\t") for line in args.probe.read_text(encoding="utf-8").splitlines()[1:]]
        for label in ("conflict", "near", "same", "different", "trap"):
            binary(
                [(r[3], r[4], r[1] == "conflict") for r in lines if r[1] == label],
                f"probe {label}",
                args.v and label in {"conflict", "near", "same"},
            )


if __name__ == "__main__":
    main(sys.argv[1:])
