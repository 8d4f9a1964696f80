"""Lay a data file out anew: keys in their order, one style for every value, comments where they belong.

What a file says never changes: the result is read back and compared. The layout is that of ``accounts.emit``; a value in a
block (``|`` or ``>``) keeps its lines.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from claimdiff.accounts.document import Document, MappingNode, Node, Plain, ScalarNode, SequenceNode, plain
from claimdiff.accounts.emit import scalar, words
from claimdiff.accounts.schema import PLACES, LinksModel
from claimdiff.accounts.yaml import parse
from claimdiff.review.comments import comments, end_of

_TYPED = frozenset({"date", "published", "retrieved", "said", "on", "lead", "seal", "sha256"})
"""Keys whose values are no texts: what was written without quotes stays so."""

_FLOW_ITEMS = frozenset({"differences", "apart", "doubtful"})
"""Lists whose entries stand in braces, as long as no comment or note stands in them."""


class CannotLayOut(ValueError):  # noqa: N818 - it names what happened
    """The file says something that the layout would change; nothing is written."""


_KEYS = frozenset({"facet"}.union(*(model.model_fields for places in PLACES.values() for model in places.values())))
"""The schema's own keys: they stand plain, also ``on``, which some readers of YAML take for a truth value."""


@dataclass(slots=True)
class _Comment:
    start: int
    text: str
    alone: bool


@dataclass(slots=True)
class _Writer:
    document: Document
    kind: str
    comments: list[_Comment]
    lines: list[str] = field(default_factory=list)

    def own_lines(self, before: int, indent: str) -> None:
        """Write the comments that stand before the offset on lines of their own."""
        while self.comments and self.comments[0].start < before:
            self.lines.append(indent + self.comments.pop(0).text)

    def trailing(self, start: int) -> None:
        """Put the comment at the end of the line that the offset is in at the end of the line just written."""
        stop = self.document.text.find("\n", start)
        stop = len(self.document.text) if stop < 0 else stop
        if self.comments and start <= self.comments[0].start < stop and not self.comments[0].alone:
            self.lines[-1] += "  " + self.comments.pop(0).text

    def within(self, node: Node) -> bool:
        """Tell whether a comment stands in the node."""
        return any(node.start <= comment.start < end_of(self.document, node) for comment in self.comments)

    def mapping(self, node: MappingNode, path: tuple[str, ...], indent: str, first: str | None = None) -> None:
        """Write the entries; ``first`` is what begins the first line instead of the indent ("  - ")."""
        blocks = []
        for key, value in node.entries:
            begun = len(self.lines)
            self.own_lines(key.start, indent)
            self.entry(key, value, path, indent)
            blocks.append((key.value, self.lines[begun:]))
            del self.lines[begun:]
        order = _order(self.kind, path, [key for key, _ in blocks])
        for number, (_, lines) in enumerate(sorted(blocks, key=lambda block: order[block[0]])):
            self.lines += _begun(lines, first, indent) if number == 0 and first is not None else lines

    def entry(self, key: ScalarNode, value: Node, path: tuple[str, ...], indent: str) -> None:
        """Write one key with its value."""
        head = f"{indent}{key.value if key.value in _KEYS else scalar(key.value)}:"
        here = (*path, key.value)
        match value:
            case ScalarNode(style="|" | ">"):
                self.lines += self._block(head, value, indent)
            case ScalarNode():
                self.lines.append(f"{head} {_value(key.value, value)}")
                self.trailing(end_of(self.document, value))
            case SequenceNode():
                self._sequence(head, value, here, indent)
            case MappingNode() if not value.entries:
                self.lines.append(f"{head} {{}}")
            case MappingNode() if path[:1] == ("expect",):
                self.own_lines(end_of(self.document, value), indent)
                self.lines.append(f"{head} {_flow(value)}")
            case MappingNode():
                self.lines.append(head)
                self.trailing(key.end)
                self.mapping(value, here, indent + "  ")

    def _sequence(self, head: str, node: SequenceNode, path: tuple[str, ...], indent: str) -> None:
        inner = indent + "  "
        if all(isinstance(item, ScalarNode) for item in node.items):
            if not self.within(node):
                self.lines.append(f"{head} {_flow(node)}")
                self.trailing(end_of(self.document, node))
                return
            self.lines.append(head)
            for item in node.items:
                self.own_lines(item.start, inner)
                self.lines.append(f"{inner}- {_flow(item)}")
                self.trailing(item.end)
            return
        self.lines.append(head)
        for item in node.items:
            self.own_lines(item.start, inner)
            if isinstance(item, MappingNode) and not self._in_braces(item, path):
                self.mapping(item, (*path, "*"), inner + "  ", first=inner + "- ")
            else:
                self.lines.append(f"{inner}- {_flow(self._in_order(item, (*path, '*')))}")
                self.trailing(end_of(self.document, item))

    def _in_order(self, item: Node, path: tuple[str, ...]) -> Node:
        if not isinstance(item, MappingNode):
            return item
        order = _order(self.kind, path, [key.value for key, _ in item.entries])
        return replace(item, entries=tuple(sorted(item.entries, key=lambda entry: order[entry[0].value])))

    def _in_braces(self, item: MappingNode, path: tuple[str, ...]) -> bool:
        about = {"note", "by", "on", "seal"} & {key.value for key, _ in item.entries}
        return path[-1] in _FLOW_ITEMS and not about and not self.within(item)

    def _block(self, head: str, value: ScalarNode, indent: str) -> list[str]:
        raw = self.document.text[value.start : end_of(self.document, value)].splitlines()
        body = raw[1:]
        margin = min((len(line) - len(line.lstrip()) for line in body if line.strip()), default=0)
        return [f"{head} {raw[0].rstrip()}", *((indent + "  " + line[margin:]).rstrip() for line in body)]


