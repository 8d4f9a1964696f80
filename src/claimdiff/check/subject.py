"""What rules look at: one event as it was loaded, its archived texts, and what language reading needs."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from claimdiff.accounts.files import MAX_SOURCE_BYTES, FileFault, read_file, source_path
from claimdiff.accounts.load import LoadedEvent
from claimdiff.accounts.model import Account, Assertion, Event, Quote
from claimdiff.accounts.project import Project
from claimdiff.accounts.quotes import Match, SourceText
from claimdiff.alignment.weights import Weights
from claimdiff.comparison.build import compare_pair
from claimdiff.comparison.decided import NOTHING_DECIDED, Decided, decided_on
from claimdiff.comparison.model import Comparison
from claimdiff.comparison.options import Curation, Options
from claimdiff.comparison.sides import Side
from claimdiff.language.lexicon import Lexicon
from claimdiff.language.read import read
from claimdiff.language.reading import Reading
from claimdiff.pipeline import read_account


@dataclass(frozen=True, slots=True, kw_only=True)
class Archived:
    """An archived text: its words and the digest of its bytes."""

    text: SourceText
    sha256: str


class Archive:
    """The archived texts of a project, each read once as long as it is among the last that were asked for."""

    MOST = 64
    """How many texts are kept; an event seldom has more."""

    def __init__(self, root: Path | None) -> None:
        """Read from ``root``; where there is no project, no text can be read."""
        self.root = root
        self._known: dict[str, Archived | FileFault | None] = {}

    def get(self, name: str) -> Archived | FileFault | None:
        """Return the text of that name, the fault that keeps it from being read, or None where it does not exist."""
        if name not in self._known:
            while len(self._known) >= self.MOST:
                del self._known[next(iter(self._known))]
            self._known[name] = self._read(name)
        return self._known[name]

    def _read(self, name: str) -> Archived | FileFault | None:
        if self.root is None:
            return FileFault("source-file", "no project to read it from")
        try:
            path = source_path(self.root, name)
            if not path.exists():
                return None
            data = read_file(path, limit=MAX_SOURCE_BYTES)
            text = data.decode("utf-8-sig")
        except FileFault as fault:
            return fault
        except UnicodeDecodeError as error:
            return FileFault("source-file", f"not UTF-8 at byte {error.start}; save it as UTF-8")
        return Archived(text=SourceText(text), sha256=hashlib.sha256(data).hexdigest())


@dataclass(frozen=True, slots=True, kw_only=True)
class Tools:
    """What reading and comparing need; loaded once for all events."""

    lexicon: Lexicon
    weights: Weights


class Subject:
    """One event under check; readings, comparisons and found quotes are made once, when first needed."""

    def __init__(self, loaded: LoadedEvent, *, archive: Archive, tools: Tools, project: Project | None = None) -> None:
        """Take the event as it was loaded; accounts with faults are not in it."""
        self.loaded = loaded
        self.event = loaded.event or Event(key=loaded.key)
        self.archive = archive
        self.tools = tools
        self.project = project
        self._readings: dict[str, Sequence[Reading]] = {}
        self._comparisons: dict[tuple[str, str, Curation, bool], Comparison] = {}

    @property
    def accounts(self) -> tuple[Account, ...]:
        """Return the accounts that are without fault."""
        return self.event.accounts

    def readings(self, account: Account) -> Sequence[Reading]:
        """Return the readings of an account's texts."""
        if account.key not in self._readings:
            self._readings[account.key] = read_account(account, self.event, self.tools.lexicon)
        return self._readings[account.key]

    def read(self, words: str, account: Account, assertion: Assertion) -> Reading:
        """Read words of an assertion as those of its account; relative dates count from when it was said."""
        date = assertion.said or account.date or self.event.date
        return read(words, lexicon=self.tools.lexicon, date=date, language=account.language)

    def comparison(
        self, left: Account, right: Account, *, curation: Curation = Curation.USE, all_roles: bool = False
    ) -> Comparison:
        """Return the comparison of two accounts."""
        key = (left.key, right.key, curation, all_roles)
        if key not in self._comparisons:
            decided = NOTHING_DECIDED if curation is Curation.IGNORE else self.decided(left, right)
            self._comparisons[key] = compare_pair(
                Side(account=left, readings=self.readings(left)),
                Side(account=right, readings=self.readings(right)),
                decided,
                options=Options(curation=curation, all_roles=all_roles),
                lexicon=self.tools.lexicon,
                weights=self.tools.weights,
            )
        return self._comparisons[key]

    def decided(self, left: Account, right: Account) -> Decided:
        """Return what is decided on two accounts and in force."""
        return decided_on(left, right, self.event.decided(left.key, right.key))

    def archived(self, account: Account, quote: Quote) -> Archived | None:
        """Return the archived text that a quote has to stand in, None where there is none that can be read."""
        source = account.sources.get(quote.source or "")
        found = self.archive.get(source.file) if source is not None and source.file is not None else None
        return found if isinstance(found, Archived) else None

    @cached_property
    def matches(self) -> Mapping[tuple[str, int, int], Match]:
        """Return for every quote with an archived text where it stands, by account, assertion and quote index."""
        found = {}
        for account in self.accounts:
            for i, assertion in enumerate(account.assertions):
                for j, quote in enumerate(assertion.quotes):
                    archived = self.archived(account, quote)
                    if archived is not None:
                        match = archived.text.find(quote.quote, prefix=quote.prefix, suffix=quote.suffix)
                        found[account.key, i, j] = match
        return found
