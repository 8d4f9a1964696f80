"""Load events and accounts: every fault of every file is collected before anything is given up."""

import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TextIO, TypeVar

from claimdiff.accounts.build import build_account, build_decisions, build_expectations
from claimdiff.accounts.diagnostic import Diagnostic, LoadError, in_order
from claimdiff.accounts.document import Document
from claimdiff.accounts.faults import read_account, read_event, read_links
from claimdiff.accounts.files import FileFault, read_file, read_stream, refused_name, source_path
from claimdiff.accounts.model import Account, Decisions, Event
from claimdiff.accounts.names import suggestion, unknown_name
from claimdiff.accounts.project import Project, find_project, list_events
from claimdiff.accounts.yaml import parse
from claimdiff.display import quoted

if TYPE_CHECKING:
    from claimdiff.accounts.schema import AccountModel, EventModel

_EVENT = "event.yaml"
_M = TypeVar("_M")


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedEvent:
    """What one event's folder holds: the event, its files with their positions, and their faults.

    ``event`` has the accounts and decisions that are without fault; it is None where there is no account. The documents
    are those of all files that could be read as YAML; ``links`` are by the two names in the file's name.
    """

    key: str
    folder: Path
    event: Event | None
    diagnostics: tuple[Diagnostic, ...] = ()
    event_document: Document | None = None
    accounts: Mapping[str, Document] = field(default_factory=dict)
    links: Mapping[tuple[str, str], Document] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedAccount:
    """One account's file outside an event: the account, None where it has faults, its document, and the faults."""

    account: Account | None
    diagnostics: tuple[Diagnostic, ...] = ()
    document: Document | None = None


def load_event(event: str | Path, *, start: Path | None = None) -> Event:
    """Return an event by its name in the project, or by the path of its folder.

    The project is the one that ``start``, the current folder unless given, lies in. Raise LoadError with all faults of all its
    files, or UnknownName.
    """
    project = find_project(start or Path.cwd())
    if project is not None and str(event) in list_events(project):
        return loaded(read_event_folder(project.data / str(event), project=project))
    folder = Path(event)
    if folder.is_dir():
        return loaded(read_event_folder(folder, project=find_project(folder)))
    raise unknown_name("event", str(event), () if project is None else list_events(project))


def loaded(result: LoadedEvent) -> Event:
    """Return the event; raise LoadError where any of its files has a fault."""
    if result.diagnostics or result.event is None:
        raise LoadError(result.diagnostics)
    return result.event


def load_account(path: str | Path) -> Account:
    """Return the account in a YAML file anywhere; raise LoadError with all its faults."""
    result = read_loose_account(path)
    if result.account is None:
        raise LoadError(result.diagnostics)
    return result.account


def read_loose_account(path: str | Path) -> LoadedAccount:
    """Return what a YAML file anywhere holds; its name need not be the account's."""
    try:
        data = read_file(Path(path))
    except FileFault as fault:
        return LoadedAccount(account=None, diagnostics=(_file_fault(str(path), fault),))
    return _loose(data, str(path))


def read_account_stream(stream: BinaryIO | TextIO, *, name: str = "<stdin>") -> LoadedAccount:
    """Return what a stream holds; ``name`` is what messages call it."""
    return _loose(read_stream(stream), name)


def read_event_folder(
    folder: Path, *, project: Project | None = None, only: Collection[str] | None = None
) -> LoadedEvent:
    """Return what an event's folder holds; nothing is raised, every fault is among the diagnostics.

    ``only`` names the accounts that are wanted: the files of others, and of decisions on others, are not opened then.
    """
    return _Folder(folder, project, only).read()


def account_names(folder: Path) -> tuple[str, ...]:
    """Return the names of an event's accounts, by its files; nothing is read."""
    try:
        files = sorted(os.listdir(folder))  # noqa: PTH208 - names only
    except OSError:
        return ()
    return tuple(n.removesuffix(".yaml") for n in files if n.endswith(".yaml") and n != _EVENT and n[0] != ".")


