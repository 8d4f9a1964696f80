"""Compare whole processes with a bare one that imports the base libraries: ``python benchmarks/startup.py``.

Prints for ``claimdiff --version`` and ``claimdiff compare kremlin whitehouse`` the median time over the median of the bare
process, run in turn so that a machine that slows down slows both.
"""

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
# An installed package is compiled; so must a checkout be, or every run pays for compiling it.
ENVIRONMENT = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
BARE = [sys.executable, "-c", "import typer, rich.console, rich.table, yaml, rapidfuzz, pydantic"]
COMMANDS = {
    "claimdiff --version": [sys.executable, "-m", "claimdiff", "--version"],
    "claimdiff compare kremlin whitehouse": [sys.executable, "-m", "claimdiff", "compare", "kremlin", "whitehouse"],
}
LIMIT = 1.6


def seconds(command: list[str]) -> float:
    """Return how long one run takes, its output thrown away."""
    start = time.perf_counter()
    subprocess.run(command, cwd=ROOT, env=ENVIRONMENT, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


def main(runs: int) -> int:
    """Print the ratios; 1 where one is above the limit."""
    above = 0
    for name, command in COMMANDS.items():
        seconds(BARE), seconds(command)
        times = [(seconds(BARE), seconds(command)) for _ in range(runs)]
        bare, ours = (statistics.median(column) for column in zip(*times, strict=True))
        ratio = statistics.median(b / a for a, b in times)
        above += ratio > LIMIT
        sys.stdout.write(
            f"{name}: {ours * 1000:.0f} ms, bare {bare * 1000:.0f} ms, ratio {ratio:.2f} (limit {LIMIT})\n"
        )
    return 1 if above else 0


if __name__ == "__main__":
    raise SystemExit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 9))
