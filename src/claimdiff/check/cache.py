"""Remember what was found in an event as long as nothing that it depends on has changed, judged by content."""

import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from claimdiff._version import __version__
from claimdiff.accounts.decode import decode
from claimdiff.accounts.diagnostic import Diagnostic, Severity
from claimdiff.accounts.files import MAX_SOURCE_BYTES, FileFault, read_file, source_path
from claimdiff.accounts.project import Project
from claimdiff.accounts.write import write_atomic

FOLDER = ".claimdiff_cache"
_PACKAGE = Path(__file__).parents[1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Remembered:
    """What was found in an event, and the texts of the files that it is about."""

    diagnostics: tuple[Diagnostic, ...]
    texts: dict[str, str]


class Cache:
    """The cache of one project: a file for every event in ``.claimdiff_cache``.

    An entry rests on the names and the content of the event's files, the content of the archived texts that it
    names, the program, and how the check was asked for (``asked``: whatever changes the result). Whatever is wrong with an
    entry, or with writing one, only costs time.
    """

    def __init__(self, project: Project, *, asked: str) -> None:
        """Keep the entries below the project's folder."""
        self._project = project
        self._folder = project.root / FOLDER
        self._asked = f"{__version__}\n{_program()}\n{asked}"

    def get(self, event: Path) -> Remembered | None:
        """Return what was found in an event's folder when it was as it is now, else None."""
        with suppress(OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            entry = json.loads(self._entry(event).read_bytes())
            if entry["digest"] != self._digest(event, entry["sources"]):
                return None
            diagnostics = tuple(_diagnostic(fields) for fields in entry["diagnostics"])
            return Remembered(diagnostics=diagnostics, texts=self._texts(event, diagnostics))
        return None

    def put(self, event: Path, sources: Iterable[str], diagnostics: Iterable[Diagnostic]) -> None:
        """Remember what was found in an event's folder."""
        named = sorted(set(sources))
        with suppress(OSError):
            digest = self._digest(event, named)
            if digest is None:
                return
            self._folder.mkdir(exist_ok=True)
            ignore = self._folder / ".gitignore"
            if not ignore.exists():
                write_atomic(ignore, "*\n")
            found = [asdict(diagnostic) for diagnostic in diagnostics]
            entry = {"digest": digest, "sources": named, "diagnostics": found}
            # Not flushed to the disk like what people write: an entry that is torn is not used.
            beside = self._entry(event).with_suffix(f".{os.getpid()}.tmp")
            beside.write_text(json.dumps(entry), encoding="ascii")
            beside.replace(self._entry(event))

    def _entry(self, event: Path) -> Path:
        name = hashlib.sha256(os.fsencode(self._project.shown(event.resolve()))).hexdigest()[:32]
        return self._folder / f"{name}.json"

    def _digest(self, event: Path, sources: Iterable[str]) -> str | None:
        """Return the digest of all that the result rests on; None where some of it is no file that can be read."""
        digest = hashlib.sha256(self._asked.encode("utf-8", "surrogatepass"))
        try:
            for name, data in (*_files(event), *self._archived(sources)):
                digest.update(f"{len(name)} {len(data)}\n".encode("ascii"))
                digest.update(name + data)
        except (FileFault, OSError):
            return None
        return digest.hexdigest()

    def _archived(self, sources: Iterable[str]) -> Iterator[tuple[bytes, bytes]]:
        for name in sources:
            path = source_path(self._project.root, name)
            data = read_file(path, limit=MAX_SOURCE_BYTES) if path.exists() else b"\0missing"
            yield name.encode("utf-8", "surrogatepass"), hashlib.sha256(data).digest()

    def _texts(self, event: Path, diagnostics: Iterable[Diagnostic]) -> dict[str, str]:
        texts = {}
        for path in {diagnostic.path for diagnostic in diagnostics}:
            file = self._project.root / path
            if file.is_relative_to(event) and file.is_file():
                text, _ = decode(read_file(file))
                if text is not None:
                    texts[path] = text
        return texts


def _files(event: Path) -> Iterator[tuple[bytes, bytes]]:
    """Yield the names of everything in an event's folder, with the content of its data files."""
    for folder in (event, event / "links"):
        for name in sorted(os.listdir(folder)) if folder.is_dir() else ():  # noqa: PTH208 - names only
            data = read_file(folder / name) if name.endswith(".yaml") and not name.startswith(".") else b""
            yield os.fsencode(f"{folder.name}/{name}"), data


def _diagnostic(fields: dict[str, Any]) -> Diagnostic:
    return Diagnostic(**{**fields, "severity": Severity(fields["severity"])})


def _program() -> str:
    """Return what changes whenever the program does: sizes and times of its files."""
    parts = []
    for path in sorted(_PACKAGE.rglob("*")):
        if path.suffix in (".py", ".json"):
            status = path.stat()
            parts.append(f"{path.relative_to(_PACKAGE)} {status.st_size} {status.st_mtime_ns}")
    return hashlib.sha256("\n".join(parts).encode("utf-8")).hexdigest()
