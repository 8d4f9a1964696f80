"""YAML read as text: the values of PyYAML's own text loader, the places of an editor, and no crash whatever comes."""

import re
import time
from collections.abc import Sequence
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from claimdiff.accounts.document import Document, MappingNode, Node, Position, ScalarNode, SequenceNode, plain
from claimdiff.accounts.limits import MAX_BYTES, MAX_NODES
from claimdiff.accounts.scalars import Segment, segments
from claimdiff.accounts.yaml import parse

LOADERS = [yaml.SafeLoader, yaml.CSafeLoader]
PRINTABLE = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\u2028\u2029\ufeff\ufffe\uffff")
TEXTS = st.text(st.one_of(PRINTABLE, st.sampled_from(" \n\t'\"\\:#-,[]{}&*!|>%@`")), max_size=30)
DATA = st.dictionaries(
    TEXTS,
    st.recursive(
        TEXTS,
        lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(TEXTS, inner, max_size=4)),
        max_leaves=8,
    ),
    max_size=4,
)
STYLES = st.sampled_from([None, "'", '"', "|", ">"])


def document(text: str | bytes, loader: Any = yaml.CSafeLoader) -> Document:
    made, faults = parse(text, "a.yaml", loader=loader)
    assert faults == ()
    assert made is not None
    return made


def scalars(node: Node, path: tuple[str | int, ...] = ()) -> list[tuple[tuple[str | int, ...], ScalarNode]]:
    match node:
        case ScalarNode():
            return [(path, node)]
        case SequenceNode():
            return [found for index, item in enumerate(node.items) for found in scalars(item, (*path, index))]
        case MappingNode():
            return [found for key, value in node.entries for found in scalars(value, (*path, key.value))]


def place(text: str, path: Sequence[str | int], start: int, end: int | None = None) -> tuple[int, int, int, int]:
    found = document(text).place(path, start, end)
    return found.line, found.column, found.end_line, found.end_column


@pytest.mark.parametrize("loader", LOADERS, ids=["pure", "libyaml"])
@given(data=DATA, style=STYLES, flow=st.sampled_from([None, False, True]), width=st.sampled_from([10, 80, 10**6]))
def test_parse__dumped_data__values_of_the_base_loader(
    loader: Any, data: dict[str, Any], style: str | None, flow: bool | None, width: int
) -> None:
    text = yaml.safe_dump(data, default_style=style, default_flow_style=flow, width=width, allow_unicode=True)
    if "!" in text or "\\" in text or "? " in text:
        text = yaml.safe_dump(data, default_style='"', width=10**6, allow_unicode=True)
    made, faults = parse(text, "a.yaml", loader=loader)
    assert made is not None
    assert {fault.code for fault in faults} <= {"merge-key", "control-character", "tag"}
    if not faults:
        assert plain(made.root) == yaml.load(text, Loader=yaml.BaseLoader)


@given(data=DATA, style=STYLES, width=st.sampled_from([10, 80]))
def test_parse__both_parsers__same_nodes_and_faults(data: dict[str, Any], style: str | None, width: int) -> None:
    text = yaml.safe_dump(data, default_style=style, width=width, allow_unicode=True)
    (left, left_faults), (right, right_faults) = (parse(text, "a.yaml", loader=loader) for loader in LOADERS)
    assert (left and left.root, left_faults) == (right and right.root, right_faults)


@given(data=DATA, style=STYLES, width=st.sampled_from([10, 20, 80]), line_end=st.sampled_from(["\n", "\r\n"]))
def test_place__any_character_that_is_no_blank__stands_there(
    data: dict[str, Any], style: str | None, width: int, line_end: str
) -> None:
    text = yaml.safe_dump(data, default_style=style, width=width, allow_unicode=True).replace("\n", line_end)
    made, _ = parse(text, "a.yaml")
    assert made is not None
    for path, node in scalars(made.root):
        for offset, character in enumerate(node.value):
            if character.isspace() or made.find(path) is not node:
                continue
            found = made.place(path, offset)
            line = made.lines.line(found.line)
            written = line[found.column - 1]
            assert written == character or written in "\\'", (node, offset)


