"""The GitHub action and the pre-commit hook: they parse, nothing in their input acts, and they do their work."""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from factories import ROOT

from check.build import TEXT, account, project

SKY = "  sky: {publisher: Sky News, url: 'https://a.example/b', file: seeds/report.txt}\n"
BAD = account(
    sources=SKY,
    assertions='  - {id: pause, text: Putin agreed to a pause., source: sky, quote: "agreed to a 40-day pause"}\n',
)
TWO = account("whitehouse", assertions="  - {id: truce, text: The leaders agreed to a ceasefire.}\n")


def action() -> Any:
    return yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))


def test_action__every_script__takes_input_from_the_environment_alone() -> None:
    steps = action()["runs"]["steps"]
    assert all("${{" not in step["run"] for step in steps if "run" in step)
    assert "eval" not in (ROOT / "scripts" / "action.sh").read_text(encoding="utf-8").split()


def test_action__every_input__is_used_and_documented() -> None:
    text, page = ((ROOT / name).read_text(encoding="utf-8") for name in ("action.yml", "docs/ci.md"))
    for name in action()["inputs"]:
        assert f"inputs.{name} }}}}" in text
        assert f"`{name}`" in page


@pytest.mark.parametrize(
    ("path", "checked"),
    [
        ("data/call/kremlin.yaml", True),
        ("news/data/call/links/a--b.yaml", True),
        ("seeds/report.txt", True),
        ("claimdiff.toml", True),
        ("README.md", False),
        ("mydata/x.yaml", False),
    ],
)
def test_hook__changed_file__checked_or_not(path: str, checked: bool) -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert bool(re.search(hook["files"], path)) is checked


def git(folder: Path, *arguments: str) -> str:
    identity = ["-c", "user.name=A", "-c", "user.email=a@b.example"]
    ran = subprocess.run(["git", *identity, *arguments], cwd=folder, capture_output=True, check=True, text=True)
    return ran.stdout.strip()


def run_action(folder: Path, **env: str) -> subprocess.CompletedProcess[str]:
    bin_folder = folder.parent / "bin"
    bin_folder.mkdir(exist_ok=True)
    for name, run in (("claimdiff", "-m claimdiff "), ("python", "")):
        command = bin_folder / name
        command.write_text(f'#!/bin/sh\nexec "{sys.executable}" {run}"$@"\n', encoding="utf-8")
        command.chmod(0o755)
    environment = {**os.environ, "PATH": f"{bin_folder}:{os.environ['PATH']}", "CLAIMDIFF_FOLDER": str(folder), **env}
    script = ["bash", str(ROOT / "scripts" / "action.sh")]
    return subprocess.run(script, cwd=folder, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.slow
def test_action__changed_event__annotated_and_compared_in_the_summary(tmp_path: Path) -> None:
    desk = tmp_path / "desk"
    files = {"data/call/whitehouse.yaml": TWO, "data/other/a.yaml": account("a"), "seeds/report.txt": TEXT}
    project(desk, {"claimdiff.toml": "", "data/call/kremlin.yaml": account(), **files})
    git(desk, "init", "-q")
    git(desk, "add", ".")
    git(desk, "commit", "-qm", "first")
    base = git(desk, "rev-parse", "HEAD")
    project(desk, {"data/call/kremlin.yaml": BAD})
    git(desk, "commit", "-qam", "second")
    summary = tmp_path / "summary.md"
    ran = run_action(
        desk, GITHUB_STEP_SUMMARY=str(summary), CLAIMDIFF_BASE=base, CLAIMDIFF_SARIF="f.sarif", GITHUB_ACTIONS="true"
    )
    assert ran.returncode == 1
    assert ran.stdout.startswith("::error file=data/call/kremlin.yaml,line=8,")
    assert (desk / "f.sarif").is_file()
    written = summary.read_text(encoding="utf-8")
    assert "    data/call/kremlin.yaml:8:" in written
    assert "Kremlin" in written
    assert "Whitehouse" in written


@pytest.mark.slow
@pytest.mark.parametrize(
    "attack",
    ["$(touch pwned)", "`touch pwned`", "x; touch pwned", "--output=pwned", "a\n$(touch pwned)", "' || touch pwned '"],
)
def test_action__hostile_input__never_acts(tmp_path: Path, attack: str) -> None:
    desk = tmp_path / "desk"
    project(desk, {"claimdiff.toml": "", "data/call/kremlin.yaml": account()})
    ran = run_action(desk, CLAIMDIFF_PATHS=attack, CLAIMDIFF_BASE=attack, GITHUB_STEP_SUMMARY=str(tmp_path / "s.md"))
    assert ran.returncode == 2
    assert not list(tmp_path.rglob("pwned"))


@pytest.mark.slow
def test_action__sound_data__nothing_found(tmp_path: Path) -> None:
    desk = tmp_path / "desk"
    project(desk, {"claimdiff.toml": "", "data/call/kremlin.yaml": account()})
    ran = run_action(desk, GITHUB_STEP_SUMMARY=str(tmp_path / "s.md"))
    assert (ran.returncode, ran.stdout) == (0, "")
    assert "Nothing found." in (tmp_path / "s.md").read_text(encoding="utf-8")
