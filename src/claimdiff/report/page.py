"""What a page of a report shows, ready for the template: every value safe to show, in order, nothing left to decide."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from claimdiff.accounts.model import Account, Assertion
from claimdiff.comparison.model import Comparison, Report, Words
from claimdiff.display import safe
from claimdiff.report.findings import KIND_OF, Finding, Row, findings
from claimdiff.report.formats import RenderOptions
from claimdiff.report.grid import Grid, Tally
from claimdiff.report.page_cells import (
    Names,
    ShownAssertion,
    ShownDifference,
    shown_assertion,
    shown_differences,
)
from claimdiff.report.page_leads import Lead, leads
from claimdiff.report.page_matrix import Address as MatrixAddress
from claimdiff.report.page_matrix import Matrix, ShownTally, matrix, shown_tally
from claimdiff.report.page_sources import ShownAccount, shown_account
from claimdiff.report.picture import Picture, picture
from claimdiff.report.view import OMISSION_SYMBOL, REVIEW_SYMBOL, SYMBOLS, Kind, completeness
from claimdiff.vocabulary import Facet, OmissionStatus, Verdict

REVIEW_ROWS = (Row.PROPOSED, Row.POSSIBLE, Row.DOUBTFUL, Row.UNDECIDED)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownSide:
    """One side of a row: the party, and its assertions; none where it is silent, then ``silence`` says what is known."""

    who: str
    assertions: tuple[ShownAssertion, ...]
    silence: str
    nearest: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownRow:
    """One finding as a row. ``facets``, ``topics`` and ``parties`` are what the filters go by."""

    id: str
    kind: str
    filter: str
    symbol: str
    sign: str
    how: str
    facets: tuple[str, ...]
    topics: tuple[int, ...]
    parties: tuple[int, ...]
    sides: tuple[ShownSide, ShownSide]
    differences: tuple[ShownDifference, ...]
    evidence: tuple[tuple[str, str], ...]
    note: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Rows of one kind under one heading."""

    id: str
    kind: str
    symbol: str
    title: str
    hint: str
    rows: tuple[ShownRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One pair of accounts."""

    id: str
    left: str
    right: str
    state: str
    groups: tuple[Group, ...]
    stale: tuple[str, ...]
    picture: Picture | None
    hints: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The whole page."""

    title: str
    summary: str | None
    leads: tuple[Lead, ...]
    pairs: tuple[Section, ...]
    matrix: Matrix | None
    tallies: tuple[ShownTally, ...]
    accounts: tuple[ShownAccount, ...]
    filters: tuple[tuple[str, str, str], ...]
    facets: tuple[str, ...]
    topics: tuple[tuple[int, str], ...]
    parties: tuple[tuple[int, str], ...]
    number: int


FILTERS = (
    ("conflict", SYMBOLS[Verdict.CONFLICT], Verdict.CONFLICT.label),
    ("partial", SYMBOLS[Verdict.PARTIAL], Verdict.PARTIAL.label),
    ("agree", SYMBOLS[Verdict.AGREE], Verdict.AGREE.label),
    ("omission", OMISSION_SYMBOL, "only in one"),
    ("review", REVIEW_SYMBOL, "to review"),
    ("excerpt", OMISSION_SYMBOL, "not in the text we have"),
)
"""The boxes to tick: what rows carry, the sign, the words."""


def page(report: Report, options: RenderOptions) -> Page:
    """Return what the page of a report shows."""
    maker = _Maker(report, options)
    rows = [findings(report, comparison, only=options.only) for comparison in report.comparisons]
    pairs = tuple(maker.section(c, r) for c, r in zip(report.comparisons, rows, strict=True))
    grid = Grid(report)
    shown = {row.filter for section in pairs for group in section.groups for row in group.rows}
    several = len(report.accounts) > 2
    table = matrix(grid, [row for found in rows for row in found], maker.names, maker.topics) if several else None
    return Page(
        title=safe(options.title or report.event or " · ".join(account.party for account in report.accounts)),
        summary=safe(options.summary) if options.summary else None,
        leads=tuple(leads([row for found in rows for row in found], maker.names, omissions=not several)),
        pairs=pairs,
        matrix=table,
        tallies=tuple(shown_tally(tally, maker.names, several=several) for tally in _tallies(grid)),
        accounts=tuple(shown_account(account, maker.names, options.complete) for account in report.accounts),
        filters=tuple(entry for entry in FILTERS if entry[0] in shown | (table.kinds if table else set())),
        facets=tuple(f.value for f in Facet if any(f.value in row.facets for found in rows for row in found)),
        topics=tuple((n, safe(topic)) for topic, n in maker.topics.items()),
        parties=tuple((n, maker.names.party(account)) for n, account in enumerate(report.accounts)),
        number=sum(len(found) for found in rows) + (len(table.rows) if table else 0),
    )


def overview(report: Report, options: RenderOptions, address: MatrixAddress) -> Page:
    """Return a page with the statements account by account and no pairs; ``address`` says where the row of a pair is."""
    maker = _Maker(report, options)
    rows = [row for comparison in report.comparisons for row in findings(report, comparison)]
    grid = Grid(report)
    table = matrix(grid, rows, maker.names, maker.topics, address)
    used = {facet for row in table.rows for facet in row.facets}
    return Page(
        title=safe(options.title or report.event or ""),
        summary=safe(options.summary) if options.summary else None,
        leads=(),
        pairs=(),
        matrix=table,
        tallies=tuple(shown_tally(tally, maker.names, several=len(report.accounts) > 2) for tally in _tallies(grid)),
        accounts=tuple(shown_account(account, maker.names, options.complete) for account in report.accounts),
        filters=tuple(entry for entry in FILTERS if entry[0] in table.kinds),
        facets=tuple(facet.value for facet in Facet if facet.value in used),
        topics=tuple((n, safe(topic)) for topic, n in maker.topics.items()),
        parties=tuple((n, maker.names.party(account)) for n, account in enumerate(report.accounts)),
        number=len(table.rows),
    )


def _tallies(grid: Grid) -> tuple[Tally, ...]:
    return grid.tallies() if grid.report.statements else ()


class _Maker:
    """Turns the parts of one report into what the template shows."""

    def __init__(self, report: Report, options: RenderOptions) -> None:
        self.report, self.options = report, options
        self.names = Names.of(report.accounts)
        topics = sorted({a.topic for account in report.accounts for a in account.assertions if a.topic})
        self.topics: Mapping[str, int] = {topic: n for n, topic in enumerate(topics)}
        self.places = {account.key: n for n, account in enumerate(report.accounts)}

    def section(self, comparison: Comparison, rows: Sequence[Finding]) -> Section:
        accounts = {account.key: account for account in self.report.accounts}
        left, right = accounts[comparison.left], accounts[comparison.right]
        number = self.report.comparisons.index(comparison) + 1
        state = "reviewed: people decided everything here" if comparison.reviewed else "not fully reviewed"
        stale = comparison.stale if Kind.REVIEW in self.options.only else ()
        return Section(
            id=f"p-{number}",
            left=self.names.party(left),
            right=self.names.party(right),
            state=safe(f"{completeness(left, right, self.options.complete)}; {state}"),
            groups=tuple(self._groups(f"p-{number}", left, right, rows)),
            stale=tuple(
                safe(f"{entry.kind}: {', '.join(entry.left) or '—'} / {', '.join(entry.right) or '—'}")
                for entry in stale
            ),
            picture=picture(rows, self.names) if len(self.report.accounts) == 2 else None,
            hints=tuple(self._hints(rows)),
        )

    def _groups(self, prefix: str, left: Account, right: Account, rows: Sequence[Finding]) -> Iterable[Group]:
        names = self.names
        kinds = (
            ("conflict", (Row.CONFLICT,), None, "≠", "Contradictions", ""),
            ("partial", (Row.PARTIAL,), None, "≈", "Different in detail", ""),
            ("omission", (Row.OMISSION,), left, OMISSION_SYMBOL, f"Only in {names.party(left)}", ""),
            ("omission", (Row.OMISSION,), right, OMISSION_SYMBOL, f"Only in {names.party(right)}", ""),
            ("review", REVIEW_ROWS, None, "?", "To review", "neither links nor omissions until a person decides"),
            *(
                (
                    "excerpt",
                    (Row.EXCERPT,),
                    account,
                    OMISSION_SYMBOL,
                    f"Not in the text we have of {names.party(other)}",
                    "that text is not complete, so these are no omissions",
                )
                for account, other in ((left, right), (right, left))
            ),
            ("agree", (Row.AGREE,), None, "=", "Agreement", ""),
        )
        for n, (kind, which, speaker, symbol, title, hint) in enumerate(kinds, start=1):
            found = [row for row in rows if row.row in which and speaker in (None, row.speaker)]
            if found:
                shown = tuple(self.row(row) for row in found)
                yield Group(id=f"{prefix}-{n}", kind=kind, symbol=symbol, title=title, hint=hint, rows=shown)

    def row(self, row: Finding) -> ShownRow:
        """Return one finding as a row."""
        assertions = [*row.sides[0], *row.sides[1]]
        topics = {self.topics[a.topic] for a in assertions if a.topic}
        parties = [self.places[a.key] for a, side in zip((row.left, row.right), row.sides, strict=True) if side]
        kind = KIND_OF[row.row].value if row.row is not Row.EXCERPT else "excerpt"
        return ShownRow(
            id=row.id,
            kind=row.row.value,
            filter=kind,
            symbol=row.symbol,
            sign=safe(row.sign),
            how=safe(row.how),
            facets=row.facets,
            topics=tuple(sorted(topics)),
            parties=tuple(parties),
            sides=(self._side(row, 0), self._side(row, 1)),
            differences=shown_differences(row.differences),
            evidence=tuple(
                (f"{reason.weight:+.2f} {safe(reason.feature)}", safe(_both(reason.left, reason.right)))
                for reason in sorted(row.evidence, key=lambda reason: -abs(reason.weight))
            ),
            note=safe(row.note) if row.note else None,
        )

    def _side(self, row: Finding, n: int) -> ShownSide:
        account = (row.left, row.right)[n]
        silent = row.silent is account
        nearest = row.nearest if silent and row.status is not OmissionStatus.CONFIRMED else None
        return ShownSide(
            who=self.names.party(account),
            assertions=tuple(
                shown_assertion(assertion, words_of(row, assertion, n), account, self.names)
                for assertion in row.sides[n]
            ),
            silence=_silence(row, self.names.party(account)) if silent else "",
            nearest=f"{safe(row.nearest_text or '')} (score {nearest.score:.2f})" if nearest else None,
        )

    def _hints(self, rows: Sequence[Finding]) -> Iterable[str]:
        for account in {row.silent.key: row.silent for row in rows if row.row is Row.EXCERPT and row.silent}.values():
            yield (
                f"To count what {self.names.party(account)} leaves out, give its whole statement and set coverage: full "
                f"in {safe(account.key)}.yaml, or add --complete {safe(account.key)}."
            )


def words_of(row: Finding, assertion: Assertion, side: int) -> tuple[Words, ...]:
    """Return the differing words of a finding that stand in one of its assertions on side 0 (left) or 1 (right)."""
    found = ((d.left, d.right)[side] for d in row.differences)
    return tuple(words for words in found if words is not None and words.id == assertion.id)


def _both(left: str, right: str) -> str:
    return left if left == right else f"{left} / {right}"


def _silence(row: Finding, who: str) -> str:
    match row.row:
        case Row.OMISSION if row.status is OmissionStatus.CONFIRMED:
            return f"Nothing of it in {who}"
        case Row.OMISSION:
            return f"Not found in {who}"
        case Row.EXCERPT:
            return f"Not in the text we have of {who}"
        case _:
            return f"No partner found in {who}"
