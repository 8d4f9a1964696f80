"""A stable layout that keeps comments and never changes what a file says."""

from pathlib import Path

import pytest
from factories import DATA

from claimdiff.accounts.document import plain
from claimdiff.accounts.yaml import parse
from claimdiff.review.layout import CannotLayOut, laid_out

FILES = sorted(DATA.rglob("*.yaml"))


def kind_of(path: Path) -> str:
    return "links" if path.parent.name == "links" else "event" if path.name == "event.yaml" else "account"


def formatted(text: str, kind: str = "account") -> str:
    document, faults = parse(text, "x.yaml")
    assert document is not None
    assert not faults
    return laid_out(document, kind)


def test_laid_out__curated_files__are_so_already() -> None:
    changed = [
        path for path in FILES if formatted(path.read_text(encoding="utf-8"), kind_of(path)) != path.read_text("utf-8")
    ]
    assert changed == []


UNTIDY = """\
# head
assertions:  # list
  # above a
  - text: "A: b"   # after a
    id: a
    quotes:
      # above the quote
      - {quote: "x", source: s}

  - id: b
    note: >-
        long
        text
    text: 'plain'
date: 2025-03-18
aliases: [A, 'B, C']  # names
party: P # who
account: p
# tail
"""
TIDY = """\
# head
account: p
party: P  # who
aliases: [A, 'B, C']  # names
date: 2025-03-18
assertions:
  # list
  # above a
  - id: a
    text: 'A: b'  # after a
    quotes:
      # above the quote
      - source: s
        quote: "x"
  - id: b
    text: plain
    note: >-
      long
      text
# tail
"""


def test_laid_out__untidy_account__is_tidy() -> None:
    assert formatted(UNTIDY) == TIDY


def test_laid_out__twice__changes_nothing_more() -> None:
    assert formatted(TIDY) == TIDY


def test_laid_out__links__have_sides_first_and_braces_where_short() -> None:
    text = """\
omitted: [{a: [x]}]
apart:
  - b: [q]
    a: [x]
  - {a: [x], b: [z], on: 2026-03-11, note: why}
links:
  - verdict: partial
    differences:
      - {verdict: partial, a: "1, 2", facet: scope}
    a: [x]
    b: [q]
accounts: [a, b]
"""
    assert (
        formatted(text, "links")
        == """\
accounts: [a, b]
links:
  - a: [x]
    b: [q]
    verdict: partial
    differences:
      - {facet: scope, a: '1, 2', verdict: partial}
apart:
  - {a: [x], b: [q]}
  - a: [x]
    b: [z]
    note: why
    on: 2026-03-11
omitted:
  - a: [x]
"""
    )


def test_laid_out__comment_in_brackets__opens_the_list() -> None:
    text = "account: p\nparty: P\naliases: [A, # first\n  B]\nassertions:\n  - id: a\n    text: A b.\n"
    assert "aliases:\n  - A  # first\n  - B\n" in formatted(text)


def test_laid_out__empty_source__stays_empty() -> None:
    text = "account: p\nparty: P\nsources:\n  s: {}\nassertions:\n  - id: a\n    text: A b.\n"
    assert formatted(text) == text


@pytest.mark.parametrize("text", [UNTIDY, TIDY])
def test_laid_out__any__says_the_same(text: str) -> None:
    before, _ = parse(text, "x")
    after, _ = parse(formatted(text), "x")
    assert before is not None
    assert after is not None
    assert plain(before.root) == plain(after.root)


def test_laid_out__what_would_change__is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimdiff.review.layout.scalar", lambda text, flow=False: "other")
    with pytest.raises(CannotLayOut):
        formatted("account: p\nparty: P\nassertions:\n  - id: a\n    text: A b.\n")
