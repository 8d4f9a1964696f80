"""From YAML events to nodes: one pass with a stack of its own, a cap on depth, and every refused feature noted."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
)

from claimdiff.accounts.decode import Fault, refused_in_value
from claimdiff.accounts.document import REFUSED, Lines, MappingNode, Node, ScalarNode, SequenceNode
from claimdiff.accounts.limits import MAX_DEPTH, MAX_NODES
from claimdiff.accounts.scalars import offset_in, segments
from claimdiff.display import quoted

_TAG = re.compile(r"![^\s,\[\]{}]*")


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not been seen; of a mapping, ``key`` is the key that waits for its value."""

    start: int
    mapping: bool
    items: list[Node] = field(default_factory=list)
    entries: list[tuple[ScalarNode, Node]] = field(default_factory=list)
    seen: dict[str, int] = field(default_factory=dict)
    at_key: bool = True
    key: ScalarNode | None = None


class TreeBuilder:
    """Builds one document's root; ``root`` is None where there is none to go on with, ``faults`` are all that were met."""

    def __init__(self, lines: Lines) -> None:
        """Start with the text that the events come from."""
        self.root: MappingNode | None = None
        self.faults: list[Fault] = []
        self._lines = lines
        self._open: list[_Open] = []
        self._documents = 0
        self._nodes = 0

    def read(self, events: Iterable[Event]) -> None:
        """Take the events in; stop at a second document and where there is too much."""
        for event in events:
            match event:
                case DocumentStartEvent():
                    self._documents += 1
                    if self._documents > 1:
                        self._fault(event, "extra-document", "a second document starts here; keep one per file")
                        return
                case CollectionEndEvent():
                    self._close(_span(event)[1])
                case NodeEvent():
                    if not self._node(event):
                        return
        if not self._documents:
            self._refuse_root(0, "the file is empty")

    def _node(self, event: NodeEvent) -> bool:
        """Take a node in; False when it is nested too deep, or one too many, to go on."""
        self._nodes += 1
        if self._nodes > MAX_NODES:
            self._fault(event, "too-large", f"more than {MAX_NODES:,} keys and values; split the file")
            self.root = None
            return False
        self._refuse_features(event)
        start, end = _span(event)
        match event:
            case AliasEvent():
                shown = quoted(f"*{event.anchor}")
                message = f"alias {shown}; write the value out, or put it in quotes if the asterisk is meant"
                self._fault(event, "alias", message)
                self._add(ScalarNode(value="", style=REFUSED, start=start, end=end))
            case ScalarEvent():
                node = ScalarNode(value=event.value, style=event.style or "", start=start, end=end)
                self._add(self._without_refused(node))
            case _:  # a list or a mapping starts
                if len(self._open) == MAX_DEPTH:
                    self._fault(event, "too-deep", f"nested more than {MAX_DEPTH} levels deep; the format needs five")
                    self.root = None
                    return False
                self._open.append(_Open(start, isinstance(event, MappingStartEvent)))
        return True

    def _close(self, end: int) -> None:
        done = self._open.pop()
        node: Node
        if done.mapping:
            node = MappingNode(entries=tuple(done.entries), start=done.start, end=max(end, done.start))
        else:
            node = SequenceNode(items=tuple(done.items), start=done.start, end=max(end, done.start))
        self._add(node)

    def _add(self, node: Node) -> None:
        """Put a finished node where it belongs: the root, a list's item, a key, or a key's value."""
        if not self._open:
            if isinstance(node, MappingNode):
                self.root = node
            else:
                kind = "a list" if isinstance(node, SequenceNode) else "a single value"
                self._refuse_root(node.start, "the file is empty" if _blank(node) else f"the file holds {kind}")
            return
        parent = self._open[-1]
        if not parent.mapping:
            parent.items.append(node)
        elif parent.at_key:
            parent.key = self._accept_key(parent, node)
            parent.at_key = False
        else:
            if parent.key is not None:
                parent.entries.append((parent.key, node))
            parent.at_key = True

    def _accept_key(self, parent: _Open, node: Node) -> ScalarNode | None:
        """Return the key, or None when it was refused and its value is to be dropped."""
        if not isinstance(node, ScalarNode):
            kind = "a list" if isinstance(node, SequenceNode) else "a mapping"
            message = f"{kind} as a key; a key is one word, and text in brackets or braces needs quotes"
            self._fault_at(node.start, node.start + 1, "non-scalar-key", message)
            return None
        if node.style == REFUSED:
            return None
        if node.value == "<<" and not node.style:
            self._fault_at(node.start, node.end, "merge-key", 'merge key "<<"; write every key out')
            return None
        first = parent.seen.setdefault(node.value, node.start)
        if first != node.start:
            line, _ = self._lines.at(first)
            message = f"duplicate key {quoted(node.value)}, first given on line {line}; keep one of them"
            self._fault_at(node.start, node.end, "duplicate-key", message)
            return None
        return node

    def _refuse_features(self, event: NodeEvent) -> None:
        if event.anchor is not None and not isinstance(event, AliasEvent):
            shown = quoted(f"&{event.anchor}")
            message = f"anchor {shown}; write every value out, or put it in quotes if the ampersand is meant"
            self._fault(event, "anchor", message, width=len(event.anchor) + 1)
        if getattr(event, "tag", None) is not None:
            written = _TAG.search(self._lines.text, _span(event)[0])
            shown = quoted(written[0] if written else "!")
            message = f"tag {shown}; remove it, or put the value in quotes if the exclamation mark is meant"
            self._fault(event, "tag", message, width=1)

    def _without_refused(self, node: ScalarNode) -> ScalarNode:
        """Note characters that an escape brought in, and return the node without; raw ones are met when decoding."""
        raw = self._lines.text[node.start : node.end]
        if node.style != '"' or "\\" not in raw:
            return node
        refused = refused_in_value(node.value)
        if not refused:
            return node
        known = segments(raw, node.value, node.style)
        value = list(node.value)
        for offset, code, message in refused:
            start = node.start + offset_in(known, offset)
            self._fault_at(start, start + 2, code, message)
            value[offset] = "\ufffd"
        return replace(node, value="".join(value))

    def _refuse_root(self, start: int, found: str) -> None:
        message = f"{found}; it has to be a mapping of keys to values, such as account: kremlin"
        self._fault_at(start, start, "root-not-mapping", message)

    def _fault(self, event: Event, code: str, message: str, width: int | None = None) -> None:
        start, end = _span(event)
        self._fault_at(start, end if width is None else start + width, code, message)

    def _fault_at(self, start: int, end: int, code: str, message: str) -> None:
        end = min(end, len(self._lines.text))
        self.faults.append(Fault(start=start, end=max(start, end), code=code, message=message))


def _span(event: Any) -> tuple[int, int]:
    """Return where an event's text starts and ends; both parsers always say so, though their types do not."""
    return event.start_mark.index, event.end_mark.index


def _blank(node: Node) -> bool:
    return isinstance(node, ScalarNode) and not node.style and not node.value
