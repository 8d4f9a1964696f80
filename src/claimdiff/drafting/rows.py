"""What an import brings in, whatever its format: one row for each assertion; and rows made into accounts."""

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass

from claimdiff.accounts.decode import without_refused
from claimdiff.accounts.model import Account, Assertion, Quote, Source
from claimdiff.accounts.names import ID_PATTERN, as_id
from claimdiff.display import quoted
from claimdiff.drafting.draft import DraftedAccount
from claimdiff.drafting.naming import Homes, assertion_id
from claimdiff.language.lexicon import Lexicon
from claimdiff.vocabulary import Voice


class NoImport(ValueError):  # noqa: N818 - it names what happened
    """The file is not of the format, or holds no assertion."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One assertion as it comes in; ``place`` says where in the file, for messages. Nothing but ``text`` is needed."""

    text: str
    place: str
    id: str | None = None
    party: str | None = None
    speaker: str | None = None
    quote: str | None = None
    prefix: str | None = None
    suffix: str | None = None
    direct: bool = False
    source: str | None = None
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: datetime.date | None = None
    said: datetime.date | None = None
    topic: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """The rows of a collection, and what of it could not be taken as it stands, in words for the person who imports it."""

    rows: tuple[Row, ...]
    remarks: tuple[str, ...]


class Gathering:
    """Gathers rows from what a collection's cells hold, and remarks on what is changed or left out on the way."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._rows: list[Row] = []
        self._remarks: list[str] = []

    def imported(self) -> Imported:
        """Return all that was gathered."""
        return Imported(rows=tuple(self._rows), remarks=tuple(self._remarks))

    def remark(self, place: str, words: str) -> None:
        """Tell something of what stands at a place."""
        self._remarks.append(f"{place}: {words}")

    def add(self, place: str, **cells: str | None) -> None:
        """Add a row; ``cells`` are named as the fields of ``Row``. The text is the quote's where there is none.

        A row without either is left out. A day that is none stays in the note, so that nobody's date is lost.
        """
        values = {name: self._plain(place, cell) for name, cell in cells.items() if cell}
        values = {name: value for name, value in values.items() if value}
        text = values.pop("text", None) or values.get("quote")
        if text is None:
            if values:
                self.remark(place, f"it has no text; left out with its {' and '.join(values)}")
            return
        days = {name: self._day(place, name, values) for name in ("published", "said")}
        voice = values.pop("voice", "reported").lower()
        if voice not in set(Voice):
            self.remark(place, f"the voice is direct or reported, not {quoted(voice)}; taken as reported")
        row = Row(text=" ".join(text.split()), place=place, direct=voice == Voice.DIRECT, **days, **values)  # type: ignore[arg-type]
        self._rows.append(row)

    def _plain(self, place: str, cell: str) -> str:
        """Return a cell without the characters that no account may hold."""
        plain = without_refused(cell)
        if plain != cell.replace("\r\n", "\n"):
            self.remark(place, f"control or invisible characters are left out of {quoted(cell)}")
        return plain.strip()

    def _day(self, place: str, name: str, values: dict[str, str]) -> datetime.date | None:
        value = values.pop(name, None)
        found = day(value)
        if value and found is None:
            self.remark(place, f"{quoted(value)} is no day written YYYY-MM-DD; it is kept in the note")
            values["note"] = " ".join(filter(None, (values.get("note"), f"Check when it was {name}: “{value}”.")))
        return found


def day(text: str | None) -> datetime.date | None:
    """Return the day that a text begins with, as YYYY-MM-DD; None where it does not."""
    match = re.match(r"\d{4}-\d{2}-\d{2}", text.strip()) if text else None
    try:
        return datetime.date.fromisoformat(match[0]) if match else None
    except ValueError:
        return None


def accounts_of(
    imported: Imported, *, party: str | None, existing: Sequence[Account], lexicon: Lexicon
) -> tuple[tuple[DraftedAccount, ...], tuple[str, ...]]:
    """Return the rows as accounts, one for each party, with all remarks; ``party`` is whose the rows are that name none.

    Raise NoImport where a row has no party and none is given.
    """
    homes = Homes(existing, [], lexicon)
    groups: dict[str, tuple[str, list[Row]]] = {}
    for row in imported.rows:
        named = row.party or party
        if named is None:
            message = f"{row.place} names no party; give one with --party"
            raise NoImport(message)
        home = homes.of(named, row.speaker)
        groups.setdefault(home.key, (home.party, []))[1].append(row)
    remarks = list(imported.remarks)
    accounts = tuple(_account(key, name, group, lexicon, remarks) for key, (name, group) in groups.items())
    return accounts, tuple(remarks)


def _account(key: str, party: str, rows: Sequence[Row], lexicon: Lexicon, remarks: list[str]) -> DraftedAccount:
    sources: dict[str, Source] = {}
    assertions: list[Assertion] = []
    taken: set[str] = set()
    for row in rows:
        source = _source(row, sources)
        name = _id(row, party, taken, lexicon)
        taken.add(name)
        if row.id and row.id != name:
            remarks.append(f"{row.place}: the id {quoted(row.id)} is {_unfit(row.id)}; it is {name} here")
        voice = Voice.DIRECT if row.direct else Voice.REPORTED
        quotes = (
            (Quote(source=source, quote=row.quote, voice=voice, prefix=row.prefix, suffix=row.suffix),)
            if row.quote
            else ()
        )
        assertions.append(
            Assertion(
                id=name,
                text=row.text,
                quotes=quotes,
                sources=(source,) if source and not quotes else (),
                said=row.said,
                attributed_to=row.speaker if row.speaker != party else None,
                topic=row.topic,
                note=row.note,
            )
        )
    account = Account(key=key, party=party, sources=sources, assertions=tuple(assertions))
    return DraftedAccount(account=account, places={})


def _id(row: Row, party: str, taken: set[str], lexicon: Lexicon) -> str:
    wanted = as_id(row.id) if row.id else ""
    if re.fullmatch(ID_PATTERN, wanted) and wanted not in taken:
        return wanted
    return assertion_id(row.text, taken, lexicon, skip=party)


def _unfit(name: str) -> str:
    return "taken already" if re.fullmatch(ID_PATTERN, name) else "no lower-case letters, digits and hyphens"


def _source(row: Row, sources: dict[str, Source]) -> str | None:
    """Return the name of the row's source, put among the account's; the same address or name is the same source."""
    if not (row.url or row.source or row.publisher):
        return None
    for known in sources.values():
        if (row.url and known.url == row.url) or (not row.url and known.title == (row.title or row.source)):
            return known.key
    base = as_id(row.source or row.publisher or _host(row.url or "")) or "source"
    key, number = base, 1
    while key in sources:
        number += 1
        key = f"{base}-{number}"
    sources[key] = Source(
        key=key, publisher=row.publisher, title=row.title or row.source, url=row.url, published=row.published
    )
    return key


def _host(url: str) -> str:
    match = re.match(r"[a-z]+://(?:www\.)?([^/:?#]+)", url)
    return match[1] if match else ""
