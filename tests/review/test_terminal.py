"""The dialogue as a person has it: the real program in a pseudo-terminal."""

import os
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pexpect
import pytest

from claimdiff.accounts.load import load_event
from review.project import COMMAND, EAST, environment, make, run


@pytest.fixture
def event(tmp_path: Path) -> Path:
    return make(tmp_path)


def interruptible() -> None:
    """Let a process be interrupted, as at a desk; what a shell runs in the background is begun with interrupts ignored."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


class Terminal:
    """A terminal of 80 columns in which ``claimdiff review`` runs."""

    def __init__(self, folder: Path, *arguments: str, **more: str) -> None:
        env = environment(TERM="xterm-256color", NO_COLOR="1", SSH_CONNECTION="1", **more)
        self.child = pexpect.spawn(
            COMMAND[0], [*COMMAND[1:], "review", *arguments], cwd=str(folder), env=env, dimensions=(24, 80),
            encoding="utf-8", timeout=30, preexec_fn=interruptible,
        )  # fmt: skip
        self.seen = ""

    def sees(self, *texts: str) -> None:
        """Wait for the texts, in this order."""
        for text in texts:
            self.child.expect_exact(text)
            self.seen += self.child.before + text

    def types(self, keys: str) -> None:
        self.child.send(keys)

    def ends(self) -> str:
        """Wait for the end; return what was written last."""
        self.child.expect(pexpect.EOF)
        self.child.close()
        assert self.child.exitstatus == 0
        return str(self.child.before)


@pytest.fixture
def terminal(event: Path) -> Iterator[Terminal]:
    opened = Terminal(event, "east", "west")
    yield opened
    opened.child.close(force=True)


def links(event: Path) -> str:
    return (event / "links" / "east--west.yaml").read_text()


def test_review__every_key__all_decided_on_disk(event: Path, terminal: Terminal) -> None:
    terminal.sees("6 of 6 left", "Suggested: ", "q quit")
    terminal.types("?")
    terminal.sees("Marks", "any key: back")
    terminal.types(" ")
    terminal.sees("east:truce", "power plants", "q quit")
    terminal.types("\r")  # take the suggestion
    terminal.sees("west:ceasefire", "Facets:", "q quit")
    terminal.types("n")
    terminal.sees("Note: ")
    terminal.types("what is sparr\x7fed\r")
    terminal.sees("Note: what is spared", "q quit")
    terminal.types("c")
    terminal.sees("4 of 6 left", "q quit")
    assert "verdict: conflict" in links(event)
    assert "note: what is spared" in links(event)
    terminal.types("u")
    terminal.sees("6 of 6 left", "undone")
    assert "links:" not in links(event)
    terminal.types("\rp")
    terminal.sees("4 of 6 left", "Suggested: ", "q quit")
    terminal.types("\ra")
    terminal.sees("2 of 6 left", "q quit")
    terminal.types("s")
    terminal.sees("1 skipped", "q quit")
    terminal.types("o")
    terminal.sees("Nothing is left but what was skipped: 1.", "q quit")
    terminal.types("u")
    terminal.sees("2 of 6 left", "undone")
    terminal.types("u")
    terminal.sees("2 of 6 left", "undone")
    terminal.types("oo")
    terminal.sees("Nothing is left: the pair is reviewed.")
    terminal.types("\r")
    assert "6 of 6 decided, reviewed" in terminal.ends()
    (decisions,) = load_event(event).decisions
    assert [(link.left, link.right, str(link.verdict)) for link in decisions.links] == [
        (("truce",), ("ceasefire",), "partial"),
        (("prisoners",), ("exchange",), "agree"),
    ]
    assert sorted(entry.ids for entry in decisions.omitted) == [("hockey",), ("trade",)]
    assert {*(entry.by for entry in decisions.links), *(entry.by for entry in decisions.omitted)} == {"anna"}


def test_review__search_source_and_quit__no_line_wider_than_the_terminal(event: Path, terminal: Terminal) -> None:
    terminal.sees("q quit")
    terminal.types("?")
    terminal.sees("Marks", "any key: back")
    terminal.types("x")
    terminal.sees("q quit")
    terminal.types("v")
    terminal.sees("East Post", "https://post.example/talks", "any key: back")
    terminal.types("x")
    terminal.sees("q quit")
    terminal.types("/tarif")
    terminal.sees("west:trade")
    terminal.types("\r")
    terminal.sees("west:trade", "Facets:", "q quit")
    terminal.types("x")
    terminal.sees("6 of 6 left", "q quit")
    assert "apart:\n  - east: [truce]\n    west: [trade]\n" in links(event)
    terminal.types("\x1b[A")  # an arrow means nothing
    terminal.types("q")
    assert "0 of 6 decided" in terminal.ends()
    assert all(len(line) <= 80 for line in terminal.seen.replace("\x1b[2J\x1b[3J\x1b[H", "\n").splitlines())


def test_review__interrupted__terminal_as_before_and_130(terminal: Terminal) -> None:
    terminal.sees("q quit")
    terminal.child.sendintr()
    terminal.child.expect(pexpect.EOF)
    terminal.child.close()
    assert terminal.child.exitstatus == 130


def test_review__somebody_else_writes__reread_and_added(event: Path, terminal: Terminal) -> None:
    terminal.sees("q quit")
    assert run(event, "omit", "east:hockey", "west", "--by", "Bert").returncode == 0
    terminal.types("\rc")
    terminal.sees("somebody has changed east--west.yaml meanwhile: read again, and your decision")
    (decisions,) = load_event(event).decisions
    assert [*(entry.by for entry in decisions.links), *(entry.by for entry in decisions.omitted)] == ["anna", "Bert"]


def test_review__somebody_else_decides_the_same_point__theirs_stays(event: Path, terminal: Terminal) -> None:
    terminal.sees("q quit")
    done = run(event, "link", "east:truce", "west:ceasefire", "--verdict", "partial", "--by", "Bert")
    assert done.returncode == 0
    terminal.types("\rc")
    terminal.sees("also on this point", "Yours is not written")
    (decisions,) = load_event(event).decisions
    assert [(link.by, str(link.verdict)) for link in decisions.links] == [("Bert", "partial")]


def test_review__killed__what_was_decided_is_there(event: Path, terminal: Terminal) -> None:
    terminal.sees("q quit")
    terminal.types("\rc")
    terminal.sees("4 of 6 left", "q quit")
    terminal.child.kill(signal.SIGKILL)
    terminal.child.expect(pexpect.EOF)
    (decisions,) = load_event(event).decisions
    assert len(decisions.links) == 1
    assert sorted(path.name for path in (event / "links").iterdir()) == ["east--west.yaml"]


def test_review__a_text_has_changed__asked_again_with_what_it_was(event: Path) -> None:
    git = ["git", "-C", str(event.parents[1]), "-c", "user.name=x", "-c", "user.email=x@x"]
    subprocess.run([*git, "init", "-q"], check=True, env=environment())
    run(event, "link", "east:truce", "west:ceasefire", "--verdict", "partial")
    subprocess.run([*git, "add", "."], check=True, env=environment())
    subprocess.run([*git, "commit", "-qm", "x"], check=True, env=environment())
    (event / "east.yaml").write_text(EAST.replace("for 30 days.", "for 60 days."))
    opened = Terminal(event, "east", "west")
    opened.sees("6 of 6 left, 1 stale", "decided before (link: truce, ceasefire)", "for 30")
    opened.sees("q quit")
    opened.types("\rc")
    opened.sees("4 of 6 left", "q quit")
    opened.types("q")
    opened.ends()
    (decisions,) = load_event(event).decisions
    assert [str(link.verdict) for link in decisions.links] == ["conflict"]


def test_review__all_pairs__principals_first_then_the_others(event: Path) -> None:
    done = run(event, "review", stdin="\nc\n\na\no\no\n\nq\n")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.index("east - west") < done.stdout.index("east - north")
    assert done.stdout.endswith(
        "east - west    6 of 6 decided, reviewed\neast - north   0 of 2 decided\nnorth - west   0 of 2 decided\n"
    )


def test_review__status__nothing_asked(event: Path) -> None:
    done = run(event, "review", "--status")
    assert done.stdout == (
        "east - west    0 of 6 decided\neast - north   0 of 2 decided\nnorth - west   0 of 2 decided\n"
    )


def test_review__status_with_proposal_and_stale__counted(event: Path) -> None:
    folder = event / "links"
    folder.mkdir()
    (folder / "east--west.yaml").write_text(
        "accounts: [east, west]\nlinks:\n  - {east: [truce], west: [ceasefire], verdict: agree, by: 'model:x'}\n"
        "omitted:\n  - {east: [hockey], seal: 00000000}\n"
    )
    done = run(event, "review", "west", "east", "--status")
    assert done.stdout == "east - west   0 of 6 decided, 1 proposed, 1 stale\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["east"], "claimdiff: review takes two accounts, or none for all pairs of the event\n"),
        (
            ["east", "east"],
            "claimdiff: decisions are kept with an event of the project; name two accounts of one event\n",
        ),
        (["east", "west", "--matcher", "best"], "claimdiff: --matcher takes default, semantic, not 'best'\n"),
    ],
)
def test_review__what_cannot_be__one_sentence(event: Path, arguments: list[str], message: str) -> None:
    done = run(event, "review", *arguments)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", message)


def test_review__colour__marks_are_styles(event: Path) -> None:
    done = run(event, "review", "east", "west", "--color", "always", stdin="q\n", TERM="dumb")
    assert "\x1b[" in done.stdout
    assert "_power plants_" not in done.stdout


def test_review__no_more_input__ends(event: Path) -> None:
    done = run(event, "review", "east", "west", stdin="", **{"COLUMNS": os.environ.get("COLUMNS", "80")})
    assert done.returncode == 0
