"""What the models cannot say of a file: how its values stand to each other and to the file's name.

Every function takes the file's data as it was written, however faulty, and yields all that it finds.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from claimdiff.accounts.files import refused_name
from claimdiff.accounts.names import ACCOUNT_PATTERN, RESERVED
from claimdiff.accounts.sides import LISTS
from claimdiff.display import quoted

Steps = tuple[str | int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Misfit:
    """A fault at a path of a file; ``at_key`` points at the key rather than its value."""

    path: Steps
    code: str
    message: str
    at_key: bool = False


def account_misfits(data: Mapping[str, Any], stem: str | None) -> Iterator[Misfit]:
    """Yield what is wrong in an account; ``stem`` is the file's name where the account has to have the same."""
    name = data.get("account")
    if isinstance(name, str) and name:
        if stem is not None and name.rstrip() != stem and re.fullmatch(ACCOUNT_PATTERN, name.rstrip()):
            message = f"the account is {quoted(name)} and the file {quoted(stem + '.yaml')}; give both the same name"
            yield Misfit(path=("account",), code="name-mismatch", message=message)
        if name.rstrip() in RESERVED:
            message = f"an account cannot be named {quoted(name)}, a key of links files; choose another name"
            yield Misfit(path=("account",), code="reserved-name", message=message)
    assertions = _dicts(data.get("assertions"))
    ids = [((*("assertions", index), "id"), entry.get("id")) for index, entry in assertions]
    yield from _duplicates(ids, "is the id of another assertion too; change one")
    for index, entry in assertions:
        yield from _mixed_forms(("assertions", index), entry)
    sources = data.get("sources")
    for key, source in sources.items() if isinstance(sources, dict) else ():
        refusal = refused_name(source.get("file")) if isinstance(source, dict) else None
        if refusal is not None:
            yield Misfit(path=("sources", key, "file"), code="source-file", message=refusal)
    aliases = data.get("aliases")
    if isinstance(aliases, list):
        yield from _duplicates(
            [(("aliases", index), alias) for index, alias in enumerate(aliases)], "is listed twice; remove one"
        )


def links_misfits(data: Mapping[str, Any], stem: str | None, sides: tuple[str, str] | None) -> Iterator[Misfit]:
    """Yield what is wrong in a links file; ``stem`` is the file's name where it has to name the accounts."""
    yield from _accounts(data.get("accounts"), stem)
    for name in LISTS:
        for index, entry in _dicts(data.get(name)):
            yield from _entry(name, index, entry, sides)


def event_misfits(data: Mapping[str, Any]) -> Iterator[Misfit]:
    """Yield what is wrong in an event file: every expectation states one thing."""
    for index, entry in _dicts(data.get("expect")):
        if len(entry) != 1:
            message = f"an expectation has one key and this has {len(entry)}; make each an item of its own"
            yield Misfit(path=("expect", index), code="wrong-value", message=message)


def _mixed_forms(path: Steps, entry: Mapping[str, Any]) -> Iterator[Misfit]:
    short = [key for key in ("source", "quote", "voice") if key in entry]
    if "quotes" in entry and short:
        message = f'{_listed(short)} beside "quotes"; move {"them" if len(short) > 1 else "it"} into the list'
        yield Misfit(path=(*path, short[0]), code="mixed-forms", message=message, at_key=True)
    elif "voice" in entry and "quote" not in entry and "quotes" not in entry:
        message = '"voice" without a quote; add the quote, or remove the voice'
        yield Misfit(path=(*path, "voice"), code="mixed-forms", message=message, at_key=True)
    for index, item in _dicts(entry.get("quotes")):
        beside = [key for key in ("voice", "prefix", "suffix") if key in item]
        if "quote" not in item and "source" not in item:
            message = "neither a quote nor a source; give the source's words, or the source that has it in other words"
            yield Misfit(path=(*path, "quotes", index), code="missing-key", message=message)
        elif "quote" not in item and beside:
            message = f"{_listed(beside)} without a quote; add the quote, or keep the source alone"
            yield Misfit(path=(*path, "quotes", index, beside[0]), code="mixed-forms", message=message, at_key=True)


def _accounts(accounts: Any, stem: str | None) -> Iterator[Misfit]:
    if not isinstance(accounts, list) or len(accounts) != 2 or not all(isinstance(name, str) for name in accounts):
        return
    left, right = (name.rstrip() for name in accounts)
    if left == right:
        message = f"a links file is about two accounts and this names {quoted(left)} twice"
        yield Misfit(path=("accounts", 1), code="wrong-sides", message=message)
        return
    if left > right:
        message = f"the accounts are not in alphabetical order; write [{right}, {left}]"
        yield Misfit(path=("accounts",), code="name-order", message=message)
    wanted = "--".join(sorted((left, right)))
    if stem is not None and stem != wanted:
        message = f"the accounts need the file name {quoted(wanted + '.yaml')} and the file is {quoted(stem + '.yaml')}"
        yield Misfit(path=("accounts",), code="name-mismatch", message=message)


def _entry(name: str, index: int, entry: Mapping[str, Any], sides: tuple[str, str] | None) -> Iterator[Misfit]:
    path: Steps = (name, index)
    named = [side for side in sides or () if side in entry]
    if sides is not None and name == "omitted" and len(named) != 1:
        found = (
            "both accounts; make it two entries"
            if named
            else f"no account; name {quoted(sides[0])} or {quoted(sides[1])}"
        )
        yield Misfit(path=path, code="wrong-sides", message=f"an omission is of one account and this names {found}")
    for key in (*named, "facets"):
        value = entry.get(key)
        if isinstance(value, list):
            items = [((*path, key, at), item) for at, item in enumerate(value)]
            yield from _duplicates(items, "is listed twice; remove one")
    for at, difference in _dicts(entry.get("differences")):
        if sides is not None and not any(side in difference for side in sides):
            message = (
                f"a difference without words; give those of {quoted(sides[0])} or {quoted(sides[1])}, or use facets"
            )
            yield Misfit(path=(*path, "differences", at), code="wrong-sides", message=message)


def _duplicates(items: Sequence[tuple[Steps, Any]], why: str) -> Iterator[Misfit]:
    seen: set[str] = set()
    for path, value in items:
        if not isinstance(value, str) or not value:
            continue
        if value.rstrip() in seen:
            message = f"{quoted(value.rstrip())} {why}"
            yield Misfit(path=path, code="duplicate-id", message=message)
        seen.add(value.rstrip())


def _dicts(value: Any) -> list[tuple[int, Mapping[str, Any]]]:
    items = enumerate(value) if isinstance(value, list) else ()
    return [(index, item) for index, item in items if isinstance(item, dict)]


def _listed(keys: Sequence[str]) -> str:
    shown = [f'"{key}"' for key in keys]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"
