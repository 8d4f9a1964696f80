"""The laws that hold for every event in data/ and for generated ones."""

import os
import re
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from factories import EVENTS, ROOT, account, compare, event
from hypothesis import given, settings
from hypothesis import strategies as st

from claimdiff.accounts.model import Account, Event
from claimdiff.api import judge
from claimdiff.comparison.model import Comparison, Difference, Link, Omission, Open, Possible, Report, Words
from claimdiff.comparison.options import Curation, Options
from claimdiff.report.formats import FORMATS, RenderOptions
from claimdiff.vocabulary import Coverage, Undecided, Verdict

MATCHER_ALONE = Options(curation=Curation.IGNORE)


@cache
def loaded(name: str) -> Event:
    return event(name)


def of_event(name: str, *accounts: Account, options: Options | None = None) -> Report:
    return compare(*accounts, decisions=loaded(name).decisions, options=options)


@cache
def whole(name: str, *, curated: bool) -> Report:
    return of_event(name, *loaded(name).accounts, options=Options() if curated else MATCHER_ALONE)


# What a comparison says, without the order in which it says it -----------------------------------------------------------


def side(words: Words | None) -> Any:
    return None if words is None else (words.id, words.field, words.words)


def differences(found: tuple[Difference, ...], *, turned: bool) -> frozenset[Any]:
    ends = [(side(d.left), side(d.right)) for d in found]
    return frozenset(
        (d.facet, d.verdict, *(reversed(end) if turned else end)) for d, end in zip(found, ends, strict=True)
    )


def linked(link: Link | Possible, *, turned: bool) -> Any:
    ends = [frozenset(link.left), frozenset(link.right)]
    score = None if link.score is None else round(link.score, 9)
    found = differences(link.differences, turned=turned)
    return (*(reversed(ends) if turned else ends), link.verdict, link.judged, score, found)


def said(comparison: Comparison, *, turned: bool = False) -> dict[str, Any]:
    return {
        "reviewed": comparison.reviewed,
        "links": Counter(linked(link, turned=turned) for link in comparison.links),
        "possible": Counter((linked(link, turned=turned), link.chosen) for link in comparison.possible),
        "omissions": Counter((o.account, o.id, o.missing_from, o.status) for o in comparison.omissions),
        "undecided": Counter((o.account, o.id, o.missing_from, o.why) for o in comparison.undecided),
    }


# The laws ------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", EVENTS)
def test_self_comparison__every_account__links_everything_and_agrees(name: str) -> None:
    for one in loaded(name).accounts:
        complete = replace(one, coverage=Coverage.FULL)
        (comparison,) = compare(complete, replace(complete, key="copy")).comparisons
        assert {link.verdict for link in comparison.links} == {Verdict.AGREE}
        assert {i for link in comparison.links for i in link.left} == {a.id for a in one.assertions}
        assert {i for link in comparison.links for i in link.right} == {a.id for a in one.assertions}
        assert (comparison.omissions, comparison.undecided) == ((), ())


@pytest.mark.parametrize("curated", [True, False], ids=["curated", "matcher"])
@pytest.mark.parametrize("name", EVENTS)
def test_swapping_sides__every_event__mirrors(name: str, curated: bool) -> None:
    forward = whole(name, curated=curated)
    backward = of_event(name, *reversed(loaded(name).accounts), options=Options() if curated else MATCHER_ALONE)
    turned = {(c.right, c.left): said(c, turned=True) for c in backward.comparisons}
    assert {(c.left, c.right): said(c) for c in forward.comparisons} == turned


@pytest.mark.parametrize("name", EVENTS)
def test_order_and_names_of_assertions__reversed_and_renamed__change_nothing_else(name: str) -> None:
    accounts = loaded(name).accounts[:3]
    new = {(a.key, x.id): f"x{n}-{m}" for n, a in enumerate(accounts) for m, x in enumerate(a.assertions)}
    changed = [
        replace(a, assertions=tuple(replace(x, id=new[a.key, x.id]) for x in reversed(a.assertions))) for a in accounts
    ]
    old = {value: key[1] for key, value in new.items()}
    before = compare(*accounts, options=MATCHER_ALONE)
    after = compare(*changed, options=MATCHER_ALONE)
    for one, other in zip(before.comparisons, after.comparisons, strict=True):
        assert said(one) == said(_renamed(other, old))


