"""Count what a draft found against a truth: every (sentence, party) that is found or missed counts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from claimdiff.accounts.model import Source
from claimdiff.drafting.draft import Draft, NoParty, draft_accounts
from claimdiff.language.lexicon import load_lexicon

Row = tuple[str, set[str], set[str]]

UNSEEN = Path(__file__).parent / "unseen"
# The party that a curator would give, since the text is one party's own.
GIVEN = {"dev-readout": ("Canada",), "held-press": ("Norrlund",)}


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


def truth(name: str, folder: Path) -> list[Row]:
    """Return the sentences with the parties that must and that may be found."""
    rows = []
    for line in (folder / "truth" / f"{name}.tsv").read_text(encoding="utf-8").splitlines():
        labels, _, sentence = line.partition("\t")
        parties = [label for label in labels.split(",") if label != "-"]
        rows.append((sentence, {p for p in parties if p[0] != "?"}, {p[1:] for p in parties if p[0] == "?"}))
    return rows


def party_names(name: str, folder: Path) -> Mapping[str, set[str]]:
    """Return name of a party, in lower case -> the labels that it may stand for."""
    known: dict[str, Any] = yaml.safe_load((folder / "truth" / "parties.yaml").read_text(encoding="utf-8"))[name]
    found: dict[str, set[str]] = {}
    for label, names in known.items():
        for one in names:
            found.setdefault(one.lower(), set()).add(label)
    return found


def score(draft: Draft, rows: list[Row], labels: Mapping[str, set[str]]) -> Score:
    """Count the pairs of a draft against the rows of a truth."""
    parties = {one.account.key: one.account.party.lower() for one in draft.accounts}
    right, wrong, missed = 0, [], []
    for placement in draft.placements:
        sentence = placement.sentence.text
        must, may = next(((a, b) for text, a, b in rows if sentence in text or text in sentence), (set(), set()))
        got = set()
        for key in placement.parties:
            candidates = labels.get(parties[key], {parties[key]})
            got.add(min(candidates & must or candidates & may or candidates))
        right += len(got & must)
        wrong += [(sentence, party) for party in sorted(got - must - may)]
        missed += [(sentence, party) for party in sorted(must - got)]
    return Score(right=right, wrong=tuple(wrong), missed=tuple(missed))


def total(scores: Sequence[Score]) -> Score:
    """Add scores up."""
    return Score(
        right=sum(one.right for one in scores),
        wrong=tuple(pair for one in scores for pair in one.wrong),
        missed=tuple(pair for one in scores for pair in one.missed),
    )


def measured(name: str) -> Score:
    """Draft an unseen text and count against its truth; the truth must account for the whole text, in order.

    Where drafting refuses a text since it does not know whose it is, all of the truth is missed.
    """
    text, rows = (UNSEEN / "texts" / f"{name}.txt").read_text(encoding="utf-8"), truth(name, UNSEEN)
    if "".join("".join(sentence for sentence, _, _ in rows).split()) != "".join(text.split()):
        raise ValueError(f"{name}: the truth's sentences are not those of the text")
    source, parties = Source(key=name, publisher="The Paper"), list(GIVEN.get(name, ()))
    try:
        draft = draft_accounts(text, source=source, lexicon=load_lexicon(), parties=parties)
    except NoParty:
        missed = tuple((sentence, party) for sentence, must, _ in rows for party in sorted(must))
        return Score(right=0, wrong=(), missed=missed)
    return score(draft, rows, party_names(name, UNSEEN))
