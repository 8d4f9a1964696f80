"""What a rule is, and what a check gives."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from claimdiff.accounts.diagnostic import Diagnostic, Severity
from claimdiff.check.subject import Subject

Find = Callable[[Subject], Iterator[Diagnostic]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule: a stable code, its group, its severity unless configured, and its page for users.

    ``find`` yields what the rule finds in one event; it is None for the rules that reading the files applies. ``page`` is
    the user's text: what it means, why it matters, an example that fails and one that passes. ``asked`` marks rules that
    only run when they are asked for.
    """

    code: str
    group: str
    severity: Severity
    page: str
    find: Find | None = None
    asked: bool = False

    @property
    def summary(self) -> str:
        """Return the first line of the page."""
        return self.page.split("\n", 1)[0]

    @property
    def reason(self) -> str:
        """Return the second paragraph of the page, why it matters; the summary where there is none."""
        second = self.page.split("\n\n")[1]
        return self.summary if second.startswith(("Fails", "Noted")) else second.replace("\n", " ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What a check found: the diagnostics in order, and the lines of the files that they are about.

    ``texts`` is path -> the file's text, for those files that could be read. ``events`` are the names of the events that were
    checked. ``hidden`` counts what is left out because a baseline knows it. ``base`` is the way from the repository's folder to
    the project's, empty where they are the same. ``owners`` says for every path which event it belongs to.
    """

    diagnostics: tuple[Diagnostic, ...]
    texts: Mapping[str, str] = field(default_factory=dict)
    events: tuple[str, ...] = ()
    hidden: int = 0
    base: str = ""
    owners: Mapping[str, str] = field(default_factory=dict)

    def in_repository(self, path: str) -> str:
        """Return a path as seen from the repository's folder, where CI looks for it."""
        return f"{self.base}/{path}" if self.base and not path.startswith("/") else path

    def event_of(self, path: str) -> str:
        """Return the name of the event that a file belongs to, the path itself where it belongs to none."""
        return self.owners.get(path, path)

    def count(self, severity: Severity) -> int:
        """Return how many diagnostics have that severity."""
        return sum(diagnostic.severity is severity for diagnostic in self.diagnostics)
