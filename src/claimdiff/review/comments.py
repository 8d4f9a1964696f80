"""The comments of a YAML file: what a person wrote between the values, which no edit may lose."""

import re
from collections.abc import Iterator

from claimdiff.accounts.document import Document, MappingNode, Node, ScalarNode, SequenceNode

_COMMENT = re.compile(r"(?:(?<=\s)|^)#[^\r\n]*", re.MULTILINE)


def comments(document: Document) -> tuple[tuple[int, str], ...]:
    """Return every comment with the offset of its ``#``, in the order of the file."""
    found = []
    at = 0
    for start, end in [*_scalars(document.root), (len(document.text), len(document.text))]:
        found += [(match.start(), match[0].rstrip()) for match in _COMMENT.finditer(document.text, at, start)]
        at = end
    return tuple(found)


def is_flow(document: Document, node: Node) -> bool:
    """Tell whether a list or mapping is written in brackets or braces."""
    return document.text[node.start : node.start + 1] in ("[", "{")


def end_of(document: Document, node: Node) -> int:
    """Return where a node ends in the file: a bracket or brace that closes it belongs to it."""
    if isinstance(node, ScalarNode):
        return node.end - (len(document.text[: node.end]) - len(document.text[: node.end].rstrip("\r\n")))
    if is_flow(document, node):
        return node.end
    parts = node.items if isinstance(node, SequenceNode) else tuple(value for _, value in node.entries)
    return max((end_of(document, part) for part in parts), default=node.end)


def _scalars(node: Node) -> Iterator[tuple[int, int]]:
    match node:
        case ScalarNode():
            yield node.start, node.end
        case SequenceNode():
            for item in node.items:
                yield from _scalars(item)
        case MappingNode():
            for key, value in node.entries:
                yield key.start, key.end
                yield from _scalars(value)
