from dataclasses import replace

from claimdiff.alignment.bands import links_of
from claimdiff.alignment.model import AlignedLink
from claimdiff.alignment.weights import load_weights

WEIGHTS = replace(load_weights(), sure=0.8, chosen=0.3, possible=0.1)
KNOWN = [True] * 3, [True] * 3


def link(left: tuple[int, ...], right: tuple[int, ...], score: float, band: str) -> AlignedLink:
    return AlignedLink(left=left, right=right, score=score, sure=band == "sure", chosen=band != "possible")


def test_links_of__scores__bands() -> None:
    scores = {(0, 0): 0.9, (1, 1): 0.5, (2, 2): 0.2, (2, 1): 0.05}
    assert links_of(scores, [(0, 0), (1, 1)], [], KNOWN, WEIGHTS) == (
        link((0,), (0,), 0.9, "sure"),
        link((1,), (1,), 0.5, "chosen"),
        link((2,), (2,), 0.2, "possible"),
    )


def test_links_of__join_in_the_same_band__one_link() -> None:
    scores = {(0, 0): 0.9, (1, 0): 0.85}
    assert links_of(scores, [(0, 0)], [(1, 0)], KNOWN, WEIGHTS) == (link((0, 1), (0,), 0.9, "sure"),)


def test_links_of__join_in_another_band__a_link_of_its_own() -> None:
    scores = {(0, 0): 0.9, (0, 1): 0.5}
    assert links_of(scores, [(0, 0)], [(0, 1)], KNOWN, WEIGHTS) == (
        link((0,), (0,), 0.9, "sure"),
        link((0,), (1,), 0.5, "chosen"),
    )


def test_links_of__joins_on_both_sides__links_apart() -> None:
    scores = {(0, 0): 0.9, (0, 1): 0.85, (1, 0): 0.84}
    assert links_of(scores, [(0, 0)], [(0, 1), (1, 0)], KNOWN, WEIGHTS) == (
        link((0,), (0,), 0.9, "sure"),
        link((0,), (1,), 0.85, "sure"),
        link((1,), (0,), 0.84, "sure"),
    )


def test_links_of__language_not_known__never_sure() -> None:
    found = links_of({(0, 0): 1.0}, [(0, 0)], [], ([False], [True]), WEIGHTS)
    assert found == (link((0,), (0,), 1.0, "chosen"),)
