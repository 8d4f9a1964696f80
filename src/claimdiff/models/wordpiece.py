"""Cut a text into the word pieces of a BERT tokenizer, from its ``tokenizer.json``.

The method is that of Wu et al., "Google's Neural Machine Translation System" (2016), greedy from the left, after the basic
tokenisation of Devlin et al., "BERT" (2018).
"""

import json
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_LONGEST_WORD = 100


class UnknownModel(ValueError):  # noqa: N818 - it names what is the matter
    """A model's folder that is of no kind that is known here."""


@dataclass(frozen=True, slots=True)
class WordPiece:
    """A tokenizer; ``limit`` is the greatest number of pieces of a text, its two ``marks``, first and last, counted."""

    vocabulary: Mapping[str, int]
    lower: bool
    limit: int
    unknown: str = "[UNK]"
    prefix: str = "##"
    marks: tuple[str, str] = ("[CLS]", "[SEP]")

    def ids(self, text: str) -> list[int]:
        """Return the numbers of the pieces of a text between the marks for its start and its end."""
        pieces = [piece for word in self._words(text) for piece in self._pieces(word)]
        start, end = self.marks
        return [self.vocabulary[piece] for piece in (start, *pieces[: self.limit - 2], end)]

    def _words(self, text: str) -> Iterator[str]:
        if self.lower:
            decomposed = unicodedata.normalize("NFD", text.lower())
            text = "".join(c for c in decomposed if unicodedata.category(c) != "Mn")
        word = ""
        for character in text:
            if character.isspace() or unicodedata.category(character).startswith("C"):
                if word and character.isspace():
                    yield word
                    word = ""
            elif _stands_alone(character):
                if word:
                    yield word
                word = ""
                yield character
            else:
                word += character
        if word:
            yield word

    def _pieces(self, word: str) -> list[str]:
        if len(word) > _LONGEST_WORD:
            return [self.unknown]
        found: list[str] = []
        start = 0
        while start < len(word):
            ends = range(len(word), start, -1)
            prefix = self.prefix if start else ""
            end = next((e for e in ends if prefix + word[start:e] in self.vocabulary), None)
            if end is None:
                return [self.unknown]
            found.append(prefix + word[start:end])
            start = end
        return found


def _stands_alone(character: str) -> bool:
    """Tell whether a character is a word by itself: punctuation, ASCII signs and Chinese characters are."""
    number = ord(character)
    ascii_sign = 33 <= number <= 47 or 58 <= number <= 64 or 91 <= number <= 96 or 123 <= number <= 126
    chinese = 0x4E00 <= number <= 0x9FFF or 0x3400 <= number <= 0x4DBF or 0xF900 <= number <= 0xFAFF
    return ascii_sign or chinese or 0x20000 <= number <= 0x2FA1F or unicodedata.category(character).startswith("P")


def load_wordpiece(path: Path, *, limit: int, marks: tuple[str, str]) -> WordPiece:
    """Read ``tokenizer.json``, whose model puts ``marks`` around a text; raise UnknownModel where it is of another kind."""
    data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    model = data.get("model", {})
    if model.get("type") != "WordPiece":
        message = f"its tokenizer is of the kind {model.get('type')}; only WordPiece is read"
        raise UnknownModel(message)
    normalizer = data.get("normalizer") or {}
    return WordPiece(
        vocabulary=model["vocab"],
        lower=bool(normalizer.get("lowercase", True)),
        limit=limit,
        unknown=model.get("unk_token", "[UNK]"),
        prefix=model.get("continuing_subword_prefix", "##"),
        marks=marks,
    )