def _begun(lines: Sequence[str], first: str, indent: str) -> list[str]:
    """Return the lines of an item's first entry with the list's mark; comments above it stand by the mark."""
    at = next(i for i, line in enumerate(lines) if not line.lstrip().startswith("#"))
    above = [first[:-2] + line.lstrip() for line in lines[:at]]
    return [*above, first + lines[at][len(indent) :], *lines[at + 1 :]]


def laid_out(document: Document, kind: str) -> str:
    """Return the file's text in the stable layout; ``kind`` is account, event or links.

    Laying out twice changes nothing more. Raise CannotLayOut where that would change what the file says.
    """
    found = [_comment(document, start, text) for start, text in comments(document)]
    writer = _Writer(document, kind, found)
    head = document.root.entries[0][0].start if document.root.entries else 0
    writer.own_lines(head, "")
    top = list(writer.lines)
    writer.lines.clear()
    writer.mapping(document.root, (), "")
    body = list(writer.lines)
    writer.lines.clear()
    writer.own_lines(len(document.text) + 1, "")
    text = "\n".join([*top, *body, *writer.lines]) + "\n"
    _verify(document, text)
    return text


def _verify(document: Document, text: str) -> None:
    after, faults = parse(text, document.path)
    same = after is not None and not faults and _sorted(plain(after.root)) == _sorted(plain(document.root))
    if not same or sorted(c for _, c in comments(document)) != sorted(c for _, c in comments(after or document)):
        message = f"{document.path}: its layout cannot be changed without changing what it says; it is left as it is"
        raise CannotLayOut(message)


def _comment(document: Document, start: int, text: str) -> _Comment:
    line = document.text[document.text.rfind("\n", 0, start) + 1 : start]
    return _Comment(start, text, alone=not line.strip())


def _sorted(value: Plain) -> object:
    """Return the value with the keys of mappings in order: their order says nothing."""
    match value:
        case dict():
            return sorted((key, _sorted(inner)) for key, inner in value.items())
        case list():
            return [_sorted(item) for item in value]
        case _:
            return value


def _order(kind: str, path: Sequence[str], keys: Sequence[str]) -> dict[str, int]:
    """Return the place of every key: that of the schema; names of accounts come first, unknown keys last."""
    model = _model(kind, path)
    if model is None:
        return {key: i for i, key in enumerate(keys)}
    known = list(model)
    sides = sorted(key for key in keys if key not in (*known, "facet")) if kind == "links" and path else []
    rest = [key for key in keys if key not in known and key not in sides]
    difference = path[-2:-1] == ("differences",)
    order = ["facet", *sides, "verdict"] if difference else [*sides, *known, *rest]
    return {key: i for i, key in enumerate([*order, *(key for key in keys if key not in order)])}


_ABOUT = ("verdict", "facets", "differences", "note", "by", "on", "seal")


def _model(kind: str, path: Sequence[str]) -> Iterator[str] | Sequence[str] | None:
    if kind == "links" and path:
        return _ABOUT
    for place, model in PLACES[kind].items():
        if len(place) == len(path) and all(a in ("*", b) for a, b in zip(place, path, strict=True)):
            return tuple(model.model_fields)
    return tuple(LinksModel.model_fields) if kind == "links" and not path else None


def _value(key: str, node: ScalarNode) -> str:
    if key in _TYPED and not node.style:
        return node.value
    return words(node.value) if key == "quote" else scalar(node.value)


def _flow(node: Node) -> str:
    match node:
        case ScalarNode(style="") if node.value.isdecimal():
            return node.value
        case ScalarNode():
            return scalar(node.value, flow=True)
        case SequenceNode():
            return "[" + ", ".join(_flow(item) for item in node.items) + "]"
        case MappingNode():
            return "{" + ", ".join(f"{scalar(k.value, flow=True)}: {_flow(v)}" for k, v in node.entries) + "}"
