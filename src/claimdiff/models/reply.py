"""Read a model's reply: find the JSON in it, and keep what can be true. Nothing in a reply is run, followed or trusted."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from claimdiff.accounts.model import Account, Assertion, DifferenceDecision, LinkDecision
from claimdiff.display import quoted
from claimdiff.vocabulary import Facet, Verdict

MOST_CHARACTERS = 2_000_000
MOST_LINKS = 5_000
_MOST_IDS = 50
_MOST_TRIES = 200
"""Braces at which a JSON object is looked for; chatter has a few, and thousands are no reply."""


class NoJsonError(ValueError):
    """A reply holds no JSON object of the form asked for; the message says what was found, for the model to mend it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a reply proposes, and what was dropped of it, each with the reason, safe to show."""

    links: tuple[LinkDecision, ...] = ()
    dropped: tuple[str, ...] = ()


def parse_reply(text: str, key: str = "links") -> list[Any]:
    """Return the raw entries of a reply, also where it is wrapped in a code fence or in chatter; raise NoJsonError.

    The first JSON object that has a list under ``key`` counts.
    """
    return next(_lists(text, key))


def parse_replies(text: str, key: str = "links") -> list[Any]:
    """Return the raw entries of several replies that stand in one text; raise NoJsonError where there is none."""
    return [entry for entries in _lists(text, key) for entry in entries]


def _lists(text: str, key: str) -> Iterator[list[Any]]:
    """Yield the list of every JSON object that has one under the key; raise NoJsonError where none has."""
    if len(text) > MOST_CHARACTERS:
        message = f"the reply has more than {MOST_CHARACTERS:,} characters"
        raise NoJsonError(message)
    decoder = json.JSONDecoder()
    fault = "there is no JSON object in it"
    found = False
    at = text.find("{")
    for _ in range(_MOST_TRIES):
        if at < 0:
            break
        try:
            value, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError) as error:
            if fault.startswith("there is no"):
                fault = f"{error}" if isinstance(error, ValueError) else "it is nested too deep"
            at = text.find("{", at + 1)
            continue
        if isinstance(value, dict) and isinstance(value.get(key), list):
            found = True
            yield value[key]
        fault = f'the object has no list "{key}"'
        at = text.find("{", end)
    if not found:
        raise NoJsonError(fault)


def validated(raw: Sequence[Any], left: Account, right: Account, *, by: str) -> Found:
    """Return the links that can be: of ids that are there, on their sides, with a verdict that exists."""
    links: dict[tuple[tuple[str, ...], tuple[str, ...]], LinkDecision] = {}
    dropped: list[str] = []
    for number, entry in enumerate(raw[:MOST_LINKS], start=1):
        try:
            link = _link(entry, left, right, by)
        except _Refused as reason:
            dropped.append(f"link {number}: {reason}")
            continue
        ends = link.left, link.right
        if ends in links:
            dropped.append(f"link {number}: {','.join(ends[0])} and {','.join(ends[1])} are linked twice")
        else:
            links[ends] = link
    if len(raw) > MOST_LINKS:
        dropped.append(f"{len(raw) - MOST_LINKS} links more than are ever read")
    return Found(links=tuple(links.values()), dropped=tuple(dropped))


class _Refused(Exception):  # noqa: N818 - it names what happened
    """A link that cannot be."""


def _link(entry: Any, left: Account, right: Account, by: str) -> LinkDecision:
    if not isinstance(entry, dict):
        message = f"not an object but {quoted(str(entry))}"
        raise _Refused(message)
    sides = [_ids(entry.get(name), account, other) for name, account, other in
             (("left", left, right), ("right", right, left))]  # fmt: skip
    verdict = entry.get("verdict")
    if not isinstance(verdict, str) or verdict not in [*Verdict]:
        message = f"there is no verdict {quoted(str(verdict))}"
        raise _Refused(message)
    link = LinkDecision(left=sides[0], right=sides[1], verdict=Verdict(verdict), by=by)
    return link if link.verdict is Verdict.AGREE else _with_facets(link, entry, left, right)


def _ids(raw: Any, account: Account, other: Account) -> tuple[str, ...]:
    names = [raw] if isinstance(raw, str) else raw
    if not isinstance(names, list) or not 0 < len(names) <= _MOST_IDS or not all(isinstance(i, str) for i in names):
        message = f"no list of ids of {account.key}"
        raise _Refused(message)
    places = {assertion.id: n for n, assertion in enumerate(account.assertions)}
    theirs = {assertion.id for assertion in other.assertions}
    plain = [name.removeprefix(f"{account.key}:") for name in names]
    for name in plain:
        if name not in places:
            where = f"; it is one of {other.key}" if name in theirs else ""
            message = f"{account.key} has no assertion {quoted(name)}{where}"
            raise _Refused(message)
    return tuple(sorted(set(plain), key=places.__getitem__))


def _with_facets(link: LinkDecision, entry: dict[str, Any], left: Account, right: Account) -> LinkDecision:
    raw = entry.get("facets")
    named = [Facet(f) for f in raw if f in [*Facet]] if isinstance(raw, list) else []
    ours = [left.assertion(i) for i in link.left]
    theirs = [right.assertion(i) for i in link.right]
    words = {d.facet: d for d in _differences(entry.get("differences"), ours, theirs, link.verdict)}
    facets = tuple(facet for facet in Facet if facet in named and facet not in words)
    return replace(link, facets=facets, differences=tuple(words[facet] for facet in Facet if facet in words))


def _differences(
    raw: Any, ours: Sequence[Assertion], theirs: Sequence[Assertion], verdict: Verdict
) -> Iterator[DifferenceDecision]:
    """Yield differences whose words are there; words that no text and no quote of the side has are left out."""
    for entry in raw if isinstance(raw, list) else ():
        if not isinstance(entry, dict) or entry.get("facet") not in [*Facet]:
            continue
        left, right = (_words(entry.get(name), side) for name, side in (("left", ours), ("right", theirs)))
        if left is not None or right is not None:
            yield DifferenceDecision(facet=Facet(entry["facet"]), left=left, right=right, verdict=verdict)


def _words(raw: Any, assertions: Sequence[Assertion]) -> str | None:
    if not isinstance(raw, str) or not raw.strip():
        return None
    words = raw.strip()
    texts = [text for a in assertions for text in (a.text, *(quote.quote for quote in a.quotes))]
    return words if any(words in text for text in texts) else None
