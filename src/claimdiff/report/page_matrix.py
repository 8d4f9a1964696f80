"""The statement by account matrix of a page, and the bar of each party."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from claimdiff.accounts.model import Account
from claimdiff.display import safe
from claimdiff.report.findings import Finding, Row
from claimdiff.report.grid import Grid, Stand, Statement, Tally
from claimdiff.report.matrix import gravest_first, sign
from claimdiff.report.page_cells import Names
from claimdiff.report.view import OMISSION_SYMBOL, REVIEW_SYMBOL, SYMBOLS
from claimdiff.vocabulary import OmissionStatus, Verdict

KINDS: Mapping[Stand, str] = {
    Stand.CONFLICT: "conflict",
    Stand.PARTIAL: "partial",
    Stand.AGREE: "agree",
    Stand.ONLY: "only",
    Stand.OMITTED: "omission",
    Stand.LIKELY: "likely",
    Stand.SAID: "said",
    Stand.REVIEW: "review",
    Stand.UNDECIDED: "undecided",
    Stand.EXCERPT: "excerpt",
}
"""In this order the parts of a bar stand; the value is their class."""

_SYMBOLS = {
    Stand.CONFLICT: SYMBOLS[Verdict.CONFLICT],
    Stand.PARTIAL: SYMBOLS[Verdict.PARTIAL],
    Stand.AGREE: SYMBOLS[Verdict.AGREE],
    Stand.ONLY: "●",
    Stand.SAID: "●",
}
_TALLY = {
    Stand.CONFLICT: "contradicted",
    Stand.PARTIAL: "different in detail",
    Stand.AGREE: "agreed",
    Stand.ONLY: "said here only",
    Stand.OMITTED: "left out",
    Stand.LIKELY: "likely left out",
    Stand.SAID: "said here, not known of all others",
    Stand.REVIEW: "to review",
    Stand.UNDECIDED: "not decided",
    Stand.EXCERPT: "not in the text we have",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of a bar: where it begins and how long it is, in statements."""

    kind: str
    symbol: str
    words: str
    start: int
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownTally:
    """The bar of one party, with its numbers as text."""

    name: str
    total: int
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixLink:
    """A way from a cell to the row of a pair."""

    href: str
    symbol: str
    words: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixCell:
    """What one account has of a statement: its texts, or the silence in words; and the rows it leads to."""

    who: str
    kind: str
    stand: str
    texts: tuple[str, ...]
    lang: str
    links: tuple[MatrixLink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixRow:
    """One statement; ``filter``, ``topics``, ``parties`` and ``facets`` are what the filters go by."""

    number: int
    kind: str
    filter: str
    symbol: str
    sign: str
    facets: tuple[str, ...]
    topics: tuple[int, ...]
    parties: tuple[int, ...]
    cells: tuple[MatrixCell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """All statements of three or more accounts, gravest first."""

    names: tuple[str, ...]
    shared: int
    rows: tuple[MatrixRow, ...]

    @property
    def kinds(self) -> set[str]:
        """Return what its rows are filtered by."""
        return {row.filter for row in self.rows}


def shown_tally(tally: Tally, names: Names, *, several: bool) -> ShownTally:
    """Return a party's bar; with ``several`` other accounts "said here only" is said of all of them."""
    parts, start = [], 0
    for stand, kind in KINDS.items():
        number = tally.numbers.get(stand, 0)
        if number:
            words = "said here, not known of the other" if stand is Stand.SAID and not several else _TALLY[stand]
            parts.append(Part(kind=kind, symbol=symbol(stand), words=words, start=start, number=number))
            start += number
    return ShownTally(name=names.party(tally.account), total=tally.total, parts=tuple(parts))


def symbol(stand: Stand) -> str:
    """Return the sign of how an account stands to a statement."""
    if stand in (Stand.OMITTED, Stand.LIKELY, Stand.EXCERPT):
        return OMISSION_SYMBOL
    return _SYMBOLS.get(stand, REVIEW_SYMBOL)


Address = Callable[[Finding], str]


def on_this_page(row: Finding) -> str:
    """Return the link to a row of the page itself."""
    return f"#{row.id}"


def matrix(
    grid: Grid,
    rows: Sequence[Finding],
    names: Names,
    topics: Mapping[str, int],
    address: Address = on_this_page,
) -> Matrix:
    """Return the matrix; ``rows`` are those that cells can lead to, ``address`` says where each is."""
    maker = _Matrix(grid, rows, names, topics, address)
    statements = gravest_first(grid)
    return Matrix(
        names=tuple(names.party(account) for account in grid.report.accounts),
        shared=sum(len(statement) > 1 for statement in statements),
        rows=tuple(maker.row(n, statement) for n, statement in enumerate(statements, start=1)),
    )


class _Matrix:
    def __init__(
        self, grid: Grid, rows: Sequence[Finding], names: Names, topics: Mapping[str, int], address: Address
    ) -> None:
        self.grid, self.names, self.topics, self.address = grid, names, topics, address
        self.accounts = grid.report.accounts
        self.texts = {(a.key, b.id): b for a in self.accounts for b in a.assertions}
        self.leads: dict[tuple[str, str, str], list[Finding]] = {}
        for row in rows:
            for account, other, side in ((row.left, row.right, row.sides[0]), (row.right, row.left, row.sides[1])):
                for assertion in side:
                    self.leads.setdefault((account.key, assertion.id, other.key), []).append(row)

    def row(self, number: int, statement: Statement) -> MatrixRow:
        shown = sign(self.grid, statement)
        stands = [self.grid.stand(statement, account) for account in self.accounts]
        ids = [(key, assertion_id) for key, assertion_ids in statement.items() for assertion_id in assertion_ids]
        found = {self.texts[key].topic for key in ids}
        facets = {
            facet
            for account in self.accounts
            for row in self._rows(statement, account)
            if row.certain and row.verdict
            for facet in row.facets
        }
        return MatrixRow(
            number=number,
            kind=shown.kind,
            filter=shown.kind,
            symbol=shown.symbol,
            sign=shown.words,
            facets=tuple(sorted(facets)),
            topics=tuple(sorted(self.topics[topic] for topic in found if topic)),
            parties=tuple(n for n, account in enumerate(self.accounts) if account.key in statement),
            cells=tuple(self._cell(statement, a, stand) for a, stand in zip(self.accounts, stands, strict=True)),
        )

    def _cell(self, statement: Statement, account: Account, stand: Stand) -> MatrixCell:
        return MatrixCell(
            who=self.names.party(account),
            kind=KINDS[stand],
            stand=f"{symbol(stand)} {stand.value}",
            texts=tuple(safe(self.texts[account.key, i].text) for i in statement.get(account.key, ())),
            lang=account.language,
            links=self._links(statement, account),
        )

    def _links(self, statement: Statement, account: Account) -> tuple[MatrixLink, ...]:
        """Return one way to each other account and kind of row: the first, where several say the same."""
        found: dict[str, MatrixLink] = {}
        for row in self._rows(statement, account):
            link = row_link(row, account, self.names, self.address(row))
            found.setdefault(link.words, link)
        return in_order(found.values())

    def _rows(self, statement: Statement, account: Account) -> list[Finding]:
        """Return the rows that an account's cell leads to, each once."""
        found: dict[str, Finding] = {}
        for key, ids in statement.items():
            for assertion_id in ids:
                if key == account.key:
                    others = [other.key for other in self.accounts if other.key != key]
                else:
                    others = [account.key] if account.key not in statement else []
                for other in others:
                    for row in self.leads.get((key, assertion_id, other), ()):
                        if row.silent is None or row.silent.key in (account.key, other):
                            found.setdefault(row.id, row)
        return list(found.values())


def in_order(links: Iterable[MatrixLink]) -> tuple[MatrixLink, ...]:
    """Return links with the gravest first."""
    order = [row.value for row in Row]
    return tuple(sorted(links, key=lambda link: order.index(link.kind)))


def row_link(row: Finding, account: Account, names: Names, href: str) -> MatrixLink:
    """Return the link from an account's words, or its silence, to the row of a pair, in words seen from that account."""
    other = names.party(row.right if account.key == row.left.key else row.left)
    match row.row:
        case Row.CONFLICT:
            words = f"contradicts {other}"
        case Row.PARTIAL:
            words = f"differs from {other}"
        case Row.AGREE:
            words = f"agrees with {other}"
        case Row.OMISSION if row.silent is account:
            words = f"against {other}"
        case Row.OMISSION:
            words = f"not in {other}" if row.status is OmissionStatus.CONFIRMED else f"likely not in {other}"
        case Row.EXCERPT:
            words = f"not in the text we have of {other}" if row.silent is not account else f"against {other}"
        case _:
            words = f"to review against {other}"
    return MatrixLink(href=href, symbol=row.symbol, words=words, kind=row.row.value)
