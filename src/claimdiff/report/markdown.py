"""The report as Markdown: tables for a pull request, a plain list, or sentences for a story."""

import re
from collections.abc import Callable, Mapping, Sequence

from claimdiff.accounts.model import Account
from claimdiff.comparison.model import Comparison, Report
from claimdiff.report.findings import KIND_OF, Finding, Row, findings
from claimdiff.report.formats import RenderOptions
from claimdiff.report.grid import Grid
from claimdiff.report.markdown_words import LEGEND, Notes, all_described, described, differences, escape, silence
from claimdiff.report.matrix import cell, gravest_first, sign
from claimdiff.report.story import story
from claimdiff.report.view import OMISSION_SYMBOL, REVIEW_SYMBOL, completeness

_LINKS = (Row.CONFLICT, Row.PARTIAL, Row.AGREE)
_REVIEW = (Row.PROPOSED, Row.POSSIBLE, Row.DOUBTFUL, Row.UNDECIDED)


def render_markdown(report: Report, options: RenderOptions) -> str:
    """Return the report in the style that ``options.style`` names (``MARKDOWN_STYLES``).

    Every finding has its id, which stays the same when others are added; sources are footnotes.
    """
    notes = Notes()
    lines: list[str] = []
    heading = options.title or report.event
    if len(report.accounts) > 2 and options.style == "github":
        lines += _matrix(report, heading)
    for comparison in report.comparisons:
        lines += [*MARKDOWN_STYLES[options.style](report, comparison, options, notes), ""]
    text = "\n".join([*lines, *notes.definitions()])
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n") + "\n"


def _github(report: Report, comparison: Comparison, options: RenderOptions, notes: Notes) -> list[str]:
    left, right = _sides(report, comparison)
    rows = findings(report, comparison, only=options.only)
    lines = [*_head(report, comparison, options), f"{_state(report, comparison, options)}. {LEGEND}", ""]
    lines += [*_counts(findings(report, comparison), left, right), *_links(rows, left, right, notes)]
    for account in (left, right):
        lines += _list(rows, Row.OMISSION, account, f"## Only in {escape(account.party)}", "", notes)
    for account, other in ((left, right), (right, left)):
        title = f"## Not in the text we have of {escape(other.party)}"
        hint = "That text is not complete, so none of these is an omission."
        lines += _list(rows, Row.EXCERPT, account, title, hint, notes)
    return [*lines, *_review(rows, comparison, options, notes)]


def _plain(report: Report, comparison: Comparison, options: RenderOptions, notes: Notes) -> list[str]:
    lines = [*_head(report, comparison, options), f"{_state(report, comparison, options)}. {LEGEND}", ""]
    for number, row in enumerate(findings(report, comparison, only=options.only), start=1):
        facets = f" ({', '.join(row.facets)})" if row.facets else ""
        lines.append(f"{number}. {row.symbol} {escape(row.sign)}{facets}, {row.id}")
        for account, side in zip((row.left, row.right), row.sides, strict=True):
            if row.silent is account:
                continue
            said = all_described(side, account, notes, between=" / ")
            lines.append(f"    - {escape(account.party)}: {said}")
        differ = differences(row.differences, between="; ", strong="")
        lines += [f"    - Difference: {differ}"] if differ else []
        lines.append(f"    - {silence(row) if row.silent else escape(row.how)}")
        lines += [f"    - Note: {escape(row.note)}"] if row.note else []
    return [*lines, *_stale(comparison, options)]


Style = Callable[[Report, Comparison, RenderOptions, Notes], list[str]]
MARKDOWN_STYLES: Mapping[str, Style] = {"github": _github, "plain": _plain, "story": story}
"""The styles of Markdown: tables, a list without tables or HTML, sentences to paste into a piece."""


def _sides(report: Report, comparison: Comparison) -> tuple[Account, Account]:
    accounts = {account.key: account for account in report.accounts}
    return accounts[comparison.left], accounts[comparison.right]


def _head(report: Report, comparison: Comparison, options: RenderOptions) -> list[str]:
    left, right = _sides(report, comparison)
    heading = options.title or report.event
    return [f"# {escape(left.party)} against {escape(right.party)}{f': {escape(heading)}' if heading else ''}", ""]


def _state(report: Report, comparison: Comparison, options: RenderOptions) -> str:
    reviewed = "reviewed to the end by people" if comparison.reviewed else "not fully reviewed"
    state = escape(completeness(*_sides(report, comparison), options.complete))
    return f"{state[:1].upper()}{state[1:]}; {reviewed}"


