"""Find the terms of a table in a sequence of keys (stems, words), longest first."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

PhraseTable = Mapping[str, Sequence[Sequence[Any]]]
"""First key -> entries ``[rest of the keys, value, weight]``, longest first."""


@dataclass(frozen=True, slots=True)
class PhraseMatch:
    """A term found: its value and weight, and the half-open span of positions in the sequence of keys."""

    value: Any
    weight: float
    first: int
    last: int


def build_phrases(terms: Sequence[tuple[Sequence[str], object, float]]) -> dict[str, list[list[Any]]]:
    """Build a table from (keys, value, weight); entries are sorted so that the same terms give the same table."""
    table: dict[str, list[list[Any]]] = {}
    for keys, value, weight in terms:
        table.setdefault(keys[0], []).append([list(keys[1:]), value, weight])
    for entries in table.values():
        entries.sort(key=lambda entry: (-len(entry[0]), entry[0], str(entry[1]), -entry[2]))
    return dict(sorted(table.items()))


def find_phrases(keys: Sequence[str], table: PhraseTable) -> Iterator[PhraseMatch]:
    """Yield every term that stands in ``keys`` without a gap, by place, longer ones first at one place."""
    for i, key in enumerate(keys):
        for rest, value, weight in table.get(key, ()):
            end = i + 1 + len(rest)
            if not rest or list(keys[i + 1 : end]) == rest:
                yield PhraseMatch(value, weight, i, end)
