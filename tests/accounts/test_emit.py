"""What is written reads back as the same values, in the layout of the curated events."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from accounts.test_load import DECISIONS, TALKS
from hypothesis import example, given
from hypothesis import strategies as st

from claimdiff.accounts.build import build_account, build_decisions, build_expectations
from claimdiff.accounts.emit import decision_lines, dump_account, dump_decisions, dump_event, scalar, words
from claimdiff.accounts.faults import read_account, read_event, read_links
from claimdiff.accounts.load import load_event
from claimdiff.accounts.model import (
    Account,
    Assertion,
    Decisions,
    DifferenceDecision,
    Event,
    LinkDecision,
    OmissionDecision,
    PairDecision,
    Quote,
)
from claimdiff.accounts.order import in_assertion_order
from claimdiff.accounts.yaml import parse
from claimdiff.vocabulary import Facet, Verdict, Voice

ROOT = Path(__file__).parents[2]
EVENTS = sorted(path.name for path in (ROOT / "data").iterdir() if path.is_dir())


def reread(text: str, kind: str) -> Any:
    document, faults = parse(text, "a.yaml")
    assert document is not None, faults
    reader: Any = {"account": read_account, "links": read_links, "event": read_event}[kind]
    model, more = reader(document)
    assert (faults, more) == ((), ())
    return model


@pytest.mark.parametrize("name", EVENTS)
def test_dump__curated_event__reads_back_the_same(name: str) -> None:
    event = load_event(name, start=ROOT)
    assert tuple(build_account(reread(dump_account(item), "account")) for item in event.accounts) == event.accounts
    assert tuple(build_decisions(reread(dump_decisions(item), "links")) for item in event.decisions) == event.decisions
    model = reread(dump_event(event), "event")
    assert (model.title, model.date, model.summary) == (event.title, event.date, event.summary)
    assert build_expectations(model.expect) == event.expectations


@pytest.mark.parametrize("name", [name for name in EVENTS if name != "trump-putin-2025-03-18"])
def test_dump_decisions__curated_event__is_its_file(name: str) -> None:
    event = load_event(name, start=ROOT)
    for decisions in event.decisions:
        path = ROOT / "data" / name / "links" / f"{'--'.join(decisions.accounts)}.yaml"
        made = dump_decisions(decisions, schema="../../../docs/schema/links.schema.json")
        assert made == path.read_text(encoding="utf-8")


def test_dump_account__every_key__layout() -> None:
    assert dump_account(TALKS.accounts[0], schema="s.json") == ACCOUNT


def test_dump_decisions__every_key__layout() -> None:
    assert dump_decisions(DECISIONS) == LINKS


def test_dump_event__every_key__layout() -> None:
    assert dump_event(TALKS) == EVENT


def test_dump_event__nothing_known__no_keys() -> None:
    assert dump_event(Event(key="talks")) == "\n"


@pytest.mark.parametrize(
    ("decision", "lines"),
    [
        (PairDecision(left=("x",), right=("z",)), ("{a: [x], b: [z]}",)),
        (PairDecision(left=("x",), right=("z",), note="seen"), ("a: [x]", "b: [z]", "note: seen")),
        (OmissionDecision(account="b", ids=("x", "z")), ("b: [x, z]",)),
        (LinkDecision(left=("x",), right=("z",), verdict=Verdict.AGREE), ("a: [x]", "b: [z]", "verdict: agree")),
    ],
    ids=["pair", "pair-with-note", "omission", "link"],
)
def test_decision_lines__one_entry__its_lines(
    decision: LinkDecision | PairDecision | OmissionDecision, lines: tuple[str, ...]
) -> None:
    assert decision_lines(decision, ("a", "b")) == lines


def test_dump_decisions__none__only_the_accounts() -> None:
    assert dump_decisions(Decisions(accounts=("a", "b"))) == "accounts: [a, b]\n"


ACCOUNT = """\
# yaml-language-server: $schema=s.json
account: kremlin
party: Kremlin
role: principal
aliases: [Moscow, the Russian side]
title: Kremlin readout of the call
date: 2025-03-18
language: en-GB
coverage: full
sources:
  sky:
    publisher: Sky News
    title: A report
    url: https://example.org/a
    archive_url: https://archive.example.org/a
    published: 2025-03-18
    retrieved: 2025-03-19
    language: en
    file: seeds/report.txt
    sha256: 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
  bare: {}
