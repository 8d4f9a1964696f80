"""The report as Markdown that pastes into a story file or a pull request (GitHub's dialect, read by Pandoc as well)."""

import re
from collections.abc import Sequence

from claimdiff.accounts.model import Account, Assertion
from claimdiff.comparison.model import Difference, Link, Omission, Open, Possible, Report, Words
from claimdiff.display import safe
from claimdiff.report.grid import Grid
from claimdiff.report.matrix import cell
from claimdiff.report.view import EVERY_KIND, SYMBOLS, Kind, Silence, View, completeness, how_decided, view_of
from claimdiff.vocabulary import OmissionStatus, Verdict, Voice


def escape(text: str) -> str:
    """Return data as one line of plain text in Markdown: no markup, no HTML, no table cell or heading of its own."""
    line = " ".join(safe(text, keep="\n\t\r").split())
    line = line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    line = re.sub(r"([\\`*_\[\]|~$^#])", r"\\\1", line)
    return re.sub(r"^([-+=]|\d+[.)])", lambda m: m[0][:-1] + "\\" + m[0][-1], line)


def render_markdown(report: Report, *, title: str | None = None, only: frozenset[Kind] = EVERY_KIND) -> str:
    """Return the report as Markdown; ``title`` is the event's, ``only`` the kinds shown."""
    lines: list[str] = []
    heading = title or report.event
    if len(report.accounts) > 2:
        lines += _matrix(report, heading)
    for comparison in report.comparisons:
        lines += _pair(view_of(report, comparison), heading, only)
    return "\n".join(lines).rstrip("\n") + "\n"


def _pair(view: View, heading: str | None, only: frozenset[Kind]) -> list[str]:
    about = f": {escape(heading)}" if heading else ""
    reviewed = "reviewed to the end by people" if view.comparison.reviewed else "not fully reviewed"
    lines = [
        f"# {escape(view.left.party)} against {escape(view.right.party)}{about}",
        "",
        f"{escape(completeness(view.left, view.right))}; {reviewed}. Words in “ ” are verbatim words of a source; "
        "words in ‹ › are our wording.",
        "",
        *_counts(view),
    ]
    shown = [v for v, k in ((Verdict.CONFLICT, Kind.CONFLICT), (Verdict.PARTIAL, Kind.PARTIAL)) if k in only]
    shown += [Verdict.AGREE] if Kind.AGREE in only else []
    lines += _links(view, [link for verdict in shown for link in view.by_verdict[verdict]])
    if Kind.OMISSION in only:
        for silence in view.silences:
            lines += _silence(silence)
        lines += _excerpt(view)
    if Kind.REVIEW in only:
        lines += _review(view)
    return lines


def _counts(view: View) -> list[str]:
    review = len(view.possible) + len(view.proposed) + len(view.doubtful)
    names = [f"only in {escape(silence.account.party)}" for silence in view.silences]
    numbers = [len(view.by_verdict[v]) for v in (Verdict.CONFLICT, Verdict.PARTIAL, Verdict.AGREE)]
    numbers += [len(silence.omissions) for silence in view.silences] + [review]
    return [
        f"| contradict | differ in detail | agree | {names[0]} | {names[1]} | to review |",
        "| ---: | ---: | ---: | ---: | ---: | ---: |",
        "| " + " | ".join(str(number) for number in numbers) + " |",
        "",
    ]


def _links(view: View, links: Sequence[Link]) -> list[str]:
    if not links:
        return []
    lines = [
        "## Statements that both have",
        "",
        f"| verdict | {escape(view.left.party)} | {escape(view.right.party)} | difference | how certain |",
        "| --- | --- | --- | --- | --- |",
    ]
    for link in links:
        left, right = view.assertions(link)
        cells = [
            f"{SYMBOLS[link.verdict]} {link.verdict.label}",
            "<br>".join(_assertion(a, view.left) for a in left),
            "<br>".join(_assertion(a, view.right) for a in right),
            _differences(link.differences),
            escape(how_decided(link)) + (f"; note: {escape(link.note)}" if link.note else ""),
        ]
        lines.append("| " + " | ".join(cells) + " |")
    return [*lines, ""]


def _differences(differences: Sequence[Difference]) -> str:
    bare = [d.facet.value for d in differences if d.left is None and d.right is None]
    rows = [
        f"**{d.facet.value}**: {_words(d.left)} against {_words(d.right)}"
        for d in differences
        if d.left is not None or d.right is not None
    ]
    return "<br>".join([*rows, *([f"**{', '.join(bare)}**: no words are named"] if bare else [])]) or "none"


def _words(words: Words | None) -> str:
    if words is None:
        return "nothing"
    left, right = ("“", "”") if words.field == "quote" else ("‹", "›")
    return f"{left}{escape(words.words)}{right}"


