"""Compile the lexicon's YAML files into the one file that is loaded: ``python -m claimdiff.language.compile [--check]``."""

import json
import re
import sys
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from claimdiff.language.lexicon import COMPILED, Lexicon, LexiconError
from claimdiff.language.phrases import build_phrases
from claimdiff.language.stems import snowball
from claimdiff.language.tokens import SKIPPED, tokenize

HERE = Path(__file__).parent
SOURCES = HERE / "lexicon"
LOOSE = 0.5
"""Weight of a concept's loose terms: words that often mean something else."""


def term_keys(term: str) -> list[str]:
    """Return the stems by which a term of a concept is found."""
    tokens = tokenize(term, frozenset(), snowball)
    words = [token for token in tokens if token.content]
    return [token.stem for token in words if token.lower not in SKIPPED] or [token.stem for token in words]


def phrase_keys(term: str) -> list[str]:
    """Return the stems of all words of a term, function words included."""
    return [token.stem for token in tokenize(term, frozenset(), snowball) if token.content]


def name_keys(name: str) -> list[str]:
    """Return the words of a name, case kept, initialisms without their dots."""
    return [token.text.replace(".", "") for token in tokenize(name, frozenset(), snowball) if token.content]


def slug(name: str) -> str:
    """Return a name as an id: lower case, no diacritics, hyphens."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")


def read_yaml(path: Path) -> Any:
    """Read one lexicon file; every scalar stays text."""
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        message = f"{path}: cannot be read as a lexicon file: {error}"
        raise LexiconError(message) from error


def compile_concepts(concepts: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """Compile concept entries into terms, broader and kin."""
    terms: list[tuple[Sequence[str], str, float]] = []
    for concept, entry in concepts.items():
        seen: set[tuple[str, ...]] = set()
        for key, weight in (("terms", 1.0), ("loose", LOOSE)):
            for term in entry.get(key, ()):
                keys = tuple(term_keys(term))
                if keys and keys not in seen:
                    seen.add(keys)
                    terms.append((keys, concept, weight))
    broader, kin = ({c: sorted(e[k]) for c, e in sorted(concepts.items()) if e.get(k)} for k in ("broader", "kin"))
    return {"terms": build_phrases(terms), "broader": broader, "kin": kin}


def compile_actors(actors: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """Compile actor entries into names, kinds and capitals."""
    party = {actor: _party(actor, actors) for actor in actors}
    names: set[tuple[tuple[str, ...], tuple[str, str, str]]] = set()
    capitals: set[str] = set()
    for actor, entry in actors.items():
        for key, form in (("names", "name"), ("demonyms", "demonym"), ("seats", "seat"), ("offices", "office")):
            names |= {(tuple(name_keys(name)), (actor, party[actor], form)) for name in entry.get(key, ())}
        if "capital" in entry:
            capitals.add(" ".join(name_keys(entry["capital"])))
        for person in entry.get("people", ()):
            who = f"{actor}/{slug(person[0])}"
            names |= {(tuple(name_keys(name)), (who, party[actor], "person")) for name in person}
    ordered = [(keys, " ".join(value), 1.0) for keys, value in sorted(names) if keys]
    kinds = {actor: entry.get("kind", "organisation") for actor, entry in sorted(actors.items())}
    return {"names": build_phrases(ordered), "kinds": kinds, "capitals": sorted(capitals)}


def _party(actor: str, actors: Mapping[str, Mapping[str, Any]]) -> str:
    seen = {actor}
    while (above := actors.get(actor, {}).get("of")) and above not in seen:
        actor = above
        seen.add(actor)
    return actor


def compile_places(places: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """Compile place entries into names and the chain of what each lies in."""
    names = sorted({(tuple(name_keys(n)), place) for place, entry in places.items() for n in entry.get("names", ())})
    within = {}
    for place in sorted(places):
        chain: list[str] = []
        above = places[place].get("in")
        while above and above not in chain:
            chain.append(above)
            above = places.get(above, {}).get("in")
        if chain:
            within[place] = chain
    return {"places": build_phrases([(keys, place, 1.0) for keys, place in names if keys]), "within": within}


def compile_table(table: Any) -> dict[str, str]:
    """Compile the ``terms`` of any other file (id -> {terms: […]}) by the stems of all their words."""
    terms: list[tuple[Sequence[str], str, float]] = []
    if isinstance(table, dict):
        for key, entry in table.items():
            listed = entry.get("terms", ()) if isinstance(entry, dict) else ()
            terms += [(tuple(keys), key, 1.0) for term in listed if (keys := phrase_keys(term))]
    return build_phrases(terms)


def _words(values: Any) -> Iterable[str]:
    if isinstance(values, str):
        yield values
    elif isinstance(values, dict):
        for value in values.values():
            yield from _words(value)
    elif isinstance(values, list):
        for value in values:
            yield from _words(value)


def read_folder(folder: Path) -> dict[str, Any]:
    """Read the files of one kind into one mapping; LexiconError where an id stands in two of them."""
    entries: dict[str, Any] = {}
    for path in sorted(folder.glob("*.yaml")):
        for key, entry in (read_yaml(path) or {}).items():
            if key in entries:
                message = f"{path}: {key!r} is in another file of its folder already"
                raise LexiconError(message)
            entries[key] = entry
    return entries


def compile_lexicon(folder: Path = SOURCES) -> dict[str, Any]:
    """Compile all files of ``folder`` into one JSON-able mapping; the same files always give the same mapping."""
    concepts = read_folder(folder / "concepts")
    background = read_yaml(folder / "background.yaml")
    tables = {path.stem: read_yaml(path) for path in sorted(folder.glob("*.yaml")) if path.stem != "background"}
    tiers = {
        snowball(word.lower()): tier
        for tier in ("familiar", "common", "very-common")  # the commoner one wins where stems meet
        for word in background.get(tier, ())
    }
    words = {t.lower for text in _words([concepts, tables, background]) for t in tokenize(text, frozenset(), snowball)}
    return {
        "stems": {word: snowball(word) for word in sorted(words) if word[0].isalpha()},
        "function": sorted({word.lower() for word in background["function"]}),
        "tiers": dict(sorted(tiers.items())),
        **compile_concepts(concepts),
        **compile_actors(read_folder(folder / "actors")),
        **compile_places(read_folder(folder / "places")),
        "tables": tables,
        "phrases": {name: compile_table(table) for name, table in tables.items()},
    }


def dump(compiled: Mapping[str, Any]) -> str:
    """Return the compiled lexicon as the text of its file."""
    return json.dumps(compiled, ensure_ascii=False, separators=(",", ":")) + "\n"


def extend(lexicon: Lexicon, files: Sequence[Path]) -> Lexicon:
    """Return the lexicon with the concepts, actors and places of the given YAML files added."""
    for path in files:
        data = read_yaml(path)
        if not isinstance(data, dict) or not set(data) <= {"concepts", "actors", "places"}:
            message = f"{path}: a lexicon file has the keys concepts, actors and places, and no others"
            raise LexiconError(message)
        try:
            concepts = compile_concepts(data.get("concepts") or {})
            actors = compile_actors(data.get("actors") or {})
            places = compile_places(data.get("places") or {})
        except (AttributeError, TypeError, KeyError, IndexError) as error:
            message = f"{path}: an entry has not the form of the shipped lexicon: see docs/lexicon.md"
            raise LexiconError(message) from error
        lexicon = replace(
            lexicon,
            terms=lexicon.terms.merged(concepts["terms"]),
            broader={**lexicon.broader, **{k: tuple(v) for k, v in concepts["broader"].items()}},
            kin={**lexicon.kin, **{k: tuple(v) for k, v in concepts["kin"].items()}},
            names=lexicon.names.merged(actors["names"]),
            kinds={**lexicon.kinds, **actors["kinds"]},
            capitals=lexicon.capitals | frozenset(actors["capitals"]),
            places=lexicon.places.merged(places["places"]),
            within={**lexicon.within, **{k: tuple(v) for k, v in places["within"].items()}},
        )
    return lexicon


def main(arguments: Sequence[str]) -> int:
    """Write the compiled file, or with ``--check`` say whether it is current."""
    target = HERE / COMPILED
    text = dump(compile_lexicon())
    if "--check" in arguments:
        current = target.exists() and target.read_text(encoding="utf-8") == text
        sys.stderr.write("" if current else f"{target} is not current: run python -m claimdiff.language.compile\n")
        return 0 if current else 1
    target.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