assertions:
  - id: hockey
    text: Hockey, and more.
    source: sky
    quote: "hockey"
    voice: direct
    said: 2025-03-17
    attributed_to: Putin
    topic: sport
    lead: true
    note: 'no'
  - id: prisoners
    text: '10:00'
    quotes:
      - source: sky
        quote: "one"
        prefix: a
        suffix: b
      - quote: "two"
        voice: direct
  - id: aid
    text: Aid.
    source: sky
"""
LINKS = """\
accounts: [kremlin, whitehouse]
links:
  - kremlin: [hockey, prisoners]
    whitehouse: [iran]
    verdict: conflict
    facets: [scope]
    differences:
      - {facet: scope, kremlin: energy, whitehouse: '175', verdict: partial}
      - {facet: time, whitehouse: now, verdict: conflict}
    note: why
    by: model:x
    on: 2026-11-23
    seal: 3f9a1c2e
apart:
  - {kremlin: [hockey], whitehouse: [iran]}
doubtful:
  - kremlin: [aid]
    whitehouse: [iran]
    note: open
omitted:
  - kremlin: [aid]
    by: a person
  - whitehouse: [iran]
"""
EVENT = """\
title: Talks
date: 2025-03-18
summary: What happened.
expect:
  - only: {kremlin: aid}
  - conflict: {kremlin: hockey, whitehouse: iran}
  - counts: {kremlin/whitehouse: {conflict: 1, omission: 2}}
