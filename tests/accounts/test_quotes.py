"""Quotes in their sources: the right tier, the right place, and never a wrong word called right."""

import random
import re
import time
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimdiff.accounts.document import Position
from claimdiff.accounts.folding import FOLDINGS, composed, folded
from claimdiff.accounts.quotes import Match, Occurrence, SourceText, Span, Tier, find_quote

SEED = (Path(__file__).parents[2] / "seeds" / "000_775401348d42a178.txt").read_text(encoding="utf-8")
SOURCE = SourceText(SEED)
ONE_LINE = " ".join(SEED.split())
SENTENCES = [part for part in re.split(r"(?<=[.!?])\s+", SEED) if 8 <= len(part.split()) <= 40]


def at(*spans: tuple[int, int]) -> Occurrence:
    return Occurrence(spans=tuple(Span(start=start, end=end) for start, end in spans))


def test_find__the_same_words__exact() -> None:
    assert find_quote("at once", "He stopped at once.") == Match(tier=Tier.EXACT, occurrences=(at((11, 18)),))


@pytest.mark.parametrize("sentence", SENTENCES)
def test_find__sentence_of_the_seed__exact_where_it_stands(sentence: str) -> None:
    match = SOURCE.find(sentence)
    assert match.tier is Tier.EXACT
    assert [SOURCE.words(item.whole) for item in match.occurrences] == [sentence] * SEED.count(sentence)


def test_find__decomposed_letters__exact_and_mapped_back() -> None:
    text = "Le pre\u0301sident a dit non\u0301."
    match = find_quote("président", text)
    assert match == Match(tier=Tier.EXACT, occurrences=(at((3, 13)),))
    assert normalize("NFC", text[3:13]) == "président"


VARIANTS = {
    "quote marks": ("it's 'historic'", "it’s ‘historic’", ("quote marks",)),
    "double quote marks": ('a "movement to peace"', "a “movement to peace”", ("double quote marks",)),
    "guillemets": ('a "movement"', "a «movement»", ("double quote marks",)),
    "hyphen": ("a 30-day pause", "a 30\u2011day pause", ("dashes",)),
    "dash with spaces": ("the call - long - ended", "the call — long — ended", ("dashes",)),
    "dash without spaces": ("the call—long", "the call – long", ("dashes",)),
    "two hyphens": ("the call--long", "the call—long", ("dashes",)),
    "spaces": ("energy infrastructure", "energy\u00a0 infrastructure", ("spaces",)),
    "zero width": ("energy", "ener\u200bgy", ("spaces",)),
    "soft hyphen": ("infrastructure", "infra\u00adstructure", ("soft hyphens",)),
    "soft hyphen at a line end": ("infrastructure", "infra\u00ad\nstructure", ("soft hyphens",)),
    "ligature": ("fifth official", "ﬁfth oﬃcial", ("ligatures",)),
    "line wrap": ("energy infrastructure", "energy\r\n  infrastructure", ("line wraps",)),
    "wrapped quote": ("energy\ninfrastructure", "energy infrastructure", ("line wraps",)),
    "hyphenated line wrap": ("infrastructure", "infra-\nstructure", ("line wraps",)),
    "hyphen kept at a line end": ("energy-intensive", "energy-\n intensive", ("line wraps",)),
    "ellipsis of the source": ("he said... then left", "he said… then left", ("ellipses",)),
    "several": ("Putin's 30-day pause", "Putin’s 30–day\npause", ("dashes", "line wraps", "quote marks")),
}


@pytest.mark.parametrize("case", VARIANTS)
def test_find__typographic_variant__tier_place_and_foldings(case: str) -> None:
    quote, words, names = VARIANTS[case]
    text = f"Before it, {words}, and after."
    expected = Match(tier=Tier.TYPOGRAPHIC, occurrences=(at((11, 11 + len(words))),), foldings=names)
    assert find_quote(quote, text) == expected


ELLIPSES = ["…", "...", " … ", " [...] ", " […] ", " (...) ", " (…) ", " . . . ", "....", "[ … ]"]


@pytest.mark.parametrize("ellipsis", ELLIPSES)
def test_find__elided__fragments_in_order_with_the_gap(ellipsis: str) -> None:
    text = "We agreed to an immediate ceasefire and to a lasting peace."
    match = find_quote(f"We agreed{ellipsis}to a lasting peace", text)
    assert match == Match(tier=Tier.ELIDED, occurrences=(at((0, 9), (40, 58)),))
    assert [text[gap.start : gap.end] for gap in match.occurrences[0].gaps] == [" to an immediate ceasefire and "]


