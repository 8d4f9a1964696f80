"""Write a site to a folder: build what changed since the last time, leave everything else, remove what is gone."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from claimdiff.accounts.diagnostic import Diagnostic, LoadError
from claimdiff.accounts.files import FileFault, read_source
from claimdiff.accounts.load import read_event_folder
from claimdiff.accounts.model import Event
from claimdiff.accounts.project import Project
from claimdiff.accounts.quotes import SourceText
from claimdiff.accounts.write import write_atomic
from claimdiff.cli.errors import CannotGoOn
from claimdiff.cli.options import project_lexicon, shipped_weights
from claimdiff.comparison.options import Options
from claimdiff.pipeline import compare_accounts
from claimdiff.report.site import INDEX, IndexLine, event_pages, index_line, index_page

STATE = ".claimdiff-site.json"
"""What the last build knew: for each event a digest of all that went into it, its files, its line in the index."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What a build did: events in the site, those built anew, files written and removed."""

    events: int
    made: int
    written: int
    removed: int


def build(project: Project, names: Sequence[str], folder: Path, *, force: bool = False) -> Built:
    """Bring the folder up to date with the events named.

    Raise LoadError with the faults of all events before anything is written, CannotGoOn where the folder holds other things.
    """
    before = {} if force else _state(folder)
    old_files = {file for entry in _state(folder).values() for file in entry["files"]}
    _refuse_foreign(folder)
    program = _digest(_package(files("claimdiff")))
    entries, pages, faults = {}, {}, list[Diagnostic]()
    for name in names:
        result = read_event_folder(project.data / name, project=project)
        if result.diagnostics or result.event is None:
            faults += result.diagnostics
            continue
        texts = _texts(project, result.event)
        digest = _digest(_inputs(project, name, program, texts))
        known = before.get(name)
        if known is not None and known["digest"] == digest and all((folder / f).is_file() for f in known["files"]):
            entries[name] = known
            continue
        line, made = _event(project, result.event, texts)
        pages.update(made)
        entries[name] = {"digest": digest, "files": sorted(made), "line": _plain(line)}
    if faults:
        raise LoadError(faults)
    pages[INDEX] = index_page([_line(entry["line"]) for entry in entries.values()])
    written = sum(_write(folder / path, text) for path, text in sorted(pages.items()))
    gone = old_files - {file for entry in entries.values() for file in entry["files"]}
    for file in sorted(gone):
        _remove(folder, file)
    _write(folder / STATE, json.dumps(entries, indent=1, sort_keys=True, ensure_ascii=False) + "\n")
    made_events = sum(before.get(name) is not entry for name, entry in entries.items())
    return Built(events=len(entries), made=made_events, written=written, removed=len(gone))


def _event(project: Project, event: Event, texts: dict[str, str]) -> tuple[IndexLine, dict[str, str]]:
    report = compare_accounts(
        event,
        event.accounts,
        options=Options(scores=False),
        lexicon=lambda: project_lexicon(project),
        weights=shipped_weights,
    )
    ready = {name: SourceText(text) for name, text in texts.items()}
    return index_line(event, report), dict(event_pages(event, report, ready))


def _texts(project: Project, event: Event) -> dict[str, str]:
    """Return the archived texts that can be read; those that cannot are the business of ``claimdiff check``."""
    texts = {}
    for account in event.accounts:
        for source in account.sources.values():
            if source.file and source.file not in texts:
                with suppress(FileFault):
                    texts[source.file] = read_source(project.root, source.file)
    return texts


def _inputs(project: Project, name: str, program: str, texts: dict[str, str]) -> Iterator[bytes]:
    """Yield all that the pages of an event are made from."""
    yield program.encode()
    event = project.data / name
    paths = [path for path in sorted(event.rglob("*.yaml")) if path.is_file()]
    paths += [project.root / lexicon for lexicon in project.config.lexicon]
    for path in paths:
        yield path.relative_to(project.root).as_posix().encode() if path.is_relative_to(project.root) else b""
        yield path.read_bytes()
    for source, text in sorted(texts.items()):
        yield source.encode()
        yield text.encode("utf-8", "surrogatepass")


def _package(folder: Traversable) -> Iterator[bytes]:
    """Yield the program's own files: a page is as old as the program that made it."""
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir() and entry.name != "__pycache__":
            yield from _package(entry)
        elif entry.is_file():
            yield entry.name.encode()
            yield entry.read_bytes()


def _digest(parts: Iterable[bytes]) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.hexdigest()


def _state(folder: Path) -> dict[str, Any]:
    """Return what the last build knew, nothing where there was none or its record is damaged."""
    try:
        entries = json.loads((folder / STATE).read_text("utf-8"))
        return {
            name: entry
            for name, entry in entries.items()
            if {"digest", "files", "line"} <= set(entry) and all(_inside(file) for file in entry["files"])
        }
    except (OSError, ValueError, AttributeError, TypeError):
        return {}


def _inside(file: Any) -> bool:
    """Tell whether a path of the record is one that a build can have made: the record never makes us touch another file."""
    return isinstance(file, str) and file.startswith("events/") and ".." not in file.split("/") and "\\" not in file


def _refuse_foreign(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise CannotGoOn(f"{folder} is not a folder")
    if folder.is_dir() and any(folder.iterdir()) and not (folder / STATE).is_file():
        raise CannotGoOn(f"{folder} holds files that are not a site of ours; name a new or an empty folder")


def _write(path: Path, text: str) -> bool:
    """Write a file unless it is the same already; tell whether it was written."""
    data = text.encode("utf-8")
    if path.is_file() and path.read_bytes() == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    write_atomic(path, data)
    return True


def _remove(folder: Path, file: str) -> None:
    """Remove a page that is gone, and the folders that it leaves empty."""
    path = folder / file
    path.unlink(missing_ok=True)
    for parent in path.parents:
        if parent == folder or (parent.is_dir() and any(parent.iterdir())):
            break
        if parent.is_dir():
            parent.rmdir()


def _plain(line: IndexLine) -> dict[str, Any]:
    return {
        "key": line.key,
        "title": line.title,
        "date": line.date,
        "parties": list(line.parties),
        "counts": list(line.counts),
    }


def _line(values: dict[str, Any]) -> IndexLine:
    return IndexLine(
        key=values["key"],
        title=values["title"],
        date=values["date"],
        parties=tuple(values["parties"]),
        counts=tuple(values["counts"]),
    )
