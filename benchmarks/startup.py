"""Compare whole processes with bare ones that import the base libraries: ``python benchmarks/startup.py [RUNS]``.

Two yardsticks, run in turn with ours so that a machine that slows down slows all: a process that only imports typer, rich,
yaml, rapidfuzz and pydantic, and one that in addition runs an empty typer command with as many options as ``compare`` has
(pydantic loads most of itself only when something is first validated, which every typer command does).
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
IMPORTS = "import typer, rich.console, rich.table, yaml, rapidfuzz, pydantic\n"
COMMAND = f"""{IMPORTS}
app = typer.Typer()
@app.command()
def empty({", ".join(f"o{n}: bool = False" for n in range(8))}, {", ".join(f"s{n}: str = ''" for n in range(7))}): pass
app()
"""
BARE = {"imports": IMPORTS, "an empty command": COMMAND}
OURS = {
    "claimdiff --version": ["--version"],
    "claimdiff compare kremlin whitehouse": ["compare", "kremlin", "whitehouse"],
}
LIMIT = 1.6


def seconds(arguments: list[str]) -> float:
    """Return how long one run of Python takes, its output thrown away."""
    start = time.perf_counter()
    subprocess.run([sys.executable, *arguments], cwd=ROOT, env=ENVIRONMENT, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


def main(runs: int) -> int:
    """Print the ratios; 1 where one to the bare imports is above the limit."""
    above = 0
    for name, arguments in OURS.items():
        commands = [["-m", "claimdiff", *arguments], *(["-c", code] for code in BARE.values())]
        rows = [[seconds(command) for command in commands] for _ in range(runs + 1)][1:]
        ours = statistics.median(row[0] for row in rows)
        sys.stdout.write(f"{name}: {ours * 1000:.0f} ms\n")
        for n, bare in enumerate(BARE, start=1):
            ratio = statistics.median(row[0] / row[n] for row in rows)
            median = statistics.median(row[n] for row in rows)
            sys.stdout.write(f"  to {bare} ({median * 1000:.0f} ms): {ratio:.2f}\n")
            above += n == 1 and ratio > LIMIT
    sys.stdout.write(f"limit to imports: {LIMIT}\n")
    return 1 if above else 0


if __name__ == "__main__":
    raise SystemExit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 9))
