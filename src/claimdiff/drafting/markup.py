"""Read past marks that are no words: bullets, quoting marks, times of a live blog, Markdown's emphasis and links."""

import re

_MARKER = re.compile(
    r"(?:>[>\s]*|[•·▪◦‣*+-]\s+|#{1,6}\s+|\d{1,2}[.)]\s+(?=\D)|"
    r"\d{1,2}[.:]\d{2}(?:\s?(?:[ap]\.?m\.?|GMT|BST|CES?T|E[SD]?T|UTC))?\s*[:–—-]\s+)+"
)
"""What stands before a line's first word: "> ", "* ", "1. ", "13.50: "."""
_BULLET = re.compile(r"[>\s]*(?:[•·▪◦‣*+-]|\d{1,2}[.)])\s+\S")
_IMAGE = re.compile(r"!\[[^\[\]\n]*\]\([^)\s]*\)")
_LINK = re.compile(r"\[([^\[\]\n]+)\](\([^)\s]*\))")
_EMPHASIS = re.compile(
    r"\*\*|__(?=\w)|(?<=\w)__|(?<![\w*])\*(?=[\w“\"])|(?<=[\w.,!?”\"])\*(?![\w*])|(?<!\w)_(?=\w)|(?<=\w)_(?!\w)"
)


def marker(text: str) -> int:
    """Return how many characters at the text's beginning are marks of a list, a quotation or a time."""
    match = _MARKER.match(text)
    return match.end() if match and match.end() < len(text) else 0


def bulleted(text: str) -> bool:
    """Tell whether the line is an item of a list."""
    return _BULLET.match(text) is not None


def blanked(text: str) -> str:
    """Return the text of the same length, with blanks for the marks of emphasis, links and images."""
    if not any(mark in text for mark in "*_["):
        return text
    text = _IMAGE.sub(lambda match: " " * len(match.group()), text)
    text = _LINK.sub(lambda match: f" {match.group(1)} {' ' * len(match.group(2))}", text)
    return _EMPHASIS.sub(lambda match: " " * len(match.group()), text)


def unmarked(text: str) -> str:
    """Return the text without those marks: of a link its words."""
    if not any(mark in text for mark in "*_["):
        return text
    return _EMPHASIS.sub("", _LINK.sub(r"\1", _IMAGE.sub("", text)))
