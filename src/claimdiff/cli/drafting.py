"""What ``claimdiff draft`` does between its options and its output: reads, drafts, and writes without overwriting."""

import datetime
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from claimdiff.accounts.files import MAX_SOURCE_BYTES, FileFault, read_file
from claimdiff.accounts.load import LoadedEvent, loaded, read_event_folder
from claimdiff.accounts.model import Account
from claimdiff.accounts.names import ACCOUNT_PATTERN, as_id
from claimdiff.accounts.project import Project
from claimdiff.accounts.write import write_atomic
from claimdiff.cli.errors import CannotGoOn
from claimdiff.cli.options import as_date, project_lexicon
from claimdiff.cli.output import say
from claimdiff.cli.selection import need_project, project_here
from claimdiff.drafting.draft import Draft, DraftedAccount, Kind, NoParty, collect, draft_accounts
from claimdiff.drafting.render import account_yaml, unplaced_yaml
from claimdiff.drafting.sources import source_of
from claimdiff.drafting.statements import Attributed, Where

UNPLACED = "unassigned"
"""The folder in an event's folder for what was drafted for nobody; nothing in it is read as an account."""

_NAMED = 10
"""How many assertions a message names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What was asked for."""

    path: Path
    text: str
    data: bytes
    event: str | None
    parties: tuple[str, ...]
    kind: str
    date: str | None
    publisher: str | None

    @property
    def shown(self) -> str:
        """Return what messages and comments call the source."""
        return "standard input" if str(self.path) == "-" else self.path.as_posix()


def read_text(path: Path) -> tuple[str, bytes]:
    """Return a source's text and bytes; CannotGoOn where it cannot be read or is not UTF-8."""
    if str(path) == "-":
        data = sys.stdin.buffer.read(MAX_SOURCE_BYTES + 1)
    else:
        try:
            data = read_file(path, limit=MAX_SOURCE_BYTES)
        except FileFault as fault:
            raise CannotGoOn(f"{path}: {fault}") from fault
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CannotGoOn(f"{path} is not UTF-8 at byte {error.start}; save it as UTF-8") from error
    if not text.strip():
        raise CannotGoOn(f"{path}: there is no text in it")
    return text.replace("\r\n", "\n"), data


def drafted(request: Request, by_model: Callable[[Request], Attributed] | None = None) -> Draft:
    """Return the draft, by the rules or by what a model found; CannotGoOn where it cannot be made."""
    if request.kind not in {kind.value for kind in Kind}:
        raise CannotGoOn(f"--kind takes auto, news or readout, not {request.kind!r}")
    project = need_project() if request.event is not None else project_here()
    lexicon = project_lexicon(project)
    existing = _existing(project, request.event)
    date = as_date(request.date, "--date") or _event_date(project, request.event)
    source = source_of(request.path, request.data, project)
    source = replace(source, publisher=request.publisher or source.publisher)
    date = as_date(request.date, "--date") or source.published or date
    if by_model is not None:
        from claimdiff.drafting.naming import Homes

        found = by_model(request)
        homes = Homes(existing, request.parties, lexicon)
        return collect(request.text, found, source=source, lexicon=lexicon, date=date, homes=homes, kind=Kind.NEWS)
    try:
        return draft_accounts(
            request.text,
            source=source,
            lexicon=lexicon,
            date=date,
            existing=existing,
            parties=request.parties,
            kind=Kind(request.kind),
        )
    except NoParty as error:
        raise CannotGoOn(str(error)) from error


def _existing(project: Project | None, event: str | None) -> tuple[Account, ...]:
    found = _event(project, event)
    return loaded(found).accounts if found is not None and found.accounts else ()


def _event(project: Project | None, event: str | None) -> LoadedEvent | None:
    if project is None or event is None:
        return None
    folder = project.data / event
    return read_event_folder(folder, project=project) if folder.is_dir() else None


def _event_date(project: Project | None, event: str | None) -> datetime.date | None:
    found = _event(project, event)
    if found is None or found.event_document is None:
        return None
    if found.event is not None:
        return found.event.date
    from claimdiff.accounts.document import ScalarNode

    node = found.event_document.find(("date",))
    return datetime.date.fromisoformat(node.value) if isinstance(node, ScalarNode) else None


