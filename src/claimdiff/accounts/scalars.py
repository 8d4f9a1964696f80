"""From an offset in a scalar's value back to the place in the file where that character was written."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_BREAK = re.compile("\r\n|\n|\r")
_ESCAPE = re.compile(r"\\(?:x..|u.{4}|U.{8}|\r\n|.)", re.DOTALL)
_BLANK = " \t\r\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """``length`` characters of the value from ``value`` on, written from ``raw`` on.

    ``verbatim`` tells that they were written as they are; otherwise the whole is one escape that starts at ``raw``.
    """

    value: int
    raw: int
    length: int
    verbatim: bool = True


def segments(raw: str, value: str, style: str) -> tuple[Segment, ...]:
    """Return what was written where, in order.

    ``raw`` is the scalar as it stands in the file with its quotes or block header, ``value`` what it means and ``style`` how
    it is written. Line folds lie between segments. Where a piece cannot be placed, the rest is left out: the place is
    then that of the last piece known.
    """
    if style == "" and raw == value:
        return (Segment(value=0, raw=0, length=len(value)),)
    known: list[Segment] = []
    at = 0
    for offset, written, meant in _pieces(raw, style):
        found = value.find(meant, at)
        if found < 0 or value[at:found].strip(_BLANK):
            break
        known.append(Segment(value=found, raw=offset, length=len(meant), verbatim=written == meant))
        at = found + len(meant)
    return tuple(known)


def offset_in(known: Sequence[Segment], offset: int) -> int:
    """Return the offset in the raw text of the character at ``offset`` of the value; a fold's is next to its neighbour."""
    index = bisect_right(known, offset, key=lambda segment: segment.value) - 1
    if index < 0:
        return 0
    segment = known[index]
    return segment.raw + (min(offset - segment.value, segment.length) if segment.verbatim else 0)


def _pieces(raw: str, style: str) -> Iterator[tuple[int, str, str]]:
    """Yield the offset of every piece in ``raw``, how it is written and what it means."""
    if style in ("|", ">"):
        yield from _block_pieces(raw)
    else:
        quote = len(style)
        start = quote
        for line in (*_lines(raw[quote : len(raw) - quote]),):
            yield from _flow_pieces(line, start, style)
            start += len(line)


def _lines(text: str) -> Iterator[str]:
    """Yield the lines of the text with their ends."""
    start = 0
    for match in _BREAK.finditer(text):
        yield text[start : match.end()]
        start = match.end()
    yield text[start:]


def _block_pieces(raw: str) -> Iterator[tuple[int, str, str]]:
    header, *body = _lines(raw)
    explicit = re.match(r"[|>][+-]?([1-9])", header)
    filled = [line for line in body if line.strip(_BLANK)]
    # The indentation of a block with an indicator is relative to its parent, which is not known here: the first line may
    # have more, and the search in the value then starts at what is left.
    least = min((len(line) - len(line.lstrip(" ")) for line in filled), default=0)
    first = len(filled[0]) - len(filled[0].lstrip(" ")) if filled else 0
    indent = least if explicit else first
    start = len(header)
    for line in body:
        content = line[indent:].rstrip("\r\n")
        if content.strip(_BLANK):
            lead = len(content) - len(content.lstrip(" "))
            yield start + indent + lead, content[lead:], content[lead:]
        start += len(line)


def _flow_pieces(line: str, start: int, style: str) -> Iterator[tuple[int, str, str]]:
    if style == "'":
        pattern: re.Pattern[str] | None = re.compile("''")
    else:
        pattern = _ESCAPE if style == '"' else None
    at = 0
    for match in pattern.finditer(line) if pattern else ():
        yield from _verbatim(line, at, match.start(), start)
        meant = "'" if style == "'" else _meaning(match[0])
        if meant:
            yield start + match.start(), match[0], meant
        at = match.end()
    yield from _verbatim(line, at, len(line), start)


def _verbatim(line: str, start: int, end: int, base: int) -> Iterator[tuple[int, str, str]]:
    """Yield what stands between two escapes without the blanks at its ends: folding may have taken those."""
    text = line[start:end]
    text, lead = text.strip(_BLANK), len(text) - len(text.lstrip(_BLANK))
    if text:
        yield base + start + lead, text, text


_NAMED = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "\t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r", "e": "\x1b",
    "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip


def _meaning(escape: str) -> str:
    """Return what a double-quoted escape means; an escaped line end means nothing."""
    kind = escape[1]
    if kind in "xuU":
        return chr(int(escape[2:], 16))
    if kind in "\r\n":
        return ""
    return _NAMED.get(kind, kind)
