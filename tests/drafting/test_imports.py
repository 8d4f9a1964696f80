"""Collections of other tools."""

import datetime
import json
from typing import Any

import pytest

from claimdiff.drafting.import_csv import read_csv
from claimdiff.drafting.import_json import read_annotations, read_claims
from claimdiff.drafting.imports import guessed
from claimdiff.drafting.rows import Imported, NoImport, Row, accounts_of
from claimdiff.language.lexicon import load_lexicon


def test_read_csv__known_heads__are_taken_by_name() -> None:
    rows = read_csv("Claim;Side;Said on;Verbatim;URL\nIt rains.;Acme;2025-03-01;rains;https://e.org/a\n;;;;\n").rows
    assert list(rows) == [
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
    assert list(read_csv("Aussage,Wer\nA b.,Acme", {"text": "aussage", "party": "Wer"}).rows) == [
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
    assert list(read_annotations(json.dumps(data)).rows) == [
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
    assert list(read_annotations(json.dumps(data)).rows) == [
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
    assert list(read_claims(json.dumps(data)).rows) == [
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
    imported = Imported(rows=tuple(rows), remarks=("before",))
    (first, second), remarks = accounts_of(imported, party="Union", existing=(), lexicon=load_lexicon())
    assert [(a.id, a.quotes[0].source if a.quotes else a.sources) for a in first.account.assertions] == [
        ("rains", "e-org"),
        ("rain", ("e-org",)),
    ]
    assert remarks == ("before", 'line 3: the id "Rain!" is no lower-case letters, digits and hyphens; it is rain here')
    assert (second.account.key, second.account.assertions[0].attributed_to) == ("union", "A man")


def test_accounts_of__row_without_party__is_refused() -> None:
    with pytest.raises(NoImport, match="line 2 names no party"):
        accounts_of(
            Imported(rows=(Row(text="It rains.", place="line 2"),), remarks=()),
            party=None,
            existing=(),
            lexicon=load_lexicon(),
        )


def test_accounts_of__names_alike_in_a_files_letters__are_accounts_of_their_own() -> None:
    names = ("日本", "日本政府", "AT&T", "AT-T")
    rows = tuple(Row(text=f"It rains, says {name}.", place=f"line {i}", party=name) for i, name in enumerate(names))
    accounts, _ = accounts_of(Imported(rows=rows, remarks=()), party=None, existing=(), lexicon=load_lexicon())
    assert [(a.account.key, a.account.party) for a in accounts] == [
        ("party", "日本"),
        ("party-2", "日本政府"),
        ("at-t", "AT&T"),
        ("at-t-2", "AT-T"),
    ]


def test_accounts_of__id_that_is_taken__is_told() -> None:
    rows = tuple(Row(text=text, place="line 2", party="A", id="x") for text in ("It rains.", "It snows hard."))
    (one,), remarks = accounts_of(Imported(rows=rows, remarks=()), party=None, existing=(), lexicon=load_lexicon())
    assert [a.id for a in one.account.assertions] == ["x", "snows-hard"]
    assert remarks == ('line 2: the id "x" is taken already; it is snows-hard here',)


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        ("text,said\nA b.,18/03/2025", 'line 2: "18/03/2025" is no day written YYYY-MM-DD; it is kept in the note'),
        ("text,said\nA b.,2026-99-99", 'line 2: "2026-99-99" is no day written YYYY-MM-DD; it is kept in the note'),
        ("text,voice\nA b.,loud", 'line 2: the voice is direct or reported, not "loud"; taken as reported'),
        ("text,party\nA b.,Acme,more", 'line 2: "more" stands beyond the last column of the head; it is left out'),
        ("text,party\nA b.,\n ,Acme", "line 3: it has no text; left out with its party"),
        ("text\nA\x1b[2J\u202e b.", 'line 2: control or invisible characters are left out of "A\\u001b[2J\\u202e b."'),
    ],
)
def test_read_csv__what_cannot_be_taken_as_it_stands__is_told(text: str, remark: str) -> None:
    found = read_csv(text)
    assert found.remarks == (remark,)
    assert len(found.rows) == 1


def test_read_csv__day_that_is_none__stays_in_the_note() -> None:
    (row,) = read_csv("text,said,note\nA b.,18/03/2025,Mine.").rows
    assert (row.said, row.note) == (None, "Mine. Check when it was said: “18/03/2025”.")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("text,Text\nA,B", 'two columns are called "text"; give them different names'),
        ("text\n" + "a" * 200_000, "line 2: the table cannot be read (field larger than field limit (131072))"),
    ],
)
def test_read_csv__table_that_would_lose_something__is_refused(text: str, message: str) -> None:
    with pytest.raises(NoImport) as error:
        read_csv(text)
    assert str(error.value) == message


def test_read_annotations__odd_shapes__are_passed_over_without_a_fall() -> None:
    data = {"rows": [1, None, {"target": 5, "text": 7, "tags": "party:X"}, {"text": "It rains.", "target": [[]]}]}
    found = read_annotations(json.dumps(data))
    assert [row.text for row in found.rows] == ["It rains."]
    assert found.remarks == ("annotation 1: it has no text; left out with its party",)


def test_read_annotations__selector_that_refines_another__has_the_quote() -> None:
    inner = {"type": "TextQuoteSelector", "exact": "it rains"}
    data = {"target": {"source": "https://e.org", "selector": {"type": "FragmentSelector", "refinedBy": inner}}}
    assert read_annotations(json.dumps(data)).rows[0].quote == "it rains"


def test_read_claims__lines_of_objects_and_nested_graphs__are_all_read() -> None:
    lines = [
        json.dumps({"@graph": [{"@type": "Claim", "text": "It rains.", "author": "Acme"}]}),
        json.dumps([{"@type": "Claim", "text": "It snows.", "author": ["Union", "Acme"]}]),
        json.dumps({"@type": "ClaimReview", "claimReviewed": "", "url": "https://check.org"}),
    ]
    found = read_claims("\n".join(lines))
    assert [(row.text, row.party) for row in found.rows] == [("It rains.", "Acme"), ("It snows.", "Union")]
    assert found.remarks == (
        """claim 2: it is by "Union" and "Acme"; it is taken as the first one's""",
        "claim 3: it has no text; left out with its note",
    )


def test_guessed__page__is_refused() -> None:
    with pytest.raises(NoImport, match="looks like a page"):
        guessed(" <!doctype html><p>x")
