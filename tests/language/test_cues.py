"""Loaded names, opposites and reporting words; where clauses begin and end."""

import pytest

from claimdiff.language.cues import clause_end, clause_start, find_cues, find_terms
from claimdiff.language.lexicon import load_lexicon
from claimdiff.language.reading import Token
from claimdiff.language.tokens import tokenize

LEXICON = load_lexicon()


def tokens_of(text: str) -> tuple[Token, ...]:
    return tokenize(text, LEXICON.function, LEXICON.stem)


def test_find_cues__hostile_name__thing_and_tone() -> None:
    cues = {(c.kind, c.value, c.other) for c in find_cues(tokens_of("the regime fell"), LEXICON)}
    assert ("tone", "government", "hostile") in cues


@pytest.mark.parametrize(
    ("text", "coloured"),
    [
        pytest.param("The Justice Department asked for justice.", ["justice"], id="a name and the word itself"),
        pytest.param("Murder was done.", ["Murder"], id="the first word of a sentence"),
    ],
)
def test_find_cues__loaded_word__not_where_it_is_part_of_a_name(text: str, coloured: list[str]) -> None:
    tones = [text[cue.start : cue.end] for cue in find_cues(tokens_of(text), LEXICON) if cue.kind == "tone"]
    assert list(dict.fromkeys(tones)) == coloured


def test_find_cues__opposite__both_halves_named() -> None:
    cues = [(c.value, c.other) for c in find_cues(tokens_of("a hot day"), LEXICON) if c.kind == "opposite"]
    assert cues == [("hot", "cold")]


def test_find_cues__reporting_verb__its_class() -> None:
    cues = [(c.kind, c.value) for c in find_cues(tokens_of("Peru alleged"), LEXICON) if c.kind == "report"]
    assert cues == [("report", "claimed")]


def test_find_terms__longer_term__hides_the_shorter() -> None:
    found = find_terms(tokens_of("they ruled out talks"), LEXICON, "negation")
    assert [(m.value, m.first, m.last) for m in found] == [("excluded", 1, 3)]


def test_find_terms__same_stem_listed_twice__once() -> None:
    assert len(find_terms(tokens_of("no one came"), LEXICON, "negation")) == 1


def test_find_terms__excepted_word__none() -> None:
    assert find_terms(tokens_of("unlike them"), LEXICON, "negation") == []


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("he left but stayed", "left", "left"),
        ("he left, then stayed", "left", "left"),
        ("he left and she stayed", "left", "left"),
        ("he left and stayed", "left", "left and stayed"),
        ("he left and", "left", "left and"),
    ],
)
def test_clause_end__conjunction_or_mark__ends(text: str, word: str, expected: str) -> None:
    tokens = tokens_of(text)
    start = next(i for i, t in enumerate(tokens) if t.text == word)
    assert " ".join(t.text for t in tokens[start : clause_end(tokens, start)]) == expected


@pytest.mark.parametrize(
    ("text", "expected"), [("he said that boats left", "boats"), ("boats left", "boats"), ("he, she left", "she")]
)
def test_clause_start__after_that_or_mark__begins(text: str, expected: str) -> None:
    tokens = tokens_of(text)
    assert tokens[clause_start(tokens, len(tokens))].text == expected


@pytest.mark.parametrize(
    "name", ["commitment", "negation", "antonyms", "framing", "reporting", "quantifiers", "states"]
)
def test_lexicon_table__every_entry__has_terms(name: str) -> None:
    assert [key for key, entry in LEXICON.tables[name].items() if not entry["terms"]] == []


def test_antonyms__opposite__names_back() -> None:
    table = LEXICON.tables["antonyms"]
    assert [key for key, entry in table.items() if table[entry["opposite"]]["opposite"] != key] == []


def test_antonyms__halves__share_no_term() -> None:
    table = LEXICON.tables["antonyms"]
    shared = {key: set(e["terms"]) & set(table[e["opposite"]]["terms"]) for key, e in table.items()}
    assert {key: terms for key, terms in shared.items() if terms} == {}
