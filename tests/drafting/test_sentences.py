"""Paragraphs, sentences, quotations, and what is no part of a report."""

import pytest

from claimdiff.drafting.boilerplate import left_out, reason
from claimdiff.drafting.quotations import quotations
from claimdiff.drafting.sentences import paragraphs, sentences


def quoted(text: str) -> list[str]:
    return [text[q.start : q.end] for q in quotations(text, paragraphs(text))]


def split(text: str) -> list[str]:
    return [sentence.text for sentence in sentences(text)]


def test_paragraphs__lines__are_one_each() -> None:
    assert [p.text for p in paragraphs("One.\nTwo.\n\nThree.")] == ["One.", "Two.", "Three."]


def test_paragraphs__wrapped_lines__are_one_paragraph() -> None:
    line = "a line that goes on to the margin of the page and is then broken there"
    assert [p.text for p in paragraphs(f"{line}\n{line}\nend.\n\nNext.")] == [f"{line}\n{line}\nend.", "Next."]


def test_sentences__places__count_from_one() -> None:
    assert [(s.text, s.line, s.column) for s in sentences("One. Two.\n  Three.")] == [
        ("One.", 1, 1),
        ("Two.", 1, 6),
        ("Three.", 2, 3),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("“Why?” he asked.", ["“Why?” he asked."], id="lower-case-goes-on"),
        pytest.param("“Why now?” West said. He left.", ["“Why now?” West said.", "He left."], id="name-goes-on"),
        pytest.param(
            "California Gov. Gavin Newsom left. We stay.",
            ["California Gov. Gavin Newsom left.", "We stay."],
            id="title",
        ),
        pytest.param("WICHITA, Kan. (AP) -- It rained.", ["WICHITA, Kan. (AP) -- It rained."], id="dateline"),
        pytest.param("", [], id="empty"),
    ],
)
def test_sentences__joins__what_belongs_together(text: str, expected: list[str]) -> None:
    assert split(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param('He said “one” and "two".', ["one", "two"], id="curly-and-straight"),
        pytest.param("‘We go,’ he said. It's the workers’ day.", ["We go,"], id="single"),
        pytest.param("“One.\n“Two.”\nThree.", ["One.", "Two."], id="over-paragraphs"),
        pytest.param("the workers' and the drivers' unions", [], id="apostrophes"),
        pytest.param("“He said ‘no’ twice.”", ["He said ‘no’ twice."], id="nested"),
        pytest.param("He said: “We wait. “", ["We wait. "], id="mistyped-close"),
    ],
)
def test_quotations__marks__hold(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_quotations__second_paragraph__is_continued() -> None:
    text = "“One.\n“Two.”"
    assert [q.continued for q in quotations(text, paragraphs(text))] == [False, True]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("14:52", "time stamp"),
        ("11.26am BST", "date line"),
        ("Published 9 October 2023", "date line"),
        ("Oslo, 4 June 2024", "date line"),
        ("By Our Court Reporter", "notice"),
        ("By Ann Lee and Bo Ray", "byline"),
        ("Read more:", "notice"),
        ("Sign up for our newsletter.", "notice"),
        ("newsdesk@example.org", "address"),
        ("Ferry crews vote to strike", "headline"),
        ("What would peace look like?", "headline"),
        ("Key points:", "headline"),
        ("___", "no words"),
        ("The ministry said no.", None),
    ],
)
def test_reason__line__is_left_out_as(line: str, expected: str | None) -> None:
    assert reason(line, whole=True) == expected


def test_left_out__headline_of_two_sentences__goes_whole() -> None:
    assert left_out("Splashdown! They are back on Earth\nIt rained.") == {0: "headline", 12: "headline"}
