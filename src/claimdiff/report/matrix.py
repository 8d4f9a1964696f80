"""Three or more accounts: which statement stands in which account, with silence spelled out."""

from collections.abc import Iterator
from dataclasses import dataclass

from rich.text import Text

from claimdiff.accounts.model import Account
from claimdiff.comparison.model import Report
from claimdiff.report.canvas import Canvas, piece
from claimdiff.report.grid import Grid, Stand, Statement
from claimdiff.report.view import OMISSION_SYMBOL, REVIEW_SYMBOL, SYMBOLS


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """How a statement stands among all accounts: its kind, its symbol and its word."""

    kind: str
    symbol: str
    words: str


def sign(grid: Grid, statement: Statement) -> Sign:
    """Return the gravest verdict among a statement's links, or what is known of a statement that one account has.

    "In one account only" is said only where a person looked in every other account.
    """
    verdict = grid.verdict(statement)
    if verdict is not None:
        return Sign(kind=verdict.value, symbol=SYMBOLS[verdict], words=verdict.label)
    stands = {grid.stand(statement, account) for account in grid.report.accounts}
    if Stand.ONLY in stands:
        return Sign(kind="omission", symbol=OMISSION_SYMBOL, words="in one account only")
    if {Stand.REVIEW, Stand.UNDECIDED} & stands:
        return Sign(kind="review", symbol=REVIEW_SYMBOL, words="found in one account, not decided")
    if Stand.EXCERPT in stands:
        return Sign(kind="excerpt", symbol=OMISSION_SYMBOL, words="found in one account")
    return Sign(kind="omission", symbol=OMISSION_SYMBOL, words="likely in one account only")


def cell(grid: Grid, statement: Statement, account: Account) -> str:
    """Return what an account has of a statement: its ids, or why it has none."""
    if account.key in statement:
        return ", ".join(statement[account.key])
    return grid.stand(statement, account).value


def add_matrix(canvas: Canvas, report: Report, heading: str | None) -> None:
    """Add the matrix: a paragraph a statement, in it every account's texts, or its silence in words."""
    grid = Grid(report)
    names = " · ".join(account.party for account in report.accounts)
    about: list[Text | str] = [" · ", piece(heading)] if heading else []
    canvas.add(piece(names, "heading"), *about)
    shared = [s for s in report.statements if len(s) > 1]
    canvas.add(
        f"{len(report.statements)} statements, {len(shared)} of them in more than one account; all in our wording"
    )
    pad = max(len(account.party) for account in report.accounts) + 2
    beside = canvas.width is None or pad + 3 <= canvas.width // 2
    for number, statement in enumerate(gravest_first(grid), start=1):
        canvas.blank()
        shown = sign(grid, statement)
        canvas.add(piece(f"{shown.symbol} {shown.words}", shown.kind), label=f"{number}. ")
        for account in report.accounts:
            has = account.key in statement
            lines = list(_texts(statement, account)) if has else [piece(cell(grid, statement, account), "faint")]
            name = piece(account.party.ljust(pad if beside else 0), "party" if has else "faint")
            if not beside:
                canvas.add(name, indent=3)
            for n, line in enumerate(lines):
                canvas.add(line, label=(name if n == 0 else " " * pad) if beside else "", indent=3 if beside else 5)


def _texts(statement: Statement, account: Account) -> Iterator[Text]:
    for assertion_id in statement[account.key]:
        yield piece(account.assertion(assertion_id).text) + piece(f"  [{assertion_id}]", "faint")


def gravest_first(grid: Grid) -> list[Statement]:
    """Return the statements in the order in which the matrix has them."""
    return sorted(grid.report.statements, key=lambda statement: weight(grid, statement), reverse=True)


def weight(grid: Grid, statement: Statement) -> tuple[int, int]:
    """Return by what statements are ordered: gravest first, then those that most accounts have."""
    verdict = grid.verdict(statement)
    return (-1 if verdict is None else verdict.gravity, len(statement))
