"""Know a finding again after the file around it has changed."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterator

from claimdiff.accounts.diagnostic import Diagnostic
from claimdiff.check.model import Checked


def fingerprints(checked: Checked) -> tuple[str, ...]:
    """Return for every diagnostic, in order, a digest of 40 hexadecimal digits that is its own.

    It rests on the code, the file and the line's own text, not on the line's number: lines that are put in or taken out
    elsewhere change nothing. Where several findings would have the same, their order tells them apart.
    """
    return tuple(_each(checked))


def _each(checked: Checked) -> Iterator[str]:
    lines = {path: text.splitlines() for path, text in checked.texts.items()}
    seen: Counter[str] = Counter()
    for diagnostic in checked.diagnostics:
        what = json.dumps([diagnostic.code, diagnostic.path, _own_text(diagnostic, lines.get(diagnostic.path, []))])
        number = seen[what]
        seen[what] += 1
        yield hashlib.sha256(f"{what}{number}".encode("ascii")).hexdigest()[:40]


def _own_text(diagnostic: Diagnostic, lines: list[str]) -> str:
    """Return the words that it is about; its message where the file could not be read."""
    if not 1 <= diagnostic.line <= len(lines):
        return diagnostic.message
    return " ".join(lines[diagnostic.line - 1].split())
