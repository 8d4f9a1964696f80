"""Fit the matcher anew and write its data file: ``python -m claimdiff.evaluation.refit --data data --on 2026-11-24``.

The same data, lexicon and date give the same file, byte for byte. It needs numpy (``pip install numpy``).
"""

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from claimdiff.accounts.load import load_event
from claimdiff.accounts.model import Event
from claimdiff.alignment.weights import FILE, Weights, weights_data
from claimdiff.evaluation.evaluate import Evaluation, evaluate
from claimdiff.evaluation.fit import Fitter
from claimdiff.evaluation.floors import FIGURES, JUDGED
from claimdiff.evaluation.samples import samples_of
from claimdiff.evaluation.tally import rounded
from claimdiff.language.lexicon import Lexicon, load_lexicon
from claimdiff.verdict.weights import load_weights

COMMAND = "python -m claimdiff.evaluation.refit --data data"
TARGET = Path(__file__).parents[1] / "alignment" / FILE


def refit(events: Sequence[Event], lexicon: Lexicon, *, made: str, found: Evaluation | None = None) -> Weights:
    """Return weights fitted to all reviewed pairs of accounts, with the figures of the same fit on events left out.

    ``made``: the date to write into the file. ``found``: those figures, where they were measured on the same events already.
    """
    weights = Fitter(samples_of(events, lexicon)).fit()
    if found is None:
        # No figure in this file rests on the judge, so that it need not be fitted anew.
        found = evaluate(events, lexicon=lexicon, weights=weights, leave_one_out=True, judge=load_weights())
    figures: dict[str, Any] = {"events left out": len(found.events)}
    figures |= {label: rounded(of(found)) for name, (label, of) in FIGURES.items() if name not in JUDGED}
    return replace(weights, made=made, command=f"{COMMAND} --on {made}", figures=figures)


def weights_text(weights: Weights) -> str:
    """Return weights as the text of their file."""
    return json.dumps(weights_data(weights), ensure_ascii=False, indent=2) + "\n"


def events_in(folder: Path) -> list[Event]:
    """Return the events of a data folder, by name; those without decisions are left out."""
    return [load_event(path) for path in sorted(folder.iterdir()) if (path / "links").is_dir()]


def write_or_check(
    arguments: Sequence[str],
    *,
    what: str,
    command: str,
    target: Path,
    text: Callable[[Sequence[Event], Lexicon, str], str],
) -> int:
    """Write a data file made of the events in a folder, or with ``--check`` say whether it is current.

    ``what``: the data's name; ``command``: what repeats it but for the date; ``target``: the shipped file; ``text``: makes
    the file's text of the events, the lexicon and the date to write into it.
    """
    parser = argparse.ArgumentParser(description=f"Fit {what} to curated events.")
    parser.add_argument("--data", type=Path, required=True, help="folder of events")
    parser.add_argument("--on", type=date.fromisoformat, required=True, help="date to write into the file")
    parser.add_argument("--out", type=Path, default=target, help="file to write, the shipped one unless given")
    parser.add_argument(
        "--check", action="store_true", help="write nothing; exit 1 where the file is not what it would be"
    )
    options = parser.parse_args(arguments)
    made = text(events_in(options.data), load_lexicon(), options.on.isoformat())
    if not options.check:
        options.out.write_text(made, encoding="utf-8")
        return 0
    current = options.out.exists() and options.out.read_text(encoding="utf-8") == made
    sys.stderr.write("" if current else f"{options.out} is not current: run {command} --on {options.on}\n")
    return 0 if current else 1


def main(arguments: Sequence[str]) -> int:
    """Write the data file of the matcher's weights, or with ``--check`` say whether it is current."""

    def text(events: Sequence[Event], lexicon: Lexicon, made: str) -> str:
        return weights_text(refit(events, lexicon, made=made))

    return write_or_check(arguments, what="the matcher's weights", command=COMMAND, target=TARGET, text=text)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
