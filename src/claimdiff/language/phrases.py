"""Find the terms of a table in a sequence of keys (stems, words), longest first.

A compiled table is a mapping of first key to one line of text per term: the rest of its keys, a tab, its value, a tab, its
weight. One text loads in a fraction of the time that the same as nested lists takes; a line is taken apart when a text
first has its key.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

Entry = tuple[list[str], str, float]


@dataclass(frozen=True, slots=True)
class PhraseTable:
    """Terms by their first key. ``lines``: the compiled form; tables with the same lines are equal."""

    lines: Mapping[str, str]
    parsed: dict[str, tuple[Entry, ...]] = field(default_factory=dict, compare=False, repr=False)

    def get(self, key: str, default: tuple[Entry, ...] = ()) -> tuple[Entry, ...]:
        """Return the terms that begin with ``key``: (rest of the keys, value, weight), longest first."""
        found = self.parsed.get(key)
        if found is None:
            text = self.lines.get(key)
            found = default if text is None else tuple(_entry(line) for line in text.split("\n"))
            if text is not None:
                self.parsed[key] = found
        return found

    def merged(self, more: Mapping[str, str]) -> "PhraseTable":
        """Return a table with the terms of ``more`` added; of the same length, they come first."""
        lines = dict(self.lines)
        for key, text in more.items():
            rows = [*text.split("\n"), *(lines[key].split("\n") if key in lines else ())]
            lines[key] = "\n".join(sorted(rows, key=lambda row: -len(_entry(row)[0])))
        return PhraseTable(lines)


def _entry(line: str) -> Entry:
    rest, value, weight = line.split("\t")
    return rest.split(" ") if rest else [], value, float(weight)


@dataclass(frozen=True, slots=True)
class PhraseMatch:
    """A term found: its value and weight, and the half-open span of positions in the sequence of keys."""

    value: str
    weight: float
    first: int
    last: int


def build_phrases(terms: Sequence[tuple[Sequence[str], str, float]]) -> dict[str, str]:
    """Compile terms of (keys, value, weight); the same terms in any order give the same lines."""
    table: dict[str, list[tuple[Sequence[str], str, float]]] = {}
    for keys, value, weight in terms:
        table.setdefault(keys[0], []).append((keys[1:], value, weight))
    lines = {}
    for key, entries in sorted(table.items()):
        ordered = sorted(entries, key=lambda entry: (-len(entry[0]), list(entry[0]), entry[1], -entry[2]))
        lines[key] = "\n".join(f"{' '.join(rest)}\t{value}\t{weight:g}" for rest, value, weight in ordered)
    return lines


def find_phrases(keys: Sequence[str], table: PhraseTable) -> Iterator[PhraseMatch]:
    """Yield every term that stands in ``keys`` without a gap, by place, longer ones first at one place."""
    for i, key in enumerate(keys):
        for rest, value, weight in table.get(key):
            end = i + 1 + len(rest)
            if not rest or list(keys[i + 1 : end]) == rest:
                yield PhraseMatch(value, weight, i, end)
