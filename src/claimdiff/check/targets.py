"""From what was named to what is checked: the project's events, folders, files and archived texts."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from claimdiff.accounts.load import read_event_folder
from claimdiff.accounts.names import unknown_name
from claimdiff.accounts.project import CONFIG, Project, find_project, list_events
from claimdiff.check.run import Target

_YAML = (".yaml", ".yml")


def find_targets(names: Sequence[str], *, start: Path) -> list[Target]:
    """Return what is to be checked, each once, in order; with no names all events of the project that ``start`` lies in.

    A name is that of an event, or a path: of a data folder, an event's folder, a file of an event (the whole event is
    checked), an archived text (the events that quote it), the settings (all events), or an account outside a project. Raise
    UnknownName where there is no such thing, LoadError where the project's settings are faulty.
    """
    here = find_project(start)
    found: dict[tuple[Path, bool], Target] = {}
    for name in names or (("",) if here is not None else ()):
        for target in _targets(name, start, here):
            found.setdefault((target.path.resolve(), target.loose), target)
    return list(found.values())


def _targets(name: str, start: Path, here: Project | None) -> Iterator[Target]:
    if not name:
        assert here is not None  # only a project is checked without being named
        yield from _events(here)
        return
    if here is not None and name in list_events(here):
        yield Target(path=here.data / name, project=here)
        return
    path = start / name
    if path.is_dir():
        yield from _folder(path, name)
    elif path.exists() or path.is_symlink():
        yield from _file(path)
    else:
        raise unknown_name("event or file", name, list_events(here) if here is not None else ())


def _events(project: Project) -> Iterator[Target]:
    for event in list_events(project):
        yield Target(path=project.data / event, project=project)


def _folder(path: Path, name: str) -> Iterator[Target]:
    project = find_project(path)
    folder = path.resolve()
    if project is not None and folder in (project.root.resolve(), project.data.resolve()):
        yield from _events(project)
    elif project is not None and folder.is_relative_to(project.data.resolve()):
        yield _event_of(folder, project)
    elif any(entry.suffix in _YAML for entry in path.iterdir()):
        yield Target(path=path, project=project)
    else:
        inner = [entry for entry in sorted(path.iterdir()) if entry.is_dir() and not entry.name.startswith(".")]
        events = [entry for entry in inner if any(file.suffix in _YAML for file in entry.iterdir())]
        if not events:
            raise unknown_name("event", name, list_events(project) if project is not None else (), place="this folder")
        yield from (Target(path=entry, project=project) for entry in events)


def _event_of(path: Path, project: Project) -> Target:
    """Return the event that a path inside the data folder belongs to."""
    data = project.data.resolve()
    return Target(path=project.data / path.relative_to(data).parts[0], project=project)


def _file(path: Path) -> Iterator[Target]:
    project = find_project(path.parent)
    if project is None:
        yield Target(path=path, project=None, loose=True)
        return
    data = project.data.resolve()
    # The name's own place counts, not where a link leads: that may be outside the project.
    whole = path.parent.resolve() / path.name
    if whole.is_relative_to(data) and whole.parent != data:
        yield _event_of(whole, project)
    elif path.name in (CONFIG, "pyproject.toml"):
        yield from _events(project)
    elif path.suffix in _YAML:
        yield Target(path=path, project=project, loose=True)
    else:
        yield from (Target(path=project.data / event, project=project) for event in _quoting(whole, project))


def _quoting(path: Path, project: Project) -> Iterator[str]:
    """Yield the events that have an archived text among their sources."""
    wanted = project.shown(path)
    for name in list_events(project):
        event = read_event_folder(project.data / name, project=project).event
        accounts = event.accounts if event is not None else ()
        if any(source.file == wanted for account in accounts for source in account.sources.values()):
            yield name
