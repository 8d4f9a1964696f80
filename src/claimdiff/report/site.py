"""Events as a small static site: an index, a page an event, a pair and an account. Works from a folder, without a server."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import quote as percent

from claimdiff.accounts.model import Account, Event
from claimdiff.accounts.quotes import SourceText
from claimdiff.comparison.model import Comparison, Report
from claimdiff.comparison.totals import statements
from claimdiff.display import safe
from claimdiff.report.context import Passage, passage
from claimdiff.report.findings import Finding, findings
from claimdiff.report.formats import RenderOptions
from claimdiff.report.html import render_page
from claimdiff.report.page import overview, page
from claimdiff.report.page_cells import Names, ShownAssertion, shown_assertion
from claimdiff.report.page_matrix import MatrixLink, in_order, row_link
from claimdiff.report.page_sources import shown_account
from claimdiff.vocabulary import Role

INDEX = "index.html"
COUNTS = (
    ("conflict", "contradict"),
    ("partial", "differ in detail"),
    ("agree", "agree"),
    ("omission", "only in one"),
    ("review", "to review"),
)
"""What is counted of a pair: the key, the words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Crumb:
    """A step of the way back to the index."""

    name: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexLine:
    """An event in the index; the numbers are those of its principals, in the order of ``COUNTS``."""

    key: str
    title: str
    date: str
    parties: tuple[str, ...]
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PairLine:
    """A pair in the list of an event."""

    left: str
    right: str
    href: str
    counts: tuple[int, ...]
    reviewed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountRow:
    """An assertion on its account's page, with its passages and the rows of pairs that it stands in."""

    assertion: ShownAssertion
    topic: str
    passages: tuple[Passage | None, ...]
    links: tuple[MatrixLink, ...]


def index_page(lines: Sequence[IndexLine]) -> str:
    """Return the index, newest event first."""
    ordered = sorted(sorted(lines, key=lambda line: line.key), key=lambda line: line.date, reverse=True)
    rows = [(line, f"{_folder(line.key)}/{INDEX}") for line in ordered]
    return render_page("site_index.html", title="Events", rows=rows, names=[words for _, words in COUNTS])


def index_line(event: Event, report: Report) -> IndexLine:
    """Return what the index says of an event."""
    principal = principals(report)
    totals = [sum(numbers) for numbers in zip(*(_counts(c) for c in principal.comparisons), strict=True)]
    return IndexLine(
        key=event.key,
        title=safe(event.title or event.key),
        date=event.date.isoformat() if event.date else "",
        parties=tuple(safe(account.party) for account in report.accounts),
        counts=tuple(totals) or (0,) * len(COUNTS),
    )


def event_pages(event: Event, report: Report, texts: Mapping[str, SourceText]) -> Iterator[tuple[str, str]]:
    """Yield the pages of one event as (path in the site, text).

    ``report`` compares all its accounts; ``texts`` has the archived texts that could be read, by the name in ``file``.
    """
    maker = _Event(event, report, texts)
    yield f"{_folder(event.key)}/{INDEX}", maker.overview()
    for comparison in report.comparisons:
        yield f"{_folder(event.key)}/{_pair_path(comparison)}", maker.pair(comparison)
    for account in report.accounts:
        yield f"{_folder(event.key)}/{_account_path(account)}", maker.account(account)


def principals(report: Report) -> Report:
    """Return the report on the principals alone; the whole of it where there are fewer than two."""
    keys = {account.key for account in report.accounts if account.role is Role.PRINCIPAL}
    if len(keys) < 2 or len(keys) == len(report.accounts):
        return report
    comparisons = tuple(c for c in report.comparisons if {c.left, c.right} <= keys)
    accounts = tuple(account for account in report.accounts if account.key in keys)
    return replace(
        report,
        accounts=accounts,
        comparisons=comparisons,
        statements=tuple(statements(accounts, comparisons)),
        counts={f"{c.left}/{c.right}": report.counts[f"{c.left}/{c.right}"] for c in comparisons},
    )


