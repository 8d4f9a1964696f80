"""The lexicon as it is used: loaded from the compiled file, extended by a project's own terms."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import Any

from claimdiff.language.phrases import PhraseTable
from claimdiff.language.stems import stemmer_with

COMPILED = "lexicon.json"


class LexiconError(ValueError):
    """A lexicon file that cannot be used; the message says which and why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """What is known of the language; an argument wherever it is needed, never a global.

    ``function``: lower-case function words. ``tiers``: stem -> how common it is (``very-common``, ``common``,
    ``familiar``; rare where it is missing). ``broader`` and ``kin``: concept -> related concepts. ``terms``: phrases of
    stems -> concept id. ``names``: phrases of words -> ``actor party form``. ``places``: phrases of words -> place id;
    ``within``: place -> the places and actors that it lies in, nearest first. ``capitals``: words of seats that are cities.
    ``kinds``: actor id -> kind. ``tables``: every other file, as it is written; ``phrases``: its terms by stems.
    """

    stems: Mapping[str, str]
    function: frozenset[str]
    tiers: Mapping[str, str]
    broader: Mapping[str, tuple[str, ...]]
    kin: Mapping[str, tuple[str, ...]]
    terms: PhraseTable
    names: PhraseTable
    kinds: Mapping[str, str]
    capitals: frozenset[str]
    places: PhraseTable
    within: Mapping[str, tuple[str, ...]]
    tables: Mapping[str, Any]
    phrases: Mapping[str, PhraseTable]
    languages: tuple[str, ...] = ("en",)
    stem: Callable[[str], str] = field(compare=False)

    def knows(self, language: str) -> bool:
        """Tell whether texts of that language (a BCP 47 tag) can be read."""
        return language.split("-", maxsplit=1)[0].lower() in self.languages


def from_compiled(data: Mapping[str, Any]) -> Lexicon:
    """Build the lexicon from the compiled form."""

    def tuples(table: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
        return {key: tuple(values) for key, values in table.items()}

    return Lexicon(
        stems=data["stems"],
        function=frozenset(data["function"]),
        tiers=data["tiers"],
        broader=tuples(data["broader"]),
        kin=tuples(data["kin"]),
        terms=PhraseTable(data["terms"]),
        names=PhraseTable(data["names"]),
        kinds=data["kinds"],
        capitals=frozenset(data["capitals"]),
        places=PhraseTable(data["places"]),
        within=tuples(data["within"]),
        tables=data["tables"],
        phrases={name: PhraseTable(lines) for name, lines in data["phrases"].items()},
        stem=stemmer_with(data["stems"]),
    )


@lru_cache(maxsize=1)
def _shipped() -> Lexicon:
    text = resources.files("claimdiff.language").joinpath(COMPILED).read_text(encoding="utf-8")
    return from_compiled(json.loads(text))


def load_lexicon(extra: Sequence[Path] = ()) -> Lexicon:
    """Return the shipped lexicon, with the terms of the ``extra`` YAML files added.

    An extra file is a mapping with any of the keys ``concepts``, ``actors`` and ``places``, each in the form of the
    shipped files. Raises ``LexiconError`` with the file's name where it is not.
    """
    if not extra:
        return _shipped()
    from claimdiff.language.compile import extend

    return extend(_shipped(), extra)
