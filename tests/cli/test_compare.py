"""The main job, as a person runs it: whole processes."""

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

import pexpect
import pytest
from factories import ROOT

COMMAND = [sys.executable, "-m", "claimdiff"]


def run(*arguments: str, cwd: Path = ROOT, stdin: str = "", **env: str) -> subprocess.CompletedProcess[str]:
    environment = {k: v for k, v in os.environ.items() if k not in {"NO_COLOR", "FORCE_COLOR"}} | env
    return subprocess.run(
        [*COMMAND, *arguments],
        cwd=cwd,
        env=environment,
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def loose(folder: Path, name: str, text: str, coverage: str = "full") -> Path:
    path = folder / f"{name}.yaml"
    path.write_text(
        f"account: {name}\nparty: {name.title()}\ncoverage: {coverage}\nassertions:\n  - id: one\n    text: {text}\n",
        encoding="utf-8",
    )
    return path


def on_terminal(*arguments: str, columns: int) -> str:
    environment = {**os.environ, "TERM": "xterm-256color", "NO_COLOR": "1"}
    environment.pop("COLUMNS", None)
    # The size is set before the program starts, and once more by pexpect, at a moment that nobody knows.
    shell = f"stty rows 50 cols {columns}; exec {shlex.join([*COMMAND, *arguments])}"
    text, status = pexpect.run(
        shlex.join(["sh", "-c", shell]),
        cwd=str(ROOT),
        env=environment,
        withexitstatus=True,
        timeout=60,
        dimensions=(50, columns),
    )
    assert status == 0
    return str(text.decode("utf-8").replace("\r\n", "\n"))


@pytest.mark.parametrize("columns", [60, 80, 200])
def test_first_screen__kremlin_whitehouse__tells_the_story(columns: int) -> None:
    lines = on_terminal("compare", "kremlin", "whitehouse", columns=columns).split("\n")
    screen = "\n".join(lines[:24])
    assert "reviewed" in screen
    assert "energy infrastructure" in screen
    assert "energy and infrastructure" in screen
    kremlin = screen.index("Only in Kremlin")
    white = screen.index("Only in White House")
    for words in ("hockey", "prisoner-exchange", "wounded-handover", "aid-intelligence-halt"):
        assert kremlin < screen.index(words) < white, words
    assert screen.index("iran-israel") > white
    assert "confirmed" in screen[kremlin:white]
    assert max(len(line) for line in lines) <= columns


def test_pipe__kremlin_whitehouse__no_colour_and_no_wrapping() -> None:
    out = run("compare", "kremlin", "whitehouse")
    assert (out.returncode, out.stderr) == (0, "")
    assert "\x1b" not in out.stdout
    assert (
        "Trump backed Putin's idea of ice hockey matches in the United States and Russia between Russian and American"
        in out.stdout
    )


def test_compare__decision_on_what_is_not_there__is_told(tmp_path: Path) -> None:
    folder = tmp_path / "data" / "rain"
    (folder / "links").mkdir(parents=True)
    (tmp_path / "claimdiff.toml").touch()
    for name in ("east", "west"):
        text = f"account: {name}\nparty: {name}\nassertions:\n  - id: rain\n    text: It rained in Oslo.\n"
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    links = "accounts: [east, west]\nlinks:\n  - east: [snow]\n    west: [rain]\n    verdict: agree\n"
    links += "omitted:\n  - west: [hail]\n"
    (folder / "links" / "east--west.yaml").write_text(links, encoding="utf-8")
    told = (
        "left out: decisions on east and west that name what is not there (east:snow, west:hail); "
        "claimdiff check shows where\n"
    )
    assert run("compare", "east", "west", cwd=tmp_path).stderr == told
    assert run("compare", "east", "west", "--ignore-curated", cwd=tmp_path).stderr == ""


def test_colour__asked_for__is_written_into_a_pipe() -> None:
    assert "\x1b[" in run("compare", "kremlin", "whitehouse", "--color", "always").stdout
    assert "\x1b[" in run("compare", "kremlin", "whitehouse", FORCE_COLOR="1").stdout
    assert "\x1b[" not in run("compare", "kremlin", "whitehouse", FORCE_COLOR="1", NO_COLOR="1").stdout


def as_json(*arguments: str, cwd: Path = ROOT) -> dict:  # type: ignore[type-arg]
    out = run("compare", *arguments, "--format", "json", cwd=cwd)
    assert out.returncode == 0, out.stderr
    return json.loads(out.stdout)  # type: ignore[no-any-return]


def test_json__kremlin_whitehouse__confirmed_omissions_and_the_conflict_of_scope() -> None:
    (comparison,) = as_json("kremlin", "whitehouse")["comparisons"]
    only = {
        side: {o["id"] for o in comparison["omissions"] if o["account"] == side and o["status"] == "confirmed"}
        for side in ("kremlin", "whitehouse")
    }
    assert {"hockey", "prisoner-exchange", "wounded-handover", "aid-intelligence-halt"} <= only["kremlin"]
    assert "iran-israel" in only["whitehouse"]
    (link,) = [k for k in comparison["links"] if "energy-infrastructure-ceasefire" in k["right"]]
    words = {
        d["facet"]: (d["left"]["words"], d["right"]["words"])
        for d in link["differences"]
        if d["left"] and d["right"] and d["verdict"] == "conflict"
    }
    assert link["verdict"] == "conflict"
    assert words["scope"] == ("energy infrastructure", "energy and infrastructure")


def test_json__kremlin_trump__the_same_conflict_and_no_omission_against_the_excerpt() -> None:
    (comparison,) = as_json("trump", "kremlin")["comparisons"]
    scopes = [
        d["left"]["words"]
        for k in comparison["links"]
        if k["verdict"] == "conflict"
        for d in k["differences"]
        if d["facet"] == "scope"
    ]
    assert any("all Energy and Infrastructure" in words for words in scopes)
    assert [o for o in comparison["omissions"] if o["missing_from"] == "trump"] == []


def test_loose_files__one_assertion_each_in_an_empty_folder__compare(tmp_path: Path) -> None:
    loose(tmp_path, "union", "The company offered a pay rise of 10 percent.")
    loose(tmp_path, "company", "The company offered a pay rise of 20 percent.")
    report = as_json("union.yaml", "company.yaml", cwd=tmp_path)
    assert report["event"] is None
    (link,) = report["comparisons"][0]["links"]
    assert (link["verdict"], link["origin"], link["differences"][0]["facet"]) == ("conflict", "matched", "quantity")


def test_standard_input__an_account__is_read_once(tmp_path: Path) -> None:
    path = loose(tmp_path, "union", "The strike is over.")
    out = run("compare", "-", str(path), cwd=tmp_path, stdin=path.read_text(encoding="utf-8"))
    assert out.returncode == 0, out.stderr
    twice = run("compare", "-", "-", cwd=tmp_path)
    assert (twice.returncode, twice.stdout) == (2, "")
    assert "standard input can be read once only" in twice.stderr


def test_no_names__default_event__compares_its_principals() -> None:
    out = run("compare")
    assert out.returncode == 0
    assert out.stdout.startswith("Kremlin · Donald Trump · White House")


def test_three_accounts__matrix__spells_silence_out() -> None:
    out = run("compare", "kremlin", "whitehouse", "trump")
    assert "not mentioned" in out.stdout
    assert "not in the text we have" in out.stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["compare", "kremln", "whitehouse"], 'did you mean "kremlin"?'),
        (["compare", "kremlin", "whitehouse", "--event", "trump-puttin-2025-03-18"], "did you mean"),
        (["compare", "kremlin"], "at least two accounts"),
        (["compare", "kremlin", "whitehouse", "--format", "pdf"], "there is no format 'pdf'"),
        (["compare", "kremlin", "whitehouse", "--only", "conflicts"], "--only takes conflict"),
        (["compare", "kremlin", "whitehouse", "--rejudge", "--curated-only"], "exclude each other"),
        (["compare", "kremlin", "whitehouse", "--complete", "trump"], "no account 'trump' among those compared"),
        (["compare", "kremlin", "whitehouse", "--no-such-option"], "--no-such-option"),
        (["nothing"], "nothing"),
        (["explain", "kremlin", "whitehouse:iran-israel"], "names no assertion"),
        (["explain", "kremlin:hokey", "whitehouse:iran-israel"], 'did you mean "hockey"?'),
        (["show", "nobody"], "there is no account"),
        (["schema", "nothing"], "name a kind of file"),
    ],
)  # fmt: skip
def test_usage__what_cannot_be_done__is_said_in_one_line_with_code_2(arguments: list[str], words: str) -> None:
    out = run(*arguments)
    assert (out.returncode, out.stdout) == (2, "")
    assert words in out.stderr
    assert out.stderr.count("\n") == 1
    assert "Traceback" not in out.stderr


