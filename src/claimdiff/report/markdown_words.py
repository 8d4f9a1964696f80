"""What all styles of Markdown share: data as plain text, assertions with their quotes, sources as footnotes."""

import re
from collections.abc import Sequence
from dataclasses import replace

from claimdiff.accounts.model import Account, Assertion, Source
from claimdiff.comparison.model import Difference, Words
from claimdiff.display import safe
from claimdiff.report.addresses import addresses
from claimdiff.report.findings import Finding
from claimdiff.report.page_cells import OURS, VOICES, source_name
from claimdiff.report.page_sources import source_facts

LEGEND = "Words in “ ” are verbatim words of a source, words in ‹ › and everything called “our wording” are not."


def escape(text: str) -> str:
    """Return data as one line of plain text in Markdown: no markup, no HTML, no table cell or heading of its own."""
    line = " ".join(safe(text, keep="\n\t\r").split())
    line = line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    line = re.sub(r"([\\`*_\[\]{}|~$^#@])", r"\\\1", line)
    return re.sub(r"^([-+=:]|\d+[.)])", lambda m: m[0][:-1] + "\\" + m[0][-1], line)


class Notes:
    """The sources that a text has named so far, numbered as they come, for the footnotes at its end."""

    def __init__(self) -> None:
        """Begin without any."""
        self._numbers: dict[Source, int] = {}

    def mark(self, account: Account, key: str | None) -> str:
        """Return the reference to a source of an account; nothing where the account does not have it."""
        if key is None or key not in account.sources:
            return ""
        source = account.sources[key]
        # Two accounts that name the same source share its footnote.
        alike = replace(source, key="") if source.publisher or source.title else source
        return f"[^s{self._numbers.setdefault(alike, len(self._numbers) + 1)}]"

    def definitions(self) -> list[str]:
        """Return the footnotes, one a line, and an empty line before them."""
        lines = []
        for source, number in self._numbers.items():
            facts = ", ".join([escape(source_name(source)), *(escape(fact) for fact in source_facts(source))])
            links = "".join(f"; {address.name}: <{address.href}>" for address in addresses(source))
            lines.append(f"[^s{number}]: {facts}{links}")
        return ["", *lines] if lines else []


def described(assertion: Assertion, account: Account, notes: Notes) -> str:
    """Return an assertion in our wording, which is labelled so, with its quotes, whose words they are, and their sources."""
    marks = "".join(notes.mark(account, key) for key in assertion.sources)
    parts = [f"{escape(assertion.text)} ({OURS}){marks}"]
    parts += [
        f"“{escape(quote.quote)}” ({VOICES[quote.voice]}){notes.mark(account, quote.source)}"
        for quote in assertion.quotes
    ]
    return " ".join(parts)


def all_described(assertions: Sequence[Assertion], account: Account, notes: Notes, *, between: str) -> str:
    """Return several assertions with ``between`` between them."""
    return between.join(described(assertion, account, notes) for assertion in assertions)


def words(found: Words | None) -> str:
    """Return words in “ ” where they are verbatim words of a source, in ‹ › where they are our wording."""
    if found is None:
        return "(nothing)"
    left, right = ("“", "”") if found.field == "quote" else ("‹", "›")
    return f"{left}{escape(found.words)}{right}"


def differences(found: Sequence[Difference], *, between: str, strong: str = "**") -> str:
    """Return the differences in words; facets without words are named together at the end."""
    rows = [
        f"{strong}{d.facet.value}{strong}: {words(d.left)} against {words(d.right)}"
        for d in found
        if d.left is not None or d.right is not None
    ]
    bare = [d.facet.value for d in found if d.left is None and d.right is None]
    rows += [f"{strong}{', '.join(bare)}{strong}: no words are named"] if bare else []
    return between.join(rows)


def silence(row: Finding) -> str:
    """Return what is known of the account that has nothing, with what comes nearest where no person looked."""
    assert row.silent is not None
    other = escape(row.silent.party)
    near = ""
    if row.nearest is not None and row.how.startswith(("likely", "no partner")):
        near = f"; nearest in {other}: {escape(row.nearest_text or '')} ({row.nearest.score:.2f})"
    return f"{escape(row.how)}{near}"
