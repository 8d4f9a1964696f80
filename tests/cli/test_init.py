"""``claimdiff init``: a project that works at once."""

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from claimdiff.accounts.load import load_event
from claimdiff.cli.main import make_app


def run(*arguments: str) -> Result:
    return CliRunner().invoke(make_app(), list(arguments))


def test_init__empty_folder__is_a_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("init")
    assert result.exit_code == 0
    assert tomllib.loads((tmp_path / "claimdiff.toml").read_text(encoding="utf-8"))["data"] == "data"
    made = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert {"data/.gitkeep", "seeds/.gitkeep", ".github/workflows/accounts.yml", "schema/account.schema.json"} <= made


def test_init__example__compares_at_once(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "claimdiff"]
    environment = {**os.environ, "NO_COLOR": "1"}
    for arguments in (["init", "--example"], ["compare", "kremlin", "whitehouse"]):
        done = subprocess.run(
            [*command, *arguments], cwd=tmp_path, env=environment, capture_output=True, encoding="utf-8", check=False
        )
        assert (done.returncode, "Traceback" in done.stderr) == (0, False), done.stderr
    assert "hockey" in done.stdout


def test_init__example__names_its_own_schema(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    run("init", "--example")
    text = (tmp_path / "data/trump-putin-2025-03-18/kremlin.yaml").read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=../../schema/account.schema.json\n")
    assert load_event("trump-putin-2025-03-18").account("kremlin").party == "Kremlin"


def test_init__folder_with_files__keeps_them(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("mine\n", encoding="utf-8")
    assert run("init", str(tmp_path)).exit_code == 0
    assert (tmp_path / ".gitignore").read_text(encoding="utf-8") == "mine\n"


def test_init__project__is_left_alone(tmp_path: Path) -> None:
    run("init", str(tmp_path))
    assert str(run("init", str(tmp_path)).exception).endswith("claimdiff.toml exists already; this is a project")


def test_init__file__is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "x").touch()
    assert str(run("init", str(tmp_path / "x")).exception).endswith("x is no folder")
