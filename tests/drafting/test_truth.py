"""Who says what, against truths written by reading the texts: every (sentence, party) that is found or missed counts."""

from functools import lru_cache
from pathlib import Path

import pytest

from claimdiff.accounts.model import Source
from claimdiff.drafting.draft import Draft, Kind, draft_accounts
from claimdiff.language.lexicon import load_lexicon
from drafting.scoring import Score, party_names, score, truth

HERE = Path(__file__).parent
SEED = HERE.parents[1] / "seeds" / "000_775401348d42a178.txt"
TEXTS = (
    "seed",
    "liveblog",
    "readout",
    "court",
    "labour",
    "agency",
    "summit",
    "politics",
    "police",
    "sport",
    "business",
)


def source_text(name: str) -> str:
    path = SEED if name == "seed" else HERE / "texts" / f"{name}.txt"
    return path.read_text(encoding="utf-8")


@lru_cache
def drafted(name: str) -> Draft:
    parties = ["Norway"] if name == "readout" else []
    source = Source(key=name, publisher="The Paper")
    return draft_accounts(source_text(name), source=source, lexicon=load_lexicon(), parties=parties)


@lru_cache
def scored(name: str) -> Score:
    return score(drafted(name), truth(name, HERE), party_names(name, HERE))


@pytest.mark.parametrize("name", TEXTS)
def test_draft__text_with_truth__precision_and_recall_hold(name: str) -> None:
    score = scored(name)
    assert score.precision >= 0.90, score.wrong
    assert score.recall >= 0.85, score.missed


@pytest.mark.parametrize("name", TEXTS)
def test_truth__every_sentence__stands_in_the_text(name: str) -> None:
    text = source_text(name)
    assert [sentence for sentence, _, _ in truth(name, HERE) if sentence not in text] == []


@pytest.mark.parametrize("name", TEXTS)
def test_draft__any_text__every_quote_is_verbatim_at_its_place(name: str) -> None:
    text, lines = source_text(name), source_text(name).split("\n")
    for one in drafted(name).accounts:
        for assertion in one.account.assertions:
            line, column = one.places[assertion.id]
            first = assertion.quotes[0].quote
            assert lines[line - 1][column - 1 :].startswith(first.split("\n")[0])
            assert [quote.quote for quote in assertion.quotes if quote.quote not in text] == []


@pytest.mark.parametrize("name", TEXTS)
def test_draft__any_text__every_letter_is_accounted_for(name: str) -> None:
    text = source_text(name)
    rest = list(text)
    for placement in drafted(name).placements:
        sentence = placement.sentence
        assert text[sentence.start : sentence.end] == sentence.text
        rest[sentence.start : sentence.end] = " " * len(sentence.text)
    assert "".join(rest).strip() == ""


def test_draft__seed__kinds_are_told_apart() -> None:
    assert [drafted(name).kind for name in ("seed", "readout", "court")] == [Kind.NEWS, Kind.READOUT, Kind.NEWS]
