"""Say in plain words what is wrong with text that is not YAML."""

import re
from types import MappingProxyType

import yaml

from claimdiff.accounts.decode import Fault, refusal
from claimdiff.display import quoted, safe

_CODE_POINT = re.compile(r"\\(?:U([0-9A-Fa-f]{8})|u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2}))")

_MISPLACED = "a line that does not fit in; check its indentation, and the quotes of the value above"
_HEXADECIMAL = r"an escape without its hexadecimal digits; write \x41, \u0041 or \U00000041, or use single quotes"
_NO_KEY = 'a line that is no "key: value"; add the colon, or indent it to go on with the value above'
_ESCAPE = r"an unknown escape in a value in double quotes; write \\ for a backslash, or use single quotes"
_QUOTES = "put the whole value in quotes"
# What libyaml or the pure parser says (they differ), and what we say. The first that is found in the problem wins.
_PROBLEMS = (
    ("mapping values are not allowed", f'a colon where no key can be; if it belongs to the text, {_QUOTES}'),
    ("sequence entries are not allowed", f'a list item ("- ") where none can be; start it on its own line or {_QUOTES}'),
    ("found a tab character", "a tab where spaces are meant; indent with spaces"),
    ("could not find expected ':'", _NO_KEY),
    ("document separator", 'a line "---" or "..." inside a value in quotes; indent it'),
    ("document indicator", 'a line "---" or "..." inside a value in quotes; indent it'),
    ("unknown escape character", _ESCAPE),
    ("hexa", _HEXADECIMAL),
    ("hexdecimal", _HEXADECIMAL),
    ("expected ',' or ']'", 'a list in square brackets that is not closed or lacks a comma; close it with "]"'),
    ("expected ',' or '}'", 'a mapping in braces that is not closed or lacks a comma; close it with "}"'),
    ("node content", f"a bracket, brace or comma where a value should be; {_QUOTES} if it belongs to the text"),
    ("expected key", _MISPLACED),
    ("expected <block end>", _MISPLACED),
    ("'-' indicator", "a line that does not fit in the list; check its indentation"),
    ("chomping", 'text after "|" or ">"; start it on the next line, indented'),
    ("comment or line break", 'text after "|" or ">"; start it on the next line, indented'),
    ("directive", f'a line that begins with "%"; {_QUOTES} if it belongs to the text'),
    ("expected '>'", f'a value that begins with "!"; {_QUOTES}'),
    ("tag", f'a value that begins with "!"; {_QUOTES}'),
    ("document start", "text after the end of the document; remove it"),
    ("incompatible YAML", "a %YAML line with another version than 1.1 or 1.2; remove it"),
)  # fmt: skip
_STARTS = MappingProxyType({"\t": "a tab where spaces are meant; indent with spaces"})


def explain(error: Exception, text: str) -> Fault:
    r"""Return the fault behind an error of the parser.

    Its code is ``syntax``, after which nothing can be read, or ``lone-surrogate`` with the place of the escape, which can be
    replaced. A ValueError is taken as the pure parser's on an escape beyond U+10FFFF.
    """
    if not isinstance(error, yaml.MarkedYAMLError):
        start = next((m.start() for m in _CODE_POINT.finditer(text) if int(m[1] or "0", 16) > 0x10FFFF), 0)
        return _no_character(text, start)
    problem = str(error.problem)
    at = 0 if error.problem_mark is None else min(error.problem_mark.index, len(text))
    if "Unicode character escape" in problem:
        return _no_character(text, at - 2)
    if "end of stream" in problem and error.context_mark is not None:
        at = error.context_mark.index
        message = f"a quotation mark ({text[at]}) that is never closed; close it, or double it within single quotes"
    elif "node content" in problem and not text[at:].strip():
        message = "a bracket or brace that is never closed; close it"
    elif "alphabetic or numeric" in problem and error.context_mark is not None:
        at = error.context_mark.index
        message = f"a value that begins with {quoted(text[at])}; {_QUOTES}"
    elif "cannot start any token" in problem:
        shown = quoted(text[at : at + 1])
        message = _STARTS.get(text[at : at + 1], f"a value that begins with {shown}; {_QUOTES}")
    else:
        message = next((ours for theirs, ours in _PROBLEMS if theirs in problem), f"not YAML: {safe(problem)}")
    return Fault(start=at, end=min(at + 1, len(text)), code="syntax", message=message)


def _no_character(text: str, start: int) -> Fault:
    """Return the fault of the escape at ``start``, which stands for half a surrogate pair or for nothing."""
    match = _CODE_POINT.match(text, start)
    number = int(match[1] or match[2] or match[3], 16) if match else 0
    if match and 0xD800 <= number <= 0xDFFF:
        code, message = refusal(chr(number))
        return Fault(start=start, end=match.end(), code=code, message=message)
    message = "an escape that stands for no character; write the character itself"
    return Fault(start=start, end=match.end() if match else start, code="syntax", message=message)
