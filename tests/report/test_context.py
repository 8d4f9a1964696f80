import pytest

from claimdiff.accounts.model import Quote
from claimdiff.accounts.quotes import SourceText
from claimdiff.report.context import AROUND, passage
from claimdiff.report.page_cells import Piece

LONG = " ".join(f"w{n}" for n in range(400))


def text_of(pieces: tuple[Piece, ...]) -> str:
    return "".join(f"[{piece.text}]" if piece.mark else piece.text for piece in pieces)


@pytest.mark.parametrize(
    ("source", "quote", "word", "expected"),
    [
        ("He said it works.", "it works", "word for word", "He said [it works]."),
        ("He said “it works”.", '"it works"', "word for word but for typography", "He said [“it works”]."),
        (
            "We begin, slowly, to end.",
            "We begin … to end",
            "word for word but for what the ellipses leave out",
            "[We begin], slowly, [to end].",
        ),
        ("Nothing.", "it works", "not found in the archived text", ""),
        ("a\r\nb\x00c it works", "it works", "word for word", "a\nb\\u0000c [it works]"),
    ],
    ids=["exact", "typography", "elided", "not found", "controls"],
)
def test_passage__case__marks_the_words_and_says_how_nearly_they_are_the_same(
    source: str, quote: str, word: str, expected: str
) -> None:
    found = passage(SourceText(source), Quote(source=None, quote=quote))
    assert (found.word, text_of(found.pieces)) == (word, expected)


def test_passage__long_source__whole_words_around_with_ellipses() -> None:
    found = passage(SourceText(LONG), Quote(source=None, quote="w200 w201"))
    shown = text_of(found.pieces)
    assert shown.startswith("… w")
    assert shown.endswith(" …")
    before, after = shown[2:].split("[w200 w201]")
    assert AROUND <= len(before) < AROUND + 10
    assert AROUND <= len(after) < AROUND + 12


def test_passage__long_gap_of_an_ellipsis__is_left_out() -> None:
    found = passage(SourceText(LONG), Quote(source=None, quote="w1 w2 … w398 w399"))
    assert " […] " in text_of(found.pieces)
    assert len(text_of(found.pieces)) < 3 * AROUND


def test_passage__no_blanks__is_cut_all_the_same() -> None:
    found = passage(SourceText("x" * 1000 + " YZ " + "x" * 1000), Quote(source=None, quote="YZ"))
    assert len(text_of(found.pieces)) == 2 * AROUND + 2 + 2 + 4


def test_passage__several_places__are_counted() -> None:
    assert passage(SourceText("so so so"), Quote(source=None, quote="so")).places == 3
