"""From a text to accounts: names, notes, readouts, and what is not wanted."""

import datetime

import pytest

from claimdiff.accounts.faults import read_account
from claimdiff.accounts.model import Account, Source
from claimdiff.accounts.yaml import parse
from claimdiff.drafting.draft import Draft, Kind, NoParty, draft_accounts
from claimdiff.drafting.render import account_yaml, coverage_json, coverage_text, draft_yaml, unplaced_yaml
from claimdiff.drafting.statements import Where
from claimdiff.language.lexicon import load_lexicon

SOURCE = Source(key="paper", publisher="The Paper", published=datetime.date(2025, 3, 18))
NEWS = """\
Call ends
Moscow said hockey matches were agreed.
The White House did not mention hockey matches.
It rained.
Kyiv rejected the offer last week.
"""


def draft(text: str = NEWS, *, kind: Kind = Kind.NEWS, parties: tuple[str, ...] = (), **more: object) -> Draft:
    existing = more.get("existing", ())
    assert isinstance(existing, tuple)
    return draft_accounts(text, source=SOURCE, lexicon=load_lexicon(), kind=kind, parties=parties, existing=existing)


def test_draft__news__is_yaml_that_loads() -> None:
    for one in draft().accounts:
        document, faults = parse(account_yaml(one, source="paper.txt", schema="../x.json"), "x.yaml")
        assert document is not None
        assert (faults, read_account(document)[1]) == ((), ())


def test_account_yaml__place_and_note__stand_with_the_assertion() -> None:
    first = draft().accounts[0]
    assert account_yaml(first, source="paper.txt").split("assertions:\n")[1] == (
        "  # paper, line 2\n"
        "  - id: hockey-matches-agreed\n"
        "    text: Moscow said hockey matches were agreed.\n"
        "    source: paper\n"
        '    quote: "Moscow said hockey matches were agreed"\n'
        "    attributed_to: Moscow\n"
        "    note: 'Line 3 of the source: The White House did not mention hockey matches.'\n"
    )


def test_draft__existing_account__gives_its_name() -> None:
    kremlin = Account(key="kremlin", party="Kremlin", aliases=("Moscow",))
    assert [one.account.key for one in draft(existing=(kremlin,)).accounts] == ["kremlin", "ukraine"]


def test_draft__party_asked_for__is_the_only_one() -> None:
    found = draft(parties=("kremlin",))
    assert [(one.account.key, one.account.party) for one in found.accounts] == [("kremlin", "Kremlin")]
    assert [p.why for p in found.placements if p.where is Where.UNASSIGNED][
        -1
    ] == "of a party that was not asked for: Ukraine"


def test_draft__quote_that_stands_twice__has_its_surroundings() -> None:
    found = draft("Moscow said: “No deal.” It waited.\nMoscow said: “No deal.” It slept.\n")
    quotes = [a.quotes[0] for a in found.accounts[0].account.assertions]
    assert [(q.quote, q.suffix) for q in quotes] == [("No deal.", "” It waited."), ("No deal.", "” It slept.")]


def test_coverage__every_sentence__has_its_place() -> None:
    assert coverage_text(draft()).splitlines() == [
        "1:1  left out: headline                    Call ends",
        "2:1  russia                                Moscow said hockey matches were agreed.",
        "3:1  note: says that somebody is silent    The White House did not mention hockey matches.",
        "4:1  unassigned: the reporter's own words  It rained.",
        "5:1  ukraine                               Kyiv rejected the offer last week.",
        "5 sentences: 2 drafted, 1 note, 1 unassigned, 1 left out",
    ]


def test_coverage_text__narrow_terminal__has_the_words_on_a_line_of_their_own() -> None:
    lines = coverage_text(draft(), width=40).splitlines()
    assert lines[2:4] == ["2:1  russia", "     Moscow said hockey matches were ag…"]
    assert max(map(len, lines[:-1])) <= 40


def test_coverage_json__counts__add_up() -> None:
    import json

    data = json.loads(coverage_json(draft()))
    assert data["counts"] == {"drafted": 2, "note": 1, "unassigned": 1, "left out": 1}
    assert data["sentences"][1]["accounts"] == ["russia"]


def test_unplaced_yaml__reads_back() -> None:
    document, faults = parse(unplaced_yaml(draft(), source="paper.txt"), "x.yaml")
    assert document is not None
    assert faults == ()


def test_draft_yaml__stream__has_a_document_for_each() -> None:
    assert draft_yaml(draft(), source="paper.txt").count("---\n") == 2


READOUT = "Readout of President Vladimir Putin's call\nHe spoke of grain. We will open the port.\nFor media enquiries, write.\n"


def test_draft__readout__every_sentence_is_the_partys() -> None:
    found = draft(READOUT, kind=Kind.AUTO)
    assert (found.kind, [a.text for a in found.accounts[0].account.assertions]) == (
        Kind.READOUT,
        ["He spoke of grain.", "Russia said: “We will open the port.”"],
    )


def test_draft__readout_of_nobody_known__asks_for_the_party() -> None:
    with pytest.raises(NoParty):
        draft("Press release\nWe open the port. We close the road.\n", kind=Kind.AUTO)


def test_draft__statement_in_the_first_person__is_a_readout() -> None:
    found = draft("We open the port. We close the road.", kind=Kind.AUTO, parties=("Acme",))
    assert (found.kind, found.accounts[0].account.key) == (Kind.READOUT, "acme")