def test_find__elided_and_typographic__foldings_named() -> None:
    match = find_quote("It's … 'historic'", "It’s a truly ‘historic’ call")
    assert (match.tier, match.foldings) == (Tier.ELIDED, ("quote marks",))


def test_find__ellipsis_at_an_end__elided_without_a_gap() -> None:
    match = find_quote("… agreed to it …", "We agreed to it.")
    assert match == Match(tier=Tier.ELIDED, occurrences=(at((3, 15)),))
    assert match.occurrences[0].gaps == ()


def test_find__elided_with_several_starts__the_shortest_gap_for_each_end() -> None:
    match = find_quote("one … two", "one one two one two two")
    assert match.occurrences == (at((4, 7), (8, 11)), at((12, 15), (16, 19)))


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("two … one", "one two"),
        ("one … three", "one two"),
        ("…", "one … two"[:3]),
        ("one … !", "one two!"),
        ("", "one"),
        (" ", "one two"),
    ],
    ids=["other-order", "missing", "nothing-but-an-ellipsis", "fragment-without-a-word", "empty", "blank"],
)
def test_find__no_such_words__not_found(quote: str, text: str) -> None:
    assert find_quote(quote, text).tier is Tier.NOT_FOUND


HARMFUL = {
    "digit dropped in front": ("75 prisoners", "175 prisoners"),
    "digit dropped behind": ("some 17", "some 175"),
    "thousands dropped": ("000 troops", "5,000 troops"),
    "hundreds dropped": ("about 5", "about 5,000 troops"),
    "decimals dropped": ("rose by 5", "rose by 5.7 per cent"),
    "minutes dropped": ("at 10", "at 10:30"),
    "minus dropped": ("5 degrees", "-5 degrees"),
    "minus dropped after a bracket": ("5 degrees", "(-5 degrees)"),
    "word cut in front": ("able to agree", "unable to agree"),
    "word cut behind": ("an order", "an orderly end"),
    "accent dropped": ("resume", "re\u0301sume\u0301"),
    "accent dropped behind": ("expose", "expose\u0328"),
    "case": ("energy and infrastructure", "Energy and Infrastructure"),
    "superscript": ("10 2", "10 ²"),
    "look-alike": ("Рutin", "Putin"),
    "full width digits": ("30 days", "３０ days"),
    "bidi control": ("30 days", "30 \u202edays"),
    "joiner": ("30 days", "30 da\u200dys"),
    "letters of another style": ("Putin", "𝐏utin"),
}


@pytest.mark.parametrize("case", HARMFUL)
def test_find__other_words__not_found(case: str) -> None:
    quote, text = HARMFUL[case]
    assert find_quote(quote, text).tier is Tier.NOT_FOUND


@pytest.mark.parametrize(
    ("quote", "text"), [("5 men", "ten-5 men"), ("5", "(5)"), ("$5", "about $5."), ("“a”", "x“a”x")]
)
def test_find__number_or_mark_beside_punctuation__exact(quote: str, text: str) -> None:
    assert find_quote(quote, text).tier is Tier.EXACT


