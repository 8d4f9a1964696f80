"""A small project in a folder, and the command line run in it."""

import os
import subprocess
import sys
from pathlib import Path

COMMAND = [sys.executable, "-m", "claimdiff"]
DAY = "2026-11-24"

EAST = """\
account: east
party: East
role: principal
date: 2026-01-05
coverage: full
sources:
  post:
    publisher: East Post
    url: https://post.example/talks
assertions:
  - id: truce
    text: East agreed to stop strikes on power plants for 30 days.
    source: post
    quote: "East agreed to stop strikes on power plants for 30 days"
  - id: prisoners
    text: Both sides will exchange 175 prisoners on 6 January.
  - id: hockey
    text: Ice hockey matches between professional players were proposed.
"""
WEST = """\
account: west
party: West
role: principal
date: 2026-01-05
coverage: full
assertions:
  - id: ceasefire
    text: East agreed to stop all strikes on power plants and ports for 30 days.
  - id: exchange
    text: Both sides will exchange 175 prisoners on 6 January.
  - id: trade
    text: The two presidents spoke about tariffs on steel.
"""
NORTH = """\
account: north
party: North
role: reaction
date: 2026-01-05
coverage: excerpt
assertions:
  - id: pause
    text: East has agreed to a pause in strikes on power plants.
  - id: swap
    text: Both sides will exchange 175 prisoners on 6 January.
"""


def make(folder: Path) -> Path:
    """Write a project with one event of three accounts; return the event's folder."""
    event = folder / "data" / "talks"
    event.mkdir(parents=True)
    (folder / "claimdiff.toml").write_text('data = "data"\nevent = "talks"\n')
    for name, text in (("east", EAST), ("west", WEST), ("north", NORTH)):
        (event / f"{name}.yaml").write_text(text)
    return event


def environment(**more: str) -> dict[str, str]:
    dropped = {"NO_COLOR", "FORCE_COLOR", "CLAIMDIFF_TODAY"}
    kept = {key: value for key, value in os.environ.items() if key not in dropped}
    return (
        kept
        | {"CLAIMDIFF_TODAY": DAY, "USER": "anna", "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
        | more
    )


def run(folder: Path, *arguments: str, stdin: str = "", **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, *arguments],
        cwd=folder,
        env=environment(**more),
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
