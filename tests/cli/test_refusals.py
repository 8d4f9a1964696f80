"""What the system refuses is said in one plain sentence, and is nobody's fault in the program."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def run(*arguments: str, stdout: int | None = subprocess.PIPE) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "claimdiff", *arguments],
        cwd=ROOT, stdout=stdout, stderr=subprocess.PIPE, text=True, check=False, encoding="utf-8",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("output", "message"),
    [
        ("{}/no/report.txt", "{}/no/report.txt: no such file or directory"),
        ("{}", "{}: is a directory"),
        ("{}/file/report.txt", "{}/file/report.txt: not a directory"),
    ],
)
def test_compare__output_that_cannot_be_written__is_named(tmp_path: Path, output: str, message: str) -> None:
    (tmp_path / "file").touch()
    result = run("compare", "kremlin", "whitehouse", "-o", output.format(tmp_path))
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr == f"claimdiff: {message.format(tmp_path)}\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_compare__full_disk__is_said_once() -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        result = run("compare", "kremlin", "whitehouse", stdout=full.fileno())
    assert (result.returncode, result.stderr) == (2, "claimdiff: the output: no space left on device\n")


def test_draft__folder_whose_name_a_file_has__is_named(tmp_path: Path) -> None:
    (tmp_path / "news.txt").write_text("Moscow said it rained.\n", encoding="utf-8")
    (tmp_path / "taken").touch()
    result = run("draft", str(tmp_path / "news.txt"), "-o", str(tmp_path / "taken"))
    assert (result.returncode, result.stderr) == (2, f"claimdiff: {tmp_path}/taken: file exists\n")


def test_no_command__shows_help_and_says_nothing_more() -> None:
    result = run()
    assert (result.returncode, result.stderr.strip()) == (2, "")
    assert "compare" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["compare", "kremlin", "whitehouse", "--only", "bogus"],
            "--only takes conflict, partial, agree, omission, review, not 'bogus'",
        ),
        (
            ["link", "kremlin:hockey", "whitehouse:peace"],
            "Missing option '--verdict'. Choose from: agree, partial, conflict. See python -m claimdiff link --help.",
        ),
        (["new", "account", "../x", "--event", "trump-putin-2025-03-18"], "'../x' is no name of an account; write x"),
    ],
)
def test_wrong_name__is_told_once(arguments: list[str], message: str) -> None:
    result = run(*arguments)
    assert (result.returncode, result.stderr) == (2, f"claimdiff: {message}\n")
