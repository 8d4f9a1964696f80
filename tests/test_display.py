"""Text from data as it may be shown anywhere."""

import json
import sys
import unicodedata

import pytest

from claimdiff.display import escape, quoted, safe, safe_json

WANTED = {"\u00ad", "\u200c", "\u200d"}


def test_safe__every_character__escapes_controls_formats_separators_and_surrogates() -> None:
    def unsafe(character: str) -> bool:
        return unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp") and character not in WANTED

    wrong = [
        f"U+{number:04X}"
        for number in range(sys.maxunicode + 1)
        if unicodedata.category(chr(number)) != "Cn" and unsafe(chr(number)) != (safe(chr(number)) != chr(number))
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred", "\\u001b[31mred"),
        ("a\u202eb", "a\\u202eb"),
        ("\U000e0041", "\\U000e0041"),
        ("\ud800", "\\ud800"),
        ("soft\u00adhyphen", "soft\u00adhyphen"),
        ("a\nb\tc", "a\\u000ab\\u0009c"),
    ],
)
def test_safe__unsafe_character__visible_escape(text: str, shown: str) -> None:
    assert safe(text) == shown
    assert safe(safe(text)) == shown


def test_safe__kept_characters__as_they_are() -> None:
    assert safe("a\nb\tc", keep="\n") == "a\nb\\u0009c"


def test_quoted__long_text__cut_with_an_ellipsis() -> None:
    assert quoted("a" * 10, limit=5) == '"aaaa…"'
    assert quoted("a\x07", limit=5) == '"a\\u0007"'


def test_escape__both_widths() -> None:
    assert (escape("\0"), escape("\U00010000")) == ("\\u0000", "\\U00010000")


def test_safe_json__unsafe_characters__escaped_and_the_same_values() -> None:
    value = {"a": "x\u202ey\u0085\U000e0041\n", "b": ["é", "\ud800"]}
    text = json.dumps(value, ensure_ascii=False, indent=1)
    made = safe_json(text)
    assert json.loads(made) == value
    assert safe(made, keep="\n") == made
