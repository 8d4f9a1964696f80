"""What is negated, and by which words."""

import pytest

from claimdiff.language.lexicon import load_lexicon
from claimdiff.language.polarity import find_negations, negated_times
from claimdiff.language.tokens import tokenize

LEXICON = load_lexicon()


def brief(text: str) -> list[str]:
    """Return each negation as "kind [cue] covers"."""
    tokens = tokenize(text, LEXICON.function, LEXICON.stem)
    found = []
    for n in find_negations(tokens, LEXICON):
        covered = " ".join(t.text for t in tokens[n.first : n.last])
        found.append(f"{n.kind} [{text[n.start : n.end]}] {covered}".rstrip())
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The envoy did not sign the text.", ["not [not] sign the text"]),
        ("They didn't leave.", ["not [didn't] leave"]),
        ("They mightn't’ve left.", []),
        ("The port never closed, but ships stayed away.", ["never [never] closed"]),
        ("No ship left the port.", ["no [No] ship left the port"]),
        ("Nobody spoke because nobody was asked.", ["no [Nobody] spoke", "no [nobody] was asked"]),
        ("He left without a deal.", ["without [without] a deal"]),
        ("The minister hardly spoke.", ["adverb [hardly] spoke"]),
        ("Hard talks on rare earths went on.", []),
        ("The base lies in the north.", []),
        ("Lima voted against the text.", ["verb [voted against] the text"]),
        ("Garcia had 52% of the vote against 45%.", []),
        ("Madrid refused to pay the fine.", ["verb [refused] to pay the fine"]),
        ("Oslo ruled out a vote.", ["verb [ruled out] a vote"]),
        ("Lima stopped short of a protest.", ["verb [stopped short of] a protest"]),
        ("The union failed to agree.", ["verb [failed to] agree"]),
        ("The claim that boats were hit is false.", ["verb [false] boats were hit is false"]),
        ("He repeated the false claim to reporters.", ["verb [false] claim"]),
        ("The deal bans new mines.", ["halt [bans] The deal bans new mines"]),
        ("They keep boats from being used.", ["halt [keep] They keep boats from being used"]),
        (
            "Fines deterred no one from fishing.",
            ["halt [deterred] Fines deterred no one from fishing", "no [no one] from fishing"],
        ),
        ("They keep boats from Peru.", []),
        ("They keep boats.", []),
        ("That is unacceptable.", ["prefix [unacceptable] unacceptable"]),
        ("Not only ships but planes left.", []),
        ("It is due no later than Friday.", []),
        ("Negative reviews and fictional heroes.", []),
        ("He did not pay and she is not amused.", ["not [not] pay", "not [not] amused"]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_find_negations__cue__span(text: str, expected: list[str]) -> None:
    assert brief(text) == expected


def test_negated_times__nested_cues__counted() -> None:
    tokens = tokenize("They never said that no talks took place.", LEXICON.function, LEXICON.stem)
    negations = find_negations(tokens, LEXICON)
    counts = {token.text: negated_times(negations, i) for i, token in enumerate(tokens)}
    assert [counts[word] for word in ("They", "said", "talks")] == [0, 1, 2]


def test_negated_times__halting_word__denies_nothing() -> None:
    tokens = tokenize("They agreed to stop strikes.", LEXICON.function, LEXICON.stem)
    negations = find_negations(tokens, LEXICON)
    assert {negated_times(negations, i) for i in range(len(tokens))} == {0}
