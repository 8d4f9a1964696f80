from pathlib import Path

import pytest

from claimdiff.accounts.load import load_event
from claimdiff.accounts.model import DifferenceDecision
from claimdiff.vocabulary import Facet, Verdict
from review.project import DAY, make, run


@pytest.fixture
def event(tmp_path: Path) -> Path:
    return make(tmp_path)


def did(folder: Path, *arguments: str) -> str:
    done = run(folder, *arguments)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def refused(folder: Path, *arguments: str) -> str:
    done = run(folder, *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    return done.stderr


def test_link__words_and_note__written_and_told(event: Path) -> None:
    told = did(
        event, "link", "west:ceasefire", "east:truce", "--verdict", "conflict", "--facets", "time",
        "--difference", "scope=power plants and ports|power plants", "--note", "what is spared",
    )  # fmt: skip
    assert told == ("data/talks/links/east--west.yaml\n+ link east:truce, west:ceasefire (contradict), by anna\n")
    (link,) = load_event(event).decisions[0].links
    words = DifferenceDecision(
        facet=Facet.SCOPE, left="power plants", right="power plants and ports", verdict=Verdict.CONFLICT
    )
    assert (link.left, link.right, link.differences, link.facets) == (
        ("truce",),
        ("ceasefire",),
        (words,),
        (Facet.TIME,),
    )
    assert (link.by, str(link.on), link.note) == ("anna", DAY, "what is spared")


def test_link__by_and_on_given__used(event: Path) -> None:
    did(event, "link", "east:truce", "west:ceasefire", "--verdict", "partial", "--by", "Bert", "--on", "2026-01-02")
    (link,) = load_event(event).decisions[0].links
    assert (link.by, str(link.on)) == ("Bert", "2026-01-02")


def test_link__same_for_an_account_with_the_same_text__both_files(event: Path) -> None:
    told = did(event, "link", "east:prisoners", "west:exchange", "--verdict", "agree", "--same-for", "north")
    assert told == (
        "data/talks/links/east--west.yaml\n+ link east:prisoners, west:exchange (agree), by anna\n"
        "data/talks/links/east--north.yaml\n+ link east:prisoners, north:swap (agree), by anna\n"
    )


def test_link__same_for_an_account_decided_to_agree__by_that_decision(event: Path) -> None:
    did(event, "link", "north:pause", "west:ceasefire", "--verdict", "agree")
    told = did(event, "link", "east:truce", "west:ceasefire", "--verdict", "conflict", "--same-for", "north")
    assert told.endswith("+ link east:truce, north:pause (contradict), by anna\n")


def test_apart__same_for_named_assertion__that_one(event: Path) -> None:
    told = did(event, "apart", "east:hockey", "west:trade", "--same-for", "north:pause")
    assert told.endswith("data/talks/links/east--north.yaml\n+ apart east:hockey, north:pause, by anna\n")


def test_link__same_for_without_a_counterpart__says_how_to_name_it(event: Path) -> None:
    assert refused(event, "doubt", "east:truce", "west:ceasefire", "--same-for", "north") == (
        "claimdiff: --same-for: nothing in north is decided to agree with west:ceasefire; name it, as in --same-for "
        "north:ID\n"
    )


def test_omit__several_for_two_accounts__and_a_word_on_excerpts(event: Path) -> None:
    assert did(event, "omit", "east:hockey,prisoners", "west", "--same-for", "north") == (
        "data/talks/links/east--west.yaml\n+ omitted east:prisoners,hockey, by anna\n"
        "data/talks/links/east--north.yaml\n+ omitted east:prisoners,hockey, by anna\n"
        "north is an excerpt, so this counts as an omission only once it has coverage: full\n"
    )


def test_omit__linked_before__refused_then_overruled(event: Path) -> None:
    did(event, "link", "east:truce", "west:ceasefire", "--verdict", "agree")
    assert refused(event, "omit", "east:truce", "west") == (
        "claimdiff: decided otherwise before: link east:truce, west:ceasefire (agree), by anna; take that back with "
        "claimdiff undecide, or add --overrule\n"
    )
    assert did(event, "omit", "east:truce", "west", "--overrule") == (
        "data/talks/links/east--west.yaml\n- link east:truce, west:ceasefire (agree), by anna\n"
        "+ omitted east:truce, by anna\n"
    )


def test_doubt_and_undecide__back_to_nothing(event: Path) -> None:
    did(event, "doubt", "east:hockey", "west:trade", "--note", "hm")
    assert did(event, "undecide", "west:trade", "east:hockey") == (
        "data/talks/links/east--west.yaml\n- doubtful east:hockey, west:trade, by anna\n"
    )
    assert did(event, "undecide", "west:trade", "east") == "data/talks/links/east--west.yaml\n  nothing to do\n"
    assert (event / "links" / "east--west.yaml").read_text() == "accounts: [east, west]\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(
            ["link", "east:truse", "west:ceasefire", "--verdict", "agree"],
            'claimdiff: there is no assertion "truse" in account east; did you mean "truce"?\n',
            id="unknown-id",
        ),
        pytest.param(
            ["apart", "east:truce", "east:hockey"],
            "claimdiff: both sides are east; a decision is on two accounts\n",
            id="one-account",
        ),
        pytest.param(
            ["omit", "east:truce", "west", "--by", "model:x"],
            "claimdiff: --by 'model:x': a name that starts with model: marks a proposal; use claimdiff propose for "
            "those\n",
            id="model",
        ),
        pytest.param(
            ["omit", "east:truce", "west", "--on", "tomorrow"],
            "claimdiff: --on takes a day as YYYY-MM-DD, not 'tomorrow'\n",
            id="day",
        ),
        pytest.param(
            ["link", "east:truce", "west:ceasefire", "--verdict", "agree", "--difference", "scop=a|b"],
            "claimdiff: --difference 'scop=a|b': write it as FACET=WORDS|WORDS, such as 'scope=energy infrastructure|all "
            "energy'; one side may be empty; a facet is one of quantity, time, place, scope, commitment, actor, polarity, "
            "framing; a third part can be its own verdict\n",
            id="difference",
        ),
        pytest.param(
            ["link", "east:truce", "west:ceasefire", "--verdict", "partial", "--difference", "scope=hockey|"],
            'claimdiff: --difference: "hockey" stands in no text and no quote of its side; give words that are there\n',
            id="words-that-nobody-says",
        ),
    ],
)
def test_decide__what_cannot_be__one_sentence(event: Path, arguments: list[str], message: str) -> None:
    assert refused(event, *arguments) == message


def test_decide__loose_files__refused(event: Path, tmp_path: Path) -> None:
    loose = tmp_path / "loose.yaml"
    loose.write_text((event / "east.yaml").read_text().replace("account: east", "account: loose"))
    assert refused(tmp_path, "apart", f"{loose}:truce", "west:trade") == (
        "claimdiff: decisions are kept with an event of the project; name two accounts of one event\n"
    )


def test_decide__no_git_no_user__nobody(event: Path) -> None:
    done = run(event, "omit", "east:truce", "west", USER="", PATH="")
    assert (done.returncode, done.stdout) == (0, "data/talks/links/east--west.yaml\n+ omitted east:truce\n")
