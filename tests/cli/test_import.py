"""``claimdiff import``, as a person runs it."""

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from claimdiff.accounts.load import load_event
from claimdiff.cli.main import make_app

CSV = "claim,side,quote,link\nIt rains in Oslo.,Acme,it rains,https://e.org/a\nIt snows in Bergen.,Union,,\n"


def run(*arguments: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(make_app(), list(arguments), input=stdin)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "claimdiff.toml").touch()
    (tmp_path / "data").mkdir()
    (tmp_path / "claims.csv").write_text(CSV, encoding="utf-8")
    return tmp_path


def test_import__csv__becomes_accounts(project: Path) -> None:
    assert run("import", "claims.csv", "--event", "weather").exit_code == 0
    event = load_event("weather")
    assert [(a.key, [x.text for x in a.assertions], [s.url for s in a.sources.values()]) for a in event.accounts] == [
        ("acme", ["It rains in Oslo."], ["https://e.org/a"]),
        ("union", ["It snows in Bergen."], []),
    ]


def test_import__again_with_merge__adds_nothing(project: Path) -> None:
    run("import", "claims.csv", "--event", "weather")
    before = (project / "data/weather/acme.yaml").read_bytes()
    assert "0 added, 1 there already" in run("import", "claims.csv", "--event", "weather", "--merge").stderr
    assert (project / "data/weather/acme.yaml").read_bytes() == before


def test_import__no_event__prints(project: Path) -> None:
    text = run("import", "-", "--party", "Acme", "--column", "text=words", stdin="words\nIt rains.\n").stdout
    assert "account: acme" in text


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["claims.csv", "--format", "xml"], "--format takes csv, annotations, claims, not 'xml'"),
        (["claims.csv", "--column", "text"], "--column takes FIELD=NAME, such as text=Claim"),
        (["empty.json"], "there is no assertion in it, read as annotations"),
        (["bare.csv"], "line 2 names no party; give one with --party"),
    ],
)
def test_import__cannot__says_why(project: Path, arguments: list[str], message: str) -> None:
    (project / "empty.json").write_text("[]", encoding="utf-8")
    (project / "bare.csv").write_text("text\nIt rains.\n", encoding="utf-8")
    assert str(run("import", *arguments).exception) == message
