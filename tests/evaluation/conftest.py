"""The sixth part of the curated events, small enough to fit to in a test."""

import pytest
from evaluation.cases import EVENTS, LEXICON

from claimdiff.evaluation.samples import Sample, samples_of


@pytest.fixture(scope="session")
def samples() -> list[Sample]:
    return samples_of(EVENTS, LEXICON)