@given(st.binary(max_size=60))
def test_parse__any_bytes__no_exception(data: bytes) -> None:
    made, faults = parse(data, "a.yaml")
    assert made is not None or faults


@given(st.text(st.sampled_from("ab:- \n\t[]{},'\"&*!|>#?%@\\ud8\r\x00"), max_size=60))
def test_parse__text_full_of_indicators__no_exception(text: str) -> None:
    for loader in LOADERS:
        made, faults = parse(text, "a.yaml", loader=loader)
        assert made is not None or faults
        assert all(fault.line >= 1 and fault.column >= 1 and fault.message for fault in faults)


DEEP = {
    "brackets": "a: " + "[" * 100_000,
    "braces": "{a: " * 100_000,
    "dashes": "- " * 100_000,
    "questions": "? " * 100_000,
    "blocks": "\n".join(" " * depth + "a:" for depth in range(1000)),
    "mixed": "a: " + "[{a: " * 50_000,
    "closed": "a: " + "[" * 100_000 + "]" * 100_000,
}


@pytest.mark.parametrize("loader", LOADERS, ids=["pure", "libyaml"])
@pytest.mark.parametrize("case", DEEP)
def test_parse__hundred_thousand_levels__too_deep_at_once(case: str, loader: Any) -> None:
    began = time.perf_counter()
    made, faults = parse(DEEP[case], "a.yaml", loader=loader)
    assert (made, [fault.code for fault in faults]) == (None, ["too-deep"])
    assert time.perf_counter() - began < 5


def test_parse__sixty_four_levels__read() -> None:
    text = "a: " + "[" * 63 + "]" * 63
    assert [len(parse(text, "a.yaml", loader=loader)[1]) for loader in LOADERS] == [0, 0]


def test_parse__sixty_five_levels__too_deep() -> None:
    faults = parse("a: " + "[" * 64 + "]" * 64, "a.yaml")[1]
    assert [(fault.code, fault.column) for fault in faults] == [("too-deep", 67)]


@pytest.mark.parametrize(("size", "codes"), [(MAX_BYTES, []), (MAX_BYTES + 1, ["too-large"])], ids=["at", "over"])
def test_parse__size_at_the_cap__read_up_to_it(size: int, codes: list[str]) -> None:
    data = b"a: b\n#"
    assert [fault.code for fault in parse(data + b"#" * (size - len(data)), "a.yaml")[1]] == codes


def test_parse__hundreds_of_thousands_of_values__too_large() -> None:
    made, faults = parse("a: [" + "b, " * (MAX_NODES - 3) + "]", "a.yaml")
    assert made is not None
    assert faults == ()
    made, faults = parse("a: [" + "b, " * 500_000 + "]", "a.yaml")
    assert made is None
    assert [(fault.code, fault.column) for fault in faults] == [("too-large", 4 + 3 * (MAX_NODES - 3) + 1)]


def test_parse__text_with_a_lone_surrogate__told() -> None:
    assert [fault.code for fault in parse("a: \ud800", "a.yaml")[1]] == ["lone-surrogate"]


@pytest.mark.parametrize("loader", LOADERS, ids=["pure", "libyaml"])
def test_parse__escape_beyond_unicode__told_where(loader: Any) -> None:
    faults = parse('a: "\\u00e9"\nb: "x \\U00110000"', "a.yaml", loader=loader)[1]
    assert [(fault.code, fault.line, fault.column) for fault in faults] == [("syntax", 2, 7)]


def test_segments__value_of_another_text__what_could_be_placed() -> None:
    assert segments("one two\nthree", "one zwei three", "") == ()
    assert segments("'it''s'", "it is", "'") == (Segment(value=0, raw=1, length=2),)


def test_parse__many_escaped_surrogates__given_up_after_ten() -> None:
    made, faults = parse('a: "' + "\\ud800 " * 20 + '"', "a.yaml")
    assert (made, {fault.code for fault in faults}, len(faults)) == (None, {"lone-surrogate"}, 10)


def test_parse__long_surrogate_escape__told_and_read_on() -> None:
    made, faults = parse('a: "\\U0000d800"\nb: &x c\n', "a.yaml")
    assert made is not None
    assert [fault.code for fault in faults] == ["lone-surrogate", "anchor"]


