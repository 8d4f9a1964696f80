"""How much is read of a file and told about it, so that no file can keep a machine busy."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Protocol, TypeVar

MAX_BYTES = 2 * 1024 * 1024
"""The largest file that is read: some two hundred times the largest account known."""

MAX_TEXT = 10_000
"""How many characters one value may have; the longest quote of real accounts has a tenth of that."""

MAX_DEPTH = 64
"""How many lists and mappings may be open at once; the format itself needs five."""

MAX_NODES = 200_000
"""How many keys, values, lists and mappings are read: a file of the largest size has a quarter of that in real accounts."""

MOST_OF_A_KIND = 50
"""How many faults of one kind in one file are told one by one; the last says how many more there are."""


class _Coded(Protocol):
    @property
    def code(self) -> str: ...
    @property
    def message(self) -> str: ...


_T = TypeVar("_T", bound=_Coded)


def limited(faults: Iterable[_T]) -> tuple[_T, ...]:
    """Return the faults, of each code at most ``MOST_OF_A_KIND``; the last of those says how many more there are.

    They are dataclasses with a code and a message.
    """
    by_code: dict[str, list[_T]] = {}
    for fault in faults:
        by_code.setdefault(fault.code, []).append(fault)
    return tuple(fault for alike in by_code.values() for fault in _limited(alike))


def _limited(faults: Sequence[_T]) -> Sequence[_T]:
    more = len(faults) - MOST_OF_A_KIND
    if more <= 0:
        return faults
    last = faults[MOST_OF_A_KIND - 1]
    told = replace(last, message=f"{last.message} (and {more} more in this file)")  # type: ignore[type-var]
    return (*faults[: MOST_OF_A_KIND - 1], told)
