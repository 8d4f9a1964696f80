"""Three or more accounts: which statement stands in which account, with silence spelled out."""

from rich.text import Text

from claimdiff.accounts.model import Account
from claimdiff.comparison.model import Report
from claimdiff.report.canvas import Canvas, piece
from claimdiff.report.grid import Grid, Statement


def cell(grid: Grid, statement: Statement, account: Account) -> str:
    """Return what an account has of a statement: its ids, or why it has none."""
    if account.key in statement:
        return ", ".join(statement[account.key])
    return grid.stand(statement, account).value


def add_matrix(canvas: Canvas, report: Report, heading: str | None) -> None:
    """Add the matrix: a paragraph a statement, a line an account."""
    grid = Grid(report)
    names = " · ".join(account.party for account in report.accounts)
    about: list[Text | str] = [" · ", piece(heading)] if heading else []
    canvas.add(piece(names, "heading"), *about)
    shared = [s for s in report.statements if len(s) > 1]
    canvas.add(f"{len(report.statements)} statements, {len(shared)} of them in more than one account")
    pad = max(len(account.party) for account in report.accounts) + 2
    order = sorted(report.statements, key=lambda s: weight(grid, s), reverse=True)
    for number, statement in enumerate(order, start=1):
        canvas.blank()
        verdict = grid.verdict(statement)
        sign = piece(verdict.label, verdict.value) if verdict else piece("one account only", "omission")
        canvas.add(_title(report, statement), label=f"{number}. ", indent=0)
        canvas.add(sign, indent=3)
        for account in report.accounts:
            has = account.key in statement
            canvas.add(
                piece(cell(grid, statement, account), "" if has else "faint"),
                label=piece(account.party.ljust(pad), "party" if has else "faint"),
                indent=3,
            )


def weight(grid: Grid, statement: Statement) -> tuple[int, int]:
    """Return by what statements are ordered: gravest first, then those that most accounts have."""
    verdict = grid.verdict(statement)
    return (-1 if verdict is None else verdict.gravity, len(statement))


def _title(report: Report, statement: Statement) -> Text:
    account = next(account for account in report.accounts if account.key in statement)
    return piece(account.assertion(statement[account.key][0]).text)
