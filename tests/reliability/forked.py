"""Run the command line in a forked process of its own: as safe from crashes and hangs as a new one, and much quicker."""

import os
import resource
import signal
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

MOST_MEMORY = 2 * 1024**3


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """How a run ended: its exit code (None where a signal or the time limit ended it), what it wrote, and its seconds.

    The seconds are those of the processor, so that a busy machine makes no difference.
    """

    code: int | None
    signal: int | None
    out: str
    err: str
    seconds: float


def run_forked(folder: Path, *arguments: str, limit: float = 30.0) -> Ended:
    """Run ``claimdiff ARGUMENTS`` in a folder, ended after ``limit`` seconds by the clock."""
    out, err = folder.parent / f"{folder.name}.out", folder.parent / f"{folder.name}.err"
    started = time.monotonic()
    child = os.fork()
    if child == 0:
        _be_the_command(folder, arguments, out, err)
    done, status, usage = os.wait4(child, os.WNOHANG)
    while not done and time.monotonic() - started < limit:
        time.sleep(0.002)
        done, status, usage = os.wait4(child, os.WNOHANG)
    if not done:
        os.kill(child, signal.SIGKILL)
        _, status, usage = os.wait4(child, 0)
    return Ended(
        code=os.WEXITSTATUS(status) if os.WIFEXITED(status) else None,
        signal=os.WTERMSIG(status) if os.WIFSIGNALED(status) else None,
        out=out.read_bytes().decode("utf-8", "surrogateescape"),
        err=err.read_bytes().decode("utf-8", "surrogateescape"),
        seconds=usage.ru_utime + usage.ru_stime,
    )


def _be_the_command(folder: Path, arguments: tuple[str, ...], out: Path, err: Path) -> None:
    """Become the command; never returns."""
    code = 99
    sys.settrace(None)  # measured without what measures coverage
    with suppress(BaseException):
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
        for number, path in ((1, out), (2, err)):
            os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), number)
        sys.stdout, sys.stderr = os.fdopen(1, "w", encoding="utf-8"), os.fdopen(2, "w", encoding="utf-8")
        sys.argv = ["claimdiff", *arguments]
        os.chdir(folder)
        from claimdiff.cli.main import main

        try:
            main()
        except SystemExit as stop:
            code = stop.code if isinstance(stop.code, int) else 0
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(code)
