"""From what was typed to accounts: names of the default event, ``event/account``, paths, and ``-`` for standard input."""

import sys
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from claimdiff.accounts.diagnostic import LoadError
from claimdiff.accounts.load import (
    LoadedAccount,
    account_names,
    loaded,
    read_account_stream,
    read_event_folder,
    read_loose_account,
)
from claimdiff.accounts.model import Account, Event
from claimdiff.accounts.names import UnknownName, unknown_name
from claimdiff.accounts.project import Project, find_project, list_events
from claimdiff.cli.errors import CannotGoOn
from claimdiff.vocabulary import Role

NO_EVENT = Event(key="")
"""The event of accounts that belong to none: no decisions, no date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What was asked for. ``event`` gives the decisions; it is ``NO_EVENT`` for loose accounts or several events."""

    event: Event
    accounts: tuple[Account, ...]
    project: Project | None


def project_here(folder: Path | None = None) -> Project | None:
    """Return the project of a folder, the current one unless given."""
    return find_project(folder or Path.cwd())


def need_project(folder: Path | None = None) -> Project:
    """Return the project of a folder; CannotGoOn where there is none."""
    project = project_here(folder)
    if project is None:
        message = "there is no project here: no claimdiff.toml and no data folder with events; claimdiff init makes one"
        raise CannotGoOn(message)
    return project


def default_event(project: Project, asked: str | None) -> str:
    """Return the event asked for, else the one whose folder this is, else the configured one, else the only one."""
    events = list_events(project)
    if asked is not None:
        if asked not in events:
            raise unknown_name("event", asked, events)
        return asked
    here = Path.cwd()
    if here.is_relative_to(project.data.resolve()) and here != project.data.resolve():
        return here.relative_to(project.data.resolve()).parts[0]
    if project.config.event is not None:
        if project.config.event not in events:
            raise unknown_name("event", project.config.event, events, place="the configuration")
        return project.config.event
    if len(events) == 1:
        return events[0]
    message = f"which event? Name one with --event: {', '.join(events) or 'there is none yet'}"
    raise CannotGoOn(message)


def load_named_event(project: Project, name: str, only: Collection[str] | None = None) -> Event:
    """Return an event of the project, with the accounts wanted or all; LoadError with all faults of their files."""
    return loaded(read_event_folder(project.data / name, project=project, only=only))


class _Selector:
    """Resolves names: first to events and files, then, once it is known what is wanted, to accounts."""

    def __init__(self, project: Project | None, event: str | None) -> None:
        self.project, self.asked = project, event
        self.wanted: dict[str, list[str]] = {}
        self.events: dict[str, Event] = {}
        self.faulty: dict[str, LoadError] = {}

    def default(self) -> str:
        return default_event(need_project() if self.project is None else self.project, self.asked)

    def want(self, event: str, account: str) -> tuple[str, str]:
        """Note that an account of an event is wanted; UnknownName where there is none."""
        project = need_project() if self.project is None else self.project
        if event not in list_events(project):
            raise unknown_name("event", event, list_events(project))
        known = account_names(project.data / event)
        if account not in known:
            raise unknown_name("account", account, known, place=f"event {event}")
        self.wanted.setdefault(event, []).append(account)
        return event, account

    def locate(self, name: str) -> tuple[str, str] | Path | None:
        """Return (event, account) for an account of the project, a path for a loose file, None for standard input."""
        if name == "-":
            return None
        path = Path(name)
        if name.endswith((".yaml", ".yml")) or path.is_file():
            folder = path.resolve().parent
            ours = self.project is not None and path.exists() and folder.parent == self.project.data.resolve()
            return self.want(folder.name, path.stem) if ours else path
        event, slash, account = name.rpartition("/")
        return self.want(event if slash else self.default(), account)

    def load(self, found: tuple[str, str] | Path | None) -> tuple[Event, Account]:
        if found is None:
            return NO_EVENT, _account(read_account_stream(sys.stdin.buffer))
        if isinstance(found, Path):
            return NO_EVENT, _account(read_loose_account(found))
        event = self.event(found[0])
        return event, event.account(found[1])

    def event(self, name: str) -> Event:
        """Return an event, read once however many of its accounts are wanted; LoadError, each time the same."""
        if name in self.faulty:
            raise self.faulty[name]
        if name not in self.events:
            assert self.project is not None
            try:
                self.events[name] = load_named_event(self.project, name, self.wanted[name])
            except LoadError as error:
                self.faulty[name] = error
                raise
        return self.events[name]


def _account(result: LoadedAccount) -> Account:
    if result.account is None:
        raise LoadError(result.diagnostics)
    return result.account


def select(
    names: Sequence[str], *, event: str | None = None, all_roles: bool = False, project: Project | None = None
) -> Selection:
    """Return the accounts named, or with no names those of the event's principals (of everybody with ``all_roles``).

    An account that is named twice, or two that call themselves the same, get different keys. Raise LoadError with the
    faults of all files, UnknownName, or CannotGoOn.
    """
    selector = _Selector(project if project is not None else project_here(), event)
    if not names:
        return _everybody(selector, all_roles=all_roles)
    if list(names).count("-") > 1:
        message = "standard input can be read once only; give the other account as a file"
        raise CannotGoOn(message)
    found, faults = [], []
    for place in [selector.locate(name) for name in names]:
        try:
            found.append(selector.load(place))
        except LoadError as error:
            faults += [diagnostic for diagnostic in error.diagnostics if diagnostic not in faults]
    if faults:
        raise LoadError(faults)
    first = found[0][0]
    one_event = first if all(of.key == first.key for of, _ in found) else NO_EVENT
    return Selection(event=one_event, accounts=_told_apart([a for _, a in found]), project=selector.project)


def _everybody(selector: _Selector, *, all_roles: bool) -> Selection:
    name = selector.default()
    assert selector.project is not None
    of = load_named_event(selector.project, name)
    accounts = [a for a in of.accounts if all_roles or a.role is Role.PRINCIPAL]
    if len(accounts) < 2:
        message = f"event {name} has fewer than two principals; name the accounts, or add --all-roles"
        raise CannotGoOn(message)
    return Selection(event=of, accounts=tuple(accounts), project=selector.project)


def _told_apart(accounts: Sequence[Account]) -> tuple[Account, ...]:
    """Give accounts of the same key different ones: the second ``kremlin`` becomes ``kremlin-2``."""
    taken: set[str] = set()
    result = []
    for account in accounts:
        key, n = account.key, 1
        while key in taken:
            n += 1
            key = f"{account.key}-{n}"
        taken.add(key)
        result.append(account if key == account.key else replace(account, key=key))
    return tuple(result)


__all__ = ["NO_EVENT", "Selection", "UnknownName", "default_event", "load_named_event", "need_project", "select"]
