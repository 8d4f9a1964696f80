"""Who says what, against truths written by reading the texts: every (sentence, party) that is found or missed counts."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from claimdiff.accounts.model import Source
from claimdiff.drafting.draft import Draft, Kind, draft_accounts
from claimdiff.language.lexicon import load_lexicon

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """What was found rightly, wrongly, and missed; the pairs that are wrong or missed, to be read."""

    right: int
    wrong: tuple[tuple[str, str], ...]
    missed: tuple[tuple[str, str], ...]

    @property
    def precision(self) -> float:
        return self.right / max(1, self.right + len(self.wrong))

    @property
    def recall(self) -> float:
        return self.right / max(1, self.right + len(self.missed))


def source_text(name: str) -> str:
    path = SEED if name == "seed" else HERE / "texts" / f"{name}.txt"
    return path.read_text(encoding="utf-8")


def truth(name: str) -> list[tuple[str, set[str], set[str]]]:
    """Return the sentences with the parties that must and that may be found."""
    rows = []
    for line in (HERE / "truth" / f"{name}.tsv").read_text(encoding="utf-8").splitlines():
        labels, _, sentence = line.partition("\t")
        parties = [label for label in labels.split(",") if label != "-"]
        rows.append((sentence, {p for p in parties if p[0] != "?"}, {p[1:] for p in parties if p[0] == "?"}))
    return rows


def party_names(name: str) -> Mapping[str, set[str]]:
    """Return name of a party, in lower case -> the labels that it may stand for."""
    known: dict[str, Any] = yaml.safe_load((HERE / "truth" / "parties.yaml").read_text(encoding="utf-8"))[name]
    found: dict[str, set[str]] = {}
    for label, names in known.items():
        for one in names:
            found.setdefault(one.lower(), set()).add(label)
    return found


@lru_cache
def drafted(name: str) -> Draft:
    parties = ["Norway"] if name == "readout" else []
    source = Source(key=name, publisher="The Paper")
    return draft_accounts(source_text(name), source=source, lexicon=load_lexicon(), parties=parties)


@lru_cache
def scored(name: str) -> Score:
    draft, rows, labels = drafted(name), truth(name), party_names(name)
    parties = {one.account.key: one.account.party.lower() for one in draft.accounts}
    right, wrong, missed = 0, [], []
    for placement in draft.placements:
        sentence = placement.sentence.text
        must, may = next(((a, b) for text, a, b in rows if sentence in text or text in sentence), (set(), set()))
        got = set()
        for key in placement.parties:
            candidates = labels.get(parties[key], {parties[key]})
            got.add(next(iter(sorted(candidates & must) or sorted(candidates))))
        right += len(got & must)
        wrong += [(sentence, party) for party in sorted(got - must - may)]
        missed += [(sentence, party) for party in sorted(must - got)]
    return Score(right=right, wrong=tuple(wrong), missed=tuple(missed))


@pytest.mark.parametrize("name", TEXTS)
def test_draft__text_with_truth__precision_and_recall_hold(name: str) -> None:
    score = scored(name)
    assert score.precision >= 0.90, score.wrong
    assert score.recall >= 0.85, score.missed


@pytest.mark.parametrize("name", TEXTS)
def test_truth__every_sentence__stands_in_the_text(name: str) -> None:
    text = source_text(name)
    assert [sentence for sentence, _, _ in truth(name) if sentence not in text] == []


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
