"""``claimdiff new``: events and accounts."""

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from claimdiff.accounts.load import load_event
from claimdiff.cli.main import make_app


def run(*arguments: str) -> Result:
    return CliRunner().invoke(make_app(), list(arguments))


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    assert run("init").exit_code == 0
    return tmp_path


def test_new__event_and_account__load(project: Path) -> None:
    assert run("new", "event", "call", "--title", "A call", "--date", "2025-03-18").exit_code == 0
    (project / "seeds" / "news.txt").write_text("Acme said it rained.\n", encoding="utf-8")
    result = run("new", "account", "acme", "--event", "call", "--source", "seeds/news.txt", "--role", "reaction")
    assert result.stderr == "made data/call/acme.yaml\n"
    event = load_event("call")
    assert (event.title, event.accounts[0].party, event.accounts[0].role) == ("A call", "Acme", "reaction")
    assert list(event.accounts[0].sources) == ["news"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["event", "My Call"], "'My Call' is no name of an event; write my-call"),
        (["account", "acme", "--event", "call"], "there is no event 'call'; claimdiff new event call makes it"),
        (["event", "call", "--date", "x"], "--date takes a day as YYYY-MM-DD, not 'x'"),
    ],
)
def test_new__cannot__says_why(project: Path, arguments: list[str], message: str) -> None:
    assert str(run("new", *arguments).exception) == message


def test_new__account_that_exists__is_left_alone(project: Path) -> None:
    run("new", "event", "call")
    run("new", "account", "acme", "--event", "call")
    before = (project / "data/call/acme.yaml").read_bytes()
    assert "exists already" in str(run("new", "account", "acme", "--event", "call").exception)
    assert (project / "data/call/acme.yaml").read_bytes() == before


def test_new__unknown_role__is_refused(project: Path) -> None:
    run("new", "event", "call")
    message = "--role takes principal, reaction or reporter, not 'witness'"
    assert str(run("new", "account", "acme", "--event", "call", "--role", "witness").exception).startswith(message)


def test_new__unknown_source__is_refused(project: Path) -> None:
    run("new", "event", "call")
    error = run("new", "account", "acme", "--event", "call", "--source", "../x").exception
    assert "goes up" in str(error)
