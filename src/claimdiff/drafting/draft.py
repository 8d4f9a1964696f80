"""From a source text to drafted accounts: one function, without any input or output."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from claimdiff.accounts.decode import refused_in_value
from claimdiff.accounts.model import Account, Assertion, Quote, Source
from claimdiff.display import HIDDEN
from claimdiff.drafting.attribute import attribute
from claimdiff.drafting.joint import attribute_joint
from claimdiff.drafting.naming import Home, Homes, assertion_id
from claimdiff.drafting.readout import attribute_readout, is_readout
from claimdiff.drafting.statements import Attributed, Placement, Statement, Where
from claimdiff.drafting.whose import NoParty, parties_of
from claimdiff.language.lexicon import Lexicon
from claimdiff.language.tokens import tokenize
from claimdiff.vocabulary import Coverage, Voice

__all__ = ["Draft", "DraftedAccount", "Kind", "NoParty", "collect", "draft_accounts"]

_NEAR = 4
"""How many statements back a note on somebody's silence may belong to."""


class Kind(StrEnum):
    """What a source is."""

    AUTO = "auto"
    NEWS = "news"
    READOUT = "readout"


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftedAccount:
    """A drafted account, and for each of its assertions the line and column of its quote in the source."""

    account: Account
    places: dict[str, tuple[int, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Drafted accounts in the order in which their parties first speak, and where every sentence went.

    ``missing``: parties that were asked for and say nothing; ``others``: those that speak and were not asked for.
    """

    source: Source
    kind: Kind
    accounts: tuple[DraftedAccount, ...]
    placements: tuple[Placement, ...]
    missing: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


def draft_accounts(
    text: str,
    *,
    source: Source,
    lexicon: Lexicon,
    date: datetime.date | None = None,
    existing: Sequence[Account] = (),
    parties: Sequence[str] = (),
    kind: Kind = Kind.AUTO,
) -> Draft:
    """Draft accounts from a source text.

    ``date``: the day of the source, from which "last week" counts. ``existing``: the event's accounts, whose names are used.
    ``parties``: names of those alone that are wanted; of a readout those that it is by. Raise NoParty where a readout's party
    is neither named nor to be told from its title.
    """
    date = date or source.published
    homes = Homes(existing, parties, lexicon)
    if kind is Kind.AUTO:
        kind = Kind.READOUT if is_readout(text) else Kind.NEWS
    if kind is Kind.READOUT:
        own = parties_of(text, parties, homes, lexicon)
        joint = len(own) > 1
        found = (
            attribute_joint(text, parties=own, lexicon=lexicon) if joint else attribute_readout(text, party=own[0].name)
        )
    else:
        found = attribute(text, lexicon=lexicon, date=date, reporter=source.publisher or "the reporter")
    return collect(text, found, source=source, lexicon=lexicon, date=date, homes=homes, kind=kind)


def collect(
    text: str,
    found: Attributed,
    *,
    source: Source,
    lexicon: Lexicon,
    date: datetime.date | None,
    homes: Homes,
    kind: Kind,
) -> Draft:
    """Return what was found as accounts; what is not wanted, or cannot stand in an account, becomes unassigned."""
    groups: dict[str, tuple[Home, list[Statement]]] = {}
    dropped: dict[int, str] = {}
    kept: set[int] = set()
    others: dict[str, None] = {}
    for statement in found.statements:
        home = homes.of(statement.party, statement.speaker)
        if homes.asked and home.key not in homes.asked:
            others.setdefault(home.party)
            dropped.setdefault(statement.sentence.start, f"of a party that was not asked for: {statement.party}")
            continue
        words = statement.quote + statement.text + (statement.speaker or "") + statement.party
        if refused_in_value(words) or HIDDEN.search(words):
            dropped.setdefault(
                statement.sentence.start, "it holds a control or invisible character, which no account may"
            )
            continue
        kept.add(statement.sentence.start)
        groups.setdefault(home.key, (home, []))[1].append(statement)
    silences = [p for p in found.placements if p.where is Where.NOTE]
    accounts = tuple(
        _account(text, home, statements, silences, source=source, lexicon=lexicon, date=date)
        for home, statements in groups.values()
    )
    placements = tuple(
        replace(p, where=Where.UNASSIGNED, parties=(), why=dropped[p.sentence.start])
        if p.sentence.start in dropped.keys() - kept
        else replace(p, parties=tuple(dict.fromkeys(homes.of(party, None).key for party in p.parties)))
        for p in found.placements
    )
    missing = tuple(home.party for key, home in homes.asked.items() if key not in groups)
    return Draft(
        source=source, kind=kind, accounts=accounts, placements=placements, missing=missing, others=tuple(others)
    )


def _account(
    text: str,
    home: Home,
    statements: Sequence[Statement],
    silences: Sequence[Placement],
    *,
    source: Source,
    lexicon: Lexicon,
    date: datetime.date | None,
) -> DraftedAccount:
    assertions: list[Assertion] = []
    places: dict[str, tuple[int, int]] = {}
    for statement in statements:
        name = assertion_id(statement.text, places, lexicon, skip=f"{statement.speaker or ''} {home.party}")
        places[name] = _place(text, statement.start)
        assertions.append(
            Assertion(
                id=name,
                text=statement.text,
                quotes=_quotes(text, statement, source.key),
                said=statement.said if statement.said != date else None,
                attributed_to=statement.speaker if statement.speaker != home.party else None,
                note=_note(statement, silences, lexicon),
            )
        )
    account = Account(
        key=home.key,
        party=home.party,
        date=date,
        language=source.language or "en",
        coverage=Coverage.EXCERPT,
        sources={source.key: source},
        assertions=tuple(assertions),
    )
    return DraftedAccount(account=account, places=places)


def _quotes(text: str, statement: Statement, key: str) -> tuple[Quote, ...]:
    first = _quote(text, statement.quote, statement.start, statement.voice, key)
    return (first, *(_quote(text, own.quote, own.start, Voice.DIRECT, key) for own in statement.own))


def _quote(text: str, quote: str, start: int, voice: Voice, key: str) -> Quote:
    """Return the quote, with the words around it where it stands in the source more than once."""
    prefix = suffix = None
    if text.count(quote) > 1:
        prefix = text[max(0, start - 40) : start].rsplit("\n", maxsplit=1)[-1].strip() or None
        suffix = text[start + len(quote) : start + len(quote) + 40].split("\n", maxsplit=1)[0].strip() or None
    return Quote(source=key, quote=quote, voice=voice, prefix=prefix, suffix=suffix)


def _place(text: str, start: int) -> tuple[int, int]:
    line = text.count("\n", 0, start) + 1
    return line, start - (text.rfind("\n", 0, start) + 1) + 1


def _note(statement: Statement, silences: Sequence[Placement], lexicon: Lexicon) -> str | None:
    notes = [f"Check {check}" for check in statement.checks]
    notes += [note[0].upper() + note[1:] for note in statement.notes]
    stems = _stems(statement.text, lexicon)
    for silence in silences:
        gap = silence.sentence.line - statement.sentence.line
        if 0 < gap <= _NEAR and _stems(silence.sentence.text, lexicon) & stems:
            notes.append(f"Line {silence.sentence.line} of the source: {silence.sentence.text}")
    return " ".join(note if note.endswith((".", "”")) else note + "." for note in notes) or None


def _stems(text: str, lexicon: Lexicon) -> set[str]:
    """Return the stems of the text's rarer words: those that tell what it is about."""
    tokens = tokenize(text, lexicon.function, lexicon.stem)
    return {t.stem for t in tokens if t.content and t.text[0].islower() and lexicon.tiers.get(t.stem) is None}