def _renamed(comparison: Comparison, names: dict[str, str]) -> Comparison:
    def words(found: Words | None) -> Words | None:
        return None if found is None else replace(found, id=names[found.id])

    def link(found: Any) -> Any:
        return replace(
            found,
            left=tuple(names[i] for i in found.left),
            right=tuple(names[i] for i in found.right),
            differences=tuple(replace(d, left=words(d.left), right=words(d.right)) for d in found.differences),
        )

    return replace(
        comparison,
        links=tuple(link(found) for found in comparison.links),
        possible=tuple(link(found) for found in comparison.possible),
        omissions=tuple(replace(o, id=names[o.id]) for o in comparison.omissions),
        undecided=tuple(replace(o, id=names[o.id]) for o in comparison.undecided),
    )


@pytest.mark.parametrize("curated", [True, False], ids=["curated", "matcher"])
@pytest.mark.parametrize("name", EVENTS)
def test_partition__every_assertion__stands_in_a_link_or_in_exactly_one_list(name: str, curated: bool) -> None:
    report = whole(name, curated=curated)
    accounts = {a.key: a for a in report.accounts}
    for comparison in report.comparisons:
        for key, end in ((comparison.left, "left"), (comparison.right, "right")):
            in_links = {i for found in comparison.links for i in getattr(found, end)}
            silent: list[Omission | Open] = [*comparison.omissions, *comparison.undecided]
            listed = [o.id for o in silent if o.account == key]
            assert len(listed) == len(set(listed))
            assert in_links.isdisjoint(listed)
            assert in_links | set(listed) == {a.id for a in accounts[key].assertions}


@pytest.mark.parametrize("name", EVENTS)
def test_excerpts__any_event__no_omission_against_one(name: str) -> None:
    accounts = [replace(a, coverage=Coverage.EXCERPT) for a in loaded(name).accounts[:3]]
    for options in (Options(), MATCHER_ALONE):
        for comparison in of_event(name, *accounts, options=options).comparisons:
            assert comparison.omissions == ()
            assert {o.why for o in comparison.undecided} <= {
                Undecided.EXCERPT,
                Undecided.POSSIBLE,
                Undecided.DOUBTFUL,
            }


def test_excerpts__data__omissions_only_against_complete_accounts() -> None:
    for name in EVENTS:
        for report in (whole(name, curated=True), whole(name, curated=False)):
            coverage = {a.key: a.coverage for a in report.accounts}
            missing = {coverage[o.missing_from] for c in report.comparisons for o in c.omissions}
            assert missing <= {Coverage.FULL}


TEXTS = sorted({x.text for name in EVENTS for a in loaded(name).accounts for x in a.assertions})
NUMBER = re.compile(r"(?<![\w.,:-])[1-9]\d{0,2}(?![\w.,:/-]|st|nd|rd|th)")
AUXILIARY = re.compile(r"\b(will|would|should|must|is|are|was|were|has|have|can)\b(?! not| no\b| never)")


@pytest.mark.parametrize("text", [t for t in TEXTS if NUMBER.search(t)])
def test_judge__a_number_changed__never_agrees(text: str) -> None:
    changed = NUMBER.sub(lambda m: str(int(m[0]) * 3 + 1), text, count=1)
    assert judge(text, changed).verdict is not Verdict.AGREE


@pytest.mark.parametrize("text", [t for t in TEXTS if AUXILIARY.search(t)])
def test_judge__an_auxiliary_negated__never_agrees(text: str) -> None:
    assert judge(text, AUXILIARY.sub(r"\1 not", text, count=1)).verdict is not Verdict.AGREE


WORDS = st.sampled_from(
    "Moscow Washington agreed rejected talks ceasefire prisoners 30 175 days not the a of will strikes on energy and "
    "infrastructure union offered pay 20 percent".split()
)
SENTENCES = st.lists(WORDS, min_size=1, max_size=12).map(" ".join)
ACCOUNTS = st.lists(SENTENCES | st.text(min_size=1, max_size=40).filter(str.strip), min_size=1, max_size=6)


