"""Measure drafting on texts that no rule had seen: ``python tests/measure/drafting_unseen.py [--group GROUP] [-v GROUP]``.

Prints precision and recall of (sentence, party) for every text of ``tests/drafting/unseen``, group by group: ``dev``, ``held``,
``fresh`` and ``more``, of which ``-v`` adds what was wrong (``+``) and missed (``-``) since they may be read while rules are
written; of each of the ``blind`` groups there is one figure for all. The truth of every text is compared with its text first.
"""

import argparse
import sys
from pathlib import Path

TESTS = Path(__file__).parents[1]
sys.path.insert(0, str(TESTS))

from drafting.scoring import UNSEEN, Score, measured, total  # noqa: E402

SHOWN, BLIND = ("dev", "held", "fresh", "more"), ("blind", "blind2", "blind3")


def line(name: str, found: Score) -> str:
    """Write a score as a line of the table."""
    figures = f"{found.precision:10.3f}{found.recall:8.3f}{found.right:7}{len(found.wrong):7}{len(found.missed):8}"
    return f"{name:18}{figures}\n"


def main() -> None:
    """Print the table, group by group."""
    parser = argparse.ArgumentParser(description="Measure drafting on texts that no rule had seen.")
    parser.add_argument("--group", choices=(*SHOWN, *BLIND), help="measure this group alone")
    parser.add_argument("-v", dest="errors", choices=SHOWN, help="show the errors of this group")
    options = parser.parse_args()
    sys.stdout.write(f"{'text':18}{'precision':>10}{'recall':>8}{'right':>7}{'wrong':>7}{'missed':>8}\n")
    for group in (options.group,) if options.group else (*SHOWN, *BLIND):
        scores = {path.stem: measured(path.stem) for path in sorted((UNSEEN / "texts").glob(f"{group}-*.txt"))}
        for name, found in scores.items() if group in SHOWN else ():
            sys.stdout.write(line(name, found))
            if options.errors == group:
                marked = [("+", *pair) for pair in found.wrong] + [("-", *pair) for pair in found.missed]
                sys.stdout.write("".join(f"    {sign} {party}: {sentence}\n" for sign, sentence, party in marked))
        sys.stdout.write(line(group, total(list(scores.values()))) + "\n")


if __name__ == "__main__":
    main()