class _Event:
    """Makes the pages of one event."""

    def __init__(self, event: Event, report: Report, texts: Mapping[str, SourceText]) -> None:
        self.event, self.report, self.texts = event, report, texts
        self.title = safe(event.title or event.key)
        self.names = Names.of(report.accounts)
        self.accounts = {account.key: account for account in report.accounts}
        self.rows = {id(c): findings(report, c) for c in report.comparisons}

    def overview(self) -> str:
        options = RenderOptions(title=self.event.title or self.event.key, summary=self.event.summary)
        shown = overview(principals(self.report), options, lambda row: f"{self._path(row)}#{row.id}")
        pairs = [
            PairLine(
                left=self.names.parties[c.left],
                right=self.names.parties[c.right],
                href=_pair_path(c),
                counts=_counts(c),
                reviewed=c.reviewed,
            )
            for c in sorted(self.report.comparisons, key=self._others)
        ]
        accounts = [(shown_account(a, self.names, frozenset()), _account_path(a)) for a in self.report.accounts]
        return render_page(
            "site_event.html",
            title=self.title,
            page=shown,
            date=self.event.date.isoformat() if self.event.date else None,
            pairs=pairs,
            accounts=accounts,
            names=[words for _, words in COUNTS],
            crumbs=[Crumb(name="Events", href=f"../../{INDEX}")],
        )

    def pair(self, comparison: Comparison) -> str:
        left, right = self.accounts[comparison.left], self.accounts[comparison.right]
        both = replace(
            self.report,
            accounts=(left, right),
            comparisons=(comparison,),
            statements=tuple(statements((left, right), [comparison])),
        )
        title = f"{self.names.party(left)} against {self.names.party(right)}"
        return render_page(
            "site_pair.html",
            title=f"{title}: {self.title}",
            page=page(both, RenderOptions(title=title)),
            crumbs=self._crumbs(),
            accounts=[(self.names.party(a), f"../{_account_path(a)}") for a in (left, right)],
        )

    def account(self, account: Account) -> str:
        return render_page(
            "site_account.html",
            title=f"{self.names.party(account)}: {self.title}",
            name=self.names.party(account),
            account=shown_account(account, self.names, frozenset()),
            rows=[
                AccountRow(
                    assertion=shown_assertion(assertion, (), account, self.names),
                    topic=safe(assertion.topic or ""),
                    passages=tuple(self._passage(account, n, assertion.id) for n in range(len(assertion.quotes))),
                    links=in_order({link.words: link for link in self._links(account, assertion.id)}.values()),
                )
                for assertion in account.assertions
            ],
            crumbs=self._crumbs(),
        )

    def _others(self, comparison: Comparison) -> int:
        return sum(self.accounts[key].role is not Role.PRINCIPAL for key in (comparison.left, comparison.right))

    def _crumbs(self) -> list[Crumb]:
        return [Crumb(name="Events", href=f"../../../{INDEX}"), Crumb(name=self.title, href=f"../{INDEX}")]

    def _path(self, row: Finding) -> str:
        return f"pairs/{_name(row.left.key)}--{_name(row.right.key)}.html"

    def _passage(self, account: Account, number: int, assertion_id: str) -> Passage | None:
        quote = account.assertion(assertion_id).quotes[number]
        source = account.sources.get(quote.source) if quote.source else None
        text = self.texts.get(source.file) if source is not None and source.file else None
        return None if text is None else passage(text, quote)

    def _links(self, account: Account, assertion_id: str) -> Iterator[MatrixLink]:
        for comparison in self.report.comparisons:
            if account.key not in (comparison.left, comparison.right):
                continue
            side = 0 if account.key == comparison.left else 1
            for row in self.rows[id(comparison)]:
                if any(assertion.id == assertion_id for assertion in row.sides[side]):
                    yield row_link(row, account, self.names, f"../{self._path(row)}#{row.id}")


def _counts(comparison: Comparison) -> tuple[int, ...]:
    verdicts = [link.verdict.value for link in comparison.links]
    review = len(comparison.possible) + len(comparison.proposed) + len(comparison.doubtful)
    return (*(verdicts.count(key) for key, _ in COUNTS[:3]), len(comparison.omissions), review)


def _folder(key: str) -> str:
    return f"events/{_name(key)}"


def _name(key: str) -> str:
    """Return a key as a file's name, and as a link to it."""
    return percent(key, safe="", errors="replace").replace("%", "_")


def _pair_path(comparison: Comparison) -> str:
    return f"pairs/{_name(comparison.left)}--{_name(comparison.right)}.html"


def _account_path(account: Account) -> str:
    return f"accounts/{_name(account.key)}.html"
