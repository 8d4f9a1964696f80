"""``claimdiff source add``: archived texts and what is known of them."""

import hashlib
import sys
from pathlib import Path

import pexpect
import pytest
from typer.testing import CliRunner, Result

from claimdiff.cli.main import make_app

TEXT = "Acme said it rained.\n"


def run(*arguments: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(make_app(), list(arguments), input=stdin)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "claimdiff.toml").touch()
    (tmp_path / "My News.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def record(digest: str, *more: str) -> str:
    head = "# What is known of a source; claimdiff draft copies it into the accounts that it drafts.\n"
    return head + "".join(f"{line}\n" for line in (*more, f"sha256: {digest}"))


DIGEST = hashlib.sha256(TEXT.encode()).hexdigest()


def test_source_add__file__is_archived_with_its_record(project: Path) -> None:
    result = run(
        "source", "add", "My News.txt", "--publisher", "The Paper", "--url", "https://e.org/a", "--archive",
        "https://a.org/1", "--published", "2025-03-18", "--retrieved", "2025-03-19", "--language", "en",
    )  # fmt: skip
    assert result.stderr == "made seeds/my-news.txt and seeds/my-news.yaml\n"
    assert (project / "seeds/my-news.txt").read_text(encoding="utf-8") == TEXT
    assert (project / "seeds/my-news.yaml").read_text(encoding="utf-8") == record(
        DIGEST,
        "publisher: The Paper",
        "url: https://e.org/a",
        "archive_url: https://a.org/1",
        "published: 2025-03-18",
        "retrieved: 2025-03-19",
        "language: en",
        "file: seeds/my-news.txt",
    )


def test_source_add__private__keeps_the_digest_only(project: Path) -> None:
    run("source", "add", "-", "--name", "note", "--retrieved", "2025-03-19", "--private", stdin=TEXT)
    assert [path.name for path in (project / "seeds").iterdir()] == ["note.yaml"]
    assert (project / "seeds/note.yaml").read_text(encoding="utf-8") == record(DIGEST, "retrieved: 2025-03-19")


def test_source_add__draft__takes_the_record(project: Path) -> None:
    run("source", "add", "My News.txt", "--publisher", "The Paper", "--published", "2025-03-18")
    text = run("draft", "seeds/my-news.txt").stdout
    assert "    publisher: The Paper\n    published: 2025-03-18\n" in text


def test_source_add__name_of_another_text__is_refused(project: Path) -> None:
    (project / "seeds").mkdir()
    (project / "seeds/my-news.txt").write_text("other\n", encoding="utf-8")
    error = run("source", "add", "My News.txt").exception
    assert str(error) == "seeds/my-news.txt exists already with another text; give another --name"
    assert not (project / "seeds/my-news.yaml").exists()


def test_source_add__text_in_seeds__is_recorded_where_it_is(project: Path) -> None:
    (project / "seeds").mkdir()
    (project / "seeds/a.txt").write_text(TEXT, encoding="utf-8")
    assert run("source", "add", "seeds/a.txt").exit_code == 0
    assert "exists already" in str(run("source", "add", "seeds/a.txt").exception)


def test_source_add__at_a_terminal__asks_for_what_is_not_given(project: Path) -> None:
    terminal = pexpect.spawn(
        sys.executable, ["-m", "claimdiff", "source", "add", "My News.txt", "--title", "Rain"],
        encoding="utf-8", timeout=30, dimensions=(40, 80),
    )  # fmt: skip
    terminal.delaybeforesend = 0.2
    for question, answer in (
        ("Who published it?", "The Paper"),
        ("Its live address?", "https://e.org/a"),
        ("A web archive's copy?", ""),
        ("Published on", "2025-02-30\x15" + "2025-03-18"),
        ("Its language", "en"),
    ):
        terminal.expect_exact(question)
        terminal.sendline(answer)
    terminal.expect_exact("made seeds/my-news.txt and seeds/my-news.yaml")
    terminal.expect(pexpect.EOF)
    terminal.close()
    assert terminal.exitstatus == 0
    text = (project / "seeds/my-news.yaml").read_text(encoding="utf-8")
    assert [line for line in text.splitlines()[1:] if not line.startswith(("retrieved:", "sha256:", "file:"))] == [
        "publisher: The Paper",
        "title: Rain",
        "url: https://e.org/a",
        "published: 2025-03-18",
        "language: en",
    ]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["--url", "javascript:alert(1)"],
            '--url takes an address that begins with https:// or http://, not "javascript:alert(1)"',
        ),
        (
            ["--publisher", "The\x1bPaper"],
            '--publisher: "The\\u001bPaper" holds a control or invisible character; remove it',
        ),
        (["--language", "Klingon!"], '--language: "Klingon!" is no language tag; write one such as en, de or pt-BR'),
    ],
)
def test_source_add__what_no_account_may_hold__is_refused(project: Path, arguments: list[str], message: str) -> None:
    assert str(run("source", "add", "My News.txt", *arguments).exception) == message
    assert not (project / "seeds").exists()
