"""Which files ``claimdiff fmt`` lays out, and how their change is shown."""

import difflib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from claimdiff.accounts.diagnostic import Diagnostic, LoadError
from claimdiff.accounts.files import FileFault, read_file
from claimdiff.accounts.project import Project, list_events
from claimdiff.accounts.yaml import parse
from claimdiff.cli.errors import CannotGoOn
from claimdiff.cli.selection import need_project, project_here
from claimdiff.display import safe
from claimdiff.review.layout import CannotLayOut, laid_out


def files(names: Sequence[str]) -> list[tuple[Path, str]]:
    """Return the files that names mean, each with the path that messages show: files, folders, events, else all data."""
    project = project_here()
    found: dict[Path, str] = {}
    for name in names or [""]:
        for path in _files_of(name, project):
            shown = project.shown(path.resolve()) if project is not None else path.as_posix()
            found.setdefault(path, shown)
    return sorted(found.items(), key=lambda entry: entry[1])


def _files_of(name: str, project: Project | None) -> Iterable[Path]:
    path = Path(name)
    if not name:
        return _in_events(need_project())
    if path.is_file():
        return [path]
    if path.is_dir():
        return _in_folder(path)
    if project is not None and name in list_events(project):
        return _in_folder(project.data / name)
    raise CannotGoOn(f"there is no file, folder or event {name!r}")


def _in_events(project: Project) -> Iterator[Path]:
    for event in list_events(project):
        yield from _in_folder(project.data / event)


def _in_folder(folder: Path) -> Iterator[Path]:
    """Yield the data files of an event's folder, or of all events' folders in it."""
    yield from sorted(folder.glob("*.yaml"))
    yield from sorted((folder / "links").glob("*.yaml"))
    for inner in sorted(folder.iterdir()):
        if inner.is_dir() and inner.name not in ("links", "unassigned"):
            yield from _in_folder(inner)


def formatted(path: Path, shown: str) -> tuple[str, str]:
    """Return a file's text before and after; raise LoadError where it is no YAML, CannotGoOn where it cannot be laid out."""
    try:
        data = read_file(path)
    except FileFault as fault:
        raise LoadError([Diagnostic(path=shown, line=1, column=1, code=fault.code, message=str(fault))]) from fault
    document, faults = parse(data, shown)
    if document is None or faults:
        raise LoadError(faults)
    keys = {key.value for key, _ in document.root.entries}
    kind = "account" if {"account", "assertions"} & keys else "links" if "accounts" in keys else "event"
    try:
        return data.decode("utf-8"), laid_out(document, kind)
    except CannotLayOut as error:
        raise CannotGoOn(str(error)) from error


def difference(before: str, after: str, shown: str) -> str:
    """Return the change as a unified diff, safe to print."""
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), f"a/{shown}", f"b/{shown}", lineterm="")
    return "".join(safe(line, keep="\t") + "\n" for line in lines)
