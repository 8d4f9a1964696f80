"""Three or more accounts: which statement stands in which account, with silence spelled out."""

from collections.abc import Mapping

from rich.text import Text

from claimdiff.accounts.model import Account
from claimdiff.comparison.model import Comparison, Report
from claimdiff.report.canvas import Canvas, piece
from claimdiff.vocabulary import Coverage, Verdict


def cell(report: Report, statement: Mapping[str, tuple[str, ...]], account: Account) -> str:
    """Return what an account has of a statement: its ids, or why it has none.

    "not mentioned" is said only where it is known for every assertion of the statement; else "not found", "to review",
    or "not in the text we have".
    """
    if account.key in statement:
        return ", ".join(statement[account.key])
    whys = set()
    omitted = []
    for comparison in report.comparisons:
        if account.key not in {comparison.left, comparison.right}:
            continue
        for key, ids in statement.items():
            if key in {comparison.left, comparison.right} and key != account.key:
                omitted += [o.status.value for o in comparison.omissions if o.account == key and o.id in ids]
                whys |= {o.why.value for o in comparison.undecided if o.account == key and o.id in ids}
    if "possible" in whys or "doubtful" in whys:
        return "to review"
    if account.coverage is Coverage.EXCERPT and not omitted:
        return "not in the text we have"
    if omitted and not whys:
        return "not mentioned" if set(omitted) == {"confirmed"} else "likely not mentioned"
    return "not decided"


def gravest_verdict(report: Report, statement: Mapping[str, tuple[str, ...]]) -> Verdict | None:
    """Return the gravest verdict among the links of a statement; None where only one account has it."""
    verdicts = [link.verdict for c in report.comparisons for link in c.links if _within(c, link.left, statement)]
    return max(verdicts, key=lambda verdict: verdict.gravity, default=None)


def _within(comparison: Comparison, left: tuple[str, ...], statement: Mapping[str, tuple[str, ...]]) -> bool:
    return set(left) <= set(statement.get(comparison.left, ()))


def add_matrix(canvas: Canvas, report: Report, heading: str | None) -> None:
    """Add the matrix: a paragraph a statement, a line an account."""
    names = " · ".join(account.party for account in report.accounts)
    about: list[Text | str] = [" · ", piece(heading)] if heading else []
    canvas.add(piece(names, "heading"), *about)
    shared = [s for s in report.statements if len(s) > 1]
    canvas.add(f"{len(report.statements)} statements, {len(shared)} of them in more than one account")
    pad = max(len(account.party) for account in report.accounts) + 2
    order = sorted(report.statements, key=lambda s: _weight(report, s), reverse=True)
    for number, statement in enumerate(order, start=1):
        canvas.blank()
        verdict = gravest_verdict(report, statement)
        sign = piece(verdict.label, verdict.value) if verdict else piece("one account only", "omission")
        canvas.add(_title(report, statement), label=f"{number}. ", indent=0)
        canvas.add(sign, indent=3)
        for account in report.accounts:
            has = account.key in statement
            canvas.add(
                piece(cell(report, statement, account), "" if has else "faint"),
                label=piece(account.party.ljust(pad), "party" if has else "faint"),
                indent=3,
            )


def _weight(report: Report, statement: Mapping[str, tuple[str, ...]]) -> tuple[int, int]:
    verdict = gravest_verdict(report, statement)
    return (-1 if verdict is None else verdict.gravity, len(statement))


def _title(report: Report, statement: Mapping[str, tuple[str, ...]]) -> Text:
    account = next(account for account in report.accounts if account.key in statement)
    return piece(account.assertion(statement[account.key][0]).text)
