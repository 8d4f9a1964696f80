"""Rules on addresses and days of sources: whether what was read can be looked up again."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from claimdiff.accounts.diagnostic import Diagnostic
from claimdiff.check.places import at, at_start
from claimdiff.check.source_rules import sources_of
from claimdiff.check.subject import Subject
from claimdiff.display import quoted


def no_url(s: Subject) -> Iterator[Diagnostic]:
    """A source has no address.

    Readers want to see where words were read. A source that several accounts of an event share is told once.

    Fails:

        sources:
          sky: {publisher: Sky News}

    Passes:

        sources:
          sky: {publisher: Sky News, url: https://news.example/report}
    """
    seen: set[str] = set()
    for account, source in sources_of(s):
        name = source.file or source.sha256 or f"{source.publisher} {source.title} {source.published}"
        if source.url is None and source.archive_url is None and name not in seen:
            seen.add(name)
            message = f"source {quoted(source.key)} has no url; add the address where it was read"
            yield at_start(s.loaded.accounts[account.key], ("sources", source.key), "no-url", message)


def no_archive(s: Subject) -> Iterator[Diagnostic]:
    """Sources have a live address, but neither an archived copy of the page nor its text.

    Pages change and vanish. Save the page in a web archive and give that address too, or keep its text. It is told once for
    every event.

    Noted:

        sources:
          sky: {publisher: Sky News, url: https://news.example/report}

    Not noted:

        sources:
          sky: {publisher: Sky News, url: https://news.example/report, archive_url: https://archive.example/2025/report}
    """
    lone = [
        (account, source)
        for account, source in sources_of(s)
        if source.url is not None and source.archive_url is None and source.file is None and source.sha256 is None
    ]
    if lone:
        account, source = lone[0]
        names = dict.fromkeys(f"{account.key} {source.key}" for account, source in lone)
        shown = ", ".join([*names][:5]) + (f" and {len(names) - 5} more" if len(names) > 5 else "")
        message = f"no archived copy of {shown}; add archive_url, or keep the text as file"
        yield at_start(s.loaded.accounts[account.key], ("sources", source.key), "no-archive", message)


def url_scheme(s: Subject) -> Iterator[Diagnostic]:
    """An address is not one of a web page.

    Reports link to addresses. Anything but ``http`` and ``https`` with a host is refused, so that no script and no local file
    is ever linked to.

    Fails:

        sources:
          sky: {publisher: Sky News, url: news.example/report}

    Passes:

        sources:
          sky: {publisher: Sky News, url: https://news.example/report}
    """
    for account, source in sources_of(s):
        for key, address in (("url", source.url), ("archive_url", source.archive_url)):
            if address is not None and not _is_web_page(address):
                message = f"{quoted(address)} is no address of a web page; begin it with https://"
                yield at(s.loaded.accounts[account.key], ("sources", source.key, key), "url-scheme", message)


def retrieved_early(s: Subject) -> Iterator[Diagnostic]:
    """A source was read before it was published.

    One of the two dates is wrong.

    Fails:

        sources:
          sky: {publisher: Sky News, published: 2025-03-18, retrieved: 2025-03-17}

    Passes:

        sources:
          sky: {publisher: Sky News, published: 2025-03-18, retrieved: 2025-03-19}
    """
    for account, source in sources_of(s):
        if source.published is not None and source.retrieved is not None and source.retrieved < source.published:
            message = f"read on {source.retrieved}, before it was published on {source.published}; correct one of them"
            path = ("sources", source.key, "retrieved")
            yield at(s.loaded.accounts[account.key], path, "retrieved-early", message)


def _is_web_page(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    plain = not any(character.isspace() or character in '<>"\\^`{|}' for character in address)
    return parts.scheme in ("http", "https") and bool(parts.hostname) and plain
