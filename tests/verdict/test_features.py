"""General features of two sides."""

from claimdiff.language.lexicon import load_lexicon
from claimdiff.language.read import read
from claimdiff.verdict.contrast import contrast
from claimdiff.verdict.features import features
from claimdiff.verdict.judge import gather
from claimdiff.verdict.roles import agents, blamed, by_agents, collective, speakers

LEXICON = load_lexicon()


def of(left: str, right: str) -> dict[str, float]:
    c = contrast([read(left, lexicon=LEXICON)], [read(right, lexicon=LEXICON)])
    return features(c, gather(c))


def test_features__sides_swapped__same() -> None:
    a, b = "Peru accused Chile of an illegal attack.", "Chile said 40 boats will leave if Peru agrees."
    assert of(a, b) == of(b, a)


def test_features__one_side_negated__one_not_both() -> None:
    values = of("Peru did not sign the treaty.", "Peru signed the treaty.")
    assert (values["negated:any"], values["negated:one"], values.get("negated:both")) == (1.0, 1.0, None)
    assert (values["rule:negated"], values["conflict:polarity"], values["conflicts"]) == (1.0, 1.0, 1.0)


def test_features__same_words__fully_covered() -> None:
    values = of("Peru signed the treaty.", "The treaty Peru signed.")
    assert (values["cover:low"], values["cover:high"], values["agents:same"]) == (1.0, 1.0, 1.0)


def test_roles__speaker_and_agent__told_apart() -> None:
    side = contrast([read("Peru said that Chile closed the port.", lexicon=LEXICON)], []).left
    assert [m.actor for _, m in speakers(side)] == ["peru"]
    assert [m.actor for _, m in agents(side)] == ["chile"]


def test_roles__by__agent() -> None:
    side = contrast([read("The port was closed by Chile, not Peru.", lexicon=LEXICON)], []).left
    assert [m.actor for _, m in by_agents(side)] == ["chile"]


def test_roles__blame__actor_of_the_hostile_clause() -> None:
    side = contrast([read("Peru said that Chile committed an atrocity.", lexicon=LEXICON)], []).left
    assert [(m.actor, cue.value) for _, m, cue in blamed(side)][:1] == [("chile", "attack")]


def test_roles__blame_before_the_actor__found() -> None:
    side = contrast([read("An illegal step of Chile.", lexicon=LEXICON)], []).left
    assert {m.actor for _, m, _ in blamed(side)} == {"chile"}


def test_roles__both_sides__collective() -> None:
    side = contrast([read("Yesterday both sides agreed.", lexicon=LEXICON)], []).left
    assert collective(side) == (0, 1, 3)
    assert collective(contrast([read("Several sides agreed.", lexicon=LEXICON)], []).left) is None
