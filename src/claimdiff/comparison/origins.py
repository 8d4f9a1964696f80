"""Whether two accounts are independent witnesses: quotes that were read in one text are one report's choice of words."""

from claimdiff.accounts.model import Account, Source


def common_origins(left: Account, right: Account) -> tuple[tuple[Source, Source], ...]:
    """Return the sources, one of each account, that both are quoted from and that are one text.

    Two sources are one text where their digest, their archived file or their address is the same.
    """
    theirs = _quoted(right)
    pairs = ((ours, next((s for s in theirs if _same(ours, s)), None)) for ours in _quoted(left))
    return tuple((ours, other) for ours, other in pairs if other is not None)


def _quoted(account: Account) -> list[Source]:
    used = {quote.source for assertion in account.assertions for quote in assertion.quotes}
    return [source for key, source in account.sources.items() if key in used]


def _same(one: Source, other: Source) -> bool:
    if one.sha256 is not None and other.sha256 is not None:
        return one.sha256 == other.sha256
    return any(a is not None and a == b for a, b in ((one.file, other.file), (one.url, other.url)))
