"""Measure the quantity and time comparators alone against labelled pairs.

    python tests/measure/pairs.py FILE [--half even|odd] [-v]

FILE has one JSON object a line: ``left``, ``right`` (texts) and ``conflict`` (true or false). The halves are blocks of a
hundred lines in turn, so that a rule found in the errors of one can be tried on the other.
"""

import argparse
import json
import sys
import time
from collections import Counter
from pathlib import Path

from claimdiff.language.lexicon import load_lexicon
from claimdiff.language.read import read
from claimdiff.verdict.contrast import contrast
from claimdiff.verdict.quantity import compare_quantities
from claimdiff.verdict.time import compare_times
from claimdiff.vocabulary import Verdict

BLOCK = 100


def conflicts(left: str, right: str) -> bool:
    """Tell whether the numbers or times of two texts contradict each other."""
    lexicon = load_lexicon()
    c = contrast([read(left, lexicon=lexicon)], [read(right, lexicon=lexicon)])
    return any(found.verdict is Verdict.CONFLICT for found in (*compare_quantities(c), *compare_times(c)))


def measure(path: Path, half: str | None, verbose: bool) -> None:
    """Print accuracy, precision and recall of conflicts, and with ``verbose`` every miss."""
    counts: Counter[tuple[bool, bool]] = Counter()
    started = time.perf_counter()
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        if half and (number // BLOCK) % 2 != (half == "odd"):
            continue
        row = json.loads(line)
        got = conflicts(row["left"], row["right"])
        counts[row["conflict"], got] += 1
        if verbose and got != row["conflict"]:
            sys.stdout.write(f"{'missed' if row['conflict'] else 'false '} {row['left']} | {row['right']}\n")
    total = counts.total()
    right = counts[True, True] + counts[False, False]
    called, true = counts[True, True] + counts[False, True], counts[True, True] + counts[True, False]
    pace = 1000 * (time.perf_counter() - started) / max(1, total)
    sys.stdout.write(
        f"{total} pairs: accuracy {right / max(1, total):.3f}, conflicts precision {counts[True, True] / max(1, called):.3f} "
        f"recall {counts[True, True] / max(1, true):.3f}; {pace:.2f} ms a pair\n"
    )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--half", choices=["even", "odd"])
    parser.add_argument("-v", action="store_true")
    options = parser.parse_args()
    measure(options.file, options.half, options.v)
