import pytest
from factories import account, compare

from claimdiff.accounts.model import Account, Decisions, LinkDecision, OmissionDecision, PairDecision
from claimdiff.comparison.options import Curation, Options
from claimdiff.report.grid import Grid, Stand
from claimdiff.report.matrix import cell
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
    words = {"contradicted", "differs in detail", "agreed", "only here", "said here, the rest not decided"}
    assert stand.says == (stand.value in words)


def test_tallies__every_statement__counted_once_for_each_account() -> None:
    found = grid(links=(LINK,), omitted=(OmissionDecision(account="a", ids=("a2",)),))
    assert [(tally.account.key, dict(tally.numbers)) for tally in found.tallies()] == [
        ("a", {Stand.CONFLICT: 1, Stand.ONLY: 1, Stand.SAID: 1, Stand.UNDECIDED: 1}),
        ("b", {Stand.CONFLICT: 1, Stand.OMITTED: 1, Stand.UNDECIDED: 1, Stand.SAID: 1}),
    ]
    assert {tally.total for tally in found.tallies()} == {4}
