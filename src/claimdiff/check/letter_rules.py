"""Rules on letters: those that imitate others, and characters that change the order in which text is read."""

import re
from collections.abc import Iterator
from functools import lru_cache
from unicodedata import name

from claimdiff.accounts.diagnostic import Diagnostic
from claimdiff.accounts.document import Document, MappingNode, Node, ScalarNode, SequenceNode
from claimdiff.check.places import Path, within
from claimdiff.check.subject import Subject
from claimdiff.display import BIDI, HIDDEN, escape, quoted

_WORD = re.compile(r"[^\W_]+")

MIXED = frozenset({"LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "COPTIC"})
"""Alphabets with letters that look like those of another one; no word of any language mixes two of them."""
DISGUISED = frozenset(
    {"FULLWIDTH", "MATHEMATICAL", "DOUBLE-STRUCK", "BLACK-LETTER", "SCRIPT", "CIRCLED", "PARENTHESIZED"}
)
"""How the names begin of characters that are another letter or digit in disguise."""
_TWINS = frozenset("асеорхуіјѕԁһԛԝвкмнтАВСЕНІЈКМОРЅТХУЗαονρτυκιΑΒΕΖΗΙΚΜΝΟΡΤΥΧ")
"""Cyrillic and Greek letters that are drawn like Latin ones."""


def lookalike_letters(s: Subject) -> Iterator[Diagnostic]:
    """A word has letters that imitate others.

    A Cyrillic "а" looks like a Latin "a", but no search and no quote finds it. Words that mix alphabets, words made of nothing
    but look-alikes in a Latin text, and letters or digits in disguise (fullwidth, mathematical) are told.

    Fails (the "о" is Cyrillic):

        text: Trump backed h\N{CYRILLIC SMALL LETTER O}ckey matches.

    Passes:

        text: Trump backed hockey matches.
    """
    for document, path, node in _scalars(s):
        if node.value.isascii():
            continue
        latin = sum(_script(character) == "LATIN" for character in node.value) * 2 > len(node.value)
        for match in _WORD.finditer(node.value):
            fault = None if match[0].isascii() else _imitates(match[0], latin)
            if fault:
                message = f"{quoted(match[0])} has {fault}; write it in letters of one alphabet"
                yield within(document, path, match.start(), match.end(), "lookalike-letters", message)


def bidi_control(s: Subject) -> Iterator[Diagnostic]:
    """A text holds an invisible character, such as one that turns the direction of reading.

    With such characters a reader sees other words, or words in another order, than those that are there. Remove them; a text
    in Arabic or Hebrew needs none.

    Fails (between the words stands U+202E):

        text: Trump backed\N{REVERSE SOLIDUS}u202e hockey matches.

    Passes:

        text: Trump backed hockey matches.
    """
    for document, path, node in _scalars(s):
        if node.value.isascii():
            continue
        for match in HIDDEN.finditer(node.value):
            kind = "bidirectional control" if BIDI.match(match[0]) else "invisible character"
            message = f"{kind} {escape(match[0])}; remove it"
            yield within(document, path, match.start(), match.end(), "bidi-control", message)


def _scalars(s: Subject) -> Iterator[tuple[Document, Path, ScalarNode]]:
    """Yield every text of the event's files: its values and its keys."""
    documents = [*s.loaded.accounts.values(), *s.loaded.links.values()]
    documents += [s.loaded.event_document] if s.loaded.event_document is not None else []
    for document in documents:
        if not document.text.isascii() or "\\" in document.text:
            yield from ((document, path, node) for path, node in _below(document.root, ()))


def _below(node: Node, path: Path) -> Iterator[tuple[Path, ScalarNode]]:
    match node:
        case ScalarNode():
            yield path, node
        case SequenceNode():
            for index, item in enumerate(node.items):
                yield from _below(item, (*path, index))
        case MappingNode():
            for key, value in node.entries:
                yield from _below(value, (*path, key.value))


def _imitates(word: str, latin: bool) -> str | None:
    """Return what is wrong with a word's letters; ``latin`` tells that the text around it is in Latin letters."""
    for character in word:
        if _script(character) in DISGUISED:
            return f"a character in disguise ({escape(character)})"
    scripts = {_script(character) for character in word} & MIXED
    if len(scripts) > 1:
        minority = min(scripts, key=lambda script: (sum(_script(c) == script for c in word), script))
        odd = next(character for character in word if _script(character) == minority)
        return f"letters of several alphabets ({escape(odd)} is {minority.capitalize()})"
    if latin and len(word) > 1 and scripts and scripts != {"LATIN"} and set(word) <= _TWINS:
        return f"nothing but look-alikes ({escape(word[0])} is {scripts.pop().capitalize()})"
    return None


@lru_cache(maxsize=4096)
def _script(character: str) -> str:
    return name(character, "").split(" ", 1)[0]
