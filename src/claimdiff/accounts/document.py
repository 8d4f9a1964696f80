"""A YAML file as a tree of nodes that know where they stand; every scalar is the text that was written.

Nodes carry offsets in the file's text (code points, after a byte order mark); ``Document`` turns a path of keys and indexes,
such as ``("assertions", 3, "quotes", 0, "quote")``, and an offset in a value, into lines and columns.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TypeAlias

from claimdiff.accounts.scalars import Segment, offset_in, segments

KeyPath: TypeAlias = Sequence[str | int]
Plain: TypeAlias = "str | list[Plain] | dict[str, Plain]"
_BREAK = re.compile("\r\n|\n|\r")

REFUSED = "*"
"""The style of a scalar that stands for a value that was refused; its own faults have been told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScalarNode:
    """A text; ``style`` is empty for a plain scalar, else one of ``' " | >``. The offsets include the quotes."""

    value: str
    style: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SequenceNode:
    """A list."""

    items: "tuple[Node, ...]"
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MappingNode:
    """Keys and values in the order of the file; no key stands twice. ``places`` has the place of every key's entry."""

    entries: "tuple[tuple[ScalarNode, Node], ...]"
    start: int
    end: int
    places: dict[str, int] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Note where each key is: a hostile file may have hundreds of thousands, and faults in as many of them."""
        object.__setattr__(self, "places", {key.value: place for place, (key, _) in enumerate(self.entries)})


Node: TypeAlias = ScalarNode | SequenceNode | MappingNode


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """From ``line:column`` up to but not including ``end_line:end_column``; all count from 1, columns in code points."""

    line: int
    column: int
    end_line: int
    end_column: int


class Lines:
    """The lines of a text: from an offset to its line and column."""

    __slots__ = ("_starts", "text")

    def __init__(self, text: str) -> None:
        """Find where every line of the text starts; LF, CRLF and CR end a line."""
        self.text = text
        self._starts = [0, *(match.end() for match in _BREAK.finditer(text))]

    def at(self, offset: int) -> tuple[int, int]:
        """Return the line and column of an offset, both from 1."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def position(self, start: int, end: int) -> Position:
        """Return the position of ``text[start:end]``."""
        (line, column), (end_line, end_column) = self.at(start), self.at(end)
        return Position(line=line, column=column, end_line=end_line, end_column=end_column)

    def line(self, number: int) -> str:
        """Return the line of that number, counted from 1, without its end."""
        end = self._starts[number] if number < len(self._starts) else len(self.text)
        return self.text[self._starts[number - 1] : end].rstrip("\r\n")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Document:
    """A YAML file that was read: its name for messages, its text, and its root."""

    path: str
    lines: Lines = field(repr=False)
    root: MappingNode = field(repr=False)

    @property
    def text(self) -> str:
        """Return the file's text, without a byte order mark."""
        return self.lines.text

    def find(self, path: KeyPath) -> Node | None:
        """Return the node at that path, or None."""
        node: Node | None = self.root
        for step in path:
            node = _child(node, step)
        return node

    def position(self, path: KeyPath = ()) -> Position:
        """Return where the value at that path stands; where there is none, the nearest that holds its place."""
        node: Node = self.root
        for step in path:
            child = _child(node, step)
            if child is None:
                break
            node = child
        return self.lines.position(node.start, node.end)

    def key_position(self, path: KeyPath) -> Position:
        """Return where the last key of the path stands; for an index, where its item stands."""
        parent = self.find(path[:-1])
        if isinstance(parent, MappingNode) and path[-1] in parent.places:
            key, _ = parent.entries[parent.places[str(path[-1])]]
            return self.lines.position(key.start, key.end)
        return self.position(path)

    def place(self, path: KeyPath, start: int, end: int | None = None) -> Position:
        """Return where ``value[start:end]`` of the scalar at that path stands in the file.

        Line folds, indentation and escapes are accounted for; ``end`` is one character after ``start`` unless given.
        """
        node = self.find(path)
        if not isinstance(node, ScalarNode):
            return self.position(path)
        end = start + 1 if end is None else end
        first = self._offset(node, start)
        last = self._offset(node, end - 1) + 1 if end > start else first
        return self.lines.position(first, max(first, last))

    def _offset(self, node: ScalarNode, offset: int) -> int:
        known = _segments(self.text[node.start : node.end], node.value, node.style)
        return node.start + offset_in(known, offset)


@lru_cache(maxsize=256)
def _segments(raw: str, value: str, style: str) -> tuple[Segment, ...]:
    return segments(raw, value, style)


def _child(node: Node | None, step: str | int) -> Node | None:
    match node:
        case MappingNode() if step in node.places:
            return node.entries[node.places[str(step)]][1]
        case SequenceNode() if isinstance(step, int) and 0 <= step < len(node.items):
            return node.items[step]
        case _:
            return None


def plain(node: Node) -> Plain:
    """Return the node as dictionaries, lists and strings."""
    if isinstance(node, ScalarNode):
        return node.value
    if isinstance(node, SequenceNode):
        return [plain(item) for item in node.items]
    return {key.value: plain(value) for key, value in node.entries}
