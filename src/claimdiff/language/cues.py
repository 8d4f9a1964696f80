"""Find the words that colour, report or oppose: what the verdict compares beside facts."""

from collections.abc import Sequence
from typing import Any

from claimdiff.language.lexicon import Lexicon
from claimdiff.language.phrases import PhraseMatch, PhraseTable, find_phrases
from claimdiff.language.reading import Cue, Token
from claimdiff.language.tokens import MARKS_THAT_SEPARATE

_CLAUSE = frozenset(
    "but although though while whereas because which who whom whose unless if until when where after before since "
    "despite so".split()
)
_RESUMES = frozenset("he she it they we i you is are was were has have had will would can could may might".split())


def word_runs(tokens: Sequence[Token]) -> list[list[int]]:
    """Return the indexes of the words, broken where a mark separates."""
    runs: list[list[int]] = [[]]
    for i, token in enumerate(tokens):
        if token.text in MARKS_THAT_SEPARATE:
            runs.append([])
        elif token.text[0].isalnum():
            runs[-1].append(i)
    return [run for run in runs if run]


_INFLECTED = frozenset({"framing", "antonyms", "quantifiers", "phases", "states", "kinds"})
"""Tables in which a lone word counts only in an inflection of a listed one: the stemmer makes one word of "positive" and
"position", of "wilful" and "will", and here that would turn a noun into praise."""


def _listed(word: str, entry: Any) -> bool:
    return uninflected(word) in {uninflected(term) for term in entry["terms"]}


def uninflected(word: str) -> str:
    """Return a word without the endings of number, tense, degree and manner; no form that a dictionary has."""
    for ending in ("ly", "ing", "ied", "ies", "ed", "es", "s", "e", "y"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            break
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] else word.removesuffix("e")


def find_terms(tokens: Sequence[Token], lexicon: Lexicon, table: str) -> list[PhraseMatch]:
    """Return the terms of a lexicon table in the text, with token spans; of overlapping ones only the longest.

    Terms match by stem; an entry's ``except`` lists words (lower case) that share a stem with a term but mean another.
    """
    phrases, entries = lexicon.phrases.get(table, PhraseTable({})), lexicon.tables.get(table, {})
    found: dict[PhraseMatch, None] = {}
    for run in word_runs(tokens):
        covered, span = 0, (0, 0)
        for match in find_phrases([tokens[i].stem for i in run], phrases):
            if match.first < covered and (match.first, match.last) != span:
                continue
            first, last = run[match.first], run[match.last - 1] + 1
            entry = entries[match.value]
            if tokens[first].lower in entry.get("except", ()):
                continue
            if last - first == 1 and table in _INFLECTED and not _listed(tokens[first].lower, entry):
                continue
            covered, span = match.last, (match.first, match.last)
            found[PhraseMatch(match.value, match.weight, first, last)] = None
    return list(found)


def clause_end(tokens: Sequence[Token], start: int) -> int:
    """Return the index at which the clause that ``start`` is in ends (exclusive)."""
    for i in range(start, len(tokens)):
        token = tokens[i]
        if token.text in MARKS_THAT_SEPARATE or token.lower in _CLAUSE:
            return i
        if token.lower == "and" and i + 1 < len(tokens) and tokens[i + 1].lower in _RESUMES:
            return i
    return len(tokens)


def clause_start(tokens: Sequence[Token], end: int) -> int:
    """Return the index of the first token of the clause that ends before ``end``."""
    for i in range(end - 1, -1, -1):
        token = tokens[i]
        if token.text in MARKS_THAT_SEPARATE or token.lower in _CLAUSE or token.lower == "that":
            return i + 1
    return 0


def _in_name(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Tell whether words are part of a name, as in "Justice Department", where they colour nothing."""
    if not tokens[first].text[0].isupper():
        return False
    before, after = tokens[first - 1] if first else None, tokens[last] if last < len(tokens) else None
    return (after is not None and after.text[0].isupper()) or (
        before is not None and before.content and before.text[0].isupper()
    )


def _listing(value: str | Sequence[str]) -> str:
    return value if isinstance(value, str) else " ".join(value)


def find_cues(tokens: Sequence[Token], lexicon: Lexicon) -> tuple[Cue, ...]:
    """Return the loaded names, the members of opposites and the reporting words of the text, by place.

    A cue of kind ``tone`` has the thing named as value and the tone as other; one of kind ``opposite`` the side of the
    pair as value and the contrary side as other; one of kind ``report`` the class of the verb as value; one of kind
    ``phase`` which day of a matter is meant; one of kind ``state`` what has become of a thing, and what then has not; one of
    kind ``kind`` of which sort of things a word names one.
    """
    columns = {
        "framing": ("tone", "thing", "tone"),
        "antonyms": ("opposite", "", "opposite"),
        "reporting": ("report", "", ""),
        "phases": ("phase", "", ""),
        "states": ("state", "", "not"),
        "kinds": ("kind", "", ""),
    }
    cues = []
    for table, (kind, value, other) in columns.items():
        entries: dict[str, Any] = lexicon.tables.get(table, {})
        for match in find_terms(tokens, lexicon, table):
            entry = entries[match.value]
            if kind == "tone" and _in_name(tokens, match.first, match.last):
                continue
            cues.append(
                Cue(
                    kind=kind,
                    value=entry[value] if value else match.value,
                    other=_listing(entry[other]) if other else "",
                    first=match.first,
                    last=match.last,
                    start=tokens[match.first].start,
                    end=tokens[match.last - 1].end,
                )
            )
    return tuple(sorted(cues, key=lambda c: (c.first, c.last, c.kind, c.value, c.other)))
