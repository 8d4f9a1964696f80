"""The contradictions and the omissions as sentences that an editor can paste into a piece."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from claimdiff.accounts.model import Account, Assertion
from claimdiff.comparison.model import Comparison, Difference, Report, Words
from claimdiff.report.findings import Finding, Row, findings
from claimdiff.report.formats import RenderOptions
from claimdiff.report.markdown_words import LEGEND, Notes, escape, words
from claimdiff.report.page_cells import source_name
from claimdiff.report.view import Kind, one_origin
from claimdiff.vocabulary import Coverage, OmissionStatus, Voice

OURS = "in our wording"


def story(report: Report, comparison: Comparison, options: RenderOptions, notes: Notes) -> list[str]:
    """Return one pair as numbered sentences: what the parties contradict each other on, then what only one has.

    Only what counts is told: links and omissions. A likely omission is told as what it is. Nothing says who is right.
    """
    accounts = {account.key: account for account in report.accounts}
    left, right = accounts[comparison.left], accounts[comparison.right]
    heading = f": {escape(options.title)}" if options.title else ""
    shown = findings(report, comparison, only=options.only & {Kind.CONFLICT, Kind.OMISSION})
    rows = [row for row in shown if row.certain]
    lines = [f"# {escape(left.party)} and {escape(right.party)}{heading}", "", *([LEGEND, ""] if rows else [])]
    lines += _part("Where they contradict each other", [r for r in rows if r.row is Row.CONFLICT], _conflict, notes)
    for account, other in ((left, right), (right, left)):
        only = [row for row in rows if row.row is Row.OMISSION and row.speaker is account]
        title = f"What {escape(account.party)} says and {escape(other.party)} does not"
        lines += _part(title, [r for r in only if r.status is OmissionStatus.CONFIRMED], _omission, notes)
        title = f"What {escape(account.party)} says and was not found in {escape(other.party)} (nobody has checked)"
        lines += _part(title, [r for r in only if r.status is OmissionStatus.LIKELY], _omission, notes)
    if not rows:
        lines += ["No contradiction and no omission is known.", ""]
    for account in (left, right):
        if account.coverage is Coverage.EXCERPT and account.key not in options.complete:
            lines += [
                f"The text we have of {escape(account.party)} is an excerpt: nothing follows from its silence.",
                "",
            ]
    origin = one_origin(left, right)
    return [*lines, f"{escape(origin[:1].upper() + origin[1:])}.", ""] if origin else lines


def _part(title: str, rows: Sequence[Finding], tell: Callable[[Finding, Notes], str], notes: Notes) -> list[str]:
    if not rows:
        return []
    lines = [f"{number}. {tell(row, notes)} ({row.id})" for number, row in enumerate(rows, start=1)]
    return [f"## {title}", "", *lines, ""]


def _conflict(row: Finding, notes: Notes) -> str:
    left, right = escape(row.left.party), escape(row.right.party)
    about = f" on {_listed(row.facets)}" if row.facets else ""
    named = [d for d in row.differences if d.left is not None or d.right is not None]
    both_first = sorted(named, key=lambda d: d.left is None or d.right is None)
    telling = [_difference(d, left, right) for d in both_first]
    where = f": {'; '.join(telling)}" if telling else ""
    said = [_said(side, account, notes) for account, side in zip((row.left, row.right), row.sides, strict=True)]
    judged = "" if row.judged else " No rule could judge this pair; read both."
    return f"{left} and {right} contradict each other{about}{where}. {' '.join(said)}{judged}"


def _listed(words: Sequence[str]) -> str:
    return " and ".join([*([", ".join(words[:-1])] if words[:-1] else []), words[-1]])


def _difference(difference: Difference, left: str, right: str) -> str:
    match difference.left, difference.right:
        case Words() as here, None:
            return f"only {left} has {words(here)}"
        case None, Words() as there:
            return f"only {right} has {words(there)}"
        case here, there:
            return f"{left} has {words(here)}, {right} {words(there)}"


def _omission(row: Finding, notes: Notes) -> str:
    return _said(row.sides[0] or row.sides[1], row.speaker, notes)


def _said(assertions: Sequence[Assertion], account: Account, notes: Notes) -> str:
    """Return what a party said, a sentence for each way in which it is known.

    Its own words come first, then a reporter's. Where there are none it is our wording, which is called so. Quotes of one
    source stand in one sentence, with one footnote.
    """
    parts = [part for assertion in assertions for part in _parts(assertion, account)]
    sentences = []
    for (whose, keys), same in groupby(parts, key=lambda part: (part.whose, part.sources)):
        texts = [part.text for part in same]
        said = " ".join(texts) if whose == OURS else f"{_listed(texts)}."
        sentences.append(f"{escape(account.party)}, {whose}: {said}{''.join(notes.mark(account, key) for key in keys)}")
    return " ".join(sentences)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """A quote or a text as Markdown; ``whose`` words these are, and the keys of the sources where they stand."""

    text: str
    whose: str
    sources: tuple[str, ...]


def _parts(assertion: Assertion, account: Account) -> Iterator[_Part]:
    for quote in sorted(assertion.quotes, key=lambda quote: quote.voice is not Voice.DIRECT):
        source = account.sources.get(quote.source) if quote.source else None
        name = escape(source_name(source)) if source else ""
        if quote.voice is Voice.DIRECT:
            whose = f"in its own words ({name})" if name else "in its own words"
        else:
            whose = f"as reported by {name}" if name else "as reported"
        yield _Part(text=f"“{escape(quote.quote)}”", whose=whose, sources=(quote.source,) if quote.source else ())
    if not assertion.quotes:
        yield _Part(text=escape(assertion.text), whose=OURS, sources=assertion.sources)