"""

CHARACTERS = st.one_of(st.characters(codec="utf-8"), st.sampled_from(" \n\t'\"\\:#-,[]{}&*!|>%@`?=0159.eExy~_+"))
TEXTS = st.text(CHARACTERS, max_size=20)
SAFE = TEXTS.map(lambda text: "".join(c for c in text if c.isprintable() or c in "\n\t").rstrip()).filter(bool)


@given(TEXTS, st.booleans())
@example("0?", True)
def test_scalar__any_text__read_back_by_both_kinds_of_loader(text: str, flow: bool) -> None:
    written = scalar(text, flow=flow)
    document = f"a: [{written}, x]\n" if flow else f"a: {written}\n"
    for loader in (yaml.BaseLoader, yaml.SafeLoader):
        read = yaml.load(document, Loader=loader)["a"]
        assert (read[0] if flow else read) == text


@given(TEXTS)
def test_words__any_text__read_back_and_always_quoted(text: str) -> None:
    written = words(text)
    assert written[0] in "'\""
    assert yaml.load(f"a: {written}\n", Loader=yaml.SafeLoader)["a"] == text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Hockey, and more.", "Hockey, and more."),
        ("https://example.org/a?b=c", "https://example.org/a?b=c"),
        ("a: b", "'a: b'"),
        ("a #b", "'a #b'"),
        ("no", "'no'"),
        ("2025-03-18", "'2025-03-18'"),
        ("12345678", "'12345678'"),
        ("1e234567", "'1e234567'"),
        ("it's", "it's"),
        ("'so'", "'''so'''"),
        ("one\ntwo", '"one\\ntwo"'),
        ("", "''"),
        ("“so”", "“so”"),
        ("\u00a0x", '"\\u00a0x"'),
    ],
)
def test_scalar__text__plain_where_safe(text: str, written: str) -> None:
    assert scalar(text) == written


IDS = st.from_regex(r"[a-z0-9][a-z0-9-]{0,6}", fullmatch=True)
DATES = st.none() | st.dates(min_value=date(1, 1, 1))
NOTES = st.none() | SAFE
QUOTES = st.builds(
    Quote,
    source=st.none() | IDS,
    quote=SAFE,
    voice=st.sampled_from(Voice),
    prefix=st.none() | SAFE,
    suffix=st.none() | SAFE,
)
ASSERTIONS = st.builds(
    Assertion,
    id=IDS,
    text=SAFE,
    quotes=st.lists(QUOTES, max_size=3).map(tuple),
    said=DATES,
    attributed_to=NOTES,
    topic=NOTES,
    lead=st.booleans(),
    note=NOTES,
)


@given(st.lists(ASSERTIONS, min_size=1, max_size=3, unique_by=lambda item: item.id), SAFE, NOTES, DATES)
def test_dump_account__any_account__reads_back_the_same(
    assertions: list[Assertion], party: str, title: str | None, day: date | None
) -> None:
    made = Account(key="a", party=party, title=title, date=day, sources={}, assertions=tuple(assertions))
    assert build_account(reread(dump_account(made), "account")) == made


SIDES = st.lists(IDS, min_size=1, max_size=3, unique=True).map(tuple)
DIFFERENCES = st.builds(
    DifferenceDecision,
    facet=st.sampled_from(Facet),
    left=SAFE,
    right=st.none() | SAFE,
    verdict=st.sampled_from(Verdict),
)
ABOUT: dict[str, Any] = {
    "note": NOTES,
    "by": NOTES,
    "on": DATES,
    "seal": st.none() | st.from_regex("[0-9a-f]{8}", fullmatch=True),
}
LINK = st.builds(
    LinkDecision,
    left=SIDES,
    right=SIDES,
    verdict=st.sampled_from(Verdict),
    facets=st.lists(st.sampled_from(Facet), unique=True).map(tuple),
    differences=st.lists(DIFFERENCES, max_size=2).map(tuple),
    **ABOUT,
)
PAIR = st.builds(PairDecision, left=SIDES, right=SIDES, **ABOUT)
OMISSION = st.builds(OmissionDecision, account=st.sampled_from(["a", "b"]), ids=SIDES, **ABOUT)


@given(st.lists(LINK, max_size=2), st.lists(PAIR, max_size=2), st.lists(OMISSION, max_size=2))
def test_dump_decisions__any_decisions__read_back_the_same(
    links: list[LinkDecision], pairs: list[PairDecision], omitted: list[OmissionDecision]
) -> None:
    made = Decisions(
        accounts=("a", "b"), links=tuple(links), apart=tuple(pairs), doubtful=tuple(pairs), omitted=tuple(omitted)
    )
    assert build_decisions(reread(dump_decisions(made), "links")) == made


def test_in_assertion_order__mixed__order_of_the_assertions() -> None:
    left = Account(key="a", party="A", assertions=tuple(Assertion(id=i, text=i) for i in ("one", "two")))
    right = Account(key="b", party="B", assertions=tuple(Assertion(id=i, text=i) for i in ("x", "y")))

    def link(ours: str, theirs: str) -> LinkDecision:
        return LinkDecision(left=(ours,), right=(theirs,), verdict=Verdict.AGREE)

    def pair(ours: str, theirs: str) -> PairDecision:
        return PairDecision(left=(ours,), right=(theirs,))

    def omission(account: str, *ids: str) -> OmissionDecision:
        return OmissionDecision(account=account, ids=ids)

    mixed = Decisions(
        accounts=("a", "b"),
        links=(link("gone", "x"), link("two", "x"), link("one", "y"), link("one", "x")),
        apart=(pair("two", "x"), pair("one", "x")),
        doubtful=(pair("two", "y"), pair("one", "y")),
        omitted=(omission("b", "y"), omission("a", "two"), omission("b", "x"), omission("a", "one", "two")),
    )
    assert in_assertion_order(mixed, left, right) == replace(
        mixed,
        links=(link("one", "x"), link("one", "y"), link("two", "x"), link("gone", "x")),
        apart=(pair("one", "x"), pair("two", "x")),
        doubtful=(pair("one", "y"), pair("two", "y")),
        omitted=(omission("a", "one", "two"), omission("a", "two"), omission("b", "x"), omission("b", "y")),
    )
