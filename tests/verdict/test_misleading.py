"""Pairs that are written to mislead: the judge is no worse on them than it was."""

from collections import Counter
from datetime import date
from pathlib import Path

from claimdiff.language.lexicon import load_lexicon
from claimdiff.language.read import read
from claimdiff.verdict.judge import judge_readings

PAIRS = Path(__file__).parents[1] / "measure" / "misleading.tsv"
LEXICON = load_lexicon()


def test_judge_readings__misleading_pairs__few_false_conflicts_and_agreements() -> None:
    counts: Counter[str] = Counter()
    for line in PAIRS.read_text(encoding="utf-8").splitlines():
        right, *texts = line.split("\t")
        left, other = ([read(text, lexicon=LEXICON, date=date(2025, 7, 25))] for text in texts)
        got = judge_readings(left, other).verdict.value
        counts["right" if got in right.split("/") else got] += 1
    assert counts.total() == 300
    assert counts["conflict"] <= 32
    assert counts["agree"] <= 23