@settings(max_examples=int(os.environ.get("CLAIMDIFF_EXAMPLES", "100")), deadline=None)
@given(ours=ACCOUNTS, theirs=ACCOUNTS)
def test_laws__generated_accounts__hold(ours: list[str], theirs: list[str]) -> None:
    left, right = account("left", *ours), account("right", *theirs)
    (forward,) = compare(left, right).comparisons
    (backward,) = compare(right, left).comparisons
    assert said(forward) == said(backward, turned=True)
    for key, texts, end in (("left", ours, "left"), ("right", theirs, "right")):
        in_links = {i for found in forward.links for i in getattr(found, end)}
        silent: list[Omission | Open] = [*forward.omissions, *forward.undecided]
        listed = [o.id for o in silent if o.account == key]
        assert sorted([*in_links, *listed]) == sorted(f"a{n}" for n in range(1, len(texts) + 1))
    (same,) = compare(left, replace(left, key="copy")).comparisons
    assert {link.verdict for link in same.links} == {Verdict.AGREE}
    assert (same.omissions, same.undecided) == ((), ())
    shuffled = account("right", *reversed(theirs))
    names = {f"a{n}": f"a{len(theirs) + 1 - n}" for n in range(1, len(theirs) + 1)}
    (other,) = compare(left, shuffled).comparisons
    assert verdicts(forward) == verdicts(other, names)


def verdicts(comparison: Comparison, names: dict[str, str] | None = None) -> Counter[Any]:
    """Count verdicts and scores: which of two identical texts stands in a link is arbitrary."""
    return Counter((link.verdict, round(link.score or 0, 9)) for link in comparison.links)


HOSTILE = "\x1b[31m[sic] [/x] ::error::x <script>alert(1)</script> \u202eevil\u202c | `a` &amp; =1+1 ‘q’ “z” \u0007"


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_outputs__hostile_text_and_quote__reach_every_output_escaped(name: str) -> None:
    left = account("left", f"Moscow agreed to talks. {HOSTILE}", quotes=[HOSTILE])
    right = account("right", "Moscow agreed to talks.")
    text = FORMATS[name].render(compare(left, right), RenderOptions(width=None))
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text.replace("\r\n", "\n"))
    assert "sic" in text


def quoted_words(name: str) -> list[str]:
    return [q.quote for a in loaded(name).accounts for x in a.assertions for q in x.quotes]


@pytest.mark.parametrize("fmt", ["text", "markdown", "json"])
def test_outputs__every_quote_of_the_example__is_there_word_for_word(fmt: str) -> None:
    name = "trump-putin-2025-03-18"
    principals = [loaded(name).account(key) for key in ("kremlin", "whitehouse")]
    report = of_event(name, *principals)
    text = FORMATS[fmt].render(report, RenderOptions(unfold=True))
    quotes = [q.quote for a in principals for x in a.assertions for q in x.quotes]
    assert len(quotes) > 10
    plain = re.sub(r"_(?=\w)|(?<=\w)_|\\(?=[^\w\s])", "", text) if fmt == "text" else text
    assert [q for q in quotes if q not in plain and q not in text] == []


ENVIRONMENTS = [
    {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LANG": "C", "COLUMNS": "40"},
    {"PYTHONHASHSEED": "77", "TZ": "America/Adak", "LC_ALL": "tr_TR.UTF-8", "COLUMNS": "300"},
]


@pytest.mark.parametrize("fmt", ["text", "markdown", "json"])
def test_bytes__other_hash_seed_zone_locale_and_folder__are_the_same(fmt: str, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "claimdiff", "compare", "kremlin", "whitehouse", "--format", fmt]
    runs = []
    for env, folder in zip(ENVIRONMENTS, (ROOT, ROOT / "data" / "trump-putin-2025-03-18"), strict=True):
        run = subprocess.run(command, env={**os.environ, **env}, cwd=folder, capture_output=True, check=True)
        runs.append(run.stdout)
    assert runs[0] == runs[1]
    assert runs[0].endswith(b"\n")


def test_pairs__all_accounts__are_compared_once() -> None:
    report = whole("trump-putin-2025-03-18", curated=True)
    keys = [a.key for a in report.accounts]
    assert [(c.left, c.right) for c in report.comparisons] == list(combinations(keys, 2))
