"""Names that people type: their form, and the nearest of those that exist."""

import re
from collections.abc import Iterable, Sequence

from claimdiff.display import quoted

ID_PATTERN = "^[a-z0-9][a-z0-9-]*$"
"""Ids of assertions and keys of sources: lower-case letters, digits and hyphens, no hyphen first (it would be an option)."""

ACCOUNT_PATTERN = "^[a-z0-9]+(-[a-z0-9]+)*$"
"""Accounts are files, and two hyphens part the names in ``links/<a>--<b>.yaml``."""

RESERVED = frozenset({"verdict", "facets", "differences", "facet", "note", "by", "on", "seal"})
"""Keys of a links entry, where account names are keys too."""

_MOST = 3
_LISTED = 10
"""How many names a message lists."""


class UnknownName(LookupError):  # noqa: N818 - it names what is the matter
    """An event or account that does not exist; the message names the nearest that do."""


def nearest(name: str, known: Iterable[str], *, most: int = _MOST) -> tuple[str, ...]:
    """Return the known names that may have been meant, the likeliest first.

    A name is near when at most a third of its characters differ (one at least), or when it begins with what was typed.
    """
    from rapidfuzz.distance import OSA

    typed = name.casefold()
    ranked = []
    for candidate in sorted(set(known)):
        folded = candidate.casefold()
        distance = OSA.distance(typed, folded)
        if distance <= max(1, max(len(typed), len(folded)) // 3) or (len(typed) >= 3 and folded.startswith(typed)):
            ranked.append((distance, candidate))
    return tuple(candidate for _, candidate in sorted(ranked)[:most])


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """Return ``; did you mean "…"?`` for the nearest known name, else nothing."""
    found = nearest(name, known, most=1)
    return f'; did you mean "{found[0]}"?' if found else ""


def suggestion(name: str, known: Iterable[str]) -> str:
    """Return ``; did you mean "…"?`` for the nearest known name, else ``; one of: …`` with the first of them, else nothing."""
    names = tuple(known)
    near = did_you_mean(name, names)
    if near:
        return near
    return f"; one of: {_first(names)}" if names else ""


def _first(names: Sequence[str]) -> str:
    return ", ".join(names[:_LISTED]) + (" …" if len(names) > _LISTED else "")


def unknown_name(kind: str, name: str, known: Iterable[str], *, place: str = "") -> UnknownName:
    """Return the error for a name that does not exist; ``kind`` is "event" or "account", ``place`` where it was sought."""
    names = sorted(set(known))
    found = nearest(name, names)
    sought = f" in {place}" if place else ""
    if found:
        remedy = "; did you mean " + " or ".join(f'"{candidate}"' for candidate in found) + "?"
    elif names:
        remedy = f"; there {'are' if len(names) > 1 else 'is'} {_first(names)}"
    else:
        remedy = "; there is none"
    return UnknownName(f"there is no {kind} {quoted(name)}{sought}{remedy}")


def as_id(text: str) -> str:
    """Return the text in the form of an id, or nothing where no letter or digit is left."""
    import unicodedata

    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub("[^a-z0-9]+", "-", plain).strip("-")
