"""``claimdiff fmt``, as a person runs it."""

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from claimdiff.accounts.diagnostic import LoadError
from claimdiff.cli.main import make_app

UNTIDY = "party: P # who\naccount: p\nassertions:\n  - {id: a, text: A b.}\n"
TIDY = "account: p\nparty: P  # who\nassertions:\n  - id: a\n    text: A b.\n"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(make_app(), list(arguments))


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "claimdiff.toml").touch()
    (tmp_path / "data/e/links").mkdir(parents=True)
    (tmp_path / "data/e/p.yaml").write_text(UNTIDY, encoding="utf-8")
    (tmp_path / "data/e/q.yaml").write_text(TIDY.replace(" p", " q"), encoding="utf-8")
    (tmp_path / "data/e/links/p--q.yaml").write_text("accounts: [p, q]\n", encoding="utf-8")
    (tmp_path / "data/e/event.yaml").write_text("title: E\n", encoding="utf-8")
    return tmp_path


def test_fmt__project__lays_out_what_is_untidy(project: Path) -> None:
    result = run("fmt")
    assert (result.exit_code, result.stderr) == (0, "data/e/p.yaml: changed\n1 of 4 files changed\n")
    assert (project / "data/e/p.yaml").read_text(encoding="utf-8") == TIDY


def test_fmt__check__writes_nothing(project: Path) -> None:
    assert (run("fmt", "--check").exit_code, (project / "data/e/p.yaml").read_text(encoding="utf-8")) == (1, UNTIDY)
    assert run("fmt", "--check", "data/e/q.yaml").exit_code == 0


def test_fmt__diff__shows_the_change(project: Path) -> None:
    result = run("fmt", "--diff", "e")
    assert result.exit_code == 1
    assert result.stdout.startswith("--- a/data/e/p.yaml\n+++ b/data/e/p.yaml\n")
    assert "+    text: A b.\n" in result.stdout


def test_fmt__folder__is_taken_with_its_links(project: Path) -> None:
    assert run("fmt", "data").stderr.endswith("1 of 4 files changed\n")


def test_fmt__no_yaml__is_a_diagnostic(project: Path) -> None:
    (project / "data/e/p.yaml").write_text("a: [", encoding="utf-8")
    assert isinstance(run("fmt").exception, LoadError)


def test_fmt__unknown_name__is_refused(project: Path) -> None:
    assert str(run("fmt", "nothing").exception) == "there is no file, folder or event 'nothing'"
