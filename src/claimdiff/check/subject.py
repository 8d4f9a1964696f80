"""What rules look at: one event as it was loaded, its archived texts, and what language reading needs."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from claimdiff.accounts.files import MAX_SOURCE_BYTES, FileFault, read_file, source_path
from claimdiff.accounts.load import LoadedEvent
from claimdiff.accounts.model import Account, Event, Quote
from claimdiff.accounts.project import Project
from claimdiff.accounts.quotes import Match, SourceText
from claimdiff.alignment.weights import Weights
from claimdiff.comparison.build import compare_pair
from claimdiff.comparison.decided import NOTHING_DECIDED, Decided, decided_on
from claimdiff.comparison.model import Comparison
from claimdiff.comparison.options import Curation, Options
from claimdiff.comparison.sides import Given, Side, given
from claimdiff.language.lexicon import Lexicon
from claimdiff.language.names import find_actors, find_places
from claimdiff.language.reading import Reading, Token
from claimdiff.language.tokens import tokenize
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


class Tools:
    """What reading and comparing need; each may be given as a function that is called when it is first needed."""

    def __init__(self, *, lexicon: Given[Lexicon], weights: Given[Weights]) -> None:
        """Keep what is given; nothing is loaded yet."""
        self._lexicon, self._weights = lexicon, weights

    @cached_property
    def lexicon(self) -> Lexicon:
        """Return the lexicon."""
        return given(self._lexicon)

    @cached_property
    def telling(self) -> frozenset[str]:
        """Return the stems of all words that negate, bind, oppose or bound: what a difference of wording can turn on."""
        stems: set[str] = set()
        for table in ("commitment", "negation", "antonyms", "quantifiers"):
            phrases = self.lexicon.phrases.get(table)
            for first, lines in phrases.lines.items() if phrases is not None else ():
                stems.add(first)
                stems |= {word for line in lines.split("\n") for word in line.split("\t", 1)[0].split(" ")}
        return frozenset(stems) - {""} - self.lexicon.function

    @cached_property
    def denying(self) -> frozenset[str]:
        """Return the lone words that negate, in lower case."""
        entries = self.lexicon.tables.get("negation", {}).values()
        return frozenset(term for entry in entries for term in entry["terms"] if " " not in term)

    @cached_property
    def weights(self) -> Weights:
        """Return the weights of the matcher."""
        return given(self._weights)


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
        self._tokens: dict[str, list[tuple[Token, ...]]] = {}
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

    def tokens(self, account: Account) -> Sequence[tuple[Token, ...]]:
        """Return the tokens of an account's texts: most assertions need no more to be found in order."""
        if account.key not in self._tokens:
            self._tokens[account.key] = [self.tokens_of(assertion.text) for assertion in account.assertions]
        return self._tokens[account.key]

    def tokens_of(self, words: str) -> tuple[Token, ...]:
        """Return the tokens of words."""
        return tokenize(words, self.tools.lexicon.function, self.tools.lexicon.stem)

    def names_in(self, words: str) -> Reading:
        """Read words for the names in them, and nothing else."""
        tokens = self.tokens_of(words)
        actors, places = find_actors(tokens, self.tools.lexicon), find_places(tokens, self.tools.lexicon)
        return Reading(text=words, date=None, known=True, tokens=tokens, actors=actors, places=places)

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
