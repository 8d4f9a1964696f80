"""The accounts and sources at the end of a page."""

from dataclasses import dataclass

from claimdiff.accounts.model import Account, Source
from claimdiff.display import safe
from claimdiff.report.addresses import Address, addresses
from claimdiff.report.page_cells import Names, source_name
from claimdiff.vocabulary import Coverage


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownSource:
    """A source in the list at the end."""

    id: str
    name: str
    facts: str
    links: tuple[Address, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownAccount:
    """An account in the list at the end."""

    name: str
    facts: str
    sources: tuple[ShownSource, ...]


def shown_account(account: Account, names: Names, complete: frozenset[str]) -> ShownAccount:
    """Return an account with its sources; those in ``complete`` are taken as complete."""
    whole = account.coverage is Coverage.FULL or account.key in complete
    facts = [account.title] if account.title else []
    facts += [account.date.isoformat()] if account.date else []
    facts += [account.role.value, "complete" if whole else "an excerpt", f"{len(account.assertions)} assertions"]
    return ShownAccount(
        name=names.party(account),
        facts=safe(" · ".join(facts)),
        sources=tuple(
            ShownSource(
                id=names.sources[account.key, key],
                name=source_name(source),
                facts=safe(" · ".join(source_facts(source))),
                links=addresses(source),
            )
            for key, source in account.sources.items()
        ),
    )


def source_facts(source: Source) -> list[str]:
    """Return what is known of a source beside its name, in words."""
    facts = [source.title] if source.title and source.publisher else []
    facts += [f"published {source.published.isoformat()}"] if source.published else []
    facts += [f"retrieved {source.retrieved.isoformat()}"] if source.retrieved else []
    facts += [f"language {source.language}"] if source.language not in (None, "en") else []
    facts += [f"archived as {source.file}"] if source.file else []
    return facts