class _Folder:
    """One event's folder while it is read."""

    def __init__(self, folder: Path, project: Project | None, only: Collection[str] | None) -> None:
        self._only = only
        absolute = Path(os.path.abspath(folder))  # noqa: PTH100 - links stay as they are named
        self._key = absolute.name
        self._folder = folder if project is None else absolute
        self._project = project
        self._faults: list[Diagnostic] = []

    def read(self) -> LoadedEvent:
        """Read all files."""
        names = self._yaml_files(self._folder)
        accounts: list[Account] = []
        documents: dict[str, Document] = {}
        head, head_document = None, None
        for name in names:
            if name != _EVENT and not self._wanted(name.removesuffix(".yaml")):
                continue
            document = self._document(self._folder / name)
            if document is None:
                continue
            if name == _EVENT:
                head_document, head = document, self._keep(read_event(document))
                continue
            stem = name.removesuffix(".yaml")
            documents[stem] = document
            model = self._keep(read_account(document, stem=stem))
            if self._project is not None:
                self._faults += _source_faults(document, self._project)
            if model is not None:
                accounts.append(build_account(model))
        stems = [name.removesuffix(".yaml") for name in names if name != _EVENT]
        if not stems:
            message = "no account; add one as <name>.yaml"
            self._faults.append(_at_start(self._shown(self._folder), "no-accounts", message))
        decisions, links = self._links(stems)
        return LoadedEvent(
            key=self._key,
            folder=self._folder,
            event=self._event(head, accounts, decisions),
            diagnostics=in_order(self._faults),
            event_document=head_document,
            accounts=documents,
            links=links,
        )

    def _wanted(self, *accounts: str) -> bool:
        return self._only is None or all(account in self._only for account in accounts)

    def _event(self, head: "EventModel | None", accounts: list[Account], decisions: list[Decisions]) -> Event | None:
        if not accounts:
            return None
        keys = {account.key for account in accounts}
        return Event(
            key=self._key,
            title=head.title if head else None,
            date=head.date if head else None,
            summary=head.summary if head else None,
            expectations=build_expectations(head.expect) if head else (),
            accounts=tuple(sorted(accounts, key=lambda account: account.key)),
            decisions=tuple(pair for pair in decisions if keys.issuperset(pair.accounts)),
        )

    def _links(self, stems: Sequence[str]) -> tuple[list[Decisions], dict[tuple[str, str], Document]]:
        folder = self._folder / "links"
        decisions: list[Decisions] = []
        documents: dict[tuple[str, str], Document] = {}
        for name in self._yaml_files(folder) if folder.is_dir() else ():
            if not self._wanted(*name.removesuffix(".yaml").partition("--")[::2]):
                continue
            document = self._document(folder / name)
            if document is None:
                continue
            stem = name.removesuffix(".yaml")
            left, _, right = stem.partition("--")
            documents[left, right] = document
            model = self._keep(read_links(document, stem=stem))
            if model is not None:
                self._faults += _unknown_accounts(document, model.accounts, stems)
                decisions.append(build_decisions(model))
        return decisions, documents

    def _yaml_files(self, folder: Path) -> list[str]:
        """Return the names of a folder's YAML files in order, and note names that will not do."""
        try:
            names = sorted(entry for entry in os.listdir(folder) if not entry.startswith("."))  # noqa: PTH208 - names only
        except OSError as error:
            self._faults.append(
                _at_start(self._shown(folder), "unreadable", f"the folder cannot be read: {error.strerror}")
            )
            return []
        for name in names:
            stem, dot, extension = name.rpartition(".")
            if dot and extension.lower() in ("yml", "yaml") and extension != "yaml":
                message = f"only .yaml files are read; rename it to {quoted(stem + '.yaml')}"
                self._faults.append(_at_start(self._shown(folder / name), "file-extension", message))
        files = [name for name in names if name.endswith(".yaml")]
        folded: dict[str, str] = {}
        for name in files:
            first = folded.setdefault(name.casefold(), name)
            if first != name:
                message = f"on some systems this is the same file as {quoted(first)}; rename one"
                self._faults.append(_at_start(self._shown(folder / name), "ambiguous-file-name", message))
        return files

    def _document(self, path: Path) -> Document | None:
        try:
            data = read_file(path)
        except FileFault as fault:
            self._faults.append(_file_fault(self._shown(path), fault))
            return None
        document, faults = parse(data, self._shown(path))
        self._faults += faults
        return document

    def _keep(self, result: tuple[_M | None, tuple[Diagnostic, ...]]) -> _M | None:
        model, faults = result
        self._faults += faults
        return model

    def _shown(self, path: Path) -> str:
        return str(path) if self._project is None else self._project.shown(path)


def _loose(data: bytes, name: str) -> LoadedAccount:
    document, faults = parse(data, name)
    model: AccountModel | None = None
    if document is not None:
        model, more = read_account(document)
        faults = in_order((*faults, *more))
    account = build_account(model) if model is not None and not faults else None
    return LoadedAccount(account=account, diagnostics=faults, document=document)


def _source_faults(document: Document, project: Project) -> Iterator[Diagnostic]:
    """Yield a diagnostic for every archived text that lies where it may not be read."""
    sources = document.find(("sources",))
    for key, _ in getattr(sources, "entries", ()):
        path = ("sources", key.value, "file")
        name = getattr(document.find(path), "value", "").rstrip()
        if not name or refused_name(name) is not None:  # told with the other faults of the file
            continue
        try:
            source_path(project.root, name)
        except FileFault as fault:
            yield _diagnostic(document, path, fault.code, str(fault))


def _unknown_accounts(document: Document, names: Sequence[str], known: Sequence[str]) -> Iterator[Diagnostic]:
    for index, name in enumerate(names):
        if name not in known:
            message = f"this event has no account {quoted(name)}{suggestion(name, known)}"
            yield _diagnostic(document, ("accounts", index), "unknown-account", message)


def _diagnostic(document: Document, path: Sequence[str | int], code: str, message: str) -> Diagnostic:
    place = document.position(path)
    return Diagnostic(
        path=document.path,
        line=place.line,
        column=place.column,
        code=code,
        message=message,
        end_line=place.end_line,
        end_column=place.end_column,
    )


def _file_fault(path: str, fault: FileFault) -> Diagnostic:
    return _at_start(path, fault.code, str(fault))


def _at_start(path: str, code: str, message: str) -> Diagnostic:
    return Diagnostic(path=path, line=1, column=1, code=code, message=message)
