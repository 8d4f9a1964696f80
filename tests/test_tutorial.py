"""The tutorial, typed in as it stands: every command is run and every line of its output compared.

A console block holds commands after ``$ ``, further lines of a command after ``> ``, and output. A line ``…`` in the output
stands for lines that are left out.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from factories import ROOT

PAGE = ROOT / "docs" / "tutorial.md"
END = "--- end of command ---"


def console() -> list[tuple[str, list[str]]]:
    """Return the commands of the page with their expected output, in order."""
    steps: list[tuple[str, list[str]]] = []
    for block in re.findall(r"```console\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL):
        for line in block.splitlines():
            if line.startswith("$ "):
                steps.append((line[2:], []))
            elif line.startswith("> "):
                command, output = steps[-1]
                steps[-1] = (f"{command}\n{line[2:]}", output)
            else:
                steps[-1][1].append(line)
    return steps


def ran(commands: list[str], folder: Path) -> list[str]:
    """Run the commands in one shell and return the output of each, stderr with stdout."""
    script = "".join(f"{command}\necho '{END}'\n" for command in commands)
    environment = {
        **os.environ,
        "NO_COLOR": "1",
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        "USER": "mira",
    }
    environment |= {"HOME": str(folder), "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    done = subprocess.run(
        ["bash", "-s"],
        cwd=folder,
        env=environment,
        input=f"exec 2>&1\n{script}",
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    return [output.strip("\n") for output in done.stdout.split(f"{END}\n")][: len(commands)]


def matches(expected: list[str], output: list[str]) -> bool:
    """Tell whether the output is the expected one; ``…`` stands for any number of lines."""
    pattern = "".join(r"(?:.*\n)*" if line == "…" else re.escape(line.rstrip()) + r"\n" for line in expected)
    return re.fullmatch(pattern, "".join(f"{line.rstrip()}\n" for line in output)) is not None


@pytest.mark.slow
def test_tutorial__every_command__prints_what_the_page_says(tmp_path: Path) -> None:
    steps = console()
    outputs = ran([command for command, _ in steps], tmp_path)
    assert len(outputs) == len(steps)
    for (command, expected), output in zip(steps, outputs, strict=True):
        got = output.splitlines()
        assert matches([line for line in expected if line], [line for line in got if line]), f"$ {command}\n{output}"
