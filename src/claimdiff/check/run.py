"""Run the rules over events."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from claimdiff.accounts.diagnostic import Diagnostic, Severity, in_order
from claimdiff.accounts.document import MappingNode, ScalarNode
from claimdiff.accounts.load import LoadedEvent, read_event_folder, read_loose_account
from claimdiff.accounts.model import Event
from claimdiff.accounts.project import Project
from claimdiff.check.cache import Cache
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

    def digest(self) -> str:
        """Return what differs whenever two choices do."""
        own = sorted((code, severity.value) for code, severity in self.severities.items())
        return repr((sorted(self.codes), own, self.least.value))

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What was found in one target: its key, the diagnostics, and the texts of the files that they are about."""

    key: str
    diagnostics: tuple[Diagnostic, ...]
    texts: Mapping[str, str]


def check(
    targets: Sequence[Target],
    choice: Choice,
    *,
    tools: Tools,
    progress: Callable[[int, int], None] | None = None,
    cached: str | None = None,
) -> Checked:
    """Check all targets; ``progress`` is told after each how many of how many are done.

    Where ``cached`` is given, what was found in an event is remembered in its project, and used again while nothing that it
    rests on has changed; ``cached`` is whatever else changes the result, such as the content of further lexicon files. Many
    targets are checked in as many processes as there are processors.
    """
    from claimdiff.check.work import outcomes

    caches: dict[Path, Cache] = {}
    known: dict[int, Outcome] = {}
    for n, target in enumerate(targets if cached is not None else ()):
        if target.project is None or target.loose:
            continue
        root = target.project.root
        if root not in caches:
            caches[root] = Cache(target.project, asked=f"{choice.digest()}\n{cached}")
        remembered = caches[root].get(target.path)
        if remembered is not None:
            known[n] = Outcome(key=target.path.name, diagnostics=remembered.diagnostics, texts=remembered.texts)
            if progress is not None:
                progress(len(known), len(targets))
    left = [n for n in range(len(targets)) if n not in known]
    for n, (outcome, sources) in zip(left, outcomes([targets[n] for n in left], choice, tools), strict=True):
        known[n] = outcome
        project = targets[n].project
        if project is not None and project.root in caches and not targets[n].loose:
            caches[project.root].put(targets[n].path, sources, outcome.diagnostics)
        if progress is not None:
            progress(len(known), len(targets))
    return _gathered([known[n] for n in range(len(targets))], targets)


def check_target(target: Target, choice: Choice, *, archive: Archive, tools: Tools) -> tuple[Outcome, tuple[str, ...]]:
    """Return what the chosen rules find in one target, and the names of the archived texts that it rests on."""
    loaded = target.load()
    told = check_loaded(loaded, choice, archive=archive, tools=tools, project=target.project)
    faulty = {diagnostic.path for diagnostic in told}
    texts = {path: text for path, text in texts_of(loaded).items() if path in faulty}
    return Outcome(key=loaded.key, diagnostics=told, texts=texts), tuple(sources_of(loaded))


def _gathered(found: Sequence[Outcome], targets: Sequence[Target]) -> Checked:
    return Checked(
        diagnostics=in_order(diagnostic for outcome in found for diagnostic in outcome.diagnostics),
        texts={path: text for outcome in found for path, text in outcome.texts.items()},
        events=tuple(outcome.key for outcome in found),
        base=_base({target.project.root for target in targets if target.project is not None}),
        owners={diagnostic.path: outcome.key for outcome in found for diagnostic in outcome.diagnostics},
    )


def sources_of(loaded: LoadedEvent) -> Iterator[str]:
    """Yield the names of the archived texts that the accounts of an event name, also those of accounts with faults."""
    for document in loaded.accounts.values():
        sources = document.find(("sources",))
        for key, _ in sources.entries if isinstance(sources, MappingNode) else ():
            name = document.find(("sources", key.value, "file"))
            if isinstance(name, ScalarNode) and name.value:
                yield name.value.rstrip()


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
