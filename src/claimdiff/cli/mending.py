"""What ``claimdiff check --fix`` and ``--diff`` do: mend files, or show how they would be mended."""

import difflib
from collections.abc import Iterator, Sequence
from pathlib import Path

from claimdiff.accounts.document import Document
from claimdiff.accounts.load import LoadedEvent
from claimdiff.accounts.write import write_atomic
from claimdiff.accounts.yaml import parse
from claimdiff.check.fix import mended
from claimdiff.check.run import Target
from claimdiff.check.subject import Archive, Subject, Tools
from claimdiff.display import safe
from claimdiff.review.layout import CannotLayOut, laid_out


def mend(targets: Sequence[Target], *, tools: Tools, write: bool) -> dict[str, str]:
    """Mend the files of all targets, or with ``write`` False only return the changes: unified diffs by the files' paths."""
    archives: dict[Path | None, Archive] = {}
    changes: dict[str, str] = {}
    for target in targets:
        root = target.project.root if target.project is not None else None
        archive = archives.setdefault(root, Archive(root))
        loaded = target.load()
        better = mended(Subject(loaded, archive=archive, tools=tools, project=target.project))
        for document, kind in _kinds(loaded):
            before = document.text
            after = _laid_out(better.get(document.path, before), document, kind)
            if after != before:
                changes[document.path] = _diff(before, after, document.path)
                if write:
                    write_atomic(Path(document.path) if root is None else root / document.path, after)
    return changes


def _kinds(loaded: LoadedEvent) -> Iterator[tuple[Document, str]]:
    if loaded.event_document is not None:
        yield loaded.event_document, "event"
    yield from ((document, "account") for document in loaded.accounts.values())
    yield from ((document, "links") for document in loaded.links.values())


def _laid_out(text: str, document: Document, kind: str) -> str:
    """Return the text in the stable layout; as it is where that cannot be without changing what it says."""
    now, faults = parse(text, document.path)
    if now is None or faults:
        return text
    try:
        return laid_out(now, kind)
    except CannotLayOut:
        return text


def _diff(before: str, after: str, path: str) -> str:
    lines = difflib.unified_diff(
        before.splitlines(keepends=True), after.splitlines(keepends=True), f"a/{path}", f"b/{path}"
    )
    return "".join(f"{safe(line.rstrip(chr(10)))}\n" for line in lines)
