from dataclasses import replace

import pytest
from factories import account, compare

from claimdiff.accounts.model import Account, Decisions, LinkDecision, OmissionDecision, PairDecision
from claimdiff.comparison.options import Curation, Options
from claimdiff.report.formats import FORMATS, RenderOptions
from claimdiff.report.grid import Grid, Stand
from claimdiff.report.matrix import Sign, cell, gravest_first, sign
from claimdiff.vocabulary import Coverage, Verdict

A = account("a", "The bridge was closed.", "Taxes will rise.", "Wheat is dear.")
B = account("b", "The bridge stayed open.", "Cats sleep.")
ONLY = Options(curation=Curation.ONLY)


def grid(b: Account = B, **decided: object) -> Grid:
    decisions = Decisions(accounts=("a", "b"), **decided)  # type: ignore[arg-type]
    return Grid(compare(A, b, decisions=[decisions], options=ONLY))


LINK = LinkDecision(left=("a1",), right=("a1",), verdict=Verdict.CONFLICT)


def stands(found: Grid) -> list[list[Stand]]:
    accounts = found.report.accounts
    return [[found.stand(statement, account) for account in accounts] for statement in found.report.statements]


def test_stand__link_omission_doubt_and_nothing__each_said_for_what_it_is() -> None:
    found = grid(
        links=(LINK,),
        omitted=(OmissionDecision(account="a", ids=("a2",)),),
        doubtful=(PairDecision(left=("a3",), right=("a2",)),),
    )
    assert stands(found) == [
        [Stand.CONFLICT, Stand.CONFLICT],
        [Stand.ONLY, Stand.OMITTED],
        [Stand.SAID, Stand.REVIEW],
        [Stand.REVIEW, Stand.SAID],
    ]


def test_stand__nothing_decided__not_decided_and_never_not_mentioned() -> None:
    assert stands(grid())[0] == [Stand.SAID, Stand.UNDECIDED]


def test_stand__excerpt__not_in_the_text_we_have() -> None:
    excerpt = account("b", "The bridge stayed open.", coverage=Coverage.EXCERPT)
    assert stands(grid(excerpt, links=(LINK,)))[1] == [Stand.SAID, Stand.EXCERPT]


def test_cell__said__ids_and_silence_in_words() -> None:
    found = grid(omitted=(OmissionDecision(account="a", ids=("a2",)),))
    statement = found.report.statements[1]
    assert [cell(found, statement, account) for account in found.report.accounts] == ["a2", "not mentioned"]


@pytest.mark.parametrize("stand", Stand)
def test_stand__says__only_where_the_account_has_words(stand: Stand) -> None:
    words = {"contradicted", "differs in detail", "agreed", "only here", "said here, not known of all others"}
    assert stand.says == (stand.value in words)


def test_tallies__every_statement__counted_once_for_each_account() -> None:
    found = grid(links=(LINK,), omitted=(OmissionDecision(account="a", ids=("a2",)),))
    assert [(tally.account.key, dict(tally.numbers)) for tally in found.tallies()] == [
        ("a", {Stand.CONFLICT: 1, Stand.ONLY: 1, Stand.SAID: 1, Stand.UNDECIDED: 1}),
        ("b", {Stand.CONFLICT: 1, Stand.OMITTED: 1, Stand.UNDECIDED: 1, Stand.SAID: 1}),
    ]
    assert {tally.total for tally in found.tallies()} == {4}


@pytest.mark.parametrize(
    ("b", "decided", "expected"),
    [
        (B, {"omitted": (OmissionDecision(account="a", ids=("a2",)),)}, ("omission", "◌", "in one account only")),
        (
            B,
            {"doubtful": (PairDecision(left=("a2",), right=("a1",)),)},
            ("review", "?", "found in one account, not decided"),
        ),
        (replace(B, coverage=Coverage.EXCERPT), {}, ("excerpt", "◌", "found in one account")),
    ],
    ids=["omitted", "doubtful", "excerpt"],
)
def test_sign__one_account_has_it__only_where_a_person_looked(
    b: Account, decided: dict[str, object], expected: tuple[str, str, str]
) -> None:
    found = grid(b, **decided)
    kind, symbol, words = expected
    assert sign(found, {"a": ("a2",)}) == Sign(kind=kind, symbol=symbol, words=words)


def test_sign__link__verdict_and_first_in_order() -> None:
    found = grid(links=(LinkDecision(left=("a2",), right=("a1",), verdict=Verdict.CONFLICT),))
    assert gravest_first(found)[0] == {"a": ("a2",), "b": ("a1",)}
    assert sign(found, gravest_first(found)[0]) == Sign(kind="conflict", symbol="≠", words="contradict")


def test_render_text__three_accounts__every_text_beside_its_party_or_below_it() -> None:
    found = compare(A, B, account("c", "The bridge was closed."), options=ONLY)
    wide = FORMATS["text"].render(found, RenderOptions(width=80)).splitlines()
    assert wide[1] == "6 statements, 0 of them in more than one account; all in our wording"
    assert wide[3:7] == [
        "1. ? found in one account, not decided",
        f"   {A.party}  The bridge was closed.  [a1]",
        f"   {B.party}  not decided",
        f"   {found.accounts[2].party}  not decided",
    ]
    narrow = (
        FORMATS["text"]
        .render(
            replace(found, accounts=(replace(found.accounts[0], party="The Confederation"), *found.accounts[1:])),
            RenderOptions(width=30),
        )
        .splitlines()
    )
    at = narrow.index("   The Confederation")
    assert narrow[at + 1] == "     The bridge was closed."
