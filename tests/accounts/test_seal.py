"""Seals: the same for the same texts, another for any change that matters."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimdiff.accounts.model import Assertion, Quote
from claimdiff.accounts.seal import seal, seal_of
from claimdiff.vocabulary import Voice

HOCKEY = Assertion(id="hockey", text="Hockey in the US.", quotes=(Quote(source="sky", quote="ice hockey"),))
AID = Assertion(id="aid", text="No more aid.")
IRAN = Assertion(id="iran", text="Iran.")


def test_seal_of__same_texts__known_digest() -> None:
    assert seal_of([HOCKEY, AID], [IRAN]) == "1b2f381c"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ([AID, HOCKEY], [IRAN]),
        ([IRAN], [HOCKEY, AID]),
        ([replace(HOCKEY, id="other", note="n", topic="t", lead=True), AID], [IRAN]),
        ([replace(HOCKEY, text=" Hockey  in\nthe US. "), AID], [IRAN]),
        ([replace(HOCKEY, quotes=(Quote(source="x", quote="ice  hockey", voice=Voice.DIRECT),)), AID], [IRAN]),
    ],
    ids=["order", "mirrored", "id-and-note", "white-space", "source"],
)
def test_seal_of__what_does_not_count__same_seal(left: list[Assertion], right: list[Assertion]) -> None:
    assert seal_of(left, right) == seal_of([HOCKEY, AID], [IRAN])


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ([HOCKEY], [IRAN]),
        ([HOCKEY], [AID, IRAN]),
        ([replace(HOCKEY, text="Hockey in Russia."), AID], [IRAN]),
        ([replace(HOCKEY, text="hockey in the US."), AID], [IRAN]),
        ([replace(HOCKEY, quotes=()), AID], [IRAN]),
        ([replace(HOCKEY, quotes=(Quote(source="sky", quote="ice hockey matches"),)), AID], [IRAN]),
    ],
    ids=["one-less", "other-side", "text", "case", "no-quote", "quote"],
)
def test_seal_of__what_counts__another_seal(left: list[Assertion], right: list[Assertion]) -> None:
    assert seal_of(left, right) != seal_of([HOCKEY, AID], [IRAN])


def test_seal__composed_and_decomposed__same() -> None:
    assert seal(["é"], ["b"]) == seal(["e\u0301"], ["b"])


@given(st.lists(st.text(), max_size=3), st.lists(st.text(), max_size=3))
def test_seal__any_texts__eight_digits_whichever_way_round(left: list[str], right: list[str]) -> None:
    made = seal(left, right)
    assert len(made) == 8
    assert int(made, 16) >= 0
    assert made == seal(right[::-1], left[::-1])
