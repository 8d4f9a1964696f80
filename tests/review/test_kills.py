"""A writer killed at any moment loses no decision that it reported, and leaves no torn file behind."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from factories import account

from claimdiff.accounts.emit import dump_account
from claimdiff.review.decisions import Desk, Stamp
from claimdiff.review.store import LinksFile

SIZE = 400
LEFT = account("east", *(f"Text number {n}." for n in range(SIZE)))
RIGHT = account("west", "Uno.")

WRITER = """
import sys
from pathlib import Path
from claimdiff.accounts.load import load_account
from claimdiff.review.decisions import Desk, Stamp
from claimdiff.review.decisions import Desk, Stamp
from claimdiff.review.store import LinksFile

folder = Path(sys.argv[1])
left, right = (load_account(folder / f"{name}.yaml") for name in ("east", "west"))
file = LinksFile(folder=folder, left=left, right=right)
desk = Desk(left=left, right=right)
state = file.read()
done = {i for entry in state.decisions.omitted for i in entry.ids}
for assertion in left.assertions:
    if assertion.id not in done:
        edit = desk.omit(state.decisions, "east", [assertion.id], Stamp(by="Anna", note="looked for \\u2013 not there"))
        state = file.write(state, edit)
        print(assertion.id, flush=True)
"""


def killed_after(folder: Path, seconds: float) -> list[str]:
    """Run the writer, kill it after so many seconds of writing, and return what it reported as written."""
    writer = subprocess.Popen([sys.executable, "-c", WRITER, str(folder)], stdout=subprocess.PIPE, text=True)
    assert writer.stdout is not None
    first = writer.stdout.readline()
    time.sleep(seconds)
    os.kill(writer.pid, signal.SIGKILL)
    rest = writer.stdout.read()
    writer.wait()
    writer.stdout.close()
    return [line for line in (first + rest).split("\n")[:-1] if line]


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs a signal that nobody can catch")
def test_write__killed_two_hundred_times__nothing_lost_or_torn(tmp_path: Path) -> None:
    for side in (LEFT, RIGHT):
        (tmp_path / f"{side.key}.yaml").write_text(dump_account(side), encoding="utf-8")
    file = LinksFile(folder=tmp_path, left=LEFT, right=RIGHT)
    moments = random.Random(1)
    reported: set[str] = set()
    rounds = 0
    for _ in range(200):
        found = killed_after(tmp_path, moments.uniform(0.0, 0.06))
        reported |= set(found)
        rounds += bool(found)
        written = {i for entry in file.read().decisions.omitted for i in entry.ids}  # LoadError where it is torn
        assert reported <= written
        if len(written) > SIZE - 60:
            file.path.unlink()
            reported.clear()
    assert rounds == 200
    state = file.read()
    file.write(state, Desk(left=LEFT, right=RIGHT).omit(state.decisions, "west", ["a1"], Stamp()))
    assert [path.name for path in file.path.parent.iterdir()] == ["east--west.yaml"]