def _counts(rows: Sequence[Finding], left: Account, right: Account) -> list[str]:
    review = {Row.PROPOSED, Row.POSSIBLE, Row.DOUBTFUL}
    numbers = [sum(row.row is kind for row in rows) for kind in _LINKS]
    numbers += [sum(row.row is Row.OMISSION and row.speaker is account for row in rows) for account in (left, right)]
    numbers.append(sum(row.row in review for row in rows))
    heads = [
        "contradict",
        "differ in detail",
        "agree",
        f"only in {escape(left.party)}",
        f"only in {escape(right.party)}",
    ]
    return [
        "| " + " | ".join([*heads, "to review"]) + " |",
        "|" + " ---: |" * len(numbers),
        "| " + " | ".join(str(number) for number in numbers) + " |",
        "",
    ]


def _links(rows: Sequence[Finding], left: Account, right: Account, notes: Notes) -> list[str]:
    links = [row for row in rows if row.row in _LINKS]
    if not links:
        return []
    lines = [
        "## Statements that both have",
        "",
        f"| finding | verdict | {escape(left.party)} | {escape(right.party)} | difference | how certain |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for row in links:
        cells = [
            row.id,
            f"{row.symbol} {row.sign}",
            all_described(row.sides[0], left, notes, between=" <br> "),
            all_described(row.sides[1], right, notes, between=" <br> "),
            differences(row.differences, between=" <br> ") or "none",
            escape(row.how) + (f"; note: {escape(row.note)}" if row.note else ""),
        ]
        lines.append("| " + " | ".join(cells) + " |")
    return [*lines, ""]


def _list(rows: Sequence[Finding], kind: Row, account: Account, title: str, hint: str, notes: Notes) -> list[str]:
    found = [row for row in rows if row.row is kind and row.speaker is account]
    if not found:
        return []
    lines = [f"- {OMISSION_SYMBOL} {row.id}: {_spoken(row, notes)} — {silence(row)}" for row in found]
    return [title, "", *([hint, ""] if hint else []), *lines, ""]


def _spoken(row: Finding, notes: Notes) -> str:
    side = row.sides[0] or row.sides[1]
    return described(side[0], row.speaker, notes)


def _review(rows: Sequence[Finding], comparison: Comparison, options: RenderOptions, notes: Notes) -> list[str]:
    lines = []
    for row in rows:
        if row.row not in _REVIEW:
            continue
        if row.silent is not None:
            said = f"{escape(row.speaker.party)}: {_spoken(row, notes)}"
            lines.append(f"- {REVIEW_SYMBOL} {row.id}, not decided: {said} — {silence(row)}")
            continue
        sides = " ↔ ".join(
            all_described(side, account, notes, between=" + ")
            for account, side in zip((row.left, row.right), row.sides, strict=True)
        )
        differ = differences(row.differences, between="; ")
        note = f"; note: {escape(row.note)}" if row.note else ""
        tail = f" ({differ})" if differ else ""
        lines.append(f"- {REVIEW_SYMBOL} {row.id}, {escape(row.sign)}: {sides} — {escape(row.how)}{note}{tail}")
    lines += _stale(comparison, options)
    return ["## To review", "", "Neither links nor omissions until a person decides.", "", *lines, ""] if lines else []


def _stale(comparison: Comparison, options: RenderOptions) -> list[str]:
    if KIND_OF[Row.DOUBTFUL] not in options.only:
        return []
    return [
        f"- stale decision ({escape(stale.kind)}), its texts have changed: {escape(', '.join((*stale.left, *stale.right)))}"
        for stale in comparison.stale
    ]


def _matrix(report: Report, heading: str | None) -> list[str]:
    grid = Grid(report)
    names = [escape(account.party) for account in report.accounts]
    lines = [f"# {' · '.join(names)}{f': {escape(heading)}' if heading else ''}", ""]
    lines += [
        "| statement (our wording) | " + " | ".join(names) + " | verdict |",
        "| --- |" + " --- |" * (len(names) + 1),
    ]
    for statement in gravest_first(grid):
        first = next(account for account in report.accounts if account.key in statement)
        shown = sign(grid, statement)
        cells = [escape(first.assertion(statement[first.key][0]).text)]
        cells += [escape(cell(grid, statement, account)) for account in report.accounts]
        cells.append(f"{shown.symbol} {shown.words}")
        lines.append("| " + " | ".join(cells) + " |")
    return [*lines, ""]
