from dataclasses import replace

from factories import account, compare

from claimdiff.accounts.model import Account, Assertion, Decisions, LinkDecision
from claimdiff.comparison.model import Comparison, Link, Report
from claimdiff.report.findings import Row, all_findings, finding_id, findings
from claimdiff.report.view import Kind
from claimdiff.vocabulary import Origin, Verdict
from report.build import report


def rows_of(found: Report) -> list[tuple[str, list[str], list[str]]]:
    return [(row.row.value, [a.id for a in row.sides[0]], [b.id for b in row.sides[1]]) for row in all_findings(found)]


def test_findings__every_kind__in_the_order_shown() -> None:
    assert rows_of(report()) == [
        ("conflict", ["strikes"], ["ceasefire"]),
        ("omission", [], ["trains"]),
        ("omission", [], ["iran"]),
        ("proposed", ["rail"], ["trains"]),
        ("possible", ["maybe"], ["ports"]),
        ("doubtful", ["rail"], ["iran"]),
        ("undecided", ["open"], []),
        ("excerpt", ["hockey"], []),
        ("excerpt", ["wheat"], []),
        ("agree", ["talks"], ["speaking"]),
    ]


def test_findings__only_what_counts__is_certain() -> None:
    certain = {row.row for row in all_findings(report()) if row.certain}
    assert certain == {Row.CONFLICT, Row.AGREE, Row.OMISSION}


def test_findings__symbols__never_a_verdict_for_what_is_not_certain() -> None:
    assert {row.row.value: row.symbol for row in all_findings(report())} == {
        "conflict": "≠",
        "omission": "◌",
        "proposed": "?",
        "possible": "?",
        "doubtful": "?",
        "undecided": "?",
        "excerpt": "◌",
        "agree": "=",
    }


def test_findings__only__keeps_those_kinds() -> None:
    found = report()
    kept = findings(found, found.comparisons[0], only=frozenset({Kind.CONFLICT, Kind.AGREE}))
    assert [row.row for row in kept] == [Row.CONFLICT, Row.AGREE]


def test_finding_id__other_order_other_verdict_other_ids__same_id() -> None:
    a, b = account("left", "One.", "Two."), account("right", "Three.")
    decisions = Decisions(
        accounts=("left", "right"),
        links=(LinkDecision(left=("a1", "a2"), right=("a1",), verdict=Verdict.AGREE),),
    )
    first = all_findings(compare(a, b, decisions=[decisions]))[0]
    turned = replace(a, assertions=tuple(replace(x, id=f"z{n}") for n, x in enumerate(reversed(a.assertions))))
    other = replace(decisions, links=(LinkDecision(left=("z1", "z0"), right=("a1",), verdict=Verdict.CONFLICT),))
    second = all_findings(compare(b, turned, decisions=[other]))[0]
    assert (first.row, second.row) == (Row.AGREE, Row.CONFLICT)
    assert first.id == second.id == "f-" + first.id[2:]


def test_finding_id__other_text_or_other_account__other_id() -> None:
    a, b, c = account("left", "One."), account("right", "Two."), account("third", "Two.")
    ids = {
        finding_id(a, b, (a.assertions, b.assertions)),
        finding_id(a, b, (a.assertions, ())),
        finding_id(a, c, (a.assertions, ())),
        finding_id(a, c, (a.assertions, c.assertions)),
    }
    assert len(ids) == 4


def test_findings__same_words_twice__told_apart() -> None:
    a = Account(key="a", party="A", assertions=(Assertion(id="x", text="Same."), Assertion(id="y", text="Same.")))
    b = Account(key="b", party="B", assertions=(Assertion(id="z", text="Other."),))
    links = tuple(
        Link(left=(name,), right=("z",), verdict=Verdict.AGREE, judged=True, origin=Origin.CURATED) for name in "xy"
    )
    found = Report(
        event=None, accounts=(a, b), comparisons=(Comparison(left="a", right="b", reviewed=False, links=links),)
    )
    first, second = all_findings(found)
    assert second.id == f"{first.id}-2"
