"""Addresses of sources that are safe to link to, and links that lead to the quoted passage itself."""

import re
from dataclasses import dataclass
from urllib.parse import quote as percent

from claimdiff.accounts.model import Quote, Source

_ADDRESS = re.compile(r"https?://[A-Za-z0-9\[][^\s<>\"'`\\^{}|\x00-\x20\x7f-\U0010ffff]*", re.ASCII)
_LONG = 80
"""A passage longer than this is named by its first and last words (characters)."""
_ENDS = 5
"""How many words stand at each end of a long passage."""
_ELLIPSIS = re.compile(r"\s*(?:\[\s*(?:…|\.\.\.)\s*\]|\(\s*(?:…|\.\.\.)\s*\)|…|\.{3,})\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """A link: what it is called, and where it leads."""

    name: str
    href: str


def web_address(address: str | None) -> str | None:
    """Return an address that is plainly one of the web, written in ASCII; None for anything else."""
    if not address:
        return None
    written = percent(address, safe="!#$%&()*+,/:;=?@[]-._~", errors="replace")
    return written if _ADDRESS.fullmatch(written) else None


def addresses(source: Source) -> tuple[Address, ...]:
    """Return a source's own page and a web archive's copy, where they are known and safe."""
    pairs = (("page", source.url), ("archived copy", source.archive_url))
    return tuple(Address(name=name, href=href) for name, address in pairs if (href := web_address(address)))


def passages(source: Source, quote: Quote) -> tuple[Address, ...]:
    """Return links to the quoted words in the source's page and in the web archive's copy of it."""
    fragment = text_fragment(quote)
    return tuple(Address(name=a.name, href=_with_fragment(a.href, fragment)) for a in addresses(source))


def text_fragment(quote: Quote) -> str:
    """Return the text directive of a quote: ``:~:text=[prefix-,]start[,end][,-suffix]``.

    As browsers read it (WICG, URL Fragment Text Directives): a comma, an ampersand and a hyphen within words are escaped. A
    long or elided quote is named by its beginning and its end.
    """
    parts = [part.split() for part in _ELLIPSIS.split(quote.quote) if part.strip()] or [quote.quote.split()]
    first, last = parts[0], parts[-1]
    if len(parts) > 1:
        words = [first[:_ENDS], last[-_ENDS:]]
    elif len(quote.quote) > _LONG and len(first) >= 2 * _ENDS:
        words = [first[:_ENDS], first[-_ENDS:]]
    else:
        words = [first]
    pieces = [_escaped(" ".join(piece)) for piece in words]
    if quote.prefix and quote.prefix.strip():
        pieces.insert(0, _escaped(" ".join(quote.prefix.split())) + "-")
    if quote.suffix and quote.suffix.strip():
        pieces.append("-" + _escaped(" ".join(quote.suffix.split())))
    return ":~:text=" + ",".join(pieces)


def _escaped(words: str) -> str:
    return percent(words.encode("utf-8", "replace"), safe="").replace("-", "%2D")


def _with_fragment(href: str, fragment: str) -> str:
    return f"{href}{fragment}" if "#" in href else f"{href}#{fragment}"
