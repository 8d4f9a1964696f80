import re
from pathlib import PurePosixPath

import pytest
from factories import EVENTS, compare, event

from claimdiff.accounts.quotes import SourceText
from claimdiff.comparison.model import Report
from claimdiff.report.site import IndexLine, event_pages, index_line, index_page, principals
from report.test_html import Outline

NAME = "trump-putin-2025-03-18"


def whole(name: str) -> Report:
    of = event(name)
    found = compare(*of.accounts, decisions=of.decisions)
    return Report(
        event=name,
        accounts=found.accounts,
        comparisons=found.comparisons,
        statements=found.statements,
        counts=found.counts,
    )


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    of, found = event(NAME), whole(NAME)
    return {"index.html": index_page([index_line(of, found)]), **dict(event_pages(of, found, {}))}


def test_event_pages__six_accounts__one_page_each_and_for_every_pair(pages: dict[str, str]) -> None:
    kinds = [PurePosixPath(path).parent.name for path in pages]
    assert {kind: kinds.count(kind) for kind in kinds} == {"": 1, NAME: 1, "pairs": 15, "accounts": 6}


def test_event_pages__every_link__leads_to_a_page_and_a_place_on_it(pages: dict[str, str]) -> None:
    ids = {path: set(re.findall(r' id="([^"]+)"', text)) for path, text in pages.items()}
    dead = []
    for path, text in pages.items():
        for href in re.findall(r' href="([^"]+)"', text):
            if href.startswith("https://"):
                continue
            where, _, anchor = href.partition("#")
            parts: list[str] = [] if not where else path.split("/")[:-1]
            for part in where.split("/") if where else path.split("/"):
                parts = parts[:-1] if part == ".." else [*parts, part]
            target = "/".join(parts)
            if target not in pages or (anchor and anchor not in ids[target]):
                dead.append((path, href))
    assert dead == []


def test_event_pages__every_page__has_one_h1_a_title_and_no_handler(pages: dict[str, str]) -> None:
    for text in pages.values():
        page = Outline(text)
        assert [tag[0] for tag in page.tags].count("h1") == 1
        assert "<title>" in text
        assert not any(name.startswith("on") or name in ("style", "src") for name, _ in page.attributes)


def test_event_pages__account_with_archived_text__shows_the_quote_in_it() -> None:
    of, found = event(NAME), whole(NAME)
    quote = next(q for a in of.account("kremlin").assertions for q in a.quotes)
    name = of.account("kremlin").sources[quote.source or ""].file or ""
    text = SourceText(f"Before it. {quote.quote} <b>After</b> it.")
    page = dict(event_pages(of, found, {name: text}))[f"events/{NAME}/accounts/kremlin.html"]
    assert f"Before it. <mark>{quote.quote}</mark> &lt;b&gt;After&lt;/b&gt; it." in page.replace("&#39;", "'")
    assert "not found in the archived text" in page


def test_principals__of_six_accounts__three_and_their_pairs() -> None:
    found = principals(whole(NAME))
    assert [account.key for account in found.accounts] == ["kremlin", "trump", "whitehouse"]
    assert [(c.left, c.right) for c in found.comparisons] == [
        ("kremlin", "trump"),
        ("kremlin", "whitehouse"),
        ("trump", "whitehouse"),
    ]
    assert {key for statement in found.statements for key in statement} == {"kremlin", "trump", "whitehouse"}


def test_index_page__events__newest_first_then_by_name() -> None:
    lines = [
        IndexLine(key=key, title=key.upper(), date=date, parties=("A", "B"), counts=(1, 2, 3, 4, 5))
        for key, date in (("b", "2024-01-01"), ("c", "2025-01-01"), ("a", "2024-01-01"), ("d", ""))
    ]
    assert re.findall(r'href="(events/[^"]+)"', index_page(lines)) == [
        f"events/{key}/index.html" for key in ("c", "a", "b", "d")
    ]


@pytest.mark.parametrize("name", EVENTS)
def test_event_pages__curated_event__every_quote_is_on_its_account_page(name: str) -> None:
    of = event(name)
    pages = dict(event_pages(of, whole(name), {}))
    for account in of.accounts:
        text = Outline(pages[f"events/{name}/accounts/{account.key}.html"]).text
        quotes = [quote.quote for assertion in account.assertions for quote in assertion.quotes]
        assert [quote for quote in quotes if quote not in text] == []
