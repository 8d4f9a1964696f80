"""The versions of an account's file in git, which is only read."""

import io
import os
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from claimdiff.accounts.files import read_file
from claimdiff.accounts.load import read_account_stream
from claimdiff.accounts.model import Account, Event
from claimdiff.accounts.project import Project
from claimdiff.cli.errors import CannotGoOn
from claimdiff.cli.revising import revise
from claimdiff.report.revised import Step

_PATIENCE = 60
"""Seconds after which git is given up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One version of a file: what it is called, and its bytes."""

    name: str
    data: bytes


def versions(path: Path, limit: int) -> list[Version]:
    """Return the file's versions, the newest first, that of the working tree before them where it differs.

    Renamed files are followed. Raise CannotGoOn where there is no git, no repository or no version.
    """
    folder = path.parent
    log = _git(
        folder, "log", "-z", "--follow", "--no-merges", f"--max-count={limit}", "--name-only",
        "--format=%x01%H%x00%as%x00%s", "--", path.name,
    ).decode("utf-8", "replace")  # fmt: skip
    found = []
    for entry in log.split("\x01")[1:]:
        commit, date, subject, file, *_ = (part.strip("\n") for part in entry.split("\0"))
        data = _git(folder, "cat-file", "blob", f"{commit}:{file}", missing_ok=True)
        found.append(Version(name=f"{date} {commit[:10]} {subject}", data=data))
    if not found:
        raise CannotGoOn(f"{path.name} has no version in git yet; commit it first")
    now = read_file(path)
    return found if now == found[0].data else [Version(name="not committed yet", data=now), *found]


def steps(event: Event, found: Sequence[Version], project: Project) -> list[Step]:
    """Return what changed in each version since the one before it that could be read; the newest first."""
    told: list[Step] = []
    before: Account | None = None
    for version in reversed(found):
        result = read_account_stream(io.BytesIO(version.data), name=version.name)
        account = result.account
        if account is None:
            fault = result.diagnostics[0] if result.diagnostics else None
            why = f"line {fault.line}: {fault.message}" if fault else "no account"
            told.append(Step(name=version.name, told=f"cannot be read ({why})"))
            continue
        if before is None:
            told.append(Step(name=version.name, told=f"first version: {len(account.assertions)} assertions"))
        else:
            # Decisions are about the newest texts; they say nothing of older ones.
            of = replace(event, decisions=())
            old = replace(before, key=f"{account.key}-before")
            told.append(Step(name=version.name, revision=revise(of, old, account, project)))
        before = account
    return told[::-1]


def _git(folder: Path, *arguments: str, missing_ok: bool = False) -> bytes:
    """Return what git writes. Nothing is locked, no pager, hook or monitor runs."""
    command = ["git", "--no-pager", "-c", "core.fsmonitor=false", "-C", str(folder), *arguments]
    environment = {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "GIT_LITERAL_PATHSPECS": "1", "LC_ALL": "C"}
    try:
        run = subprocess.run(command, capture_output=True, env=environment, timeout=_PATIENCE, check=False)
    except FileNotFoundError as error:
        message = "history needs git, which is not installed"
        raise CannotGoOn(message) from error
    except subprocess.TimeoutExpired as error:
        message = "git does not answer"
        raise CannotGoOn(message) from error
    if run.returncode and not missing_ok:
        lines = run.stderr.decode("utf-8", "replace").strip().splitlines() or ["no reason given"]
        raise CannotGoOn(f"git cannot tell the history: {lines[0].removeprefix('fatal: ')}")
    return run.stdout
