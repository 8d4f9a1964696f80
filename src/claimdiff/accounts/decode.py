"""Bytes to text: UTF-8 only, no control characters; every fault is collected and the text can be read on."""

import re
from dataclasses import dataclass

from claimdiff.display import HIDDEN, escape

_BOMS = (
    (b"\xff\xfe\x00\x00", "UTF-32 (little-endian)"),
    (b"\x00\x00\xfe\xff", "UTF-32 (big-endian)"),
    (b"\xff\xfe", "UTF-16 (little-endian)"),
    (b"\xfe\xff", "UTF-16 (big-endian)"),
)
_NO_UTF8 = re.compile("\udced[\udca0-\udcbf][\udc80-\udcbf]|[\udc80-\udcff]")
_REFUSED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff\ud800-\udfff]")
_REFUSED_IN_VALUE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff\ud800-\udfff]")
_SEPARATORS = {"\u2028": "line separator", "\u2029": "paragraph separator", "\x85": "next-line control character"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A fault at ``start`` of a text, up to but not including ``end``."""

    start: int
    end: int
    code: str
    message: str


def decode(data: bytes) -> tuple[str | None, tuple[Fault, ...]]:
    """Return the text of a file and its faults; None where it is in another encoding as a whole.

    A UTF-8 byte order mark is dropped. Every faulty byte or character stands as U+FFFD in the text, so that what follows
    keeps its place.
    """
    for mark, name in _BOMS:
        if data.startswith(mark):
            return None, (_other_encoding(f"the file is {name}"),)
    if _looks_like_utf16(data):
        return None, (_other_encoding("the file looks like UTF-16 or UTF-32"),)
    text, faults = _no_utf8(data.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "surrogateescape"))
    matches = list(_REFUSED.finditer(text))
    if matches:
        faults += tuple(_at(match.start(), *refusal(match[0])) for match in matches)
        text = _REFUSED.sub("\ufffd", text)
    return text, faults


def refused_in_value(value: str) -> list[tuple[int, str, str]]:
    """Return the offset, code and message of every character that no value may hold, however it was written."""
    return [(match.start(), *refusal(match[0])) for match in _REFUSED_IN_VALUE.finditer(value)]


def without_refused(value: str) -> str:
    """Return a value without control and hidden characters; whatever else ends a line becomes a newline."""
    lines = re.sub("\r\n|[\r\x85\u2028\u2029]", "\n", value)
    return HIDDEN.sub("", _REFUSED_IN_VALUE.sub("", lines))


def refusal(character: str) -> tuple[str, str]:
    """Return the code and the message for a character that may not be in a file."""
    shown = escape(character)
    if character == "\0":
        return "nul-character", "NUL character; remove it"
    if "\ud800" <= character <= "\udfff":
        return "lone-surrogate", f"lone surrogate {shown}; write the character itself"
    if character in _SEPARATORS:
        return "control-character", f"{_SEPARATORS[character]} {shown}; write a line break or a space"
    return "control-character", f"control character {shown}; remove it"


def _other_encoding(found: str) -> Fault:
    return Fault(start=0, end=0, code="encoding", message=f"{found}; save it as UTF-8")


def _looks_like_utf16(data: bytes) -> bool:
    """Tell whether a quarter of the first bytes are NUL, which text in UTF-8 never has."""
    head = data[:64]
    return len(head) >= 2 and head.count(0) * 4 >= len(head)


def _no_utf8(text: str) -> tuple[str, tuple[Fault, ...]]:
    """Replace what was no UTF-8 (decoded with ``surrogateescape``) by U+FFFD and return the faults."""
    if text.isascii() or not _NO_UTF8.search(text):
        return text, ()
    found: list[Fault] = []
    shift = 0
    for match in _NO_UTF8.finditer(text):
        found.append(_at(match.start() - shift, *_no_utf8_message(match[0])))
        shift += len(match[0]) - 1
    return _NO_UTF8.sub("\ufffd", text), tuple(found)


def _no_utf8_message(escaped: str) -> tuple[str, str]:
    numbers = [ord(character) - 0xDC00 for character in escaped]
    if len(numbers) == 3:
        surrogate = chr(0xD000 | (numbers[1] & 0x3F) << 6 | (numbers[2] & 0x3F))
        return refusal(surrogate)
    return "encoding", f"byte 0x{numbers[0]:02x} is not UTF-8; save the file as UTF-8"


def _at(start: int, code: str, message: str) -> Fault:
    return Fault(start=start, end=start + 1, code=code, message=message)
