"""What people read: one line for each diagnostic, or the line of the file with the place underlined."""

from collections import Counter

from rich.cells import cell_len

from claimdiff.accounts.diagnostic import Diagnostic, Severity
from claimdiff.check.formats.inert import inert
from claimdiff.check.model import Checked
from claimdiff.check.table import RULES
from claimdiff.display import safe

WIDEST = 160
"""How many characters of a line of a file are shown around the place."""
_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.NOTE: "36"}


def concise(checked: Checked, *, colour: bool = False) -> str:
    """Return one line for each diagnostic: ``file:line:column: message [code]``."""
    return "".join(f"{_line(diagnostic, colour)}\n" for diagnostic in checked.diagnostics)


def full(checked: Checked, *, colour: bool = False) -> str:
    """Return each diagnostic with the line of the file that it is about, the place underlined."""
    blocks = []
    for diagnostic in checked.diagnostics:
        lines = [_line(diagnostic, colour)]
        text = checked.texts.get(diagnostic.path)
        if text is not None:
            lines += _excerpt(text, diagnostic)
        blocks.append("\n".join(lines) + "\n")
    return "\n".join(blocks)


def statistics(checked: Checked) -> str:
    """Return how often each code was found, the most frequent first."""
    numbers = Counter((d.code, d.severity) for d in checked.diagnostics)
    rows = sorted(numbers.items(), key=lambda row: (-row[1], row[0]))
    return "".join(
        f"{number:>6}  {severity.value:<7}  {code:<22}  {RULES[code].summary}\n" for (code, severity), number in rows
    )


def summary(checked: Checked) -> str:
    """Return how much was checked and found, in one line."""
    number = len(checked.events)
    found = [
        f"{count} {severity.value}{'s' if count != 1 else ''}"
        for severity in Severity
        if (count := checked.count(severity))
    ]
    known = f" ({checked.hidden} more known to the baseline)" if checked.hidden else ""
    return f"{number} event{'s' if number != 1 else ''} checked: {', '.join(found) or 'nothing found'}{known}"


def _line(diagnostic: Diagnostic, colour: bool) -> str:
    d = diagnostic
    place = inert(f"{d.path}:{d.line}:{d.column}: ")
    kind = "" if d.severity is Severity.ERROR else f"{d.severity.value}: "
    message = inert(d.message)
    if not colour:
        return f"{place}{kind}{message} [{d.code}]"
    tint = _COLOURS[d.severity]
    return f"\x1b[1m{place}\x1b[0m\x1b[{tint}m{kind}\x1b[0m{message} \x1b[{tint}m[{d.code}]\x1b[0m"


def _excerpt(text: str, diagnostic: Diagnostic) -> list[str]:
    lines = text.splitlines()
    if not 1 <= diagnostic.line <= len(lines):
        return []
    line, start = lines[diagnostic.line - 1], diagnostic.column - 1
    one_line = diagnostic.end_line == diagnostic.line and diagnostic.end_column is not None
    end = (diagnostic.end_column or 0) - 1 if one_line else len(line) if diagnostic.end_line else start + 1
    first = max(0, min(start - WIDEST // 4, len(line) - WIDEST))
    cut = line[first : first + WIDEST]
    lead, tail = ("…" if first else ""), ("…" if len(line) > first + WIDEST else "")
    before, under = safe(cut[: start - first]), safe(cut[start - first : max(end, start + 1) - first])
    gutter = f"{diagnostic.line:>5}"
    marks = " " * (cell_len(lead) + cell_len(before)) + "^" * max(1, cell_len(under))
    return [inert(f"{gutter} | {lead}{cut}{tail}"), f"{' ' * len(gutter)} | {marks}"]