def test_faulty_files__all_faults_of_both__are_listed(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("account: a\nparty: A\nassertions:\n  - id: A!\n    text: x\n", encoding="utf-8")
    (tmp_path / "b.yaml").write_text("account: b\nparti: B\nassertions: []\n", encoding="utf-8")
    out = run("compare", "a.yaml", "b.yaml", cwd=tmp_path)
    assert out.returncode == 2
    assert "a.yaml:4:9:" in out.stderr
    assert 'did you mean "party"?' in out.stderr


@pytest.mark.parametrize(
    ("fail_on", "code"),
    [("conflict", 1), ("omission", 1), ("partial", 1), ("review", 1), ("stale", 0), ("conflict,stale", 1)],
)
def test_fail_on__what_the_report_has__exit_code(fail_on: str, code: int) -> None:
    assert run("compare", "kremlin", "whitehouse", "--fail-on", fail_on).returncode == code


def test_only__one_kind__shows_no_other() -> None:
    text = run("compare", "kremlin", "whitehouse", "--only", "omission").stdout
    assert "Contradictions (" not in text
    assert "To review (" not in text
    assert "Only in Kremlin (" in text
    assert run("compare", "kremlin", "whitehouse", "--only", "omission", "-f", "json").stdout == run(
        "compare", "kremlin", "whitehouse", "-f", "json"
    ).stdout  # fmt: skip


def test_output__a_file__is_whole_and_nothing_is_printed(tmp_path: Path) -> None:
    target = tmp_path / "report.md"
    out = run("compare", "kremlin", "whitehouse", "-f", "markdown", "-o", str(target))
    assert (out.returncode, out.stdout) == (0, "")
    assert target.read_text(encoding="utf-8").startswith("# Kremlin against White House")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["report.md"]


def test_broken_pipe__reader_gone__is_no_error() -> None:
    line = (
        f"{sys.executable} -m claimdiff compare kremlin whitehouse --format json | head -c 10; echo ${{PIPESTATUS[0]}}"
    )
    out = subprocess.run(["bash", "-c", line], cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    assert out.stdout.endswith("0\n")
    assert out.stderr == ""


def test_version__and_module__say_the_same() -> None:
    from claimdiff import __version__

    assert run("--version").stdout == f"claimdiff {__version__}\n"


def test_explain__any_pair__shows_reasons_and_facets() -> None:
    text = run("explain", "kremlin:energy-pause-order", "whitehouse:energy-infrastructure-ceasefire").stdout
    assert "decision: linked by a person: contradict" in text
    assert "why this score" in text
    assert "if they are versions of the same statement" in text


def test_list_and_show__the_project__name_events_and_quotes() -> None:
    listing = run("list").stdout
    assert "trump-putin-2025-03-18" in listing
    assert "(default)" in listing
    shown = run("show", "kremlin").stdout
    assert "hockey" in shown
    assert "“Moscow said in its recap of the call" in shown


def test_no_project__empty_folder__says_how_to_begin(tmp_path: Path) -> None:
    for command in (["list"], ["compare", "kremlin", "whitehouse"]):
        out = run(*command, cwd=tmp_path)
        assert (out.returncode, out.stdout) == (2, "")
        assert "there is no project here" in out.stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--color", "x"), "claimdiff: Invalid value for '--color': 'x' is not one of 'auto', 'always', 'never'."),
        (("--candidates", "0"), "claimdiff: Invalid value for '--candidates': "),
    ],
)
def test_compare__wrong_value__one_sentence_and_exit_2(arguments: tuple[str, ...], told: str) -> None:
    result = run("compare", "kremlin", "whitehouse", *arguments)
    assert (result.returncode, result.stdout, result.stderr.startswith(told)) == (2, "", True)
