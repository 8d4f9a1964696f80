"""In a links file account names are keys: what they stand for in the models, and back."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from claimdiff.accounts.names import RESERVED

LEFT, RIGHT = "\0left", "\0right"
"""What the names of a pair's accounts are called in the models of a links file; no file can hold such a key."""

LISTS = ("links", "apart", "doubtful", "omitted")


def sides_of(data: Mapping[str, Any], stem: str | None) -> tuple[str, str] | None:
    """Return the two accounts whose names are keys in the entries of a links file.

    They are those of ``accounts``; where that is faulty those of the file's name, then the first two keys that could be.
    """
    accounts = data.get("accounts")
    if isinstance(accounts, list) and len(accounts) == 2 and all(isinstance(name, str) for name in accounts):
        left, right = (name.strip() for name in accounts)
        if left and right and left != right:
            return left, right
    if stem is not None and stem.count("--") == 1:
        left, right = stem.split("--")
        return left, right
    found = dict.fromkeys(key for entry in _entries(data) for key in entry if key not in RESERVED)
    left, right, *_ = (*found, "", "")
    return (left, right) if right else None


def to_models(data: Mapping[str, Any], sides: tuple[str, str] | None) -> dict[str, Any]:
    """Return the links file's data with the names of accounts as the models have them."""
    names = {} if sides is None else {sides[0]: LEFT, sides[1]: RIGHT}

    def entry(value: Any) -> Any:
        if not isinstance(value, dict):
            return value
        renamed = {names.get(key, key): item for key, item in value.items()}
        if isinstance(renamed.get("differences"), list):
            renamed["differences"] = [_renamed(item, names) for item in renamed["differences"]]
        return renamed

    return {key: _each(value, entry) if key in LISTS else value for key, value in data.items()}


def to_file(path: tuple[str | int, ...], sides: tuple[str, str] | None) -> tuple[str | int, ...]:
    """Return a path in the models as the path in the file."""
    if sides is None:
        return path
    names: dict[str | int, str] = {LEFT: sides[0], RIGHT: sides[1]}
    return tuple(names.get(step, step) for step in path)


def _renamed(value: Any, names: Mapping[str, str]) -> Any:
    return {names.get(key, key): item for key, item in value.items()} if isinstance(value, dict) else value


def _each(value: Any, function: Callable[[Any], Any]) -> Any:
    return [function(item) for item in value] if isinstance(value, list) else value


def _entries(data: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    for name in LISTS:
        value = data.get(name)
        for entry in value if isinstance(value, list) else ():
            if isinstance(entry, dict):
                yield entry