def _assertion(assertion: Assertion, account: Account) -> str:
    """Return an assertion with its quotes and their sources, or the label that it is our wording."""
    if not assertion.quotes:
        return f"{escape(assertion.text)} (our wording)"
    quotes = [
        f"“{escape(q.quote)}” ({'own words' if q.voice is Voice.DIRECT else 'as reported'}{_source(account, q.source)})"
        for q in assertion.quotes
    ]
    return " ".join([escape(assertion.text), *quotes])


def _source(account: Account, key: str | None) -> str:
    source = account.sources.get(key) if key else None
    if source is None:
        return ""
    name = escape(source.publisher or source.title or source.key)
    address = source.archive_url or source.url
    if address and re.fullmatch(r"https?://[^\s<>()\"'`|\\]+", address):
        return f", [{name}](<{address}>)"
    return f", {name}"


def _silence(silence: Silence) -> list[str]:
    if not silence.omissions:
        return []
    lines = [f"## Only in {escape(silence.account.party)}", ""]
    for omission in silence.omissions:
        lines.append(
            f"- {_assertion(silence.account.assertion(omission.id), silence.account)} — {_certain(omission, silence)}"
        )
    return [*lines, ""]


def _certain(omission: Omission, silence: Silence) -> str:
    other = escape(silence.other.party)
    if omission.status is OmissionStatus.CONFIRMED:
        return f"confirmed: a person looked for it in {other}"
    return f"likely: not found in {other}{_nearest(omission, silence.other)}"


def _nearest(silent: Omission | Open, other: Account) -> str:
    if silent.nearest is None:
        return ""
    return f"; nearest: {escape(other.assertion(silent.nearest.id).text)} ({silent.nearest.score:.2f})"


def _excerpt(view: View) -> list[str]:
    lines: list[str] = []
    for account, other in ((view.left, view.right), (view.right, view.left)):
        rows = [entry for entry in view.not_in_excerpt if entry.account == account.key]
        if rows:
            lines += [
                f"## Not in the text we have of {escape(other.party)}",
                "",
                f"That text is an excerpt, so none of these {len(rows)} is an omission.",
                "",
                *(f"- {_assertion(account.assertion(entry.id), account)}" for entry in rows),
                "",
            ]
    return lines


def _review(view: View) -> list[str]:
    lines: list[str] = []
    pairs: list[Link | Possible] = [*view.proposed, *view.possible]
    for link in pairs:
        left, right = view.assertions(link)
        sides = f"{_side(left, view.left)} ↔ {_side(right, view.right)}"
        lines.append(f"- {_how(link)}: {sides} ({_differences(link.differences)})")
    for pair in view.doubtful:
        left, right = view.assertions(pair)
        sides = f"{_side(left, view.left)} ↔ {_side(right, view.right)}"
        lines.append(f"- doubtful, reasonable readers differ: {sides}")
    for entry in view.undecided:
        here, there = (view.left, view.right) if entry.account == view.left.key else (view.right, view.left)
        text = _assertion(here.assertion(entry.id), here)
        lines.append(f"- no partner found, not decided: {text} ({escape(here.party)}{_nearest(entry, there)})")
    lines += [
        f"- stale decision ({stale.kind}), its texts have changed: {escape(', '.join((*stale.left, *stale.right)))}"
        for stale in view.comparison.stale
    ]
    return ["## To review", "", "Neither links nor omissions until a person decides.", "", *lines, ""] if lines else []


def _side(assertions: Sequence[Assertion], account: Account) -> str:
    return " + ".join(_assertion(assertion, account) for assertion in assertions)


def _how(link: Link | Possible) -> str:
    judged = "" if link.judged else "; not judged"
    if isinstance(link, Link):
        return f"{escape(how_decided(link))} ({link.verdict.label})"
    alternative = "" if link.chosen else ", an alternative"
    return f"possible (score {link.score:.2f}{alternative}; would {link.verdict.label}{judged})"


def _matrix(report: Report, heading: str | None) -> list[str]:
    grid = Grid(report)
    names = [escape(account.party) for account in report.accounts]
    lines = [f"# {' · '.join(names)}{f': {escape(heading)}' if heading else ''}", ""]
    lines += ["| statement | " + " | ".join(names) + " | verdict |", "| --- |" + " --- |" * (len(names) + 1)]
    for statement in report.statements:
        first = next(account for account in report.accounts if account.key in statement)
        verdict = grid.verdict(statement)
        cells = [escape(first.assertion(statement[first.key][0]).text)]
        cells += [escape(cell(grid, statement, account)) for account in report.accounts]
        cells.append(f"{SYMBOLS[verdict]} {verdict.label}" if verdict else "one account only")
        lines.append("| " + " | ".join(cells) + " |")
    return [*lines, ""]
