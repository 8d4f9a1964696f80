import json
from typing import Any

import pytest
from factories import account

from claimdiff.accounts.model import DifferenceDecision, LinkDecision
from claimdiff.models.reply import NoJsonError, parse_replies, parse_reply, validated
from claimdiff.vocabulary import Facet, Verdict

LEFT = account("east", "A pause of 30 days.", "Two.", quotes=["thirty days, no more"])
RIGHT = account("west", "A pause.", "Dos.", "Tres.")
BY = "model:x"


def link(left: Any = "a1", right: Any = "a1", verdict: Any = "agree", **more: Any) -> dict[str, Any]:
    return {
        "left": [left] if left == "a1" else left,
        "right": [right] if right == "a1" else right,
        "verdict": verdict,
        **more,
    }


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('{"links": [1]}', id="plain"),
        pytest.param('```json\n{"links": [1]}\n```', id="fence"),
        pytest.param('Sure {here it is}! {"thought": {}}\n{"links": [1]}\nAnything else {?}', id="chatter"),
    ],
)
def test_parse_reply__json_somewhere__its_links(text: str) -> None:
    assert parse_reply(text) == [1]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        pytest.param("no", "there is no JSON object in it", id="none"),
        pytest.param('{"links": [1', "Expecting ',' delimiter", id="cut"),
        pytest.param('{"link": []}', 'the object has no list "links"', id="other"),
        pytest.param('{"a":' * 100_000, "it is nested too deep", id="deep"),
        pytest.param("x" * 2_000_001, "the reply has more than 2,000,000 characters", id="huge"),
    ],
)
def test_parse_reply__no_links__says_what_was_found(text: str, fault: str) -> None:
    with pytest.raises(NoJsonError, match=fault):
        parse_reply(text)


def test_parse_reply__another_key__its_list() -> None:
    assert parse_reply('{"links": [1]} {"assertions": [2]}', "assertions") == [2]


def test_parse_replies__several__the_entries_of_all() -> None:
    assert parse_replies('one: {"links": [1]} two: ```{"links": [2, 3]}``` {"other": 1} {') == [1, 2, 3]
    with pytest.raises(NoJsonError, match="there is no JSON object in it"):
        parse_replies("no")


def test_validated__right_links__ids_in_order_with_facets_and_words() -> None:
    raw = [
        link(["a2", "east:a1", "a1"], "a1", "partial", facets=["scope", "time", "mood"],
             differences=[{"facet": "time", "left": "thirty days", "right": None},
                          {"facet": "actor", "left": "words of nobody", "right": ""},
                          {"facet": "mood", "left": "pause", "right": "pause"}, "x"]),
        link(["a2"], ["a2"], "agree", facets=["scope"]),
        link(["a2"], ["a3"], "conflict", facets="scope", differences="scope"),
    ]  # fmt: skip
    found = validated(raw, LEFT, RIGHT, by=BY)
    words = DifferenceDecision(facet=Facet.TIME, left="thirty days", right=None, verdict=Verdict.PARTIAL)
    assert found.dropped == ()
    assert found.links == (
        LinkDecision(
            left=("a1", "a2"),
            right=("a1",),
            verdict=Verdict.PARTIAL,
            facets=(Facet.SCOPE,),
            differences=(words,),
            by=BY,
        ),
        LinkDecision(left=("a2",), right=("a2",), verdict=Verdict.AGREE, by=BY),
        LinkDecision(left=("a2",), right=("a3",), verdict=Verdict.CONFLICT, by=BY),
    )


@pytest.mark.parametrize(
    ("entry", "reason"),
    [
        pytest.param("x", 'link 1: not an object but "x"', id="no-object"),
        pytest.param(link(["a9"]), 'link 1: east has no assertion "a9"', id="unknown-id"),
        pytest.param(link(["a3"]), 'link 1: east has no assertion "a3"; it is one of west', id="other-side"),
        pytest.param(link([]), "link 1: no list of ids of east", id="no-ids"),
        pytest.param(link([1]), "link 1: no list of ids of east", id="number"),
        pytest.param(link("a1", {"a": 1}), "link 1: no list of ids of west", id="mapping"),
        pytest.param(link(verdict="true"), 'link 1: there is no verdict "true"', id="verdict"),
        pytest.param(link(verdict=["agree"]), "link 1: there is no verdict \"['agree']\"", id="verdict-list"),
        pytest.param(link(["\x1b[2J\u202e"]), 'link 1: east has no assertion "\\u001b[2J\\u202e"', id="control"),
    ],
)
def test_validated__what_cannot_be__dropped_with_the_reason(entry: Any, reason: str) -> None:
    found = validated([entry], LEFT, RIGHT, by=BY)
    assert (found.links, found.dropped) == ((), (reason,))


def test_validated__twice_and_too_many__told() -> None:
    found = validated([link()] * 5001, LEFT, RIGHT, by=BY)
    assert len(found.links) == 1
    assert found.dropped[0] == "link 2: a1 and a1 are linked twice"
    assert found.dropped[-1] == "1 links more than are ever read"


def test_validated__reply_of_a_deceived_model__only_proposals() -> None:
    raw = json.loads(
        '{"links": [{"left": ["a1"], "right": ["a1"], "verdict": "agree", "by": "Anna", "path": "/etc/passwd"}]}'
    )
    found = validated(raw["links"], LEFT, RIGHT, by=BY)
    assert found.links == (LinkDecision(left=("a1",), right=("a1",), verdict=Verdict.AGREE, by=BY),)
