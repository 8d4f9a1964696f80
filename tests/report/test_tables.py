import csv
import io
import json
from dataclasses import replace

import pytest
from factories import EVENTS, compare, event

from claimdiff.report.formats import RenderOptions
from claimdiff.report.rows import COLUMNS
from claimdiff.report.tables import render_csv, render_jsonl
from claimdiff.report.view import Kind
from report.build import report
from report.payloads import PAYLOADS

FORMULAS = ["=1+1", "+1", "-1", "@x", "\tx", " =1+1", "\u00a0=1", "＝1", "|x", "%x"]


def table(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))


def test_render_csv__every_kind__a_line_each_with_the_columns() -> None:
    header, *lines = table(render_csv(report(), RenderOptions()))
    assert tuple(header) == COLUMNS
    assert [line[4] for line in lines] == [
        "conflict", "omission", "omission", "proposed", "possible", "doubtful", "undecided", "excerpt", "excerpt", "agree",
    ]  # fmt: skip
    assert dict(zip(header, lines[0], strict=True)) == {
        "event": "a-call",
        "finding": lines[0][1],
        "left": "north",
        "right": "south",
        "kind": "conflict",
        "verdict": "conflict",
        "counted": "yes",
        "certainty": "decided by Ada",
        "left_ids": "strikes",
        "left_text": "Strikes on power plants stop for 30 days.",
        "left_quotes": "strikes on power plants stop\nwe stop",
        "left_voices": "reported\ndirect",
        "left_sources": "https://archive.example/1\ndata:text/html,x",
        "right_ids": "ceasefire",
        "right_text": "All strikes stop.",
        "right_quotes": "all strikes",
        "right_voices": "reported",
        "right_sources": "Daily wire",
        "facets": "scope\ntime\nframing",
        "differences": "scope: power plants / All strikes\ntime: 30 days / (nothing)\nframing: (nothing) / (nothing)",
        "score": "0.8123",
        "by": "Ada",
        "nearest": "",
        "note": "Why.",
    }


@pytest.mark.parametrize("formula", FORMULAS)
def test_render_csv__formula__begins_with_an_apostrophe(formula: str) -> None:
    found = report()
    north, south = found.accounts
    changed = replace(north.assertions[0], text=formula)
    found = replace(found, accounts=(replace(north, assertions=(changed, *north.assertions[1:])), south))
    cell = table(render_csv(found, RenderOptions()))[1][COLUMNS.index("left_text")]
    assert cell.startswith("'")


def test_render_csv__payloads__as_many_lines_and_no_cell_a_formula() -> None:
    for payload in PAYLOADS:
        lines = table(render_csv(report(payload), RenderOptions()))
        assert len(lines) == 11
        assert not any(cell.lstrip().startswith(("=", "+", "-", "@")) for line in lines for cell in line)


def test_render_csv__bom__only_when_asked_for() -> None:
    assert render_csv(report(), RenderOptions(bom=True)) == "\ufeff" + render_csv(report(), RenderOptions())


def test_render_csv__only__those_kinds() -> None:
    lines = table(render_csv(report(), RenderOptions(only=frozenset({Kind.AGREE}))))
    assert [line[4] for line in lines] == ["kind", "agree"]


def test_render_jsonl__every_kind__an_object_each_with_the_same_keys() -> None:
    records = [json.loads(line) for line in render_jsonl(report(), RenderOptions()).splitlines()]
    assert [tuple(record) for record in records] == [COLUMNS] * 10
    assert records[2]["nearest"] == {"id": "wheat", "text": "Wheat was discussed.", "score": 0.1}
    assert records[0]["differences"][1] == {"facet": "time", "verdict": "partial", "left": "30 days", "right": None}


@pytest.mark.parametrize("name", EVENTS)
def test_tables__curated_event__every_quote_arrives(name: str) -> None:
    of = event(name)
    found = compare(*of.accounts, decisions=of.decisions)
    text = render_csv(found, RenderOptions())
    for line in render_jsonl(found, RenderOptions()).splitlines():
        record = json.loads(line)
        for quote in (*record["left_quotes"], *record["right_quotes"]):
            assert quote.replace('"', '""') in text
