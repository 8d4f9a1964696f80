"""Who or what is named after "by"."""

import pytest

from claimdiff.language.lexicon import load_lexicon
from claimdiff.language.read import read
from claimdiff.verdict.contrast import contrast
from claimdiff.verdict.doers import compare_doers

LEXICON = load_lexicon()


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        pytest.param("The blast was caused by a gas leak.", "The blast was caused by a bomb.", True, id="causes"),
        pytest.param(
            "The pact was signed by the king.", "The pact was signed by the prime minister.", True, id="persons"
        ),
        pytest.param("The trip was cancelled by Peru.", "The trip was cancelled by Chile.", True, id="states"),
        pytest.param("The first shot was fired by the guards.", "The sailors fired the first shot.", True, id="active"),
        pytest.param("Rents rose in May.", "Pensions rose in May.", False, id="both active"),
        pytest.param(
            "The pact was signed by the king.", "The pact was signed by the king in May.", False, id="the same"
        ),
        pytest.param("The bill passed by 5 votes.", "The bill passed by 9 votes.", False, id="numbers"),
        pytest.param("The pact was not signed by the king.", "The pact was signed by the bishop.", False, id="denied"),
        pytest.param("It was signed by the king.", "It was sung by the choir.", False, id="another act"),
        pytest.param("The pact was signed by the king.", "The pact was signed in Vienna.", False, id="no doer"),
        pytest.param(
            "The pact was signed by the king of the north and the bishop of the isles.",
            "The pact was signed by a stranger.",
            False,
            id="too much else",
        ),
    ],
)
def test_compare_doers__all_else_the_same__another_doer(left: str, right: str, expected: bool) -> None:
    c = contrast([read(left, lexicon=LEXICON)], [read(right, lexicon=LEXICON)])
    assert bool(list(compare_doers(c))) is bool(list(compare_doers(c.mirrored()))) is expected
