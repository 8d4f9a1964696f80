"""Events, accounts, assertions and decisions, as every other room sees them: plain values, no positions, no I/O.

The loader builds them from YAML; tests build them directly. Dates are ``datetime.date``. Where a file lies and where in it
something stands is the loader's knowledge (``accounts.document.Document``), not the model's.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from claimdiff.vocabulary import Coverage, Facet, Role, Verdict, Voice

_NOTHING: Mapping[str, "Source"] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where words of a party were read."""

    key: str
    publisher: str | None = None
    title: str | None = None
    url: str | None = None
    archive_url: str | None = None
    published: datetime.date | None = None
    retrieved: datetime.date | None = None
    language: str | None = None
    file: str | None = None
    sha256: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Verbatim words of one source; prefix and suffix tell occurrences apart (W3C TextQuoteSelector)."""

    source: str | None
    quote: str
    voice: Voice = Voice.REPORTED
    prefix: str | None = None
    suffix: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Assertion:
    """One proposition of an account. ``sources`` names sources that are given without a quote."""

    id: str
    text: str
    quotes: tuple[Quote, ...] = ()
    sources: tuple[str, ...] = ()
    said: datetime.date | None = None
    attributed_to: str | None = None
    topic: str | None = None
    lead: bool = False
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One party's version of an event. ``key`` is the name in ``account:``, unique among those compared."""

    key: str
    party: str
    role: Role = Role.PRINCIPAL
    aliases: tuple[str, ...] = ()
    title: str | None = None
    date: datetime.date | None = None
    language: str = "en"
    coverage: Coverage = Coverage.EXCERPT
    sources: Mapping[str, Source] = field(default_factory=lambda: _NOTHING)
    assertions: tuple[Assertion, ...] = ()

    def assertion(self, assertion_id: str) -> Assertion:
        """Return the assertion of that id; KeyError when there is none."""
        for assertion in self.assertions:
            if assertion.id == assertion_id:
                return assertion
        raise KeyError(assertion_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferenceDecision:
    """A decided difference: the facet, the words on each side (None where a side has none), its verdict."""

    facet: Facet
    left: str | None
    right: str | None
    verdict: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkDecision:
    """A link that a person decided, or a model proposed (``by`` starts with ``model:``).

    ``left`` and ``right`` are assertion ids of the pair's accounts in the order of ``Decisions.accounts``.
    """

    left: tuple[str, ...]
    right: tuple[str, ...]
    verdict: Verdict
    facets: tuple[Facet, ...] = ()
    differences: tuple[DifferenceDecision, ...] = ()
    note: str | None = None
    by: str | None = None
    on: datetime.date | None = None
    seal: str | None = None

    @property
    def proposed(self) -> bool:
        """Tell whether a model made it and no person confirmed it yet."""
        return self.by is not None and self.by.startswith("model:")


@dataclass(frozen=True, slots=True, kw_only=True)
class PairDecision:
    """Two groups of assertions decided ``apart`` or ``doubtful``."""

    left: tuple[str, ...]
    right: tuple[str, ...]
    note: str | None = None
    by: str | None = None
    on: datetime.date | None = None
    seal: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OmissionDecision:
    """Assertions of ``account`` that were looked for in the other account and are not there."""

    account: str
    ids: tuple[str, ...]
    note: str | None = None
    by: str | None = None
    on: datetime.date | None = None
    seal: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decisions:
    """What people have decided about two accounts; ``accounts`` are their keys in alphabetical order."""

    accounts: tuple[str, str]
    links: tuple[LinkDecision, ...] = ()
    apart: tuple[PairDecision, ...] = ()
    doubtful: tuple[PairDecision, ...] = ()
    omitted: tuple[OmissionDecision, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation:
    """One entry of ``expect:`` in event.yaml.

    ``kind`` is ``only`` | ``agree`` | ``partial`` | ``conflict`` | ``link`` | ``counts``; ``sides`` maps an account to an
    assertion id; ``counts`` maps ``a/b`` to what is counted (a verdict, ``omission``, ``link`` …) and its number.
    """

    kind: str
    sides: Mapping[str, str] = field(default_factory=dict)
    counts: Mapping[str, Mapping[str, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One event: its accounts in alphabetical order of their keys, and the decisions on pairs of them."""

    key: str
    title: str | None = None
    date: datetime.date | None = None
    summary: str | None = None
    expectations: tuple[Expectation, ...] = ()
    accounts: tuple[Account, ...] = ()
    decisions: tuple[Decisions, ...] = ()

    def account(self, key: str) -> Account:
        """Return the account of that key; KeyError when there is none."""
        for account in self.accounts:
            if account.key == key:
                return account
        raise KeyError(key)

    def decided(self, left: str, right: str) -> Decisions | None:
        """Return the decisions on that pair of accounts, whichever way round, or None."""
        wanted = tuple(sorted((left, right)))
        for decisions in self.decisions:
            if decisions.accounts == wanted:
                return decisions
        return None
