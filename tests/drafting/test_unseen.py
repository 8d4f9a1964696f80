"""The unseen texts and their truths fit each other; how well they are drafted is only measured."""

from pathlib import Path

import pytest

from drafting.scoring import party_names, truth

UNSEEN = Path(__file__).parent / "unseen"
NAMES = sorted(path.stem for path in (UNSEEN / "texts").glob("*.txt"))


def test_unseen__texts__each_half_has_six() -> None:
    assert [sum(name.startswith(half) for name in NAMES) for half in ("dev-", "held-")] == [6, 6]


@pytest.mark.parametrize("name", NAMES)
def test_unseen__truth__has_all_of_the_text_in_order(name: str) -> None:
    text = (UNSEEN / "texts" / f"{name}.txt").read_text(encoding="utf-8")
    assert "".join("".join(sentence for sentence, _, _ in truth(name, UNSEEN)).split()) == "".join(text.split())


@pytest.mark.parametrize("name", NAMES)
def test_unseen__labels__are_those_with_names(name: str) -> None:
    labels = {label for _, must, may in truth(name, UNSEEN) for label in must | may}
    assert labels == {label for labels in party_names(name, UNSEEN).values() for label in labels}
