"""Marks that are no words: Markdown, bullets, times of a live blog, broken lines, forgotten quotation marks, web pages."""

import textwrap

import pytest

from claimdiff.accounts.model import Source
from claimdiff.drafting.attribute import attribute
from claimdiff.drafting.draft import NoParty, draft_accounts
from claimdiff.drafting.statements import Statement, Where
from claimdiff.language.lexicon import load_lexicon
from drafting.told import parties


def only(text: str) -> Statement:
    (found,) = attribute(text, lexicon=load_lexicon()).statements
    return found


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("> The **Osk Union** said that talks had failed.", id="quoted-and-bold"),
        pytest.param("* The Osk Union said that talks had failed", id="item"),
        pytest.param("• The *Osk Union* said that talks had failed", id="bullet"),
        pytest.param("1. The Osk Union said that talks had failed", id="numbered"),
        pytest.param("- [The Osk Union](https://osk.example/a_b) said that talks had failed.", id="link"),
        pytest.param("* The Osk Union said\n  that talks had failed.", id="item-over-two-lines"),
        pytest.param("14.05: The Osk Union said that talks had failed.", id="time"),
        pytest.param("> 9:30 am – The __Osk Union__ said that talks had failed.", id="time-in-a-quotation"),
    ],
)
def test_attribute__marks__are_read_past(text: str) -> None:
    found = only(text)
    assert (found.party, found.text) == ("Osk Union", "The Osk Union said that talks had failed.")
    assert text[found.start :].startswith(found.quote)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("“We will never sign that,” the Osk Union's leader Ann Lee said", ["Osk Union"], id="no-stop"),
        pytest.param("The Osk Union wrote to desk@osk.example that it would go.", ["Osk Union"], id="address"),
        pytest.param("* Union vows to fight", [], id="short-item"),
        pytest.param("# The Osk Union said that talks had failed", [], id="heading"),
        pytest.param("‘Never again,’ says Osk Union", [], id="headline"),
    ],
)
def test_attribute__line_without_a_stop__told_or_left_out(text: str, expected: list[str]) -> None:
    assert parties(text) == expected


@pytest.mark.parametrize("width", [34, 44, 55, 66, 80])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_attribute__lines_broken_at_a_width__as_unbroken(width: int, gap: str) -> None:
    text = gap.join(
        [
            "The Osk Union said on Tuesday that 64 of the 70 drivers at the old depot had joined its strike.",
            "Foss Buses denied that the depot was closed and said most of its routes would run as usual today.",
            "“We have nothing left to talk about,” said Ann Lee, the union's leader, after a vote of her members.",
        ]
    )
    broken = gap.join(textwrap.fill(part, width) for part in text.split(gap))
    told = [(one.party, one.text) for one in attribute(broken, lexicon=load_lexicon()).statements]
    assert told == [(one.party, one.text) for one in attribute(text, lexicon=load_lexicon()).statements]


def test_attribute__short_lines__stay_lines() -> None:
    found = attribute("Union says no\nFoss Buses sorry\n\nThe Osk Union said no.", lexicon=load_lexicon())
    assert [one.where for one in found.placements] == [Where.LEFT_OUT, Where.LEFT_OUT, Where.DRAFTED]


def test_attribute__forgotten_mark__does_not_quote_the_report() -> None:
    found = attribute(
        "Foss Buses said no. “We are sorry, said Ann Lee. The Osk Union said yes.", lexicon=load_lexicon()
    )
    assert [one.voice.value for one in found.statements if one.party == "Osk Union"] == ["reported"]


def test_attribute__what_she_said_earlier__both_sentences_are_hers() -> None:
    text = "Foss Buses said no.\n\nHere's what Ann Lee said earlier:\n\n“We knew nothing. It was on the radio.”"
    assert parties(text) == ["Foss Buses", "Ann Lee", "Ann Lee"]


def test_attribute__union_leader_where_no_union_is_named__is_no_company() -> None:
    assert parties("Foss Buses said no. Union leader Ann Lee said yes.") == ["Foss Buses", "Ann Lee"]


_BODY = "\n\nFoss Paints regrets the leak. We will pay for it. Our staff are safe."


@pytest.mark.parametrize(
    "title",
    [
        pytest.param("Statement by Foss Paints on the leak", id="by"),
        pytest.param("STATEMENT BY FOSS PAINTS ON THE LEAK AT OSK", id="capitals"),
        pytest.param("Press release: Foss Paints opens a plant", id="press-release"),
        pytest.param("Readout from Foss Paints", id="from"),
        pytest.param("Foss Paints statement on the leak", id="before"),
        pytest.param("Foss Paints’ statement", id="possessive"),
    ],
)
def test_draft__title_of_a_statement__says_whose_it_is(title: str) -> None:
    found = draft_accounts(title + _BODY, source=Source(key="s"), lexicon=load_lexicon())
    assert [one.account.party for one in found.accounts] == ["Foss Paints"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        pytest.param("Press statement" + _BODY, "whose readout", id="nobody"),
        pytest.param("<!DOCTYPE html>\n<html><p>The union said no.</p></html>", "HTML", id="page"),
        pytest.param("<html><p>We said no. We did.</p></html>", "HTML", id="page-in-the-first-person"),
    ],
)
def test_draft__nothing_to_draft_from__says_why(text: str, says: str) -> None:
    with pytest.raises(NoParty, match=says):
        draft_accounts(text, source=Source(key="s"), lexicon=load_lexicon())
