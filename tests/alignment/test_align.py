import random
from dataclasses import replace

import pytest
from alignment.builders import LEXICON, readings
from factories import EVENTS, event

from claimdiff.alignment.align import align
from claimdiff.alignment.model import Alignment
from claimdiff.alignment.weights import load_weights
from claimdiff.language.reading import Reading
from claimdiff.pipeline import read_account

WEIGHTS = load_weights()
TRUCE = "Moscow agreed to a truce along the whole line of contact for thirty days."
OTHER_TRUCE = "Moscow agreed to a truce along the line of contact for thirty days."
HOCKEY = "Putin proposed ice hockey matches between professional players."
FAR = [
    "The union rejected the wage offer of the company.",
    "A gunman bought ammunition before the shooting.",
    "Apple charges a commission on purchases.",
]


def aligned(left: list[Reading], right: list[Reading], **options: object) -> Alignment:
    return align(left, right, lexicon=LEXICON, weights=WEIGHTS, **options)  # type: ignore[arg-type]


def linked(found: Alignment, *, sure: bool) -> set[tuple[int, int]]:
    return {(i, j) for link in found.links if link.sure is sure and link.chosen for i in link.left for j in link.right}


def mirrored(found: Alignment) -> Alignment:
    links = (replace(link, left=link.right, right=link.left) for link in found.links)
    return Alignment(
        links=tuple(sorted(links, key=lambda link: (link.left, link.right))),
        left_likely=found.right_likely,
        right_likely=found.left_likely,
        left_nearest=found.right_nearest,
        right_nearest=found.left_nearest,
        candidates=dict(sorted(((j, i), score) for (i, j), score in found.candidates.items())),
        reasons={
            (j, i): tuple(replace(reason, left=reason.right, right=reason.left) for reason in reasons)
            for (i, j), reasons in sorted(found.reasons.items(), key=lambda item: (item[0][1], item[0][0]))
        },
    )


def test_align__same_statement_among_others__sure_link() -> None:
    found = aligned(readings(TRUCE, *FAR), readings(HOCKEY, OTHER_TRUCE))
    assert linked(found, sure=True) == {(0, 1)}


def test_align__lone_texts_on_other_matters__no_link() -> None:
    assert aligned(readings(TRUCE), readings(FAR[0])).links == ()


def test_align__empty_sides__empty() -> None:
    found = aligned([], readings(TRUCE))
    assert found == Alignment(
        links=(),
        left_likely=frozenset(),
        right_likely=frozenset(),
        left_nearest=(),
        right_nearest=(None,),
        candidates={},
        reasons={},
    )


def test_align__nothing_shared__nearest_and_candidates_all_the_same() -> None:
    found = aligned(readings("Zorbling."), readings("Quuxing.", "Alpha."))
    assert [near and near[0] for near in (*found.left_nearest, *found.right_nearest)] == [1, 0, 0]
    assert sorted(found.candidates) == [(0, 0), (0, 1)]
    assert max(found.candidates.values()) < WEIGHTS.possible


def test_align__top__so_many_candidates_of_every_assertion() -> None:
    texts = [f"{TRUCE} {word}" for word in ("alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta")]
    found = aligned(readings(*texts), readings(*texts), top=2)
    for side in (0, 1):
        counts = [sum(pair[side] == k for pair in found.candidates) for k in range(len(texts))]
        assert min(counts) >= 2
    assert len(found.candidates) <= 4 * len(texts)


def test_align__apart__never_linked_but_a_candidate() -> None:
    found = aligned(readings(TRUCE), readings(TRUCE), apart=[(0, 0)])
    assert (found.links, list(found.candidates)) == ((), [(0, 0)])


def test_align__language_not_known__never_sure_nor_likely() -> None:
    texts = [TRUCE, "Etwas ganz anderes über Rotwein und Käse."]
    found = aligned(readings(*texts, language="de"), readings(TRUCE, language="de"))
    assert (linked(found, sure=True), linked(found, sure=False)) == (set(), {(0, 0)})
    assert found.left_likely | found.right_likely == frozenset()


def test_align__other_side_in_part_not_known__none_likely() -> None:
    ours = readings("Zorbling quuxing frobnicated the gizmo.")
    theirs = readings(*FAR)
    assert aligned(ours, theirs).left_likely == {0}
    assert aligned(ours, [*theirs[1:], replace(theirs[0], known=False)]).left_likely == frozenset()


@pytest.mark.parametrize(
    ("figure", "same", "likely"),
    [("$40 million", "forty million dollars", False), ("$40 million", "40 million euros", True), ("two", "two", True)],
)
def test_align__figure_that_the_other_side_gives__never_likely(figure: str, same: str, likely: bool) -> None:
    ours = readings(f"Petitioners collected {figure} signatures and pledges.", TRUCE)
    theirs = readings(*FAR, OTHER_TRUCE, f"Ambulances brought {same} blankets.")
    assert (0 in aligned(ours, theirs).left_likely) is likely


def test_align__no_words__never_likely() -> None:
    assert aligned(readings("175."), readings(*FAR)).left_likely == frozenset()


def test_align__same_text_twice_on_a_side__one_to_one() -> None:
    found = aligned(readings(TRUCE, TRUCE), readings(TRUCE, TRUCE))
    assert {(0, 0), (1, 1)} <= linked(found, sure=True)


@pytest.mark.parametrize("name", EVENTS)
def test_align__account_with_itself__every_assertion_linked(name: str) -> None:
    of = event(name)
    for account in of.accounts:
        texts = list(read_account(account, of, LEXICON))
        found = aligned(texts, texts)
        pairs = {(link.left, link.right) for link in found.links if link.sure}
        assert pairs == {((i,), (i,)) for i in range(len(texts))}
        assert found.left_likely | found.right_likely == frozenset()


@pytest.mark.parametrize("name", EVENTS)
def test_align__sides_swapped__mirrors_everything(name: str) -> None:
    of = event(name)
    left, right = (list(read_account(account, of, LEXICON)) for account in of.accounts[:2])
    assert mirrored(aligned(left, right)) == aligned(right, left)


@pytest.mark.parametrize("name", EVENTS[::4])
def test_align__other_order__same_links_by_text(name: str) -> None:
    of = event(name)
    left, right = (list(read_account(account, of, LEXICON)) for account in of.accounts[:2])
    found = aligned(left, right)
    draw = random.Random(name)
    other_left, other_right = draw.sample(left, len(left)), draw.sample(right, len(right))
    again = aligned(other_left, other_right)

    def by_text(of_: Alignment, ours: list[Reading], theirs: list[Reading]) -> set[object]:
        return {
            (frozenset(ours[i].text for i in k.left), frozenset(theirs[j].text for j in k.right), k.score, k.sure)
            for k in of_.links
        }

    assert by_text(found, left, right) == by_text(again, other_left, other_right)
    scores = {(left[i].text, right[j].text): score for (i, j), score in found.candidates.items()}
    assert scores == {(other_left[i].text, other_right[j].text): s for (i, j), s in again.candidates.items()}
