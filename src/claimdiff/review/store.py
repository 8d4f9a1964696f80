"""The links file of two accounts on the disk: read it, and write one edit at a time so that nothing is lost.

A write happens under a lock on the folder, and only where the file still is what was read; else the writer is told and reads
again. Where the system has no such lock, that comparison alone stands guard.
"""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from claimdiff.accounts.build import build_decisions
from claimdiff.accounts.diagnostic import Diagnostic, LoadError
from claimdiff.accounts.document import Document
from claimdiff.accounts.emit import dump_decisions
from claimdiff.accounts.faults import read_links
from claimdiff.accounts.files import FileFault, read_file
from claimdiff.accounts.model import Account, Decisions
from claimdiff.accounts.write import write_atomic
from claimdiff.accounts.yaml import parse
from claimdiff.review.entries import Edit, applied
from claimdiff.review.splice import spliced

_BOM = b"\xef\xbb\xbf"
_SCHEMA = re.compile(r"# yaml-language-server: \$schema=(.*)account\.schema\.json\s*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What a links file held when it was read; ``raw`` is None where there was none."""

    decisions: Decisions
    raw: bytes | None = field(default=None, repr=False)
    document: Document | None = field(default=None, repr=False, compare=False)


class FileChanged(Exception):  # noqa: N818 - it names what happened
    """The file is not what it was when it was read; ``state`` is what it holds now."""

    def __init__(self, path: Path, state: State) -> None:
        """Keep the new state."""
        super().__init__(f"{path} has been changed since it was read")
        self.state = state


@dataclass(frozen=True, slots=True, kw_only=True)
class LinksFile:
    """The links file of two accounts of an event in ``folder``; ``left`` and ``right`` in alphabetical order."""

    folder: Path
    left: Account
    right: Account

    @property
    def path(self) -> Path:
        """Return where the file is."""
        return self.folder / "links" / f"{self.left.key}--{self.right.key}.yaml"

    @property
    def names(self) -> tuple[str, str]:
        """Return the two accounts' keys."""
        return self.left.key, self.right.key

    def read(self) -> State:
        """Return what the file holds; raise LoadError with all its faults."""
        shown = str(self.path)
        if not self.path.exists() and not self.path.is_symlink():
            return State(decisions=Decisions(accounts=self.names))
        try:
            raw = read_file(self.path)
        except FileFault as fault:
            found = Diagnostic(path=shown, line=1, column=1, code=fault.code, message=str(fault))
            raise LoadError([found]) from fault
        document, faults = parse(raw, shown)
        if document is None or faults:
            raise LoadError(faults)
        model, more = read_links(document, stem="--".join(self.names))
        if model is None or more:
            raise LoadError(more)
        return State(decisions=build_decisions(model), raw=raw, document=document)

    def after(self, state: State, edit: Edit) -> str:
        """Return the text that the file has after the edit; raise NotThere where an entry to take out is missing."""
        if state.document is None:
            new = applied(state.decisions, edit, self.left, self.right)
            return dump_decisions(new, schema=self._schema())
        return spliced(state.document, state.decisions, edit, self.left, self.right)

    def write(self, state: State, edit: Edit) -> State:
        """Make the edit and return the new state; raise FileChanged where the file is not that of ``state``."""
        self.path.parent.mkdir(exist_ok=True)
        with locked(self.path.parent) as held:
            if held:
                self._tidy()
            now = self.read()
            if now.raw != state.raw:
                raise FileChanged(self.path, now)
            text = self.after(now, edit)
            data = text.encode("utf-8")
            write_atomic(self.path, _BOM + data if now.raw is not None and now.raw.startswith(_BOM) else data)
            return self.read()

    def _tidy(self) -> None:
        """Remove what writers left behind that were killed; whoever holds the lock is the only writer."""
        for left_over in self.path.parent.glob(f".{self.path.name[:100]}.*.tmp"):
            with suppress(OSError):
                left_over.unlink()

    def _schema(self) -> str | None:
        """Return the schema that a new file names for editors: the one beside that which an account's file names."""
        for name in self.names:
            with suppress(OSError, UnicodeDecodeError), (self.folder / f"{name}.yaml").open(encoding="utf-8") as stream:
                found = _SCHEMA.match(stream.readline(500))
                if found:
                    above = found[1] if re.match(r"[a-z]+://|/", found[1]) else f"../{found[1]}"
                    return f"{above}links.schema.json"
        return None


@contextmanager
def locked(folder: Path) -> Iterator[bool]:
    """Hold the lock of a folder, so that of several writers one waits for the other; no file is left behind.

    It gives False where the system or the file system has no such locks, so that nothing is held.
    """
    try:
        import fcntl
    except ImportError:
        yield False
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    try:
        yield _lock(descriptor, fcntl)
    finally:
        os.close(descriptor)


def _lock(descriptor: int, fcntl: Any) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
    except OSError:
        return False
    return True
