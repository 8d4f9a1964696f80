"""What is covered: quantifiers, degrees, coordinated nouns, exceptions."""

import pytest

from claimdiff.language.lexicon import load_lexicon
from claimdiff.language.scope import find_scopes
from claimdiff.language.tokens import tokenize

LEXICON = load_lexicon()


def brief(text: str) -> list[str]:
    """Return each marker as "kind value: what it bounds"."""
    tokens = tokenize(text, LEXICON.function, LEXICON.stem)
    return [
        f"{m.kind} {m.value}: {' '.join(t.text for t in tokens[m.head_first : m.head_last])}".rstrip()
        for m in find_scopes(tokens, LEXICON)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("all ports", ["quantifier all: ports"]),
        ("most of the ports", ["quantifier most: ports"]),
        ("a limited truce", ["degree partial: truce"]),
        ("only grain ships", ["restrictive only: grain ships"]),
        ("ports except for Odesa", ["exception except: Odesa"]),
        ("ports and railways", ["coordination and: ports railways"]),
        ("ports and all other railways", ["additive other: railways", "coordination and: ports"]),
        ("energy infrastructure", []),
        ("and so on", []),
        ("they came and", []),
        ("a permanent base", ["duration permanent: base"]),
        ("payments every day", ["frequency daily:"]),
        ("they meet soon", ["when soon:"]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_find_scopes__marker__head(text: str, expected: list[str]) -> None:
    found = brief(text)
    assert [line.split(":")[0] for line in found] == [line.split(":")[0] for line in expected]


def test_find_scopes__coordination__head_holds_both_nouns() -> None:
    assert brief("strikes on ports and railways stopped") == ["coordination and: ports and railways stopped"]
