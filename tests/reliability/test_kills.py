"""Kill the program while it writes: the file is what it was, or the new one, and never a part of it."""

import os
import random
import signal
import time
from pathlib import Path

import pytest
from cli.inside import run_inside
from factories import ROOT

from claimdiff.cli.main import main

KILLS = 200
OLD = "what was there before\n"
COMMAND = ("compare", "kremlin", "whitehouse", "--format", "json", "-o")


def start(target: Path) -> int:
    child = os.fork()
    if child:
        return child
    os.chdir(ROOT)
    for number in (1, 2):
        os.dup2(os.open(os.devnull, os.O_WRONLY), number)
    import sys

    sys.argv = ["claimdiff", *COMMAND, str(target)]
    try:
        main()
    finally:
        os._exit(0)


def kill_when_writing(child: int, folder: Path, delay: float) -> bool:
    """Kill the child ``delay`` seconds after it begins to write; tell whether it was still running then."""
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline and not any(name.endswith(".tmp") for name in os.listdir(folder)):  # noqa: PTH208
        done, _ = os.waitpid(child, os.WNOHANG)
        if done:
            return False
        time.sleep(0.0002)
    time.sleep(delay)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


@pytest.mark.slow
def test_output__200_kills_while_writing__no_torn_file(tmp_path: Path) -> None:
    whole_file = tmp_path / "whole.json"
    assert run_inside(ROOT, *COMMAND, str(whole_file)).returncode == 0  # in this process: what is forked has all loaded
    whole, rng = whole_file.read_bytes(), random.Random(1)
    killed, kept = 0, 0
    for n in range(3 * KILLS):
        folder = tmp_path / str(n)
        folder.mkdir()
        target = folder / "out.json"
        target.write_text(OLD, encoding="utf-8")
        killed += kill_when_writing(start(target), folder, rng.uniform(0, 0.0015))
        found = target.read_bytes()
        assert found in (OLD.encode(), whole), f"torn after {n} runs: {found[:80]!r}"
        kept += found == OLD.encode()
        if killed == KILLS:
            break
    assert killed == KILLS
    assert kept > 0
