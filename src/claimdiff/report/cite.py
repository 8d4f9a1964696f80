"""The sources of accounts as CSL JSON, which Zotero and other reference managers read."""

import datetime
import json
from collections.abc import Iterable
from typing import Any

from claimdiff.accounts.model import Account, Source
from claimdiff.report.addresses import web_address
from claimdiff.report.json import dumps


def render_csl(accounts: Iterable[tuple[str | None, Account]]) -> str:
    """Return the sources of accounts (each with its event's name) as CSL JSON, every source once.

    Two sources are the same when all that is cited of them is. An item's id is ``event/account/source``.
    """
    items: dict[str, dict[str, Any]] = {}
    for event, account in accounts:
        for source in account.sources.values():
            item = _item(source)
            items.setdefault(
                json.dumps(item, sort_keys=True),
                {"id": "/".join([*([event] if event else []), account.key, source.key]), **item},
            )
    return dumps(list(items.values()), indent=2) + "\n"


def _item(source: Source) -> dict[str, Any]:
    archive = web_address(source.archive_url)
    values = {
        "type": "webpage",
        "title": source.title or source.publisher or source.key,
        "container-title": source.publisher if source.title else None,
        "publisher": source.publisher,
        "issued": _date(source.published),
        "accessed": _date(source.retrieved),
        "URL": web_address(source.url) or archive,
        "archive_location": archive,
        "language": source.language,
    }
    return {key: value for key, value in values.items() if value is not None}


def _date(date: datetime.date | None) -> dict[str, Any] | None:
    return None if date is None else {"date-parts": [[date.year, date.month, date.day]]}