def write_accounts(draft: Draft, request: Request, *, folder: Path | None, merge: bool) -> None:
    """Write the drafted accounts; nothing that exists is overwritten, and with one clash nothing is written at all."""
    if folder is None:
        assert request.event is not None
        folder = need_project().data / folder_name(request.event, "an event")
    _write_all(draft.accounts, folder, source=request.shown, merge=merge)
    unplaced = folder / UNPLACED / f"{draft.source.key}.yaml"
    if not unplaced.exists() and all(placement.where is Where.DRAFTED for placement in draft.placements):
        return
    unplaced.parent.mkdir(exist_ok=True)
    write_atomic(unplaced, unplaced_yaml(draft, source=request.shown))
    say(f"{_shown(unplaced)}: what was drafted for nobody")


def _write_all(accounts: Sequence[DraftedAccount], folder: Path, *, source: str, merge: bool) -> None:
    clashes = [d.account.key for d in accounts if (folder / f"{d.account.key}.yaml").exists()]
    if clashes and not merge:
        names = ", ".join(f"{key}.yaml" for key in clashes)
        exist, them = ("exists", "it") if len(clashes) == 1 else ("exist", "them")
        raise CannotGoOn(f"{names} {exist} already in {_shown(folder)}; --merge adds what is new to {them}")
    texts = []
    for one in accounts:
        path = folder / f"{one.account.key}.yaml"
        texts.append((path, _merged(path, one) if path.exists() else _fresh(one, folder, source)))
    folder.mkdir(parents=True, exist_ok=True)
    for path, (text, told) in texts:
        if text is not None:
            write_atomic(path, text)
        say(f"{_shown(path)}: {told}")


def _shown(path: Path) -> str:
    project = project_here()
    return project.shown(path) if project is not None else path.as_posix()


def imported(
    text: str, chosen: str | None, columns: Mapping[str, str], *, party: str | None, event: str | None
) -> tuple[DraftedAccount, ...]:
    """Return the accounts that an import brings; CannotGoOn where it brings none."""
    from claimdiff.drafting.imports import FORMATS, guessed
    from claimdiff.drafting.rows import NoImport, accounts_of

    if chosen is not None and chosen not in FORMATS:
        raise CannotGoOn(f"--format takes {', '.join(FORMATS)}, not {chosen!r}")
    project = need_project() if event is not None else project_here()
    try:
        chosen = chosen or guessed(text)
        rows = FORMATS[chosen](text, columns)
        existing = _existing(project, event)
        found, remarks = accounts_of(rows, party=party, existing=existing, lexicon=project_lexicon(project))
    except NoImport as error:
        raise CannotGoOn(str(error)) from error
    for remark in remarks:
        say(remark)
    if not found:
        raise CannotGoOn(f"there is no assertion in it, read as {chosen}")
    return found


def write_imported(found: Sequence[DraftedAccount], *, event: str, source: str, merge: bool) -> None:
    """Write imported accounts into an event, as drafted ones are."""
    _write_all(found, need_project().data / folder_name(event, "an event"), source=source, merge=merge)


def folder_name(name: str, kind: str) -> str:
    """Return the name of an event or account (``kind``: "an event"); CannotGoOn where it cannot be that of a folder or file."""
    import re

    if not re.fullmatch(ACCOUNT_PATTERN, name):
        better = as_id(name)
        raise CannotGoOn(f"{name!r} is no name of {kind}{f'; write {better}' if better else ''}")
    return name


def _fresh(one: DraftedAccount, folder: Path, source: str) -> tuple[str, str]:
    number = len(one.account.assertions)
    schema = schema_beside(folder)
    text = account_yaml(one, source=source, schema=schema)
    return text, f"{number} assertion{'s' if number != 1 else ''} drafted"


def schema_beside(folder: Path) -> str | None:
    """Return the path of the project's account schema from an event's folder, where the project has it."""
    for name in ("schema", "docs/schema"):
        if (folder.parent.parent / name / "account.schema.json").is_file():
            return f"../../{name}/account.schema.json"
    return None


def _merged(path: Path, one: DraftedAccount) -> tuple[str | None, str]:
    from claimdiff.accounts.diagnostic import LoadError
    from claimdiff.accounts.load import read_loose_account
    from claimdiff.alignment.weights import load_weights
    from claimdiff.drafting.merge import CannotMerge, merge_account

    result = read_loose_account(path)
    if result.account is None or result.document is None:
        raise LoadError(result.diagnostics)
    project = project_here(path.parent)
    try:
        merged = merge_account(
            result.document, result.account, one, lexicon=project_lexicon(project), weights=load_weights()
        )
    except CannotMerge as error:
        raise CannotGoOn(str(error)) from error
    told = f"{len(merged.added)} added, {len(merged.there)} there already"
    names = list(dict.fromkeys(name for _, name in merged.there))
    if names:
        told += f" ({', '.join(names[:_NAMED])}{' …' if len(names) > _NAMED else ''})"
    return (merged.text if merged.added else None), told
