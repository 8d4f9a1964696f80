"""Pairs that are written to mislead: the judge is no worse on them than it was."""

from pathlib import Path

from measure.judge import misleading

PAIRS = Path(__file__).parents[1] / "measure" / "misleading.tsv"


def test_judge_readings__misleading_pairs__few_false_conflicts_and_agreements() -> None:
    counts = misleading(PAIRS)
    assert counts.total() == 300
    assert counts["false conflict"] <= 32
    assert counts["false agree"] <= 23
