import datetime
from dataclasses import replace

import pytest
from factories import account

from claimdiff.accounts.build import build_decisions
from claimdiff.accounts.document import Document
from claimdiff.accounts.emit import scalar
from claimdiff.accounts.faults import read_links
from claimdiff.accounts.model import Decisions
from claimdiff.accounts.yaml import parse
from claimdiff.review.decisions import Desk, Stamp
from claimdiff.review.entries import Edit, applied
from claimdiff.review.splice import spliced
from claimdiff.vocabulary import Facet, Verdict

LEFT = account("east", *"One Two Three Four Five".split())
RIGHT = account("west", *"Uno Dos Tres Cuatro Cinco".split())
DESK = Desk(left=LEFT, right=RIGHT, overrule=True)
NOBODY = Stamp()
ANNA = Stamp(by="Anna", on=datetime.date(2026, 11, 24))

FILE = """\
# the schema
accounts: [east, west]   # both
# why these links
links:
  # the first one
  - east: [a1]
    west: [a1]  # looked at twice
    verdict: agree
    note: >-
      long and
      folded
  - east: [a3]
    west: [a3]
    verdict: partial
    facets: [scope]
    # a remark inside
    by: model:small
    seal: 00000000
# between the lists

doubtful:
  - {east: [a2], west: [a4]}   # hm
omitted:
  - east: [a4, a5]  # all of them
# the end
"""


def read(text: str) -> tuple[Document, Decisions]:
    document, faults = parse(text, "links/east--west.yaml")
    assert document is not None
    model, more = read_links(document, stem="east--west")
    assert model is not None
    assert (faults, more) == ((), ())
    return document, build_decisions(model)


def edited(text: str, edit: Edit) -> str:
    document, decisions = read(text)
    new = spliced(document, decisions, edit, LEFT, RIGHT)
    assert read(new)[1] == applied(decisions, edit, LEFT, RIGHT)
    return new


def seal_of(edit: Edit) -> str:
    return scalar(str(edit.add[0].decision.seal))


def difference(text: str, new: str) -> list[str]:
    """Return the lines that went and came, with their signs."""
    import difflib

    lines = difflib.unified_diff(text.splitlines(), new.splitlines(), lineterm="", n=0)
    return [line for line in lines if not line.startswith(("---", "+++", "@@"))]


def test_spliced__new_link_between__only_its_own_lines() -> None:
    _, decisions = read(FILE)
    edit = DESK.link(decisions, ["a2"], ["a2"], Verdict.CONFLICT, ANNA, facets=[Facet.TIME])
    assert difference(FILE, edited(FILE, edit)) == [
        "+  - east: [a2]",
        "+    west: [a2]",
        "+    verdict: conflict",
        "+    facets: [time]",
        "+    by: Anna",
        "+    on: 2026-11-24",
        f"+    seal: {seal_of(edit)}",
    ]


def test_spliced__first_and_last_place__in_order() -> None:
    _, decisions = read(FILE)
    edit = DESK.link(decisions, ["a5"], ["a5"], Verdict.AGREE, NOBODY)
    new = edited(FILE, edit)
    assert new.index("seal: 00000000") < new.index("east: [a5]") < new.index("# between the lists")


def test_spliced__proposal_confirmed__only_the_changed_fields() -> None:
    _, decisions = read(FILE)
    edit = DESK.link(decisions, ["a3"], ["a3"], Verdict.PARTIAL, ANNA, facets=[Facet.SCOPE])
    assert difference(FILE, edited(FILE, edit)) == [
        "-    by: model:small",
        "-    seal: 00000000",
        "+    by: Anna",
        "+    on: 2026-11-24",
        f"+    seal: {seal_of(edit)}",
    ]


def test_spliced__widened_link__comments_stay() -> None:
    _, decisions = read(FILE)
    edit = DESK.link(decisions, ["a1", "a2"], ["a1"], Verdict.AGREE, replace(NOBODY, note="long and folded"))
    new = edited(FILE, edit)
    assert difference(FILE, new) == [
        "-  - east: [a1]",
        "+  - east: [a1, a2]",
        f"+    seal: {seal_of(edit)}",
    ]


def test_spliced__link_taken_out__its_comments_stay() -> None:
    _, decisions = read(FILE)
    assert difference(FILE, edited(FILE, DESK.undecide(decisions, ["a1"], ["a1"]))) == [
        "-  - east: [a1]",
        "-    west: [a1]  # looked at twice",
        "-    verdict: agree",
        "-    note: >-",
        "-      long and",
        "-      folded",
        "+  # looked at twice",
    ]


