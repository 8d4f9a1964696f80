"""What an import brings in, whatever its format: one row for each assertion; and rows made into accounts."""

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass

from claimdiff.accounts.model import Account, Assertion, Quote, Source
from claimdiff.accounts.names import ID_PATTERN, as_id
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


def day(text: str | None) -> datetime.date | None:
    """Return the day that a text begins with, as YYYY-MM-DD; None where it does not."""
    match = re.match(r"\d{4}-\d{2}-\d{2}", text.strip()) if text else None
    try:
        return datetime.date.fromisoformat(match[0]) if match else None
    except ValueError:
        return None


def accounts_of(
    rows: Sequence[Row], *, party: str | None, existing: Sequence[Account], lexicon: Lexicon
) -> tuple[DraftedAccount, ...]:
    """Return the rows as accounts, one for each party; ``party`` is whose the rows are that name none.

    Raise NoImport where a row has no party and none is given.
    """
    homes = Homes(existing, [], lexicon)
    groups: dict[str, tuple[str, list[Row]]] = {}
    for row in rows:
        named = row.party or party
        if named is None:
            message = f"{row.place} names no party; give one with --party"
            raise NoImport(message)
        home = homes.of(named, row.speaker)
        groups.setdefault(home.key, (home.party, []))[1].append(row)
    return tuple(_account(key, name, group, lexicon) for key, (name, group) in groups.items())


def _account(key: str, party: str, rows: Sequence[Row], lexicon: Lexicon) -> DraftedAccount:
    sources: dict[str, Source] = {}
    assertions: list[Assertion] = []
    taken: set[str] = set()
    for row in rows:
        source = _source(row, sources)
        wanted = as_id(row.id) if row.id else ""
        free = re.fullmatch(ID_PATTERN, wanted) and wanted not in taken
        name = wanted if free else assertion_id(row.text, taken, lexicon, skip=party)
        taken.add(name)
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
