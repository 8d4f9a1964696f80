"""Who commits to what, and how far."""

import pytest

from claimdiff.language.commitment import find_commitments, is_passive
from claimdiff.language.lexicon import load_lexicon
from claimdiff.language.names import find_actors
from claimdiff.language.polarity import find_negations
from claimdiff.language.tokens import tokenize

LEXICON = load_lexicon()


def brief(text: str) -> list[str]:
    """Return each step as "level by actors: object", "not" before a negated one."""
    tokens = tokenize(text, LEXICON.function, LEXICON.stem)
    actors, negations = find_actors(tokens, LEXICON), find_negations(tokens, LEXICON)
    found = []
    for step in find_commitments(tokens, actors, negations, LEXICON):
        matter = " ".join(t.text for t in tokens[step.object_first : step.object_last])
        not_ = "not " if step.negated else ""
        found.append(f"{not_}{step.level} by {'+'.join(step.actors) or '-'}: {matter}")
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway agreed to a lower quota.", ["agreed by norway: to a lower quota"]),
        ("Norway and Sweden agreed to a quota.", ["agreed by norway+sweden: to a quota"]),
        ("Norway did not promise a vote.", ["not committed by norway: a vote"]),
        ("Chile was asked by Peru to open the road.", ["called-for by peru: Chile was asked by Peru to open the road"]),
        ("Chile was asked to open the road.", ["called-for by -: Chile was asked to open the road"]),
        ("Chile was repeatedly urged to wait.", ["called-for by -: Chile was repeatedly urged to wait"]),
        ("Ships of Chile will leave.", ["will by -: leave"]),
        ("Peru's fleet will leave.", ["will by -: leave"]),
        ("He is willing to wait.", ["ready by -: to wait"]),
        ("In order to save time the talks ended.", ["stopped by -: "]),
        ("The orderly queue grew.", []),
        ("Peru said that it would wait.", []),
        ("Peru said that it would wait if asked.", ["possible by -: wait", "conditional by -: asked", "called-for by -:"]),
        ("Peru said that Chile rejected the plan, and Bolivia hoped.",
         ["rejected by chile: the plan", "not planned by chile: ", "hoped by bolivia: "]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_find_commitments__verb__level_actors_object(text: str, expected: list[str]) -> None:
    assert [line.rstrip() for line in brief(text)] == [line.rstrip() for line in expected]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Chile was told", "told", True),
        ("Chile was firmly asked", "asked", True),
        ("Chile asked", "asked", False),
        ("asked", "asked", False),
        ("It is open", "is", False),
    ],
)
def test_is_passive__auxiliary_before__true(text: str, word: str, expected: bool) -> None:
    tokens = tokenize(text, LEXICON.function, LEXICON.stem)
    index = next(i for i, token in enumerate(tokens) if token.text == word)
    assert is_passive(tokens, index) is expected


def test_strength__ladder__falls_from_order_to_hope() -> None:
    table = LEXICON.tables["commitment"]
    ladder = [
        "implemented",
        "ordered",
        "decided",
        "agreed",
        "committed",
        "will",
        "planned",
        "offered",
        "proposed",
        "hoped",
    ]
    strengths = [float(table[level]["strength"]) for level in ladder]
    assert strengths == sorted(strengths, reverse=True)