def test_spliced__last_entry_of_a_list__the_list_goes_too() -> None:
    _, decisions = read(FILE)
    assert difference(FILE, edited(FILE, DESK.undecide(decisions, ["a2"], ["a4"]))) == [
        "-doubtful:",
        "-  - {east: [a2], west: [a4]}   # hm",
        "+  # hm",
    ]


def test_spliced__list_not_there_yet__before_those_that_follow() -> None:
    _, decisions = read(FILE)
    edit = DESK.apart(decisions, ["a2"], ["a5"], NOBODY)
    new = edited(FILE, edit)
    assert difference(FILE, new) == [
        "+apart:",
        "+  - east: [a2]",
        "+    west: [a5]",
        f"+    seal: {seal_of(edit)}",
    ]
    assert new.index("apart:") < new.index("doubtful:")


def test_spliced__flow_entry_changed__as_lines_with_its_comment() -> None:
    _, decisions = read(FILE)
    edit = DESK.doubt(decisions, ["a2"], ["a4"], NOBODY)
    assert difference(FILE, edited(FILE, edit)) == [
        "-  - {east: [a2], west: [a4]}   # hm",
        "+  # hm",
        "+  - east: [a2]",
        "+    west: [a4]",
        f"+    seal: {seal_of(edit)}",
    ]


def test_spliced__omission_shrinks__only_its_line() -> None:
    _, decisions = read(FILE)
    assert difference(FILE, edited(FILE, DESK.undecide(decisions, ["a4"], []))) == [
        "-  - east: [a4, a5]  # all of them",
        "+  # all of them",
        "+  - east: [a5]",
    ]


def test_spliced__no_list_at_all__after_the_accounts() -> None:
    text = "accounts: [east, west]"
    _, decisions = read(text)
    edit = DESK.omit(decisions, "west", ["a1"], NOBODY)
    assert edited(text, edit) == (f"accounts: [east, west]\nomitted:\n  - west: [a1]\n    seal: {seal_of(edit)}\n")


def test_spliced__crlf__kept() -> None:
    text = FILE.replace("\n", "\r\n")
    _, decisions = read(text)
    new = edited(text, DESK.undecide(decisions, ["a3"], []))
    assert new.count("\r\n") == new.count("\n")
    assert "# a remark inside" in new


def test_spliced__list_without_indentation__kept() -> None:
    text = "accounts: [east, west]\nlinks:\n- east: [a1]\n  west: [a1]\n  verdict: agree\n"
    _, decisions = read(text)
    edit = DESK.link(decisions, ["a2"], ["a2"], Verdict.AGREE, NOBODY)
    assert edited(text, edit) == text + (f"- east: [a2]\n  west: [a2]\n  verdict: agree\n  seal: {seal_of(edit)}\n")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("# top\n{accounts: [east, west], apart: [{east: [a1], west: [a1]}]} # tail\n", id="flow-root"),
        pytest.param("accounts: [east, west]\napart: [{east: [a1], west: [a1]}] # hm\n", id="flow-list"),
        pytest.param("accounts: [east, west]\napart:\n  -\n    east: [a1]\n    west: [a1] # hm\n", id="lone-dash"),
        pytest.param("? accounts\n: [east, west]\n? apart\n: - {east: [a1], west: [a1]} # hm\n", id="complex-keys"),
    ],
)
def test_spliced__unusual_layout__written_anew_with_its_comments(text: str) -> None:
    _, decisions = read(text)
    new = edited(text, DESK.apart(decisions, ["a2"], ["a2"], NOBODY))
    assert sorted(line for line in new.splitlines() if line.startswith("#")) == sorted(
        "#" + part.split("\n")[0] for part in text.split("#")[1:]
    )


def test_spliced__two_fields_on_one_line__written_anew() -> None:
    text = "accounts: [east, west]\nlinks:\n  - {east: [a1],\n     west: [a1], verdict: agree}\n"
    _, decisions = read(text)
    new = edited(text, DESK.link(decisions, ["a1"], ["a1"], Verdict.PARTIAL, NOBODY))
    assert "verdict: partial" in new


def test_spliced__hash_within_a_text__is_no_comment() -> None:
    text = "accounts: [east, west]\nlinks:\n  - east: [a1]\n    west: [a1]\n    verdict: agree\n    note: 'a # b'\n"
    _, decisions = read(text)
    assert edited(text, DESK.undecide(decisions, ["a1"], [])) == "accounts: [east, west]\n"


def test_spliced__text_that_wants_to_be_yaml__is_text() -> None:
    text = "accounts: [east, west]\n"
    _, decisions = read(text)
    note = "x\nlinks: []\n# no comment: \u202e"
    edit = DESK.omit(decisions, "east", ["a1"], Stamp(note=note))
    assert read(edited(text, edit))[1].omitted[0].note == note
