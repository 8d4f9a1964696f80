"""Show text that comes from data without letting it act on a terminal, a log or a page."""

import re
from functools import lru_cache

# Control characters, line and paragraph separators, lone surrogates, and every format character (Unicode category Cf)
# but the soft hyphen, ZWNJ and ZWJ, which words of many languages need. Tested against unicodedata.
_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b\u200e\u200f\u2028-\u202e"
    "\u2060-\u2064\u2066-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb\U000110bd\U000110cd\U00013430-\U0001343f"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0001\U000e0020-\U000e007f]"
)

BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Characters that turn the direction of reading."""
HIDDEN = re.compile(
    BIDI.pattern[:-1] + "\u180e\u200b\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
"""These and others that cannot be seen; no text of an account may hold one."""


def safe(text: str, *, keep: str = "") -> str:
    r"""Return the text with control, bidirectional and other invisible characters as visible escapes.

    A character becomes ``\uXXXX``, or ``\UXXXXXXXX`` beyond U+FFFF. Characters in ``keep`` (say, a newline) stay as they
    are. Applying it twice changes nothing more.
    """
    return _UNSAFE.sub(lambda match: match[0] if match[0] in keep else escape(match[0]), text)


def escape(character: str) -> str:
    r"""Return one character as ``\uXXXX`` or ``\UXXXXXXXX``."""
    number = ord(character)
    return f"\\u{number:04x}" if number <= 0xFFFF else f"\\U{number:08x}"


def safe_json(text: str) -> str:
    r"""Return JSON with the same characters as JSON escapes inside its strings: the values stay what they were."""

    def escaped(match: re.Match[str]) -> str:
        units = match[0].encode("utf-16-be", "surrogatepass")
        return "".join(f"\\u{units[i]:02x}{units[i + 1]:02x}" for i in range(0, len(units), 2))

    return _UNSAFE.sub(lambda match: match[0] if match[0] == "\n" else escaped(match), text)


@lru_cache(maxsize=64)
def quoted(text: str, *, limit: int = 60) -> str:
    """Return the text as a message shows it: safe, in double quotes, cut to ``limit`` characters with an ellipsis."""
    return f'"{safe(text if len(text) <= limit else text[: limit - 1] + "…")}"'
