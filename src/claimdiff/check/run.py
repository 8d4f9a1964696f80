"""Run the rules over events."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from claimdiff.accounts.diagnostic import Diagnostic, Severity, in_order
from claimdiff.accounts.load import LoadedEvent, read_event_folder, read_loose_account
from claimdiff.accounts.model import Event
from claimdiff.accounts.project import Project
from claimdiff.check.model import Checked
from claimdiff.check.subject import Archive, Subject, Tools
from claimdiff.check.table import RULES

ORDER = (Severity.NOTE, Severity.WARNING, Severity.ERROR)
"""From the least to the gravest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Which rules run and what is told: codes, severities other than the rules' own, and the least severity."""

    codes: frozenset[str]
    severities: Mapping[str, Severity] = field(default_factory=dict)
    least: Severity = Severity.NOTE

    def severity(self, code: str) -> Severity:
        """Return the severity of a code."""
        return self.severities.get(code, RULES[code].severity)

    def tells(self, code: str) -> bool:
        """Tell whether a code is wanted."""
        return code in self.codes and ORDER.index(self.severity(code)) >= ORDER.index(self.least)


def usual_codes(*, drift: bool = False) -> frozenset[str]:
    """Return the codes that run unless others are selected."""
    return frozenset(code for code, rule in RULES.items() if drift or not rule.asked)


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What to check: an event's folder, or the file of a loose account."""

    path: Path
    project: Project | None
    loose: bool = False

    def load(self) -> LoadedEvent:
        """Read it."""
        if not self.loose:
            return read_event_folder(self.path, project=self.project)
        shown = str(self.path) if self.project is None else self.project.shown(self.path.resolve())
        found = read_loose_account(self.path)
        accounts = () if found.account is None else (found.account,)
        documents = {} if found.document is None else {accounts[0].key if accounts else "": found.document}
        return LoadedEvent(
            key=shown,
            folder=self.path.parent,
            event=Event(key="", accounts=accounts) if accounts else None,
            diagnostics=found.diagnostics,
            accounts=documents,
        )


def check(
    targets: Sequence[Target],
    choice: Choice,
    *,
    tools: Tools,
    progress: Callable[[int, int], None] | None = None,
) -> Checked:
    """Check all targets, one after the other; ``progress`` is told after each how many of how many are done."""
    archives: dict[Path | None, Archive] = {}
    found: list[Diagnostic] = []
    texts: dict[str, str] = {}
    owners: dict[str, str] = {}
    names: list[str] = []
    for done, target in enumerate(targets, start=1):
        root = target.project.root if target.project is not None else None
        archive = archives.setdefault(root, Archive(root))
        loaded = target.load()
        told = check_loaded(loaded, choice, archive=archive, tools=tools, project=target.project)
        found += told
        faulty = {diagnostic.path for diagnostic in told}
        owners |= dict.fromkeys(faulty, loaded.key)
        texts |= {path: text for path, text in texts_of(loaded).items() if path in faulty}
        names.append(loaded.key)
        if progress is not None:
            progress(done, len(targets))
    base = _base({target.project.root for target in targets if target.project is not None})
    return Checked(diagnostics=in_order(found), texts=texts, events=tuple(names), base=base, owners=owners)


def check_loaded(
    loaded: LoadedEvent, choice: Choice, *, archive: Archive, tools: Tools, project: Project | None = None
) -> tuple[Diagnostic, ...]:
    """Return what the chosen rules find in one event, in order, each with the severity that it has here."""
    subject = Subject(loaded, archive=archive, tools=tools, project=project)
    return in_order(
        replace(diagnostic, severity=choice.severity(diagnostic.code))
        for diagnostic in _found(subject, choice)
        if choice.tells(diagnostic.code)
    )


def texts_of(loaded: LoadedEvent) -> dict[str, str]:
    """Return the texts of an event's files by the paths that messages name them by."""
    documents = [*loaded.accounts.values(), *loaded.links.values()]
    documents += [loaded.event_document] if loaded.event_document is not None else []
    return {document.path: document.text for document in documents}


def _base(roots: set[Path]) -> str:
    """Return the way from the repository's folder to the one project that was checked."""
    if len(roots) != 1:
        return ""
    root = roots.pop().resolve()
    repository = next((folder for folder in (root, *root.parents) if (folder / ".git").exists()), root)
    base = root.relative_to(repository).as_posix()
    return "" if base == "." else base


def _found(subject: Subject, choice: Choice) -> Iterator[Diagnostic]:
    yield from subject.loaded.diagnostics
    for rule in RULES.values():
        if rule.find is not None and choice.tells(rule.code):
            yield from rule.find(subject)
