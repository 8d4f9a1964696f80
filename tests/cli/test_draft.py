"""``claimdiff draft``, as a person runs it."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from claimdiff.cli.main import make_app

NEWS = "Moscow said hockey matches were agreed.\nKyiv agreed to the offer.\nIt rained.\n"


def run(*arguments: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(make_app(), list(arguments), input=stdin)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "claimdiff.toml").touch()
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "news.txt").write_text(NEWS, encoding="utf-8")
    (tmp_path / "data").mkdir()
    return tmp_path


def test_draft__no_event__prints_the_accounts(project: Path) -> None:
    result = run("draft", "seeds/news.txt")
    assert (result.exit_code, result.stdout.count("account: "), list((project / "data").iterdir())) == (0, 2, [])
    assert result.stderr == "3 sentences: 2 drafted, 1 unassigned\n"


def test_draft__event__writes_files_that_load(project: Path) -> None:
    from claimdiff.accounts.load import load_event

    assert run("draft", "seeds/news.txt", "--event", "call", "--date", "2025-03-18").exit_code == 0
    event = load_event("call")
    assert [(a.key, len(a.assertions), a.sources["news"].file) for a in event.accounts] == [
        ("russia", 1, "seeds/news.txt"),
        ("ukraine", 1, "seeds/news.txt"),
    ]
    assert "It rained." in (project / "data/call/unassigned/news.yaml").read_text(encoding="utf-8")


def test_draft__event__passes_check(project: Path) -> None:
    run("draft", "seeds/news.txt", "--event", "call", "--date", "2025-03-18", "--publisher", "The Paper")
    result = run("check")
    assert (result.exit_code, "error" in result.stderr, "warning" in result.stderr) == (0, False, False)


def test_draft__accounts_exist__nothing_is_overwritten(project: Path) -> None:
    run("draft", "seeds/news.txt", "--event", "call")
    before = {path: path.read_bytes() for path in project.rglob("*.yaml")}
    result = run("draft", "seeds/news.txt", "--event", "call")
    assert "russia.yaml, ukraine.yaml exist already in data/call; --merge adds what is new to them" in str(
        result.exception
    )
    assert {path: path.read_bytes() for path in project.rglob("*.yaml")} == before


def test_draft__merge__adds_what_is_new(project: Path) -> None:
    run("draft", "seeds/news.txt", "--event", "call")
    more = NEWS + "Moscow warned that grain ships would be stopped.\n"
    (project / "seeds" / "more.txt").write_text(more, encoding="utf-8")
    result = run("draft", "seeds/more.txt", "--event", "call", "--merge")
    assert "data/call/russia.yaml: 1 added, 1 there already (hockey-matches-agreed)\n" in result.stderr
    assert (project / "data/call/russia.yaml").read_text(encoding="utf-8").count("- id: ") == 2


def test_draft__coverage__says_where_every_sentence_went(project: Path) -> None:
    text = run("draft", "seeds/news.txt", "--coverage").stdout
    assert text.splitlines()[0].split() == ["1:1", "russia", "Moscow", "said", "hockey", "matches", "were", "agreed."]
    data = json.loads(run("draft", "seeds/news.txt", "--coverage", "--format", "json").stdout)
    assert [s["went"] for s in data["sentences"]] == ["drafted", "drafted", "unassigned"]


def test_draft__prompt_and_reply__go_through_files(project: Path) -> None:
    assert run("draft", "seeds/news.txt", "--prompt-to", "prompt.txt").exit_code == 0
    assert NEWS in (project / "prompt.txt").read_text(encoding="utf-8")
    entries = [
        {"party": "Weather", "text": "It rained.", "quote": "It rained"},
        {"party": "Weather", "text": "It snowed.", "quote": "It snowed"},
    ]
    (project / "reply.json").write_text(json.dumps({"assertions": entries}), encoding="utf-8")
    result = run("draft", "seeds/news.txt", "--reply-from", "reply.json")
    assert ("account: weather" in result.stdout, result.stdout.count("- id: ")) == (True, 1)
    assert result.stderr.startswith("dropped, its quote does not stand in the source: ")


def test_draft__prompt_to_hyphen__is_stdout(project: Path) -> None:
    result = run("draft", "seeds/news.txt", "--prompt-to", "-")
    assert (NEWS in result.stdout, (project / "-").exists()) == (True, False)
    assert result.stderr.splitlines()[1].endswith("what you paste leaves this machine.")


def test_draft__standard_input__is_read(project: Path) -> None:
    assert "account: russia" in run("draft", "-", stdin="Moscow said it rained.").stdout


def test_draft__standard_input__names_no_file(project: Path) -> None:
    run("draft", "-", "--event", "rain", "--publisher", "The Paper", stdin="Moscow said it rained.")
    assert "file:" not in (project / "data/rain/russia.yaml").read_text(encoding="utf-8")
    assert not (project / "data/rain/unassigned").exists()


def test_draft__private_text__has_what_its_record_says_and_no_file(project: Path) -> None:
    (project / "secret.txt").write_text("Moscow said it rained.\n", encoding="utf-8")
    run("source", "add", "secret.txt", "--private", "--publisher", "The Paper", "--title", "Rain")
    drafted = run("draft", "secret.txt").stdout
    assert ("publisher: The Paper" in drafted, "file:" in drafted) == (True, False)


def test_draft__party_that_says_nothing__is_told(project: Path) -> None:
    result = run("draft", "seeds/news.txt", "--party", "Iceland")
    assert "nothing is drafted for Iceland; those that speak are Russia, Ukraine\n" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["no.txt"], "no.txt: no such file"),
        (["seeds/news.txt", "--kind", "poem"], "--kind takes auto, news or readout, not 'poem'"),
        (["seeds/news.txt", "--date", "soon"], "--date takes a day as YYYY-MM-DD, not 'soon'"),
        (["seeds/news.txt", "--format", "xml"], "--format takes text or json, not 'xml'"),
        (["seeds/news.txt", "--format", "json"], "--format belongs to --coverage; accounts are written as YAML"),
        (["seeds/news.txt", "--event", "x", "--output", "y"], "draft takes one of --event and --output"),
        (["seeds/news.txt", "--event", "My Call"], "'My Call' is no name of an event; write my-call"),
        (
            ["seeds/news.txt", "--kind", "readout"],
            "whose readout is it? name the party with --party, or the parties with --party for each",
        ),
        (["seeds/news.txt", "--with", "magic"], "--with takes llm, not 'magic'"),
        (
            ["seeds/news.txt", "--with", "llm"],
            "--with llm needs --model, the name of a model at the server, such as llama3.1",
        ),
        (
            ["seeds/news.txt", "--with", "llm", "--prompt-to", "-"],
            "draft takes one of --with llm, --prompt-to and --reply-from",
        ),
        (
            ["seeds/news.txt", "--reply-from", "seeds/news.txt"],
            "the answer in seeds/news.txt cannot be read: there is no JSON object in it; nothing was changed",
        ),
        (["seeds/empty.txt"], "seeds/empty.txt: there is no text in it"),
        (["seeds/latin.txt"], "seeds/latin.txt is not UTF-8 at byte 0; save it as UTF-8"),
    ],
)
def test_draft__cannot__says_why(project: Path, arguments: list[str], message: str) -> None:
    (project / "seeds" / "empty.txt").write_text(" \n", encoding="utf-8")
    (project / "seeds" / "latin.txt").write_bytes(b"\xe4")
    assert str(run("draft", *arguments).exception) == message