def test_parse__byte_order_mark_and_crlf__columns_of_an_editor() -> None:
    made = document('\ufeffname: "x😀"\r\nb:\r\n  - c\r\n')
    assert made.position(("name",)) == Position(line=1, column=7, end_line=1, end_column=11)
    assert made.position(("b", 0)) == Position(line=3, column=5, end_line=3, end_column=6)
    assert made.key_position(("b",)) == Position(line=2, column=1, end_line=2, end_column=2)


def test_find__path_that_is_not_there__none_and_the_nearest_place() -> None:
    made = document("a:\n  - b: c\n")
    assert made.find(("a", 0, "x")) is None
    assert made.find(("a", 1)) is None
    assert made.find(("a", "b")) is None
    assert made.find(("a", 0, "b", "c")) is None
    assert made.position(("a", 0, "x", "y")) == made.position(("a", 0))
    assert made.key_position(("a", 0, "x")) == made.position(("a", 0))
    assert made.key_position(("a", 0)) == made.position(("a", 0))


PLACES = {
    "plain": ("a: one two", 4, 7, (1, 8, 1, 11)),
    "one character": ("a: one two", 4, None, (1, 8, 1, 9)),
    "empty": ("a: one two", 4, 4, (1, 8, 1, 8)),
    "double": ('a: "one two"', 4, 7, (1, 9, 1, 12)),
    "escape": (r'a: "\u0041 \"b\" c"', 2, 5, (1, 12, 1, 16)),
    "single": ("a: 'it''s two'", 5, 8, (1, 11, 1, 14)),
    "apostrophe": ("a: 'it''s'", 2, 3, (1, 7, 1, 8)),
    "plain over lines": ("a: one\n  two\n\n  three", 4, 13, (2, 3, 4, 8)),
    "double over lines": ('a: "one\n  two \\\n   three"', 4, 13, (2, 3, 3, 9)),
    "single over lines": ("a: 'one\n\n  two'", 4, 7, (3, 3, 3, 6)),
    "literal": ("a: |\n  one\n   two\n", 5, 8, (3, 4, 3, 7)),
    "literal with blanks first": ("a: |\n\n  one\n", 1, 4, (3, 3, 3, 6)),
    "indicator": ("a: |2-\n    one\n  two\n", 6, 9, (3, 3, 3, 6)),
    "folded": ("a: >-\n  one\n  two\n\n  three\n", 8, 13, (5, 3, 5, 8)),
    "crlf": ('a: "one\r\n  two"', 4, 7, (2, 3, 2, 6)),
}


@pytest.mark.parametrize("case", PLACES)
def test_place__every_style__where_it_is_written(case: str) -> None:
    text, start, end, expected = PLACES[case]
    assert place(text, ("a",), start, end) == expected


def test_place__no_scalar__its_position() -> None:
    assert place("a: [b]", ("a",), 3) == (1, 4, 1, 7)


def test_place__before_what_is_written__the_start_of_the_value() -> None:
    assert place('a: "\\\n  b"', ("a",), 0, 0) == (2, 3, 2, 3)
    assert place("a: ''", ("a",), 0, 0) == (1, 4, 1, 4)


def test_line__every_line_end__without_it() -> None:
    lines = document("a: b\r\nc: d\re: f\ng: h").lines
    assert [lines.line(number) for number in (1, 2, 3, 4)] == ["a: b", "c: d", "e: f", "g: h"]


def test_parse__end_positions__cover_what_was_found() -> None:
    fault = parse("a: &name b\n", "a.yaml")[1][0]
    assert (fault.column, fault.end_line, fault.end_column) == (4, 1, 9)


def test_parse__no_message__names_the_parser() -> None:
    for text in ("a: b: c", "a: [", "a: 'b", "- a\nb", "a: \tb\n\tc: d", "a: %b", "a: ]", "? [a"):
        for loader in LOADERS:
            faults = parse(text, "a.yaml", loader=loader)[1]
            assert faults
            assert not re.search("not YAML|token|scalar", str(faults[0])), str(faults[0])
