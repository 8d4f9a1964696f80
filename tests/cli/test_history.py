import subprocess
from pathlib import Path

import pytest
from cli.inside import run_inside as run

ACCOUNT = "account: north\nparty: North\nassertions:\n  - id: days\n    text: It lasts {} days.\n"


def git(folder: Path, *arguments: str) -> str:
    who = ["-c", "user.name=Ada", "-c", "user.email=ada@example.org", "-c", "commit.gpgsign=false"]
    run = subprocess.run(["git", *who, *arguments], cwd=folder, capture_output=True, text=True, check=True)
    return run.stdout


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project under git with three versions of an account, one of them under another name, one faulty."""
    (tmp_path / "claimdiff.toml").write_text("")
    old = tmp_path / "data" / "a call"
    old.mkdir(parents=True)
    git(tmp_path, "init", "-q")
    for text, subject in ((ACCOUNT.format(3), "Start"), ("account: north\n", "Break"), (ACCOUNT.format(4), "Mend")):
        (old / "north.yaml").write_text(text)
        git(tmp_path, "add", ".")
        git(tmp_path, "commit", "-q", "-m", subject)
    git(tmp_path, "mv", "data/a call", "data/call")
    git(tmp_path, "commit", "-q", "-m", "Move")
    return tmp_path


def test_history__versions__newest_first_with_what_changed_and_git_untouched(project: Path) -> None:
    (project / "data" / "call" / "north.yaml").write_text(ACCOUNT.format(5))
    before = git(project, "status", "--porcelain"), git(project, "log", "--format=%H")
    result = run(project, "history", "call/north")
    assert result.returncode == 0
    heads = [line for line in result.stdout.splitlines() if line and not line.startswith(" ")]
    names = [head.split(" ", 2)[-1] for head in heads]
    assert [names[n] for n in (0, 2, 4, 6, 8)] == ["yet", "Move", "Mend", "Break", "Start"]
    assert heads[1] == "1 reworded, 0 dropped, 0 added, 0 unchanged"
    assert heads[3] == "nothing changed in 1 assertions"
    assert heads[7].startswith("cannot be read (line 1: ")
    assert heads[9] == "first version: 1 assertions"
    assert "    It lasts [-4-]{+5+} days.\n" in result.stdout
    assert "    It lasts [-3-]{+4+} days.\n" in result.stdout
    assert (git(project, "status", "--porcelain"), git(project, "log", "--format=%H")) == before


def test_history__limit__only_the_newest(project: Path) -> None:
    result = run(project, "history", "call/north", "-n", "1", "-f", "markdown")
    assert result.stdout.count("# ") == 1


def test_history__html__one_page_with_every_version(project: Path) -> None:
    result = run(project, "history", "call/north", "-f", "html", "-o", "history.html")
    assert (result.returncode, result.stdout) == (0, "")
    html = (project / "history.html").read_text("utf-8")
    assert "<h1>call/north: what was edited</h1>" in html
    assert html.count("<h2") == 4
    assert "It lasts <del>3</del> days." in html


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["history", "call/nord"], "north"),
        (
            ["history", "call/north", "-f", "csv"],
            "what changed can be shown as text, markdown, html, json, not as 'csv'",
        ),
        (["compare", "data/call/north.yaml", "--revision"], "--revision needs two versions of one account"),
        (
            ["compare", "data/call/north.yaml", "--revision", "--only", "conflict", "--bom"],
            "--revision goes without --only, --bom",
        ),
    ],
)
def test_history__cannot_do_it__says_why(project: Path, arguments: list[str], said: str) -> None:
    result = run(project, *arguments)
    assert (result.returncode, result.stdout) == (2, "")
    assert said in result.stderr


def test_history__not_under_git__says_so(tmp_path: Path) -> None:
    folder = tmp_path / "data" / "call"
    folder.mkdir(parents=True)
    (folder / "north.yaml").write_text(ACCOUNT.format(3))
    result = run(tmp_path, "history", "north")
    assert (result.returncode, result.stdout) == (2, "")
    assert "git cannot tell the history: not a git repository" in result.stderr


def test_history__never_committed__says_so(project: Path) -> None:
    (project / "data" / "call" / "south.yaml").write_text(ACCOUNT.format(3).replace("north", "south"))
    result = run(project, "history", "call/south")
    assert result.returncode == 2
    assert "south.yaml has no version in git yet; commit it first" in result.stderr


def test_compare__revision_of_two_files__what_changed(tmp_path: Path) -> None:
    for name, days in (("old", 3), ("new", 4)):
        (tmp_path / f"{name}.yaml").write_text(ACCOUNT.format(days))
    result = run(tmp_path, "compare", "old.yaml", "new.yaml", "--revision")
    assert result.returncode == 0
    assert result.stdout.startswith("old.yaml → new.yaml\n1 reworded, 0 dropped, 0 added, 0 unchanged\n")


def test_history__no_git__says_so(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(project))
    result = run(project, "history", "call/north")
    assert (result.returncode, result.stderr) == (2, "claimdiff: history needs git, which is not installed\n")


def test_history__git_hangs__is_given_up(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def hang(command: list[str], **_: object) -> None:
        raise subprocess.TimeoutExpired(command, 60)

    monkeypatch.setattr("claimdiff.cli.versions.subprocess.run", hang)
    result = run(project, "history", "call/north")
    assert (result.returncode, result.stderr) == (2, "claimdiff: git does not answer\n")


def test_history__empty_version__is_told(project: Path) -> None:
    path = project / "data" / "call" / "north.yaml"
    path.write_bytes(b"")
    git(project, "add", ".")
    git(project, "commit", "-q", "-m", "Empty")
    path.write_text(ACCOUNT.format(9))
    git(project, "add", ".")
    git(project, "commit", "-q", "-m", "Full")
    result = run(project, "history", "call/north", "-n", "2")
    assert "cannot be read" in result.stdout
