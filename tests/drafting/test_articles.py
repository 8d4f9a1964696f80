"""Whose words the sentences of many short articles tell, counted article by article and over all."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pytest

from claimdiff.accounts.model import Source
from claimdiff.drafting.draft import Draft, Kind, draft_accounts
from claimdiff.language.lexicon import load_lexicon

ARTICLES = Path(__file__).parent / "articles.tsv"


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A text, and for each of its sentences the parties' names: each set stands for a party, ``may`` for one at will."""

    text: str
    must: dict[str, tuple[frozenset[str], ...]]
    may: dict[str, frozenset[str]]


def folded(name: str) -> str:
    return name.lower().removeprefix("the ").replace("’", "'")


def read() -> Iterator[tuple[str, Article]]:
    for block in re.split(r"^== ", ARTICLES.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        name, _, body = block.partition("\n")
        text, must, may = "", {}, {}
        for line in body.splitlines():
            labels, _, sentence = line.partition("\t")
            text = f"{text}{sentence} " if line.strip() else f"{text.rstrip()}\n\n"
            parties = tuple(frozenset(map(folded, one.strip("?").split("/"))) for one in labels.split("+"))
            must[sentence] = () if labels[:1] in ("-", "?", "") else parties
            may[sentence] = frozenset().union(*parties) if labels.startswith("?") else frozenset()
        yield name, Article(text=text, must=must, may=may)


KNOWN = dict(read())


@lru_cache
def drafted(name: str) -> Draft:
    source = Source(key=name, publisher="The Paper")
    return draft_accounts(KNOWN[name].text, source=source, lexicon=load_lexicon(), kind=Kind.NEWS)


def counted(name: str) -> tuple[int, list[str], list[str]]:
    """Return how many parties were found rightly, and what was found wrongly and missed."""
    article, draft = KNOWN[name], drafted(name)
    names = {one.account.key: folded(one.account.party) for one in draft.accounts}
    right, wrong, missed = 0, [], []
    for placement in draft.placements:
        text = placement.sentence.text
        sentence = next((s for s in article.must if s and (s in text or text in s)), "")
        left = list(article.must.get(sentence, ()))
        for party in (names[key] for key in placement.parties):
            hit = next((one for one in left if party in one), None)
            if hit is not None:
                left.remove(hit)
                right += 1
            elif party not in article.may.get(sentence, frozenset()):
                wrong.append(f"{party}: {text}")
        missed += [f"{min(one)}: {text}" for one in left]
    return right, wrong, missed


@pytest.mark.parametrize("name", KNOWN)
def test_draft__short_article__few_sentences_go_astray(name: str) -> None:
    right, wrong, missed = counted(name)
    assert right / (right + len(wrong)) >= 0.6, wrong
    assert right / (right + len(missed)) >= 0.6, missed


def test_draft__short_articles__precision_and_recall_hold() -> None:
    counts = [counted(name) for name in KNOWN]
    right = sum(count[0] for count in counts)
    assert right / (right + sum(len(count[1]) for count in counts)) >= 0.97
    assert right / (right + sum(len(count[2]) for count in counts)) >= 0.96
