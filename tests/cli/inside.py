"""Run the command line in this process, as the person at a terminal would in a folder."""

import io
import sys
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

from claimdiff.cli.main import main


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """What a run came to."""

    returncode: int
    stdout: str
    stderr: str


def run_inside(folder: Path, *arguments: str) -> Ran:
    """Return what ``claimdiff ARGUMENTS`` does in a folder."""
    out, err = io.StringIO(), io.StringIO()
    code = 0
    with chdir(folder), redirect_stdout(out), redirect_stderr(err), mock.patch.object(sys, "argv", ["x", *arguments]):
        try:
            main()
        except SystemExit as stop:
            code = int(stop.code or 0)
    return Ran(returncode=code, stdout=out.getvalue(), stderr=err.getvalue())