def harmed(sentence: str, how: str, chance: random.Random) -> str | None:
    words = sentence.split()
    match how:
        case "drop a word":
            del words[chance.randrange(1, len(words) - 1)]
        case "swap words":
            at = chance.randrange(1, len(words) - 2)
            words[at], words[at + 1] = words[at + 1], words[at]
        case "change a digit":
            digits = [place for place, character in enumerate(sentence) if character.isdigit()]
            if not digits:
                return None
            at = chance.choice(digits)
            return sentence[:at] + str((int(sentence[at]) + chance.randrange(1, 9)) % 10) + sentence[at + 1 :]
        case "splice":
            other = chance.choice(SENTENCES).split()
            words = words[: len(words) // 2] + other[len(other) // 2 :]
        case "look-alike letter":
            places = [place for place, character in enumerate(sentence) if character in "aeopcxi"]
            at = chance.choice(places)
            return sentence[:at] + dict(zip("aeopcxi", "аеорсхі", strict=True))[sentence[at]] + sentence[at + 1 :]
    return " ".join(words)


@pytest.mark.parametrize("how", ["drop a word", "swap words", "change a digit", "splice", "look-alike letter"])
def test_find__two_hundred_harmed_sentences__none_exact_or_typographic(how: str) -> None:
    chance = random.Random(1)
    tried = 0
    for sentence in SENTENCES * 5:
        quote = harmed(sentence, how, chance)
        if quote is None or " ".join(quote.split()) in ONE_LINE or tried == 200:
            continue
        tried += 1
        assert SOURCE.find(quote).tier not in (Tier.EXACT, Tier.TYPOGRAPHIC), quote
    assert tried >= (15 if how == "change a digit" else 150)


def test_find__prefix_and_suffix__the_occurrence_between_them() -> None:
    text = "First a ceasefire was agreed.\nThen – a ceasefire was “broken”."
    both = (at((6, 17)), at((37, 48)))
    source = SourceText(text)
    assert source.find("a ceasefire") == Match(tier=Tier.EXACT, occurrences=both)
    assert source.find("a ceasefire", prefix="First") == Match(tier=Tier.EXACT, occurrences=both[:1])
    assert source.find("a ceasefire", prefix="Then - ") == Match(tier=Tier.EXACT, occurrences=both[1:])
    assert source.find("a ceasefire", suffix='was "broken"') == Match(tier=Tier.EXACT, occurrences=both[1:])
    assert source.find("a ceasefire", prefix="First", suffix="was “broken”") == Match(
        tier=Tier.EXACT, occurrences=both, in_context=False
    )


def test_nearest__changed_word__the_passage_in_whole_words() -> None:
    text = "Before. Putin agreed to an immediate pause in strikes. After."
    match = find_quote("Putin agreed to a lasting pause in strikes", text)
    assert match.nearest is not None
    assert text[match.nearest.start : match.nearest.end].startswith("Putin agreed to an immediate pause")


@pytest.mark.parametrize(("quote", "text"), [("zebras", "Nothing of the kind."), ("zebras", ""), ("", "Some text.")])
def test_nearest__nothing_like_it__none(quote: str, text: str) -> None:
    assert find_quote(quote, text) == Match(tier=Tier.NOT_FOUND)


@given(st.integers(0, len(SEED) - 60), st.integers(10, 50), st.sampled_from("xyz "))
def test_nearest__any_passage_with_a_letter_put_in__holds_it(start: int, length: int, letter: str) -> None:
    quote = SEED[start : start + length] + letter + SEED[start + length : start + 2 * length]
    found = SOURCE.nearest(quote)
    assert found is None or (0 <= found.start < found.end <= len(SEED))


def test_position__of_a_span__line_and_column() -> None:
    source = SourceText("one\r\ntwo 😀 three\r\n")
    span = source.find("three").occurrences[0].whole
    assert source.position(span) == Position(line=2, column=7, end_line=2, end_column=12)


PIECES = st.lists(
    st.sampled_from(
        [
            *"ab5é.,- \n",
            "e\u0301",
            "\u0301",
            "“",
            "’",
            "—",
            "…",
            "\u00ad",
            "ﬁ",
            "\u00a0",
            "\u1100\u1161",
            "가",
            "\u09c7\u09be",
        ]
    )
).map("".join)


@given(PIECES)
def test_composed__any_text__nfc_and_every_character_mapped(text: str) -> None:
    made = composed(text)
    assert made.text == normalize("NFC", text)
    for place in range(len(made.text)):
        start, end = made.origin(place, place + 1)
        assert made.text[place] in normalize("NFC", text[start:end])


@given(PIECES)
def test_folded__any_text__twice_is_once_and_spans_are_in_order(text: str) -> None:
    made = folded(text)
    spans = [made.origin(place, place + 1) for place in range(len(made.text))]
    assert spans == sorted(spans)
    assert all(0 <= start < end <= len(text) for start, end in spans)


def test_foldings__every_one__has_a_case() -> None:
    assert {name for _, _, names in VARIANTS.values() for name in names} == {folding.name for folding in FOLDINGS}


def test_find__hundreds_of_quotes_in_a_long_source__quick() -> None:
    source = SourceText(SEED * 3)
    began = time.perf_counter()
    for sentence in SENTENCES * 5:
        source.find(sentence.replace("’", "'"))
        source.find(sentence + " or not")
    assert time.perf_counter() - began < 5


def test_find__long_run_of_blanks__linear() -> None:
    began = time.perf_counter()
    find_quote("a b", " " * 500_000 + "\n" * 500_000 + "\u00ad" * 200_000)
    assert time.perf_counter() - began < 5
