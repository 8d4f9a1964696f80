"""Collections of other tools."""

import datetime
import json
from typing import Any

import pytest

from claimdiff.drafting.imports import guessed, read_annotations, read_claims, read_csv
from claimdiff.drafting.rows import NoImport, Row, accounts_of
from claimdiff.language.lexicon import load_lexicon


def test_read_csv__known_heads__are_taken_by_name() -> None:
    rows = read_csv("Claim;Side;Said on;Verbatim;URL\nIt rains.;Acme;2025-03-01;rains;https://e.org/a\n;;;;\n")
    assert rows == [
        Row(
            text="It rains.",
            place="line 2",
            party="Acme",
            said=datetime.date(2025, 3, 1),
            quote="rains",
            url="https://e.org/a",
        )
    ]


def test_read_csv__own_names__are_mapped() -> None:
    assert read_csv("Aussage,Wer\nA b.,Acme", {"text": "aussage", "party": "Wer"}) == [
        Row(text="A b.", place="line 2", party="Acme")
    ]


@pytest.mark.parametrize(
    ("text", "columns", "message"),
    [
        ("a,b\n1,2", {}, "no column holds the assertions; there are a, b; give one with --column text=NAME"),
        ("text\nA.", {"quote": "words"}, "--column quote=words: there is no such column; there are text"),
        ("", {}, "no column holds the assertions; there are none; give one with --column text=NAME"),
    ],
)
def test_read_csv__no_such_column__is_refused(text: str, columns: dict[str, str], message: str) -> None:
    with pytest.raises(NoImport) as error:
        read_csv(text, columns)
    assert str(error.value) == message


def test_read_annotations__hypothesis__has_note_tags_and_selector() -> None:
    data = {
        "rows": [
            {
                "uri": "https://e.org/a",
                "text": "Acme says it rains.",
                "tags": ["party:Acme", "weather"],
                "target": [{"selector": [{"type": "TextQuoteSelector", "exact": "it rains", "prefix": "that "}]}],
                "document": {"title": ["A page"]},
            },
            {"uri": "https://e.org/b"},
        ]
    }
    assert read_annotations(json.dumps(data)) == [
        Row(
            text="Acme says it rains.",
            place="annotation 1",
            party="Acme",
            quote="it rains",
            prefix="that ".strip(),
            url="https://e.org/a",
            title="A page",
            topic="weather",
        )
    ]


def test_read_annotations__w3c__has_bodies() -> None:
    data = {
        "type": "Annotation",
        "body": [
            {"type": "TextualBody", "value": "It rains.", "purpose": "commenting"},
            {"value": "party:Acme", "purpose": "tagging"},
        ],
        "target": {"source": "https://e.org/a", "selector": {"type": "TextQuoteSelector", "exact": "rains"}},
    }
    assert read_annotations(json.dumps(data)) == [
        Row(text="It rains.", place="annotation 1", party="Acme", quote="rains", url="https://e.org/a")
    ]


def test_read_claims__claim_review__names_the_claimant_and_notes_the_review() -> None:
    data: dict[str, Any] = {
        "@graph": [
            {
                "@type": "ClaimReview",
                "url": "https://check.org/1",
                "claimReviewed": "It rains.",
                "author": {"name": "Checkers"},
                "reviewRating": {"alternateName": "True"},
                "itemReviewed": {
                    "@type": "Claim",
                    "author": {"name": "Acme"},
                    "datePublished": "2025-03-01T10:00",
                    "appearance": [{"url": "https://e.org/a"}],
                },
            },
            {"@type": "Claim", "text": "It snows.", "author": "Union"},
            {"@type": "Person", "name": "Nobody"},
        ]
    }
    assert read_claims(json.dumps(data)) == [
        Row(
            text="It rains.",
            place="claim 1",
            party="Acme",
            url="https://e.org/a",
            said=datetime.date(2025, 3, 1),
            note="Checkers reviewed it as “True”: https://check.org/1",
        ),
        Row(text="It snows.", place="claim 2", party="Union"),
    ]


@pytest.mark.parametrize("text", ["{", "[" * 100_000])
def test_read_claims__no_json__is_refused(text: str) -> None:
    with pytest.raises(NoImport):
        read_claims(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("text,party\n", "csv"), ('[{"@type": "Claim"}]', "claims"), ('{"rows": []}', "annotations")],
)
def test_guessed__start_of_a_file__is(text: str, expected: str) -> None:
    assert guessed(text) == expected


def test_accounts_of__rows_of_two_parties__are_two_accounts() -> None:
    rows = [
        Row(text="Acme says it rains.", place="line 2", party="Acme", quote="it rains", url="https://www.e.org/a"),
        Row(text="Acme says it rains.", place="line 3", party="Acme", id="Rain!", url="https://www.e.org/a"),
        Row(text="It snows.", place="line 4", speaker="A man"),
    ]
    first, second = accounts_of(rows, party="Union", existing=(), lexicon=load_lexicon())
    assert [(a.id, a.quotes[0].source if a.quotes else a.sources) for a in first.account.assertions] == [
        ("rains", "e-org"),
        ("rain", ("e-org",)),
    ]
    assert (second.account.key, second.account.assertions[0].attributed_to) == ("union", "A man")


def test_accounts_of__row_without_party__is_refused() -> None:
    with pytest.raises(NoImport, match="line 2 names no party"):
        accounts_of([Row(text="It rains.", place="line 2")], party=None, existing=(), lexicon=load_lexicon())
